// @generated from Stripe's OpenAPI document. Do not edit: change the document or the selection, and
// generate again.

//! A typed client for Stripe, generated from Stripe's OpenAPI document for API version `2026-09-30.endive`.
//!
//! ```no_run
//! use stripe_client::{Client, thing::{self, CreateBank, CreateCard}};
//!
//! # async fn example() -> Result<(), Box<dyn std::error::Error>> {
//! let client = Client::new(std::env::var("STRIPE_SECRET_KEY")?)?;
//! let thing = thing::create(true, true, true, true, "…", "…", "…", "…")
//!     .bank(CreateBank::new(true, true, true, "…", "…", "…", "…"))
//!     .card(CreateCard::new(true, true, true, true, "…", "…", "…", "…"))
//!     .send(&client)
//!     .await?;
//! # Ok(())
//! # }
//! ```
//!
//! # Operations
//!
//! - [`thing::create`](thing::create()): Creates a `thing`.\
//!   `POST /v1/things`
//! - [`thing::update`](thing::update()): Fields like the `request_options` of each request.\
//!   `POST /v1/things/{thing}`

#![cfg_attr(docsrs, feature(doc_cfg))]

pub mod part {
//! Everything about a [`Part`].

use stripe_runtime::{ObjectTag, Tagged};

/// The value of [`Thing::part`](crate::thing::Thing::part).
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Part {
    object: ObjectTag<Self>,
    /// Stripe does not describe `four`.
    pub four: Option<bool>,
    /// Stripe does not describe `one`.
    pub one: bool,
    /// Stripe does not describe `three`.
    pub three: bool,
    /// Stripe does not describe `two`.
    pub two: bool,
}

stripe_runtime::impl_object! {
    Part {
        optional 0 "four": four shown,
        required 1 "object": object shown,
        required 2 "one": one shown,
        required 3 "three": three shown,
        required 4 "two": two shown,
    }
}

impl Tagged for Part {
    const OBJECT: &'static str = "part";
}
}
pub mod thing {
//! Everything about a [`Thing`].
//!
//! [Stripe's documentation](https://docs.stripe.com/api/things/object)

use stripe_runtime::{Object, ObjectId, ObjectTag, Tagged};

mod create {
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
/// [Stripe's documentation](https://docs.stripe.com/api/things/create)
///
/// # Example
///
/// ```no_run
/// # async fn example(client: &stripe_client::Client) -> Result<(), stripe_client::Error> {
/// use stripe_client::thing::{self, CreateBank, CreateCard};
///
/// let thing = thing::create(true, true, true, true, "…", "…", "…", "…")
///     .bank(CreateBank::new(true, true, true, "…", "…", "…", "…"))
///     .card(CreateCard::new(true, true, true, true, "…", "…", "…", "…"))
///     .send(client)
///     .await?;
/// # Ok(())
/// # }
/// ```
#[expect(clippy::too_many_arguments, reason = "Stripe requires them")]
#[expect(clippy::fn_params_excessive_bools, reason = "Stripe requires them")]
pub fn create(
    alpha: bool,
    bravo: bool,
    charlie: bool,
    delta: bool,
    echo: impl Into<String>,
    foxtrot: impl Into<String>,
    golf: impl Into<String>,
    source: impl Into<CreateSource>,
) -> CreateThing {
    CreateThing {
        alpha,
        bravo,
        charlie,
        delta,
        echo: echo.into(),
        foxtrot: foxtrot.into(),
        golf: golf.into(),
        source: source.into(),
        bank: None,
        card: None,
        codes: None,
        flags: None,
        named: None,
        names: None,
        shipping: None,
        request_options: RequestOptions::new(),
    }
}

/// The request returned by [`create`](create()); see there for an example.
#[expect(clippy::struct_excessive_bools, reason = "Stripe's object has them")]
#[derive(Clone)]
#[must_use = "a request does nothing until it is sent"]
pub struct CreateThing {
    alpha: bool,
    bank: Option<CreateBank>,
    bravo: bool,
    card: Option<CreateCard>,
    charlie: bool,
    codes: Option<CreateCodes>,
    delta: bool,
    echo: String,
    flags: Option<CreateFlags>,
    foxtrot: String,
    golf: String,
    named: Option<CreateNamed>,
    names: Option<CreateNames>,
    shipping: Option<CreateShipping>,
    source: CreateSource,
    request_options: RequestOptions,
}

impl CreateThing {
    /// Sets `bank`, which Stripe does not describe.
    pub fn bank(mut self, bank: CreateBank) -> Self {
        self.bank = Some(bank);
        self
    }

