//! The report for programs.

use serde::Serialize;

use super::{
    Bump, Change, Difference, IMPACTS, Impact, Item, KeptName, NewField, Replacement, Report, Side,
};

/// The format is stable: as long as `format` stays the same, members are added, but not renamed or removed.
#[derive(Serialize)]
struct Json<'a> {
    /// The version of this format.
    format: u32,
    /// The crate.
    package: &'a str,
    old_api_version: &'a str,
    new_api_version: &'a str,
    /// `none`, `patch`, `minor` or `major`, as for a version from 1.0 on.
    bump: Bump,
    /// The current version of the crate, if it is known.
    version: Option<&'a str>,
    /// The version that follows.
    next_version: Option<String>,
    counts: Counts,
    changes: Vec<JsonChange<'a>>,
    /// Entries of `[names.rename]` with which schemas that have other names keep their Rust names.
    kept_names: &'a [KeptName],
}

#[derive(Serialize)]
struct Counts {
    breaking: usize,
    additive: usize,
    documentation: usize,
}

#[derive(Serialize)]
struct JsonChange<'a> {
    impact: Impact,
    /// What kind of thing changed: `function`, `setter`, `field`, `value` …
    item: Item,
    /// How: `added`, `removed`, `renamed`, `retyped`, `became_optional` …
    difference: &'static str,
    /// The Rust path from the crate's root.
    what: String,
    /// The argument of the function at `what`.
    argument: Option<&'a str>,
    /// The name, type, value or HTTP request before the change.
    old: Option<&'a str>,
    /// The same after the change.
    new: Option<&'a str>,
    /// The new field, or those of a new struct that Stripe sends, and whether `Debug` shows them.
    new_fields: &'a [NewField],
    /// The change as a sentence.
    sentence: String,
    /// The document that `pointer` points into: `old` or `new`.
    document: Side,
    /// A JSON Pointer that begins with `#`.
    pointer: &'a str,
}

impl Report {
    /// The report for programs: one JSON object in a stable format.
    #[must_use]
    pub fn json(&self) -> String {
        let [breaking, additive, documentation] = IMPACTS.map(|impact| self.count(impact));
        let version = self.crate_version.as_deref();
        let json = Json {
            format: 1,
            package: &self.package,
            old_api_version: &self.old_api_version,
            new_api_version: &self.new_api_version,
            bump: self.bump(),
            version,
            next_version: version.and_then(|version| self.next_version(version)),
            counts: Counts {
                breaking,
                additive,
                documentation,
            },
            changes: self.changes.iter().map(change).collect(),
            kept_names: &self.kept_names,
        };
        // Strings, numbers and lists always serialize.
        let mut text = serde_json::to_string_pretty(&json).unwrap_or_default();
        text.push('\n');
        text
    }
}

fn change(change: &Change) -> JsonChange<'_> {
    let (difference, old, new) = parts(&change.difference);
    JsonChange {
        impact: change.impact(),
        item: change.item,
        difference,
        what: change.what(),
        argument: change.argument.as_deref(),
        old,
        new,
        new_fields: &change.new_fields,
        sentence: change.sentence(),
        document: change.document,
        pointer: &change.pointer,
    }
}

fn parts(difference: &Difference) -> (&'static str, Option<&str>, Option<&str>) {
    fn both<'a>(
        name: &'static str,
        Replacement { old, new }: &'a Replacement,
    ) -> (&'static str, Option<&'a str>, Option<&'a str>) {
        (name, Some(old), Some(new))
    }
    match difference {
        Difference::Added(new) => ("added", None, new.as_deref()),
        Difference::Removed(old) => ("removed", old.as_deref(), None),
        Difference::Renamed(replacement) => both("renamed", replacement),
        Difference::Replaced(replacement) => both("replaced", replacement),
        Difference::Retyped(replacement) => both("retyped", replacement),
        Difference::BecameOptional(replacement) => both("became_optional", replacement),
        Difference::BecameRequired(replacement) => both("became_required", replacement),
        Difference::BecameArgument => ("became_argument", None, None),
        Difference::BecameSetter => ("became_setter", None, None),
        Difference::Reordered(replacement) => both("reordered", replacement),
        Difference::Rewired(replacement) => both("rewired", replacement),
        Difference::Deprecated => ("deprecated", None, None),
        Difference::Undeprecated => ("undeprecated", None, None),
        Difference::Shown => ("shown", None, None),
        Difference::Hidden => ("hidden", None, None),
        Difference::Documented => ("documented", None, None),
    }
}
