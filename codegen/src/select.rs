//! The second stage: the selected operations and everything that they refer to.
//!
//! The closure over `$ref`s is cut where the selection says so; each cut leaves
//! a mark (`x-cut-ref`) that says what stood there, so that what is left is a valid
//! document, and selecting from it again gives the same.

mod events;
mod typed;
mod walk;

use std::collections::VecDeque;

use indexmap::IndexMap;
use openapiv3::{Operation, Parameter, Schema};
use serde_json::{Map, Value};

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::document::Document;
use crate::pointer::Pointer;
use crate::selection::Selection;
use events::KnownEvents;
use walk::Walk;

/// The extension that stands where a reference was cut; its value is the reference.
pub(crate) const CUT: &str = "x-cut-ref";

/// The fields of a path item that hold operations.
pub(crate) const METHODS: [&str; 8] = [
    "get", "put", "post", "delete", "options", "head", "patch", "trace",
];

/// The selected part of a document.
#[derive(Debug)]
pub struct Selected {
    /// `info.version`.
    pub(crate) api_version: String,
    /// The selected path items with what was not selected taken out, in the document's order.
    pub(crate) paths: IndexMap<String, Value>,
    /// The component schemas that are reached, in the document's order.
    pub(crate) schemas: IndexMap<String, Value>,
    /// How each component schema was reached.
    reached: IndexMap<String, Reached>,
    /// The types of events that the document knows.
    pub(crate) known_events: Option<KnownEvents>,
}

/// One operation, typed.
#[derive(Debug)]
pub(crate) struct SelectedOperation {
    pub(crate) path: String,
    pub(crate) method: String,
    pub(crate) pointer: Pointer,
    /// Those of the path item and those of the operation.
    pub(crate) parameters: Vec<(Pointer, Parameter)>,
    pub(crate) operation: Operation,
}

/// How a component schema was reached.
#[derive(Clone, Debug)]
pub(crate) enum Reached {
    FromOperation(String),
    FromSchema(String),
}

/// Selects from a document.
///
/// # Errors
///
/// What of the selected part is no OpenAPI 3.0, leads nowhere or is not supported.
pub fn select(document: &Document<'_>, selection: &Selection<'_>) -> Result<Selected, Diagnostics> {
    let mut diagnostics = Vec::new();
    let api_version = api_version(document, &mut diagnostics);
    let mut paths = IndexMap::new();
    let mut queue = VecDeque::new();
    for path in document.paths().filter(|path| !path.starts_with("x-")) {
        match select_path(document, selection, path, &mut queue) {
            Ok((item, mut found)) => {
                diagnostics.append(&mut found);
                if let Some(item) = item {
                    paths.insert(path.to_owned(), item);
                }
            }
            Err(diagnostic) => diagnostics.push(diagnostic),
        }
    }
    let known_events = events::known(document, selection)?;
    let (mut closure, reached) = close(document, selection, queue, &mut diagnostics);
    Diagnostics::check(diagnostics)?;
    // The document's order, whatever the order in which they were reached.
    let schemas = document
        .components("schemas")
        .filter_map(|name| closure.swap_remove_entry(name))
        .collect();
    Ok(Selected {
        api_version,
        paths,
        schemas,
        reached,
        known_events,
    })
}

fn api_version(document: &Document<'_>, diagnostics: &mut Vec<Diagnostic>) -> String {
    let info = Pointer::root().join("info");
    let version = match document.root("info") {
        Ok(value) => value
            .as_ref()
            .and_then(|info| info.get("version"))
            .and_then(Value::as_str)
            .map(str::to_owned),
        Err(diagnostic) => {
            diagnostics.push(diagnostic);
            return String::new();
        }
    };
    // It is sent as a header, and stands in the sources.
    let is_header_value =
        |version: &str| !version.is_empty() && version.chars().all(|c| c.is_ascii_graphic());
    match version {
        Some(version) if is_header_value(&version) => version,
        found => {
            diagnostics.push(
                Diagnostic::new(
                    format!("{}{}", document.name, info.join("version")),
                    match found {
                        None => "`info.version` is missing".to_owned(),
                        Some(version) => format!(
                            "`info.version` is {version:?}, which is no version of Stripe's API"
                        ),
                    },
                )
                .help("it is sent as `Stripe-Version`, as in `2026-09-30.endive`"),
            );
            String::new()
        }
    }
}

type Queue = VecDeque<(String, Pointer, Reached)>;

/// One path item, with what is not selected taken out; `None` when nothing is left.
fn select_path(
    document: &Document<'_>,
    selection: &Selection<'_>,
    path: &str,
    queue: &mut Queue,
) -> Result<(Option<Value>, Vec<Diagnostic>), Diagnostic> {
    // By its path alone a path item is passed over or read; only single operations need a look inside.
    if !selection.may_select(path) {
        return Ok((None, Vec::new()));
    }
    let pointer = Pointer::root().join("paths").join(path);
    let Some(Value::Object(mut item)) = document.path(path)? else {
        return Err(Diagnostic::new(
            format!("{}{pointer}", document.name),
            "a path item is not an object",
        )
        .help("check the document against OpenAPI 3.0"));
    };
    let selected = |key: &str, value: &Value| {
        !METHODS.contains(&key)
            || selection.selects(path, value.get("operationId").and_then(Value::as_str))
    };
    item.retain(|key, value| selected(key, value));
    if !item.keys().any(|key| METHODS.contains(&key.as_str())) {
        return Ok((None, Vec::new()));
    }
    let mut diagnostics = Vec::new();
    for (key, value) in &mut item {
        let pointer = pointer.join(key);
        let reached = match value.get("operationId").and_then(Value::as_str) {
            Some(id) => format!("operation `{id}`"),
            None => format!("`{path}`"),
        };
        let mut walk = Walk::new(document.name, selection, format!("reached from {reached}"));
        match key.as_str() {
            "parameters" => walk.parameters(value, &pointer),
            "get" | "post" | "delete" => walk.operation(value, &pointer),
            method if METHODS.contains(&method) => walk.unsupported_method(method, &pointer),
            "summary" | "description" => {}
            extension if extension.starts_with("x-") => {}
            _ => walk.unsupported(key, &pointer),
        }
        diagnostics.append(&mut walk.diagnostics);
        let found = walk.references.into_iter();
        queue.extend(found.map(|(name, at)| (name, at, Reached::FromOperation(reached.clone()))));
    }
    Ok((Some(Value::Object(item)), diagnostics))
}

