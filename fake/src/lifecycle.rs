//! What happens to a session: each function is one step, with its events.

use serde_json::{Map, Value, json};
use stripe_identity::verification_session::{
    VerificationSession, VerificationSessionId, VerificationSessionStatus as Status,
};

use crate::ids;
use crate::redaction;
use crate::refusal::Refusal;
use crate::spec::Spec;
use crate::store::{Next, SessionRecord, Step, Store};
use crate::webhook::{Cause, EventKind};

mod invitation;
mod submission;

use invitation::dismiss;
pub(crate) use invitation::invite;
pub(crate) use submission::{submit, submit_later};

/// Where a session is, and who acts on it.
#[derive(Clone, Copy)]
pub(crate) struct At<'a> {
    pub(crate) account: &'a str,
    pub(crate) id: &'a VerificationSessionId,
    pub(crate) cause: Option<&'a Cause>,
}

/// Makes a session of parameters that are checked.
pub(crate) fn create(
    store: &mut Store,
    account: &str,
    parameters: Map<String, Value>,
    cause: &Cause,
) -> Result<VerificationSessionId, Refusal> {
    let id = ids::random("vs_1");
    let mut session = json!({
        "object": "identity.verification_session", "id": id, "livemode": false,
        "created": store.clock.now(), "status": "requires_input",
        "type": "verification_flow", "metadata": {}, "options": {},
    });
    let return_url = parameters.get("return_url").and_then(Value::as_str);
    let return_url = return_url.map(str::to_owned);
    assign(&mut session, parameters);
    if session["type"] == "document" && session["options"]["document"].is_null() {
        session["options"]["document"] = json!({});
    }
    let session = typed(session)?;
    let id = session.id.clone();
    let record = SessionRecord {
        session,
        return_url,
        invitation: None,
        next: None,
    };
    let sessions = &mut store.accounts.entry(account.into()).or_default().sessions;
    sessions.insert(id.clone(), record);
    let at = At {
        account,
        id: &id,
        cause: Some(cause),
    };
    emit(store, at, EventKind::Created);
    invite(store, account, &id);
    Ok(id)
}

/// Changes what the parameters name; what they set to null is taken out.
pub(crate) fn update(
    store: &mut Store,
    at: At<'_>,
    parameters: Map<String, Value>,
) -> Result<(), Refusal> {
    let record = waiting(store, at, "updated")?;
    let mut session = serde_json::to_value(&record.session).map_err(|_| broken())?;
    assign(&mut session, parameters);
    record.session = typed(session)?;
    Ok(())
}

/// Ends a session that waits for the person.
pub(crate) fn cancel(store: &mut Store, at: At<'_>) -> Result<(), Refusal> {
    waiting(store, at, "canceled")?.session.status = Status::Canceled;
    dismiss(store, at);
    emit(store, at, EventKind::Canceled);
    Ok(())
}

/// Starts to take all personal data out.
pub(crate) fn redact(store: &mut Store, at: At<'_>) -> Result<(), Refusal> {
    let session = &find(store, at)?.session;
    if session.redaction.is_some() {
        return Err(Refusal::invalid(
            "This VerificationSession is being redacted, or was redacted before.",
        ));
    }
    match session.status {
        Status::Verified => {}
        Status::RequiresInput => cancel(store, at)?,
        _ => {
            return Err(wrong_state(
                session,
                "redacted",
                "`requires_input` or `verified`",
            ));
        }
    }
    let due = store.clock.elapsed().saturating_add(store.redaction_takes);
    let record = find(store, at)?;
    record.session.redaction = redaction::status("processing");
    record.next = Some(Next {
        due,
        step: Step::Redacted,
    });
    settle(store);
    Ok(())
}

/// Does what has become due, in the order in which it has.
pub(crate) fn settle(store: &mut Store) {
    let now = store.clock.elapsed();
    let mut due = Vec::new();
    for (name, account) in &mut store.accounts {
        for (id, record) in &mut account.sessions {
            if let Some(next) = record.next.take_if(|next| next.due <= now) {
                due.push((next, name.clone(), id.clone()));
            }
        }
    }
    due.sort_by_key(|(next, ..)| next.due);
    for (next, account, id) in due {
        let at = At {
            account: &account,
            id: &id,
            cause: None,
        };
        match next.step {
            Step::Redacted => {
                redaction::finish(store, &account, &id);
                emit(store, at, EventKind::Redacted);
            }
            // Whether the outcome fits was looked at when it was planned.
            Step::Checked(outcome) => drop(submit(store, at, *outcome)),
        }
    }
}

fn emit(store: &mut Store, at: At<'_>, kind: EventKind) {
    let Some(record) = store.session(at.account, at.id) else {
        return;
    };
    // Nobody but who asks for the session gets the means to start it.
    let mut session = record.session.clone();
    session.url = None;
    session.client_secret = None;
    let now = store.clock.now();
    let elapsed = store.clock.elapsed();
    let event = crate::webhook::event(kind, at.account, &session, now, at.cause);
    store.outbox.post(event, elapsed);
}

pub(crate) fn find<'a>(store: &'a mut Store, at: At<'_>) -> Result<&'a mut SessionRecord, Refusal> {
    store
        .session(at.account, at.id)
        .ok_or_else(|| Refusal::no_such("verification_session", at.id.as_str(), "session"))
}

/// The session, if it waits for the person.
fn waiting<'a>(
    store: &'a mut Store,
    at: At<'_>,
    done: &str,
) -> Result<&'a mut SessionRecord, Refusal> {
    let record = find(store, at)?;
    if record.session.status == Status::RequiresInput {
        Ok(record)
    } else {
        Err(wrong_state(&record.session, done, "`requires_input`"))
    }
}

fn wrong_state(session: &VerificationSession, done: &str, states: &str) -> Refusal {
    Refusal::invalid(format!(
        "This VerificationSession cannot be {done}, since its status is `{}`: it has to be {states}.",
        session.status
    ))
}

/// Puts parameters into the session, where it has a property of the name.
fn assign(session: &mut Value, parameters: Map<String, Value>) {
    let schema = Spec::get().component("identity.verification_session");
    for (name, value) in parameters {
        if schema.property(&name).is_some() {
            merge(&mut session[&name], value);
        }
    }
}

/// Objects are changed by key; null takes out.
fn merge(old: &mut Value, new: Value) {
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

fn typed(session: Value) -> Result<VerificationSession, Refusal> {
    serde_json::from_value(session).map_err(|_| broken())
}

/// The document says something that the stand-in was not made for.
fn broken() -> Refusal {
    Refusal::new(500, "The stand-in does not know how to carry this out.")
}
