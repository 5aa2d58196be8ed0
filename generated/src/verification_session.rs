// @generated from Stripe's OpenAPI document. Do not edit: change the document or the selection, and
// generate again.

//! Everything about a [`VerificationSession`].
//!
//! [Stripe's documentation](https://docs.stripe.com/api/identity/verification_sessions/object)

use std::collections::BTreeMap;
use stripe_runtime::{
    Expandable, Object, ObjectId, ObjectTag, Outcome, Tagged, Timestamp, UnknownValue,
};
use stripe_runtime::expand::{Deeper, Levels, Path, Whole};

mod create;
mod retrieve;
mod update;
mod list;
mod cancel;
mod redact;

#[doc(
    alias = "POST /v1/identity/verification_sessions",
    alias = "/v1/identity/verification_sessions"
)]
pub use self::create::create;
pub use self::create::{
    CreateVerificationSession, CreateOptions, CreateOptionsDocument,
    CreateProvidedDetails, CreateRelatedPerson,
};

#[doc(
    alias = "GET /v1/identity/verification_sessions/:id",
    alias = "/v1/identity/verification_sessions/:id"
)]
pub use self::retrieve::retrieve;
pub use self::retrieve::RetrieveVerificationSession;

#[doc(
    alias = "POST /v1/identity/verification_sessions/:id",
    alias = "/v1/identity/verification_sessions/:id"
)]
pub use self::update::update;
pub use self::update::{
    UpdateVerificationSession, UpdateOptions, UpdateOptionsDocument,
    UpdateProvidedDetails,
};

#[doc(
    alias = "GET /v1/identity/verification_sessions",
    alias = "/v1/identity/verification_sessions"
)]
pub use self::list::list;
pub use self::list::ListVerificationSessions;

#[doc(
    alias = "POST /v1/identity/verification_sessions/:id/cancel",
    alias = "/v1/identity/verification_sessions/:id/cancel"
)]
pub use self::cancel::cancel;
pub use self::cancel::CancelVerificationSession;

#[doc(
    alias = "POST /v1/identity/verification_sessions/:id/redact",
    alias = "/v1/identity/verification_sessions/:id/redact"
)]
pub use self::redact::redact;
pub use self::redact::RedactVerificationSession;

