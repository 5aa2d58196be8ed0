//! What the document allows a request to send.

use serde_json::{Value, json};
use stripe_identity_tests::document::{elements, members, text};

/// An operation of the document, by its method and path.
pub(super) fn operation<'a>(document: &'a Value, line: &str) -> &'a Value {
    let (method, path) = line.split_once(' ').expect("a method and a path");
    &document["paths"][path][method.to_lowercase()]
}

/// All that an operation takes, wherever it is sent, as one object.
pub(super) fn of_request(document: &Value, line: &str) -> Value {
    let operation = operation(document, line);
    let parameters = elements(&operation["parameters"]);
    let parameters = parameters.map(|one| (text(&one["name"]), one["schema"].clone()));
    let bodies = members(&operation["requestBody"]["content"]);
    let properties = bodies.flat_map(|(_, body)| members(&body["schema"]["properties"]));
    let properties = properties.map(|(name, schema)| (name, schema.clone()));
    json!({ "properties": parameters.chain(properties).collect::<Value>() })
}

/// The alternative of a schema with this type. The empty text that clears is none.
pub(super) fn of_type<'a>(schema: &'a Value, type_: &str) -> &'a Value {
    let clears = json!([""]);
    elements(&schema["anyOf"])
        .map(|alternative| of_type(alternative, type_))
        .find(|alternative| alternative["type"] == type_ && alternative["enum"] != clears)
        .unwrap_or(schema)
}

/// The property that an argument or a setter with this name sets.
pub(super) fn property<'a>(schema: &'a Value, name: &str) -> &'a Value {
    let plain = |name: &str| name.to_lowercase().replace(['_', '-', '.', '[', ']'], "");
    let properties = &of_type(schema, "object")["properties"];
    let mut names = members(properties).map(|(name, _)| name);
    let wire = names.find(|wire| plain(wire) == plain(name));
    &properties[wire.unwrap_or(name)]
}

/// The first value of an enum, but for the empty one, which clears.
pub(super) fn first(schema: &Value) -> Option<&str> {
    let mut values = elements(&of_type(schema, "string")["enum"]).map(text);
    values.find(|value| !value.is_empty())
}

/// A text that is allowed.
pub(super) fn some_text(schema: &Value) -> String {
    let longest = of_type(schema, "string")["maxLength"].as_u64();
    let longest = longest.map_or(usize::MAX, |length| length.try_into().expect("a length"));
    first(schema).map_or_else(
        || "some text".chars().take(longest).collect(),
        str::to_owned,
    )
}

/// Whether there is nothing of a value in a form: that is so for an object without properties.
pub(super) fn is_nothing_in_a_form(schema: &Value) -> bool {
    let object = of_type(schema, "object");
    object["type"] == "object"
        && !object["additionalProperties"].is_object()
        && members(&object["properties"]).all(|(_, schema)| is_nothing_in_a_form(schema))
}
