//! What the tests share.

/// The examples of the front page and of the registry page compile.
#[cfg(doctest)]
mod pages {
    #[doc = include_str!("../../README.md")]
    struct FrontPage;
    #[doc = include_str!("../../generated/README.md")]
    struct RegistryPage;
}
