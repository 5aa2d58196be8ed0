//! Retries: whether, when, with which key, and within which budget.

use std::time::Duration;

use serde_json::Value;
use stripe_runtime::{Method, RawRequest, RequestOptions, TransportErrorKind};

use crate::support::operations::{API, Session, retrieve, update};
use crate::support::transport::Outcome;
use crate::support::vectors::{each, read, text, wait};
use crate::support::{Bench, bench, bench_with};

fn outcome(case: &Value) -> Outcome {
    let outcome = &case["outcome"];
    match outcome["connection"].as_str() {
        Some("refused") => return Outcome::Fail(TransportErrorKind::Refused),
        Some("reset_before_response") => return Outcome::Fail(TransportErrorKind::Reset),
        Some("timeout_before_headers") => return Outcome::Fail(TransportErrorKind::Timeout),
        Some("body_truncated") => {
            let body = "{\"id\":".to_owned();
            return Outcome::Broken {
                status: 200,
                body,
                kind: TransportErrorKind::Closed,
            };
        }
        Some("cancelled") => return Outcome::Silence,
        Some(other) => panic!("connection {other}"),
        None => {}
    }
    let status = u16::try_from(outcome["status"].as_u64().expect("a status")).expect("a status");
    let mut answer = Outcome::json(status, text(outcome, "body"));
    for (name, value) in outcome["headers"].as_object().expect("headers") {
        answer = answer.header(name, value.as_str().expect("text"));
    }
    answer
}

#[test]
fn decisions() {
    each("retry_decision.json", |case| {
        for jitter in [0, u32::MAX / 2, u32::MAX] {
            decision(case, jitter);
        }
    });
}

fn decision(case: &Value, jitter: u32) {
    let done = usize::try_from(case["retries_done"].as_u64().unwrap()).unwrap();
    let max_retries = u32::try_from(case["max_retries"].as_u64().unwrap()).unwrap();
    let mut script: Vec<Outcome> = (0..done).map(|_| Outcome::error(500)).collect();
    script.push(outcome(case));
    script.push(Outcome::session());
    let rate_limited = case["options"]["retry_rate_limited"] == true;
    let Bench {
        client,
        script,
        environment,
    } = bench_with(script, |builder| {
        builder
            .max_retries(max_retries)
            .retry_rate_limited(rate_limited)
    });
    environment.set_jitter(jitter);

    let method = Method::from_bytes(text(case, "method").as_bytes()).unwrap();
    let request = RawRequest::new(&API, method, "/v1/x");
    if case["outcome"]["connection"] == "cancelled" {
        // timeouts::dropping_the_future_stops_everything
        return;
    }
    let _ = wait(request.clone().send::<Value>(&client));

    let retried = script.requests().len() - done - 1;
    assert_eq!(
        retried,
        usize::from(case["expect"]["retry"] == true),
        "{case}"
    );
    if done < usize::try_from(max_retries).unwrap() {
        let Bench { client, .. } = bench_with([outcome(case)], |builder| {
            builder.max_retries(0).retry_rate_limited(rate_limited)
        });
        let says = wait(request.send::<Value>(&client)).is_err_and(|error| error.is_retryable());
        assert_eq!(says, case["expect"]["retry"] == true, "{case}");
    }
    if let Some(bounds) = case["expect"]["delay_ms"].as_array() {
        let bounds: Vec<u64> = bounds.iter().filter_map(Value::as_u64).collect();
        let slept = *environment.sleeps().last().unwrap();
        let bounds = Duration::from_millis(bounds[0])..=Duration::from_millis(bounds[1]);
        assert!(bounds.contains(&slept), "{slept:?} is not in {bounds:?}");
    }
}

#[test]
fn backoff() {
    let vector = read("backoff.json");
    for jitter in [0, 1 << 30, u32::MAX] {
        let script = (0..9).map(|_| Outcome::error(500));
        let Bench {
            client,
            environment,
            ..
        } = bench_with(script, |b| b.max_retries(8));
        environment.set_jitter(jitter);
        wait(retrieve("vs_1").send(&client)).unwrap_err();
        let slept = environment.sleeps();
        assert_eq!(slept.len(), 8);
        for (index, slept) in slept.iter().enumerate() {
            let bounds = &vector["bounds_ms"];
            let bounds = bounds.get((index + 1).to_string()).unwrap_or(&bounds["5+"]);
            let bounds = Duration::from_millis(bounds[0].as_u64().unwrap())
                ..=Duration::from_millis(bounds[1].as_u64().unwrap());
            assert!(
                bounds.contains(slept),
                "retry {}: {slept:?} in {bounds:?}",
                index + 1
            );
        }
    }
}

#[test]
fn every_invariant_of_the_vector_has_a_test() {
    let named: Vec<String> = read("backoff.json")["invariants"]
        .as_array()
        .unwrap()
        .iter()
        .map(|invariant| text(invariant, "id").to_owned())
        .collect();
    // one_key_per_call, a_post_has_a_key_and_a_get_none, backoff, decisions
    let known = [
        "same_key_across_attempts",
        "generated_key_for_post",
        "backoff_formula",
        "order",
    ];
    assert_eq!(named, known);
}