/// A `VerificationSession` guides you through the process of collecting and verifying the identities of your users. It contains details about the type of verification, such as what [verification check](https://docs.stripe.com/identity/verification-checks) to perform. Only create one `VerificationSession` for each verification in your system.
///
/// A `VerificationSession` transitions through [multiple statuses](https://docs.stripe.com/identity/how-sessions-work) throughout its lifetime as it progresses through the verification flow. The `VerificationSession` contains the user's verified data after verification checks are complete.
///
/// Related guide: [The Verification Sessions API](https://docs.stripe.com/identity/verification-sessions)
///
/// [Stripe's documentation](https://docs.stripe.com/api/identity/verification_sessions/object)
#[doc(alias = "identity.verification_session")]
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct VerificationSession {
    object: ObjectTag<Self>,
    /// A string to reference this user. This can be a customer ID, a session ID, or similar, and can be used to reconcile this verification with your internal systems.
    pub client_reference_id: Option<String>,
    /// The short-lived client secret used by Stripe.js to [show a verification modal](https://docs.stripe.com/js/identity/modal) inside your app. This client secret expires after 24 hours and can only be used once. Don’t store it, log it, embed it in a URL, or expose it to anyone other than the user. Make sure that you have TLS enabled on any page that includes the client secret. Refer to our docs on [passing the client secret to the frontend](https://docs.stripe.com/identity/verification-sessions#client-secret) to learn more.
    pub client_secret: Option<String>,
    /// Time at which the object was created. Measured in seconds since the Unix epoch.
    pub created: Timestamp,
    /// Unique identifier for the object.
    pub id: VerificationSessionId,
    /// If present, this property tells you the last error encountered when processing the verification.
    pub last_error: Option<SessionLastError>,
    /// ID of the most recent `VerificationReport`. [Learn more about accessing detailed verification results.](https://docs.stripe.com/identity/verification-sessions#results)
    ///
    /// An id, unless the request expands `last_verification_report`.
    pub last_verification_report: Option<
        Expandable<super::verification_report::VerificationReport>,
    >,
    /// If the object exists in live mode, the value is `true`. If the object exists in test mode, the value is `false`.
    pub livemode: bool,
    /// Set of [key-value pairs](https://docs.stripe.com/api/metadata) that you can attach to an object. This can be useful for storing additional information about the object in a structured format.
    pub metadata: BTreeMap<String, String>,
    /// A set of options for the session’s verification checks.
    ///
    /// Options that no request has, such as `email` and `phone`, are set by the [verification flow](https://docs.stripe.com/identity/verification-flows) that the session was created with, `verification_flow` of [`create`](create()).
    pub options: Option<VerificationSessionOptions>,
    /// Details provided about the user being verified. These details may be shown to the user.
    pub provided_details: Option<ProvidedDetails>,
    /// Redaction status of this `VerificationSession`. If the `VerificationSession` is not redacted, this field will be null.
    pub redaction: Option<VerificationSessionRedaction>,
    /// Customer ID
    pub related_customer: Option<String>,
    /// The ID of the Account representing a customer.
    pub related_customer_account: Option<String>,
    /// See [`RelatedPerson`].
    pub related_person: Option<RelatedPerson>,
    /// Status of this `VerificationSession`. [Learn more about the lifecycle of sessions](https://docs.stripe.com/identity/how-sessions-work).
    pub status: VerificationSessionStatus,
    /// The type of [verification check](https://docs.stripe.com/identity/verification-checks) to be performed.
    ///
    /// Sent as `type`.
    pub type_: VerificationType,
    /// The short-lived URL that you use to redirect a user to Stripe to submit their identity information. This URL expires after 48 hours and can only be used once. Don’t store it, log it, send it in emails or expose it to anyone other than the user. Refer to our docs on [verifying identity documents](https://docs.stripe.com/identity/verify-identity-documents?platform=web&type=redirect) to learn how to redirect users to Stripe.
    pub url: Option<String>,
    /// The configuration token of a verification flow from the dashboard.
    pub verification_flow: Option<String>,
    /// The user’s verified data.
    ///
    /// Sent only if the request expands it.
    pub verified_outputs: Option<VerifiedOutputs>,
}

stripe_runtime::impl_object! {
    VerificationSession {
        optional 0 "client_reference_id": client_reference_id hidden,
        optional 1 "client_secret": client_secret hidden,
        required 2 "created": created shown,
        required 3 "id": id shown,
        optional 4 "last_error": last_error shown,
        optional 5 "last_verification_report": last_verification_report shown,
        required 6 "livemode": livemode shown,
        required 7 "metadata": metadata hidden,
        required 8 "object": object shown,
        optional 9 "options": options shown,
        optional 10 "provided_details": provided_details shown,
        optional 11 "redaction": redaction shown,
        optional 12 "related_customer": related_customer hidden,
        optional 13 "related_customer_account": related_customer_account hidden,
        optional 14 "related_person": related_person shown,
        required 15 "status": status shown,
        required 16 "type": type_ shown,
        optional 17 "url": url hidden,
        optional 18 "verification_flow": verification_flow hidden,
        optional 19 "verified_outputs": verified_outputs shown,
    }
}

impl Tagged for VerificationSession {
    const OBJECT: &'static str = "identity.verification_session";
}

impl Object for VerificationSession {
    type Id = VerificationSessionId;

    fn id(&self) -> &VerificationSessionId {
        &self.id
    }
}

impl Outcome for VerificationSession {
    fn has_outcome(&self) -> bool {
        match self.status {
            VerificationSessionStatus::Canceled | VerificationSessionStatus::Verified => {
                true
            }
            VerificationSessionStatus::RequiresInput => self.last_error.is_some(),
            _ => false,
        }
    }
}

/// The id of a [`VerificationSession`].
///
/// A response may hold any text as an id. An id that could change the path of a request is rejected before anything is sent.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct VerificationSessionId(ObjectId);

stripe_runtime::impl_id!(VerificationSessionId);

