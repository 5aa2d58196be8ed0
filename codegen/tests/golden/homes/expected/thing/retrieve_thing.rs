// @generated from Stripe's OpenAPI document. Do not edit: change the document or the generator, and run
// `cargo xtask generate`.

use std::fmt;
use std::borrow::Cow;
use stripe_runtime::{
    Api, FormEncoder, InvalidArgument, Method, Operation, RequestOptions,
};
use super::Thing;

/// `GET /v1/thing`
///
/// [Stripe's documentation](https://docs.stripe.com/api/thing/retrieve)
///
/// # Example
///
/// ```no_run
/// # async fn example(client: &stripe_client::Client) -> Result<(), stripe_client::Error> {
/// use stripe_client::thing;
///
/// let thing = thing::retrieve_thing()
///     .send(client)
///     .await?;
/// # Ok(())
/// # }
/// ```
pub fn retrieve_thing() -> RetrieveThingThing {
    RetrieveThingThing {
        request_options: RequestOptions::new(),
    }
}

/// A request made by [`retrieve_thing`](retrieve_thing()), where there is an example.
#[derive(Clone)]
#[must_use = "a request does nothing until it is sent"]
pub struct RetrieveThingThing {
    request_options: RequestOptions,
}

stripe_runtime::impl_request!(RetrieveThingThing, Thing);

impl fmt::Debug for RetrieveThingThing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RetrieveThingThing")
            .field("request_options", &self.request_options)
            .finish()
    }
}

impl Operation for RetrieveThingThing {
    type Output = Thing;
    const API: &'static Api = &super::super::API;
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/v1/thing";

    fn path(&self) -> Result<Cow<'static, str>, InvalidArgument> {
        Ok(Cow::Borrowed(Self::PATH))
    }

    fn parameters(&self, _form: &mut FormEncoder) {}
    fn options(&self) -> &RequestOptions {
        &self.request_options
    }
}
