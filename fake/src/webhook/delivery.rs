use std::fmt;
use std::time::Duration;

use stripe_identity::transport::TransportErrorKind;

/// An attempt to send an event to an endpoint.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Delivery {
    /// The event's id.
    pub event: String,
    /// The event's type, such as `identity.verification_session.verified`.
    pub type_: String,
    /// The id of the session that the event is about.
    pub session: String,
    /// The endpoint's URL.
    pub url: String,
    /// 1 for the first attempt.
    pub attempt: u32,
    /// How the attempt ended.
    pub outcome: DeliveryOutcome,
    /// After how long the event is sent again; `None` if it is not.
    pub retry_after: Option<Duration>,
}

/// How an attempt to send an event ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum DeliveryOutcome {
    /// The endpoint answered with this status, which is 2xx.
    Delivered(u16),
    /// The endpoint answered with this status, which is not 2xx.
    Refused(u16),
    /// The endpoint did not answer in time.
    TimedOut,
    /// The endpoint could not be reached.
    Unreachable(TransportErrorKind),
}

impl DeliveryOutcome {
    /// Whether the endpoint accepted the event.
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
    /// `identity.verification_session.created vs_1… to http://…: delivered (200)`
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // A query may hold a secret.
        let url = self.url.split('?').next().unwrap_or_default();
        let Self {
            type_,
            session,
            outcome,
            ..
        } = self;
        write!(f, "{type_} {session} to {url}: {outcome}")?;
        if self.attempt > 1 {
            write!(f, ", attempt {}", self.attempt)?;
        }
        match self.retry_after {
            Some(wait) => write!(f, "; will be sent again in {} s", wait.as_secs()),
            None if self.outcome.is_delivered() => Ok(()),
            None => f.write_str("; will not be sent again"),
        }
    }
}
