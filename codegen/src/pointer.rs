//! Places in a document.

use std::fmt::{self, Write as _};

/// Where a document holds component schemas.
const SCHEMAS: &str = "/components/schemas/";

/// The fields of a path item that hold operations.
pub(crate) const METHODS: [&str; 8] = [
    "get", "put", "post", "delete", "options", "head", "patch", "trace",
];

/// A JSON Pointer (RFC 6901) in its URI fragment form, but not percent-encoded: `#/paths/~1v1~1charges/get`.
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

    /// The member `key` of the object at this place.
    #[must_use]
    pub(crate) fn join(&self, key: &str) -> Self {
        let mut pointer = String::with_capacity(self.0.len() + 1 + key.len());
        pointer.push_str(&self.0);
        pointer.push('/');
        for character in key.chars() {
            match character {
                '~' => pointer.push_str("~0"),
                '/' => pointer.push_str("~1"),
                character => pointer.push(character),
            }
        }
        Self(pointer)
    }

    /// The item `index` of the array at this place.
    #[must_use]
    pub(crate) fn index(&self, index: usize) -> Self {
        Self(format!("{}/{index}", self.0))
    }

    /// The keys that lead here from the root.
    pub(crate) fn keys(&self) -> impl Iterator<Item = String> {
        self.0.split('/').skip(1).map(unescaped)
    }

    /// The name of the component schema that this place is in.
    pub(crate) fn component_schema(&self) -> Option<String> {
        let name = self.0.strip_prefix(SCHEMAS)?.split('/').next()?;
        Some(unescaped(name))
    }
}

/// The name of the component schema that a `$ref` refers to.
pub(crate) fn schema_name(reference: &str) -> Option<String> {
    let name = reference.strip_prefix('#')?.strip_prefix(SCHEMAS)?;
    let is_one = !name.is_empty() && !name.contains('/');
    is_one.then(|| unescaped(name))
}

/// One part of a pointer as a key.
fn unescaped(part: &str) -> String {
    part.replace("~1", "/").replace("~0", "~")
}

impl fmt::Display for Pointer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("#")?;
        for character in self.0.chars() {
            // A pointer is shown on one line.
            if character.is_control() {
                write!(f, "{}", character.escape_default())?;
            } else {
                f.write_char(character)?;
            }
        }
        Ok(())
    }
}
