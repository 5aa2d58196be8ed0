//! `release`, with a program in cargo's place that notes how it was called.
#![cfg(unix)]

use std::fs::{Permissions, set_permissions};
use std::os::unix::fs::PermissionsExt;

use crate::temporary_workspace::{TemporaryWorkspace, stderr, stdout};

/// Directories and packages, each after those that it depends on.
const CRATES: [(&str, &str); 5] = [
    ("runtime", "stripe-runtime"),
    ("generated", "stripe-identity"),
    ("fake", "stripe-identity-fake"),
    ("codegen", "stripe-identity-codegen"),
    ("command", "stripe-codegen"),
];

#[test]
fn versions_and_changelogs_are_set_and_every_crate_is_tried_in_order() {
    let workspace = TemporaryWorkspace::empty();
    let members = CRATES
        .map(|(directory, _)| format!("{directory:?}"))
        .join(", ");
    let dependencies = CRATES
        .map(|(directory, name)| {
            format!("{name} = {{ path = {directory:?}, version = \"0.1.0\" }}\n")
        })
        .concat();
    let root =
        format!("[workspace]\nmembers = [{members}]\n\n[workspace.dependencies]\n{dependencies}");
    for (directory, name) in CRATES {
        workspace.write(
            &format!("{directory}/Cargo.toml"),
            format!("[package]\nname = \"{name}\"\nversion = \"0.1.0\"\n"),
        );
    }
    workspace.write("Cargo.toml", root);
    let unreleased = "# Changelog\n\n## [Unreleased]\n\n- Something.\n";
    workspace.write("CHANGELOG.md", unreleased);
    workspace.write("generated/CHANGELOG.md", unreleased);
    workspace.write("cargo", "#!/bin/sh\necho \"ran: $@\"\n");
    set_permissions(workspace.path("cargo"), Permissions::from_mode(0o755)).expect("a script");

    let mut command = workspace.command(&["release", "--date", "2026-10-01", "--tools", "0.2.0"]);
    let output = command
        .env("CARGO", workspace.path("cargo"))
        .output()
        .expect("it runs");
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let told = stdout(&output);
    let packages = CRATES
        .map(|(_, name)| format!("--package={name}"))
        .join(" ");
    assert!(
        told.contains(&format!(
            "ran: publish --dry-run --allow-dirty {packages}\n"
        )),
        "{told}"
    );
    assert!(
        told.contains("  git tag stripe-identity-v0.1.0\n  git tag stripe-identity-fake-v0.2.0\n"),
        "{told}"
    );
    let root = workspace.read("Cargo.toml");
    for (directory, name) in CRATES {
        let version = if name == "stripe-identity" {
            "0.1.0"
        } else {
            "0.2.0"
        };
        let manifest = workspace.read(&format!("{directory}/Cargo.toml"));
        assert!(
            manifest.contains(&format!("version = \"{version}\"")),
            "{manifest}"
        );
        let dependency =
            format!("{name} = {{ path = \"{directory}\", version = \"{version}\" }}\n");
        assert!(root.contains(&dependency), "{root}");
    }
    for (file, version) in [
        ("CHANGELOG.md", "0.2.0"),
        ("generated/CHANGELOG.md", "0.1.0"),
    ] {
        let expected = format!(
            "# Changelog\n\n## [Unreleased]\n\n## [{version}] - 2026-10-01\n\n- Something.\n"
        );
        assert_eq!(workspace.read(file), expected);
    }
}
