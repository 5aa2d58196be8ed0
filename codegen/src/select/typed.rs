//! Values that the walk has looked at, as `openapiv3`'s types.
//!
//! `openapiv3` reads schemas through untagged enums: each level of nesting is
//! read again by the one above, and a failure in the depth costs twice as much with
//! each level. Building its types node by node takes one step a node, needs no
//! failure path, and leaves out what is ignored.

use indexmap::IndexMap;
use openapiv3::{
    AdditionalProperties, AnySchema, ArrayType, BooleanType, IntegerType, MediaType, NumberType,
    ObjectType, Parameter, ParameterData, ParameterSchemaOrContent, PathStyle, ReferenceOr, Schema,
    SchemaData, SchemaKind, StringType, Type,
};
use serde_json::Value;

use super::walk::success;

/// A schema, or a reference to one.
pub(crate) fn schema_or_reference(value: &Value) -> ReferenceOr<Schema> {
    match value.get("$ref").and_then(Value::as_str) {
        Some(reference) => ReferenceOr::ref_(reference),
        None => ReferenceOr::Item(schema(value)),
    }
}

fn boxed(value: &Value) -> ReferenceOr<Box<Schema>> {
    match schema_or_reference(value) {
        ReferenceOr::Reference { reference } => ReferenceOr::Reference { reference },
        ReferenceOr::Item(schema) => ReferenceOr::Item(Box::new(schema)),
    }
}

pub(crate) fn schema(value: &Value) -> Schema {
    Schema {
        schema_data: data(value),
        schema_kind: kind(value),
    }
}

fn text(value: &Value, key: &str) -> Option<String> {
    value.get(key).and_then(Value::as_str).map(str::to_owned)
}

fn flag(value: &Value, key: &str) -> bool {
    value.get(key).and_then(Value::as_bool).unwrap_or(false)
}

fn members<'a>(value: &'a Value, key: &str) -> impl Iterator<Item = (&'a String, &'a Value)> {
    value
        .get(key)
        .and_then(Value::as_object)
        .into_iter()
        .flatten()
}

fn items<'a>(value: &'a Value, key: &str) -> impl Iterator<Item = &'a Value> {
    value
        .get(key)
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
}

fn extensions(value: &Value) -> IndexMap<String, Value> {
    let members = value.as_object().into_iter().flatten();
    members
        .filter(|(key, _)| key.starts_with("x-"))
        .map(|(key, value)| (key.clone(), value.clone()))
        .collect()
}

fn data(value: &Value) -> SchemaData {
    SchemaData {
        nullable: flag(value, "nullable"),
        deprecated: flag(value, "deprecated"),
        title: text(value, "title"),
        description: text(value, "description"),
        extensions: extensions(value),
        ..SchemaData::default()
    }
}

fn kind(value: &Value) -> SchemaKind {
    match value.get("type").and_then(Value::as_str) {
        Some("string") => SchemaKind::Type(Type::String(StringType {
            format: text(value, "format").into(),
            enumeration: items(value, "enum")
                .map(|value| value.as_str().map(str::to_owned))
                .collect(),
            max_length: value
                .get("maxLength")
                .and_then(Value::as_u64)
                .and_then(|length| usize::try_from(length).ok()),
            ..StringType::default()
        })),
        Some("integer") => SchemaKind::Type(Type::Integer(IntegerType {
            format: text(value, "format").into(),
            ..IntegerType::default()
        })),
        Some("number") => SchemaKind::Type(Type::Number(NumberType::default())),
        Some("boolean") => SchemaKind::Type(Type::Boolean(BooleanType::default())),
        Some("array") => SchemaKind::Type(Type::Array(ArrayType {
            items: value.get("items").map(boxed),
            min_items: None,
            max_items: None,
            unique_items: false,
        })),
        Some("object") => SchemaKind::Type(Type::Object(object(value))),
        // No type: alternatives, properties alone, or nothing at all.
        _ if value.get("anyOf").is_some() => SchemaKind::AnyOf {
            any_of: items(value, "anyOf").map(schema_or_reference).collect(),
        },
        _ if value.get("oneOf").is_some() => SchemaKind::OneOf {
            one_of: items(value, "oneOf").map(schema_or_reference).collect(),
        },
        _ if value.get("properties").is_some() => SchemaKind::Type(Type::Object(object(value))),
        _ => SchemaKind::Any(AnySchema::default()),
    }
}

