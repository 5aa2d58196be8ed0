//! The control interface over HTTP, held to its document.

use std::collections::BTreeSet;
use std::net::{IpAddr, Ipv4Addr};
use std::sync::{Arc, Mutex};

use http::Method;
use serde_json::{Value, json};
use stripe_identity_fake::FakeStripe;

use crate::support::receiver::Receiver;
use crate::support::{Answer, Ask, SESSIONS, created, schema, start};

/// Calls the control interface of one stand-in, and notes the operations.
struct Control<'a> {
    fake: &'a FakeStripe,
    called: BTreeSet<String>,
}

impl<'a> Control<'a> {
    fn new(fake: &'a FakeStripe) -> Self {
        Self {
            fake,
            called: BTreeSet::new(),
        }
    }

    /// What the operation answers, if that is 200.
    async fn call(&mut self, method: Method, path: &str, body: Option<Value>) -> Value {
        let path = format!("/_fake{path}");
        let id = schema::check_body(&method, &path, body.as_ref());
        let answer = send(self.fake, method.clone(), &path, body).await;
        assert_eq!(answer.status, 200, "{path}: {}", answer.text);
        schema::check(&method, &path, &answer);
        self.called.insert(id);
        answer.json
    }

    async fn get(&mut self, path: &str) -> Value {
        self.call(Method::GET, path, None).await
    }

    async fn post(&mut self, path: &str, body: Value) -> Value {
        let body = Some(body).filter(|body| !body.is_null());
        self.call(Method::POST, path, body).await
    }

    async fn delete(&mut self, path: &str) -> Value {
        self.call(Method::DELETE, path, None).await
    }
}

async fn send(fake: &FakeStripe, method: Method, path: &str, body: Option<Value>) -> Answer {
    let text = body.map(|body| body.to_string()).unwrap_or_default();
    let mut ask = Ask::new(method, path.to_owned(), &text);
    if !text.is_empty() {
        ask = ask.header("content-type", "application/json");
    }
    ask.send_anywhere(fake.base_url()).await
}

fn statuses(sessions: &Value) -> Vec<&str> {
    let sessions = sessions["data"].as_array().expect("it is a list");
    let statuses = sessions.iter().map(|session| session["status"].as_str());
    statuses.map(Option::unwrap_or_default).collect()
}

#[tokio::test]
async fn every_operation_is_as_documented_and_does_what_it_says() {
    let receiver = Receiver::start().await;
    let fake = start().await;
    let mut control = Control::new(&fake);
    assert_eq!(control.get("/health").await["status"], "ok");
    assert_eq!(control.get("/openapi.json").await["openapi"], "3.0.3");

    let url = receiver.url();
    let listening = control.post("/webhooks", json!({ "url": url })).await;
    assert_eq!(listening["secret"], fake.handle().webhook_secret());
    assert_eq!(control.get("/webhooks").await["data"], json!([url]));

    people_and_outcomes(&mut control, &fake).await;
    faults_and_events(&mut control, &fake, &receiver).await;
    history_and_reset(&mut control).await;

    let documented: BTreeSet<String> = schema::control_operations().into_iter().collect();
    assert_eq!(control.called, documented);
}

