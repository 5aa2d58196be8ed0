//! Webhooks: signatures, tolerance, rotation, events of every kind.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use proptest::prelude::*;
use serde_json::{Value, json};
use stripe_runtime::webhook::{
    Event, EventData, EventObject, TestSignature, ThinEvent, WebhookVerifier,
};
use stripe_runtime::{Api, DateTime, Error, InvalidArgument, SignatureRefusal, Timestamp};

use crate::support::operations::{API, Session, Status};
use crate::support::transport::Outcome;
use crate::support::vectors::{each, text, wait};
use crate::support::{bench, bench_with};

/// As a generated crate has it.
#[derive(Debug)]
enum IdentityEvent {
    Verified(Box<Session>),
    Unknown(EventObject),
}

impl EventData for IdentityEvent {
    fn from_parts(type_: &str, object: EventObject) -> Result<Self, Error> {
        match type_ {
            "identity.verification_session.verified" => object.read().map(Self::Verified),
            _ => Ok(Self::Unknown(object)),
        }
    }
}

fn at(seconds: i64) -> SystemTime {
    UNIX_EPOCH + Duration::from_secs(u64::try_from(seconds).expect("after 1970"))
}

fn verifier(case: &Value) -> Result<WebhookVerifier, InvalidArgument> {
    let secrets = case["secrets"].as_array().expect("secrets").iter();
    let mut secrets = secrets.map(|secret| secret.as_str().expect("text"));
    let mut verifier = WebhookVerifier::new(secrets.next().expect("one at least"))?;
    for secret in secrets {
        verifier = verifier.or_secret(secret)?;
    }
    let now = case["now"].as_i64().expect("a time");
    let tolerance = case["tolerance_s"].as_u64().unwrap_or_default();
    Ok(verifier
        .tolerance(Duration::from_secs(tolerance))
        .clock(move || at(now)))
}

/// Where RUNTIME.md is stricter than the vector says.
fn expected(case: &Value) -> &str {
    match text(case, "name") {
        // Hex in upper case, and a `t` that is no plain number, are refused.
        "signature_uppercase_hex" => "signature_mismatch",
        "t_negative" => "malformed_header",
        _ => text(&case["expect"], "signature"),
    }
}

#[test]
fn signatures() {
    each("webhook_signature.json", |case| {
        let expected = expected(case);
        let verifier = verifier(case);
        if expected == "blank_secret" {
            assert_eq!(verifier.unwrap_err().argument(), "secret");
            return;
        }
        let verifier = verifier.unwrap();
        let payload = BASE64.decode(text(case, "payload_base64")).unwrap();
        let header = text(case, "header");
        let refusal = match expected {
            "ok" => None,
            "signature_mismatch" => Some(SignatureRefusal::Mismatch),
            "no_v1_signature" => Some(SignatureRefusal::NoSignature),
            "malformed_header" => Some(SignatureRefusal::MalformedHeader),
            "timestamp_too_old" => Some(SignatureRefusal::TooOld),
            other => panic!("{other}"),
        };
        let outcome = verifier.verify(&payload, header);
        assert_eq!(
            outcome.as_ref().err().and_then(Error::signature_refusal),
            refusal
        );

        let parsed = match text(case, "function") {
            "snapshot" => verifier.event::<IdentityEvent>(&payload, header).map(drop),
            "thin" => verifier.thin_event(&payload, header).map(drop),
            other => panic!("{other}"),
        };
        if outcome.is_err() {
            assert!(parsed.unwrap_err().is_webhook_signature());
            return;
        }
        match case["expect"]["parse"].as_str() {
            Some("ok") => parsed.unwrap(),
            Some("error" | "wrong_event_kind") => assert!(parsed.unwrap_err().is_decode()),
            Some(other) => panic!("{other}"),
            None => {}
        }
    });
}

#[test]
fn test_signatures() {
    each("webhook_generate_header.json", |case| {
        let timestamp = case["timestamp"].as_i64().unwrap().into();
        let mut signature = TestSignature::new(text(case, "secret"), timestamp);
        if let Some(scheme) = case["scheme"].as_str() {
            signature = signature.scheme(scheme);
        }
        assert_eq!(
            signature.sign(text(case, "payload").as_bytes()),
            text(case, "expect")
        );
    });
}

