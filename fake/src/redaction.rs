//! Taking personal data out of what the stand-in keeps.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use stripe_identity::verification_session::{VerificationSessionId, VerificationSessionRedaction};

use crate::spec::{Schema, Spec};
use crate::store::Store;

/// What stands in place of a text.
const REDACTED: &str = "[redacted]";

/// Where a session and a report hold what someone handed in, or what was said of
/// them.
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

/// Takes everything personal out of a session, its reports and its events.
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
    serde_json::from_value(value).ok()
}

/// Redacts the personal parts of a session or a report.
fn object(schema: Schema, value: &mut Value) {
    for name in PERSONAL {
        if let (Some(schema), Some(value)) = (schema.property(name), value.get_mut(name)) {
            part(schema.plain(), value);
        }
    }
}

/// Texts get a placeholder, and what has room for none is emptied. An enum stays,
/// unless it has a value for this: it tells the kind of something.
fn part(schema: Schema, value: &mut Value) {
    match value {
        Value::Object(object) => {
            for (name, property) in schema.properties() {
                let property = property.plain();
                match object.get_mut(name) {
                    // Why a check failed is not about the person.
                    None => {}
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
