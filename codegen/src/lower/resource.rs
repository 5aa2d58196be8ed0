//! Which resource a home is about, and which of its homes a resource's module is named for.

use std::collections::BTreeMap;

use super::home::{Homes, literals};
use crate::names::singular;
use crate::select::SelectedOperation;

/// The resources of a selection and their homes.
#[derive(Debug)]
pub(super) struct Resources {
    /// The resource of each home.
    by_home: BTreeMap<String, String>,
    /// The home of each resource; others of its homes are named by their paths.
    pub(super) homes: BTreeMap<String, String>,
}

impl Resources {
    pub(super) fn new(
        homes: &Homes,
        operations: &[SelectedOperation],
        subjects: &[Option<String>],
    ) -> Self {
        let by_home = by_home(homes, operations, subjects);
        Self {
            homes: homes_of(homes, &by_home),
            by_home,
        }
    }

    /// The resource that a home is about.
    pub(super) fn of(&self, home: &str) -> Option<&String> {
        self.by_home.get(home)
    }
}

/// The resource of each home: what is retrieved there, or else listed, created, or read.
fn by_home(
    homes: &Homes,
    operations: &[SelectedOperation],
    subjects: &[Option<String>],
) -> BTreeMap<String, String> {
    let mut found: BTreeMap<&str, (u8, &String)> = BTreeMap::new();
    for (operation, subject) in operations.iter().zip(subjects) {
        let Some(subject) = subject else { continue };
        let home = homes.home(&operation.path);
        let rest = &operation.path[home.len()..];
        let is_one = rest.starts_with("/{") && rest.matches('/').count() == 1;
        let rank = match (operation.method.as_str(), rest) {
            ("get", _) if is_one => 0,
            ("get", "") => 1,
            ("post", "") => 2,
            ("post", _) if is_one => 3,
            // The operations on one of a collection give that one.
            _ => 4,
        };
        if found.get(home).is_none_or(|(other, _)| rank < *other) {
            found.insert(home, (rank, subject));
        }
    }
    let found = found.into_iter();
    found
        .map(|(home, (_, resource))| (home.to_owned(), resource.clone()))
        .collect()
}

/// Of several homes, a resource has the collection, the one that is spelled as it is, the shortest.
fn homes_of(homes: &Homes, by_home: &BTreeMap<String, String>) -> BTreeMap<String, String> {
    let mut found: BTreeMap<String, String> = BTreeMap::new();
    for (home, resource) in by_home {
        let rank = |home: &String| {
            let spelled: Vec<&str> = literals(home).collect();
            let is_spelled_so = singular(&spelled.join(".")) == *resource
                || singular(&spelled.join("_")) == *resource;
            (
                !homes.is_collection(home),
                !is_spelled_so,
                home.len(),
                home.clone(),
            )
        };
        let other = found.get(resource);
        if other.is_none_or(|other| rank(home) < rank(other)) {
            found.insert(resource.clone(), home.clone());
        }
    }
    found
}
