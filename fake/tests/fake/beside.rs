//! What Identity's users meet beside Identity: events, webhook endpoints, files, and what
//! Stripe answers around every request.

use axum::body::Bytes;
use http::Method;
use serde_json::{Value, json};
use stripe_identity::API;
use stripe_identity::verification_session::VerificationSession;
use stripe_identity::webhook::{ThinEvent, WebhookVerifier};
use stripe_identity_fake::{FakeStripe, Outcome};

use crate::support::receiver::Receiver;
use crate::support::{Ask, SESSIONS, created, start};

async fn verified(fake: &FakeStripe, form: &str) -> String {
    let id = Ask::post(SESSIONS, form).send(fake).await.id().to_owned();
    let done = fake.handle().submit(&id, Outcome::verified()).await;
    done.expect("the session waits for it");
    id
}

#[tokio::test]
async fn events_are_listed_and_retrieved() {
    let fake = start().await;
    verified(&fake, "type=document").await;
    let of_account = Ask::post(SESSIONS, "type=document").header("stripe-account", "acct_1");
    of_account.send(&fake).await;
    let session = |name: &str| format!("identity.verification_session.{name}");
    let rows: [(&str, &[&str]); 8] = [
        ("", &["verified", "processing", "created"]),
        ("limit=1", &["verified"]),
        ("type=identity.verification_session.created", &["created"]),
        ("type=identity.*", &["verified", "processing", "created"]),
        ("type=charge.*", &[]),
        (
            "types[]=identity.verification_session.verified&types[]=charge.succeeded",
            &["verified"],
        ),
        (
            "delivery_success=true",
            &["verified", "processing", "created"],
        ),
        ("created[lt]=1", &[]),
    ];
    for (query, expected) in rows {
        let list = Ask::get(format!("/v1/events?{query}")).send(&fake).await;
        let data = list.json["data"].as_array().expect("it is a list");
        let types: Vec<_> = data.iter().map(|event| event["type"].clone()).collect();
        let expected: Vec<_> = expected.iter().map(|name| json!(session(name))).collect();
        assert_eq!(types, expected, "{query}");
    }
    let list = Ask::get("/v1/events").send(&fake).await;
    let path = format!("/v1/events/{}", list.ids()[0]);
    let event = Ask::get(&path).send(&fake).await;
    assert_eq!(event.json, list.json["data"][0]);
    let elsewhere = Ask::get(&path).header("stripe-account", "acct_1");
    assert_eq!(
        elsewhere.send(&fake).await.error(),
        (404, "resource_missing", "id")
    );
    let next = format!("/v1/events?starting_after={}", list.ids()[0]);
    assert_eq!(Ask::get(next).send(&fake).await.ids(), list.ids()[1..]);
}

#[tokio::test]
async fn an_endpoint_gets_the_events_that_it_is_registered_for() {
    let receiver = Receiver::start().await;
    let fake = start().await;
    let form = format!(
        "url={}&enabled_events[]=identity.verification_session.verified&metadata[a]=b",
        receiver.url()
    );
    let made = Ask::post("/v1/webhook_endpoints", &form).send(&fake).await;
    let secret = made.json["secret"]
        .as_str()
        .expect("it is told once")
        .to_owned();
    assert!(secret.starts_with("whsec_") && secret != fake.handle().webhook_secret());
    let path = format!("/v1/webhook_endpoints/{}", made.id());
    let read = Ask::get(&path).send(&fake).await;
    assert_eq!(
        (&read.json["secret"], &read.json["metadata"]["a"]),
        (&Value::Null, &json!("b"))
    );

    verified(&fake, "type=document").await;
    assert_eq!(receiver.types(&secret), ["verified"]);
    let all = Ask::post(&path, "enabled_events[]=*").send(&fake).await;
    assert_eq!(all.json["enabled_events"], json!(["*"]));
    created(&fake).await;
    fake.handle().settled().await;
    assert_eq!(receiver.types(&secret), ["verified", "created"]);
    let of_account = Ask::post(SESSIONS, "type=document").header("stripe-account", "acct_1");
    of_account.send(&fake).await;
    let disabled = Ask::post(&path, "disabled=true").send(&fake).await;
    assert_eq!(disabled.json["status"], "disabled");
    created(&fake).await;
    fake.handle().settled().await;
    assert_eq!(receiver.types(&secret).len(), 2);

    let list = Ask::get("/v1/webhook_endpoints").send(&fake).await;
    assert_eq!(list.ids(), [made.id()]);
    let delete = || Ask::new(Method::DELETE, path.clone(), "");
    assert_eq!(delete().send(&fake).await.json["deleted"], true);
    assert_eq!(
        delete().send(&fake).await.error(),
        (404, "resource_missing", "webhook_endpoint")
    );
    for (form, code, param) in [
        ("enabled_events[]=*", "parameter_missing", "url"),
        ("url=nowhere&enabled_events[]=*", "url_invalid", "url"),
        (
            "url=http://127.0.0.1:1/&enabled_events[]=some.event",
            "",
            "enabled_events[0]",
        ),
    ] {
        let refused = Ask::post("/v1/webhook_endpoints", form).send(&fake).await;
        assert_eq!(refused.error(), (400, code, param), "{form}");
    }
}

