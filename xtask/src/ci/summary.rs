//! How each step went, and how long it took.

use std::fmt;
use std::time::Duration;

use super::Step;
use crate::Failure;

/// How each step went, in the order they ran.
#[derive(Debug, Default)]
pub(super) struct Summary {
    rows: Vec<(Step, bool, Duration)>,
}

impl Summary {
    pub(super) fn add(&mut self, step: Step, passed: bool, took: Duration) {
        self.rows.push((step, passed, took));
    }

    pub(super) fn into_result(self) -> Result<(), Failure> {
        let failed: Vec<String> = self
            .rows
            .iter()
            .filter(|(_, passed, _)| !passed)
            .map(|(step, ..)| step.name())
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
        for (step, passed, took) in &self.rows {
            let result = if *passed { "ok" } else { "FAILED" };
            let seconds = took.as_secs_f64();
            writeln!(f, "{:<10} {result:<6} {seconds:>7.1} s", step.name())?;
        }
        let total: Duration = self.rows.iter().map(|(.., took)| took).sum();
        write!(f, "{:<10} {:<6} {:>7.1} s", "", "", total.as_secs_f64())
    }
}