/// The person, sessions to start with, and their outcomes.
async fn people_and_outcomes(control: &mut Control<'_>, fake: &FakeStripe) {
    let ada = json!({ "first_name": "Ada", "email": "ada@example.com" });
    let person = control.call(Method::PUT, "/person", Some(ada)).await;
    assert_eq!(
        (&person["first_name"], &person["last_name"]),
        (&json!("Ada"), &json!("Rosen"))
    );
    assert_eq!(control.get("/person").await, person);
    let flow = json!({ "verification_flow": "vf_1", "metadata": { "order": "6735" } });
    let seeds = json!({ "sessions": [
        { "parameters": { "type": "document" } },
        { "parameters": flow, "outcome": { "type": "verified" }, "account": "acct_1" },
    ] });
    let seeded = control.post("/seed", seeds).await;
    assert_eq!(statuses(&seeded), ["requires_input", "verified"]);
    assert_eq!(seeded["data"][1]["verified_outputs"]["first_name"], "Ada");
    assert_eq!(seeded["data"][1]["metadata"]["order"], "6735");

    // Outcomes: now, after a while, and ahead.
    let id = seeded["data"][0]["id"]
        .as_str()
        .expect("it has an id")
        .to_owned();
    let path = format!("/sessions/{id}");
    let failed = json!({ "outcome": { "type": "failed", "code": "document_expired" } });
    let session = control.post(&format!("{path}/outcome"), failed).await;
    assert_eq!(session["last_error"]["code"], "document_expired");
    let grace = json!({ "type": "verified", "person": { "first_name": "Grace" } });
    let later = json!({ "outcome": grace, "checks_take_seconds": 30, "wait": false });
    let session = control.post(&format!("{path}/outcome"), later).await;
    assert_eq!(session["status"], "processing");
    let before = control.get("/clock").await["now"]
        .as_i64()
        .expect("it is a number");
    let after = control
        .post("/clock/advance", json!({ "seconds": 30.0 }))
        .await;
    assert!((before + 30..).contains(&after["now"].as_i64().expect("it is a number")));
    let session = control.get(&path).await;
    assert_eq!(session["verified_outputs"]["first_name"], "Grace");
    let plan = json!({ "outcome": { "type": "failed", "code": "abandoned" }, "count": 3 });
    assert_eq!(control.post("/plans", plan).await["planned"], 3);
    let planned = created(fake).await;
    assert_eq!(control.get("/plans").await["planned"], 2);
    let session = control.get(&format!("/sessions/{planned}")).await;
    assert_eq!(session["last_error"]["code"], "abandoned");
    assert_eq!(control.delete("/plans").await["planned"], 0);
    let sessions = control.get("/sessions").await;
    assert_eq!(
        statuses(&sessions),
        ["verified", "requires_input", "verified"]
    );
}

async fn faults_and_events(control: &mut Control<'_>, fake: &FakeStripe, receiver: &Receiver) {
    let fault = json!({ "fault": { "type": "status", "status": 503 }, "count": 2 });
    control.post("/faults", fault).await;
    let lost = json!({ "fault": { "type": "lose_event" } });
    assert_eq!(control.post("/faults", lost).await["events_to_lose"], 1);
    assert_eq!(Ask::get(SESSIONS).send(fake).await.status, 503);
    let next = control.get("/faults").await;
    assert_eq!(next["faults"], json!([{ "type": "status", "status": 503 }]));
    let none = control.delete("/faults").await;
    assert_eq!(
        none,
        json!({ "faults": [], "events_to_lose": 0, "held": 0 })
    );
    control.post("/release", Value::Null).await;
    let lost = json!({ "fault": { "type": "lose_event" } });
    control.post("/faults", lost).await;
    let unheard = created(fake).await;
    fake.handle().settled().await;
    let secret = fake.handle().webhook_secret().to_owned();
    let heard = receiver.events(&secret).len();
    let events = control.get("/events").await;
    let newest = events["data"].as_array().and_then(|events| events.last());
    let newest = newest.expect("there are events");
    assert_eq!(newest["data"]["object"]["id"], unheard.as_str());
    let id = newest["id"].as_str().unwrap_or_default();
    let resend = format!("/events/{id}/resend");
    let sent = control.post(&resend, json!({})).await;
    assert_eq!(sent["endpoints"], 1);
    assert_eq!(receiver.events(&secret).len(), heard + 1);
    let deliveries = control.get("/deliveries").await;
    let deliveries = deliveries["data"].as_array().map(Vec::len);
    assert_eq!(deliveries, Some(heard + 1));
}

