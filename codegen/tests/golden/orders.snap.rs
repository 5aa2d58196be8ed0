// @generated from Stripe's OpenAPI document. Do not edit: change the document or the selection, and
// generate again.

//! A typed client for Stripe, generated from Stripe's OpenAPI document for API version `2026-09-30.endive`.
//!
//! ```no_run
//! use stripe_client::{Client, order::{self, CreateMood, CreatePrice, OrderColour}};
//!
//! # async fn example() -> Result<(), Box<dyn std::error::Error>> {
//! let client = Client::new(std::env::var("STRIPE_SECRET_KEY")?)?;
//! let order = order::create(
//!         OrderColour::Green,
//!         CreateMood::Calm,
//!         "…",
//!         CreatePrice::new(2000, "usd").tax(true),
//!     )
//!     .labels([("order_id", "6735")])
//!     .send(&client)
//!     .await?;
//! # Ok(())
//! # }
//! ```
//!
//! # Operations
//!
//! - [`order::create`](order::create()): Creates an `order`.\
//!   `POST /v1/orders`

#![cfg_attr(docsrs, feature(doc_cfg))]

pub mod order {
//! Everything about an [`Order`].
//!
//! [Stripe's documentation](https://docs.stripe.com/api/orders/object)

use stripe_runtime::{Object, ObjectId, ObjectTag, Tagged, UnknownValue};

mod create {
use std::fmt;
use std::borrow::Cow;
use std::collections::BTreeMap;
use stripe_runtime::{
    Api, Clearable, FormEncoder, FormValue, InvalidArgument, Metadata, Method, Operation,
    Redacted, RequestOptions, Timestamp, UnknownValue,
};
use super::{Order, OrderColour};

/// Creates an `order`.
///
/// `POST /v1/orders`
///
/// [Stripe's documentation](https://docs.stripe.com/api/orders/create)
///
/// # Example
///
/// ```no_run
/// # async fn example(client: &stripe_client::Client) -> Result<(), stripe_client::Error> {
/// use stripe_client::order::{self, CreateMood, CreatePrice, OrderColour};
///
/// let order = order::create(
///         OrderColour::Green,
///         CreateMood::Calm,
///         "…",
///         CreatePrice::new(2000, "usd").tax(true),
///     )
///     .labels([("order_id", "6735")])
///     .send(client)
///     .await?;
/// # Ok(())
/// # }
/// ```
pub fn create(
    colour: impl Into<OrderColour>,
    mood: impl Into<Clearable<CreateMood>>,
    note: impl Into<Clearable<String>>,
    price: CreatePrice,
) -> CreateOrder {
    CreateOrder {
        colour: colour.into(),
        mood: mood.into(),
        note: note.into(),
        price,
        ends: None,
        labels: None,
        pieces: None,
        prices: BTreeMap::new(),
        since: None,
        size: Clearable::Unset,
        tags: Vec::new(),
        weight: None,
        wrapping: None,
        request_options: RequestOptions::new(),
    }
}

/// The request returned by [`create`](create()); see there for an example.
#[derive(Clone)]
#[must_use = "a request does nothing until it is sent"]
pub struct CreateOrder {
    colour: OrderColour,
    ends: Option<CreateEnds>,
    labels: Option<Metadata>,
    mood: Clearable<CreateMood>,
    note: Clearable<String>,
    pieces: Option<i64>,
    price: CreatePrice,
    prices: BTreeMap<String, i64>,
    since: Option<Timestamp>,
    size: Clearable<CreateSize>,
    tags: Vec<String>,
    weight: Option<f64>,
    wrapping: Option<CreateWrapping>,
    request_options: RequestOptions,
}

impl CreateOrder {
    /// Sets `ends`, which Stripe does not describe.
    pub fn ends(mut self, ends: impl Into<CreateEnds>) -> Self {
        self.ends = Some(ends.into());
        self
    }

    /// Sets `labels`, which Stripe does not describe.
    pub fn labels(mut self, labels: impl Into<Metadata>) -> Self {
        self.labels = Some(labels.into());
        self
    }

    /// Sets `pieces`, which Stripe does not describe.
    pub fn pieces(mut self, pieces: i64) -> Self {
        self.pieces = Some(pieces);
        self
    }

    /// Sets `prices`, which Stripe does not describe.
    pub fn prices(
        mut self,
        prices: impl IntoIterator<Item = (impl Into<String>, i64)>,
    ) -> Self {
        self.prices = prices
            .into_iter()
            .map(|(key, value)| (key.into(), value))
            .collect();
        self
    }

