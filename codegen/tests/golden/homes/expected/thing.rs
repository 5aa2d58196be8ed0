// @generated from Stripe's OpenAPI document. Do not edit: change the document or the generator, and run
// `cargo xtask generate`.

//! Everything about a [`Thing`].
//!
//! [Stripe's documentation](https://docs.stripe.com/api/things/object)

use std::fmt;
use serde::{Deserialize, Serialize};
use stripe_runtime::{Object, ObjectId, Redacted};

mod retrieve;
mod delete;
mod create_part;
mod list_parts;
mod retrieve_part;
mod retrieve_thing;
mod search;

pub use self::retrieve::{RetrieveThing, retrieve};
pub use self::delete::{DeleteThing, delete};
pub use self::create_part::{CreateThingPart, create_part};
pub use self::list_parts::{ListThingParts, list_parts};
pub use self::retrieve_part::{RetrieveThingPart, retrieve_part};
pub use self::retrieve_thing::{RetrieveThingThing, retrieve_thing};
pub use self::search::{SearchThing, search};

/// A `thing`.
///
/// [Stripe's documentation](https://docs.stripe.com/api/things/object)
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "object", rename = "thing")]
#[non_exhaustive]
pub struct Thing {
    /// See [`ThingId`].
    pub id: ThingId,
}

impl fmt::Debug for Thing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Thing").field("id", &self.id).finish()
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

/// A `deleted_thing`.
///
/// [Stripe's documentation](https://docs.stripe.com/api/things/object)
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "object", rename = "thing")]
#[non_exhaustive]
pub struct DeletedThing {
    /// Stripe does not describe `deleted`.
    pub deleted: bool,
    /// Stripe does not describe `id`.
    pub id: String,
}

impl fmt::Debug for DeletedThing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DeletedThing")
            .field("deleted", &self.deleted)
            .field("id", &Redacted)
            .finish()
    }
}

/// A `part`.
///
/// [Stripe's documentation](https://docs.stripe.com/api/things/object)
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "object", rename = "part")]
#[non_exhaustive]
pub struct Part {
    /// See [`PartId`].
    pub id: PartId,
}

impl fmt::Debug for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Part").field("id", &self.id).finish()
    }
}

impl Object for Part {
    type Id = PartId;

    fn id(&self) -> &PartId {
        &self.id
    }
}
