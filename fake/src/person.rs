use std::fmt;

use serde::{Deserialize, Serialize};
use stripe_identity::verification_session::{
    DocumentType, VerifiedOutputsIdNumberType, VerifiedOutputsSex,
};

/// The person who is verified, as the document and the checks describe them.
///
/// [`Person::default`] is a sample person; a test changes the fields that it is about:
///
/// ```
/// use stripe_identity_fake::{Date, Person};
///
/// let person = Person {
///     first_name: "Ada".to_owned(),
///     dob: Date { year: 1990, month: 12, day: 10 },
///     ..Person::default()
/// };
/// assert_eq!(person.last_name, "Rosen");
/// assert!(!format!("{person:?}").contains("Ada"), "`Debug` hides personal data");
/// ```
#[derive(Clone, PartialEq, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct Person {
    /// First name.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
    /// Date of birth.
    pub dob: Date,
    /// Address, as it appears in the document.
    pub address: Address,
    /// Sex, if it appears in the document.
    pub sex: Option<VerifiedOutputsSex>,
    /// Place of birth, if it appears in the document.
    pub place_of_birth: Option<String>,
    /// A verified email address. Reports have an email check if there is one.
    pub email: Option<String>,
    /// A verified phone number. Reports have a phone check if there is one.
    pub phone: Option<String>,
    /// The ID number, for sessions that ask for one: of type `id_number`, with
    /// `require_id_number`, or of a verification flow.
    pub id_number: Option<IdNumber>,
    /// The document that the person shows.
    pub document: IdentityDocument,
}

/// A day.
#[derive(Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Date {
    /// The year, with four digits.
    pub year: i64,
    /// 1 to 12.
    pub month: i64,
    /// 1 to 31.
    pub day: i64,
}

/// A postal address.
#[derive(Clone, PartialEq, Eq, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct Address {
    /// Street and number.
    pub line1: String,
    /// Apartment, suite, unit.
    pub line2: Option<String>,
    /// City.
    pub city: String,
    /// State or region.
    pub state: Option<String>,
    /// Postal code.
    pub postal_code: String,
    /// Country code of two letters.
    pub country: String,
}

/// An ID number and its kind.
#[derive(Clone, PartialEq, Eq, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct IdNumber {
    /// The kind.
    #[serde(rename = "type")]
    pub type_: VerifiedOutputsIdNumberType,
    /// The number.
    pub number: String,
}

/// An identity document.
#[derive(Clone, PartialEq, Eq, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct IdentityDocument {
    /// The kind.
    #[serde(rename = "type")]
    pub type_: DocumentType,
    /// Its number.
    pub number: String,
    /// Country code of two letters.
    pub issuing_country: String,
    /// The first day on which it is valid.
    pub issued: Date,
    /// The last day on which it is valid.
    pub expires: Date,
}

impl Default for Person {
    /// A sample person, who does not exist.
    fn default() -> Self {
        Self {
            first_name: "Jenny".to_owned(),
            last_name: "Rosen".to_owned(),
            dob: Date {
                year: 1985,
                month: 3,
                day: 14,
            },
            address: Address::default(),
            sex: Some(VerifiedOutputsSex::Female),
            place_of_birth: Some("Springfield".to_owned()),
            email: None,
            phone: None,
            id_number: Some(IdNumber::default()),
            document: IdentityDocument::default(),
        }
    }
}

impl Default for Address {
    fn default() -> Self {
        Self {
            line1: "1234 Main St.".to_owned(),
            line2: None,
            city: "Springfield".to_owned(),
            state: Some("OR".to_owned()),
            postal_code: "97477".to_owned(),
            country: "US".to_owned(),
        }
    }
}

impl Default for IdNumber {
    fn default() -> Self {
        Self {
            type_: VerifiedOutputsIdNumberType::UsSsn,
            number: "000000000".to_owned(),
        }
    }
}

impl Default for IdentityDocument {
    fn default() -> Self {
        Self {
            type_: DocumentType::DrivingLicense,
            number: "A1234567".to_owned(),
            issuing_country: "US".to_owned(),
            issued: Date {
                year: 2024,
                month: 5,
                day: 2,
            },
            expires: Date {
                year: 2034,
                month: 5,
                day: 2,
            },
        }
    }
}

/// `Debug` that names the type and nothing of what it holds.
macro_rules! hidden {
    ($($type_:ident),*) => {
        $(
            impl fmt::Debug for $type_ {
                fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                    f.debug_struct(stringify!($type_)).finish_non_exhaustive()
                }
            }
        )*
    };
}

hidden!(Person, Date, Address, IdNumber, IdentityDocument);
