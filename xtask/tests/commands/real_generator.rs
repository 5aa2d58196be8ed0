//! The commands with the real generator, on a copy of this repository's `spec/`.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::temporary_workspace::{TemporaryWorkspace, stderr, stdout};

fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn pinned() -> String {
    fs::read_to_string(repository().join("spec/openapi.json")).expect("the pinned document")
}

fn pinned_version() -> String {
    let document: Value = serde_json::from_str(&pinned()).expect("JSON");
    let version = document["info"]["version"].as_str();
    version.expect("a version").to_owned()
}

/// The inputs of this repository, and what is generated from them.
fn generated() -> TemporaryWorkspace {
    let workspace = TemporaryWorkspace::empty();
    for name in ["openapi.json", "selection.toml", "guide.md", "pin.toml"] {
        let path = format!("spec/{name}");
        let bytes = fs::read(repository().join(&path)).expect("an input");
        workspace.write(&path, bytes);
    }
    let output = workspace.run(&["generate"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    workspace
}

/// A document that is too large for this repository, if it is at hand; in CI it must be.
fn shared(name: &str) -> Option<String> {
    let path = repository().join("../shared/stripe-openapi").join(name);
    if path.exists() {
        return Some(path.display().to_string());
    }
    let in_ci = std::env::var("CI").is_ok_and(|value| value == "true");
    assert!(!in_ci, "{} is not there", path.display());
    // Past the test harness, which keeps what passing tests print to itself.
    let _ = std::io::Write::write_all(
        &mut std::io::stderr(),
        format!("left out: {} is not there\n", path.display()).as_bytes(),
    );
    None
}

#[test]
fn what_was_generated_is_current_until_something_changes() {
    let workspace = generated();
    let before = workspace.everything();
    for arguments in [&["generate", "--check"][..], &["generate"]] {
        let output = workspace.run(arguments);
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
        let message = stdout(&output);
        assert!(
            message.starts_with("generated/src is current ("),
            "{message}"
        );
    }
    assert_eq!(workspace.everything(), before);

    fs::remove_file(workspace.path("generated/src/verification_report.rs")).unwrap();
    let output = workspace.run(&["generate", "--check"]);
    assert_eq!(output.status.code(), Some(1));
    let drift = stdout(&output);
    assert_eq!(drift, "missing generated/src/verification_report.rs\n");
    assert_eq!(workspace.run(&["generate"]).status.code(), Some(0));
    assert_eq!(workspace.everything(), before);
}

#[test]
fn the_guide_beside_the_selection_is_on_the_front_page() {
    let workspace = generated();
    workspace.write("spec/guide.md", "# A guide\n\nIt says what to do.\n");
    let check = workspace.run(&["generate", "--check"]);
    assert_eq!(check.status.code(), Some(1), "{}", stdout(&check));
    assert!(stdout(&check).starts_with("changed generated/src/lib.rs\n"));
    assert_eq!(workspace.run(&["generate"]).status.code(), Some(0));
    let front_page = workspace.read("generated/src/lib.rs");
    let (_, guide) = front_page.split_once("\n//! # Operations\n").unwrap();
    assert!(guide.contains("\n//!\n//! # A guide\n//!\n//! It says what to do.\n\n"));
}

#[test]
fn a_guide_that_cannot_be_read_is_refused_with_an_untouched_tree() {
    let refused: [(&str, Option<&[u8]>, &str); 3] = [
        ("missing", None, "error: cannot read spec/guide.md: "),
        ("empty", Some(b" \n"), "error: spec/guide.md is empty\n"),
        (
            "not UTF-8",
            Some(b"\xff"),
            "error: spec/guide.md is not UTF-8\n",
        ),
    ];
    let workspace = generated();
    for (name, guide, expected) in refused {
        match guide {
            Some(bytes) => workspace.write("spec/guide.md", bytes),
            None => fs::remove_file(workspace.path("spec/guide.md")).unwrap(),
        }
        let before = workspace.everything();
        for arguments in [
            &["generate"][..],
            &["generate", "--check"],
            &["generate", "--from", "spec/openapi.json", "--out", "out"],
            &["update", "--from", "spec/openapi.json"],
        ] {
            let output = workspace.run(arguments);
            let message = stderr(&output);
            assert_eq!(output.status.code(), Some(1), "{name}: {message}");
            assert!(message.starts_with(expected), "{name}: {message}");
            assert!(message.contains("= help: "), "{name}: {message}");
            assert_eq!(workspace.everything(), before, "{name}");
        }
    }
}

#[test]
fn generated_files_carry_the_header() {
    let workspace = generated();
    let mut files = workspace.everything();
    files.retain(|path, text| path.starts_with(workspace.path("generated/src")) && text.is_some());
    assert!(!files.is_empty());
    for (path, text) in files {
        let starts = text.is_some_and(|text| {
            text.starts_with(stripe_identity_codegen::GENERATED_MARK.as_bytes())
        });
        assert!(starts, "{}", path.display());
    }
}

#[test]
fn the_pinned_document_elsewhere_gives_the_same_sources() {
    let workspace = generated();
    for _ in 0..2 {
        let output = workspace.run(&["generate", "--from", "spec/openapi.json", "--out", "out"]);
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    }
    let below = |directory: &str| {
        let directory = workspace.path(directory);
        let files = workspace.everything().into_iter();
        files
            .filter_map(|(path, text)| Some((path.strip_prefix(&directory).ok()?.to_owned(), text)))
            .collect::<Vec<_>>()
    };
    let mut expected = below("generated/src");
    expected.retain(|(path, _)| !path.as_os_str().is_empty());
    let mut found = below("out");
    found.retain(|(path, _)| !path.as_os_str().is_empty());
    assert_eq!(found, expected);
}

#[test]
fn a_check_names_the_command_that_writes_what_it_compares() {
    let workspace = generated();
    let cases: [(&[&str], &str); 2] = [
        (&[], ""),
        (
            &["--from", "spec/openapi.json", "--out", "it's out"],
            r" --from spec/openapi.json --out 'it'\''s out'",
        ),
    ];
    fs::remove_file(workspace.path("generated/src/lib.rs")).unwrap();
    for (arguments, shown) in cases {
        let output = workspace.run(&[&["generate", "--check"], arguments].concat());
        assert_eq!(output.status.code(), Some(1), "{}", stderr(&output));
        let help = format!("= help: run `cargo xtask generate{shown} --root .` and commit");
        assert!(stderr(&output).contains(&help), "{}", stderr(&output));
    }
}

#[test]
fn a_bad_document_is_refused_with_its_place_and_an_untouched_tree() {
    let whole = pinned();
    let mut without_paths: Value = serde_json::from_str(&whole).unwrap();
    let paths = without_paths["paths"].as_object_mut().unwrap();
    paths.retain(|path, _| !path.starts_with("/v1/identity/verification_reports"));
    let cases: [(&str, Vec<u8>, &str); 7] = [
        ("empty", Vec::new(), "bad.json"),
        (
            "truncated",
            whole.as_bytes()[..whole.len() / 2].to_vec(),
            "bad.json",
        ),
        (
            "not UTF-8",
            [b"\xff\xfe", whole.as_bytes()].concat(),
            "bad.json",
        ),
        ("an empty object", b"{}".to_vec(), "bad.json"),
        ("a page", b"<!doctype html>".to_vec(), "bad.json"),
        (
            "of another version",
            whole.replacen("\"3.0.0\"", "\"2.0\"", 1).into_bytes(),
            "bad.json",
        ),
        (
            "without what is selected",
            without_paths.to_string().into_bytes(),
            "spec/selection.toml",
        ),
    ];
    let workspace = generated();
    for (name, document, place) in cases {
        workspace.write("bad.json", document);
        let before = workspace.everything();
        for arguments in [
            &["update", "--from", "bad.json"][..],
            &["generate", "--from", "bad.json", "--out", "out"],
        ] {
            let output = workspace.run(arguments);
            let message = stderr(&output);
            assert_eq!(output.status.code(), Some(1), "{name}: {message}");
            assert!(message.starts_with("error: "), "{name}: {message}");
            assert!(
                message.contains(&format!("--> {place}")),
                "{name}: {message}"
            );
            assert!(message.contains("= help: "), "{name}: {message}");
            assert_eq!(workspace.everything(), before, "{name}");
        }
    }
}

#[test]
fn the_pinned_document_is_the_selection_of_the_one_it_is_from() {
    let version = "2026-09-30.endive";
    let Some(document) = shared(&format!("identity-{version}.json")) else {
        return;
    };
    if pinned_version() != version {
        return; // The one that a later document is from is not at hand.
    }
    let workspace = generated();
    let before = workspace.everything();
    let output = workspace.run(&["update", "--from", &document]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    assert!(
        stdout(&output).starts_with("nothing to do"),
        "{}",
        stdout(&output)
    );
    assert_eq!(workspace.everything(), before);
}

#[test]
fn a_whole_document_gives_the_same_as_json_and_as_yaml() {
    let (Some(json), Some(yaml)) = (
        shared("full-2023-08-16.json"),
        shared("full-2023-08-16.yaml"),
    ) else {
        return;
    };
    let workspace = generated();
    // That of the repository may name what the older document does not have.
    let selection = "paths = [\"/v1/identity\"]\n[crate]\nname = \"stripe-identity\"\n";
    workspace.write("spec/selection.toml", selection);
    let output = workspace.run(&["update", "--older", "--from", &json]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    assert!(stderr(&output).contains("reading "), "{}", stderr(&output));
    let updated = stdout(&output);
    let versions = format!("API version {} -> 2023-08-16\n", pinned_version());
    assert!(updated.starts_with(&versions), "{updated}");
    let document = workspace.read("spec/openapi.json");

    let output = workspace.run(&["update", "--from", &yaml]);
    let updated = stdout(&output);
    assert!(updated.contains(&format!(
        "written spec/pin.toml\ngenerated/src is current ({} files)\n\n\
         stripe-identity for API version 2023-08-16 (unchanged): no changes for users",
        sources(&workspace)
    )));
    assert_eq!(workspace.read("spec/openapi.json"), document);
}

fn sources(workspace: &TemporaryWorkspace) -> usize {
    let below = workspace.path("generated/src");
    let files = workspace.everything().into_iter();
    files
        .filter(|(path, text)| path.starts_with(&below) && text.is_some())
        .count()
}

/// The pinned document of another version, with a list of the types of events in which one is new.
fn with_new_event() -> String {
    let mut document: Value = serde_json::from_str(&pinned()).expect("JSON");
    document["info"]["version"] = "2999-10-28.juniper".into();
    let selection = fs::read_to_string(repository().join("spec/selection.toml")).expect("a file");
    let selection: toml::Table = selection.parse().expect("TOML");
    let mut types = selection["events"]["types"]
        .as_array()
        .expect("types")
        .clone();
    types.push("identity.verification_session.imagined".into());
    let schema =
        serde_json::json!({ "properties": { "enabled_events": { "items": { "enum": types } } } });
    document["paths"]["/v1/webhook_endpoints"] = serde_json::json!({ "post": { "requestBody": {
        "content": { "application/x-www-form-urlencoded": { "schema": schema } }
    } } });
    document.to_string()
}

/// The report compares with what was committed: the old document with the old selection.
#[test]
fn what_an_update_stopped_for_is_in_its_report_afterwards() {
    let workspace = generated();
    workspace.git(&["init", "--quiet", "--initial-branch=main"]);
    workspace.commit("first");
    workspace.write("new.json", with_new_event());
    let update = || workspace.run(&["update", "--from", "new.json"]);
    let stopped = update();
    assert_eq!(stopped.status.code(), Some(1));
    let told = stderr(&stopped);
    assert!(
        told.contains("identity.verification_session.imagined"),
        "{told}"
    );
    let selection = workspace.read("spec/selection.toml").replace(
        "types = [\n",
        "types = [\n    \"identity.verification_session.imagined\",\n",
    );
    workspace.write("spec/selection.toml", selection);
    let updated = update();
    assert_eq!(updated.status.code(), Some(0), "{}", stderr(&updated));
    let expected = format!(
        "additive (2)\n  API_VERSION: is `2999-10-28.juniper` instead of `{}`\n  webhook\n    \
         IdentityEvent::VerificationSessionImagined: new event `identity.verification_session.imagined`\n",
        pinned_version()
    );
    let told = stdout(&updated);
    assert!(told.contains(&expected), "{told}");
}
