//! `cargo xtask release`: prepares a release, up to what only publishing can do.

use std::fs;

use semver::Version;
use stripe_codegen::change::Change;
use stripe_codegen::manifest;
use toml::Table;

use crate::cargo::Cargo;
use crate::ci::PUBLISHED;
use crate::members::members;
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

/// Sets the versions, dates the changelogs, and tries to publish all crates in order. The client's version is the one
/// that updates have set.
///
/// # Errors
///
/// If a file cannot be read or written, or cargo refuses a crate.
pub fn prepare(workspace: &Workspace, request: &Request) -> Result<(), Failure> {
    let mut change = Change::default();
    let mut crates = Published::all(workspace)?;
    for one in &mut crates {
        let Some(tools) = request.tools.as_ref().filter(|_| one.is_tool()) else {
            continue;
        };
        let versions = (&one.version, tools);
        manifest::set_version(workspace, &one.manifest, one.name, versions, &mut change);
        one.version = tools.clone();
    }
    let client = crates.iter().find(|one| !one.is_tool());
    let tools = crates.iter().find(|one| one.is_tool());
    for (path, one) in [
        (workspace.changelog(), client),
        ("CHANGELOG.md".to_owned(), tools),
    ] {
        let (Some(one), full) = (one, workspace.path(&path)) else {
            continue;
        };
        let text = fs::read_to_string(&full).map_err(|error| Failure::io("read", &full, &error))?;
        if let Some(text) = dated(&text, &one.version, &request.date) {
            change.write(full, text);
        }
    }
    change.apply()?;
    let mut arguments = vec![
        "publish".to_owned(),
        "--dry-run".to_owned(),
        "--allow-dirty".to_owned(),
    ];
    arguments.extend(crates.iter().map(|one| format!("--package={}", one.name)));
    Cargo::new(workspace.root()).run(&arguments)?;

    say("\nread the changes, and if they are right:\n");
    say("  git commit --all --message \"Release\"");
    for one in crates.iter().filter(|one| TAGGED.contains(&one.name)) {
        say(format_args!("  git tag {}-v{}", one.name, one.version));
    }
    for one in &crates {
        say(format_args!("  cargo publish --package {}", one.name));
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

    /// Everything but the client has one version.
    fn is_tool(&self) -> bool {
        self.name != "stripe-identity"
    }
}

fn text<'a>(manifest: &'a Table, field: &str) -> Option<&'a str> {
    manifest.get("package")?.get(field)?.as_str()
}

/// The changelog with a version for what is unreleased; nothing if that is nothing, or has one already.
fn dated(changelog: &str, version: &Version, date: &str) -> Option<String> {
    let (before, after) = changelog.split_once(UNRELEASED)?;
    let next = after.find("\n## ").unwrap_or(after.len());
    if after[..next].trim().is_empty() {
        return None;
    }
    Some(format!(
        "{before}{UNRELEASED}\n\n## [{version}] - {date}{after}"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_unreleased_gets_a_version_once() {
        let version = Version::new(0, 2, 0);
        let before =
            "# Changelog\n\n## [Unreleased]\n\n### Added\n\n- One.\n\n## [0.1.0] - 2026-01-01\n";
        let after = dated(before, &version, "2026-10-01").expect("something is unreleased");
        let expected = "# Changelog\n\n## [Unreleased]\n\n## [0.2.0] - 2026-10-01\n\n### Added\n\n- One.\n\n\
                        ## [0.1.0] - 2026-01-01\n";
        assert_eq!(after, expected);
        assert_eq!(dated(&after, &version, "2026-10-01"), None);
        assert_eq!(dated("# Changelog\n", &version, "2026-10-01"), None);
    }
}