/// One of `allowed_types`.
#[derive(Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum DocumentType {
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
    DocumentType {
        DrivingLicense: "driving_license",
        IdCard: "id_card",
        Passport: "passport",
    }
}

/// The value of [`VerificationSession::provided_details`](crate::verification_session::VerificationSession::provided_details).
///
/// [Stripe's documentation](https://docs.stripe.com/api/identity/verification_sessions/object)
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct ProvidedDetails {
    /// Email of user being verified
    pub email: Option<String>,
    /// Phone number of user being verified
    pub phone: Option<String>,
}

stripe_runtime::impl_object! {
    ProvidedDetails {
        optional 0 "email": email hidden,
        optional 1 "phone": phone hidden,
    }
}

/// The value of [`VerificationSession::related_person`](crate::verification_session::VerificationSession::related_person).
///
/// [Stripe's documentation](https://docs.stripe.com/api/identity/verification_sessions/object)
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct RelatedPerson {
    /// Token referencing the associated Account of the related Person resource.
    pub account: String,
    /// Token referencing the related Person resource.
    pub person: String,
}

stripe_runtime::impl_object! {
    RelatedPerson {
        required 0 "account": account hidden,
        required 1 "person": person hidden,
    }
}

/// The value of [`VerificationSessionOptions::document`](crate::verification_session::VerificationSessionOptions::document).
///
/// [Stripe's documentation](https://docs.stripe.com/api/identity/verification_sessions/object)
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct SessionDocumentOptions {
    /// Array of strings of allowed identity document types. If the provided identity document isn’t one of the allowed types, the verification check will fail with a `document_type_not_allowed` error code.
    pub allowed_types: Option<Vec<DocumentType>>,
    /// Collect an ID number and perform an [ID number check](https://docs.stripe.com/identity/verification-checks?type=id-number) with the document’s extracted name and date of birth.
    pub require_id_number: Option<bool>,
    /// Disable image uploads, identity document images have to be captured using the device’s camera.
    pub require_live_capture: Option<bool>,
    /// Capture a face image and perform a [selfie check](https://docs.stripe.com/identity/verification-checks?type=selfie) comparing a photo ID and a picture of your user’s face. [Learn more](https://docs.stripe.com/identity/selfie).
    pub require_matching_selfie: Option<bool>,
}

stripe_runtime::impl_object! {
    SessionDocumentOptions {
        optional 0 "allowed_types": allowed_types shown,
        optional 1 "require_id_number": require_id_number shown,
        optional 2 "require_live_capture": require_live_capture shown,
        optional 3 "require_matching_selfie": require_matching_selfie shown,
    }
}

/// The value of [`VerificationSessionOptions::email`](crate::verification_session::VerificationSessionOptions::email).
///
/// [Stripe's documentation](https://docs.stripe.com/api/identity/verification_sessions/object)
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct SessionEmailOptions {
    /// Request one time password verification of `provided_details.email`.
    pub require_verification: Option<bool>,
}

stripe_runtime::impl_object! {
    SessionEmailOptions {
        optional 0 "require_verification": require_verification shown,
    }
}

/// The value of [`VerificationSessionOptions::id_number`](crate::verification_session::VerificationSessionOptions::id_number).
///
/// [Stripe's documentation](https://docs.stripe.com/api/identity/verification_sessions/object)
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct SessionIdNumberOptions {}

stripe_runtime::impl_object! {
    SessionIdNumberOptions {
    }
}

/// Shows last `VerificationSession` error
///
/// [Stripe's documentation](https://docs.stripe.com/api/identity/verification_sessions/object)
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct SessionLastError {
    /// A short machine-readable string giving the reason for the verification or user-session failure.
    pub code: Option<SessionLastErrorCode>,
    /// A message that explains the reason for verification or user-session failure.
    pub reason: Option<String>,
}

stripe_runtime::impl_object! {
    SessionLastError {
        optional 0 "code": code shown,
        optional 1 "reason": reason hidden,
    }
}

