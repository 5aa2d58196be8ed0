// @generated from Stripe's OpenAPI document. Do not edit: change the document or the generator, and run
// `cargo xtask generate`.

use std::fmt;
use std::borrow::Cow;
use stripe_runtime::{
    Api, FormEncoder, InvalidArgument, List, Method, Operation, Redacted, RequestOptions,
};
use super::{Thing, ThingStatus};

/// Lists things.
///
/// `GET /v1/things`
///
/// [Stripe's documentation](https://docs.stripe.com/api/things/list)
///
/// # Example
///
/// ```no_run
/// # async fn example(client: &stripe_client::Client) -> Result<(), stripe_client::Error> {
/// use stripe_client::thing::{self, ThingStatus};
///
/// let page = thing::list()
///     .status(ThingStatus::Open)
///     .limit(10)
///     .send(client)
///     .await?;
/// # Ok(())
/// # }
/// ```
pub fn list() -> ListThings {
    ListThings {
        ending_before: None,
        limit: None,
        starting_after: None,
        status: None,
        request_options: RequestOptions::new(),
    }
}

/// A request made by [`list`](list()), where there is an example.
#[derive(Clone)]
#[must_use = "a request does nothing until it is sent"]
pub struct ListThings {
    ending_before: Option<String>,
    limit: Option<i64>,
    starting_after: Option<String>,
    status: Option<ThingStatus>,
    request_options: RequestOptions,
}

impl ListThings {
    /// Sets `ending_before`, which Stripe does not describe.
    pub fn ending_before(mut self, ending_before: impl Into<String>) -> Self {
        self.ending_before = Some(ending_before.into());
        self
    }

    /// Sets `limit`, which Stripe does not describe.
    pub fn limit(mut self, limit: i64) -> Self {
        self.limit = Some(limit);
        self
    }

    /// Sets `starting_after`, which Stripe does not describe.
    pub fn starting_after(mut self, starting_after: impl Into<String>) -> Self {
        self.starting_after = Some(starting_after.into());
        self
    }

    /// Sets `status`, which Stripe does not describe.
    ///
    /// Takes `closed` and `open` only.
    pub fn status(mut self, status: impl Into<ThingStatus>) -> Self {
        self.status = Some(status.into());
        self
    }
}

stripe_runtime::impl_list_request!(ListThings, Thing);

impl fmt::Debug for ListThings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ListThings")
            .field("ending_before", &self.ending_before.as_ref().map(|_| Redacted))
            .field("limit", &self.limit.as_ref().map(|_| Redacted))
            .field("starting_after", &self.starting_after.as_ref().map(|_| Redacted))
            .field("status", &self.status)
            .field("request_options", &self.request_options)
            .finish()
    }
}

impl Operation for ListThings {
    type Output = List<Thing>;
    const API: &'static Api = &super::super::API;
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/v1/things";

    fn path(&self) -> Result<Cow<'static, str>, InvalidArgument> {
        Ok(Cow::Borrowed(Self::PATH))
    }

    fn parameters(&self, form: &mut FormEncoder) {
        form.parameter("ending_before", &self.ending_before);
        form.parameter("limit", &self.limit);
        form.parameter("starting_after", &self.starting_after);
        form.parameter("status", &self.status);
    }

    fn options(&self) -> &RequestOptions {
        &self.request_options
    }
}