    /// Sets `since`, which Stripe does not describe.
    pub fn since(mut self, since: impl Into<Timestamp>) -> Self {
        self.since = Some(since.into());
        self
    }

    /// Sets `size`, which Stripe does not describe.
    ///
    /// `Clearable::Clear` clears the stored value.
    pub fn size(mut self, size: impl Into<Clearable<CreateSize>>) -> Self {
        self.size = size.into();
        self
    }

    /// Sets `tags`, which Stripe does not describe.
    pub fn tags(mut self, tags: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.tags = tags.into_iter().map(Into::into).collect();
        self
    }

    /// Sets `weight`, which Stripe does not describe.
    pub fn weight(mut self, weight: f64) -> Self {
        self.weight = Some(weight);
        self
    }

    /// Sets `wrapping`, which Stripe does not describe.
    pub fn wrapping(mut self, wrapping: impl Into<CreateWrapping>) -> Self {
        self.wrapping = Some(wrapping.into());
        self
    }
}

stripe_runtime::impl_request!(CreateOrder, Order);

impl fmt::Debug for CreateOrder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CreateOrder")
            .field("colour", &self.colour)
            .field("ends", &self.ends)
            .field("labels", &Redacted::if_some(&self.labels))
            .field("mood", &self.mood)
            .field("note", &Redacted)
            .field("pieces", &Redacted::if_some(&self.pieces))
            .field("price", &self.price)
            .field("prices", &Redacted)
            .field("since", &self.since)
            .field("size", &self.size)
            .field("tags", &Redacted)
            .field("weight", &Redacted::if_some(&self.weight))
            .field("wrapping", &self.wrapping)
            .field("request_options", &self.request_options)
            .finish()
    }
}

impl Operation for CreateOrder {
    type Output = Order;
    const API: &'static Api = &super::super::API;
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "/v1/orders";

    fn path(&self) -> Result<Cow<'static, str>, InvalidArgument> {
        Ok(Cow::Borrowed(Self::PATH))
    }

    fn parameters(&self, form: &mut FormEncoder) {
        form.parameter("colour", &self.colour);
        form.parameter("ends", &self.ends);
        form.parameter("labels", &self.labels);
        form.parameter("mood", &self.mood);
        form.parameter("note", &self.note);
        form.parameter("pieces", &self.pieces);
        form.parameter("price", &self.price);
        form.parameter("prices", &self.prices);
        form.parameter("since", &self.since);
        form.parameter("size", &self.size);
        form.parameter("tags", &self.tags);
        form.parameter("weight", &self.weight);
        form.parameter("wrapping", &self.wrapping);
    }

    fn options(&self) -> &RequestOptions {
        &self.request_options
    }
}

/// Sent as `ends`.
#[derive(Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum CreateEndsValue {
    /// `never`
    Never,
    /// `now`
    Now,
    /// A value that this version of the crate does not know.
    UnknownValue(UnknownValue),
}

stripe_runtime::impl_open_enum! {
    CreateEndsValue {
        Never: "never",
        Now: "now",
    }
}

/// Sent as `ends`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub enum CreateEnds {
    /// A `Value`.
    Value(CreateEndsValue),
    /// A `Timestamp`.
    Timestamp(Timestamp),
}

impl fmt::Debug for CreateEnds {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Value(value) => f.debug_tuple("Value").field(value).finish(),
            Self::Timestamp(value) => f.debug_tuple("Timestamp").field(value).finish(),
        }
    }
}

impl FormValue for CreateEnds {
    fn encode(&self, form: &mut FormEncoder) {
        match self {
            Self::Value(value) => FormValue::encode(value, form),
            Self::Timestamp(value) => FormValue::encode(value, form),
        }
    }
}

impl From<CreateEndsValue> for CreateEnds {
    fn from(value: CreateEndsValue) -> Self {
        Self::Value(value)
    }
}

impl From<Timestamp> for CreateEnds {
    fn from(value: Timestamp) -> Self {
        Self::Timestamp(value)
    }
}

/// Sent as `mood`.
#[derive(Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum CreateMood {
    /// `calm`
    Calm,
    /// `wild`
    Wild,
    /// A value that this version of the crate does not know.
    UnknownValue(UnknownValue),
}

