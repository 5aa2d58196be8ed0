// @generated from Stripe's OpenAPI document. Do not edit: change the document or the selection, and
// generate again.

//! Everything about a [`VerificationSession`].
//!
//! [Stripe's documentation](https://docs.stripe.com/api/identity/verification_sessions/object)

use std::fmt;
use std::collections::BTreeMap;
use stripe_runtime::{
    Expandable, Object, ObjectFields, ObjectId, ObjectTag, Outcome, ReadFields, Redacted,
    Tagged, Timestamp, UnknownValue, WriteFields,
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

impl fmt::Debug for VerificationSession {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("VerificationSession")
            .field("object", &self.object)
            .field("client_reference_id", &Redacted::if_some(&self.client_reference_id))
            .field("client_secret", &Redacted::if_some(&self.client_secret))
            .field("created", &self.created)
            .field("id", &self.id)
            .field("last_error", &self.last_error)
            .field("last_verification_report", &self.last_verification_report)
            .field("livemode", &self.livemode)
            .field("metadata", &Redacted)
            .field("options", &self.options)
            .field("provided_details", &self.provided_details)
            .field("redaction", &self.redaction)
            .field("related_customer", &Redacted::if_some(&self.related_customer))
            .field(
                "related_customer_account",
                &Redacted::if_some(&self.related_customer_account),
            )
            .field("related_person", &self.related_person)
            .field("status", &self.status)
            .field("type_", &self.type_)
            .field("url", &Redacted::if_some(&self.url))
            .field("verification_flow", &Redacted::if_some(&self.verification_flow))
            .field("verified_outputs", &self.verified_outputs)
            .finish()
    }
}

stripe_runtime::impl_object!(VerificationSession);

impl ObjectFields for VerificationSession {
    const NAME: &'static str = "VerificationSession";
    const FIELDS: &'static [&'static str] = &[
        "client_reference_id",
        "client_secret",
        "created",
        "id",
        "last_error",
        "last_verification_report",
        "livemode",
        "metadata",
        "object",
        "options",
        "provided_details",
        "redaction",
        "related_customer",
        "related_customer_account",
        "related_person",
        "status",
        "type",
        "url",
        "verification_flow",
        "verified_outputs",
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
        let mut f15 = None;
        let mut f16 = None;
        let mut f17 = None;
        let mut f18 = None;
        let mut f19 = None;
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
                15 => reader.value(&mut f15),
                16 => reader.value(&mut f16),
                17 => reader.value(&mut f17),
                18 => reader.value(&mut f18),
                19 => reader.value(&mut f19),
                _ => reader.skip(),
            }?;
        }
        Ok(Self {
            client_reference_id: f0.flatten(),
            client_secret: f1.flatten(),
            created: reader.have(2, f2)?,
            id: reader.have(3, f3)?,
            last_error: f4.flatten(),
            last_verification_report: f5.flatten(),
            livemode: reader.have(6, f6)?,
            metadata: reader.have(7, f7)?,
            object: reader.have(8, f8)?,
            options: f9.flatten(),
            provided_details: f10.flatten(),
            redaction: f11.flatten(),
            related_customer: f12.flatten(),
            related_customer_account: f13.flatten(),
            related_person: f14.flatten(),
            status: reader.have(15, f15)?,
            type_: reader.have(16, f16)?,
            url: f17.flatten(),
            verification_flow: f18.flatten(),
            verified_outputs: f19.flatten(),
        })
    }

    fn write<W: WriteFields>(&self, writer: &mut W) {
        writer.optional("client_reference_id", &self.client_reference_id);
        writer.optional("client_secret", &self.client_secret);
        writer.required("created", &self.created);
        writer.required("id", &self.id);
        writer.optional("last_error", &self.last_error);
        writer.optional("last_verification_report", &self.last_verification_report);
        writer.required("livemode", &self.livemode);
        writer.required("metadata", &self.metadata);
        writer.required("object", &self.object);
        writer.optional("options", &self.options);
        writer.optional("provided_details", &self.provided_details);
        writer.optional("redaction", &self.redaction);
        writer.optional("related_customer", &self.related_customer);
        writer.optional("related_customer_account", &self.related_customer_account);
        writer.optional("related_person", &self.related_person);
        writer.required("status", &self.status);
        writer.required("type", &self.type_);
        writer.optional("url", &self.url);
        writer.optional("verification_flow", &self.verification_flow);
        writer.optional("verified_outputs", &self.verified_outputs);
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

impl DocumentType {
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

impl From<&str> for DocumentType {
    fn from(value: &str) -> Self {
        match value {
            "driving_license" => Self::DrivingLicense,
            "id_card" => Self::IdCard,
            "passport" => Self::Passport,
            _ => Self::UnknownValue(UnknownValue::new(value)),
        }
    }
}

stripe_runtime::impl_open_enum!(DocumentType, "driving_license");

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

impl fmt::Debug for ProvidedDetails {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ProvidedDetails")
            .field("email", &Redacted::if_some(&self.email))
            .field("phone", &Redacted::if_some(&self.phone))
            .finish()
    }
}

stripe_runtime::impl_object!(ProvidedDetails);

impl ObjectFields for ProvidedDetails {
    const NAME: &'static str = "ProvidedDetails";
    const FIELDS: &'static [&'static str] = &["email", "phone"];

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
            email: f0.flatten(),
            phone: f1.flatten(),
        })
    }

    fn write<W: WriteFields>(&self, writer: &mut W) {
        writer.optional("email", &self.email);
        writer.optional("phone", &self.phone);
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

impl fmt::Debug for RelatedPerson {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RelatedPerson")
            .field("account", &Redacted)
            .field("person", &Redacted)
            .finish()
    }
}

