// @generated from Stripe's OpenAPI document. Do not edit: change the document or the selection, and
// generate again.

use std::fmt;
use std::borrow::Cow;
use stripe_runtime::{
    Api, FormEncoder, InvalidArgument, Method, Operation, Redacted, RequestOptions,
};
use stripe_runtime::expand::{Expansion, Four, Part};
use super::{VerificationReport, VerificationReportExpansion, VerificationReportId};

/// Retrieves an existing `VerificationReport`
///
/// `GET /v1/identity/verification_reports/{report}`
///
/// [Stripe's documentation](https://docs.stripe.com/api/identity/verification_reports/retrieve)
///
/// `report`: a [`VerificationReportId`], or a string.
///
/// # Example
///
/// ```no_run
/// # async fn example(client: &stripe_identity::Client) -> Result<(), stripe_identity::Error> {
/// use stripe_identity::verification_report;
///
/// let verification_report = verification_report::retrieve("vr_123")
///     .send(client)
///     .await?;
/// # Ok(())
/// # }
/// ```
pub fn retrieve(
    report: impl TryInto<VerificationReportId, Error: Into<InvalidArgument>>,
) -> RetrieveVerificationReport {
    RetrieveVerificationReport {
        report: stripe_runtime::path_parameter("report", report),
        expand_raw: Vec::new(),
        request_options: RequestOptions::new(),
    }
}

/// The request returned by [`retrieve`](retrieve()); see there for an example.
#[derive(Clone)]
#[must_use = "a request does nothing until it is sent"]
pub struct RetrieveVerificationReport {
    report: Result<VerificationReportId, InvalidArgument>,
    expand_raw: Vec<String>,
    request_options: RequestOptions,
}

impl RetrieveVerificationReport {
    /// Expands a property of the response, which Stripe otherwise sends as an id, or not at all.
    ///
    /// Call it once for each property. See [expanding responses](https://docs.stripe.com/api/expanding_objects).
    pub fn expand<E: Expansion>(
        mut self,
        path: impl FnOnce(VerificationReportExpansion<Four, Part>) -> E,
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

stripe_runtime::impl_request!(RetrieveVerificationReport, VerificationReport);

impl fmt::Debug for RetrieveVerificationReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RetrieveVerificationReport")
            .field("report", &self.report)
            .field("expand_raw", &Redacted)
            .field("request_options", &self.request_options)
            .finish()
    }
}

impl Operation for RetrieveVerificationReport {
    type Output = VerificationReport;
    const API: &'static Api = &super::super::API;
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/v1/identity/verification_reports/{report}";

    fn path(&self) -> Result<Cow<'static, str>, InvalidArgument> {
        let report = stripe_runtime::path_segment(&self.report)?;
        Ok(Cow::Owned(format!("/v1/identity/verification_reports/{report}")))
    }

    fn parameters(&self, form: &mut FormEncoder) {
        form.parameter("expand", &self.expand_raw);
    }

    fn options(&self) -> &RequestOptions {
        &self.request_options
    }
}
