//! Objects that are read, written and shown field by field.
//!
//! What `serde` derives does the same in five times as much code. For a client of Stripe's whole API, that is half of
//! what the compiler has to check.

use std::fmt::{self, Debug};
use std::marker::PhantomData;

use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, Visitor};
use serde::ser::{SerializeMap, Serializer};
use serde::{Deserialize, Serialize};

use crate::Redacted;

/// An object that is read, written and shown field by field; [`impl_object!`](crate::impl_object) implements it.
#[doc(hidden)]
pub trait ObjectFields: Sized {
    /// What messages call the type.
    const NAME: &'static str;
    /// The names of the fields on the wire, by their indices.
    const FIELDS: &'static [&'static str];

    /// The index of the field that has this name, or the number of fields if none has.
    fn index(name: &str) -> usize;

    /// Reads the fields.
    fn read<'de, R: ReadFields<'de>>(reader: &mut R) -> Result<Self, R::Error>;

    /// Writes the fields.
    fn write<W: WriteFields>(&self, writer: &mut W);
}

/// Reads the fields of an object.
#[doc(hidden)]
pub trait ReadFields<'de> {
    /// What can go wrong.
    type Error;

    /// The [index](ObjectFields::index) of the next field of a `T`, or `None` at the end.
    fn next<T: ObjectFields>(&mut self) -> Result<Option<usize>, Self::Error>;

    /// Reads the value of a field.
    fn value<T: Deserialize<'de>>(&mut self, field: &mut Option<T>) -> Result<(), Self::Error>;

    /// Reads the value of a field that may be null.
    fn nullable<T: Deserialize<'de>>(
        &mut self,
        field: &mut Option<Option<T>>,
    ) -> Result<(), Self::Error>;

    /// Passes over a field that is not known.
    fn skip(&mut self) -> Result<(), Self::Error>;

    /// The value of a required field.
    fn required<T>(&self, index: usize, field: Option<T>) -> Result<T, Self::Error>;

    /// The value of a field that may be missing or null.
    fn optional<T>(&self, _index: usize, field: Option<Option<T>>) -> Option<T> {
        field.flatten()
    }

    /// The value of a field that may be missing, and says nothing.
    fn default<T: Default>(&self, _index: usize, field: Option<T>) -> T {
        field.unwrap_or_default()
    }
}

/// Writes the fields of an object, or shows them: `show` says whether `Debug` shows the value.
#[doc(hidden)]
pub trait WriteFields {
    /// Writes a field.
    fn required<T: Serialize + Debug>(&mut self, index: usize, show: bool, value: &T);

    /// Writes a field that may be missing.
    fn optional<T: Serialize + Debug>(&mut self, index: usize, show: bool, value: &Option<T>);
}

/// `Debug` shows the value of a field.
#[expect(non_upper_case_globals, reason = "it is a word of a table")]
pub const shown: bool = true;
/// `Debug` hides the value of a field.
#[expect(non_upper_case_globals, reason = "it is a word of a table")]
pub const hidden: bool = false;

