//! The bump that `diff` tells is the one that cargo-semver-checks finds in the two clients.

use std::path::Path;

use stripe_codegen::diff::{self, diff};
use stripe_codegen::init::{self, init};
use stripe_codegen::origin::Origin;
use stripe_codegen::progress::Progress;
use stripe_codegen::source::Source;
use stripe_identity_codegen::report::Bump;

use super::Context;
use crate::{Failure, PROGRAM, Workspace};

const OF_2023: &str = "full-2023-08-16.json";
const OF_MAY: &str = "full-2026-05-27.dahlia.json";
const OF_SEPTEMBER: &str = "identity-2026-09-30.endive.json";

/// What is selected, the old document and the new one.
const PAIRS: [[&str; 3]; 4] = [
    ["/v1/identity", OF_2023, OF_MAY],
    ["/v1/identity", OF_MAY, OF_SEPTEMBER],
    ["/v1/webhook_endpoints", OF_2023, OF_MAY],
    ["/v1/customers", OF_2023, OF_MAY],
];

/// How the summary of cargo-semver-checks says it.
const SUMMARIES: [(&str, Bump); 3] = [
    ("no semver update required", Bump::None),
    ("semver requires new minor version", Bump::Minor),
    ("semver requires new major version", Bump::Major),
];

pub(super) fn check(context: &Context<'_>) -> Result<(), Failure> {
    let directory = tempfile::tempdir()
        .map_err(|error| Failure::io("create a directory in", &std::env::temp_dir(), &error))?;
    let mut wrong = Vec::new();
    for (index, [path, documents @ ..]) in PAIRS.iter().enumerate() {
        let clients = directory.path().join(index.to_string());
        let [old, new] = ["old", "new"].map(|name| clients.join(name));
        write_client(context, &old, path, documents[0])?;
        write_client(context, &new, path, documents[1])?;
        let ours = told(context, &old, &new)?;
        let theirs = found(context, &old, &new, &directory.path().join("target"))?;
        let line = format!(
            "{path} from {} to {}: {ours:?}, and {theirs:?} by cargo-semver-checks",
            documents[0], documents[1]
        );
        crate::say(&line);
        // An addition is a minor bump of ours, and nothing to cargo-semver-checks.
        if theirs > ours || (ours == Bump::Major && theirs != ours) {
            wrong.push(line);
        }
    }
    if wrong.is_empty() {
        return Ok(());
    }
    let failure = Failure::new("`diff` does not tell the bump that cargo-semver-checks finds");
    Err(failure
        .note(wrong.join("\n"))
        .help("mend the report, and add the case to codegen/tests/diff"))
}

fn write_client(
    context: &Context<'_>,
    root: &Path,
    path: &str,
    document: &str,
) -> Result<(), Failure> {
    let documents = context.workspace.path("../shared/stripe-openapi");
    let request = init::Request {
        root: root.to_owned(),
        paths: vec![path.to_owned()],
        name: Some("client".to_owned()),
        runtime: Some(context.workspace.path("runtime")),
        origin: Origin {
            from: Some(Source::File(documents.join(document))),
            ..Origin::default()
        },
    };
    init(&request, PROGRAM, context.generator, Progress::Silent).map(drop)
}

/// The bump that `diff` tells.
fn told(context: &Context<'_>, old: &Path, new: &Path) -> Result<Bump, Failure> {
    let request = diff::Request {
        old: old.join("spec/openapi.json").display().to_string(),
        new: None,
        selection: None,
    };
    let new = Workspace::find(Some(new.to_owned()), PROGRAM)?;
    Ok(diff(&new, &request, context.generator, Progress::Silent)?.bump())
}

/// The bump that cargo-semver-checks finds to be needed.
fn found(context: &Context<'_>, old: &Path, new: &Path, target: &Path) -> Result<Bump, Failure> {
    let cargo = context.cargo.clone().with("CARGO_TARGET_DIR", target);
    let (said, _) = cargo.said(&[
        "semver-checks".to_owned(),
        "--release-type=patch".to_owned(),
        format!("--manifest-path={}", new.join("Cargo.toml").display()),
        format!("--baseline-root={}", old.display()),
    ])?;
    let mut summaries = SUMMARIES.iter();
    match summaries.find(|(summary, _)| said.contains(summary)) {
        Some((_, bump)) => Ok(*bump),
        None => Err(Failure::new("cargo-semver-checks has no result")
            .note(said)
            .help("if it is missing: `cargo install --locked cargo-semver-checks`")),
    }
}
