//! Reads JSON whose objects are objects, to a bounded depth.
//!
//! A derived `Deserialize` accepts an array for a struct, too, and reads its fields by position:
//! `[[], false]` would pass for a page of a list, and `[]` for an empty address. Stripe sends
//! objects, and anything else is not a success. So every struct is read as a map, at any depth.
//!
//! The depth is bounded because expanded objects may contain objects of their own type, and could
//! otherwise be nested until the stack overflows.

use std::{fmt, str};

use serde::de::{
    DeserializeOwned, DeserializeSeed, Deserializer, EnumAccess, Error, MapAccess, SeqAccess,
    Visitor,
};

use crate::error::DecodeProblem;

/// How deeply arrays and objects may be nested. Stripe expands four levels, each of a few. Of the
/// 128 levels that `serde_json` allows, two megabytes of stack hold about half for an object of a
/// hundred fields. What is not read into a type is skipped at any depth.
const DEEPEST: u8 = 32;

/// Reads a `T` from JSON, with nothing after it.
///
/// UTF-8 is checked once for the whole text, and not again for each string in it.
pub(crate) fn from_slice<T: DeserializeOwned>(json: &[u8]) -> Result<T, DecodeProblem> {
    match str::from_utf8(json) {
        Ok(text) => Ok(from_str(text)?),
        Err(error) => Err(DecodeProblem::not_utf8(json, error)),
    }
}

/// Reads a `T` from JSON, with nothing after it.
pub(crate) fn from_str<T: DeserializeOwned>(json: &str) -> Result<T, serde_json::Error> {
    let mut deserializer = serde_json::Deserializer::from_str(json);
    let value = T::deserialize(Strict(&mut deserializer, DEEPEST))?;
    deserializer.end()?;
    Ok(value)
}

/// A deserializer, a visitor or an access that applies the rules to what is inside, with the
/// levels that are left.
struct Strict<T>(T, u8);

impl<T> Strict<T> {
    /// The levels that are left inside of an array or an object.
    fn inside<E: Error>(&self) -> Result<u8, E> {
        let left = self.1.checked_sub(1);
        left.ok_or_else(|| E::custom("nested too deeply"))
    }
}

macro_rules! forward {
    ($($method:ident)*) => {
        $(
            #[inline]
            fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
                self.0.$method(Strict(visitor, self.1))
            }
        )*
    };
}

impl<'de, D: Deserializer<'de>> Deserializer<'de> for Strict<D> {
    type Error = D::Error;

    forward! {
        deserialize_any deserialize_bool deserialize_i8 deserialize_i16 deserialize_i32
        deserialize_i64 deserialize_i128 deserialize_u8 deserialize_u16 deserialize_u32
        deserialize_u64 deserialize_u128 deserialize_f32 deserialize_f64 deserialize_char
        deserialize_str deserialize_string deserialize_bytes deserialize_byte_buf
        deserialize_option deserialize_unit deserialize_seq deserialize_map
        deserialize_identifier deserialize_ignored_any
    }

    #[inline]
    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Self::Error> {
        self.0.deserialize_map(Strict(visitor, self.1))
    }

    #[inline]
    fn deserialize_unit_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Self::Error> {
        self.0
            .deserialize_unit_struct(name, Strict(visitor, self.1))
    }

    #[inline]
    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Self::Error> {
        self.0
            .deserialize_newtype_struct(name, Strict(visitor, self.1))
    }

    #[inline]
    fn deserialize_tuple<V: Visitor<'de>>(
        self,
        len: usize,
        visitor: V,
    ) -> Result<V::Value, Self::Error> {
        self.0.deserialize_tuple(len, Strict(visitor, self.1))
    }

    #[inline]
    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        len: usize,
        visitor: V,
    ) -> Result<V::Value, Self::Error> {
        self.0
            .deserialize_tuple_struct(name, len, Strict(visitor, self.1))
    }

    #[inline]
    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Self::Error> {
        self.0
            .deserialize_enum(name, variants, Strict(visitor, self.1))
    }

    #[inline]
    fn is_human_readable(&self) -> bool {
        self.0.is_human_readable()
    }
}

macro_rules! visit {
    ($($method:ident: $type:ty)*) => {
        $(
            #[inline]
            fn $method<E: Error>(self, value: $type) -> Result<Self::Value, E> {
                self.0.$method(value)
            }
        )*
    };
}

impl<'de, V: Visitor<'de>> Visitor<'de> for Strict<V> {
    type Value = V::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.expecting(f)
    }

    visit! {
        visit_bool: bool
        visit_i8: i8
        visit_i16: i16
        visit_i32: i32
        visit_i64: i64
        visit_i128: i128
        visit_u8: u8
        visit_u16: u16
        visit_u32: u32
        visit_u64: u64
        visit_u128: u128
        visit_f32: f32
        visit_f64: f64
        visit_char: char
        visit_str: &str
        visit_borrowed_str: &'de str
        visit_string: String
        visit_bytes: &[u8]
        visit_borrowed_bytes: &'de [u8]
        visit_byte_buf: Vec<u8>
    }

    #[inline]
    fn visit_none<E: Error>(self) -> Result<Self::Value, E> {
        self.0.visit_none()
    }

    #[inline]
    fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
        self.0.visit_unit()
    }

    #[inline]
    fn visit_some<D: Deserializer<'de>>(self, inner: D) -> Result<Self::Value, D::Error> {
        self.0.visit_some(Strict(inner, self.1))
    }

    #[inline]
    fn visit_newtype_struct<D: Deserializer<'de>>(self, inner: D) -> Result<Self::Value, D::Error> {
        self.0.visit_newtype_struct(Strict(inner, self.1))
    }

    #[inline]
    fn visit_seq<A: SeqAccess<'de>>(self, items: A) -> Result<Self::Value, A::Error> {
        let left = self.inside()?;
        self.0.visit_seq(Strict(items, left))
    }

    #[inline]
    fn visit_map<A: MapAccess<'de>>(self, members: A) -> Result<Self::Value, A::Error> {
        let left = self.inside()?;
        self.0.visit_map(Strict(members, left))
    }

    #[inline]
    fn visit_enum<A: EnumAccess<'de>>(self, variant: A) -> Result<Self::Value, A::Error> {
        self.0.visit_enum(variant)
    }
}

