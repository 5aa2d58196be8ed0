// @generated from Stripe's OpenAPI document. Do not edit: change the document or the selection, and
// generate again.

//! Everything about a [`VerificationReport`].
//!
//! [Stripe's documentation](https://docs.stripe.com/api/identity/verification_reports/object)

use std::fmt;
use stripe_runtime::{
    Object, ObjectFields, ObjectId, ObjectTag, ReadFields, Redacted, Tagged, Timestamp,
    UnknownValue, WriteFields,
};
use stripe_runtime::expand::{Deeper, Levels, Part, Path, Whole};

mod retrieve;
mod list;

#[doc(
    alias = "GET /v1/identity/verification_reports/:id",
    alias = "/v1/identity/verification_reports/:id"
)]
pub use self::retrieve::retrieve;
pub use self::retrieve::RetrieveVerificationReport;

#[doc(
    alias = "GET /v1/identity/verification_reports",
    alias = "/v1/identity/verification_reports"
)]
pub use self::list::list;
pub use self::list::ListVerificationReports;

/// A `VerificationReport` is the result of an attempt to collect and verify data from a user. The collection of verification checks performed is determined from the `type` and `options` parameters used. You can find the result of each verification check performed in the appropriate sub-resource: `document`, `id_number`, `selfie`.
///
/// Each `VerificationReport` contains a copy of any data collected by the user as well as reference IDs which can be used to access collected images through the [`FileUpload`](https://docs.stripe.com/api/files) API. To configure and create `VerificationReports`, use the [`VerificationSession`](https://docs.stripe.com/api/identity/verification_sessions) API.
///
/// Related guide: [Accessing verification results](https://docs.stripe.com/identity/verification-sessions#results).
///
/// [Stripe's documentation](https://docs.stripe.com/api/identity/verification_reports/object)
#[doc(alias = "identity.verification_report")]
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct VerificationReport {
    object: ObjectTag<Self>,
    /// A string to reference this user. This can be a customer ID, a session ID, or similar, and can be used to reconcile this verification with your internal systems.
    pub client_reference_id: Option<String>,
    /// Time at which the object was created. Measured in seconds since the Unix epoch.
    pub created: Timestamp,
    /// See [`DocumentReport`].
    pub document: Option<DocumentReport>,
    /// See [`EmailReport`].
    pub email: Option<EmailReport>,
    /// Unique identifier for the object.
    pub id: VerificationReportId,
    /// See [`IdNumberReport`].
    pub id_number: Option<IdNumberReport>,
    /// If the object exists in live mode, the value is `true`. If the object exists in test mode, the value is `false`.
    pub livemode: bool,
    /// See [`VerificationReportOptions`].
    pub options: Option<VerificationReportOptions>,
    /// See [`PhoneReport`].
    pub phone: Option<PhoneReport>,
    /// See [`SelfieReport`].
    pub selfie: Option<SelfieReport>,
    /// Type of report.
    ///
    /// Sent as `type`.
    pub type_: VerificationReportType,
    /// The configuration token of a verification flow from the dashboard.
    pub verification_flow: Option<String>,
    /// ID of the `VerificationSession` that created this report.
    pub verification_session: Option<super::verification_session::VerificationSessionId>,
}

impl fmt::Debug for VerificationReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("VerificationReport")
            .field("object", &self.object)
            .field("client_reference_id", &Redacted::if_some(&self.client_reference_id))
            .field("created", &self.created)
            .field("document", &self.document)
            .field("email", &self.email)
            .field("id", &self.id)
            .field("id_number", &self.id_number)
            .field("livemode", &self.livemode)
            .field("options", &self.options)
            .field("phone", &self.phone)
            .field("selfie", &self.selfie)
            .field("type_", &self.type_)
            .field("verification_flow", &Redacted::if_some(&self.verification_flow))
            .field("verification_session", &self.verification_session)
            .finish()
    }
}

stripe_runtime::impl_object!(VerificationReport);

impl ObjectFields for VerificationReport {
    const NAME: &'static str = "VerificationReport";
    const FIELDS: &'static [&'static str] = &[
        "client_reference_id",
        "created",
        "document",
        "email",
        "id",
        "id_number",
        "livemode",
        "object",
        "options",
        "phone",
        "selfie",
        "type",
        "verification_flow",
        "verification_session",
    ];

    fn read<'de, R: ReadFields<'de>>(reader: &mut R) -> Result<Self, R::Error> {
        let mut f0 = None;
        let mut f1 = None;
        let mut f2 = None;
        let mut f3 = None;
        let mut f4 = None;
        let mut f5 = None;
        let mut f6 = None;
        let mut f7 = None;
        let mut f8 = None;
        let mut f9 = None;
        let mut f10 = None;
        let mut f11 = None;
        let mut f12 = None;
        let mut f13 = None;
        while let Some(field) = reader.next()? {
            match field {
                0 => reader.value(&mut f0),
                1 => reader.value(&mut f1),
                2 => reader.value(&mut f2),
                3 => reader.value(&mut f3),
                4 => reader.value(&mut f4),
                5 => reader.value(&mut f5),
                6 => reader.value(&mut f6),
                7 => reader.value(&mut f7),
                8 => reader.value(&mut f8),
                9 => reader.value(&mut f9),
                10 => reader.value(&mut f10),
                11 => reader.value(&mut f11),
                12 => reader.value(&mut f12),
                13 => reader.value(&mut f13),
                _ => reader.skip(),
            }?;
        }
        Ok(Self {
            client_reference_id: f0.flatten(),
            created: reader.have(1, f1)?,
            document: f2.flatten(),
            email: f3.flatten(),
            id: reader.have(4, f4)?,
            id_number: f5.flatten(),
            livemode: reader.have(6, f6)?,
            object: reader.have(7, f7)?,
            options: f8.flatten(),
            phone: f9.flatten(),
            selfie: f10.flatten(),
            type_: reader.have(11, f11)?,
            verification_flow: f12.flatten(),
            verification_session: f13.flatten(),
        })
    }

    fn write<W: WriteFields>(&self, writer: &mut W) {
        writer.optional("client_reference_id", &self.client_reference_id);
        writer.required("created", &self.created);
        writer.optional("document", &self.document);
        writer.optional("email", &self.email);
        writer.required("id", &self.id);
        writer.optional("id_number", &self.id_number);
        writer.required("livemode", &self.livemode);
        writer.required("object", &self.object);
        writer.optional("options", &self.options);
        writer.optional("phone", &self.phone);
        writer.optional("selfie", &self.selfie);
        writer.required("type", &self.type_);
        writer.optional("verification_flow", &self.verification_flow);
        writer.optional("verification_session", &self.verification_session);
    }
}

impl Tagged for VerificationReport {
    const OBJECT: &'static str = "identity.verification_report";
}

impl Object for VerificationReport {
    type Id = VerificationReportId;

    fn id(&self) -> &VerificationReportId {
        &self.id
    }
}

