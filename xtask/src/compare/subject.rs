//! The two that are compared.

use toml::{Table, Value};

use crate::{Failure, Workspace};

/// One of the two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Subject {
    Ours,
    Theirs,
}

impl Subject {
    /// The package that measures it.
    pub(super) fn program(self) -> &'static str {
        match self {
            Self::Ours => "compare-ours",
            Self::Theirs => "compare-async-stripe",
        }
    }
}

/// Measures both as often as is asked for, in an order that changes from pair to pair.
pub(super) fn pairs<T>(
    times: usize,
    mut measure: impl FnMut(Subject) -> Result<T, Failure>,
) -> Result<Vec<(T, T)>, Failure> {
    (0..times)
        .map(|pair| {
            if pair.is_multiple_of(2) {
                let ours = measure(Subject::Ours)?;
                Ok((ours, measure(Subject::Theirs)?))
            } else {
                let theirs = measure(Subject::Theirs)?;
                Ok((measure(Subject::Ours)?, theirs))
            }
        })
        .collect()
}

/// Their names, with versions.
#[derive(Debug)]
pub(super) struct Versions {
    pub(super) ours: String,
    pub(super) theirs: String,
}

impl Versions {
    /// As `compare/Cargo.lock` has them.
    pub(super) fn read(workspace: &Workspace) -> Result<Self, Failure> {
        const LOCK: &str = "compare/Cargo.lock";
        let bytes = workspace.read(&workspace.path(LOCK))?;
        let lock: Table = String::from_utf8_lossy(&bytes)
            .parse()
            .map_err(|error: toml::de::Error| Failure::new(error.to_string().trim()).at(LOCK))?;
        let named = |name: &str| {
            version(&lock, name)
                .map(|version| format!("{name} {version}"))
                .ok_or_else(|| Failure::new(format!("there is no `{name}`")).at(LOCK))
        };
        Ok(Self {
            ours: named("stripe-identity")?,
            theirs: named("async-stripe")?,
        })
    }
}

fn version<'a>(lock: &'a Table, name: &str) -> Option<&'a str> {
    let packages = lock.get("package")?.as_array()?;
    let is_it = |package: &&Value| package.get("name").and_then(Value::as_str) == Some(name);
    packages.iter().find(is_it)?.get("version")?.as_str()
}

#[cfg(test)]
mod tests {
    use super::Subject::{Ours, Theirs};
    use super::pairs;

    #[test]
    fn the_order_changes_and_the_pairs_do_not() {
        let mut order = Vec::new();
        let found = pairs(3, |subject| {
            order.push(subject);
            Ok((order.len(), subject))
        });
        let found = found.unwrap();
        assert_eq!(order, [Ours, Theirs, Theirs, Ours, Ours, Theirs]);
        assert!(
            found
                .iter()
                .all(|(ours, theirs)| ours.1 == Ours && theirs.1 == Theirs)
        );
    }
}
