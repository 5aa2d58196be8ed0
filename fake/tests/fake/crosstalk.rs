//! Many stand-ins at the same time.

use std::collections::BTreeSet;

use stripe_identity::verification_session::{self as session, VerificationType};
use stripe_identity_fake::{FakeStripe, Outcome};
use tokio::task::JoinSet;

use crate::support::receiver::Receiver;
use crate::support::start;

const FAKES: usize = 50;
const SESSIONS_EACH: usize = 20;

/// Creates sessions concurrently, and verifies half of them.
async fn fill(fake: &FakeStripe, name: usize) -> BTreeSet<String> {
    let client = fake.client();
    let mut calls = JoinSet::new();
    for number in 0..SESSIONS_EACH {
        let (client, handle) = (client.clone(), fake.handle());
        calls.spawn(async move {
            let made = session::create()
                .type_(VerificationType::Document)
                .metadata([("fake", name.to_string())])
                .send(&client)
                .await
                .expect("it is created");
            if number % 2 == 0 {
                handle
                    .submit(&made.id, Outcome::verified())
                    .await
                    .expect("it waits");
            }
            made.id.to_string()
        });
    }
    calls.join_all().await.into_iter().collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_thousand_sessions_in_fifty_stand_ins_do_not_mix() {
    let mut tests = JoinSet::new();
    for name in 0..FAKES {
        tests.spawn(async move {
            let receiver = Receiver::start().await;
            let fake = FakeStripe::builder().webhook(receiver.url()).start().await;
            let fake = fake.expect("there is a free port");
            let made = fill(&fake, name).await;
            fake.handle().settled().await;

            let mut found = BTreeSet::new();
            let client = fake.client();
            let mut pages = session::list().limit(7).paginate(&client);
            while let Some(session) = pages.next().await {
                let session = session.expect("pages are answered");
                assert_eq!(session.metadata["fake"], name.to_string());
                found.insert(session.id.to_string());
            }
            assert_eq!(found, made);
            // One for each session, and two more for each that was verified.
            let events = receiver.types(fake.handle().webhook_secret());
            assert_eq!(events.len(), SESSIONS_EACH * 2);
            made
        });
    }
    let all: BTreeSet<String> = tests.join_all().await.into_iter().flatten().collect();
    assert_eq!(all.len(), FAKES * SESSIONS_EACH);
}

#[tokio::test]
async fn stand_ins_share_nothing() {
    let (one, two) = (start().await, start().await);
    assert_ne!(one.base_url(), two.base_url());
    assert_ne!(one.secret_key(), two.secret_key());
    assert_ne!(one.handle().webhook_secret(), two.handle().webhook_secret());
    let made = session::create()
        .type_(VerificationType::Document)
        .send(&one.client())
        .await;
    let id = made.expect("it is created").id;
    let read = session::retrieve(&id).send(&two.client()).await;
    assert!(read.expect_err("it is not there").is_not_found());
    assert_eq!(two.handle().session(&id), None);
}
