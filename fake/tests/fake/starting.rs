//! Starting and stopping.

use std::ops::Range;
use std::time::Duration;

use stripe_identity::Timestamp;
use stripe_identity::transport::TransportErrorKind;
use stripe_identity::verification_session::list;
use stripe_identity_fake::{Error, FakeStripe, Outcome, Person};
use stripe_runtime::TransportError;

use crate::support::{Ask, SESSIONS, created, start};

fn port(fake: &FakeStripe) -> u16 {
    let (_, port) = fake
        .base_url()
        .rsplit_once(':')
        .expect("a port is part of it");
    port.parse().expect("a port is a number")
}

/// A stand-in on a port that no other test is given meanwhile: from a range of its
/// own, below those that systems choose from.
async fn start_aside(ports: Range<u16>) -> FakeStripe {
    for port in ports {
        if let Ok(fake) = FakeStripe::builder().port(port).start().await {
            return fake;
        }
    }
    panic!("there is no free port");
}

#[tokio::test]
async fn a_stand_in_that_stopped_refuses_connections() {
    let fake = start_aside(20_000..25_000).await;
    let client = fake
        .client_builder(fake.secret_key())
        .map(|builder| builder.max_retries(0));
    let client = client
        .expect("there is a transport")
        .build()
        .expect("the settings are possible");
    drop(fake);
    let error = list().send(&client).await.expect_err("nobody is there");
    let kind = error.transport_error().map(TransportError::kind);
    assert_eq!(kind, Some(TransportErrorKind::Refused));
}

#[tokio::test]
async fn a_port_is_taken_until_the_stand_in_is_dropped() {
    let first = start_aside(25_000..30_000).await;
    let port = port(&first);
    let refused = FakeStripe::builder().port(port).start().await;
    let error = refused.expect_err("it is in use");
    assert!(matches!(error, Error::PortInUse { port: named } if named == port));
    assert!(error.to_string().contains(&port.to_string()));
    drop(first);
    let again = FakeStripe::builder().port(port).start().await;
    assert_eq!(
        again.expect("it is free again").base_url(),
        format!("http://127.0.0.1:{port}")
    );
}

#[tokio::test]
async fn keys_can_be_chosen_in_the_form_of_keys() {
    let fake = FakeStripe::builder()
        .secret_key("sk_test_mine")
        .restricted_key("rk_test_mine")
        .webhook_secret("whsec_mine")
        .start()
        .await
        .expect("they do");
    assert_eq!(
        (fake.secret_key(), fake.restricted_key()),
        ("sk_test_mine", "rk_test_mine")
    );
    assert_eq!(fake.handle().webhook_secret(), "whsec_mine");
    assert_eq!(
        Ask::get(SESSIONS)
            .key("sk_test_mine")
            .send(&fake)
            .await
            .status,
        200
    );

    let builder = FakeStripe::builder;
    let refused = [
        (builder().secret_key("sk_live_mine"), "secret_key"),
        (builder().secret_key("sk_test_"), "secret_key"),
        (builder().restricted_key("sk_test_mine"), "restricted_key"),
        (builder().restricted_key("rk_test_a b"), "restricted_key"),
        (builder().webhook_secret(""), "webhook_secret"),
    ];
    for (builder, named) in refused {
        let error = builder.start().await.expect_err("it is no key");
        assert!(matches!(error, Error::Setting { name, .. } if name == named));
    }
}

#[tokio::test]
async fn time_is_what_the_test_says() {
    let at = |seconds| Timestamp::from_unix_seconds(seconds);
    let fake = FakeStripe::builder().time(at(1_000)).start().await;
    let fake = fake.expect("there is a free port");
    assert_eq!(fake.handle().now(), at(1_000));
    fake.handle().advance(Duration::from_millis(60_500));
    let id = created(&fake).await;
    assert_eq!(
        fake.handle().session(&id).map(|session| session.created),
        Some(at(1_060))
    );
    fake.handle().advance(Duration::MAX);
    assert_eq!(fake.handle().now(), at(i64::MAX));
}

#[tokio::test]
async fn debug_output_has_no_keys_and_nothing_personal() {
    let fake = start().await;
    let handle = fake.handle();
    let person = Person::default();
    let builder = FakeStripe::builder()
        .secret_key("sk_test_mine")
        .webhook("http://a/?token=b");
    let number = person.id_number.clone().expect("the sample person has one");
    let printed = format!(
        "{fake:?} {handle:?} {builder:?} {:?} {:?} {:?} {:?} {number:?}",
        Outcome::Verified(person.clone()),
        person.dob,
        person.address,
        person.document,
    );
    for hidden in [
        fake.secret_key(),
        fake.restricted_key(),
        handle.webhook_secret(),
        "sk_test_mine",
        "token",
        "Jenny",
        "1985",
        "Springfield",
        &number.number,
        &person.document.number,
    ] {
        assert!(!printed.contains(hidden), "{hidden}: {printed}");
    }
}
