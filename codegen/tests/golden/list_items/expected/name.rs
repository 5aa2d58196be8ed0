// @generated from Stripe's OpenAPI document. Do not edit: change the document or the generator, and run
// `cargo xtask generate`.

//! Operations and types of `name`.

use std::fmt;
use serde::{Deserialize, Serialize};
use stripe_runtime::Redacted;

mod list;

pub use self::list::{ListName, list};

/// A `name`.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Name {
    /// Stripe does not describe `first`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first: Option<String>,
}

impl fmt::Debug for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Name")
            .field("first", &self.first.as_ref().map(|_| Redacted))
            .finish()
    }
}
