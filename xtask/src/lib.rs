//! The commands of this workspace, run as `cargo xtask <command>`.
//!
//! `generate`, `update` and `diff` are those of `stripe-codegen`; the others are for this repository alone.

mod cargo;
pub mod ci;
mod cli;
pub mod conformance;
mod members;
pub mod rehearsal;
pub mod release;
pub mod stand_in;

use std::ffi::OsString;
use std::process::ExitCode;

use stripe_codegen::terminal::say;
use stripe_codegen::{Failure, Generator, Workspace};

use cli::{Cli, Command};

/// What a user types to run this program.
const PROGRAM: &str = "cargo xtask";

/// Runs the command that the arguments name; the first argument is the program.
///
/// Exit codes: 0 for success, 1 for failure, 2 for wrong arguments.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    stripe_codegen::cli::run(PROGRAM, arguments, |cli, arguments| {
        dispatch(cli, arguments, &stripe_codegen::Codegen)
    })
}

fn dispatch(cli: Cli, all: &[OsString], generator: &dyn Generator) -> Result<(), Failure> {
    let found = |root| Workspace::find(root, PROGRAM);
    match cli.command {
        Command::Client(command) => stripe_codegen::dispatch(
            command,
            all,
            (cli.root, PROGRAM),
            generator,
            Some(stand_in::follow),
        ),
        Command::Ci(arguments) => {
            let workspace = found(cli.root)?;
            if arguments.list {
                say(ci::list());
                return Ok(());
            }
            ci::run(&workspace, &arguments.steps, arguments.base, generator)
        }
        Command::Conformance(arguments) => {
            let workspace = found(cli.root)?;
            if arguments.list {
                return conformance::list(&workspace).map(say);
            }
            let missing = conformance::Missing::Fails;
            conformance::run(&workspace, &arguments.areas, missing).map(drop)
        }
        Command::Release(arguments) => {
            let request = release::Request {
                tools: arguments.tools,
                date: arguments.date,
            };
            release::prepare(&found(cli.root)?, &request)
        }
        Command::Rehearse(arguments) => {
            if arguments.list {
                say(rehearsal::list());
                return Ok(());
            }
            rehearsal::run(&found(cli.root)?, &arguments.documents)
        }
    }
}
