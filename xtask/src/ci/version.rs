//! The version of the generated crate was raised enough for what changed for users.

use semver::Version;

use super::Context;
use crate::Failure;
use stripe_codegen::diff::Side;
use stripe_codegen::git::Git;

pub(super) fn check(context: &Context<'_>) -> Result<Option<String>, Failure> {
    let git = Git::of(context.workspace);
    let Some((name, commit)) = find(&git, context.base.as_deref())? else {
        return Ok(Some("there is no revision to compare with".to_owned()));
    };
    let old = Side::of_commit(context.workspace, &commit, &name)?;
    let Some((old, before)) = old.and_then(|old| Some((old.version.clone()?, old))) else {
        return Ok(Some(format!("there is no client in {name}")));
    };
    let new = Side::of_workspace(context.workspace)?;
    let Some(now) = &new.version else {
        return Err(Failure::new("the version cannot be read").at(context.workspace.manifest()));
    };
    let report = before.compare(&new, context.generator)?;
    crate::say(format_args!("since {name}, {old}"));
    crate::say(report.text(false).trim_end());
    let next = report.next_version(&old.to_string());
    let next: Option<Version> = next.and_then(|next| next.parse().ok());
    match next {
        Some(next) if *now < next => Err(Failure::new(format!(
            "the version is {now}, but the changes since {name} require {next}"
        ))
        .at(context.workspace.manifest())
        .help(format!(
            "set it to {next}, there and in the root Cargo.toml, or undo the breaking change"
        ))),
        Some(_) => Ok(None),
        None => {
            Err(Failure::new(format!("no version follows {old}")).at(context.workspace.manifest()))
        }
    }
}

/// The revision to compare with: its name and commit.
fn find(git: &Git, given: Option<&str>) -> Result<Option<(String, String)>, Failure> {
    if let Some(given) = given {
        return match git.commit(given)? {
            Some(commit) => Ok(Some((given.to_owned(), commit))),
            None => Err(
                Failure::new(format!("`{given}` is not a revision of this repository")).help(
                    "give `--base` a commit, a branch or a tag; in a shallow clone, fetch it",
                ),
            ),
        };
    }
    let Some(head) = git.commit("HEAD")? else {
        return Ok(None);
    };
    // On the main branch itself, the merge base is the current commit.
    let base = git.merge_base("HEAD", "origin/main")?;
    if let Some(base) = base.filter(|base| *base != head) {
        return Ok(Some(("origin/main".to_owned(), base)));
    }
    let parent = git.commit("HEAD~1")?;
    Ok(parent.map(|commit| ("HEAD~1".to_owned(), commit)))
}
