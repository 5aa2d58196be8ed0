// @generated from Stripe's OpenAPI document. Do not edit: change the document or the selection, and
// generate again.

//! A typed client for Stripe, generated from Stripe's OpenAPI document for API version `2026-09-30.endive`.
//!
//! ```no_run
//! use stripe_client::{Client, entry::{self, EntryStatus}};
//!
//! # async fn example() -> Result<(), Box<dyn std::error::Error>> {
//! let client = Client::new(std::env::var("STRIPE_SECRET_KEY")?)?;
//! let entry = entry::list()
//!     .status(EntryStatus::Open)
//!     .limit(10)
//!     .send(&client)
//!     .await?;
//! # Ok(())
//! # }
//! ```
//!
//! # Operations
//!
//! - [`entry::list`](entry::list()): Lists entries.\
//!   `GET /v1/entries`
//! - [`line::list`](line::list()): `GET /v1/lines`
//! - [`name::list`](name::list()): `GET /v1/names`
//! - [`source::list`](source::list()): `GET /v1/sources`

#![cfg_attr(docsrs, feature(doc_cfg))]

pub mod card {
//! Everything about a [`Card`].

use stripe_runtime::{ListItem, ObjectTag, Tagged};

/// A `card`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Card {
    object: ObjectTag<Self>,
    /// Stripe does not describe `id`.
    pub id: Option<String>,
}

stripe_runtime::impl_object! {
    Card {
        optional 0 "id": id hidden,
        required 1 "object": object shown,
    }
}

impl Tagged for Card {
    const OBJECT: &'static str = "card";
}

impl ListItem for Card {
    fn cursor(&self) -> Option<&str> {
        self.id.as_deref()
    }
}
}
pub mod entry {
//! Everything about an [`Entry`].
//!
//! [Stripe's documentation](https://docs.stripe.com/api/entries/object)

use stripe_runtime::{List, Object, ObjectId, ObjectTag, Tagged, UnknownValue};

mod list {
use std::fmt;
use std::borrow::Cow;
use stripe_runtime::{
    Api, FormEncoder, InvalidArgument, List, Method, Operation, RangeQuery, Redacted,
    RequestOptions,
};
use super::{Entry, EntryStatus};

/// Lists entries.
///
/// `GET /v1/entries`
///
/// [Stripe's documentation](https://docs.stripe.com/api/entries/list)
///
/// # Example
///
/// ```no_run
/// # async fn example(client: &stripe_client::Client) -> Result<(), stripe_client::Error> {
/// use stripe_client::entry::{self, EntryStatus};
///
/// let page = entry::list()
///     .status(EntryStatus::Open)
///     .limit(10)
///     .send(client)
///     .await?;
/// # Ok(())
/// # }
/// ```
pub fn list() -> ListEntries {
    ListEntries {
        created: None,
        ending_before: None,
        limit: None,
        starting_after: None,
        status: None,
        request_options: RequestOptions::new(),
    }
}

/// The request returned by [`list`](list()); see there for an example.
#[derive(Clone)]
#[must_use = "a request does nothing until it is sent"]
pub struct ListEntries {
    created: Option<RangeQuery>,
    ending_before: Option<String>,
    limit: Option<i64>,
    starting_after: Option<String>,
    status: Option<EntryStatus>,
    request_options: RequestOptions,
}

impl ListEntries {
    /// Only those that were made then.
    pub fn created(mut self, created: impl Into<RangeQuery>) -> Self {
        self.created = Some(created.into());
        self
    }

    /// Sets `ending_before`, which Stripe does not describe.
    pub fn ending_before(mut self, ending_before: impl Into<String>) -> Self {
        self.ending_before = Some(ending_before.into());
        self
    }

    /// Sets `limit`, which Stripe does not describe.
    pub fn limit(mut self, limit: i64) -> Self {
        self.limit = Some(limit);
        self
    }

    /// Sets `starting_after`, which Stripe does not describe.
    ///
    /// At most 5,000 characters.
    pub fn starting_after(mut self, starting_after: impl Into<String>) -> Self {
        self.starting_after = Some(starting_after.into());
        self
    }

