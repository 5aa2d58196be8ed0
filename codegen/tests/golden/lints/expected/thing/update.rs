// @generated from Stripe's OpenAPI document. Do not edit: change the document or the generator, and run
// `cargo xtask generate`.

use std::fmt;
use std::borrow::Cow;
use stripe_runtime::{
    Api, FormEncoder, FormValue, InvalidArgument, Method, Operation, Redacted,
    RequestOptions,
};
use super::Thing;

/// Creates a `thing`.
///
/// `POST /v1/things`
///
/// [Stripe's documentation](https://docs.stripe.com/api/things/update)
///
/// # Example
///
/// ```no_run
/// # async fn example(client: &stripe_client::Client) -> Result<(), stripe_client::Error> {
/// use stripe_client::thing::{self, UpdateCard, UpdateCodes};
///
/// let thing = thing::update(true, true, true, true, "…", "…", "…", "…", "…")
///     .card(UpdateCard::new(true, true, true, true, "…", "…", "…", "…"))
///     .codes(UpdateCodes::new().first_code("…"))
///     .send(client)
///     .await?;
/// # Ok(())
/// # }
/// ```
#[expect(clippy::too_many_arguments, reason = "Stripe requires them")]
#[expect(clippy::fn_params_excessive_bools, reason = "Stripe requires them")]
pub fn update(
    alpha: bool,
    bravo: bool,
    charlie: bool,
    delta: bool,
    echo: impl Into<String>,
    foxtrot: impl Into<String>,
    golf: impl Into<String>,
    hotel: impl Into<String>,
    source: impl Into<UpdateSource>,
) -> UpdateThing {
    UpdateThing {
        alpha,
        bravo,
        charlie,
        delta,
        echo: echo.into(),
        foxtrot: foxtrot.into(),
        golf: golf.into(),
        hotel: hotel.into(),
        source: source.into(),
        card: None,
        codes: None,
        named: None,
        names: None,
        shipping: None,
        request_options: RequestOptions::new(),
    }
}

/// A request made by [`update`](update()), where there is an example.
#[expect(clippy::struct_excessive_bools, reason = "Stripe's object has them")]
#[derive(Clone)]
#[must_use = "a request does nothing until it is sent"]
pub struct UpdateThing {
    alpha: bool,
    bravo: bool,
    card: Option<UpdateCard>,
    charlie: bool,
    codes: Option<UpdateCodes>,
    delta: bool,
    echo: String,
    foxtrot: String,
    golf: String,
    hotel: String,
    named: Option<UpdateNamed>,
    names: Option<UpdateNames>,
    shipping: Option<UpdateShipping>,
    source: UpdateSource,
    request_options: RequestOptions,
}

impl UpdateThing {
    /// Sets `card`, which Stripe does not describe.
    pub fn card(mut self, card: UpdateCard) -> Self {
        self.card = Some(card);
        self
    }

    /// Sets `codes`, which Stripe does not describe.
    pub fn codes(mut self, codes: UpdateCodes) -> Self {
        self.codes = Some(codes);
        self
    }

    /// Sets `named`, which Stripe does not describe.
    pub fn named(mut self, named: UpdateNamed) -> Self {
        self.named = Some(named);
        self
    }

    /// Sets `names`, which Stripe does not describe.
    pub fn names(mut self, names: UpdateNames) -> Self {
        self.names = Some(names);
        self
    }

    /// Sets `shipping`, which Stripe does not describe.
    pub fn shipping(mut self, shipping: UpdateShipping) -> Self {
        self.shipping = Some(shipping);
        self
    }
}

stripe_runtime::impl_request!(UpdateThing, Thing);

impl fmt::Debug for UpdateThing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("UpdateThing")
            .field("alpha", &self.alpha)
            .field("bravo", &self.bravo)
            .field("card", &self.card)
            .field("charlie", &self.charlie)
            .field("codes", &self.codes)
            .field("delta", &self.delta)
            .field("echo", &Redacted)
            .field("foxtrot", &Redacted)
            .field("golf", &Redacted)
            .field("hotel", &Redacted)
            .field("named", &self.named)
            .field("names", &self.names)
            .field("shipping", &self.shipping)
            .field("source", &self.source)
            .field("request_options", &self.request_options)
            .finish()
    }
}

impl Operation for UpdateThing {
    type Output = Thing;
    const API: &'static Api = &super::super::API;
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "/v1/things";

