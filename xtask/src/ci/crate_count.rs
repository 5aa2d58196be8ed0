//! How many crates a program with `stripe-identity` builds.

use std::collections::BTreeSet;

use crate::Failure;
use crate::cargo::Cargo;

const MOST: usize = 75;

pub(super) fn check(cargo: &Cargo) -> Result<(), Failure> {
    let tree = cargo.output(&[
        "tree",
        "--package=stripe-identity",
        "--edges=normal,build",
        "--prefix=none",
        "--locked",
    ])?;
    let crates = crates(&tree);
    if crates.len() <= MOST {
        crate::say(format_args!("{} crates, of at most {MOST}", crates.len()));
        return Ok(());
    }
    for name in &crates {
        crate::say(name);
    }
    Err(Failure::new(format!(
        "stripe-identity needs {} crates, {} more than the {MOST} it may",
        crates.len(),
        crates.len() - MOST
    ))
    .help("find who needs one: `cargo tree --package stripe-identity --invert NAME`"))
}

/// The crates of a tree, each once: a name and a version.
fn crates(tree: &str) -> BTreeSet<String> {
    tree.lines()
        .filter_map(|line| {
            let mut words = line.split_whitespace();
            Some(format!("{} {}", words.next()?, words.next()?))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::crates;

    #[test]
    fn a_crate_counts_once() {
        let tree = "\
stripe-identity v0.1.0 (/home/someone/stripe-identity/generated)
serde v1.0.228
serde_derive v1.0.228 (proc-macro)
syn v2.0.100

syn v3.0.0
serde v1.0.228 (*)
";
        let found: Vec<String> = crates(tree).into_iter().collect();
        assert_eq!(
            found,
            [
                "serde v1.0.228",
                "serde_derive v1.0.228",
                "stripe-identity v0.1.0",
                "syn v2.0.100",
                "syn v3.0.0",
            ]
        );
    }
}
