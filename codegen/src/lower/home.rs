//! Where an operation is at home, and what its function is called: both follow from paths alone.
//!
//! A path begins with a collection (`/v1/customers`) or with a single thing (`/v1/balance`). That is
//! the operation's home, and becomes its module; what stands behind it goes into the function's
//! name: `POST /v1/customers/{customer}/sources` is `customer::create_source`.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::Method;
use crate::names::singular;

/// The paths of a document, by what they say of each other.
#[derive(Debug)]
pub(super) struct Homes {
    paths: BTreeSet<String>,
    /// The collections: what stands before a first parameter.
    collections: BTreeSet<String>,
    /// What a GET of a path gives.
    gets: BTreeMap<String, Get>,
    /// Paths up to each parameter: `/v1/customers/{customer}/sources` for `…/sources/{id}`.
    parents: BTreeSet<String>,
    /// Of the homes that are spelled alike, such as `/v1/account` and `/v1/accounts`, the one that the module is named
    /// for.
    by_spelling: BTreeMap<String, String>,
}

/// What a GET gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Get {
    One,
    List,
}

impl Homes {
    /// Reads the operations of a document: method, path, and whether the response is a list.
    pub(super) fn new<'p>(operations: impl Iterator<Item = (&'p str, &'p str, bool)>) -> Self {
        let mut homes = Self {
            paths: BTreeSet::new(),
            collections: BTreeSet::new(),
            gets: BTreeMap::new(),
            parents: BTreeSet::new(),
            by_spelling: BTreeMap::new(),
        };
        for (method, path, is_list) in operations {
            homes.paths.insert(path.to_owned());
            if method == "get" {
                homes
                    .gets
                    .insert(path.to_owned(), if is_list { Get::List } else { Get::One });
            }
            let mut parameters = path
                .match_indices("/{")
                .map(|(index, _)| path[..index].to_owned())
                .peekable();
            homes.collections.extend(parameters.peek().cloned());
            homes.parents.extend(parameters);
        }
        let mut by_spelling: BTreeMap<String, String> = BTreeMap::new();
        for path in &homes.paths {
            let home = homes.home(path);
            let rank = |home: &str| (!homes.collections.contains(home), home.len());
            let first = by_spelling.entry(key(home).replace('.', "_"));
            let first = first.or_insert_with(|| home.to_owned());
            if rank(home) < rank(first) {
                home.clone_into(first);
            }
        }
        homes.by_spelling = by_spelling;
        homes
    }

    /// Whether a module is named for a home, and not for another that is spelled alike.
    pub(super) fn names_module(&self, home: &str) -> bool {
        let first = self.by_spelling.get(&key(home).replace('.', "_"));
        first.is_none_or(|first| first == home)
    }

    /// The home of a path.
    pub(super) fn home<'p>(&self, path: &'p str) -> &'p str {
        if let Some((collection, _)) = path.split_once("/{") {
            return collection;
        }
        if self.collections.contains(path) {
            return path;
        }
        // `/v1/charges/search` is at home in `/v1/charges`, and `/v1/balance/history` in `/v1/balance`.
        let mut prefix = path;
        while let Some((shorter, _)) = prefix.rsplit_once('/') {
            prefix = shorter;
            if self.collections.contains(prefix) || self.paths.contains(prefix) {
                return prefix;
            }
        }
        path
    }

    /// What an operation does, in words from its verb on: `create`, `list_sources`.
    pub(super) fn verb(&self, method: Method, path: &str) -> Verb {
        let rest: Vec<&str> = path[self.home(path).len()..]
            .split('/')
            .filter(|segment| !segment.is_empty())
            .collect();
        let is_parameter = |segment: &&str| segment.starts_with('{');
        let literals: Vec<&str> = rest
            .iter()
            .copied()
            .filter(|segment| !is_parameter(segment))
            .collect();
        let ends_with_parameter = rest.last().is_some_and(is_parameter);
        let below_one = rest.iter().any(is_parameter);
        let get = self.gets.get(path).copied();
        let Some((last, above)) = literals.split_last() else {
            let verb = match (method, get) {
                (Method::Delete, _) => "delete",
                (Method::Get, Some(Get::List)) => "list",
                (Method::Get, _) => "retrieve",
                (Method::Post, _) if ends_with_parameter => "update",
                // What can be read, and is no collection, is there already.
                (Method::Post, Some(Get::One)) => "update",
                (Method::Post, _) => "create",
                (Method::Put, _) => "replace",
            };
            return Verb {
                verb: verb.to_owned(),
                object: Vec::new(),
            };
        };
        let mut object: Vec<String> = above.iter().map(|literal| singular(literal)).collect();
        let one = singular(last);
        let (verb, what) = match (method, get) {
            (Method::Delete, _) => ("delete", one),
            (Method::Get, Some(Get::List)) => ("list", (*last).to_owned()),
            (Method::Get, _) if !below_one => {
                return Verb {
                    verb: (*last).to_owned(),
                    object,
                };
            }
            (Method::Get, _) => ("retrieve", one),
            (Method::Post, _) if ends_with_parameter => ("update", one),
            (Method::Post, Some(Get::List)) => ("create", one),
            (Method::Post, Some(Get::One)) if below_one => ("update", one),
            (Method::Post, _) if self.parents.contains(path) => ("create", one),
            (Method::Put, _) if ends_with_parameter || get.is_some() => ("replace", one),
            // `…/{session}/cancel` cancels.
            (Method::Post | Method::Put, _) => {
                return Verb {
                    verb: (*last).to_owned(),
                    object,
                };
            }
        };
        object.push(what);
        Verb {
            verb: verb.to_owned(),
            object,
        }
    }
}

