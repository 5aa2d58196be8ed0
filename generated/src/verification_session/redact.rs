// @generated from Stripe's OpenAPI document. Do not edit: change the document or the selection, and
// generate again.

use std::fmt;
use std::borrow::Cow;
use stripe_runtime::{
    Api, FormEncoder, InvalidArgument, Method, Operation, Redacted, RequestOptions,
};
use stripe_runtime::expand::{Expansion, Four, Part};
use super::{VerificationSession, VerificationSessionExpansion, VerificationSessionId};

/// Redact a `VerificationSession` to remove all collected information from Stripe. This will redact the `VerificationSession` and all objects related to it, including `VerificationReports`, Events, request logs, etc.
///
/// A `VerificationSession` object can be redacted when it is in `requires_input` or `verified` [status](https://docs.stripe.com/identity/how-sessions-work). Redacting a `VerificationSession` in `requires_action` state will automatically cancel it.
///
/// The redaction process may take up to four days. When the redaction process is in progress, the `VerificationSession`’s `redaction.status` field will be set to `processing`; when the process is finished, it will change to `redacted` and an `identity.verification_session.redacted` event will be emitted.
///
/// Redaction is irreversible. Redacted objects are still accessible in the Stripe API, but all the fields that contain personal data will be replaced by the string `[redacted]` or a similar placeholder. The `metadata` field will also be erased. Redacted objects cannot be updated or used for any purpose.
///
/// [Learn more](https://docs.stripe.com/identity/verification-sessions#redact).
///
/// `POST /v1/identity/verification_sessions/{session}/redact`
///
/// [Stripe's documentation](https://docs.stripe.com/api/identity/verification_sessions/redact)
///
/// `session`: a [`VerificationSessionId`], or a string.
///
/// # Example
///
/// ```no_run
/// # async fn example(client: &stripe_identity::Client) -> Result<(), stripe_identity::Error> {
/// use stripe_identity::verification_session;
///
/// let verification_session = verification_session::redact("vs_123")
///     .send(client)
///     .await?;
/// # Ok(())
/// # }
/// ```
pub fn redact(
    session: impl TryInto<VerificationSessionId, Error: Into<InvalidArgument>>,
) -> RedactVerificationSession {
    RedactVerificationSession {
        session: stripe_runtime::path_parameter("session", session),
        expand_raw: Vec::new(),
        request_options: RequestOptions::new(),
    }
}

/// The request returned by [`redact`](redact()); see there for an example.
#[derive(Clone)]
#[must_use = "a request does nothing until it is sent"]
pub struct RedactVerificationSession {
    session: Result<VerificationSessionId, InvalidArgument>,
    expand_raw: Vec<String>,
    request_options: RequestOptions,
}

impl RedactVerificationSession {
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
}

stripe_runtime::impl_request!(RedactVerificationSession, VerificationSession);

impl fmt::Debug for RedactVerificationSession {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RedactVerificationSession")
            .field("session", &self.session)
            .field("expand_raw", &Redacted)
            .field("request_options", &self.request_options)
            .finish()
    }
}

impl Operation for RedactVerificationSession {
    type Output = VerificationSession;
    const API: &'static Api = &super::super::API;
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "/v1/identity/verification_sessions/{session}/redact";

    fn path(&self) -> Result<Cow<'static, str>, InvalidArgument> {
        let session = stripe_runtime::path_segment(&self.session)?;
        Ok(Cow::Owned(format!("/v1/identity/verification_sessions/{session}/redact")))
    }

    fn parameters(&self, form: &mut FormEncoder) {
        form.parameter("expand", &self.expand_raw);
    }

    fn options(&self) -> &RequestOptions {
        &self.request_options
    }
}
