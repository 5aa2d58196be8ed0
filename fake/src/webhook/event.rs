use serde_json::{Value, json};
use stripe_identity::verification_session::VerificationSession;
use stripe_identity::{API_VERSION, Timestamp};

use crate::ids;
use crate::render::View;
use crate::spec::Spec;

/// What happened to a session.
#[derive(Clone, Copy)]
pub(crate) enum EventKind {
    Created,
    Processing,
    Verified,
    RequiresInput,
    Canceled,
    Redacted,
}

impl EventKind {
    fn type_(self) -> &'static str {
        match self {
            Self::Created => "identity.verification_session.created",
            Self::Processing => "identity.verification_session.processing",
            Self::Verified => "identity.verification_session.verified",
            Self::RequiresInput => "identity.verification_session.requires_input",
            Self::Canceled => "identity.verification_session.canceled",
            Self::Redacted => "identity.verification_session.redacted",
        }
    }
}

/// The request that an event comes from.
#[derive(Clone)]
pub(crate) struct Cause {
    pub(crate) request_id: String,
    pub(crate) idempotency_key: Option<String>,
}

/// An event, as it is sent.
pub(crate) fn event(
    kind: EventKind,
    account: &str,
    session: &VerificationSession,
    created: Timestamp,
    cause: Option<&Cause>,
) -> Value {
    let schema = Spec::get().component("identity.verification_session");
    let session = serde_json::to_value(session).unwrap_or_default();
    let mut event = json!({
        "object": "event", "id": ids::random("evt_1"), "type": kind.type_(),
        "api_version": API_VERSION, "created": created, "livemode": false,
        "pending_webhooks": 0, "data": { "object": View::plain().render(schema, session) },
        "request": {
            "id": cause.map(|cause| &cause.request_id),
            "idempotency_key": cause.and_then(|cause| cause.idempotency_key.as_ref()),
        },
    });
    if !account.is_empty() {
        event["account"] = account.into();
    }
    event
}
