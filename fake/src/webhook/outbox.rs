use std::collections::BTreeMap;
use std::fmt;
use std::time::Duration;

use serde_json::Value;
use stripe_identity::transport::TransportErrorKind;
use stripe_identity::verification_session::VerificationSessionId;

/// How long after a failure an event is sent again, as in Stripe's test mode:
/// three more times in a few hours.
const BACKOFF: [Duration; 3] = [
    Duration::from_secs(5 * 60),
    Duration::from_secs(30 * 60),
    Duration::from_secs(2 * 60 * 60),
];

/// Events, and who still has to get which.
#[derive(Default)]
pub(crate) struct Outbox {
    pub(crate) events: Vec<Value>,
    pub(crate) endpoints: Vec<Endpoint>,
    pub(crate) deliveries: Vec<Delivery>,
    /// Keeps what is due at the same time in order.
    sequence: u64,
}

pub(crate) struct Endpoint {
    pub(crate) url: http::Uri,
    /// When, and what.
    queue: BTreeMap<(Duration, u64), Attempt>,
    /// Whether one is under way.
    pub(crate) sending: bool,
}

/// One event to be sent once.
#[derive(Clone, Copy)]
pub(crate) struct Attempt {
    pub(crate) event: usize,
    /// 1 for the first.
    pub(crate) number: u32,
}

/// An attempt to send an event to a webhook, and how it went.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Delivery {
    /// The event's id.
    pub event: String,
    /// The event's type, such as `identity.verification_session.verified`.
    pub type_: String,
    /// Where it was sent to.
    pub url: String,
    /// 1 for the first attempt.
    pub attempt: u32,
    /// How it went.
    pub outcome: DeliveryOutcome,
    /// Whether it will be tried again.
    pub will_retry: bool,
}

/// How an attempt to send an event went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum DeliveryOutcome {
    /// It was taken: a status of 2xx.
    Delivered(u16),
    /// It was answered with another status.
    Refused(u16),
    /// It was not answered in time.
    TimedOut,
    /// It was not answered.
    Unreachable(TransportErrorKind),
}

impl DeliveryOutcome {
    /// Whether the event was taken.
    #[must_use]
    pub fn is_delivered(self) -> bool {
        matches!(self, Self::Delivered(_))
    }
}

impl fmt::Display for DeliveryOutcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Delivered(status) => write!(f, "delivered ({status})"),
            Self::Refused(status) => write!(f, "answered {status}"),
            Self::TimedOut => f.write_str("not answered in time"),
            Self::Unreachable(TransportErrorKind::Refused) => {
                f.write_str("connection refused: nothing listens there")
            }
            Self::Unreachable(kind) => write!(f, "not reached ({kind:?})"),
        }
    }
}

impl fmt::Display for Delivery {
    /// `identity.verification_session.created to http://…: delivered (200)`
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // A query may hold a secret.
        let url = self.url.split('?').next().unwrap_or_default();
        write!(f, "{} to {url}: {}", self.type_, self.outcome)?;
        if self.attempt > 1 {
            write!(f, ", attempt {}", self.attempt)?;
        }
        if self.will_retry {
            f.write_str("; will be sent again")?;
        }
        Ok(())
    }
}

impl Outbox {
    pub(crate) fn listen(&mut self, url: http::Uri) {
        self.endpoints.push(Endpoint {
            url,
            queue: BTreeMap::new(),
            sending: false,
        });
    }

    /// Keeps an event, for all who listen now.
    pub(crate) fn post(&mut self, mut event: Value, now: Duration) {
        event["pending_webhooks"] = self.endpoints.len().into();
        let index = self.events.len();
        self.events.push(event);
        for endpoint in &mut self.endpoints {
            let attempt = Attempt {
                event: index,
                number: 1,
            };
            endpoint.queue.insert((now, self.sequence), attempt);
            self.sequence += 1;
        }
    }

    /// What the endpoint is to get next, if anything is due.
    pub(crate) fn take_due(&mut self, endpoint: usize, now: Duration) -> Option<Attempt> {
        let endpoint = self.endpoints.get_mut(endpoint)?;
        let first = endpoint.queue.first_entry()?;
        if first.key().0 > now {
            return None;
        }
        endpoint.sending = true;
        Some(first.remove())
    }

    /// Notes how an attempt went, and plans the next one if it has to be.
    pub(crate) fn done(
        &mut self,
        endpoint: usize,
        attempt: Attempt,
        outcome: DeliveryOutcome,
        now: Duration,
    ) -> Option<Delivery> {
        let event = self.events.get(attempt.event)?;
        let endpoint = self.endpoints.get_mut(endpoint)?;
        endpoint.sending = false;
        let text = |name: &str| event[name].as_str().unwrap_or_default().to_owned();
        let wait = usize::try_from(attempt.number - 1).ok();
        let wait = wait.and_then(|failures| BACKOFF.get(failures));
        let wait = wait.filter(|_| !outcome.is_delivered());
        let delivery = Delivery {
            event: text("id"),
            type_: text("type"),
            url: endpoint.url.to_string(),
            attempt: attempt.number,
            outcome,
            will_retry: wait.is_some(),
        };
        if let Some(wait) = wait {
            let again = Attempt {
                number: attempt.number + 1,
                ..attempt
            };
            let due = now.saturating_add(*wait);
            endpoint.queue.insert((due, self.sequence), again);
            self.sequence += 1;
        }
        self.deliveries.push(delivery.clone());
        Some(delivery)
    }

    /// Whether nothing is under way or due.
    pub(crate) fn is_quiet(&self, now: Duration) -> bool {
        self.endpoints.iter().all(|endpoint| {
            let next = endpoint.queue.first_key_value();
            !endpoint.sending && next.is_none_or(|((due, _), _)| *due > now)
        })
    }

    /// Changes the session in each of its events.
    pub(crate) fn redact(&mut self, id: &VerificationSessionId, change: impl Fn(&mut Value)) {
        for event in &mut self.events {
            let object = &mut event["data"]["object"];
            if object["id"] == id.as_str() {
                change(object);
            }
        }
    }
}
