use std::fmt;
use std::vec;

use crate::error::DecodeProblem;
use crate::{Error, List, ListItem, ListOperation};

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
        let backward = operation.ending_before().is_some();
        let start = if backward {
            operation.ending_before()
        } else {
            operation.starting_after()
        };
        let circle = Circle {
            kept: start.map(str::to_owned),
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

    /// Accepts a page.
    pub(crate) fn put(&mut self, fetched: Result<List<L::Item>, Error>) -> Result<(), Error> {
        // Nothing follows unless the page is valid.
        self.more = false;
        let List {
            mut data, has_more, ..
        } = fetched.map_err(|error| error.of(&self.operation))?;
        if self.backward {
            data.reverse();
        }
        if has_more {
            let Some(last) = data.last() else {
                return Err(Error::from_decode(DecodeProblem::EmptyPage, &[]));
            };
            let Some(id) = last.cursor().map(str::to_owned) else {
                return Err(Error::from_decode(DecodeProblem::NoCursor, &[]));
            };
            if self.circle.closes(&id) {
                return Err(Error::from_decode(DecodeProblem::Circle, &[]));
            }
            if self.backward {
                self.operation.set_ending_before(Some(id));
            } else {
                self.operation.set_starting_after(Some(id));
            }
            self.more = true;
        }
        self.page = data.into_iter();
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
