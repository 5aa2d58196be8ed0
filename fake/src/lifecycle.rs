//! What happens to a session: each function is one step, with its events.

use std::time::Duration;

use serde_json::{Map, Value, json};
use stripe_identity::Expandable;
use stripe_identity::verification_session::{
    SessionLastError, SessionLastErrorCode, VerificationSession, VerificationSessionId,
    VerificationSessionStatus as Status,
};

use crate::outcome::Outcome;
use crate::redaction;
use crate::refusal::Refusal;
use crate::report;
use crate::spec::Spec;
use crate::store::{Invitation, Next, SessionRecord, Step, Store, Visit};
use crate::webhook::{Cause, EventKind};
use crate::{Error, ids};

/// How long a url lets someone in.
const URL_HOLDS: Duration = Duration::from_secs(48 * 60 * 60);
/// How long a client secret lets someone in.
const SECRET_HOLDS: Duration = Duration::from_secs(24 * 60 * 60);

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

/// Takes in what the person handed in, for checks that take a while.
pub(crate) fn submit_later(
    store: &mut Store,
    at: At<'_>,
    outcome: Outcome,
    wait: Duration,
) -> Result<(), Error> {
    submit(store, at, Outcome::Processing)?;
    let due = store.clock.elapsed().saturating_add(wait);
    if let Some(record) = store.session(at.account, at.id) {
        record.next = Some(Next {
            due,
            step: Step::Checked(Box::new(outcome)),
        });
    }
    Ok(())
}

/// Takes in what the person did.
pub(crate) fn submit(store: &mut Store, at: At<'_>, outcome: Outcome) -> Result<(), Error> {
    let record = store.session(at.account, at.id);
    let session = &record.ok_or(Error::UnknownSession)?.session;
    let fits = match session.status {
        Status::RequiresInput => true,
        Status::Processing => match &outcome {
            Outcome::Verified(_) => true,
            Outcome::Failed(code) => report::check_of(code).is_some(),
            Outcome::Processing | Outcome::Canceled => false,
        },
        _ => false,
    };
    if !fits || session.redaction.is_some() {
        return Err(Error::NotSubmittable {
            session: session.id.clone(),
            status: session.status.clone(),
        });
    }
    let created = store.clock.now();
    let session = session_of(store, at)?;
    let report = match &outcome {
        Outcome::Verified(person) => Some(report::verified(session, person, created)?),
        Outcome::Failed(code) => report::failed(session, code, created)?,
        Outcome::Processing | Outcome::Canceled => None,
    };
    dismiss(store, at);
    if let Some(record) = store.session(at.account, at.id) {
        record.next = None;
    }
    if report.is_some() || outcome == Outcome::Processing {
        let session = session_of(store, at)?;
        if session.status != Status::Processing {
            session.status = Status::Processing;
            emit(store, at, EventKind::Processing);
        }
    }
    if let Some(report) = report {
        session_of(store, at)?.last_verification_report = Some(Expandable::Id(report.id.clone()));
        if let Some(account) = store.accounts.get_mut(at.account) {
            account.reports.insert(report.id.clone(), report);
        }
    }
    let session = session_of(store, at)?;
    match outcome {
        Outcome::Processing => {}
        Outcome::Verified(person) => {
            session.verified_outputs = Some(report::outputs(session, &person)?);
            session.last_error = None;
            session.status = Status::Verified;
            emit(store, at, EventKind::Verified);
        }
        Outcome::Failed(code) => {
            session.last_error = Some(last_error(&code)?);
            session.status = Status::RequiresInput;
            emit(store, at, EventKind::RequiresInput);
            invite(store, at.account, at.id);
        }
        Outcome::Canceled => {
            session.status = Status::Canceled;
            emit(store, at, EventKind::Canceled);
        }
    }
    Ok(())
}

/// Gives a session that waits for the person a url and a secret that hold.
pub(crate) fn invite(store: &mut Store, account: &str, id: &VerificationSessionId) {
    let now = store.clock.elapsed();
    let base_url = store.base_url.clone();
    let Some(record) = store.session(account, id) else {
        return;
    };
    if record.session.status != Status::RequiresInput {
        return;
    }
    let mut old = None;
    let known = record.invitation.take();
    let mut invitation = known.unwrap_or_else(|| Invitation {
        token: String::new(),
        url_expires: Duration::ZERO,
        secret_expires: Duration::ZERO,
    });
    if invitation.secret_expires <= now {
        invitation.secret_expires = now.saturating_add(SECRET_HOLDS);
        let secret = ids::random(&format!("{id}_secret_"));
        record.session.client_secret = Some(secret);
    }
    if invitation.url_expires <= now {
        invitation.url_expires = now.saturating_add(URL_HOLDS);
        old = Some(std::mem::replace(&mut invitation.token, ids::random("")));
        record.session.url = Some(format!("{base_url}/start/{}", invitation.token));
    }
    let token = invitation.token.clone();
    record.invitation = Some(invitation);
    if let Some(old) = old {
        store.visits.remove(&old);
        let visit = Visit {
            account: account.to_owned(),
            session: id.clone(),
        };
        store.visits.insert(token, visit);
    }
}

/// Takes url and secret away: both can be used once.
fn dismiss(store: &mut Store, at: At<'_>) {
    let Some(record) = store.session(at.account, at.id) else {
        return;
    };
    record.session.url = None;
    record.session.client_secret = None;
    if let Some(invitation) = record.invitation.take() {
        store.visits.remove(&invitation.token);
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

fn session_of<'a>(store: &'a mut Store, at: At<'_>) -> Result<&'a mut VerificationSession, Error> {
    match store.session(at.account, at.id) {
        Some(record) => Ok(&mut record.session),
        None => Err(Error::UnknownSession),
    }
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

fn last_error(code: &SessionLastErrorCode) -> Result<SessionLastError, Error> {
    let error = json!({ "code": code, "reason": report::reason(code) });
    serde_json::from_value(error).map_err(|_| Error::Outcome {
        reason: "the document does not know this code",
    })
}
