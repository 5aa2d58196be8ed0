//! The seam between the commands and the generator.

use std::fmt;

use stripe_identity_codegen::{self as codegen, Diagnostics, Input, Narrowed, SourceTree};

/// What the commands need of a generator: two texts in, text out.
pub trait Generator: fmt::Debug {
    /// The sources of a client for what the selection names.
    ///
    /// # Errors
    ///
    /// Everything that is wrong with the two texts.
    fn generate(
        &self,
        document: Input<'_>,
        selection: Input<'_>,
    ) -> Result<SourceTree, Diagnostics>;

    /// The selected part of a document, as a document.
    ///
    /// # Errors
    ///
    /// Everything that is wrong with the two texts.
    fn narrow(&self, document: Input<'_>, selection: Input<'_>) -> Result<Narrowed, Diagnostics>;
}

/// The generator of this workspace.
#[derive(Clone, Copy, Debug)]
pub struct Codegen;

impl Generator for Codegen {
    fn generate(
        &self,
        document: Input<'_>,
        selection: Input<'_>,
    ) -> Result<SourceTree, Diagnostics> {
        codegen::generate(document, selection)
    }

    fn narrow(&self, document: Input<'_>, selection: Input<'_>) -> Result<Narrowed, Diagnostics> {
        codegen::narrow(document, selection)
    }
}
