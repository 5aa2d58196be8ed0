// @generated from Stripe's OpenAPI document. Do not edit: change the document or the generator, and run
// `cargo xtask generate`.

use std::fmt;
use std::borrow::Cow;
use stripe_runtime::{
    Api, FormEncoder, FormValue, InvalidArgument, Method, Operation, Redacted,
    RequestOptions,
};
use super::{Thing, ThingColour};

/// Creates a `thing`.
///
/// `POST /v1/things`
///
/// [Stripe's documentation](https://docs.stripe.com/api/things/create)
///
/// # Example
///
/// ```no_run
/// # async fn example(client: &stripe_client::Client) -> Result<(), stripe_client::Error> {
/// use stripe_client::thing::{self, CreatePrice, ThingColour};
///
/// let thing = thing::create(ThingColour::Green, CreatePrice::new(10, "…").tax(true))
///     .send(client)
///     .await?;
/// # Ok(())
/// # }
/// ```
pub fn create(colour: impl Into<ThingColour>, price: CreatePrice) -> CreateThing {
    CreateThing {
        colour: colour.into(),
        price,
        weight: None,
        request_options: RequestOptions::new(),
    }
}

/// A request made by [`create`](create()), where there is an example.
#[derive(Clone)]
#[must_use = "a request does nothing until it is sent"]
pub struct CreateThing {
    colour: ThingColour,
    price: CreatePrice,
    weight: Option<f64>,
    request_options: RequestOptions,
}

impl CreateThing {
    /// Sets `weight`, which Stripe does not describe.
    pub fn weight(mut self, weight: f64) -> Self {
        self.weight = Some(weight);
        self
    }
}

stripe_runtime::impl_request!(CreateThing, Thing);

impl fmt::Debug for CreateThing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CreateThing")
            .field("colour", &self.colour)
            .field("price", &self.price)
            .field("weight", &self.weight.as_ref().map(|_| Redacted))
            .field("request_options", &self.request_options)
            .finish()
    }
}

impl Operation for CreateThing {
    type Output = Thing;
    const API: &'static Api = &super::super::API;
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "/v1/things";

    fn path(&self) -> Result<Cow<'static, str>, InvalidArgument> {
        Ok(Cow::Borrowed(Self::PATH))
    }

    fn parameters(&self, form: &mut FormEncoder) {
        form.parameter("colour", &self.colour);
        form.parameter("price", &self.price);
        form.parameter("weight", &self.weight);
    }

    fn options(&self) -> &RequestOptions {
        &self.request_options
    }
}

/// Its price.
#[derive(Clone, PartialEq)]
#[must_use = "it is sent with the request that it is given to"]
pub struct CreatePrice {
    amount: i64,
    currency: String,
    tax: Option<bool>,
}

impl CreatePrice {
    /// With `amount` and `currency` set, which Stripe requires.
    pub fn new(amount: i64, currency: impl Into<String>) -> Self {
        Self {
            amount,
            currency: currency.into(),
            tax: None,
        }
    }

    /// Sets `tax`, which Stripe does not describe.
    pub fn tax(mut self, tax: bool) -> Self {
        self.tax = Some(tax);
        self
    }
}

impl fmt::Debug for CreatePrice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CreatePrice")
            .field("amount", &Redacted)
            .field("currency", &Redacted)
            .field("tax", &self.tax)
            .finish()
    }
}

impl FormValue for CreatePrice {
    fn encode(&self, form: &mut FormEncoder) {
        form.parameter("amount", &self.amount);
        form.parameter("currency", &self.currency);
        form.parameter("tax", &self.tax);
    }
}
