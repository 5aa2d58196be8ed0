//! What the tests share.
#![expect(
    clippy::missing_panics_doc,
    reason = "a panic is how a test tells that it failed"
)]

pub mod calls;
pub mod document;
pub mod example;
pub mod recorder;
pub mod requests;
pub mod responses;
pub mod server;
pub mod silence;
pub mod tls;

/// What does not compile.
#[cfg(doctest)]
#[path = "../api.rs"]
mod api;

/// The examples of the pages compile.
#[cfg(doctest)]
mod pages {
    #[doc = include_str!("../../README.md")]
    struct FrontPage;
    #[doc = include_str!("../../generated/README.md")]
    struct RegistryPage;
    #[doc = include_str!("../../docs/UPGRADING-FROM-ASYNC-STRIPE.md")]
    struct UpgradingPage;
}
