//! Idempotency keys.

use std::time::Duration;

use stripe_identity_fake::{FakeStripe, Fault};

use crate::support::{Answer, Ask, SESSIONS, created, start};

const FORM: &str = "type=document&metadata[a]=1&metadata[b]=2";

fn keyed(key: &str, form: &str) -> Ask {
    Ask::post(SESSIONS, form).header("idempotency-key", key)
}

async fn count(fake: &FakeStripe) -> usize {
    let list = Ask::get(format!("{SESSIONS}?limit=100")).send(fake).await;
    list.ids().len()
}

fn replayed(answer: &Answer) -> Option<&str> {
    answer.header("idempotent-replayed")
}

#[tokio::test]
async fn a_key_gives_the_same_answer_again() {
    let fake = start().await;
    let first = keyed("k1", FORM).send(&fake).await;
    let reordered = "metadata[b]=2&type=document&metadata[a]=1";
    let second = keyed("k1", reordered).send(&fake).await;
    assert_eq!(first.text, second.text);
    assert_eq!((replayed(&first), replayed(&second)), (None, Some("true")));
    assert_eq!(
        second.header("original-request"),
        first.header("request-id")
    );
    assert_ne!(second.header("request-id"), first.header("request-id"));
    assert_eq!(second.header("idempotency-key"), Some("k1"));
    assert_eq!(count(&fake).await, 1);
    assert_eq!(fake.handle().events().len(), 1);

    let other = keyed("k2", FORM).send(&fake).await;
    assert_ne!(other.id(), first.id());
}

#[tokio::test]
async fn a_key_is_of_one_request() {
    let fake = start().await;
    let session = created(&fake).await;
    keyed("k1", FORM).send(&fake).await;
    let cancel = format!("{SESSIONS}/{session}/cancel");
    for ask in [
        keyed("k1", "type=document"),
        keyed("k1", "type=id_number&metadata[a]=1&metadata[b]=2"),
        Ask::post(cancel, "").header("idempotency-key", "k1"),
    ] {
        let answer = ask.send(&fake).await;
        assert_eq!(answer.status, 400);
        assert_eq!(answer.json["error"]["type"], "idempotency_error");
    }
    let long = "k".repeat(256);
    for key in ["", &long] {
        let answer = keyed(key, FORM).send(&fake).await;
        assert_eq!(answer.json["error"]["type"], "idempotency_error");
    }
}

#[tokio::test]
async fn what_was_refused_unseen_may_be_tried_again_with_the_key() {
    let fake = start().await;
    assert_eq!(keyed("k1", "type=nothing").send(&fake).await.status, 400);
    let again = keyed("k1", "type=document").send(&fake).await;
    assert_eq!((again.status, replayed(&again)), (200, None));
}

#[tokio::test]
async fn a_refusal_of_the_object_is_kept() {
    let fake = start().await;
    let session = created(&fake).await;
    let cancel =
        || Ask::post(format!("{SESSIONS}/{session}/cancel"), "").header("idempotency-key", "k1");
    let other = Ask::post(format!("{SESSIONS}/{session}/cancel"), "");
    assert_eq!(other.send(&fake).await.status, 200);
    let first = cancel().send(&fake).await;
    let second = cancel().send(&fake).await;
    assert_eq!((first.status, second.status), (400, 400));
    assert_eq!(replayed(&second), Some("true"));
}

#[tokio::test]
async fn keys_of_accounts_and_of_reads_do_not_meet() {
    let fake = start().await;
    let first = keyed("k1", FORM).send(&fake).await;
    let other = keyed("k1", FORM)
        .header("stripe-account", "acct_1")
        .send(&fake)
        .await;
    assert_ne!(other.id(), first.id());
    for _ in 0..2 {
        let read = Ask::get(SESSIONS)
            .header("idempotency-key", "k1")
            .send(&fake)
            .await;
        assert_eq!((read.status, replayed(&read)), (200, None));
    }
}

#[tokio::test]
async fn a_key_is_forgotten_after_a_day() {
    let fake = start().await;
    let first = keyed("k1", FORM).send(&fake).await;
    fake.handle().advance(Duration::from_secs(24 * 60 * 60 - 1));
    assert_eq!(keyed("k1", FORM).send(&fake).await.id(), first.id());
    fake.handle().advance(Duration::from_secs(1));
    assert_ne!(keyed("k1", FORM).send(&fake).await.id(), first.id());
}

/// The first is held, so that the second comes while it is carried out.
#[tokio::test]
async fn two_at_a_time_do_not_both_work() {
    let fake = start().await;
    let handle = fake.handle();
    handle.fail_next(1, Fault::Hold);
    let (first, busy) = tokio::join!(keyed("k1", FORM).send(&fake), async {
        handle.held(1).await;
        let busy = keyed("k1", FORM).send(&fake).await;
        handle.release();
        busy
    });
    assert_eq!(busy.error(), (409, "idempotency_key_in_use", ""));
    assert_eq!(busy.json["error"]["type"], "idempotency_error");
    assert_eq!(first.status, 200);
    assert_eq!(keyed("k1", FORM).send(&fake).await.id(), first.id());
    assert_eq!(count(&fake).await, 1);
}
