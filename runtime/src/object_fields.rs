//! Objects that are read and written field by field.
//!
//! What `serde` derives does the same in five times as much code. For a client of Stripe's whole API, that is half of
//! what the compiler has to check.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, Visitor};
use serde::ser::{SerializeMap, Serializer};
use serde::{Deserialize, Serialize};

/// An object that is read and written field by field. [`impl_object!`](crate::impl_object) makes it one of `serde`'s.
///
/// ```
/// use stripe_runtime::{ObjectFields, ReadFields, WriteFields};
///
/// struct Address {
///     city: Option<String>,
///     country: String,
/// }
///
/// stripe_runtime::impl_object!(Address);
///
/// impl ObjectFields for Address {
///     const NAME: &'static str = "Address";
///     const FIELDS: &'static [&'static str] = &["city", "country"];
///
///     fn read<'de, R: ReadFields<'de>>(reader: &mut R) -> Result<Self, R::Error> {
///         let (mut city, mut country) = (None, None);
///         while let Some(field) = reader.next()? {
///             match field {
///                 0 => reader.value(&mut city),
///                 1 => reader.value(&mut country),
///                 _ => reader.skip(),
///             }?;
///         }
///         Ok(Self { city: city.flatten(), country: reader.have(1, country)? })
///     }
///
///     fn write<W: WriteFields>(&self, writer: &mut W) {
///         writer.optional("city", &self.city);
///         writer.required("country", &self.country);
///     }
/// }
///
/// let json = r#"{"country":"DE"}"#;
/// let address: Address = serde_json::from_str(json).unwrap();
/// assert_eq!(address.city, None);
/// assert_eq!(serde_json::to_string(&address).unwrap(), json);
/// assert!(serde_json::from_str::<Address>("{}").is_err());
/// ```
pub trait ObjectFields: Sized {
    /// What messages call the type.
    const NAME: &'static str;
    /// The names of the fields on the wire, sorted. [`read`](Self::read) knows a field by its index.
    const FIELDS: &'static [&'static str];

    /// Reads the fields.
    ///
    /// # Errors
    ///
    /// If a field has another type, or a required one is missing.
    fn read<'de, R: ReadFields<'de>>(reader: &mut R) -> Result<Self, R::Error>;

    /// Writes the fields.
    fn write<W: WriteFields>(&self, writer: &mut W);
}

/// Reads the fields of an [object](ObjectFields).
pub trait ReadFields<'de> {
    /// What can go wrong.
    type Error;

    /// The index of the next field, the number of fields for one that is not known, or `None` at the end.
    ///
    /// # Errors
    ///
    /// If the text is not an object.
    fn next(&mut self) -> Result<Option<usize>, Self::Error>;

    /// Reads the value of a field, of one that may be null as an `Option`.
    ///
    /// # Errors
    ///
    /// If it has another type, or the field was there before.
    fn value<T: Deserialize<'de>>(&mut self, field: &mut Option<T>) -> Result<(), Self::Error>;

    /// Passes over a field that is not known.
    ///
    /// # Errors
    ///
    /// If its value is no JSON.
    fn skip(&mut self) -> Result<(), Self::Error>;

    /// The value of a required field.
    ///
    /// # Errors
    ///
    /// If it is missing.
    fn have<T>(&self, index: usize, field: Option<T>) -> Result<T, Self::Error>;
}

/// Writes the fields of an [object](ObjectFields).
pub trait WriteFields {
    /// Writes a field.
    fn required<T: Serialize>(&mut self, name: &'static str, value: &T);

    /// Writes a field unless it is `None`.
    fn optional<T: Serialize>(&mut self, name: &'static str, value: &Option<T>) {
        if let Some(value) = value {
            self.required(name, value);
        }
    }
}

/// Implements `Serialize` and `Deserialize` for a type with [`ObjectFields`].
#[macro_export]
macro_rules! impl_object {
    ($name:ty) => {
        impl $crate::__private::Serialize for $name {
            fn serialize<S: $crate::__private::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                $crate::__private::serialize_object(self, serializer)
            }
        }

        impl<'de> $crate::__private::Deserialize<'de> for $name {
            fn deserialize<D: $crate::__private::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                $crate::__private::deserialize_object(deserializer)
            }
        }
    };
}

/// Reads an object.
///
/// # Errors
///
/// If it is none, or a field is missing or has another type.
pub fn deserialize_object<'de, T: ObjectFields, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    deserializer.deserialize_struct(T::NAME, T::FIELDS, ObjectVisitor(PhantomData))
}

/// Writes an object.
///
/// # Errors
///
/// What the serializer says.
pub fn serialize_object<T: ObjectFields, S: Serializer>(
    object: &T,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let mut writer = Writer {
        to: serializer.serialize_map(None)?,
        result: Ok(()),
    };
    object.write(&mut writer);
    writer.result?;
    writer.to.end()
}

struct ObjectVisitor<T>(PhantomData<T>);

impl<'de, T: ObjectFields> Visitor<'de> for ObjectVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "struct {}", T::NAME)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
        T::read(&mut Reader {
            map,
            fields: Fields {
                names: T::FIELDS,
                expected: 0,
            },
        })
    }
}

struct Reader<A> {
    map: A,
    fields: Fields,
}

/// The fields of an object, as far as they were read.
struct Fields {
    names: &'static [&'static str],
    /// The field behind the last one: Stripe sends them sorted.
    expected: usize,
}

