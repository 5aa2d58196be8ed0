//! What a program with `stripe-identity` builds, and what of that runs while it is built: a new crate is a decision.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use serde_json::Value;
use toml::Table;

use crate::cargo::Cargo;
use crate::{Failure, Workspace};

const LIST: &str = "dependencies.toml";

/// As many crates as the first part may have.
const MOST: usize = 75;

/// The parts of the list; each has what those before it do not have.
const PARTS: [(&str, &[&str]); 3] = [
    ("linux", &["--target=x86_64-unknown-linux-gnu"]),
    ("platforms", &["--target=all"]),
    ("features", &["--target=all", "--all-features"]),
];

/// The crates of a part, and what of each runs while it is built.
type Part = BTreeMap<String, BTreeSet<&'static str>>;

pub(super) fn check(workspace: &Workspace, cargo: &Cargo) -> Result<(), Failure> {
    let list = workspace.read_toml(LIST)?;
    let build_scripts = build_scripts(cargo)?;
    let mut trees = Vec::new();
    for (_, options) in PARTS {
        trees.push(tree(cargo, options)?);
    }
    let trees: Vec<BTreeSet<Crate<'_>>> = trees.iter().map(|tree| crates(tree)).collect();
    check_number(&trees[0])?;

    let all: BTreeSet<Crate<'_>> = trees.iter().flatten().copied().collect();
    let mut seen = BTreeSet::new();
    let mut wrong = Vec::new();
    for ((name, _), tree) in PARTS.iter().zip(trees) {
        let new = tree.into_iter().filter(|found| seen.insert(*found));
        let part: Part = new
            .map(|found| (found.called(&all), found.runs(&build_scripts)))
            .collect();
        compare(name, &part, list.get(*name), &mut wrong);
    }
    let is_part = |name: &str| PARTS.iter().any(|(part, _)| *part == name);
    for name in list.keys().filter(|name| !is_part(name)) {
        wrong.push(format!("[{name}] is no part of the list"));
    }
    if wrong.is_empty() {
        return Ok(());
    }
    let failure = Failure::new("what stripe-identity is built of is not what is listed").at(LIST);
    Err(wrong.into_iter().fold(failure, Failure::note).help(
        "if that is wanted, list it; who needs a crate is told by \
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
        "stripe-identity needs {number} crates, {} more than the {MOST} it may",
        number - MOST
    ))
    .help("find who needs one: `cargo tree --package stripe-identity --invert NAME`"))
}

/// A crate of a tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Crate<'t> {
    name: &'t str,
    version: &'t str,
    is_proc_macro: bool,
}

impl Crate<'_> {
    /// What the list calls it: its name, and where another version is built as well, that.
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

    /// What of it runs while it is built.
    fn runs(&self, build_scripts: &BTreeSet<(String, String)>) -> BTreeSet<&'static str> {
        let mut runs = BTreeSet::new();
        if build_scripts.contains(&(self.name.to_owned(), self.version.to_owned())) {
            runs.insert("build script");
        }
        if self.is_proc_macro {
            runs.insert("proc macro");
        }
        runs
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

/// The packages of the workspace's whole tree that have a build script.
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

/// Says what is built and not listed, or listed and not built.
fn compare(name: &str, part: &Part, listed: Option<&toml::Value>, wrong: &mut Vec<String>) {
    let empty = Table::new();
    let listed = listed.and_then(toml::Value::as_table).unwrap_or(&empty);
    for (found, runs) in part {
        let line = format!("{} = {:?}", toml_key(found), Vec::from_iter(runs));
        let listed = listed.get(found).map(|runs| {
            let runs = runs.as_array().into_iter().flatten();
            runs.filter_map(toml::Value::as_str)
                .collect::<BTreeSet<_>>()
        });
        match listed {
            None => wrong.push(format!("[{name}] lacks `{line}`")),
            Some(listed) if listed != *runs => {
                wrong.push(format!("[{name}] should have `{line}`"));
            }
            Some(_) => {}
        }
    }
    for gone in listed.keys().filter(|gone| !part.contains_key(*gone)) {
        wrong.push(format!("[{name}] lists `{gone}`, which is not built"));
    }
}

fn toml_key(name: &str) -> String {
    if name.contains('@') {
        format!("{name:?}")
    } else {
        name.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::crates;

    #[test]
    fn a_crate_counts_once() {
        let tree = "\
stripe-identity v0.1.0 (/home/someone/stripe-identity/generated)
serde v1.0.228
serde_derive v1.0.228 (proc-macro)
syn v2.0.100

syn v3.0.0
serde v1.0.228 (*)
";
        let found: Vec<String> = crates(tree).iter().map(ToString::to_string).collect();
        assert_eq!(
            found,
            [
                "serde 1.0.228",
                "serde_derive 1.0.228",
                "stripe-identity 0.1.0",
                "syn 2.0.100",
                "syn 3.0.0",
            ]
        );
    }
}