stripe_runtime::impl_object!(RelatedPerson);

impl ObjectFields for RelatedPerson {
    const NAME: &'static str = "RelatedPerson";
    const FIELDS: &'static [&'static str] = &["account", "person"];

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
            account: reader.have(0, f0)?,
            person: reader.have(1, f1)?,
        })
    }

    fn write<W: WriteFields>(&self, writer: &mut W) {
        writer.required("account", &self.account);
        writer.required("person", &self.person);
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

impl fmt::Debug for SessionDocumentOptions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SessionDocumentOptions")
            .field("allowed_types", &self.allowed_types)
            .field("require_id_number", &self.require_id_number)
            .field("require_live_capture", &self.require_live_capture)
            .field("require_matching_selfie", &self.require_matching_selfie)
            .finish()
    }
}

stripe_runtime::impl_object!(SessionDocumentOptions);

impl ObjectFields for SessionDocumentOptions {
    const NAME: &'static str = "SessionDocumentOptions";
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

/// The value of [`VerificationSessionOptions::email`](crate::verification_session::VerificationSessionOptions::email).
///
/// [Stripe's documentation](https://docs.stripe.com/api/identity/verification_sessions/object)
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct SessionEmailOptions {
    /// Request one time password verification of `provided_details.email`.
    pub require_verification: Option<bool>,
}

impl fmt::Debug for SessionEmailOptions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SessionEmailOptions")
            .field("require_verification", &self.require_verification)
            .finish()
    }
}

stripe_runtime::impl_object!(SessionEmailOptions);

impl ObjectFields for SessionEmailOptions {
    const NAME: &'static str = "SessionEmailOptions";
    const FIELDS: &'static [&'static str] = &["require_verification"];

    fn read<'de, R: ReadFields<'de>>(reader: &mut R) -> Result<Self, R::Error> {
        let mut f0 = None;
        while let Some(field) = reader.next()? {
            match field {
                0 => reader.value(&mut f0),
                _ => reader.skip(),
            }?;
        }
        Ok(Self {
            require_verification: f0.flatten(),
        })
    }

    fn write<W: WriteFields>(&self, writer: &mut W) {
        writer.optional("require_verification", &self.require_verification);
    }
}

/// The value of [`VerificationSessionOptions::id_number`](crate::verification_session::VerificationSessionOptions::id_number).
///
/// [Stripe's documentation](https://docs.stripe.com/api/identity/verification_sessions/object)
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct SessionIdNumberOptions {}

impl fmt::Debug for SessionIdNumberOptions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SessionIdNumberOptions").finish()
    }
}

stripe_runtime::impl_object!(SessionIdNumberOptions);

impl ObjectFields for SessionIdNumberOptions {
    const NAME: &'static str = "SessionIdNumberOptions";
    const FIELDS: &'static [&'static str] = &[];

    fn read<'de, R: ReadFields<'de>>(reader: &mut R) -> Result<Self, R::Error> {
        while reader.next()?.is_some() {
            reader.skip()?;
        }
        Ok(Self {})
    }

    fn write<W: WriteFields>(&self, _writer: &mut W) {}
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

