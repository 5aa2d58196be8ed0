//! Events, as webhook endpoints get them.

use std::time::Duration;

use stripe_identity::API;
use stripe_identity::transport::TransportErrorKind;
use stripe_identity::webhook::{Event, IdentityEvent as E};
use stripe_identity_fake::{DeliveryOutcome, Error, FakeStripe, Outcome};

use crate::support::receiver::Receiver;
use crate::support::{Ask, ClosedPort, SESSIONS, created, start};

/// How many seconds after each failure an event is sent again.
const DELAYS: [u64; 3] = [2, 10, 60];
/// The same with `stripe_delays`.
const STRIPE_DELAYS: [u64; 3] = [300, 1_800, 7_200];

async fn listened_to() -> (FakeStripe, Receiver) {
    let receiver = Receiver::start().await;
    let fake = FakeStripe::builder().webhook(receiver.url()).start().await;
    (fake.expect("there is a free port"), receiver)
}

#[tokio::test]
async fn events_come_signed_and_in_order() {
    let (fake, receiver) = listened_to().await;
    let handle = fake.handle();
    let id = created(&fake).await;
    handle
        .submit(&id, Outcome::failed("document_expired"))
        .await
        .expect("it waits");
    handle
        .submit(&id, Outcome::verified())
        .await
        .expect("it waits");
    Ask::post(format!("{SESSIONS}/{id}/redact"), "")
        .send(&fake)
        .await;
    handle.advance(Duration::from_secs(4 * 24 * 60 * 60));
    handle.settled().await;
    assert_eq!(
        receiver.types(handle.webhook_secret()),
        [
            "created",
            "processing",
            "requires_input",
            "processing",
            "verified",
            "redacted"
        ]
    );
    let deliveries = handle.deliveries();
    assert!(deliveries.iter().all(|delivery| {
        delivery.outcome == DeliveryOutcome::Delivered(200) && delivery.retry_after.is_none()
    }));
}

#[tokio::test]
async fn an_event_names_the_request_that_caused_it() {
    let (fake, receiver) = listened_to().await;
    let ask = Ask::post(SESSIONS, "type=document").header("idempotency-key", "k1");
    let made = ask.send(&fake).await;
    let handle = fake.handle();
    handle
        .submit(made.id(), Outcome::Canceled)
        .await
        .expect("it waits");
    let events = receiver.events(handle.webhook_secret());
    let ids = |events: &[Event]| -> Vec<String> {
        events.iter().map(|event| event.id.to_string()).collect()
    };
    assert_eq!(ids(&events), ids(&handle.events()));
    let by_request = events[0].request.as_ref().expect("a request made it");
    assert_eq!(by_request.id.as_deref(), made.header("request-id"));
    assert_eq!(by_request.idempotency_key.as_deref(), Some("k1"));
    let by_person = events[1]
        .request
        .as_ref()
        .expect("it is told that none did");
    assert_eq!((&by_person.id, &by_person.idempotency_key), (&None, &None));
    for event in events {
        assert!(event.is_compatible_with(&API));
        assert!(!event.livemode);
        assert_eq!(event.pending_webhooks, Some(1));
        assert_eq!(event.account, None);
    }
}

#[tokio::test]
async fn an_event_has_no_url_secret_or_results() {
    let (fake, _receiver) = listened_to().await;
    let id = created(&fake).await;
    fake.handle()
        .submit(&id, Outcome::verified())
        .await
        .expect("it waits");
    for event in fake.handle().events() {
        let (E::VerificationSessionCreated(session)
        | E::VerificationSessionProcessing(session)
        | E::VerificationSessionVerified(session)) = event.data
        else {
            panic!("there are no other events");
        };
        assert_eq!((&session.url, &session.client_secret), (&None, &None));
        assert_eq!(session.verified_outputs, None);
    }
}

#[tokio::test]
async fn failed_deliveries_are_retried_by_the_stand_ins_clock() {
    for (of_stripe, delays) in [(false, DELAYS), (true, STRIPE_DELAYS)] {
        let receiver = Receiver::start().await;
        let mut builder = FakeStripe::builder().webhook(receiver.url());
        if of_stripe {
            builder = builder.stripe_delays();
        }
        let fake = builder.start().await.expect("there is a free port");
        let handle = fake.handle();
        receiver.answer(&[500, 302, 429]);
        created(&fake).await;
        handle.settled().await;
        for (failures, wait) in delays.into_iter().enumerate() {
            assert_eq!(handle.deliveries().len(), failures + 1);
            handle.advance(Duration::from_secs(wait - 1));
            handle.settled().await;
            assert_eq!(handle.deliveries().len(), failures + 1, "it is not due yet");
            handle.advance(Duration::from_secs(1));
            handle.settled().await;
        }
        let [one, two, three] = delays.map(|wait| Some(Duration::from_secs(wait)));
        let deliveries = handle.deliveries();
        let outcomes = deliveries
            .iter()
            .map(|delivery| (delivery.attempt, delivery.outcome, delivery.retry_after));
        assert_eq!(
            outcomes.collect::<Vec<_>>(),
            [
                (1, DeliveryOutcome::Refused(500), one),
                (2, DeliveryOutcome::Refused(302), two),
                (3, DeliveryOutcome::Refused(429), three),
                (4, DeliveryOutcome::Delivered(200), None),
            ]
        );
        let said = deliveries[0].to_string();
        let when = format!("will be sent again in {} s", delays[0]);
        assert!(said.ends_with(&when), "{said}");
        assert_eq!(receiver.types(handle.webhook_secret()), ["created"; 4]);
    }
}