/// A short machine-readable string giving the reason for the verification or user-session failure.
#[derive(Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SessionLastErrorCode {
    /// `abandoned`
    Abandoned,
    /// `consent_declined`
    ConsentDeclined,
    /// `country_not_supported`
    CountryNotSupported,
    /// `device_not_supported`
    DeviceNotSupported,
    /// `document_expired`
    DocumentExpired,
    /// `document_type_not_supported`
    DocumentTypeNotSupported,
    /// `document_unverified_other`
    DocumentUnverifiedOther,
    /// `email_unverified_other`
    EmailUnverifiedOther,
    /// `email_verification_declined`
    EmailVerificationDeclined,
    /// `id_number_insufficient_document_data`
    IdNumberInsufficientDocumentData,
    /// `id_number_mismatch`
    IdNumberMismatch,
    /// `id_number_unverified_other`
    IdNumberUnverifiedOther,
    /// `phone_unverified_other`
    PhoneUnverifiedOther,
    /// `phone_verification_declined`
    PhoneVerificationDeclined,
    /// `selfie_document_missing_photo`
    SelfieDocumentMissingPhoto,
    /// `selfie_face_mismatch`
    SelfieFaceMismatch,
    /// `selfie_manipulated`
    SelfieManipulated,
    /// `selfie_unverified_other`
    SelfieUnverifiedOther,
    /// `under_supported_age`
    UnderSupportedAge,
    /// A value that this version of the crate does not know.
    UnknownValue(UnknownValue),
}

stripe_runtime::impl_open_enum! {
    SessionLastErrorCode {
        Abandoned: "abandoned",
        ConsentDeclined: "consent_declined",
        CountryNotSupported: "country_not_supported",
        DeviceNotSupported: "device_not_supported",
        DocumentExpired: "document_expired",
        DocumentTypeNotSupported: "document_type_not_supported",
        DocumentUnverifiedOther: "document_unverified_other",
        EmailUnverifiedOther: "email_unverified_other",
        EmailVerificationDeclined: "email_verification_declined",
        IdNumberInsufficientDocumentData: "id_number_insufficient_document_data",
        IdNumberMismatch: "id_number_mismatch",
        IdNumberUnverifiedOther: "id_number_unverified_other",
        PhoneUnverifiedOther: "phone_unverified_other",
        PhoneVerificationDeclined: "phone_verification_declined",
        SelfieDocumentMissingPhoto: "selfie_document_missing_photo",
        SelfieFaceMismatch: "selfie_face_mismatch",
        SelfieManipulated: "selfie_manipulated",
        SelfieUnverifiedOther: "selfie_unverified_other",
        UnderSupportedAge: "under_supported_age",
    }
}

/// The value of [`VerificationSessionOptions::matching`](crate::verification_session::VerificationSessionOptions::matching).
///
/// [Stripe's documentation](https://docs.stripe.com/api/identity/verification_sessions/object)
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct SessionMatchingOptions {
    /// Strictness of the DOB matching policy to apply.
    pub dob: Option<SessionMatchingOptionsDob>,
    /// Strictness of the name matching policy to apply.
    pub name: Option<SessionMatchingOptionsName>,
}

stripe_runtime::impl_object! {
    SessionMatchingOptions {
        optional 0 "dob": dob shown,
        optional 1 "name": name shown,
    }
}

/// Strictness of the DOB matching policy to apply.
#[derive(Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SessionMatchingOptionsDob {
    /// `none`
    None,
    /// `similar`
    Similar,
    /// A value that this version of the crate does not know.
    UnknownValue(UnknownValue),
}

stripe_runtime::impl_open_enum! {
    SessionMatchingOptionsDob {
        None: "none",
        Similar: "similar",
    }
}

/// Strictness of the name matching policy to apply.
pub type SessionMatchingOptionsName = SessionMatchingOptionsDob;

/// The value of [`VerificationSessionOptions::phone`](crate::verification_session::VerificationSessionOptions::phone).
///
/// [Stripe's documentation](https://docs.stripe.com/api/identity/verification_sessions/object)
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct SessionPhoneOptions {
    /// Request one time password verification of `provided_details.phone`.
    pub require_verification: Option<bool>,
}

stripe_runtime::impl_object! {
    SessionPhoneOptions {
        optional 0 "require_verification": require_verification shown,
    }
}