    fn path(&self) -> Result<Cow<'static, str>, InvalidArgument> {
        Ok(Cow::Borrowed(Self::PATH))
    }

    fn parameters(&self, form: &mut FormEncoder) {
        form.parameter("alpha", &self.alpha);
        form.parameter("bravo", &self.bravo);
        form.parameter("card", &self.card);
        form.parameter("charlie", &self.charlie);
        form.parameter("codes", &self.codes);
        form.parameter("delta", &self.delta);
        form.parameter("echo", &self.echo);
        form.parameter("foxtrot", &self.foxtrot);
        form.parameter("golf", &self.golf);
        form.parameter("hotel", &self.hotel);
        form.parameter("named", &self.named);
        form.parameter("names", &self.names);
        form.parameter("shipping", &self.shipping);
        form.parameter("source", &self.source);
    }

    fn options(&self) -> &RequestOptions {
        &self.request_options
    }
}

/// Sent as `card`.
#[expect(clippy::struct_excessive_bools, reason = "Stripe's object has them")]
#[derive(Clone, PartialEq)]
#[must_use = "it is sent with the request that it is given to"]
pub struct UpdateCard {
    alpha: bool,
    bravo: bool,
    charlie: bool,
    delta: bool,
    echo: String,
    foxtrot: String,
    golf: String,
    hotel: String,
}

impl UpdateCard {
    /// With `alpha` and `bravo` and `charlie` and `delta` and `echo` and `foxtrot` and `golf` and `hotel` set, which Stripe requires.
    #[expect(clippy::too_many_arguments, reason = "Stripe requires them")]
    #[expect(clippy::fn_params_excessive_bools, reason = "Stripe requires them")]
    pub fn new(
        alpha: bool,
        bravo: bool,
        charlie: bool,
        delta: bool,
        echo: impl Into<String>,
        foxtrot: impl Into<String>,
        golf: impl Into<String>,
        hotel: impl Into<String>,
    ) -> Self {
        Self {
            alpha,
            bravo,
            charlie,
            delta,
            echo: echo.into(),
            foxtrot: foxtrot.into(),
            golf: golf.into(),
            hotel: hotel.into(),
        }
    }
}

impl fmt::Debug for UpdateCard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("UpdateCard")
            .field("alpha", &self.alpha)
            .field("bravo", &self.bravo)
            .field("charlie", &self.charlie)
            .field("delta", &self.delta)
            .field("echo", &Redacted)
            .field("foxtrot", &Redacted)
            .field("golf", &Redacted)
            .field("hotel", &Redacted)
            .finish()
    }
}

impl FormValue for UpdateCard {
    fn encode(&self, form: &mut FormEncoder) {
        form.parameter("alpha", &self.alpha);
        form.parameter("bravo", &self.bravo);
        form.parameter("charlie", &self.charlie);
        form.parameter("delta", &self.delta);
        form.parameter("echo", &self.echo);
        form.parameter("foxtrot", &self.foxtrot);
        form.parameter("golf", &self.golf);
        form.parameter("hotel", &self.hotel);
    }
}

/// Sent as `codes`.
#[expect(clippy::struct_field_names, reason = "they are called as Stripe calls them")]
#[derive(Clone, PartialEq, Default)]
#[must_use = "it is sent with the request that it is given to"]
pub struct UpdateCodes {
    first_code: Option<String>,
    second_code: Option<String>,
    third_code: Option<String>,
}

impl UpdateCodes {
    /// Nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets `first_code`, which Stripe does not describe.
    pub fn first_code(mut self, first_code: impl Into<String>) -> Self {
        self.first_code = Some(first_code.into());
        self
    }

    /// Sets `second_code`, which Stripe does not describe.
    pub fn second_code(mut self, second_code: impl Into<String>) -> Self {
        self.second_code = Some(second_code.into());
        self
    }

    /// Sets `third_code`, which Stripe does not describe.
    pub fn third_code(mut self, third_code: impl Into<String>) -> Self {
        self.third_code = Some(third_code.into());
        self
    }
}

impl fmt::Debug for UpdateCodes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("UpdateCodes")
            .field("first_code", &self.first_code.as_ref().map(|_| Redacted))
            .field("second_code", &self.second_code.as_ref().map(|_| Redacted))
            .field("third_code", &self.third_code.as_ref().map(|_| Redacted))
            .finish()
    }
}

