//! Redaction, in time that the test controls.

use std::time::Duration;

use serde_json::Value;
use stripe_identity::verification_report;
use stripe_identity::verification_session::{self as session, VerificationSessionStatus};
use stripe_identity::webhook::IdentityEvent;
use stripe_identity_fake::{
    Address, Error, FakeStripe, IdNumber, IdentityDocument, Outcome, Person,
};

use crate::support::receiver::short;
use crate::support::{Ask, SESSIONS, created, start};

const SECOND: Duration = Duration::from_secs(1);
const FOUR_DAYS: Duration = Duration::from_secs(4 * 24 * 60 * 60);
const FORM: &str = "type=document&metadata[k]=secret-1&provided_details[email]=secret@example.com\
                    &provided_details[phone]=secret-2&options[document][require_id_number]=true\
                    &options[document][require_matching_selfie]=true";

/// Every text of it can be found again.
fn marked() -> Person {
    Person {
        first_name: "secret-3".to_owned(),
        last_name: "secret-4".to_owned(),
        place_of_birth: Some("secret-5".to_owned()),
        email: Some("secret-6@example.com".to_owned()),
        phone: Some("secret-7".to_owned()),
        address: Address {
            line1: "secret-8".to_owned(),
            ..Address::default()
        },
        document: IdentityDocument {
            number: "secret-9".to_owned(),
            ..IdentityDocument::default()
        },
        id_number: Some(IdNumber {
            number: "secret-10".to_owned(),
            ..IdNumber::default()
        }),
        ..Person::default()
    }
}

async fn redaction(fake: &FakeStripe, id: &str) -> Value {
    let session = Ask::get(format!("{SESSIONS}/{id}")).send(fake).await;
    session.json["redaction"].clone()
}

#[tokio::test]
async fn it_takes_four_days() {
    let fake = start().await;
    let id = created(&fake).await;
    assert_eq!(redaction(&fake, &id).await, Value::Null);
    let redacted = Ask::post(format!("{SESSIONS}/{id}/redact"), "")
        .send(&fake)
        .await;
    assert_eq!(redacted.json["redaction"]["status"], "processing");
    assert_eq!(
        redacted.json["status"], "canceled",
        "nobody is to start it any more"
    );

    fake.handle().advance(FOUR_DAYS.saturating_sub(SECOND));
    assert_eq!(redaction(&fake, &id).await["status"], "processing");
    fake.handle().advance(SECOND);
    assert_eq!(redaction(&fake, &id).await["status"], "redacted");
    let types: Vec<_> = fake
        .handle()
        .events()
        .iter()
        .map(|event| short(&event.type_))
        .collect();
    assert_eq!(types, ["created", "canceled", "redacted"]);
}

#[tokio::test]
async fn nothing_personal_is_left() -> Result<(), stripe_identity::Error> {
    let fake = start().await;
    let id = Ask::post(SESSIONS, FORM).send(&fake).await.id().to_owned();
    let handle = fake.handle();
    handle
        .submit(&id, Outcome::failed("document_expired"))
        .await
        .expect("it waits");
    handle
        .submit(&id, Outcome::Verified(marked()))
        .await
        .expect("it waits");
    let everything = async || {
        let expand = "expand[]=verified_outputs.dob&expand[]=verified_outputs.id_number\
                      &expand[]=last_verification_report.document.number\
                      &expand[]=last_verification_report.document.dob\
                      &expand[]=last_verification_report.id_number.id_number";
        let ask = Ask::get(format!("{SESSIONS}/{id}?{expand}"));
        ask.send_with(&fake, fake.restricted_key()).await
    };
    let before = everything().await.text;
    for mark in 1..=10 {
        assert!(before.contains(&format!("secret-{mark}")), "{mark}");
    }

    session::redact(id.as_str()).send(&fake.client()).await?;
    handle.advance(FOUR_DAYS);
    let after = everything().await;
    assert!(
        !after.text.contains("secret-")
            && !after.text.contains("secret@")
            && !after.text.contains("file_"),
        "{}",
        after.text
    );
    let read = &after.json;
    assert_eq!(read["status"], "verified");
    assert_eq!(read["metadata"], serde_json::json!({}));
    assert_eq!(read["provided_details"]["email"], "[redacted]");
    let outputs = &read["verified_outputs"];
    assert_eq!(outputs["first_name"], "[redacted]");
    assert_eq!(outputs["address"]["line1"], "[redacted]");
    assert_eq!(outputs["address"]["line2"], Value::Null);
    assert_eq!(
        (&outputs["sex"], &outputs["dob"]),
        (&"[redacted]".into(), &Value::Null)
    );
    assert_eq!(outputs["id_number_type"], "us_ssn");
    let document = &read["last_verification_report"]["document"];
    assert_eq!(
        (&document["number"], &document["dob"]),
        (&"[redacted]".into(), &Value::Null)
    );
    assert_eq!(
        (&document["files"], &document["status"]),
        (&Value::Array(vec![]), &"verified".into())
    );

    // Also in what came before, and in every event.
    let reports = verification_report::list().send(&fake.client()).await?;
    assert_eq!(reports.data.len(), 2);
    let reports = serde_json::to_string(&reports.data).expect("it serialises");
    assert!(!reports.contains("secret-"));
    for event in handle.events() {
        if let IdentityEvent::VerificationSessionCreated(session) = event.data {
            assert!(session.metadata.is_empty());
            let details = session.provided_details.expect("it has details");
            assert_eq!(details.email.as_deref(), Some("[redacted]"));
        }
    }
    Ok(())
}

#[tokio::test]
async fn what_is_redacted_is_of_no_more_use() {
    let fake = start().await;
    let id = created(&fake).await;
    fake.handle()
        .submit(&id, Outcome::verified())
        .await
        .expect("it waits");
    let redact = || Ask::post(format!("{SESSIONS}/{id}/redact"), "");
    assert_eq!(redact().send(&fake).await.status, 200);
    for advance in [Duration::ZERO, FOUR_DAYS] {
        fake.handle().advance(advance);
        for path in ["", "/cancel", "/redact"] {
            let answer = Ask::post(format!("{SESSIONS}/{id}{path}"), "")
                .send(&fake)
                .await;
            assert_eq!(answer.status, 400, "{path}");
        }
        let submitted = fake.handle().submit(&id, Outcome::verified()).await;
        assert!(matches!(submitted, Err(Error::NotSubmittable { .. })));
    }
}

#[tokio::test]
async fn how_long_it_takes_can_be_set() {
    let fake = FakeStripe::builder()
        .redaction_takes(Duration::ZERO)
        .start()
        .await
        .expect("there is a free port");
    let id = created(&fake).await;
    let redacted = session::redact(id.as_str()).send(&fake.client()).await;
    let redacted = redacted.expect("it waits for the person");
    assert_eq!(redacted.status, VerificationSessionStatus::Canceled);
    assert_eq!(redaction(&fake, &id).await["status"], "redacted");
}