    /// Sets `status`, which Stripe does not describe.
    ///
    /// Accepts only `closed` and `open`.
    pub fn status(mut self, status: impl Into<EntryStatus>) -> Self {
        self.status = Some(status.into());
        self
    }
}

stripe_runtime::impl_list_request!(ListEntries, Entry);

impl fmt::Debug for ListEntries {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ListEntries")
            .field("created", &self.created)
            .field("ending_before", &Redacted::if_some(&self.ending_before))
            .field("limit", &Redacted::if_some(&self.limit))
            .field("starting_after", &Redacted::if_some(&self.starting_after))
            .field("status", &self.status)
            .field("request_options", &self.request_options)
            .finish()
    }
}

impl Operation for ListEntries {
    type Output = List<Entry>;
    const API: &'static Api = &super::super::API;
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/v1/entries";

    fn path(&self) -> Result<Cow<'static, str>, InvalidArgument> {
        Ok(Cow::Borrowed(Self::PATH))
    }

    fn parameters(&self, form: &mut FormEncoder) {
        form.parameter("created", &self.created);
        form.parameter("ending_before", &self.ending_before);
        form.parameter("limit", &self.limit);
        form.parameter("starting_after", &self.starting_after);
        form.parameter("status", &self.status);
    }

    fn options(&self) -> &RequestOptions {
        &self.request_options
    }
}
}

#[doc(alias = "GET /v1/entries", alias = "/v1/entries")]
pub use self::list::list;
pub use self::list::ListEntries;

/// An `entry`.
///
/// [Stripe's documentation](https://docs.stripe.com/api/entries/object)
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Entry {
    object: ObjectTag<Self>,
    /// Stripe does not describe `amount`.
    pub amount: Option<i64>,
    /// See [`EntryId`].
    pub id: EntryId,
    /// Stripe does not describe `parts`.
    pub parts: Option<List<String>>,
    /// See [`EntryStatus`].
    pub status: Option<EntryStatus>,
}

stripe_runtime::impl_object! {
    Entry {
        optional 0 "amount": amount hidden,
        required 1 "id": id shown,
        required 2 "object": object shown,
        optional 3 "parts": parts shown,
        optional 4 "status": status shown,
    }
}

impl Tagged for Entry {
    const OBJECT: &'static str = "entry";
}

impl Object for Entry {
    type Id = EntryId;

    fn id(&self) -> &EntryId {
        &self.id
    }
}

/// The id of an [`Entry`].
///
/// A response may hold any text as an id. An id that could change the path of a request is rejected before anything is sent.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntryId(ObjectId);

stripe_runtime::impl_id!(EntryId);

/// One of `status`.
#[derive(Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum EntryStatus {
    /// `open`
    Open,
    /// `closed`
    Closed,
    /// `lost`
    Lost,
    /// A value that this version of the crate does not know.
    UnknownValue(UnknownValue),
}

stripe_runtime::impl_open_enum! {
    EntryStatus {
        Open: "open",
        Closed: "closed",
        Lost: "lost",
    }
}
}
pub mod line {
//! Everything about a [`Line`].
//!
//! [Stripe's documentation](https://docs.stripe.com/api/lines/object)

use stripe_runtime::{ListItem, ObjectTag, Tagged};

mod list {
use std::fmt;
use std::borrow::Cow;
use stripe_runtime::{
    Api, FormEncoder, InvalidArgument, List, Method, Operation, Redacted, RequestOptions,
};
use super::Line;

/// `GET /v1/lines`
///
/// [Stripe's documentation](https://docs.stripe.com/api/lines/list)
///
/// # Example
///
/// ```no_run
/// # async fn example(client: &stripe_client::Client) -> Result<(), stripe_client::Error> {
/// use stripe_client::line;
///
/// let page = line::list()
///     .send(client)
///     .await?;
/// # Ok(())
/// # }
/// ```
pub fn list() -> ListLines {
    ListLines {
        ending_before: None,
        starting_after: None,
        request_options: RequestOptions::new(),
    }
}

/// The request returned by [`list`](list()); see there for an example.
#[derive(Clone)]
#[must_use = "a request does nothing until it is sent"]
pub struct ListLines {
    ending_before: Option<String>,
    starting_after: Option<String>,
    request_options: RequestOptions,
}

impl ListLines {
    /// Sets `ending_before`, which Stripe does not describe.
    pub fn ending_before(mut self, ending_before: impl Into<String>) -> Self {
        self.ending_before = Some(ending_before.into());
        self
    }

    /// Sets `starting_after`, which Stripe does not describe.
    ///
    /// At most 5,000 characters.
    pub fn starting_after(mut self, starting_after: impl Into<String>) -> Self {
        self.starting_after = Some(starting_after.into());
        self
    }
}

stripe_runtime::impl_list_request!(ListLines, Line);

impl fmt::Debug for ListLines {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ListLines")
            .field("ending_before", &Redacted::if_some(&self.ending_before))
            .field("starting_after", &Redacted::if_some(&self.starting_after))
            .field("request_options", &self.request_options)
            .finish()
    }
}

impl Operation for ListLines {
    type Output = List<Line>;
    const API: &'static Api = &super::super::API;
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/v1/lines";

