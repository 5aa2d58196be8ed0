//! `generate` and `generate --check`.

use serde_json::{Value, json};
use stripe_codegen::Failure;
use stripe_codegen::generate::{Request, check, write};
use stripe_codegen::pin::Pin;

use crate::fake_generator::Fake;
use crate::temporary_workspace::TemporaryWorkspace;

fn generate(workspace: &TemporaryWorkspace) -> Result<String, Failure> {
    generate_from(workspace, true)
}

fn generate_from(workspace: &TemporaryWorkspace, is_pinned: bool) -> Result<String, Failure> {
    let workspace = workspace.workspace();
    let request = Request {
        is_pinned,
        ..Request::of(&workspace)?
    };
    write(&workspace, &request, &Fake).map(|written| written.to_string())
}

/// What `--check` prints, and why it fails, if it does.
fn drift(workspace: &TemporaryWorkspace) -> String {
    let root = workspace.workspace();
    let request = Request::of(&root).expect("a document");
    let checked = check(&root, &request, &Fake).expect("a check");
    let shown = checked.to_string();
    match checked.into_result() {
        Ok(()) => shown,
        Err(failure) => format!("{shown}\n\n{failure}"),
    }
}

#[test]
fn what_is_current_is_left_alone() {
    let workspace = TemporaryWorkspace::updated();
    let path = workspace.path("generated/src/lib.rs");
    let modified = || std::fs::metadata(&path).unwrap().modified().unwrap();
    let before = (workspace.everything(), modified());
    assert_eq!(
        generate(&workspace).unwrap(),
        "generated/src is current (3 files)"
    );
    assert_eq!((workspace.everything(), modified()), before);
    assert_eq!(drift(&workspace), "generated/src is current (3 files)");
}

