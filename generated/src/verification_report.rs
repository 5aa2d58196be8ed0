// @generated from Stripe's OpenAPI document. Do not edit: change the document or the selection, and
// generate again.

//! Everything about a [`VerificationReport`].
//!
//! [Stripe's documentation](https://docs.stripe.com/api/identity/verification_reports/object)

use std::fmt;
use serde::{Deserialize, Serialize};
use stripe_runtime::{
    Object, ObjectId, ObjectTag, Redacted, Tagged, Timestamp, UnknownValue,
};
use stripe_runtime::expand::{Deeper, Levels, Part, Path, Whole};

mod retrieve;
mod list;

pub use self::retrieve::{RetrieveVerificationReport, retrieve};
pub use self::list::{ListVerificationReports, list};

/// A `VerificationReport` is the result of an attempt to collect and verify data from a user. The collection of verification checks performed is determined from the `type` and `options` parameters used. You can find the result of each verification check performed in the appropriate sub-resource: `document`, `id_number`, `selfie`.
///
/// Each `VerificationReport` contains a copy of any data collected by the user as well as reference IDs which can be used to access collected images through the [`FileUpload`](https://docs.stripe.com/api/files) API. To configure and create `VerificationReports`, use the [`VerificationSession`](https://docs.stripe.com/api/identity/verification_sessions) API.
///
/// Related guide: [Accessing verification results](https://docs.stripe.com/identity/verification-sessions#results).
///
/// [Stripe's documentation](https://docs.stripe.com/api/identity/verification_reports/object)
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct VerificationReport {
    object: ObjectTag<Self>,
    /// A string to reference this user. This can be a customer ID, a session ID, or similar, and can be used to reconcile this verification with your internal systems.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub client_reference_id: Option<String>,
    /// Time at which the object was created. Measured in seconds since the Unix epoch.
    pub created: Timestamp,
    /// See [`DocumentReport`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document: Option<DocumentReport>,
    /// See [`EmailReport`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<EmailReport>,
    /// Unique identifier for the object.
    pub id: VerificationReportId,
    /// See [`IdNumberReport`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id_number: Option<IdNumberReport>,
    /// If the object exists in live mode, the value is `true`. If the object exists in test mode, the value is `false`.
    pub livemode: bool,
    /// See [`VerificationReportOptions`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub options: Option<VerificationReportOptions>,
    /// See [`PhoneReport`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<PhoneReport>,
    /// See [`SelfieReport`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub selfie: Option<SelfieReport>,
    /// Type of report.
    ///
    /// Sent as `type`.
    #[serde(rename = "type")]
    pub type_: VerificationReportType,
    /// The configuration token of a verification flow from the dashboard.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verification_flow: Option<String>,
    /// ID of the `VerificationSession` that created this report.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verification_session: Option<super::verification_session::VerificationSessionId>,
}

impl fmt::Debug for VerificationReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("VerificationReport")
            .field("object", &self.object)
            .field(
                "client_reference_id",
                &self.client_reference_id.as_ref().map(|_| Redacted),
            )
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
            .field(
                "verification_flow",
                &self.verification_flow.as_ref().map(|_| Redacted),
            )
            .field("verification_session", &self.verification_session)
            .finish()
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
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct DocumentReport {
    /// Address as it appears in the document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<super::shared::Address>,
    /// Date of birth as it appears in the document.
    ///
    /// Sent only if the request expands it, and only to a [restricted key](https://docs.stripe.com/keys#limit-access) that has the permission for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dob: Option<DocumentReportDateOfBirth>,
    /// Details on the verification error. Present when status is `unverified`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub error: Option<DocumentReportError>,
    /// Expiration date of the document.
    ///
    /// Sent only if the request expands it, and only to a [restricted key](https://docs.stripe.com/keys#limit-access) that has the permission for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expiration_date: Option<DocumentReportExpirationDate>,
    /// Array of [File](https://docs.stripe.com/api/files) ids containing images for this document.
    ///
    /// Sent only to a [restricted key](https://docs.stripe.com/keys#limit-access) that has the permission for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub files: Option<Vec<String>>,
    /// First name as it appears in the document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_name: Option<String>,
    /// Issued date of the document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issued_date: Option<DocumentReportIssuedDate>,
    /// Issuing country of the document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issuing_country: Option<String>,
    /// Last name as it appears in the document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_name: Option<String>,
    /// Document ID number.
    ///
    /// Sent only if the request expands it, and only to a [restricted key](https://docs.stripe.com/keys#limit-access) that has the permission for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// Sex of the person in the document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sex: Option<DocumentReportSex>,
    /// Status of this `document` check.
    pub status: DocumentReportStatus,
    /// Type of the document.
    ///
    /// Sent as `type`.
    #[serde(rename = "type", default, skip_serializing_if = "Option::is_none")]
    pub type_: Option<DocumentReportType>,
    /// Place of birth as it appears in the document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unparsed_place_of_birth: Option<String>,
    /// Sex as it appears in the document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unparsed_sex: Option<String>,
}

