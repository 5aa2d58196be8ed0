//! How each step went, and how long it took.

use std::fmt;
use std::time::Duration;

use super::Step;
use crate::Failure;

/// How each step went, in the order they ran.
#[derive(Debug, Default)]
pub(super) struct Summary {
    rows: Vec<(&'static Step, Outcome, Duration)>,
}

/// How a step went.
#[derive(Debug, PartialEq, Eq)]
enum Outcome {
    Passed,
    /// What ran passed, but this was left out.
    Partly(String),
    Failed,
}

impl Summary {
    /// Adds a step; if it passed, with what it left out.
    pub(super) fn add(
        &mut self,
        step: &'static Step,
        result: Result<Option<String>, Failure>,
        took: Duration,
    ) {
        let outcome = match result {
            Ok(None) => Outcome::Passed,
            Ok(Some(left_out)) => Outcome::Partly(left_out),
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
            let (result, left_out) = match outcome {
                Outcome::Passed => ("ok", None),
                Outcome::Partly(left_out) => ("partly", Some(left_out)),
                Outcome::Failed => ("FAILED", None),
            };
            let seconds = took.as_secs_f64();
            write!(f, "{:<11} {result:<6} {seconds:>7.1} s", step.name)?;
            if let Some(left_out) = left_out {
                write!(f, "  left out: {left_out}")?;
            }
            writeln!(f)?;
        }
        let total: Duration = self.rows.iter().map(|(.., took)| took).sum();
        write!(f, "{:<11} {:<6} {:>7.1} s", "", "", total.as_secs_f64())
    }
}
