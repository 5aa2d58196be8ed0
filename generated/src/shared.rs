// @generated from Stripe's OpenAPI document. Do not edit: change the document or the selection, and
// generate again.

//! Types that several resources share.

/// The value of [`DocumentReport::address`](crate::verification_report::DocumentReport::address).
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Address {
    /// City, district, suburb, town, or village.
    pub city: Option<String>,
    /// Two-letter country code ([ISO 3166-1 alpha-2](https://en.wikipedia.org/wiki/ISO_3166-1_alpha-2)).
    pub country: Option<String>,
    /// Address line 1, such as the street, PO Box, or company name.
    pub line1: Option<String>,
    /// Address line 2, such as the apartment, suite, unit, or building.
    pub line2: Option<String>,
    /// ZIP or postal code.
    pub postal_code: Option<String>,
    /// State, county, province, or region ([ISO 3166-2](https://en.wikipedia.org/wiki/ISO_3166-2)).
    pub state: Option<String>,
}

stripe_runtime::impl_object! {
    Address {
        optional 0 "city": city hidden,
        optional 1 "country": country hidden,
        optional 2 "line1": line1 hidden,
        optional 3 "line2": line2 hidden,
        optional 4 "postal_code": postal_code hidden,
        optional 5 "state": state hidden,
    }
}
