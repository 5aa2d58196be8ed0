//! Webhooks: bodies and headers that anybody can send to an endpoint.

use allocation_counter::measure;
use stripe_identity::webhook::{Event, IdentityEvent, TestSignature, ThinEvent, WebhookVerifier};
use stripe_identity::{Error, Timestamp};
use stripe_identity_conformance::Tally;
use stripe_identity_conformance::calls::class;

use super::bodies::{arrays, objects, session};
use super::caller::shown;
use super::row::{CANARY, MIB, shows_too_much};

const SECRET: &str = "whsec_hostile";

fn sign(payload: &[u8]) -> String {
    TestSignature::new(SECRET, Timestamp::now()).sign(payload)
}

/// An event, with the members that are given last.
fn event(members: &str) -> String {
    format!(
        r#"{{"id":"evt_1","object":"event","created":1,"type":"identity.verification_session.verified",{members}}}"#
    )
}

fn of(object: &str) -> String {
    event(&format!(r#""data":{{"object":{object}}}"#))
}

fn outcome(result: &Result<Event, Error>) -> (String, String) {
    match result {
        Ok(event) => {
            let kind = match event.data {
                IdentityEvent::Unknown(_) => "unknown",
                _ => "typed",
            };
            let shown = Some(format!("{event:?}")).filter(|shown| shown.contains(CANARY));
            (kind.to_owned(), shown.unwrap_or_default())
        }
        Err(error) => (class(error), shown(error)),
    }
}

/// Signs each body and has it read. All that is wrong is told at once.
fn check(title: &str, rows: &[(&str, Vec<u8>, &str, u64)]) {
    let verifier = WebhookVerifier::new(SECRET).expect("a verifier");
    let mut tally = Tally::new(format!("hostile: {title}"));
    for (name, payload, expected, memory) in rows {
        let header = sign(payload);
        let mut result = None;
        let heap = measure(|| result = Some(verifier.event::<IdentityEvent>(payload, &header)));
        let (outcome, shown) = outcome(&result.expect("it ended"));
        let mut wrong = Vec::new();
        if outcome != *expected {
            wrong.push(format!("expected `{expected}`, got `{outcome}`"));
        }
        wrong.extend(shows_too_much(&shown));
        if heap.bytes_max > *memory {
            wrong.push(format!("{} bytes of memory", heap.bytes_max));
        }
        // Whatever it is, reading it as a thin event ends as well.
        if let Err(error) = ThinEvent::parse(payload) {
            wrong.extend(shows_too_much(&self::shown(&error)));
        }
        tally.faults("events", name, &wrong);
    }
    tally.finish();
}

fn row<'a>(
    name: &'a str,
    payload: impl AsRef<[u8]>,
    expected: &'a str,
) -> (&'a str, Vec<u8>, &'a str, u64) {
    let payload = payload.as_ref().to_vec();
    // The object is kept as it came, beside what is read of it.
    let memory = 3 * payload.len() as u64 + MIB;
    (name, payload, expected, memory)
}

#[test]
#[ignore = "takes seconds; cargo xtask conformance runs it"]
#[rustfmt::skip]
fn bodies() {
    let deep = 100_000;
    let unknown = |value: &str| event(&format!(r#""data":{{"object":{}}},"later":{value}"#, session("")));
    let utf16: Vec<u8> = unknown("0").encode_utf16().flat_map(u16::to_le_bytes).collect();
    check("webhooks", &[
        row("as it should be", of(&session("")), "typed"),
        row("arrays", arrays(deep), "Decode"),
        row("objects", objects(deep), "Decode"),
        row("arrays that do not end", "[".repeat(deep), "Decode"),
        row("arrays for the object", of(&arrays(deep)), "Decode"),
        row("objects for the object", of(&objects(deep)), "Decode"),
        row("arrays in an unknown member", unknown(&arrays(deep)), "typed"),
        row("objects in an unknown member", unknown(&objects(deep)), "typed"),
        row("arrays in an unknown member of the object", of(&session(&format!(r#","a":{}"#, arrays(deep)))), "typed"),
        row("arrays for a member of the object", of(&session(&format!(r#","options":{}"#, arrays(deep)))), "Decode"),
        row("arrays for the type", unknown("0").replace("\"event\"", &arrays(deep)), "Decode"),
        row("arrays for the data", event(&format!(r#""data":{}"#, arrays(deep))), "Decode"),
        row("arrays for the request", event(&format!(r#""data":{{"object":{{}}}},"request":{}"#, arrays(deep))), "Decode"),
        row("objects for the request", event(&format!(r#""data":{{"object":{}}},"request":{}"#, session(""), objects(deep))), "typed"),
        row("arrays for what changed", event(&format!(r#""data":{{"object":{{}},"previous_attributes":{}}}"#, arrays(deep))), "Decode"),
        row("a million members", unknown(&format!("0{}", r#","a":0"#.repeat(1_000_000))), "typed"),
        row("a million elements", unknown(&format!("[{}0]", "0,".repeat(1_000_000))), "typed"),
        row("a string of 64 MiB", of(&session(&format!(r#","url":"{}{CANARY}""#, "x".repeat(64 << 20)))), "typed"),
        row("a type of 1 MiB", unknown("0").replace("identity.verification_session.verified", &"x".repeat(1 << 20)), "unknown"),
        row("an id of 1 MiB", unknown("0").replace("evt_1", &"x".repeat(1 << 20)), "typed"),
        row("a number out of range", unknown("0").replace("\"created\":1", "\"created\":1e999"), "Decode"),
        row("a number of 10,000 digits", unknown(&"9".repeat(10_000)), "typed"),
        row("a key twice", unknown("0,\"id\":\"evt_2\""), "Decode"),
        row("another object", unknown("0").replace("\"event\"", "\"charge\""), "Decode"),
        row("an array", format!(r#"["evt_1","{CANARY}"]"#), "Decode"),
        row("invalid UTF-8 in the object", [&br#"{"id":"evt_1","object":"event","created":1,"type":"x","data":{"object":{"a":""#[..], b"\xff", br#""}}}"#].concat(), "Decode"),
        row("a lone surrogate in the object", of(r#"{"a":"\ud800"}"#), "Decode"),
        row("a lone surrogate in the type", unknown("0").replace("verified", r"\ud800"), "Decode"),
        row("a NUL", unknown("\u{0}"), "Decode"),
        row("a byte order mark", format!("\u{feff}{}", unknown("0")), "Decode"),
        row("UTF-16", utf16, "Decode"),
        row("words behind it", unknown("0") + CANARY, "Decode"),
        row("HTML", format!("<html>{CANARY}</html>"), "Decode"),
        row("nothing", "", "Decode"),
        row("null", "null", "Decode"),
        row("8 MiB of NUL", vec![0; 8 << 20], "Decode"),
    ]);
}

/// A tree of values takes many times its JSON; only who knows the secret can send one, and
/// the endpoint's own limit of a body is what bounds it.
#[test]
#[rustfmt::skip]
fn what_changed_is_bounded_by_the_body() {
    let values = r#"{"":{"":{"":0}}},"#.repeat(10_000);
    let changed = format!(r#""data":{{"object":{{}},"previous_attributes":[{values}0]}}"#);
    let payload = event(&changed);
    let memory = 150 * payload.len() as u64;
    check("webhooks, what changed", &[("objects of objects", payload.into_bytes(), "Decode", memory)]);
}

/// What is not signed is not read, and takes no memory.
#[test]
#[rustfmt::skip]
fn unsigned_bodies() {
    let verifier = WebhookVerifier::new(SECRET).expect("a verifier");
    let payload = of(&objects(100_000));
    let good = sign(payload.as_bytes());
    let headers = [
        String::new(),
        CANARY.to_owned(),
        sign(b"something else"),
        good.replace("v1=", "v0="),
        good.to_uppercase(),
        format!("{good}\0"),
        format!("{good},t=1"),
        format!("{},v1={CANARY}", "t=1"),
        format!("t={}", "9".repeat(1 << 20)),
        format!("t=1{}", ",v1=00".repeat(100_000)),
        format!("t=1,v1={}", "0".repeat(1 << 20)),
        ",".repeat(1 << 20),
        "=".repeat(1 << 20),
        "t=1,v1=\u{202e}canary-7f3a".to_owned(),
    ];
    for header in &headers {
        let mut result = None;
        let heap = measure(|| result = Some(verifier.event::<IdentityEvent>(payload.as_bytes(), header)));
        let error = result.expect("it ended").expect_err("not signed");
        let name: String = header.chars().take(40).collect();
        assert_eq!(class(&error), "WebhookSignature", "{name}");
        assert_eq!(shows_too_much(&shown(&error)), None, "{name}");
        // A slice for each signature of the header, and the error.
        assert!(heap.bytes_max <= 8 * header.len() as u64 + 1024, "{name}: {}", heap.bytes_max);
    }
    verifier.verify(payload.as_bytes(), &good).expect("it is signed");
}
