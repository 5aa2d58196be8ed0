//! The published crates compile without features and with each one; their tests pass with all, and the runtime's
//! also without those that its transport can do without.

use std::iter;

use crate::Failure;
use crate::cargo::Cargo;

/// The runtime's tests, where its transport speaks HTTP/1.1 only and uses no proxy.
const PLAIN_TRANSPORT: [&str; 5] = [
    "test",
    "--package=stripe-runtime",
    "--test=runtime",
    "--no-default-features",
    "--features=blocking,default-transport,tracing,webhook",
];

pub(super) fn check(cargo: &Cargo, packages: &[&str]) -> Result<(), Failure> {
    for name in packages {
        let package = cargo.package(name)?;
        let features = package["features"].as_object().into_iter().flatten();
        // None, then each.
        for feature in iter::once("").chain(features.map(|(name, _)| name.as_str())) {
            // Clippy rather than `cargo check`: it finds what a feature leaves unused, and reuses what the step
            // `clippy` built.
            cargo.run(&[
                "clippy",
                &format!("--package={name}"),
                "--no-default-features",
                &format!("--features={feature}"),
                "--",
                "-Dwarnings",
            ])?;
        }
    }
    let mut arguments = vec!["test".to_owned(), "--all-features".to_owned()];
    arguments.extend(packages.iter().map(|name| format!("--package={name}")));
    cargo.run(&arguments)?;
    cargo.run(&PLAIN_TRANSPORT)
}
