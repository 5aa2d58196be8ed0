//! A whole document, with nothing left out, and each of its resources alone.

use std::collections::BTreeSet;
use std::thread;

use serde_json::Value;
use stripe_identity_codegen::{SourceTree, generate};

use crate::package::Package;
use crate::{inputs, shared};

/// The sources for a selection.
fn selected(document: &[u8], selection: &str) -> SourceTree {
    let (document, text) = inputs(document, selection.as_bytes());
    generate(document, text).unwrap_or_else(|diagnostics| panic!("{selection}\n{diagnostics}"))
}

/// A client of everything, whose examples can import it.
fn whole(document: &[u8]) -> SourceTree {
    selected(document, "all = true\n[crate]\nname = \"whole\"\n")
}

#[test]
fn a_whole_document_is_generated_from() {
    let (Some(json), Some(yaml)) = (
        shared("full-2023-08-16.json"),
        shared("full-2023-08-16.yaml"),
    ) else {
        return;
    };
    let tree = selected(&json, "all = true\n");
    assert!(tree.files().count() > 500);
    assert!(
        tree == selected(&yaml, "all = true\n"),
        "JSON and YAML differ"
    );
}

#[test]
fn the_client_of_a_whole_document_compiles_without_a_warning() {
    let Some(document) = shared("full-2023-08-16.json") else {
        return;
    };
    Package::new("whole", &whole(&document)).check();
}

#[test]
#[ignore = "takes minutes: cargo xtask ci whole"]
fn the_client_of_a_whole_document_passes_the_lints() {
    if let Some(document) = shared("full-2023-08-16.json") {
        Package::new("whole", &whole(&document)).lint();
    }
}

#[test]
#[ignore = "takes minutes: cargo xtask ci whole"]
fn the_documentation_of_a_whole_document_builds_without_a_warning() {
    if let Some(document) = shared("full-2023-08-16.json") {
        Package::new("whole", &whole(&document)).document();
    }
}

#[test]
#[ignore = "takes minutes: cargo xtask ci whole"]
fn the_examples_of_a_whole_document_compile() {
    if let Some(document) = shared("full-2023-08-16.json") {
        Package::new("whole", &whole(&document)).test_examples();
    }
}

/// The resources of a document: what stands behind `/v1`, and the parts of what is only a namespace.
fn resources(document: &[u8]) -> BTreeSet<String> {
    let document: Value = serde_json::from_slice(document).expect("JSON");
    let paths = document["paths"].as_object().expect("paths");
    let mut resources = BTreeSet::new();
    for path in paths.keys() {
        let segments: Vec<&str> = path.split('/').skip(1).collect();
        let [version, first, rest @ ..] = segments.as_slice() else {
            panic!("{path} has no resource");
        };
        resources.insert(format!("/{version}/{first}"));
        if let [second, ..] = rest
            && !second.starts_with('{')
            && !paths.contains_key(&format!("/{version}/{first}"))
        {
            resources.insert(format!("/{version}/{first}/{second}"));
        }
    }
    resources
}

fn alone(document: &[u8], resource: &str) -> SourceTree {
    selected(document, &format!("paths = [\"{resource}\"]\n"))
}

#[test]
fn each_resource_alone_is_generated_from() {
    let Some(document) = shared("full-2023-08-16.json") else {
        return;
    };
    let resources = resources(&document);
    assert!(resources.len() > 80, "{resources:?}");
    let resources: Vec<String> = resources.into_iter().collect();
    let document = &document;
    thread::scope(|scope| {
        for part in resources.chunks(resources.len().div_ceil(2)) {
            scope.spawn(move || {
                for resource in part {
                    let files = alone(document, resource).files().count();
                    assert!(files > 1, "{resource} has no module");
                }
            });
        }
    });
}

#[test]
#[ignore = "takes minutes: cargo xtask ci whole"]
fn each_resource_alone_compiles_without_a_warning() {
    let Some(document) = shared("full-2023-08-16.json") else {
        return;
    };
    for resource in resources(&document) {
        let name = resource.replace("/v1/", "").replace('/', "-");
        Package::new(&name, &alone(&document, &resource)).check();
    }
}
