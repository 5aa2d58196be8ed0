use std::fmt;
use std::marker::PhantomData;

use serde::de::{self, Deserializer, Visitor};

use crate::Redacted;

/// The value of an open enum that this version of a crate does not name.
///
/// Stripe adds values to its enums without notice; an enum therefore keeps
/// what it does not know, and gives it back by `as_str`. `Debug` hides it,
/// since it could be anything.
///
/// It is made by the enum's `From<&str>`, which knows the values that have names:
/// a known value is never an unknown one.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UnknownValue(Box<str>);

impl UnknownValue {
    /// Keeps a value. For the `From<&str>` of generated enums.
    #[doc(hidden)]
    #[must_use]
    pub fn new(value: &str) -> Self {
        Self(value.into())
    }

    /// The value as Stripe writes it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for UnknownValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("UnknownValue").field(&Redacted).finish()
    }
}

/// Reads an open enum: any string is a value. In a test value, it is the first.
#[doc(hidden)]
pub fn deserialize_open_enum<'de, T, D>(
    deserializer: D,
    values: &'static [&'static str],
) -> Result<T, D::Error>
where
    T: for<'a> From<&'a str>,
    D: Deserializer<'de>,
{
    struct OpenEnumVisitor<T>(&'static [&'static str], PhantomData<T>);

    impl<T: for<'a> From<&'a str>> Visitor<'_> for OpenEnumVisitor<T> {
        type Value = T;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a string")
        }

        fn visit_str<E: de::Error>(self, value: &str) -> Result<T, E> {
            Ok(T::from(value))
        }

        fn visit_unit<E: de::Error>(self) -> Result<T, E> {
            Ok(T::from(self.0.first().copied().unwrap_or_default()))
        }
    }

    // For every format of text the same as `deserialize_str`; see `testing`.
    deserializer.deserialize_identifier(OpenEnumVisitor(values, PhantomData))
}

/// Makes an enum an open one, from a table of its values: `as_str`, conversions, `Display`, `Debug`, order, serde, and
/// [`FormValue`](crate::FormValue).
///
/// The enum keeps what it does not know in a variant `UnknownValue(`[`UnknownValue`]`)`. In a
/// [test value](crate::testing::value) it has its first value.
///
/// ```
/// use stripe_runtime::UnknownValue;
///
/// /// What is checked.
/// #[derive(Clone, PartialEq, Eq, Hash)]
/// #[non_exhaustive]
/// pub enum VerificationType { Document, IdNumber, UnknownValue(UnknownValue) }
///
/// stripe_runtime::impl_open_enum! {
///     VerificationType {
///         Document: "document",
///         IdNumber: "id_number",
///     }
/// }
///
/// let read: VerificationType = serde_json::from_str("\"selfie_only\"").unwrap();
/// assert_eq!(read.to_string(), "selfie_only");
/// assert_eq!(format!("{read:?}"), "UnknownValue(<redacted>)");
/// assert_eq!(VerificationType::from("id_number"), VerificationType::IdNumber);
/// ```
#[macro_export]
macro_rules! impl_open_enum {
    ($name:ident {
        $($variant:ident: $value:literal,)*
    }) => {
        impl $name {
            /// The value as Stripe writes it.
            #[must_use]
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $value,)*
                    Self::UnknownValue(value) => value.as_str(),
                }
            }
        }

        impl ::core::convert::From<&str> for $name {
            fn from(value: &str) -> Self {
                match value {
                    $($value => Self::$variant,)*
                    _ => Self::UnknownValue($crate::UnknownValue::new(value)),
                }
            }
        }

        impl ::core::convert::From<::std::string::String> for $name {
            fn from(value: ::std::string::String) -> Self {
                Self::from(value.as_str())
            }
        }

        impl ::core::str::FromStr for $name {
            type Err = ::core::convert::Infallible;

            fn from_str(value: &str) -> ::core::result::Result<Self, Self::Err> {
                ::core::result::Result::Ok(Self::from(value))
            }
        }

        impl ::core::fmt::Display for $name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl ::core::fmt::Debug for $name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                match self {
                    Self::UnknownValue(value) => ::core::fmt::Debug::fmt(value, f),
                    known => f.write_str(known.as_str()),
                }
            }
        }

        // By the value and not by the place of the variant, which a new value would move.
        impl ::core::cmp::Ord for $name {
            fn cmp(&self, other: &Self) -> ::core::cmp::Ordering {
                self.as_str().cmp(other.as_str())
            }
        }

        impl ::core::cmp::PartialOrd for $name {
            fn partial_cmp(&self, other: &Self) -> ::core::option::Option<::core::cmp::Ordering> {
                ::core::option::Option::Some(::core::cmp::Ord::cmp(self, other))
            }
        }

        impl ::core::convert::AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }

        impl $crate::FormValue for $name {
            fn encode(&self, form: &mut $crate::FormEncoder) {
                form.text(self.as_str());
            }
        }

        impl $crate::__private::Serialize for $name {
            fn serialize<S: $crate::__private::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> $crate::__private::Deserialize<'de> for $name {
            fn deserialize<D: $crate::__private::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                $crate::__private::deserialize_open_enum(deserializer, &[$($value),*])
            }
        }
    };
}
