//! The commands of this workspace, run as `cargo xtask <command>`.
//!
//! This crate parses arguments and accesses disk and network. What a document means is
//! decided in `stripe-identity-codegen`, which is called through [`Generator`].

mod cargo;
pub mod change;
pub mod changelog;
pub mod ci;
mod cli;
pub mod conformance;
pub mod diff;
pub mod failure;
pub mod fetch;
pub mod generate;
mod generator;
pub mod git;
pub mod manifest;
pub mod pin;
pub mod progress;
pub mod source;
pub mod sources;
pub mod update;
pub mod workspace;

use std::ffi::OsString;
use std::io::Write as _;
use std::process::ExitCode;

use clap::Parser;

pub use failure::Failure;
pub use generator::{Codegen, Generator};
pub use workspace::Workspace;

use cli::{Cli, Command};
use progress::Progress;
use sources::Sources;

/// Runs the command that the arguments name; the first argument is the program.
///
/// Exit codes: 0 for success, 1 for failure, 2 for wrong arguments.
pub fn run(arguments: impl IntoIterator<Item = OsString>, generator: &dyn Generator) -> ExitCode {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let cli = match Cli::try_parse_from(&arguments) {
        Ok(cli) => cli,
        Err(error) => {
            let _ = error.print();
            return u8::try_from(error.exit_code()).map_or(ExitCode::from(2), ExitCode::from);
        }
    };
    match dispatch(cli, &arguments, generator) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            let _ = writeln!(anstream::stderr(), "{}", styled(&failure.to_string()));
            failure.exit_code()
        }
    }
}

fn dispatch(cli: Cli, all: &[OsString], generator: &dyn Generator) -> Result<(), Failure> {
    let workspace = Workspace::find(cli.root)?;
    let progress = Progress::Stderr;
    match cli.command {
        Command::Generate(arguments) => {
            let mut request = match (arguments.from, arguments.out) {
                (Some(document), Some(out)) => generate::Request {
                    document: document.read(progress)?,
                    document_name: document.to_string(),
                    selection: arguments.selection.unwrap_or_else(|| workspace.selection()),
                    sources: Sources::elsewhere(&out),
                    is_pinned: false,
                    command: String::new(),
                },
                _ => generate::Request::of(&workspace)?,
            };
            request.command = without_check(all);
            if !arguments.check {
                return generate::write(&workspace, &request, generator).map(say);
            }
            let checked = generate::check(&workspace, &request, generator)?;
            say(styled(&checked.to_string()));
            checked.into_result()
        }
        Command::Update(arguments) => update::update(
            &workspace,
            &update::Request {
                from: arguments.from,
                commit: arguments.commit,
                github: update::GitHub::default(),
                report: arguments.report,
            },
            generator,
            progress,
        )
        .map(say),
        Command::Diff(arguments) => {
            let request = diff::Request {
                old: arguments.old,
                new: arguments.new,
                selection: arguments.selection,
            };
            let report = diff::diff(&workspace, &request, generator, progress)?;
            say(arguments.format.write(&report, arguments.all).trim_end());
            Ok(())
        }
        Command::Ci(arguments) => {
            if arguments.list {
                say(ci::list());
                return Ok(());
            }
            ci::run(&workspace, &arguments.steps, arguments.base, generator)
        }
        Command::Conformance(arguments) => {
            if arguments.list {
                return conformance::list(&workspace).map(say);
            }
            let missing = conformance::Missing::Fails;
            conformance::run(&workspace, &arguments.areas, missing).map(drop)
        }
    }
}

/// The command with these arguments as typed into a shell, without `--check`.
fn without_check(arguments: &[OsString]) -> String {
    let quoted = arguments.iter().skip(1).map(|argument| {
        let argument = argument.to_string_lossy();
        let is_plain = |c: char| c.is_alphanumeric() || "-_./:=+,@%~".contains(c);
        if !argument.is_empty() && argument.chars().all(is_plain) {
            argument.into_owned()
        } else {
            format!("'{}'", argument.replace('\'', r"'\''"))
        }
    });
    let mut command = vec!["cargo".to_owned(), "xtask".to_owned()];
    command.extend(quoted.filter(|argument| argument != "--check"));
    command.join(" ")
}

/// The text with colours for errors and for the lines of a diff; they are removed again unless they go to a terminal.
fn styled(text: &str) -> String {
    const STYLES: [(&str, &str); 6] = [
        ("error:", "1;31"),
        ("  -->", "1;34"),
        ("  = note:", "1;34"),
        ("  = help:", "1;32"),
        ("    +", "32"),
        ("    -", "31"),
    ];
    let lines = text.split_inclusive('\n').map(|line| {
        let style = STYLES.iter().find(|(start, _)| line.starts_with(start));
        style.map_or_else(
            || line.to_owned(),
            |(start, style)| {
                // Of a line of a diff all of it, of others the label.
                let whole = start.starts_with("    ");
                let styled = if whole {
                    line.trim_end_matches('\n').len()
                } else {
                    start.len()
                };
                let (styled, rest) = line.split_at(styled);
                format!("\u{1b}[{style}m{styled}\u{1b}[0m{rest}")
            },
        )
    });
    lines.collect()
}

/// Prints to standard output and flushes, so that the output of child processes comes
/// after it. A closed pipe is not an error.
fn say(text: impl std::fmt::Display) {
    let mut out = anstream::stdout();
    let _ = writeln!(out, "{text}");
    let _ = out.flush();
}
