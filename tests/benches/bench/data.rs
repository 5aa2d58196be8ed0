//! Made-up responses with every field set, as Stripe writes them; the comparison with async-stripe reads the same.

use serde_json::{Value, json};
use stripe_runtime::webhook::{Event, EventObject};

fn value(number: u32) -> Value {
    let session = include_str!("../../../compare/measure/src/session.json");
    let mut session: Value = serde_json::from_str(session).expect("JSON");
    session["id"] = format!("vs_1NuNAILkdIwHu7ix{number:06}").into();
    session
}

/// A session with every field set.
pub(crate) fn session() -> String {
    value(1).to_string()
}

/// A page of a hundred such sessions.
pub(crate) fn sessions() -> String {
    let data: Vec<Value> = (0..100).map(value).collect();
    json!({
        "object": "list", "data": data, "has_more": true,
        "url": "/v1/identity/verification_sessions"
    })
    .to_string()
}

/// A report with every field set.
pub(crate) fn report() -> String {
    let report = include_str!("../../../compare/measure/src/report.json");
    let report: Value = serde_json::from_str(report).expect("JSON");
    report.to_string()
}

/// The JSON as the client holds it before it decodes: the object of an event is read by the same function as the
/// body of a response.
pub(crate) fn object(json: &str) -> EventObject {
    let event = format!(
        r#"{{"object":"event","id":"evt_1","type":"x","created":1,"data":{{"object":{json}}}}}"#
    );
    Event::<EventObject>::parse(event.as_bytes())
        .expect("an event")
        .data
}
