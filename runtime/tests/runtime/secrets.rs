//! Secrets and personal data: never in a log, a span, or an error.

use std::cell::RefCell;
use std::io;
use std::sync::Once;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use serde_json::json;
use stripe_runtime::webhook::{Event, EventObject, TestSignature, WebhookVerifier};
use stripe_runtime::{Client, Json, Metadata, RawRequest, RequestOptions, Timestamp};

use crate::networks::Origin;
use crate::server::{Reply, Server};
use crate::support::environment::NoDelay;
use crate::support::operations::{API, ListSessions, retrieve, update};
use crate::support::vectors::wait;

/// Every value that must not be seen holds this.
const CANARY: &str = "CANARY";

thread_local! {
    /// What was told on this thread, while a test listens.
    static TOLD: RefCell<Option<Vec<u8>>> = const { RefCell::new(None) };
}

struct Ear;

impl io::Write for Ear {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        TOLD.with_borrow_mut(|told| {
            if let Some(told) = told {
                told.extend_from_slice(bytes);
            }
        });
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl log::Log for Ear {
    fn enabled(&self, _metadata: &log::Metadata<'_>) -> bool {
        true
    }

    fn log(&self, record: &log::Record<'_>) {
        let line = format!("{} {}\n", record.target(), record.args());
        let _ = io::Write::write(&mut Self, line.as_bytes());
    }

    fn flush(&self) {}
}

/// The first line of a text that holds a canary: as text, as bytes, in hexadecimal or in base64.
fn seen(text: &str) -> Option<String> {
    let bytes = CANARY.as_bytes();
    let hex = bytes
        .iter()
        .fold(String::new(), |hex, byte| format!("{hex}{byte:02x}"));
    let list = format!("{bytes:?}");
    let mut forms = vec![CANARY.to_owned(), hex.to_uppercase(), hex];
    forms.push(list.trim_matches(['[', ']']).to_owned());
    // Base64 depends on where the canary stands; the outermost characters on its neighbours.
    for before in 0..3 {
        let shifted = [&vec![0; before][..], bytes].concat();
        let encoded = STANDARD_NO_PAD.encode(shifted);
        let certain = &encoded[if before == 0 { 0 } else { before + 1 }..];
        forms.push(certain[..certain.len() - 2].to_owned());
    }
    let line = text
        .lines()
        .find(|line| forms.iter().any(|form| line.contains(form)));
    line.map(str::to_owned)
}

/// Runs with `tracing` and `log` at TRACE, and gives what was told on this thread, where
/// the connections of both clients are driven as well.
fn traced(run: impl FnOnce()) -> String {
    // One for the whole process: `tracing` caches who listens to what, and
    // scoped subscribers of tests side by side would race for that.
    static LISTEN: Once = Once::new();
    LISTEN.call_once(|| {
        tracing_subscriber::fmt()
            .with_max_level(tracing_subscriber::filter::LevelFilter::TRACE)
            .with_span_events(tracing_subscriber::fmt::format::FmtSpan::FULL)
            .with_ansi(false)
            .with_writer(|| Ear)
            .init();
        log::set_logger(&Ear).expect("the only one");
        log::set_max_level(log::LevelFilter::Trace);
    });
    TOLD.set(Some(Vec::new()));
    run();
    String::from_utf8(TOLD.take().unwrap_or_default()).expect("text")
}

fn calls(server: &Server) -> String {
    let client = Client::builder("sk_live_CANARY")
        .account("CANARY")
        .context("ctx_CANARY")
        .base_url(server.url())
        .max_retries(1)
        .build()
        .expect("fine");
    let options = || {
        RequestOptions::new()
            .idempotency_key("CANARY")
            .api_key("rk_live_CANARY")
            .header("X-Secret", "CANARY")
            .extra("CANARY", "CANARY")
    };
    let mut shown = format!("{client:?} {:?}", options());
    wait(async {
        let sent = update("vs_CANARY")
            .metadata(Metadata::from([("CANARY", "CANARY")]))
            .with_options(options())
            .send(&client)
            .await;
        shown.push_str(&format!("{:?}", sent.map(drop)));
        let _ = retrieve("vs_CANARY").send(&client).await;
        let list = ListSessions {
            starting_after: Some("vs_CANARY".into()),
            ..Default::default()
        };
        let page = list.paginate(&client).next().await;
        shown.push_str(&format!("{:?}", page.map(|page| page.map(drop))));
        for _ in 0..6 {
            let raw =
                RawRequest::post(&API, "/v1/CANARY").parameter("CANARY", json!({"a": "CANARY"}));
            shown.push_str(&format!("{raw:?}"));
            if let Err(error) = raw.send::<Json>(&client).await {
                shown.push_str(&format!("{error} {error:?}"));
                let mut source = std::error::Error::source(&error);
                while let Some(inner) = source {
                    shown.push_str(&format!("{inner} {inner:?}"));
                    source = inner.source();
                }
            }
        }
    });
    shown
}

fn webhooks() -> String {
    let verifier = WebhookVerifier::new("whsec_CANARY").expect("fine");
    let payload = br#"{"object":"event","id":"evt_1","type":"x","created":1,"data":{"object":{"a":"CANARY"},"previous_attributes":{"a":"CANARY"}},"request":{"idempotency_key":"CANARY"}}"#;
    let header = TestSignature::new("whsec_CANARY", Timestamp::now()).sign(payload);
    let event: Event<EventObject> = verifier.event(payload, &header).expect("an event");
    let refused = verifier.verify(b"CANARY", &header).expect_err("refused");
    let odd = verifier
        .verify(b"CANARY", "t=CANARY,v1=CANARY")
        .expect_err("refused");
    let unread = Event::<EventObject>::parse(br#"{"object":"CANARY"}"#).expect_err("no event");
    let unread_too = Event::<EventObject>::parse(b"{\"object\":\"event\",\"id\":\"CANARY \"}");
    format!(
        "{verifier:?} {event:?} {refused} {refused:?} {odd} {odd:?} {unread} {unread:?} {:?}",
        unread_too.map(drop)
    )
}

#[test]
fn no_canary_in_any_trace_or_text() {
    let error =
        r#"{"error":{"type":"CANARY Ltd","code":"a CANARY","message":"CANARY","param":"CANARY"}}"#;
    let server = Server::start([
        Reply::json(200, r#"{"object":"identity.verification_session","id":"vs_CANARY","metadata":{"CANARY":"CANARY"}}"#),
        Reply::json(200, r#"{"object":"identity.verification_session","id":"CANARY CANARY"}"#),
        Reply::json(
            200,
            r#"{"object":"list","data":[{"object":"identity.verification_session","id":"vs_1","created":"CANARY"}],"has_more":true}"#,
        ),
        Reply::json(400, error),
        Reply::json(200, "CANARY"),
        Reply::html(200),
        Reply::truncated(400, "CANARY CANARY CANARY"),
        Reply::garbage(),
        Reply::json(500, error),
        Reply::json(402, error),
    ])
    .unwrap();
    let mut shown = String::new();
    let trace = traced(|| {
        shown.push_str(&calls(&server));
        shown.push_str(&webhooks());
    });
    assert_eq!(seen(&shown), None);
    assert_eq!(seen(&trace), None);
    assert!(trace.contains("stripe_request"), "somebody listened");
    assert!(
        server
            .requests()
            .iter()
            .any(|request| request.target.contains(CANARY))
    );
}

#[cfg(feature = "http2")]
#[test]
fn no_canary_in_any_trace_of_http2() {
    use crate::tls;

    let trace = traced(|| {
        wait(async {
            let authority = tls::authority(&[b"h2"]);
            let port = tls::serve(authority.server).await;
            let client = tls::client(port, Some(&authority.pem), "sk_live_CANARY");
            let metadata = Metadata::from([("CANARY", "CANARY")]);
            let options = RequestOptions::new()
                .idempotency_key("CANARY")
                .account("CANARY");
            let request = update("vs_CANARY").metadata(metadata).with_options(options);
            request.send(&client).await.unwrap();
        });
    });
    assert!(trace.contains("h2::"), "HTTP/2 was listened to");
    assert_eq!(seen(&trace), None);
}

#[test]
fn no_canary_in_any_log_of_both_clients() {
    for origin in [Origin::plain(), Origin::tls()] {
        let builder = || {
            let builder = origin.builder(origin.port, |builder| builder);
            builder.account("CANARY")
        };
        let request = || {
            let options = RequestOptions::new()
                .api_key("rk_live_CANARY")
                .idempotency_key("CANARY")
                .header("X-Secret", "CANARY");
            let metadata = Metadata::from([("CANARY", "CANARY")]);
            update("vs_CANARY").metadata(metadata).with_options(options)
        };
        let list = || ListSessions {
            starting_after: Some("vs_CANARY".into()),
            ..Default::default()
        };
        let trace = traced(|| {
            let client = builder().build().expect("a client");
            wait(async {
                client.send(&request()).await.expect("an answer");
                let _ = client.send(&list()).await;
            });
            let client = builder().build_blocking().expect("a client");
            client.send(&request()).expect("an answer");
            let _ = client.send(&list());
        });
        assert!(
            trace.matches("stripe_request").count() >= 4,
            "somebody listened"
        );
        assert_eq!(seen(&trace), None);
    }
}

#[test]
fn canaries_are_seen_in_every_form() {
    for form in [
        "xCANARYx",
        "43414e415259",
        "43414E415259",
        "[1, 67, 65, 78, 65, 82, 89]",
        "Q0FOQVJZ",
        "eENBTkFSWXg",
        "eHhDQU5BUll4",
    ] {
        assert!(seen(form).is_some(), "{form}");
    }
    assert_eq!(seen("canary"), None);
}

/// A status and a body.
type Answer = (u16, &'static str);

/// Calls a server that answers so, and gives what was told. The request ids count from 1.
fn told(answers: &[Answer], call: impl AsyncFnOnce(Client)) -> String {
    let answers = answers.iter().zip(1..).map(|((status, body), number)| {
        Reply::new(*status, &[("Request-Id", &format!("req_{number}"))], body)
    });
    let server = Server::start(answers).unwrap();
    let client = Client::builder("sk_test")
        .base_url(server.url())
        .account("acct_1")
        .environment(NoDelay::default());
    traced(|| wait(call(client.build().unwrap())))
}

/// The lines that contain all of these words.
fn lines<'t>(trace: &'t str, words: &[&str]) -> Vec<&'t str> {
    let has_all = |line: &&str| words.iter().all(|word| line.contains(word));
    trace.lines().filter(has_all).collect()
}

const SESSION: &str = r#"{"object":"identity.verification_session","id":"vs_1"}"#;

#[test]
fn spans_and_events_follow_the_conventions_for_http_clients() {
    let trace = told(&[(503, "{}"), (200, SESSION)], async |client| {
        update("vs_1").send(&client).await.unwrap();
    });
    let subject = [
        r#"http.request.method="POST""#,
        r#"url.template="/v1/identity/verification_sessions/{session}""#,
        r#"server.address="127.0.0.1""#,
        "server.port=",
    ];
    // The spans as they are when they close: the call, the failed request, the repeated one.
    let call = [
        r#"stripe.account="acct_1""#,
        r#"stripe.request_id="req_2""#,
        "stripe.idempotent_replayed=false",
        "stripe.attempts=2",
        "stripe.elapsed_ms=",
        "http.response.status_code=200",
    ];
    let failed = [
        "stripe_request{",
        r#"otel.kind="client""#,
        r#"otel.status_code="error""#,
        r#"error.type="503""#,
        "http.response.status_code=503",
        r#"stripe.request_id="req_1""#,
    ];
    let repeated = [
        "stripe_request{",
        "http.request.resend_count=1",
        "http.response.status_code=200",
        r#"stripe.request_id="req_2""#,
    ];
    for span in [&call[..], &failed, &repeated] {
        let words = [&["INFO", "stripe: close"], span, &subject].concat();
        assert_eq!(lines(&trace, &words).len(), 1, "{span:?} in {trace}");
    }
    let retry = [
        " INFO ",
        "stripe: the request failed and is retried",
        "http.response.status_code=503",
        r#"error.type="503""#,
        "http.request.resend_count=1 ",
        r#"stripe.request_id="req_1""#,
        "stripe.delay_ms=",
    ];
    assert_eq!(lines(&trace, &retry).len(), 1, "{trace}");
    assert!(!trace.contains("WARN"), "{trace}");
}

#[test]
fn a_call_that_fails_is_a_warning() {
    let unavailable = &[(503, "{}"), (503, "{}"), (503, "{}")][..];
    let cases: &[(&[Answer], &str, &str)] = &[
        (unavailable, "503", "req_3"),
        (&[(404, "{}")], "404", "req_1"),
        (&[(200, "{")], "decode", "req_1"),
    ];
    for (answers, error_type, request_id) in cases {
        let trace = told(answers, async |client| {
            update("vs_1").send(&client).await.unwrap_err();
        });
        let words = [
            " WARN ",
            "stripe: the call failed",
            &format!(r#"error.type="{error_type}""#),
            &format!(r#"stripe.request_id="{request_id}""#),
            &format!("stripe.attempts={}", answers.len()),
        ];
        assert_eq!(lines(&trace, &words).len(), 1, "{words:?} in {trace}");
    }
}

#[test]
fn a_failure_without_a_response_has_a_word() {
    let unused = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = unused.local_addr().unwrap().port();
    drop(unused);
    let trace = traced(|| {
        let client = Client::builder("sk_test")
            .base_url(format!("http://127.0.0.1:{port}"))
            .max_retries(0)
            .build()
            .unwrap();
        wait(retrieve("vs_1").send(&client)).unwrap_err();
    });
    let words = [" WARN ", r#"error.type="refused""#, "stripe.attempts=0"];
    assert_eq!(lines(&trace, &words).len(), 1, "{trace}");
}

#[test]
fn a_replayed_response_is_told() {
    let replayed = Reply::new(200, &[("Idempotent-Replayed", "true")], SESSION);
    let server = Server::start([replayed]).unwrap();
    let trace = traced(|| {
        let client = Client::builder("sk_test").base_url(server.url());
        wait(update("vs_1").send(&client.build().unwrap())).unwrap();
    });
    assert!(trace.contains("stripe.idempotent_replayed=true"), "{trace}");
}