#[test]
fn api_versions() {
    each("webhook_api_version_compat.json", |case| {
        // A constant of a generated crate lives as long as the program.
        let version: &'static str = text(case, "sdk").to_owned().leak();
        let api: &'static Api = Box::leak(Box::new(Api::new(version, "x", "1")));
        let payload = json!({
            "object": "event", "id": "evt_1", "type": "x", "created": 1,
            "api_version": case["event"], "data": {"object": {}},
        })
        .to_string();
        let event: Event<EventObject> = Event::parse(payload.as_bytes()).unwrap();
        assert_eq!(event.is_compatible_with(api), case["compatible"] == true);

        let verifier = WebhookVerifier::new("whsec_1").unwrap();
        let header = TestSignature::new("whsec_1", Timestamp::now()).sign(payload.as_bytes());
        assert!(
            verifier
                .event::<EventObject>(payload.as_bytes(), &header)
                .is_ok()
        );
        let strict = verifier.require_api_version(api);
        let strict = strict.event::<EventObject>(payload.as_bytes(), &header);
        assert_eq!(strict.is_ok(), case["compatible"] == true);
    });
}

fn event(type_: &str, object: &Value) -> Event<IdentityEvent> {
    let payload = json!({
        "object": "event", "id": "evt_1", "type": type_, "created": 1, "livemode": true,
        "api_version": "2026-09-30.endive", "account": "acct_1", "pending_webhooks": 2,
        "request": {"id": "req_1", "idempotency_key": "secret-key"},
        "data": {"object": object, "previous_attributes": {"status": "secret-status"}},
    });
    Event::parse(payload.to_string().as_bytes()).expect("an event")
}

#[test]
fn known_events_are_typed() {
    let verified = event(
        "identity.verification_session.verified",
        &json!({"object": "identity.verification_session", "id": "vs_1", "status": "verified"}),
    );
    let IdentityEvent::Verified(session) = &verified.data else {
        panic!("{verified:?}")
    };
    assert_eq!(
        (session.id.as_str(), session.status.as_ref()),
        ("vs_1", Some(&Status::Verified))
    );
    assert_eq!(
        (verified.id.as_str(), verified.created.as_unix_seconds()),
        ("evt_1", 1)
    );
    assert!(verified.livemode && verified.is_compatible_with(&API));
    assert_eq!(
        verified
            .request
            .as_ref()
            .unwrap()
            .idempotency_key
            .as_deref(),
        Some("secret-key")
    );
    assert_eq!(
        verified.previous_attributes.as_ref().unwrap()["status"],
        "secret-status"
    );
    assert!(!format!("{verified:?}").contains("secret-"));
}

