//! Stripe's real documents through the whole line.
//!
//! The larger documents are read from `../shared` beside the project; without it the tests that
//! need them say so and are left out, and in CI (`CI=true`) they fail.

#[path = "../support/files.rs"]
mod files;
mod package;
mod selections;
mod whole;

use std::fs;

use files::{root, shared};
use package::Package;
use serde_json::{Map, Value};
use stripe_identity_codegen::{Input, SourceTree, generate, narrow};

fn spec() -> Vec<u8> {
    fs::read(root().join("spec/openapi.json")).expect("spec/openapi.json")
}

fn generated(document: &[u8]) -> SourceTree {
    let selection = fs::read(root().join("spec/selection.toml")).expect("spec/selection.toml");
    let (document, selection) = inputs(document, &selection);
    generate(document, selection).unwrap_or_else(|diagnostics| panic!("{diagnostics}"))
}

fn narrowed(document: &[u8]) -> String {
    let selection = fs::read(root().join("spec/selection.toml")).expect("spec/selection.toml");
    let (document, selection) = inputs(document, &selection);
    let narrowed =
        narrow(document, selection).unwrap_or_else(|diagnostics| panic!("{diagnostics}"));
    narrowed.openapi_json
}

fn inputs<'a>(document: &'a [u8], selection: &'a [u8]) -> (Input<'a>, Input<'a>) {
    let document = Input {
        name: "openapi",
        bytes: document,
    };
    (
        document,
        Input {
            name: "selection.toml",
            bytes: selection,
        },
    )
}

#[test]
fn the_pinned_document_is_the_selection_of_the_newest_one() {
    let Some(newest) = shared("identity-2026-09-30.endive.json") else {
        return;
    };
    assert!(
        narrowed(&newest).as_bytes() == spec(),
        "run `cargo xtask update`"
    );
}

#[test]
fn narrowing_twice_is_narrowing_once() {
    let pinned = String::from_utf8(spec()).expect("UTF-8");
    assert!(narrowed(pinned.as_bytes()) == pinned);
    for name in ["full-2023-08-16.json", "full-2023-08-16.yaml"] {
        let Some(document) = shared(name) else {
            continue;
        };
        let once = narrowed(&document);
        assert!(narrowed(once.as_bytes()) == once, "{name}");
    }
}

#[test]
fn the_narrowed_document_gives_the_same_client() {
    for name in ["identity-2026-09-30.endive.json", "full-2023-08-16.json"] {
        let Some(document) = shared(name) else {
            continue;
        };
        assert!(
            generated(&document) == generated(narrowed(&document).as_bytes()),
            "{name}"
        );
    }
}

#[test]
fn no_reference_of_the_narrowed_document_dangles() {
    let document: Value = serde_json::from_slice(&spec()).expect("JSON");
    let mut references = Vec::new();
    collect_references(&document, &mut references);
    assert!(!references.is_empty());
    for reference in references {
        let pointer = reference
            .strip_prefix('#')
            .expect("a reference into the document");
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

type Members = Vec<(String, Value)>;
type Order<'o> = &'o dyn Fn(&mut Members);

/// A document with the members of every object in another order.
fn reordered(value: &Value, order: Order<'_>) -> Value {
    match value {
        Value::Object(members) => {
            let members = members
                .iter()
                .map(|(key, value)| (key.clone(), reordered(value, order)));
            let mut members: Members = members.collect();
            order(&mut members);
            Value::Object(members.into_iter().collect::<Map<_, _>>())
        }
        Value::Array(items) => {
            Value::Array(items.iter().map(|item| reordered(item, order)).collect())
        }
        other => other.clone(),
    }
}

#[test]
fn the_order_of_keys_means_nothing() {
    let document: Value = serde_json::from_slice(&spec()).expect("JSON");
    let expected = generated(&spec());
    let orders: [(&str, Order<'_>); 3] = [
        ("reversed", &|members| members.reverse()),
        ("sorted", &|members| members.sort_by(|a, b| a.0.cmp(&b.0))),
        ("rotated", &|members| {
            let half = members.len() / 2;
            members.rotate_left(half);
        }),
    ];
    for (name, order) in orders {
        let other = reordered(&document, order).to_string();
        assert!(generated(other.as_bytes()) == expected, "{name}");
    }
}

#[test]
fn json_and_yaml_give_the_same_client() {
    let (Some(json), Some(yaml)) = (
        shared("full-2023-08-16.json"),
        shared("full-2023-08-16.yaml"),
    ) else {
        return;
    };
    assert!(generated(&json) == generated(&yaml));
    assert!(narrowed(&json) == narrowed(&yaml));
}

#[test]
fn the_client_of_an_older_document_compiles_without_a_warning() {
    let Some(document) = shared("full-2023-08-16.json") else {
        return;
    };
    Package::new("client-2023", &generated(&document)).check();
}

#[test]
fn the_generated_sources_are_current() {
    let mut tree = generated(&spec());
    if let Some(guide) = tree.guide() {
        let guide = fs::read_to_string(root().join("spec").join(guide)).expect("the guide");
        tree = tree.with_guide(&guide);
    }
    let source = root().join("generated/src");
    for (path, text) in tree.files() {
        let on_disk = fs::read_to_string(source.join(path)).unwrap_or_default();
        assert!(
            on_disk == text,
            "generated/src/{path} has drifted: run `cargo xtask generate`"
        );
    }
}

#[test]
fn stripes_internal_code_name_is_in_no_public_name() {
    for (path, text) in generated(&spec()).files() {
        assert!(!text.to_lowercase().contains("gelato"), "{path}");
        assert!(!path.contains("gelato"), "{path}");
    }
}
