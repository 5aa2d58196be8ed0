// @generated from Stripe's OpenAPI document. Do not edit: change the document or the selection, and
// generate again.

use std::fmt;
use std::borrow::Cow;
use stripe_runtime::{
    Api, FormEncoder, InvalidArgument, Metadata, Method, Operation, Redacted,
    RequestOptions,
};
use stripe_runtime::expand::{Expansion, Four, Part};
use super::{
    CreateOptions, CreateOptionsDocument, CreateProvidedDetails, VerificationSession,
    VerificationSessionExpansion, VerificationSessionId, VerificationType,
};

/// Updates a `VerificationSession` object.
///
/// When the session status is `requires_input`, you can use this method to update the verification check and options.
///
/// `POST /v1/identity/verification_sessions/{session}`
///
/// [Stripe's documentation](https://docs.stripe.com/api/identity/verification_sessions/update)
///
/// `session`: a [`VerificationSessionId`], or a string.
///
/// # Example
///
/// ```no_run
/// # async fn example(client: &stripe_identity::Client) -> Result<(), stripe_identity::Error> {
/// use stripe_identity::verification_session::{self, VerificationType};
///
/// let verification_session = verification_session::update("vs_123")
///     .type_(VerificationType::Document)
///     .metadata([("order_id", "6735")])
///     .send(client)
///     .await?;
/// # Ok(())
/// # }
/// ```
pub fn update(
    session: impl TryInto<VerificationSessionId, Error: Into<InvalidArgument>>,
) -> UpdateVerificationSession {
    UpdateVerificationSession {
        session: stripe_runtime::path_parameter("session", session),
        expand_raw: Vec::new(),
        metadata: None,
        options: None,
        provided_details: None,
        type_: None,
        request_options: RequestOptions::new(),
    }
}

/// The request returned by [`update`](update()); see there for an example.
#[derive(Clone)]
#[must_use = "a request does nothing until it is sent"]
pub struct UpdateVerificationSession {
    session: Result<VerificationSessionId, InvalidArgument>,
    expand_raw: Vec<String>,
    metadata: Option<Metadata>,
    options: Option<UpdateOptions>,
    provided_details: Option<UpdateProvidedDetails>,
    type_: Option<VerificationType>,
    request_options: RequestOptions,
}

impl UpdateVerificationSession {
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
    pub fn options(mut self, options: UpdateOptions) -> Self {
        self.options = Some(options);
        self
    }

    /// Details provided about the user being verified. These details may be shown to the user.
    pub fn provided_details(mut self, provided_details: UpdateProvidedDetails) -> Self {
        self.provided_details = Some(provided_details);
        self
    }

    /// The type of [verification check](https://docs.stripe.com/identity/verification-checks) to be performed.
    ///
    /// Accepts only `document` and `id_number`. Sent as `type`.
    pub fn type_(mut self, type_: impl Into<VerificationType>) -> Self {
        self.type_ = Some(type_.into());
        self
    }
}

stripe_runtime::impl_request!(UpdateVerificationSession, VerificationSession);

impl fmt::Debug for UpdateVerificationSession {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("UpdateVerificationSession")
            .field("session", &self.session)
            .field("expand_raw", &Redacted)
            .field("metadata", &Redacted::if_some(&self.metadata))
            .field("options", &self.options)
            .field("provided_details", &self.provided_details)
            .field("type_", &self.type_)
            .field("request_options", &self.request_options)
            .finish()
    }
}

impl Operation for UpdateVerificationSession {
    type Output = VerificationSession;
    const API: &'static Api = &super::super::API;
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "/v1/identity/verification_sessions/{session}";

    fn path(&self) -> Result<Cow<'static, str>, InvalidArgument> {
        let session = stripe_runtime::path_segment(&self.session)?;
        Ok(Cow::Owned(format!("/v1/identity/verification_sessions/{session}")))
    }

    fn parameters(&self, form: &mut FormEncoder) {
        form.parameter("expand", &self.expand_raw);
        form.parameter("metadata", &self.metadata);
        form.parameter("options", &self.options);
        form.parameter("provided_details", &self.provided_details);
        form.parameter("type", &self.type_);
    }

    fn options(&self) -> &RequestOptions {
        &self.request_options
    }
}

/// A set of options for the session’s verification checks.
pub type UpdateOptions = CreateOptions;

/// Sent as `options.document`.
pub type UpdateOptionsDocument = CreateOptionsDocument;

/// Details provided about the user being verified. These details may be shown to the user.
pub type UpdateProvidedDetails = CreateProvidedDetails;
