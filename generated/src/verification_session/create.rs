// @generated from Stripe's OpenAPI document. Do not edit: change the document or the selection, and
// generate again.

use std::fmt;
use std::borrow::Cow;
use stripe_runtime::{
    Api, Clearable, FormEncoder, FormValue, InvalidArgument, Metadata, Method, Operation,
    Redacted, RequestOptions,
};
use stripe_runtime::expand::{Expansion, Four, Part};
use super::{
    DocumentType, VerificationSession, VerificationSessionExpansion, VerificationType,
};

/// Creates a `VerificationSession` object.
///
/// After the `VerificationSession` is created, display a verification modal using the session `client_secret` or send your users to the session’s `url`.
///
/// If your API key is in test mode, verification checks won’t actually process, though everything else will occur as if in live mode.
///
/// Related guide: [Verify your users’ identity documents](https://docs.stripe.com/identity/verify-identity-documents)
///
/// `POST /v1/identity/verification_sessions`
///
/// [Stripe's documentation](https://docs.stripe.com/api/identity/verification_sessions/create)
///
/// # Example
///
/// ```no_run
/// # async fn example(client: &stripe_identity::Client) -> Result<(), stripe_identity::Error> {
/// use stripe_identity::verification_session::{self, VerificationType};
///
/// let verification_session = verification_session::create()
///     .type_(VerificationType::Document)
///     .return_url("https://example.com/done")
///     .send(client)
///     .await?;
/// # Ok(())
/// # }
/// ```
pub fn create() -> CreateVerificationSession {
    CreateVerificationSession {
        client_reference_id: None,
        expand_raw: Vec::new(),
        metadata: None,
        options: None,
        provided_details: None,
        related_customer: None,
        related_customer_account: None,
        related_person: None,
        return_url: None,
        type_: None,
        verification_flow: None,
        request_options: RequestOptions::new(),
    }
}

/// The request returned by [`create`](create()); see there for an example.
#[derive(Clone)]
#[must_use = "a request does nothing until it is sent"]
pub struct CreateVerificationSession {
    client_reference_id: Option<String>,
    expand_raw: Vec<String>,
    metadata: Option<Metadata>,
    options: Option<CreateOptions>,
    provided_details: Option<CreateProvidedDetails>,
    related_customer: Option<String>,
    related_customer_account: Option<String>,
    related_person: Option<CreateRelatedPerson>,
    return_url: Option<String>,
    type_: Option<VerificationType>,
    verification_flow: Option<String>,
    request_options: RequestOptions,
}

impl CreateVerificationSession {
    /// Expands a property of the response, which Stripe otherwise sends as an id, or not at all.
    ///
    /// Call it once for each property. See [expanding responses](https://docs.stripe.com/api/expanding_objects).
    pub fn expand<E: Expansion>(
        mut self,
        path: impl FnOnce(VerificationSessionExpansion<Four, Part>) -> E,
    ) -> Self {
        self.expand_raw.push(stripe_runtime::expand::of_response(path));
        self
    }

    /// A string to reference this user. This can be a customer ID, a session ID, or similar, and can be used to reconcile this verification with your internal systems.
    ///
    /// At most 5,000 characters.
    pub fn client_reference_id(
        mut self,
        client_reference_id: impl Into<String>,
    ) -> Self {
        self.client_reference_id = Some(client_reference_id.into());
        self
    }

    /// Specifies which fields in the response should be expanded.
    ///
    /// Adds paths as text, for what [`expand`](Self::expand) does not know. Join the names of a path with dots. For lists, start the path with `data`. See [expanding responses](https://docs.stripe.com/api/expanding_objects).
    pub fn expand_raw(
        mut self,
        expand_raw: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.expand_raw.extend(expand_raw.into_iter().map(Into::into));
        self
    }

    /// Set of [key-value pairs](https://docs.stripe.com/api/metadata) that you can attach to an object. This can be useful for storing additional information about the object in a structured format. Individual keys can be unset by posting an empty value to them. All keys can be unset by posting an empty value to `metadata`.
    pub fn metadata(mut self, metadata: impl Into<Metadata>) -> Self {
        self.metadata = Some(metadata.into());
        self
    }

    /// A set of options for the session’s verification checks.
    ///
    /// A session has more options than this request can set: those of `email`, `phone` and other checks are set by a [verification flow](https://docs.stripe.com/identity/verification-flows); see [`verification_flow`](Self::verification_flow).
    pub fn options(mut self, options: CreateOptions) -> Self {
        self.options = Some(options);
        self
    }

