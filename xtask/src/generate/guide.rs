//! The guide of the front page: a file beside the selection that names it.

use std::path::Path;

use stripe_identity_codegen::SourceTree;

use crate::{Failure, Workspace};

/// The sources with the guide that their selection names, if it names one.
pub(super) fn add(
    workspace: &Workspace,
    selection: &Path,
    tree: SourceTree,
) -> Result<SourceTree, Failure> {
    let Some(name) = tree.guide() else {
        return Ok(tree);
    };
    let path = selection.with_file_name(name);
    let shown = workspace.show(&path);
    let help = format!(
        "write the guide, or take `crate.guide` out of {}",
        workspace.show(selection)
    );
    let bytes = std::fs::read(&path)
        .map_err(|error| Failure::io("read", Path::new(&shown), &error).help(help.clone()))?;
    let text = String::from_utf8(bytes)
        .map_err(|_| Failure::new(format!("{shown} is not UTF-8")).help("save it as UTF-8"))?;
    if text.trim().is_empty() {
        return Err(Failure::new(format!("{shown} is empty")).help(help));
    }
    Ok(tree.with_guide(&text))
}
