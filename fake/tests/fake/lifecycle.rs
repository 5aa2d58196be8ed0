//! The life of a session.

use stripe_identity::verification_report::VerificationReport;
use stripe_identity::verification_session::{
    SessionLastErrorCode, VerificationSession, VerificationSessionStatus as Status,
    VerificationType, create,
};
use stripe_identity::webhook::IdentityEvent as E;
use stripe_identity_fake::{Error, FakeStripe, Fault, IdNumber, Outcome, Person};
use stripe_identity_tests::document::{Document, Kind};
use stripe_identity_tests::example::{Example, plain};

use crate::support::receiver::short;
use crate::support::{Ask, SESSIONS, created, impatient_client, start};

/// A new session, and what was made of it.
async fn submitted(
    form: &str,
    outcome: Outcome,
) -> (FakeStripe, Result<VerificationSession, Error>) {
    let fake = start().await;
    let id = Ask::post(SESSIONS, form).send(&fake).await.id().to_owned();
    let session = fake.handle().submit(&id, outcome).await;
    (fake, session)
}

/// The types of the events so far, and the status of the session in each.
fn events(fake: &FakeStripe) -> Vec<(String, Status)> {
    let events = fake.handle().events();
    let events = events.into_iter().map(|event| {
        let (E::VerificationSessionCreated(session)
        | E::VerificationSessionProcessing(session)
        | E::VerificationSessionRequiresInput(session)
        | E::VerificationSessionVerified(session)
        | E::VerificationSessionCanceled(session)
        | E::VerificationSessionRedacted(session)) = event.data
        else {
            panic!("{} is typed", event.type_);
        };
        (short(&event.type_), session.status)
    });
    events.collect()
}

async fn report(fake: &FakeStripe, session: &VerificationSession) -> VerificationReport {
    let id = session
        .last_verification_report
        .as_ref()
        .expect("there is a report")
        .id();
    let report = stripe_identity::verification_report::retrieve(id)
        .send(&fake.client())
        .await;
    report.expect("the report is there")
}

#[tokio::test]
async fn each_outcome_leads_through_its_events() {
    use Status::{Canceled, Processing, RequiresInput, Verified};
    let created = ("created", RequiresInput);
    let rows: [(Outcome, &[(&str, Status)]); 5] = [
        (
            Outcome::verified(),
            &[("processing", Processing), ("verified", Verified)],
        ),
        (
            Outcome::failed("document_expired"),
            &[
                ("processing", Processing),
                ("requires_input", RequiresInput),
            ],
        ),
        (
            Outcome::failed("consent_declined"),
            &[("requires_input", RequiresInput)],
        ),
        (Outcome::Processing, &[("processing", Processing)]),
        (Outcome::Canceled, &[("canceled", Canceled)]),
    ];
    for (outcome, expected) in rows {
        let (fake, session) = submitted("type=document", outcome.clone()).await;
        let session = session.expect("the session waits for it");
        let expected: Vec<_> = [&created]
            .into_iter()
            .chain(expected)
            .map(|(type_, status)| ((*type_).to_owned(), status.clone()))
            .collect();
        assert_eq!(events(&fake), expected, "{outcome:?}");
        assert_eq!(
            Some(session.status),
            expected.last().map(|(_, status)| status.clone())
        );
    }
}

#[tokio::test]
async fn only_a_session_in_requires_input_has_url_and_secret() {
    let outcomes = [
        (Outcome::verified(), false),
        (Outcome::Processing, false),
        (Outcome::Canceled, false),
        (Outcome::failed("document_expired"), true),
    ];
    for (outcome, open) in outcomes {
        let fake = start().await;
        let made = Ask::post(SESSIONS, "type=document").send(&fake).await;
        let session = fake.handle().submit(made.id(), outcome.clone()).await;
        let session = session.expect("the session waits for it");
        assert_eq!(
            (session.url.is_some(), session.client_secret.is_some()),
            (open, open)
        );
        assert_ne!(
            session.url.as_deref(),
            made.json["url"].as_str(),
            "they are used once"
        );
    }
}

