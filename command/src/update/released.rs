//! What differs from the last release: the version that follows, and what the changelog says of it.

use std::fs;

use semver::Version;
use stripe_identity_codegen::Report;

use crate::change::Change;
use crate::changelog;
use crate::diff::Side;
use crate::git::Git;
use crate::{Failure, Generator, Workspace, manifest};

/// The last release of the client: its version, and what it was generated from.
#[derive(Debug)]
pub struct Released {
    /// Its version.
    pub version: Version,
    /// What it was generated from.
    pub side: Side,
}

impl Released {
    /// The release that the changelog names last, read from its tag; nothing if there is none, or no repository.
    ///
    /// # Errors
    ///
    /// If there is no such tag, or no client in its commit.
    pub fn find(workspace: &Workspace) -> Result<Option<Self>, Failure> {
        let changelog = fs::read_to_string(workspace.path(&workspace.changelog())).ok();
        let Some(version) = changelog.as_deref().and_then(changelog::newest_release) else {
            return Ok(None);
        };
        let git = Git::of(workspace);
        if !git.is_repository() {
            return Ok(None);
        }
        let tags = tags(workspace, &version);
        for tag in &tags {
            if let Some(commit) = git.commit(&format!("refs/tags/{tag}"))? {
                return match Side::of_commit(workspace, &commit, tag)? {
                    Some(side) => Ok(Some(Self { version, side })),
                    None => Err(Failure::new(format!(
                        "there is no client in the commit of the tag `{tag}`"
                    ))
                    .help("tag the commit that was released")),
                };
            }
        }
        let names: Vec<String> = tags.iter().map(|tag| format!("`{tag}`")).collect();
        Err(Failure::new(format!(
            "{} names the release {version}, but there is no tag {}",
            workspace.changelog(),
            names.join(" or ")
        ))
        .note("what is unreleased is told by the difference from the released document")
        .help(format!(
            "fetch the tags: `git fetch --tags --unshallow`; or tag the commit of the release: \
             `git tag {} COMMIT`",
            tags[0]
        )))
    }

    /// What a client changes for users of the released one.
    fn compare(&self, new: &Side, generator: &dyn Generator) -> Result<Report, Failure> {
        self.side.compare(new, generator)
    }
}

/// The tags that a release may have; the first is the usual one.
fn tags(workspace: &Workspace, version: &Version) -> [String; 2] {
    let short = format!("v{version}");
    match manifest::name_in(workspace) {
        Some(name) => [format!("{name}-{short}"), short],
        None => [short.clone(), short],
    }
}

/// What a new document does to the version and the changelog.
#[derive(Debug, Default)]
pub(super) struct Raised {
    /// The files that are written.
    pub(super) written: Vec<String>,
    /// What is said of it.
    pub(super) lines: Vec<String>,
}

/// Sets the version that follows, and writes "Unreleased" again.
///
/// `earlier` is the client that the changelog tells of now.
pub(super) fn raise(
    workspace: &Workspace,
    (earlier, new): (Option<&Side>, &Side),
    generator: &dyn Generator,
    change: &mut Change,
) -> Result<Raised, Failure> {
    let mut raised = Raised::default();
    let Some(released) = Released::find(workspace)? else {
        return Ok(raised);
    };
    let now = released.compare(new, generator)?;
    // Of one that the generator refuses, nothing is known.
    let before = earlier.and_then(|side| released.compare(side, generator).ok());
    let before = before.unwrap_or_else(|| now.without(|_| true));

    let changelog = workspace.changelog();
    if let Ok(text) = fs::read_to_string(workspace.path(&changelog)) {
        let rewritten = changelog::with(&text, &before, &now);
        if rewritten.text != text {
            change.write(workspace.path(&changelog), rewritten.text);
            raised.written.push(changelog.clone());
        }
        let lines = rewritten.outdated.into_iter();
        raised.lines.extend(
            lines.map(|line| format!("check in {changelog}, it may hold no longer: {line}")),
        );
    }

    let old = &released.version;
    let next = now.next_version(&old.to_string());
    let next: Option<Version> = next.and_then(|next| next.parse().ok());
    let (Some(name), Some(current), Some(next)) = (
        manifest::name_in(workspace),
        manifest::version_in(workspace),
        next,
    ) else {
        return Ok(raised);
    };
    if current < next {
        raised.lines.push(format!(
            "version {current} -> {next}, since {old} was released"
        ));
        let path = workspace.manifest();
        let versions = (&current, &next);
        raised.written.extend(manifest::set_version(
            workspace, &path, &name, versions, change,
        ));
    }
    Ok(raised)
}
