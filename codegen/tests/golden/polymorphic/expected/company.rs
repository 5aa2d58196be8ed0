// @generated from Stripe's OpenAPI document. Do not edit: change the document or the generator, and run
// `cargo xtask generate`.

//! Everything about a [`Company`].

use std::fmt;
use serde::{Deserialize, Serialize};
use stripe_runtime::{Object, ObjectId};

/// What [`Thing::owner`](super::thing::Thing::owner) holds.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "object", rename = "company")]
#[non_exhaustive]
pub struct Company {
    /// See [`CompanyId`].
    pub id: CompanyId,
}

impl fmt::Debug for Company {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Company").field("id", &self.id).finish()
    }
}

impl Object for Company {
    type Id = CompanyId;

    fn id(&self) -> &CompanyId {
        &self.id
    }
}

/// The id of a [`Company`].
///
/// It holds nothing but ASCII letters, digits, `_` and `-`, so that it cannot change the path of a URL.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CompanyId(ObjectId);

stripe_runtime::impl_id!(CompanyId);
