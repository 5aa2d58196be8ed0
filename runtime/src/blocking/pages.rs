use std::fmt;

use super::BlockingClient;
use crate::engine::{Ask, Reply};
use crate::pages::Cursor;
use crate::{Error, ListOperation};

/// All items of a list, page after page: [`Pages`](crate::Pages) as an iterator.
///
/// ```no_run
/// # use stripe_runtime::{BlockingClient, Error, ListItem, ListOperation};
/// # fn example<L: ListOperation>(client: BlockingClient, list: L) -> Result<(), Error> {
/// let objects: Vec<L::Item> = client.paginate(list).collect::<Result<_, _>>()?;
/// # let _ = objects;
/// # Ok(())
/// # }
/// ```
#[must_use = "nothing is fetched until an item is requested"]
pub struct BlockingPages<L: ListOperation> {
    client: BlockingClient,
    cursor: Cursor<L>,
}

impl<L: ListOperation> BlockingPages<L> {
    pub(super) fn new(client: BlockingClient, operation: L) -> Self {
        Self {
            client,
            cursor: Cursor::new(operation),
        }
    }
}

impl<L: ListOperation> Iterator for BlockingPages<L> {
    type Item = Result<L::Item, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(item) = self.cursor.take() {
                return Some(Ok(item));
            }
            let reply = self.client.call(Ask::of(self.cursor.wanted()?));
            let page = reply.and_then(Reply::decode).map(|response| response.body);
            if let Err(error) = self.cursor.put(page) {
                return Some(Err(error));
            }
        }
    }
}

impl<L: ListOperation> fmt::Debug for BlockingPages<L> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BlockingPages")
            .field("cursor", &self.cursor)
            .finish_non_exhaustive()
    }
}
