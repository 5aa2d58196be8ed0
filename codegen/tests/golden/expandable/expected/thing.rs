// @generated from Stripe's OpenAPI document. Do not edit: change the document or the generator, and run
// `cargo xtask generate`.

//! Everything about a [`Thing`].
//!
//! [Stripe's documentation](https://docs.stripe.com/api/things/object)

use std::fmt;
use serde::{Deserialize, Serialize};
use stripe_runtime::{Expandable, Object, ObjectId};

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
    /// ID of the latest part.
    ///
    /// An id, unless the request named `latest_part` in `expand`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub latest_part: Option<Expandable<Part>>,
}

impl fmt::Debug for Thing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Thing")
            .field("id", &self.id)
            .field("latest_part", &self.latest_part)
            .finish()
    }
}

impl Object for Thing {
    type Id = ThingId;

    fn id(&self) -> &ThingId {
        &self.id
    }
}

/// The id of a [`Part`].
///
/// It holds nothing but ASCII letters, digits, `_` and `-`, so that it cannot change the path of a URL.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PartId(ObjectId);

stripe_runtime::impl_id!(PartId);

/// The id of a [`Thing`].
///
/// It holds nothing but ASCII letters, digits, `_` and `-`, so that it cannot change the path of a URL.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ThingId(ObjectId);

stripe_runtime::impl_id!(ThingId);

/// What [`Thing::latest_part`] holds.
///
/// [Stripe's documentation](https://docs.stripe.com/api/things/object)
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "object", rename = "part")]
#[non_exhaustive]
pub struct Part {
    /// See [`PartId`].
    pub id: PartId,
    /// The thing that it is a part of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub thing: Option<ThingId>,
}

impl fmt::Debug for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Part").field("id", &self.id).field("thing", &self.thing).finish()
    }
}

impl Object for Part {
    type Id = PartId;

    fn id(&self) -> &PartId {
        &self.id
    }
}
