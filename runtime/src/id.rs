use std::fmt;
use std::str::FromStr;

use serde::de::{self, Deserializer, Visitor};
use serde::{Deserialize, Serialize, Serializer};

use crate::{FormEncoder, FormValue, InvalidArgument};

/// The longest id that is accepted; Stripe's own
/// [bound](https://docs.stripe.com/upgrades#what-changes-does-stripe-consider-to-be-backward-compatible).
const LONGEST: usize = 255;

/// The id of one of Stripe's objects: one to 255 of `A-Z a-z 0-9 _ -`.
///
/// Nothing else is accepted, since ids are put into paths, and a URL parser
/// folds `..` even where it is percent-encoded. Generated crates wrap it into
/// one type per resource with [`impl_id!`](crate::impl_id), each of which turns
/// into one of these; a function that takes ids of several resources takes text,
/// too.
///
/// ```
/// use stripe_runtime::ObjectId;
///
/// assert_eq!(ObjectId::new("vs_123").unwrap().as_str(), "vs_123");
/// assert!(ObjectId::new("vs_1/cancel").is_err());
/// assert!(ObjectId::new("").is_err());
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ObjectId(String);

impl ObjectId {
    /// Checks an id.
    ///
    /// # Errors
    ///
    /// It is empty, longer than 255 bytes, or holds something else than
    /// `A-Z a-z 0-9 _ -`.
    pub fn new(id: impl Into<String>) -> Result<Self, InvalidArgument> {
        let id = id.into();
        match Self::refusal(&id) {
            None => Ok(Self(id)),
            Some(reason) => Err(InvalidArgument::new("id", reason)),
        }
    }

    /// The id as Stripe writes it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    fn refusal(id: &str) -> Option<&'static str> {
        if id.is_empty() {
            Some("an id must not be empty")
        } else if id.len() > LONGEST {
            Some("an id is at most 255 characters long")
        } else if id
            .bytes()
            .fold(true, |plain, byte| plain & is_id_byte(byte))
        {
            None
        } else {
            Some("an id holds only letters, digits, `_` and `-`")
        }
    }
}

/// Whether an id may hold the byte.
#[expect(
    clippy::needless_bitwise_bool,
    reason = "without branches, bytes are looked at side by side"
)]
const fn is_id_byte(byte: u8) -> bool {
    (byte | 0x20).is_ascii_lowercase() | byte.is_ascii_digit() | (byte == b'_') | (byte == b'-')
}

impl AsRef<str> for ObjectId {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl From<ObjectId> for String {
    fn from(id: ObjectId) -> Self {
        id.0
    }
}

impl FromStr for ObjectId {
    type Err = InvalidArgument;

    fn from_str(id: &str) -> Result<Self, Self::Err> {
        Self::new(id)
    }
}

impl TryFrom<&str> for ObjectId {
    type Error = InvalidArgument;

    fn try_from(id: &str) -> Result<Self, Self::Error> {
        Self::new(id)
    }
}

impl TryFrom<String> for ObjectId {
    type Error = InvalidArgument;

    fn try_from(id: String) -> Result<Self, Self::Error> {
        Self::new(id)
    }
}

impl TryFrom<&String> for ObjectId {
    type Error = InvalidArgument;

    fn try_from(id: &String) -> Result<Self, Self::Error> {
        Self::new(id.as_str())
    }
}

impl From<&Self> for ObjectId {
    fn from(id: &Self) -> Self {
        id.clone()
    }
}

impl fmt::Display for ObjectId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for ObjectId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

impl FormValue for ObjectId {
    fn encode(&self, form: &mut FormEncoder) {
        form.text(&self.0);
    }
}

impl Serialize for ObjectId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for ObjectId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct IdVisitor;

        impl Visitor<'_> for IdVisitor {
            type Value = ObjectId;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an id")
            }

            fn visit_str<E: de::Error>(self, id: &str) -> Result<ObjectId, E> {
                match ObjectId::refusal(id) {
                    None => Ok(ObjectId(id.to_owned())),
                    Some(reason) => Err(E::custom(reason)),
                }
            }

            fn visit_string<E: de::Error>(self, id: String) -> Result<ObjectId, E> {
                match ObjectId::refusal(&id) {
                    None => Ok(ObjectId(id)),
                    Some(reason) => Err(E::custom(reason)),
                }
            }
        }

        deserializer.deserialize_string(IdVisitor)
    }
}

