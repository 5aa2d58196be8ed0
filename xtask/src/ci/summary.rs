//! The result of each step, and how long it took.

use std::fmt;
use std::time::Duration;

use super::Step;
use crate::Failure;

/// The results, in the order of the steps.
#[derive(Debug, Default)]
pub(super) struct Summary {
    rows: Vec<(&'static Step, Outcome, Duration)>,
}

/// The result of a step.
#[derive(Debug, PartialEq, Eq)]
enum Outcome {
    Passed,
    /// Passed, but this was skipped.
    Partly(String),
    Failed,
}

impl Summary {
    /// Adds a step; if it passed, with what it skipped.
    pub(super) fn add(
        &mut self,
        step: &'static Step,
        result: Result<Option<String>, Failure>,
        took: Duration,
    ) {
        let outcome = match result {
            Ok(None) => Outcome::Passed,
            Ok(Some(skipped)) => Outcome::Partly(skipped),
            Err(_) => Outcome::Failed,
        };
        self.rows.push((step, outcome, took));
    }

    pub(super) fn into_result(self) -> Result<(), Failure> {
        let failed: Vec<&str> = self
            .rows
            .iter()
            .filter(|(_, outcome, _)| *outcome == Outcome::Failed)
            .map(|(step, ..)| step.name)
            .collect();
        if failed.is_empty() {
            return Ok(());
        }
        Err(Failure::new(format!(
            "{} of {} steps failed: {}",
            failed.len(),
            self.rows.len(),
            failed.join(", ")
        ))
        .help(format!(
            "run them again: `cargo xtask ci {}`",
            failed.join(" ")
        )))
    }
}

impl fmt::Display for Summary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (step, outcome, took) in &self.rows {
            let (result, skipped) = match outcome {
                Outcome::Passed => ("ok", None),
                Outcome::Partly(skipped) => ("partly", Some(skipped)),
                Outcome::Failed => ("FAILED", None),
            };
            let seconds = took.as_secs_f64();
            write!(f, "{:<11} {result:<6} {seconds:>7.1} s", step.name)?;
            if let Some(skipped) = skipped {
                write!(f, "  skipped: {skipped}")?;
            }
            writeln!(f)?;
        }
        let total: Duration = self.rows.iter().map(|(.., took)| took).sum();
        write!(f, "{:<11} {:<6} {:>7.1} s", "", "", total.as_secs_f64())
    }
}
