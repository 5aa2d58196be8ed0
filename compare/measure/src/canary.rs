//! Texts that occur once in what Stripe sends or gets, so that it shows where they go.

/// The name of a canary, and its text.
pub type Canary = (&'static str, &'static str);

/// In the client.
pub const API_KEY: Canary = ("API key", "sk_test_canarykey");

/// In a session.
pub const SESSION: [Canary; 13] = [
    ("client_secret", "secret_canarysecret"),
    ("url", "start/canaryurl"),
    ("client_reference_id", "canaryreference"),
    ("metadata", "canarymetadata"),
    ("provided_details.email", "canary.provided@example.com"),
    ("provided_details.phone", "+14155550147"),
    ("verified_outputs.first_name", "Canaryfirst"),
    ("verified_outputs.last_name", "Canarylast"),
    ("verified_outputs.dob", "1913"),
    ("verified_outputs.address.line1", "742 Canary Terrace"),
    ("verified_outputs.id_number", "987652468"),
    ("last_verification_report.document.number", "CANARYDOC7"),
    (
        "last_verification_report.selfie.selfie",
        "file_canaryselfie",
    ),
];

/// In a request that creates a session.
pub const CREATE: [Canary; 3] = [
    ("provided_details.email", "canary.asked@example.com"),
    ("client_reference_id", "canaryuser"),
    ("metadata", "canaryorder"),
];

/// In an answer that says no.
pub const ERROR: [Canary; 4] = [
    ("request id", "req_canaryrequest"),
    ("status", "402"),
    ("code", "canary_code"),
    ("parameter", "options[canary]"),
];

/// The text of one of [`SESSION`].
#[must_use]
pub fn session(name: &str) -> &'static str {
    find(&SESSION, name)
}

/// The text of one of [`CREATE`].
#[must_use]
pub fn create(name: &str) -> &'static str {
    find(&CREATE, name)
}

/// The text of one of [`ERROR`].
#[must_use]
pub fn error(name: &str) -> &'static str {
    find(&ERROR, name)
}

fn find(canaries: &[Canary], name: &str) -> &'static str {
    canaries
        .iter()
        .find_map(|(known, text)| (*known == name).then_some(*text))
        .expect("a canary that is listed")
}
