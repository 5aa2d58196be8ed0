// @generated from Stripe's OpenAPI document. Do not edit: change the document or the generator, and run
// `cargo xtask generate`.

//! Everything about a [`Person`].

use std::fmt;
use serde::{Deserialize, Serialize};
use stripe_runtime::{Object, ObjectId, Redacted};

/// What [`Thing::owner`](super::thing::Thing::owner) holds.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "object", rename = "person")]
#[non_exhaustive]
pub struct Person {
    /// See [`PersonId`].
    pub id: PersonId,
    /// Stripe does not describe `name`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

impl fmt::Debug for Person {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Person")
            .field("id", &self.id)
            .field("name", &self.name.as_ref().map(|_| Redacted))
            .finish()
    }
}

impl Object for Person {
    type Id = PersonId;

    fn id(&self) -> &PersonId {
        &self.id
    }
}

/// The id of a [`Person`].
///
/// It holds nothing but ASCII letters, digits, `_` and `-`, so that it cannot change the path of a URL.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PersonId(ObjectId);

stripe_runtime::impl_id!(PersonId);
