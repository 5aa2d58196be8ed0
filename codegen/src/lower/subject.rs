//! What an operation gives: a resource, or a list of them.

use indexmap::IndexMap;
use openapiv3::{Schema, SchemaKind, Type};

use crate::model::{ListKind, Method};
use crate::schema::{SchemaRef, component_name, inline_property, list, object, object_constant};
use crate::select::SelectedOperation;

/// The method, where it is one that Stripe's API has.
pub(super) fn method(operation: &SelectedOperation) -> Option<Method> {
    match operation.method.as_str() {
        "get" => Some(Method::Get),
        "post" => Some(Method::Post),
        "put" => Some(Method::Put),
        "delete" => Some(Method::Delete),
        _ => None,
    }
}

/// Whether an operation gives a list of what there is; the result of a search is called by its path.
pub(super) fn is_list(operation: &SelectedOperation, schemas: &IndexMap<String, Schema>) -> bool {
    let list = body(operation).and_then(|body| list_of(body, schemas));
    list.is_some_and(|(kind, _)| kind != ListKind::Search)
}

/// The key of the resource that an operation gives, or gives a list of.
pub(super) fn subject(
    operation: &SelectedOperation,
    schemas: &IndexMap<String, Schema>,
) -> Option<String> {
    let body = body(operation)?;
    let SchemaRef::Component(reference) = list_of(body, schemas).map_or(body, |(_, items)| items)
    else {
        return None;
    };
    let key = component_name(reference);
    let schema = schemas.get(&key)?;
    (is_resource(&key, schema) && !is_deleted(schema)).then_some(key)
}

/// The schema of a success.
fn body(operation: &SelectedOperation) -> Option<SchemaRef<'_>> {
    let success = operation.operation.success.as_ref()?;
    let media_type = success.content.get("application/json")?;
    media_type.schema.as_ref().map(SchemaRef::from)
}

/// A list and its items, in place or by reference.
fn list_of<'s>(
    schema: SchemaRef<'s>,
    schemas: &'s IndexMap<String, Schema>,
) -> Option<(ListKind, SchemaRef<'s>)> {
    match schema {
        SchemaRef::Inline(schema) => list(schema),
        SchemaRef::Component(reference) => schemas.get(&component_name(reference)).and_then(list),
    }
}

/// Whether a schema is of a resource: it says so, or its `object` is its key.
pub(super) fn is_resource(key: &str, schema: &Schema) -> bool {
    let is_marked = schema.schema_data.extensions.contains_key("x-resourceId");
    object_constant(schema).is_some_and(|object| is_marked || object == key)
}

/// Whether a schema is of a resource that has an id.
pub(super) fn has_id(key: &str, schema: &Schema) -> bool {
    is_resource(key, schema) && !is_deleted(schema) && has_string_id(schema)
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