impl fmt::Debug for DocumentReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DocumentReport")
            .field("address", &self.address)
            .field("dob", &self.dob)
            .field("error", &self.error)
            .field("expiration_date", &self.expiration_date)
            .field("files", &self.files.as_ref().map(|_| Redacted))
            .field("first_name", &self.first_name.as_ref().map(|_| Redacted))
            .field("issued_date", &self.issued_date)
            .field("issuing_country", &self.issuing_country.as_ref().map(|_| Redacted))
            .field("last_name", &self.last_name.as_ref().map(|_| Redacted))
            .field("number", &self.number.as_ref().map(|_| Redacted))
            .field("sex", &self.sex.as_ref().map(|_| Redacted))
            .field("status", &self.status)
            .field("type_", &self.type_)
            .field(
                "unparsed_place_of_birth",
                &self.unparsed_place_of_birth.as_ref().map(|_| Redacted),
            )
            .field("unparsed_sex", &self.unparsed_sex.as_ref().map(|_| Redacted))
            .finish()
    }
}

/// Point in Time
///
/// [Stripe's documentation](https://docs.stripe.com/api/identity/verification_reports/object)
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct DocumentReportDateOfBirth {
    /// Numerical day between 1 and 31.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day: Option<i64>,
    /// Numerical month between 1 and 12.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub month: Option<i64>,
    /// The four-digit year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year: Option<i64>,
}

impl fmt::Debug for DocumentReportDateOfBirth {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DocumentReportDateOfBirth")
            .field("day", &self.day.as_ref().map(|_| Redacted))
            .field("month", &self.month.as_ref().map(|_| Redacted))
            .field("year", &self.year.as_ref().map(|_| Redacted))
            .finish()
    }
}

/// The value of [`DocumentReport::error`].
///
/// [Stripe's documentation](https://docs.stripe.com/api/identity/verification_reports/object)
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct DocumentReportError {
    /// A short machine-readable string giving the reason for the verification failure.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<DocumentReportErrorCode>,
    /// A human-readable message giving the reason for the failure. These messages can be shown to your users.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

impl fmt::Debug for DocumentReportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DocumentReportError")
            .field("code", &self.code)
            .field("reason", &self.reason.as_ref().map(|_| Redacted))
            .finish()
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
    /// Expands [`DocumentReport::dob`].
    ///
    /// Sent only if the request expands it, and only to a [restricted key](https://docs.stripe.com/keys#limit-access) that has the permission for it.
    pub fn dob(&self) -> Path<L::Next, Whole>
    where
        L: Deeper,
    {
        self.0.to("dob")
    }

    /// Expands [`DocumentReport::expiration_date`].
    ///
    /// Sent only if the request expands it, and only to a [restricted key](https://docs.stripe.com/keys#limit-access) that has the permission for it.
    pub fn expiration_date(&self) -> Path<L::Next, Whole>
    where
        L: Deeper,
    {
        self.0.to("expiration_date")
    }

    /// Expands [`DocumentReport::number`].
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
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct DocumentReportExpirationDate {
    /// Numerical day between 1 and 31.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day: Option<i64>,
    /// Numerical month between 1 and 12.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub month: Option<i64>,
    /// The four-digit year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year: Option<i64>,
}

impl fmt::Debug for DocumentReportExpirationDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DocumentReportExpirationDate")
            .field("day", &self.day.as_ref().map(|_| Redacted))
            .field("month", &self.month.as_ref().map(|_| Redacted))
            .field("year", &self.year.as_ref().map(|_| Redacted))
            .finish()
    }
}

/// Point in Time
///
/// [Stripe's documentation](https://docs.stripe.com/api/identity/verification_reports/object)
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct DocumentReportIssuedDate {
    /// Numerical day between 1 and 31.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day: Option<i64>,
    /// Numerical month between 1 and 12.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub month: Option<i64>,
    /// The four-digit year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year: Option<i64>,
}

