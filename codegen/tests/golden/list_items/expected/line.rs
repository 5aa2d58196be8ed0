// @generated from Stripe's OpenAPI document. Do not edit: change the document or the generator, and run
// `cargo xtask generate`.

//! Everything about a [`Line`].
//!
//! [Stripe's documentation](https://docs.stripe.com/api/lines/object)

use std::fmt;
use serde::{Deserialize, Serialize};
use stripe_runtime::{ListItem, Redacted};

mod list;

pub use self::list::{ListLines, list};

/// A `line`.
///
/// [Stripe's documentation](https://docs.stripe.com/api/lines/object)
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "object", rename = "line")]
#[non_exhaustive]
pub struct Line {
    /// Stripe does not describe `id`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
}

impl fmt::Debug for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Line").field("id", &self.id.as_ref().map(|_| Redacted)).finish()
    }
}

impl ListItem for Line {
    fn cursor(&self) -> Option<&str> {
        self.id.as_deref()
    }
}