    /// Sets `card`, which Stripe does not describe.
    pub fn card(mut self, card: CreateCard) -> Self {
        self.card = Some(card);
        self
    }

    /// Sets `codes`, which Stripe does not describe.
    pub fn codes(mut self, codes: CreateCodes) -> Self {
        self.codes = Some(codes);
        self
    }

    /// Sets `flags`, which Stripe does not describe.
    pub fn flags(mut self, flags: CreateFlags) -> Self {
        self.flags = Some(flags);
        self
    }

    /// Sets `named`, which Stripe does not describe.
    pub fn named(mut self, named: CreateNamed) -> Self {
        self.named = Some(named);
        self
    }

    /// Sets `names`, which Stripe does not describe.
    pub fn names(mut self, names: CreateNames) -> Self {
        self.names = Some(names);
        self
    }

    /// Sets `shipping`, which Stripe does not describe.
    pub fn shipping(mut self, shipping: CreateShipping) -> Self {
        self.shipping = Some(shipping);
        self
    }
}

stripe_runtime::impl_request!(CreateThing, Thing);

impl fmt::Debug for CreateThing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CreateThing")
            .field("alpha", &self.alpha)
            .field("bank", &self.bank)
            .field("bravo", &self.bravo)
            .field("card", &self.card)
            .field("charlie", &self.charlie)
            .field("codes", &self.codes)
            .field("delta", &self.delta)
            .field("echo", &Redacted)
            .field("flags", &self.flags)
            .field("foxtrot", &Redacted)
            .field("golf", &Redacted)
            .field("named", &self.named)
            .field("names", &self.names)
            .field("shipping", &self.shipping)
            .field("source", &self.source)
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
        form.parameter("alpha", &self.alpha);
        form.parameter("bank", &self.bank);
        form.parameter("bravo", &self.bravo);
        form.parameter("card", &self.card);
        form.parameter("charlie", &self.charlie);
        form.parameter("codes", &self.codes);
        form.parameter("delta", &self.delta);
        form.parameter("echo", &self.echo);
        form.parameter("flags", &self.flags);
        form.parameter("foxtrot", &self.foxtrot);
        form.parameter("golf", &self.golf);
        form.parameter("named", &self.named);
        form.parameter("names", &self.names);
        form.parameter("shipping", &self.shipping);
        form.parameter("source", &self.source);
    }

    fn options(&self) -> &RequestOptions {
        &self.request_options
    }
}

/// Sent as `bank`.
#[derive(Clone, PartialEq)]
#[must_use = "it is sent with the request that it is given to"]
pub struct CreateBank {
    alpha: bool,
    bravo: bool,
    charlie: bool,
    delta: String,
    echo: String,
    foxtrot: String,
    golf: String,
}

impl CreateBank {
    /// With `alpha` and `bravo` and `charlie` and `delta` and `echo` and `foxtrot` and `golf` set, which Stripe requires.
    pub fn new(
        alpha: bool,
        bravo: bool,
        charlie: bool,
        delta: impl Into<String>,
        echo: impl Into<String>,
        foxtrot: impl Into<String>,
        golf: impl Into<String>,
    ) -> Self {
        Self {
            alpha,
            bravo,
            charlie,
            delta: delta.into(),
            echo: echo.into(),
            foxtrot: foxtrot.into(),
            golf: golf.into(),
        }
    }
}

impl fmt::Debug for CreateBank {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CreateBank")
            .field("alpha", &self.alpha)
            .field("bravo", &self.bravo)
            .field("charlie", &self.charlie)
            .field("delta", &Redacted)
            .field("echo", &Redacted)
            .field("foxtrot", &Redacted)
            .field("golf", &Redacted)
            .finish()
    }
}

impl FormValue for CreateBank {
    fn encode(&self, form: &mut FormEncoder) {
        form.parameter("alpha", &self.alpha);
        form.parameter("bravo", &self.bravo);
        form.parameter("charlie", &self.charlie);
        form.parameter("delta", &self.delta);
        form.parameter("echo", &self.echo);
        form.parameter("foxtrot", &self.foxtrot);
        form.parameter("golf", &self.golf);
    }
}

