use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use stripe_identity::transport::{HyperTransport, Transport};
use stripe_identity::webhook::TestSignature;

use super::endpoint::Attempt;
use super::{Delivery, DeliveryOutcome, Payload, notification};
use crate::json;
use crate::shared::Shared;

/// How long an endpoint may take to answer, in real time.
const TIMEOUT: Duration = Duration::from_secs(10);

/// Gives every endpoint a sender. Never returns.
pub(crate) async fn run(shared: Arc<Shared>) {
    loop {
        let changed = shared.changed.notified();
        let mut changed = std::pin::pin!(changed);
        changed.as_mut().enable();
        for (id, endpoint) in &mut shared.store().outbox.endpoints {
            if !std::mem::replace(&mut endpoint.has_sender, true) {
                let sender = Sender {
                    shared: Arc::clone(&shared),
                    endpoint: id.clone(),
                };
                tokio::spawn(sender.run());
            }
        }
        changed.await;
    }
}

/// Sends to one endpoint, one event after the other.
struct Sender {
    shared: Arc<Shared>,
    endpoint: String,
}

enum Next {
    /// The endpoint was removed.
    Removed,
    Nothing,
    Send(Box<Message>),
}

/// An attempt, and how to make it.
struct Message {
    attempt: Attempt,
    request: http::Request<Bytes>,
    transport: HyperTransport,
}

impl Sender {
    /// Sends what is due, until the endpoint is removed.
    async fn run(self) {
        loop {
            let changed = self.shared.changed.notified();
            let mut changed = std::pin::pin!(changed);
            changed.as_mut().enable();
            match self.next() {
                Next::Removed => return,
                Next::Nothing => changed.await,
                Next::Send(message) => {
                    let outcome = send(&message.transport, message.request).await;
                    self.done(&message.attempt, outcome);
                }
            }
        }
    }

    /// The next attempt, signed now.
    fn next(&self) -> Next {
        let mut store = self.shared.store();
        let (now, time) = (store.clock.elapsed(), store.clock.now());
        let outbox = &mut store.outbox;
        let Some(endpoint) = outbox.endpoints.get_mut(&self.endpoint) else {
            return Next::Removed;
        };
        let due = endpoint.queue.first_entry();
        let Some(due) = due.filter(|entry| entry.key().0 <= now) else {
            return Next::Nothing;
        };
        let attempt = due.remove();
        let Some(posted) = outbox.events.get(&attempt.event) else {
            return Next::Nothing;
        };
        let body = match endpoint.payload {
            Payload::Snapshot => json::text(&posted.event),
            Payload::Thin => json::text(&notification(&posted.event)),
        };
        let body = Bytes::from(body);
        let signature = TestSignature::new(&endpoint.secret, time);
        let request = http::Request::post(endpoint.url.clone())
            .header("content-type", "application/json; charset=utf-8")
            .header("stripe-signature", signature.sign(&body))
            .header("user-agent", "Stripe/1.0 (stripe-identity-fake)")
            .body(body)
            .expect("the URL was checked, and the rest is fixed");
        endpoint.sending = true;
        Next::Send(Box::new(Message {
            attempt,
            request,
            transport: endpoint.transport.clone(),
        }))
    }

    fn done(&self, attempt: &Attempt, outcome: DeliveryOutcome) {
        let delivery: Option<Delivery> = {
            let mut store = self.shared.store();
            let now = store.clock.elapsed();
            store.outbox.done(&self.endpoint, attempt, outcome, now)
        };
        if let (Some(observer), Some(delivery)) = (&self.shared.on_delivery, &delivery) {
            observer(delivery);
        }
        self.shared.changed.notify_waiters();
    }
}

async fn send(transport: &HyperTransport, request: http::Request<Bytes>) -> DeliveryOutcome {
    match tokio::time::timeout(TIMEOUT, transport.send(request)).await {
        Err(_) => DeliveryOutcome::TimedOut,
        Ok(Err(error)) => DeliveryOutcome::Unreachable(error.kind()),
        Ok(Ok(response)) if response.status().is_success() => {
            DeliveryOutcome::Delivered(response.status().as_u16())
        }
        Ok(Ok(response)) => DeliveryOutcome::Refused(response.status().as_u16()),
    }
}
