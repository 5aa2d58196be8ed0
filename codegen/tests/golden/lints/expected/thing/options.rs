// @generated from Stripe's OpenAPI document. Do not edit: change the document or the generator, and run
// `cargo xtask generate`.

use std::fmt;
use std::borrow::Cow;
use stripe_runtime::{
    Api, FormEncoder, InvalidArgument, Method, ObjectId, Operation, Redacted,
    RequestOptions,
};
use super::Thing;

/// Its own fields are like the one that each request has.
///
/// `POST /v1/things/{thing}/options`
///
/// [Stripe's documentation](https://docs.stripe.com/api/things/options)
///
/// `thing`: an id.
///
/// # Example
///
/// ```no_run
/// # async fn example(client: &stripe_client::Client) -> Result<(), stripe_client::Error> {
/// use stripe_client::thing;
///
/// let thing = thing::options("id_123")
///     .send(client)
///     .await?;
/// # Ok(())
/// # }
/// ```
pub fn options(
    thing: impl TryInto<ObjectId, Error: Into<InvalidArgument>>,
) -> OptionsThing {
    OptionsThing {
        thing: stripe_runtime::path_parameter("thing", thing),
        bank_options: None,
        card_options: None,
        request_options: RequestOptions::new(),
    }
}

/// A request made by [`options`](options()), where there is an example.
#[derive(Clone)]
#[must_use = "a request does nothing until it is sent"]
pub struct OptionsThing {
    thing: Result<ObjectId, InvalidArgument>,
    bank_options: Option<String>,
    card_options: Option<String>,
    request_options: RequestOptions,
}

impl OptionsThing {
    /// Sets `bank_options`, which Stripe does not describe.
    pub fn bank_options(mut self, bank_options: impl Into<String>) -> Self {
        self.bank_options = Some(bank_options.into());
        self
    }

    /// Sets `card_options`, which Stripe does not describe.
    pub fn card_options(mut self, card_options: impl Into<String>) -> Self {
        self.card_options = Some(card_options.into());
        self
    }
}

stripe_runtime::impl_request!(OptionsThing, Thing);

impl fmt::Debug for OptionsThing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("OptionsThing")
            .field("thing", &self.thing)
            .field("bank_options", &self.bank_options.as_ref().map(|_| Redacted))
            .field("card_options", &self.card_options.as_ref().map(|_| Redacted))
            .field("request_options", &self.request_options)
            .finish()
    }
}

impl Operation for OptionsThing {
    type Output = Thing;
    const API: &'static Api = &super::super::API;
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "/v1/things/{thing}/options";

    fn path(&self) -> Result<Cow<'static, str>, InvalidArgument> {
        let thing = self.thing.as_ref().map_err(InvalidArgument::clone)?;
        Ok(Cow::Owned(format!("/v1/things/{thing}/options")))
    }

    fn parameters(&self, form: &mut FormEncoder) {
        form.parameter("bank_options", &self.bank_options);
        form.parameter("card_options", &self.card_options);
    }

    fn options(&self) -> &RequestOptions {
        &self.request_options
    }
}
