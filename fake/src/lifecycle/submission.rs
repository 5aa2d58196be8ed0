use std::time::Duration;

use serde_json::json;
use stripe_identity::Expandable;
use stripe_identity::verification_session::{
    SessionLastError, SessionLastErrorCode, VerificationSession,
    VerificationSessionStatus as Status,
};

use super::{At, dismiss, emit, invite};
use crate::fill::filled;
use crate::outcome::Outcome;
use crate::spec::Spec;
use crate::store::{Next, Step, Store};
use crate::webhook::EventKind;
use crate::{Error, file, report};

/// Accepts what the person submitted, for checks that take a while.
pub(crate) fn submit_later(
    store: &mut Store,
    at: At<'_>,
    outcome: Outcome,
    wait: Duration,
) -> Result<(), Error> {
    let outcome = resolved(store, at, outcome)?;
    if !report::is_of_checks(&outcome) {
        return Err(Error::outcome(
            "only a result of the checks can come later: `verified`, or a failed check",
        ));
    }
    // Fails now rather than when it is due.
    let session = session_of(store, at)?.clone();
    report::of(&session, &outcome, session.created)?;
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

/// Does what the person and the checks do. After an error nothing has changed.
pub(crate) fn submit(store: &mut Store, at: At<'_>, outcome: Outcome) -> Result<(), Error> {
    let outcome = resolved(store, at, outcome)?;
    let created = store.clock.now();
    let session = session_of(store, at)?;
    let suits = match session.status {
        Status::RequiresInput => true,
        Status::Processing => report::is_of_checks(&outcome),
        _ => false,
    };
    if !suits || session.redaction.is_some() {
        return Err(Error::NotSubmittable {
            session: session.id.clone(),
            status: session.status.clone(),
        });
    }
    let report = report::of(session, &outcome, created)?;
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
            account.files.extend(file::of_report(at.id, &report));
            account.reports.insert(report.id.clone(), report);
        }
    }
    let session = session_of(store, at)?;
    match outcome {
        Outcome::Verified(person) => {
            session.verified_outputs = Some(report::outputs(session, &person)?);
            session.last_error = None;
            session.status = Status::Verified;
            emit(store, at, EventKind::Verified);
        }
        Outcome::Failed(code) => {
            session.last_error = Some(last_error(&code)?);
            session.status = Status::RequiresInput;
            invite(store, at.account, at.id);
            emit(store, at, EventKind::RequiresInput);
        }
        Outcome::Canceled => {
            session.status = Status::Canceled;
            emit(store, at, EventKind::Canceled);
        }
        Outcome::Processing | Outcome::VerifiedSample => {}
    }
    Ok(())
}

/// The codes with which a submission for this session can fail.
pub(crate) fn possible_codes(store: &mut Store, at: At<'_>) -> Vec<&'static str> {
    let session = session_of(store, at);
    session.map_or_else(|_| Vec::new(), |session| report::codes(session))
}

/// The outcome, with the sample person as one that the session accepts.
fn resolved(store: &mut Store, at: At<'_>, outcome: Outcome) -> Result<Outcome, Error> {
    if outcome != Outcome::VerifiedSample {
        return Ok(outcome);
    }
    let person = store.person.clone();
    let session = session_of(store, at)?;
    Ok(Outcome::Verified(report::suited(person, session)))
}

fn session_of<'a>(store: &'a mut Store, at: At<'_>) -> Result<&'a mut VerificationSession, Error> {
    match store.session(at.account, at.id) {
        Some(record) => Ok(&mut record.session),
        None => Err(Error::UnknownSession),
    }
}

fn last_error(code: &SessionLastErrorCode) -> Result<SessionLastError, Error> {
    let error = json!({ "code": code, "reason": report::reason(code) });
    let schema = Spec::get().component("identity.verification_session");
    let schema = schema.property("last_error");
    let error = schema.map_or(error.clone(), |schema| filled(schema, error));
    serde_json::from_value(error)
        .map_err(|_| Error::outcome("Stripe's document does not list this code"))
}
