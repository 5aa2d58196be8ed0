//! What the tests against other programs share.
#![expect(
    clippy::missing_panics_doc,
    reason = "a panic is how a test tells that it failed"
)]

pub mod authority;
mod browser;
mod process;
mod tally;

pub use browser::Browser;
pub use process::Process;
pub use tally::Tally;
