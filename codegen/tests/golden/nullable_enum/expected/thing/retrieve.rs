// @generated from Stripe's OpenAPI document. Do not edit: change the document or the generator, and run
// `cargo xtask generate`.

use std::fmt;
use std::borrow::Cow;
use stripe_runtime::{
    Api, FormEncoder, InvalidArgument, Method, Operation, RequestOptions,
};
use super::{Thing, ThingId};

/// Retrieves a thing.
///
/// `GET /v1/things/{thing}`
///
/// [Stripe's documentation](https://docs.stripe.com/api/things/retrieve)
///
/// `thing`: a [`ThingId`], or its text.
///
/// # Example
///
/// ```no_run
/// # async fn example(client: &stripe_client::Client) -> Result<(), stripe_client::Error> {
/// use stripe_client::thing;
///
/// let thing = thing::retrieve("t_123")
///     .send(client)
///     .await?;
/// # Ok(())
/// # }
/// ```
pub fn retrieve(
    thing: impl TryInto<ThingId, Error: Into<InvalidArgument>>,
) -> RetrieveThing {
    RetrieveThing {
        thing: stripe_runtime::path_parameter("thing", thing),
        request_options: RequestOptions::new(),
    }
}

/// A request made by [`retrieve`](retrieve()), where there is an example.
#[derive(Clone)]
#[must_use = "a request does nothing until it is sent"]
pub struct RetrieveThing {
    thing: Result<ThingId, InvalidArgument>,
    request_options: RequestOptions,
}

stripe_runtime::impl_request!(RetrieveThing, Thing);

impl fmt::Debug for RetrieveThing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RetrieveThing")
            .field("thing", &self.thing)
            .field("request_options", &self.request_options)
            .finish()
    }
}

impl Operation for RetrieveThing {
    type Output = Thing;
    const API: &'static Api = &super::super::API;
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/v1/things/{thing}";

    fn path(&self) -> Result<Cow<'static, str>, InvalidArgument> {
        let thing = self.thing.as_ref().map_err(InvalidArgument::clone)?;
        Ok(Cow::Owned(format!("/v1/things/{thing}")))
    }

    fn parameters(&self, _form: &mut FormEncoder) {}
    fn options(&self) -> &RequestOptions {
        &self.request_options
    }
}
