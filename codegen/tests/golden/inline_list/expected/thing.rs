// @generated from Stripe's OpenAPI document. Do not edit: change the document or the generator, and run
// `cargo xtask generate`.

//! Everything about a [`Thing`].
//!
//! [Stripe's documentation](https://docs.stripe.com/api/things/object)

use std::fmt;
use serde::{Deserialize, Serialize};
use stripe_runtime::{List, Object, ObjectId, UnknownValue};

mod list;

pub use self::list::{ListThings, list};

/// A `thing`.
///
/// [Stripe's documentation](https://docs.stripe.com/api/things/object)
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "object", rename = "thing")]
#[non_exhaustive]
pub struct Thing {
    /// See [`ThingId`].
    pub id: ThingId,
    /// Stripe does not describe `parts`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parts: Option<List<String>>,
    /// See [`ThingStatus`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<ThingStatus>,
}

impl fmt::Debug for Thing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Thing")
            .field("id", &self.id)
            .field("parts", &self.parts)
            .field("status", &self.status)
            .finish()
    }
}

impl Object for Thing {
    type Id = ThingId;

    fn id(&self) -> &ThingId {
        &self.id
    }
}

/// The id of a [`Thing`].
///
/// It holds nothing but ASCII letters, digits, `_` and `-`, so that it cannot change the path of a URL.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ThingId(ObjectId);

stripe_runtime::impl_id!(ThingId);

/// One of `status`.
#[derive(Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ThingStatus {
    /// `open`
    Open,
    /// `closed`
    Closed,
    /// `lost`
    Lost,
    /// A value that this version of the crate does not name.
    UnknownValue(UnknownValue),
}

impl ThingStatus {
    /// The value as Stripe writes it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Open => "open",
            Self::Closed => "closed",
            Self::Lost => "lost",
            Self::UnknownValue(value) => value.as_str(),
        }
    }
}

impl From<&str> for ThingStatus {
    fn from(value: &str) -> Self {
        match value {
            "open" => Self::Open,
            "closed" => Self::Closed,
            "lost" => Self::Lost,
            _ => Self::UnknownValue(UnknownValue::new(value)),
        }
    }
}

stripe_runtime::impl_open_enum!(ThingStatus);
