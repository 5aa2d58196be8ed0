//! `conformance`, with programs of its own on the path and one in cargo's place.
#![cfg(unix)]

use std::fs::{Permissions, set_permissions};
use std::os::unix::fs::PermissionsExt;
use std::process::Output;

use crate::temporary_workspace::{TemporaryWorkspace, stderr, stdout};

const MANIFEST: &str = r#"
[package.metadata.needs]
pages = ["browser", "node"]
proxies = ["proxy"]
absent = ["nothing"]

[[test]]
name = "alone"

[[test]]
name = "pages"

[[test]]
name = "proxies"
"#;

const LOCK: &str = r#"{"packages": {
    "": {"name": "pages"},
    "node_modules/a": {"version": "1.0.0", "integrity": "sha512-a"},
    "node_modules/b": {"version": "1.0.0", "integrity": "sha512-b", "optional": true}
}}"#;

const INSTALLED: &str = "tests/conformance/pages/node_modules/.package-lock.json";

/// A workspace with three areas, on a machine where these programs are installed.
fn machine(programs: &[&str]) -> TemporaryWorkspace {
    let workspace = TemporaryWorkspace::updated();
    workspace.write("tests/conformance/Cargo.toml", MANIFEST);
    workspace.write("tests/conformance/pages/package-lock.json", LOCK);
    workspace.write(INSTALLED, LOCK);
    for program in programs {
        executable(&workspace, &format!("bin/{program}"), "exit 0");
    }
    workspace
}

fn executable(workspace: &TemporaryWorkspace, path: &str, script: &str) {
    workspace.write(path, format!("#!/bin/sh\n{script}\n"));
    set_permissions(workspace.path(path), Permissions::from_mode(0o755)).expect("a script");
}

/// Runs with a cargo that prints its arguments, in CI or not.
fn run(workspace: &TemporaryWorkspace, arguments: &[&str], in_ci: &str) -> Output {
    executable(workspace, "cargo", "echo \"ran: $@\"; echo \"on $PATH\"");
    workspace
        .command(arguments)
        .env("CARGO", workspace.path("cargo"))
        .env("PATH", workspace.path("bin"))
        .env("CI", in_ci)
        .output()
        .expect("the program runs")
}

fn ran(output: &Output) -> Option<String> {
    let text = stdout(output);
    let line = text.lines().find_map(|line| line.strip_prefix("ran: "))?;
    Some(line.to_owned())
}

#[test]
fn the_areas_are_listed_with_what_they_need() {
    let output = run(&machine(&[]), &["conformance", "--list"], "");
    assert_eq!(output.status.code(), Some(0));
    insta::assert_snapshot!(stdout(&output), @r"
    alone
    pages       browser, node, tests/conformance/pages/node_modules
    proxies     proxy
    ");
}

#[test]
fn all_areas_run_or_those_named() {
    let workspace = machine(&["browser", "node", "proxy"]);
    let prefix = "test --workspace --no-fail-fast";
    let cases: [(&[&str], &str); 3] = [
        (&[], "--test=alone --test=pages --test=proxies"),
        (&["proxies"], "--test=proxies"),
        (&["pages", "alone"], "--test=alone --test=pages"),
    ];
    for (areas, tests) in cases {
        let output = run(&workspace, &[&["conformance"], areas].concat(), "");
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
        let expected = format!("{prefix} {tests} -- --include-ignored");
        assert_eq!(ran(&output), Some(expected), "{areas:?}");
    }
}

#[test]
fn tests_look_for_programs_where_servers_are_too() {
    let workspace = machine(&[]);
    let output = run(&workspace, &["conformance", "alone"], "");
    let expected = format!(
        "on {}:/usr/local/sbin:/usr/sbin",
        workspace.path("bin").display()
    );
    assert!(stdout(&output).contains(&expected), "{}", stdout(&output));
}

#[test]
fn an_area_that_is_none_is_told() {
    let output = run(&machine(&[]), &["conformance", "alone", "absent"], "");
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(ran(&output), None);
    insta::assert_snapshot!(stderr(&output), @r"
    error: there is no area `absent`
      = help: the areas are: alone, pages, proxies
    ");
}

#[test]
fn what_is_missing_is_told_with_how_to_install_it() {
    let workspace = machine(&[]);
    workspace.write(INSTALLED, "{}");
    workspace.write("bin/proxy", "not executable");
    let output = run(&workspace, &["conformance"], "");
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(ran(&output), None);
    insta::assert_snapshot!(stderr(&output), @r"
    error: the conformance tests need programs or packages that are not installed
      = note: pages: browser, node, tests/conformance/pages/node_modules
      = note: proxies: proxy
      = help: install it: `apt-get install --no-install-recommends browser nodejs proxy` and `npm ci --prefix tests/conformance/pages`; or run `.ci/programs`, which installs everything
    ");
}

#[test]
fn what_an_area_that_is_not_asked_for_needs_may_be_missing() {
    let output = run(&machine(&["proxy"]), &["conformance", "proxies"], "");
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
}

#[test]
fn npm_packages_are_there_if_they_are_those_of_the_lock() {
    let workspace = machine(&["browser", "node"]);
    let installed = |version: &str, integrity: &str| {
        format!(
            r#"{{"packages": {{"node_modules/a": {{"version": "{version}", "integrity": "{integrity}"}}}}}}"#
        )
    };
    let cases = [
        (installed("1.0.0", "sha512-a"), true),
        (installed("1.0.1", "sha512-a"), false),
        (installed("1.0.0", "sha512-x"), false),
        (r#"{"packages": {}}"#.to_owned(), false),
        ("{".to_owned(), false),
    ];
    for (installed, is_there) in cases {
        workspace.write(INSTALLED, &installed);
        let output = run(&workspace, &["conformance", "pages"], "");
        assert_eq!(ran(&output).is_some(), is_there, "{installed}");
    }
}

#[test]
fn in_ci_nothing_may_be_missing() {
    let output = run(&machine(&["proxy"]), &["ci", "conformance"], "true");
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(ran(&output), None);
    assert!(stdout(&output).contains("pages: browser, node\n"));
}

#[test]
fn elsewhere_an_area_that_cannot_run_is_left_out_and_told() {
    let output = run(&machine(&["proxy"]), &["ci", "conformance"], "");
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let ran = ran(&output).expect("the others run");
    assert!(ran.contains("--test=alone --test=proxies"), "{ran}");
    let text = stdout(&output);
    assert!(text.contains("pages: browser, node\n"), "{text}");
    assert!(text.contains("these areas are skipped"), "{text}");
    let row = text
        .lines()
        .find(|line| line.starts_with("conformance partly"));
    let row = row.unwrap_or_else(|| panic!("{text}"));
    assert!(
        row.ends_with("skipped: pages (needs browser, node)"),
        "{row}"
    );
}
