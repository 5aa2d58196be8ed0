//! What Stripe's API of 2026 changes for users of the client of 2023.
//!
//! The documents are read from `../shared` beside the project; without it these tests say so and are left out, and
//! in CI (`CI=true`) they fail.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use stripe_identity_codegen::report::{Bump, Impact, Item, Report};
use stripe_identity_codegen::{Input, diff};

pub(super) const OLD: &str = "full-2023-08-16.json";
pub(super) const NEW: &str = "identity-2026-09-30.endive.json";

pub(super) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

pub(super) fn selection() -> Vec<u8> {
    fs::read(root().join("spec/selection.toml")).expect("spec/selection.toml")
}

/// One of the documents beside the project; `None`, said aloud, where it is not there.
pub(super) fn shared(name: &str) -> Option<Vec<u8>> {
    let path = root().join("../shared/stripe-openapi").join(name);
    match fs::read(&path) {
        Ok(bytes) => Some(bytes),
        Err(error) if std::env::var_os("CI").is_some_and(|ci| ci == "true") => {
            panic!("{}: {error}; in CI no test may be left out", path.display())
        }
        Err(_) => {
            eprintln!("left out: {} is not there", path.display());
            None
        }
    }
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

#[test]
fn what_maintainers_know_of_2023_to_2026_is_told() {
    let Some([report, _]) = there_and_back() else {
        return;
    };
    let told = |impact: Impact, what: &str, sentence: &str| {
        let found = report
            .changes()
            .iter()
            .any(|change| change.what() == what && change.sentence().starts_with(sentence));
        let of_impact = report
            .changes()
            .iter()
            .any(|change| change.what() == what && change.impact() == impact);
        assert!(found && of_impact, "{impact:?} {what}: {sentence}");
    };
    let session = |below: &str| format!("verification_session::{below}");
    let sent = |below: &str| format!("verification_report::{below}");

    // `type` of create.
    told(
        Impact::Breaking,
        &session("create"),
        "the argument `type_` became a setter: it is no longer required",
    );
    // What can be sent.
    let setters = [
        ("Create", "client_reference_id"),
        ("Create", "provided_details"),
        ("Create", "related_customer"),
        ("Create", "related_customer_account"),
        ("Create", "related_person"),
        ("Create", "verification_flow"),
        ("Update", "provided_details"),
    ];
    for (verb, setter) in setters {
        let what = session(&format!("{verb}VerificationSession::{setter}"));
        told(Impact::Additive, &what, "new setter");
    }
    for setter in [
        "client_reference_id",
        "related_customer",
        "related_customer_account",
    ] {
        let what = session(&format!("ListVerificationSessions::{setter}"));
        told(Impact::Additive, &what, "new setter");
    }
    told(
        Impact::Additive,
        &sent("ListVerificationReports::client_reference_id"),
        "new setter",
    );
    // What is sent back.
    for field in [
        "client_reference_id",
        "provided_details",
        "related_customer",
        "related_customer_account",
        "related_person",
        "verification_flow",
    ] {
        let what = session(&format!("VerificationSession::{field}"));
        told(Impact::Additive, &what, "new field of type `Option<");
    }
    let fields = [
        "DocumentReport::sex",
        "DocumentReport::unparsed_place_of_birth",
        "DocumentReport::unparsed_sex",
        "VerificationReport::client_reference_id",
        "VerificationReport::email",
        "VerificationReport::phone",
        "VerificationReport::verification_flow",
    ];
    for field in fields {
        told(Impact::Additive, &sent(field), "new field of type `Option<");
    }
    for field in [
        "email",
        "phone",
        "sex",
        "unparsed_place_of_birth",
        "unparsed_sex",
    ] {
        let what = session(&format!("VerifiedOutputs::{field}"));
        told(Impact::Additive, &what, "new field of type `Option<");
    }
    for type_ in ["EmailReport", "PhoneReport"] {
        told(Impact::Additive, &sent(type_), "new struct");
    }
    // `type` of the resources.
    told(
        Impact::Breaking,
        &session("VerificationSession::type_"),
        "is no longer optional: `VerificationType` instead of `Option<VerificationType>`",
    );
    told(
        Impact::Breaking,
        &sent("VerificationReport::type_"),
        "is no longer optional: `VerificationReportType` instead of `Option<VerificationReportType>`",
    );
    for value in [
        session("VerificationType::VerificationFlow"),
        sent("VerificationReportType::VerificationFlow"),
    ] {
        told(Impact::Additive, &value, "new value `verification_flow`");
    }
    // Errors, and the redaction's status.
    let codes = [
        ("EmailUnverifiedOther", "email_unverified_other"),
        ("EmailVerificationDeclined", "email_verification_declined"),
        ("PhoneUnverifiedOther", "phone_unverified_other"),
        ("PhoneVerificationDeclined", "phone_verification_declined"),
    ];
    for (name, wire) in codes {
        let what = session(&format!("SessionLastErrorCode::{name}"));
        told(Impact::Additive, &what, &format!("new value `{wire}`"));
    }
    let of_codes = report.changes().iter().filter(|change| {
        change.item == Item::Value && change.what().contains("SessionLastErrorCode::")
    });
    assert_eq!(of_codes.count(), codes.len());
    told(
        Impact::Additive,
        &session("VerificationSessionRedactionStatus::Validated"),
        "new value `validated`",
    );
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
