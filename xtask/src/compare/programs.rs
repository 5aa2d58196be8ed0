//! The programs that measure, built once.

use std::cell::OnceCell;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;

use super::Context;
use super::server::Server;
use super::subject::Subject;
use crate::Failure;

/// Where they are, once they are built.
#[derive(Debug, Default)]
pub(super) struct Programs {
    directory: OnceCell<PathBuf>,
}

impl Programs {
    /// Has the program of a subject do something, and reads the JSON that it prints.
    pub(super) fn ask(
        &self,
        context: &Context<'_>,
        subject: Subject,
        arguments: &[&str],
    ) -> Result<Value, Failure> {
        ask(&self.directory(context)?.join(subject.program()), arguments)
    }

    /// What the program of a subject that counts allocations prints.
    pub(super) fn memory(&self, context: &Context<'_>, subject: Subject) -> Result<Value, Failure> {
        let name = format!("{}-memory", subject.program());
        ask(&self.directory(context)?.join(name), &[])
    }

    /// Starts a server that gives this answer.
    pub(super) fn server(&self, context: &Context<'_>, answer: &str) -> Result<Server, Failure> {
        Server::start(&self.directory(context)?.join("compare-server"), answer)
    }

    fn directory(&self, context: &Context<'_>) -> Result<&Path, Failure> {
        if self.directory.get().is_none() {
            let target = context.target.join("measure");
            build(context, &target, &["--release"])?;
            let _ = self.directory.set(target.join("release"));
        }
        let directory = self.directory.get().map(PathBuf::as_path);
        directory.ok_or_else(|| Failure::new("the programs are not built"))
    }
}

/// What async-stripe's program prints when it is built with async-stripe's own redaction.
pub(super) fn ask_redacted(context: &Context<'_>, arguments: &[&str]) -> Result<Value, Failure> {
    let target = context.target.join("measure-redacted");
    build(
        context,
        &target,
        &["--features=compare-async-stripe/redact-generated-debug"],
    )?;
    ask(
        &target.join("debug").join(Subject::Theirs.program()),
        arguments,
    )
}

fn build(context: &Context<'_>, target: &Path, more: &[&str]) -> Result<(), Failure> {
    let target = format!("--target-dir={}", target.display());
    // One after the other: together, they would share features of what both depend on.
    for program in [
        Subject::Ours.program(),
        Subject::Theirs.program(),
        "compare-server",
    ] {
        if more
            .iter()
            .any(|argument| argument.contains('/') && !argument.contains(program))
        {
            continue;
        }
        let package = format!("--package={program}");
        let mut arguments = vec!["build", "--quiet", "--locked", &package, &target];
        arguments.extend(more);
        context.cargo.run(&arguments)?;
    }
    Ok(())
}

fn ask(program: &Path, arguments: &[&str]) -> Result<Value, Failure> {
    let output = Command::new(program)
        .args(arguments)
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| Failure::io("start", program, &error))?;
    let name = program.file_name().unwrap_or_default().to_string_lossy();
    if !output.status.success() {
        let line = arguments.join(" ");
        return Err(Failure::new(format!(
            "`{name} {line}` failed ({})",
            output.status
        )));
    }
    serde_json::from_slice(&output.stdout)
        .map_err(|error| Failure::new(format!("cannot read what {name} printed: {error}")))
}

/// A number of what a program printed.
pub(super) fn number(value: &Value, name: &str) -> Result<f64, Failure> {
    let number = value[name].as_f64();
    number.ok_or_else(|| Failure::new(format!("a program did not print the number `{name}`")))
}

/// A truth of what a program printed.
pub(super) fn truth(value: &Value, name: &str) -> Result<bool, Failure> {
    let truth = value[name].as_bool();
    truth.ok_or_else(|| Failure::new(format!("a program did not print whether `{name}`")))
}