    /// Details provided about the user being verified. These details might be shown to the user.
    pub fn provided_details(mut self, provided_details: CreateProvidedDetails) -> Self {
        self.provided_details = Some(provided_details);
        self
    }

    /// Customer ID
    ///
    /// At most 5,000 characters.
    pub fn related_customer(mut self, related_customer: impl Into<String>) -> Self {
        self.related_customer = Some(related_customer.into());
        self
    }

    /// The ID of the Account representing a customer.
    ///
    /// At most 5,000 characters.
    pub fn related_customer_account(
        mut self,
        related_customer_account: impl Into<String>,
    ) -> Self {
        self.related_customer_account = Some(related_customer_account.into());
        self
    }

    /// Tokens referencing a Person resource and its associated account.
    pub fn related_person(mut self, related_person: CreateRelatedPerson) -> Self {
        self.related_person = Some(related_person);
        self
    }

    /// The URL that the user will be redirected to upon completing the verification flow.
    pub fn return_url(mut self, return_url: impl Into<String>) -> Self {
        self.return_url = Some(return_url.into());
        self
    }

    /// The type of [verification check](https://docs.stripe.com/identity/verification-checks) to be performed. You must provide a `type` if not passing `verification_flow`.
    ///
    /// Accepts only `document` and `id_number`. Sent as `type`.
    pub fn type_(mut self, type_: impl Into<VerificationType>) -> Self {
        self.type_ = Some(type_.into());
        self
    }

    /// The ID of a verification flow from the Dashboard. See <https://docs.stripe.com/identity/verification-flows>.
    ///
    /// At most 5,000 characters.
    pub fn verification_flow(mut self, verification_flow: impl Into<String>) -> Self {
        self.verification_flow = Some(verification_flow.into());
        self
    }
}

stripe_runtime::impl_request!(CreateVerificationSession, VerificationSession);

impl fmt::Debug for CreateVerificationSession {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CreateVerificationSession")
            .field("client_reference_id", &Redacted::if_some(&self.client_reference_id))
            .field("expand_raw", &Redacted)
            .field("metadata", &Redacted::if_some(&self.metadata))
            .field("options", &self.options)
            .field("provided_details", &self.provided_details)
            .field("related_customer", &Redacted::if_some(&self.related_customer))
            .field(
                "related_customer_account",
                &Redacted::if_some(&self.related_customer_account),
            )
            .field("related_person", &self.related_person)
            .field("return_url", &Redacted::if_some(&self.return_url))
            .field("type_", &self.type_)
            .field("verification_flow", &Redacted::if_some(&self.verification_flow))
            .field("request_options", &self.request_options)
            .finish()
    }
}

impl Operation for CreateVerificationSession {
    type Output = VerificationSession;
    const API: &'static Api = &super::super::API;
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "/v1/identity/verification_sessions";

    fn path(&self) -> Result<Cow<'static, str>, InvalidArgument> {
        Ok(Cow::Borrowed(Self::PATH))
    }

    fn parameters(&self, form: &mut FormEncoder) {
        form.parameter("client_reference_id", &self.client_reference_id);
        form.parameter("expand", &self.expand_raw);
        form.parameter("metadata", &self.metadata);
        form.parameter("options", &self.options);
        form.parameter("provided_details", &self.provided_details);
        form.parameter("related_customer", &self.related_customer);
        form.parameter("related_customer_account", &self.related_customer_account);
        form.parameter("related_person", &self.related_person);
        form.parameter("return_url", &self.return_url);
        form.parameter("type", &self.type_);
        form.parameter("verification_flow", &self.verification_flow);
    }

    fn options(&self) -> &RequestOptions {
        &self.request_options
    }
}

/// A set of options for the session’s verification checks.
#[derive(Clone, PartialEq, Default)]
#[must_use = "it is sent with the request that it is given to"]
pub struct CreateOptions {
    document: Clearable<CreateOptionsDocument>,
}

impl CreateOptions {
    /// Creates the object with no property set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets `document`, which Stripe does not describe.
    ///
    /// `Clearable::Clear` clears the stored value.
    pub fn document(
        mut self,
        document: impl Into<Clearable<CreateOptionsDocument>>,
    ) -> Self {
        self.document = document.into();
        self
    }
}

impl fmt::Debug for CreateOptions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CreateOptions").field("document", &self.document).finish()
    }
}