impl fmt::Debug for DocumentReportIssuedDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DocumentReportIssuedDate")
            .field("day", &self.day.as_ref().map(|_| Redacted))
            .field("month", &self.month.as_ref().map(|_| Redacted))
            .field("year", &self.year.as_ref().map(|_| Redacted))
            .finish()
    }
}

/// Sex of the person in the document.
#[derive(Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum DocumentReportSex {
    /// `[redacted]`
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
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct EmailReport {
    /// Email to be verified.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// Details on the verification error. Present when status is `unverified`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub error: Option<EmailReportError>,
    /// Status of this `email` check.
    pub status: EmailReportStatus,
}

impl fmt::Debug for EmailReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("EmailReport")
            .field("email", &self.email.as_ref().map(|_| Redacted))
            .field("error", &self.error)
            .field("status", &self.status)
            .finish()
    }
}

/// The value of [`EmailReport::error`].
///
/// [Stripe's documentation](https://docs.stripe.com/api/identity/verification_reports/object)
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct EmailReportError {
    /// A short machine-readable string giving the reason for the verification failure.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<EmailReportErrorCode>,
    /// A human-readable message giving the reason for the failure. These messages can be shown to your users.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

impl fmt::Debug for EmailReportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("EmailReportError")
            .field("code", &self.code)
            .field("reason", &self.reason.as_ref().map(|_| Redacted))
            .finish()
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
#[derive(Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum EmailReportStatus {
    /// `unverified`
    Unverified,
    /// `verified`
    Verified,
    /// A value that this version of the crate does not know.
    UnknownValue(UnknownValue),
}

impl EmailReportStatus {
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

impl From<&str> for EmailReportStatus {
    fn from(value: &str) -> Self {
        match value {
            "unverified" => Self::Unverified,
            "verified" => Self::Verified,
            _ => Self::UnknownValue(UnknownValue::new(value)),
        }
    }
}

stripe_runtime::impl_open_enum!(EmailReportStatus, "unverified");

/// Result from an `id_number` check
///
/// [Stripe's documentation](https://docs.stripe.com/api/identity/verification_reports/object)
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct IdNumberReport {
    /// Date of birth.
    ///
    /// Sent only if the request expands it, and only to a [restricted key](https://docs.stripe.com/keys#limit-access) that has the permission for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dob: Option<IdNumberReportDate>,
    /// Details on the verification error. Present when status is `unverified`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub error: Option<IdNumberReportError>,
    /// First name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_name: Option<String>,
    /// ID number. When `id_number_type` is `us_ssn`, only the last 4 digits are present.
    ///
    /// Sent only if the request expands it, and only to a [restricted key](https://docs.stripe.com/keys#limit-access) that has the permission for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id_number: Option<String>,
    /// Type of ID number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id_number_type: Option<IdNumberReportIdNumberType>,
    /// Last name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_name: Option<String>,
    /// Status of this `id_number` check.
    pub status: IdNumberReportStatus,
}

impl fmt::Debug for IdNumberReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("IdNumberReport")
            .field("dob", &self.dob)
            .field("error", &self.error)
            .field("first_name", &self.first_name.as_ref().map(|_| Redacted))
            .field("id_number", &self.id_number.as_ref().map(|_| Redacted))
            .field("id_number_type", &self.id_number_type.as_ref().map(|_| Redacted))
            .field("last_name", &self.last_name.as_ref().map(|_| Redacted))
            .field("status", &self.status)
            .finish()
    }
}

/// Point in Time
///
/// [Stripe's documentation](https://docs.stripe.com/api/identity/verification_reports/object)
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct IdNumberReportDate {
    /// Numerical day between 1 and 31.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day: Option<i64>,
    /// Numerical month between 1 and 12.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub month: Option<i64>,
    /// The four-digit year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year: Option<i64>,
}

impl fmt::Debug for IdNumberReportDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("IdNumberReportDate")
            .field("day", &self.day.as_ref().map(|_| Redacted))
            .field("month", &self.month.as_ref().map(|_| Redacted))
            .field("year", &self.year.as_ref().map(|_| Redacted))
            .finish()
    }
}

