//! The workflows pass the linters that are installed.

use std::process::Command;

use super::Context;
use crate::Failure;

/// The linters, with arguments that keep them off the network.
const LINTERS: [(&str, &[&str]); 2] = [
    ("actionlint", &[]),
    (
        "zizmor",
        &["--offline", "--no-progress", ".github/workflows"],
    ),
];

pub(super) fn check(context: &Context<'_>) -> Result<Option<String>, Failure> {
    let mut missing = Vec::new();
    for (name, arguments) in LINTERS {
        let mut command = Command::new(name);
        command
            .args(arguments)
            .current_dir(context.workspace.root());
        match command.status() {
            Ok(status) if status.success() => {}
            Ok(status) => return Err(Failure::new(format!("`{name}` failed ({status})"))),
            Err(_) => missing.push(name),
        }
    }
    if missing.is_empty() {
        return Ok(None);
    }
    Ok(Some(format!("{} (not installed)", missing.join(", "))))
}
