//! Stripe's own documents: the pinned one, and larger ones that are read from `../shared` beside the project. Without that
//! directory these tests are left out and say so; when `CI` is `true`, they fail.

mod selections;
mod whole;

use std::fs;
use std::sync::LazyLock;

use serde_json::{Map, Value};
use stripe_identity_codegen::{SourceTree, narrow};

use crate::files::{root, shared};
use crate::package::Package;
use crate::{generated, inputs};

pub(crate) static NEWEST: LazyLock<Option<Vec<u8>>> =
    LazyLock::new(|| shared("identity-2026-09-30.endive.json"));
/// A whole document, older than the pinned one.
pub(crate) static WHOLE: LazyLock<Option<Vec<u8>>> =
    LazyLock::new(|| shared("full-2023-08-16.json"));
/// The newest whole document that is public.
pub(crate) static WHOLE_NEWEST: LazyLock<Option<Vec<u8>>> =
    LazyLock::new(|| shared("full-2026-05-27.dahlia.json"));
pub(crate) static WHOLE_NARROWED: LazyLock<Option<String>> =
    LazyLock::new(|| Some(narrowed(WHOLE.as_ref()?, IDENTITY)));

/// What is selected of the documents beside the project. The selection in `spec/` goes with the pinned document, and may
/// name what others do not have.
pub(crate) const IDENTITY: &[u8] = include_bytes!("documents/identity.toml");

pub(crate) fn spec(name: &str) -> Vec<u8> {
    fs::read(root().join("spec").join(name)).expect(name)
}

/// The client of the pinned document, written in this way.
fn pinned_client(document: &[u8]) -> SourceTree {
    generated(document, &spec("selection.toml"))
}

fn narrowed(document: &[u8], selection: &[u8]) -> String {
    let (document, selection) = inputs(document, selection);
    let narrowed = narrow(document, selection);
    let narrowed = narrowed.unwrap_or_else(|diagnostics| panic!("{diagnostics}"));
    narrowed.openapi_json
}

#[test]
fn narrowing_again_changes_nothing() {
    let pinned = String::from_utf8(spec("openapi.json")).expect("UTF-8");
    assert!(narrowed(pinned.as_bytes(), &spec("selection.toml")) == pinned);
    if let Some(document) = &*WHOLE_NARROWED {
        assert!(narrowed(document.as_bytes(), IDENTITY) == *document);
    }
}

#[test]
fn a_narrowed_document_gives_the_same_client() {
    let (Some(whole), Some(narrowed)) = (&*WHOLE, &*WHOLE_NARROWED) else {
        return;
    };
    let client = generated(whole, IDENTITY);
    assert!(client == generated(narrowed.as_bytes(), IDENTITY));
    Package::new("client-2023", &client).cargo("check", &[]);
}

#[test]
fn json_and_yaml_are_narrowed_to_the_same() {
    if let (Some(json), Some(yaml)) = (&*WHOLE_NARROWED, shared("full-2023-08-16.yaml")) {
        assert!(narrowed(&yaml, IDENTITY) == *json);
    }
}

#[test]
fn no_reference_of_the_pinned_document_dangles() {
    let document: Value = serde_json::from_slice(&spec("openapi.json")).expect("JSON");
    let mut references = Vec::new();
    collect_references(&document, &mut references);
    assert!(!references.is_empty());
    for reference in references {
        let pointer = reference.strip_prefix('#').expect("a local reference");
        assert!(document.pointer(pointer).is_some(), "{reference}");
    }
}

fn collect_references(value: &Value, references: &mut Vec<String>) {
    match value {
        Value::Object(members) => {
            for (key, value) in members {
                match value.as_str() {
                    Some(reference) if key == "$ref" => references.push(reference.to_owned()),
                    _ => collect_references(value, references),
                }
            }
        }
        Value::Array(items) => items
            .iter()
            .for_each(|item| collect_references(item, references)),
        _ => {}
    }
}

/// A document with the members of every object in the opposite order.
fn reversed(value: &Value) -> Value {
    match value {
        Value::Object(members) => {
            let members = members.iter().rev();
            let members = members.map(|(key, value)| (key.clone(), reversed(value)));
            Value::Object(members.collect::<Map<_, _>>())
        }
        Value::Array(items) => Value::Array(items.iter().map(reversed).collect()),
        other => other.clone(),
    }
}

#[test]
fn the_order_of_keys_means_nothing() {
    let pinned = spec("openapi.json");
    let document: Value = serde_json::from_slice(&pinned).expect("JSON");
    let other = reversed(&document).to_string();
    assert!(pinned_client(other.as_bytes()) == pinned_client(&pinned));
}

#[test]
fn stripes_internal_code_name_is_in_no_public_name() {
    for (path, text) in pinned_client(&spec("openapi.json")).files() {
        assert!(!text.to_lowercase().contains("gelato"), "{path}");
        assert!(!path.contains("gelato"), "{path}");
    }
}
