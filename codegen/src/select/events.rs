//! The types of events that a selection lists, held against those that a document knows.

use serde_json::Value;

use crate::advice::Advice;
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

/// The types of events that a document knows.
#[derive(Debug)]
pub(crate) struct KnownEvents {
    pointer: Pointer,
    types: Vec<String>,
}

/// The document's list, where the selection asks for events and the document has one: a whole document has, a
/// narrowed one has not.
pub(super) fn known(document: &Document<'_>, selection: &Selection<'_>) -> Option<KnownEvents> {
    selection.events.as_ref()?;
    // What is wrong with a path item that is not selected is not reported.
    let item = document.path(ENDPOINTS).ok()??;
    let list = LIST.iter().try_fold(&item, |value, key| value.get(key))?;
    let types = list.as_array()?.iter().filter_map(Value::as_str);
    let pointer = LIST.iter().fold(
        Pointer::root().join("paths").join(ENDPOINTS),
        |pointer, key| pointer.join(key),
    );
    Some(KnownEvents {
        pointer,
        types: types.map(str::to_owned).collect(),
    })
}

impl KnownEvents {
    pub(crate) fn contains(&self, wire: &str) -> bool {
        self.types.iter().any(|known| known == wire)
    }

    /// A message for each type of event that only one of the selection and the document has.
    pub(crate) fn compare(&self, document: &str, selection: &Selection<'_>) -> Vec<Diagnostic> {
        let at = &self.pointer;
        let listed: Vec<(&str, String)> = selection.event_types().collect();
        let unknown = listed
            .iter()
            .filter(|(wire, _)| !self.contains(wire))
            .map(|(wire, line)| {
                Diagnostic::new(line, format!("`{wire}` is not an event type of {document}"))
                    .note(format!("they are listed at {document}{at}"))
                    .help("correct it")
                    .advise(Advice::remove("events.types", wire))
            });
        // A new type of event of a resource whose events have types is a decision, not an accident.
        let is_listed = |wire: &str| listed.iter().any(|(other, _)| *other == wire);
        let is_sibling = |wire: &str| {
            listed
                .iter()
                .any(|(other, _)| resource(other) == resource(wire))
        };
        let missing = self
            .types
            .iter()
            .enumerate()
            .filter(|(_, wire)| is_sibling(wire) && !is_listed(wire));
        let missing = missing.map(|(index, wire)| {
            let message = format!("the type of event `{wire}` is new");
            Diagnostic::at(document, &at.index(index), message)
                .advise(Advice::AddEvent(wire.clone()))
        });
        unknown.chain(missing).collect()
    }
}

/// The key of what an event happened to: its type without the last part, and without the part of the resource that
/// brackets name. `v2.core.account[identity].updated` happened to a `v2.core.account`.
pub(crate) fn resource(wire: &str) -> &str {
    let resource = wire.rsplit_once('.').map_or(wire, |(resource, _)| resource);
    resource.split('[').next().unwrap_or(resource)
}
