//! Reads an OpenAPI document of Stripe's and writes Rust: text in, sources out.
//!
//! ```text
//! text -> Document -> Selected -> model::Api -> Vec<Module> -> SourceTree
//!      parse     select      lower         render        format
//! ```
//!
//! Nothing here uses a file system, a clock, a network or the environment: the output depends on the input texts
//! alone.

mod advice;
mod diagnostic;
mod document;
mod drawn_in;
mod format;
mod lower;
mod matching;
mod model;
mod names;
mod narrow;
mod parallel;
mod pointer;
mod prose;
mod render;
pub mod report;
mod schema;
mod select;
mod selection;
mod source_tree;

pub use advice::Advice;
pub use diagnostic::{Diagnostic, Diagnostics};
pub use drawn_in::{DrawnIn, drawn_in};
pub use format::GENERATED_MARK;
pub use report::Report;
pub use source_tree::{Drift, DriftKind, SourceTree};

use document::Document;
use select::select;
use selection::{Selection, Used};

/// The minor version of `stripe-runtime` that the generated code needs, which is that of this crate. The code says so
/// itself: with another one, it fails to compile with a sentence about it.
///
/// ```
/// let manifest = format!("stripe-runtime = \"{}\"", stripe_identity_codegen::RUNTIME);
/// # assert!(manifest.contains("0."));
/// ```
pub const RUNTIME: &str = concat!(
    env!("CARGO_PKG_VERSION_MAJOR"),
    ".",
    env!("CARGO_PKG_VERSION_MINOR")
);

/// A text to read, and the name that messages call it by.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// What messages call the text, such as `spec/openapi.json`.
    pub name: &'a str,
    /// The text: JSON or YAML for a document, TOML for a selection.
    pub bytes: &'a [u8],
}

/// The selected part of a document, as a document by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Narrowed {
    /// The document: two-space JSON, keys in the order of the original.
    pub openapi_json: String,
    /// `info.version`, which is the version of Stripe's API.
    pub api_version: String,
}

/// Generates the sources of a client for what the selection names.
///
/// The guide is Markdown that ends the crate's front page. [`guide`] returns the file that the selection names for it.
///
/// # Errors
///
/// Everything that is wrong with the document and the selection, sorted.
pub fn generate(
    document: Input<'_>,
    selection: Input<'_>,
    guide: Option<&str>,
) -> Result<SourceTree, Diagnostics> {
    let selection = Selection::parse(selection)?;
    generated(&Document::parse(document)?, &selection, guide)
}

fn generated(
    document: &Document<'_>,
    selection: &Selection<'_>,
    guide: Option<&str>,
) -> Result<SourceTree, Diagnostics> {
    let selected = select(document, selection)?;
    matching::check_selecting(document.name, &selected, selection)?;
    let (api, used) = lower::lower(document.name, &selected, selection)?;
    matching::check_lowering(document.name, selection, &used)?;
    Ok(format::format(&render::Files::of(&api, guide)))
}

/// Returns the file that a selection names as the guide of the front page: a path relative to the selection's folder.
///
/// # Errors
///
/// Everything that is wrong with the selection, sorted.
pub fn guide(selection: Input<'_>) -> Result<Option<String>, Diagnostics> {
    Ok(Selection::parse(selection)?.crate_.guide)
}

/// Writes the selected part of a document back as a document.
///
/// # Errors
///
/// Everything that is wrong with the two texts, sorted.
pub fn narrow(document: Input<'_>, selection: Input<'_>) -> Result<Narrowed, Diagnostics> {
    let selection = Selection::parse(selection)?;
    let document = Document::parse(document)?;
    let selected = select(&document, &selection)?;
    matching::check_selecting(document.name, &selected, &selection)?;
    narrow::narrow(&document, &selected)
}

/// Compares two clients: what the second changes for those who use the first.
///
/// Each document has a selection of its own, which may be the same. An entry of a selection that matches in one of
/// the documents alone is no mistake here: it names what is new, or what is gone.
///
/// # Errors
///
/// Everything that is wrong with the texts, sorted.
pub fn diff(
    old: (Input<'_>, Input<'_>),
    new: (Input<'_>, Input<'_>),
) -> Result<Report, Diagnostics> {
    let (old_selection, new_selection) = (Selection::parse(old.1)?, Selection::parse(new.1)?);
    let (old_api, old_used) = lowered(old.0, &old_selection)?;
    let (new_api, new_used) = lowered(new.0, &new_selection)?;
    matching::check_either(
        (old.0.name, &old_selection, &old_used),
        (new.0.name, &new_selection, &new_used),
    )?;
    Ok(report::compare::compare(&old_api, &new_api))
}

/// The model of a client, and the entries of the selection that it used, whether or not those are all.
fn lowered(
    document: Input<'_>,
    selection: &Selection<'_>,
) -> Result<(model::Api, Used), Diagnostics> {
    let document = Document::parse(document)?;
    let selected = select(&document, selection)?;
    let (api, mut used) = lower::lower(document.name, &selected, selection)?;
    used.extend(selected.used);
    Ok((api, used))
}
