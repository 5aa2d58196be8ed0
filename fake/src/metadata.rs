//! Metadata, as <https://docs.stripe.com/api/metadata> describes it.

use serde_json::{Value, json};

use crate::refusal::Refusal;

/// How many keys an object may have.
const MOST_KEYS: usize = 50;
const LONGEST_KEY: usize = 40;
const LONGEST_VALUE: usize = 500;

/// Checks what a request sends.
pub(crate) fn check(metadata: Option<&Value>) -> Result<(), Refusal> {
    let Some(metadata) = metadata.and_then(Value::as_object) else {
        return Ok(());
    };
    let refused = |message: String| Err(Refusal::invalid(message).param("metadata"));
    check_count(metadata.len())?;
    for (key, value) in metadata {
        if key.chars().count() > LONGEST_KEY {
            return refused(format!(
                "Metadata keys can have up to {LONGEST_KEY} characters."
            ));
        }
        let value = value.as_str().unwrap_or_default();
        if value.chars().count() > LONGEST_VALUE {
            return refused(format!(
                "Metadata values can have up to {LONGEST_VALUE} characters."
            ));
        }
    }
    Ok(())
}

/// Checks how many keys an object has.
pub(crate) fn check_count(keys: usize) -> Result<(), Refusal> {
    if keys <= MOST_KEYS {
        return Ok(());
    }
    let message = format!("Metadata can have up to {MOST_KEYS} keys.");
    Err(Refusal::invalid(message).param("metadata"))
}

/// Changes an object key by key; null removes.
pub(crate) fn merge(old: &mut Value, new: Value) {
    match new {
        Value::Object(new) => {
            if !old.is_object() {
                *old = json!({});
            }
            for (key, value) in new {
                merge(&mut old[&key], value);
            }
            if let Some(old) = old.as_object_mut() {
                old.retain(|_, value| !value.is_null());
            }
        }
        Value::Null => {
            *old = if old.is_object() {
                json!({})
            } else {
                Value::Null
            }
        }
        new => *old = new,
    }
}
