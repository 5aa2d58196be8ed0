//! The second stage: the selected operations and everything that they refer to.
//!
//! A schema is *reached* if the client is generated from it: a success, a parameter or a request body leads to it. It is
//! only *kept* if nothing but the narrowed document needs it, as those of error responses. What is wrong with a reached
//! schema is reported; what is wrong with a kept one is not.
//!
//! References are cut where the selection says so. Of what is only kept, those are cut that lead nowhere, and those from
//! a kept schema to a resource that is not reached: errors would draw in most of Stripe's API. Each cut leaves a mark
//! (`x-cut-ref`) that says what stood there, so that the narrowed document is valid, and selecting from it again gives
//! the same.

mod drawn_in;
mod events;
mod left_out;
mod typed;
mod walk;

use std::collections::{BTreeSet, VecDeque};

use indexmap::IndexMap;
use openapiv3::{Parameter, Schema};
use serde_json::{Map, Value};

use crate::advice::Advice;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::document::Document;
use crate::pointer::{METHODS, Pointer};
use crate::selection::{Selection, Used};
use events::KnownEvents;
pub(crate) use events::resource;
pub(crate) use left_out::LEFT_OUT;
use left_out::{Beginnings, LeftOut, left_out_operation};
use typed::Operation;
use walk::{Reach, Walk};

/// The extension that stands where a reference was cut; its value is the reference.
pub(crate) const CUT: &str = "x-cut-ref";

/// The selected part of a document.
#[derive(Debug)]
pub(crate) struct Selected {
    /// `info.version`.
    pub(crate) api_version: String,
    /// The selected path items with what was not selected taken out, in the document's order.
    pub(crate) paths: IndexMap<String, Value>,
    /// The component schemas that are reached or kept, in the document's order.
    pub(crate) schemas: IndexMap<String, Value>,
    /// The component schemas that are reached.
    reached: IndexMap<String, Reached>,
    /// Those of them that a success leads to, and not only a request.
    received: BTreeSet<String>,
    /// The types of events that the document lists.
    pub(crate) known_events: Option<KnownEvents>,
    /// The operations that are not selected, as far as names follow from them.
    pub(crate) left_out: LeftOut,
    /// The entries of the selection that matched something.
    pub(crate) used: Used,
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

/// A component schema that is reached.
#[derive(Debug)]
struct Reached {
    via: Via,
    /// The component schemas that it refers to, where it is generated from.
    references: BTreeSet<String>,
}

/// What refers to a component schema.
#[derive(Clone, Debug)]
enum Via {
    Operation(String),
    Schema(String),
}

/// Selects from a document.
///
/// # Errors
///
/// What of the selected part is no OpenAPI 3.0, leads nowhere or is not supported.
pub(crate) fn select(
    document: &Document<'_>,
    selection: &Selection<'_>,
) -> Result<Selected, Diagnostics> {
    let mut walk = Walk::new(document, selection);
    let mut diagnostics = Vec::new();
    let api_version = api_version(document, &mut diagnostics);
    let mut paths = IndexMap::new();
    let mut found = Found {
        left_out: LeftOut::of_document(document)?,
        ..Found::default()
    };
    for path in document.paths().filter(|path| !path.starts_with("x-")) {
        match select_path(&mut walk, path, &mut found) {
            Ok(item) => paths.extend(item.map(|item| (path.to_owned(), item))),
            Err(diagnostic) => diagnostics.push(diagnostic),
        }
    }
    let left_out = left_out(&mut walk, &paths, found.left_out.clone());
    let known_events = events::known(document, selection);
    let (mut schemas, reached) = reach(&mut walk, &mut found);
    let received = received(&reached, &found.received);
    schemas.extend(keep(&mut walk, found.kept, &reached));
    diagnostics.append(&mut walk.diagnostics);
    Diagnostics::check(diagnostics)?;
    // The document's order, whatever the order in which they were reached.
    let schemas = document
        .components("schemas")
        .filter_map(|name| schemas.swap_remove_entry(name))
        .collect();
    Ok(Selected {
        api_version,
        paths,
        schemas,
        reached,
        received,
        known_events,
        left_out,
        used: walk.used,
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
                            "`info.version` is {version:?}, which is not a version of Stripe's API"
                        ),
                    },
                )
                .help("it is sent as `Stripe-Version`, as in `2026-09-30.endive`"),
            );
            String::new()
        }
    }
}

