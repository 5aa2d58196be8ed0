//! The command line, and its `--help`.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

use crate::ci::Step;
use crate::rehearsal::{self, Made};

/// The commands of this workspace.
///
/// The crate in generated/ is generated from two files: Stripe's OpenAPI document
/// (spec/openapi.json) and the selection of what we want from it
/// (spec/selection.toml). Do not edit generated/src by hand.
#[derive(Debug, Parser)]
#[command(
    name = "cargo xtask",
    bin_name = "cargo xtask",
    arg_required_else_help = true,
    after_help = "Common tasks:
  cargo xtask generate           after a change of codegen/ or spec/selection.toml
  cargo xtask generate --check   fail if generated/src is not up to date
  cargo xtask update             take Stripe's newest OpenAPI document
  cargo xtask diff HEAD~1        what changed for users since the last commit
  cargo xtask conformance        run the tests with other programs
  cargo xtask ci                 run everything that CI runs

Exit codes: 0 success, 1 failure, 2 wrong arguments."
)]
pub(crate) struct Cli {
    /// The workspace to work on [default: the one that contains this program]
    #[arg(long, global = true, value_name = "DIR")]
    pub(crate) root: Option<PathBuf>,

    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    #[command(flatten)]
    Client(stripe_codegen::cli::Command),
    Ci(Ci),
    Conformance(Conformance),
    Rehearse(Rehearse),
    Release(Release),
}

/// Run what CI runs: every step, or the named ones
///
/// All steps run, even if one fails. The table at the end shows the result of each and
/// how long it took.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  cargo xtask ci --list
  cargo xtask ci fmt clippy
  cargo xtask ci")]
pub(crate) struct Ci {
    /// The steps to run [default: all, except those that --list marks]
    #[arg(value_name = "STEP", value_parser = Step::named)]
    pub(crate) steps: Vec<&'static Step>,

    /// List the steps and exit
    #[arg(long)]
    pub(crate) list: bool,

    /// The revision that the step `version` compares with [default: the last release]
    #[arg(long, value_name = "REVISION")]
    pub(crate) base: Option<String>,
}

/// Run the tests with other programs: every area, or the named ones
///
/// The tests in tests/conformance need more than a Rust toolchain: a validator on
/// Node.js, proxies, a browser. If something is missing, nothing is built, and the
/// message says how to install it. `cargo test` lists these tests as ignored.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  cargo xtask conformance --list
  cargo xtask conformance validator faults
  cargo xtask conformance")]
pub(crate) struct Conformance {
    /// The areas to run [default: all]
    #[arg(value_name = "AREA")]
    pub(crate) areas: Vec<String>,

    /// List the areas, with what each needs, and exit
    #[arg(long)]
    pub(crate) list: bool,
}

/// Rehearse updates: to every document that Stripe might publish, or to the named ones
///
/// Makes each document from the pinned one, takes it with `update` in a clone of the
/// current commit, does what the update advises, and runs the tests there.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  cargo xtask rehearse --list
  cargo xtask rehearse new-event
  cargo xtask rehearse enum-value+string-field     both changes in one document")]
pub(crate) struct Rehearse {
    /// The documents [default: all]
    #[arg(value_name = "DOCUMENT", value_parser = documents)]
    pub(crate) documents: Vec<std::vec::Vec<&'static Made>>,

    /// List the documents and exit
    #[arg(long)]
    pub(crate) list: bool,
}

fn documents(names: &str) -> Result<Vec<&'static Made>, String> {
    rehearsal::named(names)
}

/// Prepare a release: versions, changelogs, and `cargo publish --dry-run` of all crates in order
///
/// The client has the version that updates have set. Prints the commands that commit, tag
/// and publish; none of them is run.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  cargo xtask release --date 2026-10-01
  cargo xtask release --date 2026-10-01 --tools 0.2.0")]
pub(crate) struct Release {
    /// The day that the changelogs name
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub(crate) date: String,

    /// The version of the runtime, the stand-in, the generator and the command [default:
    /// the one that they have]
    #[arg(long, value_name = "VERSION")]
    pub(crate) tools: Option<semver::Version>,
}

fn date(text: &str) -> Result<String, String> {
    let parts: Vec<&str> = text.split('-').collect();
    let is_number =
        |part: &&str, length| part.len() == length && part.bytes().all(|b| b.is_ascii_digit());
    match &parts[..] {
        [year, month, day] if is_number(year, 4) && is_number(month, 2) && is_number(day, 2) => {
            Ok(text.to_owned())
        }
        _ => Err("a date is written as 2026-10-01".to_owned()),
    }
}
