//! What the control interface takes and answers, as JSON.

use serde::Deserialize;
use serde_json::{Value, json};
use stripe_identity::verification_session::VerificationSession;

use super::{Problem, seconds};
use crate::{Delivery, Fault, Outcome, Person, RequestRecord, Summary, When};

/// The body of `POST /_fake/seed`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Seeds {
    pub(super) sessions: Vec<SeedBody>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SeedBody {
    pub(super) parameters: Value,
    pub(super) outcome: Option<OutcomeBody>,
    #[serde(default)]
    pub(super) account: String,
}

/// The body of `POST /_fake/sessions/{session}/outcome`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Decision {
    pub(super) outcome: OutcomeBody,
    pub(super) checks_take_seconds: Option<f64>,
    #[serde(default = "yes")]
    pub(super) wait: bool,
}

/// The body of `POST /_fake/plans`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Plans {
    pub(super) outcome: OutcomeBody,
    #[serde(default = "one")]
    pub(super) count: usize,
    #[serde(default)]
    pub(super) when: WhenBody,
}

/// The body of `POST /_fake/clock/advance`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Advance {
    pub(super) seconds: f64,
    #[serde(default = "yes")]
    pub(super) wait: bool,
}

/// The body of `POST /_fake/faults`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Faults {
    pub(super) fault: FaultBody,
    #[serde(default = "one")]
    pub(super) count: usize,
}

/// The body of `POST /_fake/events/{event}/resend`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Resend {
    #[serde(default = "yes")]
    pub(super) wait: bool,
}

/// The body of `POST /_fake/webhooks`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Listen {
    pub(super) url: String,
    #[serde(default)]
    pub(super) thin: bool,
}

#[derive(Deserialize)]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
#[expect(
    clippy::large_enum_variant,
    reason = "one is made for each request, and lives as long"
)]
pub(super) enum OutcomeBody {
    Verified { person: Option<Person> },
    Failed { code: String },
    Processing {},
    Canceled {},
}

#[derive(Clone, Copy, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum WhenBody {
    #[default]
    Created,
    Visited,
}

#[derive(Deserialize)]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
pub(super) enum FaultBody {
    Status {
        status: u16,
    },
    Reply {
        status: u16,
        #[serde(default)]
        headers: Vec<(String, String)>,
        #[serde(default)]
        body: String,
    },
    Delay {
        seconds: f64,
    },
    Hold {},
    Hang {},
    Reset {},
    LoseReply {},
    LoseEvent {},
}

impl From<OutcomeBody> for Outcome {
    fn from(outcome: OutcomeBody) -> Self {
        match outcome {
            OutcomeBody::Verified { person: None } => Self::VerifiedSample,
            OutcomeBody::Verified {
                person: Some(person),
            } => Self::Verified(person),
            OutcomeBody::Failed { code } => Self::failed(&code),
            OutcomeBody::Processing {} => Self::Processing,
            OutcomeBody::Canceled {} => Self::Canceled,
        }
    }
}

impl From<WhenBody> for When {
    fn from(when: WhenBody) -> Self {
        match when {
            WhenBody::Created => Self::Created,
            WhenBody::Visited => Self::Visited,
        }
    }
}

impl FaultBody {
    /// The fault of requests; `None` for the one of events.
    pub(super) fn into_fault(self) -> Result<Option<Fault>, Problem> {
        let checked = |status: u16| match status {
            400..=599 => Ok(status),
            _ => Err(Problem::invalid("the status of an error is 400 to 599")),
        };
        Ok(Some(match self {
            Self::Status { status } => Fault::Status(checked(status)?),
            Self::Reply {
                status,
                headers,
                body,
            } => {
                if !(200..=599).contains(&status) {
                    return Err(Problem::invalid("the status of a reply is 200 to 599"));
                }
                Fault::Reply {
                    status,
                    headers,
                    body,
                }
            }
            Self::Delay { seconds: delay } => Fault::Delay(seconds(delay)?),
            Self::Hold {} => Fault::Hold,
            Self::Hang {} => Fault::Hang,
            Self::Reset {} => Fault::Reset,
            Self::LoseReply {} => Fault::LoseReply,
            Self::LoseEvent {} => return Ok(None),
        }))
    }
}

fn yes() -> bool {
    true
}

fn one() -> usize {
    1
}

/// A session, complete.
pub(super) fn session(session: &VerificationSession) -> Value {
    json!(session)
}

pub(super) fn fault(fault: &Fault) -> Value {
    match fault {
        Fault::Status(status) => json!({ "type": "status", "status": status }),
        Fault::Reply {
            status,
            headers,
            body,
        } => json!({ "type": "reply", "status": status, "headers": headers, "body": body }),
        Fault::Delay(delay) => json!({ "type": "delay", "seconds": delay.as_secs_f64() }),
        Fault::Hold => json!({ "type": "hold" }),
        Fault::Hang => json!({ "type": "hang" }),
        Fault::Reset => json!({ "type": "reset" }),
        Fault::LoseReply => json!({ "type": "lose_reply" }),
    }
}

pub(super) fn delivery(delivery: &Delivery) -> Value {
    json!({
        "event": delivery.event, "type": delivery.type_, "session": delivery.session,
        "url": delivery.url, "attempt": delivery.attempt,
        "delivered": delivery.outcome.is_delivered(), "outcome": delivery.outcome.to_string(),
        "retry_after_seconds": delivery.retry_after.map(|wait| wait.as_secs_f64()),
    })
}

pub(super) fn request(request: &RequestRecord) -> Value {
    json!({
        "method": request.method, "path": request.path, "status": request.status,
        "session": request.session, "code": request.code, "param": request.param,
    })
}

pub(super) fn summary(summary: &Summary) -> Value {
    json!({
        "requests": summary.requests, "failed_requests": summary.failed_requests,
        "sessions": summary.sessions, "verified": summary.verified, "events": summary.events,
        "deliveries": summary.deliveries, "failed_deliveries": summary.failed_deliveries,
    })
}
