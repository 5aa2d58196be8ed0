use std::fmt;
use std::marker::PhantomData;

use serde::de::value::{MapAccessDeserializer, StrDeserializer};
use serde::de::{self, Deserializer, MapAccess, Visitor};
use serde::{Deserialize, Serialize, Serializer};

use crate::Object;

/// Another object: its id, or the object itself where the request asked to
/// [expand](https://docs.stripe.com/api/expanding_objects) it.
///
/// ```
/// # use serde::{Deserialize, Serialize};
/// # use stripe_runtime::{Expandable, Object, ObjectId};
/// # #[derive(Deserialize, Serialize, Debug)]
/// # struct Report { id: ObjectId }
/// # impl Object for Report { type Id = ObjectId; fn id(&self) -> &ObjectId { &self.id } }
/// let plain: Expandable<Report> = serde_json::from_str("\"vr_1\"").unwrap();
/// let expanded: Expandable<Report> = serde_json::from_str("{\"id\":\"vr_1\"}").unwrap();
/// assert_eq!(plain.id(), expanded.id());
/// assert!(plain.as_object().is_none());
/// assert!(expanded.as_object().is_some());
/// ```
pub enum Expandable<T: Object> {
    /// The id alone.
    Id(T::Id),
    /// The object, expanded.
    Object(Box<T>),
}

impl<T: Object> Expandable<T> {
    /// The id, expanded or not.
    pub fn id(&self) -> &T::Id {
        match self {
            Self::Id(id) => id,
            Self::Object(object) => object.id(),
        }
    }

    /// The object, if it was expanded.
    #[must_use]
    pub fn as_object(&self) -> Option<&T> {
        match self {
            Self::Id(_) => None,
            Self::Object(object) => Some(object),
        }
    }

    /// The object, if it was expanded.
    #[must_use]
    pub fn into_object(self) -> Option<T> {
        match self {
            Self::Id(_) => None,
            Self::Object(object) => Some(*object),
        }
    }
}

impl<T: Object> From<T> for Expandable<T> {
    fn from(object: T) -> Self {
        Self::Object(Box::new(object))
    }
}

impl<T: Object + Clone> Clone for Expandable<T>
where
    T::Id: Clone,
{
    fn clone(&self) -> Self {
        match self {
            Self::Id(id) => Self::Id(id.clone()),
            Self::Object(object) => Self::Object(object.clone()),
        }
    }
}

impl<T: Object + PartialEq> PartialEq for Expandable<T>
where
    T::Id: PartialEq,
{
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Id(one), Self::Id(two)) => one == two,
            (Self::Object(one), Self::Object(two)) => one == two,
            _ => false,
        }
    }
}

impl<T: Object + fmt::Debug> fmt::Debug for Expandable<T>
where
    T::Id: fmt::Debug,
{
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Id(id) => f.debug_tuple("Id").field(id).finish(),
            Self::Object(object) => f.debug_tuple("Object").field(object).finish(),
        }
    }
}

impl<T: Object + Serialize> Serialize for Expandable<T>
where
    T::Id: Serialize,
{
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Id(id) => id.serialize(serializer),
            Self::Object(object) => object.serialize(serializer),
        }
    }
}

impl<'de, T> Deserialize<'de> for Expandable<T>
where
    T: Object + Deserialize<'de>,
    T::Id: Deserialize<'de>,
{
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        // A string or a map: told apart without buffering, unlike an untagged enum.
        struct ExpandableVisitor<T>(PhantomData<T>);

        impl<'de, T> Visitor<'de> for ExpandableVisitor<T>
        where
            T: Object + Deserialize<'de>,
            T::Id: Deserialize<'de>,
        {
            type Value = Expandable<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an id or an object")
            }

            fn visit_str<E: de::Error>(self, id: &str) -> Result<Self::Value, E> {
                T::Id::deserialize(StrDeserializer::new(id)).map(Expandable::Id)
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
                let object = T::deserialize(MapAccessDeserializer::new(map))?;
                Ok(Expandable::Object(Box::new(object)))
            }
        }

        deserializer.deserialize_any(ExpandableVisitor(PhantomData))
    }
}
