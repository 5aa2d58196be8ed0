// @generated from Stripe's OpenAPI document. Do not edit: change the document or the selection, and
// generate again.

//! A typed client for Stripe, generated from Stripe's OpenAPI document for API version `2026-09-30.endive`.
//!
//! ```no_run
//! use stripe_client::{
//!     Client, v2_metering_meter::{self, CreateOptions, CreatePrice, CreatePriceTier},
//! };
//!
//! # async fn example() -> Result<(), Box<dyn std::error::Error>> {
//! let client = Client::new(std::env::var("STRIPE_SECRET_KEY")?)?;
//! let v2_metering_meter = v2_metering_meter::create(
//!         ["…"],
//!         CreatePrice::new(10).tiers(vec![CreatePriceTier::new().up_to(10_i64)]),
//!     )
//!     .metadata([("order_id", "6735")])
//!     .options(CreateOptions::new())
//!     .send(&client)
//!     .await?;
//! # Ok(())
//! # }
//! ```
//!
//! # Operations
//!
//! - [`v2_metering_meter::create`](v2_metering_meter::create()): `POST /v2/metering/meters`
//! - [`v2_metering_meter::retrieve`](v2_metering_meter::retrieve()): `GET /v2/metering/meters/{id}`
//! - [`v2_metering_meter::list`](v2_metering_meter::list()): `GET /v2/metering/meters`
//! - [`v2_metering_meter::delete`](v2_metering_meter::delete()): `DELETE /v2/metering/meters/{id}`
//! - [`v2_metering_meter::enable`](v2_metering_meter::enable()): `POST /v2/metering/meters/{id}/enable`
//! - [`v2_metering_meter_stream::create`](v2_metering_meter_stream::create()): `POST /v2/metering/meter_stream`

#![cfg_attr(docsrs, feature(doc_cfg))]

pub mod shared {
//! Types that several resources share.

/// A `v2.deleted_object`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct V2DeletedObject {
    /// Stripe does not describe `id`.
    pub id: String,
    /// Stripe does not describe `object`.
    pub object: Option<String>,
}

stripe_runtime::impl_object! {
    V2DeletedObject {
        required 0 "id": id hidden,
        optional 1 "object": object hidden,
    }
}
}
pub mod v2_metering_meter {
//! Everything about a [`V2MeteringMeter`].
//!
//! [Stripe's documentation](https://docs.stripe.com/api/v2/metering/meters/object)

use std::collections::BTreeMap;
use stripe_runtime::{
    DateTime, Decimal, Int64, Json, Object, ObjectId, ObjectTag, Tagged,
};
mod create {
use std::fmt;
use std::borrow::Cow;
use std::collections::BTreeMap;
use stripe_runtime::{
    Api, BodyFormat, Clearable, DateTime, Decimal, FormEncoder, FormValue, Int64,
    InvalidArgument, Json, Metadata, Method, Operation, Redacted, RequestOptions,
};
use super::V2MeteringMeter;

/// `POST /v2/metering/meters`
///
/// [Stripe's documentation](https://docs.stripe.com/api/v2/metering/meters/create)
///
/// # Example
///
/// ```no_run
/// # async fn example(client: &stripe_client::Client) -> Result<(), stripe_client::Error> {
/// use stripe_client::v2_metering_meter::{self, CreateOptions, CreatePrice, CreatePriceTier};
///
/// let v2_metering_meter = v2_metering_meter::create(
///         ["…"],
///         CreatePrice::new(10).tiers(vec![CreatePriceTier::new().up_to(10_i64)]),
///     )
///     .metadata([("order_id", "6735")])
///     .options(CreateOptions::new())
///     .send(client)
///     .await?;
/// # Ok(())
/// # }
/// ```
pub fn create(
    labels: impl IntoIterator<Item = impl Into<String>>,
    price: CreatePrice,
) -> CreateV2MeteringMeter {
    CreateV2MeteringMeter {
        labels: labels.into_iter().map(Into::into).collect(),
        price,
        anything: None,
        count: None,
        currency: None,
        dry_run: None,
        ends_at: Clearable::Unset,
        limits: None,
        metadata: None,
        name: None,
        options: None,
        rates: None,
        request_options: RequestOptions::new(),
    }
}

/// The request returned by [`create`](create()); see there for an example.
#[derive(Clone)]
#[must_use = "a request does nothing until it is sent"]
pub struct CreateV2MeteringMeter {
    anything: Option<Json>,
    count: Option<Int64>,
    currency: Option<String>,
    dry_run: Option<bool>,
    ends_at: Clearable<DateTime>,
    labels: Vec<String>,
    limits: Option<Vec<i64>>,
    metadata: Option<Metadata>,
    name: Option<String>,
    options: Option<CreateOptions>,
    price: CreatePrice,
    rates: Option<BTreeMap<String, Clearable<i64>>>,
    request_options: RequestOptions,
}

impl CreateV2MeteringMeter {
    /// Sets `anything`, which Stripe does not describe.
    pub fn anything(mut self, anything: impl Into<Json>) -> Self {
        self.anything = Some(anything.into());
        self
    }

