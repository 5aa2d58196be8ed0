//! The drop-in for `stripe.verifyIdentity`, as far as it goes without a browser, and outcomes
//! that happen when a page is opened.

use std::time::Duration;

use serde_json::json;
use stripe_identity_fake::{FakeStripe, Outcome, When};

use crate::support::{Answer, Ask, SESSIONS, start};

const DAY: Duration = Duration::from_secs(24 * 60 * 60);

async fn open(fake: &FakeStripe, secret: &str) -> Answer {
    let ask = Ask::post("/modal", secret).header("content-type", "text/plain");
    ask.send_anywhere(fake.base_url()).await
}

/// The last client secret and the path of the modal's page.
async fn opened(fake: &FakeStripe, form: &str) -> (String, String) {
    let made = Ask::post(SESSIONS, form).send(fake).await;
    let secret = made.json["client_secret"].as_str().expect("it waits");
    let answer = open(fake, secret).await;
    assert_eq!(answer.header("access-control-allow-origin"), Some("*"));
    let url = answer.json["url"].as_str().expect("the secret is valid");
    let path = url.strip_prefix(fake.base_url()).expect("the page is here");
    (secret.to_owned(), path.to_owned())
}

/// What the person chooses, and the `error.code` of Stripe.js.
#[tokio::test]
async fn each_end_is_told_to_the_page_around_it() {
    let rows = [
        ("outcome=verified", ""),
        ("outcome=failed&code=document_expired", ""),
        ("outcome=canceled", "session_cancelled"),
        ("outcome=failed&code=consent_declined", "consent_declined"),
        (
            "outcome=failed&code=device_not_supported",
            "device_unsupported",
        ),
        (
            "outcome=failed&code=under_supported_age",
            "under_supported_age",
        ),
        (
            "outcome=failed&code=phone_verification_declined",
            "phone_otp_declined",
        ),
        (
            "outcome=failed&code=email_verification_declined",
            "email_verification_declined",
        ),
    ];
    for (form, code) in rows {
        let fake = start().await;
        let made = "verification_flow=vf_1&return_url=https://example.com";
        let (_, path) = opened(&fake, made).await;
        let page = Ask::get(&path).send_anywhere(fake.base_url()).await;
        let policy = page.header("content-security-policy").unwrap_or_default();
        assert!(!policy.contains("frame-ancestors"), "a site may frame it");
        let end = Ask::post(&path, form).send_anywhere(fake.base_url()).await;
        assert_eq!(end.status, 200, "{form}");
        let script = format!("<script src=\"/modal.js\" data-error=\"{code}\">");
        assert!(end.text.contains(&script), "{form}: {}", end.text);
    }
}

#[tokio::test]
async fn a_secret_is_good_for_a_day_and_for_one_submission() {
    let fake = start().await;
    let (secret, path) = opened(&fake, "type=document").await;
    assert_eq!(open(&fake, "vs_1_secret_2").await.status, 404);
    let second = Duration::from_secs(1);
    fake.handle().advance(DAY.saturating_sub(second));
    assert_eq!(open(&fake, &secret).await.status, 200);
    fake.handle().advance(second);
    let late = open(&fake, &secret).await;
    assert_eq!(
        (late.status, late.json["error"]["code"].as_str()),
        (404, Some("resource_missing"))
    );
    let (secret, other) = opened(&fake, "type=document").await;
    for path in [&path, &other] {
        let form = "outcome=failed&code=document_expired";
        Ask::post(path, form).send_anywhere(fake.base_url()).await;
    }
    assert_eq!(open(&fake, &secret).await.status, 404);
    let scripts = ["/stripe.js", "/modal.js"];
    for path in scripts {
        let script = Ask::get(path).send_anywhere(fake.base_url()).await;
        assert_eq!(script.status, 200);
        assert!(!script.text.contains("STAND_IN"), "{path}");
    }
}

#[tokio::test]
async fn a_planned_outcome_happens_when_the_page_is_opened() {
    let fake = start().await;
    let handle = fake.handle();
    handle.submit_next(1, Outcome::failed("document_expired"), When::Visited);
    handle.submit_next(1, Outcome::failed("selfie_manipulated"), When::Created);
    let made = "type=document&return_url=https://example.com/done";
    let made = Ask::post(SESSIONS, made).send(&fake).await;
    let session = || handle.session(made.id()).expect("it is there");
    assert!(session().last_error.is_none());
    let path = made.json["url"]
        .as_str()
        .unwrap_or_default()
        .replace(fake.base_url(), "");
    let page = Ask::get(&path).send_anywhere(fake.base_url()).await;
    assert_eq!(
        (page.status, page.header("location")),
        (303, Some("https://example.com/done"))
    );
    let error = json!(session().last_error);
    assert_eq!(error["code"], "document_expired");
    // The second one does not suit what the session asks for, and the log says so.
    let other = Ask::post(SESSIONS, "type=document").send(&fake).await;
    assert_eq!(other.status, 200);
    let last = handle.requests().pop().expect("it is logged").to_string();
    assert!(last.ends_with("planned_outcome_refused"), "{last}");
}