impl FormValue for UpdateCodes {
    fn encode(&self, form: &mut FormEncoder) {
        form.parameter("first_code", &self.first_code);
        form.parameter("second_code", &self.second_code);
        form.parameter("third_code", &self.third_code);
    }
}

/// Sent as `named`.
#[expect(clippy::struct_field_names, reason = "they are called as Stripe calls them")]
#[derive(Clone, PartialEq, Default)]
#[must_use = "it is sent with the request that it is given to"]
pub struct UpdateNamed {
    by: Option<String>,
    to: Option<String>,
    update_named_at: Option<String>,
}

impl UpdateNamed {
    /// Nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets `by`, which Stripe does not describe.
    pub fn by(mut self, by: impl Into<String>) -> Self {
        self.by = Some(by.into());
        self
    }

    /// Sets `to`, which Stripe does not describe.
    pub fn to(mut self, to: impl Into<String>) -> Self {
        self.to = Some(to.into());
        self
    }

    /// Sets `update_named_at`, which Stripe does not describe.
    pub fn update_named_at(mut self, update_named_at: impl Into<String>) -> Self {
        self.update_named_at = Some(update_named_at.into());
        self
    }
}

impl fmt::Debug for UpdateNamed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("UpdateNamed")
            .field("by", &self.by.as_ref().map(|_| Redacted))
            .field("to", &self.to.as_ref().map(|_| Redacted))
            .field("update_named_at", &self.update_named_at.as_ref().map(|_| Redacted))
            .finish()
    }
}

impl FormValue for UpdateNamed {
    fn encode(&self, form: &mut FormEncoder) {
        form.parameter("by", &self.by);
        form.parameter("to", &self.to);
        form.parameter("update_named_at", &self.update_named_at);
    }
}

/// Sent as `names`.
#[derive(Clone, PartialEq, Default)]
#[must_use = "it is sent with the request that it is given to"]
pub struct UpdateNames {
    first_name: Option<String>,
    last_name: Option<String>,
}

impl UpdateNames {
    /// Nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets `first_name`, which Stripe does not describe.
    pub fn first_name(mut self, first_name: impl Into<String>) -> Self {
        self.first_name = Some(first_name.into());
        self
    }

    /// Sets `last_name`, which Stripe does not describe.
    pub fn last_name(mut self, last_name: impl Into<String>) -> Self {
        self.last_name = Some(last_name.into());
        self
    }
}

impl fmt::Debug for UpdateNames {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("UpdateNames")
            .field("first_name", &self.first_name.as_ref().map(|_| Redacted))
            .field("last_name", &self.last_name.as_ref().map(|_| Redacted))
            .finish()
    }
}

impl FormValue for UpdateNames {
    fn encode(&self, form: &mut FormEncoder) {
        form.parameter("first_name", &self.first_name);
        form.parameter("last_name", &self.last_name);
    }
}

/// Sent as `shipping`.
#[derive(Clone, PartialEq, Default)]
#[must_use = "it is sent with the request that it is given to"]
pub struct UpdateShipping {
    ship: Option<String>,
    ship_from: Option<String>,
    ship_to: Option<String>,
}

impl UpdateShipping {
    /// Nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets `ship`, which Stripe does not describe.
    pub fn ship(mut self, ship: impl Into<String>) -> Self {
        self.ship = Some(ship.into());
        self
    }

    /// Sets `ship_from`, which Stripe does not describe.
    pub fn ship_from(mut self, ship_from: impl Into<String>) -> Self {
        self.ship_from = Some(ship_from.into());
        self
    }

    /// Sets `ship_to`, which Stripe does not describe.
    pub fn ship_to(mut self, ship_to: impl Into<String>) -> Self {
        self.ship_to = Some(ship_to.into());
        self
    }
}

impl fmt::Debug for UpdateShipping {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("UpdateShipping")
            .field("ship", &self.ship.as_ref().map(|_| Redacted))
            .field("ship_from", &self.ship_from.as_ref().map(|_| Redacted))
            .field("ship_to", &self.ship_to.as_ref().map(|_| Redacted))
            .finish()
    }
}

impl FormValue for UpdateShipping {
    fn encode(&self, form: &mut FormEncoder) {
        form.parameter("ship", &self.ship);
        form.parameter("ship_from", &self.ship_from);
        form.parameter("ship_to", &self.ship_to);
    }
}