    /// Sets `count`, which Stripe does not describe.
    pub fn count(mut self, count: impl Into<Int64>) -> Self {
        self.count = Some(count.into());
        self
    }

    /// Sets `currency`, which Stripe does not describe.
    pub fn currency(mut self, currency: impl Into<String>) -> Self {
        self.currency = Some(currency.into());
        self
    }

    /// Sets `dry_run`, which Stripe does not describe.
    pub fn dry_run(mut self, dry_run: bool) -> Self {
        self.dry_run = Some(dry_run);
        self
    }

    /// Sets `ends_at`, which Stripe does not describe.
    ///
    /// `Clearable::Clear` clears the stored value.
    pub fn ends_at(mut self, ends_at: impl Into<Clearable<DateTime>>) -> Self {
        self.ends_at = ends_at.into();
        self
    }

    /// Sets `limits`, which Stripe does not describe.
    pub fn limits(mut self, limits: impl IntoIterator<Item = i64>) -> Self {
        self.limits = Some(limits.into_iter().collect());
        self
    }

    /// Sets `metadata`, which Stripe does not describe.
    pub fn metadata(mut self, metadata: impl Into<Metadata>) -> Self {
        self.metadata = Some(metadata.into());
        self
    }

    /// Sets `name`, which Stripe does not describe.
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Sets `options`, which Stripe does not describe.
    pub fn options(mut self, options: CreateOptions) -> Self {
        self.options = Some(options);
        self
    }

    /// Sets `rates`, which Stripe does not describe.
    pub fn rates(
        mut self,
        rates: impl IntoIterator<Item = (impl Into<String>, impl Into<Clearable<i64>>)>,
    ) -> Self {
        self.rates = Some(
            rates.into_iter().map(|(key, value)| (key.into(), value.into())).collect(),
        );
        self
    }
}

stripe_runtime::impl_request!(CreateV2MeteringMeter, V2MeteringMeter);

impl fmt::Debug for CreateV2MeteringMeter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CreateV2MeteringMeter")
            .field("anything", &Redacted::if_some(&self.anything))
            .field("count", &Redacted::if_some(&self.count))
            .field("currency", &Redacted::if_some(&self.currency))
            .field("dry_run", &self.dry_run)
            .field("ends_at", &self.ends_at)
            .field("labels", &Redacted)
            .field("limits", &Redacted::if_some(&self.limits))
            .field("metadata", &Redacted::if_some(&self.metadata))
            .field("name", &Redacted::if_some(&self.name))
            .field("options", &self.options)
            .field("price", &self.price)
            .field("rates", &Redacted::if_some(&self.rates))
            .field("request_options", &self.request_options)
            .finish()
    }
}

