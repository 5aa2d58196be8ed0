//! Checks parameters against the request schemas of the document.

use indexmap::IndexMap;
use serde_json::{Map, Value};

use crate::form::{Node, join};
use crate::refusal::Refusal;
use crate::spec::Schema;

/// The parameters as JSON, typed as the schema says. Null clears.
///
/// # Errors
///
/// What Stripe refuses before it looks at any object.
pub(crate) fn parameters(
    schema: Schema,
    nodes: &IndexMap<String, Node>,
) -> Result<Map<String, Value>, Refusal> {
    object(schema, nodes, "")
}

fn object(
    schema: Schema,
    nodes: &IndexMap<String, Node>,
    path: &str,
) -> Result<Map<String, Value>, Refusal> {
    let other = schema.other_properties();
    let unknown: Vec<String> = nodes
        .keys()
        .filter(|key| schema.property(key).is_none() && other.is_none())
        .map(|key| join(path, key))
        .collect();
    if let Some(first) = unknown.first() {
        let plural = if unknown.len() == 1 { "" } else { "s" };
        let message = format!("Received unknown parameter{plural}: {}", unknown.join(", "));
        return Err(Refusal::invalid(message)
            .code("parameter_unknown")
            .param(first));
    }
    for name in schema.required() {
        if !nodes.contains_key(name) {
            return Err(missing(&join(path, name)));
        }
    }
    let mut object = Map::new();
    for (key, node) in nodes {
        let name = join(path, key);
        let value = match (schema.property(key), other) {
            (Some(property), _) => value(property, node, &name)?,
            (None, Some(other)) => entry(other, node, &name)?,
            (None, None) => continue,
        };
        object.insert(key.clone(), value);
    }
    Ok(object)
}

/// A value of a map. An empty string removes it.
fn entry(schema: Schema, node: &Node, path: &str) -> Result<Value, Refusal> {
    match node {
        Node::Leaf(text) if text.is_empty() => Ok(Value::Null),
        node => value(schema, node, path),
    }
}

fn value(schema: Schema, node: &Node, path: &str) -> Result<Value, Refusal> {
    if let Some(chosen) = choose(schema, node) {
        return value(chosen, node, path);
    }
    match (schema.kind(), node) {
        (Some("object"), Node::Branch(nodes)) => object(schema, nodes, path).map(Value::from),
        // A map is cleared like one of its values.
        (Some("object"), Node::Leaf(text)) if text.is_empty() => {
            if schema.other_properties().is_some() {
                Ok(Value::Null)
            } else {
                Err(empty(path))
            }
        }
        (Some("object"), Node::Leaf(_)) => Err(Refusal::invalid("Invalid object").param(path)),
        (Some("array"), Node::Branch(nodes)) => array(schema, nodes, path),
        (Some("array"), Node::Leaf(text)) if text.is_empty() => Err(empty(path)),
        (Some("array"), Node::Leaf(_)) => Err(Refusal::invalid("Invalid array").param(path)),
        (_, Node::Branch(_)) => Err(Refusal::invalid("Invalid string").param(path)),
        (_, Node::Leaf(text)) => leaf(schema, text, path),
    }
}

/// The choice of `anyOf` that the value is meant for.
fn choose(schema: Schema, node: &Node) -> Option<Schema> {
    schema.choices().next()?;
    let fits = |choice: &Schema| match node {
        Node::Branch(_) => matches!(choice.kind(), Some("object" | "array")),
        Node::Leaf(text) if text.is_empty() => is_clearing(*choice),
        Node::Leaf(_) => {
            !matches!(choice.kind(), Some("object" | "array")) && !is_clearing(*choice)
        }
    };
    // If none fits, the first one says what was expected.
    schema
        .choices()
        .find(fits)
        .or_else(|| schema.choices().next())
}

/// Whether the schema is the one that clears: an enum of the empty string.
fn is_clearing(schema: Schema) -> bool {
    schema.values().is_some_and(|values| values == [""])
}

fn array(schema: Schema, nodes: &IndexMap<String, Node>, path: &str) -> Result<Value, Refusal> {
    let mut indexed = Vec::with_capacity(nodes.len());
    for (key, node) in nodes {
        let index: usize = key
            .parse()
            .map_err(|_| Refusal::invalid("Invalid array").param(path))?;
        indexed.push((index, node));
    }
    indexed.sort_by_key(|(index, _)| *index);
    // `01` beside `1`, or a gap.
    if indexed
        .iter()
        .enumerate()
        .any(|(place, (index, _))| place != *index)
    {
        return Err(Refusal::invalid("Invalid array").param(path));
    }
    let mut values = Vec::with_capacity(indexed.len());
    for (index, node) in indexed {
        let name = join(path, &index.to_string());
        values.push(match schema.items() {
            Some(items) => value(items, node, &name)?,
            None => Value::Null,
        });
    }
    Ok(values.into())
}

fn leaf(schema: Schema, text: &str, path: &str) -> Result<Value, Refusal> {
    if text.is_empty() {
        return if is_clearing(schema) {
            Ok(Value::Null)
        } else {
            Err(empty(path))
        };
    }
    if let Some(values) = schema.values() {
        return if values.contains(&text) {
            Ok(text.into())
        } else {
            let message = format!("Invalid {path}: must be one of {}", values.join(", "));
            Err(Refusal::invalid(message).param(path))
        };
    }
    match schema.kind() {
        Some("integer") => text.parse::<i64>().map(Value::from).map_err(|_| {
            Refusal::invalid("Invalid integer")
                .code("parameter_invalid_integer")
                .param(path)
        }),
        Some("boolean") => match text {
            "true" => Ok(true.into()),
            "false" => Ok(false.into()),
            _ => Err(Refusal::invalid("Invalid boolean: must be true or false").param(path)),
        },
        _ => string(schema, text, path),
    }
}

fn string(schema: Schema, text: &str, path: &str) -> Result<Value, Refusal> {
    let length = text.chars().count();
    match schema.max_length() {
        Some(most) if u64::try_from(length).unwrap_or(u64::MAX) > most => {
            let message = format!("Invalid string: must be at most {most} characters");
            Err(Refusal::invalid(message).param(path))
        }
        _ => Ok(text.into()),
    }
}

pub(crate) fn missing(path: &str) -> Refusal {
    Refusal::invalid(format!("Missing required param: {path}."))
        .code("parameter_missing")
        .param(path)
}

fn empty(path: &str) -> Refusal {
    let message = format!(
        "You passed an empty string for '{path}', which cannot be unset. Omit '{path}' or give it \
         a value."
    );
    Refusal::invalid(message)
        .code("parameter_invalid_empty")
        .param(path)
}
