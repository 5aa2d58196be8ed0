// @generated from Stripe's OpenAPI document. Do not edit: change the document or the generator, and run
// `cargo xtask generate`.

use std::fmt;
use std::borrow::Cow;
use stripe_runtime::{
    Api, FormEncoder, InvalidArgument, List, Method, Operation, RangeQuery,
    RequestOptions,
};
use super::Thing;

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
/// use stripe_client::thing;
///
/// let thing = thing::list()
///     .send(client)
///     .await?;
/// # Ok(())
/// # }
/// ```
pub fn list() -> ListThings {
    ListThings {
        created: None,
        request_options: RequestOptions::new(),
    }
}

/// A request made by [`list`](list()), where there is an example.
#[derive(Clone)]
#[must_use = "a request does nothing until it is sent"]
pub struct ListThings {
    created: Option<RangeQuery>,
    request_options: RequestOptions,
}

impl ListThings {
    /// Only those that were made then.
    pub fn created(mut self, created: impl Into<RangeQuery>) -> Self {
        self.created = Some(created.into());
        self
    }
}

stripe_runtime::impl_request!(ListThings, List < Thing >);

impl fmt::Debug for ListThings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ListThings")
            .field("created", &self.created)
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
        form.parameter("created", &self.created);
    }

    fn options(&self) -> &RequestOptions {
        &self.request_options
    }
}
