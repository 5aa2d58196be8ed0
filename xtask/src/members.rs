//! The members of the workspace.

use toml::{Table, Value};

use crate::{Failure, Workspace};

/// The crates that are published, each after those that it depends on.
pub(crate) const PUBLISHED: [&str; 5] = [
    "stripe-runtime",
    "stripe-identity",
    "stripe-identity-fake",
    "stripe-identity-codegen",
    "stripe-codegen",
];

/// The manifest of each member, by its path from the root.
pub(crate) fn members(workspace: &Workspace) -> Result<Vec<(String, Table)>, Failure> {
    let root: Table = workspace.read_toml("Cargo.toml")?;
    let members = root.get("workspace").and_then(|root| root.get("members"));
    let members = members.and_then(Value::as_array).into_iter().flatten();
    members
        .filter_map(Value::as_str)
        .map(|member| {
            let path = format!("{member}/Cargo.toml");
            let manifest = workspace.read_toml(&path)?;
            Ok((path, manifest))
        })
        .collect()
}
