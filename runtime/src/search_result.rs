use std::fmt;

use serde::{Deserialize, Serialize};

use crate::error::DecodeProblem;
use crate::{Error, ObjectTag, Page, Redacted, Tagged};

/// One page of what a [search](https://docs.stripe.com/search) has found.
///
/// To read all pages, call `paginate` on the request; see [`Pages`](crate::Pages).
///
/// ```
/// use stripe_runtime::SearchResult;
///
/// let page: SearchResult<String> = serde_json::from_str(
///     r#"{"object": "search_result", "url": "/v1/customers/search", "has_more": true,
///         "next_page": "token", "data": ["cus_1", "cus_2"]}"#,
/// )?;
/// assert_eq!(page.data.len(), 2);
/// assert_eq!(page.next_page.as_deref(), Some("token"));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "T: Deserialize<'de>"))]
#[non_exhaustive]
pub struct SearchResult<T> {
    object: ObjectTag<SearchResultTag>,
    /// The objects of this page.
    #[serde(deserialize_with = "crate::list::items")]
    pub data: Vec<T>,
    /// Whether there are more objects after this page.
    pub has_more: bool,
    /// What `page` is set to for the next page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_page: Option<String>,
    /// How many objects were found, exact up to 10,000. Only if the request expands it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub total_count: Option<i64>,
    /// The path of this search.
    #[serde(default)]
    pub url: String,
}

#[derive(Debug)]
struct SearchResultTag;

impl Tagged for SearchResultTag {
    const OBJECT: &'static str = "search_result";
}

impl<T> SearchResult<T> {
    /// Creates a page, for tests. There are more pages if the next one is given.
    #[must_use]
    pub fn new(data: Vec<T>, next_page: Option<String>) -> Self {
        Self {
            object: ObjectTag::default(),
            data,
            has_more: next_page.is_some(),
            next_page,
            total_count: None,
            url: String::new(),
        }
    }
}

crate::list::iterate_page!(SearchResult);

impl<T> Page for SearchResult<T> {
    type Item = T;

    fn into_parts(self, _backward: bool) -> Result<(Vec<T>, Option<String>), Error> {
        match (self.has_more, self.next_page) {
            (false, _) => Ok((self.data, None)),
            (true, Some(token)) => Ok((self.data, Some(token))),
            (true, None) => Err(Error::from_decode(DecodeProblem::NoNextPage, &[])),
        }
    }
}

impl<T: fmt::Debug> fmt::Debug for SearchResult<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SearchResult")
            .field("object", &self.object)
            .field("data", &self.data)
            .field("has_more", &self.has_more)
            .field("next_page", &self.next_page.as_ref().map(|_| Redacted))
            .field("total_count", &self.total_count.map(|_| Redacted))
            .field("url", &Redacted)
            .finish()
    }
}
