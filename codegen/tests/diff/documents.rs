//! What Stripe's API of 2026 changes for users of the client of 2023.
//!
//! The documents are read from `../shared` beside the project; without it these tests say so and are left out, and
//! in CI (`CI=true`) they fail.

use std::fs;

use serde_json::Value;
use stripe_identity_codegen::report::{Bump, Impact, Item, Report};
use stripe_identity_codegen::{Input, diff};

use crate::files::{root, shared};

pub(super) const OLD: &str = "full-2023-08-16.json";
pub(super) const NEW: &str = "identity-2026-09-30.endive.json";

pub(super) fn selection() -> Vec<u8> {
    fs::read(root().join("spec/selection.toml")).expect("spec/selection.toml")
}

pub(super) fn report(old: &[u8], new: &[u8]) -> Report {
    let selection = selection();
    let selection = Input {
        name: "selection.toml",
        bytes: &selection,
    };
    let document = |name, bytes| Input { name, bytes };
    let report = diff(
        (document("old", old), selection),
        (document("new", new), selection),
    );
    report.unwrap_or_else(|diagnostics| panic!("{diagnostics}"))
}

fn there_and_back() -> Option<[Report; 2]> {
    let (old, new) = (shared(OLD)?, shared(NEW)?);
    Some([report(&old, &new), report(&new, &old)])
}

#[test]
fn from_2023_to_2026() {
    let Some([report, _]) = there_and_back() else {
        return;
    };
    let report = report.of_version("0.1.0");
    insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!("from_2023_to_2026.txt", report.text(false));
        insta::assert_snapshot!("from_2023_to_2026_all.txt", report.text(true));
        insta::assert_snapshot!("from_2023_to_2026.md", report.markdown());
        insta::assert_snapshot!("from_2023_to_2026.json", report.json());
    });
    assert_eq!(report.bump(), Bump::Major);
    assert_eq!(report.next_version("0.1.0").as_deref(), Some("0.2.0"));
    // On one screen, each line whole.
    let text = report.text(false);
    assert!(text.lines().count() <= 60, "{}", text.lines().count());
}

/// What maintainers know of these documents: impact, path, and how the sentence begins.
const KNOWN: &[(Impact, &str, &str)] = &[
    // `type` of create.
    (
        Impact::Breaking,
        "verification_session::create",
        "the argument `type_` became a setter: it is no longer required",
    ),
    // What can be sent.
    (
        Impact::Additive,
        "verification_session::CreateVerificationSession::client_reference_id",
        "new setter",
    ),
    (
        Impact::Additive,
        "verification_session::CreateVerificationSession::provided_details",
        "new setter",
    ),
    (
        Impact::Additive,
        "verification_session::CreateVerificationSession::related_customer",
        "new setter",
    ),
    (
        Impact::Additive,
        "verification_session::CreateVerificationSession::related_customer_account",
        "new setter",
    ),
    (
        Impact::Additive,
        "verification_session::CreateVerificationSession::related_person",
        "new setter",
    ),
    (
        Impact::Additive,
        "verification_session::CreateVerificationSession::verification_flow",
        "new setter",
    ),
    (
        Impact::Additive,
        "verification_session::UpdateVerificationSession::provided_details",
        "new setter",
    ),
    (
        Impact::Additive,
        "verification_session::ListVerificationSessions::client_reference_id",
        "new setter",
    ),
    (
        Impact::Additive,
        "verification_session::ListVerificationSessions::related_customer",
        "new setter",
    ),
    (
        Impact::Additive,
        "verification_session::ListVerificationSessions::related_customer_account",
        "new setter",
    ),
    (
        Impact::Additive,
        "verification_report::ListVerificationReports::client_reference_id",
        "new setter",
    ),
    // What is sent back.
    (
        Impact::Additive,
        "verification_session::VerificationSession::client_reference_id",
        "new field of type `Option<",
    ),
    (
        Impact::Additive,
        "verification_session::VerificationSession::provided_details",
        "new field of type `Option<",
    ),
    (
        Impact::Additive,
        "verification_session::VerificationSession::related_customer",
        "new field of type `Option<",
    ),
    (
        Impact::Additive,
        "verification_session::VerificationSession::related_customer_account",
        "new field of type `Option<",
    ),
    (
        Impact::Additive,
        "verification_session::VerificationSession::related_person",
        "new field of type `Option<",
    ),
    (
        Impact::Additive,
        "verification_session::VerificationSession::verification_flow",
        "new field of type `Option<",
    ),
    (
        Impact::Additive,
        "verification_session::VerifiedOutputs::email",
        "new field of type `Option<",
    ),
    (
        Impact::Additive,
        "verification_session::VerifiedOutputs::phone",
        "new field of type `Option<",
    ),
    (
        Impact::Additive,
        "verification_session::VerifiedOutputs::sex",
        "new field of type `Option<",
    ),
    (
        Impact::Additive,
        "verification_session::VerifiedOutputs::unparsed_place_of_birth",
        "new field of type `Option<",
    ),
    (
        Impact::Additive,
        "verification_session::VerifiedOutputs::unparsed_sex",
        "new field of type `Option<",
    ),
    (
        Impact::Additive,
        "verification_report::DocumentReport::sex",
        "new field of type `Option<",
    ),
    (
        Impact::Additive,
        "verification_report::DocumentReport::unparsed_place_of_birth",
        "new field of type `Option<",
    ),
    (
        Impact::Additive,
        "verification_report::DocumentReport::unparsed_sex",
        "new field of type `Option<",
    ),
    (
        Impact::Additive,
        "verification_report::VerificationReport::client_reference_id",
        "new field of type `Option<",
    ),
    (
        Impact::Additive,
        "verification_report::VerificationReport::email",
        "new field of type `Option<EmailReport>`",
    ),
    (
        Impact::Additive,
        "verification_report::VerificationReport::phone",
        "new field of type `Option<PhoneReport>`",
    ),
    (
        Impact::Additive,
        "verification_report::VerificationReport::verification_flow",
        "new field of type `Option<",
    ),
    (
        Impact::Additive,
        "verification_report::EmailReport",
        "new struct",
    ),
    (
        Impact::Additive,
        "verification_report::PhoneReport",
        "new struct",
    ),
    // `type` of the resources.
    (
        Impact::Breaking,
        "verification_session::VerificationSession::type_",
        "is no longer optional: `VerificationType` instead of `Option<VerificationType>`",
    ),
    (
        Impact::Breaking,
        "verification_report::VerificationReport::type_",
        "is no longer optional: `VerificationReportType` instead of `Option<VerificationReportType>`",
    ),
    (
        Impact::Additive,
        "verification_session::VerificationType::VerificationFlow",
        "new value `verification_flow`",
    ),
    (
        Impact::Additive,
        "verification_report::VerificationReportType::VerificationFlow",
        "new value `verification_flow`",
    ),
    // Errors, and the redaction's status.
    (
        Impact::Additive,
        "verification_session::SessionLastErrorCode::EmailUnverifiedOther",
        "new value `email_unverified_other`",
    ),
    (
        Impact::Additive,
        "verification_session::SessionLastErrorCode::EmailVerificationDeclined",
        "new value `email_verification_declined`",
    ),
    (
        Impact::Additive,
        "verification_session::SessionLastErrorCode::PhoneUnverifiedOther",
        "new value `phone_unverified_other`",
    ),
    (
        Impact::Additive,
        "verification_session::SessionLastErrorCode::PhoneVerificationDeclined",
        "new value `phone_verification_declined`",
    ),
    (
        Impact::Additive,
        "verification_session::VerificationSessionRedactionStatus::Validated",
        "new value `validated`",
    ),
];