/// The id of a [`VerificationReport`].
///
/// A response may hold any text as an id. An id that could change the path of a request is rejected before anything is sent.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct VerificationReportId(ObjectId);

stripe_runtime::impl_id!(VerificationReportId);

/// Result from a document check
///
/// [Stripe's documentation](https://docs.stripe.com/api/identity/verification_reports/object)
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct DocumentReport {
    /// Address as it appears in the document.
    pub address: Option<super::shared::Address>,
    /// Date of birth as it appears in the document.
    ///
    /// Sent only if the request expands it, and only to a [restricted key](https://docs.stripe.com/keys#limit-access) that has the permission for it.
    pub dob: Option<DocumentReportDateOfBirth>,
    /// Details on the verification error. Present when status is `unverified`.
    pub error: Option<DocumentReportError>,
    /// Expiration date of the document.
    ///
    /// Sent only if the request expands it, and only to a [restricted key](https://docs.stripe.com/keys#limit-access) that has the permission for it.
    pub expiration_date: Option<DocumentReportExpirationDate>,
    /// Array of [File](https://docs.stripe.com/api/files) ids containing images for this document.
    ///
    /// Sent only to a [restricted key](https://docs.stripe.com/keys#limit-access) that has the permission for it.
    pub files: Option<Vec<String>>,
    /// First name as it appears in the document.
    pub first_name: Option<String>,
    /// Issued date of the document.
    pub issued_date: Option<DocumentReportIssuedDate>,
    /// Issuing country of the document.
    pub issuing_country: Option<String>,
    /// Last name as it appears in the document.
    pub last_name: Option<String>,
    /// Document ID number.
    ///
    /// Sent only if the request expands it, and only to a [restricted key](https://docs.stripe.com/keys#limit-access) that has the permission for it.
    pub number: Option<String>,
    /// Sex of the person in the document.
    pub sex: Option<DocumentReportSex>,
    /// Status of this `document` check.
    pub status: DocumentReportStatus,
    /// Type of the document.
    ///
    /// Sent as `type`.
    pub type_: Option<DocumentReportType>,
    /// Place of birth as it appears in the document.
    pub unparsed_place_of_birth: Option<String>,
    /// Sex as it appears in the document.
    pub unparsed_sex: Option<String>,
}

impl fmt::Debug for DocumentReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DocumentReport")
            .field("address", &self.address)
            .field("dob", &self.dob)
            .field("error", &self.error)
            .field("expiration_date", &self.expiration_date)
            .field("files", &Redacted::if_some(&self.files))
            .field("first_name", &Redacted::if_some(&self.first_name))
            .field("issued_date", &self.issued_date)
            .field("issuing_country", &Redacted::if_some(&self.issuing_country))
            .field("last_name", &Redacted::if_some(&self.last_name))
            .field("number", &Redacted::if_some(&self.number))
            .field("sex", &Redacted::if_some(&self.sex))
            .field("status", &self.status)
            .field("type_", &self.type_)
            .field(
                "unparsed_place_of_birth",
                &Redacted::if_some(&self.unparsed_place_of_birth),
            )
            .field("unparsed_sex", &Redacted::if_some(&self.unparsed_sex))
            .finish()
    }
}

stripe_runtime::impl_object!(DocumentReport);

impl ObjectFields for DocumentReport {
    const NAME: &'static str = "DocumentReport";
    const FIELDS: &'static [&'static str] = &[
        "address",
        "dob",
        "error",
        "expiration_date",
        "files",
        "first_name",
        "issued_date",
        "issuing_country",
        "last_name",
        "number",
        "sex",
        "status",
        "type",
        "unparsed_place_of_birth",
        "unparsed_sex",
    ];

    fn read<'de, R: ReadFields<'de>>(reader: &mut R) -> Result<Self, R::Error> {
        let mut f0 = None;
        let mut f1 = None;
        let mut f2 = None;
        let mut f3 = None;
        let mut f4 = None;
        let mut f5 = None;
        let mut f6 = None;
        let mut f7 = None;
        let mut f8 = None;
        let mut f9 = None;
        let mut f10 = None;
        let mut f11 = None;
        let mut f12 = None;
        let mut f13 = None;
        let mut f14 = None;
        while let Some(field) = reader.next()? {
            match field {
                0 => reader.value(&mut f0),
                1 => reader.value(&mut f1),
                2 => reader.value(&mut f2),
                3 => reader.value(&mut f3),
                4 => reader.value(&mut f4),
                5 => reader.value(&mut f5),
                6 => reader.value(&mut f6),
                7 => reader.value(&mut f7),
                8 => reader.value(&mut f8),
                9 => reader.value(&mut f9),
                10 => reader.value(&mut f10),
                11 => reader.value(&mut f11),
                12 => reader.value(&mut f12),
                13 => reader.value(&mut f13),
                14 => reader.value(&mut f14),
                _ => reader.skip(),
            }?;
        }
        Ok(Self {
            address: f0.flatten(),
            dob: f1.flatten(),
            error: f2.flatten(),
            expiration_date: f3.flatten(),
            files: f4.flatten(),
            first_name: f5.flatten(),
            issued_date: f6.flatten(),
            issuing_country: f7.flatten(),
            last_name: f8.flatten(),
            number: f9.flatten(),
            sex: f10.flatten(),
            status: reader.have(11, f11)?,
            type_: f12.flatten(),
            unparsed_place_of_birth: f13.flatten(),
            unparsed_sex: f14.flatten(),
        })
    }

    fn write<W: WriteFields>(&self, writer: &mut W) {
        writer.optional("address", &self.address);
        writer.optional("dob", &self.dob);
        writer.optional("error", &self.error);
        writer.optional("expiration_date", &self.expiration_date);
        writer.optional("files", &self.files);
        writer.optional("first_name", &self.first_name);
        writer.optional("issued_date", &self.issued_date);
        writer.optional("issuing_country", &self.issuing_country);
        writer.optional("last_name", &self.last_name);
        writer.optional("number", &self.number);
        writer.optional("sex", &self.sex);
        writer.required("status", &self.status);
        writer.optional("type", &self.type_);
        writer.optional("unparsed_place_of_birth", &self.unparsed_place_of_birth);
        writer.optional("unparsed_sex", &self.unparsed_sex);
    }
}

/// Point in Time
///
/// [Stripe's documentation](https://docs.stripe.com/api/identity/verification_reports/object)
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct DocumentReportDateOfBirth {
    /// Numerical day between 1 and 31.
    pub day: Option<i64>,
    /// Numerical month between 1 and 12.
    pub month: Option<i64>,
    /// The four-digit year.
    pub year: Option<i64>,
}

impl fmt::Debug for DocumentReportDateOfBirth {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DocumentReportDateOfBirth")
            .field("day", &Redacted::if_some(&self.day))
            .field("month", &Redacted::if_some(&self.month))
            .field("year", &Redacted::if_some(&self.year))
            .finish()
    }
}

stripe_runtime::impl_object!(DocumentReportDateOfBirth);

