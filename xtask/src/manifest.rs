//! The version of the generated crate.

use std::fs;
use std::str;

use semver::Version;
use toml::Table;

use crate::Workspace;

/// The manifest of the generated crate, relative to the root.
pub const MANIFEST: &str = "generated/Cargo.toml";

/// The version of the generated crate, if it can be read.
pub(crate) fn version_in(workspace: &Workspace) -> Option<Version> {
    version(&fs::read(workspace.path(MANIFEST)).ok()?)
}

/// The version in a manifest.
pub(crate) fn version(manifest: &[u8]) -> Option<Version> {
    let manifest: Table = str::from_utf8(manifest).ok()?.parse().ok()?;
    let version = manifest.get("package")?.get("version")?.as_str()?;
    version.parse().ok()
}
