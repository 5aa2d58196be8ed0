//! Made-up requests and answers with every field set. What is looked for in what the libraries print occurs only
//! once in them.

use serde_json::{Value, json};

pub(crate) const API_KEY: &str = "sk_test_canarykey";
pub(crate) const REQUEST_ID: &str = "req_canaryrequest";

/// The id of the session that is retrieved.
pub const ID: &str = "vs_1NuNAILkdIwHu7ix000001";

/// The parameters of a full create that both libraries can express, decoded and in order.
pub(crate) const CREATE: [(&str, &str); 15] = [
    ("client_reference_id", "canaryuser"),
    ("expand[0]", "last_verification_report"),
    ("metadata[order_id]", "canaryorder"),
    ("options[document][allowed_types][0]", "driving_license"),
    ("options[document][allowed_types][1]", "passport"),
    ("options[document][require_id_number]", "true"),
    ("options[document][require_live_capture]", "true"),
    ("options[document][require_matching_selfie]", "true"),
    ("provided_details[email]", "canary.asked@example.com"),
    ("provided_details[phone]", "+14155550123"),
    ("related_customer", "cus_NffrFeUfNV2Hib"),
    ("related_person[account]", "acct_1NoKvbLkdIwHu7ix"),
    ("related_person[person]", "person_1Nv0FGQ9RKHgCVdK"),
    (
        "return_url",
        "https://example.com/done?step=2&name=Zo\u{eb}",
    ),
    ("type", "document"),
];

/// The value of one of the parameters.
///
/// # Panics
///
/// When there is no such parameter.
#[must_use]
pub fn parameter(name: &str) -> &'static str {
    let found = CREATE.iter().find(|(known, _)| *known == name);
    found.expect("a parameter that is listed").1
}

/// What of a session with its report is secret or personal.
pub(crate) const SECRET: [(&str, &str); 13] = [
    ("client_reference_id", "canaryreference"),
    ("client_secret", "secret_canarysecret"),
    ("last_verification_report.document.number", "CANARYDOC7"),
    (
        "last_verification_report.selfie.selfie",
        "file_canaryselfie",
    ),
    ("metadata", "canarymetadata"),
    ("provided_details.email", "canary.provided@example.com"),
    ("provided_details.phone", "+14155550147"),
    ("url", "start/canaryurl"),
    ("verified_outputs.address.line1", "742 Canary Terrace"),
    ("verified_outputs.dob", "1913"),
    ("verified_outputs.first_name", "Canaryfirst"),
    ("verified_outputs.id_number", "987652468"),
    ("verified_outputs.last_name", "Canarylast"),
];

fn value(number: u32) -> Value {
    let mut session: Value = serde_json::from_str(include_str!("session.json")).expect("JSON");
    session["id"] = format!("vs_1NuNAILkdIwHu7ix{number:06}").into();
    session
}

/// A session.
pub(crate) fn session() -> String {
    value(1).to_string()
}

/// A page of a hundred sessions.
pub(crate) fn list() -> String {
    let data: Vec<Value> = (0..100).map(value).collect();
    json!({
        "object": "list", "data": data, "has_more": true,
        "url": "/v1/identity/verification_sessions"
    })
    .to_string()
}

/// A session with its last report expanded.
pub(crate) fn session_with_report() -> String {
    let mut session = value(1);
    session["last_verification_report"] =
        serde_json::from_str(include_str!("report.json")).expect("JSON");
    session.to_string()
}

/// A status and the code of an error that no document names yet.
pub(crate) const UNKNOWN: [&str; 2] = ["waiting_for_review", "document_from_the_future"];

/// A session with the values of [`UNKNOWN`], an unknown document type and an unknown field.
pub(crate) fn from_the_future() -> String {
    let mut session = value(1);
    session["status"] = UNKNOWN[0].into();
    session["last_error"]["code"] = UNKNOWN[1].into();
    session["options"]["document"]["allowed_types"] = json!(["passport", "seed_packet"]);
    session["a_new_field"] = json!({ "of": ["any", 1, null] });
    session.to_string()
}

/// What an error of Stripe's names.
pub(crate) const ERROR: [(&str, &str); 2] =
    [("code", "canary_code"), ("parameter", "options[canary]")];

/// The body of an error.
pub(crate) fn error() -> String {
    json!({
        "error": {
            "type": "invalid_request_error", "code": ERROR[0].1, "message": "No.",
            "param": ERROR[1].1,
        }
    })
    .to_string()
}
