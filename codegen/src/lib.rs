//! Reads an OpenAPI document of Stripe's and writes Rust: text in, sources out.
//!
//! ```text
//! text -> Document -> Selected -> model::Api -> Vec<Module> -> SourceTree
//!      parse     select      lower         render        format
//! ```
//!
//! Nothing here uses a file system, a clock, a network or the environment: the output depends on the input texts
//! alone.
//!
//! What is documented here follows Semantic Versioning. What is hidden is for `stripe-codegen`, and may change with any
//! release; the changes of a [`Report`] are for others in [`Report::json`].

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
#[doc(hidden)]
pub mod report;
mod schema;
mod select;
mod selection;
mod source_tree;

#[doc(hidden)]
pub use advice::Advice;
pub use diagnostic::{Diagnostic, Diagnostics};
#[doc(hidden)]
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
///
/// ```
/// let selection = stripe_identity_codegen::Input {
///     name: "selection.toml",
///     bytes: b"paths = ['/v1/refunds']",
/// };
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// What messages call the text, such as `spec/openapi.json`.
    pub name: &'a str,
    /// The text: JSON or YAML for a document, TOML for a selection.
    pub bytes: &'a [u8],
}

/// The selected part of a document, as a document by itself: what [`narrow()`] returns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Narrowed {
    /// The document: two-space JSON, keys in the order of the original.
    pub openapi_json: String,
    /// `info.version`, which is the version of Stripe's API.
    pub api_version: String,
}

/// Generates the sources of a client for what the selection names.
///
/// The guide is Markdown that ends the crate's front page. [`guide()`] returns the file that the selection names for it.
///
/// ```
/// use stripe_identity_codegen::{Input, generate};
///
/// let document = std::fs::read("../spec/openapi.json")?;
/// let selection = std::fs::read("../spec/selection.toml")?;
/// let client = generate(
///     Input { name: "openapi.json", bytes: &document },
///     Input { name: "selection.toml", bytes: &selection },
///     None,
/// )?;
/// for (path, text) in client.files() {
///     println!("src/{path} has {} lines", text.lines().count());
/// }
/// # assert!(client.get("lib.rs").is_some());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
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
/// ```
/// use stripe_identity_codegen::{Input, guide};
///
/// let selection = Input {
///     name: "selection.toml",
///     bytes: b"paths = ['/v1/refunds']\n[crate]\nname = 'refunds'\nguide = 'guide.md'",
/// };
/// assert_eq!(guide(selection)?.as_deref(), Some("guide.md"));
/// # Ok::<(), stripe_identity_codegen::Diagnostics>(())
/// ```
///
/// # Errors
///
/// Everything that is wrong with the selection, sorted.
pub fn guide(selection: Input<'_>) -> Result<Option<String>, Diagnostics> {
    Ok(Selection::parse(selection)?.crate_.guide)
}

/// Writes the selected part of a document back as a document.
///
/// ```
/// use stripe_identity_codegen::{Input, narrow};
///
/// let document = std::fs::read("../spec/openapi.json")?;
/// let selection = Input {
///     name: "selection.toml",
///     bytes: b"paths = ['/v1/identity/verification_reports']\n[crate]\nname = 'reports'",
/// };
/// let narrowed = narrow(Input { name: "openapi.json", bytes: &document }, selection)?;
/// println!("{}", narrowed.api_version);
/// assert!(narrowed.openapi_json.len() < document.len());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
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
/// ```
/// use stripe_identity_codegen::{Input, diff};
///
/// let document = std::fs::read("../spec/openapi.json")?;
/// let document = Input { name: "openapi.json", bytes: &document };
/// let selection = |text: &'static str| Input { name: "selection.toml", bytes: text.as_bytes() };
/// let old = selection("paths = ['/v1/identity']\n[crate]\nname = 'mine'");
/// let new = selection("paths = ['/v1/identity/verification_reports']\n[crate]\nname = 'mine'");
///
/// let report = diff((document, old), (document, new))?;
/// println!("{}", report.text(false));
/// assert_eq!(report.next_version("1.2.3").as_deref(), Some("2.0.0"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
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
