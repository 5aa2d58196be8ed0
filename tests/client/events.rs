//! Webhook events of the crate: the six of verification sessions are typed, and nothing else is
//! an error.

use serde_json::{Value, json};
use stripe_identity::verification_session::VerificationSession;
use stripe_identity::webhook::{Event, IdentityEvent, TestSignature, WebhookVerifier};
use stripe_identity::{API_VERSION, Error, Timestamp};
use stripe_identity_tests::example::completed;

const SECRET: &str = "whsec_events";

fn session() -> Value {
    completed(json!({
        "id": "vs_1", "object": "identity.verification_session", "created": 1_790_000_000,
        "livemode": false, "metadata": {}, "status": "canceled", "type": "document"
    }))
}

/// Signs an event and has it verified and read.
fn read(type_: &str, api_version: &str, object: &Value) -> Result<Event, Error> {
    let event = json!({
        "object": "event", "id": "evt_1", "type": type_, "created": 1_790_000_000,
        "livemode": false, "api_version": api_version, "data": { "object": object }
    });
    let event = event.to_string();
    let header = TestSignature::new(SECRET, Timestamp::now()).sign(event.as_bytes());
    WebhookVerifier::new(SECRET)?.event(event.as_bytes(), &header)
}

type Typed = fn(&IdentityEvent) -> Option<&VerificationSession>;

macro_rules! typed {
    ($($name:literal: $variant:ident,)*) => {
        [$((concat!("identity.verification_session.", $name), |event| match event {
            IdentityEvent::$variant(session) => Some(session),
            _ => None,
        })),*]
    };
}

const TYPES: [(&str, Typed); 6] = typed! {
    "created": VerificationSessionCreated,
    "processing": VerificationSessionProcessing,
    "verified": VerificationSessionVerified,
    "requires_input": VerificationSessionRequiresInput,
    "canceled": VerificationSessionCanceled,
    "redacted": VerificationSessionRedacted,
};

#[test]
fn each_of_the_six_has_its_variant_and_carries_its_session() {
    for (type_, _) in TYPES {
        let event = read(type_, API_VERSION, &session()).unwrap();
        assert_eq!(event.type_, type_);
        for (other, typed) in TYPES {
            let session = typed(&event.data);
            assert_eq!(session.is_some(), type_ == other, "{type_} as {other}");
            assert!(session.is_none_or(|session| session.id == "vs_1"));
        }
    }
}

#[test]
fn what_is_not_known_is_kept_whole() {
    let unknown = [
        ("identity.verification_session.of_the_future", session()),
        ("identity.verification_report.verified", session()),
        (
            "payment_intent.succeeded",
            json!({ "id": "pi_1", "amount": 100 }),
        ),
    ];
    for (type_, object) in unknown {
        let event = read(type_, API_VERSION, &object).unwrap();
        let IdentityEvent::Unknown(kept) = &event.data else {
            panic!("{type_} with {object}: {event:?}")
        };
        assert_eq!(kept.read::<Value>().ok(), Some(object), "{type_}");
    }
}

#[test]
fn a_known_event_that_cannot_be_read_is_an_error() {
    let mut customer = session();
    customer["object"] = "customer".into();
    for object in [
        json!({ "id": { "new": 1 } }),
        json!({}),
        json!([]),
        customer,
    ] {
        let event = read(
            "identity.verification_session.verified",
            API_VERSION,
            &object,
        );
        assert!(event.unwrap_err().is_decode(), "{object}");
    }
}

#[test]
fn another_api_version_is_read_and_told() {
    let type_ = "identity.verification_session.verified";
    let event = read(type_, "2020-08-27", &session()).unwrap();
    assert!(matches!(
        event.data,
        IdentityEvent::VerificationSessionVerified(_)
    ));
    assert!(!event.is_compatible_with(&stripe_identity::API));
    let event = read(type_, API_VERSION, &session()).unwrap();
    assert!(event.is_compatible_with(&stripe_identity::API));
}
