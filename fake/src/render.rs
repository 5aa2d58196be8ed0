//! Objects, as one request sees them.

use serde_json::{Map, Value};

use crate::expansion::Expansions;
use crate::sensitive::access;
use crate::spec::Schema;

/// What one request may see, and wants to.
pub(crate) struct View<'a> {
    pub(crate) restricted_key: bool,
    pub(crate) expansions: Option<&'a Expansions>,
    /// Complete objects by id, to replace expanded ids.
    pub(crate) find: &'a dyn Fn(&str) -> Option<Value>,
}

impl View<'static> {
    /// With a secret key, and nothing expanded.
    pub(crate) fn plain() -> Self {
        Self {
            restricted_key: false,
            expansions: None,
            find: &|_| None,
        }
    }
}

impl View<'_> {
    /// Removes what the request may not see, inserts what it expands, and writes null for
    /// missing properties that the document calls nullable.
    pub(crate) fn render(&self, schema: Schema, value: Value) -> Value {
        self.value(schema, value, self.expansions)
    }

    fn value(&self, schema: Schema, value: Value, expansions: Option<&Expansions>) -> Value {
        match (schema.expansion(), expansions, &value) {
            (Some(resource), Some(_), Value::String(id)) => match (self.find)(id) {
                Some(object) => self.value(resource, object, expansions),
                None => value,
            },
            _ => self.inside(schema.plain(), value, expansions),
        }
    }

    fn inside(&self, schema: Schema, value: Value, expansions: Option<&Expansions>) -> Value {
        match value {
            Value::Object(object) => self.object(schema, object, expansions).into(),
            Value::Array(values) => match schema.items() {
                Some(items) => values
                    .into_iter()
                    .map(|value| self.value(items, value, expansions))
                    .collect(),
                None => values.into(),
            },
            value => value,
        }
    }

    fn object(
        &self,
        schema: Schema,
        mut object: Map<String, Value>,
        expansions: Option<&Expansions>,
    ) -> Map<String, Value> {
        for (name, property) in schema.properties() {
            let inner = expansions.and_then(|expansions| expansions.of(name));
            let seen = access(schema, name).allows(inner.is_some(), self.restricted_key);
            match object.remove(name) {
                _ if !seen => {}
                None | Some(Value::Null) => {
                    if property.is_nullable() {
                        object.insert(name.into(), Value::Null);
                    }
                }
                Some(value) => {
                    object.insert(name.into(), self.value(property, value, inner));
                }
            }
        }
        object
    }
}