#[tokio::test]
async fn after_the_last_retry_it_gives_up() {
    let (fake, receiver) = listened_to().await;
    let handle = fake.handle();
    receiver.answer(&[500]);
    let id = created(&fake).await;
    handle.settled().await;
    handle
        .submit(&id, Outcome::Canceled)
        .await
        .expect("it waits");
    assert_eq!(
        receiver.types(handle.webhook_secret()),
        ["created", "canceled"]
    );
    receiver.answer(&[500, 500, 500]);
    for wait in DELAYS {
        handle.advance(Duration::from_secs(wait));
        handle.settled().await;
    }
    handle.advance(Duration::from_secs(30 * 24 * 60 * 60));
    handle.settled().await;
    let deliveries = handle.deliveries();
    assert_eq!(deliveries.len(), 5);
    assert!(deliveries[4].retry_after.is_none() && !deliveries[4].outcome.is_delivered());
}

#[tokio::test]
async fn an_unreachable_endpoint_does_not_stop_a_submission() {
    let port = ClosedPort::new();
    let url = format!("http://127.0.0.1:{}/hook?secret=1", port.number());
    let fake = FakeStripe::builder().webhook(&url).start().await;
    let fake = fake.expect("there is a free port");
    let id = created(&fake).await;
    let done = fake.handle().submit(&id, Outcome::verified()).await;
    assert!(done.expect("it waits").verified_outputs.is_some());
    let deliveries = fake.handle().deliveries();
    assert_eq!(deliveries.len(), 3);
    let refused = DeliveryOutcome::Unreachable(TransportErrorKind::Refused);
    assert!(
        deliveries
            .iter()
            .all(|delivery| delivery.outcome == refused)
    );
    assert_eq!(deliveries[0].url, url);
    let told = deliveries[0].to_string();
    assert!(
        told.contains("nothing listens there") && !told.contains("secret=1"),
        "{told}"
    );
}

#[tokio::test]
async fn an_endpoint_gets_the_events_after_it_was_added() {
    let (fake, first) = listened_to().await;
    let second = Receiver::start().await;
    let handle = fake.handle();
    let id = created(&fake).await;
    handle.add_webhook(second.url()).expect("it is a URL");
    handle
        .submit(&id, Outcome::Canceled)
        .await
        .expect("it waits");
    assert_eq!(
        first.types(handle.webhook_secret()),
        ["created", "canceled"]
    );
    assert_eq!(second.types(handle.webhook_secret()), ["canceled"]);
}

#[tokio::test]
async fn endpoints_of_the_settings_outlive_a_reset() {
    let (fake, first) = listened_to().await;
    let second = Receiver::start().await;
    let handle = fake.handle();
    handle.add_webhook(second.url()).expect("it is a URL");
    handle.reset();
    created(&fake).await;
    handle.settled().await;
    let secret = handle.webhook_secret();
    assert_eq!(first.types(secret), ["created"]);
    assert!(second.types(secret).is_empty());
}

#[tokio::test]
async fn a_lost_event_is_not_sent_until_it_is_sent_again() {
    let (fake, receiver) = listened_to().await;
    let handle = fake.handle();
    handle.lose_events(1);
    created(&fake).await;
    handle.settled().await;
    assert!(handle.deliveries().is_empty());
    let lost = handle.events().remove(0);
    assert_eq!(lost.pending_webhooks, Some(1));
    assert_eq!(handle.resend(&lost.id).expect("it is there"), 1);
    handle.settled().await;
    assert_eq!(receiver.types(handle.webhook_secret()), ["created"]);
    assert_eq!(handle.events()[0].pending_webhooks, Some(0));
    let unknown = handle.resend("evt_none");
    assert!(matches!(unknown, Err(Error::UnknownEvent)));
}

#[tokio::test]
async fn invalid_urls_are_refused() {
    let fake = start().await;
    for url in [
        "",
        "nowhere",
        "/hook",
        "127.0.0.1:80",
        "ftp://127.0.0.1/",
        "http://a b/",
    ] {
        let refused = fake.handle().add_webhook(url);
        assert!(matches!(refused, Err(Error::WebhookUrl { .. })), "{url}");
        let refused = FakeStripe::builder().webhook(url).start().await;
        assert!(matches!(refused, Err(Error::WebhookUrl { .. })), "{url}");
    }
}

#[test]
fn programs_without_a_runtime_wait_as_well() {
    let fake = FakeStripe::start_blocking().expect("there is a free port");
    let port = ClosedPort::new();
    let url = format!("http://127.0.0.1:{}/", port.number());
    fake.handle().add_webhook(url).expect("it is a URL");
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build();
    let id = runtime
        .expect("there is a runtime")
        .block_on(created(&fake));
    let handle = fake.handle();
    handle
        .submit_blocking(&id, Outcome::verified())
        .expect("it waits");
    assert_eq!(handle.deliveries().len(), 3);
    drop(fake);
    handle.settled_blocking();
    assert!(
        handle.session(&id).is_some(),
        "handles outlive the stand-in"
    );
}
