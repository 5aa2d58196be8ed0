//! The hosted page, as a browser uses it.

use std::time::Duration;

use stripe_identity::verification_session::VerificationSessionStatus as Status;
use stripe_identity_fake::{FakeStripe, Outcome};

use crate::support::receiver::short;
use crate::support::{Answer, Ask, SESSIONS, start};

const DAY: Duration = Duration::from_secs(24 * 60 * 60);

/// A session's id and the path of its page.
async fn session(fake: &FakeStripe, form: &str) -> (String, String) {
    let made = Ask::post(SESSIONS, form).send(fake).await;
    let url = made.json["url"].as_str().expect("it waits for the person");
    let path = url.strip_prefix(fake.base_url()).expect("the page is here");
    (made.id().to_owned(), path.to_owned())
}

async fn show(fake: &FakeStripe, path: &str) -> Answer {
    Ask::get(path).send_anywhere(fake.base_url()).await
}

async fn submit(fake: &FakeStripe, path: &str, form: &str) -> Answer {
    Ask::post(path, form).send_anywhere(fake.base_url()).await
}

#[tokio::test]
async fn the_page_is_a_form_without_anything_from_other_hosts() {
    let fake = start().await;
    let (id, path) = session(&fake, "type=document").await;
    let page = show(&fake, &path).await;
    assert_eq!(page.status, 200);
    for part in [
        "<html lang=\"en\">",
        "<meta name=\"viewport\"",
        "<title>Verify your identity</title>",
        "<main><h1>",
        "<form method=\"post\">",
        "<option value=\"document_expired\">document expired</option>",
        "<button name=\"outcome\" value=\"verified\">",
    ] {
        assert!(page.text.contains(part), "{part}");
    }
    for part in [
        "<script",
        "<link",
        "<img",
        "src=",
        "http://",
        "https://",
        &id,
        "selfie_face_mismatch",
    ] {
        assert!(!page.text.contains(part), "{part}");
    }
    assert_eq!(page.header("cache-control"), Some("no-store"));
    assert_eq!(page.header("referrer-policy"), Some("no-referrer"));
    let policy = page.header("content-security-policy").unwrap_or_default();
    assert!(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"));
}

#[tokio::test]
async fn an_outcome_leads_back_to_the_return_url() {
    let rows = [
        ("outcome=verified", Status::Verified),
        (
            "outcome=failed&code=document_expired",
            Status::RequiresInput,
        ),
        ("outcome=canceled", Status::Canceled),
        ("outcome=verified_later", Status::Processing),
    ];
    for (form, status) in rows {
        let fake = start().await;
        let made = "type=document&return_url=https://example.com/done?a=b%26c";
        let (id, path) = session(&fake, made).await;
        let answer = submit(&fake, &path, form).await;
        assert_eq!(answer.status, 303);
        assert_eq!(
            answer.header("location"),
            Some("https://example.com/done?a=b&c")
        );
        let session = fake.handle().session(&id).expect("it is there");
        assert_eq!(session.status, status, "{form}");
        let again = submit(&fake, &path, form).await;
        assert_eq!(again.status, 404, "the link works once");
    }
}

#[tokio::test]
async fn the_return_url_is_percent_encoded() {
    let rows = [
        ("https://example.com/a%2520b", "https://example.com/a%20b"),
        (
            "HTTPS://example.com:8443?a=b%20c%23top",
            "HTTPS://example.com:8443?a=b%20c#top",
        ),
        (
            "https://example.com/%C3%A4?s={ID}",
            "https://example.com/%C3%A4?s={ID}",
        ),
        ("http://127.0.0.1:3000", "http://127.0.0.1:3000"),
    ];
    for (sent, location) in rows {
        let fake = start().await;
        let (_, path) = session(&fake, &format!("type=document&return_url={sent}")).await;
        let answer = submit(&fake, &path, "outcome=verified").await;
        assert_eq!(answer.header("location"), Some(location));
    }
}

#[tokio::test]
async fn without_a_return_url_there_is_a_page_of_thanks() {
    let fake = start().await;
    let (_, path) = session(&fake, "type=document").await;
    let answer = submit(&fake, &path, "outcome=verified").await;
    assert_eq!(answer.status, 200);
    assert!(answer.text.contains("<h1>Thank you</h1>"));
}

#[tokio::test]
async fn checks_that_take_a_while_end_by_the_clock() {
    let fake = start().await;
    let (id, path) = session(&fake, "type=document").await;
    submit(&fake, &path, "outcome=verified_later").await;
    let status = || fake.handle().session(&id).expect("it is there").status;
    fake.handle().advance(Duration::from_secs(9));
    assert_eq!(status(), Status::Processing);
    fake.handle().advance(Duration::from_secs(1));
    assert_eq!(status(), Status::Verified);
}

#[tokio::test]
async fn an_outcome_replaces_one_that_is_due_later() {
    let fake = start().await;
    let (id, path) = session(&fake, "type=document").await;
    submit(&fake, &path, "outcome=verified_later").await;
    let failed = Outcome::failed("document_expired");
    let decided = fake.handle().submit(&id, failed).await;
    decided.expect("its checks run");
    fake.handle().advance(DAY);
    let session = fake.handle().session(&id).expect("it is there");
    assert_eq!(session.status, Status::RequiresInput);
}

#[tokio::test]
async fn steps_happen_in_the_order_in_which_they_are_due() {
    let fake = start().await;
    let (redacted, _) = session(&fake, "type=document").await;
    let (_, path) = session(&fake, "type=document").await;
    Ask::post(format!("{SESSIONS}/{redacted}/redact"), "")
        .send(&fake)
        .await;
    submit(&fake, &path, "outcome=verified_later").await;
    fake.handle().advance(DAY * 5);
    let events = fake.handle().events();
    let types: Vec<_> = events.iter().map(|event| short(&event.type_)).collect();
    assert_eq!(
        types[2..],
        ["canceled", "processing", "verified", "redacted"]
    );
}

#[tokio::test]
async fn a_choice_that_the_form_does_not_offer_is_refused() {
    let fake = start().await;
    let (id, path) = session(&fake, "type=document").await;
    for form in [
        "",
        "outcome=",
        "outcome=rich",
        "outcome=failed",
        "outcome=failed&code=",
        "outcome=failed&code=selfie_face_mismatch",
        "outcome=failed&code=<b>tired</b>",
        "code=document_expired",
        "%",
    ] {
        let answer = submit(&fake, &path, form).await;
        assert_eq!(answer.status, 400, "{form}");
        assert!(answer.text.contains("<p role=\"alert\">"), "{form}");
        let asks = answer.text.contains("Choose a reason for the failure.");
        assert_eq!(
            asks,
            ["outcome=failed", "outcome=failed&code="].contains(&form),
            "{form}"
        );
        assert!(!answer.text.contains("<b>"), "{form}");
    }
    let session = fake.handle().session(&id).expect("it is there");
    assert_eq!(session.status, Status::RequiresInput);
}

#[tokio::test]
async fn the_sample_person_shows_an_allowed_document() {
    let fake = start().await;
    let form = "type=document&options[document][allowed_types][]=passport";
    let (id, path) = session(&fake, form).await;
    assert_eq!(submit(&fake, &path, "outcome=verified").await.status, 200);
    let session = fake.handle().session(&id).expect("it is there");
    assert_eq!(session.status, Status::Verified);
}

#[tokio::test]
async fn other_addresses_are_not_found() {
    let fake = start().await;
    let (id, path) = session(&fake, "type=document").await;
    let gone = [
        "/start/".to_owned(),
        format!("/start/{id}"),
        format!("{path}x"),
        "/start/%2e%2e".to_owned(),
    ];
    for path in gone {
        let shown = show(&fake, &path).await.status;
        let submitted = submit(&fake, &path, "outcome=verified").await.status;
        // What is no page's address is one of the API, which asks for a key.
        assert!(
            matches!((shown, submitted), (404, 404) | (401, 401)),
            "{path}"
        );
    }
    let cancel = Ask::post(format!("{SESSIONS}/{id}/cancel"), "")
        .send(&fake)
        .await;
    assert_eq!(cancel.status, 200);
    assert_eq!(show(&fake, &path).await.status, 404, "it is canceled");
}

#[tokio::test]
async fn a_url_is_valid_for_two_days_and_a_secret_for_one() {
    let fake = start().await;
    let (id, path) = session(&fake, "type=document").await;
    let read = async || Ask::get(format!("{SESSIONS}/{id}")).send(&fake).await.json;
    let first = read().await;
    fake.handle().advance(DAY);
    let second = read().await;
    assert_eq!(second["url"], first["url"]);
    assert_ne!(second["client_secret"], first["client_secret"]);
    fake.handle().advance(DAY);
    assert_eq!(show(&fake, &path).await.status, 404);
    let third = read().await;
    assert_ne!(third["url"], second["url"]);
    let path = third["url"]
        .as_str()
        .expect("it waits")
        .replace(fake.base_url(), "");
    assert_eq!(show(&fake, &path).await.status, 200);
}
