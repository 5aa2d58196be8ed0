use std::fmt;

use serde::{Deserialize, Serialize};

use crate::{Error, Page, Redacted};

/// One page of a list under `/v2`
/// ([pagination](https://docs.stripe.com/api-v2-overview#list-pagination)). It has the URLs
/// of the pages beside it, and no cursors.
///
/// To read all pages, call `paginate` on the request; see [`Pages`](crate::Pages). To
/// read one of the pages beside this one, give its URL to the request's `page_url`.
///
/// ```
/// use stripe_runtime::V2List;
///
/// let page: V2List<String> = serde_json::from_str(
///     r#"{"data": ["acct_1"], "next_page_url": "/v2/core/accounts?page=2", "previous_page_url": null}"#,
/// )?;
/// assert_eq!(page.data, ["acct_1"]);
/// assert!(page.next_page_url.is_some());
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "T: Deserialize<'de>"))]
#[non_exhaustive]
pub struct V2List<T> {
    /// The objects of this page.
    #[serde(deserialize_with = "crate::list::items")]
    pub data: Vec<T>,
    /// The URL of the next page, if there is one.
    pub next_page_url: Option<String>,
    /// The URL of the previous page, if there is one.
    pub previous_page_url: Option<String>,
}

impl<T> V2List<T> {
    /// Creates a page, for tests.
    #[must_use]
    pub fn new(data: Vec<T>, next_page_url: Option<String>) -> Self {
        Self {
            data,
            next_page_url,
            previous_page_url: None,
        }
    }
}

crate::list::iterate_page!(V2List);

impl<T> Page for V2List<T> {
    type Item = T;

    fn into_parts(self, _backward: bool) -> Result<(Vec<T>, Option<String>), Error> {
        Ok((self.data, self.next_page_url))
    }
}

impl<T: fmt::Debug> fmt::Debug for V2List<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("V2List")
            .field("data", &self.data)
            .field(
                "next_page_url",
                &self.next_page_url.as_ref().map(|_| Redacted),
            )
            .field(
                "previous_page_url",
                &self.previous_page_url.as_ref().map(|_| Redacted),
            )
            .finish()
    }
}
