//! The steps of CI.

use super::{
    Context, bumps, dependencies, features, in_ci, links, manifests, msrv, semver, version,
    workflows,
};
use crate::Failure;
use crate::conformance::{self, Missing};
use crate::members::PUBLISHED;
use crate::rehearsal;
use stripe_codegen::generate::{self, Request};

/// One step. Each can be run alone.
#[derive(Debug)]
pub struct Step {
    /// Its name on the command line.
    pub name: &'static str,
    /// What it checks.
    pub about: &'static str,
    /// Whether it runs only when named, because it needs more than a Rust toolchain, or minutes.
    pub is_on_request: bool,
    work: Work,
    /// What to do if it fails.
    help: Option<&'static str>,
}

/// How a step is run. It returns what it skipped.
#[derive(Debug)]
enum Work {
    Cargo(&'static [&'static str]),
    Function(fn(&Context<'_>) -> Result<Option<String>, Failure>),
}

/// The steps, in the order in which they run.
pub static STEPS: [Step; 20] = [
    step(
        "fmt",
        "the sources are formatted",
        Work::Cargo(&["fmt", "--all", "--check"]),
    ),
    step(
        "manifests",
        "versions are in the root Cargo.toml only; Cargo.lock is current",
        Work::Function(|context| manifests::check(context).map(|()| None)),
    ),
    step(
        "workflows",
        "the workflows pass actionlint and zizmor, where those are installed",
        Work::Function(workflows::check),
    ),
    step(
        "generated",
        "generated/src is up to date; spec/openapi.json is the pinned document",
        Work::Function(generated),
    ),
    step(
        "version",
        "the version was raised enough for what changes for users",
        Work::Function(version::check),
    ),
    step(
        "semver",
        "the published crates keep what their versions promise, where cargo-semver-checks is installed",
        Work::Function(semver::check),
    ),
    step(
        "clippy",
        "no lint fails, in any target, with all features",
        Work::Cargo(&[
            "clippy",
            "--workspace",
            "--all-targets",
            "--all-features",
            "--",
            "-Dwarnings",
            // Stripe deprecates something in many documents. Whoever builds is told.
            "-Adeprecated",
        ]),
    ),
    step(
        "test",
        "the tests of the workspace",
        Work::Cargo(&["test", "--workspace"]),
    ),
    step(
        "conformance",
        "the tests with other programs, where those are installed",
        Work::Function(|context| {
            let missing = if in_ci() {
                Missing::Fails
            } else {
                Missing::IsLeftOut
            };
            conformance::run(context.workspace, &[], missing)
        }),
    ),
    step(
        "rehearse",
        "an update goes through, and is green, with one document that adds and asks for a decision",
        Work::Function(|context| rehearsal::in_ci(context.workspace).map(|()| None)),
    ),
    step(
        "features",
        "the published crates without features and with each one; their tests with all, and without HTTP/2 and proxies",
        Work::Function(|context| features::check(&context.cargo, &CLIENT).map(|()| None)),
    ),
    step(
        "wasm",
        "the published crates compile for WebAssembly, without the default transport",
        Work::Cargo(&WASM),
    )
    .helped("if the target is missing: `rustup target add wasm32-unknown-unknown`"),
    step(
        "clients",
        "clients of Stripe's whole API, of 2023 and of today, compile without warnings; each resource alone has the same names; the programs of examples/selections",
        Work::Cargo(&[
            "test",
            "--package=stripe-identity-codegen",
            "--test=codegen",
            "--",
            "--ignored",
            "--skip=whole::minutes::",
        ]),
    ),
    step(
        "doc",
        "the documentation builds without warnings, and its links lead somewhere",
        Work::Function(documentation),
    ),
    step(
        "tree",
        "a program with stripe-identity builds few crates, and only those that are listed",
        Work::Function(|context| dependencies::check(context).map(|()| None)),
    ),
    step(
        "package",
        "the published crates can be packaged, and build from the packages",
        Work::Function(package),
    ),
    step(
        "msrv",
        "the workspace builds with the minimum version of Rust",
        Work::Function(|context| msrv::check(&context.cargo).map(|()| None)),
    )
    .on_request(),
    step(
        "deny",
        "licences, advisories and sources of dependencies, with cargo-deny",
        Work::Cargo(&["deny", "check"]),
    )
    .helped("if cargo-deny is missing: `cargo install --locked cargo-deny`")
    .on_request(),
    step(
        "bumps",
        "`diff` tells the bumps that cargo-semver-checks finds, for pairs of Stripe's documents",
        Work::Function(|context| bumps::check(context).map(|()| None)),
    )
    .on_request(),
    step(
        "whole",
        "the client of the whole API passes clippy, rustdoc and its doctests; each resource alone compiles",
        Work::Cargo(&[
            "test",
            "--package=stripe-identity-codegen",
            "--test=codegen",
            "--",
            "--ignored",
            "whole::minutes::",
        ]),
    )
    .on_request(),
];

const WASM: [&str; 8] = [
    "clippy",
    "--target=wasm32-unknown-unknown",
    "--package=stripe-runtime",
    "--package=stripe-identity",
    "--no-default-features",
    "--features=tracing,webhook",
    "--",
    "-Dwarnings",
];

/// The crates that users of the client build.
const CLIENT: [&str; 2] = ["stripe-runtime", "stripe-identity"];

const fn step(name: &'static str, about: &'static str, work: Work) -> Step {
    Step {
        name,
        about,
        is_on_request: false,
        work,
        help: None,
    }
}

impl Step {
    const fn on_request(mut self) -> Self {
        self.is_on_request = true;
        self
    }

    const fn helped(mut self, help: &'static str) -> Self {
        self.help = Some(help);
        self
    }

    /// The step with this name.
    pub(crate) fn named(name: &str) -> Result<&'static Self, String> {
        let found = STEPS.iter().find(|step| step.name == name);
        found.ok_or_else(|| {
            let names: Vec<&str> = STEPS.iter().map(|step| step.name).collect();
            format!("the steps are {}", names.join(", "))
        })
    }

    /// Runs it; returns what it skipped, if anything.
    pub(super) fn run(&self, context: &Context<'_>) -> Result<Option<String>, Failure> {
        let result = match self.work {
            Work::Cargo(arguments) => context.cargo.run(arguments).map(|()| None),
            Work::Function(function) => function(context),
        };
        result.map_err(|failure| match self.help {
            Some(help) => failure.help(help),
            None => failure,
        })
    }
}

