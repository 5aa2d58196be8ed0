// @generated from Stripe's OpenAPI document. Do not edit: change the document or the selection, and
// generate again.

//! Types that several resources share.

use std::fmt;
use serde::{Deserialize, Serialize};
use stripe_runtime::Redacted;

/// The value of [`DocumentReport::address`](super::verification_report::DocumentReport::address).
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Address {
    /// City, district, suburb, town, or village.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub city: Option<String>,
    /// Two-letter country code ([ISO 3166-1 alpha-2](https://en.wikipedia.org/wiki/ISO_3166-1_alpha-2)).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
    /// Address line 1, such as the street, PO Box, or company name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub line1: Option<String>,
    /// Address line 2, such as the apartment, suite, unit, or building.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub line2: Option<String>,
    /// ZIP or postal code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub postal_code: Option<String>,
    /// State, county, province, or region ([ISO 3166-2](https://en.wikipedia.org/wiki/ISO_3166-2)).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub state: Option<String>,
}

impl fmt::Debug for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Address")
            .field("city", &self.city.as_ref().map(|_| Redacted))
            .field("country", &self.country.as_ref().map(|_| Redacted))
            .field("line1", &self.line1.as_ref().map(|_| Redacted))
            .field("line2", &self.line2.as_ref().map(|_| Redacted))
            .field("postal_code", &self.postal_code.as_ref().map(|_| Redacted))
            .field("state", &self.state.as_ref().map(|_| Redacted))
            .finish()
    }
}