impl Operation for CreateV2MeteringMeter {
    type Output = V2MeteringMeter;
    const API: &'static Api = &super::super::API;
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "/v2/metering/meters";
    const BODY: BodyFormat = BodyFormat::Json;

    fn path(&self) -> Result<Cow<'static, str>, InvalidArgument> {
        Ok(Cow::Borrowed(Self::PATH))
    }

    fn parameters(&self, form: &mut FormEncoder) {
        form.parameter("anything", &self.anything);
        form.parameter("count", &self.count);
        form.parameter("currency", &self.currency);
        form.parameter("ends_at", &self.ends_at);
        form.parameter("labels", &self.labels);
        form.parameter("limits", &self.limits);
        form.parameter("metadata", &self.metadata);
        form.parameter("name", &self.name);
        form.parameter("options", &self.options);
        form.parameter("price", &self.price);
        form.parameter("rates", &self.rates);
    }

    fn query(&self, form: &mut FormEncoder) {
        form.parameter("dry_run", &self.dry_run);
    }

    fn options(&self) -> &RequestOptions {
        &self.request_options
    }
}

/// Sent as `options`.
#[derive(Clone, PartialEq, Default)]
#[must_use = "it is sent with the request that it is given to"]
pub struct CreateOptions {}

impl CreateOptions {
    /// Creates the object with no property set.
    pub fn new() -> Self {
        Self::default()
    }
}

impl fmt::Debug for CreateOptions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CreateOptions").finish()
    }
}

impl FormValue for CreateOptions {
    fn encode(&self, _form: &mut FormEncoder) {}
}

/// Sent as `price`.
#[derive(Clone, PartialEq)]
#[must_use = "it is sent with the request that it is given to"]
pub struct CreatePrice {
    tiers: Clearable<Vec<CreatePriceTier>>,
    value: Decimal,
}

impl CreatePrice {
    /// With `value` set, which Stripe requires.
    pub fn new(value: impl Into<Decimal>) -> Self {
        Self {
            value: value.into(),
            tiers: Clearable::Unset,
        }
    }

    /// Sets `tiers`, which Stripe does not describe.
    ///
    /// `Clearable::Clear` clears the stored value.
    pub fn tiers(mut self, tiers: impl Into<Clearable<Vec<CreatePriceTier>>>) -> Self {
        self.tiers = tiers.into();
        self
    }
}

impl fmt::Debug for CreatePrice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CreatePrice")
            .field("tiers", &self.tiers)
            .field("value", &Redacted)
            .finish()
    }
}

impl FormValue for CreatePrice {
    fn encode(&self, form: &mut FormEncoder) {
        form.parameter("tiers", &self.tiers);
        form.parameter("value", &self.value);
    }
}

/// Sent as `price.tiers`.
#[derive(Clone, PartialEq, Default)]
#[must_use = "it is sent with the request that it is given to"]
pub struct CreatePriceTier {
    up_to: Clearable<i64>,
}

impl CreatePriceTier {
    /// Creates the object with no property set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets `up_to`, which Stripe does not describe.
    ///
    /// `Clearable::Clear` clears the stored value.
    pub fn up_to(mut self, up_to: impl Into<Clearable<i64>>) -> Self {
        self.up_to = up_to.into();
        self
    }
}

impl fmt::Debug for CreatePriceTier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CreatePriceTier").field("up_to", &Redacted).finish()
    }
}

