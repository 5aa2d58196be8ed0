//! The types of events that a selection lists, held against those that a document knows.

use serde_json::Value;

use crate::diagnostic::Diagnostic;
use crate::document::Document;
use crate::pointer::Pointer;
use crate::selection::Selection;

/// Where Stripe lists the types of events, and the path to the list.
const ENDPOINTS: &str = "/v1/webhook_endpoints";
const LIST: [&str; 9] = [
    "post",
    "requestBody",
    "content",
    "application/x-www-form-urlencoded",
    "schema",
    "properties",
    "enabled_events",
    "items",
    "enum",
];

/// Holds the selection's types of events against the document's list, where it has one: a whole document has,
/// a narrowed one has not.
pub(super) fn check(
    document: &Document<'_>,
    selection: &Selection<'_>,
) -> Result<Vec<Diagnostic>, Diagnostic> {
    if selection.events().is_none() {
        return Ok(Vec::new());
    }
    let Some(item) = document.path(ENDPOINTS)? else {
        return Ok(Vec::new());
    };
    let list = LIST.iter().try_fold(&item, |value, key| value.get(key));
    let Some(list) = list.and_then(Value::as_array) else {
        return Ok(Vec::new());
    };
    let known: Vec<&str> = list.iter().filter_map(Value::as_str).collect();
    let at = LIST.iter().fold(
        Pointer::root().join("paths").join(ENDPOINTS),
        |pointer, key| pointer.join(key),
    );
    let listed: Vec<(&str, String)> = selection.event_types().collect();

    let unknown = listed
        .iter()
        .filter(|(wire, _)| !known.contains(wire))
        .map(|(wire, line)| {
            Diagnostic::new(
                line,
                format!("`{wire}` is no type of event of {}", document.name),
            )
            .note(format!("they are listed at {}{at}", document.name))
            .help("remove it from `events.types`, or correct it")
        });
    // A new type of event of a resource whose events have types is a decision, not an accident.
    let is_listed = |wire: &str| listed.iter().any(|(other, _)| *other == wire);
    let is_sibling = |wire: &str| {
        listed
            .iter()
            .any(|(other, _)| resource(other) == resource(wire))
    };
    let missing = known
        .iter()
        .enumerate()
        .filter(|(_, wire)| is_sibling(wire) && !is_listed(wire));
    let missing = missing.map(|(index, wire)| {
        Diagnostic::new(
            format!("{}{}", document.name, at.index(index)),
            format!("the type of event `{wire}` is new"),
        )
        .help("add it to `events.types` in the selection")
    });
    Ok(unknown.chain(missing).collect())
}

/// What an event happened to: its type without the last part.
fn resource(wire: &str) -> &str {
    wire.rsplit_once('.').map_or(wire, |(resource, _)| resource)
}
