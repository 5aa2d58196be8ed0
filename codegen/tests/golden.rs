//! One smallest document per idea: `golden/<idea>/openapi.yaml` and its selection, and what they become.
//!
//! The expected sources are compiled as well, by the package of the tests at the top level.
//! `UPDATE_GOLDEN=1 cargo test -p stripe-identity-codegen` writes them; read them before you commit them.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use stripe_identity_codegen::{Input, SourceTree, generate};

fn golden() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden")
}

fn cases() -> Vec<PathBuf> {
    let entries = fs::read_dir(golden()).expect("the folder of the golden cases");
    let mut cases: Vec<PathBuf> = entries
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.is_dir())
        .collect();
    cases.sort();
    cases
}

fn generated(case: &Path) -> SourceTree {
    let read = |name: &str| fs::read(case.join(name)).expect(name);
    let (document, selection) = (read("openapi.yaml"), read("selection.toml"));
    generate(
        Input {
            name: "openapi.yaml",
            bytes: &document,
        },
        Input {
            name: "selection.toml",
            bytes: &selection,
        },
    )
    .unwrap_or_else(|diagnostics| panic!("{}:\n{diagnostics}", case.display()))
}

/// The files below a folder, by path with `/`.
fn files(folder: &Path, below: &str, into: &mut BTreeMap<String, String>) {
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let path = entry.expect("an entry").path();
        let name = path.file_name().expect("a name").to_string_lossy();
        if path.is_dir() {
            files(&path, &format!("{below}{name}/"), into);
        } else {
            into.insert(
                format!("{below}{name}"),
                fs::read_to_string(&path).expect("a text"),
            );
        }
    }
}

#[test]
fn each_idea_becomes_what_is_expected() {
    let update = std::env::var_os("UPDATE_GOLDEN").is_some();
    let mut failures = Vec::new();
    for case in cases() {
        let tree = generated(&case);
        let expected = case.join("expected");
        let mut on_disk = BTreeMap::new();
        files(&expected, "", &mut on_disk);
        let drift = tree.diff(&on_disk);
        if update && !drift.is_empty() {
            let _ = fs::remove_dir_all(&expected);
            for (path, text) in tree.files() {
                let path = expected.join(path);
                fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
                fs::write(path, text).expect("a file");
            }
        } else {
            failures.extend(drift.into_iter().map(|drift| {
                format!(
                    "{}/{}: {:?}\n{}",
                    case.display(),
                    drift.path,
                    drift.kind,
                    drift.diff
                )
            }));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn each_idea_is_compiled() {
    let compiled = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/golden/lib.rs");
    let compiled =
        fs::read_to_string(compiled).expect("the list of golden cases that are compiled");
    for case in cases() {
        let name = case
            .file_name()
            .expect("a name")
            .to_string_lossy()
            .into_owned();
        assert!(
            compiled.contains(&format!("golden/{name}/expected/lib.rs")),
            "tests/golden/lib.rs does not name {name}"
        );
    }
}

#[test]
fn the_same_texts_give_the_same_sources() {
    for case in cases() {
        assert_eq!(generated(&case), generated(&case), "{}", case.display());
    }
}