impl fmt::Debug for SessionLastError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SessionLastError")
            .field("code", &self.code)
            .field("reason", &Redacted::if_some(&self.reason))
            .finish()
    }
}

stripe_runtime::impl_object!(SessionLastError);

impl ObjectFields for SessionLastError {
    const NAME: &'static str = "SessionLastError";
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

impl SessionLastErrorCode {
    /// The value as Stripe writes it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Abandoned => "abandoned",
            Self::ConsentDeclined => "consent_declined",
            Self::CountryNotSupported => "country_not_supported",
            Self::DeviceNotSupported => "device_not_supported",
            Self::DocumentExpired => "document_expired",
            Self::DocumentTypeNotSupported => "document_type_not_supported",
            Self::DocumentUnverifiedOther => "document_unverified_other",
            Self::EmailUnverifiedOther => "email_unverified_other",
            Self::EmailVerificationDeclined => "email_verification_declined",
            Self::IdNumberInsufficientDocumentData => {
                "id_number_insufficient_document_data"
            }
            Self::IdNumberMismatch => "id_number_mismatch",
            Self::IdNumberUnverifiedOther => "id_number_unverified_other",
            Self::PhoneUnverifiedOther => "phone_unverified_other",
            Self::PhoneVerificationDeclined => "phone_verification_declined",
            Self::SelfieDocumentMissingPhoto => "selfie_document_missing_photo",
            Self::SelfieFaceMismatch => "selfie_face_mismatch",
            Self::SelfieManipulated => "selfie_manipulated",
            Self::SelfieUnverifiedOther => "selfie_unverified_other",
            Self::UnderSupportedAge => "under_supported_age",
            Self::UnknownValue(value) => value.as_str(),
        }
    }
}

impl From<&str> for SessionLastErrorCode {
    fn from(value: &str) -> Self {
        match value {
            "abandoned" => Self::Abandoned,
            "consent_declined" => Self::ConsentDeclined,
            "country_not_supported" => Self::CountryNotSupported,
            "device_not_supported" => Self::DeviceNotSupported,
            "document_expired" => Self::DocumentExpired,
            "document_type_not_supported" => Self::DocumentTypeNotSupported,
            "document_unverified_other" => Self::DocumentUnverifiedOther,
            "email_unverified_other" => Self::EmailUnverifiedOther,
            "email_verification_declined" => Self::EmailVerificationDeclined,
            "id_number_insufficient_document_data" => {
                Self::IdNumberInsufficientDocumentData
            }
            "id_number_mismatch" => Self::IdNumberMismatch,
            "id_number_unverified_other" => Self::IdNumberUnverifiedOther,
            "phone_unverified_other" => Self::PhoneUnverifiedOther,
            "phone_verification_declined" => Self::PhoneVerificationDeclined,
            "selfie_document_missing_photo" => Self::SelfieDocumentMissingPhoto,
            "selfie_face_mismatch" => Self::SelfieFaceMismatch,
            "selfie_manipulated" => Self::SelfieManipulated,
            "selfie_unverified_other" => Self::SelfieUnverifiedOther,
            "under_supported_age" => Self::UnderSupportedAge,
            _ => Self::UnknownValue(UnknownValue::new(value)),
        }
    }
}

stripe_runtime::impl_open_enum!(SessionLastErrorCode, "abandoned");

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

impl fmt::Debug for SessionMatchingOptions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SessionMatchingOptions")
            .field("dob", &self.dob)
            .field("name", &self.name)
            .finish()
    }
}

stripe_runtime::impl_object!(SessionMatchingOptions);

impl ObjectFields for SessionMatchingOptions {
    const NAME: &'static str = "SessionMatchingOptions";
    const FIELDS: &'static [&'static str] = &["dob", "name"];

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
            dob: f0.flatten(),
            name: f1.flatten(),
        })
    }

    fn write<W: WriteFields>(&self, writer: &mut W) {
        writer.optional("dob", &self.dob);
        writer.optional("name", &self.name);
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

impl SessionMatchingOptionsDob {
    /// The value as Stripe writes it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::None => "none",
            Self::Similar => "similar",
            Self::UnknownValue(value) => value.as_str(),
        }
    }
}

impl From<&str> for SessionMatchingOptionsDob {
    fn from(value: &str) -> Self {
        match value {
            "none" => Self::None,
            "similar" => Self::Similar,
            _ => Self::UnknownValue(UnknownValue::new(value)),
        }
    }
}

