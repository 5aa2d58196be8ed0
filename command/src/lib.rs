//! The commands `init`, `generate`, `update` and `diff` of `stripe-codegen`.
//!
//! [`run`] is the program; a repository that has an `xtask` of its own can call it from there. The rest is for the
//! `xtask` of the repository in which the generator is developed, and may change with any release.
//!
//! This crate parses arguments and accesses disk and network. What a document means is decided in
//! [`stripe_identity_codegen`], which is called through [`Generator`].

#[doc(hidden)]
pub mod change;
#[doc(hidden)]
pub mod changelog;
#[doc(hidden)]
pub mod cli;
#[doc(hidden)]
pub mod diff;
#[doc(hidden)]
pub mod failure;
#[doc(hidden)]
pub mod fetch;
#[doc(hidden)]
pub mod generate;
mod generator;
#[doc(hidden)]
pub mod git;
#[doc(hidden)]
pub mod init;
#[doc(hidden)]
pub mod manifest;
#[doc(hidden)]
pub mod origin;
#[doc(hidden)]
pub mod pin;
#[doc(hidden)]
pub mod progress;
mod run;
#[doc(hidden)]
pub mod source;
#[doc(hidden)]
pub mod sources;
#[doc(hidden)]
pub mod terminal;
#[doc(hidden)]
pub mod update;
#[doc(hidden)]
pub mod workspace;

use std::ffi::OsString;
use std::process::ExitCode;

#[doc(hidden)]
pub use failure::Failure;
#[doc(hidden)]
pub use generator::{Codegen, Generator};
#[doc(hidden)]
pub use run::dispatch;
#[doc(hidden)]
pub use workspace::Workspace;

use cli::Cli;

/// What a user types to run this program.
const PROGRAM: &str = "stripe-codegen";

/// Runs the command that the arguments name; the first argument is the program.
///
/// Exit codes: 0 for success, 1 for failure, 2 for wrong arguments.
///
/// ```no_run
/// // What the `main` of an `xtask` returns, for `cargo xtask generate --check`.
/// let code: std::process::ExitCode = stripe_codegen::run(std::env::args_os());
/// ```
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    cli::run(PROGRAM, arguments, |cli: Cli, arguments| {
        run::dispatch(cli.command, arguments, (cli.root, PROGRAM), &Codegen, None)
    })
}