/// The references that are still to be followed.
#[derive(Default)]
struct Found {
    reached: VecDeque<(String, Pointer, Via)>,
    kept: Vec<String>,
    /// The component schemas that successes refer to by themselves.
    received: BTreeSet<String>,
    left_out: LeftOut,
}

/// Of what is not selected, what names follow from, and what an entry of the selection leaves out.
fn left_out(
    walk: &mut Walk<'_>,
    selected: &IndexMap<String, Value>,
    mut left_out: LeftOut,
) -> LeftOut {
    let (document, selection) = (walk.document, walk.selection);
    let beginnings = Beginnings::of(selected.keys());
    for path in document.paths() {
        if selection.may_select(path) || !beginnings.count(path) {
            continue;
        }
        // What is wrong with a path item that is not selected is not reported.
        let Ok(Some(Value::Object(item))) = document.path(path) else {
            continue;
        };
        for (method, value) in &item {
            if METHODS.contains(&method.as_str()) {
                left_out.add(path, method, left_out_operation(document, value, false));
            }
        }
    }
    let used = &mut walk.used;
    left_out.retain(|path, method, id| {
        selection.leaves_out(path, method, id, used) || beginnings.count(path)
    });
    left_out
}

/// One path item, with what is not selected taken out; `None` when nothing is left.
fn select_path(
    walk: &mut Walk<'_>,
    path: &str,
    found: &mut Found,
) -> Result<Option<Value>, Diagnostic> {
    let (document, selection) = (walk.document, walk.selection);
    // By its path alone a path item is passed over or read; only single operations need a look inside.
    if !selection.may_select(path) {
        return Ok(None);
    }
    let pointer = Pointer::root().join("paths").join(path);
    let mut item = match document.path(path) {
        Ok(Some(Value::Object(item))) => item,
        // What is wrong with a path that is left out is not reported.
        _ if selection.leaves_out(path, "", None, &mut walk.used) => return Ok(None),
        Ok(_) => {
            let message = "a path item is not an object";
            return Err(Diagnostic::at(document.name, &pointer, message)
                .help("check the document against OpenAPI 3.0"));
        }
        // Nobody knows what operations it has.
        Err(diagnostic) => {
            let advice = Advice::without(&pointer).map(Box::new);
            return Err(Diagnostic {
                advice,
                ..diagnostic
            });
        }
    };
    let mut left_out = Vec::new();
    item.retain(|key, value| {
        let id = value.get("operationId").and_then(Value::as_str);
        let is_kept =
            !METHODS.contains(&key.as_str()) || selection.selects(path, key, id, &mut walk.used);
        if !is_kept {
            left_out.push((key.clone(), value.take()));
        }
        is_kept
    });
    for (method, value) in left_out {
        // What a POST does depends on what the GET of its path gives.
        let list_counts = method == "get" && item.contains_key("post");
        let operation = left_out_operation(document, &value, list_counts);
        found.left_out.add(path, &method, operation);
    }
    if !item.keys().any(|key| METHODS.contains(&key.as_str())) {
        return Ok(None);
    }
    for (key, value) in &mut item {
        let pointer = pointer.join(key);
        let via = match value.get("operationId").and_then(Value::as_str) {
            Some(id) => format!("operation `{id}`"),
            None => format!("`{path}`"),
        };
        walk.trail = format!("reached from {via}");
        match key.as_str() {
            "parameters" => walk.parameters(value, &pointer),
            "get" | "post" | "put" | "delete" => walk.operation(value, &pointer),
            method if METHODS.contains(&method) => walk.unsupported_method(method, &pointer),
            "summary" | "description" => {}
            extension if extension.starts_with("x-") => {}
            _ => walk.unsupported(key, &pointer),
        }
        for (name, at, reach) in walk.references.drain(..) {
            match reach {
                Reach::Kept => found.kept.push(name),
                Reach::Response | Reach::Request => {
                    if reach == Reach::Response {
                        found.received.insert(name.clone());
                    }
                    found
                        .reached
                        .push_back((name, at, Via::Operation(via.clone())));
                }
            }
        }
    }
    Ok(Some(Value::Object(item)))
}

