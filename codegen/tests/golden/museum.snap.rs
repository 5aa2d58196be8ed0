// @generated from Stripe's OpenAPI document. Do not edit: change the document or the selection, and
// generate again.

//! A typed client for Stripe, generated from Stripe's OpenAPI document for API version `2026-09-30.endive`.
//!
//! ```no_run
//! use stripe_client::{Client, museum_exhibit};
//!
//! # async fn example() -> Result<(), Box<dyn std::error::Error>> {
//! let client = Client::new(std::env::var("STRIPE_SECRET_KEY")?)?;
//! let museum_exhibit = museum_exhibit::retrieve("me_123")
//!     .send(&client)
//!     .await?;
//! # Ok(())
//! # }
//! ```
//!
//! # Operations
//!
//! - [`museum_exhibit::retrieve`](museum_exhibit::retrieve()): Retrieves an exhibit.\
//!   `GET /v1/museum/exhibits/{exhibit}`

#![cfg_attr(docsrs, feature(doc_cfg))]

pub mod company {
//! Everything about a [`Company`].

use stripe_runtime::{Object, ObjectId, ObjectTag, Tagged};

/// The value of [`MuseumExhibit::owner`](crate::museum_exhibit::MuseumExhibit::owner).
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Company {
    object: ObjectTag<Self>,
    /// See [`CompanyId`].
    pub id: CompanyId,
}

stripe_runtime::impl_object! {
    Company {
        required 0 "id": id shown,
        required 1 "object": object shown,
    }
}

impl Tagged for Company {
    const OBJECT: &'static str = "company";
}

impl Object for Company {
    type Id = CompanyId;

    fn id(&self) -> &CompanyId {
        &self.id
    }
}

/// The id of a [`Company`].
///
/// A response may hold any text as an id. An id that could change the path of a request is rejected before anything is sent.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CompanyId(ObjectId);

stripe_runtime::impl_id!(CompanyId);
}
pub mod museum_exhibit {
//! Everything about a [`MuseumExhibit`].
//!
//! [Stripe's documentation](https://docs.stripe.com/api/museum/exhibits/object)

use std::fmt;
use std::collections::BTreeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use stripe_runtime::{
    Expandable, Json, Object, ObjectId, ObjectTag, Redacted, Tagged, UnknownValue,
};
use stripe_runtime::expand::{Deeper, Levels, Part, Path, Whole};

mod retrieve {
use std::fmt;
use std::borrow::Cow;
use stripe_runtime::{
    Api, FormEncoder, InvalidArgument, Method, Operation, Redacted, RequestOptions,
};
use stripe_runtime::expand::{Expansion, Four, Part};
use super::{MuseumExhibit, MuseumExhibitExpansion, MuseumExhibitId};

/// Retrieves an exhibit.
///
/// `GET /v1/museum/exhibits/{exhibit}`
///
/// [Stripe's documentation](https://docs.stripe.com/api/museum/exhibits/retrieve)
///
/// `exhibit`: a [`MuseumExhibitId`], or a string.
///
/// # Example
///
/// ```no_run
/// # async fn example(client: &stripe_client::Client) -> Result<(), stripe_client::Error> {
/// use stripe_client::museum_exhibit;
///
/// let museum_exhibit = museum_exhibit::retrieve("me_123")
///     .send(client)
///     .await?;
/// # Ok(())
/// # }
/// ```
pub fn retrieve(
    exhibit: impl TryInto<MuseumExhibitId, Error: Into<InvalidArgument>>,
) -> RetrieveMuseumExhibit {
    RetrieveMuseumExhibit {
        exhibit: stripe_runtime::path_parameter("exhibit", exhibit),
        expand_raw: Vec::new(),
        request_options: RequestOptions::new(),
    }
}

/// The request returned by [`retrieve`](retrieve()); see there for an example.
#[derive(Clone)]
#[must_use = "a request does nothing until it is sent"]
pub struct RetrieveMuseumExhibit {
    exhibit: Result<MuseumExhibitId, InvalidArgument>,
    expand_raw: Vec<String>,
    request_options: RequestOptions,
}

impl RetrieveMuseumExhibit {
    /// Expands a property of the response, which Stripe otherwise sends as an id, or not at all.
    ///
    /// Call it once for each property. See [expanding responses](https://docs.stripe.com/api/expanding_objects).
    pub fn expand<E: Expansion>(
        mut self,
        path: impl FnOnce(MuseumExhibitExpansion<Four, Part>) -> E,
    ) -> Self {
        self.expand_raw.push(stripe_runtime::expand::of_response(path));
        self
    }

