//! What happens to a session. Each function is one step, and posts its events.

use serde_json::{Map, Value, json};
use stripe_identity::verification_session::{
    VerificationSession, VerificationSessionId, VerificationSessionStatus as Status,
};

use crate::fill::filled;
use crate::outcome::When;
use crate::refusal::Refusal;
use crate::spec::Spec;
use crate::store::{Next, SessionRecord, Step, Store};
use crate::webhook::{Cause, EventKind};
use crate::{Error, ids, metadata, redaction};

mod invitation;
mod submission;

use invitation::dismiss;
pub(crate) use invitation::invite;
pub(crate) use submission::{possible_codes, submit, submit_later};

/// A session, and the request that acts on it.
#[derive(Clone, Copy)]
pub(crate) struct At<'a> {
    pub(crate) account: &'a str,
    pub(crate) id: &'a VerificationSessionId,
    pub(crate) cause: Option<&'a Cause>,
}

/// Creates a session from checked parameters.
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
        on_visit: None,
    };
    let sessions = &mut store.accounts.entry(account.into()).or_default().sessions;
    sessions.insert(id.clone(), record);
    let at = At {
        account,
        id: &id,
        cause: Some(cause),
    };
    invite(store, account, &id);
    emit(store, at, EventKind::Created);
    Ok(id)
}

/// Changes what the parameters name; null removes.
///
/// The checks and their options change only while the session waits for the person, and
/// metadata at any time before a redaction:
/// <https://docs.stripe.com/api/identity/verification_sessions/update>.
pub(crate) fn update(
    store: &mut Store,
    at: At<'_>,
    parameters: Map<String, Value>,
) -> Result<(), Refusal> {
    let record = if parameters.keys().all(|name| name == "metadata") {
        let record = find(store, at)?;
        if record.session.redaction.is_some() {
            return Err(Refusal::invalid(
                "This VerificationSession cannot be updated: it is redacted, or being redacted.",
            ));
        }
        record
    } else {
        waiting(store, at, "updated")?
    };
    let mut session = serde_json::to_value(&record.session).map_err(|_| broken())?;
    assign(&mut session, parameters);
    let session = typed(session)?;
    metadata::check_count(session.metadata.len())?;
    record.session = session;
    Ok(())
}

/// Does what was planned ahead for the next person, now that there is a session for them.
/// A plan that does not suit the session is dropped, and the error says why.
pub(crate) fn follow_plan(store: &mut Store, at: At<'_>) -> Result<(), Error> {
    match store.plans.pop_front() {
        None => Ok(()),
        Some((outcome, When::Created)) => submit(store, at, outcome),
        Some((outcome, When::Visited)) => {
            if let Some(record) = store.session(at.account, at.id) {
                record.on_visit = Some(outcome);
            }
            Ok(())
        }
    }
}

/// Ends a session that waits for the person.
pub(crate) fn cancel(store: &mut Store, at: At<'_>) -> Result<(), Refusal> {
    waiting(store, at, "canceled")?.session.status = Status::Canceled;
    dismiss(store, at);
    emit(store, at, EventKind::Canceled);
    Ok(())
}

/// Starts a redaction.
pub(crate) fn redact(store: &mut Store, at: At<'_>) -> Result<(), Refusal> {
    let session = &find(store, at)?.session;
    if session.redaction.is_some() {
        return Err(Refusal::invalid(
            "This VerificationSession is redacted, or being redacted.",
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

/// Does what has become due, in the order in which it became due.
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
            // That the outcome suits the session was checked when it was planned.
            Step::Checked(outcome) => drop(submit(store, at, *outcome)),
        }
    }
}

fn emit(store: &mut Store, at: At<'_>, kind: EventKind) {
    let Some(record) = store.session(at.account, at.id) else {
        return;
    };
    // Events do not carry the means to start the session.
    let mut session = record.session.clone();
    session.url = None;
    session.client_secret = None;
    let now = store.clock.now();
    let elapsed = store.clock.elapsed();
    let event = crate::webhook::event(kind, at.account, &session, now, at.cause);
    store.outbox.post(event, at.account, elapsed);
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
        "This VerificationSession cannot be {done}, since its status is `{}`: it must be {states}.",
        session.status
    ))
}

/// Sets the properties of the session that have the names of parameters.
fn assign(session: &mut Value, parameters: Map<String, Value>) {
    let schema = Spec::get().component("identity.verification_session");
    for (name, value) in parameters {
        if schema.property(&name).is_some() {
            metadata::merge(&mut session[&name], value);
        }
    }
}

fn typed(session: Value) -> Result<VerificationSession, Refusal> {
    let schema = Spec::get().component("identity.verification_session");
    serde_json::from_value(filled(schema, session)).map_err(|_| broken())
}

/// The document asks for something that the stand-in was not written for.
fn broken() -> Refusal {
    Refusal::new(500, "The stand-in cannot carry this out.")
}