    fn path(&self) -> Result<Cow<'static, str>, InvalidArgument> {
        Ok(Cow::Borrowed(Self::PATH))
    }

    fn parameters(&self, form: &mut FormEncoder) {
        form.parameter("ending_before", &self.ending_before);
        form.parameter("starting_after", &self.starting_after);
    }

    fn options(&self) -> &RequestOptions {
        &self.request_options
    }
}
}

#[doc(alias = "GET /v1/lines", alias = "/v1/lines")]
pub use self::list::list;
pub use self::list::ListLines;

/// A `line`.
///
/// [Stripe's documentation](https://docs.stripe.com/api/lines/object)
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Line {
    object: ObjectTag<Self>,
    /// Stripe does not describe `id`.
    pub id: Option<String>,
}

stripe_runtime::impl_object! {
    Line {
        optional 0 "id": id hidden,
        required 1 "object": object shown,
    }
}

impl Tagged for Line {
    const OBJECT: &'static str = "line";
}

impl ListItem for Line {
    fn cursor(&self) -> Option<&str> {
        self.id.as_deref()
    }
}
}
pub mod name {
//! Everything about a [`Name`].
//!
//! [Stripe's documentation](https://docs.stripe.com/api/names/object)

use stripe_runtime::{ObjectTag, Tagged};

mod list {
use std::fmt;
use std::borrow::Cow;
use stripe_runtime::{
    Api, FormEncoder, InvalidArgument, List, Method, Operation, Redacted, RequestOptions,
};
use super::Name;

/// `GET /v1/names`
///
/// [Stripe's documentation](https://docs.stripe.com/api/names/list)
///
/// # Example
///
/// ```no_run
/// # async fn example(client: &stripe_client::Client) -> Result<(), stripe_client::Error> {
/// use stripe_client::name;
///
/// let name = name::list()
///     .send(client)
///     .await?;
/// # Ok(())
/// # }
/// ```
pub fn list() -> ListNames {
    ListNames {
        ending_before: None,
        starting_after: None,
        request_options: RequestOptions::new(),
    }
}

/// The request returned by [`list`](list()); see there for an example.
#[derive(Clone)]
#[must_use = "a request does nothing until it is sent"]
pub struct ListNames {
    ending_before: Option<String>,
    starting_after: Option<String>,
    request_options: RequestOptions,
}

impl ListNames {
    /// Sets `ending_before`, which Stripe does not describe.
    pub fn ending_before(mut self, ending_before: impl Into<String>) -> Self {
        self.ending_before = Some(ending_before.into());
        self
    }

    /// Sets `starting_after`, which Stripe does not describe.
    ///
    /// At most 5,000 characters.
    pub fn starting_after(mut self, starting_after: impl Into<String>) -> Self {
        self.starting_after = Some(starting_after.into());
        self
    }
}

stripe_runtime::impl_request!(ListNames, List < Name >);

impl fmt::Debug for ListNames {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ListNames")
            .field("ending_before", &Redacted::if_some(&self.ending_before))
            .field("starting_after", &Redacted::if_some(&self.starting_after))
            .field("request_options", &self.request_options)
            .finish()
    }
}

impl Operation for ListNames {
    type Output = List<Name>;
    const API: &'static Api = &super::super::API;
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/v1/names";

    fn path(&self) -> Result<Cow<'static, str>, InvalidArgument> {
        Ok(Cow::Borrowed(Self::PATH))
    }

    fn parameters(&self, form: &mut FormEncoder) {
        form.parameter("ending_before", &self.ending_before);
        form.parameter("starting_after", &self.starting_after);
    }

    fn options(&self) -> &RequestOptions {
        &self.request_options
    }
}
}

#[doc(alias = "GET /v1/names", alias = "/v1/names")]
pub use self::list::list;
pub use self::list::ListNames;

/// A `name`.
///
/// [Stripe's documentation](https://docs.stripe.com/api/names/object)
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Name {
    object: ObjectTag<Self>,
    /// Stripe does not describe `amount`.
    pub amount: Option<i64>,
    /// Stripe does not describe `id`.
    pub id: i64,
}