/// The path to [`VerificationSession`] in a response. Its methods lead on to what can be expanded.
#[must_use = "a path is expanded by the request that it is given to"]
pub struct VerificationSessionExpansion<L, E>(Path<L, E>);

stripe_runtime::impl_expansion!(VerificationSessionExpansion);

impl<L: Levels, E> VerificationSessionExpansion<L, E> {
    /// Expands [`VerificationSession::last_verification_report`](crate::verification_session::VerificationSession::last_verification_report).
    pub fn last_verification_report(
        &self,
    ) -> super::verification_report::VerificationReportExpansion<L::Next, Whole>
    where
        L: Deeper,
    {
        super::verification_report::VerificationReportExpansion::from(
            self.0.to("last_verification_report"),
        )
    }

    /// Expands [`VerificationSession::verified_outputs`](crate::verification_session::VerificationSession::verified_outputs).
    ///
    /// Sent only if the request expands it.
    pub fn verified_outputs(&self) -> VerifiedOutputsExpansion<L::Next, Whole>
    where
        L: Deeper,
    {
        VerifiedOutputsExpansion::from(self.0.to("verified_outputs"))
    }
}

/// The value of [`VerificationSession::options`](crate::verification_session::VerificationSession::options).
///
/// [Stripe's documentation](https://docs.stripe.com/api/identity/verification_sessions/object)
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct VerificationSessionOptions {
    /// See [`SessionDocumentOptions`].
    pub document: Option<SessionDocumentOptions>,
    /// See [`SessionEmailOptions`].
    pub email: Option<SessionEmailOptions>,
    /// See [`SessionIdNumberOptions`].
    pub id_number: Option<SessionIdNumberOptions>,
    /// See [`SessionMatchingOptions`].
    pub matching: Option<SessionMatchingOptions>,
    /// See [`SessionPhoneOptions`].
    pub phone: Option<SessionPhoneOptions>,
}

stripe_runtime::impl_object! {
    VerificationSessionOptions {
        optional 0 "document": document shown,
        optional 1 "email": email shown,
        optional 2 "id_number": id_number shown,
        optional 3 "matching": matching shown,
        optional 4 "phone": phone shown,
    }
}

/// The value of [`VerificationSession::redaction`](crate::verification_session::VerificationSession::redaction).
///
/// [Stripe's documentation](https://docs.stripe.com/api/identity/verification_sessions/object)
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct VerificationSessionRedaction {
    /// Indicates whether this object and its related objects have been redacted or not.
    pub status: VerificationSessionRedactionStatus,
}

stripe_runtime::impl_object! {
    VerificationSessionRedaction {
        required 0 "status": status shown,
    }
}

/// Indicates whether this object and its related objects have been redacted or not.
#[derive(Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum VerificationSessionRedactionStatus {
    /// `processing`
    Processing,
    /// `redacted`
    Redacted,
    /// `validated`
    Validated,
    /// A value that this version of the crate does not know.
    UnknownValue(UnknownValue),
}

stripe_runtime::impl_open_enum! {
    VerificationSessionRedactionStatus {
        Processing: "processing",
        Redacted: "redacted",
        Validated: "validated",
    }
}

/// Status of this `VerificationSession`. [Learn more about the lifecycle of sessions](https://docs.stripe.com/identity/how-sessions-work).
#[derive(Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum VerificationSessionStatus {
    /// `canceled`
    Canceled,
    /// `processing`
    Processing,
    /// `requires_input`
    RequiresInput,
    /// `verified`
    Verified,
    /// A value that this version of the crate does not know.
    UnknownValue(UnknownValue),
}

stripe_runtime::impl_open_enum! {
    VerificationSessionStatus {
        Canceled: "canceled",
        Processing: "processing",
        RequiresInput: "requires_input",
        Verified: "verified",
    }
}

/// The type of [verification check](https://docs.stripe.com/identity/verification-checks) to be performed.
#[derive(Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum VerificationType {
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
    VerificationType {
        Document: "document",
        IdNumber: "id_number",
        VerificationFlow: "verification_flow",
    }
}

