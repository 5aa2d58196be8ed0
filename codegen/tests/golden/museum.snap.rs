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
use stripe_runtime::{
    Object, ObjectFields, ObjectId, ObjectTag, ReadFields, Tagged, WriteFields,
};

/// The value of [`MuseumExhibit::owner`](crate::museum_exhibit::MuseumExhibit::owner).
#[derive(Clone, PartialEq)]
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

stripe_runtime::impl_object!(Company);

impl ObjectFields for Company {
    const NAME: &'static str = "Company";
    const FIELDS: &'static [&'static str] = &["id", "object"];

    fn read<'de, R: ReadFields<'de>>(reader: &mut R) -> Result<Self, R::Error> {
        let mut f0 = None;
        let mut f1 = None;
        while let Some(field) = reader.next()? {
            match field {
                0 => reader.value(&mut f0),
                1 => reader.value(&mut f1),
                _ => reader.skip(),
            }?;
        }
        Ok(Self {
            id: reader.have(0, f0)?,
            object: reader.have(1, f1)?,
        })
    }

    fn write<W: WriteFields>(&self, writer: &mut W) {
        writer.required("id", &self.id);
        writer.required("object", &self.object);
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
    Expandable, Json, Object, ObjectFields, ObjectId, ObjectTag, ReadFields, Redacted,
    Tagged, UnknownValue, WriteFields,
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

#[expect(deprecated, reason = "it is offered for as long as Stripe offers it")]
impl fmt::Debug for MuseumExhibit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MuseumExhibit")
            .field("object", &self.object)
            .field("anything", &Redacted::if_some(&self.anything))
            .field("bounded", &self.bounded)
            .field("box_", &self.box_)
            .field("counts", &Redacted::if_some(&self.counts))
            .field("crate_", &Redacted::if_some(&self.crate_))
            .field("curator", &self.curator)
            .field("html", &Redacted::if_some(&self.html))
            .field("id", &self.id)
            .field("inside", &self.inside)
            .field("last_error", &self.last_error)
            .field("markdown", &Redacted::if_some(&self.markdown))
            .field("metadata", &Redacted)
            .field("old", &Redacted::if_some(&self.old))
            .field("owner", &self.owner)
            .field("parts", &self.parts)
            .field("payload", &self.payload)
            .field("self_", &self.self_)
            .field("settings", &self.settings)
            .field("sex", &Redacted::if_some(&self.sex))
            .field("sort", &Redacted::if_some(&self.sort))
            .field("source", &self.source)
            .field("status", &Redacted)
            .field("timezone", &Redacted::if_some(&self.timezone))
            .field("type_", &Redacted::if_some(&self.type_))
            .finish()
    }
}

stripe_runtime::impl_object!(MuseumExhibit);

