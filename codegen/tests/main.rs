//! The generator from outside: text in, sources or diagnostics out.

mod advice;
mod diff;
mod documents;
mod drawn_in;
mod expansion;
#[path = "../../tests/support/files.rs"]
mod files;
mod golden;
mod mutations;
mod names;
#[path = "../../tests/support/package.rs"]
mod package;
mod reached;
mod refused;
mod surface;

use stripe_identity_codegen::{Diagnostics, Input, SourceTree, generate};

/// A document and a selection under the names that diagnostics use.
fn inputs<'a>(document: &'a [u8], selection: &'a [u8]) -> (Input<'a>, Input<'a>) {
    let input = |name, bytes| Input { name, bytes };
    (
        input("document", document),
        input("selection.toml", selection),
    )
}

fn try_generate(document: &[u8], selection: &[u8]) -> Result<SourceTree, Diagnostics> {
    let (document, selection) = inputs(document, selection);
    generate(document, selection, None)
}

fn generated(document: &[u8], selection: &[u8]) -> SourceTree {
    try_generate(document, selection).unwrap_or_else(|diagnostics| panic!("{diagnostics}"))
}