/// Sent as `card`.
#[expect(clippy::struct_excessive_bools, reason = "Stripe's object has them")]
#[derive(Clone, PartialEq)]
#[must_use = "it is sent with the request that it is given to"]
pub struct CreateCard {
    alpha: bool,
    bravo: bool,
    charlie: bool,
    delta: bool,
    echo: String,
    foxtrot: String,
    golf: String,
    hotel: String,
}

impl CreateCard {
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

impl fmt::Debug for CreateCard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CreateCard")
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

impl FormValue for CreateCard {
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
pub struct CreateCodes {
    first_code: Option<String>,
    second_code: Option<String>,
    third_code: Option<String>,
}

impl CreateCodes {
    /// Creates the object with no property set.
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

impl fmt::Debug for CreateCodes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CreateCodes")
            .field("first_code", &Redacted::if_some(&self.first_code))
            .field("second_code", &Redacted::if_some(&self.second_code))
            .field("third_code", &Redacted::if_some(&self.third_code))
            .finish()
    }
}

impl FormValue for CreateCodes {
    fn encode(&self, form: &mut FormEncoder) {
        form.parameter("first_code", &self.first_code);
        form.parameter("second_code", &self.second_code);
        form.parameter("third_code", &self.third_code);
    }
}

/// Sent as `flags`.
#[derive(Clone, PartialEq)]
#[must_use = "it is sent with the request that it is given to"]
pub struct CreateFlags {
    is_big: bool,
    is_old: bool,
    is_red: bool,
}

impl CreateFlags {
    /// With `is_big` and `is_old` and `is_red` set, which Stripe requires.
    pub fn new(is_big: bool, is_old: bool, is_red: bool) -> Self {
        Self { is_big, is_old, is_red }
    }
}

impl fmt::Debug for CreateFlags {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CreateFlags")
            .field("is_big", &self.is_big)
            .field("is_old", &self.is_old)
            .field("is_red", &self.is_red)
            .finish()
    }
}

impl FormValue for CreateFlags {
    fn encode(&self, form: &mut FormEncoder) {
        form.parameter("is_big", &self.is_big);
        form.parameter("is_old", &self.is_old);
        form.parameter("is_red", &self.is_red);
    }
}

/// Sent as `named`.
#[expect(clippy::struct_field_names, reason = "they are called as Stripe calls them")]
#[derive(Clone, PartialEq, Default)]
#[must_use = "it is sent with the request that it is given to"]
pub struct CreateNamed {
    by: Option<String>,
    create_named_at: Option<String>,
    to: Option<String>,
}

impl CreateNamed {
    /// Creates the object with no property set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets `by`, which Stripe does not describe.
    pub fn by(mut self, by: impl Into<String>) -> Self {
        self.by = Some(by.into());
        self
    }

    /// Sets `create_named_at`, which Stripe does not describe.
    pub fn create_named_at(mut self, create_named_at: impl Into<String>) -> Self {
        self.create_named_at = Some(create_named_at.into());
        self
    }

    /// Sets `to`, which Stripe does not describe.
    pub fn to(mut self, to: impl Into<String>) -> Self {
        self.to = Some(to.into());
        self
    }
}

impl fmt::Debug for CreateNamed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CreateNamed")
            .field("by", &Redacted::if_some(&self.by))
            .field("create_named_at", &Redacted::if_some(&self.create_named_at))
            .field("to", &Redacted::if_some(&self.to))
            .finish()
    }
}

impl FormValue for CreateNamed {
    fn encode(&self, form: &mut FormEncoder) {
        form.parameter("by", &self.by);
        form.parameter("create_named_at", &self.create_named_at);
        form.parameter("to", &self.to);
    }
}

/// Sent as `names`.
#[derive(Clone, PartialEq, Default)]
#[must_use = "it is sent with the request that it is given to"]
pub struct CreateNames {
    first_name: Option<String>,
    last_name: Option<String>,
}

impl CreateNames {
    /// Creates the object with no property set.
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

impl fmt::Debug for CreateNames {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CreateNames")
            .field("first_name", &Redacted::if_some(&self.first_name))
            .field("last_name", &Redacted::if_some(&self.last_name))
            .finish()
    }
}

impl FormValue for CreateNames {
    fn encode(&self, form: &mut FormEncoder) {
        form.parameter("first_name", &self.first_name);
        form.parameter("last_name", &self.last_name);
    }
}