#[expect(deprecated, reason = "it is offered for as long as Stripe offers it")]
impl ObjectFields for MuseumExhibit {
    const NAME: &'static str = "MuseumExhibit";
    const FIELDS: &'static [&'static str] = &[
        "anything",
        "bounded",
        "box",
        "counts",
        "crate",
        "curator",
        "html",
        "id",
        "inside",
        "last_error",
        "markdown",
        "metadata",
        "object",
        "old",
        "owner",
        "parts",
        "payload",
        "self",
        "settings",
        "sex",
        "sort",
        "source",
        "status",
        "timezone",
        "type",
    ];

    fn read<'de, R: ReadFields<'de>>(reader: &mut R) -> Result<Self, R::Error> {
        let mut f0 = None;
        let mut f1 = None;
        let mut f2 = None;
        let mut f3 = None;
        let mut f4 = None;
        let mut f5 = None;
        let mut f6 = None;
        let mut f7 = None;
        let mut f8 = None;
        let mut f9 = None;
        let mut f10 = None;
        let mut f11 = None;
        let mut f12 = None;
        let mut f13 = None;
        let mut f14 = None;
        let mut f15 = None;
        let mut f16 = None;
        let mut f17 = None;
        let mut f18 = None;
        let mut f19 = None;
        let mut f20 = None;
        let mut f21 = None;
        let mut f22 = None;
        let mut f23 = None;
        let mut f24 = None;
        while let Some(field) = reader.next()? {
            match field {
                0 => reader.value(&mut f0),
                1 => reader.value(&mut f1),
                2 => reader.value(&mut f2),
                3 => reader.value(&mut f3),
                4 => reader.value(&mut f4),
                5 => reader.value(&mut f5),
                6 => reader.value(&mut f6),
                7 => reader.value(&mut f7),
                8 => reader.value(&mut f8),
                9 => reader.value(&mut f9),
                10 => reader.value(&mut f10),
                11 => reader.value(&mut f11),
                12 => reader.value(&mut f12),
                13 => reader.value(&mut f13),
                14 => reader.value(&mut f14),
                15 => reader.value(&mut f15),
                16 => reader.value(&mut f16),
                17 => reader.value(&mut f17),
                18 => reader.value(&mut f18),
                19 => reader.value(&mut f19),
                20 => reader.value(&mut f20),
                21 => reader.value(&mut f21),
                22 => reader.value(&mut f22),
                23 => reader.value(&mut f23),
                24 => reader.value(&mut f24),
                _ => reader.skip(),
            }?;
        }
        Ok(Self {
            anything: f0.flatten(),
            bounded: f1.flatten(),
            box_: f2.flatten(),
            counts: f3.flatten(),
            crate_: f4.flatten(),
            curator: f5.flatten(),
            html: f6.flatten(),
            id: reader.have(7, f7)?,
            inside: f8.flatten(),
            last_error: f9.flatten(),
            markdown: f10.flatten(),
            metadata: reader.have(11, f11)?,
            object: reader.have(12, f12)?,
            old: f13.flatten(),
            owner: f14.flatten(),
            parts: f15.flatten(),
            payload: f16.flatten(),
            self_: f17.flatten(),
            settings: f18.flatten(),
            sex: f19.flatten(),
            sort: f20.flatten(),
            source: f21.flatten(),
            status: reader.have(22, f22)?,
            timezone: f23.flatten(),
            type_: f24.flatten(),
        })
    }

    fn write<W: WriteFields>(&self, writer: &mut W) {
        writer.optional("anything", &self.anything);
        writer.optional("bounded", &self.bounded);
        writer.optional("box", &self.box_);
        writer.optional("counts", &self.counts);
        writer.optional("crate", &self.crate_);
        writer.optional("curator", &self.curator);
        writer.optional("html", &self.html);
        writer.required("id", &self.id);
        writer.optional("inside", &self.inside);
        writer.optional("last_error", &self.last_error);
        writer.optional("markdown", &self.markdown);
        writer.required("metadata", &self.metadata);
        writer.required("object", &self.object);
        writer.optional("old", &self.old);
        writer.optional("owner", &self.owner);
        writer.optional("parts", &self.parts);
        writer.optional("payload", &self.payload);
        writer.optional("self", &self.self_);
        writer.optional("settings", &self.settings);
        writer.optional("sex", &self.sex);
        writer.optional("sort", &self.sort);
        writer.optional("source", &self.source);
        writer.required("status", &self.status);
        writer.optional("timezone", &self.timezone);
        writer.optional("type", &self.type_);
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

impl fmt::Debug for MuseumExhibitBounded {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MuseumExhibitBounded").field("known", &self.known).finish()
    }
}

stripe_runtime::impl_object!(MuseumExhibitBounded);

impl ObjectFields for MuseumExhibitBounded {
    const NAME: &'static str = "MuseumExhibitBounded";
    const FIELDS: &'static [&'static str] = &["known"];

    fn read<'de, R: ReadFields<'de>>(reader: &mut R) -> Result<Self, R::Error> {
        let mut f0 = None;
        while let Some(field) = reader.next()? {
            match field {
                0 => reader.value(&mut f0),
                _ => reader.skip(),
            }?;
        }
        Ok(Self { known: f0.flatten() })
    }

    fn write<W: WriteFields>(&self, writer: &mut W) {
        writer.optional("known", &self.known);
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
use stripe_runtime::{
    Object, ObjectFields, ObjectId, ObjectTag, ReadFields, Redacted, Tagged, WriteFields,
};

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

impl fmt::Debug for Person {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Person")
            .field("object", &self.object)
            .field("id", &self.id)
            .field("name", &Redacted::if_some(&self.name))
            .finish()
    }
}

stripe_runtime::impl_object!(Person);