    /// Specifies which fields in the response should be expanded.
    ///
    /// Adds paths as text, for what [`expand`](Self::expand) does not know. Join the names of a path with dots. For lists, start the path with `data`. See [expanding responses](https://docs.stripe.com/api/expanding_objects).
    pub fn expand_raw(
        mut self,
        expand_raw: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.expand_raw.extend(expand_raw.into_iter().map(Into::into));
        self
    }
}

stripe_runtime::impl_request!(RetrieveMuseumExhibit, MuseumExhibit);

impl fmt::Debug for RetrieveMuseumExhibit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RetrieveMuseumExhibit")
            .field("exhibit", &self.exhibit)
            .field("expand_raw", &Redacted)
            .field("request_options", &self.request_options)
            .finish()
    }
}

impl Operation for RetrieveMuseumExhibit {
    type Output = MuseumExhibit;
    const API: &'static Api = &super::super::API;
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/v1/museum/exhibits/{exhibit}";

    fn path(&self) -> Result<Cow<'static, str>, InvalidArgument> {
        let exhibit = stripe_runtime::path_segment(&self.exhibit)?;
        Ok(Cow::Owned(format!("/v1/museum/exhibits/{exhibit}")))
    }

    fn parameters(&self, form: &mut FormEncoder) {
        form.parameter("expand", &self.expand_raw);
    }

    fn options(&self) -> &RequestOptions {
        &self.request_options
    }
}
}

#[doc(alias = "GET /v1/museum/exhibits/:id", alias = "/v1/museum/exhibits/:id")]
pub use self::retrieve::retrieve;
pub use self::retrieve::RetrieveMuseumExhibit;

/// First.
///
/// `indented, not code`
///
/// "\] #!\[deny(warnings)\] \*/
///
/// [Stripe's documentation](https://docs.stripe.com/api/museum/exhibits/object)
#[doc(alias = "museum.exhibit")]
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct MuseumExhibit {
    object: ObjectTag<Self>,
    /// Stripe does not describe `anything`.
    pub anything: Option<BTreeMap<String, Json>>,
    /// See [`MuseumExhibitBounded`].
    pub bounded: Option<MuseumExhibitBounded>,
    /// See [`MuseumBox`](crate::shared::MuseumBox).
    ///
    /// Sent as `box`.
    pub box_: Option<super::shared::MuseumBox>,
    /// Stripe does not describe `counts`.
    pub counts: Option<BTreeMap<String, i64>>,
    /// Stripe does not describe `crate`.
    ///
    /// Sent as `crate`.
    pub crate_: Option<i64>,
    /// ID of the curator.
    ///
    /// An id, unless the request expands `curator`.
    pub curator: Option<Expandable<super::person::Person>>,
    /// Some `code`, a [link](https://docs.stripe.com/identity) and `PaymentIntents`.
    pub html: Option<String>,
    /// Its id.
    pub id: MuseumExhibitId,
    /// See [`MuseumExhibit`].
    pub inside: Option<Box<MuseumExhibit>>,
    /// What went wrong.
    pub last_error: Option<super::shared::ExhibitError>,
    /// See <https://docs.stripe.com/api>, `[x]` and \[redacted\]; `<api_key>` is \*/ not HTML.
    pub markdown: Option<String>,
    /// Stripe does not describe `metadata`.
    pub metadata: BTreeMap<String, String>,
    /// Stripe does not describe `old`.
    #[deprecated = "deprecated by Stripe"]
    pub old: Option<String>,
    /// Who owns it.
    pub owner: Option<MuseumExhibitOwner>,
    /// Stripe does not describe `parts`.
    pub parts: Option<Vec<MuseumExhibit>>,
    /// See [`MuseumExhibitPayload`].
    pub payload: Option<MuseumExhibitPayload>,
    /// Stripe does not describe `self`.
    ///
    /// Sent as `self`.
    pub self_: Option<bool>,
    /// See [`ExhibitSettings`](crate::shared::ExhibitSettings).
    pub settings: Option<super::shared::ExhibitSettings>,
    /// See [`MuseumExhibitSex`].
    pub sex: Option<MuseumExhibitSex>,
    /// See [`MuseumExhibitSort`].
    pub sort: Option<MuseumExhibitSort>,
    /// See [`MuseumExhibitSource`].
    pub source: Option<MuseumExhibitSource>,
    /// Where it stands.
    pub status: MuseumExhibitStatus,
    /// See [`MuseumExhibitTimezone`].
    pub timezone: Option<MuseumExhibitTimezone>,
    /// Its type.
    ///
    /// Sent as `type`.
    pub type_: Option<String>,
}