#[test]
fn one_key_per_call() {
    let script = [
        Outcome::error(500),
        Outcome::error(500),
        Outcome::session(),
        Outcome::session(),
    ];
    let Bench { client, script, .. } = bench(script);
    let first = wait(client.send_with_meta(&update("vs_1"))).unwrap().meta;
    let second = wait(client.send_with_meta(&update("vs_1"))).unwrap().meta;
    let sent: Vec<String> = script
        .header("idempotency-key")
        .into_iter()
        .flatten()
        .collect();
    assert_eq!(sent.len(), 4);
    assert!(
        sent[..3]
            .iter()
            .all(|key| Some(key.as_str()) == first.idempotency_key())
    );
    assert_eq!(Some(sent[3].as_str()), second.idempotency_key());
    assert_ne!(sent[0], sent[3]);
    assert_eq!((first.attempts(), second.attempts()), (3, 1));
}

#[test]
fn a_post_has_a_key_and_a_get_none() {
    let Bench { client, script, .. } =
        bench_with([Outcome::session(), Outcome::session()], |builder| {
            builder.max_retries(0)
        });
    wait(update("vs_1").send(&client)).unwrap();
    wait(retrieve("vs_1").send(&client)).unwrap();
    let keys = script.header("idempotency-key");
    let key = keys[0].as_deref().unwrap();
    assert_eq!(key.len(), 36);
    assert_eq!(
        (&key[14..15], &key[8..9]),
        ("4", "-"),
        "a UUID of version 4: {key}"
    );
    assert_eq!(keys[1], None);
}

#[test]
fn the_system_gives_keys_that_differ() {
    let script = crate::support::transport::Script::new([Outcome::session(), Outcome::session()]);
    let client = stripe_runtime::Client::builder("sk_test")
        .transport(script.clone())
        .build()
        .unwrap();
    wait(update("vs_1").send(&client)).unwrap();
    wait(update("vs_1").send(&client)).unwrap();
    let keys = script.header("idempotency-key");
    assert_ne!(keys[0], keys[1]);
}

#[test]
fn a_given_key_is_kept() {
    let Bench { client, script, .. } =
        bench([Outcome::error(500), Outcome::session(), Outcome::session()]);
    let options = || RequestOptions::new().idempotency_key("order 6735");
    wait(update("vs_1").with_options(options()).send(&client)).unwrap();
    wait(retrieve("vs_1").with_options(options()).send(&client)).unwrap();
    assert_eq!(
        script.header("idempotency-key"),
        vec![Some("order 6735".to_owned()); 3]
    );
}

#[test]
fn failures_that_trying_again_cannot_mend() {
    use TransportErrorKind::{InvalidRequest, Other, Protocol, Tls};
    for kind in [Tls, InvalidRequest, Protocol, Other] {
        let Bench { client, script, .. } = bench([Outcome::Fail(kind), Outcome::session()]);
        let error = wait(update("vs_1").send(&client)).unwrap_err();
        assert!(error.is_connection());
        assert_eq!(error.transport_error().unwrap().kind(), kind);
        assert_eq!(script.requests().len(), 1, "{kind:?}");
    }
}

#[test]
fn failures_that_trying_again_may_mend() {
    use TransportErrorKind::{Closed, Connect, Refused, Reset, Timeout};
    for kind in [Connect, Refused, Reset, Closed, Timeout] {
        let Bench { client, script, .. } = bench([Outcome::Fail(kind), Outcome::session()]);
        wait(update("vs_1").send(&client)).unwrap();
        assert_eq!(script.requests().len(), 2, "{kind:?}");
    }
}

/// A body that breaks off after this status, and how many requests it makes.
fn broken(method: Method, status: u16, requests: usize) {
    let body = "{".to_owned();
    let broken = Outcome::Broken {
        status,
        body,
        kind: TransportErrorKind::Closed,
    };
    let Bench { client, script, .. } = bench([broken, Outcome::session()]);
    let _ = wait(RawRequest::new(&API, method, "/v1/x").send::<Value>(&client));
    assert_eq!(script.requests().len(), requests);
}

#[test]
fn a_success_whose_body_broke_off() {
    broken(Method::GET, 200, 2);
    broken(Method::POST, 200, 2);
    broken(Method::DELETE, 200, 1);
    broken(Method::POST, 400, 1);
    broken(Method::POST, 503, 2);
}

#[test]
fn a_broken_success_that_stays_broken_keeps_its_status() {
    let broken = || Outcome::Broken {
        status: 200,
        body: "{".to_owned(),
        kind: TransportErrorKind::Reset,
    };
    let Bench { client, .. } = bench([broken(), broken(), broken()]);
    let error = wait(update("vs_1").send(&client)).unwrap_err();
    assert!(error.is_connection());
    assert_eq!(error.status().unwrap(), 200);
    assert_eq!(error.attempts(), 3);
    assert!(error.idempotency_key().is_some());
}

