//! Versions of dependencies are in the root manifest only, and each is used; `Cargo.lock` is current.

use std::collections::BTreeSet;

use toml::{Table, Value};

use super::Context;
use crate::Failure;
use crate::members::members;

const DEPENDENCIES: [&str; 3] = ["dependencies", "dev-dependencies", "build-dependencies"];

pub(super) fn check(context: &Context<'_>) -> Result<(), Failure> {
    let Context {
        workspace, cargo, ..
    } = context;
    let root: Table = workspace.read_toml("Cargo.toml")?;
    let mut used = BTreeSet::new();
    let mut wrong = Vec::new();
    for (name, manifest) in members(workspace)? {
        for (dependency, table) in dependencies(&manifest) {
            if inherits(table) {
                used.insert(dependency.to_owned());
            } else {
                wrong.push(format!("{name}: `{dependency}` is not `workspace = true`"));
            }
        }
        for key in ["edition", "rust-version", "license"] {
            if !manifest["package"].get(key).is_some_and(inherits) {
                wrong.push(format!("{name}: `package.{key}` is not `workspace = true`"));
            }
        }
        // Lints of its own are a decision, no lints are an oversight.
        if !manifest.contains_key("lints") {
            wrong.push(format!(
                "{name}: has no `lints`: `workspace = true`, or its own"
            ));
        }
    }
    let shared = root["workspace"].get("dependencies");
    let shared = shared.and_then(Value::as_table).into_iter().flatten();
    for (dependency, _) in shared {
        if !used.contains(dependency) {
            wrong.push(format!("Cargo.toml: no member uses `{dependency}`"));
        }
    }
    if wrong.is_empty() {
        return cargo.metadata("--locked").map(drop);
    }
    let failure = Failure::new("the manifests do not inherit what they should");
    Err(wrong
        .into_iter()
        .fold(failure, Failure::note)
        .help("put the version into the root Cargo.toml, and inherit it with `workspace = true`"))
}

fn dependencies(manifest: &Table) -> impl Iterator<Item = (&str, &Value)> {
    let targets = manifest.get("target").and_then(Value::as_table);
    let targets = targets
        .into_iter()
        .flatten()
        .filter_map(|(_, target)| target.as_table());
    std::iter::once(manifest)
        .chain(targets)
        .flat_map(|table| DEPENDENCIES.iter().filter_map(|kind| table.get(*kind)))
        .filter_map(Value::as_table)
        .flatten()
        .map(|(name, value)| (name.as_str(), value))
}

fn inherits(value: &Value) -> bool {
    value.get("workspace").and_then(Value::as_bool) == Some(true)
}