/// What an operation does, and to what of its home.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Verb {
    pub(super) verb: String,
    /// Empty where it is the home itself.
    pub(super) object: Vec<String>,
}

impl Verb {
    /// The function's name, before it is made one of Rust's.
    pub(super) fn function(&self) -> String {
        let parts: Vec<&str> = std::iter::once(&self.verb)
            .chain(&self.object)
            .map(String::as_str)
            .collect();
        parts.join("_")
    }
}

/// A home as the key of a component is written: `identity.verification_session`.
pub(super) fn key(home: &str) -> String {
    singular(&literals(home).collect::<Vec<_>>().join("."))
}

/// The literal segments of a path behind the version: `identity`, `verification_sessions`.
pub(super) fn literals(path: &str) -> impl Iterator<Item = &str> {
    let segments = path
        .split('/')
        .filter(|segment| !segment.is_empty() && !segment.starts_with('{'));
    segments
        .enumerate()
        .filter(|(index, segment)| !(*index == 0 && *segment == "v1"))
        .map(|(_, segment)| segment)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn functions_are_named_by_their_paths() {
        let operations = [
            ("get", "/v1/account", false),
            ("get", "/v1/apps/secrets", true),
            ("post", "/v1/apps/secrets", false),
            ("post", "/v1/apps/secrets/delete", false),
            ("get", "/v1/apps/secrets/find", false),
            ("get", "/v1/balance", false),
            ("get", "/v1/balance/history", true),
            ("get", "/v1/charges", true),
            ("get", "/v1/charges/search", false),
            ("get", "/v1/charges/{charge}", false),
            ("get", "/v1/charges/{charge}/dispute", false),
            ("post", "/v1/charges/{charge}/dispute", false),
            ("post", "/v1/charges/{charge}/dispute/close", false),
            ("get", "/v1/customers/{customer}/sources", true),
            ("post", "/v1/customers/{customer}/sources", false),
            ("post", "/v1/customers/{customer}/sources/{id}", false),
            (
                "post",
                "/v1/customers/{customer}/sources/{id}/verify",
                false,
            ),
            (
                "delete",
                "/v1/customers/{customer}/subscriptions/{subscription}/discount",
                false,
            ),
            ("get", "/v1/invoices/upcoming/lines", true),
            ("get", "/v1/invoices/{invoice}", false),
            ("post", "/v1/sessions", false),
            ("get", "/v1/sessions/{session}", false),
            ("post", "/v1/sessions/{session}", false),
            ("delete", "/v1/sessions/{session}", false),
            ("post", "/v1/sessions/{session}/cancel", false),
            ("get", "/v1/tax/settings", false),
            ("post", "/v1/tax/settings", false),
            ("post", "/v1/tokens", false),
        ];
        let homes = Homes::new(operations.into_iter());
        let expected = [
            "/v1/account retrieve",
            "/v1/apps/secrets list",
            "/v1/apps/secrets create",
            "/v1/apps/secrets delete",
            "/v1/apps/secrets find",
            "/v1/balance retrieve",
            "/v1/balance list_history",
            "/v1/charges list",
            "/v1/charges search",
            "/v1/charges retrieve",
            "/v1/charges retrieve_dispute",
            "/v1/charges update_dispute",
            "/v1/charges close_dispute",
            "/v1/customers list_sources",
            "/v1/customers create_source",
            "/v1/customers update_source",
            "/v1/customers verify_source",
            "/v1/customers delete_subscription_discount",
            "/v1/invoices list_upcoming_lines",
            "/v1/invoices retrieve",
            "/v1/sessions create",
            "/v1/sessions retrieve",
            "/v1/sessions update",
            "/v1/sessions delete",
            "/v1/sessions cancel",
            "/v1/tax/settings retrieve",
            "/v1/tax/settings update",
            "/v1/tokens create",
        ];
        for ((method, path, _), expected) in operations.into_iter().zip(expected) {
            let method = match method {
                "get" => Method::Get,
                "post" => Method::Post,
                _ => Method::Delete,
            };
            assert_eq!(
                format!(
                    "{} {}",
                    homes.home(path),
                    homes.verb(method, path).function()
                ),
                expected
            );
        }
    }
}
