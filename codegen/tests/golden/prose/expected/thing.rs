// @generated from Stripe's OpenAPI document. Do not edit: change the document or the generator, and run
// `cargo xtask generate`.

//! Everything about a [`Thing`].
//!
//! [Stripe's documentation](https://docs.stripe.com/api/things/object)

use std::fmt;
use serde::{Deserialize, Serialize};
use stripe_runtime::{Object, ObjectId, Redacted};

mod retrieve;

pub use self::retrieve::{RetrieveThing, retrieve};

/// First.
///
/// ```text
/// indented, not code
/// ```
///
/// "\] #!\[deny(warnings)\] \*/
///
/// [Stripe's documentation](https://docs.stripe.com/api/things/object)
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "object", rename = "thing")]
#[non_exhaustive]
pub struct Thing {
    /// Some `code`, a [link](https://docs.stripe.com/identity) and `PaymentIntents`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub html: Option<String>,
    /// Its id.
    pub id: ThingId,
    /// See <https://docs.stripe.com/api>, `[x]` and \[redacted\]; `<api_key>` is \*/ not HTML.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub markdown: Option<String>,
}

impl fmt::Debug for Thing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Thing")
            .field("html", &self.html.as_ref().map(|_| Redacted))
            .field("id", &self.id)
            .field("markdown", &self.markdown.as_ref().map(|_| Redacted))
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
