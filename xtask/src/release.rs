//! `cargo xtask release`: prepares a release, up to what only publishing can do.

use std::fs;

use semver::Version;
use stripe_codegen::change::Change;
use stripe_codegen::manifest;
use toml::Table;

use crate::cargo::Cargo;
use crate::members::{PUBLISHED, members};
use crate::{Failure, Workspace, say};

const UNRELEASED: &str = "## [Unreleased]";

/// What to release.
#[derive(Debug)]
pub struct Request {
    /// The version of the runtime, the stand-in, the generator and the command, if it changes.
    pub tools: Option<Version>,
    /// The day, as `2026-10-01`.
    pub date: String,
}

/// Sets the versions, dates the changelogs, and tries to publish what is new, in order. The client's version is the one
/// that updates have set.
///
/// # Errors
///
/// If a file cannot be read or written, nothing is new, the client lacks a version for a new runtime, or cargo refuses a
/// crate.
pub fn prepare(workspace: &Workspace, request: &Request) -> Result<(), Failure> {
    let mut change = Change::default();
    let mut crates = Published::all(workspace)?;
    let old_runtime = runtime(&crates);
    if let Some(tools) = &request.tools {
        for one in crates.iter_mut().filter(|one| one.is_tool()) {
            let versions = (&one.version, tools);
            manifest::set_version(workspace, &one.manifest, one.name, versions, &mut change);
            one.version = tools.clone();
        }
    }
    let new_runtime = runtime(&crates);
    set_runtime(workspace, (&old_runtime, &new_runtime), &mut change)?;
    let mut new = Vec::new();
    for one in crates {
        if one.date(workspace, &request.date, &mut change)? {
            new.push(one);
        } else if !one.is_tool() && new_runtime != old_runtime {
            let Published { name, version, .. } = one;
            return Err(Failure::new(format!(
                "{name} {version} is released, and needs another runtime now"
            ))
            .at(one.manifest)
            .help("raise its version there and in the root Cargo.toml: that breaks its users"));
        }
    }
    if new.is_empty() {
        return Err(Failure::new("every version is released already").help(
            "give the tools another one, `--tools VERSION`, or the client, as an update does",
        ));
    }
    change.apply()?;

    let packages = new.iter().map(|one| format!("--package={}", one.name));
    let packages: Vec<String> = packages.collect();
    let mut arguments = ["publish", "--dry-run", "--allow-dirty"]
        .map(str::to_owned)
        .to_vec();
    arguments.extend_from_slice(&packages);
    Cargo::new(workspace.root()).run(&arguments)?;

    say("\nread the changes, and if they are right:\n");
    say("  git commit --all --message \"Release\"");
    for one in new.iter().filter(|one| TAGGED.contains(&one.name)) {
        say(format_args!("  git tag {}-v{}", one.name, one.version));
    }
    say(format_args!("  cargo publish {}", packages.join(" ")));
    Ok(())
}

/// Where the minor version of the runtime stands: in its macro, and in clients that were generated for it.
const MACRO: &str = "runtime/src/generated_for.rs";
const CLIENTS: [&str; 2] = ["generated/src", "codegen/tests/golden"];

/// The minor version of the runtime.
fn runtime(crates: &[Published]) -> String {
    let runtime = crates.iter().find(|one| one.name == "stripe-runtime");
    runtime.map_or_else(String::new, |one| {
        format!("{}.{}", one.version.major, one.version.minor)
    })
}

fn set_runtime(
    workspace: &Workspace,
    (old, new): (&str, &str),
    change: &mut Change,
) -> Result<(), Failure> {
    let mut files = vec![workspace.path(MACRO)];
    for directory in CLIENTS.map(|path| workspace.path(path)) {
        let entries = fs::read_dir(&directory);
        let entries = entries.map_err(|error| Failure::io("read", &directory, &error))?;
        files.extend(entries.flatten().map(|entry| entry.path()));
    }
    for path in files.into_iter().filter(|path| path.is_file()) {
        let text = fs::read_to_string(&path).map_err(|error| Failure::io("read", &path, &error))?;
        let edited = if path == workspace.path(MACRO) {
            text.replace(old, new)
        } else {
            let call = |version| format!("generated_for!(\"{version}\")");
            text.replace(&call(old), &call(new))
        };
        change.replace(path, edited);
    }
    Ok(())
}

/// The crates whose releases have tags: of the client, to tell what is unreleased; of the stand-in, for its binaries.
const TAGGED: [&str; 2] = ["stripe-identity", "stripe-identity-fake"];

/// A crate that is published.
struct Published {
    name: &'static str,
    manifest: String,
    version: Version,
}

impl Published {
    /// The published crates, each after those that it depends on.
    fn all(workspace: &Workspace) -> Result<Vec<Self>, Failure> {
        let members = members(workspace)?;
        let published = PUBLISHED.map(|name| {
            let is_it = |manifest: &Table| text(manifest, "name") == Some(name);
            let member = members.iter().find(|(_, manifest)| is_it(manifest));
            let Some((path, manifest)) = member else {
                let message = format!("the workspace has no package `{name}`");
                return Err(Failure::new(message));
            };
            let version = text(manifest, "version").and_then(|version| version.parse().ok());
            let version = version
                .ok_or_else(|| Failure::new("the version cannot be read").at(path.clone()))?;
            Ok(Self {
                name,
                manifest: path.clone(),
                version,
            })
        });
        published.into_iter().collect()
    }

    /// Dates its changelog, unless it has this version; returns whether this is the day of the release.
    fn date(&self, workspace: &Workspace, day: &str, change: &mut Change) -> Result<bool, Failure> {
        let path = if self.is_tool() {
            workspace.path("CHANGELOG.md")
        } else {
            workspace.path(&workspace.changelog())
        };
        let text = fs::read_to_string(&path).map_err(|error| Failure::io("read", &path, &error))?;
        if let Some(released) = released_on(&text, &self.version) {
            return Ok(released == day);
        }
        change.write(path, dated(&text, &self.version, day));
        Ok(true)
    }

    /// Everything but the client has one version.
    fn is_tool(&self) -> bool {
        self.name != "stripe-identity"
    }
}

fn text<'a>(manifest: &'a Table, field: &str) -> Option<&'a str> {
    manifest.get("package")?.get(field)?.as_str()
}

/// The day on which a changelog says that a version was released.
pub(crate) fn released_on<'a>(changelog: &'a str, version: &Version) -> Option<&'a str> {
    let heading = format!("## [{version}] - ");
    changelog
        .lines()
        .find_map(|line| line.strip_prefix(&heading))
}

/// The changelog with a version for what is unreleased.
pub(crate) fn dated(changelog: &str, version: &Version, date: &str) -> String {
    let heading = format!("{UNRELEASED}\n\n## [{version}] - {date}");
    changelog.replacen(UNRELEASED, &heading, 1)
}