impl FormValue for CreatePriceTier {
    fn encode(&self, form: &mut FormEncoder) {
        form.parameter("up_to", &self.up_to);
    }
}
}
mod retrieve {
use std::fmt;
use std::borrow::Cow;
use stripe_runtime::{
    Api, FormEncoder, InvalidArgument, Method, Operation, RequestOptions,
};
use super::{V2MeteringMeter, V2MeteringMeterId};

/// `GET /v2/metering/meters/{id}`
///
/// [Stripe's documentation](https://docs.stripe.com/api/v2/metering/meters/retrieve)
///
/// `id`: a [`V2MeteringMeterId`], or a string.
///
/// # Example
///
/// ```no_run
/// # async fn example(client: &stripe_client::Client) -> Result<(), stripe_client::Error> {
/// use stripe_client::v2_metering_meter;
///
/// let v2_metering_meter = v2_metering_meter::retrieve("vmm_123")
///     .send(client)
///     .await?;
/// # Ok(())
/// # }
/// ```
pub fn retrieve(
    id: impl TryInto<V2MeteringMeterId, Error: Into<InvalidArgument>>,
) -> RetrieveV2MeteringMeter {
    RetrieveV2MeteringMeter {
        id: stripe_runtime::path_parameter("id", id),
        request_options: RequestOptions::new(),
    }
}

/// The request returned by [`retrieve`](retrieve()); see there for an example.
#[derive(Clone)]
#[must_use = "a request does nothing until it is sent"]
pub struct RetrieveV2MeteringMeter {
    id: Result<V2MeteringMeterId, InvalidArgument>,
    request_options: RequestOptions,
}

stripe_runtime::impl_request!(RetrieveV2MeteringMeter, V2MeteringMeter);

impl fmt::Debug for RetrieveV2MeteringMeter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RetrieveV2MeteringMeter")
            .field("id", &self.id)
            .field("request_options", &self.request_options)
            .finish()
    }
}

impl Operation for RetrieveV2MeteringMeter {
    type Output = V2MeteringMeter;
    const API: &'static Api = &super::super::API;
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/v2/metering/meters/{id}";

    fn path(&self) -> Result<Cow<'static, str>, InvalidArgument> {
        let id = stripe_runtime::path_segment(&self.id)?;
        Ok(Cow::Owned(format!("/v2/metering/meters/{id}")))
    }

    fn parameters(&self, _form: &mut FormEncoder) {}
    fn options(&self) -> &RequestOptions {
        &self.request_options
    }
}
}
mod list {
use std::fmt;
use std::borrow::Cow;
use stripe_runtime::{
    Api, DateTime, FormEncoder, FormValue, InvalidArgument, Method, Operation, Redacted,
    RequestOptions, UnknownValue, V2List,
};
use super::V2MeteringMeter;

/// `GET /v2/metering/meters`
///
/// [Stripe's documentation](https://docs.stripe.com/api/v2/metering/meters/list)
///
/// # Example
///
/// ```no_run
/// # async fn example(client: &stripe_client::Client) -> Result<(), stripe_client::Error> {
/// use stripe_client::v2_metering_meter::{self, ListUpdated};
///
/// let page = v2_metering_meter::list()
///     .limit(10)
///     .updated(ListUpdated::new().gt(std::time::SystemTime::now()))
///     .send(client)
///     .await?;
/// # Ok(())
/// # }
/// ```
pub fn list() -> ListMeters {
    ListMeters {
        created_gt: None,
        include: Vec::new(),
        limit: None,
        page: None,
        updated: None,
        request_options: RequestOptions::new(),
    }
}

/// The request returned by [`list`](list()); see there for an example.
#[derive(Clone)]
#[must_use = "a request does nothing until it is sent"]
pub struct ListMeters {
    created_gt: Option<DateTime>,
    include: Vec<ListInclude>,
    limit: Option<i64>,
    page: Option<String>,
    updated: Option<ListUpdated>,
    request_options: RequestOptions,
}

impl ListMeters {
    /// Sets `created_gt`, which Stripe does not describe.
    pub fn created_gt(mut self, created_gt: impl Into<DateTime>) -> Self {
        self.created_gt = Some(created_gt.into());
        self
    }

    /// Sets `include`, which Stripe does not describe.
    pub fn include(
        mut self,
        include: impl IntoIterator<Item = impl Into<ListInclude>>,
    ) -> Self {
        self.include = include.into_iter().map(Into::into).collect();
        self
    }

