//! Made-up answers with every field set, as Stripe writes them.

use serde_json::{Value, json};

use crate::canary;

/// The id of the session that is retrieved.
pub const ID: &str = "vs_1NuNAILkdIwHu7ix000001";

/// The parameters of a full create that both libraries can express, decoded.
pub const CREATE: [(&str, &str); 15] = [
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

/// The value of one of [`CREATE`].
///
/// # Panics
///
/// When there is no such parameter.
#[must_use]
pub fn parameter(name: &str) -> &'static str {
    CREATE
        .iter()
        .find_map(|(known, value)| (*known == name).then_some(*value))
        .expect("a parameter that is listed")
}

fn address() -> Value {
    json!({
        "city": "Springfield", "country": "US",
        "line1": canary::session("verified_outputs.address.line1"),
        "line2": "Apartment 3", "postal_code": "12345", "state": "OR"
    })
}

fn value(number: u32) -> Value {
    json!({
        "id": format!("vs_1NuNAILkdIwHu7ix{number:06}"),
        "object": "identity.verification_session",
        "client_reference_id": canary::session("client_reference_id"),
        "client_secret": format!(
            "vs_1NuNAILkdIwHu7ixh7OtGMLw_{}", canary::session("client_secret")
        ),
        "created": 1_790_000_000 + i64::from(number),
        "last_error": {
            "code": "document_unverified_other",
            "reason": "The document could not be verified.\nAsk the user to try again."
        },
        "last_verification_report": format!("vr_1NuNAILkdIwHu7ix{number:06}"),
        "livemode": false,
        "metadata": {
            "order_id": canary::session("metadata"), "cart": "a-b-c", "campaign": "autumn"
        },
        "options": {
            "document": {
                "allowed_types": ["driving_license", "passport", "id_card"],
                "require_id_number": true, "require_live_capture": true,
                "require_matching_selfie": true
            },
            "email": { "require_verification": true },
            "id_number": {},
            "matching": { "dob": "similar", "name": "similar" },
            "phone": { "require_verification": false }
        },
        "provided_details": {
            "email": canary::session("provided_details.email"),
            "phone": canary::session("provided_details.phone")
        },
        "redaction": { "status": "processing" },
        "related_customer": "cus_NffrFeUfNV2Hib",
        "related_customer_account": "acct_1NoKvbLkdIwHu7ix",
        "related_person": {
            "account": "acct_1NoKvbLkdIwHu7ix", "person": "person_1Nv0FGQ9RKHgCVdK"
        },
        "status": "verified",
        "type": "document",
        "url": format!("https://verify.stripe.com/{}", canary::session("url")),
        "verification_flow": "vf_1NoKvbLkdIwHu7ix",
        "verified_outputs": {
            "address": address(),
            "dob": { "day": 17, "month": 4, "year": 1913 },
            "email": "jenny.rosen@example.com",
            "first_name": canary::session("verified_outputs.first_name"),
            "id_number": canary::session("verified_outputs.id_number"),
            "id_number_type": "us_ssn",
            "last_name": canary::session("verified_outputs.last_name"),
            "phone": "+14155550123", "sex": "female",
            "unparsed_place_of_birth": "Z\u{fc}rich", "unparsed_sex": "F"
        }
    })
}

/// A session with every field set.
#[must_use]
pub fn session() -> String {
    value(1).to_string()
}

/// A page of a hundred such sessions.
#[must_use]
pub fn list() -> String {
    let data: Vec<Value> = (0..100).map(value).collect();
    json!({
        "object": "list", "data": data, "has_more": true,
        "url": "/v1/identity/verification_sessions"
    })
    .to_string()
}

/// A session with its last report in it.
#[must_use]
pub fn expanded() -> String {
    let mut session = value(1);
    session["last_verification_report"] = json!({
        "id": "vr_1NuNAILkdIwHu7ix000001",
        "object": "identity.verification_report",
        "created": 1_790_000_000,
        "document": {
            "address": address(), "dob": { "day": 1, "month": 12, "year": 1913 },
            "error": null, "files": ["file_1NuNAILkdIwHu7ix"],
            "first_name": "Jenny", "issuing_country": "US", "last_name": "Rosen",
            "number": canary::session("last_verification_report.document.number"),
            "status": "verified", "type": "driving_license"
        },
        "livemode": false,
        "options": {},
        "selfie": {
            "document": "file_1NuNAILkdIwHu7ix", "error": null,
            "selfie": canary::session("last_verification_report.selfie.selfie"),
            "status": "verified"
        },
        "type": "document",
        "verification_session": ID
    });
    session.to_string()
}

/// A status and the code of an error that no document has named yet.
pub const UNKNOWN: [&str; 2] = ["waiting_for_review", "document_from_the_future"];

/// A session with the values of [`UNKNOWN`], and an unknown document type.
#[must_use]
pub fn from_the_future() -> String {
    let mut session = value(1);
    session["status"] = json!(UNKNOWN[0]);
    session["last_error"]["code"] = json!(UNKNOWN[1]);
    session["options"]["document"]["allowed_types"] = json!(["passport", "seed_packet"]);
    session["a_new_field"] = json!({ "of": ["any", 1, null] });
    session.to_string()
}

/// What Stripe says when it says no.
#[must_use]
pub fn error() -> String {
    json!({
        "error": {
            "type": "invalid_request_error",
            "code": canary::error("code"),
            "message": "No.",
            "param": canary::error("parameter"),
        }
    })
    .to_string()
}
