use std::fmt;
use std::vec;

use crate::error::DecodeProblem;
use crate::{Error, List, ListItem, ListOperation};

/// Where a reader of pages stands. Does no I/O: the asynchronous and the
/// blocking reader share it.
pub(crate) struct Cursor<L: ListOperation> {
    operation: L,
    backward: bool,
    page: vec::IntoIter<L::Item>,
    /// Whether there may be another page.
    more: bool,
    circle: Circle,
}

/// Notices that pages go round in a circle, which would never end, by one cursor that is
/// kept (Brent's algorithm): the places where it is replaced are ever further apart, so
/// that a circle of any length is gone round once or twice before it is noticed.
struct Circle {
    kept: Option<String>,
    pages_since: u64,
    replace_after: u64,
}

impl Circle {
    /// Whether the cursor of another page is one of before.
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

    /// The next object at hand.
    pub(crate) fn take(&mut self) -> Option<L::Item> {
        self.page.next()
    }

    /// The request for the next page, if there is one.
    pub(crate) fn wanted(&self) -> Option<&L> {
        self.more.then_some(&self.operation)
    }

    /// Takes what the request gave.
    pub(crate) fn put(&mut self, fetched: Result<List<L::Item>, Error>) -> Result<(), Error> {
        // Until the page proves good, there is no going on.
        self.more = false;
        let List {
            mut data, has_more, ..
        } = fetched?;
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
