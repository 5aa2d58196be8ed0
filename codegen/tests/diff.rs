//! What a new document changes: one smallest edit of a document for each kind of change, and Stripe's own documents.

#[path = "diff/cases.rs"]
mod cases;
#[path = "diff/compiled.rs"]
mod compiled;
#[path = "diff/documents.rs"]
mod documents;
#[path = "diff/entries.rs"]
mod entries;
#[path = "support/files.rs"]
mod files;
#[path = "diff/uses.rs"]
mod uses;
