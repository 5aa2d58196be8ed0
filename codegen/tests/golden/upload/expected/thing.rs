// @generated from Stripe's OpenAPI document. Do not edit: change the document or the generator, and run
// `cargo xtask generate`.

//! Everything about a [`Thing`].
//!
//! [Stripe's documentation](https://docs.stripe.com/api/things/object)

use std::fmt;
use serde::{Deserialize, Serialize};
use stripe_runtime::{Object, ObjectId};

mod create;

pub use self::create::{CreateThing, CreateLink, CreatePurpose, create};

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

/// The id of a [`Thing`].
///
/// It holds nothing but ASCII letters, digits, `_` and `-`, so that it cannot change the path of a URL.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ThingId(ObjectId);

stripe_runtime::impl_id!(ThingId);
