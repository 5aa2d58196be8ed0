// @generated from Stripe's OpenAPI document. Do not edit: change the document or the generator, and run
// `cargo xtask generate`.

//! Everything about a [`Thing`].
//!
//! [Stripe's documentation](https://docs.stripe.com/api/things/object)

use std::fmt;
use serde::{Deserialize, Serialize};
use stripe_runtime::{Object, ObjectId};

mod retrieve;

pub use self::retrieve::{RetrieveThing, retrieve};

/// A thing.
///
/// [Stripe's documentation](https://docs.stripe.com/api/things/object)
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "object", rename = "thing")]
#[non_exhaustive]
pub struct Thing {
    /// See [`ThingBox`].
    ///
    /// Sent as `box`.
    #[serde(rename = "box", default, skip_serializing_if = "Option::is_none")]
    pub box_: Option<ThingBox>,
    /// Its id.
    pub id: ThingId,
    /// See [`Thing`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub inside: Option<Box<Thing>>,
    /// Stripe does not describe `parts`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parts: Option<Vec<Thing>>,
}

impl fmt::Debug for Thing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Thing")
            .field("box_", &self.box_)
            .field("id", &self.id)
            .field("inside", &self.inside)
            .field("parts", &self.parts)
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

/// What [`Thing::box_`] holds.
///
/// [Stripe's documentation](https://docs.stripe.com/api/things/object)
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ThingBox {
    /// See [`ThingLid`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lid: Option<Box<ThingLid>>,
}

impl fmt::Debug for ThingBox {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ThingBox").field("lid", &self.lid).finish()
    }
}

/// What [`ThingBox::lid`] holds.
///
/// [Stripe's documentation](https://docs.stripe.com/api/things/object)
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ThingLid {
    /// See [`ThingBox`].
    ///
    /// Sent as `box`.
    #[serde(rename = "box", default, skip_serializing_if = "Option::is_none")]
    pub box_: Option<Box<ThingBox>>,
}

impl fmt::Debug for ThingLid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ThingLid").field("box_", &self.box_).finish()
    }
}
