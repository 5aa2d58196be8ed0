//! Changes of files that happen together or not at all.

use stripe_codegen::change::Change;

use crate::temporary_workspace::TemporaryWorkspace;

/// A change that replaces, writes and deletes.
fn change(workspace: &TemporaryWorkspace) -> Change {
    workspace.write("replaced", "old");
    workspace.write("deleted", "old");
    let mut change = Change::default();
    change.write(workspace.path("replaced"), "new");
    change.write(workspace.path("deep/er/written"), "new");
    change.delete(workspace.path("deleted"));
    change
}

#[test]
fn a_change_leaves_nothing_but_its_files() {
    let expected = TemporaryWorkspace::empty();
    expected.write("replaced", "new");
    expected.write("deep/er/written", "new");
    let workspace = TemporaryWorkspace::empty();
    change(&workspace).apply().unwrap();
    assert_eq!(workspace.relative(), expected.relative());
}

#[test]
fn a_failing_step_undoes_all_before_it() {
    let name = "x".repeat(300);
    let failing = [
        ("a directory has this name", Some("spec")),
        ("Cargo.toml/below", Some("Cargo.toml/below")),
        ("xxx", Some(&*name)),
        ("cannot delete", None),
    ];
    for (message, failing) in failing {
        let workspace = TemporaryWorkspace::empty();
        let mut change = change(&workspace);
        let before = workspace.everything();
        match failing {
            Some(path) => change.write(workspace.path(path), "new"),
            None => change.delete(workspace.path("absent")),
        }
        let failure = change.apply().unwrap_err().to_string();
        assert!(failure.contains(message), "{failure}");
        assert!(failure.contains("every file is as it was"), "{failure}");
        assert_eq!(workspace.everything(), before, "{message}");
    }
}
