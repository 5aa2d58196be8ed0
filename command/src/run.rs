//! Runs the commands.

use std::ffi::OsString;
use std::path::PathBuf;

use crate::cli::{Command, Generate};
use crate::progress::Progress;
use crate::sources::Sources;
use crate::terminal::{say, styled};
use crate::{Failure, Generator, Workspace, diff, generate, init, update};

/// Runs a command; `arguments` are those of the process. `follow` tells what else follows from an update.
///
/// # Errors
///
/// Why the command stopped.
pub fn dispatch(
    command: Command,
    arguments: &[OsString],
    (root, program): (Option<PathBuf>, &'static str),
    generator: &dyn Generator,
    follow: Option<update::Follow>,
) -> Result<(), Failure> {
    let progress = Progress::Stderr;
    let found = |root| Workspace::find(root, program);
    match command {
        Command::Init(options) => {
            let request = init::Request {
                root: root.unwrap_or_else(|| PathBuf::from(".")),
                paths: options.paths,
                name: options.name,
                runtime: options.runtime,
                origin: options.origin,
            };
            init::init(&request, program, generator, progress).map(say)
        }
        Command::Generate(options) => run_generate(options, arguments, &found(root)?, generator),
        Command::Update(options) => {
            let request = update::Request {
                origin: options.origin,
                older: options.older,
                report: options.report,
                follow,
            };
            update::update(&found(root)?, &request, generator, progress).map(say)
        }
        Command::Diff(options) => {
            let request = diff::Request {
                old: options.old,
                new: options.new,
                selection: options.selection,
            };
            let report = diff::diff(&found(root)?, &request, generator, progress)?;
            say(options.format.write(&report, options.all).trim_end());
            Ok(())
        }
    }
}

fn run_generate(
    options: Generate,
    arguments: &[OsString],
    workspace: &Workspace,
    generator: &dyn Generator,
) -> Result<(), Failure> {
    let mut request = match (options.from, options.out) {
        (Some(document), Some(out)) => generate::Request {
            document: document.read(Progress::Stderr)?,
            document_name: document.to_string(),
            selection: options.selection.unwrap_or_else(|| workspace.selection()),
            sources: Sources::elsewhere(&out),
            is_pinned: false,
            command: String::new(),
        },
        _ => generate::Request::of(workspace)?,
    };
    request.command = without_check(workspace.program(), arguments);
    if !options.check {
        return generate::write(workspace, &request, generator).map(say);
    }
    let checked = generate::check(workspace, &request, generator)?;
    say(styled(&checked.to_string()));
    checked.into_result()
}

/// The command with these arguments as typed into a shell, without `--check`.
fn without_check(program: &str, arguments: &[OsString]) -> String {
    let quoted = arguments.iter().skip(1).map(|argument| {
        let argument = argument.to_string_lossy();
        let is_plain = |c: char| c.is_alphanumeric() || "-_./:=+,@%~".contains(c);
        if !argument.is_empty() && argument.chars().all(is_plain) {
            argument.into_owned()
        } else {
            format!("'{}'", argument.replace('\'', r"'\''"))
        }
    });
    let mut command = vec![program.to_owned()];
    command.extend(quoted.filter(|argument| argument != "--check"));
    command.join(" ")
}
