//! Whole documents with nothing left out, and each of their resources alone.

use std::collections::BTreeSet;

use serde_json::Value;
use stripe_identity_codegen::SourceTree;

use super::{WHOLE, WHOLE_NEWEST};
use crate::files::shared;
use crate::generated;
use crate::names::names;
use crate::package::Package;

/// The whole documents: one with the first version of Stripe's API alone, and one with both.
fn documents() -> impl Iterator<Item = (&'static str, &'static [u8])> {
    let documents = [("whole-2023", &WHOLE), ("whole-2026", &WHOLE_NEWEST)];
    documents
        .into_iter()
        .filter_map(|(name, document)| Some((name, document.as_deref()?)))
}

/// A client of everything, whose examples can import it.
fn everything(name: &str, document: &[u8]) -> SourceTree {
    let selection = format!("all = true\n[crate]\nname = \"{name}\"\n");
    generated(document, selection.as_bytes())
}

fn whole() -> impl Iterator<Item = Package> {
    documents().map(|(name, document)| Package::new(name, &everything(name, document)))
}

fn alone(document: &[u8], resource: &str) -> SourceTree {
    generated(document, format!("paths = [\"{resource}\"]\n").as_bytes())
}

#[test]
#[ignore = "takes a minute: cargo xtask ci clients"]
fn the_client_compiles() {
    for package in whole() {
        package.cargo("check", &[]);
    }
}

#[test]
#[ignore = "takes a minute: cargo xtask ci clients"]
fn each_resource_alone_has_the_names_of_the_whole() {
    for (document_name, document) in documents() {
        let whole = names(&generated(document, b"all = true"));
        for resource in resources(document) {
            let tree = alone(document, &resource);
            let place = format!("{resource} of {document_name}");
            assert!(tree.files().count() > 1, "{place} has no operation");
            let own = names(&tree);
            let new: Vec<&String> = own.difference(&whole).collect();
            assert!(new.is_empty(), "{place}: {new:?}");
        }
    }
}

#[test]
#[ignore = "takes a minute: cargo xtask ci clients"]
fn yaml_and_json_give_the_same_client() {
    if let (Some(json), Some(yaml)) = (&*WHOLE, shared("full-2023-08-16.yaml")) {
        assert!(everything("whole", json) == everything("whole", &yaml));
    }
}

/// The resources of a document: the first segments after `/v1`, and the second ones below a mere namespace.
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

/// What the step `whole` of CI runs, and `clients` does not.
mod minutes {
    use super::*;

    #[test]
    #[ignore = "takes minutes: cargo xtask ci whole"]
    fn the_client_has_no_lint_and_its_examples_compile() {
        for package in whole() {
            package.cargo("clippy", &[]);
            package.cargo("doc", &["--no-deps"]);
            package.cargo("test", &["--doc"]);
        }
    }

    #[test]
    #[ignore = "takes minutes: cargo xtask ci whole"]
    fn each_resource_alone_compiles() {
        let Some(document) = &*WHOLE else {
            return;
        };
        let resources = resources(document);
        assert!(resources.len() > 80, "{resources:?}");
        for resource in resources {
            let name = resource.replace("/v1/", "").replace('/', "-");
            Package::new(&name, &alone(document, &resource)).cargo("check", &[]);
        }
    }
}