impl<'de, S: DeserializeSeed<'de>> DeserializeSeed<'de> for Strict<S> {
    type Value = S::Value;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, inner: D) -> Result<Self::Value, D::Error> {
        self.0.deserialize(Strict(inner, self.1))
    }
}

impl<'de, A: SeqAccess<'de>> SeqAccess<'de> for Strict<A> {
    type Error = A::Error;

    #[inline]
    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Self::Error> {
        self.0.next_element_seed(Strict(seed, self.1))
    }

    #[inline]
    fn size_hint(&self) -> Option<usize> {
        self.0.size_hint()
    }
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Strict<A> {
    type Error = A::Error;

    // Keys are strings: there is nothing inside.
    #[inline]
    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Self::Error> {
        self.0.next_key_seed(seed)
    }

    #[inline]
    fn next_value_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<T::Value, Self::Error> {
        self.0.next_value_seed(Strict(seed, self.1))
    }

    #[inline]
    fn size_hint(&self) -> Option<usize> {
        self.0.size_hint()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use serde::{Deserialize, Serialize};
    use serde_json::{Value, json};

    use super::{from_slice, from_str};

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Outer {
        inner: Inner,
        maybe: Option<Inner>,
        list: Vec<Inner>,
        map: BTreeMap<String, Inner>,
        json: Value,
    }

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Inner {
        text: Option<String>,
        number: Option<i64>,
    }

    fn good() -> Value {
        json!({
            "inner": {"text": "a", "number": i64::MIN},
            "maybe": {"text": "b"},
            "list": [{"text": "c"}, {}],
            "map": {"k": {"text": "d\n"}},
            "json": [[{"a": [null, 1.5, true]}]],
        })
    }

    fn read(value: &Value) -> Result<Outer, serde_json::Error> {
        from_str(&value.to_string())
    }

    #[test]
    fn objects_are_read_as_ever() {
        let expected: Outer = serde_json::from_value(good()).expect("what serde reads");
        assert_eq!(read(&good()).expect("an object"), expected);
    }

    #[test]
    fn an_array_is_no_object_at_any_depth() {
        let places = ["/inner", "/maybe", "/list/0", "/map/k"];
        for place in places {
            for array in [json!([]), json!(["x", 1])] {
                let mut value = good();
                *value.pointer_mut(place).expect(place) = array;
                assert!(read(&value).is_err(), "{value}");
            }
        }
        let positional = json!([{}, {}, [], {}, null]);
        assert!(read(&positional).is_err());
    }

    #[derive(Deserialize)]
    struct Nested {
        #[expect(dead_code, reason = "what counts is how deep it is")]
        inner: Option<Box<Nested>>,
    }

    #[test]
    fn the_depth_is_bounded() {
        let nested = |depth: usize, open: &str, close: &str| {
            format!("{}{}", open.repeat(depth), close.repeat(depth))
        };
        let objects = |depth: usize| {
            format!(
                "{}{{}}{}",
                r#"{"inner":"#.repeat(depth - 1),
                "}".repeat(depth - 1)
            )
        };
        assert!(from_str::<Nested>(&objects(32)).is_ok());
        assert!(from_str::<Nested>(&objects(33)).is_err());
        assert!(from_str::<Value>(&nested(32, "[", "]")).is_ok());
        assert!(from_str::<Value>(&nested(33, "[", "]")).is_err());
        // Many, side by side, are not deep.
        let wide = format!("[{}[]]", "[[]],".repeat(1000));
        assert!(from_str::<Value>(&wide).is_ok());
        // What is not known is not read.
        let unknown = format!(r#"{{"other":{}}}"#, nested(100_000, "[", "]"));
        assert!(from_str::<Nested>(&unknown).is_ok());
    }

    #[test]
    fn nothing_may_follow() {
        assert!(from_str::<Inner>("{} x").is_err());
        assert!(from_str::<Inner>("{} \n").is_ok());
    }

    #[test]
    fn what_is_not_utf8_is_refused_wherever_it_is() {
        for json in [
            &b"{\n\"text\": \"\xff\"}"[..],
            b"{\n\"other\":\"\xff\"}",
            b"{}\n         \xff",
        ] {
            let Err(problem) = from_slice::<Inner>(json) else {
                panic!("not UTF-8, and read")
            };
            assert_eq!(problem.to_string(), "not JSON at line 2 column 10");
        }
        assert!(from_slice::<Inner>("{\"text\": \"é\"}".as_bytes()).is_ok());
    }
}