/// What happened so far, and none of it after a reset.
async fn history_and_reset(control: &mut Control<'_>) {
    let requests = control.get("/requests").await;
    let refused = &requests["data"][1];
    assert_eq!(
        (&refused["method"], &refused["status"]),
        (&json!("GET"), &json!(503))
    );
    let state = control.get("/state").await;
    assert_eq!(state["sessions"].as_array().map(Vec::len), Some(4));
    let summary = control.get("/summary").await;
    assert_eq!(
        (&summary["sessions"], &summary["verified"]),
        (&json!(4), &json!(2))
    );
    assert_eq!(
        (&summary["requests"], &summary["failed_requests"]),
        (&json!(3), &json!(1))
    );
    control.post("/reset", Value::Null).await;
    let state = control.get("/state").await;
    for name in ["sessions", "reports", "events", "deliveries"] {
        assert_eq!(state[name], json!([]), "{name}");
    }
    assert_eq!(state["webhooks"], json!([]));
}

/// Each kind of fault, written as the interface writes it back.
#[tokio::test]
async fn faults_are_read_as_they_are_written() {
    let fake = start().await;
    let rows = [
        json!({ "type": "status", "status": 400 }),
        json!({ "type": "reply", "status": 502, "headers": [["retry-after", "3"]], "body": "<p>" }),
        json!({ "type": "delay", "seconds": 0.5 }),
        json!({ "type": "hold" }),
        json!({ "type": "hang" }),
        json!({ "type": "reset" }),
        json!({ "type": "lose_reply" }),
    ];
    let mut control = Control::new(&fake);
    for fault in &rows {
        control.post("/faults", json!({ "fault": fault })).await;
    }
    assert_eq!(
        control.get("/faults").await["faults"],
        Value::from_iter(rows)
    );
}