/// Sent as `shipping`.
#[derive(Clone, PartialEq, Default)]
#[must_use = "it is sent with the request that it is given to"]
pub struct CreateShipping {
    ship: Option<String>,
    ship_from: Option<String>,
    ship_to: Option<String>,
}

impl CreateShipping {
    /// Creates the object with no property set.
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

impl fmt::Debug for CreateShipping {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CreateShipping")
            .field("ship", &Redacted::if_some(&self.ship))
            .field("ship_from", &Redacted::if_some(&self.ship_from))
            .field("ship_to", &Redacted::if_some(&self.ship_to))
            .finish()
    }
}

impl FormValue for CreateShipping {
    fn encode(&self, form: &mut FormEncoder) {
        form.parameter("ship", &self.ship);
        form.parameter("ship_from", &self.ship_from);
        form.parameter("ship_to", &self.ship_to);
    }
}

/// Sent as `source`.
#[derive(Clone, PartialEq)]
#[must_use = "it is sent with the request that it is given to"]
pub struct CreateSourceObject {
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

impl CreateSourceObject {
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

impl fmt::Debug for CreateSourceObject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CreateSourceObject")
            .field("city", &Redacted::if_some(&self.city))
            .field("country", &Redacted::if_some(&self.country))
            .field("county", &Redacted::if_some(&self.county))
            .field("line", &Redacted::if_some(&self.line))
            .field("name", &Redacted::if_some(&self.name))
            .field("number", &Redacted)
            .field("region", &Redacted::if_some(&self.region))
            .field("state", &Redacted::if_some(&self.state))
            .field("street", &Redacted::if_some(&self.street))
            .field("zip", &Redacted::if_some(&self.zip))
            .finish()
    }
}

impl FormValue for CreateSourceObject {
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
pub enum CreateSource {
    /// A `String`.
    String(String),
    /// An `Object`.
    Object(Box<CreateSourceObject>),
}

impl fmt::Debug for CreateSource {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::String(_) => f.debug_tuple("String").field(&Redacted).finish(),
            Self::Object(value) => f.debug_tuple("Object").field(value).finish(),
        }
    }
}

impl FormValue for CreateSource {
    fn encode(&self, form: &mut FormEncoder) {
        match self {
            Self::String(value) => FormValue::encode(value, form),
            Self::Object(value) => FormValue::encode(value, form),
        }
    }
}

impl From<String> for CreateSource {
    fn from(value: String) -> Self {
        Self::String(value)
    }
}

impl From<&str> for CreateSource {
    fn from(value: &str) -> Self {
        Self::String(value.to_owned())
    }
}

impl From<CreateSourceObject> for CreateSource {
    fn from(value: CreateSourceObject) -> Self {
        Self::Object(Box::new(value))
    }
}
}
mod update {
use std::fmt;
use std::borrow::Cow;
use stripe_runtime::{
    Api, FormEncoder, InvalidArgument, Method, ObjectId, Operation, Redacted,
    RequestOptions,
};

/// Fields like the `request_options` of each request.
///
/// `POST /v1/things/{thing}`
///
/// [Stripe's documentation](https://docs.stripe.com/api/things/update)
///
/// `thing`: an id.
///
/// # Example
///
/// ```no_run
/// # async fn example(client: &stripe_client::Client) -> Result<(), stripe_client::Error> {
/// use stripe_client::thing;
///
/// let thing = thing::update("id_123")
///     .send(client)
///     .await?;
/// # Ok(())
/// # }
/// ```
pub fn update(
    thing: impl TryInto<ObjectId, Error: Into<InvalidArgument>>,
) -> UpdateThing {
    UpdateThing {
        thing: stripe_runtime::path_parameter("thing", thing),
        bank_options: None,
        card_options: None,
        request_options: RequestOptions::new(),
    }
}

/// The request returned by [`update`](update()); see there for an example.
#[derive(Clone)]
#[must_use = "a request does nothing until it is sent"]
pub struct UpdateThing {
    thing: Result<ObjectId, InvalidArgument>,
    bank_options: Option<String>,
    card_options: Option<String>,
    request_options: RequestOptions,
}

impl UpdateThing {
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

stripe_runtime::impl_request!(UpdateThing, super::super::part::Part);

impl fmt::Debug for UpdateThing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("UpdateThing")
            .field("thing", &self.thing)
            .field("bank_options", &Redacted::if_some(&self.bank_options))
            .field("card_options", &Redacted::if_some(&self.card_options))
            .field("request_options", &self.request_options)
            .finish()
    }
}

