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
        assert!(text.contains("since HEAD~1, 0.1.0\n"), "{text}");
        if !enough {
            assert!(
                text.contains(&format!(
                    "error: the version is {version}, but the changes since HEAD~1 require 0.1.1\n  \
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
fn a_branch_is_compared_with_where_it_left_the_main_branch() {
    let workspace = repository();
    workspace.git(&["update-ref", "refs/remotes/origin/main", "HEAD~1"]);
    workspace.write("note", "");
    workspace.commit("third");
    let (code, text) = run(&workspace, &[]);
    assert_eq!(code, Some(1), "{text}");
    assert!(text.contains("since origin/main, 0.1.0\n"), "{text}");
}

#[test]
fn without_anything_to_compare_with_the_step_is_left_out() {
    let workspace = TemporaryWorkspace::empty();
    let (code, text) = run(&workspace, &[]);
    assert_eq!(code, Some(0), "{text}");
    assert!(
        text.contains("skipped: there is no revision to compare with\n"),
        "{text}"
    );
    workspace.git(&["init", "--quiet", "--initial-branch=main"]);
    workspace.commit("first");
    workspace.write("note", "");
    workspace.commit("second");
    let (code, text) = run(&workspace, &[]);
    assert_eq!(code, Some(0), "{text}");
    assert!(
        text.contains("skipped: there is no client in HEAD~1\n"),
        "{text}"
    );
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
