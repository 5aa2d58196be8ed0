use std::fmt;
use std::marker::PhantomData;

use serde::de::{DeserializeSeed, Deserializer, SeqAccess, Visitor};
use serde::{Deserialize, Serialize};

use crate::error::DecodeProblem;
use crate::{Error, ListItem, ObjectTag, Page, Redacted, Tagged};

/// One page of a [list](https://docs.stripe.com/api/pagination).
///
/// To read all pages, call `paginate` on the request; see [`Pages`](crate::Pages).
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
#[serde(bound(deserialize = "T: Deserialize<'de>"))]
#[non_exhaustive]
pub struct List<T> {
    object: ObjectTag<ListTag>,
    /// The objects of this page.
    #[serde(deserialize_with = "items")]
    pub data: Vec<T>,
    /// Whether there are more objects after this page, in the requested direction.
    pub has_more: bool,
    /// The path of this list.
    #[serde(default)]
    pub url: String,
}

#[derive(Debug)]
struct ListTag;

impl Tagged for ListTag {
    const OBJECT: &'static str = "list";
}

/// Reads the items of a page. Stripe sends 10 by default and 100 at most: the vector grows to
/// these lengths, so that a full page neither moves its items often nor has room to spare.
pub(crate) fn items<'de, T, D>(deserializer: D) -> Result<Vec<T>, D::Error>
where
    T: Deserialize<'de>,
    D: Deserializer<'de>,
{
    struct Items<T>(PhantomData<T>);

    impl<'de, T: Deserialize<'de>> Visitor<'de> for Items<T> {
        type Value = Vec<T>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a sequence")
        }

        fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Vec<T>, A::Error> {
            let mut items = Vec::new();
            while seq.next_element_seed(Next(&mut items))?.is_some() {}
            Ok(items)
        }
    }

    /// Reads an item to where it stays; as a value, it would be moved once more.
    struct Next<'a, T>(&'a mut Vec<T>);

    impl<'de, T: Deserialize<'de>> DeserializeSeed<'de> for Next<'_, T> {
        type Value = ();

        fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
            let items = self.0;
            if items.len() == items.capacity() {
                items.reserve_exact(match items.len() {
                    0 => 10,
                    10 => 15,
                    // 25, 50, 100, and so on.
                    full => full,
                });
            }
            items.push(T::deserialize(deserializer)?);
            Ok(())
        }
    }

    deserializer.deserialize_seq(Items(PhantomData))
}

impl<T> List<T> {
    /// Creates a page, for tests.
    #[must_use]
    pub fn new(data: Vec<T>, has_more: bool) -> Self {
        Self {
            object: ObjectTag::default(),
            data,
            has_more,
            url: String::new(),
        }
    }
}

/// The objects of a page are in its `data`, which can be iterated over as a vector can.
macro_rules! iterate_page {
    ($page:ident) => {
        impl<T> $page<T> {
            /// The objects of this page.
            pub fn iter(&self) -> std::slice::Iter<'_, T> {
                self.data.iter()
            }
        }

        impl<T> IntoIterator for $page<T> {
            type Item = T;
            type IntoIter = std::vec::IntoIter<T>;

            fn into_iter(self) -> Self::IntoIter {
                self.data.into_iter()
            }
        }

        impl<'a, T> IntoIterator for &'a $page<T> {
            type Item = &'a T;
            type IntoIter = std::slice::Iter<'a, T>;

            fn into_iter(self) -> Self::IntoIter {
                self.data.iter()
            }
        }
    };
}
pub(crate) use iterate_page;

iterate_page!(List);

impl<T: ListItem> Page for List<T> {
    type Item = T;

    fn into_parts(self, backward: bool) -> Result<(Vec<T>, Option<String>), Error> {
        let mut data = self.data;
        if backward {
            data.reverse();
        }
        if !self.has_more {
            return Ok((data, None));
        }
        let Some(last) = data.last() else {
            return Err(Error::from_decode(DecodeProblem::EmptyPage, &[]));
        };
        match last.cursor().map(str::to_owned) {
            Some(id) => Ok((data, Some(id))),
            None => Err(Error::from_decode(DecodeProblem::NoCursor, &[])),
        }
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

#[cfg(test)]
mod tests {
    use super::List;

    #[test]
    fn a_page_has_no_more_room_than_stripe_fills() {
        for (items, room) in [(1, 10), (10, 10), (11, 25), (100, 100), (101, 200)] {
            let data = vec![0; items];
            let json = serde_json::json!({ "object": "list", "has_more": false, "data": data });
            let page: List<u8> = serde_json::from_value(json).expect("a page");
            assert_eq!((page.data.len(), page.data.capacity()), (items, room));
        }
    }
}
