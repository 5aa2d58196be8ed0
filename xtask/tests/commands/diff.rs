//! `diff`, with the real generator.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::temporary_workspace::{TemporaryWorkspace, stderr, stdout};

fn pinned(name: &str) -> String {
    let repository = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    fs::read_to_string(repository.join("spec").join(name)).expect("an input")
}

/// The pinned document with a version that the tests name.
fn document(version: &str) -> Value {
    let mut document: Value = serde_json::from_str(&pinned("openapi.json")).expect("JSON");
    document["info"]["version"] = version.into();
    document
}

/// The older document: without the setter `verification_flow` of create.
fn older() -> String {
    let mut document = document("2026-01-01");
    let properties = document
        .pointer_mut(
            "/paths/~1v1~1identity~1verification_sessions/post/requestBody/content/\
             application~1x-www-form-urlencoded/schema/properties",
        )
        .and_then(Value::as_object_mut)
        .expect("properties");
    properties.remove("verification_flow").expect("a property");
    format!("{document:#}\n")
}

/// A repository with the older document in its first commit, which was released, and the pinned one in its second.
pub(crate) fn repository() -> TemporaryWorkspace {
    let workspace = TemporaryWorkspace::empty();
    workspace.write("spec/selection.toml", pinned("selection.toml"));
    workspace.write("spec/openapi.json", older());
    workspace.write("generated/Cargo.toml", manifest("0.1.0"));
    workspace.write("generated/CHANGELOG.md", "## [Unreleased]\n\n## [0.1.0]\n");
    workspace.git(&["init", "--quiet", "--initial-branch=main"]);
    workspace.commit("first");
    workspace.git(&["tag", "stripe-identity-v0.1.0"]);
    let newer = format!("{:#}\n", document("2026-09-30.endive"));
    workspace.write("spec/openapi.json", newer);
    workspace.commit("second");
    workspace
}

pub(crate) fn manifest(version: &str) -> String {
    format!("[package]\nname = \"stripe-identity\"\nversion = \"{version}\"\n")
}

const CHANGED: &str = "\
stripe-identity for API version 2026-01-01 -> 2026-09-30.endive: additive, so 0.1.0 becomes 0.1.1

additive (2)
  API_VERSION: is `2026-09-30.endive` instead of `2026-01-01`
  verification_session
    CreateVerificationSession::verification_flow: new setter of type `String`

`diff --all` shows each change with its place in the document.
";

#[test]
fn revisions_files_and_the_workspace_are_compared() {
    let workspace = repository();
    workspace.write("older.json", older());
    workspace.git(&["tag", "v0"]);
    for arguments in [
        &["HEAD~1", "HEAD"][..],
        &["HEAD~1"],
        &["main~1", "v0"],
        &["older.json", "spec/openapi.json"],
        &["older.json", "HEAD"],
        &["HEAD~1", "spec/openapi.json"],
    ] {
        let output = workspace.run(&[&["diff"], arguments].concat());
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
        assert_eq!(stdout(&output), CHANGED, "{arguments:?}");
    }
    let output = workspace.run(&["diff", "HEAD", "HEAD"]);
    assert_eq!(
        stdout(&output),
        "stripe-identity for API version 2026-09-30.endive (unchanged): no changes for users\n"
    );
}

#[test]
fn a_report_has_three_forms() {
    let workspace = repository();
    let run = |arguments: &[&str]| {
        let output = workspace.run(&[&["diff", "HEAD~1"], arguments].concat());
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
        stdout(&output)
    };
    let all = run(&["--all"]);
    assert!(
        all.contains("new setter of type `String`\n      new #/paths/"),
        "{all}"
    );
    let markdown = run(&["--format", "markdown"]);
    assert!(markdown.contains("\n### Additive (2)\n"), "{markdown}");
    let json: Value = serde_json::from_str(&run(&["--format", "json"])).expect("JSON");
    assert_eq!(json["format"], 1);
    assert_eq!(json["bump"], "minor");
    assert_eq!(json["version"], "0.1.0");
    assert_eq!(json["next_version"], "0.1.1");
    assert_eq!(json["changes"][1]["item"], "setter");
    assert_eq!(json["changes"][1]["difference"], "added");
}

#[test]
fn each_revision_is_read_with_its_own_selection() {
    let workspace = repository();
    let renamed = pinned("selection.toml").replace("\"VerificationType\"", "\"CheckType\"");
    workspace.write("spec/selection.toml", &renamed);
    workspace.commit("third");
    let output = workspace.run(&["diff", "HEAD~1", "HEAD"]);
    assert!(
        stdout(&output).contains("    CheckType: renamed from `VerificationType` to `CheckType`\n"),
        "{}",
        stdout(&output)
    );
    // With one selection for both it is called the same on both sides.
    workspace.write("mine.toml", renamed);
    let output = workspace.run(&["diff", "HEAD~1", "HEAD", "--selection", "mine.toml"]);
    assert!(
        stdout(&output).contains("no changes"),
        "{}{}",
        stdout(&output),
        stderr(&output)
    );
}

#[test]
fn the_package_of_the_selection_is_named_and_has_no_version_of_another() {
    let workspace = repository();
    let other = pinned("selection.toml").replace("\"stripe-identity\"", "\"acme-checks\"");
    workspace.write("mine.toml", other);
    let own = (&["diff", "HEAD~1"][..], "stripe-identity", "0.1.0".into());
    let other = ["diff", "HEAD~1", "--selection", "mine.toml"];
    for (arguments, package, version) in [own, (&other, "acme-checks", Value::Null)] {
        let json = stdout(&workspace.run(&[arguments, &["--format", "json"]].concat()));
        let json: Value = serde_json::from_str(&json).expect("JSON");
        assert_eq!(json["package"], package);
        assert_eq!(json["version"], version, "{package}");
    }
}

#[test]
fn what_is_neither_file_nor_url_nor_revision_is_told() {
    let workspace = repository();
    workspace.git(&["rm", "--quiet", "spec/openapi.json"]);
    workspace.commit("without");
    workspace.git(&["checkout", "--quiet", "HEAD~1"]);
    let cases: [(&[&str], &str); 6] = [
        (
            &["absent.json", "HEAD"],
            "error: `absent.json` is not a file, a URL or a revision",
        ),
        (&["HEAD", "HEAD~9"], "error: `HEAD~9` is not a file"),
        (&["--", "--output=x"], "error: `--output=x` is not a file"),
        (
            &["main"],
            "error: there is no client in the revision `main`",
        ),
        (&["ftp://example.com/"], "error: ftp:// is not supported"),
        (
            &["HEAD", "--selection", "absent.toml"],
            "error: cannot read absent.toml",
        ),
    ];
    for (arguments, message) in cases {
        // What follows `--` cannot be followed by `--root`.
        let arguments = [&["--root", ".", "diff"], arguments].concat();
        let output = workspace
            .bare(&arguments)
            .output()
            .expect("the program runs");
        let text = stderr(&output);
        let code = if text.contains("is not a file") { 2 } else { 1 };
        assert_eq!(output.status.code(), Some(code), "{arguments:?}");
        assert_eq!(stdout(&output), "");
        assert!(
            text.starts_with(message) && text.contains("= help: "),
            "{text}"
        );
    }
    assert!(!workspace.path("x").exists());
}

#[test]
fn a_refused_document_is_named() {
    let workspace = repository();
    workspace.write("bad.json", "{");
    let output = workspace.run(&["diff", "HEAD", "bad.json"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        stderr(&output).contains("--> bad.json:1"),
        "{}",
        stderr(&output)
    );
}
