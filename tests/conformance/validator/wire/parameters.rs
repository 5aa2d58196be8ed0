//! Which parameters of the document a request does not have.

use serde_json::{Map, Value};
use stripe_identity_tests::document::{elements, members, text};

use super::schema;

/// The parameters that are missing, or are of another type than in the document.
pub(super) fn missing(document: &Value, line: &str, path: &str, sent: &Value) -> Vec<String> {
    let operation = schema::operation(document, line);
    let mut wrong = Vec::new();
    let query = decoded(path.split_once('?').map_or("", |(_, query)| query));
    for parameter in elements(&operation["parameters"]) {
        let name = text(&parameter["name"]);
        match text(&parameter["in"]) {
            "query" => member(
                &query,
                name,
                &parameter["schema"],
                false,
                "query",
                &mut wrong,
            ),
            "path" if !path.contains("id_1") => wrong.push(format!("no {name} in the path")),
            _ => {}
        }
    }
    let body = text(&sent["body"]);
    for (media_type, content) in members(&operation["requestBody"]["content"]) {
        let (value, is_json) = match media_type {
            "application/json" => (serde_json::from_str(body).unwrap_or_default(), true),
            "application/x-www-form-urlencoded" if line.starts_with("DELETE ") => {
                (query.clone(), false)
            }
            "application/x-www-form-urlencoded" if line.starts_with("GET ") => continue,
            "application/x-www-form-urlencoded" => (decoded(body), false),
            "multipart/form-data" => {
                for (name, _) in members(&content["schema"]["properties"]) {
                    if !body.contains(&format!("name=\"{name}")) {
                        wrong.push(format!("no {name} in the parts"));
                    }
                }
                continue;
            }
            other => {
                wrong.push(format!("a body as {other}"));
                continue;
            }
        };
        walk(&value, &content["schema"], is_json, "body", &mut wrong);
    }
    wrong
}

fn member(
    value: &Value,
    name: &str,
    schema: &Value,
    is_json: bool,
    at: &str,
    wrong: &mut Vec<String>,
) {
    let at = format!("{at}.{name}");
    match value.get(name) {
        Some(value) => walk(value, schema, is_json, &at, wrong),
        None if !is_json && schema::is_nothing_in_a_form(schema) => {}
        None => wrong.push(format!("no {at}")),
    }
}

fn walk(value: &Value, schema: &Value, is_json: bool, at: &str, wrong: &mut Vec<String>) {
    if let Some(alternatives) = schema["anyOf"].as_array() {
        // What fits best was meant.
        let results = alternatives.iter().map(|alternative| {
            let mut wrong = Vec::new();
            walk(value, alternative, is_json, at, &mut wrong);
            wrong
        });
        wrong.extend(results.min_by_key(Vec::len).unwrap_or_default());
        return;
    }
    match text(&schema["type"]) {
        "object" => {
            if !value.is_object() {
                wrong.push(format!("{at} is no object"));
            }
            for (name, property) in members(&schema["properties"]) {
                member(value, name, property, is_json, at, wrong);
            }
            if schema["additionalProperties"].is_object() {
                match members(value).next() {
                    Some((name, value)) => {
                        let at = format!("{at}.{name}");
                        walk(value, &schema["additionalProperties"], is_json, &at, wrong);
                    }
                    None => wrong.push(format!("no entry of {at}")),
                }
            }
        }
        "array" => match if is_json {
            value.get(0)
        } else {
            value.get("0")
        } {
            Some(value) => walk(value, &schema["items"], is_json, &format!("{at}[]"), wrong),
            None => wrong.push(format!("no element of {at}")),
        },
        type_ => {
            // In a form everything is text.
            let is_right = match type_ {
                _ if !is_json => value.is_string(),
                "integer" => value.is_i64(),
                "number" => value.is_number(),
                "boolean" => value.is_boolean(),
                "string" => value.is_string(),
                _ => true,
            };
            if !is_right {
                wrong.push(format!("{at} is {value}, not of type {type_}"));
            }
        }
    }
}

/// A form or a query as objects in objects.
fn decoded(pairs: &str) -> Value {
    let mut root = Value::Object(Map::new());
    for (name, value) in form_urlencoded::parse(pairs.as_bytes()) {
        let mut place = &mut root;
        for part in name.split('[') {
            let part = part.trim_end_matches(']');
            if !place.is_object() {
                *place = Value::Object(Map::new());
            }
            place = &mut place[part];
        }
        *place = Value::String(value.into_owned());
    }
    root
}