/// Method and path, the body, the status, and what the message says.
#[tokio::test]
async fn mistakes_are_named_and_change_nothing() {
    let fake = start().await;
    let id = created(&fake).await;
    let outcome = format!("POST /_fake/sessions/{id}/outcome");
    let rows = [
        ("POST /_fake/nothing", "", 404, "/_fake/openapi.json"),
        ("GET /_fake/sessions/vs_none", "", 404, "no session"),
        (
            "POST /_fake/sessions/vs_none/outcome",
            r#"{"outcome": {"type": "canceled"}}"#,
            404,
            "no session",
        ),
        (&outcome, "{}", 400, "outcome"),
        (&outcome, r#"{"outcome": {"type": "happy"}}"#, 400, "happy"),
        (
            &outcome,
            r#"{"outcome": {"type": "failed", "code": "selfie_manipulated"}}"#,
            400,
            "document_expired",
        ),
        (
            &outcome,
            r#"{"outcome": {"type": "canceled"}, "checks_take_seconds": 1}"#,
            400,
            "only a result",
        ),
        (
            &outcome,
            r#"{"outcome": {"type": "verified"}, "checks_take_seconds": -1}"#,
            400,
            "not negative",
        ),
        (
            &outcome,
            r#"{"outcome": {"type": "verified", "person": {"name": "x"}}}"#,
            400,
            "name",
        ),
        (
            "POST /_fake/seed",
            r#"{"sessions": [{"parameters": {"type": "passport"}}]}"#,
            400,
            "type",
        ),
        (
            "POST /_fake/seed",
            r#"{"sessions": [{"parameters": []}]}"#,
            400,
            "object",
        ),
        ("POST /_fake/events/evt_none/resend", "{}", 404, "no event"),
        (
            "POST /_fake/webhooks",
            r#"{"url": "nowhere"}"#,
            400,
            "http://",
        ),
        (
            "POST /_fake/faults",
            r#"{"fault": {"type": "status", "status": 200}}"#,
            400,
            "400 to 599",
        ),
        (
            "POST /_fake/faults",
            r#"{"fault": {"type": "reply", "status": 100}}"#,
            400,
            "200 to 599",
        ),
    ];
    for (request, body, status, part) in rows {
        let (method, path) = request.split_once(' ').expect("method and path");
        let method: Method = method.parse().expect("it is a method");
        let body = serde_json::from_str(body).ok();
        let answer = send(&fake, method, path, body).await;
        assert_eq!(answer.status, status, "{request}: {}", answer.text);
        let message = answer.json["error"]["message"].as_str().unwrap_or_default();
        assert!(message.contains(part), "{request}: {message}");
    }
    let state = fake.handle();
    assert_eq!((state.sessions().len(), state.events().len()), (1, 1));
    assert!(state.faults().is_empty() && state.webhooks().is_empty());
}

/// What a page of another site could send: headers, and whether it is let in.
#[tokio::test]
async fn pages_of_other_sites_have_no_access() {
    let fake = start().await;
    let own = fake.base_url().to_owned();
    let port = own.rsplit(':').next().unwrap_or_default().to_owned();
    let rows = [
        ("host", format!("localhost:{port}"), 200),
        ("host", format!("[::1]:{port}"), 200),
        ("host", format!("rebound.example.com:{port}"), 403),
        ("origin", own.clone(), 200),
        ("origin", "https://example.com".to_owned(), 403),
        ("origin", "null".to_owned(), 403),
        ("content-type", "text/plain".to_owned(), 415),
        (
            "content-type",
            "Application/JSON; charset=utf-8".to_owned(),
            200,
        ),
    ];
    for (name, value, status) in rows {
        let ask = Ask::new(
            Method::POST,
            "/_fake/clock/advance".to_owned(),
            r#"{"seconds":1}"#,
        )
        .header("content-type", "application/json")
        .header(name, &value);
        assert_eq!(
            ask.send_anywhere(&own).await.status,
            status,
            "{name}: {value}"
        );
    }
}

#[tokio::test]
async fn away_from_loopback_there_is_no_access_without_the_token() {
    let log = Arc::new(Mutex::new(Vec::new()));
    let lines = Arc::clone(&log);
    let fake = FakeStripe::builder()
        .bind(IpAddr::V4(Ipv4Addr::UNSPECIFIED))
        .on_request(move |record| {
            lines
                .lock()
                .expect("no test panicked")
                .push(record.to_string());
        })
        .start()
        .await
        .expect("there is a free port");
    let token = fake.control_token().expect("there is one").to_owned();
    let rows = [
        ("/_fake/health", None, 200),
        ("/_fake/sessions", None, 401),
        ("/_fake/sessions", Some("Bearer wrong".to_owned()), 401),
        ("/_fake/sessions", Some(token.clone()), 401),
        ("/_fake/sessions", Some(format!("Bearer {token}")), 200),
    ];
    for (path, authorization, status) in rows {
        let mut ask = Ask::get(path);
        if let Some(value) = &authorization {
            ask = ask.header("authorization", value);
        }
        let answer = ask.send_anywhere(fake.base_url()).await;
        assert_eq!(answer.status, status, "{path} {authorization:?}");
    }
    let id = created(&fake).await;
    Ask::new(
        Method::POST,
        format!("/_fake/sessions/{id}/outcome"),
        r#"{"outcome":{"type":"failed","code":"abandoned"}}"#,
    )
    .header("content-type", "application/json")
    .header("authorization", format!("bearer {token}"))
    .send_anywhere(fake.base_url())
    .await;
    let log = log.lock().expect("no test panicked");
    let last = log.last().expect("it is logged");
    let expected = format!("POST /_fake/sessions/{{session}}/outcome 200 {id} abandoned");
    assert_eq!(*last, expected);
}

#[tokio::test]
async fn the_page_at_the_root_has_all_it_needs_at_its_own_address() {
    let fake = start().await;
    for (path, content_type) in [
        ("/", "text/html; charset=utf-8"),
        ("/console.js", "text/javascript; charset=utf-8"),
        ("/console.css", "text/css; charset=utf-8"),
    ] {
        let answer = Ask::get(path).send_anywhere(fake.base_url()).await;
        assert_eq!(
            (answer.status, answer.header("content-type")),
            (200, Some(content_type))
        );
        assert!(!answer.text.contains("://"), "{path}");
    }
    let icon = Ask::get("/favicon.ico")
        .send_anywhere(fake.base_url())
        .await;
    assert_eq!(icon.status, 204);
    assert!(
        fake.handle().requests().is_empty(),
        "none of these is logged"
    );
}
