//! The version of the generated crate was raised enough for what changed for users since the last release.

use semver::Version;
use stripe_codegen::diff::Side;
use stripe_codegen::git::Git;
use stripe_codegen::update::Released;

use super::Context;
use crate::Failure;

pub(super) fn check(context: &Context<'_>) -> Result<Option<String>, Failure> {
    let workspace = context.workspace;
    let released = match &context.base {
        Some(name) => Some(named(context, name)?),
        None => Released::find(workspace)?.map(|released| {
            let name = format!("the release of {}", released.version);
            (name, released)
        }),
    };
    let Some((name, Released { version: old, side })) = released else {
        return Ok(Some("nothing was released".to_owned()));
    };
    let manifest = workspace.manifest();
    let new = Side::of_workspace(workspace)?;
    let Some(now) = &new.version else {
        return Err(Failure::new("the version cannot be read").at(manifest));
    };
    let report = side.compare(&new, context.generator)?;
    crate::say(format_args!("since {name}, {old}"));
    crate::say(report.text(false).trim_end());
    let next = report.next_version(&old.to_string());
    let next: Option<Version> = next.and_then(|next| next.parse().ok());
    match next {
        Some(next) if *now < next => Err(Failure::new(format!(
            "the version is {now}, but the changes since {name} require {next}"
        ))
        .at(manifest)
        .help(format!(
            "set it to {next}, there and in the root Cargo.toml, as `cargo xtask update` does; or \
             undo the breaking change"
        ))),
        Some(_) => Ok(None),
        None => Err(Failure::new(format!("no version follows {old}")).at(manifest)),
    }
}

/// The client of a revision.
fn named(context: &Context<'_>, name: &str) -> Result<(String, Released), Failure> {
    let Some(commit) = Git::of(context.workspace).commit(name)? else {
        return Err(
            Failure::new(format!("`{name}` is not a revision of this repository"))
                .help("give `--base` a commit, a branch or a tag; in a shallow clone, fetch it"),
        );
    };
    let side = Side::of_commit(context.workspace, &commit, name)?;
    let released = side.and_then(|side| {
        Some(Released {
            version: side.version.clone()?,
            side,
        })
    });
    released
        .map(|released| (name.to_owned(), released))
        .ok_or_else(|| {
            Failure::new(format!("there is no client in {name}"))
                .help("give `--base` a later revision")
        })
}