/// Every component schema that is reached.
fn reach(
    walk: &mut Walk<'_>,
    found: &mut Found,
) -> (IndexMap<String, Value>, IndexMap<String, Reached>) {
    let document = walk.document;
    let mut schemas = IndexMap::new();
    let mut reached: IndexMap<String, Reached> = IndexMap::new();
    walk.reach = Reach::Response;
    while let Some((name, from, via)) = found.reached.pop_front() {
        if reached.contains_key(&name) {
            continue;
        }
        reached.insert(
            name.clone(),
            Reached {
                via,
                references: BTreeSet::new(),
            },
        );
        walk.trail = trail(&reached, &name);
        let mut value = match document.component("schemas", &name) {
            Ok(Some(value)) => value,
            Ok(None) => {
                walk.dangling(&name, &from);
                continue;
            }
            Err(diagnostic) => {
                walk.diagnostics.push(diagnostic);
                continue;
            }
        };
        walk.schema(&mut value, &Pointer::schema(&name));
        for (to, at, reach) in walk.references.drain(..) {
            if reach == Reach::Kept {
                found.kept.push(to);
                continue;
            }
            if let Some(from) = reached.get_mut(&name) {
                from.references.insert(to.clone());
            }
            found.reached.push_back((to, at, Via::Schema(name.clone())));
        }
        schemas.insert(name, value);
    }
    (schemas, reached)
}

/// The component schemas that successes lead to.
fn received(
    reached: &IndexMap<String, Reached>,
    by_successes: &BTreeSet<String>,
) -> BTreeSet<String> {
    let mut received = BTreeSet::new();
    let mut queue: Vec<&String> = by_successes.iter().collect();
    while let Some(name) = queue.pop() {
        if let Some(schema) = reached.get(name)
            && received.insert(name.clone())
        {
            queue.extend(&schema.references);
        }
    }
    received
}

/// Every component schema that is kept and not reached.
fn keep(
    walk: &mut Walk<'_>,
    mut queue: Vec<String>,
    reached: &IndexMap<String, Reached>,
) -> IndexMap<String, Value> {
    let mut schemas = IndexMap::new();
    walk.reach = Reach::Kept;
    walk.reached = Some(reached.keys().cloned().collect());
    while let Some(name) = queue.pop() {
        if reached.contains_key(&name) || schemas.contains_key(&name) {
            continue;
        }
        match walk.document.component("schemas", &name) {
            Ok(Some(mut value)) => {
                walk.schema(&mut value, &Pointer::schema(&name));
                queue.extend(walk.references.drain(..).map(|(name, ..)| name));
                schemas.insert(name, value);
            }
            // What leads nowhere was cut.
            Ok(None) => {}
            Err(diagnostic) => walk.diagnostics.push(diagnostic),
        }
    }
    schemas
}

/// How a component schema was reached, in words.
fn trail(reached: &IndexMap<String, Reached>, name: &str) -> String {
    let mut through = Vec::new();
    let mut name = name;
    loop {
        match reached.get(name).map(|reached| &reached.via) {
            Some(Via::Schema(from)) => {
                through.push(format!("`{from}`"));
                name = from;
            }
            Some(Via::Operation(operation)) => {
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
            .filter(|(name, _)| self.reached.contains_key(*name))
            .map(|(name, value)| (name.clone(), typed::schema(value)))
            .collect();
        schemas.sort_unstable_keys();
        schemas
    }

    /// The component schemas that successes lead to, sorted.
    pub(crate) fn received(&self) -> impl Iterator<Item = &String> {
        self.received.iter()
    }

    /// The component schemas that a reached one refers to.
    pub(crate) fn references(&self, schema: &str) -> impl Iterator<Item = &String> {
        let references = self.reached.get(schema).map(|schema| &schema.references);
        references.into_iter().flatten()
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
