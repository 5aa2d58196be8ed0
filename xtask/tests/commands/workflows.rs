//! The workflows of this repository run commands that there are, and every step of CI.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use clap::ValueEnum;
use xtask::ci::Step;

fn workflow(name: &str) -> String {
    let repository = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    fs::read_to_string(repository.join(".github/workflows").join(name)).expect("a workflow")
}

#[test]
fn every_step_is_run_and_there_is_no_other() {
    let text = workflow("ci.yml");
    let matrix = text
        .lines()
        .skip_while(|line| line.trim() != "steps:")
        .skip(1)
        .map_while(|line| line.trim().strip_prefix("- "))
        .flat_map(str::split_whitespace);
    let named = text
        .lines()
        .filter_map(|line| line.split_once(" xtask ci "))
        .flat_map(|(_, steps)| steps.split_whitespace())
        .filter(|step| step.chars().all(|letter| letter.is_ascii_lowercase()));
    let run: BTreeSet<String> = matrix
        .chain(named)
        .map(str::to_owned)
        .filter(|word| word != "matrix.steps")
        .collect();
    // `whole` reads documents that are not in this repository.
    let steps: BTreeSet<String> = Step::value_variants()
        .iter()
        .filter(|step| **step != Step::Whole)
        .map(|step| step.name())
        .collect();
    assert_eq!(run, steps);
}

#[test]
fn the_update_is_the_command_update() {
    assert!(workflow("update.yml").contains("- run: cargo +stable xtask update "));
}

#[test]
fn the_pull_request_says_what_changes_for_users() {
    let text = workflow("update.yml");
    assert!(text.contains(" --report \"$REPORT\" "));
    assert!(text.contains("cat \"$REPORT\""));
    assert!(text.contains("--body-file \"$body\""));
}
