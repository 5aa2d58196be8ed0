// @generated from Stripe's OpenAPI document. Do not edit: change the document or the generator, and run
// `cargo xtask generate`.

use std::fmt;
use std::borrow::Cow;
use stripe_runtime::{
    Api, FormEncoder, InvalidArgument, List, Method, Operation, Redacted, RequestOptions,
};
use super::Line;

/// `GET /v1/lines`
///
/// [Stripe's documentation](https://docs.stripe.com/api/lines/list)
///
/// # Example
///
/// ```no_run
/// # async fn example(client: &stripe_client::Client) -> Result<(), stripe_client::Error> {
/// use stripe_client::line;
///
/// let page = line::list()
///     .send(client)
///     .await?;
/// # Ok(())
/// # }
/// ```
pub fn list() -> ListLines {
    ListLines {
        ending_before: None,
        starting_after: None,
        request_options: RequestOptions::new(),
    }
}

/// A request made by [`list`](list()), where there is an example.
#[derive(Clone)]
#[must_use = "a request does nothing until it is sent"]
pub struct ListLines {
    ending_before: Option<String>,
    starting_after: Option<String>,
    request_options: RequestOptions,
}

impl ListLines {
    /// Sets `ending_before`, which Stripe does not describe.
    pub fn ending_before(mut self, ending_before: impl Into<String>) -> Self {
        self.ending_before = Some(ending_before.into());
        self
    }

    /// Sets `starting_after`, which Stripe does not describe.
    pub fn starting_after(mut self, starting_after: impl Into<String>) -> Self {
        self.starting_after = Some(starting_after.into());
        self
    }
}

stripe_runtime::impl_list_request!(ListLines, Line);

impl fmt::Debug for ListLines {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ListLines")
            .field("ending_before", &self.ending_before.as_ref().map(|_| Redacted))
            .field("starting_after", &self.starting_after.as_ref().map(|_| Redacted))
            .field("request_options", &self.request_options)
            .finish()
    }
}

impl Operation for ListLines {
    type Output = List<Line>;
    const API: &'static Api = &super::super::API;
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/v1/lines";

    fn path(&self) -> Result<Cow<'static, str>, InvalidArgument> {
        Ok(Cow::Borrowed(Self::PATH))
    }

    fn parameters(&self, form: &mut FormEncoder) {
        form.parameter("ending_before", &self.ending_before);
        form.parameter("starting_after", &self.starting_after);
    }

    fn options(&self) -> &RequestOptions {
        &self.request_options
    }
}