#[test]
fn unknown_events_are_kept_whole() {
    let other = event(
        "payment_intent.succeeded",
        &json!({"id": "pi_1", "amount": 100}),
    );
    let IdentityEvent::Unknown(object) = &other.data else {
        panic!("{other:?}")
    };
    assert_eq!(object.read::<Value>().unwrap()["amount"], 100);
    assert_eq!(object.json(), r#"{"id":"pi_1","amount":100}"#);
    assert!(!format!("{other:?}").contains("100"));
}

#[test]
fn a_known_event_whose_object_cannot_be_read_is_an_error() {
    let payload = br#"{"object":"event","id":"evt_1","created":1,
        "type":"identity.verification_session.verified","data":{"object":{"id":{"new":1}}}}"#;
    let verifier = WebhookVerifier::new("whsec_1").unwrap();
    let header = TestSignature::new("whsec_1", Timestamp::now()).sign(payload);
    let error = verifier
        .event::<IdentityEvent>(payload, &header)
        .unwrap_err();
    assert!(error.is_decode() && !error.is_webhook_signature());
    // It can still be read without its object.
    let event = verifier.event::<EventObject>(payload, &header).unwrap();
    assert_eq!(event.data.json(), r#"{"id":{"new":1}}"#);
}

#[test]
fn a_missing_header_is_a_refusal_of_its_own() {
    let verifier = WebhookVerifier::new("whsec_1").unwrap();
    for header in ["", " "] {
        let refusal = verifier
            .verify(b"{}", header)
            .unwrap_err()
            .signature_refusal();
        assert_eq!(refusal, Some(SignatureRefusal::MissingHeader), "{header:?}");
    }
}

#[test]
fn secrets_with_white_space_around_them_are_refused() {
    for secret in [" whsec_1", "whsec_1\n", "\twhsec_1 "] {
        let refused = WebhookVerifier::new(secret).unwrap_err();
        assert_eq!(refused.argument(), "secret", "{secret:?}");
        let known = WebhookVerifier::new("whsec_1").unwrap();
        assert!(known.or_secret(secret).is_err(), "{secret:?}");
    }
}

#[test]
fn a_tolerance_is_rounded_up_to_seconds() {
    for (milliseconds, age, passes) in [
        (1, 1, true),
        (1, 2, false),
        (1_000, 1, true),
        (1_000, 2, false),
        (1_001, 2, true),
        (1_001, 3, false),
        (0, 1_000_000, true),
    ] {
        let verifier = WebhookVerifier::new("whsec_1").unwrap();
        let verifier = verifier
            .tolerance(Duration::from_millis(milliseconds))
            .clock(move || at(2_000_000 + age));
        let then = Timestamp::from_unix_seconds(2_000_000);
        let header = TestSignature::new("whsec_1", then).sign(b"{}");
        let checked = verifier.verify(b"{}", &header);
        assert_eq!(checked.is_ok(), passes, "{milliseconds} ms, {age} s");
    }
}

#[test]
fn previews_are_compatible_only_if_they_are_equal() {
    static PREVIEW: Api = Api::new("2026-09-30.preview", "my-crate", "0.1.0");
    for (version, compatible) in [
        ("2026-09-30.preview", true),
        ("2026-10-28.preview", false),
        ("2026-09-30.endive", false),
    ] {
        let payload = json!({"object": "event", "id": "evt_1", "type": "x", "created": 1,
            "api_version": version, "data": {"object": {}}});
        let event = Event::<EventObject>::parse(payload.to_string().as_bytes()).unwrap();
        assert_eq!(event.is_compatible_with(&PREVIEW), compatible, "{version}");
    }
}

#[test]
fn events_of_old_versions_are_read() {
    let payload = br#"{"object":"event","id":"evt_1","type":"x","created":1,"api_version":"2015-01-01","request":"req_1","data":{"object":{}}}"#;
    let event: Event<EventObject> = Event::parse(payload).unwrap();
    assert_eq!(event.request.unwrap().id.as_deref(), Some("req_1"));
}

#[test]
fn the_kinds_of_event_are_told_by_their_object() {
    let snapshot = json!({
        "object": "event", "id": "evt_1", "type": "x", "created": 1, "data": {"object": {}},
    });
    let thin = json!({"object": "v2.core.event", "id": "evt_1", "type": "x", "created": "2026-09-30T12:00:00Z"});
    let swapped = |event: &Value, object: &Value| {
        let mut event = event.clone();
        event["object"] = object.clone();
        event.to_string()
    };
    let (thin_object, object) = (&thin["object"], &snapshot["object"]);
    assert!(Event::<EventObject>::parse(swapped(&snapshot, object).as_bytes()).is_ok());
    assert!(ThinEvent::parse(swapped(&thin, thin_object).as_bytes()).is_ok());
    for other in [thin_object, &json!("customer"), &Value::Null] {
        assert!(Event::<EventObject>::parse(swapped(&snapshot, other).as_bytes()).is_err());
    }
    for other in [object, &json!("customer"), &Value::Null] {
        assert!(ThinEvent::parse(swapped(&thin, other).as_bytes()).is_err());
    }
}

/// A thin event with these members beside the required ones.
fn thin(further: Value) -> ThinEvent {
    let mut event = json!({
        "object": "v2.core.event", "id": "evt_1", "type": "v2.core.account[identity].updated",
        "created": "2026-09-30T12:00:00.000Z",
    });
    let Value::Object(further) = further else {
        panic!("members")
    };
    event.as_object_mut().unwrap().extend(further);
    ThinEvent::parse(event.to_string().as_bytes()).unwrap()
}

#[test]
fn thin_events_need_no_more_than_stripe_promises() {
    let event = thin(json!({}));
    assert_eq!(event.type_, "v2.core.account[identity].updated");
    assert_eq!(event.created, DateTime::from_unix(1_790_769_600, 0));
    assert!(event.related_object.is_none() && event.reason.is_none());
    let event = thin(json!({
        "related_object": {"type": "billing.meter", "url": "/v1/billing/meters/mtr_1"},
        "reason": {"type": "brand_new"},
        "changes": {"before": {"name": null}, "after": {"name": "x"}},
        "data": {"count": "7"},
        "context": "acct_1/acct_2",
        "further": [],
    }));
    let object = event.related_object.unwrap();
    assert_eq!(
        (object.id, object.url.as_str()),
        (None, "/v1/billing/meters/mtr_1")
    );
    assert_eq!(event.reason.unwrap().type_, "brand_new");
    assert_eq!(event.changes.unwrap()["after"]["name"], "x");
    assert_eq!(event.data.unwrap()["count"], "7");
    for broken in [
        json!({"type": "billing.meter"}),
        json!({"url": "/v1/billing/meters/mtr_1"}),
    ] {
        let event = json!({
            "object": "v2.core.event", "id": "evt_1", "type": "x",
            "created": "2026-09-30T12:00:00Z", "related_object": broken,
        });
        assert!(ThinEvent::parse(event.to_string().as_bytes()).is_err());
    }
}

#[test]
fn events_and_their_objects_are_retrieved_in_the_events_context() {
    let event = "/v2/core/events/evt_1";
    let object = "/v1/billing/meters/mtr_1?include%5B0%5D=x";
    for (context, sent_context) in [
        (json!("acct_1/acct_2"), Some("acct_1/acct_2")),
        // That of the client.
        (Value::Null, Some("acct_client")),
        (json!(""), Some("acct_client")),
    ] {
        let outcomes = || [Outcome::json(200, &json!({"a": "b"}).to_string())];
        let related = json!({"type": "billing.meter", "url": object});
        let notification = thin(json!({"context": context, "related_object": related}));
        for (request, path) in [
            (notification.retrieve(&API), event),
            (notification.retrieve_related_object(&API).unwrap(), object),
        ] {
            let bench = bench_with(outcomes(), |builder| builder.context("acct_client"));
            let read: Value = wait(request.send(&bench.client)).unwrap();
            assert_eq!(read["a"], "b");
            let sent = bench.script.request();
            assert_eq!(sent.method(), "GET");
            assert_eq!(
                sent.uri().to_string(),
                format!("https://api.stripe.com{path}")
            );
            let context = bench.script.header("stripe-context");
            assert_eq!(context[0].as_deref(), sent_context);
        }
    }
    assert!(thin(json!({})).retrieve_related_object(&API).is_none());
}

#[test]
fn an_event_leads_to_no_other_host_or_path() {
    let related = json!({"type": "x", "url": "https://evil.example/v1/x"});
    let elsewhere = thin(json!({"related_object": related}));
    let requests = [
        elsewhere.retrieve_related_object(&API).unwrap(),
        thin(json!({"id": "evt_1/../../../v1/refunds"})).retrieve(&API),
        thin(json!({"id": ".."})).retrieve(&API),
    ];
    for request in requests {
        let bench = bench([]);
        let error = wait(request.send::<Value>(&bench.client)).unwrap_err();
        assert!(error.is_invalid_argument());
        assert!(bench.script.requests().is_empty());
    }
}

#[test]
fn deep_events_do_not_overflow() {
    let bomb = "[".repeat(100_000);
    assert!(
        Event::<EventObject>::parse(bomb.as_bytes())
            .unwrap_err()
            .is_decode()
    );
    let bomb = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    let payload = format!(
        r#"{{"object":"event","id":"evt_1","type":"x","created":1,"data":{{"object":{bomb}}}}}"#
    );
    let event: Event<IdentityEvent> = Event::parse(payload.as_bytes()).unwrap();
    let IdentityEvent::Unknown(object) = event.data else {
        panic!("kept")
    };
    assert!(object.read::<Value>().unwrap_err().is_decode());
}

#[test]
fn refusals_and_verifiers_show_no_secret() {
    let verifier = WebhookVerifier::new("whsec_CANARY").unwrap();
    let signature = TestSignature::new("whsec_CANARY", Timestamp::now());
    let error = verifier.verify(b"CANARY", "t=1,v1=CANARY").unwrap_err();
    let shown = format!("{verifier:?} {signature:?} {error} {error:?}");
    assert!(!shown.contains("CANARY"), "{shown}");
    assert_eq!(
        error.to_string(),
        "webhook signature refused: no signature matches"
    );
}

#[test]
fn debug_shows_what_happened_and_no_contents() {
    let payload = br#"{"object":"event","id":"evt_1","type":"x","created":1,"request":{"id":"req_1","idempotency_key":"k"},
        "data":{"object":{"a":"b"},"previous_attributes":{"a":"c"}}}"#;
    let event: Event<EventObject> = Event::parse(payload).unwrap();
    assert_eq!(
        format!("{event:?}"),
        "Event { id: \"evt_1\", type_: \"x\", created: Timestamp(1), livemode: false, api_version: None, \
         account: None, context: None, pending_webhooks: None, request: Some(EventRequest { id: Some(\"req_1\"), \
         idempotency_key: Some(<redacted>) }), data: EventObject(<redacted>), previous_attributes: Some(<redacted>) }"
    );
    let payload = br#"{"object":"v2.core.event","id":"evt_1","type":"x","created":"2026-09-30T12:00:00Z",
        "related_object":{"id":"vs_1","type":"y","url":"/v1/y/vs_1"},"changes":{"a":"b"},"data":{"a":"b"},
        "reason":{"type":"request","request":{"id":"req_1","idempotency_key":"k"}}}"#;
    let event = ThinEvent::parse(payload).unwrap();
    assert_eq!(
        format!("{event:?}"),
        "ThinEvent { id: \"evt_1\", type_: \"x\", created: 2026-09-30T12:00:00.000Z, livemode: false, \
         context: None, related_object: Some(RelatedObject { id: Some(\"vs_1\"), type_: \"y\", url: <redacted> }), \
         reason: Some(EventReason { type_: \"request\", request: Some(EventRequest { id: Some(\"req_1\"), \
         idempotency_key: Some(<redacted>) }) }), changes: Some(<redacted>), data: Some(<redacted>) }"
    );
}