#[test]
fn what_differs_is_written_and_what_is_stale_deleted() {
    let workspace = TemporaryWorkspace::updated();
    let current = workspace.everything();
    workspace.write("generated/src/lib.rs", "pub mod edited;\n");
    workspace.write("generated/src/old/deep/er.rs", "pub fn er() {}\n");
    workspace.write("generated/src/note.txt", "a stray file\n");
    std::fs::remove_file(workspace.path("generated/src/a/b.rs")).unwrap();

    insta::assert_snapshot!(drift(&workspace), @r"
    missing generated/src/a/b.rs
    changed generated/src/lib.rs
        --- on disk
        +++ generated
        @@ -1 +1,2 @@
        -pub mod edited;
        +// @generated
        +pub mod a;
    stale   generated/src/note.txt
    stale   generated/src/old/deep/er.rs

    error: generated/src is not up to date: 1 missing, 2 stale, 1 changed
      = help: run `cargo xtask generate` and commit what it writes
    ");
    insta::assert_snapshot!(generate(&workspace).unwrap(), @r"
    written generated/src/a/b.rs
    written generated/src/lib.rs
    deleted generated/src/note.txt
    deleted generated/src/old/deep/er.rs
    generated/src: 2 written, 2 deleted, 1 unchanged
    ");
    assert_eq!(workspace.everything(), current);
}

#[test]
fn checking_changes_nothing() {
    let workspace = TemporaryWorkspace::updated();
    workspace.write("generated/src/lib.rs", "pub mod edited;\n");
    workspace.write("generated/src/old.rs", "");
    let before = workspace.everything();
    drift(&workspace);
    assert_eq!(workspace.everything(), before);
}

#[test]
fn a_long_diff_is_cut() {
    let workspace = TemporaryWorkspace::updated();
    let lines = |number| {
        (0..number)
            .map(|line| format!("// {line}\n"))
            .collect::<Vec<_>>()
            .concat()
    };
    workspace.write("generated/src/a.rs", lines(100));
    for name in ["b", "c", "d"] {
        workspace.write(&format!("generated/src/{name}.rs"), lines(3));
    }
    insta::assert_snapshot!(drift(&workspace));
}

#[test]
fn hidden_files_and_files_that_are_not_utf_8_are_no_obstacle() {
    let workspace = TemporaryWorkspace::updated();
    let current = workspace.everything();
    workspace.write("generated/src/lib.rs", b"\xff\xfe");
    generate(&workspace).unwrap();
    assert_eq!(workspace.everything(), current);
    workspace.write("generated/src/.lib.rs.swp", b"\xff\xfe");
    assert_eq!(
        generate(&workspace).unwrap(),
        "generated/src is current (3 files)"
    );
}

#[test]
fn a_document_that_is_refused_leaves_the_tree_as_it_was() {
    let many: Value = (0..3).map(|n| (n.to_string(), json!(""))).collect();
    let cases = [
        ("", "EOF while parsing"),
        ("{\"info\": {\"version\": \"1\"}, \"fi", "EOF while parsing"),
        ("[]", "not an object"),
        ("{}", "no `files`"),
        (&json!({"files": {}}).to_string(), "nothing was generated"),
        (
            &json!({"files": {"../lib.rs": ""}}).to_string(),
            "../lib.rs",
        ),
        (&json!({"files": {"/lib.rs": ""}}).to_string(), "/lib.rs"),
        (&json!({"files": {"": ""}}).to_string(), "names a file ``"),
        (
            &json!({"files": {"a.rs": "new", "x".repeat(300): ""}}).to_string(),
            "every file is as it was",
        ),
        (
            &json!({"files": {"a.rs": "new", "lib.rs/below.rs": "", "many": many}}).to_string(),
            "every file is as it was",
        ),
    ];
    for (document, message) in cases {
        let workspace = TemporaryWorkspace::updated();
        workspace.write("spec/openapi.json", document);
        let before = workspace.everything();
        let failure = generate_from(&workspace, false).unwrap_err().to_string();
        assert!(failure.contains(message), "{document}: {failure}");
        assert_eq!(workspace.everything(), before, "{document}");
    }
}

#[test]
fn a_missing_input_is_named() {
    for (path, message) in [
        ("spec/openapi.json", "cannot read spec/openapi.json"),
        ("spec/selection.toml", "cannot read spec/selection.toml"),
    ] {
        let workspace = TemporaryWorkspace::updated();
        std::fs::remove_file(workspace.path(path)).unwrap();
        let before = workspace.everything();
        let failure = generate(&workspace).unwrap_err().to_string();
        assert!(failure.contains(message), "{failure}");
        assert!(
            failure.contains(&format!("git checkout -- {path}")),
            "{failure}"
        );
        assert_eq!(workspace.everything(), before);
    }
}

#[test]
fn a_document_that_is_not_the_pinned_one_is_told() {
    let workspace = TemporaryWorkspace::updated();
    let pin = Pin::read(&workspace.workspace()).unwrap();
    let document = workspace.read("spec/openapi.json");
    let edited = document.replace("fn a()", "fn A()");
    workspace.write("spec/openapi.json", edited);
    let before = workspace.everything();
    let failure = generate(&workspace).unwrap_err().to_string();
    assert!(drift(&workspace).ends_with(&failure), "{failure}");
    assert_eq!(workspace.everything(), before);
    insta::assert_snapshot!(drift(&workspace), @r"
    changed generated/src/a.rs
        --- on disk
        +++ generated
        @@ -1,2 +1,2 @@
         // @generated
        -pub fn a() {}
        +pub fn A() {}

    error: spec/openapi.json is not the file that spec/pin.toml pins
      --> spec/openapi.json
      = note: its sha256 is     33de9fc4fc7684fb5b156b2658f0f160e27a9b041bdea03ca4a995b1207b64ff
      = note: spec/pin.toml says f78d4e8b2d515b49e2a83b32d39739655583fe3b5738060933e6ccc7177209d9
      = help: `cargo xtask update` writes both files; if spec/openapi.json was edited by hand, undo that with `git checkout -- spec/openapi.json`
    ");
    workspace.write("spec/openapi.json", document);

    let other = Pin {
        api_version: "2020-01-01".to_owned(),
        ..pin
    };
    workspace.write("spec/pin.toml", other.text("cargo xtask"));
    insta::assert_snapshot!(drift(&workspace), @r"
    generated/src is current (3 files)

    error: spec/pin.toml says API version `2020-01-01`, spec/openapi.json says `2026-09-30.endive`
      --> spec/openapi.json#/info/version
      = help: `cargo xtask update` writes both files; if spec/openapi.json was edited by hand, undo that with `git checkout -- spec/openapi.json`
    ");
}

#[test]
fn a_pin_that_makes_no_sense_is_told() {
    let cases = [
        ("commit = \"18fa2cc", "commit = \"main", "40 digits"),
        ("stripe/openapi", "stripe/../openapi", "`repository`"),
        ("master", "master?token=", "`branch`"),
        ("api_version", "version", "unknown field `version`"),
        ("document_sha256 = ", "document_sha256 ", "expected `=`"),
    ];
    for (from, to, message) in cases {
        let workspace = TemporaryWorkspace::updated();
        let pin = workspace.read("spec/pin.toml");
        assert!(pin.contains(from), "{from}");
        workspace.write("spec/pin.toml", pin.replace(from, to));
        let failure = Pin::read(&workspace.workspace()).unwrap_err().to_string();
        assert!(failure.contains(message), "{failure}");
        assert!(failure.contains("--> spec/pin.toml"), "{failure}");
    }
}

#[test]
fn of_many_files_some_are_listed() {
    let workspace = TemporaryWorkspace::updated();
    let files: serde_json::Map<String, Value> = (0..30)
        .map(|n| (format!("f{n:02}.rs"), json!("")))
        .collect();
    workspace.write("spec/openapi.json", json!({ "files": files }).to_string());
    let request = Request {
        is_pinned: false,
        ..Request::of(&workspace.workspace()).unwrap()
    };
    let checked = check(&workspace.workspace(), &request, &Fake).unwrap();
    let checked = checked.to_string();
    assert_eq!(checked.lines().count(), 21, "{checked}");
    assert!(checked.ends_with("\n… and 13 more files"), "{checked}");
    let written = generate_from(&workspace, false).unwrap();
    assert_eq!(written.lines().count(), 22, "{written}");
    assert!(
        written
            .ends_with("\n… and 13 more files\ngenerated/src: 30 written, 3 deleted, 0 unchanged"),
        "{written}"
    );
}
