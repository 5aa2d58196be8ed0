//! `cargo xtask ci`: what CI runs, step by step.

mod crate_count;
mod features;
mod manifests;
mod msrv;
mod step;
mod summary;
mod version;

use std::time::Instant;

use clap::ValueEnum;

use crate::cargo::Cargo;
use crate::{Failure, Generator, Workspace, say};
use summary::Summary;

pub use step::Step;

/// What a step needs.
#[derive(Debug)]
struct Context<'a> {
    workspace: &'a Workspace,
    generator: &'a dyn Generator,
    cargo: Cargo,
    /// The revision that the version is compared with, if it is given.
    base: Option<String>,
}

/// What the steps are, one a line.
#[must_use]
pub fn list() -> String {
    let lines: Vec<String> = Step::value_variants()
        .iter()
        .map(|step| {
            let on_request = if step.is_on_request() {
                " (on request only)"
            } else {
                ""
            };
            format!("{:<11} {}{on_request}", step.name(), step.about())
        })
        .collect();
    lines.join("\n")
}

/// Runs the steps, or all that are not on request only; then says how each went.
///
/// # Errors
///
/// When a step failed; names those that did.
pub fn run(
    workspace: &Workspace,
    steps: &[Step],
    base: Option<String>,
    generator: &dyn Generator,
) -> Result<(), Failure> {
    let context = Context {
        workspace,
        generator,
        cargo: Cargo::new(workspace.root()),
        base,
    };
    let all: Vec<Step> = Step::value_variants()
        .iter()
        .copied()
        .filter(|step| !step.is_on_request())
        .collect();
    let mut summary = Summary::default();
    for step in if steps.is_empty() { &all } else { steps } {
        say(format_args!("\n==> {}: {}", step.name(), step.about()));
        let started = Instant::now();
        let result = step.run(&context);
        if let Err(failure) = &result {
            say(failure);
        }
        summary.add(*step, result, started.elapsed());
    }
    say(format_args!("\n{summary}"));
    summary.into_result()
}

/// Whether this runs in CI, where the tree is clean and nothing may be left out.
fn in_ci() -> bool {
    std::env::var("CI").is_ok_and(|value| value == "true" || value == "1")
}