impl ObjectFields for Person {
    const NAME: &'static str = "Person";
    const FIELDS: &'static [&'static str] = &["id", "name", "object"];

    fn read<'de, R: ReadFields<'de>>(reader: &mut R) -> Result<Self, R::Error> {
        let mut f0 = None;
        let mut f1 = None;
        let mut f2 = None;
        while let Some(field) = reader.next()? {
            match field {
                0 => reader.value(&mut f0),
                1 => reader.value(&mut f1),
                2 => reader.value(&mut f2),
                _ => reader.skip(),
            }?;
        }
        Ok(Self {
            id: reader.have(0, f0)?,
            name: f1.flatten(),
            object: reader.have(2, f2)?,
        })
    }

    fn write<W: WriteFields>(&self, writer: &mut W) {
        writer.required("id", &self.id);
        writer.optional("name", &self.name);
        writer.required("object", &self.object);
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
use stripe_runtime::{ObjectFields, ReadFields, Redacted, WriteFields};

/// The value of [`MuseumBox::lid`](crate::shared::MuseumBox::lid).
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct BoxLid {
    /// See [`MuseumBox`].
    ///
    /// Sent as `box`.
    pub box_: Option<Box<MuseumBox>>,
}

impl fmt::Debug for BoxLid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BoxLid").field("box_", &self.box_).finish()
    }
}

stripe_runtime::impl_object!(BoxLid);

impl ObjectFields for BoxLid {
    const NAME: &'static str = "BoxLid";
    const FIELDS: &'static [&'static str] = &["box"];

    fn read<'de, R: ReadFields<'de>>(reader: &mut R) -> Result<Self, R::Error> {
        let mut f0 = None;
        while let Some(field) = reader.next()? {
            match field {
                0 => reader.value(&mut f0),
                _ => reader.skip(),
            }?;
        }
        Ok(Self { box_: f0.flatten() })
    }

    fn write<W: WriteFields>(&self, writer: &mut W) {
        writer.optional("box", &self.box_);
    }
}

/// The value of [`MuseumExhibit::last_error`](crate::museum_exhibit::MuseumExhibit::last_error).
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct ExhibitError {
    /// Stripe does not describe `reason`.
    pub reason: Option<String>,
}

impl fmt::Debug for ExhibitError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ExhibitError")
            .field("reason", &Redacted::if_some(&self.reason))
            .finish()
    }
}

stripe_runtime::impl_object!(ExhibitError);

impl ObjectFields for ExhibitError {
    const NAME: &'static str = "ExhibitError";
    const FIELDS: &'static [&'static str] = &["reason"];

    fn read<'de, R: ReadFields<'de>>(reader: &mut R) -> Result<Self, R::Error> {
        let mut f0 = None;
        while let Some(field) = reader.next()? {
            match field {
                0 => reader.value(&mut f0),
                _ => reader.skip(),
            }?;
        }
        Ok(Self { reason: f0.flatten() })
    }

    fn write<W: WriteFields>(&self, writer: &mut W) {
        writer.optional("reason", &self.reason);
    }
}

/// The value of [`MuseumExhibit::settings`](crate::museum_exhibit::MuseumExhibit::settings).
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct ExhibitSettings {}

impl fmt::Debug for ExhibitSettings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ExhibitSettings").finish()
    }
}

stripe_runtime::impl_object!(ExhibitSettings);

impl ObjectFields for ExhibitSettings {
    const NAME: &'static str = "ExhibitSettings";
    const FIELDS: &'static [&'static str] = &[];

    fn read<'de, R: ReadFields<'de>>(reader: &mut R) -> Result<Self, R::Error> {
        while reader.next()?.is_some() {
            reader.skip()?;
        }
        Ok(Self {})
    }

    fn write<W: WriteFields>(&self, _writer: &mut W) {}
}

/// The value of [`MuseumExhibit::box_`](crate::museum_exhibit::MuseumExhibit::box_).
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct MuseumBox {
    /// See [`BoxLid`].
    pub lid: Option<Box<BoxLid>>,
}

impl fmt::Debug for MuseumBox {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MuseumBox").field("lid", &self.lid).finish()
    }
}

stripe_runtime::impl_object!(MuseumBox);

impl ObjectFields for MuseumBox {
    const NAME: &'static str = "MuseumBox";
    const FIELDS: &'static [&'static str] = &["lid"];

    fn read<'de, R: ReadFields<'de>>(reader: &mut R) -> Result<Self, R::Error> {
        let mut f0 = None;
        while let Some(field) = reader.next()? {
            match field {
                0 => reader.value(&mut f0),
                _ => reader.skip(),
            }?;
        }
        Ok(Self { lid: f0.flatten() })
    }

    fn write<W: WriteFields>(&self, writer: &mut W) {
        writer.optional("lid", &self.lid);
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
