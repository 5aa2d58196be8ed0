//! Clients of all of Stripe's API.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};

use crate::cargo::{Cargo, run_in, run_with_memory};
use crate::table::{Row, Unit};

/// The crates of async-stripe that are written by hand.
const BY_HAND: [&str; 2] = ["async-stripe-client-core", "async-stripe-types"];

/// A generated client, ready to be checked.
struct Client {
    /// The directory of its workspace.
    workspace: PathBuf,
    /// The packages that are generated.
    packages: Vec<String>,
    /// Their sources.
    sources: Vec<PathBuf>,
    /// What the sources contain once for each operation.
    operation: &'static str,
    /// What stands in the sources before and after the version of the API.
    version: [&'static str; 2],
}

pub(crate) fn check(cargo: &Cargo, package: &str, document: Option<&Path>) -> Result<Vec<Row>> {
    let client = match (package, document) {
        ("whole-ours", Some(document)) => ours(cargo, document)?,
        _ => theirs(cargo)?,
    };
    let (mut operations, mut lines, mut version) = (0, 0, None);
    let [before, after] = client.version;
    for source in &client.sources {
        for path in rust_files(source)? {
            let text = fs::read_to_string(path)?;
            operations += text.matches(client.operation).count();
            lines += text.lines().count();
            let found = text
                .split_once(before)
                .and_then(|(_, rest)| rest.split_once(after));
            version = version.or(found.map(|(version, _)| version.replace('_', "-")));
        }
    }

    let target = format!(
        "--target-dir={}",
        cargo.target(&format!("{package}-target")).display()
    );
    // The crates of a registry are not built incrementally, so neither is ours.
    let incremental = [
        "--config",
        "build.incremental=false",
        "--offline",
        "--quiet",
    ];
    let check = [&["check", "--package", package, &target], &incremental[..]].concat();
    run_in(&client.workspace, &check)?;
    let packages: Vec<String> = client
        .packages
        .iter()
        .map(|name| format!("--package={name}"))
        .collect();
    let mut clean = vec!["clean", &target, "--offline", "--quiet"];
    clean.extend(packages.iter().map(String::as_str));
    run_in(&client.workspace, &clean)?;
    let (cost, memory) = run_with_memory(&client.workspace, &check)?;

    #[expect(clippy::cast_precision_loss, reason = "some hundred operations")]
    let each = cost.cpu / operations as f64;
    Ok(vec![
        Row::new(
            "version of the API",
            Unit::Text,
            &version.unwrap_or_default(),
        ),
        Row::new("operations", Unit::Count, &operations),
        Row::new("lines of generated sources", Unit::Count, &lines),
        Row::new("`cargo check`", Unit::Seconds, &cost.cpu),
        Row::new("`cargo check`, elapsed", Unit::Seconds, &cost.elapsed),
        Row::new("`cargo check`, for each operation", Unit::Seconds, &each),
        Row::new(
            "`cargo check`, memory of the largest process",
            Unit::Bytes,
            &memory,
        ),
    ])
}

/// Generates a client from the document.
fn ours(cargo: &Cargo, document: &Path) -> Result<Client> {
    const PACKAGE: &str = "whole-ours";
    let repository = cargo.directory.join("..").canonicalize()?;
    let document = document
        .canonicalize()
        .with_context(|| format!("cannot read {}", document.display()))?;
    let workspace = cargo.target(PACKAGE);
    let source = workspace.join("src");
    fs::create_dir_all(&source)?;
    let selection = workspace.join("selection.toml");
    fs::write(&selection, "all = true\n")?;
    let path = |path: &Path| path.display().to_string();
    let generate = [
        "xtask",
        "generate",
        "--from",
        &path(&document),
        "--selection",
        &path(&selection),
        "--out",
        &path(&source),
    ];
    run_in(&repository, &generate)?;

    let manifest =
        include_str!("whole.toml").replace("[runtime]", &path(&repository.join("runtime")));
    fs::write(workspace.join("Cargo.toml"), manifest)?;
    // It knows the dependencies of all features of the runtime.
    fs::copy(repository.join("Cargo.lock"), workspace.join("Cargo.lock"))?;
    Ok(Client {
        workspace,
        packages: vec![PACKAGE.to_owned()],
        sources: vec![source],
        operation: "impl Operation for ",
        version: ["pub const API_VERSION: &str = \"", "\";"],
    })
}

fn theirs(cargo: &Cargo) -> Result<Client> {
    const PACKAGE: &str = "whole-async-stripe";
    let metadata = cargo.output(&["metadata", "--locked", "--format-version=1"])?;
    let metadata: serde_json::Value = serde_json::from_str(&metadata)?;
    let (mut packages, mut sources) = (vec![PACKAGE.to_owned()], Vec::new());
    for package in metadata["packages"].as_array().into_iter().flatten() {
        let name = package["name"].as_str().unwrap_or_default();
        if name.starts_with("async-stripe-") && !BY_HAND.contains(&name) {
            packages.push(name.to_owned());
            let manifest = Path::new(package["manifest_path"].as_str().unwrap_or_default());
            sources.push(manifest.with_file_name("src"));
        }
    }
    Ok(Client {
        workspace: cargo.directory.clone(),
        packages,
        sources,
        operation: " StripeRequest for ",
        version: [
            "pub const VERSION: crate::ApiVersion = crate::ApiVersion::V",
            ";",
        ],
    })
}

fn rust_files(directory: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(directory)? {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(rust_files(&path)?);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    Ok(found)
}
