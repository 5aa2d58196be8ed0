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

use std::fmt;
use serde::{Deserialize, Serialize};
use stripe_runtime::{Object, ObjectId, ObjectTag, Tagged};

/// The value of [`MuseumExhibit::owner`](super::museum_exhibit::MuseumExhibit::owner).
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Company {
    object: ObjectTag<Self>,
    /// See [`CompanyId`].
    pub id: CompanyId,
}

impl fmt::Debug for Company {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Company")
            .field("object", &self.object)
            .field("id", &self.id)
            .finish()
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

pub use self::retrieve::{RetrieveMuseumExhibit, retrieve};

/// First.
///
/// `indented, not code`
///
/// "\] #!\[deny(warnings)\] \*/
///
/// [Stripe's documentation](https://docs.stripe.com/api/museum/exhibits/object)
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct MuseumExhibit {
    object: ObjectTag<Self>,
    /// Stripe does not describe `anything`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub anything: Option<BTreeMap<String, Json>>,
    /// See [`MuseumExhibitBounded`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bounded: Option<MuseumExhibitBounded>,
    /// See [`MuseumBox`](super::shared::MuseumBox).
    ///
    /// Sent as `box`.
    #[serde(rename = "box", default, skip_serializing_if = "Option::is_none")]
    pub box_: Option<super::shared::MuseumBox>,
    /// Stripe does not describe `counts`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub counts: Option<BTreeMap<String, i64>>,
    /// Stripe does not describe `crate`.
    ///
    /// Sent as `crate`.
    #[serde(rename = "crate", default, skip_serializing_if = "Option::is_none")]
    pub crate_: Option<i64>,
    /// ID of the curator.
    ///
    /// An id, unless the request expands `curator`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub curator: Option<Expandable<super::person::Person>>,
    /// Some `code`, a [link](https://docs.stripe.com/identity) and `PaymentIntents`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub html: Option<String>,
    /// Its id.
    pub id: MuseumExhibitId,
    /// See [`MuseumExhibit`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub inside: Option<Box<MuseumExhibit>>,
    /// What went wrong.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_error: Option<super::shared::ExhibitError>,
    /// See <https://docs.stripe.com/api>, `[x]` and \[redacted\]; `<api_key>` is \*/ not HTML.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub markdown: Option<String>,
    /// Stripe does not describe `metadata`.
    pub metadata: BTreeMap<String, String>,
    /// Stripe does not describe `old`.
    #[deprecated = "deprecated by Stripe"]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub old: Option<String>,
    /// Who owns it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<MuseumExhibitOwner>,
    /// Stripe does not describe `parts`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parts: Option<Vec<MuseumExhibit>>,
    /// See [`MuseumExhibitPayload`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub payload: Option<MuseumExhibitPayload>,
    /// Stripe does not describe `self`.
    ///
    /// Sent as `self`.
    #[serde(rename = "self", default, skip_serializing_if = "Option::is_none")]
    pub self_: Option<bool>,
    /// See [`ExhibitSettings`](super::shared::ExhibitSettings).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub settings: Option<super::shared::ExhibitSettings>,
    /// See [`MuseumExhibitSex`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sex: Option<MuseumExhibitSex>,
    /// See [`MuseumExhibitSort`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sort: Option<MuseumExhibitSort>,
    /// See [`MuseumExhibitSource`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<MuseumExhibitSource>,
    /// Where it stands.
    pub status: MuseumExhibitStatus,
    /// See [`MuseumExhibitTimezone`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub timezone: Option<MuseumExhibitTimezone>,
    /// Its type.
    ///
    /// Sent as `type`.
    #[serde(rename = "type", default, skip_serializing_if = "Option::is_none")]
    pub type_: Option<String>,
}

#[expect(deprecated, reason = "it is offered for as long as Stripe offers it")]
impl fmt::Debug for MuseumExhibit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MuseumExhibit")
            .field("object", &self.object)
            .field("anything", &self.anything.as_ref().map(|_| Redacted))
            .field("bounded", &self.bounded)
            .field("box_", &self.box_)
            .field("counts", &self.counts.as_ref().map(|_| Redacted))
            .field("crate_", &self.crate_.as_ref().map(|_| Redacted))
            .field("curator", &self.curator)
            .field("html", &self.html.as_ref().map(|_| Redacted))
            .field("id", &self.id)
            .field("inside", &self.inside)
            .field("last_error", &self.last_error)
            .field("markdown", &self.markdown.as_ref().map(|_| Redacted))
            .field("metadata", &Redacted)
            .field("old", &self.old.as_ref().map(|_| Redacted))
            .field("owner", &self.owner)
            .field("parts", &self.parts)
            .field("payload", &self.payload)
            .field("self_", &self.self_)
            .field("settings", &self.settings)
            .field("sex", &self.sex.as_ref().map(|_| Redacted))
            .field("sort", &self.sort.as_ref().map(|_| Redacted))
            .field("source", &self.source)
            .field("status", &Redacted)
            .field("timezone", &self.timezone.as_ref().map(|_| Redacted))
            .field("type_", &self.type_.as_ref().map(|_| Redacted))
            .finish()
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
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct MuseumExhibitBounded {
    /// Stripe does not describe `known`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub known: Option<bool>,
}

impl fmt::Debug for MuseumExhibitBounded {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MuseumExhibitBounded").field("known", &self.known).finish()
    }
}

