//! What the tests share.
#![expect(
    clippy::missing_panics_doc,
    reason = "a panic is how a test tells that it failed"
)]

pub mod document;
pub mod example;
pub mod recorder;
pub mod requests;
#[expect(
    clippy::format_push_string,
    reason = "an allocation more is nothing here"
)]
pub mod server;
pub mod tls;

/// The examples of the front page and of the registry page compile.
#[cfg(doctest)]
mod pages {
    #[doc = include_str!("../../README.md")]
    struct FrontPage;
    #[doc = include_str!("../../generated/README.md")]
    struct RegistryPage;
}
