use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use futures_core::Stream;

use crate::engine::{Ask, Calling, Reply};
use crate::{Client, Error, ListOperation};

mod cursor;

pub(crate) use cursor::Cursor;

/// All objects of a list, fetched page by page
/// ([pagination](https://docs.stripe.com/api/pagination/auto)).
///
/// Call [`next`](Self::next), or use it as a [`Stream`]. Each page is requested with
/// the filters of the first request, when the previous page is used up. Without a
/// cursor or with `starting_after`, it reads forward; with `ending_before`, it reads
/// backward, nearest objects first.
///
/// Searches and lists under `/v2` are read forward only. Their pages name the next one: by a
/// token, or by a URL that is fetched as it is, if its scheme and host are the client's.
///
/// It ends after an error. A page that claims there are more but does not lead there is an
/// error, and so is one that leads to where an earlier one did.
///
/// ```no_run
/// # use stripe_runtime::{Client, Error, ListOperation};
/// # async fn example<L: ListOperation<Item: std::fmt::Debug>>(client: Client, list: L) -> Result<(), Error> {
/// let mut pages = client.paginate(list);
/// while let Some(object) = pages.next().await {
///     println!("{:?}", object?);
/// }
/// # Ok(())
/// # }
/// ```
#[must_use = "nothing is fetched before it is asked for"]
pub struct Pages<L: ListOperation> {
    client: Client,
    cursor: Cursor<L>,
    calling: Option<Calling>,
}

impl<L: ListOperation> Pages<L> {
    pub(crate) fn new(client: Client, operation: L) -> Self {
        Self {
            client,
            cursor: Cursor::new(operation),
            calling: None,
        }
    }

    /// Returns the next object, or `None` after the last one. Fetches a page if
    /// needed.
    ///
    /// Dropping the future loses nothing: the next call continues where this one
    /// stopped.
    ///
    /// # Errors
    ///
    /// Those of [`Client::send`].
    pub async fn next(&mut self) -> Option<Result<L::Item, Error>> {
        poll_fn(|cx| self.poll(cx)).await
    }

    fn poll(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<L::Item, Error>>> {
        loop {
            if let Some(item) = self.cursor.take() {
                return Poll::Ready(Some(Ok(item)));
            }
            let calling = if let Some(calling) = &mut self.calling {
                calling
            } else {
                let Some(operation) = self.cursor.wanted() else {
                    return Poll::Ready(None);
                };
                self.calling
                    .insert(self.client.engine.call(Ask::of(operation)))
            };
            let reply = ready!(calling.as_mut().poll(cx));
            self.calling = None;
            let page = reply.and_then(Reply::decode).map(|response| response.body);
            if let Err(error) = self.cursor.put(page) {
                return Poll::Ready(Some(Err(error)));
            }
        }
    }
}

// The operation and the objects are never pinned.
impl<L: ListOperation> Unpin for Pages<L> {}

impl<L: ListOperation> Stream for Pages<L> {
    type Item = Result<L::Item, Error>;

    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.get_mut().poll(cx)
    }
}

impl<L: ListOperation> fmt::Debug for Pages<L> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pages")
            .field("cursor", &self.cursor)
            .finish_non_exhaustive()
    }
}
