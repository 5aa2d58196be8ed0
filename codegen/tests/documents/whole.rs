//! A whole document with nothing left out, and each of its resources alone.

use std::collections::BTreeSet;

use serde_json::Value;
use stripe_identity_codegen::SourceTree;

use super::WHOLE;
use super::package::Package;
use crate::generated;
use crate::names::names;

/// A client of everything, whose examples can import it.
fn whole() -> Option<Package> {
    let selection = "all = true\n[crate]\nname = \"whole\"\n";
    let tree = generated(WHOLE.as_ref()?, selection.as_bytes());
    Some(Package::new("whole", &tree))
}

fn alone(document: &[u8], resource: &str) -> SourceTree {
    generated(document, format!("paths = [\"{resource}\"]\n").as_bytes())
}

#[test]
#[ignore = "takes a minute: cargo xtask ci clients"]
fn the_client_compiles() {
    if let Some(package) = whole() {
        package.check();
    }
}

#[test]
#[ignore = "takes a minute: cargo xtask ci clients"]
fn each_resource_alone_has_the_names_of_the_whole() {
    let Some(document) = &*WHOLE else {
        return;
    };
    let whole = names(&generated(document, b"all = true"));
    for resource in resources(document) {
        let tree = alone(document, &resource);
        assert!(tree.files().count() > 1, "{resource} has no operation");
        let own = names(&tree);
        let new: Vec<&String> = own.difference(&whole).collect();
        assert!(new.is_empty(), "{resource}: {new:?}");
    }
}

#[test]
#[ignore = "takes minutes: cargo xtask ci whole"]
fn the_client_has_no_lint_and_its_examples_compile() {
    if let Some(package) = whole() {
        package.lint();
        package.document();
        package.test_examples();
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
        Package::new(&name, &alone(document, &resource)).check();
    }
}
