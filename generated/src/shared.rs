// @generated from Stripe's OpenAPI document. Do not edit: change the document or the selection, and
// generate again.

//! Types that several resources share.

use std::fmt;
use stripe_runtime::{ObjectFields, ReadFields, Redacted, WriteFields};

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

impl fmt::Debug for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Address")
            .field("city", &Redacted::if_some(&self.city))
            .field("country", &Redacted::if_some(&self.country))
            .field("line1", &Redacted::if_some(&self.line1))
            .field("line2", &Redacted::if_some(&self.line2))
            .field("postal_code", &Redacted::if_some(&self.postal_code))
            .field("state", &Redacted::if_some(&self.state))
            .finish()
    }
}

stripe_runtime::impl_object!(Address);

impl ObjectFields for Address {
    const NAME: &'static str = "Address";
    const FIELDS: &'static [&'static str] = &[
        "city",
        "country",
        "line1",
        "line2",
        "postal_code",
        "state",
    ];

    fn read<'de, R: ReadFields<'de>>(reader: &mut R) -> Result<Self, R::Error> {
        let mut f0 = None;
        let mut f1 = None;
        let mut f2 = None;
        let mut f3 = None;
        let mut f4 = None;
        let mut f5 = None;
        while let Some(field) = reader.next()? {
            match field {
                0 => reader.value(&mut f0),
                1 => reader.value(&mut f1),
                2 => reader.value(&mut f2),
                3 => reader.value(&mut f3),
                4 => reader.value(&mut f4),
                5 => reader.value(&mut f5),
                _ => reader.skip(),
            }?;
        }
        Ok(Self {
            city: f0.flatten(),
            country: f1.flatten(),
            line1: f2.flatten(),
            line2: f3.flatten(),
            postal_code: f4.flatten(),
            state: f5.flatten(),
        })
    }

    fn write<W: WriteFields>(&self, writer: &mut W) {
        writer.optional("city", &self.city);
        writer.optional("country", &self.country);
        writer.optional("line1", &self.line1);
        writer.optional("line2", &self.line2);
        writer.optional("postal_code", &self.postal_code);
        writer.optional("state", &self.state);
    }
}