/// Sent as `source`.
#[derive(Clone, PartialEq)]
#[must_use = "it is sent with the request that it is given to"]
pub struct UpdateSourceObject {
    city: Option<String>,
    country: Option<String>,
    county: Option<String>,
    line: Option<String>,
    name: Option<String>,
    number: String,
    region: Option<String>,
    state: Option<String>,
    street: Option<String>,
    zip: Option<String>,
}

impl UpdateSourceObject {
    /// With `number` set, which Stripe requires.
    pub fn new(number: impl Into<String>) -> Self {
        Self {
            number: number.into(),
            city: None,
            country: None,
            county: None,
            line: None,
            name: None,
            region: None,
            state: None,
            street: None,
            zip: None,
        }
    }

    /// Sets `city`, which Stripe does not describe.
    pub fn city(mut self, city: impl Into<String>) -> Self {
        self.city = Some(city.into());
        self
    }

    /// Sets `country`, which Stripe does not describe.
    pub fn country(mut self, country: impl Into<String>) -> Self {
        self.country = Some(country.into());
        self
    }

    /// Sets `county`, which Stripe does not describe.
    pub fn county(mut self, county: impl Into<String>) -> Self {
        self.county = Some(county.into());
        self
    }

    /// Sets `line`, which Stripe does not describe.
    pub fn line(mut self, line: impl Into<String>) -> Self {
        self.line = Some(line.into());
        self
    }

    /// Sets `name`, which Stripe does not describe.
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Sets `region`, which Stripe does not describe.
    pub fn region(mut self, region: impl Into<String>) -> Self {
        self.region = Some(region.into());
        self
    }

    /// Sets `state`, which Stripe does not describe.
    pub fn state(mut self, state: impl Into<String>) -> Self {
        self.state = Some(state.into());
        self
    }

    /// Sets `street`, which Stripe does not describe.
    pub fn street(mut self, street: impl Into<String>) -> Self {
        self.street = Some(street.into());
        self
    }

    /// Sets `zip`, which Stripe does not describe.
    pub fn zip(mut self, zip: impl Into<String>) -> Self {
        self.zip = Some(zip.into());
        self
    }
}

impl fmt::Debug for UpdateSourceObject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("UpdateSourceObject")
            .field("city", &self.city.as_ref().map(|_| Redacted))
            .field("country", &self.country.as_ref().map(|_| Redacted))
            .field("county", &self.county.as_ref().map(|_| Redacted))
            .field("line", &self.line.as_ref().map(|_| Redacted))
            .field("name", &self.name.as_ref().map(|_| Redacted))
            .field("number", &Redacted)
            .field("region", &self.region.as_ref().map(|_| Redacted))
            .field("state", &self.state.as_ref().map(|_| Redacted))
            .field("street", &self.street.as_ref().map(|_| Redacted))
            .field("zip", &self.zip.as_ref().map(|_| Redacted))
            .finish()
    }
}

impl FormValue for UpdateSourceObject {
    fn encode(&self, form: &mut FormEncoder) {
        form.parameter("city", &self.city);
        form.parameter("country", &self.country);
        form.parameter("county", &self.county);
        form.parameter("line", &self.line);
        form.parameter("name", &self.name);
        form.parameter("number", &self.number);
        form.parameter("region", &self.region);
        form.parameter("state", &self.state);
        form.parameter("street", &self.street);
        form.parameter("zip", &self.zip);
    }
}

/// Sent as `source`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub enum UpdateSource {
    /// A `String`.
    String(String),
    /// A `Object`.
    Object(Box<UpdateSourceObject>),
}

impl fmt::Debug for UpdateSource {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::String(_) => f.debug_tuple("String").field(&Redacted).finish(),
            Self::Object(value) => f.debug_tuple("Object").field(value).finish(),
        }
    }
}

impl FormValue for UpdateSource {
    fn encode(&self, form: &mut FormEncoder) {
        match self {
            Self::String(value) => FormValue::encode(value, form),
            Self::Object(value) => FormValue::encode(value, form),
        }
    }
}

impl From<String> for UpdateSource {
    fn from(value: String) -> Self {
        Self::String(value)
    }
}

impl From<&str> for UpdateSource {
    fn from(value: &str) -> Self {
        Self::String(value.to_owned())
    }
}

impl From<UpdateSourceObject> for UpdateSource {
    fn from(value: UpdateSourceObject) -> Self {
        Self::Object(Box::new(value))
    }
}
