//! A transport of your own: this one sends at most four requests at once, to stay below the limit
//! that Stripe sets an account, and counts the answers by status.
//!
//! ```sh
//! cargo run --example custom_transport                              # with a stand-in for Stripe
//! STRIPE_SECRET_KEY=sk_test_… cargo run --example custom_transport  # with Stripe; it only reads
//! ```
#![expect(clippy::print_stdout, reason = "what it finds is its output")]

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use stripe_identity::bytes::Bytes;
use stripe_identity::transport::{HyperTransport, Transport, TransportFuture};
use stripe_identity::{http, verification_session};
use tokio::sync::Semaphore;
use tokio::task::JoinSet;

const AT_ONCE: usize = 4;

/// Sends through another transport, and counts. The client does retries, timeouts and headers, so
/// a transport need not.
struct Limited<T> {
    inner: T,
    slots: Semaphore,
    counts: Mutex<Counts>,
}

#[derive(Default)]
struct Counts {
    most_at_once: usize,
    by_status: BTreeMap<http::StatusCode, u32>,
}

impl<T: Transport> Limited<T> {
    fn new(inner: T) -> Self {
        Self {
            inner,
            slots: Semaphore::new(AT_ONCE),
            counts: Mutex::default(),
        }
    }

    fn count(&self, update: impl FnOnce(&mut Counts)) {
        update(&mut self.counts.lock().unwrap_or_else(PoisonError::into_inner));
    }
}

impl<T: Transport> Transport for Limited<T> {
    fn send(&self, request: http::Request<Bytes>) -> TransportFuture<'_> {
        Box::pin(async move {
            // Waiting for a slot counts towards the attempt's timeout. If the client gives up, it
            // drops this future, which frees the slot.
            let _slot = self.slots.acquire().await.expect("nobody closes it");
            let at_once = AT_ONCE - self.slots.available_permits();
            self.count(|counts| counts.most_at_once = counts.most_at_once.max(at_once));

            let response = self.inner.send(request).await?;
            self.count(|counts| *counts.by_status.entry(response.status()).or_default() += 1);
            Ok(response)
        })
    }
}

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let (stripe, _fake) = stripe_identity_examples::stripe()?;
    // The default transport; `HyperTransport::builder()` also accepts certificates of your own.
    // Anything that sends an `http::Request` can take its place.
    let transport = Arc::new(Limited::new(HyperTransport::builder().build()?));
    let client = stripe.transport(transport.clone()).build()?;

    let mut calls = JoinSet::new();
    for _ in 0..20 {
        let client = client.clone();
        calls.spawn(async move { verification_session::list().limit(1).send(&client).await });
    }
    for page in calls.join_all().await {
        page?;
    }

    transport.count(|counts| {
        println!("most requests at once: {}", counts.most_at_once);
        for (status, count) in &counts.by_status {
            println!("answers {status}: {count}");
        }
    });
    Ok(())
}