impl ObjectFields for DocumentReportDateOfBirth {
    const NAME: &'static str = "DocumentReportDateOfBirth";
    const FIELDS: &'static [&'static str] = &["day", "month", "year"];

    fn read<'de, R: ReadFields<'de>>(reader: &mut R) -> Result<Self, R::Error> {
        let mut f0 = None;
        let mut f1 = None;
        let mut f2 = None;
        while let Some(field) = reader.next()? {
            match field {
                0 => reader.value(&mut f0),
                1 => reader.value(&mut f1),
                2 => reader.value(&mut f2),
                _ => reader.skip(),
            }?;
        }
        Ok(Self {
            day: f0.flatten(),
            month: f1.flatten(),
            year: f2.flatten(),
        })
    }

    fn write<W: WriteFields>(&self, writer: &mut W) {
        writer.optional("day", &self.day);
        writer.optional("month", &self.month);
        writer.optional("year", &self.year);
    }
}

/// The value of [`DocumentReport::error`](crate::verification_report::DocumentReport::error).
///
/// [Stripe's documentation](https://docs.stripe.com/api/identity/verification_reports/object)
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct DocumentReportError {
    /// A short machine-readable string giving the reason for the verification failure.
    pub code: Option<DocumentReportErrorCode>,
    /// A human-readable message giving the reason for the failure. These messages can be shown to your users.
    pub reason: Option<String>,
}

impl fmt::Debug for DocumentReportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DocumentReportError")
            .field("code", &self.code)
            .field("reason", &Redacted::if_some(&self.reason))
            .finish()
    }
}

stripe_runtime::impl_object!(DocumentReportError);

impl ObjectFields for DocumentReportError {
    const NAME: &'static str = "DocumentReportError";
    const FIELDS: &'static [&'static str] = &["code", "reason"];

    fn read<'de, R: ReadFields<'de>>(reader: &mut R) -> Result<Self, R::Error> {
        let mut f0 = None;
        let mut f1 = None;
        while let Some(field) = reader.next()? {
            match field {
                0 => reader.value(&mut f0),
                1 => reader.value(&mut f1),
                _ => reader.skip(),
            }?;
        }
        Ok(Self {
            code: f0.flatten(),
            reason: f1.flatten(),
        })
    }

    fn write<W: WriteFields>(&self, writer: &mut W) {
        writer.optional("code", &self.code);
        writer.optional("reason", &self.reason);
    }
}

/// A short machine-readable string giving the reason for the verification failure.
#[derive(Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum DocumentReportErrorCode {
    /// `document_expired`
    DocumentExpired,
    /// `document_type_not_supported`
    DocumentTypeNotSupported,
    /// `document_unverified_other`
    DocumentUnverifiedOther,
    /// A value that this version of the crate does not know.
    UnknownValue(UnknownValue),
}

impl DocumentReportErrorCode {
    /// The value as Stripe writes it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::DocumentExpired => "document_expired",
            Self::DocumentTypeNotSupported => "document_type_not_supported",
            Self::DocumentUnverifiedOther => "document_unverified_other",
            Self::UnknownValue(value) => value.as_str(),
        }
    }
}

impl From<&str> for DocumentReportErrorCode {
    fn from(value: &str) -> Self {
        match value {
            "document_expired" => Self::DocumentExpired,
            "document_type_not_supported" => Self::DocumentTypeNotSupported,
            "document_unverified_other" => Self::DocumentUnverifiedOther,
            _ => Self::UnknownValue(UnknownValue::new(value)),
        }
    }
}

stripe_runtime::impl_open_enum!(DocumentReportErrorCode, "document_expired");

/// The path to [`DocumentReport`] in a response. Its methods lead on to what can be expanded.
#[must_use = "a path is expanded by the request that it is given to"]
pub struct DocumentReportExpansion<L, E>(Path<L, E>);

stripe_runtime::impl_expansion!(DocumentReportExpansion);

impl<L: Levels, E> DocumentReportExpansion<L, E> {
    /// Expands [`DocumentReport::dob`](crate::verification_report::DocumentReport::dob).
    ///
    /// Sent only if the request expands it, and only to a [restricted key](https://docs.stripe.com/keys#limit-access) that has the permission for it.
    pub fn dob(&self) -> Path<L::Next, Whole>
    where
        L: Deeper,
    {
        self.0.to("dob")
    }

    /// Expands [`DocumentReport::expiration_date`](crate::verification_report::DocumentReport::expiration_date).
    ///
    /// Sent only if the request expands it, and only to a [restricted key](https://docs.stripe.com/keys#limit-access) that has the permission for it.
    pub fn expiration_date(&self) -> Path<L::Next, Whole>
    where
        L: Deeper,
    {
        self.0.to("expiration_date")
    }

    /// Expands [`DocumentReport::number`](crate::verification_report::DocumentReport::number).
    ///
    /// Sent only if the request expands it, and only to a [restricted key](https://docs.stripe.com/keys#limit-access) that has the permission for it.
    pub fn number(&self) -> Path<L::Next, Whole>
    where
        L: Deeper,
    {
        self.0.to("number")
    }
}

/// Point in Time
///
/// [Stripe's documentation](https://docs.stripe.com/api/identity/verification_reports/object)
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct DocumentReportExpirationDate {
    /// Numerical day between 1 and 31.
    pub day: Option<i64>,
    /// Numerical month between 1 and 12.
    pub month: Option<i64>,
    /// The four-digit year.
    pub year: Option<i64>,
}

impl fmt::Debug for DocumentReportExpirationDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DocumentReportExpirationDate")
            .field("day", &Redacted::if_some(&self.day))
            .field("month", &Redacted::if_some(&self.month))
            .field("year", &Redacted::if_some(&self.year))
            .finish()
    }
}

stripe_runtime::impl_object!(DocumentReportExpirationDate);

impl ObjectFields for DocumentReportExpirationDate {
    const NAME: &'static str = "DocumentReportExpirationDate";
    const FIELDS: &'static [&'static str] = &["day", "month", "year"];

    fn read<'de, R: ReadFields<'de>>(reader: &mut R) -> Result<Self, R::Error> {
        let mut f0 = None;
        let mut f1 = None;
        let mut f2 = None;
        while let Some(field) = reader.next()? {
            match field {
                0 => reader.value(&mut f0),
                1 => reader.value(&mut f1),
                2 => reader.value(&mut f2),
                _ => reader.skip(),
            }?;
        }
        Ok(Self {
            day: f0.flatten(),
            month: f1.flatten(),
            year: f2.flatten(),
        })
    }

    fn write<W: WriteFields>(&self, writer: &mut W) {
        writer.optional("day", &self.day);
        writer.optional("month", &self.month);
        writer.optional("year", &self.year);
    }
}

/// Point in Time
///
/// [Stripe's documentation](https://docs.stripe.com/api/identity/verification_reports/object)
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct DocumentReportIssuedDate {
    /// Numerical day between 1 and 31.
    pub day: Option<i64>,
    /// Numerical month between 1 and 12.
    pub month: Option<i64>,
    /// The four-digit year.
    pub year: Option<i64>,
}