    /// Sets `limit`, which Stripe does not describe.
    pub fn limit(mut self, limit: i64) -> Self {
        self.limit = Some(limit);
        self
    }

    /// Sets `page`, which Stripe does not describe.
    pub fn page(mut self, page: impl Into<String>) -> Self {
        self.page = Some(page.into());
        self
    }

    /// Sets `updated`, which Stripe does not describe.
    pub fn updated(mut self, updated: ListUpdated) -> Self {
        self.updated = Some(updated);
        self
    }
}

stripe_runtime::impl_v2_list_request!(ListMeters, V2MeteringMeter);

impl fmt::Debug for ListMeters {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ListMeters")
            .field("created_gt", &self.created_gt)
            .field("include", &self.include)
            .field("limit", &Redacted::if_some(&self.limit))
            .field("page", &Redacted::if_some(&self.page))
            .field("updated", &self.updated)
            .field("request_options", &self.request_options)
            .finish()
    }
}

impl Operation for ListMeters {
    type Output = V2List<V2MeteringMeter>;
    const API: &'static Api = &super::super::API;
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/v2/metering/meters";

    fn path(&self) -> Result<Cow<'static, str>, InvalidArgument> {
        Ok(Cow::Borrowed(Self::PATH))
    }

    fn parameters(&self, form: &mut FormEncoder) {
        form.parameter("created_gt", &self.created_gt);
        form.parameter("include", &self.include);
        form.parameter("limit", &self.limit);
        form.parameter("page", &self.page);
        form.parameter("updated", &self.updated);
    }

    fn options(&self) -> &RequestOptions {
        &self.request_options
    }
}

/// Sent as `include`.
#[derive(Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ListInclude {
    /// `readings`
    Readings,
    /// `owner.name`
    #[doc(alias = "owner.name")]
    OwnerName,
    /// A value that this version of the crate does not know.
    UnknownValue(UnknownValue),
}

stripe_runtime::impl_open_enum! {
    ListInclude {
        Readings: "readings",
        OwnerName: "owner.name",
    }
}

/// Sent as `updated`.
#[derive(Clone, PartialEq, Default)]
#[must_use = "it is sent with the request that it is given to"]
pub struct ListUpdated {
    gt: Option<DateTime>,
    lte: Option<DateTime>,
}

impl ListUpdated {
    /// Creates the object with no property set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets `gt`, which Stripe does not describe.
    pub fn gt(mut self, gt: impl Into<DateTime>) -> Self {
        self.gt = Some(gt.into());
        self
    }

    /// Sets `lte`, which Stripe does not describe.
    pub fn lte(mut self, lte: impl Into<DateTime>) -> Self {
        self.lte = Some(lte.into());
        self
    }
}

impl fmt::Debug for ListUpdated {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ListUpdated")
            .field("gt", &self.gt)
            .field("lte", &self.lte)
            .finish()
    }
}