/// The path to [`MuseumExhibit`] in a response. Its methods lead on to what can be expanded.
#[must_use = "a path is expanded by the request that it is given to"]
pub struct MuseumExhibitExpansion<L, E>(Path<L, E>);

stripe_runtime::impl_expansion!(MuseumExhibitExpansion);

impl<L: Levels, E> MuseumExhibitExpansion<L, E> {
    /// Expands [`MuseumExhibit::curator`].
    pub fn curator(&self) -> Path<L::Next, Whole>
    where
        L: Deeper,
    {
        self.0.to("curator")
    }

    /// Goes on to what [`MuseumExhibit::inside`] holds; it is not expanded by itself.
    pub fn inside(&self) -> MuseumExhibitExpansion<L::Next, Part>
    where
        L: Deeper,
    {
        MuseumExhibitExpansion::from(self.0.to("inside"))
    }

    /// Goes on to what [`MuseumExhibit::parts`] holds; it is not expanded by itself.
    pub fn parts(&self) -> MuseumExhibitExpansion<L::Next, Part>
    where
        L: Deeper,
    {
        MuseumExhibitExpansion::from(self.0.to("parts"))
    }

    /// Expands [`MuseumExhibit::source`].
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

impl MuseumExhibitSex {
    /// The value as Stripe writes it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Redacted => "[redacted]",
            Self::Female => "female",
            Self::Male => "male",
            Self::Unknown => "unknown",
            Self::UnknownValue(value) => value.as_str(),
        }
    }
}

impl From<&str> for MuseumExhibitSex {
    fn from(value: &str) -> Self {
        match value {
            "[redacted]" => Self::Redacted,
            "female" => Self::Female,
            "male" => Self::Male,
            "unknown" => Self::Unknown,
            _ => Self::UnknownValue(UnknownValue::new(value)),
        }
    }
}

stripe_runtime::impl_open_enum!(MuseumExhibitSex, "[redacted]");

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

impl MuseumExhibitSort {
    /// The value as Stripe writes it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Big => "big",
            Self::Small => "small",
            Self::UnknownValue(value) => value.as_str(),
        }
    }
}

impl From<&str> for MuseumExhibitSort {
    fn from(value: &str) -> Self {
        match value {
            "big" => Self::Big,
            "small" => Self::Small,
            _ => Self::UnknownValue(UnknownValue::new(value)),
        }
    }
}

stripe_runtime::impl_open_enum!(MuseumExhibitSort, "big");

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

