//! What an operation gives: a resource, or a list of them.

use indexmap::IndexMap;
use openapiv3::{Schema, SchemaKind, Type};

use super::schema::{
    SchemaRef, component_name, inline_property, list_items, object, object_constant,
};
use crate::model::Method;
use crate::select::SelectedOperation;

/// The method, where it is one that Stripe's API has.
pub(super) fn method(operation: &SelectedOperation) -> Option<Method> {
    match operation.method.as_str() {
        "get" => Some(Method::Get),
        "post" => Some(Method::Post),
        "delete" => Some(Method::Delete),
        _ => None,
    }
}

/// Whether an operation gives a list.
pub(super) fn is_list(operation: &SelectedOperation, schemas: &IndexMap<String, Schema>) -> bool {
    body(operation).is_some_and(|body| items_of(body, schemas).is_some())
}

/// The key of the resource that an operation gives, or gives a list of.
pub(super) fn subject(
    operation: &SelectedOperation,
    schemas: &IndexMap<String, Schema>,
) -> Option<String> {
    let body = body(operation)?;
    let SchemaRef::Component(reference) = items_of(body, schemas).unwrap_or(body) else {
        return None;
    };
    let key = component_name(reference);
    let schema = schemas.get(&key)?;
    (is_resource(schema) && !is_deleted(schema)).then_some(key)
}

/// The schema of a success.
fn body(operation: &SelectedOperation) -> Option<SchemaRef<'_>> {
    let success = operation.operation.success.as_ref()?;
    let media_type = success.content.get("application/json")?;
    media_type.schema.as_ref().map(SchemaRef::from)
}

/// The items of a list, in place or by reference.
fn items_of<'s>(
    schema: SchemaRef<'s>,
    schemas: &'s IndexMap<String, Schema>,
) -> Option<SchemaRef<'s>> {
    match schema {
        SchemaRef::Inline(schema) => list_items(schema),
        SchemaRef::Component(reference) => {
            schemas.get(&component_name(reference)).and_then(list_items)
        }
    }
}

pub(super) fn is_resource(schema: &Schema) -> bool {
    schema.schema_data.extensions.contains_key("x-resourceId") && object_constant(schema).is_some()
}

/// Whether a schema is of a resource that has an id.
pub(super) fn has_id(schema: &Schema) -> bool {
    is_resource(schema) && !is_deleted(schema) && has_string_id(schema)
}

/// Whether a schema is what is left of something that was deleted.
fn is_deleted(schema: &Schema) -> bool {
    object(schema).is_some_and(|object| {
        let deleted = inline_property(object, "deleted");
        deleted.is_some_and(|deleted| {
            matches!(deleted.schema_kind, SchemaKind::Type(Type::Boolean(_)))
        }) && object.required.iter().any(|name| name == "deleted")
    })
}

fn has_string_id(schema: &Schema) -> bool {
    let id = object(schema).and_then(|object| {
        let required = object.required.iter().any(|name| name == "id");
        inline_property(object, "id").filter(|_| required)
    });
    id.is_some_and(|id| {
        matches!(id.schema_kind, SchemaKind::Type(Type::String(_))) && !id.schema_data.nullable
    })
}
