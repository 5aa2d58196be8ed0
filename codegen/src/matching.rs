//! The check that every entry of a selection matches something: what matches nothing is a mistake, or was left
//! behind by an older document.
//!
//! Selecting and lowering mark the entries that they use; they do not judge those that they do not.

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::select::Selected;
use crate::selection::{Selection, Stage};

/// Every entry that selecting looks at matches something in the document, and the types of events are those that
/// the document knows.
pub(crate) fn check_selecting(
    document: &str,
    selected: &Selected,
    selection: &Selection<'_>,
) -> Result<(), Diagnostics> {
    let mut diagnostics = match &selected.known_events {
        Some(known) => known.compare(document, selection),
        None => Vec::new(),
    };
    if diagnostics.is_empty() {
        diagnostics = unmatched(document, selection, Stage::Select);
    }
    Diagnostics::check(diagnostics)
}

/// Every entry that lowering looks at matches something in the document.
pub(crate) fn check_lowering(document: &str, selection: &Selection<'_>) -> Result<(), Diagnostics> {
    Diagnostics::check(unmatched(document, selection, Stage::Lower))
}

/// Every entry of two selections matches something in one of their documents at least.
///
/// What only the newer document has is named by the selection, too, and is no mistake where the older one is read.
pub(crate) fn check_either(
    old: (&str, &Selection<'_>),
    new: (&str, &Selection<'_>),
) -> Result<(), Diagnostics> {
    let documents = if old.0 == new.0 {
        old.0.to_owned()
    } else {
        format!("{} and {}", old.0, new.0)
    };
    let mut diagnostics = Vec::new();
    for (own, other) in [(old.1, new.1), (new.1, old.1)] {
        for stage in [Stage::Select, Stage::Lower] {
            let unmatched = own.unmatched(stage).filter(|entry| !other.matches(entry));
            diagnostics.extend(unmatched.map(|entry| own.mismatch(entry, &documents)));
        }
    }
    Diagnostics::check(diagnostics)
}

fn unmatched(document: &str, selection: &Selection<'_>, stage: Stage) -> Vec<Diagnostic> {
    selection
        .unmatched(stage)
        .map(|entry| selection.mismatch(entry, document))
        .collect()
}