impl fmt::Debug for DocumentReportIssuedDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DocumentReportIssuedDate")
            .field("day", &Redacted::if_some(&self.day))
            .field("month", &Redacted::if_some(&self.month))
            .field("year", &Redacted::if_some(&self.year))
            .finish()
    }
}

stripe_runtime::impl_object!(DocumentReportIssuedDate);

impl ObjectFields for DocumentReportIssuedDate {
    const NAME: &'static str = "DocumentReportIssuedDate";
    const FIELDS: &'static [&'static str] = &["day", "month", "year"];

    fn read<'de, R: ReadFields<'de>>(reader: &mut R) -> Result<Self, R::Error> {
        let mut f0 = None;
        let mut f1 = None;
        let mut f2 = None;
        while let Some(field) = reader.next()? {
            match field {
                0 => reader.value(&mut f0),
                1 => reader.value(&mut f1),
                2 => reader.value(&mut f2),
                _ => reader.skip(),
            }?;
        }
        Ok(Self {
            day: f0.flatten(),
            month: f1.flatten(),
            year: f2.flatten(),
        })
    }

    fn write<W: WriteFields>(&self, writer: &mut W) {
        writer.optional("day", &self.day);
        writer.optional("month", &self.month);
        writer.optional("year", &self.year);
    }
}

/// Sex of the person in the document.
#[derive(Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum DocumentReportSex {
    /// `[redacted]`
    #[doc(alias = "[redacted]")]
    Redacted,
    /// `female`
    Female,
    /// `male`
    Male,
    /// `unknown`
    Unknown,
    /// A value that this version of the crate does not know.
    UnknownValue(UnknownValue),
}

impl DocumentReportSex {
    /// The value as Stripe writes it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Redacted => "[redacted]",
            Self::Female => "female",
            Self::Male => "male",
            Self::Unknown => "unknown",
            Self::UnknownValue(value) => value.as_str(),
        }
    }
}

impl From<&str> for DocumentReportSex {
    fn from(value: &str) -> Self {
        match value {
            "[redacted]" => Self::Redacted,
            "female" => Self::Female,
            "male" => Self::Male,
            "unknown" => Self::Unknown,
            _ => Self::UnknownValue(UnknownValue::new(value)),
        }
    }
}

stripe_runtime::impl_open_enum!(DocumentReportSex, "[redacted]");

/// Status of this `document` check.
#[derive(Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum DocumentReportStatus {
    /// `unverified`
    Unverified,
    /// `verified`
    Verified,
    /// A value that this version of the crate does not know.
    UnknownValue(UnknownValue),
}

impl DocumentReportStatus {
    /// The value as Stripe writes it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Unverified => "unverified",
            Self::Verified => "verified",
            Self::UnknownValue(value) => value.as_str(),
        }
    }
}

impl From<&str> for DocumentReportStatus {
    fn from(value: &str) -> Self {
        match value {
            "unverified" => Self::Unverified,
            "verified" => Self::Verified,
            _ => Self::UnknownValue(UnknownValue::new(value)),
        }
    }
}

stripe_runtime::impl_open_enum!(DocumentReportStatus, "unverified");

/// Type of the document.
#[derive(Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum DocumentReportType {
    /// `driving_license`
    DrivingLicense,
    /// `id_card`
    IdCard,
    /// `passport`
    Passport,
    /// A value that this version of the crate does not know.
    UnknownValue(UnknownValue),
}

impl DocumentReportType {
    /// The value as Stripe writes it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::DrivingLicense => "driving_license",
            Self::IdCard => "id_card",
            Self::Passport => "passport",
            Self::UnknownValue(value) => value.as_str(),
        }
    }
}

impl From<&str> for DocumentReportType {
    fn from(value: &str) -> Self {
        match value {
            "driving_license" => Self::DrivingLicense,
            "id_card" => Self::IdCard,
            "passport" => Self::Passport,
            _ => Self::UnknownValue(UnknownValue::new(value)),
        }
    }
}

stripe_runtime::impl_open_enum!(DocumentReportType, "driving_license");

/// Result from a email check
///
/// [Stripe's documentation](https://docs.stripe.com/api/identity/verification_reports/object)
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct EmailReport {
    /// Email to be verified.
    pub email: Option<String>,
    /// Details on the verification error. Present when status is `unverified`.
    pub error: Option<EmailReportError>,
    /// Status of this `email` check.
    pub status: EmailReportStatus,
}

impl fmt::Debug for EmailReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("EmailReport")
            .field("email", &Redacted::if_some(&self.email))
            .field("error", &self.error)
            .field("status", &self.status)
            .finish()
    }
}

stripe_runtime::impl_object!(EmailReport);

impl ObjectFields for EmailReport {
    const NAME: &'static str = "EmailReport";
    const FIELDS: &'static [&'static str] = &["email", "error", "status"];

    fn read<'de, R: ReadFields<'de>>(reader: &mut R) -> Result<Self, R::Error> {
        let mut f0 = None;
        let mut f1 = None;
        let mut f2 = None;
        while let Some(field) = reader.next()? {
            match field {
                0 => reader.value(&mut f0),
                1 => reader.value(&mut f1),
                2 => reader.value(&mut f2),
                _ => reader.skip(),
            }?;
        }
        Ok(Self {
            email: f0.flatten(),
            error: f1.flatten(),
            status: reader.have(2, f2)?,
        })
    }

    fn write<W: WriteFields>(&self, writer: &mut W) {
        writer.optional("email", &self.email);
        writer.optional("error", &self.error);
        writer.required("status", &self.status);
    }
}

/// The value of [`EmailReport::error`](crate::verification_report::EmailReport::error).
///
/// [Stripe's documentation](https://docs.stripe.com/api/identity/verification_reports/object)
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct EmailReportError {
    /// A short machine-readable string giving the reason for the verification failure.
    pub code: Option<EmailReportErrorCode>,
    /// A human-readable message giving the reason for the failure. These messages can be shown to your users.
    pub reason: Option<String>,
}

impl fmt::Debug for EmailReportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("EmailReportError")
            .field("code", &self.code)
            .field("reason", &Redacted::if_some(&self.reason))
            .finish()
    }
}

stripe_runtime::impl_object!(EmailReportError);

impl ObjectFields for EmailReportError {
    const NAME: &'static str = "EmailReportError";
    const FIELDS: &'static [&'static str] = &["code", "reason"];

    fn read<'de, R: ReadFields<'de>>(reader: &mut R) -> Result<Self, R::Error> {
        let mut f0 = None;
        let mut f1 = None;
        while let Some(field) = reader.next()? {
            match field {
                0 => reader.value(&mut f0),
                1 => reader.value(&mut f1),
                _ => reader.skip(),
            }?;
        }
        Ok(Self {
            code: f0.flatten(),
            reason: f1.flatten(),
        })
    }

    fn write<W: WriteFields>(&self, writer: &mut W) {
        writer.optional("code", &self.code);
        writer.optional("reason", &self.reason);
    }
}

