//! The command line: what can be asked, and what `--help` says about it.

#![expect(clippy::doc_markdown, reason = "these comments are read in a terminal")]

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

use crate::ci::Step;
use crate::diff::Format;
use crate::pin::Commit;
use crate::source::Source;

/// The commands of this workspace.
///
/// The crate in generated/ is written by a program, from two files: Stripe's
/// OpenAPI document (spec/openapi.json) and the selection of what we want from
/// it (spec/selection.toml). Nobody edits generated/src by hand.
#[derive(Debug, Parser)]
#[command(
    name = "cargo xtask",
    bin_name = "cargo xtask",
    arg_required_else_help = true,
    after_help = "Common tasks:
  cargo xtask generate           after a change of codegen/ or spec/selection.toml
  cargo xtask generate --check   is generated/src what spec/ gives?
  cargo xtask update             take Stripe's newest OpenAPI document
  cargo xtask diff HEAD~1        what has changed for users since the last commit
  cargo xtask conformance        the tests against programs that are not ours
  cargo xtask ci                 all that CI runs

Exit codes: 0 done, 1 failed or something is wrong, 2 wrong arguments."
)]
pub(crate) struct Cli {
    /// The workspace to work on [default: the one that holds this program's sources]
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

/// Write the generated crate: spec/openapi.json + spec/selection.toml -> generated/src
///
/// Writes only the files that differ, deletes those that are generated no more, and
/// says which. On any error nothing is changed.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  cargo xtask generate
  cargo xtask generate --check
  cargo xtask generate --from openapi.spec3.json --selection mine.toml --out ../mine/src")]
pub(crate) struct Generate {
    /// Write nothing: show what would be written or deleted, and exit with 1 if
    /// there is something; also checks spec/openapi.json against spec/pin.toml
    #[arg(long)]
    pub(crate) check: bool,

    /// Read this OpenAPI document (JSON or YAML, a file or an https:// URL) instead
    /// of spec/openapi.json
    #[arg(long, value_name = "FILE", requires = "out")]
    pub(crate) from: Option<Source>,

    /// Read this selection instead of spec/selection.toml
    #[arg(long, value_name = "FILE", requires = "from")]
    pub(crate) selection: Option<PathBuf>,

    /// Put the sources into this directory instead of generated/src; of what it
    /// holds already, only generated files are replaced or deleted
    #[arg(long, value_name = "DIR", requires = "from")]
    pub(crate) out: Option<PathBuf>,
}

/// Take a new OpenAPI document of Stripe's: -> spec/openapi.json, spec/pin.toml, generated/src
///
/// Reads the document, keeps the part that spec/selection.toml selects, generates from
/// it, and only then writes, all files or none. spec/pin.toml records which document it
/// was. With the document that is pinned already there is nothing to do. What the new
/// document changes for users is printed, and added to generated/CHANGELOG.md.
///
/// Without --from, the document comes from the place that spec/pin.toml names: the
/// newest commit of a branch on GitHub. GITHUB_TOKEN, if set, is sent to GitHub's API,
/// and only there; HTTPS_PROXY, ALL_PROXY and NO_PROXY are honoured.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  cargo xtask update
  cargo xtask update --commit 18fa2cc768024b47789dc6fa243acd48478acac2
  cargo xtask update --from openapi.spec3.json")]
pub(crate) struct Update {
    /// Read this document (JSON or YAML, a file or an https:// URL) instead of
    /// fetching it from the pinned place
    #[arg(long, value_name = "FILE|URL")]
    pub(crate) from: Option<Source>,

    /// The commit of the upstream repository: the one to fetch or, with --from, the
    /// one that the document is from
    #[arg(long, value_name = "SHA")]
    pub(crate) commit: Option<Commit>,

    /// Write what changes for users into this file as well, as Markdown for a pull
    /// request
    #[arg(long, value_name = "FILE")]
    pub(crate) report: Option<PathBuf>,
}

/// Say what a document changes for users of the client, in Rust's terms
///
/// Compares the clients that two documents give: functions, setters, fields, enums, by
/// name and type. Each change is breaking, additive or one of the documentation, and
/// together they say which version comes next.
///
/// OLD and NEW are files, https:// URLs, or revisions of this repository, such as
/// HEAD~1: then spec/openapi.json and spec/selection.toml are those of the revision.
/// A file or a URL is read with spec/selection.toml as it is.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  cargo xtask diff HEAD~1
  cargo xtask diff v1.0.0 main --format markdown
  cargo xtask diff old.json new.json --selection mine.toml --all")]
pub(crate) struct Diff {
    /// The document before
    #[arg(value_name = "OLD")]
    pub(crate) old: String,

    /// The document after [default: spec/openapi.json as it is]
    #[arg(value_name = "NEW")]
    pub(crate) new: Option<String>,

    /// How the report is written
    #[arg(long, value_enum, default_value = "text")]
    pub(crate) format: Format,

    /// Read both documents with this selection
    #[arg(long, value_name = "FILE")]
    pub(crate) selection: Option<PathBuf>,

    /// In the text, show each change with its place in the document
    #[arg(long)]
    pub(crate) all: bool,
}

/// Run what CI runs: every step, or those named
///
/// Steps are independent of each other. All of them run, even after one failed; the
/// table at the end shows which passed and how long each took.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  cargo xtask ci --list
  cargo xtask ci fmt clippy
  cargo xtask ci")]
pub(crate) struct Ci {
    /// The steps to run [default: all but those that --list says run on request only]
    #[arg(value_name = "STEP", value_parser = Step::named)]
    pub(crate) steps: Vec<&'static Step>,

    /// Say what the steps are and do nothing
    #[arg(long)]
    pub(crate) list: bool,

    /// The revision that the step `version` compares with [default: where this branch
    /// left origin/main, or else HEAD~1]
    #[arg(long, value_name = "REVISION")]
    pub(crate) base: Option<String>,
}

/// Run the tests against programs that are not ours: every area, or those named
///
/// These tests, in tests/conformance, need more than a Rust toolchain: a validator of
/// requests on Node.js, proxies, a browser. What an area needs is looked for before it is
/// built, and if it is missing, the message says how to install it. `cargo test` shows
/// them as ignored.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  cargo xtask conformance --list
  cargo xtask conformance validator faults
  cargo xtask conformance")]
pub(crate) struct Conformance {
    /// The areas to run [default: all]
    #[arg(value_name = "AREA")]
    pub(crate) areas: Vec<String>,

    /// Say what the areas are and what each needs, and do nothing
    #[arg(long)]
    pub(crate) list: bool,
}