#[tokio::test]
async fn an_endpoint_of_connect_gets_the_events_of_other_accounts() {
    let receiver = Receiver::start().await;
    let fake = start().await;
    let form = format!("url={}&enabled_events[]=*&connect=true", receiver.url());
    let made = Ask::post("/v1/webhook_endpoints", &form).send(&fake).await;
    created(&fake).await;
    let of_account = Ask::post(SESSIONS, "type=document").header("stripe-account", "acct_1");
    of_account.send(&fake).await;
    fake.handle().settled().await;
    let secret = made.json["secret"].as_str().expect("it is told once");
    let events = receiver.events(secret);
    assert!(matches!(&events[..], [one] if one.account.as_deref() == Some("acct_1")));
}

/// A stand-in with a session, the session's id, and the thin event of its creation, as it was sent and as it is read.
async fn with_thin_event() -> (FakeStripe, String, Bytes, ThinEvent) {
    let receiver = Receiver::start().await;
    let builder = FakeStripe::builder().thin_webhook(receiver.url());
    let fake = builder.start().await.expect("there is a free port");
    let id = created(&fake).await;
    fake.handle().settled().await;
    let (body, signature) = receiver.raw().remove(0);
    let verifier = WebhookVerifier::new(fake.handle().webhook_secret()).expect("it is a secret");
    let event = verifier
        .thin_event(&body, &signature)
        .expect("it is a thin event");
    (fake, id, body, event)
}

#[tokio::test]
async fn thin_events_name_the_session_and_hold_nothing_of_it() {
    let (fake, id, body, event) = with_thin_event().await;
    assert_eq!(event.type_, "v1.identity.verification_session.created");
    let related = event.related_object.expect("it is about a session");
    assert_eq!(related.id.as_deref(), Some(id.as_str()));
    assert_eq!(Ask::get(related.url).send(&fake).await.id(), id);
    let whole = Ask::get(format!("/v2/core/events/{}", event.id))
        .send(&fake)
        .await;
    let sent: Value = serde_json::from_slice(&body).expect("it is JSON");
    assert_eq!(whole.json, sent);
}

#[tokio::test]
async fn the_client_retrieves_a_thin_event_and_its_object() {
    let (fake, id, _, event) = with_thin_event().await;
    let client = fake.client();
    let whole: ThinEvent = event
        .retrieve(&API)
        .send(&client)
        .await
        .expect("it is kept");
    assert_eq!(whole, event);
    let object = event.retrieve_related_object(&API).expect("it has one");
    let session: VerificationSession = object.send(&client).await.expect("it is a session");
    assert_eq!(session.id, *id);
}