/// A short machine-readable string giving the reason for the verification failure.
#[derive(Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum EmailReportErrorCode {
    /// `email_unverified_other`
    EmailUnverifiedOther,
    /// `email_verification_declined`
    EmailVerificationDeclined,
    /// A value that this version of the crate does not know.
    UnknownValue(UnknownValue),
}

impl EmailReportErrorCode {
    /// The value as Stripe writes it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::EmailUnverifiedOther => "email_unverified_other",
            Self::EmailVerificationDeclined => "email_verification_declined",
            Self::UnknownValue(value) => value.as_str(),
        }
    }
}

impl From<&str> for EmailReportErrorCode {
    fn from(value: &str) -> Self {
        match value {
            "email_unverified_other" => Self::EmailUnverifiedOther,
            "email_verification_declined" => Self::EmailVerificationDeclined,
            _ => Self::UnknownValue(UnknownValue::new(value)),
        }
    }
}

stripe_runtime::impl_open_enum!(EmailReportErrorCode, "email_unverified_other");

/// Status of this `email` check.
pub type EmailReportStatus = DocumentReportStatus;

/// Result from an `id_number` check
///
/// [Stripe's documentation](https://docs.stripe.com/api/identity/verification_reports/object)
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct IdNumberReport {
    /// Date of birth.
    ///
    /// Sent only if the request expands it, and only to a [restricted key](https://docs.stripe.com/keys#limit-access) that has the permission for it.
    pub dob: Option<IdNumberReportDate>,
    /// Details on the verification error. Present when status is `unverified`.
    pub error: Option<IdNumberReportError>,
    /// First name.
    pub first_name: Option<String>,
    /// ID number. When `id_number_type` is `us_ssn`, only the last 4 digits are present.
    ///
    /// Sent only if the request expands it, and only to a [restricted key](https://docs.stripe.com/keys#limit-access) that has the permission for it.
    pub id_number: Option<String>,
    /// Type of ID number.
    pub id_number_type: Option<IdNumberReportIdNumberType>,
    /// Last name.
    pub last_name: Option<String>,
    /// Status of this `id_number` check.
    pub status: IdNumberReportStatus,
}

impl fmt::Debug for IdNumberReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("IdNumberReport")
            .field("dob", &self.dob)
            .field("error", &self.error)
            .field("first_name", &Redacted::if_some(&self.first_name))
            .field("id_number", &Redacted::if_some(&self.id_number))
            .field("id_number_type", &Redacted::if_some(&self.id_number_type))
            .field("last_name", &Redacted::if_some(&self.last_name))
            .field("status", &self.status)
            .finish()
    }
}

stripe_runtime::impl_object!(IdNumberReport);

impl ObjectFields for IdNumberReport {
    const NAME: &'static str = "IdNumberReport";
    const FIELDS: &'static [&'static str] = &[
        "dob",
        "error",
        "first_name",
        "id_number",
        "id_number_type",
        "last_name",
        "status",
    ];

    fn read<'de, R: ReadFields<'de>>(reader: &mut R) -> Result<Self, R::Error> {
        let mut f0 = None;
        let mut f1 = None;
        let mut f2 = None;
        let mut f3 = None;
        let mut f4 = None;
        let mut f5 = None;
        let mut f6 = None;
        while let Some(field) = reader.next()? {
            match field {
                0 => reader.value(&mut f0),
                1 => reader.value(&mut f1),
                2 => reader.value(&mut f2),
                3 => reader.value(&mut f3),
                4 => reader.value(&mut f4),
                5 => reader.value(&mut f5),
                6 => reader.value(&mut f6),
                _ => reader.skip(),
            }?;
        }
        Ok(Self {
            dob: f0.flatten(),
            error: f1.flatten(),
            first_name: f2.flatten(),
            id_number: f3.flatten(),
            id_number_type: f4.flatten(),
            last_name: f5.flatten(),
            status: reader.have(6, f6)?,
        })
    }

    fn write<W: WriteFields>(&self, writer: &mut W) {
        writer.optional("dob", &self.dob);
        writer.optional("error", &self.error);
        writer.optional("first_name", &self.first_name);
        writer.optional("id_number", &self.id_number);
        writer.optional("id_number_type", &self.id_number_type);
        writer.optional("last_name", &self.last_name);
        writer.required("status", &self.status);
    }
}

/// Point in Time
///
/// [Stripe's documentation](https://docs.stripe.com/api/identity/verification_reports/object)
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct IdNumberReportDate {
    /// Numerical day between 1 and 31.
    pub day: Option<i64>,
    /// Numerical month between 1 and 12.
    pub month: Option<i64>,
    /// The four-digit year.
    pub year: Option<i64>,
}

impl fmt::Debug for IdNumberReportDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("IdNumberReportDate")
            .field("day", &Redacted::if_some(&self.day))
            .field("month", &Redacted::if_some(&self.month))
            .field("year", &Redacted::if_some(&self.year))
            .finish()
    }
}

stripe_runtime::impl_object!(IdNumberReportDate);

impl ObjectFields for IdNumberReportDate {
    const NAME: &'static str = "IdNumberReportDate";
    const FIELDS: &'static [&'static str] = &["day", "month", "year"];

    fn read<'de, R: ReadFields<'de>>(reader: &mut R) -> Result<Self, R::Error> {
        let mut f0 = None;
        let mut f1 = None;
        let mut f2 = None;
        while let Some(field) = reader.next()? {
            match field {
                0 => reader.value(&mut f0),
                1 => reader.value(&mut f1),
                2 => reader.value(&mut f2),
                _ => reader.skip(),
            }?;
        }
        Ok(Self {
            day: f0.flatten(),
            month: f1.flatten(),
            year: f2.flatten(),
        })
    }

    fn write<W: WriteFields>(&self, writer: &mut W) {
        writer.optional("day", &self.day);
        writer.optional("month", &self.month);
        writer.optional("year", &self.year);
    }
}

/// The value of [`IdNumberReport::error`](crate::verification_report::IdNumberReport::error).
///
/// [Stripe's documentation](https://docs.stripe.com/api/identity/verification_reports/object)
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct IdNumberReportError {
    /// A short machine-readable string giving the reason for the verification failure.
    pub code: Option<IdNumberReportErrorCode>,
    /// A human-readable message giving the reason for the failure. These messages can be shown to your users.
    pub reason: Option<String>,
}

impl fmt::Debug for IdNumberReportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("IdNumberReportError")
            .field("code", &self.code)
            .field("reason", &Redacted::if_some(&self.reason))
            .finish()
    }
}

stripe_runtime::impl_object!(IdNumberReportError);