fn object(value: &Value) -> ObjectType {
    ObjectType {
        properties: members(value, "properties")
            .map(|(key, value)| (key.clone(), boxed(value)))
            .collect(),
        required: items(value, "required")
            .filter_map(Value::as_str)
            .map(str::to_owned)
            .collect(),
        // An object whose properties are not listed may hold any; one that lists none may get some.
        additional_properties: match value.get("additionalProperties") {
            Some(value) => Some(match value.as_bool() {
                Some(any) => AdditionalProperties::Any(any),
                None => AdditionalProperties::Schema(Box::new(schema_or_reference(value))),
            }),
            None if value.get("properties").is_none() => Some(AdditionalProperties::Any(true)),
            None => None,
        },
        ..ObjectType::default()
    }
}

/// A parameter of a query or a path; the walk has refused all others.
pub(crate) fn parameter(value: &Value) -> Option<Parameter> {
    let parameter_data = ParameterData {
        name: text(value, "name")?,
        description: text(value, "description"),
        required: flag(value, "required"),
        deprecated: Some(flag(value, "deprecated")),
        format: ParameterSchemaOrContent::Schema(value.get("schema").map_or_else(
            || ReferenceOr::Item(schema(&Value::Null)),
            schema_or_reference,
        )),
        example: None,
        examples: IndexMap::new(),
        explode: None,
        extensions: IndexMap::new(),
    };
    match value.get("in").and_then(Value::as_str)? {
        "query" => Some(Parameter::Query {
            parameter_data,
            allow_reserved: false,
            style: value
                .get("style")
                .and_then(|style| serde_json::from_value(style.clone()).ok())
                .unwrap_or_default(),
            allow_empty_value: None,
        }),
        "path" => Some(Parameter::Path {
            parameter_data,
            style: PathStyle::default(),
        }),
        _ => None,
    }
}

/// An operation, but for its parameters, which are read one by one.
#[derive(Debug)]
pub(crate) struct Operation {
    pub(crate) id: Option<String>,
    pub(crate) summary: Option<String>,
    pub(crate) description: Option<String>,
    pub(crate) deprecated: bool,
    /// The URL of the first of its own servers.
    pub(crate) server: Option<String>,
    /// The request body by media type.
    pub(crate) body: IndexMap<String, MediaType>,
    pub(crate) success: Option<Success>,
}

/// The first response of an operation with a status of 2xx.
#[derive(Debug)]
pub(crate) struct Success {
    /// `200`, or `2XX`.
    pub(crate) status: String,
    /// The body by media type.
    pub(crate) content: IndexMap<String, MediaType>,
}

pub(crate) fn operation(value: &Value) -> Operation {
    let success = value.get("responses").and_then(|responses| {
        let status = success(responses.as_object()?)?;
        Some(Success {
            status: status.to_owned(),
            content: content(responses.get(status)?),
        })
    });
    Operation {
        id: text(value, "operationId"),
        summary: text(value, "summary"),
        description: text(value, "description"),
        deprecated: flag(value, "deprecated"),
        server: items(value, "servers").find_map(|server| text(server, "url")),
        body: value.get("requestBody").map(content).unwrap_or_default(),
        success,
    }
}

fn content(value: &Value) -> IndexMap<String, MediaType> {
    let media_types = members(value, "content").map(|(name, value)| {
        let media_type = MediaType {
            schema: value.get("schema").map(schema_or_reference),
            ..MediaType::default()
        };
        (name.clone(), media_type)
    });
    media_types.collect()
}