impl<'de, A: MapAccess<'de>> ReadFields<'de> for Reader<A> {
    type Error = A::Error;

    #[inline]
    fn next(&mut self) -> Result<Option<usize>, A::Error> {
        self.map.next_key_seed(&mut self.fields)
    }

    fn value<T: Deserialize<'de>>(&mut self, field: &mut Option<T>) -> Result<(), A::Error> {
        // What was sent twice, other programs may have read otherwise.
        if field.is_some() {
            return Err(self.fields.duplicate());
        }
        *field = Some(self.map.next_value()?);
        Ok(())
    }

    fn skip(&mut self) -> Result<(), A::Error> {
        self.map.next_value::<IgnoredAny>().map(drop)
    }

    fn have<T>(&self, index: usize, field: Option<T>) -> Result<T, A::Error> {
        field.ok_or_else(|| A::Error::missing_field(self.fields.name(index)))
    }
}

impl Fields {
    fn name(&self, index: usize) -> &'static str {
        self.names.get(index).copied().unwrap_or_default()
    }

    /// The field that was found last was there before.
    #[cold]
    fn duplicate<E: Error>(&self) -> E {
        E::duplicate_field(self.name(self.expected.saturating_sub(1)))
    }

    /// The index of a field that does not come next.
    #[cold]
    fn find(&self, name: &str) -> usize {
        // `id` and `object` come first, and are missing from the order later on.
        let behind = self.expected + 1;
        if self.names.get(behind) == Some(&name) {
            return behind;
        }
        self.names.binary_search(&name).unwrap_or(self.names.len())
    }
}

/// Reads the name of a field, and gives its index.
impl<'de> DeserializeSeed<'de> for &mut Fields {
    type Value = usize;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<usize, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl Visitor<'_> for &mut Fields {
    type Value = usize;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a field's name")
    }

    fn visit_str<E>(self, name: &str) -> Result<usize, E> {
        let index = if self.names.get(self.expected) == Some(&name) {
            self.expected
        } else {
            self.find(name)
        };
        if index < self.names.len() {
            self.expected = index + 1;
        }
        Ok(index)
    }
}

struct Writer<S: SerializeMap> {
    to: S,
    result: Result<(), S::Error>,
}

impl<S: SerializeMap> WriteFields for Writer<S> {
    fn required<T: Serialize>(&mut self, name: &'static str, value: &T) {
        if self.result.is_ok() {
            self.result = self.to.serialize_entry(name, value);
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::strict;

    #[derive(Debug, PartialEq)]
    struct Thing {
        id: String,
        next: Option<Box<Self>>,
        size: Option<i64>,
    }

    crate::impl_object!(Thing);

    impl ObjectFields for Thing {
        const NAME: &'static str = "Thing";
        const FIELDS: &'static [&'static str] = &["id", "next", "size"];

        fn read<'de, R: ReadFields<'de>>(reader: &mut R) -> Result<Self, R::Error> {
            let (mut id, mut next, mut size) = (None, None, None);
            while let Some(field) = reader.next()? {
                match field {
                    0 => reader.value(&mut id),
                    1 => reader.value(&mut next),
                    2 => reader.value(&mut size),
                    _ => reader.skip(),
                }?;
            }
            Ok(Self {
                id: reader.have(0, id)?,
                next: next.flatten(),
                size: size.flatten(),
            })
        }

        fn write<W: WriteFields>(&self, writer: &mut W) {
            writer.required("id", &self.id);
            writer.optional("next", &self.next);
            writer.optional("size", &self.size);
        }
    }

    #[test]
    fn objects_are_read_and_written() {
        let cases = [
            (json!({ "id": "a" }), Ok(json!({ "id": "a" }))),
            (
                json!({ "size": 1, "new": [{}], "id": "a", "next": { "id": "b" } }),
                Ok(json!({ "id": "a", "next": { "id": "b" }, "size": 1 })),
            ),
            (
                json!({ "id": "a", "next": null, "size": null }),
                Ok(json!({ "id": "a" })),
            ),
            (json!({ "size": 1 }), Err("missing field `id`")),
            (
                json!({ "id": null }),
                Err("invalid type: null, expected a string"),
            ),
            (
                json!(["a", null, 1]),
                Err("invalid type: sequence, expected struct Thing"),
            ),
            (
                json!({ "id": "a", "size": "1" }),
                Err("invalid type: string \"1\", expected i64"),
            ),
        ];
        for (json, expected) in cases {
            let read = strict::from_str::<Thing>(&json.to_string());
            let written = read
                .map(|thing| serde_json::to_value(thing).expect("JSON"))
                .map_err(|error| error.to_string());
            match expected {
                Ok(expected) => assert_eq!(written, Ok(expected)),
                Err(message) => {
                    let error = written.expect_err(message);
                    assert!(error.starts_with(message), "{error}");
                }
            }
        }
    }

    #[test]
    fn a_field_is_read_once() {
        for twice in [
            r#"{"id":"a","id":"b"}"#,
            r#"{"id":"a","size":1,"other":{},"size":2}"#,
            r#"{"id":"a","size":null,"size":1}"#,
            r#"{"size":1,"id":"a","size":null}"#,
        ] {
            let error = strict::from_str::<Thing>(twice).expect_err(twice);
            assert!(
                error.to_string().starts_with("duplicate field `"),
                "{error}"
            );
        }
    }
}