/// The error codes of the document.
fn codes() -> Vec<String> {
    let document = Document::read();
    let session = document.component("identity.verification_session");
    let properties = Example::of(&document, &session, plain).properties;
    let mut properties = properties.into_iter();
    let code = properties.find(|property| property.pointer == "/last_error/code");
    match code.and_then(|code| code.kind) {
        Some(Kind::Choice(codes)) => codes,
        other => panic!("the codes are {other:?}"),
    }
}

const DOCUMENT: &str = "type=document";
const NUMBER: &str = "type=document&options[document][require_id_number]=true";
const SELFIE: &str = "type=document&options[document][require_matching_selfie]=true";

/// A session's form, and the checks that it asks for.
const ASKED: [(&str, &[&str]); 5] = [
    (DOCUMENT, &["document"]),
    (NUMBER, &["document", "id_number"]),
    (SELFIE, &["document", "selfie"]),
    ("type=id_number", &["id_number"]),
    (
        "verification_flow=vf_1",
        &["document", "email", "id_number", "phone", "selfie"],
    ),
];

#[tokio::test]
async fn a_session_fails_with_the_codes_of_its_checks() {
    const CHECKS: [&str; 5] = ["document", "email", "id_number", "phone", "selfie"];
    for (form, asked) in ASKED {
        let fake = start().await;
        for code in codes() {
            let id = Ask::post(SESSIONS, form).send(&fake).await.id().to_owned();
            let check = CHECKS
                .into_iter()
                .find(|check| code.starts_with(&format!("{check}_")));
            let is_possible = check.is_none_or(|check| asked.contains(&check));
            let handle = fake.handle();
            let possible = handle.possible_codes(&id);
            assert_eq!(possible.contains(&&*code), is_possible, "{form}: {code}");
            match handle.submit(&id, Outcome::failed(&code)).await {
                Ok(session) => {
                    let error = session.last_error.clone().expect("it failed");
                    assert_eq!(error.code, Some(SessionLastErrorCode::from(&*code)));
                    assert!(is_possible && error.reason.is_some(), "{form}: {code}");
                    let expected = check.map(|_| ());
                    let report = session.last_verification_report.as_ref().map(|_| ());
                    assert_eq!(report, expected, "{form}: {code}");
                }
                Err(Error::Outcome { reason }) => {
                    assert!(!is_possible && reason.contains(&code), "{form}: {reason}");
                }
                Err(error) => panic!("{form}: {code}: {error}"),
            }
        }
    }
}

#[tokio::test]
async fn a_report_holds_all_checks_and_the_failed_one_failed() {
    let rows: [(&str, &str, &[&str]); 6] = [
        (DOCUMENT, "document_expired", &["document"]),
        (NUMBER, "document_expired", &["document", "id_number"]),
        (NUMBER, "id_number_mismatch", &["document", "id_number"]),
        (SELFIE, "selfie_manipulated", &["document", "selfie"]),
        (
            "verification_flow=vf_1",
            "phone_unverified_other",
            &["document", "id_number", "phone"],
        ),
        ("type=id_number", "id_number_mismatch", &["id_number"]),
    ];
    for (form, code, checks) in rows {
        let (fake, session) = submitted(form, Outcome::failed(code)).await;
        let session = session.expect("the session waits for it");
        let report = report(&fake, &session).await;
        let report = serde_json::to_value(report).expect("reports serialise");
        let failed: Vec<&str> = checks
            .iter()
            .copied()
            .filter(|check| report[check]["status"] == "unverified")
            .collect();
        let passed = checks
            .iter()
            .filter(|check| report[check]["status"] == "verified");
        assert_eq!(passed.count(), checks.len() - 1, "{form}: {code}");
        assert!(
            matches!(failed[..], [one] if code.starts_with(one)),
            "{form}"
        );
        assert_eq!(report[failed[0]]["error"]["code"], code);
        let others = ["document", "email", "id_number", "phone", "selfie"];
        let there = others.into_iter().filter(|check| report[check].is_object());
        assert_eq!(there.collect::<Vec<_>>(), checks, "{form}: {code}");
    }
}