stripe_runtime::impl_object! {
    MuseumExhibit {
        optional 0 "anything": anything hidden,
        optional 1 "bounded": bounded shown,
        optional 2 "box": box_ shown,
        optional 3 "counts": counts hidden,
        optional 4 "crate": crate_ hidden,
        optional 5 "curator": curator shown,
        optional 6 "html": html hidden,
        required 7 "id": id shown,
        optional 8 "inside": inside shown,
        optional 9 "last_error": last_error shown,
        optional 10 "markdown": markdown hidden,
        required 11 "metadata": metadata hidden,
        required 12 "object": object shown,
        optional 13 "old": old hidden,
        optional 14 "owner": owner shown,
        optional 15 "parts": parts shown,
        optional 16 "payload": payload shown,
        optional 17 "self": self_ shown,
        optional 18 "settings": settings shown,
        optional 19 "sex": sex hidden,
        optional 20 "sort": sort hidden,
        optional 21 "source": source shown,
        required 22 "status": status hidden,
        optional 23 "timezone": timezone hidden,
        optional 24 "type": type_ hidden,
    }
}

impl Tagged for MuseumExhibit {
    const OBJECT: &'static str = "museum.exhibit";
}

impl Object for MuseumExhibit {
    type Id = MuseumExhibitId;

    fn id(&self) -> &MuseumExhibitId {
        &self.id
    }
}

/// The id of a [`MuseumExhibit`].
///
/// A response may hold any text as an id. An id that could change the path of a request is rejected before anything is sent.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MuseumExhibitId(ObjectId);

stripe_runtime::impl_id!(MuseumExhibitId);

/// One of `bounded`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct MuseumExhibitBounded {
    /// Stripe does not describe `known`.
    pub known: Option<bool>,
}

stripe_runtime::impl_object! {
    MuseumExhibitBounded {
        optional 0 "known": known shown,
    }
}

/// The path to [`MuseumExhibit`] in a response. Its methods lead on to what can be expanded.
#[must_use = "a path is expanded by the request that it is given to"]
pub struct MuseumExhibitExpansion<L, E>(Path<L, E>);

stripe_runtime::impl_expansion!(MuseumExhibitExpansion);

impl<L: Levels, E> MuseumExhibitExpansion<L, E> {
    /// Expands [`MuseumExhibit::curator`](crate::museum_exhibit::MuseumExhibit::curator).
    pub fn curator(&self) -> Path<L::Next, Whole>
    where
        L: Deeper,
    {
        self.0.to("curator")
    }

    /// Goes on to what [`MuseumExhibit::inside`](crate::museum_exhibit::MuseumExhibit::inside) holds; it is not expanded by itself.
    pub fn inside(&self) -> MuseumExhibitExpansion<L::Next, Part>
    where
        L: Deeper,
    {
        MuseumExhibitExpansion::from(self.0.to("inside"))
    }

    /// Goes on to what [`MuseumExhibit::parts`](crate::museum_exhibit::MuseumExhibit::parts) holds; it is not expanded by itself.
    pub fn parts(&self) -> MuseumExhibitExpansion<L::Next, Part>
    where
        L: Deeper,
    {
        MuseumExhibitExpansion::from(self.0.to("parts"))
    }

    /// Expands [`MuseumExhibit::source`](crate::museum_exhibit::MuseumExhibit::source).
    pub fn source(&self) -> Path<L::Next, Whole>
    where
        L: Deeper,
    {
        self.0.to("source")
    }
}

/// Who owns it.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub enum MuseumExhibitOwner {
    /// A `Company`.
    Company(Box<super::company::Company>),
    /// A `Person`.
    Person(Box<super::person::Person>),
    /// A value that is none of the others.
    UnknownValue(Json),
}

impl fmt::Debug for MuseumExhibitOwner {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Company(value) => f.debug_tuple("Company").field(value).finish(),
            Self::Person(value) => f.debug_tuple("Person").field(value).finish(),
            Self::UnknownValue(_) => {
                f.debug_tuple("UnknownValue").field(&Redacted).finish()
            }
        }
    }
}

