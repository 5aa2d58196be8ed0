//! What several stages ask of a schema.

use std::collections::BTreeSet;

use openapiv3::{
    IntegerType, ObjectType, ReferenceOr, Schema, SchemaKind, StringFormat, StringType, Type,
    VariantOrUnknownOrEmpty,
};

use crate::model::{self, ListKind};
use crate::pointer::schema_name;

/// A schema, in place or by reference.
#[derive(Clone, Copy, Debug)]
pub(crate) enum SchemaRef<'a> {
    /// The reference, whole.
    Component(&'a str),
    Inline(&'a Schema),
}

impl<'a> From<&'a ReferenceOr<Schema>> for SchemaRef<'a> {
    fn from(schema: &'a ReferenceOr<Schema>) -> Self {
        match schema {
            ReferenceOr::Reference { reference } => Self::Component(reference),
            ReferenceOr::Item(schema) => Self::Inline(schema),
        }
    }
}

impl<'a> From<&'a ReferenceOr<Box<Schema>>> for SchemaRef<'a> {
    fn from(schema: &'a ReferenceOr<Box<Schema>>) -> Self {
        match schema {
            ReferenceOr::Reference { reference } => Self::Component(reference),
            ReferenceOr::Item(schema) => Self::Inline(schema),
        }
    }
}

/// The name of the component schema that a reference names.
pub(crate) fn component_name(reference: &str) -> String {
    // Selecting refuses all other references.
    schema_name(reference).unwrap_or_else(|| reference.to_owned())
}

/// The alternatives of an `anyOf` or `oneOf`, and which of them it is.
pub(crate) fn alternatives(schema: &Schema) -> Option<(&'static str, &[ReferenceOr<Schema>])> {
    match &schema.schema_kind {
        SchemaKind::AnyOf { any_of } => Some(("anyOf", any_of)),
        SchemaKind::OneOf { one_of } => Some(("oneOf", one_of)),
        _ => None,
    }
}

/// The values of a string enum; null and repetitions left out.
pub(crate) fn enum_values(string: &StringType) -> Vec<String> {
    let mut seen = BTreeSet::new();
    let values = string.enumeration.iter().flatten();
    values
        .filter(|value| seen.insert(*value))
        .cloned()
        .collect()
}

/// What the format of a string makes of it; text in a format that is not known is text.
pub(crate) fn text_type(string: &StringType) -> model::Type {
    match &string.format {
        VariantOrUnknownOrEmpty::Item(StringFormat::DateTime) => model::Type::DateTime,
        VariantOrUnknownOrEmpty::Unknown(format) if format == "int64" => model::Type::Int64,
        VariantOrUnknownOrEmpty::Unknown(format) if format == "decimal" => model::Type::Decimal,
        _ => model::Type::String,
    }
}

/// Whether an integer counts the seconds since 1970.
pub(crate) fn is_unix_time(integer: &IntegerType) -> bool {
    matches!(&integer.format, VariantOrUnknownOrEmpty::Unknown(format) if format == "unix-time")
}

/// Whether a string stands for bytes that are no text.
pub(crate) fn is_binary(string: &StringType) -> bool {
    matches!(
        &string.format,
        VariantOrUnknownOrEmpty::Item(StringFormat::Binary)
    )
}

/// Whether a schema is `{type: string, enum: [""]}`, which clears a value.
pub(crate) fn is_empty_string(schema: &ReferenceOr<Schema>) -> bool {
    matches!(schema, ReferenceOr::Item(schema) if constant(schema) == Some(""))
}

/// The only value of a string enum.
pub(crate) fn constant(schema: &Schema) -> Option<&str> {
    match &schema.schema_kind {
        SchemaKind::Type(Type::String(string)) => match string.enumeration.as_slice() {
            [Some(only)] => Some(only),
            _ => None,
        },
        _ => None,
    }
}

pub(crate) fn object(schema: &Schema) -> Option<&ObjectType> {
    match &schema.schema_kind {
        SchemaKind::Type(Type::Object(object)) => Some(object),
        _ => None,
    }
}

/// A property that is no reference.
pub(crate) fn inline_property<'a>(object: &'a ObjectType, name: &str) -> Option<&'a Schema> {
    match object.properties.get(name)? {
        ReferenceOr::Item(schema) => Some(schema),
        ReferenceOr::Reference { .. } => None,
    }
}

/// A list of Stripe's and its items: `{object: "list", data: […], has_more, url}`, `{object: "search_result", data: […],
/// has_more, next_page, …}`, or exactly `{data: […], next_page_url, previous_page_url}`.
pub(crate) fn list(schema: &Schema) -> Option<(ListKind, SchemaRef<'_>)> {
    let object = object(schema)?;
    let property = |name| inline_property(object, name).map(|schema| &schema.schema_kind);
    let is_text = |name| matches!(property(name), Some(SchemaKind::Type(Type::String(_))));
    let has_more = matches!(
        property("has_more"),
        Some(SchemaKind::Type(Type::Boolean(_)))
    );
    let kind = match object_constant(schema) {
        Some("list") if has_more => ListKind::Cursor,
        Some("search_result") if has_more && is_text("next_page") => ListKind::Search,
        None if object.properties.len() == 3
            && is_text("next_page_url")
            && is_text("previous_page_url") =>
        {
            ListKind::Url
        }
        _ => return None,
    };
    match property("data")? {
        SchemaKind::Type(Type::Array(array)) => Some((kind, array.items.as_ref()?.into())),
        _ => None,
    }
}

/// Whether a schema is a list of Stripe's.
pub(crate) fn is_list(schema: &Schema) -> bool {
    list(schema).is_some()
}

/// The constant `object` of an object of Stripe's.
pub(crate) fn object_constant(schema: &Schema) -> Option<&str> {
    constant(inline_property(object(schema)?, "object")?)
}

/// Whether a component schema becomes a type of its own; others are what they hold.
pub(crate) fn is_type(schema: &Schema) -> bool {
    match &schema.schema_kind {
        SchemaKind::Type(Type::String(string)) => !string.enumeration.is_empty(),
        SchemaKind::Type(Type::Object(object)) => {
            let has_members =
                !object.properties.is_empty() || object.additional_properties.is_none();
            has_members && list(schema).is_none()
        }
        SchemaKind::AnyOf { any_of } => any_of.len() > 1,
        SchemaKind::OneOf { one_of } => one_of.len() > 1,
        _ => false,
    }
}

/// The components that a schema refers to, by itself, as its alternatives or as its items.
pub(crate) fn held(schema: SchemaRef<'_>, into: &mut Vec<String>) {
    match schema {
        SchemaRef::Component(reference) => into.push(component_name(reference)),
        SchemaRef::Inline(schema) => {
            for one in alternatives(schema).into_iter().flat_map(|(_, all)| all) {
                held(one.into(), into);
            }
            if let SchemaKind::Type(Type::Array(array)) = &schema.schema_kind
                && let Some(items) = &array.items
            {
                held(items.into(), into);
            }
        }
    }
}
