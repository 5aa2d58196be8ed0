// @generated from Stripe's OpenAPI document. Do not edit: change the document or the generator, and run
// `cargo xtask generate`.

//! Everything about a [`Thing`].
//!
//! [Stripe's documentation](https://docs.stripe.com/api/things/object)

use std::fmt;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use stripe_runtime::{Json, Object, ObjectId, Redacted};

mod retrieve;

pub use self::retrieve::{RetrieveThing, retrieve};

/// A thing.
///
/// [Stripe's documentation](https://docs.stripe.com/api/things/object)
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "object", rename = "thing")]
#[non_exhaustive]
pub struct Thing {
    /// Its id.
    pub id: ThingId,
    /// Who owns it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<ThingOwner>,
    /// See [`ThingPayload`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub payload: Option<ThingPayload>,
    /// See [`ThingSource`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<ThingSource>,
}

impl fmt::Debug for Thing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Thing")
            .field("id", &self.id)
            .field("owner", &self.owner)
            .field("payload", &self.payload)
            .field("source", &self.source)
            .finish()
    }
}

impl Object for Thing {
    type Id = ThingId;

    fn id(&self) -> &ThingId {
        &self.id
    }
}

/// The id of a [`Company`].
///
/// It holds nothing but ASCII letters, digits, `_` and `-`, so that it cannot change the path of a URL.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CompanyId(ObjectId);

stripe_runtime::impl_id!(CompanyId);

/// The id of a [`Person`].
///
/// It holds nothing but ASCII letters, digits, `_` and `-`, so that it cannot change the path of a URL.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PersonId(ObjectId);

stripe_runtime::impl_id!(PersonId);

/// The id of a [`Thing`].
///
/// It holds nothing but ASCII letters, digits, `_` and `-`, so that it cannot change the path of a URL.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ThingId(ObjectId);

stripe_runtime::impl_id!(ThingId);

/// What [`Thing::owner`] holds.
///
/// [Stripe's documentation](https://docs.stripe.com/api/things/object)
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "object", rename = "company")]
#[non_exhaustive]
pub struct Company {
    /// See [`CompanyId`].
    pub id: CompanyId,
}

impl fmt::Debug for Company {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Company").field("id", &self.id).finish()
    }
}

impl Object for Company {
    type Id = CompanyId;

    fn id(&self) -> &CompanyId {
        &self.id
    }
}

/// What [`Thing::owner`] holds.
///
/// [Stripe's documentation](https://docs.stripe.com/api/things/object)
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "object", rename = "person")]
#[non_exhaustive]
pub struct Person {
    /// See [`PersonId`].
    pub id: PersonId,
    /// Stripe does not describe `name`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

impl fmt::Debug for Person {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Person")
            .field("id", &self.id)
            .field("name", &self.name.as_ref().map(|_| Redacted))
            .finish()
    }
}

impl Object for Person {
    type Id = PersonId;

    fn id(&self) -> &PersonId {
        &self.id
    }
}

/// Who owns it.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub enum ThingOwner {
    /// A `Company`.
    Company(Box<Company>),
    /// A `Person`.
    Person(Box<Person>),
    /// A value that is none of the others.
    UnknownValue(Json),
}

impl fmt::Debug for ThingOwner {
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

impl Serialize for ThingOwner {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Company(value) => Serialize::serialize(value, serializer),
            Self::Person(value) => Serialize::serialize(value, serializer),
            Self::UnknownValue(value) => Serialize::serialize(value, serializer),
        }
    }
}

impl<'de> Deserialize<'de> for ThingOwner {
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
pub enum ThingPayload {
    /// A `String`.
    String(String),
    /// A `List`.
    List(Vec<i64>),
    /// A `Boolean`.
    Boolean(bool),
    /// A value that is none of the others.
    UnknownValue(Json),
}

impl fmt::Debug for ThingPayload {
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

impl Serialize for ThingPayload {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::String(value) => Serialize::serialize(value, serializer),
            Self::List(value) => Serialize::serialize(value, serializer),
            Self::Boolean(value) => Serialize::serialize(value, serializer),
            Self::UnknownValue(value) => Serialize::serialize(value, serializer),
        }
    }
}

impl<'de> Deserialize<'de> for ThingPayload {
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

/// One of `source`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub enum ThingSource {
    /// A `String`.
    String(String),
    /// A `Company`.
    Company(Box<Company>),
    /// A `Person`.
    Person(Box<Person>),
    /// A value that is none of the others.
    UnknownValue(Json),
}

impl fmt::Debug for ThingSource {
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

impl Serialize for ThingSource {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::String(value) => Serialize::serialize(value, serializer),
            Self::Company(value) => Serialize::serialize(value, serializer),
            Self::Person(value) => Serialize::serialize(value, serializer),
            Self::UnknownValue(value) => Serialize::serialize(value, serializer),
        }
    }
}

impl<'de> Deserialize<'de> for ThingSource {
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