#[test]
fn retry_after_is_capped_and_needs_plain_digits() {
    let delay = |value: &str| {
        let script = [
            Outcome::error(503).header("Retry-After", value),
            Outcome::session(),
        ];
        let Bench {
            client,
            environment,
            ..
        } = bench(script);
        wait(retrieve("vs_1").send(&client)).unwrap();
        environment.sleeps()
    };
    assert_eq!(delay("7"), [Duration::from_secs(7)]);
    assert_eq!(delay("3600"), [Duration::from_secs(60)]);
    assert_eq!(delay("99999999999999999999"), [Duration::from_secs(60)]);
    for ignored in ["+7", "7.5", "", "Fri, 31 Dec 1999 23:59:59 GMT"] {
        assert_eq!(delay(ignored), [Duration::from_millis(500)], "{ignored}");
    }
}

#[test]
fn the_retries_of_a_request_override_those_of_the_client() {
    let script = || (0..5).map(|_| Outcome::error(500));
    let Bench { client, script, .. } = bench_with(script(), |builder| builder.max_retries(3));
    let none = RequestOptions::new().max_retries(0);
    wait(retrieve("vs_1").with_options(none).send(&client)).unwrap_err();
    assert_eq!(script.requests().len(), 1);
}

#[test]
fn an_empty_budget_stops_retries_and_successes_fill_it() {
    let script = (0..4)
        .map(|_| Outcome::error(500))
        .chain((0..6).map(|_| Outcome::session()));
    let script = script.chain([Outcome::error(500), Outcome::session()]);
    let Bench { client, script, .. } = bench_with(script, |builder| builder.retry_budget(10));
    // Two retries take all ten tokens.
    let error = wait(retrieve("vs_1").send(&client)).unwrap_err();
    assert_eq!(error.attempts(), 3);
    let error = wait(retrieve("vs_1").send(&client)).unwrap_err();
    assert_eq!(error.attempts(), 1, "nothing is left");
    for _ in 0..6 {
        wait(retrieve("vs_1").send(&client)).unwrap();
    }
    // Six successes pay for one retry.
    wait(retrieve("vs_1").send(&client)).unwrap();
    assert_eq!(script.requests().len(), 12);
}

#[test]
fn what_was_decoded_in_the_end() {
    let Bench { client, .. } = bench([Outcome::error(409), Outcome::session()]);
    let session: Session = wait(update("vs_1").send(&client)).unwrap();
    assert_eq!(session.id, "vs_1");
}

#[test]
fn the_key_of_a_call_is_a_uuid_of_version_4() {
    let script = crate::support::transport::Script::new((0..32).map(|_| Outcome::session()));
    let client = stripe_runtime::Client::builder("sk_test")
        .transport(script.clone())
        .build()
        .unwrap();
    for _ in 0..32 {
        wait(update("vs_1").send(&client)).unwrap();
    }
    for key in script.header("idempotency-key") {
        let key = key.unwrap();
        let form: String = key
            .chars()
            .map(|char| match char {
                '0'..='9' | 'a'..='f' => 'x',
                other => other,
            })
            .collect();
        assert_eq!(form, "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx");
        let bytes = key.as_bytes();
        assert_eq!(bytes[14], b'4', "the version: {key}");
        assert!(b"89ab".contains(&bytes[19]), "the variant: {key}");
    }
}

#[test]
fn two_retries_unless_told_otherwise() {
    let Bench { client, script, .. } = bench((0..9).map(|_| Outcome::error(500)));
    let error = wait(retrieve("vs_1").send(&client)).unwrap_err();
    assert_eq!((error.attempts(), script.requests().len()), (3, 3));
}

#[test]
fn the_budget_is_five_hundred_tokens_that_clones_share() {
    let script = (0..151)
        .map(|_| Outcome::error(500))
        .chain((0..4).map(|_| Outcome::session()))
        .chain([Outcome::error(500), Outcome::session()])
        .chain([Outcome::error(500), Outcome::session()]);
    let Bench { client, .. } = bench(script);
    let attempts = || {
        let result = wait(client.clone().send_with_meta(&retrieve("vs_1")));
        result.map_or_else(
            |error| error.attempts(),
            |response| response.meta.attempts(),
        )
    };
    // A hundred retries, at five tokens each.
    for _ in 0..50 {
        assert_eq!(attempts(), 3);
    }
    assert_eq!(attempts(), 1, "nothing is left");
    for _ in 0..4 {
        assert_eq!(attempts(), 1, "a success");
    }
    assert_eq!(attempts(), 1, "four tokens are too few");
    assert_eq!(attempts(), 1, "the fifth success");
    assert_eq!(attempts(), 2, "five tokens are enough");
}
