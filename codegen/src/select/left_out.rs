//! The operations of the document that are not selected, as far as names follow from them.
//!
//! What a function is called follows from the paths beside its own, selected or not. A narrowed document keeps what of
//! them counts (`x-left-out`), so that the same client is generated from it.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use super::typed;
use crate::diagnostic::Diagnostic;
use crate::document::Document;
use crate::names::singular;
use crate::pointer::METHODS;
use crate::pointer::schema_name;
use crate::schema::is_list;

/// The member of the root of a narrowed document that says what was left out.
pub(crate) const LEFT_OUT: &str = "x-left-out";

/// What was left out, by path and method.
#[derive(Clone, Debug, Default)]
pub(crate) struct LeftOut(BTreeMap<String, BTreeMap<String, LeftOutOperation>>);

/// An operation that was left out.
#[derive(Clone, Debug)]
pub(crate) struct LeftOutOperation {
    pub(crate) id: Option<String>,
    /// Whether it gives a list, where somebody needs to know.
    pub(crate) is_list: bool,
}

impl LeftOut {
    /// What an earlier narrowing left out.
    pub(super) fn of_document(document: &Document<'_>) -> Result<Self, Diagnostic> {
        let mut left_out = Self::default();
        let root = document.root(LEFT_OUT)?;
        for (path, item) in root
            .as_ref()
            .and_then(Value::as_object)
            .into_iter()
            .flatten()
        {
            for (method, operation) in item.as_object().into_iter().flatten() {
                if METHODS.contains(&method.as_str()) {
                    let is_list = operation.get("list").and_then(Value::as_bool);
                    let operation = LeftOutOperation {
                        id: id(operation),
                        is_list: is_list.unwrap_or(false),
                    };
                    left_out.add(path, method, operation);
                }
            }
        }
        Ok(left_out)
    }

    pub(super) fn add(&mut self, path: &str, method: &str, operation: LeftOutOperation) {
        let item = self.0.entry(path.to_owned()).or_default();
        item.insert(method.to_owned(), operation);
    }

    /// Keeps the operations for which `keep` holds.
    pub(super) fn retain(&mut self, mut keep: impl FnMut(&str, &str, Option<&str>) -> bool) {
        self.0.retain(|path, item| {
            item.retain(|method, operation| keep(path, method, operation.id.as_deref()));
            !item.is_empty()
        });
    }

    /// The operations: path, method, and whether they give a list.
    pub(crate) fn operations(&self) -> impl Iterator<Item = (&str, &str, bool)> {
        self.0.iter().flat_map(|(path, item)| {
            item.iter()
                .map(|(method, operation)| (path.as_str(), method.as_str(), operation.is_list))
        })
    }

    /// What the narrowed document holds of it; nothing if nothing was left out that counts.
    pub(crate) fn to_json(&self) -> Option<Value> {
        let paths = self.0.iter().map(|(path, item)| {
            let operations = item.iter().map(|(method, operation)| {
                let mut members = Map::new();
                let id = operation.id.clone();
                members.extend(id.map(|id| ("operationId".to_owned(), Value::String(id))));
                if operation.is_list {
                    members.insert("list".to_owned(), Value::Bool(true));
                }
                (method.clone(), Value::Object(members))
            });
            (path.clone(), Value::Object(operations.collect()))
        });
        let paths: Map<String, Value> = paths.collect();
        (!paths.is_empty()).then_some(Value::Object(paths))
    }
}

/// Describes an operation that is left out; whether it gives a list is looked up only where that counts.
pub(super) fn left_out_operation(
    document: &Document<'_>,
    operation: &Value,
    list_counts: bool,
) -> LeftOutOperation {
    LeftOutOperation {
        id: id(operation),
        is_list: list_counts && gives_list(document, operation),
    }
}

fn id(operation: &Value) -> Option<String> {
    let id = operation.get("operationId").and_then(Value::as_str);
    id.map(str::to_owned)
}

fn gives_list(document: &Document<'_>, operation: &Value) -> bool {
    let success = typed::operation(operation).success;
    let media_type =
        success.and_then(|mut success| success.content.swap_remove("application/json"));
    match media_type.and_then(|media_type| media_type.schema) {
        Some(openapiv3::ReferenceOr::Item(schema)) => is_list(&schema),
        Some(openapiv3::ReferenceOr::Reference { reference }) => schema_name(&reference)
            .and_then(|key| document.component("schemas", &key).ok().flatten())
            .is_some_and(|value| is_list(&typed::schema(&value))),
        None => false,
    }
}

/// The beginnings of the selected paths, to tell which other paths count for their names.
#[derive(Debug)]
pub(super) struct Beginnings<'p> {
    /// What each selected path begins with, up to its first parameter.
    prefixes: BTreeSet<&'p str>,
    spellings: BTreeSet<String>,
}

impl<'p> Beginnings<'p> {
    pub(super) fn of(paths: impl Iterator<Item = &'p String>) -> Self {
        let prefixes: BTreeSet<&str> = paths.flat_map(|path| prefixes(head(path))).collect();
        let spellings = prefixes.iter().map(|prefix| spelling(prefix)).collect();
        Self {
            prefixes,
            spellings,
        }
    }

    /// Whether the names of selected operations may follow from a path.
    pub(super) fn count(&self, path: &str) -> bool {
        let head = head(path);
        self.prefixes.contains(head) || self.spellings.contains(&spelling(head))
    }
}

/// What stands before the first parameter.
fn head(path: &str) -> &str {
    path.split_once("/{").map_or(path, |(head, _)| head)
}

/// A path and what it begins with, by whole segments.
fn prefixes(path: &str) -> impl Iterator<Item = &str> {
    let ends = path.match_indices('/').map(|(index, _)| index);
    let ends = ends.filter(|index| *index > 0).chain([path.len()]);
    ends.map(|end| &path[..end])
}

/// `/v1/account` and `/v1/accounts` are spelled alike.
fn spelling(head: &str) -> String {
    singular(&head.replace('/', "_"))
}
