//! Compiling clients of all of Stripe's API.

use std::fs;
use std::path::{Path, PathBuf};

use super::Context;
use super::builds::undisturbed;
use super::figure::Unit;
use super::subject::Versions;
use super::table::{Section, Table};
use super::timed::{self, Cost};
use crate::cargo::Cargo;
use crate::sources::Sources;
use crate::{Failure, generate};

const PACKAGE: &str = "whole-ours";
/// The package in `compare/` that depends on all that async-stripe is generated into.
const THEIRS: &str = "whole-async-stripe";

/// A client that compiles, with what it depends on.
struct Client {
    cargo: Cargo,
    target: PathBuf,
    /// The package that is built.
    package: &'static str,
    /// Those that are generated.
    generated: Vec<String>,
    /// Their sources.
    sources: Vec<PathBuf>,
    /// What each operation's sources say once.
    operation: &'static str,
}

pub(super) fn compile(context: &Context<'_>) -> Result<Section, Failure> {
    let (ours, version) = ours(context)?;
    let theirs = theirs(context)?;
    let Versions { theirs: name, .. } = &context.versions;
    let mut table = Table::measured(&format!("generated from {version}"), name);

    let (of_ours, of_theirs) = (ours.size()?, theirs.size()?);
    table.measure(
        "operations",
        Unit::Count,
        &[(of_ours.operations, of_theirs.operations)],
    );
    table.measure(
        "lines of generated sources",
        Unit::Count,
        &[(of_ours.lines, of_theirs.lines)],
    );
    let (ours, theirs) = (ours.check(context)?, theirs.check(context)?);
    let mut row = |what: &str, figures| table.measure(what, Unit::Seconds, &[figures]);
    row("`cargo check`", (ours.cpu, theirs.cpu));
    row("`cargo check`, elapsed", (ours.elapsed, theirs.elapsed));
    row(
        "`cargo check`, for each operation",
        (
            ours.cpu / of_ours.operations,
            theirs.cpu / of_theirs.operations,
        ),
    );
    let text = "The generated crates alone; what they depend on is built before. On one side a \
        client generated from a document of Stripe's with `all = true`, as one crate; on the \
        other the crates that async-stripe is generated into, with all their resources and \
        without `serialize` and `deserialize`. The two are of different versions of the API, so \
        that the numbers of operations differ.";
    Ok(Section::new(text, table, 1))
}

/// Generates the client; also gives the version of its document.
fn ours(context: &Context<'_>) -> Result<(Client, String), Failure> {
    let document = context
        .document
        .ok_or_else(|| Failure::new("there is no document to generate a client from"))?;
    let bytes = document.read(context.progress)?;
    let directory = context.target.join(PACKAGE);
    let source = directory.join("src");
    create(&source)?;
    let selection = directory.join("selection.toml");
    write(&selection, "all = true\n")?;
    let request = generate::Request {
        document: bytes,
        document_name: document.to_string(),
        selection,
        sources: Sources::elsewhere(&source),
    };
    generate::write(context.workspace, &request, context.generator)?;

    let runtime = context.workspace.path("runtime");
    let runtime = std::path::absolute(&runtime).unwrap_or(runtime);
    write(&directory.join("Cargo.toml"), &manifest(&runtime))?;
    // This workspace's, which knows what all features of the runtime depend on.
    let lock = context.workspace.path("Cargo.lock");
    fs::copy(&lock, directory.join("Cargo.lock"))
        .map_err(|error| Failure::io("copy", &lock, &error))?;
    let version = version(&source)?;
    let client = Client {
        cargo: Cargo::new(&directory),
        target: context.target.join("whole-ours-target"),
        package: PACKAGE,
        generated: vec![PACKAGE.to_owned()],
        sources: vec![source],
        operation: " Operation for ",
    };
    Ok((client, version))
}