impl MuseumExhibitStatus {
    /// The value as Stripe writes it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Open => "open",
            Self::InReview => "in_review",
            Self::Closed => "closed",
            Self::UnknownValue(value) => value.as_str(),
        }
    }
}

impl From<&str> for MuseumExhibitStatus {
    fn from(value: &str) -> Self {
        match value {
            "open" => Self::Open,
            "in_review" => Self::InReview,
            "closed" => Self::Closed,
            _ => Self::UnknownValue(UnknownValue::new(value)),
        }
    }
}

stripe_runtime::impl_open_enum!(MuseumExhibitStatus, "open");

/// One of `timezone`.
#[derive(Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum MuseumExhibitTimezone {
    /// `Etc/GMT+0`
    EtcSlashGmtPlus0,
    /// `Etc/GMT-0`
    EtcSlashGmtMinus0,
    /// `Etc/UTC`
    EtcUtc,
    /// `*`
    Asterisk,
    /// A value that this version of the crate does not know.
    UnknownValue(UnknownValue),
}

impl MuseumExhibitTimezone {
    /// The value as Stripe writes it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::EtcSlashGmtPlus0 => "Etc/GMT+0",
            Self::EtcSlashGmtMinus0 => "Etc/GMT-0",
            Self::EtcUtc => "Etc/UTC",
            Self::Asterisk => "*",
            Self::UnknownValue(value) => value.as_str(),
        }
    }
}

impl From<&str> for MuseumExhibitTimezone {
    fn from(value: &str) -> Self {
        match value {
            "Etc/GMT+0" => Self::EtcSlashGmtPlus0,
            "Etc/GMT-0" => Self::EtcSlashGmtMinus0,
            "Etc/UTC" => Self::EtcUtc,
            "*" => Self::Asterisk,
            _ => Self::UnknownValue(UnknownValue::new(value)),
        }
    }
}

stripe_runtime::impl_open_enum!(MuseumExhibitTimezone, "Etc/GMT+0");
}
pub mod person {
//! Everything about a [`Person`].

use std::fmt;
use serde::{Deserialize, Serialize};
use stripe_runtime::{Object, ObjectId, ObjectTag, Redacted, Tagged};

/// The value of [`MuseumExhibit::curator`](super::museum_exhibit::MuseumExhibit::curator).
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Person {
    object: ObjectTag<Self>,
    /// See [`PersonId`].
    pub id: PersonId,
    /// The name of the person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

impl fmt::Debug for Person {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Person")
            .field("object", &self.object)
            .field("id", &self.id)
            .field("name", &self.name.as_ref().map(|_| Redacted))
            .finish()
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

use std::fmt;
use serde::{Deserialize, Serialize};
use stripe_runtime::Redacted;

/// The value of [`MuseumBox::lid`].
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct BoxLid {
    /// See [`MuseumBox`].
    ///
    /// Sent as `box`.
    #[serde(rename = "box", default, skip_serializing_if = "Option::is_none")]
    pub box_: Option<Box<MuseumBox>>,
}

impl fmt::Debug for BoxLid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BoxLid").field("box_", &self.box_).finish()
    }
}

/// The value of [`MuseumExhibit::last_error`](super::museum_exhibit::MuseumExhibit::last_error).
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ExhibitError {
    /// Stripe does not describe `reason`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

impl fmt::Debug for ExhibitError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ExhibitError")
            .field("reason", &self.reason.as_ref().map(|_| Redacted))
            .finish()
    }
}

/// The value of [`MuseumExhibit::settings`](super::museum_exhibit::MuseumExhibit::settings).
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ExhibitSettings {}

impl fmt::Debug for ExhibitSettings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ExhibitSettings").finish()
    }
}

/// The value of [`MuseumExhibit::box_`](super::museum_exhibit::MuseumExhibit::box_).
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct MuseumBox {
    /// See [`BoxLid`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lid: Option<Box<BoxLid>>,
}

impl fmt::Debug for MuseumBox {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MuseumBox").field("lid", &self.lid).finish()
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