impl FormValue for ListUpdated {
    fn encode(&self, form: &mut FormEncoder) {
        form.parameter("gt", &self.gt);
        form.parameter("lte", &self.lte);
    }
}
}
mod delete {
use std::fmt;
use std::borrow::Cow;
use stripe_runtime::{
    Api, FormEncoder, InvalidArgument, Method, Operation, RequestOptions,
};
use super::V2MeteringMeterId;

/// `DELETE /v2/metering/meters/{id}`
///
/// [Stripe's documentation](https://docs.stripe.com/api/v2/metering/meters/delete)
///
/// `id`: a [`V2MeteringMeterId`], or a string.
///
/// # Example
///
/// ```no_run
/// # async fn example(client: &stripe_client::Client) -> Result<(), stripe_client::Error> {
/// use stripe_client::v2_metering_meter;
///
/// let v2_metering_meter = v2_metering_meter::delete("vmm_123")
///     .send(client)
///     .await?;
/// # Ok(())
/// # }
/// ```
pub fn delete(
    id: impl TryInto<V2MeteringMeterId, Error: Into<InvalidArgument>>,
) -> DeleteV2MeteringMeter {
    DeleteV2MeteringMeter {
        id: stripe_runtime::path_parameter("id", id),
        request_options: RequestOptions::new(),
    }
}

/// The request returned by [`delete`](delete()); see there for an example.
#[derive(Clone)]
#[must_use = "a request does nothing until it is sent"]
pub struct DeleteV2MeteringMeter {
    id: Result<V2MeteringMeterId, InvalidArgument>,
    request_options: RequestOptions,
}

stripe_runtime::impl_request!(
    DeleteV2MeteringMeter, super::super::shared::V2DeletedObject
);

impl fmt::Debug for DeleteV2MeteringMeter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DeleteV2MeteringMeter")
            .field("id", &self.id)
            .field("request_options", &self.request_options)
            .finish()
    }
}

impl Operation for DeleteV2MeteringMeter {
    type Output = super::super::shared::V2DeletedObject;
    const API: &'static Api = &super::super::API;
    const METHOD: Method = Method::DELETE;
    const PATH: &'static str = "/v2/metering/meters/{id}";

    fn path(&self) -> Result<Cow<'static, str>, InvalidArgument> {
        let id = stripe_runtime::path_segment(&self.id)?;
        Ok(Cow::Owned(format!("/v2/metering/meters/{id}")))
    }

    fn parameters(&self, _form: &mut FormEncoder) {}
    fn options(&self) -> &RequestOptions {
        &self.request_options
    }
}
}
mod enable {
use std::fmt;
use std::borrow::Cow;
use stripe_runtime::{
    Api, BodyFormat, FormEncoder, InvalidArgument, Method, Operation, RequestOptions,
};
use super::{V2MeteringMeter, V2MeteringMeterId};

/// `POST /v2/metering/meters/{id}/enable`
///
/// [Stripe's documentation](https://docs.stripe.com/api/v2/metering/meters/enable)
///
/// `id`: a [`V2MeteringMeterId`], or a string.
///
/// # Example
///
/// ```no_run
/// # async fn example(client: &stripe_client::Client) -> Result<(), stripe_client::Error> {
/// use stripe_client::v2_metering_meter;
///
/// let v2_metering_meter = v2_metering_meter::enable("vmm_123")
///     .send(client)
///     .await?;
/// # Ok(())
/// # }
/// ```
pub fn enable(
    id: impl TryInto<V2MeteringMeterId, Error: Into<InvalidArgument>>,
) -> EnableV2MeteringMeter {
    EnableV2MeteringMeter {
        id: stripe_runtime::path_parameter("id", id),
        request_options: RequestOptions::new(),
    }
}

/// The request returned by [`enable`](enable()); see there for an example.
#[derive(Clone)]
#[must_use = "a request does nothing until it is sent"]
pub struct EnableV2MeteringMeter {
    id: Result<V2MeteringMeterId, InvalidArgument>,
    request_options: RequestOptions,
}

stripe_runtime::impl_request!(EnableV2MeteringMeter, V2MeteringMeter);

impl fmt::Debug for EnableV2MeteringMeter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("EnableV2MeteringMeter")
            .field("id", &self.id)
            .field("request_options", &self.request_options)
            .finish()
    }
}

impl Operation for EnableV2MeteringMeter {
    type Output = V2MeteringMeter;
    const API: &'static Api = &super::super::API;
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "/v2/metering/meters/{id}/enable";
    const BODY: BodyFormat = BodyFormat::Json;

    fn path(&self) -> Result<Cow<'static, str>, InvalidArgument> {
        let id = stripe_runtime::path_segment(&self.id)?;
        Ok(Cow::Owned(format!("/v2/metering/meters/{id}/enable")))
    }

    fn parameters(&self, _form: &mut FormEncoder) {}
    fn options(&self) -> &RequestOptions {
        &self.request_options
    }
}
}

