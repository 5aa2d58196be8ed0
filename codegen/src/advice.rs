//! What to change in a selection so that a message about it is gone.

use std::fmt::{self, Write as _};

use crate::pointer::{METHODS, Pointer};
use crate::prose::is_unwanted;

/// What to change in a selection so that a message is gone.
///
/// It is shown as the entry to paste.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Advice {
    /// To leave out an operation (`post /v1/charges`), or a path and those below it.
    LeaveOut(String),
    /// To cut the references to a component schema.
    Cut(String),
    /// To give another name to the type at a place.
    Rename {
        /// The key of a component schema, or that and a property, as in `address.country`.
        place: String,
        /// The name.
        name: String,
    },
    /// To give a module to a component schema, or to the operations below a path.
    Move {
        /// The key of the component schema, or the path in the form of one: `issuing.card`.
        key: String,
        /// The module.
        module: String,
    },
    /// To list a type of event.
    AddEvent(String),
    /// To write a single value.
    Set {
        /// The key, as in `crate.name`.
        key: &'static str,
        /// The value, as TOML.
        value: String,
    },
    /// To remove an entry, which is here as TOML.
    Remove(String),
}

impl Advice {
    /// To do without what holds a place of a document; there is none for what every client needs.
    pub(crate) fn without(pointer: &Pointer) -> Option<Self> {
        let mut keys = pointer.keys();
        let (first, second, third) = (keys.next()?, keys.next()?, keys.next());
        match (first.as_str(), second.as_str(), third) {
            ("paths", path, Some(method)) if METHODS.contains(&method.as_str()) => {
                Some(Self::LeaveOut(format!("{method} {path}")))
            }
            ("paths", path, _) if path.starts_with('/') => Some(Self::LeaveOut(path.to_owned())),
            ("components", "schemas", Some(key)) => Some(Self::Cut(key)),
            _ => None,
        }
    }

    /// A single value that is text.
    pub(crate) fn set(key: &'static str, value: &str) -> Self {
        Self::Set {
            key,
            value: quoted(value),
        }
    }

    /// To remove what an array such as `debug.public` lists.
    pub(crate) fn remove(array: &str, value: &str) -> Self {
        Self::Remove(listed(array, &[value]))
    }

    /// What the change does, and where to write.
    fn purpose(&self) -> &'static str {
        match self {
            Self::LeaveOut(what) if what.starts_with('/') => {
                "to leave the path out, add to the selection, before its tables:"
            }
            Self::LeaveOut(_) => {
                "to leave the operation out, add to the selection, before its tables:"
            }
            Self::Cut(_) => {
                "to take the schema as untyped JSON, add to the selection, before its tables:"
            }
            Self::Rename { .. } => "to give it another name, add to the selection:",
            Self::Move { .. } => "to give it another module, add to the selection:",
            Self::AddEvent(_) => "add to the selection:",
            Self::Set { .. } => "write in the selection:",
            Self::Remove(_) => "remove from the selection:",
        }
    }

    fn entry(&self) -> String {
        match self {
            Self::LeaveOut(operation) => listed("without", &[operation]),
            Self::Cut(key) => listed("cut", &[key]),
            Self::Rename { place, name } => named("names.rename", place, name),
            Self::Move { key, module } => named("names.modules", key, module),
            Self::AddEvent(wire) => listed("events.types", &[wire]),
            Self::Set { key, value } => set(key, value),
            Self::Remove(entry) => entry.clone(),
        }
    }
}

impl fmt::Display for Advice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.purpose())?;
        for line in self.entry().lines() {
            write!(f, "\n          {line}")?;
        }
        Ok(())
    }
}

/// Entries of an array such as `debug.public`.
pub(crate) fn listed(array: &str, values: &[&str]) -> String {
    let values: Vec<String> = values.iter().map(|value| quoted(value)).collect();
    set(array, &format!("[{}]", values.join(", ")))
}

/// An entry of a table such as `names.rename`.
pub(crate) fn named(table: &str, key: &str, value: &str) -> String {
    format!("[{table}]\n{} = {}", quoted(key), quoted(value))
}

/// A value at a key such as `crate.name`, below the header of its table.
fn set(key: &str, value: &str) -> String {
    match key.rsplit_once('.') {
        Some((table, key)) => format!("[{table}]\n{key} = {value}"),
        None => format!("{key} = {value}"),
    }
}

/// A string of TOML, in which nothing is hidden.
pub(crate) fn quoted(text: &str) -> String {
    let mut quoted = String::from('"');
    for character in text.chars() {
        match character {
            '"' | '\\' => quoted.extend(['\\', character]),
            c if c.is_control() || is_unwanted(c) => {
                let _ = write!(quoted, "\\U{:08X}", u32::from(c));
            }
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}
