// @generated from Stripe's OpenAPI document. Do not edit: change the document or the generator, and run
// `cargo xtask generate`.

//! Everything about a [`Part`].

use std::fmt;
use serde::{Deserialize, Serialize};
use stripe_runtime::{Object, ObjectId};

/// What [`Thing::latest_part`](super::thing::Thing::latest_part) holds.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "object", rename = "part")]
#[non_exhaustive]
pub struct Part {
    /// See [`PartId`].
    pub id: PartId,
    /// The thing that it is a part of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub thing: Option<super::thing::ThingId>,
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

/// The id of a [`Part`].
///
/// It holds nothing but ASCII letters, digits, `_` and `-`, so that it cannot change the path of a URL.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PartId(ObjectId);

stripe_runtime::impl_id!(PartId);
