//! The seam between the commands and the generator.

use std::fmt;

use stripe_identity_codegen::{self as codegen, Diagnostics, Input, Narrowed, Report, SourceTree};

/// What the commands need of a generator: texts in, text out.
pub trait Generator: fmt::Debug {
    /// The sources of a client for what the selection names, with a guide on the front page.
    ///
    /// # Errors
    ///
    /// Everything that is wrong with the document and the selection.
    fn generate(
        &self,
        document: Input<'_>,
        selection: Input<'_>,
        guide: Option<&str>,
    ) -> Result<SourceTree, Diagnostics>;

    /// The file of the guide that a selection names, as a path from the selection's folder.
    ///
    /// # Errors
    ///
    /// Everything that is wrong with the selection.
    fn guide(&self, selection: Input<'_>) -> Result<Option<String>, Diagnostics>;

    /// The selected part of a document, as a document.
    ///
    /// # Errors
    ///
    /// Everything that is wrong with the two texts.
    fn narrow(&self, document: Input<'_>, selection: Input<'_>) -> Result<Narrowed, Diagnostics>;

    /// What the client of a document and its selection changes for those who use that of another.
    ///
    /// # Errors
    ///
    /// Everything that is wrong with the texts.
    fn diff(
        &self,
        old: (Input<'_>, Input<'_>),
        new: (Input<'_>, Input<'_>),
    ) -> Result<Report, Diagnostics>;
}

/// The generator of this workspace.
#[derive(Clone, Copy, Debug)]
pub struct Codegen;

impl Generator for Codegen {
    fn generate(
        &self,
        document: Input<'_>,
        selection: Input<'_>,
        guide: Option<&str>,
    ) -> Result<SourceTree, Diagnostics> {
        codegen::generate(document, selection, guide)
    }

    fn guide(&self, selection: Input<'_>) -> Result<Option<String>, Diagnostics> {
        codegen::guide(selection)
    }

    fn narrow(&self, document: Input<'_>, selection: Input<'_>) -> Result<Narrowed, Diagnostics> {
        codegen::narrow(document, selection)
    }

    fn diff(
        &self,
        old: (Input<'_>, Input<'_>),
        new: (Input<'_>, Input<'_>),
    ) -> Result<Report, Diagnostics> {
        codegen::diff(old, new)
    }
}
