// @generated from Stripe's OpenAPI document. Do not edit: change the document or the selection, and
// generate again.

//! Everything about a [`VerificationReport`].
//!
//! [Stripe's documentation](https://docs.stripe.com/api/identity/verification_reports/object)

use stripe_runtime::{Object, ObjectId, ObjectTag, Tagged, Timestamp, UnknownValue};
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

stripe_runtime::impl_object! {
    VerificationReport {
        optional 0 "client_reference_id": client_reference_id hidden,
        required 1 "created": created shown,
        optional 2 "document": document shown,
        optional 3 "email": email shown,
        required 4 "id": id shown,
        optional 5 "id_number": id_number shown,
        required 6 "livemode": livemode shown,
        required 7 "object": object shown,
        optional 8 "options": options shown,
        optional 9 "phone": phone shown,
        optional 10 "selfie": selfie shown,
        required 11 "type": type_ shown,
        optional 12 "verification_flow": verification_flow hidden,
        optional 13 "verification_session": verification_session shown,
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

stripe_runtime::impl_object! {
    DocumentReport {
        optional 0 "address": address shown,
        optional 1 "dob": dob shown,
        optional 2 "error": error shown,
        optional 3 "expiration_date": expiration_date shown,
        optional 4 "files": files hidden,
        optional 5 "first_name": first_name hidden,
        optional 6 "issued_date": issued_date shown,
        optional 7 "issuing_country": issuing_country hidden,
        optional 8 "last_name": last_name hidden,
        optional 9 "number": number hidden,
        optional 10 "sex": sex hidden,
        required 11 "status": status shown,
        optional 12 "type": type_ shown,
        optional 13 "unparsed_place_of_birth": unparsed_place_of_birth hidden,
        optional 14 "unparsed_sex": unparsed_sex hidden,
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

stripe_runtime::impl_object! {
    DocumentReportDateOfBirth {
        optional 0 "day": day hidden,
        optional 1 "month": month hidden,
        optional 2 "year": year hidden,
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

stripe_runtime::impl_object! {
    DocumentReportError {
        optional 0 "code": code shown,
        optional 1 "reason": reason hidden,
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

stripe_runtime::impl_open_enum! {
    DocumentReportErrorCode {
        DocumentExpired: "document_expired",
        DocumentTypeNotSupported: "document_type_not_supported",
        DocumentUnverifiedOther: "document_unverified_other",
    }
}

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

stripe_runtime::impl_object! {
    DocumentReportExpirationDate {
        optional 0 "day": day hidden,
        optional 1 "month": month hidden,
        optional 2 "year": year hidden,
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

stripe_runtime::impl_object! {
    DocumentReportIssuedDate {
        optional 0 "day": day hidden,
        optional 1 "month": month hidden,
        optional 2 "year": year hidden,
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

stripe_runtime::impl_open_enum! {
    DocumentReportSex {
        Redacted: "[redacted]",
        Female: "female",
        Male: "male",
        Unknown: "unknown",
    }
}

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

stripe_runtime::impl_open_enum! {
    DocumentReportStatus {
        Unverified: "unverified",
        Verified: "verified",
    }
}

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

stripe_runtime::impl_open_enum! {
    DocumentReportType {
        DrivingLicense: "driving_license",
        IdCard: "id_card",
        Passport: "passport",
    }
}

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

stripe_runtime::impl_object! {
    EmailReport {
        optional 0 "email": email hidden,
        optional 1 "error": error shown,
        required 2 "status": status shown,
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

stripe_runtime::impl_object! {
    EmailReportError {
        optional 0 "code": code shown,
        optional 1 "reason": reason hidden,
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

stripe_runtime::impl_open_enum! {
    EmailReportErrorCode {
        EmailUnverifiedOther: "email_unverified_other",
        EmailVerificationDeclined: "email_verification_declined",
    }
}

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

stripe_runtime::impl_object! {
    IdNumberReport {
        optional 0 "dob": dob shown,
        optional 1 "error": error shown,
        optional 2 "first_name": first_name hidden,
        optional 3 "id_number": id_number hidden,
        optional 4 "id_number_type": id_number_type hidden,
        optional 5 "last_name": last_name hidden,
        required 6 "status": status shown,
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

stripe_runtime::impl_object! {
    IdNumberReportDate {
        optional 0 "day": day hidden,
        optional 1 "month": month hidden,
        optional 2 "year": year hidden,
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

stripe_runtime::impl_object! {
    IdNumberReportError {
        optional 0 "code": code shown,
        optional 1 "reason": reason hidden,
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

stripe_runtime::impl_open_enum! {
    IdNumberReportErrorCode {
        IdNumberInsufficientDocumentData: "id_number_insufficient_document_data",
        IdNumberMismatch: "id_number_mismatch",
        IdNumberUnverifiedOther: "id_number_unverified_other",
    }
}

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

stripe_runtime::impl_open_enum! {
    IdNumberReportIdNumberType {
        BrCpf: "br_cpf",
        SgNric: "sg_nric",
        UsSsn: "us_ssn",
    }
}

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

stripe_runtime::impl_object! {
    PhoneReport {
        optional 0 "error": error shown,
        optional 1 "phone": phone hidden,
        required 2 "status": status shown,
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

stripe_runtime::impl_object! {
    PhoneReportError {
        optional 0 "code": code shown,
        optional 1 "reason": reason hidden,
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

stripe_runtime::impl_open_enum! {
    PhoneReportErrorCode {
        PhoneUnverifiedOther: "phone_unverified_other",
        PhoneVerificationDeclined: "phone_verification_declined",
    }
}

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

stripe_runtime::impl_object! {
    ReportDocumentOptions {
        optional 0 "allowed_types": allowed_types shown,
        optional 1 "require_id_number": require_id_number shown,
        optional 2 "require_live_capture": require_live_capture shown,
        optional 3 "require_matching_selfie": require_matching_selfie shown,
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

stripe_runtime::impl_object! {
    ReportIdNumberOptions {
    }
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

stripe_runtime::impl_object! {
    SelfieReport {
        optional 0 "document": document hidden,
        optional 1 "error": error shown,
        optional 2 "selfie": selfie hidden,
        required 3 "status": status shown,
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

stripe_runtime::impl_object! {
    SelfieReportError {
        optional 0 "code": code shown,
        optional 1 "reason": reason hidden,
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

stripe_runtime::impl_open_enum! {
    SelfieReportErrorCode {
        SelfieDocumentMissingPhoto: "selfie_document_missing_photo",
        SelfieFaceMismatch: "selfie_face_mismatch",
        SelfieManipulated: "selfie_manipulated",
        SelfieUnverifiedOther: "selfie_unverified_other",
    }
}

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

stripe_runtime::impl_object! {
    VerificationReportOptions {
        optional 0 "document": document shown,
        optional 1 "id_number": id_number shown,
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

stripe_runtime::impl_open_enum! {
    VerificationReportType {
        Document: "document",
        IdNumber: "id_number",
        VerificationFlow: "verification_flow",
    }
}
