//! Which generated code this runtime serves.

/// Fails to compile with a sentence, unless the code in which it stands was generated for this runtime.
///
/// Every generated crate names the minor version of the runtime that it was generated for. Before 1.0, that is raised
/// whenever generated code and runtime no longer fit together, in either direction.
///
/// ```
/// stripe_runtime::generated_for!("0.1");
/// ```
///
/// ```compile_fail
/// stripe_runtime::generated_for!("0.9");
/// ```
#[macro_export]
macro_rules! generated_for {
    ("0.1") => {};
    ($version:literal) => {
        ::core::compile_error!(::core::concat!(
            "this client was generated for stripe-runtime ",
            $version,
            ", but 0.1 is used: set the version of stripe-runtime in Cargo.toml, or generate the client again"
        ));
    };
}

#[cfg(test)]
mod tests {
    /// The macro has the version as a text: macros match what is written, not what it stands for.
    #[test]
    fn the_version_is_that_of_this_crate() {
        let text = include_str!("generated_for.rs");
        let (major, minor) = (
            env!("CARGO_PKG_VERSION_MAJOR"),
            env!("CARGO_PKG_VERSION_MINOR"),
        );
        assert!(text.contains(&format!("\n    (\"{major}.{minor}\") => {{}};\n")));
        assert!(text.contains(&format!(", but {major}.{minor} is used: ")));
    }
}
