//! The published crates compile without features and with each one; their tests pass with all.

use crate::Failure;
use crate::cargo::Cargo;

pub(super) fn check(cargo: &Cargo, packages: &[&str]) -> Result<(), Failure> {
    for name in packages {
        let package = cargo.package(name)?;
        let features = package["features"].as_object();
        let features = features.into_iter().flatten().map(|(feature, _)| feature);
        lint(cargo, name, None)?;
        for feature in features {
            lint(cargo, name, Some(feature))?;
        }
    }
    let mut arguments = vec!["test".to_owned(), "--all-features".to_owned()];
    arguments.extend(packages.iter().map(|name| format!("--package={name}")));
    cargo.run(&arguments)
}

/// Clippy rather than `cargo check`: it finds what a feature leaves unused, and reuses what the
/// step `clippy` built.
fn lint(cargo: &Cargo, package: &str, feature: Option<&str>) -> Result<(), Failure> {
    let mut arguments = vec![
        "clippy".to_owned(),
        format!("--package={package}"),
        "--no-default-features".to_owned(),
    ];
    if let Some(feature) = feature {
        arguments.push(format!("--features={feature}"));
    }
    arguments.extend(["--".to_owned(), "-Dwarnings".to_owned()]);
    cargo.run(&arguments)
}