/// Implements `Serialize`, `Deserialize` and `Debug` for an object of Stripe's, from a table of its fields.
///
/// The fields are numbered, and are written in this order. Each has
/// - `required`, `optional` (the field is an `Option`: Stripe may send null or nothing) or `default` (Stripe may send
///   nothing, which stands for the default),
/// - its index, its name on the wire and its name in Rust,
/// - whether `Debug` prints its value: `shown` or `hidden`.
///
/// A field that is not in the table is passed over, one that occurs twice is an error.
///
/// ```
/// struct Address {
///     city: Option<String>,
///     country: String,
///     type_: Option<String>,
/// }
///
/// stripe_runtime::impl_object! {
///     Address {
///         optional 0 "city": city hidden,
///         required 1 "country": country shown,
///         optional 2 "type": type_ shown,
///     }
/// }
///
/// let json = r#"{"city":"Berlin","country":"DE"}"#;
/// let address: Address = serde_json::from_str(json).unwrap();
/// assert_eq!(address.type_, None);
/// assert_eq!(serde_json::to_string(&address).unwrap(), json);
/// assert_eq!(
///     format!("{address:?}"),
///     r#"Address { city: Some(<redacted>), country: "DE", type: None }"#
/// );
/// assert!(serde_json::from_str::<Address>("{}").is_err());
/// ```
#[macro_export]
macro_rules! impl_object {
    ($type:ident {
        $(
            $(required $required:literal)? $(optional $optional:literal)? $(default $default:literal)?
            $name:literal: $field:ident $show:ident,
        )*
    }) => {
        #[allow(deprecated, reason = "a field may be")]
        impl $crate::__private::ObjectFields for $type {
            const NAME: &'static str = stringify!($type);
            const FIELDS: &'static [&'static str] = &[$($name),*];

            #[inline]
            fn index(name: &str) -> usize {
                match name {
                    $($name => $($required)? $($optional)? $($default)?,)*
                    _ => Self::FIELDS.len(),
                }
            }

            #[inline]
            fn read<'de, R: $crate::__private::ReadFields<'de>>(
                reader: &mut R,
            ) -> ::core::result::Result<Self, R::Error> {
                $(let mut $field = None;)*
                while let Some(index) = reader.next::<Self>()? {
                    match index {
                        $(
                            $($required => reader.value(&mut $field),)?
                            $($optional => reader.nullable(&mut $field),)?
                            $($default => reader.value(&mut $field),)?
                        )*
                        _ => reader.skip(),
                    }?;
                }
                Ok(Self {
                    $($field:
                        // What `?` does, of which the compiler makes twice as much.
                        $(match reader.required($required, $field) {
                            Ok(value) => value,
                            Err(error) => return Err(error),
                        })?
                        $(reader.optional($optional, $field))?
                        $(reader.default($default, $field))?,
                    )*
                })
            }

            fn write<W: $crate::__private::WriteFields>(&self, writer: &mut W) {
                $(
                    $(writer.required($required, $crate::__private::$show, &self.$field);)?
                    $(writer.optional($optional, $crate::__private::$show, &self.$field);)?
                    $(writer.required($default, $crate::__private::$show, &self.$field);)?
                )*
            }
        }

        impl $crate::__private::Serialize for $type {
            fn serialize<S: $crate::__private::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                $crate::__private::serialize_object(self, serializer)
            }
        }

        impl<'de> $crate::__private::Deserialize<'de> for $type {
            fn deserialize<D: $crate::__private::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                $crate::__private::deserialize_object(deserializer)
            }
        }

        impl ::core::fmt::Debug for $type {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                $crate::__private::debug_object(self, f)
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
        names: T::FIELDS,
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
        f.write_str("struct ")?;
        f.write_str(T::NAME)
    }

    // What has one caller is `#[inline]`, here and below: only then is it compiled with that caller, and a part of it.
    #[inline]
    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
        T::read(&mut Reader {
            map,
            names: T::FIELDS,
        })
    }
}

struct Reader<A> {
    map: A,
    names: &'static [&'static str],
}

/// A field that was sent twice is an error: other programs may have read the other value.
fn once<E: Error>(was_read: bool) -> Result<(), E> {
    if was_read {
        return Err(E::custom("duplicate field"));
    }
    Ok(())
}

impl<'de, A: MapAccess<'de>> ReadFields<'de> for Reader<A> {
    type Error = A::Error;

    #[inline]
    fn next<T: ObjectFields>(&mut self) -> Result<Option<usize>, A::Error> {
        self.map.next_key_seed(Name::<T>(PhantomData))
    }

    fn value<T: Deserialize<'de>>(&mut self, field: &mut Option<T>) -> Result<(), A::Error> {
        once(field.is_some())?;
        *field = Some(self.map.next_value()?);
        Ok(())
    }

    fn nullable<T: Deserialize<'de>>(
        &mut self,
        field: &mut Option<Option<T>>,
    ) -> Result<(), A::Error> {
        self.map.next_value_seed(Nullable(field))
    }

    fn skip(&mut self) -> Result<(), A::Error> {
        self.map.next_value::<IgnoredAny>().map(drop)
    }

    fn required<T>(&self, index: usize, field: Option<T>) -> Result<T, A::Error> {
        field.ok_or_else(|| A::Error::missing_field(name(self.names, index)))
    }
}