#[test]
fn white_space_is_refused() {
    let verifier = WebhookVerifier::new("whsec_1").unwrap();
    let header = TestSignature::new("whsec_1", Timestamp::now()).sign(b"{}");
    for odd in [
        format!(" {header}"),
        format!("{header}\n"),
        header.replace(',', ", "),
    ] {
        let refusal = verifier
            .verify(b"{}", &odd)
            .unwrap_err()
            .signature_refusal();
        assert_eq!(refusal, Some(SignatureRefusal::MalformedHeader), "{odd:?}");
    }
}

proptest! {
    #[test]
    fn nothing_panics(header in ".*", payload: Vec<u8>) {
        let verifier = WebhookVerifier::new("whsec_1").unwrap();
        prop_assert!(verifier.event::<IdentityEvent>(&payload, &header).is_err());
        let _ = Event::<IdentityEvent>::parse(&payload);
    }

    #[test]
    fn a_changed_header_or_body_is_refused(
        payload in prop::collection::vec(any::<u8>(), 1..200),
        index: prop::sample::Index,
        change in 1_u8..,
        in_header: bool,
    ) {
        let verifier = WebhookVerifier::new("whsec_1").unwrap().clock(|| at(1_700_000_000));
        let header = TestSignature::new("whsec_1", 1_700_000_000.into()).sign(&payload);
        prop_assert!(verifier.verify(&payload, &header).is_ok());
        let (mut header, mut payload) = (header.into_bytes(), payload);
        let changed = if in_header { &mut header } else { &mut payload };
        let index = index.index(changed.len());
        changed[index] ^= change;
        // What is not text cannot come as a header.
        if let Ok(header) = String::from_utf8(header) {
            prop_assert!(verifier.verify(&payload, &header).is_err());
        }
    }
}

