use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use stripe_identity::transport::{HyperTransport, Transport};
use stripe_identity::webhook::TestSignature;

use super::{Delivery, DeliveryOutcome};
use crate::shared::Shared;
use crate::webhook::outbox::Attempt;

/// How long a webhook may take to answer, by the real clock.
const PATIENCE: Duration = Duration::from_secs(10);

/// Sends to one endpoint, one event after the other.
pub(crate) struct Sender {
    pub(crate) shared: Arc<Shared>,
    pub(crate) endpoint: usize,
    pub(crate) transport: HyperTransport,
}

impl Sender {
    /// Sends what is due, for ever.
    pub(crate) async fn run(self) {
        loop {
            let changed = self.shared.changed.notified();
            let mut changed = std::pin::pin!(changed);
            changed.as_mut().enable();
            match self.next() {
                None => changed.await,
                Some((attempt, request)) => {
                    let outcome = self.send(request).await;
                    self.done(attempt, outcome);
                }
            }
        }
    }

    /// The next attempt, signed now.
    fn next(&self) -> Option<(Attempt, http::Request<Bytes>)> {
        let mut store = self.shared.store();
        let now = store.clock.elapsed();
        let attempt = store.outbox.take_due(self.endpoint, now)?;
        let body = Bytes::from(store.outbox.events.get(attempt.event)?.to_string());
        let url = store.outbox.endpoints.get(self.endpoint)?.url.clone();
        let signature = TestSignature::new(&self.shared.keys.webhook_secret, store.clock.now());
        let request = http::Request::post(url)
            .header("content-type", "application/json; charset=utf-8")
            .header("stripe-signature", signature.sign(&body))
            .header("user-agent", "Stripe/1.0 (stripe-identity-fake)")
            .body(body)
            .expect("the URL was checked, and the rest is fixed");
        Some((attempt, request))
    }

    async fn send(&self, request: http::Request<Bytes>) -> DeliveryOutcome {
        match tokio::time::timeout(PATIENCE, self.transport.send(request)).await {
            Err(_) => DeliveryOutcome::TimedOut,
            Ok(Err(error)) => DeliveryOutcome::Unreachable(error.kind()),
            Ok(Ok(response)) if response.status().is_success() => {
                DeliveryOutcome::Delivered(response.status().as_u16())
            }
            Ok(Ok(response)) => DeliveryOutcome::Refused(response.status().as_u16()),
        }
    }

    fn done(&self, attempt: Attempt, outcome: DeliveryOutcome) {
        let delivery: Option<Delivery> = {
            let mut store = self.shared.store();
            let now = store.clock.elapsed();
            store.outbox.done(self.endpoint, attempt, outcome, now)
        };
        if let (Some(observer), Some(delivery)) = (&self.shared.on_delivery, &delivery) {
            observer(delivery);
        }
        self.shared.changed.notify_waiters();
    }
}
