//! The outline of a JSON text, in one scan.

use std::borrow::Cow;
use std::fmt;

use indexmap::IndexMap;
use indexmap::map::Entry;
use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, Visitor};
use serde_json::Value;
use serde_json::value::RawValue;

use super::{Outline, Part, Parts, not_an_object};
use crate::diagnostic::Diagnostic;
use crate::pointer::Pointer;

pub(super) fn outline<'a>(name: &str, text: &'a str) -> Result<Outline<'a>, Diagnostic> {
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let outline = deserializer
        .deserialize_map(RootVisitor)
        .and_then(|outline| {
            deserializer.end()?;
            Ok(outline)
        });
    outline.map_err(|error| explain(name, text, &error))
}

/// Finds out why the scan failed. It knows only where it stopped, so the text is read again.
fn explain(name: &str, text: &str, error: &serde_json::Error) -> Diagnostic {
    if let Err(syntax) = serde_json::from_str::<IgnoredAny>(text) {
        let help = if syntax.is_eof() {
            "the text is cut off: fetch it again"
        } else {
            "fetch the text again, or correct it at that place"
        };
        return Diagnostic::new(
            format!("{name}:{}:{}", syntax.line(), syntax.column()),
            format!("broken JSON: {}", without_place(&syntax.to_string())),
        )
        .help(help);
    }
    let root = Pointer::root();
    let wrong = |pointer: &Pointer, value: &Value| not_an_object(name, pointer, kind(value));
    if let Ok(value) = serde_json::from_str::<Value>(text) {
        let Some(members) = value.as_object() else {
            return wrong(&root, &value);
        };
        for key in ["paths", "components"] {
            match members.get(key) {
                Some(member) if !member.is_object() => return wrong(&root.join(key), member),
                _ => {}
            }
        }
        for (section, parts) in members
            .get("components")
            .and_then(Value::as_object)
            .into_iter()
            .flatten()
        {
            if !parts.is_object() && !section.starts_with("x-") {
                return wrong(&root.join("components").join(section), parts);
            }
        }
    }
    Diagnostic::new(
        format!("{name}:{}:{}", error.line(), error.column()),
        without_place(&error.to_string()).to_owned(),
    )
    .help("correct the document at that place")
}

/// The message of `serde_json` or `serde_yaml` without the place, which the diagnostic shows.
pub(super) fn without_place(message: &str) -> &str {
    message
        .rfind(" at line ")
        .map_or(message, |end| &message[..end])
}

pub(crate) fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "a boolean",
        Value::Number(_) => "a number",
        Value::String(_) => "a string",
        Value::Array(_) => "an array",
        Value::Object(_) => "an object",
    }
}

struct RootVisitor;

impl<'de> Visitor<'de> for RootVisitor {
    type Value = Outline<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an OpenAPI document, which is an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut outline = Outline::default();
        while let Some(key) = map.next_key::<Cow<'de, str>>()? {
            let is_known = match &*key {
                "paths" => outline.paths.is_some(),
                "components" => outline.components.is_some(),
                key => outline.root.contains_key(key),
            };
            if is_known {
                return Err(duplicate(&key));
            }
            outline.order.push(key.clone().into_owned());
            match &*key {
                "paths" => outline.paths = Some(map.next_value_seed(PartsSeed)?),
                "components" => outline.components = Some(map.next_value_seed(SectionsSeed)?),
                _ => {
                    outline
                        .root
                        .insert(key.into_owned(), Part::Json(map.next_value::<&RawValue>()?));
                }
            }
        }
        Ok(outline)
    }
}

/// Reads an object of objects.
struct SectionsSeed;

impl<'de> DeserializeSeed<'de> for SectionsSeed {
    type Value = IndexMap<String, Parts<'de>>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for SectionsSeed {
    type Value = IndexMap<String, Parts<'de>>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("components, which are an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut sections = IndexMap::new();
        while let Some(key) = map.next_key::<Cow<'de, str>>()? {
            if key.starts_with("x-") {
                map.next_value::<IgnoredAny>()?;
                continue;
            }
            insert_once(&mut sections, key, map.next_value_seed(PartsSeed)?)?;
        }
        Ok(sections)
    }
}

/// Reads an object without its members' values.
struct PartsSeed;

impl<'de> DeserializeSeed<'de> for PartsSeed {
    type Value = Parts<'de>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for PartsSeed {
    type Value = Parts<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut parts = IndexMap::new();
        while let Some(key) = map.next_key::<Cow<'de, str>>()? {
            insert_once(&mut parts, key, Part::Json(map.next_value::<&RawValue>()?))?;
        }
        Ok(parts)
    }
}

fn insert_once<T, E: serde::de::Error>(
    map: &mut IndexMap<String, T>,
    key: Cow<'_, str>,
    value: T,
) -> Result<(), E> {
    match map.entry(key.into_owned()) {
        Entry::Occupied(entry) => Err(duplicate(entry.key())),
        Entry::Vacant(entry) => {
            entry.insert(value);
            Ok(())
        }
    }
}

fn duplicate<E: serde::de::Error>(key: &str) -> E {
    E::custom(format_args!(
        "the key `{}` appears twice",
        key.escape_debug()
    ))
}
