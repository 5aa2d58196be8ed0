//! `cargo xtask conformance`: the tests with other programs.

mod area;
mod need;

use crate::cargo::Cargo;
use crate::{Failure, Workspace, say};
use area::Area;
use need::{Need, SearchPath};

/// The package of the tests, relative to the root.
const DIRECTORY: &str = "tests/conformance";

/// What to do if something that an area needs is not installed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    /// Run nothing.
    Fails,
    /// Skip the area, and say so.
    IsLeftOut,
}

/// The areas, one per line, with what each needs.
///
/// # Errors
///
/// If the manifest of the tests cannot be read.
pub fn list(workspace: &Workspace) -> Result<String, Failure> {
    let lines = area::read(workspace)?.into_iter().map(|area| {
        format!("{:<11} {}", area.name, listed(&area.needs))
            .trim_end()
            .to_owned()
    });
    Ok(lines.collect::<Vec<_>>().join("\n"))
}

/// Builds and runs the tests of the areas, or of all; returns what was skipped.
///
/// # Errors
///
/// If there is no such area, a test fails, or something is missing that must not be.
pub fn run(
    workspace: &Workspace,
    names: &[String],
    missing: Missing,
) -> Result<Option<String>, Failure> {
    let areas = named(area::read(workspace)?, names)?;
    let search_path = SearchPath::of_this_process();
    let (ready, lacking): (Vec<_>, Vec<_>) = areas
        .into_iter()
        .map(|area| {
            let lacks = area.lacks(workspace, &search_path);
            (area.name, lacks)
        })
        .partition(|(_, lacks)| lacks.is_empty());

    if !lacking.is_empty() {
        let failure = failure(&lacking);
        if missing == Missing::Fails {
            return Err(failure);
        }
        // The summary repeats it.
        say(format_args!("{failure}\nthese areas are skipped"));
    }
    if !ready.is_empty() {
        test(workspace, &ready, &search_path)?;
    }
    let skipped = lacking
        .iter()
        .map(|(area, lacks)| format!("{area} (needs {})", listed(lacks)));
    let skipped: Vec<String> = skipped.collect();
    Ok((!skipped.is_empty()).then(|| skipped.join("; ")))
}

type Lacking = (String, Vec<Need>);

/// The areas with these names, or all.
fn named(areas: Vec<Area>, names: &[String]) -> Result<Vec<Area>, Failure> {
    let known: Vec<&str> = areas.iter().map(|area| &*area.name).collect();
    if let Some(name) = names.iter().find(|name| !known.contains(&name.as_str())) {
        let help = format!("the areas are: {}", known.join(", "));
        return Err(Failure::usage(format!("there is no area `{name}`")).help(help));
    }
    let chosen = |area: &Area| names.is_empty() || names.contains(&area.name);
    Ok(areas.into_iter().filter(chosen).collect())
}

/// What is missing, and how to install it.
fn failure(lacking: &[Lacking]) -> Failure {
    let failure =
        Failure::new("the conformance tests need programs or packages that are not installed");
    let failure = lacking.iter().fold(failure, |failure, (area, lacks)| {
        failure.note(format!("{area}: {}", listed(lacks)))
    });
    let commands = need::how_to_install(lacking.iter().flat_map(|(_, lacks)| lacks));
    failure.help(format!(
        "install it: {}; or run `.ci/programs`, which installs everything",
        commands.join(" and ")
    ))
}

fn listed(needs: &[Need]) -> String {
    let needs: Vec<String> = needs.iter().map(Need::to_string).collect();
    needs.join(", ")
}

fn test(workspace: &Workspace, ready: &[Lacking], search_path: &SearchPath) -> Result<(), Failure> {
    // Not `--package`: that would rebuild dependencies with the features that this package alone needs.
    let mut arguments = ["test", "--workspace", "--no-fail-fast"]
        .map(str::to_owned)
        .to_vec();
    arguments.extend(ready.iter().map(|(area, _)| format!("--test={area}")));
    arguments.extend(["--".to_owned(), "--include-ignored".to_owned()]);
    Cargo::new(workspace.root())
        .with("PATH", search_path.to_variable())
        .run(&arguments)
}
