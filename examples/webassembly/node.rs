//! Runs in Node, against a stand-in for Stripe that loses its first reply:
//! `cargo xtask conformance wasm`.
#![cfg(target_family = "wasm")]

use js_sys::Reflect;
use stripe_identity::verification_session::{self, VerificationSession, VerificationType};
use stripe_identity::webhook::{IdentityEvent, TestSignature, WebhookVerifier};
use stripe_identity::{API, Client, Environment as _, InvalidArgument, Timestamp, testing};
use stripe_identity_webassembly::{Fetch, JavaScript};
use wasm_bindgen_test::wasm_bindgen_test;

/// A variable of the environment, which Node knows.
fn variable(name: &str) -> String {
    let of = |value, name: &str| Reflect::get(&value, &name.into()).expect("an object");
    let environment = of(of(js_sys::global().into(), "process"), "env");
    of(environment, name).as_string().expect(name)
}

#[wasm_bindgen_test]
async fn a_session_is_created_once_though_the_reply_is_lost() {
    let client = Client::builder(variable("STRIPE_SECRET_KEY"))
        .base_url(variable("STRIPE_BASE_URL"))
        .transport(Fetch)
        .environment(JavaScript)
        .build()
        .expect("a client");
    let created = verification_session::create()
        .type_(VerificationType::Document)
        .metadata([("order_id", "6735")])
        .send_with_meta(&client)
        .await
        .expect("a session");
    assert_eq!(created.body.metadata["order_id"], "6735");
    assert_eq!(created.meta.attempts(), 2);
    assert!(created.meta.idempotent_replayed());

    let error = verification_session::retrieve("vs_unknown")
        .send(&client)
        .await;
    assert!(error.expect_err("no session").is_not_found());
}

#[wasm_bindgen_test]
fn a_webhook_is_verified_by_the_environments_clock() {
    let session: VerificationSession = testing::value(|_| {});
    let type_ = "identity.verification_session.verified";
    let payload = testing::event_json(&API, type_, &session);
    let payload = payload.as_bytes();
    let now = Timestamp::from(JavaScript.now());
    let sign = |at: Timestamp| TestSignature::new("whsec_test", at).sign(payload);
    let verifier = WebhookVerifier::new("whsec_test").expect("a secret");

    let error = verifier.verify(payload, &sign(now)).expect_err("no clock");
    assert_eq!(
        error.invalid_argument().map(InvalidArgument::argument),
        Some("environment")
    );

    let verifier = verifier.environment(JavaScript);
    let event = verifier
        .event::<IdentityEvent>(payload, &sign(now))
        .expect("an event");
    let IdentityEvent::VerificationSessionVerified(session) = event.data else {
        panic!("{:?}", event.data);
    };
    assert_eq!(session.id, "test_id");

    let old = Timestamp::from_unix_seconds(now.as_unix_seconds() - 301);
    let error = verifier.verify(payload, &sign(old)).expect_err("too old");
    assert!(error.is_webhook_signature());
}