#[test]
fn the_tolerance_is_five_minutes() {
    let verifier = |now| {
        WebhookVerifier::new("whsec_1")
            .unwrap()
            .clock(move || at(now))
    };
    let signed = 1_700_000_000;
    let header = TestSignature::new("whsec_1", signed.into()).sign(b"{}");
    for (age, refusal) in [
        (-1_000_000, None),
        (0, None),
        (300, None),
        (301, Some(SignatureRefusal::TooOld)),
    ] {
        let outcome = verifier(signed + age).verify(b"{}", &header);
        assert_eq!(
            outcome.err().as_ref().and_then(Error::signature_refusal),
            refusal,
            "{age}"
        );
    }
}

#[test]
fn no_secret_may_be_blank() {
    for blank in ["", " ", "\n\t"] {
        assert_eq!(
            WebhookVerifier::new(blank).unwrap_err().argument(),
            "secret"
        );
        let verifier = WebhookVerifier::new("whsec_1").unwrap();
        assert_eq!(verifier.or_secret(blank).unwrap_err().argument(), "secret");
    }
}

#[test]
fn a_body_is_bytes() {
    let verifier = WebhookVerifier::new("whsec_1").unwrap();
    let payload = b"\xff\x00\xfe";
    let header = TestSignature::new("whsec_1", Timestamp::now()).sign(payload);
    verifier.verify(payload, &header).unwrap();
    let lossy = String::from_utf8_lossy(payload);
    verifier.verify(lossy.as_bytes(), &header).unwrap_err();
    assert!(
        verifier
            .event::<EventObject>(payload, &header)
            .unwrap_err()
            .is_decode()
    );
}
