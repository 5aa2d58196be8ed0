use std::fmt;
use std::vec;

use crate::error::DecodeProblem;
use crate::{Error, ListOperation, Page};

/// The position of a reader of pages. It does no I/O, so that the asynchronous and
/// the blocking reader can share it.
pub(crate) struct Cursor<L: ListOperation> {
    operation: L,
    backward: bool,
    page: vec::IntoIter<L::Item>,
    /// Whether there may be another page.
    more: bool,
    circle: Circle,
}

/// Detects pages that repeat in a cycle, with one stored cursor (Brent's algorithm). The
/// cursor is replaced at growing distances, so a cycle of any length is detected after one
/// or two rounds.
struct Circle {
    kept: Option<String>,
    pages_since: u64,
    replace_after: u64,
}

impl Circle {
    /// Whether the cursor of the next page was seen before.
    fn closes(&mut self, cursor: &str) -> bool {
        if self.kept.as_deref() == Some(cursor) {
            return true;
        }
        self.pages_since += 1;
        if self.pages_since == self.replace_after {
            self.kept = Some(cursor.to_owned());
            self.pages_since = 0;
            self.replace_after = self.replace_after.saturating_mul(2);
        }
        false
    }
}

impl<L: ListOperation> Cursor<L> {
    pub(crate) fn new(operation: L) -> Self {
        let backward = operation.is_backward();
        let circle = Circle {
            kept: operation.cursor().map(str::to_owned),
            pages_since: 0,
            replace_after: 1,
        };
        Self {
            operation,
            backward,
            page: Vec::new().into_iter(),
            more: true,
            circle,
        }
    }

    /// The next object of the current page.
    pub(crate) fn take(&mut self) -> Option<L::Item> {
        self.page.next()
    }

    /// The request for the next page, if there is one.
    pub(crate) fn wanted(&self) -> Option<&L> {
        self.more.then_some(&self.operation)
    }

    /// Accepts a page. One without items that has a next one is passed over.
    pub(crate) fn put(&mut self, fetched: Result<L::Output, Error>) -> Result<(), Error> {
        // Nothing follows unless the page is valid.
        self.more = false;
        let (items, next) = fetched
            .map_err(|error| error.of(&self.operation))?
            .into_parts(self.backward)?;
        if let Some(cursor) = next {
            if self.circle.closes(&cursor) {
                return Err(Error::from_decode(DecodeProblem::Circle, &[]));
            }
            self.operation.set_cursor(cursor);
            self.more = true;
        }
        self.page = items.into_iter();
        Ok(())
    }
}

impl<L: ListOperation> fmt::Debug for Cursor<L> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Cursor")
            .field("backward", &self.backward)
            .field("at_hand", &self.page.len())
            .field("more", &self.more)
            .finish_non_exhaustive()
    }
}
