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
}

impl<L: ListOperation> Cursor<L> {
    pub(crate) fn new(operation: L) -> Self {
        let backward = operation.ending_before().is_some();
        Self {
            operation,
            backward,
            page: Vec::new().into_iter(),
            more: true,
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
