use std::fmt;

use crate::InvalidArgument;
use crate::form::push_encoded;

/// The most characters of an id; Stripe's own
/// [bound](https://docs.stripe.com/upgrades#what-changes-does-stripe-consider-to-be-backward-compatible).
const LONGEST: usize = 255;

/// The id of one of Stripe's objects.
///
/// A response may hold any text as an id, since people choose the ids of some
/// objects, such as coupons. An id for a request must be fit for its path:
/// [`new`](Self::new) checks that, and an id from a response is checked when it
/// becomes a [`path_parameter`].
///
/// Generated crates wrap it into one type per resource with
/// [`impl_id!`](crate::impl_id); each of them converts into an `ObjectId`.
///
/// `Display` writes the id as it is. `Debug` escapes control characters and
/// shows at most 255 characters.
///
/// ```
/// use stripe_runtime::ObjectId;
///
/// assert_eq!(ObjectId::new("balance.summary.1").unwrap().as_str(), "balance.summary.1");
/// assert!(ObjectId::new("vs_1/cancel").is_err());
///
/// let decoded: ObjectId = serde_json::from_str("\"vs_1/cancel\"").unwrap();
/// assert_eq!(decoded.as_str(), "vs_1/cancel");
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ObjectId(String);

crate::__impl_id_conversions!(ObjectId);

impl ObjectId {
    /// Checks an id for a request.
    ///
    /// # Errors
    ///
    /// It is empty, `.` or `..`, longer than 255 characters, or contains a
    /// control character or one of `/ \ ? # %`.
    pub fn new(id: impl Into<String>) -> Result<Self, InvalidArgument> {
        let id = id.into();
        check(&id)?;
        Ok(Self(id))
    }

    /// The id as Stripe writes it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for ObjectId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let shown: String = self.0.chars().take(LONGEST).collect();
        fmt::Debug::fmt(&shown, f)
    }
}

/// Refuses what could change a path even if it is percent-encoded: servers and
/// proxies fold `%2e%2e`, and some decode `%2F` before they route.
fn check(id: &str) -> Result<(), InvalidArgument> {
    let reason = if id.is_empty() {
        "an id must not be empty: pass the `id` of an object"
    } else if id.chars().count() > LONGEST {
        "an id is at most 255 characters long"
    } else if matches!(id, "." | "..")
        || id.contains(|c: char| c.is_control() || matches!(c, '/' | '\\' | '?' | '#' | '%'))
    {
        r"an id must not be `.` or `..`, or contain `/`, `\`, `?`, `#`, `%` or control characters: pass it as Stripe returned it, not encoded and without the rest of a path"
    } else {
        return Ok(());
    };
    Err(InvalidArgument::new("id", reason))
}

/// Converts and checks a path parameter, for a field of a request.
///
/// # Errors
///
/// [`ObjectId::new`] does not accept the value; this includes ids decoded from a
/// response. The error has the parameter's name.
pub fn path_parameter<T, V>(name: &'static str, value: V) -> Result<T, InvalidArgument>
where
    T: AsRef<str>,
    V: TryInto<T, Error: Into<InvalidArgument>>,
{
    let id = value.try_into().map_err(Into::into);
    id.and_then(|id| check(id.as_ref()).map(|()| id))
        .map_err(|refused: InvalidArgument| refused.named(name))
}

/// Percent-encodes a [`path_parameter`], so that it is one segment of a path.
///
/// # Errors
///
/// The parameter was rejected.
pub fn path_segment<T: AsRef<str>>(
    parameter: &Result<T, InvalidArgument>,
) -> Result<String, InvalidArgument> {
    let id = parameter.as_ref().map_err(Clone::clone)?.as_ref();
    let mut segment = String::with_capacity(id.len());
    push_encoded(&mut segment, id);
    Ok(segment)
}

/// Gives a newtype over [`ObjectId`] what an id needs: `new`, `as_str`,
/// conversions, `Display`, `Debug`, serde, and [`FormValue`](crate::FormValue).
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
        $crate::__impl_id_conversions!($id);

        impl $id {
            /// Checks an id for a request.
            ///
            /// # Errors
            ///
            /// It is empty, `.` or `..`, longer than 255 characters, or contains
            /// a control character or one of `/ \ ? # %`.
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

        impl ::core::fmt::Debug for $id {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Debug::fmt(&self.0, f)
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
    };
}

/// What [`ObjectId`] and the newtypes over it have in common.
#[doc(hidden)]
#[macro_export]
macro_rules! __impl_id_conversions {
    ($id:ident) => {
        impl ::core::fmt::Display for $id {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Display::fmt(&self.0, f)
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
