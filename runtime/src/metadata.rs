use std::collections::BTreeMap;
#[expect(clippy::disallowed_types, reason = "sorted before it is sent")]
use std::collections::HashMap;
use std::fmt;

use crate::{Clearable, FormEncoder, FormValue};

/// [Metadata](https://docs.stripe.com/api/metadata) to send: keys to set,
/// keys to unset, or everything to clear. Also used for other maps of strings.
///
/// Keys that a request does not name keep their values at Stripe. Keys are sent in
/// insertion order, those of a `HashMap` sorted; an empty `Metadata` sends nothing in a form,
/// and `{}` in JSON. Stripe's limits are 50 keys, 40 characters per key and 500 per value. A
/// key that is empty, or in a form contains `[` or `]`, is rejected before sending. `Debug`
/// shows the number of keys only.
///
/// ```
/// use std::collections::HashMap;
/// use stripe_runtime::Metadata;
///
/// let order = Metadata::from([("order_id", "6735")]);
/// let map: HashMap<String, String> = [("order_id".to_owned(), "6735".to_owned())].into();
/// assert_eq!(order, Metadata::from(&map)); // a `BTreeMap` or a `Vec` of pairs, too
/// let moved = Metadata::new().set("order_id", "6736").unset("cart");
/// let gone = Metadata::clear();
/// # let _ = (moved, gone);
/// ```
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Metadata {
    entries: Entries,
}

#[derive(Clone, PartialEq, Eq)]
enum Entries {
    Clear,
    /// Clears all keys and sets others, which one request cannot do.
    ClearAndSet,
    Keys(Vec<(String, Option<String>)>),
}

impl Default for Entries {
    fn default() -> Self {
        Self::Keys(Vec::new())
    }
}

impl Metadata {
    /// Creates metadata without keys, which sends nothing.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Clears all keys: `metadata=`, and `null` in JSON. One request cannot clear all keys and set
    /// others; if a key is set as well, the request is rejected before sending.
    #[must_use]
    pub fn clear() -> Self {
        Self {
            entries: Entries::Clear,
        }
    }

    /// Sets a key. Replaces what was set or unset for it before.
    #[must_use]
    pub fn set(self, key: impl Into<String>, value: impl Into<String>) -> Self {
        self.with(key.into(), Some(value.into()))
    }

    /// Unsets a key: `metadata[key]=`, and `null` in JSON.
    #[must_use]
    pub fn unset(self, key: impl Into<String>) -> Self {
        self.with(key.into(), None)
    }

    fn with(mut self, key: String, value: Option<String>) -> Self {
        match &mut self.entries {
            // Unset already.
            Entries::Clear if value.is_none() => {}
            Entries::Clear => self.entries = Entries::ClearAndSet,
            Entries::ClearAndSet => {}
            Entries::Keys(keys) => match keys.iter_mut().find(|(known, _)| *known == key) {
                Some(entry) => entry.1 = value,
                None => keys.push((key, value)),
            },
        }
        self
    }
}

impl FormValue for Metadata {
    fn encode(&self, form: &mut FormEncoder) {
        match &self.entries {
            Entries::Clear => form.clear(),
            Entries::ClearAndSet => form.refuse("one request cannot clear all keys and set others"),
            Entries::Keys(keys) => {
                for (key, value) in keys {
                    match value {
                        Some(value) => form.entry(key, value),
                        None => form.entry(key, &Clearable::<String>::Clear),
                    }
                }
            }
        }
    }
}

impl<K: Into<String>, V: Into<String>> FromIterator<(K, V)> for Metadata {
    /// Sets every key, the last value of a key winning.
    fn from_iter<I: IntoIterator<Item = (K, V)>>(entries: I) -> Self {
        // Through a map of positions, or many keys would take quadratic time.
        let mut positions: BTreeMap<String, usize> = BTreeMap::new();
        let mut keys: Vec<(String, Option<String>)> = Vec::new();
        for (key, value) in entries {
            let key = key.into();
            let value = Some(value.into());
            if let Some((_, known)) = positions.get(&key).and_then(|&at| keys.get_mut(at)) {
                *known = value;
            } else {
                positions.insert(key.clone(), keys.len());
                keys.push((key, value));
            }
        }
        Self {
            entries: Entries::Keys(keys),
        }
    }
}

macro_rules! from_collections {
    ($($(#[$attribute:meta])* [$($generics:tt)*] $collection:ty, $entries:ident => $sorted:expr;)*) => {
        $(
            $(#[$attribute])*
            impl<$($generics)*> From<$collection> for Metadata {
                fn from($entries: $collection) -> Self {
                    $sorted.into_iter().collect()
                }
            }

            $(#[$attribute])*
            impl<$($generics)*> From<$collection> for Clearable<Metadata> {
                fn from(entries: $collection) -> Self {
                    Self::Set(entries.into())
                }
            }
        )*
    };
}

from_collections! {
    [K: Into<String>, V: Into<String>, const N: usize] [(K, V); N], entries => entries;
    [K: Into<String>, V: Into<String>] Vec<(K, V)>, entries => entries;
    [K: Into<String>, V: Into<String>] BTreeMap<K, V>, entries => entries;
    ['a, K: AsRef<str>, V: AsRef<str>] &'a BTreeMap<K, V>, entries => by_reference(entries);
    #[expect(clippy::disallowed_types, reason = "sorted")]
    [K: Into<String>, V: Into<String>, S] HashMap<K, V, S>, entries => sorted(entries);
    #[expect(clippy::disallowed_types, reason = "sorted")]
    ['a, K: AsRef<str>, V: AsRef<str>, S] &'a HashMap<K, V, S>, entries => sorted(by_reference(entries));
}

fn by_reference<'a, K: AsRef<str> + 'a, V: AsRef<str> + 'a>(
    entries: impl IntoIterator<Item = (&'a K, &'a V)>,
) -> impl Iterator<Item = (&'a str, &'a str)> {
    let entries = entries.into_iter();
    entries.map(|(key, value)| (key.as_ref(), value.as_ref()))
}

/// So that the same map always sends the same request.
fn sorted<K: Into<String>, V: Into<String>>(
    entries: impl IntoIterator<Item = (K, V)>,
) -> BTreeMap<String, String> {
    let entries = entries.into_iter();
    entries
        .map(|(key, value)| (key.into(), value.into()))
        .collect()
}

impl fmt::Debug for Metadata {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.entries {
            Entries::Clear => f.write_str("Metadata(clear)"),
            Entries::ClearAndSet => f.write_str("Metadata(clear and set)"),
            Entries::Keys(keys) => write!(f, "Metadata({} keys)", keys.len()),
        }
    }
}
