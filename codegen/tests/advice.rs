//! Advice that works: what a message says to write into the selection, or to remove from it, does away with the message.

use std::collections::BTreeSet;
use std::fs;

use stripe_identity_codegen::{Advice, Diagnostic, Diagnostics};
use toml::{Table, Value};

use crate::documents::{WHOLE, WHOLE_NEWEST};
use crate::try_generate;

/// All kinds of advice. Each is tried by one of the documents in `refused`.
const KINDS: [&str; 7] = [
    "leave out",
    "cut",
    "rename",
    "move",
    "add an event",
    "set",
    "remove",
];

fn kind(advice: &Advice) -> &'static str {
    match advice {
        Advice::LeaveOut(_) => "leave out",
        Advice::Cut(_) => "cut",
        Advice::Rename { .. } => "rename",
        Advice::Move { .. } => "move",
        Advice::AddEvent(_) => "add an event",
        Advice::Set { .. } => "set",
        Advice::Remove(_) => "remove",
    }
}

/// Does what a message says, as someone does who reads it: the entry is what stands below the advice.
fn follow(diagnostic: &Diagnostic, selection: &mut Table) {
    let message = diagnostic.to_string();
    let lines = message.lines().rev();
    let entry: Vec<&str> = lines
        .take_while(|line| line.starts_with("          "))
        .collect();
    let entry: Vec<&str> = entry.into_iter().rev().map(str::trim).collect();
    let entry: Table = entry.join("\n").parse().expect("TOML");
    assert!(!entry.is_empty(), "no entry: {message}");
    if message.contains("remove from the selection:") {
        remove(selection, &entry);
    } else {
        add(selection, entry);
    }
}

fn add(to: &mut Table, entries: Table) {
    for (key, value) in entries {
        match (to.get_mut(&key), value) {
            (Some(Value::Table(table)), Value::Table(entries)) => add(table, entries),
            (Some(Value::Array(array)), Value::Array(values)) => array.extend(values),
            (_, value) => drop(to.insert(key, value)),
        }
    }
}

fn remove(from: &mut Table, entries: &Table) {
    for (key, value) in entries {
        match (from.get_mut(key), value) {
            (Some(Value::Table(table)), Value::Table(entries)) => remove(table, entries),
            (Some(Value::Array(array)), Value::Array(values)) => {
                array.retain(|value| !values.contains(value));
            }
            (Some(found), value) if found == value => drop(from.remove(key)),
            _ => panic!("`{key}` is not in the selection"),
        }
    }
}

fn refusal(document: &[u8], selection: &Table) -> Option<Diagnostics> {
    try_generate(document, selection.to_string().as_bytes()).err()
}

/// Tries what a message says by itself: the message is gone then.
pub(crate) fn try_one(
    document: &[u8],
    selection: &Table,
    diagnostic: &Diagnostic,
) -> Result<(), String> {
    let mut followed = selection.clone();
    follow(diagnostic, &mut followed);
    if followed == *selection {
        return Err(format!("changes nothing: {diagnostic}"));
    }
    // The lines of the selection are others now.
    let place = |diagnostic: &Diagnostic| {
        let is_line = diagnostic.location.starts_with("selection.toml");
        (!is_line).then(|| diagnostic.location.clone())
    };
    let is_same = |other: &Diagnostic| {
        other.message == diagnostic.message && place(other) == place(diagnostic)
    };
    let left = refusal(document, &followed);
    match left
        .iter()
        .flat_map(Diagnostics::iter)
        .find(|left| is_same(left))
    {
        Some(left) => Err(format!("still there: {left}")),
        None => Ok(()),
    }
}

/// Tries each advice about a document and a selection by itself, and then all that there are until none is left.
/// Returns the kinds of advice, and the messages that have none.
pub(crate) fn try_each(
    document: &[u8],
    selection: &Table,
) -> (BTreeSet<&'static str>, Option<Diagnostics>) {
    let mut kinds = BTreeSet::new();
    let mut selection = selection.clone();
    while let Some(diagnostics) = refusal(document, &selection) {
        let advised = diagnostics.iter();
        let advised = advised.filter(|diagnostic| diagnostic.advice.is_some());
        let mut all = selection.clone();
        for diagnostic in advised {
            kinds.extend(diagnostic.advice.as_deref().map(kind));
            try_one(document, &selection, diagnostic).expect("advice that works");
            follow(diagnostic, &mut all);
        }
        if all == selection {
            return (kinds, Some(diagnostics));
        }
        selection = all;
    }
    (kinds, None)
}

#[test]
fn each_advice_does_away_with_its_message() {
    let mut kinds = BTreeSet::new();
    insta::glob!("refused/*/openapi.*", |path| {
        let document = fs::read(path).expect("a document");
        let selection = fs::read_to_string(path.with_file_name("selection.toml"));
        let selection = selection.unwrap_or_else(|_| "all = true".to_owned());
        // What is no TOML has no entries.
        if let Ok(selection) = selection.parse() {
            kinds.extend(try_each(&document, &selection).0);
        }
    });
    assert_eq!(kinds, BTreeSet::from(KINDS));
}

/// Selections with which the whole documents are refused, and the advice that ends it.
const BAD_SELECTIONS: [(&str, &[&str]); 5] = [
    ("paths = ['/v1/issuing/cards', '/v1/card']", &["remove"]),
    (
        "all = true\noperations = ['GetCharges']\ncut = ['nothing']",
        &["remove"],
    ),
    (
        "all = true\nnames.strip_prefixes = ['issuing.', 'treasury.']",
        &["move", "rename"],
    ),
    (
        "paths = ['/v1/charges']\nnames.rename.address = 'Shipping'",
        &["rename"],
    ),
    (
        "paths = ['/v1/charges', '/v1/refunds']\nnames.modules.refund = 'charge'",
        &["leave out"],
    ),
];

#[test]
#[ignore = "takes a minute: cargo xtask ci clients"]
fn each_advice_about_a_whole_document_does_away_with_its_message() {
    for document in [&*WHOLE, &*WHOLE_NEWEST].into_iter().flatten() {
        for (selection, expected) in BAD_SELECTIONS {
            let (kinds, left) = try_each(document, &selection.parse().expect("TOML"));
            assert!(left.is_none(), "{selection}: {left:?}");
            assert_eq!(
                kinds.into_iter().collect::<Vec<_>>(),
                expected,
                "{selection}"
            );
        }
    }
}
