//! What Stripe's API of 2026 changes for users of the client of 2023. The documents are those of [`crate::documents`].

use std::sync::LazyLock;

use serde_json::Value;
use stripe_identity_codegen::diff;
use stripe_identity_codegen::report::{Bump, Report, Side};

use crate::documents::{IDENTITY, NEWEST, WHOLE, WHOLE_NARROWED};
use crate::inputs;

fn report(old: &[u8], new: &[u8], selection: &[u8]) -> Report {
    diff(inputs(old, selection), inputs(new, selection))
        .unwrap_or_else(|diagnostics| panic!("{diagnostics}"))
}

/// From 2023 to 2026, and back.
pub(super) static REPORTS: LazyLock<Option<[Report; 2]>> = LazyLock::new(|| {
    let (old, new) = (WHOLE.as_ref()?, NEWEST.as_ref()?);
    Some([report(old, new, IDENTITY), report(new, old, IDENTITY)])
});

#[test]
fn from_2023_to_2026() {
    let Some([report, _]) = &*REPORTS else {
        return;
    };
    let report = report.clone().of_version("0.1.0");
    insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!("from_2023_to_2026.txt", report.text(false));
        insta::assert_snapshot!("from_2023_to_2026_all.txt", report.text(true));
        insta::assert_snapshot!("from_2023_to_2026.md", report.markdown());
    });
    assert_eq!(report.bump(), Bump::Major);
    assert_eq!(report.next_version("0.1.0").as_deref(), Some("0.2.0"));
}

#[test]
fn a_whole_document_does_not_differ_from_itself() {
    let Some(whole) = &*WHOLE else {
        return;
    };
    let report = report(whole, whole, b"all = true");
    assert!(report.is_empty(), "{}", report.text(true));
    assert_eq!(report.bump(), Bump::None);
}

#[test]
fn back_is_the_reverse_of_there() {
    let Some([there, back]) = &*REPORTS else {
        return;
    };
    let lines = |report: &Report, is_reversed: bool| {
        let lines = report.changes().iter().map(|change| {
            let difference = if is_reversed {
                change.difference.reversed()
            } else {
                change.difference.clone()
            };
            format!("{} {:?} {difference:?}", change.what(), change.argument)
        });
        let mut lines: Vec<String> = lines.collect();
        lines.sort();
        lines
    };
    assert_eq!(lines(there, true), lines(back, false));
    assert_eq!(back.bump(), Bump::Major);
}

#[test]
fn each_pointer_leads_somewhere() {
    let (Some([report, _]), Some(old), Some(new)) = (&*REPORTS, &*WHOLE, &*NEWEST) else {
        return;
    };
    let value = |bytes: &[u8]| -> Value { serde_json::from_slice(bytes).expect("JSON") };
    let (old, new) = (value(old), value(new));
    for change in report.changes() {
        let document = match change.document {
            Side::Old => &old,
            Side::New => &new,
        };
        let pointer = change.pointer.strip_prefix('#').expect("a pointer");
        assert!(document.pointer(pointer).is_some(), "{}", change.pointer);
    }
}

#[test]
fn a_narrowed_document_differs_as_the_whole_does() {
    let (Some([whole, _]), Some(narrowed), Some(new)) = (&*REPORTS, &*WHOLE_NARROWED, &*NEWEST)
    else {
        return;
    };
    let narrowed = report(narrowed.as_bytes(), new, IDENTITY);
    assert_eq!(narrowed, *whole);
}
