//! `dependencies.toml` lists the crates that a program with `stripe-identity` builds, and what of each runs during
//! the build.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use serde_json::Value;
use toml::Table;

use super::Context;
use crate::Failure;
use crate::cargo::Cargo;

const LIST: &str = "dependencies.toml";

/// The most crates that a program with the default features may have.
const MOST: usize = 75;

const LINUX: &str = "--target=x86_64-unknown-linux-gnu";

/// The part that completes the default features on Linux.
const DEFAULT: &str = "default";

/// The parts of the list. Each lists the crates that those before it do not have.
const PARTS: [(&str, &[&str]); 6] = [
    (
        "linux",
        &[
            LINUX,
            "--no-default-features",
            "--features=default-transport",
        ],
    ),
    (
        "http2",
        &[LINUX, "--no-default-features", "--features=http2"],
    ),
    (
        "proxy",
        &[LINUX, "--no-default-features", "--features=proxy"],
    ),
    (DEFAULT, &[LINUX]),
    ("platforms", &["--target=all"]),
    ("features", &["--target=all", "--all-features"]),
];

pub(super) fn check(context: &Context<'_>) -> Result<(), Failure> {
    let Context {
        workspace, cargo, ..
    } = context;
    let mut list: BTreeMap<String, Table> = workspace.read_toml(LIST)?;
    let build_scripts = build_scripts(cargo)?;
    let mut trees = Vec::new();
    for (_, options) in PARTS {
        trees.push(tree(cargo, options)?);
    }
    let trees: Vec<BTreeSet<Crate<'_>>> = trees.iter().map(|tree| crates(tree)).collect();
    for ((name, _), tree) in PARTS.iter().zip(&trees) {
        if *name == DEFAULT {
            check_number(tree)?;
        }
    }

    let all: BTreeSet<Crate<'_>> = trees.iter().flatten().copied().collect();
    let mut seen = BTreeSet::new();
    let mut wrong = Vec::new();
    for ((name, _), tree) in PARTS.iter().zip(trees) {
        let new = tree.into_iter().filter(|found| seen.insert(*found));
        let built: BTreeSet<String> = new
            .map(|found| line(&found.called(&all), found.runs(&build_scripts).into()))
            .collect();
        let listed = list.remove(*name).unwrap_or_default();
        let listed = listed
            .into_iter()
            .map(|(name, runs)| line(&name, runs))
            .collect();
        let lacks = built.difference(&listed);
        wrong.extend(lacks.map(|line| format!("[{name}] lacks `{line}`")));
        let superfluous = listed.difference(&built);
        wrong
            .extend(superfluous.map(|line| format!("[{name}] lists `{line}`, which is not built")));
    }
    wrong.extend(
        list.keys()
            .map(|name| format!("[{name}] is not a part of the list")),
    );
    if wrong.is_empty() {
        return Ok(());
    }
    let failure = Failure::new("stripe-identity is not built from the listed crates").at(LIST);
    Err(wrong.into_iter().fold(failure, Failure::note).help(
        "if this is intended, change the list; to see who needs a crate: \
         `cargo tree --package stripe-identity --target all --all-features --invert NAME`",
    ))
}

fn tree(cargo: &Cargo, options: &[&str]) -> Result<String, Failure> {
    let mut arguments = vec![
        "tree",
        "--package=stripe-identity",
        "--edges=normal,build",
        "--prefix=none",
        "--no-dedupe",
        "--locked",
    ];
    arguments.extend(options);
    cargo.output(&arguments)
}

fn check_number(crates: &BTreeSet<Crate<'_>>) -> Result<(), Failure> {
    let number = crates.len();
    if number <= MOST {
        crate::say(format_args!("{number} crates, of at most {MOST}"));
        return Ok(());
    }
    for found in crates {
        crate::say(found);
    }
    Err(Failure::new(format!(
        "stripe-identity needs {number} crates, {} more than allowed",
        number - MOST
    ))
    .help("to see who needs a crate: `cargo tree --package stripe-identity --invert NAME`"))
}

/// A crate of a tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Crate<'t> {
    name: &'t str,
    version: &'t str,
    is_proc_macro: bool,
}

impl Crate<'_> {
    /// Its name in the list; if several versions are built, with the version.
    fn called(&self, all: &BTreeSet<Self>) -> String {
        if all.iter().filter(|other| other.name == self.name).count() == 1 {
            return self.name.to_owned();
        }
        let mut numbers = self.version.split('.');
        let compatible = match (numbers.next(), numbers.next()) {
            (Some("0"), Some(minor)) => format!("0.{minor}"),
            (major, _) => major.unwrap_or_default().to_owned(),
        };
        format!("{}@{compatible}", self.name)
    }

    /// What of it runs during the build.
    fn runs(&self, build_scripts: &BTreeSet<(String, String)>) -> Vec<&'static str> {
        let package = (self.name.to_owned(), self.version.to_owned());
        let build_script = build_scripts.contains(&package).then_some("build script");
        let proc_macro = self.is_proc_macro.then_some("proc macro");
        build_script.into_iter().chain(proc_macro).collect()
    }
}

impl fmt::Display for Crate<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.name, self.version)
    }
}

/// The crates of a tree, each once.
fn crates(tree: &str) -> BTreeSet<Crate<'_>> {
    tree.lines()
        .filter_map(|line| {
            let mut words = line.split_whitespace();
            Some(Crate {
                name: words.next()?,
                version: words.next()?.trim_start_matches('v'),
                is_proc_macro: line.contains("(proc-macro)"),
            })
        })
        .collect()
}

/// Name and version of each package that has a build script.
fn build_scripts(cargo: &Cargo) -> Result<BTreeSet<(String, String)>, Failure> {
    let metadata = cargo.metadata("--locked")?;
    let packages = metadata["packages"].as_array().into_iter().flatten();
    let with_script = packages.filter(|package| {
        let targets = package["targets"].as_array();
        let mut kinds = targets
            .into_iter()
            .flatten()
            .filter_map(|target| target["kind"].as_array());
        kinds.any(|kinds| kinds.iter().any(|kind| kind == "custom-build"))
    });
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    Ok(with_script
        .map(|package| (text(&package["name"]), text(&package["version"])))
        .collect())
}

/// A line of the list.
fn line(name: &str, runs: toml::Value) -> String {
    let line = Table::from_iter([(name.to_owned(), runs)]).to_string();
    line.trim_end().to_owned()
}
