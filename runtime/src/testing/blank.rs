use serde::de::value::{
    Error, MapDeserializer, SeqDeserializer, StrDeserializer, StringDeserializer,
};
use serde::de::{Deserializer, IntoDeserializer, Visitor};

/// Answers every question of a type with the plainest value: no JSON, but what stands for it in
/// a test. `deserialize_struct` tells it the names of all fields, so no type needs code of its
/// own.
///
/// `deserialize_identifier` asks for a word out of a list, and is answered with none: the type
/// takes its first. Only [`ObjectTag`](crate::ObjectTag) and open enums ask that way.
#[derive(Clone, Copy)]
pub(super) struct Blank {
    /// The field that is asked for.
    field: &'static str,
    /// The text, where not every text will do.
    text: Option<&'static str>,
}

impl Blank {
    pub(super) fn new(field: &'static str) -> Self {
        Self { field, text: None }
    }

    fn text(self) -> String {
        let default = || format!("test_{}", self.field);
        self.text.map_or_else(default, str::to_owned)
    }
}

impl IntoDeserializer<'_, Error> for Blank {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

macro_rules! answer {
    ($($method:ident => $visit:ident($($value:expr)?);)*) => {
        $(
            fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
                visitor.$visit($($value)?)
            }
        )*
    };
}

impl<'de> Deserializer<'de> for Blank {
    type Error = Error;

    answer! {
        deserialize_bool => visit_bool(false);
        deserialize_i8 => visit_i8(0);
        deserialize_i16 => visit_i16(0);
        deserialize_i32 => visit_i32(0);
        deserialize_i64 => visit_i64(0);
        deserialize_i128 => visit_i128(0);
        deserialize_u8 => visit_u8(0);
        deserialize_u16 => visit_u16(0);
        deserialize_u32 => visit_u32(0);
        deserialize_u64 => visit_u64(0);
        deserialize_u128 => visit_u128(0);
        deserialize_f32 => visit_f32(0.0);
        deserialize_f64 => visit_f64(0.0);
        deserialize_char => visit_char('t');
        deserialize_bytes => visit_bytes(&[]);
        deserialize_byte_buf => visit_bytes(&[]);
        deserialize_option => visit_none();
        deserialize_unit => visit_unit();
        deserialize_identifier => visit_unit();
        deserialize_ignored_any => visit_unit();
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_string(self.text())
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_string(visitor)
    }

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_string(visitor)
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_unit()
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Error> {
        let text = match name {
            "Decimal" | "Int64" => Some("0"),
            "DateTime" => Some("1970-01-01T00:00:00.000Z"),
            _ => None,
        };
        visitor.visit_newtype_struct(Self { text, ..self })
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_seq(SeqDeserializer::<_, Error>::new(std::iter::empty::<Self>()))
    }

    fn deserialize_tuple<V: Visitor<'de>>(
        self,
        length: usize,
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_seq(SeqDeserializer::<_, Error>::new(std::iter::repeat_n(
            self, length,
        )))
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        length: usize,
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.deserialize_tuple(length, visitor)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_map(MapDeserializer::<_, Error>::new(std::iter::empty::<(
            StringDeserializer<Error>,
            Self,
        )>()))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        let members = fields.iter().map(|field| (*field, Self::new(field)));
        visitor.visit_map(MapDeserializer::<_, Error>::new(members))
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        let first = variants.first().copied().unwrap_or_default();
        visitor.visit_enum(StrDeserializer::<Error>::new(first))
    }
}