#[tokio::test]
async fn a_person_can_try_again() {
    let fake = start().await;
    let id = created(&fake).await;
    let handle = fake.handle();
    let first = handle
        .submit(&id, Outcome::failed("document_expired"))
        .await;
    let second = handle.submit(&id, Outcome::verified()).await;
    let (first, second) = (first.expect("it waits"), second.expect("it waits again"));
    assert!(first.last_error.is_some() && second.last_error.is_none());
    assert_ne!(
        first.last_verification_report,
        second.last_verification_report
    );
}

#[tokio::test]
async fn processing_ends_with_a_later_outcome() {
    let fake = start().await;
    let id = created(&fake).await;
    let handle = fake.handle();
    handle
        .submit(&id, Outcome::Processing)
        .await
        .expect("it waits");
    let done = handle
        .submit(&id, Outcome::verified())
        .await
        .expect("its checks run");
    assert_eq!(done.status, Status::Verified);
    let types: Vec<_> = events(&fake).into_iter().map(|(type_, _)| type_).collect();
    assert_eq!(types, ["created", "processing", "verified"]);
}

#[tokio::test]
async fn a_submission_needs_a_status_that_allows_it() {
    let rows = [
        (Outcome::verified(), Outcome::verified()),
        (Outcome::Canceled, Outcome::verified()),
        (Outcome::Processing, Outcome::Processing),
        (Outcome::Processing, Outcome::Canceled),
        (Outcome::Processing, Outcome::failed("abandoned")),
    ];
    for (first, second) in rows {
        let (fake, session) = submitted("type=document", first.clone()).await;
        let before = session.expect("the session waits for it");
        let refused = fake.handle().submit(&before.id, second.clone()).await;
        assert!(
            matches!(refused, Err(Error::NotSubmittable { .. })),
            "{first:?}, {second:?}: {refused:?}"
        );
        assert_eq!(
            fake.handle().session(&before.id),
            Some(before),
            "nothing changed"
        );
    }
    let fake = start().await;
    for id in ["vs_none", "no id"] {
        let refused = fake.handle().submit(id, Outcome::verified()).await;
        assert!(matches!(refused, Err(Error::UnknownSession)));
    }
}

#[tokio::test]
async fn an_outcome_must_suit_the_session() {
    let without = Person {
        id_number: None,
        ..Person::default()
    };
    let passport = "type=document&options[document][allowed_types][]=passport";
    let number = "type=document&options[document][require_id_number]=true";
    let rows = [
        (passport, Outcome::verified()),
        (number, Outcome::Verified(without.clone())),
        ("type=id_number", Outcome::Verified(without)),
        ("type=document", Outcome::failed("tired")),
    ];
    for (form, outcome) in rows {
        let (fake, refused) = submitted(form, outcome).await;
        assert!(
            matches!(refused, Err(Error::Outcome { .. })),
            "{form}: {refused:?}"
        );
        assert_eq!(fake.handle().events().len(), 1, "nothing happened");
    }
}

