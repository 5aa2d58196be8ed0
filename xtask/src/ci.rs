//! `cargo xtask ci`: the steps of CI.

mod bumps;
mod dependencies;
mod features;
pub mod links;
mod manifests;
mod msrv;
mod semver;
mod step;
mod summary;
mod version;
mod workflows;

use std::time::Instant;

use crate::cargo::Cargo;
use crate::{Failure, Generator, Workspace, say};
use summary::Summary;

pub use step::{STEPS, Step};

/// What a step needs.
#[derive(Debug)]
struct Context<'a> {
    workspace: &'a Workspace,
    generator: &'a dyn Generator,
    cargo: Cargo,
    /// The revision that the version is compared with, if given.
    base: Option<String>,
}

/// The steps, one per line.
#[must_use]
pub fn list() -> String {
    let lines = STEPS.iter().map(|step| {
        let on_request = if step.is_on_request {
            " (only when named)"
        } else {
            ""
        };
        format!("{:<11} {}{on_request}", step.name, step.about)
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// Runs the steps, or all that do not have to be named; then prints how each went.
///
/// # Errors
///
/// If a step failed.
pub fn run(
    workspace: &Workspace,
    steps: &[&'static Step],
    base: Option<String>,
    generator: &dyn Generator,
) -> Result<(), Failure> {
    let context = Context {
        workspace,
        generator,
        cargo: Cargo::new(workspace.root()),
        base,
    };
    let all: Vec<&Step> = STEPS.iter().filter(|step| !step.is_on_request).collect();
    let mut summary = Summary::default();
    for step in if steps.is_empty() { &all } else { steps } {
        say(format_args!("\n==> {}: {}", step.name, step.about));
        let started = Instant::now();
        let result = step.run(&context);
        if let Err(failure) = &result {
            say(failure);
        }
        summary.add(step, result, started.elapsed());
    }
    say(format_args!("\n{summary}"));
    summary.into_result()
}

/// Whether this runs in CI, where the working tree is clean and nothing may be skipped.
fn in_ci() -> bool {
    std::env::var("CI").is_ok_and(|value| value == "true" || value == "1")
}
