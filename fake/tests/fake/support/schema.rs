//! Answers against the pinned document, strictly: nothing missing, nothing that it
//! does not know, no null where it allows none.

use std::sync::LazyLock;

use http::Method;
use serde_json::Value;

use super::Answer;

static DOCUMENT: LazyLock<Value> = LazyLock::new(|| {
    serde_json::from_str(include_str!("../../../../spec/openapi.json"))
        .expect("the pinned document is JSON")
});

/// Panics unless the answer is what the document says of the operation.
pub(super) fn check(method: &Method, path: &str, answer: &Answer) {
    let (path, _) = path.split_once('?').unwrap_or((path, ""));
    let schema = if answer.status == 200 {
        let operation = operation(method, path);
        operation.pointer("/responses/200/content/application~1json/schema")
    } else {
        DOCUMENT.pointer("/components/schemas/error")
    };
    let schema = schema.expect("what is answered has a schema");
    let mut wrong = Vec::new();
    compare(schema, &answer.json, path, &mut wrong);
    assert!(wrong.is_empty(), "{wrong:#?}\nin {}", answer.text);
}

/// The same for an object of a component.
pub(crate) fn check_component(name: &str, value: &Value) {
    let mut wrong = Vec::new();
    compare(
        &DOCUMENT["components"]["schemas"][name],
        value,
        name,
        &mut wrong,
    );
    assert!(wrong.is_empty(), "{wrong:#?}\nin {value}");
}

fn operation(method: &Method, path: &str) -> &'static Value {
    let paths = DOCUMENT["paths"].as_object().expect("there are paths");
    let fits = |template: &str| {
        template.split('/').count() == path.split('/').count()
            && template
                .split('/')
                .zip(path.split('/'))
                .all(|(expected, given)| expected.starts_with('{') || expected == given)
    };
    let (_, item) = paths
        .iter()
        .find(|(template, _)| fits(template))
        .expect("what is answered is in the document");
    &item[method.as_str().to_lowercase()]
}

fn compare(schema: &Value, value: &Value, at: &str, wrong: &mut Vec<String>) {
    if let Some(reference) = schema["$ref"].as_str() {
        let target = DOCUMENT.pointer(reference.trim_start_matches('#'));
        return compare(target.expect("references lead somewhere"), value, at, wrong);
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
            compare(choice, value, at, &mut wrong);
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
                match (property.is_object(), other.is_object()) {
                    (true, _) => compare(property, value, &format!("{at}.{name}"), wrong),
                    (_, true) => compare(other, value, &format!("{at}.{name}"), wrong),
                    _ => wrong.push(format!("{at}.{name}: unknown")),
                }
            }
        }
        (Some("array"), Value::Array(values)) => {
            for (index, value) in values.iter().enumerate() {
                compare(&schema["items"], value, &format!("{at}.{index}"), wrong);
            }
        }
        (Some("string"), Value::String(text)) => {
            let most = schema["maxLength"].as_u64().unwrap_or(u64::MAX);
            if text.chars().count() as u64 > most {
                wrong.push(format!("{at}: too long"));
            }
        }
        (Some("boolean"), Value::Bool(_)) => {}
        (Some("integer"), Value::Number(number)) if number.is_i64() => {}
        (kind, _) => wrong.push(format!("{at}: not of type {kind:?}")),
    }
}
