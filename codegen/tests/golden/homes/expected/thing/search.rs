// @generated from Stripe's OpenAPI document. Do not edit: change the document or the generator, and run
// `cargo xtask generate`.

use std::fmt;
use std::borrow::Cow;
use stripe_runtime::{
    Api, FormEncoder, InvalidArgument, Method, Operation, RequestOptions,
};
use super::Thing;

/// `GET /v1/things/search`
///
/// [Stripe's documentation](https://docs.stripe.com/api/things/search)
///
/// # Example
///
/// ```no_run
/// # async fn example(client: &stripe_client::Client) -> Result<(), stripe_client::Error> {
/// use stripe_client::thing;
///
/// let thing = thing::search()
///     .send(client)
///     .await?;
/// # Ok(())
/// # }
/// ```
pub fn search() -> SearchThing {
    SearchThing {
        request_options: RequestOptions::new(),
    }
}

/// A request made by [`search`](search()), where there is an example.
#[derive(Clone)]
#[must_use = "a request does nothing until it is sent"]
pub struct SearchThing {
    request_options: RequestOptions,
}

stripe_runtime::impl_request!(SearchThing, Thing);

impl fmt::Debug for SearchThing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SearchThing")
            .field("request_options", &self.request_options)
            .finish()
    }
}

impl Operation for SearchThing {
    type Output = Thing;
    const API: &'static Api = &super::super::API;
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/v1/things/search";

    fn path(&self) -> Result<Cow<'static, str>, InvalidArgument> {
        Ok(Cow::Borrowed(Self::PATH))
    }

    fn parameters(&self, _form: &mut FormEncoder) {}
    fn options(&self) -> &RequestOptions {
        &self.request_options
    }
}