stripe_runtime::impl_open_enum!(SessionMatchingOptionsDob, "none");

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

impl fmt::Debug for SessionPhoneOptions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SessionPhoneOptions")
            .field("require_verification", &self.require_verification)
            .finish()
    }
}

stripe_runtime::impl_object!(SessionPhoneOptions);

impl ObjectFields for SessionPhoneOptions {
    const NAME: &'static str = "SessionPhoneOptions";
    const FIELDS: &'static [&'static str] = &["require_verification"];

    fn read<'de, R: ReadFields<'de>>(reader: &mut R) -> Result<Self, R::Error> {
        let mut f0 = None;
        while let Some(field) = reader.next()? {
            match field {
                0 => reader.value(&mut f0),
                _ => reader.skip(),
            }?;
        }
        Ok(Self {
            require_verification: f0.flatten(),
        })
    }

    fn write<W: WriteFields>(&self, writer: &mut W) {
        writer.optional("require_verification", &self.require_verification);
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

impl fmt::Debug for VerificationSessionOptions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("VerificationSessionOptions")
            .field("document", &self.document)
            .field("email", &self.email)
            .field("id_number", &self.id_number)
            .field("matching", &self.matching)
            .field("phone", &self.phone)
            .finish()
    }
}

stripe_runtime::impl_object!(VerificationSessionOptions);

impl ObjectFields for VerificationSessionOptions {
    const NAME: &'static str = "VerificationSessionOptions";
    const FIELDS: &'static [&'static str] = &[
        "document",
        "email",
        "id_number",
        "matching",
        "phone",
    ];

    fn read<'de, R: ReadFields<'de>>(reader: &mut R) -> Result<Self, R::Error> {
        let mut f0 = None;
        let mut f1 = None;
        let mut f2 = None;
        let mut f3 = None;
        let mut f4 = None;
        while let Some(field) = reader.next()? {
            match field {
                0 => reader.value(&mut f0),
                1 => reader.value(&mut f1),
                2 => reader.value(&mut f2),
                3 => reader.value(&mut f3),
                4 => reader.value(&mut f4),
                _ => reader.skip(),
            }?;
        }
        Ok(Self {
            document: f0.flatten(),
            email: f1.flatten(),
            id_number: f2.flatten(),
            matching: f3.flatten(),
            phone: f4.flatten(),
        })
    }

    fn write<W: WriteFields>(&self, writer: &mut W) {
        writer.optional("document", &self.document);
        writer.optional("email", &self.email);
        writer.optional("id_number", &self.id_number);
        writer.optional("matching", &self.matching);
        writer.optional("phone", &self.phone);
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

impl fmt::Debug for VerificationSessionRedaction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("VerificationSessionRedaction")
            .field("status", &self.status)
            .finish()
    }
}

stripe_runtime::impl_object!(VerificationSessionRedaction);

impl ObjectFields for VerificationSessionRedaction {
    const NAME: &'static str = "VerificationSessionRedaction";
    const FIELDS: &'static [&'static str] = &["status"];

    fn read<'de, R: ReadFields<'de>>(reader: &mut R) -> Result<Self, R::Error> {
        let mut f0 = None;
        while let Some(field) = reader.next()? {
            match field {
                0 => reader.value(&mut f0),
                _ => reader.skip(),
            }?;
        }
        Ok(Self {
            status: reader.have(0, f0)?,
        })
    }

    fn write<W: WriteFields>(&self, writer: &mut W) {
        writer.required("status", &self.status);
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

impl VerificationSessionRedactionStatus {
    /// The value as Stripe writes it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Processing => "processing",
            Self::Redacted => "redacted",
            Self::Validated => "validated",
            Self::UnknownValue(value) => value.as_str(),
        }
    }
}

impl From<&str> for VerificationSessionRedactionStatus {
    fn from(value: &str) -> Self {
        match value {
            "processing" => Self::Processing,
            "redacted" => Self::Redacted,
            "validated" => Self::Validated,
            _ => Self::UnknownValue(UnknownValue::new(value)),
        }
    }
}

stripe_runtime::impl_open_enum!(VerificationSessionRedactionStatus, "processing");

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

impl VerificationSessionStatus {
    /// The value as Stripe writes it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Canceled => "canceled",
            Self::Processing => "processing",
            Self::RequiresInput => "requires_input",
            Self::Verified => "verified",
            Self::UnknownValue(value) => value.as_str(),
        }
    }
}

