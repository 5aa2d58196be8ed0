//! The guide of the front page: a file beside the selection that names it.

use std::path::Path;

use stripe_identity_codegen::Input;

use crate::{Failure, Generator, Workspace};

/// Reads the guide that a selection names, if it names one.
pub(super) fn read(
    workspace: &Workspace,
    selected_by: &Path,
    selection: Input<'_>,
    generator: &dyn Generator,
) -> Result<Option<String>, Failure> {
    let Some(name) = generator.guide(selection)? else {
        return Ok(None);
    };
    let path = selected_by.with_file_name(name);
    let shown = workspace.show(&path);
    let help = format!(
        "write the guide, or take `crate.guide` out of {}",
        workspace.show(selected_by)
    );
    let bytes = std::fs::read(&path)
        .map_err(|error| Failure::io("read", Path::new(&shown), &error).help(help.clone()))?;
    let text = String::from_utf8(bytes)
        .map_err(|_| Failure::new(format!("{shown} is not UTF-8")).help("save it as UTF-8"))?;
    if text.trim().is_empty() {
        return Err(Failure::new(format!("{shown} is empty")).help(help));
    }
    Ok(Some(text))
}
