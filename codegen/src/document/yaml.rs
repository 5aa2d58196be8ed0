//! The outline of a YAML text.
//!
//! YAML cannot be skipped as cheaply as JSON: all of the text becomes values of `serde_yaml`, and what is selected is
//! converted to JSON.

use indexmap::IndexMap;
use serde_json::{Map, Number, Value};
use serde_yaml::Value as Yaml;

use super::json::without_place;
use super::unreadable::no_document;
use super::{Outline, Part, Parts, not_an_object};
use crate::diagnostic::Diagnostic;
use crate::pointer::Pointer;

pub(super) fn outline<'a>(name: &str, text: &str) -> Result<Outline<'a>, Diagnostic> {
    check_depth(name, text)?;
    let value: Yaml = serde_yaml::from_str(text).map_err(|error| {
        if !text.contains("openapi") {
            return no_document(name, text, "some other text");
        }
        let location = error.location().map_or_else(
            || format!("{name}:1"),
            |place| format!("{name}:{}:{}", place.line(), place.column()),
        );
        let message = error.to_string();
        Diagnostic::new(
            location,
            format!("broken YAML: {}", without_place(&message)),
        )
        .help("fetch the text again, or correct it at that place")
    })?;
    if !value.is_mapping() {
        return Err(no_document(name, text, kind(&value)));
    }
    let root = Pointer::root();
    let mut outline = Outline::default();
    for (key, part) in members(name, value, &root)? {
        outline.order.push(key.clone());
        let pointer = root.join(&key);
        match key.as_str() {
            "paths" => outline.paths = Some(parts(name, part, &pointer)?),
            "components" => {
                let mut sections = IndexMap::new();
                for (section, value) in members(name, part, &pointer)? {
                    if !section.starts_with("x-") {
                        let parts = parts(name, value, &pointer.join(&section))?;
                        sections.insert(section, parts);
                    }
                }
                outline.components = Some(sections);
            }
            _ => {
                outline.root.insert(key, Part::Yaml(part));
            }
        }
    }
    Ok(outline)
}

/// How deep brackets may be nested. `serde_yaml` accepts 128 levels.
const MAX_DEPTH: usize = 1000;

/// Refuses thousands of nested brackets: `serde_yaml` looks at every level for every token, which takes quadratic time.
///
/// Only brackets where a value may begin count. Those in the middle of a plain text or in quotes are text.
fn check_depth(name: &str, text: &str) -> Result<(), Diagnostic> {
    let mut depth = 0_usize;
    let mut quote = None;
    let mut before = '\n';
    for (at, c) in text.char_indices() {
        match (quote, c) {
            (Some(open), c) if c == open && (before != '\\' || open == '\'') => quote = None,
            (None, '[' | '{') if "[{,:-?\n".contains(before) => depth += 1,
            (None, ']' | '}') => depth = depth.saturating_sub(1),
            (None, '"' | '\'') if "[{,:-?\n".contains(before) => quote = Some(c),
            _ => {}
        }
        if depth > MAX_DEPTH {
            let line = text[..at].matches('\n').count() + 1;
            return Err(Diagnostic::new(
                format!("{name}:{line}"),
                format!("broken YAML: brackets are nested deeper than {MAX_DEPTH} levels"),
            )
            .help("fetch the text again, or correct it at that place"));
        }
        if quote.is_some() && before == '\\' {
            before = ' ';
        } else if quote.is_some() || c == '\n' || !c.is_whitespace() {
            before = c;
        }
    }
    Ok(())
}

fn parts<'a>(name: &str, value: Yaml, pointer: &Pointer) -> Result<Parts<'a>, Diagnostic> {
    Ok(members(name, value, pointer)?
        .into_iter()
        .map(|(key, value)| (key, Part::Yaml(value)))
        .collect())
}

fn members(name: &str, value: Yaml, pointer: &Pointer) -> Result<Vec<(String, Yaml)>, Diagnostic> {
    match value {
        Yaml::Mapping(mapping) => mapping
            .into_iter()
            .map(|(key, value)| Ok((key_text(name, &key, pointer)?, value)))
            .collect(),
        other => Err(not_an_object(name, pointer, kind(&other))),
    }
}

/// Converts a YAML value to JSON.
pub(super) fn to_json(name: &str, value: &Yaml, pointer: &Pointer) -> Result<Value, Diagnostic> {
    Ok(match value {
        Yaml::Null => Value::Null,
        Yaml::Bool(boolean) => Value::Bool(*boolean),
        Yaml::Number(number) => Value::Number(json_number(number).ok_or_else(|| {
            Diagnostic::at(
                name,
                pointer,
                format!("the number {number} cannot be written in JSON"),
            )
            .help("OpenAPI documents hold JSON values only")
        })?),
        Yaml::String(text) => Value::String(text.clone()),
        Yaml::Sequence(items) => {
            let items = items
                .iter()
                .enumerate()
                .map(|(index, item)| to_json(name, item, &pointer.index(index)));
            Value::Array(items.collect::<Result<_, _>>()?)
        }
        Yaml::Mapping(mapping) => {
            let mut members = Map::new();
            for (key, value) in mapping {
                let key = key_text(name, key, pointer)?;
                let value = to_json(name, value, &pointer.join(&key))?;
                members.insert(key, value);
            }
            Value::Object(members)
        }
        Yaml::Tagged(tagged) => {
            return Err(Diagnostic::at(
                name,
                pointer,
                format!("unexpected YAML tag `{}`", tagged.tag),
            )
            .help("remove the tag: OpenAPI documents hold JSON values only"));
        }
    })
}

fn json_number(number: &serde_yaml::Number) -> Option<Number> {
    match (number.as_i64(), number.as_u64(), number.as_f64()) {
        (Some(integer), _, _) => Some(integer.into()),
        (None, Some(integer), _) => Some(integer.into()),
        (None, None, Some(float)) => Number::from_f64(float),
        (None, None, None) => None,
    }
}

/// YAML reads an unquoted `200:` as a number; JSON's keys are strings.
fn key_text(name: &str, key: &Yaml, pointer: &Pointer) -> Result<String, Diagnostic> {
    match key {
        Yaml::String(text) => Ok(text.clone()),
        Yaml::Number(number) => Ok(number.to_string()),
        Yaml::Bool(boolean) => Ok(boolean.to_string()),
        other => Err(Diagnostic::at(
            name,
            pointer,
            format!("a key is {}, not a string", kind(other)),
        )
        .help("OpenAPI documents have string keys only")),
    }
}

fn kind(value: &Yaml) -> &'static str {
    match value {
        Yaml::Null => "null",
        Yaml::Bool(_) => "a boolean",
        Yaml::Number(_) => "a number",
        Yaml::String(_) => "a string",
        Yaml::Sequence(_) => "an array",
        Yaml::Mapping(_) => "an object",
        Yaml::Tagged(_) => "a tagged value",
    }
}