stripe_runtime::impl_object! {
    Name {
        optional 0 "amount": amount hidden,
        required 1 "id": id hidden,
        required 2 "object": object shown,
    }
}

impl Tagged for Name {
    const OBJECT: &'static str = "name";
}
}
pub mod source {
//! Operations and types of `source`.

use std::fmt;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use stripe_runtime::{Json, ListItem, Redacted};

mod list {
use std::fmt;
use std::borrow::Cow;
use stripe_runtime::{
    Api, FormEncoder, InvalidArgument, List, Method, Operation, Redacted, RequestOptions,
};
use super::ListResponse;

/// `GET /v1/sources`
///
/// [Stripe's documentation](https://docs.stripe.com/api/sources/list)
///
/// # Example
///
/// ```no_run
/// # async fn example(client: &stripe_client::Client) -> Result<(), stripe_client::Error> {
/// use stripe_client::source;
///
/// let page = source::list()
///     .send(client)
///     .await?;
/// # Ok(())
/// # }
/// ```
pub fn list() -> ListSources {
    ListSources {
        ending_before: None,
        starting_after: None,
        request_options: RequestOptions::new(),
    }
}

/// The request returned by [`list`](list()); see there for an example.
#[derive(Clone)]
#[must_use = "a request does nothing until it is sent"]
pub struct ListSources {
    ending_before: Option<String>,
    starting_after: Option<String>,
    request_options: RequestOptions,
}

impl ListSources {
    /// Sets `ending_before`, which Stripe does not describe.
    pub fn ending_before(mut self, ending_before: impl Into<String>) -> Self {
        self.ending_before = Some(ending_before.into());
        self
    }

    /// Sets `starting_after`, which Stripe does not describe.
    ///
    /// At most 5,000 characters.
    pub fn starting_after(mut self, starting_after: impl Into<String>) -> Self {
        self.starting_after = Some(starting_after.into());
        self
    }
}

stripe_runtime::impl_list_request!(ListSources, ListResponse);

impl fmt::Debug for ListSources {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ListSources")
            .field("ending_before", &Redacted::if_some(&self.ending_before))
            .field("starting_after", &Redacted::if_some(&self.starting_after))
            .field("request_options", &self.request_options)
            .finish()
    }
}

impl Operation for ListSources {
    type Output = List<ListResponse>;
    const API: &'static Api = &super::super::API;
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/v1/sources";

    fn path(&self) -> Result<Cow<'static, str>, InvalidArgument> {
        Ok(Cow::Borrowed(Self::PATH))
    }

    fn parameters(&self, form: &mut FormEncoder) {
        form.parameter("ending_before", &self.ending_before);
        form.parameter("starting_after", &self.starting_after);
    }

    fn options(&self) -> &RequestOptions {
        &self.request_options
    }
}
}

#[doc(alias = "GET /v1/sources", alias = "/v1/sources")]
pub use self::list::list;
pub use self::list::ListSources;

/// One of `sources`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub enum ListResponse {
    /// A `Line`.
    Line(Box<super::line::Line>),
    /// A `Card`.
    Card(Box<super::card::Card>),
    /// A value that is none of the others.
    UnknownValue(Json),
}

impl fmt::Debug for ListResponse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Line(value) => f.debug_tuple("Line").field(value).finish(),
            Self::Card(value) => f.debug_tuple("Card").field(value).finish(),
            Self::UnknownValue(_) => {
                f.debug_tuple("UnknownValue").field(&Redacted).finish()
            }
        }
    }
}

impl Serialize for ListResponse {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Line(value) => Serialize::serialize(value, serializer),
            Self::Card(value) => Serialize::serialize(value, serializer),
            Self::UnknownValue(value) => Serialize::serialize(value, serializer),
        }
    }
}

impl<'de> Deserialize<'de> for ListResponse {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = <Json as Deserialize>::deserialize(deserializer)?;
        let object = value.get("object").and_then(Json::as_str);
        if object == Some("line") && let Ok(value) = Deserialize::deserialize(&value) {
            return Ok(Self::Line(value));
        }
        if object == Some("card") && let Ok(value) = Deserialize::deserialize(&value) {
            return Ok(Self::Card(value));
        }
        Ok(Self::UnknownValue(value))
    }
}

impl ListItem for ListResponse {
    fn cursor(&self) -> Option<&str> {
        match self {
            Self::Line(item) => ListItem::cursor(&**item),
            Self::Card(item) => ListItem::cursor(&**item),
            Self::UnknownValue(item) => item.get("id").and_then(Json::as_str),
        }
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
