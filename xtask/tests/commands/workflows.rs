//! The workflows of this repository.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use serde_yaml::Value;
use xtask::ci::STEPS;

fn directory() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../.github/workflows")
}

fn text(name: &str) -> String {
    fs::read_to_string(directory().join(format!("{name}.yml"))).expect("a workflow")
}

/// The names of all workflows.
fn workflows() -> Vec<String> {
    let files = fs::read_dir(directory()).expect("workflows");
    let names = files.map(|file| file.expect("a file").path());
    names
        .filter_map(|path| Some(path.file_stem()?.to_str()?.to_owned()))
        .collect()
}

/// The steps of all jobs.
fn steps(workflow: &str) -> Vec<Value> {
    let workflow: Value = serde_yaml::from_str(workflow).expect("YAML");
    let jobs = workflow["jobs"].as_mapping().expect("jobs");
    jobs.values()
        .flat_map(|job| job["steps"].as_sequence().expect("steps"))
        .cloned()
        .collect()
}

/// The commands that a workflow runs.
fn commands(workflow: &str) -> String {
    let steps = steps(&text(workflow));
    let commands = steps.iter().filter_map(|step| step["run"].as_str());
    commands.collect::<Vec<_>>().join("\n")
}

#[test]
fn every_step_of_ci_is_run_and_no_other() {
    let ci: Value = serde_yaml::from_str(&text("ci")).expect("YAML");
    let matrix = &ci["jobs"]["ci"]["strategy"]["matrix"]["include"];
    let rows = matrix.as_sequence().expect("rows").iter();
    let mut run: BTreeSet<&str> = rows
        .flat_map(|row| row["steps"].as_str().expect("steps").split_whitespace())
        .collect();
    assert!(commands("ci").ends_with("cargo xtask ci ${{ matrix.steps }}"));
    assert!(
        commands("whole")
            .lines()
            .any(|line| line == "cargo xtask ci clients whole")
    );
    run.extend(["clients", "whole"]);
    // It reads a document that no workflow downloads; maintainers run it.
    assert!(run.insert("bumps"));
    assert_eq!(run, STEPS.iter().map(|step| step.name).collect());
}

#[test]
fn the_update_reports_what_changes_and_why_it_stopped() {
    let commands = commands("update");
    assert!(commands.contains("cargo xtask update --report \"$REPORT\" 2>&1 | tee \"$LOG\""));
    assert!(commands.contains("cat \"$REPORT\""));
    assert!(commands.contains("gh issue create --title \"$title\" --body-file \"$body\""));
    assert!(commands.contains("gh pr create --head \"$BRANCH\""));
}

/// What `init` writes for others is held to the same.
const OF_OTHERS: &str = include_str!("../../../command/src/init/stripe.yml.txt");

#[test]
fn actions_are_pinned_and_keep_no_credentials() {
    let ours = workflows().into_iter().map(|name| text(&name));
    for workflow in ours.chain([OF_OTHERS.to_owned()]) {
        assert!(workflow.contains("\npermissions:"), "{workflow}");
        for step in steps(&workflow) {
            let Some(action) = step["uses"].as_str() else {
                continue;
            };
            let (name, commit) = action.split_once('@').expect("a version");
            let is_commit = commit.len() == 40 && commit.bytes().all(|b| b.is_ascii_hexdigit());
            assert!(is_commit, "{action} in {workflow}");
            if name == "actions/checkout" {
                let keeps = &step["with"]["persist-credentials"];
                assert_eq!(keeps, &Value::Bool(false), "{workflow}");
            }
        }
    }
}

#[test]
fn the_toolchain_is_fixed() {
    for name in workflows() {
        let is_fixed = text(&name).contains("RUSTUP_TOOLCHAIN: \"1.95.0\"\n");
        assert!(is_fixed, "{name}");
    }
}