impl ObjectFields for IdNumberReportError {
    const NAME: &'static str = "IdNumberReportError";
    const FIELDS: &'static [&'static str] = &["code", "reason"];

    fn read<'de, R: ReadFields<'de>>(reader: &mut R) -> Result<Self, R::Error> {
        let mut f0 = None;
        let mut f1 = None;
        while let Some(field) = reader.next()? {
            match field {
                0 => reader.value(&mut f0),
                1 => reader.value(&mut f1),
                _ => reader.skip(),
            }?;
        }
        Ok(Self {
            code: f0.flatten(),
            reason: f1.flatten(),
        })
    }

    fn write<W: WriteFields>(&self, writer: &mut W) {
        writer.optional("code", &self.code);
        writer.optional("reason", &self.reason);
    }
}

/// A short machine-readable string giving the reason for the verification failure.
#[derive(Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum IdNumberReportErrorCode {
    /// `id_number_insufficient_document_data`
    IdNumberInsufficientDocumentData,
    /// `id_number_mismatch`
    IdNumberMismatch,
    /// `id_number_unverified_other`
    IdNumberUnverifiedOther,
    /// A value that this version of the crate does not know.
    UnknownValue(UnknownValue),
}

impl IdNumberReportErrorCode {
    /// The value as Stripe writes it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::IdNumberInsufficientDocumentData => {
                "id_number_insufficient_document_data"
            }
            Self::IdNumberMismatch => "id_number_mismatch",
            Self::IdNumberUnverifiedOther => "id_number_unverified_other",
            Self::UnknownValue(value) => value.as_str(),
        }
    }
}

impl From<&str> for IdNumberReportErrorCode {
    fn from(value: &str) -> Self {
        match value {
            "id_number_insufficient_document_data" => {
                Self::IdNumberInsufficientDocumentData
            }
            "id_number_mismatch" => Self::IdNumberMismatch,
            "id_number_unverified_other" => Self::IdNumberUnverifiedOther,
            _ => Self::UnknownValue(UnknownValue::new(value)),
        }
    }
}

stripe_runtime::impl_open_enum!(
    IdNumberReportErrorCode, "id_number_insufficient_document_data"
);

/// The path to [`IdNumberReport`] in a response. Its methods lead on to what can be expanded.
#[must_use = "a path is expanded by the request that it is given to"]
pub struct IdNumberReportExpansion<L, E>(Path<L, E>);

stripe_runtime::impl_expansion!(IdNumberReportExpansion);

impl<L: Levels, E> IdNumberReportExpansion<L, E> {
    /// Expands [`IdNumberReport::dob`](crate::verification_report::IdNumberReport::dob).
    ///
    /// Sent only if the request expands it, and only to a [restricted key](https://docs.stripe.com/keys#limit-access) that has the permission for it.
    pub fn dob(&self) -> Path<L::Next, Whole>
    where
        L: Deeper,
    {
        self.0.to("dob")
    }

    /// Expands [`IdNumberReport::id_number`](crate::verification_report::IdNumberReport::id_number).
    ///
    /// Sent only if the request expands it, and only to a [restricted key](https://docs.stripe.com/keys#limit-access) that has the permission for it.
    pub fn id_number(&self) -> Path<L::Next, Whole>
    where
        L: Deeper,
    {
        self.0.to("id_number")
    }
}

/// Type of ID number.
#[derive(Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum IdNumberReportIdNumberType {
    /// `br_cpf`
    BrCpf,
    /// `sg_nric`
    SgNric,
    /// `us_ssn`
    UsSsn,
    /// A value that this version of the crate does not know.
    UnknownValue(UnknownValue),
}

impl IdNumberReportIdNumberType {
    /// The value as Stripe writes it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::BrCpf => "br_cpf",
            Self::SgNric => "sg_nric",
            Self::UsSsn => "us_ssn",
            Self::UnknownValue(value) => value.as_str(),
        }
    }
}

impl From<&str> for IdNumberReportIdNumberType {
    fn from(value: &str) -> Self {
        match value {
            "br_cpf" => Self::BrCpf,
            "sg_nric" => Self::SgNric,
            "us_ssn" => Self::UsSsn,
            _ => Self::UnknownValue(UnknownValue::new(value)),
        }
    }
}

stripe_runtime::impl_open_enum!(IdNumberReportIdNumberType, "br_cpf");

/// Status of this `id_number` check.
pub type IdNumberReportStatus = DocumentReportStatus;

/// Result from a phone check
///
/// [Stripe's documentation](https://docs.stripe.com/api/identity/verification_reports/object)
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct PhoneReport {
    /// Details on the verification error. Present when status is `unverified`.
    pub error: Option<PhoneReportError>,
    /// Phone to be verified.
    pub phone: Option<String>,
    /// Status of this `phone` check.
    pub status: PhoneReportStatus,
}

impl fmt::Debug for PhoneReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PhoneReport")
            .field("error", &self.error)
            .field("phone", &Redacted::if_some(&self.phone))
            .field("status", &self.status)
            .finish()
    }
}

stripe_runtime::impl_object!(PhoneReport);

impl ObjectFields for PhoneReport {
    const NAME: &'static str = "PhoneReport";
    const FIELDS: &'static [&'static str] = &["error", "phone", "status"];

    fn read<'de, R: ReadFields<'de>>(reader: &mut R) -> Result<Self, R::Error> {
        let mut f0 = None;
        let mut f1 = None;
        let mut f2 = None;
        while let Some(field) = reader.next()? {
            match field {
                0 => reader.value(&mut f0),
                1 => reader.value(&mut f1),
                2 => reader.value(&mut f2),
                _ => reader.skip(),
            }?;
        }
        Ok(Self {
            error: f0.flatten(),
            phone: f1.flatten(),
            status: reader.have(2, f2)?,
        })
    }

    fn write<W: WriteFields>(&self, writer: &mut W) {
        writer.optional("error", &self.error);
        writer.optional("phone", &self.phone);
        writer.required("status", &self.status);
    }
}

/// The value of [`PhoneReport::error`](crate::verification_report::PhoneReport::error).
///
/// [Stripe's documentation](https://docs.stripe.com/api/identity/verification_reports/object)
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct PhoneReportError {
    /// A short machine-readable string giving the reason for the verification failure.
    pub code: Option<PhoneReportErrorCode>,
    /// A human-readable message giving the reason for the failure. These messages can be shown to your users.
    pub reason: Option<String>,
}

impl fmt::Debug for PhoneReportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PhoneReportError")
            .field("code", &self.code)
            .field("reason", &Redacted::if_some(&self.reason))
            .finish()
    }
}

stripe_runtime::impl_object!(PhoneReportError);

impl ObjectFields for PhoneReportError {
    const NAME: &'static str = "PhoneReportError";
    const FIELDS: &'static [&'static str] = &["code", "reason"];

    fn read<'de, R: ReadFields<'de>>(reader: &mut R) -> Result<Self, R::Error> {
        let mut f0 = None;
        let mut f1 = None;
        while let Some(field) = reader.next()? {
            match field {
                0 => reader.value(&mut f0),
                1 => reader.value(&mut f1),
                _ => reader.skip(),
            }?;
        }
        Ok(Self {
            code: f0.flatten(),
            reason: f1.flatten(),
        })
    }

    fn write<W: WriteFields>(&self, writer: &mut W) {
        writer.optional("code", &self.code);
        writer.optional("reason", &self.reason);
    }
}