/// Checks a path parameter; the refusal goes by the parameter's name.
///
/// # Errors
///
/// The value is no id.
pub fn path_parameter<T, V>(name: &'static str, value: V) -> Result<T, InvalidArgument>
where
    V: TryInto<T, Error: Into<InvalidArgument>>,
{
    value
        .try_into()
        .map_err(|refused| refused.into().named(name))
}

/// Gives a newtype over [`ObjectId`] what an id needs: `new`, `as_str`,
/// conversions, `Display`, `Debug`, serde, and [`FormValue`].
///
/// ```
/// use stripe_runtime::{InvalidArgument, ObjectId};
///
/// /// The id of a verification session.
/// #[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
/// pub struct VerificationSessionId(ObjectId);
/// stripe_runtime::impl_id!(VerificationSessionId);
///
/// let id: VerificationSessionId = "vs_123".parse()?;
/// assert_eq!(id, "vs_123");
/// # Ok::<(), InvalidArgument>(())
/// ```
#[macro_export]
macro_rules! impl_id {
    ($id:ident) => {
        impl $id {
            /// Checks an id.
            ///
            /// # Errors
            ///
            /// It is empty, longer than 255 bytes, or holds something else
            /// than `A-Z a-z 0-9 _ -`.
            pub fn new(
                id: impl ::core::convert::Into<::std::string::String>,
            ) -> ::core::result::Result<Self, $crate::InvalidArgument> {
                ::core::result::Result::Ok(Self($crate::ObjectId::new(id)?))
            }

            /// The id as Stripe writes it.
            #[must_use]
            pub fn as_str(&self) -> &str {
                self.0.as_str()
            }
        }

        impl ::core::fmt::Display for $id {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Display::fmt(&self.0, f)
            }
        }

        impl ::core::fmt::Debug for $id {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Debug::fmt(&self.0, f)
            }
        }

        impl ::core::convert::AsRef<str> for $id {
            fn as_ref(&self) -> &str {
                self.0.as_str()
            }
        }

        impl ::core::str::FromStr for $id {
            type Err = $crate::InvalidArgument;

            fn from_str(id: &str) -> ::core::result::Result<Self, Self::Err> {
                Self::new(id)
            }
        }

        impl ::core::convert::TryFrom<&str> for $id {
            type Error = $crate::InvalidArgument;

            fn try_from(id: &str) -> ::core::result::Result<Self, Self::Error> {
                Self::new(id)
            }
        }

        impl ::core::convert::TryFrom<::std::string::String> for $id {
            type Error = $crate::InvalidArgument;

            fn try_from(id: ::std::string::String) -> ::core::result::Result<Self, Self::Error> {
                Self::new(id)
            }
        }

        impl ::core::convert::TryFrom<&::std::string::String> for $id {
            type Error = $crate::InvalidArgument;

            fn try_from(id: &::std::string::String) -> ::core::result::Result<Self, Self::Error> {
                Self::new(id.as_str())
            }
        }

        impl ::core::convert::From<&$id> for $id {
            fn from(id: &$id) -> Self {
                ::core::clone::Clone::clone(id)
            }
        }

        impl ::core::convert::From<$id> for $crate::ObjectId {
            fn from(id: $id) -> Self {
                id.0
            }
        }

        impl ::core::convert::From<&$id> for $crate::ObjectId {
            fn from(id: &$id) -> Self {
                ::core::clone::Clone::clone(&id.0)
            }
        }

        impl ::core::convert::From<$id> for ::std::string::String {
            fn from(id: $id) -> Self {
                id.0.into()
            }
        }

        impl ::core::convert::From<&$id> for ::std::string::String {
            fn from(id: &$id) -> Self {
                ::std::borrow::ToOwned::to_owned(id.as_str())
            }
        }

        impl ::core::cmp::PartialEq<str> for $id {
            fn eq(&self, other: &str) -> bool {
                self.as_str() == other
            }
        }

        impl ::core::cmp::PartialEq<&str> for $id {
            fn eq(&self, other: &&str) -> bool {
                self.as_str() == *other
            }
        }

        impl $crate::FormValue for $id {
            fn encode(&self, form: &mut $crate::FormEncoder) {
                form.text(self.as_str());
            }
        }

        impl $crate::__private::Serialize for $id {
            fn serialize<S: $crate::__private::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                $crate::__private::Serialize::serialize(&self.0, serializer)
            }
        }

        impl<'de> $crate::__private::Deserialize<'de> for $id {
            fn deserialize<D: $crate::__private::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                ::core::result::Result::Ok(Self($crate::__private::Deserialize::deserialize(
                    deserializer,
                )?))
            }
        }
    };
}
