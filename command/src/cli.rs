//! The command line, and its `--help`.

#![expect(clippy::doc_markdown, reason = "these comments are read in a terminal")]

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand};

use crate::Failure;
use crate::diff::Format;
use crate::origin::Origin;
use crate::source::Source;
use crate::terminal::complain;

/// Generates a typed Rust client for a part of Stripe's API, and keeps it up to date.
///
/// The client is generated from two files: Stripe's OpenAPI document
/// (spec/openapi.json) and the selection of what you want from it
/// (spec/selection.toml). Do not edit the generated sources by hand.
#[derive(Debug, Parser)]
#[command(
    name = "stripe-codegen",
    version,
    arg_required_else_help = true,
    after_help = "Common tasks:
  {program} init --paths /v1/refunds   begin a client for a part of the API
  {program} generate           after a change of spec/selection.toml
  {program} generate --check   fail if the sources are not up to date
  {program} update             take Stripe's newest OpenAPI document
  {program} diff HEAD~1        what changed for users since the last commit

Exit codes: 0 success, 1 failure, 2 wrong arguments."
)]
pub(crate) struct Cli {
    /// The directory of the client's repository [default: the nearest one with Cargo.toml and spec/]
    #[arg(long, global = true, value_name = "DIR")]
    pub(crate) root: Option<PathBuf>,

    #[command(subcommand)]
    pub(crate) command: Command,
}

/// The commands.
#[derive(Debug, Subcommand)]
#[expect(missing_docs, reason = "clap would show the comments")]
pub enum Command {
    Init(Init),
    Generate(Generate),
    Update(Update),
    Diff(Diff),
}

/// Runs the program of a command line. In its help, `{program}` is the name of the program.
pub fn run<C: Parser>(
    program: &str,
    arguments: impl IntoIterator<Item = OsString>,
    dispatch: impl FnOnce(C, &[OsString]) -> Result<(), Failure>,
) -> ExitCode {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let named = |command: clap::Command| match command.get_after_help().map(ToString::to_string) {
        Some(help) => command.after_help(help.replace("{program}", program)),
        None => command,
    };
    let command = named(C::command()).mut_subcommands(named);
    let matches = command.try_get_matches_from(&arguments);
    let cli = match matches.and_then(|matches| C::from_arg_matches(&matches)) {
        Ok(cli) => cli,
        Err(error) => {
            let _ = error.print();
            return u8::try_from(error.exit_code()).map_or(ExitCode::from(2), ExitCode::from);
        }
    };
    match dispatch(cli, &arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            complain(&failure);
            failure.exit_code()
        }
    }
}

/// Begin a repository with a client for a part of Stripe's API
///
/// Downloads Stripe's newest OpenAPI document, selects the paths, generates, and writes
/// Cargo.toml, README.md, CHANGELOG.md, spec/, src/ and a workflow that checks whether
/// the sources are up to date. Writes all files or none.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  {program} init --paths /v1/customers,/v1/refunds
  {program} init --paths /v1/refunds --name my-refunds --root refunds
  {program} init --paths /v1/refunds --from openapi.spec3.json")]
pub struct Init {
    /// The paths whose operations are generated, each with everything below it
    #[arg(
        long,
        value_name = "PATHS",
        value_delimiter = ',',
        required = true,
        value_parser = clap::builder::NonEmptyStringValueParser::new()
    )]
    pub paths: Vec<String>,

    /// The name of the crate [default: the directory's]
    #[arg(long, value_name = "NAME")]
    pub name: Option<String>,

    #[expect(missing_docs, reason = "clap would show the comment")]
    #[command(flatten)]
    pub origin: Origin,

    /// Depend on stripe-runtime in this directory instead of the registry
    #[arg(long, value_name = "DIR")]
    pub runtime: Option<PathBuf>,
}

/// Generate the crate: spec/openapi.json + spec/selection.toml -> generated/src
///
/// Writes only the files that differ, deletes those that are no longer generated, and
/// prints which. On an error, nothing is changed.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  {program} generate
  {program} generate --check
  {program} generate --from openapi.spec3.json --selection mine.toml --out ../mine/src")]
pub struct Generate {
    /// Write nothing: show what would be written or deleted, and exit with 1 if
    /// anything would; also checks that spec/openapi.json is the pinned document
    #[arg(long)]
    pub check: bool,

    /// Read this OpenAPI document (JSON or YAML, a file or an https:// URL) instead
    /// of spec/openapi.json
    #[arg(long, value_name = "FILE", requires = "out")]
    pub from: Option<Source>,

    /// Read this selection instead of spec/selection.toml
    #[arg(long, value_name = "FILE", requires = "from")]
    pub selection: Option<PathBuf>,

    /// Write the sources to this directory instead of generated/src; of the files in
    /// it, only generated ones are replaced or deleted
    #[arg(long, value_name = "DIR", requires = "from")]
    pub out: Option<PathBuf>,
}

/// Take a new OpenAPI document from Stripe: -> spec/openapi.json, spec/pin.toml, generated/src
///
/// Reads the document, keeps the part that spec/selection.toml selects, generates from
/// it, and then writes all files or none. spec/pin.toml records which document it was.
/// If that document is already pinned, nothing changes. Prints what the new document
/// changes for users.
///
/// Once there is a release, "Unreleased" in CHANGELOG.md tells the difference from it:
/// every update writes its entries again, and keeps those that were put into other
/// words. The version is raised once for each release. The last release is the newest
/// one in CHANGELOG.md; its document is read from the tag PACKAGE-vVERSION or
/// vVERSION.
///
/// Without --from, downloads the document that spec/pin.toml names, at the newest
/// commit of a branch on GitHub. GITHUB_TOKEN, if set, is sent to GitHub's API only.
/// HTTPS_PROXY, ALL_PROXY and NO_PROXY are respected.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  {program} update
  {program} update --commit 18fa2cc768024b47789dc6fa243acd48478acac2
  {program} update --from openapi.spec3.json")]
pub struct Update {
    #[expect(missing_docs, reason = "clap would show the comment")]
    #[command(flatten)]
    pub origin: Origin,

    /// Accept a document of an older version of the API than the pinned one
    #[arg(long)]
    pub older: bool,

    /// Also write what changes for users to this file, as Markdown for a pull request
    #[arg(long, value_name = "FILE")]
    pub report: Option<PathBuf>,
}

/// Show what a document changes for users of the client
///
/// Compares the clients generated from two documents: functions, setters, fields and
/// enums, by name and type. Each change is breaking, additive, or affects documentation
/// only; together they determine the next version.
///
/// OLD and NEW are files, https:// URLs, or revisions of this repository, such as
/// HEAD~1. A revision is read with its own spec/selection.toml, a file or a URL with
/// the current one.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  {program} diff HEAD~1
  {program} diff v1.0.0 main --format markdown
  {program} diff old.json new.json --selection mine.toml --all")]
pub struct Diff {
    /// The old document
    #[arg(value_name = "OLD")]
    pub old: String,

    /// The new document [default: the current spec/openapi.json]
    #[arg(value_name = "NEW")]
    pub new: Option<String>,

    /// The format of the report
    #[arg(long, value_enum, default_value = "text")]
    pub format: Format,

    /// Read both documents with this selection
    #[arg(long, value_name = "FILE")]
    pub selection: Option<PathBuf>,

    /// In text, list each change with its place in the document
    #[arg(long)]
    pub all: bool,
}
