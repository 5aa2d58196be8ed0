//! `rehearse`, without cargo.

use std::fs::{self, File};

use crate::temporary_workspace::{TemporaryWorkspace, stderr};

#[test]
fn two_rehearsals_do_not_share_a_clone() {
    let workspace = TemporaryWorkspace::empty();
    let directory = workspace.path("target/rehearsal");
    fs::create_dir_all(&directory).expect("a directory");
    let running = File::create(directory.join("lock")).expect("a file");
    fs4::FileExt::lock(&running).expect("a lock");
    let output = workspace.run(&["rehearse", "version"]);
    assert_eq!(output.status.code(), Some(1));
    insta::assert_snapshot!(stderr(&output), @r"
    error: another rehearsal is running
      --> target/rehearsal
      = help: wait until it has ended: both would work in the same clone
    ");
    assert!(!directory.join("clone").exists());
}

/// With a program in cargo's place that makes another commit in the workspace at each update.
#[cfg(unix)]
#[test]
fn all_documents_are_taken_in_clones_of_one_commit() {
    use crate::temporary_workspace::stdout;

    let workspace = TemporaryWorkspace::updated();
    workspace.write("generated/Cargo.toml", "[package]\nversion = \"0.1.0\"\n");
    workspace.write("generated/CHANGELOG.md", "## [Unreleased]\n");
    workspace.write(".gitignore", "cargo\ntarget\n");
    workspace.git(&["init", "--quiet"]);
    workspace.commit("first");
    let script = "[ \"$2\" = update ] || exit 0\n\
         git log --format='on %s'\n\
         git -C ../../.. -c user.name=nobody -c user.email=nobody commit --quiet --allow-empty -mlater\n\
         echo 'stripe-identity for API version 1: additive'\n";
    let output = workspace
        .command_with_cargo(&["rehearse", "version", "version"], script)
        .output()
        .expect("the program runs");
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let told = stdout(&output);
    let commits: Vec<&str> = told
        .lines()
        .filter(|line| line.starts_with("on "))
        .collect();
    assert_eq!(commits, ["on Release", "on first"].repeat(2));
    assert!(told.ends_with("\n2 of 2 documents green\n"), "{told}");
}
