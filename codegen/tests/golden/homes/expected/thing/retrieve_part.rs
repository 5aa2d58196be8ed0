// @generated from Stripe's OpenAPI document. Do not edit: change the document or the generator, and run
// `cargo xtask generate`.

use std::fmt;
use std::borrow::Cow;
use stripe_runtime::{
    Api, FormEncoder, InvalidArgument, Method, Operation, RequestOptions,
};
use super::{Part, PartId, ThingId};

/// `GET /v1/things/{thing}/parts/{part}`
///
/// [Stripe's documentation](https://docs.stripe.com/api/things/parts/retrieve)
///
/// `thing`: a [`ThingId`], or its text.
///
/// `part`: a [`PartId`], or its text.
///
/// # Example
///
/// ```no_run
/// # async fn example(client: &stripe_client::Client) -> Result<(), stripe_client::Error> {
/// use stripe_client::thing;
///
/// let thing = thing::retrieve_part("t_123", "t_123")
///     .send(client)
///     .await?;
/// # Ok(())
/// # }
/// ```
pub fn retrieve_part(
    thing: impl TryInto<ThingId, Error: Into<InvalidArgument>>,
    part: impl TryInto<PartId, Error: Into<InvalidArgument>>,
) -> RetrieveThingPart {
    RetrieveThingPart {
        thing: stripe_runtime::path_parameter("thing", thing),
        part: stripe_runtime::path_parameter("part", part),
        request_options: RequestOptions::new(),
    }
}

/// A request made by [`retrieve_part`](retrieve_part()), where there is an example.
#[derive(Clone)]
#[must_use = "a request does nothing until it is sent"]
pub struct RetrieveThingPart {
    thing: Result<ThingId, InvalidArgument>,
    part: Result<PartId, InvalidArgument>,
    request_options: RequestOptions,
}

stripe_runtime::impl_request!(RetrieveThingPart, Part);

impl fmt::Debug for RetrieveThingPart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RetrieveThingPart")
            .field("thing", &self.thing)
            .field("part", &self.part)
            .field("request_options", &self.request_options)
            .finish()
    }
}

impl Operation for RetrieveThingPart {
    type Output = Part;
    const API: &'static Api = &super::super::API;
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/v1/things/{thing}/parts/{part}";

    fn path(&self) -> Result<Cow<'static, str>, InvalidArgument> {
        let thing = self.thing.as_ref().map_err(InvalidArgument::clone)?;
        let part = self.part.as_ref().map_err(InvalidArgument::clone)?;
        Ok(Cow::Owned(format!("/v1/things/{thing}/parts/{part}")))
    }

    fn parameters(&self, _form: &mut FormEncoder) {}
    fn options(&self) -> &RequestOptions {
        &self.request_options
    }
}