impl Operation for UpdateThing {
    type Output = super::super::part::Part;
    const API: &'static Api = &super::super::API;
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "/v1/things/{thing}";

    fn path(&self) -> Result<Cow<'static, str>, InvalidArgument> {
        let thing = stripe_runtime::path_segment(&self.thing)?;
        Ok(Cow::Owned(format!("/v1/things/{thing}")))
    }

    fn parameters(&self, form: &mut FormEncoder) {
        form.parameter("bank_options", &self.bank_options);
        form.parameter("card_options", &self.card_options);
    }

    fn options(&self) -> &RequestOptions {
        &self.request_options
    }
}
}

#[doc(alias = "POST /v1/things", alias = "/v1/things")]
pub use self::create::create;
pub use self::create::{
    CreateThing, CreateBank, CreateCard, CreateCodes, CreateFlags, CreateNamed,
    CreateNames, CreateShipping, CreateSourceObject, CreateSource,
};

#[doc(alias = "POST /v1/things/:id", alias = "/v1/things/:id")]
pub use self::update::update;
pub use self::update::UpdateThing;

/// A `thing`.
///
/// [Stripe's documentation](https://docs.stripe.com/api/things/object)
#[expect(clippy::struct_excessive_bools, reason = "Stripe's object has them")]
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Thing {
    object: ObjectTag<Self>,
    /// Stripe does not describe `four`.
    pub four: bool,
    /// See [`ThingId`].
    pub id: ThingId,
    /// Stripe does not describe `one`.
    pub one: bool,
    /// See [`Part`](crate::part::Part).
    pub part: Option<super::part::Part>,
    /// Stripe does not describe `three`.
    pub three: bool,
    /// Stripe does not describe `two`.
    pub two: bool,
}

stripe_runtime::impl_object! {
    Thing {
        required 0 "four": four shown,
        required 1 "id": id shown,
        required 2 "object": object shown,
        required 3 "one": one shown,
        optional 4 "part": part shown,
        required 5 "three": three shown,
        required 6 "two": two shown,
    }
}

impl Tagged for Thing {
    const OBJECT: &'static str = "thing";
}

impl Object for Thing {
    type Id = ThingId;

    fn id(&self) -> &ThingId {
        &self.id
    }
}

/// The id of a [`Thing`].
///
/// A response may hold any text as an id. An id that could change the path of a request is rejected before anything is sent.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ThingId(ObjectId);

stripe_runtime::impl_id!(ThingId);
}

#[cfg(feature = "blocking")]
#[doc(inline)]
pub use stripe_runtime::{BlockingClient, BlockingPages};

#[doc(inline)]
pub use stripe_runtime::{
    Api, BodyFormat, Clearable, Client, ClientBuilder, Environment, Error, ErrorBuilder,
    ErrorKind, Expandable, FormEncoder, FormValue, InvalidArgument, Json, List, ListItem,
    ListOperation, Metadata, Method, Object, ObjectId, Operation, Outcome, Page, Pages,
    RangeQuery, RawRequest, RequestOptions, Response, ResponseMeta, Sleep, Timestamp,
    Transport, UnknownValue, expand, testing, transport,
};
pub use stripe_runtime::{bytes, http};

stripe_runtime::generated_for!("0.1");

/// The version of Stripe's API that this crate was generated for, sent as `Stripe-Version` unless the
/// client or the request sets another.
///
/// See [Stripe's documentation](https://docs.stripe.com/api/versioning).
pub const API_VERSION: &str = "2026-09-30.endive";

/// The API version, and the name and version of this crate for the `User-Agent` header.
///
/// Pass it to a [`RawRequest`] to call an endpoint that this crate does not cover.
///
/// ```no_run
/// use stripe_client::{API, Client, Error, Json, RawRequest};
///
/// # async fn example(client: &Client) -> Result<(), Error> {
/// let events: Json = RawRequest::get(&API, "/v1/events")
///     .parameter("limit", 3)
///     .send(client)
///     .await?;
/// # Ok(())
/// # }
/// ```
pub const API: Api = Api::new(API_VERSION, "stripe-client", env!("CARGO_PKG_VERSION"));
