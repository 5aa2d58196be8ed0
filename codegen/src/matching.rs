//! The check that every entry of a selection matches something: what matches nothing is a mistake, or was left
//! behind by an older document.
//!
//! Selecting and lowering return the entries that they used; they do not judge those that they did not.

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::select::Selected;
use crate::selection::{Selection, Stage, Used};

/// Every entry that selecting looks at matches something in the document, and the types of events are those that
/// the document knows.
pub(crate) fn check_selecting(
    document: &str,
    selected: &Selected,
    selection: &Selection<'_>,
) -> Result<(), Diagnostics> {
    let known = selected.known_events.as_ref();
    let mut diagnostics = known.map_or_else(Vec::new, |known| known.compare(document, selection));
    if diagnostics.is_empty() {
        diagnostics = unused(document, selection, Stage::Select, &selected.used);
    }
    Diagnostics::check(diagnostics)
}

/// Every entry that lowering looks at matches something in the document.
pub(crate) fn check_lowering(
    document: &str,
    selection: &Selection<'_>,
    used: &Used,
) -> Result<(), Diagnostics> {
    Diagnostics::check(unused(document, selection, Stage::Lower, used))
}

/// Every entry of two selections matches something in one of their documents at least.
///
/// An entry may name what only the newer document has: that is no mistake where the older one is read.
pub(crate) fn check_either(
    old: (&str, &Selection<'_>, &Used),
    new: (&str, &Selection<'_>, &Used),
) -> Result<(), Diagnostics> {
    let documents = if old.0 == new.0 {
        old.0.to_owned()
    } else {
        format!("{} and {}", old.0, new.0)
    };
    let mut diagnostics = Vec::new();
    for ((_, own, used), (_, other, used_by_other)) in [(old, new), (new, old)] {
        for stage in [Stage::Select, Stage::Lower] {
            let unused = own.unused(stage, used);
            let unused = unused.filter(|entry| !other.uses(entry, used_by_other));
            diagnostics.extend(unused.map(|entry| own.mismatch(entry, &documents)));
        }
    }
    Diagnostics::check(diagnostics)
}

fn unused(document: &str, selection: &Selection<'_>, stage: Stage, used: &Used) -> Vec<Diagnostic> {
    let unused = selection.unused(stage, used);
    unused
        .map(|entry| selection.mismatch(entry, document))
        .collect()
}