impl Serialize for MuseumExhibitOwner {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Company(value) => Serialize::serialize(value, serializer),
            Self::Person(value) => Serialize::serialize(value, serializer),
            Self::UnknownValue(value) => Serialize::serialize(value, serializer),
        }
    }
}

impl<'de> Deserialize<'de> for MuseumExhibitOwner {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = <Json as Deserialize>::deserialize(deserializer)?;
        let object = value.get("object").and_then(Json::as_str);
        if object == Some("company") && let Ok(value) = Deserialize::deserialize(&value)
        {
            return Ok(Self::Company(value));
        }
        if object == Some("person") && let Ok(value) = Deserialize::deserialize(&value) {
            return Ok(Self::Person(value));
        }
        Ok(Self::UnknownValue(value))
    }
}

/// One of `payload`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub enum MuseumExhibitPayload {
    /// A `String`.
    String(String),
    /// A `List`.
    List(Vec<i64>),
    /// A `Boolean`.
    Boolean(bool),
    /// A value that is none of the others.
    UnknownValue(Json),
}

impl fmt::Debug for MuseumExhibitPayload {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::String(_) => f.debug_tuple("String").field(&Redacted).finish(),
            Self::List(_) => f.debug_tuple("List").field(&Redacted).finish(),
            Self::Boolean(value) => f.debug_tuple("Boolean").field(value).finish(),
            Self::UnknownValue(_) => {
                f.debug_tuple("UnknownValue").field(&Redacted).finish()
            }
        }
    }
}

impl Serialize for MuseumExhibitPayload {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::String(value) => Serialize::serialize(value, serializer),
            Self::List(value) => Serialize::serialize(value, serializer),
            Self::Boolean(value) => Serialize::serialize(value, serializer),
            Self::UnknownValue(value) => Serialize::serialize(value, serializer),
        }
    }
}

impl<'de> Deserialize<'de> for MuseumExhibitPayload {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = <Json as Deserialize>::deserialize(deserializer)?;
        if let Ok(value) = Deserialize::deserialize(&value) {
            return Ok(Self::String(value));
        }
        if let Ok(value) = Deserialize::deserialize(&value) {
            return Ok(Self::List(value));
        }
        if let Ok(value) = Deserialize::deserialize(&value) {
            return Ok(Self::Boolean(value));
        }
        Ok(Self::UnknownValue(value))
    }
}

/// One of `sex`.
#[derive(Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum MuseumExhibitSex {
    /// `[redacted]`
    #[doc(alias = "[redacted]")]
    Redacted,
    /// `female`
    Female,
    /// `male`
    Male,
    /// `unknown`
    Unknown,
    /// A value that this version of the crate does not know.
    UnknownValue(UnknownValue),
}

stripe_runtime::impl_open_enum! {
    MuseumExhibitSex {
        Redacted: "[redacted]",
        Female: "female",
        Male: "male",
        Unknown: "unknown",
    }
}

/// One of `sort`.
#[derive(Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum MuseumExhibitSort {
    /// `big`
    Big,
    /// `small`
    Small,
    /// A value that this version of the crate does not know.
    UnknownValue(UnknownValue),
}

stripe_runtime::impl_open_enum! {
    MuseumExhibitSort {
        Big: "big",
        Small: "small",
    }
}

/// One of `source`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub enum MuseumExhibitSource {
    /// A `String`.
    String(String),
    /// A `Company`.
    Company(Box<super::company::Company>),
    /// A `Person`.
    Person(Box<super::person::Person>),
    /// A value that is none of the others.
    UnknownValue(Json),
}

impl fmt::Debug for MuseumExhibitSource {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::String(_) => f.debug_tuple("String").field(&Redacted).finish(),
            Self::Company(value) => f.debug_tuple("Company").field(value).finish(),
            Self::Person(value) => f.debug_tuple("Person").field(value).finish(),
            Self::UnknownValue(_) => {
                f.debug_tuple("UnknownValue").field(&Redacted).finish()
            }
        }
    }
}

impl Serialize for MuseumExhibitSource {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::String(value) => Serialize::serialize(value, serializer),
            Self::Company(value) => Serialize::serialize(value, serializer),
            Self::Person(value) => Serialize::serialize(value, serializer),
            Self::UnknownValue(value) => Serialize::serialize(value, serializer),
        }
    }
}

