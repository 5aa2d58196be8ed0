//! What the stand-in makes of a new document: a copy, because a package holds its own files alone, and the operations
//! that it does not know.

use std::collections::BTreeMap;

use serde_json::Value;
use stripe_codegen::update::Followed;
use stripe_codegen::workspace::OPENAPI_JSON;

use crate::{Failure, Workspace};

/// The document, in the stand-in's package.
const COPY: &str = "fake/openapi/identity.json";
/// The operations that the stand-in knows, by `operationId`.
const KNOWN: &str = "fake/openapi/known.json";

/// The copy of a document, and what to tell of it.
///
/// # Errors
///
/// If the list of what the stand-in knows cannot be read.
pub fn follow(workspace: &Workspace, openapi_json: &str) -> Result<Followed, Failure> {
    if !workspace.path(KNOWN).exists() {
        return Ok(Followed::default());
    }
    let known = workspace.read(&workspace.path(KNOWN))?;
    let failed = |error: serde_json::Error| Failure::new(error.to_string());
    let known: BTreeMap<String, Value> =
        serde_json::from_slice(&known).map_err(|error| failed(error).at(KNOWN))?;
    let document: Value =
        serde_json::from_str(openapi_json).map_err(|error| failed(error).at(OPENAPI_JSON))?;
    let mut notes = Vec::new();
    for (path, item) in document["paths"].as_object().into_iter().flatten() {
        for (method, operation) in item.as_object().into_iter().flatten() {
            let id = operation["operationId"].as_str().unwrap_or_default();
            if !known.contains_key(id) {
                let method = method.to_uppercase();
                notes.push(format!(
                    "the stand-in refuses `{method} {path}` with 501: write it in fake/src/api and name it in {KNOWN}"
                ));
            }
        }
    }
    Ok(Followed {
        files: vec![(COPY.to_owned(), openapi_json.as_bytes().to_vec())],
        notes,
    })
}

/// Checks that the stand-in has the pinned document.
///
/// # Errors
///
/// If it has another one.
pub fn check(workspace: &Workspace) -> Result<(), Failure> {
    let copy = workspace.read(&workspace.path(COPY))?;
    if copy == workspace.read(&workspace.path(OPENAPI_JSON))? {
        return Ok(());
    }
    Err(
        Failure::new(format!("{COPY} is not {OPENAPI_JSON}")).help(format!(
            "copy it: `cp {OPENAPI_JSON} {COPY}`; `cargo xtask update` writes both"
        )),
    )
}