/// The value of [`IdNumberReport::error`].
///
/// [Stripe's documentation](https://docs.stripe.com/api/identity/verification_reports/object)
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct IdNumberReportError {
    /// A short machine-readable string giving the reason for the verification failure.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<IdNumberReportErrorCode>,
    /// A human-readable message giving the reason for the failure. These messages can be shown to your users.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

impl fmt::Debug for IdNumberReportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("IdNumberReportError")
            .field("code", &self.code)
            .field("reason", &self.reason.as_ref().map(|_| Redacted))
            .finish()
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
    /// Expands [`IdNumberReport::dob`].
    ///
    /// Sent only if the request expands it, and only to a [restricted key](https://docs.stripe.com/keys#limit-access) that has the permission for it.
    pub fn dob(&self) -> Path<L::Next, Whole>
    where
        L: Deeper,
    {
        self.0.to("dob")
    }

    /// Expands [`IdNumberReport::id_number`].
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
#[derive(Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum IdNumberReportStatus {
    /// `unverified`
    Unverified,
    /// `verified`
    Verified,
    /// A value that this version of the crate does not know.
    UnknownValue(UnknownValue),
}

impl IdNumberReportStatus {
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

impl From<&str> for IdNumberReportStatus {
    fn from(value: &str) -> Self {
        match value {
            "unverified" => Self::Unverified,
            "verified" => Self::Verified,
            _ => Self::UnknownValue(UnknownValue::new(value)),
        }
    }
}

stripe_runtime::impl_open_enum!(IdNumberReportStatus, "unverified");

/// Result from a phone check
///
/// [Stripe's documentation](https://docs.stripe.com/api/identity/verification_reports/object)
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct PhoneReport {
    /// Details on the verification error. Present when status is `unverified`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub error: Option<PhoneReportError>,
    /// Phone to be verified.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// Status of this `phone` check.
    pub status: PhoneReportStatus,
}

impl fmt::Debug for PhoneReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PhoneReport")
            .field("error", &self.error)
            .field("phone", &self.phone.as_ref().map(|_| Redacted))
            .field("status", &self.status)
            .finish()
    }
}

/// The value of [`PhoneReport::error`].
///
/// [Stripe's documentation](https://docs.stripe.com/api/identity/verification_reports/object)
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct PhoneReportError {
    /// A short machine-readable string giving the reason for the verification failure.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<PhoneReportErrorCode>,
    /// A human-readable message giving the reason for the failure. These messages can be shown to your users.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

impl fmt::Debug for PhoneReportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PhoneReportError")
            .field("code", &self.code)
            .field("reason", &self.reason.as_ref().map(|_| Redacted))
            .finish()
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
#[derive(Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum PhoneReportStatus {
    /// `unverified`
    Unverified,
    /// `verified`
    Verified,
    /// A value that this version of the crate does not know.
    UnknownValue(UnknownValue),
}

impl PhoneReportStatus {
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

impl From<&str> for PhoneReportStatus {
    fn from(value: &str) -> Self {
        match value {
            "unverified" => Self::Unverified,
            "verified" => Self::Verified,
            _ => Self::UnknownValue(UnknownValue::new(value)),
        }
    }
}

stripe_runtime::impl_open_enum!(PhoneReportStatus, "unverified");

/// The value of [`VerificationReportOptions::document`].
///
/// [Stripe's documentation](https://docs.stripe.com/api/identity/verification_reports/object)
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ReportDocumentOptions {
    /// Array of strings of allowed identity document types. If the provided identity document isn’t one of the allowed types, the verification check will fail with a `document_type_not_allowed` error code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub allowed_types: Option<Vec<ReportDocumentOptionsAllowedType>>,
    /// Collect an ID number and perform an [ID number check](https://docs.stripe.com/identity/verification-checks?type=id-number) with the document’s extracted name and date of birth.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub require_id_number: Option<bool>,
    /// Disable image uploads, identity document images have to be captured using the device’s camera.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub require_live_capture: Option<bool>,
    /// Capture a face image and perform a [selfie check](https://docs.stripe.com/identity/verification-checks?type=selfie) comparing a photo ID and a picture of your user’s face. [Learn more](https://docs.stripe.com/identity/selfie).
    #[serde(default, skip_serializing_if = "Option::is_none")]
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

/// One of `allowed_types`.
#[derive(Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ReportDocumentOptionsAllowedType {
    /// `driving_license`
    DrivingLicense,
    /// `id_card`
    IdCard,
    /// `passport`
    Passport,
    /// A value that this version of the crate does not know.
    UnknownValue(UnknownValue),
}

impl ReportDocumentOptionsAllowedType {
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

impl From<&str> for ReportDocumentOptionsAllowedType {
    fn from(value: &str) -> Self {
        match value {
            "driving_license" => Self::DrivingLicense,
            "id_card" => Self::IdCard,
            "passport" => Self::Passport,
            _ => Self::UnknownValue(UnknownValue::new(value)),
        }
    }
}

stripe_runtime::impl_open_enum!(ReportDocumentOptionsAllowedType, "driving_license");

/// The value of [`VerificationReportOptions::id_number`].
///
/// [Stripe's documentation](https://docs.stripe.com/api/identity/verification_reports/object)
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ReportIdNumberOptions {}

impl fmt::Debug for ReportIdNumberOptions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ReportIdNumberOptions").finish()
    }
}

