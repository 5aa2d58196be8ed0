//! The version of the generated crate.

use std::fs;
use std::str;

use semver::Version;
use toml::Table;

use crate::Workspace;

/// The version of the generated crate, if it can be read.
#[must_use]
pub fn version_in(workspace: &Workspace) -> Option<Version> {
    version(&fs::read(workspace.path(&workspace.manifest())).ok()?)
}

/// The version in a manifest.
#[must_use]
pub fn version(manifest: &[u8]) -> Option<Version> {
    let manifest: Table = str::from_utf8(manifest).ok()?.parse().ok()?;
    let version = manifest.get("package")?.get("version")?.as_str()?;
    version.parse().ok()
}