/// The value of [`VerificationSession::verified_outputs`](crate::verification_session::VerificationSession::verified_outputs).
///
/// [Stripe's documentation](https://docs.stripe.com/api/identity/verification_sessions/object)
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct VerifiedOutputs {
    /// The user's verified address.
    pub address: Option<super::shared::Address>,
    /// The user’s verified date of birth.
    ///
    /// Sent only if the request expands it, and only to a [restricted key](https://docs.stripe.com/keys#limit-access) that has the permission for it.
    pub dob: Option<VerifiedOutputsDate>,
    /// The user's verified email address
    pub email: Option<String>,
    /// The user's verified first name.
    pub first_name: Option<String>,
    /// The user's verified id number.
    ///
    /// Sent only if the request expands it, and only to a [restricted key](https://docs.stripe.com/keys#limit-access) that has the permission for it.
    pub id_number: Option<String>,
    /// The user's verified id number type.
    pub id_number_type: Option<VerifiedOutputsIdNumberType>,
    /// The user's verified last name.
    pub last_name: Option<String>,
    /// The user's verified phone number
    pub phone: Option<String>,
    /// The user's verified sex.
    pub sex: Option<VerifiedOutputsSex>,
    /// The user's verified place of birth as it appears in the document.
    pub unparsed_place_of_birth: Option<String>,
    /// The user's verified sex as it appears in the document.
    pub unparsed_sex: Option<String>,
}

stripe_runtime::impl_object! {
    VerifiedOutputs {
        optional 0 "address": address shown,
        optional 1 "dob": dob shown,
        optional 2 "email": email hidden,
        optional 3 "first_name": first_name hidden,
        optional 4 "id_number": id_number hidden,
        optional 5 "id_number_type": id_number_type hidden,
        optional 6 "last_name": last_name hidden,
        optional 7 "phone": phone hidden,
        optional 8 "sex": sex hidden,
        optional 9 "unparsed_place_of_birth": unparsed_place_of_birth hidden,
        optional 10 "unparsed_sex": unparsed_sex hidden,
    }
}

/// Point in Time
///
/// [Stripe's documentation](https://docs.stripe.com/api/identity/verification_sessions/object)
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct VerifiedOutputsDate {
    /// Numerical day between 1 and 31.
    pub day: Option<i64>,
    /// Numerical month between 1 and 12.
    pub month: Option<i64>,
    /// The four-digit year.
    pub year: Option<i64>,
}

stripe_runtime::impl_object! {
    VerifiedOutputsDate {
        optional 0 "day": day hidden,
        optional 1 "month": month hidden,
        optional 2 "year": year hidden,
    }
}

/// The path to [`VerifiedOutputs`] in a response. Its methods lead on to what can be expanded.
#[must_use = "a path is expanded by the request that it is given to"]
pub struct VerifiedOutputsExpansion<L, E>(Path<L, E>);

stripe_runtime::impl_expansion!(VerifiedOutputsExpansion);

impl<L: Levels, E> VerifiedOutputsExpansion<L, E> {
    /// Expands [`VerifiedOutputs::dob`](crate::verification_session::VerifiedOutputs::dob).
    ///
    /// Sent only if the request expands it, and only to a [restricted key](https://docs.stripe.com/keys#limit-access) that has the permission for it.
    pub fn dob(&self) -> Path<L::Next, Whole>
    where
        L: Deeper,
    {
        self.0.to("dob")
    }

    /// Expands [`VerifiedOutputs::id_number`](crate::verification_session::VerifiedOutputs::id_number).
    ///
    /// Sent only if the request expands it, and only to a [restricted key](https://docs.stripe.com/keys#limit-access) that has the permission for it.
    pub fn id_number(&self) -> Path<L::Next, Whole>
    where
        L: Deeper,
    {
        self.0.to("id_number")
    }
}

/// The user's verified id number type.
#[derive(Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum VerifiedOutputsIdNumberType {
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
    VerifiedOutputsIdNumberType {
        BrCpf: "br_cpf",
        SgNric: "sg_nric",
        UsSsn: "us_ssn",
    }
}

/// The user's verified sex.
#[derive(Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum VerifiedOutputsSex {
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
    VerifiedOutputsSex {
        Redacted: "[redacted]",
        Female: "female",
        Male: "male",
        Unknown: "unknown",
    }
}
