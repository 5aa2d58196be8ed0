// @generated from Stripe's OpenAPI document. Do not edit: change the document or the generator, and run
// `cargo xtask generate`.

//! Everything about a [`Thing`].
//!
//! [Stripe's documentation](https://docs.stripe.com/api/things/object)

use std::fmt;
use std::collections::BTreeMap;
use serde::{Deserialize, Serialize};
use stripe_runtime::{Json, Object, ObjectId, Redacted};

mod retrieve;

pub use self::retrieve::{RetrieveThing, retrieve};

/// A thing.
///
/// [Stripe's documentation](https://docs.stripe.com/api/things/object)
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "object", rename = "thing")]
#[non_exhaustive]
pub struct Thing {
    /// Stripe does not describe `anything`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub anything: Option<BTreeMap<String, Json>>,
    /// See [`ThingBounded`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bounded: Option<ThingBounded>,
    /// Stripe does not describe `counts`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub counts: Option<BTreeMap<String, i64>>,
    /// Its id.
    pub id: ThingId,
    /// Stripe does not describe `metadata`.
    pub metadata: BTreeMap<String, String>,
}

impl fmt::Debug for Thing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Thing")
            .field("anything", &self.anything.as_ref().map(|_| Redacted))
            .field("bounded", &self.bounded)
            .field("counts", &self.counts.as_ref().map(|_| Redacted))
            .field("id", &self.id)
            .field("metadata", &Redacted)
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

/// One of `bounded`.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ThingBounded {
    /// Stripe does not describe `known`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub known: Option<bool>,
}

impl fmt::Debug for ThingBounded {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ThingBounded").field("known", &self.known).finish()
    }
}
