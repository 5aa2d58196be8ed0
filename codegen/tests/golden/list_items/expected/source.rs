// @generated from Stripe's OpenAPI document. Do not edit: change the document or the generator, and run
// `cargo xtask generate`.

//! Operations and types of `source`.

use std::fmt;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use stripe_runtime::{Json, ListItem, Object, ObjectId, Redacted};

mod list;

pub use self::list::{ListSource, list};

/// The id of a [`Card`].
///
/// It holds nothing but ASCII letters, digits, `_` and `-`, so that it cannot change the path of a URL.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CardId(ObjectId);

stripe_runtime::impl_id!(CardId);

/// A `card`.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "object", rename = "card")]
#[non_exhaustive]
pub struct Card {
    /// See [`CardId`].
    pub id: CardId,
}

impl fmt::Debug for Card {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Card").field("id", &self.id).finish()
    }
}

impl Object for Card {
    type Id = CardId;

    fn id(&self) -> &CardId {
        &self.id
    }
}

/// One of `sources`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub enum ListResponse {
    /// A `Line`.
    Line(Box<super::line::Line>),
    /// A `Card`.
    Card(Box<Card>),
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
