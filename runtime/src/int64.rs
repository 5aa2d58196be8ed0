use std::fmt;

use serde::de::{self, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::{FormEncoder, FormValue};

/// An integer that the API under `/v2` writes as a string, since not every language has
/// numbers that hold 64 bits.
///
/// ```
/// use stripe_runtime::Int64;
///
/// let count: Int64 = serde_json::from_str("\"9007199254740993\"")?;
/// assert_eq!(count.get(), 9_007_199_254_740_993);
/// assert_eq!(serde_json::to_string(&Int64::from(7))?, "\"7\"");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Int64(i64);

impl Int64 {
    /// The integer.
    #[must_use]
    pub const fn get(self) -> i64 {
        self.0
    }
}

impl From<i64> for Int64 {
    fn from(number: i64) -> Self {
        Self(number)
    }
}

impl From<Int64> for i64 {
    fn from(number: Int64) -> Self {
        number.0
    }
}

impl PartialEq<i64> for Int64 {
    fn eq(&self, other: &i64) -> bool {
        self.0 == *other
    }
}

impl fmt::Display for Int64 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FormValue for Int64 {
    fn encode(&self, form: &mut FormEncoder) {
        form.text(&self.0.to_string());
    }
}

impl Serialize for Int64 {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Int64 {
    /// A number is read as well.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Int64Visitor;

        impl<'de> Visitor<'de> for Int64Visitor {
            type Value = Int64;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an integer of 64 bits as a string")
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Int64, E> {
                text.parse()
                    .map(Int64)
                    .map_err(|_| E::custom("not an integer of 64 bits"))
            }

            fn visit_i64<E: de::Error>(self, number: i64) -> Result<Int64, E> {
                Ok(Int64(number))
            }

            fn visit_u64<E: de::Error>(self, number: u64) -> Result<Int64, E> {
                i64::try_from(number)
                    .map(Int64)
                    .map_err(|_| E::custom("not an integer of 64 bits"))
            }

            fn visit_newtype_struct<D>(self, inner: D) -> Result<Int64, D::Error>
            where
                D: Deserializer<'de>,
            {
                inner.deserialize_any(self)
            }
        }

        deserializer.deserialize_newtype_struct("Int64", Int64Visitor)
    }
}
