// @generated from Stripe's OpenAPI document. Do not edit: change the document or the generator, and run
// `cargo xtask generate`.

//! Operations and types of `old_thing`.

mod retrieve;

pub use self::retrieve::{RetrieveOldThing, retrieve};
