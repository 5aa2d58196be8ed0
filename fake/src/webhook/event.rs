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

/// The request that caused an event.
#[derive(Clone)]
pub(crate) struct Cause {
    pub(crate) request_id: String,
    pub(crate) idempotency_key: Option<String>,
}

/// An event, as endpoints get it.
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

/// The thin form of an event: <https://docs.stripe.com/event-destinations#thin-events>.
pub(crate) fn notification(event: &Value) -> Value {
    let created = event["created"].as_i64().unwrap_or_default();
    let created = jiff::Timestamp::from_second(created).unwrap_or(jiff::Timestamp::MAX);
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let object = &event["data"]["object"];
    let id = text(&object["id"]);
    let request = &event["request"];
    let reason = request["id"].as_str().map(|id| {
        json!({
            "type": "request",
            "request": { "id": id, "idempotency_key": text(&request["idempotency_key"]) },
        })
    });
    json!({
        "object": "v2.core.event", "id": event["id"],
        "type": format!("v1.{}", text(&event["type"])),
        "created": format!("{created:.3}"), "livemode": false,
        "context": event["account"], "reason": reason,
        "related_object": {
            "id": id, "type": object["object"],
            "url": format!("/v1/identity/verification_sessions/{id}"),
        },
    })
}
