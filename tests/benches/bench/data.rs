//! Made-up responses with every field set, as Stripe writes them.

use serde_json::{Value, json};
use stripe_runtime::webhook::{Event, EventObject};

fn address() -> Value {
    json!({
        "city": "Springfield", "country": "US", "line1": "742 Evergreen Terrace",
        "line2": "Apartment 3", "postal_code": "12345", "state": "OR"
    })
}

fn session_value(number: u32) -> Value {
    json!({
        "id": format!("vs_1NuNAILkdIwHu7ix{number:06}"),
        "object": "identity.verification_session",
        "client_reference_id": format!("user-{number}"),
        "client_secret": "vs_1NuNAILkdIwHu7ixh7OtGMLw_secret_test_YWNjdF8xTm9LdmJMa2RJd0h1N2l4",
        "created": 1_790_000_000 + i64::from(number),
        "last_error": {
            "code": "document_unverified_other",
            "reason": "The document could not be verified.\nAsk the user to try again."
        },
        "last_verification_report": format!("vr_1NuNAILkdIwHu7ix{number:06}"),
        "livemode": false,
        "metadata": { "order_id": "6735", "cart": "a-b-c", "campaign": "autumn" },
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
        "provided_details": { "email": "jenny.rosen@example.com", "phone": "+14155550123" },
        "redaction": { "status": "processing" },
        "related_customer": "cus_NffrFeUfNV2Hib",
        "related_customer_account": "acct_1NoKvbLkdIwHu7ix",
        "related_person": { "account": "acct_1NoKvbLkdIwHu7ix", "person": "person_1Nv0FGQ9RKHgCVdK" },
        "status": "verified",
        "type": "document",
        "url": "https://verify.stripe.com/start/test_YWNjdF8xTm9LdmJMa2RJd0h1N2l4LF9PaVN2",
        "verification_flow": "vf_1NoKvbLkdIwHu7ix",
        "verified_outputs": {
            "address": address(),
            "dob": { "day": 17, "month": 4, "year": 1980 },
            "email": "jenny.rosen@example.com",
            "first_name": "Jenny", "id_number": "123456789", "id_number_type": "us_ssn",
            "last_name": "Rosen", "phone": "+14155550123", "sex": "female",
            "unparsed_place_of_birth": "Zürich", "unparsed_sex": "F"
        }
    })
}

/// A session with every field set.
pub(crate) fn session() -> String {
    session_value(1).to_string()
}

/// A page of a hundred such sessions.
pub(crate) fn sessions() -> String {
    let data: Vec<Value> = (0..100).map(session_value).collect();
    json!({
        "object": "list", "data": data, "has_more": true,
        "url": "/v1/identity/verification_sessions"
    })
    .to_string()
}

/// A report with every field set.
pub(crate) fn report() -> String {
    let date = |year: i64| json!({ "day": 1, "month": 12, "year": year });
    json!({
        "id": "vr_1NuNAILkdIwHu7ixh7OtGMLw",
        "object": "identity.verification_report",
        "client_reference_id": "user-1",
        "created": 1_790_000_000,
        "document": {
            "address": address(), "dob": date(1980),
            "error": { "code": "document_expired", "reason": "The document is expired." },
            "expiration_date": date(2030), "files": ["file_1NuNAILkdIwHu7ix", "file_1NuNBXLkdIwHu7ix"],
            "first_name": "Jenny", "issued_date": date(2020), "issuing_country": "US",
            "last_name": "Rosen", "number": "123456789", "sex": "female", "status": "verified",
            "type": "driving_license", "unparsed_place_of_birth": "Zürich", "unparsed_sex": "F"
        },
        "email": {
            "email": "jenny.rosen@example.com",
            "error": { "code": "email_unverified_other", "reason": "No answer." },
            "status": "unverified"
        },
        "id_number": {
            "dob": date(1980), "error": { "code": "id_number_mismatch", "reason": "Another name." },
            "first_name": "Jenny", "id_number": "123456789", "id_number_type": "us_ssn",
            "last_name": "Rosen", "status": "unverified"
        },
        "livemode": false,
        "options": {
            "document": {
                "allowed_types": ["driving_license", "passport"], "require_id_number": true,
                "require_live_capture": true, "require_matching_selfie": false
            },
            "id_number": {}
        },
        "phone": {
            "error": { "code": "phone_unverified_other", "reason": "No answer." },
            "phone": "+14155550123", "status": "unverified"
        },
        "selfie": {
            "document": "file_1NuNAILkdIwHu7ix",
            "error": { "code": "selfie_face_mismatch", "reason": "Another face." },
            "selfie": "file_1NuNBXLkdIwHu7ix", "status": "unverified"
        },
        "type": "document",
        "verification_flow": "vf_1NoKvbLkdIwHu7ix",
        "verification_session": "vs_1NuNAILkdIwHu7ixh7OtGMLw"
    })
    .to_string()
}

/// The JSON in the hands of the client: as the object of an event, which it
/// reads in the same way as the body of a response.
pub(crate) fn object(json: &str) -> EventObject {
    let event = format!(
        r#"{{"object":"event","id":"evt_1","type":"x","created":1,"data":{{"object":{json}}}}}"#
    );
    Event::<EventObject>::parse(event.as_bytes())
        .expect("an event")
        .data
}
