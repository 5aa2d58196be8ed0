use std::collections::BTreeSet;
use std::time::Duration;

use indexmap::IndexMap;
use serde_json::Value;
use stripe_identity::verification_session::VerificationSessionId;

use super::endpoint::{Attempt, Endpoint};
use super::{Delivery, DeliveryOutcome};

/// Events, and the endpoints that they are sent to.
pub(crate) struct Outbox {
    /// By id, oldest first.
    pub(crate) events: IndexMap<String, Posted>,
    /// By id, oldest first.
    pub(crate) endpoints: IndexMap<String, Endpoint>,
    pub(crate) deliveries: Vec<Delivery>,
    /// How many of the next events are not sent.
    pub(crate) to_lose: usize,
    /// How long after each failure an event is sent again.
    delays: Vec<Duration>,
    /// Keeps what is due at the same time in order.
    sequence: u64,
}

/// An event that happened.
pub(crate) struct Posted {
    pub(crate) event: Value,
    /// The account that it happened in.
    pub(crate) account: String,
    /// The endpoints that have not accepted it yet.
    pub(crate) pending: BTreeSet<String>,
}

impl Outbox {
    pub(crate) fn new(delays: Vec<Duration>) -> Self {
        Self {
            events: IndexMap::new(),
            endpoints: IndexMap::new(),
            deliveries: Vec::new(),
            to_lose: 0,
            delays,
            sequence: 0,
        }
    }

    /// Forgets everything but the endpoints of the settings.
    pub(crate) fn reset(&mut self) {
        self.events.clear();
        self.deliveries.clear();
        self.to_lose = 0;
        self.endpoints.retain(|_, endpoint| endpoint.is_lasting);
        for endpoint in self.endpoints.values_mut() {
            endpoint.queue.clear();
        }
    }

    pub(crate) fn listen(&mut self, endpoint: Endpoint) {
        self.endpoints.insert(endpoint.id().to_owned(), endpoint);
    }

    /// Keeps an event, and queues it for every endpoint that wants it.
    pub(crate) fn post(&mut self, mut event: Value, account: &str, now: Duration) {
        let text = |name: &str| event[name].as_str().unwrap_or_default().to_owned();
        let (id, type_) = (text("id"), text("type"));
        let wanted = self.endpoints.values();
        let wanted = wanted.filter(|endpoint| endpoint.wants(&type_, account));
        let pending: BTreeSet<String> = wanted.map(|endpoint| endpoint.id().to_owned()).collect();
        event["pending_webhooks"] = pending.len().into();
        let lost = self.to_lose > 0;
        self.to_lose = self.to_lose.saturating_sub(1);
        if !lost {
            self.queue(&id, &pending, now);
        }
        let posted = Posted {
            event,
            account: account.to_owned(),
            pending,
        };
        self.events.insert(id, posted);
    }

    /// Queues an event again, for every endpoint that wants it now. Returns how many
    /// those are; `None` if there is no such event.
    pub(crate) fn resend(&mut self, id: &str, now: Duration) -> Option<usize> {
        let posted = self.events.get_mut(id)?;
        let type_ = posted.event["type"].as_str().unwrap_or_default();
        let endpoints = self.endpoints.iter();
        let wanted = endpoints.filter(|(_, endpoint)| endpoint.wants(type_, &posted.account));
        let wanted: BTreeSet<String> = wanted.map(|(id, _)| id.clone()).collect();
        posted.pending.extend(wanted.iter().cloned());
        self.queue(id, &wanted, now);
        Some(wanted.len())
    }

    fn queue(&mut self, event: &str, endpoints: &BTreeSet<String>, now: Duration) {
        for id in endpoints {
            if let Some(endpoint) = self.endpoints.get_mut(id) {
                let attempt = Attempt {
                    event: event.to_owned(),
                    number: 1,
                };
                endpoint.queue.insert((now, self.sequence), attempt);
                self.sequence += 1;
            }
        }
    }

    /// Notes how an attempt ended, and plans the next one if there is to be one.
    pub(crate) fn done(
        &mut self,
        id: &str,
        attempt: &Attempt,
        outcome: DeliveryOutcome,
        now: Duration,
    ) -> Option<Delivery> {
        let endpoint = self.endpoints.get_mut(id)?;
        endpoint.sending = false;
        let posted = self.events.get_mut(&attempt.event)?;
        let failures = usize::try_from(attempt.number - 1).ok();
        let wait = failures.and_then(|failures| self.delays.get(failures));
        let wait = wait.filter(|_| !outcome.is_delivered()).copied();
        if outcome.is_delivered() {
            posted.pending.remove(id);
            posted.event["pending_webhooks"] = posted.pending.len().into();
        }
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let delivery = Delivery {
            event: attempt.event.clone(),
            type_: text(&posted.event["type"]),
            session: text(&posted.event["data"]["object"]["id"]),
            url: endpoint.url.to_string(),
            attempt: attempt.number,
            outcome,
            retry_after: wait,
        };
        if let Some(wait) = wait {
            let again = Attempt {
                number: attempt.number + 1,
                ..attempt.clone()
            };
            let due = now.saturating_add(wait);
            endpoint.queue.insert((due, self.sequence), again);
            self.sequence += 1;
        }
        self.deliveries.push(delivery.clone());
        Some(delivery)
    }

    /// Whether nothing is in flight or due.
    pub(crate) fn is_quiet(&self, now: Duration) -> bool {
        self.endpoints.values().all(|endpoint| {
            let next = endpoint.queue.first_key_value();
            !endpoint.sending && next.is_none_or(|((due, _), _)| *due > now)
        })
    }

    /// Changes the session in each of its events.
    pub(crate) fn redact(&mut self, id: &VerificationSessionId, change: impl Fn(&mut Value)) {
        for posted in self.events.values_mut() {
            let object = &mut posted.event["data"]["object"];
            if object["id"] == id.as_str() {
                change(object);
            }
        }
    }
}