/// Reads the name of a field of a `T`, and gives its index.
struct Name<T>(PhantomData<T>);

impl<'de, T: ObjectFields> DeserializeSeed<'de> for Name<T> {
    type Value = usize;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<usize, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl<T: ObjectFields> Visitor<'_> for Name<T> {
    type Value = usize;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a field's name")
    }

    #[inline]
    fn visit_str<E>(self, name: &str) -> Result<usize, E> {
        Ok(T::index(name))
    }
}

/// Reads a value or null where it is kept; what serde has for `Option` moves it twice.
struct Nullable<'a, T>(&'a mut Option<T>);

impl<'de, T: Deserialize<'de>> DeserializeSeed<'de> for Nullable<'_, Option<T>> {
    type Value = ();

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        once(self.0.is_some())?;
        deserializer.deserialize_option(self)
    }
}

impl<'de, T: Deserialize<'de>> Visitor<'de> for Nullable<'_, Option<T>> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value or null")
    }

    #[inline]
    fn visit_none<E: Error>(self) -> Result<(), E> {
        *self.0 = Some(None);
        Ok(())
    }

    #[inline]
    fn visit_unit<E: Error>(self) -> Result<(), E> {
        self.visit_none()
    }

    #[inline]
    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        *self.0 = Some(Some(T::deserialize(deserializer)?));
        Ok(())
    }
}

struct Writer<S: SerializeMap> {
    names: &'static [&'static str],
    to: S,
    result: Result<(), S::Error>,
}

impl<S: SerializeMap> WriteFields for Writer<S> {
    fn required<T: Serialize>(&mut self, index: usize, _show: bool, value: &T) {
        if self.result.is_ok() {
            self.result = self.to.serialize_entry(name(self.names, index), value);
        }
    }

    fn optional<T: Serialize + Debug>(&mut self, index: usize, show: bool, value: &Option<T>) {
        if let Some(value) = value {
            self.required(index, show, value);
        }
    }
}

/// Shows an object, without what it hides.
///
/// # Errors
///
/// If the formatter has one.
pub fn debug_object<T: ObjectFields>(object: &T, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let mut shower = Shower {
        names: T::FIELDS,
        to: f.debug_struct(T::NAME),
    };
    object.write(&mut shower);
    shower.to.finish()
}

struct Shower<'a, 'b> {
    names: &'static [&'static str],
    to: fmt::DebugStruct<'a, 'b>,
}

impl Shower<'_, '_> {
    fn show(&mut self, index: usize, value: &dyn Debug) {
        self.to.field(name(self.names, index), value);
    }
}

impl WriteFields for Shower<'_, '_> {
    fn required<T: Debug>(&mut self, index: usize, show: bool, value: &T) {
        self.show(index, if show { value } else { &Redacted });
    }

    fn optional<T: Debug>(&mut self, index: usize, show: bool, value: &Option<T>) {
        if show {
            self.show(index, value);
        } else {
            self.show(index, &Redacted::if_some(value));
        }
    }
}

fn name(names: &[&'static str], index: usize) -> &'static str {
    names.get(index).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::strict;

    #[derive(PartialEq)]
    struct Thing {
        id: String,
        next: Option<Box<Self>>,
        size: Option<i64>,
    }

    crate::impl_object! {
        Thing {
            required 0 "id": id shown,
            optional 1 "next": next shown,
            optional 2 "size": size hidden,
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
                error.to_string().starts_with("duplicate field at line 1 "),
                "{error}"
            );
        }
    }
}