/// Result from a selfie check
///
/// [Stripe's documentation](https://docs.stripe.com/api/identity/verification_reports/object)
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct SelfieReport {
    /// ID of the [File](https://docs.stripe.com/api/files) holding the image of the identity document used in this check.
    ///
    /// Sent only to a [restricted key](https://docs.stripe.com/keys#limit-access) that has the permission for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document: Option<String>,
    /// Details on the verification error. Present when status is `unverified`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub error: Option<SelfieReportError>,
    /// ID of the [File](https://docs.stripe.com/api/files) holding the image of the selfie used in this check.
    ///
    /// Sent only to a [restricted key](https://docs.stripe.com/keys#limit-access) that has the permission for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub selfie: Option<String>,
    /// Status of this `selfie` check.
    pub status: SelfieReportStatus,
}

impl fmt::Debug for SelfieReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SelfieReport")
            .field("document", &self.document.as_ref().map(|_| Redacted))
            .field("error", &self.error)
            .field("selfie", &self.selfie.as_ref().map(|_| Redacted))
            .field("status", &self.status)
            .finish()
    }
}

/// The value of [`SelfieReport::error`].
///
/// [Stripe's documentation](https://docs.stripe.com/api/identity/verification_reports/object)
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct SelfieReportError {
    /// A short machine-readable string giving the reason for the verification failure.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<SelfieReportErrorCode>,
    /// A human-readable message giving the reason for the failure. These messages can be shown to your users.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

impl fmt::Debug for SelfieReportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SelfieReportError")
            .field("code", &self.code)
            .field("reason", &self.reason.as_ref().map(|_| Redacted))
            .finish()
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
#[derive(Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SelfieReportStatus {
    /// `unverified`
    Unverified,
    /// `verified`
    Verified,
    /// A value that this version of the crate does not know.
    UnknownValue(UnknownValue),
}

impl SelfieReportStatus {
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

impl From<&str> for SelfieReportStatus {
    fn from(value: &str) -> Self {
        match value {
            "unverified" => Self::Unverified,
            "verified" => Self::Verified,
            _ => Self::UnknownValue(UnknownValue::new(value)),
        }
    }
}

stripe_runtime::impl_open_enum!(SelfieReportStatus, "unverified");

/// The path to [`VerificationReport`] in a response. Its methods lead on to what can be expanded.
#[must_use = "a path is expanded by the request that it is given to"]
pub struct VerificationReportExpansion<L, E>(Path<L, E>);

stripe_runtime::impl_expansion!(VerificationReportExpansion);

impl<L: Levels, E> VerificationReportExpansion<L, E> {
    /// Goes on to what [`VerificationReport::document`] holds; it is not expanded by itself.
    pub fn document(&self) -> DocumentReportExpansion<L::Next, Part>
    where
        L: Deeper,
    {
        DocumentReportExpansion::from(self.0.to("document"))
    }

    /// Goes on to what [`VerificationReport::id_number`] holds; it is not expanded by itself.
    pub fn id_number(&self) -> IdNumberReportExpansion<L::Next, Part>
    where
        L: Deeper,
    {
        IdNumberReportExpansion::from(self.0.to("id_number"))
    }
}

/// The value of [`VerificationReport::options`].
///
/// [Stripe's documentation](https://docs.stripe.com/api/identity/verification_reports/object)
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct VerificationReportOptions {
    /// See [`ReportDocumentOptions`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document: Option<ReportDocumentOptions>,
    /// See [`ReportIdNumberOptions`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
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
