//! Secrets and personal data: never in a log, a span, or an error.

use std::io;
use std::sync::{Arc, Mutex};

use serde_json::json;
use stripe_runtime::webhook::{Event, EventObject, TestSignature, WebhookVerifier};
use stripe_runtime::{Client, Json, Metadata, RawRequest, RequestOptions, Timestamp};

use crate::server::{Reply, Server};
use crate::support::operations::{API, ListSessions, retrieve, update};
use crate::support::vectors::wait;

/// Every value that must not be seen holds this.
const CANARY: &str = "CANARY";

#[derive(Clone, Default)]
struct Buffer(Arc<Mutex<Vec<u8>>>);

impl io::Write for Buffer {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0
            .lock()
            .expect("not poisoned")
            .extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Runs with `tracing` at TRACE, and gives what was told.
fn traced(run: impl FnOnce()) -> String {
    let buffer = Buffer::default();
    let writer = buffer.clone();
    let subscriber = tracing_subscriber::fmt()
        .with_max_level(tracing_subscriber::filter::LevelFilter::TRACE)
        .with_span_events(tracing_subscriber::fmt::format::FmtSpan::FULL)
        .with_ansi(false)
        .with_writer(move || writer.clone())
        .finish();
    tracing::subscriber::with_default(subscriber, run);
    let bytes = buffer.0.lock().expect("not poisoned").clone();
    String::from_utf8_lossy(&bytes).into_owned()
}

fn calls(server: &Server) -> String {
    let client = Client::builder("sk_test_CANARY")
        .account("acct_CANARY")
        .context("ctx_CANARY")
        .base_url(server.url())
        .max_retries(1)
        .build()
        .expect("fine");
    let options = || {
        RequestOptions::new()
            .idempotency_key("CANARY")
            .api_key("rk_test_CANARY")
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
        Reply::json(200, r#"{"id":"vs_CANARY","metadata":{"CANARY":"CANARY"}}"#),
        Reply::json(200, r#"{"id":"CANARY CANARY"}"#),
        Reply::json(
            200,
            r#"{"data":[{"id":"vs_1","created":"CANARY"}],"has_more":true}"#,
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
    let seen = |text: &str| {
        text.lines()
            .find(|line| line.contains(CANARY))
            .map(str::to_owned)
    };
    assert_eq!(seen(&shown), None);
    assert_eq!(seen(&trace), None);
    assert!(
        server
            .requests()
            .iter()
            .any(|request| request.target.contains(CANARY))
    );
}

#[test]
fn a_span_tells_what_it_should() {
    let server =
        Server::start([Reply::json(500, "{}"), Reply::json(200, r#"{"id":"vs_1"}"#)]).unwrap();
    let trace = traced(|| {
        let client = Client::builder("sk_test")
            .base_url(server.url())
            .build()
            .unwrap();
        wait(retrieve("vs_1").send(&client)).unwrap();
    });
    for told in [
        "stripe_request",
        r#"method="GET""#,
        r#"path="/v1/identity/verification_sessions/{session}""#,
        "status=200",
        r#"request_id="req_server""#,
        "attempts=2",
        "elapsed_ms=",
        "attempt=1",
        "status=500",
    ] {
        assert!(trace.contains(told), "{told} is not in {trace}");
    }
}
