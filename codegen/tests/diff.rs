//! What a new document changes for users: one small edit for each kind of change, and Stripe's own documents.

mod cases;
mod compiled;
mod documents;
mod entries;
mod kept_names;
mod uses;