/// A short machine-readable string giving the reason for the verification failure.
#[derive(Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum PhoneReportErrorCode {
    /// `phone_unverified_other`
    PhoneUnverifiedOther,
    /// `phone_verification_declined`
    PhoneVerificationDeclined,
    /// A value that this version of the crate does not know.
    UnknownValue(UnknownValue),
}

impl PhoneReportErrorCode {
    /// The value as Stripe writes it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::PhoneUnverifiedOther => "phone_unverified_other",
            Self::PhoneVerificationDeclined => "phone_verification_declined",
            Self::UnknownValue(value) => value.as_str(),
        }
    }
}

impl From<&str> for PhoneReportErrorCode {
    fn from(value: &str) -> Self {
        match value {
            "phone_unverified_other" => Self::PhoneUnverifiedOther,
            "phone_verification_declined" => Self::PhoneVerificationDeclined,
            _ => Self::UnknownValue(UnknownValue::new(value)),
        }
    }
}

stripe_runtime::impl_open_enum!(PhoneReportErrorCode, "phone_unverified_other");

/// Status of this `phone` check.
pub type PhoneReportStatus = DocumentReportStatus;

/// The value of [`VerificationReportOptions::document`](crate::verification_report::VerificationReportOptions::document).
///
/// [Stripe's documentation](https://docs.stripe.com/api/identity/verification_reports/object)
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct ReportDocumentOptions {
    /// Array of strings of allowed identity document types. If the provided identity document isn’t one of the allowed types, the verification check will fail with a `document_type_not_allowed` error code.
    pub allowed_types: Option<Vec<ReportDocumentOptionsAllowedType>>,
    /// Collect an ID number and perform an [ID number check](https://docs.stripe.com/identity/verification-checks?type=id-number) with the document’s extracted name and date of birth.
    pub require_id_number: Option<bool>,
    /// Disable image uploads, identity document images have to be captured using the device’s camera.
    pub require_live_capture: Option<bool>,
    /// Capture a face image and perform a [selfie check](https://docs.stripe.com/identity/verification-checks?type=selfie) comparing a photo ID and a picture of your user’s face. [Learn more](https://docs.stripe.com/identity/selfie).
    pub require_matching_selfie: Option<bool>,
}

impl fmt::Debug for ReportDocumentOptions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ReportDocumentOptions")
            .field("allowed_types", &self.allowed_types)
            .field("require_id_number", &self.require_id_number)
            .field("require_live_capture", &self.require_live_capture)
            .field("require_matching_selfie", &self.require_matching_selfie)
            .finish()
    }
}

stripe_runtime::impl_object!(ReportDocumentOptions);

impl ObjectFields for ReportDocumentOptions {
    const NAME: &'static str = "ReportDocumentOptions";
    const FIELDS: &'static [&'static str] = &[
        "allowed_types",
        "require_id_number",
        "require_live_capture",
        "require_matching_selfie",
    ];

    fn read<'de, R: ReadFields<'de>>(reader: &mut R) -> Result<Self, R::Error> {
        let mut f0 = None;
        let mut f1 = None;
        let mut f2 = None;
        let mut f3 = None;
        while let Some(field) = reader.next()? {
            match field {
                0 => reader.value(&mut f0),
                1 => reader.value(&mut f1),
                2 => reader.value(&mut f2),
                3 => reader.value(&mut f3),
                _ => reader.skip(),
            }?;
        }
        Ok(Self {
            allowed_types: f0.flatten(),
            require_id_number: f1.flatten(),
            require_live_capture: f2.flatten(),
            require_matching_selfie: f3.flatten(),
        })
    }

    fn write<W: WriteFields>(&self, writer: &mut W) {
        writer.optional("allowed_types", &self.allowed_types);
        writer.optional("require_id_number", &self.require_id_number);
        writer.optional("require_live_capture", &self.require_live_capture);
        writer.optional("require_matching_selfie", &self.require_matching_selfie);
    }
}

/// One of `allowed_types`.
pub type ReportDocumentOptionsAllowedType = DocumentReportType;

/// The value of [`VerificationReportOptions::id_number`](crate::verification_report::VerificationReportOptions::id_number).
///
/// [Stripe's documentation](https://docs.stripe.com/api/identity/verification_reports/object)
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct ReportIdNumberOptions {}

impl fmt::Debug for ReportIdNumberOptions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ReportIdNumberOptions").finish()
    }
}

stripe_runtime::impl_object!(ReportIdNumberOptions);

impl ObjectFields for ReportIdNumberOptions {
    const NAME: &'static str = "ReportIdNumberOptions";
    const FIELDS: &'static [&'static str] = &[];

    fn read<'de, R: ReadFields<'de>>(reader: &mut R) -> Result<Self, R::Error> {
        while reader.next()?.is_some() {
            reader.skip()?;
        }
        Ok(Self {})
    }

    fn write<W: WriteFields>(&self, _writer: &mut W) {}
}

/// Result from a selfie check
///
/// [Stripe's documentation](https://docs.stripe.com/api/identity/verification_reports/object)
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct SelfieReport {
    /// ID of the [File](https://docs.stripe.com/api/files) holding the image of the identity document used in this check.
    ///
    /// Sent only to a [restricted key](https://docs.stripe.com/keys#limit-access) that has the permission for it.
    pub document: Option<String>,
    /// Details on the verification error. Present when status is `unverified`.
    pub error: Option<SelfieReportError>,
    /// ID of the [File](https://docs.stripe.com/api/files) holding the image of the selfie used in this check.
    ///
    /// Sent only to a [restricted key](https://docs.stripe.com/keys#limit-access) that has the permission for it.
    pub selfie: Option<String>,
    /// Status of this `selfie` check.
    pub status: SelfieReportStatus,
}

impl fmt::Debug for SelfieReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SelfieReport")
            .field("document", &Redacted::if_some(&self.document))
            .field("error", &self.error)
            .field("selfie", &Redacted::if_some(&self.selfie))
            .field("status", &self.status)
            .finish()
    }
}

stripe_runtime::impl_object!(SelfieReport);

impl ObjectFields for SelfieReport {
    const NAME: &'static str = "SelfieReport";
    const FIELDS: &'static [&'static str] = &["document", "error", "selfie", "status"];

    fn read<'de, R: ReadFields<'de>>(reader: &mut R) -> Result<Self, R::Error> {
        let mut f0 = None;
        let mut f1 = None;
        let mut f2 = None;
        let mut f3 = None;
        while let Some(field) = reader.next()? {
            match field {
                0 => reader.value(&mut f0),
                1 => reader.value(&mut f1),
                2 => reader.value(&mut f2),
                3 => reader.value(&mut f3),
                _ => reader.skip(),
            }?;
        }
        Ok(Self {
            document: f0.flatten(),
            error: f1.flatten(),
            selfie: f2.flatten(),
            status: reader.have(3, f3)?,
        })
    }

    fn write<W: WriteFields>(&self, writer: &mut W) {
        writer.optional("document", &self.document);
        writer.optional("error", &self.error);
        writer.optional("selfie", &self.selfie);
        writer.required("status", &self.status);
    }
}