#[doc(alias = "POST /v2/metering/meters", alias = "/v2/metering/meters")]
pub use self::create::create;
pub use self::create::{
    CreateV2MeteringMeter, CreateOptions, CreatePrice, CreatePriceTier,
};

#[doc(alias = "GET /v2/metering/meters/:id", alias = "/v2/metering/meters/:id")]
pub use self::retrieve::retrieve;
pub use self::retrieve::RetrieveV2MeteringMeter;

#[doc(alias = "GET /v2/metering/meters", alias = "/v2/metering/meters")]
pub use self::list::list;
pub use self::list::{ListMeters, ListInclude, ListUpdated};

#[doc(alias = "DELETE /v2/metering/meters/:id", alias = "/v2/metering/meters/:id")]
pub use self::delete::delete;
pub use self::delete::DeleteV2MeteringMeter;

#[doc(
    alias = "POST /v2/metering/meters/:id/enable",
    alias = "/v2/metering/meters/:id/enable"
)]
pub use self::enable::enable;
pub use self::enable::EnableV2MeteringMeter;

/// A `v2.metering.meter`.
///
/// [Stripe's documentation](https://docs.stripe.com/api/v2/metering/meters/object)
#[doc(alias = "v2.metering.meter")]
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct V2MeteringMeter {
    object: ObjectTag<Self>,
    /// Stripe does not describe `changes`.
    pub changes: Option<BTreeMap<String, Json>>,
    /// Stripe does not describe `count`.
    pub count: Option<Int64>,
    /// Stripe does not describe `counts`.
    pub counts: Option<Vec<Int64>>,
    /// Stripe does not describe `created`.
    pub created: DateTime,
    /// Stripe does not describe `currency`.
    pub currency: Option<String>,
    /// See [`V2MeteringMeterId`].
    pub id: V2MeteringMeterId,
    /// Stripe does not describe `metadata`.
    pub metadata: Option<BTreeMap<String, String>>,
    /// See [`V2MeteringMeterOptions`].
    pub options: Option<V2MeteringMeterOptions>,
    /// Stripe does not describe `total`.
    pub total: Option<Decimal>,
}

stripe_runtime::impl_object! {
    V2MeteringMeter {
        optional 0 "changes": changes hidden,
        optional 1 "count": count hidden,
        optional 2 "counts": counts hidden,
        required 3 "created": created shown,
        optional 4 "currency": currency hidden,
        required 5 "id": id shown,
        optional 6 "metadata": metadata hidden,
        required 7 "object": object shown,
        optional 8 "options": options shown,
        optional 9 "total": total hidden,
    }
}

impl Tagged for V2MeteringMeter {
    const OBJECT: &'static str = "v2.metering.meter";
}

impl Object for V2MeteringMeter {
    type Id = V2MeteringMeterId;

    fn id(&self) -> &V2MeteringMeterId {
        &self.id
    }
}

/// The id of a [`V2MeteringMeter`].
///
/// A response may hold any text as an id. An id that could change the path of a request is rejected before anything is sent.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct V2MeteringMeterId(ObjectId);

stripe_runtime::impl_id!(V2MeteringMeterId);

/// One of `options`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct V2MeteringMeterOptions {}

