//! `cargo xtask compare`: stripe-identity and async-stripe, side by side.
//!
//! What is built and run stands in `compare/`, a workspace of its own. This drives it, and
//! writes down what comes out.

mod behaviour;
mod builds;
mod figure;
mod machine;
mod programs;
mod results;
mod server;
mod speed;
mod subject;
mod table;
mod timed;
mod whole;

use std::io;
use std::path::{Path, PathBuf};

use clap::ValueEnum;

use crate::cargo::Cargo;
use crate::change::Change;
use crate::progress::Progress;
use crate::source::Source;
use crate::{Failure, Generator, Workspace, say};
use programs::Programs;
use results::Results;
use table::Section;

/// The workspace of what is compared, from the root.
const DIRECTORY: &str = "compare";
/// What was found, from the root.
pub const RESULTS: &str = "compare/RESULTS.md";

/// What to measure.
#[derive(Debug)]
pub struct Request {
    /// The parts, or none for all.
    pub parts: Vec<Part>,
    /// How often each of the two is measured, if not as often as is usual.
    pub pairs: Option<u16>,
    /// Stripe's whole document, for [`Part::Whole`].
    pub document: Option<Source>,
}

/// A part of the comparison; each can be measured by itself, and again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
#[expect(missing_docs, reason = "`about` says what each is")]
pub enum Part {
    Build,
    NativeTls,
    Decode,
    Encode,
    Calls,
    Memory,
    Debug,
    Ids,
    Values,
    Errors,
    Whole,
}

impl Part {
    fn about(self) -> &'static str {
        match self {
            Self::Build => "crates, clean and incremental builds, size of the smallest program",
            Self::NativeTls => "the same with async-stripe's default features; needs OpenSSL",
            Self::Decode => "decoding a session and a list of 100",
            Self::Encode => "encoding a request",
            Self::Calls => "calls over loopback, and the connections that they open",
            Self::Memory => "memory for a list of 100",
            Self::Debug => "what `Debug` shows",
            Self::Ids => "what a hostile id does",
            Self::Values => "enum values that no document has named",
            Self::Errors => "what errors tell, and what is tried again",
            Self::Whole => "compiling clients of all of Stripe's API; needs --document",
        }
    }

    /// The heading of its section.
    fn title(self) -> &'static str {
        match self {
            Self::Build => "Build",
            Self::NativeTls => "Build, async-stripe with its default features",
            Self::Decode => "Decode",
            Self::Encode => "Encode",
            Self::Calls => "Calls",
            Self::Memory => "Memory",
            Self::Debug => "What `Debug` shows",
            Self::Ids => "Hostile ids",
            Self::Values => "Unknown enum values",
            Self::Errors => "Errors and retries",
            Self::Whole => "All of Stripe's API",
        }
    }
}

/// What the measurements need.
struct Context<'a> {
    workspace: &'a Workspace,
    generator: &'a dyn Generator,
    /// Cargo in `compare/`.
    cargo: Cargo,
    /// Where everything is built, each thing in a directory of its own.
    target: PathBuf,
    pairs: Option<u16>,
    versions: subject::Versions,
    document: Option<&'a Source>,
    progress: Progress,
}

impl Context<'_> {
    fn directory(&self) -> PathBuf {
        self.workspace.path(DIRECTORY)
    }

    /// How often builds are measured.
    fn builds(&self) -> usize {
        usize::from(self.pairs.unwrap_or(3))
    }

    /// How often programs are measured.
    fn runs(&self) -> usize {
        usize::from(self.pairs.unwrap_or(7))
    }
}

/// What the parts are, one a line.
#[must_use]
pub fn list() -> String {
    let line = |part: &Part| {
        let value = part.to_possible_value();
        let name = value.as_ref().map_or("", |value| value.get_name());
        format!("{name:<10} {}", part.about())
    };
    let lines: Vec<String> = Part::value_variants().iter().map(line).collect();
    lines.join("\n")
}

/// Measures the parts, and writes what comes out into [`RESULTS`], part by part.
///
/// # Errors
///
/// When a part could not be measured; the others are.
pub fn run(
    workspace: &Workspace,
    request: &Request,
    generator: &dyn Generator,
    progress: Progress,
) -> Result<(), Failure> {
    let chosen = chosen(request)?;
    let directory = workspace.path(DIRECTORY);
    let context = Context {
        workspace,
        generator,
        cargo: Cargo::new(&directory),
        target: target(workspace.root()).join(DIRECTORY),
        pairs: request.pairs,
        versions: subject::Versions::read(workspace)?,
        document: request.document.as_ref(),
        progress,
    };
    // Not `--locked`: what the published crates depend on may have changed since; versions stay.
    context.cargo.run(&["fetch", "--quiet"])?;
    let programs = Programs::default();
    let mut failed = Vec::new();
    for part in chosen {
        say(format_args!("\n==> {}", part.about()));
        let load = machine::load();
        match measure(part, &context, &programs) {
            Ok(mut section) => {
                section.measured_on(machine::shape(&context.cargo, load)?);
                say(format_args!("\n{section}"));
                save(workspace, part, &section)?;
            }
            Err(failure) => {
                say(&failure);
                failed.push(part.title());
            }
        }
    }
    if failed.is_empty() {
        return Ok(());
    }
    Err(Failure::new(format!("not measured: {}", failed.join(", "))))
}

/// The parts that are asked for, if there is what they need.
fn chosen(request: &Request) -> Result<Vec<Part>, Failure> {
    let has_document = request.document.is_some();
    if request.parts.is_empty() {
        let usual = |part: &Part| *part != Part::Whole || has_document;
        let all = Part::value_variants().iter().copied();
        return Ok(all.filter(usual).collect());
    }
    if request.parts.contains(&Part::Whole) && !has_document {
        return Err(
            Failure::new("`whole` has no document to generate a client from")
                .help("give Stripe's whole OpenAPI document: `--document FILE|URL`"),
        );
    }
    Ok(request.parts.clone())
}

fn measure(part: Part, context: &Context<'_>, programs: &Programs) -> Result<Section, Failure> {
    match part {
        Part::Build => builds::build(context),
        Part::NativeTls => builds::native_tls(context),
        Part::Decode => speed::decode(context, programs),
        Part::Encode => speed::encode(context, programs),
        Part::Calls => speed::calls(context, programs),
        Part::Memory => speed::memory(context, programs),
        Part::Debug => behaviour::debug(context, programs),
        Part::Ids => behaviour::ids(context, programs),
        Part::Values => behaviour::values(context, programs),
        Part::Errors => behaviour::errors(context, programs),
        Part::Whole => whole::compile(context),
    }
}

fn save(workspace: &Workspace, part: Part, section: &Section) -> Result<(), Failure> {
    let path = workspace.path(RESULTS);
    let text = match std::fs::read_to_string(&path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            return Err(Failure::io("read", &path, &error));
        }
        text => text.unwrap_or_default(),
    };
    let titles: Vec<&str> = Part::value_variants().iter().map(|p| p.title()).collect();
    let mut results = Results::parse(&text, &titles);
    results.put(part.title(), &section.to_string());
    let mut change = Change::default();
    change.write(path, results.to_string());
    change.apply()
}

/// Where cargo builds this workspace.
fn target(root: &Path) -> PathBuf {
    let set = std::env::var_os("CARGO_TARGET_DIR").filter(|set| !set.is_empty());
    let target = set.map_or_else(|| root.join("target"), PathBuf::from);
    std::path::absolute(&target).unwrap_or(target)
}