/// As `examples/selections/README.md` shows it.
fn manifest(runtime: &Path) -> String {
    let runtime = toml::Value::from(runtime.to_string_lossy().as_ref());
    format!(
        "[package]
name = \"{PACKAGE}\"
version = \"0.0.0\"
edition = \"2024\"

[dependencies]
serde = {{ version = \"1\", features = [\"derive\"] }}
stripe-runtime = {{ path = {runtime} }}

[features]
default = [\"webhook\"]
blocking = [\"stripe-runtime/blocking\"]
webhook = [\"stripe-runtime/webhook\"]

[workspace]
"
    )
}

/// The version of the API that the sources are for.
fn version(source: &Path) -> Result<String, Failure> {
    let path = source.join("lib.rs");
    let text = fs::read_to_string(&path).map_err(|error| Failure::io("read", &path, &error))?;
    text.lines()
        .find_map(|line| line.strip_prefix("pub const API_VERSION: &str = \""))
        .and_then(|rest| rest.strip_suffix("\";"))
        .map(str::to_owned)
        .ok_or_else(|| Failure::new("the generated sources name no version of the API"))
}

fn theirs(context: &Context<'_>) -> Result<Client, Failure> {
    let metadata = context.cargo.metadata("--locked")?;
    let (mut generated, mut sources) = (vec![THEIRS.to_owned()], Vec::new());
    for package in metadata["packages"].as_array().into_iter().flatten() {
        let name = package["name"].as_str().unwrap_or_default();
        let manifest = package["manifest_path"].as_str().map(Path::new);
        // Of the others, all but these are written by hand.
        let by_hand = ["async-stripe-client-core", "async-stripe-types"];
        if name.starts_with("async-stripe-") && !by_hand.contains(&name) {
            generated.push(name.to_owned());
            sources.extend(
                manifest
                    .and_then(Path::parent)
                    .map(|folder| folder.join("src")),
            );
        }
    }
    Ok(Client {
        cargo: context.cargo.clone(),
        target: context.target.join(THEIRS),
        package: THEIRS,
        generated,
        sources,
        operation: " StripeRequest for ",
    })
}

/// How large a client is.
struct Size {
    operations: f64,
    lines: f64,
}

impl Client {
    /// What it costs to check what is generated.
    fn check(&self, context: &Context<'_>) -> Result<Cost, Failure> {
        let target = format!("--target-dir={}", self.target.display());
        let package = format!("--package={}", self.package);
        let arguments = ["check", "--quiet", "--offline", &package, &target];
        let run = || {
            let mut command = self.cargo.command(&arguments);
            // The crates of a registry are not built incrementally, so neither is ours.
            timed::run(undisturbed(&mut command).env("CARGO_INCREMENTAL", "0"))
        };
        run()?;
        let mut clean = vec![
            "clean".to_owned(),
            "--quiet".to_owned(),
            "--offline".to_owned(),
            target.clone(),
        ];
        clean.extend(
            self.generated
                .iter()
                .map(|name| format!("--package={name}")),
        );
        timed::run(undisturbed(&mut self.cargo.command(&clean)))?;
        let cost = run()?;
        context.progress.tell(format_args!(
            "{}: {:.1} s of processor time, {:.1} s elapsed",
            self.package, cost.cpu, cost.elapsed
        ));
        Ok(cost)
    }

    fn size(&self) -> Result<Size, Failure> {
        let mut size = Size {
            operations: 0.0,
            lines: 0.0,
        };
        for source in &self.sources {
            self.add(source, &mut size)?;
        }
        Ok(size)
    }

    fn add(&self, directory: &Path, size: &mut Size) -> Result<(), Failure> {
        let failed = |error| Failure::io("read", directory, &error);
        for entry in fs::read_dir(directory).map_err(failed)? {
            let path = entry.map_err(failed)?.path();
            if path.is_dir() {
                self.add(&path, size)?;
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = fs::read_to_string(&path).map_err(failed)?;
                let count = |n: usize| u32::try_from(n).map_or(f64::NAN, f64::from);
                size.operations += count(text.matches(self.operation).count());
                size.lines += count(text.lines().count());
            }
        }
        Ok(())
    }
}

fn create(directory: &Path) -> Result<(), Failure> {
    fs::create_dir_all(directory).map_err(|error| Failure::io("create", directory, &error))
}

fn write(path: &Path, text: &str) -> Result<(), Failure> {
    fs::write(path, text).map_err(|error| Failure::io("write", path, &error))
}
