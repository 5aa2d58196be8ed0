//! `spec/openapi.json`, read without the generator: what the tests hold the client against.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use serde_json::Value;

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
    /// Everything that can be sent, as query or form.
    pub parameters: Vec<Parameter>,
    /// What a success holds.
    pub output: Value,
}

/// One thing that can be sent; nested ones one by one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parameter {
    /// `options[document][allowed_types][]`; `metadata[*]` where any key does.
    pub name: String,
    /// What it takes.
    pub kind: Kind,
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
    /// The empty string, which clears.
    Clear,
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
                operations.push(Operation {
                    line: format!("{} {path}", method.to_uppercase()),
                    parameters: self.parameters(operation),
                    output: operation["responses"]["200"]["content"]["application/json"]["schema"]
                        .clone(),
                });
            }
        }
        operations
    }

    fn parameters(&self, operation: &Value) -> Vec<Parameter> {
        let mut parameters = Vec::new();
        for parameter in elements(&operation["parameters"]) {
            if parameter["in"] == "query" {
                let name = text(&parameter["name"]);
                self.sendable(name, &parameter["schema"], false, &mut parameters);
            }
        }
        let body = &operation["requestBody"]["content"]["application/x-www-form-urlencoded"];
        for (name, schema) in members(&body["schema"]["properties"]) {
            self.sendable(name, schema, false, &mut parameters);
        }
        parameters
    }

    fn sendable(&self, name: &str, schema: &Value, time: bool, into: &mut Vec<Parameter>) {
        let schema = self.resolve(schema);
        // What is asked for by this kind of range is a time, alone or as a bound.
        let is_range = |schema: &Value| schema["title"] == "range_query_specs";
        let time = time || elements(&schema["anyOf"]).any(is_range);
        for alternative in elements(&schema["anyOf"]) {
            self.sendable(name, alternative, time, into);
        }
        for (member, schema) in members(&schema["properties"]) {
            self.sendable(&format!("{name}[{member}]"), schema, time, into);
        }
        if schema["additionalProperties"].is_object() {
            self.sendable(
                &format!("{name}[*]"),
                &schema["additionalProperties"],
                time,
                into,
            );
            // Stripe's words about metadata say so; the schema does not.
            into.push(Parameter {
                name: name.to_owned(),
                kind: Kind::Clear,
            });
        }
        if schema["items"].is_object() {
            self.sendable(&format!("{name}[]"), &schema["items"], time, into);
        }
        let kind = match text(&schema["type"]) {
            "string" => match choices(schema) {
                Some(only) if only == [""] => Kind::Clear,
                Some(choices) => Kind::Choice(choices),
                None => Kind::Text,
            },
            "integer" if time => Kind::Time,
            "integer" => Kind::Integer,
            "boolean" => Kind::Boolean,
            _ => return,
        };
        into.push(Parameter {
            name: name.to_owned(),
            kind,
        });
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
        serde_json::json!({ "$ref": format!("#/components/schemas/{key}") })
    }

    /// The values that any enum names.
    #[must_use]
    pub fn choices(&self) -> BTreeSet<String> {
        let mut found = BTreeSet::new();
        let mut next = vec![&self.root];
        while let Some(value) = next.pop() {
            found.extend(choices(value).into_iter().flatten());
            next.extend(members(value).map(|(_, value)| value));
            next.extend(elements(value));
        }
        found
    }

    /// The keys of the components that have an endpoint of their own.
    pub fn resources(&self) -> impl Iterator<Item = &str> {
        members(&self.root["components"]["schemas"])
            .filter(|(_, schema)| schema["x-resourceId"].is_string())
            .map(|(key, _)| key)
    }
}

impl Operation {
    /// The parameter that a name as sent belongs to, `expand[0]` to `expand[]`.
    pub fn parameters_sent_as<'a>(&'a self, sent: &str) -> impl Iterator<Item = &'a Parameter> {
        let sent: Vec<String> = segments(sent).map(str::to_owned).collect();
        self.parameters.iter().filter(move |parameter| {
            let mut pattern = segments(&parameter.name);
            let fits = sent.iter().all(|sent| {
                pattern.next().is_some_and(|segment| match segment {
                    "" => sent.parse::<usize>().is_ok(),
                    "*" => true,
                    name => name == sent,
                })
            });
            fits && pattern.next().is_none()
        })
    }

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

/// `a`, `b` and `c` of `a[b][c]`.
fn segments(name: &str) -> impl Iterator<Item = &str> {
    name.split('[')
        .map(|segment| segment.strip_suffix(']').unwrap_or(segment))
}