/// The value of [`SelfieReport::error`](crate::verification_report::SelfieReport::error).
///
/// [Stripe's documentation](https://docs.stripe.com/api/identity/verification_reports/object)
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct SelfieReportError {
    /// A short machine-readable string giving the reason for the verification failure.
    pub code: Option<SelfieReportErrorCode>,
    /// A human-readable message giving the reason for the failure. These messages can be shown to your users.
    pub reason: Option<String>,
}

impl fmt::Debug for SelfieReportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SelfieReportError")
            .field("code", &self.code)
            .field("reason", &Redacted::if_some(&self.reason))
            .finish()
    }
}

stripe_runtime::impl_object!(SelfieReportError);

impl ObjectFields for SelfieReportError {
    const NAME: &'static str = "SelfieReportError";
    const FIELDS: &'static [&'static str] = &["code", "reason"];

    fn read<'de, R: ReadFields<'de>>(reader: &mut R) -> Result<Self, R::Error> {
        let mut f0 = None;
        let mut f1 = None;
        while let Some(field) = reader.next()? {
            match field {
                0 => reader.value(&mut f0),
                1 => reader.value(&mut f1),
                _ => reader.skip(),
            }?;
        }
        Ok(Self {
            code: f0.flatten(),
            reason: f1.flatten(),
        })
    }

    fn write<W: WriteFields>(&self, writer: &mut W) {
        writer.optional("code", &self.code);
        writer.optional("reason", &self.reason);
    }
}

/// A short machine-readable string giving the reason for the verification failure.
#[derive(Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SelfieReportErrorCode {
    /// `selfie_document_missing_photo`
    SelfieDocumentMissingPhoto,
    /// `selfie_face_mismatch`
    SelfieFaceMismatch,
    /// `selfie_manipulated`
    SelfieManipulated,
    /// `selfie_unverified_other`
    SelfieUnverifiedOther,
    /// A value that this version of the crate does not know.
    UnknownValue(UnknownValue),
}

impl SelfieReportErrorCode {
    /// The value as Stripe writes it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::SelfieDocumentMissingPhoto => "selfie_document_missing_photo",
            Self::SelfieFaceMismatch => "selfie_face_mismatch",
            Self::SelfieManipulated => "selfie_manipulated",
            Self::SelfieUnverifiedOther => "selfie_unverified_other",
            Self::UnknownValue(value) => value.as_str(),
        }
    }
}

impl From<&str> for SelfieReportErrorCode {
    fn from(value: &str) -> Self {
        match value {
            "selfie_document_missing_photo" => Self::SelfieDocumentMissingPhoto,
            "selfie_face_mismatch" => Self::SelfieFaceMismatch,
            "selfie_manipulated" => Self::SelfieManipulated,
            "selfie_unverified_other" => Self::SelfieUnverifiedOther,
            _ => Self::UnknownValue(UnknownValue::new(value)),
        }
    }
}

stripe_runtime::impl_open_enum!(SelfieReportErrorCode, "selfie_document_missing_photo");

/// Status of this `selfie` check.
pub type SelfieReportStatus = DocumentReportStatus;

/// The path to [`VerificationReport`] in a response. Its methods lead on to what can be expanded.
#[must_use = "a path is expanded by the request that it is given to"]
pub struct VerificationReportExpansion<L, E>(Path<L, E>);

stripe_runtime::impl_expansion!(VerificationReportExpansion);

impl<L: Levels, E> VerificationReportExpansion<L, E> {
    /// Goes on to what [`VerificationReport::document`](crate::verification_report::VerificationReport::document) holds; it is not expanded by itself.
    pub fn document(&self) -> DocumentReportExpansion<L::Next, Part>
    where
        L: Deeper,
    {
        DocumentReportExpansion::from(self.0.to("document"))
    }

    /// Goes on to what [`VerificationReport::id_number`](crate::verification_report::VerificationReport::id_number) holds; it is not expanded by itself.
    pub fn id_number(&self) -> IdNumberReportExpansion<L::Next, Part>
    where
        L: Deeper,
    {
        IdNumberReportExpansion::from(self.0.to("id_number"))
    }
}

/// The value of [`VerificationReport::options`](crate::verification_report::VerificationReport::options).
///
/// [Stripe's documentation](https://docs.stripe.com/api/identity/verification_reports/object)
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct VerificationReportOptions {
    /// See [`ReportDocumentOptions`].
    pub document: Option<ReportDocumentOptions>,
    /// See [`ReportIdNumberOptions`].
    pub id_number: Option<ReportIdNumberOptions>,
}

impl fmt::Debug for VerificationReportOptions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("VerificationReportOptions")
            .field("document", &self.document)
            .field("id_number", &self.id_number)
            .finish()
    }
}

stripe_runtime::impl_object!(VerificationReportOptions);

impl ObjectFields for VerificationReportOptions {
    const NAME: &'static str = "VerificationReportOptions";
    const FIELDS: &'static [&'static str] = &["document", "id_number"];

    fn read<'de, R: ReadFields<'de>>(reader: &mut R) -> Result<Self, R::Error> {
        let mut f0 = None;
        let mut f1 = None;
        while let Some(field) = reader.next()? {
            match field {
                0 => reader.value(&mut f0),
                1 => reader.value(&mut f1),
                _ => reader.skip(),
            }?;
        }
        Ok(Self {
            document: f0.flatten(),
            id_number: f1.flatten(),
        })
    }

    fn write<W: WriteFields>(&self, writer: &mut W) {
        writer.optional("document", &self.document);
        writer.optional("id_number", &self.id_number);
    }
}

/// Type of report.
#[derive(Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum VerificationReportType {
    /// `document`
    Document,
    /// `id_number`
    IdNumber,
    /// `verification_flow`
    VerificationFlow,
    /// A value that this version of the crate does not know.
    UnknownValue(UnknownValue),
}

impl VerificationReportType {
    /// The value as Stripe writes it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Document => "document",
            Self::IdNumber => "id_number",
            Self::VerificationFlow => "verification_flow",
            Self::UnknownValue(value) => value.as_str(),
        }
    }
}

impl From<&str> for VerificationReportType {
    fn from(value: &str) -> Self {
        match value {
            "document" => Self::Document,
            "id_number" => Self::IdNumber,
            "verification_flow" => Self::VerificationFlow,
            _ => Self::UnknownValue(UnknownValue::new(value)),
        }
    }
}

stripe_runtime::impl_open_enum!(VerificationReportType, "document");
