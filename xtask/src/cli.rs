//! The command line, and its `--help`.

#![expect(clippy::doc_markdown, reason = "these comments are read in a terminal")]

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

use crate::ci::Step;
use crate::diff::Format;
use crate::pin::Commit;
use crate::source::Source;

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
    Generate(Generate),
    Update(Update),
    Diff(Diff),
    Ci(Ci),
    Conformance(Conformance),
}

/// Generate the crate: spec/openapi.json + spec/selection.toml -> generated/src
///
/// Writes only the files that differ, deletes those that are no longer generated, and
/// prints which. On an error, nothing is changed.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  cargo xtask generate
  cargo xtask generate --check
  cargo xtask generate --from openapi.spec3.json --selection mine.toml --out ../mine/src")]
pub(crate) struct Generate {
    /// Write nothing: show what would be written or deleted, and exit with 1 if
    /// anything would; also checks that spec/openapi.json is the pinned document
    #[arg(long)]
    pub(crate) check: bool,

    /// Read this OpenAPI document (JSON or YAML, a file or an https:// URL) instead
    /// of spec/openapi.json
    #[arg(long, value_name = "FILE", requires = "out")]
    pub(crate) from: Option<Source>,

    /// Read this selection instead of spec/selection.toml
    #[arg(long, value_name = "FILE", requires = "from")]
    pub(crate) selection: Option<PathBuf>,

    /// Write the sources to this directory instead of generated/src; of the files in
    /// it, only generated ones are replaced or deleted
    #[arg(long, value_name = "DIR", requires = "from")]
    pub(crate) out: Option<PathBuf>,
}

/// Take a new OpenAPI document from Stripe: -> spec/openapi.json, spec/pin.toml, generated/src
///
/// Reads the document, keeps the part that spec/selection.toml selects, generates from
/// it, and then writes all files or none. spec/pin.toml records which document it was.
/// If that document is already pinned, nothing changes. Prints what the new document
/// changes for users, and adds it to generated/CHANGELOG.md.
///
/// Without --from, downloads the document that spec/pin.toml names, at the newest
/// commit of a branch on GitHub. GITHUB_TOKEN, if set, is sent to GitHub's API only.
/// HTTPS_PROXY, ALL_PROXY and NO_PROXY are respected.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  cargo xtask update
  cargo xtask update --commit 18fa2cc768024b47789dc6fa243acd48478acac2
  cargo xtask update --from openapi.spec3.json")]
pub(crate) struct Update {
    /// Read this document (JSON or YAML, a file or an https:// URL) instead of
    /// downloading the one that spec/pin.toml names
    #[arg(long, value_name = "FILE|URL")]
    pub(crate) from: Option<Source>,

    /// The commit of Stripe's repository: the one to download or, with --from, the
    /// one that the document is from
    #[arg(long, value_name = "SHA")]
    pub(crate) commit: Option<Commit>,

    /// Also write what changes for users to this file, as Markdown for a pull request
    #[arg(long, value_name = "FILE")]
    pub(crate) report: Option<PathBuf>,
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
  cargo xtask diff HEAD~1
  cargo xtask diff v1.0.0 main --format markdown
  cargo xtask diff old.json new.json --selection mine.toml --all")]
pub(crate) struct Diff {
    /// The old document
    #[arg(value_name = "OLD")]
    pub(crate) old: String,

    /// The new document [default: the current spec/openapi.json]
    #[arg(value_name = "NEW")]
    pub(crate) new: Option<String>,

    /// The format of the report
    #[arg(long, value_enum, default_value = "text")]
    pub(crate) format: Format,

    /// Read both documents with this selection
    #[arg(long, value_name = "FILE")]
    pub(crate) selection: Option<PathBuf>,

    /// In text, list each change with its place in the document
    #[arg(long)]
    pub(crate) all: bool,
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

    /// The revision that the step `version` compares with [default: the merge base with
    /// origin/main, or HEAD~1]
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