stripe_runtime::impl_object! {
    V2MeteringMeterOptions {
    }
}
}
pub mod v2_metering_meter_stream {
//! Operations and types of `v2_metering_meter_stream`.

mod create {
use std::fmt;
use std::borrow::Cow;
use stripe_runtime::{
    Api, BodyFormat, DateTime, FormEncoder, FormValue, InvalidArgument, Method,
    Operation, Redacted, RequestOptions,
};
use super::CreateResponse;

/// `POST /v2/metering/meter_stream`
///
/// [Stripe's documentation](https://docs.stripe.com/api/v2/metering/meter_stream/create)
///
/// # Example
///
/// ```no_run
/// # async fn example(client: &stripe_client::Client) -> Result<(), stripe_client::Error> {
/// use stripe_client::v2_metering_meter_stream::{self, CreateEvent};
///
/// let v2_metering_meter_stream = v2_metering_meter_stream::create([
///         CreateEvent::new("Jenny Rosen").at(std::time::SystemTime::now()),
///     ])
///     .send(client)
///     .await?;
/// # Ok(())
/// # }
/// ```
pub fn create(
    events: impl IntoIterator<Item = CreateEvent>,
) -> CreateV2MeteringMeterStream {
    CreateV2MeteringMeterStream {
        events: events.into_iter().collect(),
        request_options: RequestOptions::new(),
    }
}

/// The request returned by [`create`](create()); see there for an example.
#[derive(Clone)]
#[must_use = "a request does nothing until it is sent"]
pub struct CreateV2MeteringMeterStream {
    events: Vec<CreateEvent>,
    request_options: RequestOptions,
}

stripe_runtime::impl_request!(CreateV2MeteringMeterStream, CreateResponse);

impl fmt::Debug for CreateV2MeteringMeterStream {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CreateV2MeteringMeterStream")
            .field("events", &self.events)
            .field("request_options", &self.request_options)
            .finish()
    }
}

impl Operation for CreateV2MeteringMeterStream {
    type Output = CreateResponse;
    const API: &'static Api = &super::super::API;
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "/v2/metering/meter_stream";
    const BASE_URL: Option<&'static str> = Some("https://meter-events.stripe.com");
    const BODY: BodyFormat = BodyFormat::Json;

    fn path(&self) -> Result<Cow<'static, str>, InvalidArgument> {
        Ok(Cow::Borrowed(Self::PATH))
    }

    fn parameters(&self, form: &mut FormEncoder) {
        form.parameter("events", &self.events);
    }

    fn options(&self) -> &RequestOptions {
        &self.request_options
    }
}

/// Sent as `events`.
#[derive(Clone, PartialEq)]
#[must_use = "it is sent with the request that it is given to"]
pub struct CreateEvent {
    at: Option<DateTime>,
    name: String,
}

impl CreateEvent {
    /// With `name` set, which Stripe requires.
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            at: None,
        }
    }

    /// Sets `at`, which Stripe does not describe.
    pub fn at(mut self, at: impl Into<DateTime>) -> Self {
        self.at = Some(at.into());
        self
    }
}

impl fmt::Debug for CreateEvent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CreateEvent")
            .field("at", &self.at)
            .field("name", &Redacted)
            .finish()
    }
}

impl FormValue for CreateEvent {
    fn encode(&self, form: &mut FormEncoder) {
        form.parameter("at", &self.at);
        form.parameter("name", &self.name);
    }
}
}

#[doc(alias = "POST /v2/metering/meter_stream", alias = "/v2/metering/meter_stream")]
pub use self::create::create;
pub use self::create::{CreateV2MeteringMeterStream, CreateEvent};

/// One of `response`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateResponse {}

stripe_runtime::impl_object! {
    CreateResponse {
    }
}
}

#[cfg(feature = "blocking")]
#[doc(inline)]
pub use stripe_runtime::{BlockingClient, BlockingPages};

#[doc(inline)]
pub use stripe_runtime::{
    Api, BodyFormat, Clearable, Client, ClientBuilder, DateTime, Decimal, Environment,
    Error, ErrorBuilder, ErrorKind, Expandable, FormEncoder, FormValue, Int64,
    InvalidArgument, Json, List, ListItem, ListOperation, Metadata, Method, Object,
    ObjectId, Operation, Outcome, Page, Pages, RangeQuery, RawRequest, RequestOptions,
    Response, ResponseMeta, Sleep, Timestamp, Transport, UnknownValue, V2List, expand,
    testing, transport,
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
