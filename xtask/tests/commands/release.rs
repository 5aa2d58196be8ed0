//! `release`, with a program in cargo's place that notes how it was called.
#![cfg(unix)]

use std::process::Output;

use crate::temporary_workspace::{TemporaryWorkspace, stderr, stdout};

/// Directories and packages, each after those that it depends on.
const CRATES: [(&str, &str); 5] = [
    ("runtime", "stripe-runtime"),
    ("generated", "stripe-identity"),
    ("fake", "stripe-identity-fake"),
    ("codegen", "stripe-identity-codegen"),
    ("command", "stripe-codegen"),
];

const CHANGELOG: &str = "# Changelog\n\n## [Unreleased]\n\n- Something.\n";

/// A workspace in which every crate has version 0.1.0, and nothing was released.
fn workspace() -> TemporaryWorkspace {
    let workspace = TemporaryWorkspace::empty();
    let members = CRATES.map(|(directory, _)| format!("{directory:?}"));
    let dependencies = CRATES.map(|(directory, name)| {
        format!("{name} = {{ path = {directory:?}, version = \"0.1.0\" }}\n")
    });
    workspace.write(
        "Cargo.toml",
        format!(
            "[workspace]\nmembers = [{}]\n\n[workspace.dependencies]\n{}",
            members.join(", "),
            dependencies.concat()
        ),
    );
    for (directory, name) in CRATES {
        workspace.write(
            &format!("{directory}/Cargo.toml"),
            format!("[package]\nname = \"{name}\"\nversion = \"0.1.0\"\n"),
        );
    }
    workspace.write("CHANGELOG.md", CHANGELOG);
    workspace.write("generated/CHANGELOG.md", CHANGELOG);
    workspace.write(
        "runtime/src/generated_for.rs",
        "(\"0.1\") => {}; \", but 0.1 is used\"",
    );
    for client in ["generated/src/lib.rs", "codegen/tests/golden/shop.snap.rs"] {
        workspace.write(client, "generated_for!(\"0.1\"); // since 0.1");
    }
    workspace
}

fn release(workspace: &TemporaryWorkspace, arguments: &[&str]) -> Output {
    let arguments = [&["release"], arguments].concat();
    let mut command = workspace.command_with_cargo(&arguments, "echo \"ran: $@\"\n");
    command.output().expect("it runs")
}

/// The names of the crates that it tries to publish.
fn tried(workspace: &TemporaryWorkspace, arguments: &[&str]) -> Vec<String> {
    let output = release(workspace, arguments);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let told = stdout(&output);
    let line = told.lines().find_map(|line| line.strip_prefix("ran: "));
    let packages = line.expect("cargo is run").split(" --package=");
    packages.map(str::to_owned).collect()
}

#[test]
fn versions_and_changelogs_are_set_and_every_crate_is_tried_in_order() {
    let workspace = workspace();
    let output = release(&workspace, &["--date", "2026-10-01", "--tools", "0.2.0"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let told = stdout(&output);
    let packages = CRATES.map(|(_, name)| format!("--package={name}"));
    let packages = packages.join(" ");
    for line in [
        format!("ran: publish --dry-run --allow-dirty {packages}\n"),
        "  git tag stripe-identity-v0.1.0\n  git tag stripe-identity-fake-v0.2.0\n".to_owned(),
        format!("  cargo publish {packages}\n"),
    ] {
        assert!(told.contains(&line), "{told}");
    }
    let root = workspace.read("Cargo.toml");
    for (directory, name) in CRATES {
        let is_client = name == "stripe-identity";
        let version = if is_client { "0.1.0" } else { "0.2.0" };
        let line = format!("version = \"{version}\"");
        let manifest = workspace.read(&format!("{directory}/Cargo.toml"));
        assert!(manifest.contains(&line), "{manifest}");
        let dependency = format!("{name} = {{ path = \"{directory}\", {line} }}\n");
        assert!(root.contains(&dependency), "{root}");
    }
    for (file, version) in [
        ("CHANGELOG.md", "0.2.0"),
        ("generated/CHANGELOG.md", "0.1.0"),
    ] {
        let expected = format!("## [Unreleased]\n\n## [{version}] - 2026-10-01\n");
        let expected = CHANGELOG.replace("## [Unreleased]\n", &expected);
        assert_eq!(workspace.read(file), expected);
    }
}

#[test]
fn the_runtime_has_its_new_minor_version_wherever_generated_code_names_it() {
    let workspace = workspace();
    tried(&workspace, &["--date", "2026-10-01", "--tools", "0.2.0"]);
    for (file, expected) in [
        (
            "runtime/src/generated_for.rs",
            "(\"0.2\") => {}; \", but 0.2 is used\"",
        ),
        (
            "generated/src/lib.rs",
            "generated_for!(\"0.2\"); // since 0.1",
        ),
        (
            "codegen/tests/golden/shop.snap.rs",
            "generated_for!(\"0.2\"); // since 0.1",
        ),
    ] {
        assert_eq!(workspace.read(file), expected, "{file}");
    }
}

#[test]
fn what_is_released_already_is_left_alone() {
    let workspace = workspace();
    let first = &["--date", "2026-10-01"];
    assert_eq!(tried(&workspace, first).len(), 1 + CRATES.len());
    // On the same day it is the same release: it can be prepared again.
    assert_eq!(tried(&workspace, first).len(), 1 + CRATES.len());

    let before = workspace.everything();
    let nothing = release(&workspace, &["--date", "2026-11-01"]);
    assert_eq!(nothing.status.code(), Some(1));
    assert!(stderr(&nothing).starts_with("error: every version is released already\n"));
    assert_eq!(workspace.everything(), before);

    let client = workspace.read("generated/Cargo.toml");
    workspace.write("generated/Cargo.toml", client.replace("0.1.0", "0.1.1"));
    let packages = tried(&workspace, &["--date", "2026-11-01"]);
    assert_eq!(packages[1..], ["stripe-identity"]);
    assert!(!workspace.read("CHANGELOG.md").contains("2026-11-01"));
}

#[test]
fn a_runtime_that_breaks_clients_needs_a_new_client() {
    let workspace = workspace();
    tried(&workspace, &["--date", "2026-10-01"]);
    let before = workspace.everything();
    let refused = release(&workspace, &["--date", "2026-11-01", "--tools", "0.2.0"]);
    assert_eq!(refused.status.code(), Some(1));
    let told = stderr(&refused);
    assert!(
        told.starts_with(
            "error: stripe-identity 0.1.0 is released, and needs another runtime now\n"
        ),
        "{told}"
    );
    assert_eq!(workspace.everything(), before);
    let same_minor = ["--date", "2026-11-01", "--tools", "0.1.1"];
    assert_eq!(tried(&workspace, &same_minor).len(), CRATES.len());
}
