//! Answers against OpenAPI documents, strictly: nothing missing, nothing unknown, no null
//! where none is allowed.

use std::sync::LazyLock;

use http::Method;
use serde_json::Value;

use super::Answer;

/// What the stand-in holds to: the pinned document, what it serves beside Identity, and its
/// control interface.
static DOCUMENTS: LazyLock<[Value; 3]> = LazyLock::new(|| {
    [
        include_str!("../../../../spec/openapi.json"),
        include_str!("../../../openapi/beside.json"),
        include_str!("../../../openapi/control.json"),
    ]
    .map(|text| serde_json::from_str(text).expect("the documents are JSON"))
});

/// Panics unless the answer is what a document says of the operation.
pub(crate) fn check(method: &Method, path: &str, answer: &Answer) {
    let (path, _) = path.split_once('?').unwrap_or((path, ""));
    let found = find(method, path);
    let pinned = &DOCUMENTS[0];
    let (document, schema) = match found {
        Some((document, operation)) if answer.status == 200 => {
            let schema = operation.pointer("/responses/200/content/application~1json/schema");
            (document, schema)
        }
        Some((document, _)) if path.starts_with("/_fake/") => {
            (document, document.pointer("/components/schemas/error"))
        }
        _ => (pinned, pinned.pointer("/components/schemas/error")),
    };
    let schema = schema.expect("what is answered has a schema");
    let mut wrong = Vec::new();
    compare(document, schema, &answer.json, path, &mut wrong);
    assert!(wrong.is_empty(), "{wrong:#?}\nin {}", answer.text);
}

/// Panics unless the body is what the operation takes. Returns the operation's id.
pub(crate) fn check_body(method: &Method, path: &str, body: Option<&Value>) -> String {
    let (document, operation) = find(method, path).expect("the operation is documented");
    let schema = operation.pointer("/requestBody/content/application~1json/schema");
    match (schema, body) {
        (Some(schema), Some(body)) => {
            let mut wrong = Vec::new();
            compare(document, schema, body, path, &mut wrong);
            assert!(wrong.is_empty(), "{wrong:#?}\nin {body}");
        }
        (None, Some(body)) => panic!("{path} takes no body: {body}"),
        (_, None) => assert_ne!(operation["requestBody"]["required"], true, "{path}"),
    }
    let id = operation["operationId"].as_str();
    id.expect("operations have ids").to_owned()
}

/// The ids of all operations of the control interface.
pub(crate) fn control_operations() -> Vec<String> {
    let paths = DOCUMENTS[2]["paths"].as_object().expect("there are paths");
    let operations = paths.values().filter_map(Value::as_object).flatten();
    let ids = operations.filter_map(|(_, operation)| operation["operationId"].as_str());
    ids.map(str::to_owned).collect()
}

/// The same for an object of a component.
pub(crate) fn check_component(name: &str, value: &Value) {
    let document = &DOCUMENTS[0];
    let schema = &document["components"]["schemas"][name];
    let mut wrong = Vec::new();
    compare(document, schema, value, name, &mut wrong);
    assert!(wrong.is_empty(), "{wrong:#?}\nin {value}");
}

fn find(method: &Method, path: &str) -> Option<(&'static Value, &'static Value)> {
    let fits = |template: &str| {
        template.split('/').count() == path.split('/').count()
            && template
                .split('/')
                .zip(path.split('/'))
                .all(|(expected, given)| expected.starts_with('{') || expected == given)
    };
    DOCUMENTS.iter().find_map(|document| {
        let paths = document["paths"].as_object().expect("there are paths");
        let (_, item) = paths.iter().find(|(template, _)| fits(template))?;
        let operation = &item[method.as_str().to_lowercase()];
        operation.is_object().then_some((document, operation))
    })
}

fn compare(document: &Value, schema: &Value, value: &Value, at: &str, wrong: &mut Vec<String>) {
    if let Some(reference) = schema["$ref"].as_str() {
        let target = document.pointer(reference.trim_start_matches('#'));
        return compare(
            document,
            target.expect("references lead somewhere"),
            value,
            at,
            wrong,
        );
    }
    if value.is_null() {
        if schema["nullable"] != true {
            wrong.push(format!("{at}: null"));
        }
        return;
    }
    if let Some(choices) = schema["anyOf"].as_array() {
        let fits = choices.iter().any(|choice| {
            let mut wrong = Vec::new();
            compare(document, choice, value, at, &mut wrong);
            wrong.is_empty()
        });
        if !fits {
            wrong.push(format!("{at}: none of anyOf"));
        }
        return;
    }
    if let Some(values) = schema["enum"].as_array()
        && !values.contains(value)
    {
        wrong.push(format!("{at}: not of the enum"));
    }
    match (schema["type"].as_str(), value) {
        (Some("object"), Value::Object(object)) => {
            let required = schema["required"].as_array().into_iter().flatten();
            for name in required.filter_map(Value::as_str) {
                if !object.contains_key(name) {
                    wrong.push(format!("{at}.{name}: missing"));
                }
            }
            for (name, value) in object {
                let property = &schema["properties"][name];
                let other = &schema["additionalProperties"];
                // An object without properties may hold anything.
                if *other == true
                    || !schema["properties"].is_object() && !other.is_object() && *other != false
                {
                    continue;
                }
                match (property.is_object(), other.is_object()) {
                    (true, _) => compare(document, property, value, &format!("{at}.{name}"), wrong),
                    (_, true) => compare(document, other, value, &format!("{at}.{name}"), wrong),
                    _ => wrong.push(format!("{at}.{name}: unknown")),
                }
            }
        }
        (Some("array"), Value::Array(values)) => {
            for (index, value) in values.iter().enumerate() {
                compare(
                    document,
                    &schema["items"],
                    value,
                    &format!("{at}.{index}"),
                    wrong,
                );
            }
        }
        (Some("string"), Value::String(text)) => {
            let most = schema["maxLength"].as_u64().unwrap_or(u64::MAX);
            if text.chars().count() as u64 > most {
                wrong.push(format!("{at}: too long"));
            }
        }
        (Some("boolean"), Value::Bool(_)) | (Some("number"), Value::Number(_)) => {}
        (Some("integer"), Value::Number(number)) if number.is_i64() => {}
        (kind, _) => wrong.push(format!("{at}: not of type {kind:?}")),
    }
}
