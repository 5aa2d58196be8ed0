//! Mutations of a document as a value: still JSON, and something else than it was.

use serde_json::{Map, Value, json};

use super::random::Random;
use super::words::{NAMES, NUMBERS, PROSE, REFERENCES};

/// Every place of a document, as steps from its root.
#[derive(Debug)]
pub(super) struct Places(Vec<Vec<Step>>);

#[derive(Clone, Debug)]
enum Step {
    Key(String),
    Index(usize),
}

impl Places {
    pub(super) fn of(document: &Value) -> Self {
        let mut places = Vec::new();
        let mut queue = vec![(document, Vec::new())];
        while let Some((value, path)) = queue.pop() {
            let step = |step: Step| {
                let mut path = path.clone();
                path.push(step);
                path
            };
            match value {
                Value::Object(members) => queue.extend(
                    members
                        .iter()
                        .map(|(key, value)| (value, step(Step::Key(key.clone())))),
                ),
                Value::Array(items) => queue.extend(
                    items
                        .iter()
                        .enumerate()
                        .map(|(index, value)| (value, step(Step::Index(index)))),
                ),
                _ => {}
            }
            places.push(path);
        }
        Self(places)
    }

    fn pick(&self, random: &mut Random) -> &[Step] {
        // Two of three times where it matters most.
        for _ in 0..8 {
            let path = &self.0[random.below(self.0.len())];
            let is_deep = matches!(path.first(), Some(Step::Key(key)) if key == "paths" || key == "components");
            if is_deep || random.one_in(3) {
                return path;
            }
        }
        &self.0[random.below(self.0.len())]
    }
}

fn at<'v>(value: &'v mut Value, path: &[Step]) -> Option<&'v mut Value> {
    path.iter().try_fold(value, |value, step| match step {
        Step::Key(key) => value.get_mut(key),
        Step::Index(index) => value.get_mut(index),
    })
}

/// One mutation, and what it was.
pub(super) fn mutate(document: &mut Value, places: &Places, random: &mut Random) -> String {
    let path = places.pick(random).to_vec();
    let kind = random.below(14);
    let shown: String = path
        .iter()
        .map(|step| match step {
            Step::Key(key) => format!("/{key:?}"),
            Step::Index(index) => format!("/{index}"),
        })
        .collect();
    let what = match kind {
        0 => remove(document, &path),
        1 => replace(document, &path, another_type(random)),
        2 => refer(document, &path, random),
        3 => close_circle(document, places, random),
        4 | 5 => rename(document, &path, random),
        6 => duplicate(document, &path, random),
        7 => swap(document, &path, places.pick(random)),
        8 => replace(document, &path, Value::from(random.pick(PROSE))),
        9 => add(document, &path, random),
        10 => replace(document, &path, number(random)),
        11 => nest(document, &path, random),
        12 => describe(document, &path, random),
        _ => enumerate(document, &path, random),
    };
    format!("{what} at {shown}")
}

fn remove(document: &mut Value, path: &[Step]) -> &'static str {
    if let Some((last, above)) = path.split_last() {
        match (at(document, above), last) {
            (Some(Value::Object(members)), Step::Key(key)) => {
                members.shift_remove(key);
            }
            (Some(Value::Array(items)), Step::Index(index)) if *index < items.len() => {
                items.remove(*index);
            }
            _ => {}
        }
    }
    "removed"
}

fn replace(document: &mut Value, path: &[Step], with: Value) -> &'static str {
    if let Some(value) = at(document, path) {
        *value = with;
    }
    "replaced"
}

fn another_type(random: &mut Random) -> Value {
    match random.below(10) {
        0 => Value::Null,
        1 => json!(true),
        2 => json!([]),
        3 => json!({}),
        4 => json!([null, 1, "x", [], {}]),
        5 => json!({"type": "string"}),
        6 => json!({"type": "object", "properties": {}}),
        7 => json!({"type": ["string", "null"]}),
        8 => Value::from(random.pick(NAMES)),
        _ => number(random),
    }
}

fn number(random: &mut Random) -> Value {
    // What JSON cannot hold is for mutations of the text.
    serde_json::from_str(random.pick(NUMBERS)).unwrap_or(Value::Null)
}

fn refer(document: &mut Value, path: &[Step], random: &mut Random) -> &'static str {
    let reference = random.pick(REFERENCES);
    replace(document, path, json!({ "$ref": reference }));
    "a reference that leads nowhere"
}

/// Components that hold each other, or themselves, in the ways there are.
fn close_circle(document: &mut Value, places: &Places, random: &mut Random) -> &'static str {
    let Some(Value::Object(schemas)) = document.pointer_mut("/components/schemas") else {
        return "no circle";
    };
    let keys: Vec<String> = schemas.keys().cloned().collect();
    if keys.is_empty() {
        return "no circle";
    }
    let a = keys[random.below(keys.len())].clone();
    let b = keys[random.below(keys.len())].clone();
    let reference = |key: &str| json!({ "$ref": format!("#/components/schemas/{key}") });
    let around = |random: &mut Random, inner: Value| match random.below(7) {
        0 => inner,
        1 => json!({ "anyOf": [inner] }),
        2 => json!({ "anyOf": [inner, {"type": "string"}] }),
        3 => json!({ "type": "array", "items": inner }),
        4 => json!({ "type": "object", "additionalProperties": inner }),
        5 => json!({ "type": "object", "properties": { "x": inner }, "required": ["x"] }),
        _ => {
            json!({ "type": "object", "required": ["data", "has_more", "object", "url"], "properties": {
            "data": {"type": "array", "items": inner}, "has_more": {"type": "boolean"},
            "object": {"type": "string", "enum": ["list"]}, "url": {"type": "string"} } })
        }
    };
    let to_b = around(random, reference(&b));
    let to_a = around(random, reference(&a));
    schemas.insert(a.clone(), to_b);
    if b != a {
        schemas.insert(b, to_a);
    }
    // Somebody has to come by.
    if random.one_in(2) {
        replace(document, places.pick(random), reference(&a));
    }
    "a circle"
}

