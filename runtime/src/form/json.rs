//! JSON, for requests under `/v2`.

use serde_json::{Map, Value};

/// A value that is being written, and what it lies in.
#[derive(Debug, Default)]
pub(super) struct Tree {
    current: Place,
}

/// What has been written of a value.
#[derive(Debug, Default)]
pub(super) enum Place {
    /// Nothing so far. If it stays so, it is an object without members.
    #[default]
    Open,
    /// It is not sent.
    Absent,
    /// An array or a map without items, which is not sent unless it was set on purpose.
    Empty(Value),
    Written(Value),
}

impl Place {
    fn into_value(self) -> Option<Value> {
        match self {
            Self::Open => Some(Value::Object(Map::new())),
            Self::Absent | Self::Empty(_) => None,
            Self::Written(value) => Some(value),
        }
    }
}

impl Tree {
    pub(super) fn set(&mut self, value: Value) {
        self.current = Place::Written(value);
    }

    pub(super) fn absent(&mut self) {
        self.current = Place::Absent;
    }

    pub(super) fn empty(&mut self, value: Value) {
        self.current = Place::Empty(value);
    }

    pub(super) fn keep_empty(&mut self) {
        self.current = match std::mem::take(&mut self.current) {
            Place::Empty(value) => Place::Written(value),
            other => other,
        };
    }

    /// Begins a value inside of the current one, and returns the current one.
    pub(super) fn descend(&mut self) -> Place {
        std::mem::take(&mut self.current)
    }

    /// Ends a value that is a member of the outer one.
    pub(super) fn ascend_to_object(&mut self, outer: Place, name: &str) {
        let mut members = match outer {
            Place::Written(Value::Object(members)) => members,
            _ => Map::new(),
        };
        if let Some(value) = std::mem::take(&mut self.current).into_value() {
            members.insert(name.to_owned(), value);
        }
        self.current = Place::Written(Value::Object(members));
    }

    /// Ends a value that is an element of the outer one. Returns whether it is sent.
    pub(super) fn ascend_to_array(&mut self, outer: Place) -> bool {
        let mut elements = match outer {
            Place::Written(Value::Array(elements)) => elements,
            _ => Vec::new(),
        };
        let value = std::mem::take(&mut self.current).into_value();
        let is_sent = value.is_some();
        elements.extend(value);
        self.current = Place::Written(Value::Array(elements));
        is_sent
    }

    /// Whether a member of the outermost object has this name. Asked while none is written.
    pub(super) fn has(&self, name: &str) -> bool {
        matches!(&self.current, Place::Written(value) if value.get(name).is_some())
    }

    pub(super) fn bytes(&self) -> usize {
        match &self.current {
            Place::Written(value) => written(value).len(),
            Place::Open | Place::Absent | Place::Empty(_) => 0,
        }
    }

    /// The body: an object, even if nothing was written.
    pub(super) fn into_bytes(self) -> Vec<u8> {
        written(&self.current.into_value().unwrap_or_default())
    }
}

/// Without `Display`, which can write each value in two ways.
fn written(value: &Value) -> Vec<u8> {
    // What is a value can be written.
    serde_json::to_vec(value).unwrap_or_default()
}
