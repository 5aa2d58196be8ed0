//! The step `version` of `ci`, with the real generator.

use crate::diff::{manifest, repository};
use crate::temporary_workspace::{TemporaryWorkspace, stderr, stdout};

fn run(workspace: &TemporaryWorkspace, arguments: &[&str]) -> (Option<i32>, String) {
    let output = workspace.run(&[&["ci", "version"], arguments].concat());
    (
        output.status.code(),
        format!("{}{}", stdout(&output), stderr(&output)),
    )
}

#[test]
fn a_version_that_has_not_risen_enough_is_told() {
    let workspace = repository();
    for (version, enough) in [
        ("0.1.0", false),
        ("0.0.9", false),
        ("0.1.1-alpha.1", false),
        ("0.1.1", true),
        ("0.2.0", true),
    ] {
        workspace.write("generated/Cargo.toml", manifest(version));
        let (code, text) = run(&workspace, &[]);
        assert_eq!(code, Some(i32::from(!enough)), "{version}: {text}");
        assert!(
            text.contains("since the release of 0.1.0, 0.1.0\n"),
            "{text}"
        );
        if !enough {
            assert!(
                text.contains(&format!(
                    "error: the version is {version}, but the changes since the release of 0.1.0 require 0.1.1\n  \
                     --> generated/Cargo.toml\n  = help: set it to 0.1.1"
                )),
                "{text}"
            );
        }
    }
}

#[test]
fn what_breaks_asks_for_more() {
    let workspace = repository();
    // From the second commit to the first, a setter goes.
    workspace.git(&["checkout", "--quiet", "HEAD~1", "--", "spec/openapi.json"]);
    workspace.write("generated/Cargo.toml", manifest("0.1.9"));
    let (code, text) = run(&workspace, &["--base", "HEAD"]);
    assert_eq!(code, Some(1), "{text}");
    assert!(text.contains("since HEAD require 0.2.0"), "{text}");
    workspace.write("generated/Cargo.toml", manifest("0.2.0"));
    assert_eq!(run(&workspace, &["--base", "HEAD"]).0, Some(0));
}

#[test]
fn nothing_that_changed_asks_for_nothing() {
    let workspace = repository();
    let (code, text) = run(&workspace, &["--base", "HEAD"]);
    assert_eq!(code, Some(0), "{text}");
    assert!(text.contains("no changes for users"), "{text}");
}

#[test]
fn without_a_release_the_step_is_left_out() {
    let workspace = TemporaryWorkspace::empty();
    for changelog in ["", "# Changelog\n\n## [Unreleased]\n"] {
        workspace.write("generated/CHANGELOG.md", changelog);
        let (code, text) = run(&workspace, &[]);
        assert_eq!(code, Some(0), "{text}");
        assert!(text.contains("skipped: nothing was released\n"), "{text}");
    }
}

#[test]
fn a_version_alone_is_what_an_update_makes_of_it() {
    let workspace = repository();
    let document = workspace.read("spec/openapi.json");
    workspace.write(
        "new.json",
        document.replace("2026-09-30.endive", "2026-10-28.fennel"),
    );
    workspace.write("spec/guide.md", "# Guide\n");
    let output = workspace.run(&["update", "--from", "new.json"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    assert!(
        workspace
            .read("generated/Cargo.toml")
            .contains("version = \"0.1.1\"")
    );
    let (code, text) = run(&workspace, &[]);
    assert_eq!(code, Some(0), "{text}");
}

#[test]
fn a_base_that_is_none_is_told() {
    let (code, text) = run(&repository(), &["--base", "v9"]);
    assert_eq!(code, Some(1));
    assert!(
        text.contains("error: `v9` is not a revision of this repository"),
        "{text}"
    );
}