impl<'de> Deserialize<'de> for MuseumExhibitSource {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = <Json as Deserialize>::deserialize(deserializer)?;
        let object = value.get("object").and_then(Json::as_str);
        if let Ok(value) = Deserialize::deserialize(&value) {
            return Ok(Self::String(value));
        }
        if object == Some("company") && let Ok(value) = Deserialize::deserialize(&value)
        {
            return Ok(Self::Company(value));
        }
        if object == Some("person") && let Ok(value) = Deserialize::deserialize(&value) {
            return Ok(Self::Person(value));
        }
        Ok(Self::UnknownValue(value))
    }
}

/// Where it stands.
#[derive(Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum MuseumExhibitStatus {
    /// `open`
    Open,
    /// `in_review`
    InReview,
    /// `closed`
    Closed,
    /// A value that this version of the crate does not know.
    UnknownValue(UnknownValue),
}

stripe_runtime::impl_open_enum! {
    MuseumExhibitStatus {
        Open: "open",
        InReview: "in_review",
        Closed: "closed",
    }
}

/// One of `timezone`.
#[derive(Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum MuseumExhibitTimezone {
    /// `Etc/GMT+0`
    #[doc(alias = "Etc/GMT+0")]
    EtcSlashGmtPlus0,
    /// `Etc/GMT-0`
    #[doc(alias = "Etc/GMT-0")]
    EtcSlashGmtMinus0,
    /// `Etc/UTC`
    #[doc(alias = "Etc/UTC")]
    EtcUtc,
    /// `*`
    #[doc(alias = "*")]
    Asterisk,
    /// A value that this version of the crate does not know.
    UnknownValue(UnknownValue),
}

stripe_runtime::impl_open_enum! {
    MuseumExhibitTimezone {
        EtcSlashGmtPlus0: "Etc/GMT+0",
        EtcSlashGmtMinus0: "Etc/GMT-0",
        EtcUtc: "Etc/UTC",
        Asterisk: "*",
    }
}
}
pub mod person {
//! Everything about a [`Person`].

use stripe_runtime::{Object, ObjectId, ObjectTag, Tagged};

/// The value of [`MuseumExhibit::curator`](crate::museum_exhibit::MuseumExhibit::curator).
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Person {
    object: ObjectTag<Self>,
    /// See [`PersonId`].
    pub id: PersonId,
    /// The name of the person.
    pub name: Option<String>,
}

stripe_runtime::impl_object! {
    Person {
        required 0 "id": id shown,
        optional 1 "name": name hidden,
        required 2 "object": object shown,
    }
}

impl Tagged for Person {
    const OBJECT: &'static str = "person";
}

impl Object for Person {
    type Id = PersonId;

    fn id(&self) -> &PersonId {
        &self.id
    }
}

/// The id of a [`Person`].
///
/// A response may hold any text as an id. An id that could change the path of a request is rejected before anything is sent.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PersonId(ObjectId);

stripe_runtime::impl_id!(PersonId);
}
pub mod shared {
//! Types that several resources share.

/// The value of [`MuseumBox::lid`](crate::shared::MuseumBox::lid).
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct BoxLid {
    /// See [`MuseumBox`].
    ///
    /// Sent as `box`.
    pub box_: Option<Box<MuseumBox>>,
}

stripe_runtime::impl_object! {
    BoxLid {
        optional 0 "box": box_ shown,
    }
}

/// The value of [`MuseumExhibit::last_error`](crate::museum_exhibit::MuseumExhibit::last_error).
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct ExhibitError {
    /// Stripe does not describe `reason`.
    pub reason: Option<String>,
}

stripe_runtime::impl_object! {
    ExhibitError {
        optional 0 "reason": reason hidden,
    }
}

/// The value of [`MuseumExhibit::settings`](crate::museum_exhibit::MuseumExhibit::settings).
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct ExhibitSettings {}

stripe_runtime::impl_object! {
    ExhibitSettings {
    }
}

/// The value of [`MuseumExhibit::box_`](crate::museum_exhibit::MuseumExhibit::box_).
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct MuseumBox {
    /// See [`BoxLid`].
    pub lid: Option<Box<BoxLid>>,
}

stripe_runtime::impl_object! {
    MuseumBox {
        optional 0 "lid": lid shown,
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
