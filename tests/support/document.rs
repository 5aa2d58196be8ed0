//! `spec/openapi.json`, read without the generator: what the tests hold the client against.

use std::fs;
use std::path::Path;

use serde_json::{Map, Value, json};

/// The committed document.
#[derive(Debug)]
pub struct Document {
    root: Value,
}

/// An operation of the document.
#[derive(Debug)]
pub struct Operation {
    /// `POST /v1/identity/verification_sessions/{session}`
    pub line: String,
    /// The schema of everything that can be sent, as query or form.
    pub parameters: Value,
    /// The schema of a success.
    pub output: Value,
}

/// What a scalar is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Any text.
    Text,
    /// An id of one of Stripe's objects.
    Id,
    /// An integer.
    Integer,
    /// A number that need not be an integer.
    Number,
    /// A time in unix seconds.
    Time,
    /// True or false.
    Boolean,
    /// One of these, or one that a later document names.
    Choice(Vec<String>),
    /// The name of the object's type.
    Tag(String),
    /// The key of a map.
    Key,
    /// Anything that these tests do not know: any JSON.
    Any,
}

impl Document {
    /// Reads the document.
    #[must_use]
    pub fn read() -> Self {
        let text = read("spec/openapi.json").expect("spec/openapi.json is committed");
        Self {
            root: serde_json::from_str(&text).expect("spec/openapi.json is JSON"),
        }
    }

    /// The version of Stripe's API that the document describes.
    #[must_use]
    pub fn version(&self) -> &str {
        text(&self.root["info"]["version"])
    }

    /// Every operation, in the document's order.
    #[must_use]
    pub fn operations(&self) -> Vec<Operation> {
        let mut operations = Vec::new();
        for (path, item) in members(&self.root["paths"]) {
            for (method, operation) in members(item) {
                let success = &operation["responses"]["200"]["content"]["application/json"];
                operations.push(Operation {
                    line: format!("{} {path}", method.to_uppercase()),
                    parameters: parameters(operation),
                    output: success["schema"].clone(),
                });
            }
        }
        operations
    }

    /// The schema itself, or the component that it refers to.
    #[must_use]
    pub fn resolve<'a>(&'a self, schema: &'a Value) -> &'a Value {
        match schema["$ref"]
            .as_str()
            .and_then(|reference| reference.strip_prefix('#'))
        {
            Some(pointer) => self
                .root
                .pointer(pointer)
                .expect("a reference leads somewhere"),
            None => schema,
        }
    }

    /// A component by its key.
    #[must_use]
    pub fn component(&self, key: &str) -> Value {
        json!({ "$ref": format!("#/components/schemas/{key}") })
    }

    /// The keys of the components that have an endpoint of their own.
    pub fn resources(&self) -> impl Iterator<Item = &str> {
        members(&self.root["components"]["schemas"])
            .filter(|(_, schema)| schema["x-resourceId"].is_string())
            .map(|(key, _)| key)
    }
}

impl Operation {
    /// Whether a request line as sent is one of this operation.
    #[must_use]
    pub fn is_asked_by(&self, line: &str) -> bool {
        let mut sent = line.split('/');
        self.line.split('/').all(|template| {
            sent.next().is_some_and(|sent| {
                sent == template || (template.starts_with('{') && !sent.is_empty())
            })
        }) && sent.next().is_none()
    }
}

/// Reads a file of the workspace.
///
/// # Errors
///
/// It cannot be read.
pub fn read(path: &str) -> std::io::Result<String> {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(path))
}

/// The values that a schema names.
#[must_use]
pub fn choices(schema: &Value) -> Option<Vec<String>> {
    let values = schema["enum"].as_array()?;
    Some(values.iter().map(|value| text(value).to_owned()).collect())
}

/// The members of an object, none of anything else.
pub fn members(value: &Value) -> impl Iterator<Item = (&str, &Value)> {
    value
        .as_object()
        .into_iter()
        .flatten()
        .map(|(name, value)| (name.as_str(), value))
}

/// The elements of an array, none of anything else.
pub fn elements(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

/// The text of a string, nothing of anything else.
#[must_use]
pub fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

/// The pairs that JSON is sent as: `a[b][0]` and its text, and nothing of empty objects and arrays.
#[must_use]
pub fn pairs(value: &Value) -> Vec<(String, String)> {
    fn visit(name: &str, value: &Value, pairs: &mut Vec<(String, String)>) {
        for (member, value) in members(value) {
            visit(&format!("{name}[{member}]"), value, pairs);
        }
        for (index, value) in elements(value).enumerate() {
            visit(&format!("{name}[{index}]"), value, pairs);
        }
        let text = match value {
            Value::Object(_) | Value::Array(_) => return,
            Value::Null => String::new(),
            Value::String(text) => text.clone(),
            scalar => scalar.to_string(),
        };
        pairs.push((name.to_owned(), text));
    }
    let mut pairs = Vec::new();
    for (name, value) in members(value) {
        visit(name, value, &mut pairs);
    }
    pairs
}

/// A query as a schema, or a form.
fn parameters(operation: &Value) -> Value {
    let form = &operation["requestBody"]["content"]["application/x-www-form-urlencoded"]["schema"];
    if form.is_object() {
        return form.clone();
    }
    let query = elements(&operation["parameters"]).filter(|parameter| parameter["in"] == "query");
    let (mut properties, mut required) = (Map::new(), Vec::new());
    for parameter in query {
        let name = &parameter["name"];
        properties.insert(text(name).to_owned(), parameter["schema"].clone());
        if parameter["required"] == true {
            required.push(name.clone());
        }
    }
    json!({ "type": "object", "properties": properties, "required": required })
}
