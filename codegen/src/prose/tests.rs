//! Cases as data, then properties, then whole documents.

mod cases;
#[path = "../../tests/support/files.rs"]
mod files;
mod hostile;
mod lints;
mod real;

use super::markdown;
use lints::complaints;

/// Converts, and holds the result to what all results are held to.
fn lint(description: &str) -> String {
    let converted = markdown(description);
    assert_eq!(
        complaints(&converted),
        [""; 0],
        "in {converted:?} of {description:?}"
    );
    converted
}

/// The same, for what is written to be read: it stays as it is from there on.
fn convert(description: &str) -> String {
    let converted = lint(description);
    assert_eq!(markdown(&converted), converted, "again, of {description:?}");
    converted
}
