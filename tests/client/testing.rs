//! Response types can be made in a test.

use std::fmt::Debug;

use serde::Serialize;
use serde::de::DeserializeOwned;
use stripe_identity::testing::{self, reveal};
use stripe_identity::verification_report::*;
use stripe_identity::verification_session::*;
use stripe_identity::webhook::{Event, IdentityEvent, TestSignature, WebhookVerifier};
use stripe_identity::{API, Expandable, List, Outcome, Timestamp};

/// Makes a value, and asserts that it is one that Stripe could send.
fn make<T: Debug + DeserializeOwned + PartialEq + Serialize>() -> T {
    let value: T = testing::value(|_| {});
    let json = serde_json::to_string(&value).expect("JSON");
    let read: T = serde_json::from_str(&json).unwrap_or_else(|error| panic!("{json}: {error}"));
    assert_eq!(reveal(&read), reveal(&value));
    value
}

#[test]
fn response_types_can_be_made() {
    make::<VerificationSession>();
    make::<VerifiedOutputs>();
    make::<VerificationReport>();
    make::<DocumentReport>();
    make::<List<VerificationSession>>();
    make::<Expandable<VerificationReport>>();
}

#[test]
fn a_verified_session_takes_three_lines() {
    let session: VerificationSession = testing::value(|session: &mut VerificationSession| {
        session.status = VerificationSessionStatus::Verified;
    });
    assert_eq!(session.status, VerificationSessionStatus::Verified);
    assert_eq!(session.id, "test_id");
    assert_eq!(session.created, Timestamp::from_unix_seconds(0));
    assert_eq!(session.last_error, None);
    assert!(session.metadata.is_empty() && !session.livemode);
    // The first value of Stripe's list.
    assert_eq!(session.type_, VerificationType::Document);
}

#[test]
fn an_expanded_report_is_set_like_any_field() {
    let session: VerificationSession = testing::value(|session: &mut VerificationSession| {
        let report: VerificationReport = testing::value(|_| {});
        session.last_verification_report = Some(report.into());
    });
    let report = session.last_verification_report.expect("one");
    assert_eq!(report.id(), &"test_id");
    assert!(report.as_object().is_some());
}

#[test]
fn values_that_differ_in_what_is_hidden_print_alike_unless_they_are_revealed() {
    let url = |url: &str| -> VerificationSession {
        testing::value(|session: &mut VerificationSession| session.url = Some(url.to_owned()))
    };
    let (one, two) = (url("https://one.example"), url("https://two.example"));
    assert_eq!(format!("{one:?}"), format!("{two:?}"));
    assert_ne!(reveal(&one), reveal(&two));
    let revealed = format!("{:?}", reveal(&one));
    assert!(
        revealed.contains(r#""url": "https://one.example""#),
        "{revealed}"
    );
    assert!(
        !format!("{one:?}").contains("one.example"),
        "only what is revealed"
    );
}

#[test]
fn an_event_can_be_made() {
    let session: VerificationSession = testing::value(|_| {});
    let type_ = "identity.verification_session.verified";
    let event: Event = testing::event(&API, type_, &session).unwrap();
    assert!(event.is_compatible_with(&API));
    assert_eq!(
        event.data,
        IdentityEvent::VerificationSessionVerified(Box::new(session.clone()))
    );
    let body = testing::event_json(&API, type_, &session);
    let signature = TestSignature::new("whsec_test", Timestamp::now()).sign(body.as_bytes());
    let verifier = WebhookVerifier::new("whsec_test").unwrap();
    let received: Event = verifier.event(body.as_bytes(), &signature).unwrap();
    assert_eq!(received.data, event.data);
    // An event of this type is about something else.
    assert!(testing::event::<IdentityEvent>(&API, type_, "no session").is_err());
}

#[test]
fn a_session_has_an_outcome_when_nothing_more_happens_unless_somebody_acts() {
    for (status, has_error, has_outcome) in [
        ("canceled", false, true),
        ("verified", false, true),
        ("processing", false, false),
        ("requires_input", false, false),
        ("requires_input", true, true),
        ("processing", true, false),
        ("of_the_future", false, false),
    ] {
        let session: VerificationSession = testing::value(|session: &mut VerificationSession| {
            session.status = status.into();
            session.last_error = has_error.then(|| testing::value(|_| {}));
        });
        assert_eq!(session.has_outcome(), has_outcome, "{status} {has_error}");
    }
}
