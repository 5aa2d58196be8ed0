//! The areas: the test targets of the package, with what each needs according to its manifest.

use toml::{Table, Value};

use super::DIRECTORY;
use super::need::{Need, SearchPath};
use crate::{Failure, Workspace};

/// An area: a test target.
#[derive(Debug)]
pub(super) struct Area {
    pub(super) name: String,
    pub(super) needs: Vec<Need>,
}

impl Area {
    /// What it needs and is not installed.
    pub(super) fn lacks(&self, workspace: &Workspace, search_path: &SearchPath) -> Vec<Need> {
        let lacks = |need: &&Need| !need.is_met(workspace, search_path);
        self.needs.iter().filter(lacks).cloned().collect()
    }
}

/// All areas, in the order of the manifest.
pub(super) fn read(workspace: &Workspace) -> Result<Vec<Area>, Failure> {
    let manifest: Table = workspace.read_toml(&format!("{DIRECTORY}/Cargo.toml"))?;
    let tests = manifest.get("test").and_then(Value::as_array);
    let names = tests
        .into_iter()
        .flatten()
        .filter_map(|test| test.get("name")?.as_str());
    Ok(names.map(|name| area(workspace, &manifest, name)).collect())
}

fn area(workspace: &Workspace, manifest: &Table, name: &str) -> Area {
    let programs = manifest
        .get("package")
        .and_then(|package| package.get("metadata")?.get("needs")?.get(name)?.as_array());
    let mut needs: Vec<Need> = programs
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .map(|program| Need::Program(program.to_owned()))
        .collect();
    let directory = format!("{DIRECTORY}/{name}");
    let has = |file: &str| workspace.path(&directory).join(file).is_file();
    if has("package-lock.json") {
        needs.push(Need::NpmPackages(directory.clone()));
    }
    if has("requirements.txt") {
        needs.push(Need::PythonPackages(directory.clone()));
    }
    Area {
        name: name.to_owned(),
        needs,
    }
}
