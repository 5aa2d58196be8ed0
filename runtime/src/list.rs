use std::fmt;

use serde::{Deserialize, Serialize};

use crate::{ObjectTag, Redacted, Tagged};

/// One page of a [list](https://docs.stripe.com/api/pagination).
///
/// To read on over the pages, use `paginate` on the list's request; see
/// [`Pages`](crate::Pages).
///
/// ```
/// use stripe_runtime::List;
///
/// let page = List::new(vec!["vs_2", "vs_1"], true);
/// assert!(page.has_more);
/// for id in &page {
///     println!("{id}");
/// }
/// ```
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct List<T> {
    object: ObjectTag<ListTag>,
    /// The objects of this page.
    pub data: Vec<T>,
    /// Whether there are more after this page, in the direction asked for.
    pub has_more: bool,
    /// The path that this list can be read at.
    #[serde(default)]
    pub url: String,
}

#[derive(Debug)]
struct ListTag;

impl Tagged for ListTag {
    const OBJECT: &'static str = "list";
}

impl<T> List<T> {
    /// A page, for tests.
    #[must_use]
    pub fn new(data: Vec<T>, has_more: bool) -> Self {
        Self {
            object: ObjectTag::default(),
            data,
            has_more,
            url: String::new(),
        }
    }

    /// The objects of this page.
    pub fn iter(&self) -> std::slice::Iter<'_, T> {
        self.data.iter()
    }
}

impl<T> IntoIterator for List<T> {
    type Item = T;
    type IntoIter = std::vec::IntoIter<T>;

    fn into_iter(self) -> Self::IntoIter {
        self.data.into_iter()
    }
}

impl<'a, T> IntoIterator for &'a List<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.data.iter()
    }
}

impl<T: fmt::Debug> fmt::Debug for List<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("List")
            .field("object", &self.object)
            .field("data", &self.data)
            .field("has_more", &self.has_more)
            .field("url", &Redacted)
            .finish()
    }
}