#[test]
fn what_maintainers_know_of_2023_to_2026_is_told() {
    let Some([report, _]) = there_and_back() else {
        return;
    };
    for (impact, what, sentence) in KNOWN {
        let found = report.changes().iter().any(|change| {
            change.impact() == *impact
                && change.what() == *what
                && change.sentence().starts_with(sentence)
        });
        assert!(found, "{impact:?} {what}: {sentence}");
    }
    let breaking = report.changes().iter();
    let breaking = breaking.filter(|change| change.impact() == Impact::Breaking);
    assert_eq!(breaking.count(), 3);
    let codes = report.changes().iter().filter(|change| {
        change.item == Item::Value && change.what().contains("SessionLastErrorCode::")
    });
    assert_eq!(codes.count(), 4);
}

#[test]
fn the_same_document_changes_nothing() {
    for name in [OLD, NEW] {
        let Some(document) = shared(name) else {
            return;
        };
        let report = report(&document, &document);
        assert!(report.is_empty(), "{name}: {}", report.text(true));
        assert_eq!(report.bump(), Bump::None);
    }
}

#[test]
fn from_2026_to_2023_is_the_same_backward() {
    let Some([there, back]) = there_and_back() else {
        return;
    };
    let mut mirrored: Vec<String> = there
        .changes()
        .iter()
        .map(|change| {
            let difference = change.difference.reversed();
            format!("{} {:?} {difference:?}", change.what(), change.argument)
        })
        .collect();
    let mut found: Vec<String> = back
        .changes()
        .iter()
        .map(|change| {
            let difference = &change.difference;
            format!("{} {:?} {difference:?}", change.what(), change.argument)
        })
        .collect();
    mirrored.sort();
    found.sort();
    assert_eq!(mirrored, found);
    assert_eq!(back.bump(), Bump::Major);
}

#[test]
fn each_place_is_there() {
    use stripe_identity_codegen::report::Side;

    let (Some(old), Some(new)) = (shared(OLD), shared(NEW)) else {
        return;
    };
    let value = |bytes: &[u8]| -> Value { serde_json::from_slice(bytes).expect("JSON") };
    let report = report(&old, &new);
    let (old, new) = (value(&old), value(&new));
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
fn a_narrowed_document_changes_as_the_whole_does() {
    let (Some(old), Some(new)) = (shared(OLD), shared(NEW)) else {
        return;
    };
    let selection = selection();
    let narrowed = stripe_identity_codegen::narrow(
        Input {
            name: "old",
            bytes: &old,
        },
        Input {
            name: "selection.toml",
            bytes: &selection,
        },
    );
    let narrowed = narrowed.unwrap_or_else(|diagnostics| panic!("{diagnostics}"));
    assert_eq!(
        report(narrowed.openapi_json.as_bytes(), &new),
        report(&old, &new)
    );
}
