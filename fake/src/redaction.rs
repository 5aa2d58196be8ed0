//! Removes personal data from what the stand-in keeps.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use stripe_identity::verification_session::{VerificationSessionId, VerificationSessionRedaction};

use crate::fill::filled;
use crate::spec::{Schema, Spec};
use crate::store::Store;

/// Replaces a text.
const REDACTED: &str = "[redacted]";

/// The properties of a session and of a report that hold personal data.
const PERSONAL: [&str; 7] = [
    "document",
    "email",
    "id_number",
    "phone",
    "provided_details",
    "selfie",
    "verified_outputs",
];

pub(crate) fn status(status: &str) -> Option<VerificationSessionRedaction> {
    serde_json::from_value(json!({ "status": status })).ok()
}

/// Removes personal data from a session, its reports and its events, and deletes its files.
pub(crate) fn finish(store: &mut Store, name: &str, id: &VerificationSessionId) {
    let Some(account) = store.accounts.get_mut(name) else {
        return;
    };
    if let Some(record) = account.sessions.get_mut(id) {
        let session = redacted(&record.session, "identity.verification_session");
        record.session = session.unwrap_or_else(|| record.session.clone());
        record.session.metadata.clear();
        record.session.redaction = status("redacted");
        record.return_url = None;
    }
    for report in account.reports.values_mut() {
        if report.verification_session.as_ref() == Some(id)
            && let Some(without) = redacted(report, "identity.verification_report")
        {
            *report = without;
        }
    }
    account.files.retain(|_, file| file.session != *id);
    store.outbox.redact(id, |session| {
        object(
            Spec::get().component("identity.verification_session"),
            session,
        );
        session["metadata"] = json!({});
    });
}

fn redacted<T: Serialize + DeserializeOwned>(object_: &T, component: &str) -> Option<T> {
    let mut value = serde_json::to_value(object_).ok()?;
    object(Spec::get().component(component), &mut value);
    let schema = Spec::get().component(component);
    serde_json::from_value(filled(schema, value)).ok()
}

/// Redacts the personal parts of a session or a report.
fn object(schema: Schema, value: &mut Value) {
    for name in PERSONAL {
        if let (Some(schema), Some(value)) = (schema.property(name), value.get_mut(name)) {
            part(schema.plain(), value);
        }
    }
}

/// Texts get a placeholder; dates, numbers and lists are emptied. An enum stays unless it
/// lists the placeholder: it names a kind of document, not a person.
fn part(schema: Schema, value: &mut Value) {
    match value {
        Value::Object(object) => {
            for (name, property) in schema.properties() {
                let property = property.plain();
                match object.get_mut(name) {
                    None => {}
                    // Why a check failed is not personal.
                    Some(_) if name == "error" => {}
                    Some(date) if property.property("year").is_some() => *date = Value::Null,
                    Some(value) => part(property, value),
                }
            }
        }
        Value::Array(values) => values.clear(),
        Value::String(_) => match schema.values() {
            Some(values) if !values.contains(&REDACTED) => {}
            _ => *value = REDACTED.into(),
        },
        Value::Number(_) => *value = Value::Null,
        Value::Null | Value::Bool(_) => {}
    }
}
