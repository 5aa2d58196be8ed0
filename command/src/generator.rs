//! The interface between the commands and the generator.

use std::fmt;

use stripe_identity_codegen::{
    self as codegen, Diagnostics, DrawnIn, Input, Narrowed, Report, SourceTree,
};

/// What the commands need from a generator.
pub trait Generator: fmt::Debug {
    /// Generates the sources of the client that the selection describes, with the guide on the front page.
    ///
    /// # Errors
    ///
    /// Everything that is wrong with the inputs.
    fn generate(
        &self,
        document: Input<'_>,
        selection: Input<'_>,
        guide: Option<&str>,
    ) -> Result<SourceTree, Diagnostics>;

    /// Tells what the selection draws in beside what it names, if that is much.
    fn drawn_in(
        &self,
        document: Input<'_>,
        selection: Input<'_>,
        client: &SourceTree,
    ) -> Option<DrawnIn>;

    /// The file of the guide that a selection names, as a path from the selection's folder.
    ///
    /// # Errors
    ///
    /// Everything that is wrong with the selection.
    fn guide(&self, selection: Input<'_>) -> Result<Option<String>, Diagnostics>;

    /// Cuts a document down to what is selected.
    ///
    /// # Errors
    ///
    /// Everything that is wrong with the inputs.
    fn narrow(&self, document: Input<'_>, selection: Input<'_>) -> Result<Narrowed, Diagnostics>;

    /// Reports how the client of one document and selection differs from that of another.
    ///
    /// # Errors
    ///
    /// Everything that is wrong with the inputs.
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

    fn drawn_in(
        &self,
        document: Input<'_>,
        selection: Input<'_>,
        client: &SourceTree,
    ) -> Option<DrawnIn> {
        codegen::drawn_in(document, selection, client)
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
