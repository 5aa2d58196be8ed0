//! Places in a document.

use std::fmt;

/// A JSON Pointer (RFC 6901) in its URI fragment form without percent-encoding:
/// `#/paths/~1v1~1charges/get`.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Pointer(String);

impl Pointer {
    /// The whole document.
    pub(crate) fn root() -> Self {
        Self::default()
    }

    /// The component schema `name`.
    pub(crate) fn schema(name: &str) -> Self {
        Self::root().join("components").join("schemas").join(name)
    }

    /// The member `key` of the object, or the item with that index of the array, at this place.
    #[must_use]
    pub(crate) fn join(&self, key: &str) -> Self {
        let mut pointer = self.0.clone();
        pointer.push('/');
        for character in key.chars() {
            match character {
                '~' => pointer.push_str("~0"),
                '/' => pointer.push_str("~1"),
                // A control character would break the line that shows the pointer.
                character if character.is_control() => pointer.extend(character.escape_default()),
                character => pointer.push(character),
            }
        }
        Self(pointer)
    }

    /// The item with that index of the array at this place.
    #[must_use]
    pub(crate) fn index(&self, index: usize) -> Self {
        Self(format!("{}/{index}", self.0))
    }

    /// The component schema that this place is in.
    pub(crate) fn component_schema(&self) -> Option<String> {
        let name = self
            .0
            .strip_prefix("/components/schemas/")?
            .split('/')
            .next()?;
        Some(name.replace("~1", "/").replace("~0", "~"))
    }
}

impl fmt::Display for Pointer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{}", self.0)
    }
}
