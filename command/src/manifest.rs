//! The name and the version of the generated crate, and where else the version stands.

use std::fs;
use std::str;

use semver::Version;
use toml::Table;

use crate::Workspace;
use crate::change::Change;

/// The version of the generated crate, if it can be read.
#[must_use]
pub fn version_in(workspace: &Workspace) -> Option<Version> {
    version(&fs::read(workspace.path(&workspace.manifest())).ok()?)
}

/// The version in a manifest.
#[must_use]
pub fn version(manifest: &[u8]) -> Option<Version> {
    field(manifest, "version")?.parse().ok()
}

/// The name of the generated crate, if it can be read.
#[must_use]
pub fn name_in(workspace: &Workspace) -> Option<String> {
    field(
        &fs::read(workspace.path(&workspace.manifest())).ok()?,
        "name",
    )
}

fn field(manifest: &[u8], name: &str) -> Option<String> {
    let manifest: Table = str::from_utf8(manifest).ok()?.parse().ok()?;
    let field = manifest.get("package")?.get(name)?.as_str()?;
    Some(field.to_owned())
}

/// Sets the version of a package of the workspace: in its manifest, where the workspace depends on it, and in
/// `Cargo.lock`. Returns the files.
pub fn set_version(
    workspace: &Workspace,
    manifest: &str,
    name: &str,
    (old, new): (&Version, &Version),
    change: &mut Change,
) -> Vec<String> {
    let mut written = Vec::new();
    for (path, edit) in [
        (manifest, of_package as Edit),
        ("Cargo.toml", of_dependency),
        ("Cargo.lock", of_lock),
    ] {
        let full = workspace.path(path);
        // What is to be written already has changes of other packages.
        let text = match change.pending(&full) {
            Some(bytes) => String::from_utf8(bytes.to_vec()).ok(),
            None => fs::read_to_string(&full).ok(),
        };
        let Some(text) = text else { continue };
        let edited = edit(&text, name, &old.to_string(), &new.to_string());
        if edited != text {
            change.write(full, edited);
            written.push(path.to_owned());
        }
    }
    written
}

type Edit = fn(&str, &str, &str, &str) -> String;

/// The manifest of a package with another version.
fn of_package(text: &str, _: &str, old: &str, new: &str) -> String {
    let mut in_package = false;
    let lines = text.split_inclusive('\n').map(|line| {
        if line.starts_with('[') {
            in_package = line.trim() == "[package]";
        }
        let is_version = in_package && line.trim_start().starts_with("version");
        replaced(line, is_version, old, new)
    });
    lines.collect()
}

/// A manifest with another version of one of its dependencies.
fn of_dependency(text: &str, name: &str, old: &str, new: &str) -> String {
    let lines = text.split_inclusive('\n').map(|line| {
        let is_it = line.split(['=', ' ']).next() == Some(name);
        replaced(line, is_it, old, new)
    });
    lines.collect()
}

/// A lock file with another version of a package of the workspace.
fn of_lock(text: &str, name: &str, old: &str, new: &str) -> String {
    let of = |version: &str| format!("name = \"{name}\"\nversion = \"{version}\"\n");
    text.replacen(&of(old), &of(new), 1)
}

fn replaced(line: &str, is_it: bool, old: &str, new: &str) -> String {
    if is_it {
        line.replace(&format!("\"{old}\""), &format!("\"{new}\""))
    } else {
        line.to_owned()
    }
}
