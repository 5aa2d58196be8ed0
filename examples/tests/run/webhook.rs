//! `webhook_axum`, and what Stripe and others may send to it.

use serde_json::json;
use stripe_identity::Timestamp;
use stripe_identity::webhook::TestSignature;
use stripe_identity_tests::example::completed;

use crate::program::{Program, masked};

fn event(id: &str, type_: &str) -> String {
    let event = completed(json!({
        "object": "event", "id": id, "created": 1_790_000_000, "livemode": false,
        "type": format!("identity.verification_session.{type_}"),
        "api_version": stripe_identity::API_VERSION,
        "data": { "object": {
            "id": "vs_1", "object": "identity.verification_session", "created": 1_790_000_000,
            "last_error": { "code": "document_expired", "reason": "It has expired." },
            "livemode": false, "metadata": {}, "status": "requires_input", "type": "document",
        } },
    }));
    event.to_string()
}

#[test]
fn it_keeps_what_is_signed_and_does_it_once() -> anyhow::Result<()> {
    let secret = [("STRIPE_WEBHOOK_SECRET", "whsec_1")];
    let mut example = Program::new("webhook_axum").env(&secret).start();
    let url = example.wait_for("waiting for events at ");

    let failed = event("evt_1", "requires_input");
    let verified = event("evt_2", "verified");
    let later = event("evt_3", "of_the_future");
    let stripe = TestSignature::new("whsec_1", Timestamp::now());
    let other = TestSignature::new("whsec_2", Timestamp::now());
    let old = TestSignature::new("whsec_1", Timestamp::from_unix_seconds(1_790_000_000));
    let cases = [
        (
            "an event",
            &failed,
            Some(stripe.sign(failed.as_bytes())),
            200,
        ),
        (
            "the same again",
            &failed,
            Some(stripe.sign(failed.as_bytes())),
            200,
        ),
        ("no signature", &verified, None, 400),
        (
            "another's",
            &verified,
            Some(other.sign(verified.as_bytes())),
            400,
        ),
        (
            "another event's",
            &verified,
            Some(stripe.sign(failed.as_bytes())),
            400,
        ),
        (
            "an old one",
            &verified,
            Some(old.sign(verified.as_bytes())),
            400,
        ),
        (
            "an unknown type",
            &later,
            Some(stripe.sign(later.as_bytes())),
            200,
        ),
        (
            "another event",
            &verified,
            Some(stripe.sign(verified.as_bytes())),
            200,
        ),
    ];
    for (what, body, signature, status) in cases {
        let mut request = ureq::post(&url)
            .config()
            .http_status_as_error(false)
            .build();
        if let Some(signature) = signature {
            request = request.header("Stripe-Signature", signature);
        }
        assert_eq!(request.send(body)?.status(), status, "{what}");
    }

    example.wait_for("vs_1 is verified");
    assert_eq!(
        masked(&example.stop()),
        include_str!("said/webhook_axum_of_stripe.txt")
    );
    Ok(())
}
