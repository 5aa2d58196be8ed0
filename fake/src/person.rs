use std::fmt;

use stripe_identity::verification_session::{
    DocumentType, VerifiedOutputsIdNumberType, VerifiedOutputsSex,
};

/// Who was verified: what the document and the checks say of them.
///
/// [`Person::default`] is a sample person, of whom a test changes what it is
/// about:
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
/// assert!(!format!("{person:?}").contains("Ada"), "`Debug` tells nothing personal");
/// ```
#[derive(Clone, PartialEq)]
pub struct Person {
    /// First name.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
    /// Date of birth.
    pub dob: Date,
    /// Address, as the document has it.
    pub address: Address,
    /// Sex, if the document tells it.
    pub sex: Option<VerifiedOutputsSex>,
    /// Place of birth, if the document tells it.
    pub place_of_birth: Option<String>,
    /// A verified email address; with it, reports have a check of it.
    pub email: Option<String>,
    /// A verified phone number; with it, reports have a check of it.
    pub phone: Option<String>,
    /// The id number. Used by sessions that ask for one: of type `id_number`,
    /// with `require_id_number`, or of a verification flow.
    pub id_number: Option<IdNumber>,
    /// The document that was shown.
    pub document: IdentityDocument,
}

/// A day.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Date {
    /// The year, of four digits.
    pub year: i64,
    /// 1 to 12.
    pub month: i64,
    /// 1 to 31.
    pub day: i64,
}

/// A postal address.
#[derive(Clone, PartialEq, Eq)]
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
    /// Two letters.
    pub country: String,
}

/// An id number and what kind it is.
#[derive(Clone, PartialEq, Eq)]
pub struct IdNumber {
    /// The kind.
    pub type_: VerifiedOutputsIdNumberType,
    /// The number.
    pub number: String,
}

/// A document that proves who someone is.
#[derive(Clone, PartialEq, Eq)]
pub struct IdentityDocument {
    /// The kind.
    pub type_: DocumentType,
    /// Its number.
    pub number: String,
    /// Two letters.
    pub issuing_country: String,
    /// Since when it is valid.
    pub issued: Date,
    /// Until when it is valid.
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