/// Every component schema that the queue leads to.
fn close(
    document: &Document<'_>,
    selection: &Selection<'_>,
    mut queue: Queue,
    diagnostics: &mut Vec<Diagnostic>,
) -> (IndexMap<String, Value>, IndexMap<String, Reached>) {
    let mut schemas = IndexMap::new();
    let mut reached: IndexMap<String, Reached> = IndexMap::new();
    while let Some((name, from, by)) = queue.pop_front() {
        if reached.contains_key(&name) {
            continue;
        }
        reached.insert(name.clone(), by);
        let mut value = match document.component("schemas", &name) {
            Ok(Some(value)) => value,
            Ok(None) => {
                diagnostics.push(
                    Diagnostic::new(
                        format!("{}{from}", document.name),
                        format!(
                            "the reference leads nowhere: there is no component schema `{name}`"
                        ),
                    )
                    .note(trail(&reached, &name))
                    .help(format!(
                        "add `{name}` to `cut` in the selection, or take a document that holds it"
                    )),
                );
                continue;
            }
            Err(diagnostic) => {
                diagnostics.push(diagnostic);
                continue;
            }
        };
        let mut walk = Walk::new(document.name, selection, trail(&reached, &name));
        walk.schema(&mut value, &Pointer::schema(&name));
        diagnostics.append(&mut walk.diagnostics);
        let found = walk.references.into_iter();
        queue.extend(found.map(|(to, at)| (to, at, Reached::FromSchema(name.clone()))));
        schemas.insert(name, value);
    }
    (schemas, reached)
}

/// How a component schema was reached, in words.
fn trail(reached: &IndexMap<String, Reached>, name: &str) -> String {
    let mut through = Vec::new();
    let mut name = name;
    loop {
        match reached.get(name) {
            Some(Reached::FromSchema(from)) => {
                through.push(format!("`{from}`"));
                name = from;
            }
            Some(Reached::FromOperation(operation)) => {
                through.reverse();
                return match through.as_slice() {
                    [] => format!("reached from {operation}"),
                    [only] => format!("reached from {operation} through {only}"),
                    [first, .., last] if through.len() > 4 => {
                        format!("reached from {operation} through {first} … {last}")
                    }
                    _ => format!("reached from {operation} through {}", through.join(", ")),
                };
            }
            None => return "selected".to_owned(),
        }
    }
}

impl Selected {
    /// How a component schema was reached, in words.
    pub(crate) fn trail(&self, schema: &str) -> String {
        trail(&self.reached, schema)
    }

    /// The selected operations as `openapiv3` types, sorted by path and method.
    pub(crate) fn operations(&self) -> Vec<SelectedOperation> {
        let mut operations = Vec::new();
        for (path, item) in &self.paths {
            let pointer = Pointer::root().join("paths").join(path);
            let shared = parameters(item, &pointer);
            for method in METHODS {
                let Some(value) = item.get(method) else {
                    continue;
                };
                let pointer = pointer.join(method);
                let own = parameters(value, &pointer);
                // A parameter of the operation stands in for the path item's of the same name and place.
                let overridden: Vec<_> = own
                    .iter()
                    .map(|(_, parameter)| identity(parameter))
                    .collect();
                let mut parameters = shared.clone();
                parameters.retain(|(_, parameter)| !overridden.contains(&identity(parameter)));
                parameters.extend(own);
                operations.push(SelectedOperation {
                    path: path.clone(),
                    method: method.to_owned(),
                    pointer,
                    parameters,
                    operation: typed::operation(value),
                });
            }
        }
        operations.sort_by(|a, b| (&a.path, &a.method).cmp(&(&b.path, &b.method)));
        operations
    }

    /// The reached component schemas as `openapiv3` types, sorted by key.
    pub(crate) fn typed_schemas(&self) -> IndexMap<String, Schema> {
        let mut schemas: IndexMap<String, Schema> = self
            .schemas
            .iter()
            .map(|(name, value)| (name.clone(), typed::schema(value)))
            .collect();
        schemas.sort_unstable_keys();
        schemas
    }
}

fn parameters(value: &Value, pointer: &Pointer) -> Vec<(Pointer, Parameter)> {
    let pointer = pointer.join("parameters");
    let values = value
        .get("parameters")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
        .enumerate();
    values
        .filter_map(|(index, value)| Some((pointer.index(index), typed::parameter(value)?)))
        .collect()
}

fn identity(parameter: &Parameter) -> (String, &'static str) {
    let place = match parameter {
        Parameter::Query { .. } => "query",
        Parameter::Header { .. } => "header",
        Parameter::Path { .. } => "path",
        Parameter::Cookie { .. } => "cookie",
    };
    (parameter.parameter_data_ref().name.clone(), place)
}

/// The mark that stands where a reference was cut.
fn cut_mark(reference: &str) -> Value {
    let mut mark = Map::new();
    mark.insert(CUT.to_owned(), Value::String(reference.to_owned()));
    Value::Object(mark)
}
