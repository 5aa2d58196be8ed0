// @generated from Stripe's OpenAPI document. Do not edit: change the document or the generator, and run
// `cargo xtask generate`.

//! Everything about a [`Thing`].
//!
//! [Stripe's documentation](https://docs.stripe.com/api/things/object)

use std::fmt;
use serde::{Deserialize, Serialize};
use stripe_runtime::{Object, ObjectId, UnknownValue};

mod retrieve;

pub use self::retrieve::{RetrieveThing, retrieve};

/// A thing.
///
/// [Stripe's documentation](https://docs.stripe.com/api/things/object)
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "object", rename = "thing")]
#[non_exhaustive]
pub struct Thing {
    /// Its id.
    pub id: ThingId,
    /// See [`ThingTimezone`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub timezone: Option<ThingTimezone>,
}

impl fmt::Debug for Thing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Thing")
            .field("id", &self.id)
            .field("timezone", &self.timezone)
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

/// One of `timezone`.
#[derive(Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ThingTimezone {
    /// `Etc/GMT+0`
    EtcSlashGmtPlus0,
    /// `Etc/GMT-0`
    EtcSlashGmtMinus0,
    /// `Etc/UTC`
    EtcUtc,
    /// `*`
    Asterisk,
    /// A value that this version of the crate does not name.
    UnknownValue(UnknownValue),
}

impl ThingTimezone {
    /// The value as Stripe writes it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::EtcSlashGmtPlus0 => "Etc/GMT+0",
            Self::EtcSlashGmtMinus0 => "Etc/GMT-0",
            Self::EtcUtc => "Etc/UTC",
            Self::Asterisk => "*",
            Self::UnknownValue(value) => value.as_str(),
        }
    }
}

impl From<&str> for ThingTimezone {
    fn from(value: &str) -> Self {
        match value {
            "Etc/GMT+0" => Self::EtcSlashGmtPlus0,
            "Etc/GMT-0" => Self::EtcSlashGmtMinus0,
            "Etc/UTC" => Self::EtcUtc,
            "*" => Self::Asterisk,
            _ => Self::UnknownValue(UnknownValue::new(value)),
        }
    }
}

stripe_runtime::impl_open_enum!(ThingTimezone);