fn rename(document: &mut Value, path: &[Step], random: &mut Random) -> &'static str {
    let name = random.pick(NAMES).to_owned();
    let Some((Step::Key(key), above)) = path.split_last() else {
        return "nothing renamed";
    };
    if let Some(Value::Object(members)) = at(document, above) {
        let old = std::mem::take(members);
        let renamed = old.into_iter().map(|(other, value)| {
            let key = if other == *key { name.clone() } else { other };
            (key, value)
        });
        *members = renamed.collect();
    }
    "renamed"
}

/// The same again, under a name that Rust may write the same way.
fn duplicate(document: &mut Value, path: &[Step], random: &mut Random) -> &'static str {
    let Some((last, above)) = path.split_last() else {
        return "nothing doubled";
    };
    match (at(document, above), last) {
        (Some(Value::Object(members)), Step::Key(key)) => {
            let name = match random.below(7) {
                0 => format!("{key}_"),
                1 => format!("_{key}"),
                2 => key.to_uppercase(),
                3 => key.replace('_', "-"),
                4 => key.replace('_', ""),
                5 => key.replace('.', "_"),
                _ => random.pick(NAMES).to_owned(),
            };
            if let Some(value) = members.get(key).cloned() {
                members.insert(name, value);
            }
        }
        (Some(Value::Array(items)), Step::Index(index)) => {
            let again = items.get(*index).cloned();
            items.extend(again);
        }
        _ => {}
    }
    "doubled"
}

fn swap(document: &mut Value, path: &[Step], other: &[Step]) -> &'static str {
    let Some(taken) = at(document, path).map(Value::take) else {
        return "nothing swapped";
    };
    match at(document, other) {
        Some(place) => {
            let found = std::mem::replace(place, taken);
            replace(document, path, found);
        }
        None => {
            replace(document, path, taken);
        }
    }
    "swapped"
}

/// A keyword that was not there, of those that mean something and those that do not.
fn add(document: &mut Value, path: &[Step], random: &mut Random) -> &'static str {
    let keywords: &[(&str, Value)] = &[
        ("nullable", json!(true)),
        ("deprecated", json!(true)),
        ("anyOf", json!([{"type": "string"}, {"type": "integer"}])),
        ("oneOf", json!([])),
        ("allOf", json!([])),
        ("not", json!({})),
        ("items", json!({"type": "string"})),
        ("properties", json!({"x": {}})),
        ("additionalProperties", json!(true)),
        ("required", json!(["x", "id", "object"])),
        ("enum", json!(["a", "A", "", null, "a"])),
        ("format", json!("binary")),
        ("format", json!("unix-time")),
        ("x-resourceId", json!("thing")),
        ("x-expansionResources", json!({})),
        ("x-cut-ref", json!("#/components/schemas/card")),
        ("x-cut-ref", json!(3)),
        ("$ref", json!("#/components/schemas/museum.exhibit")),
        ("servers", json!([{"url": "https://example.com/"}])),
        (
            "servers",
            json!([{"url": "https://files.stripe.com/\r\nx: y"}]),
        ),
        ("discriminator", json!({"propertyName": "object"})),
        ("style", json!("spaceDelimited")),
        ("in", json!("cookie")),
        ("operationId", json!("Get\"\n*/")),
        ("maxLength", json!(u64::MAX)),
        ("unheard-of", json!(1)),
    ];
    let (key, value) = keywords[random.below(keywords.len())].clone();
    if let Some(Value::Object(members)) = at(document, path) {
        members.insert(key.to_owned(), value);
    }
    "a keyword more"
}

/// The value as deep inside itself as JSON may go, and deeper.
fn nest(document: &mut Value, path: &[Step], random: &mut Random) -> &'static str {
    let depth = [3, 20, 40, 63, 100, 130][random.below(6)];
    let kind = random.below(5);
    if let Some(place) = at(document, path) {
        let mut value = place.take();
        for _ in 0..depth {
            value = match kind {
                0 => json!({ "anyOf": [value] }),
                1 => json!({ "anyOf": [value, {"type": "integer"}] }),
                2 => json!({ "type": "array", "items": value }),
                3 => json!({ "type": "object", "properties": { "x": value } }),
                _ => Value::Array(vec![value]),
            };
        }
        *place = value;
    }
    "nested"
}

fn describe(document: &mut Value, path: &[Step], random: &mut Random) -> &'static str {
    let text = format!("{} {}", random.pick(PROSE), random.pick(PROSE));
    for end in (0..=path.len()).rev() {
        if let Some(Value::Object(members)) = at(document, &path[..end]) {
            members.insert("description".to_owned(), Value::from(text));
            break;
        }
    }
    "described"
}

/// Values of an enum, where there is one near.
fn enumerate(document: &mut Value, path: &[Step], random: &mut Random) -> &'static str {
    let values: Vec<Value> = (0..random.below(6))
        .map(|_| match random.below(6) {
            0 => another_type(random),
            1 => Value::from(random.pick(PROSE)),
            _ => Value::from(random.pick(NAMES)),
        })
        .collect();
    if let Some(place) = at(document, path) {
        let mut schema = Map::new();
        schema.insert("type".to_owned(), json!("string"));
        schema.insert("enum".to_owned(), Value::Array(values));
        *place = Value::Object(schema);
    }
    "enumerated"
}