fn generated(context: &Context<'_>) -> Result<Option<String>, Failure> {
    let request = Request::of(context.workspace)?;
    let checked = generate::check(context.workspace, &request, context.generator)?;
    crate::say(&checked);
    checked.into_result()?;
    crate::stand_in::check(context.workspace)?;
    Ok(None)
}

fn documentation(context: &Context<'_>) -> Result<Option<String>, Failure> {
    crate::say(links::check(context.workspace)?);
    let cargo = context.cargo.clone().with("RUSTDOCFLAGS", "-Dwarnings");
    cargo.run(&["doc", "--workspace", "--all-features", "--no-deps"])?;
    cargo.run(&[
        "doc",
        "--package=stripe-identity-codegen",
        "--no-deps",
        "--document-private-items",
    ])?;
    Ok(None)
}

fn package(context: &Context<'_>) -> Result<Option<String>, Failure> {
    // Cargo keeps what it unpacked of a package by the directory and the version: in a directory of the last run, a
    // crate would be built with packages of that run.
    let directory = tempfile::tempdir()
        .map_err(|error| Failure::io("create a directory in", &std::env::temp_dir(), &error))?;
    let target = format!("--target-dir={}", directory.path().display());
    let mut arguments = vec!["package".to_owned(), target];
    arguments.extend(PUBLISHED.map(|name| format!("--package={name}")));
    if !in_ci() {
        arguments.push("--allow-dirty".to_owned());
    }
    context.cargo.run(&arguments).map(|()| None)
}