/// Form, and what of a report and of the verified outputs there is.
#[tokio::test]
async fn a_report_holds_the_checks_that_the_session_asks_for() {
    let rows: [(&str, &[&str], bool, bool); 5] = [
        ("type=document", &["document"], false, true),
        (
            "type=document&options[document][require_id_number]=true",
            &["document", "id_number"],
            true,
            true,
        ),
        (
            "type=document&options[document][require_matching_selfie]=true",
            &["document", "selfie"],
            false,
            true,
        ),
        ("type=id_number", &["id_number"], true, false),
        (
            "verification_flow=vf_1",
            &["document", "id_number"],
            true,
            true,
        ),
    ];
    for (form, checks, number, address) in rows {
        let (fake, session) = submitted(form, Outcome::verified()).await;
        let session = session.expect("the session waits for it");
        let report = report(&fake, &session).await;
        assert_eq!(report.verification_flow, session.verification_flow);
        let report = serde_json::to_value(report).expect("reports serialise");
        let found: Vec<&str> = ["document", "email", "id_number", "phone", "selfie"]
            .into_iter()
            .filter(|check| report[check]["status"] == "verified")
            .collect();
        assert_eq!(found, checks, "{form}");
        let outputs = session.verified_outputs.expect("it is verified");
        assert_eq!(outputs.first_name.as_deref(), Some("Jenny"));
        assert_eq!(
            (outputs.id_number.is_some(), outputs.address.is_some()),
            (number, address),
            "{form}"
        );
    }
}

#[tokio::test]
async fn the_results_are_those_of_the_given_person() {
    let person = Person {
        first_name: "Ada".to_owned(),
        email: Some("ada@example.com".to_owned()),
        phone: Some("+44".to_owned()),
        id_number: Some(IdNumber {
            number: "1815".to_owned(),
            ..IdNumber::default()
        }),
        ..Person::default()
    };
    let (fake, session) = submitted("type=id_number", Outcome::Verified(person)).await;
    let session = session.expect("the session waits for it");
    let report = report(&fake, &session).await;
    assert_eq!(
        report.email.and_then(|check| check.email).as_deref(),
        Some("ada@example.com")
    );
    assert_eq!(
        report.phone.and_then(|check| check.phone).as_deref(),
        Some("+44")
    );
    let outputs = session.verified_outputs.expect("it is verified");
    assert_eq!(
        (outputs.first_name.as_deref(), outputs.id_number.as_deref()),
        (Some("Ada"), Some("1815"))
    );
}

/// What an update of the options, one of metadata, cancel and redact answer in each state.
#[tokio::test]
async fn operations_depend_on_the_status() {
    let forms = [
        ("", "type=document"),
        ("", "metadata[order]=6735"),
        ("/cancel", ""),
        ("/redact", ""),
    ];
    let rows: [(Option<Outcome>, [u16; 4]); 5] = [
        (None, [200, 200, 200, 200]),
        (Some(Outcome::failed("abandoned")), [200, 200, 200, 200]),
        (Some(Outcome::Processing), [400, 200, 400, 400]),
        (Some(Outcome::verified()), [400, 200, 400, 200]),
        (Some(Outcome::Canceled), [400, 200, 400, 400]),
    ];
    for (outcome, statuses) in rows {
        for ((path, form), status) in forms.into_iter().zip(statuses) {
            let fake = start().await;
            let id = created(&fake).await;
            if let Some(outcome) = outcome.clone() {
                fake.handle().submit(&id, outcome).await.expect("it waits");
            }
            let answer = Ask::post(format!("{SESSIONS}/{id}{path}"), form)
                .send(&fake)
                .await;
            assert_eq!(
                answer.status, status,
                "{outcome:?} {path} {form}: {}",
                answer.text
            );
        }
    }
}

#[tokio::test]
async fn a_lost_answer_does_not_create_two_sessions() {
    let fake = start().await;
    fake.handle().fail_next(1, Fault::LoseReply);
    let client = impatient_client(&fake);
    let made = create()
        .type_(VerificationType::Document)
        .send_with_meta(&client)
        .await;
    let made = made.expect("the second attempt is answered");
    assert_eq!(
        (made.meta.attempts(), made.meta.idempotent_replayed()),
        (2, true)
    );
    let all = Ask::get(SESSIONS).send(&fake).await;
    assert_eq!(all.ids(), [made.body.id.as_str()]);
}
