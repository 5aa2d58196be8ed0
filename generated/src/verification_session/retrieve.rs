// @generated from Stripe's OpenAPI document. Do not edit: change the document or the selection, and
// generate again.

use std::fmt;
use std::borrow::Cow;
use stripe_runtime::{
    Api, FormEncoder, InvalidArgument, Method, Operation, Redacted, RequestOptions,
};
use stripe_runtime::expand::{Expansion, Four, Part};
use super::{VerificationSession, VerificationSessionExpansion, VerificationSessionId};

/// Retrieves the details of a `VerificationSession` that was previously created.
///
/// When the session status is `requires_input`, you can use this method to retrieve a valid `client_secret` or `url` to allow re-submission.
///
/// `GET /v1/identity/verification_sessions/{session}`
///
/// [Stripe's documentation](https://docs.stripe.com/api/identity/verification_sessions/retrieve)
///
/// `session`: a [`VerificationSessionId`], or a string.
///
/// # Example
///
/// ```no_run
/// # async fn example(client: &stripe_identity::Client) -> Result<(), stripe_identity::Error> {
/// use stripe_identity::verification_session;
///
/// let verification_session = verification_session::retrieve("vs_123")
///     .send(client)
///     .await?;
/// # Ok(())
/// # }
/// ```
pub fn retrieve(
    session: impl TryInto<VerificationSessionId, Error: Into<InvalidArgument>>,
) -> RetrieveVerificationSession {
    RetrieveVerificationSession {
        session: stripe_runtime::path_parameter("session", session),
        expand_raw: Vec::new(),
        request_options: RequestOptions::new(),
    }
}

/// The request returned by [`retrieve`](retrieve()); see there for an example.
#[derive(Clone)]
#[must_use = "a request does nothing until it is sent"]
pub struct RetrieveVerificationSession {
    session: Result<VerificationSessionId, InvalidArgument>,
    expand_raw: Vec<String>,
    request_options: RequestOptions,
}

impl RetrieveVerificationSession {
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

stripe_runtime::impl_request!(RetrieveVerificationSession, VerificationSession);
stripe_runtime::impl_wait!(
    RetrieveVerificationSession, VerificationSession,
    " Waits until the `status` is `canceled`, `verified` or `requires_input` with a `last_error`, and returns the object."
);

impl fmt::Debug for RetrieveVerificationSession {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RetrieveVerificationSession")
            .field("session", &self.session)
            .field("expand_raw", &Redacted)
            .field("request_options", &self.request_options)
            .finish()
    }
}

impl Operation for RetrieveVerificationSession {
    type Output = VerificationSession;
    const API: &'static Api = &super::super::API;
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/v1/identity/verification_sessions/{session}";

    fn path(&self) -> Result<Cow<'static, str>, InvalidArgument> {
        let session = stripe_runtime::path_segment(&self.session)?;
        Ok(Cow::Owned(format!("/v1/identity/verification_sessions/{session}")))
    }

    fn parameters(&self, form: &mut FormEncoder) {
        form.parameter("expand", &self.expand_raw);
    }

    fn options(&self) -> &RequestOptions {
        &self.request_options
    }
}
