//! Faults, and what the client makes of them.

use std::time::Duration;

use stripe_identity::transport::TransportErrorKind;
use stripe_identity::verification_session::{self as session, VerificationType};
use stripe_identity::{Client, Error, RequestOptions};
use stripe_identity_fake::Fault;

use crate::support::{Ask, SESSIONS, impatient_client, start};

/// One call, tried once only.
async fn list_once(client: &Client) -> Result<usize, Error> {
    let once = RequestOptions::new().max_retries(0);
    let page = session::list().with_options(once).send(client).await?;
    Ok(page.data.len())
}

#[tokio::test]
async fn a_status_is_an_error_of_the_shape_of_stripe() {
    let fake = start().await;
    let rows = [
        (400, "invalid_request_error", None),
        (401, "invalid_request_error", None),
        (402, "card_error", Some("card_declined")),
        (403, "invalid_request_error", None),
        (404, "invalid_request_error", None),
        (409, "invalid_request_error", Some("lock_timeout")),
        (429, "invalid_request_error", Some("rate_limit")),
        (500, "api_error", None),
        (503, "api_error", None),
    ];
    for (status, type_, code) in rows {
        fake.handle().fail_next(1, Fault::Status(status));
        let error = list_once(&fake.client()).await.expect_err("it fails");
        assert_eq!(error.status().map(|status| status.as_u16()), Some(status));
        assert_eq!(
            (error.type_(), error.code()),
            (Some(type_), code),
            "{status}"
        );
        assert!(error.request_id().is_some());
    }
    assert_eq!(
        list_once(&fake.client())
            .await
            .expect("all faults are used up"),
        0
    );
}

#[tokio::test]
async fn the_client_gets_over_what_passes() -> Result<(), Error> {
    for fault in [
        Fault::Status(500),
        Fault::Status(409),
        Fault::Reset,
        Fault::LoseReply,
    ] {
        let fake = start().await;
        fake.handle().fail_next(2, fault.clone());
        let made = session::create()
            .type_(VerificationType::Document)
            .send_with_meta(&impatient_client(&fake))
            .await?;
        assert_eq!(made.meta.attempts(), 3, "{fault:?}");
        let replayed = fault == Fault::LoseReply;
        assert_eq!(made.meta.idempotent_replayed(), replayed, "{fault:?}");
        assert_eq!(
            fake.handle().events().len(),
            1,
            "{fault:?}: it was made once"
        );
    }
    Ok(())
}

#[tokio::test]
async fn a_connection_is_reset() {
    let fake = start().await;
    for fault in [Fault::Reset, Fault::LoseReply] {
        fake.handle().fail_next(1, fault);
        let error = list_once(&fake.client()).await.expect_err("it fails");
        let kind = error
            .transport_error()
            .map(stripe_runtime::TransportError::kind);
        assert_eq!(kind, Some(TransportErrorKind::Reset));
    }
    let answered: Vec<_> = fake
        .handle()
        .requests()
        .iter()
        .map(|asked| asked.status)
        .collect();
    assert_eq!(answered, [None, None]);
}

#[tokio::test]
async fn a_hanging_request_times_out() {
    let fake = start().await;
    fake.handle().fail_next(1, Fault::Hang);
    let options = RequestOptions::new()
        .max_retries(0)
        .timeout(Duration::from_secs(1));
    let call = session::create()
        .type_(VerificationType::Document)
        .with_options(options);
    let error = call
        .send(&impatient_client(&fake))
        .await
        .expect_err("it hangs");
    assert!(error.is_timeout());
    assert!(fake.handle().events().is_empty(), "it was not carried out");
}

#[tokio::test]
async fn a_held_request_is_carried_out_after_its_client_left() {
    let fake = start().await;
    let handle = fake.handle();
    handle.fail_next(1, Fault::Hold);
    {
        let call = Ask::post(SESSIONS, "type=document").send(&fake);
        let call = std::pin::pin!(call);
        tokio::select! {
            _ = call => panic!("it is held"),
            () = handle.held(1) => {}
        }
    }
    assert!(handle.events().is_empty());
    handle.release();
    // Asked on the thread that carries it out, after it.
    let sessions = async || Ask::get(SESSIONS).send(&fake).await.ids().len();
    while sessions().await == 0 {}
    assert_eq!(handle.events().len(), 1);
}

#[tokio::test]
async fn a_delayed_request_is_answered() {
    let fake = start().await;
    fake.handle()
        .fail_next(1, Fault::Delay(Duration::from_millis(1)));
    assert_eq!(list_once(&fake.client()).await.expect("it is only late"), 0);
}

#[tokio::test]
async fn a_proxy_can_answer_instead() {
    let fake = start().await;
    fake.handle().fail_next(
        1,
        Fault::Reply {
            status: 502,
            headers: vec![
                ("content-type".to_owned(), "text/html".to_owned()),
                ("retry-after".to_owned(), "3".to_owned()),
                ("not a header".to_owned(), "x".to_owned()),
            ],
            body: "<h1>Bad gateway</h1>".to_owned(),
        },
    );
    let error = list_once(&fake.client()).await.expect_err("it fails");
    assert_eq!(error.status().map(|status| status.as_u16()), Some(502));
    assert_eq!(error.body_sample(), Some("<h1>Bad gateway</h1>"));
    let retry_after = error
        .headers()
        .and_then(|headers| headers.get("retry-after"));
    assert_eq!(retry_after.and_then(|value| value.to_str().ok()), Some("3"));
}

#[tokio::test]
async fn faults_come_in_order_and_spare_the_hosted_page() {
    let fake = start().await;
    let made = Ask::post(SESSIONS, "type=document").send(&fake).await;
    let handle = fake.handle();
    handle.fail_next(2, Fault::Status(500));
    handle.fail_next(1, Fault::Status(429));
    handle.fail_next(0, Fault::Status(400));
    let url = made.json["url"]
        .as_str()
        .expect("it waits")
        .replace(fake.base_url(), "");
    assert_eq!(
        Ask::get(url).send_anywhere(fake.base_url()).await.status,
        200
    );
    let mut statuses = Vec::new();
    for _ in 0..4 {
        statuses.push(Ask::get(SESSIONS).send(&fake).await.status);
    }
    assert_eq!(statuses, [500, 500, 429, 200]);
}