impl From<&str> for VerificationSessionStatus {
    fn from(value: &str) -> Self {
        match value {
            "canceled" => Self::Canceled,
            "processing" => Self::Processing,
            "requires_input" => Self::RequiresInput,
            "verified" => Self::Verified,
            _ => Self::UnknownValue(UnknownValue::new(value)),
        }
    }
}

stripe_runtime::impl_open_enum!(VerificationSessionStatus, "canceled");

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

impl VerificationType {
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

impl From<&str> for VerificationType {
    fn from(value: &str) -> Self {
        match value {
            "document" => Self::Document,
            "id_number" => Self::IdNumber,
            "verification_flow" => Self::VerificationFlow,
            _ => Self::UnknownValue(UnknownValue::new(value)),
        }
    }
}

stripe_runtime::impl_open_enum!(VerificationType, "document");

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

impl fmt::Debug for VerifiedOutputs {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("VerifiedOutputs")
            .field("address", &self.address)
            .field("dob", &self.dob)
            .field("email", &Redacted::if_some(&self.email))
            .field("first_name", &Redacted::if_some(&self.first_name))
            .field("id_number", &Redacted::if_some(&self.id_number))
            .field("id_number_type", &Redacted::if_some(&self.id_number_type))
            .field("last_name", &Redacted::if_some(&self.last_name))
            .field("phone", &Redacted::if_some(&self.phone))
            .field("sex", &Redacted::if_some(&self.sex))
            .field(
                "unparsed_place_of_birth",
                &Redacted::if_some(&self.unparsed_place_of_birth),
            )
            .field("unparsed_sex", &Redacted::if_some(&self.unparsed_sex))
            .finish()
    }
}

stripe_runtime::impl_object!(VerifiedOutputs);

impl ObjectFields for VerifiedOutputs {
    const NAME: &'static str = "VerifiedOutputs";
    const FIELDS: &'static [&'static str] = &[
        "address",
        "dob",
        "email",
        "first_name",
        "id_number",
        "id_number_type",
        "last_name",
        "phone",
        "sex",
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
                _ => reader.skip(),
            }?;
        }
        Ok(Self {
            address: f0.flatten(),
            dob: f1.flatten(),
            email: f2.flatten(),
            first_name: f3.flatten(),
            id_number: f4.flatten(),
            id_number_type: f5.flatten(),
            last_name: f6.flatten(),
            phone: f7.flatten(),
            sex: f8.flatten(),
            unparsed_place_of_birth: f9.flatten(),
            unparsed_sex: f10.flatten(),
        })
    }

    fn write<W: WriteFields>(&self, writer: &mut W) {
        writer.optional("address", &self.address);
        writer.optional("dob", &self.dob);
        writer.optional("email", &self.email);
        writer.optional("first_name", &self.first_name);
        writer.optional("id_number", &self.id_number);
        writer.optional("id_number_type", &self.id_number_type);
        writer.optional("last_name", &self.last_name);
        writer.optional("phone", &self.phone);
        writer.optional("sex", &self.sex);
        writer.optional("unparsed_place_of_birth", &self.unparsed_place_of_birth);
        writer.optional("unparsed_sex", &self.unparsed_sex);
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

impl fmt::Debug for VerifiedOutputsDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("VerifiedOutputsDate")
            .field("day", &Redacted::if_some(&self.day))
            .field("month", &Redacted::if_some(&self.month))
            .field("year", &Redacted::if_some(&self.year))
            .finish()
    }
}

stripe_runtime::impl_object!(VerifiedOutputsDate);

impl ObjectFields for VerifiedOutputsDate {
    const NAME: &'static str = "VerifiedOutputsDate";
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

impl VerifiedOutputsIdNumberType {
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

impl From<&str> for VerifiedOutputsIdNumberType {
    fn from(value: &str) -> Self {
        match value {
            "br_cpf" => Self::BrCpf,
            "sg_nric" => Self::SgNric,
            "us_ssn" => Self::UsSsn,
            _ => Self::UnknownValue(UnknownValue::new(value)),
        }
    }
}

stripe_runtime::impl_open_enum!(VerifiedOutputsIdNumberType, "br_cpf");

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

impl VerifiedOutputsSex {
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

impl From<&str> for VerifiedOutputsSex {
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

stripe_runtime::impl_open_enum!(VerifiedOutputsSex, "[redacted]");