stripe_runtime::impl_open_enum! {
    CreateMood {
        Calm: "calm",
        Wild: "wild",
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

/// Sent as `size`.
#[derive(Clone, PartialEq, Default)]
#[must_use = "it is sent with the request that it is given to"]
pub struct CreateSize {
    width: Option<i64>,
}

impl CreateSize {
    /// Creates the object with no property set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets `width`, which Stripe does not describe.
    pub fn width(mut self, width: i64) -> Self {
        self.width = Some(width);
        self
    }
}

impl fmt::Debug for CreateSize {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CreateSize")
            .field("width", &Redacted::if_some(&self.width))
            .finish()
    }
}

impl FormValue for CreateSize {
    fn encode(&self, form: &mut FormEncoder) {
        form.parameter("width", &self.width);
    }
}

/// Sent as `wrapping`.
#[derive(Clone, PartialEq, Default)]
#[must_use = "it is sent with the request that it is given to"]
pub struct CreateWrappingBag {
    handle: Option<String>,
}

impl CreateWrappingBag {
    /// Creates the object with no property set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets `handle`, which Stripe does not describe.
    pub fn handle(mut self, handle: impl Into<String>) -> Self {
        self.handle = Some(handle.into());
        self
    }
}

impl fmt::Debug for CreateWrappingBag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CreateWrappingBag")
            .field("handle", &Redacted::if_some(&self.handle))
            .finish()
    }
}

impl FormValue for CreateWrappingBag {
    fn encode(&self, form: &mut FormEncoder) {
        form.parameter("handle", &self.handle);
    }
}

/// Sent as `wrapping`.
#[derive(Clone, PartialEq, Default)]
#[must_use = "it is sent with the request that it is given to"]
pub struct CreateWrappingPaper {
    ribbon: Option<String>,
}

impl CreateWrappingPaper {
    /// Creates the object with no property set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets `ribbon`, which Stripe does not describe.
    pub fn ribbon(mut self, ribbon: impl Into<String>) -> Self {
        self.ribbon = Some(ribbon.into());
        self
    }
}

impl fmt::Debug for CreateWrappingPaper {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CreateWrappingPaper")
            .field("ribbon", &Redacted::if_some(&self.ribbon))
            .finish()
    }
}

impl FormValue for CreateWrappingPaper {
    fn encode(&self, form: &mut FormEncoder) {
        form.parameter("ribbon", &self.ribbon);
    }
}

/// Sent as `wrapping`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub enum CreateWrapping {
    /// A `Bag`.
    Bag(Box<CreateWrappingBag>),
    /// A `Paper`.
    Paper(Box<CreateWrappingPaper>),
}

impl fmt::Debug for CreateWrapping {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Bag(value) => f.debug_tuple("Bag").field(value).finish(),
            Self::Paper(value) => f.debug_tuple("Paper").field(value).finish(),
        }
    }
}

impl FormValue for CreateWrapping {
    fn encode(&self, form: &mut FormEncoder) {
        match self {
            Self::Bag(value) => FormValue::encode(value, form),
            Self::Paper(value) => FormValue::encode(value, form),
        }
    }
}

impl From<CreateWrappingBag> for CreateWrapping {
    fn from(value: CreateWrappingBag) -> Self {
        Self::Bag(Box::new(value))
    }
}

impl From<CreateWrappingPaper> for CreateWrapping {
    fn from(value: CreateWrappingPaper) -> Self {
        Self::Paper(Box::new(value))
    }
}
}

#[doc(alias = "POST /v1/orders", alias = "/v1/orders")]
pub use self::create::create;
pub use self::create::{
    CreateOrder, CreateEndsValue, CreateEnds, CreateMood, CreatePrice, CreateSize,
    CreateWrappingBag, CreateWrappingPaper, CreateWrapping,
};

/// An `order`.
///
/// [Stripe's documentation](https://docs.stripe.com/api/orders/object)
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Order {
    object: ObjectTag<Self>,
    /// See [`OrderColour`].
    pub colour: Option<OrderColour>,
    /// See [`OrderId`].
    pub id: OrderId,
}

stripe_runtime::impl_object! {
    Order {
        optional 0 "colour": colour shown,
        required 1 "id": id shown,
        required 2 "object": object shown,
    }
}

impl Tagged for Order {
    const OBJECT: &'static str = "order";
}

impl Object for Order {
    type Id = OrderId;

    fn id(&self) -> &OrderId {
        &self.id
    }
}

/// The id of an [`Order`].
///
/// A response may hold any text as an id. An id that could change the path of a request is rejected before anything is sent.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OrderId(ObjectId);

stripe_runtime::impl_id!(OrderId);

/// One of `colour`.
#[derive(Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum OrderColour {
    /// `green`
    Green,
    /// `red`
    Red,
    /// `unknown`
    Unknown,
    /// A value that this version of the crate does not know.
    UnknownValue(UnknownValue),
}

stripe_runtime::impl_open_enum! {
    OrderColour {
        Green: "green",
        Red: "red",
        Unknown: "unknown",
    }
}
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