#[tokio::test]
async fn the_files_of_a_report_are_fetched_with_a_restricted_key() {
    let fake = start().await;
    let form = "type=document&options[document][require_matching_selfie]=true";
    let session = verified(&fake, form).await;
    let report = fake.handle().reports().remove(0);
    let documents = report
        .document
        .and_then(|check| check.files)
        .unwrap_or_default();
    let selfie = report.selfie.and_then(|check| check.selfie);
    let rows = [
        (documents[0].clone(), "identity_document"),
        (selfie.expect("it is asked for"), "selfie"),
    ];
    for (id, purpose) in &rows {
        let path = format!("/v1/files/{id}");
        let refused = Ask::get(&path).send(&fake).await;
        assert_eq!(refused.status, 403);
        let file = Ask::get(&path)
            .send_with(&fake, fake.restricted_key())
            .await;
        assert_eq!(file.json["purpose"], *purpose);
        let url = file.json["url"].as_str().unwrap_or_default();
        let contents = url
            .strip_prefix(fake.base_url())
            .expect("it is served here");
        let image = Ask::get(contents).key(fake.restricted_key());
        let image = image.send_bytes(fake.base_url()).await;
        assert!(image.starts_with(b"\x89PNG\r\n\x1a\n"));
        assert_eq!(file.json["size"], image.len());
    }
    let redact = format!("{SESSIONS}/{session}/redact");
    Ask::post(redact, "").send(&fake).await;
    fake.handle()
        .advance(std::time::Duration::from_secs(4 * 24 * 60 * 60));
    let path = format!("/v1/files/{}", rows[0].0);
    let gone = Ask::get(path).send_with(&fake, fake.restricted_key()).await;
    assert_eq!(gone.error(), (404, "resource_missing", "file"));
}

/// A header that is sent, and the status and the header that are answered.
#[tokio::test]
async fn headers_are_read_and_answered_as_stripe_does() {
    let fake = start().await;
    let form = "application/x-www-form-urlencoded";
    let upper = form.to_uppercase();
    let with_charset = format!("{form}; charset=UTF-8");
    let rows = [
        (
            ("content-type", upper.as_str()),
            200,
            ("content-type", "application/json"),
        ),
        (
            ("content-type", &with_charset),
            200,
            ("cache-control", "no-cache, no-store"),
        ),
        (
            ("content-type", "application/x-www-form-urlencodedx"),
            400,
            ("content-type", "application/json"),
        ),
        (
            ("stripe-account", "acct_1"),
            200,
            ("stripe-account", "acct_1"),
        ),
        (
            ("stripe-version", "2026-09-30.endive; feature=v1"),
            200,
            ("stripe-version", "2026-09-30.endive; feature=v1"),
        ),
        (
            ("stripe-version", "2026-09-30.endive; feature"),
            400,
            ("access-control-allow-origin", "*"),
        ),
        (
            ("stripe-version", "2026-09-30.endive; feature=1"),
            400,
            ("access-control-max-age", "300"),
        ),
    ];
    for ((name, value), status, (answered, expected)) in rows {
        let ask = Ask::post(SESSIONS, "type=document").header(name, value);
        let answer = ask.send(&fake).await;
        assert_eq!(answer.status, status, "{name}: {value}");
        assert_eq!(answer.header(answered), Some(expected), "{name}: {value}");
    }
    let options = Ask::new(Method::OPTIONS, SESSIONS.to_owned(), "");
    let answer = options.send_anywhere(fake.base_url()).await;
    assert_eq!((answer.status, &*answer.text), (200, ""));
    let methods = answer.header("access-control-allow-methods");
    assert_eq!(methods, Some("GET, HEAD, PUT, PATCH, POST, DELETE"));
    let text = Ask::post(SESSIONS, "type=document").send(&fake).await.text;
    let start = "{\n  \"id\": \"vs_1";
    assert!(text.starts_with(start), "{text}");
    let places = ["\"object\"", "\"client_secret\"", "\"created\"", "\"url\""];
    let places = places.map(|key| text.find(key).expect("it is there"));
    assert!(places.is_sorted(), "{text}");
}

#[tokio::test]
async fn a_segment_of_a_path_may_be_percent_encoded() {
    let fake = start().await;
    let id = created(&fake).await;
    let encoded = id.replacen('_', "%5F", 1);
    let answer = Ask::get(format!("{SESSIONS}/{encoded}")).send(&fake).await;
    assert_eq!(answer.id(), id);
    let broken = Ask::get(format!("{SESSIONS}/%ff")).send(&fake).await;
    assert_eq!(broken.status, 404);
}
