use std::fmt;
use std::marker::PhantomData;

use serde::de::{self, Deserialize, Deserializer, Visitor};
use serde::ser::{Serialize, Serializer};

/// A type whose JSON has a constant `object`, such as `identity.verification_session`.
pub trait Tagged {
    /// The constant.
    const OBJECT: &'static str;
}

/// The property `object` of a `T`: written as its constant, and an error if it is read as
/// anything else. Takes no space.
///
/// ```
/// use serde::{Deserialize, Serialize};
/// use stripe_runtime::{ObjectTag, Tagged};
///
/// #[derive(Serialize, Deserialize)]
/// struct Balance {
///     object: ObjectTag<Self>,
///     livemode: bool,
/// }
///
/// impl Tagged for Balance {
///     const OBJECT: &'static str = "balance";
/// }
///
/// let json = r#"{"object":"balance","livemode":false}"#;
/// let balance: Balance = serde_json::from_str(json).unwrap();
/// assert_eq!(serde_json::to_string(&balance).unwrap(), json);
/// assert!(serde_json::from_str::<Balance>(r#"{"object":"charge","livemode":false}"#).is_err());
/// assert!(serde_json::from_str::<Balance>(r#"{"livemode":false}"#).is_err());
/// ```
pub struct ObjectTag<T>(PhantomData<fn() -> T>);

impl<T> Default for ObjectTag<T> {
    fn default() -> Self {
        Self(PhantomData)
    }
}

impl<T> Clone for ObjectTag<T> {
    fn clone(&self) -> Self {
        Self::default()
    }
}

impl<T> PartialEq for ObjectTag<T> {
    fn eq(&self, _other: &Self) -> bool {
        true
    }
}

impl<T> Eq for ObjectTag<T> {}

impl<T: Tagged> fmt::Debug for ObjectTag<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(T::OBJECT)
    }
}

impl<T: Tagged> Serialize for ObjectTag<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(T::OBJECT)
    }
}

impl<'de, T: Tagged> Deserialize<'de> for ObjectTag<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct TagVisitor(&'static str);

        impl Visitor<'_> for TagVisitor {
            type Value = ();

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "`{}`", self.0)
            }

            fn visit_str<E: de::Error>(self, object: &str) -> Result<(), E> {
                if object == self.0 {
                    Ok(())
                } else {
                    Err(E::custom("another object than expected"))
                }
            }

            fn visit_unit<E: de::Error>(self) -> Result<(), E> {
                Ok(())
            }
        }

        // For every format of text the same as `deserialize_str`; see `testing`.
        deserializer.deserialize_identifier(TagVisitor(T::OBJECT))?;
        Ok(Self::default())
    }
}
