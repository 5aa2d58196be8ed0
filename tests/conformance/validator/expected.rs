//! What the validator should understand, from what was set; the client's encoder has no part in it.

use serde_json::{Map, Value, json};
use stripe_identity_tests::document::{Document, Kind, Operation};

use crate::echo::Answer;

/// What the validator should understand.
#[derive(Debug)]
pub(crate) struct Expected {
    /// `POST /v1/identity/verification_sessions/{session}`
    pub(crate) operation: String,
    path: Value,
    query: Value,
    body: Value,
}

impl Expected {
    /// Of a line such as `GET /v1/identity/verification_reports/vr_123`, and parameters by name.
    pub(crate) fn new(operation: &Operation, line: &str, parameters: Value) -> Self {
        let nothing = json!({});
        let (query, body) = if line.starts_with("POST ") {
            (nothing, parameters)
        } else {
            (parameters, nothing)
        };
        let segments = operation.line.split('/').zip(line.split('/'));
        let path = segments.filter_map(|(template, sent)| {
            let name = template.strip_prefix('{')?.strip_suffix('}')?;
            Some((name.to_owned(), Value::from(sent)))
        });
        Self {
            operation: operation.line.clone(),
            path: Value::Object(path.collect()),
            query,
            body,
        }
    }

    /// Of pairs such as `expand[0]`, `data.document`, with the types that the document names.
    pub(crate) fn of_pairs(document: &Document, line: &str, pairs: &[(&str, &str)]) -> Self {
        let operations = document.operations();
        let operation = operations.iter().find(|one| one.is_asked_by(line));
        let operation = operation.unwrap_or_else(|| panic!("{line} is no operation"));
        let mut parameters = json!({});
        for &(name, value) in pairs {
            let (segments, value) = typed(operation, name, value);
            insert(&mut parameters, &segments, value);
        }
        Self::new(operation, line, parameters)
    }

    /// What is wrong with an answer.
    pub(crate) fn compare(&self, answer: Answer) -> Result<(), String> {
        let heard = answer.map_err(|refusal| refusal.to_string())?;
        if heard.operation != self.operation {
            return Err(format!("taken for {}", heard.operation));
        }
        let places = [
            ("path", &self.path, &heard.path),
            ("query", &self.query, &heard.query),
            ("body", &self.body, &heard.body),
        ];
        for (place, expected, heard) in places {
            if expected != heard {
                return Err(format!("{place}: set {expected}, understood as {heard}"));
            }
        }
        Ok(())
    }
}

/// A part of a name: of `expand[0]`, a member and an element.
enum Segment<'a> {
    Member(&'a str),
    Element,
}

fn typed<'a>(operation: &Operation, name: &'a str, value: &str) -> (Vec<Segment<'a>>, Value) {
    let candidates: Vec<_> = operation.parameters_sent_as(name).collect();
    let clears = |kind: &Kind| value.is_empty() && *kind == Kind::Clear;
    let parameter = candidates
        .iter()
        .find(|parameter| clears(&parameter.kind))
        .or(candidates
            .iter()
            .find(|parameter| parameter.kind != Kind::Clear))
        .unwrap_or_else(|| panic!("{} takes no {name}", operation.line));
    let value = match parameter.kind {
        Kind::Integer | Kind::Time => value.parse::<i64>().expect("an integer").into(),
        Kind::Boolean => value.parse::<bool>().expect("true or false").into(),
        _ => value.into(),
    };
    let pattern = parameter
        .name
        .split('[')
        .map(|part| part.trim_end_matches(']'));
    let sent = name
        .split('[')
        .map(|part| part.strip_suffix(']').unwrap_or(part));
    let segments = pattern.zip(sent).map(|(pattern, sent)| match pattern {
        "" => Segment::Element,
        _ => Segment::Member(sent),
    });
    (segments.collect(), value)
}

fn insert(into: &mut Value, segments: &[Segment<'_>], value: Value) {
    let place = match segments {
        [] => {
            *into = value;
            return;
        }
        [Segment::Member(name), ..] => {
            if !into.is_object() {
                *into = Value::Object(Map::new());
            }
            &mut into[*name]
        }
        // Elements are sent in their order.
        [Segment::Element, ..] => {
            if !into.is_array() {
                *into = Value::Array(Vec::new());
            }
            let elements = into.as_array_mut().expect("it was made one");
            elements.push(Value::Null);
            elements.last_mut().expect("it was added")
        }
    };
    insert(place, &segments[1..], value);
}
