//! The steps of CI.

use clap::ValueEnum;

use super::{Context, crate_count, features, in_ci, manifests, msrv, version};
use crate::Failure;
use crate::conformance::{self, Missing};
use crate::generate::{self, Request};

/// One step; each can be run by itself, and again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
#[expect(missing_docs, reason = "`about` says what each is")]
pub enum Step {
    Fmt,
    Manifests,
    Generated,
    Version,
    Clippy,
    Test,
    Conformance,
    Features,
    Doc,
    Tree,
    Package,
    Msrv,
    Deny,
}

/// The crates that are published, in the order of their dependencies.
const PUBLISHED: [&str; 2] = ["stripe-runtime", "stripe-identity"];

impl Step {
    /// What it is called.
    #[must_use]
    pub fn name(self) -> String {
        self.to_possible_value()
            .map_or_else(String::new, |value| value.get_name().to_owned())
    }

    /// What it checks.
    #[must_use]
    pub fn about(self) -> &'static str {
        match self {
            Self::Fmt => "the sources are formatted",
            Self::Manifests => "versions stand in the root Cargo.toml alone; Cargo.lock is current",
            Self::Generated => "generated/src is what spec/ gives; spec/ is what was pinned",
            Self::Version => "the version has risen with what has changed for users",
            Self::Clippy => "no lint, in no target, with all features",
            Self::Test => "the tests of the whole workspace",
            Self::Conformance => {
                "the tests against programs that are not ours, where those are installed"
            }
            Self::Features => {
                "the published crates without features, with each alone, and their tests with all"
            }
            Self::Doc => "the documentation builds without a warning",
            Self::Tree => "a program with stripe-identity builds few crates",
            Self::Package => "the published crates can be packaged, and build from the packages",
            Self::Msrv => "the workspace builds with the oldest compiler that it names",
            Self::Deny => "licences, duplicates and sources of dependencies, with cargo-deny",
        }
    }

    /// Whether it needs more than a Rust toolchain, and so runs only when named.
    #[must_use]
    pub fn is_on_request(self) -> bool {
        matches!(self, Self::Msrv | Self::Deny)
    }

    /// Runs it; if it passed, gives what it left out.
    pub(super) fn run(self, context: &Context<'_>) -> Result<Option<String>, Failure> {
        let cargo = &context.cargo;
        let whole = match self {
            Self::Fmt => cargo.run(&["fmt", "--all", "--check"]),
            Self::Manifests => {
                manifests::check(context.workspace)?;
                cargo.output(&["metadata", "--locked", "--format-version=1"])?;
                Ok(())
            }
            Self::Generated => generated(context),
            Self::Version => version::check(
                context.workspace,
                context.base.as_deref(),
                context.generator,
            ),
            Self::Clippy => cargo.run(&[
                "clippy",
                "--workspace",
                "--all-targets",
                "--all-features",
                "--",
                "-Dwarnings",
            ]),
            Self::Test => cargo.run(&["test", "--workspace"]),
            Self::Conformance => {
                let missing = if in_ci() {
                    Missing::Fails
                } else {
                    Missing::IsLeftOut
                };
                return conformance::run(context.workspace, &[], missing);
            }
            Self::Features => features::check(cargo, &PUBLISHED),
            Self::Doc => documentation(context),
            Self::Tree => crate_count::check(cargo),
            Self::Package => package(context),
            Self::Msrv => msrv::check(cargo),
            Self::Deny => cargo.run(&["deny", "check"]).map_err(|failure| {
                failure.help("if cargo-deny is missing: `cargo install --locked cargo-deny`")
            }),
        };
        whole.map(|()| None)
    }
}

fn generated(context: &Context<'_>) -> Result<(), Failure> {
    let request = Request::of(context.workspace)?;
    let checked = generate::check(context.workspace, &request, context.generator)?;
    crate::say(&checked);
    checked.into_result()
}

fn documentation(context: &Context<'_>) -> Result<(), Failure> {
    let cargo = context.cargo.with("RUSTDOCFLAGS", "-Dwarnings");
    cargo.run(&["doc", "--workspace", "--all-features", "--no-deps"])?;
    cargo.run(&[
        "doc",
        "--package=stripe-identity-codegen",
        "--no-deps",
        "--document-private-items",
    ])
}

fn package(context: &Context<'_>) -> Result<(), Failure> {
    let mut arguments = vec!["package".to_owned()];
    arguments.extend(PUBLISHED.iter().map(|name| format!("--package={name}")));
    if !in_ci() {
        arguments.push("--allow-dirty".to_owned());
    }
    context.cargo.run(&arguments)
}
