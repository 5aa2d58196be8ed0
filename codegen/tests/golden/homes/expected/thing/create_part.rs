// @generated from Stripe's OpenAPI document. Do not edit: change the document or the generator, and run
// `cargo xtask generate`.

use std::fmt;
use std::borrow::Cow;
use stripe_runtime::{
    Api, FormEncoder, InvalidArgument, Method, Operation, RequestOptions,
};
use super::{Thing, ThingId};

/// `POST /v1/things/{thing}/parts`
///
/// [Stripe's documentation](https://docs.stripe.com/api/things/parts/create)
///
/// `thing`: a [`ThingId`], or its text.
///
/// # Example
///
/// ```no_run
/// # async fn example(client: &stripe_client::Client) -> Result<(), stripe_client::Error> {
/// use stripe_client::thing;
///
/// let thing = thing::create_part("t_123")
///     .send(client)
///     .await?;
/// # Ok(())
/// # }
/// ```
pub fn create_part(
    thing: impl TryInto<ThingId, Error: Into<InvalidArgument>>,
) -> CreateThingPart {
    CreateThingPart {
        thing: stripe_runtime::path_parameter("thing", thing),
        request_options: RequestOptions::new(),
    }
}

/// A request made by [`create_part`](create_part()), where there is an example.
#[derive(Clone)]
#[must_use = "a request does nothing until it is sent"]
pub struct CreateThingPart {
    thing: Result<ThingId, InvalidArgument>,
    request_options: RequestOptions,
}

stripe_runtime::impl_request!(CreateThingPart, Thing);

impl fmt::Debug for CreateThingPart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CreateThingPart")
            .field("thing", &self.thing)
            .field("request_options", &self.request_options)
            .finish()
    }
}

impl Operation for CreateThingPart {
    type Output = Thing;
    const API: &'static Api = &super::super::API;
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "/v1/things/{thing}/parts";

    fn path(&self) -> Result<Cow<'static, str>, InvalidArgument> {
        let thing = self.thing.as_ref().map_err(InvalidArgument::clone)?;
        Ok(Cow::Owned(format!("/v1/things/{thing}/parts")))
    }

    fn parameters(&self, _form: &mut FormEncoder) {}
    fn options(&self) -> &RequestOptions {
        &self.request_options
    }
}