impl FormValue for CreateOptions {
    fn encode(&self, form: &mut FormEncoder) {
        form.parameter("document", &self.document);
    }
}

/// Sent as `options.document`.
#[derive(Clone, PartialEq, Default)]
#[must_use = "it is sent with the request that it is given to"]
pub struct CreateOptionsDocument {
    allowed_types: Vec<DocumentType>,
    require_id_number: Option<bool>,
    require_live_capture: Option<bool>,
    require_matching_selfie: Option<bool>,
}

impl CreateOptionsDocument {
    /// Creates the object with no property set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Array of strings of allowed identity document types. If the provided identity document isn’t one of the allowed types, the verification check will fail with a `document_type_not_allowed` error code.
    pub fn allowed_types(
        mut self,
        allowed_types: impl IntoIterator<Item = impl Into<DocumentType>>,
    ) -> Self {
        self.allowed_types = allowed_types.into_iter().map(Into::into).collect();
        self
    }

    /// Collect an ID number and perform an [ID number check](https://docs.stripe.com/identity/verification-checks?type=id-number) with the document’s extracted name and date of birth.
    pub fn require_id_number(mut self, require_id_number: bool) -> Self {
        self.require_id_number = Some(require_id_number);
        self
    }

    /// Disable image uploads, identity document images have to be captured using the device’s camera.
    pub fn require_live_capture(mut self, require_live_capture: bool) -> Self {
        self.require_live_capture = Some(require_live_capture);
        self
    }

    /// Capture a face image and perform a [selfie check](https://docs.stripe.com/identity/verification-checks?type=selfie) comparing a photo ID and a picture of your user’s face. [Learn more](https://docs.stripe.com/identity/selfie).
    pub fn require_matching_selfie(mut self, require_matching_selfie: bool) -> Self {
        self.require_matching_selfie = Some(require_matching_selfie);
        self
    }
}

impl fmt::Debug for CreateOptionsDocument {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CreateOptionsDocument")
            .field("allowed_types", &self.allowed_types)
            .field("require_id_number", &self.require_id_number)
            .field("require_live_capture", &self.require_live_capture)
            .field("require_matching_selfie", &self.require_matching_selfie)
            .finish()
    }
}

impl FormValue for CreateOptionsDocument {
    fn encode(&self, form: &mut FormEncoder) {
        form.parameter("allowed_types", &self.allowed_types);
        form.parameter("require_id_number", &self.require_id_number);
        form.parameter("require_live_capture", &self.require_live_capture);
        form.parameter("require_matching_selfie", &self.require_matching_selfie);
    }
}

/// Details provided about the user being verified. These details might be shown to the user.
#[derive(Clone, PartialEq, Default)]
#[must_use = "it is sent with the request that it is given to"]
pub struct CreateProvidedDetails {
    email: Option<String>,
    phone: Option<String>,
}

impl CreateProvidedDetails {
    /// Creates the object with no property set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Email of user being verified
    pub fn email(mut self, email: impl Into<String>) -> Self {
        self.email = Some(email.into());
        self
    }

    /// Phone number of user being verified
    pub fn phone(mut self, phone: impl Into<String>) -> Self {
        self.phone = Some(phone.into());
        self
    }
}

impl fmt::Debug for CreateProvidedDetails {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CreateProvidedDetails")
            .field("email", &Redacted::if_some(&self.email))
            .field("phone", &Redacted::if_some(&self.phone))
            .finish()
    }
}

impl FormValue for CreateProvidedDetails {
    fn encode(&self, form: &mut FormEncoder) {
        form.parameter("email", &self.email);
        form.parameter("phone", &self.phone);
    }
}

/// Tokens referencing a Person resource and its associated account.
#[derive(Clone, PartialEq)]
#[must_use = "it is sent with the request that it is given to"]
pub struct CreateRelatedPerson {
    account: String,
    person: String,
}

impl CreateRelatedPerson {
    /// With `account` and `person` set, which Stripe requires.
    pub fn new(account: impl Into<String>, person: impl Into<String>) -> Self {
        Self {
            account: account.into(),
            person: person.into(),
        }
    }
}

impl fmt::Debug for CreateRelatedPerson {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CreateRelatedPerson")
            .field("account", &Redacted)
            .field("person", &Redacted)
            .finish()
    }
}

impl FormValue for CreateRelatedPerson {
    fn encode(&self, form: &mut FormEncoder) {
        form.parameter("account", &self.account);
        form.parameter("person", &self.person);
    }
}
