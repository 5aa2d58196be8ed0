use std::time::Duration;

use serde_json::json;
use stripe_identity::Expandable;
use stripe_identity::verification_session::{
    SessionLastError, SessionLastErrorCode, VerificationSession,
    VerificationSessionStatus as Status,
};

use super::{At, dismiss, emit, invite};
use crate::Error;
use crate::outcome::Outcome;
use crate::report;
use crate::store::{Next, Step, Store};
use crate::webhook::EventKind;

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

fn session_of<'a>(store: &'a mut Store, at: At<'_>) -> Result<&'a mut VerificationSession, Error> {
    match store.session(at.account, at.id) {
        Some(record) => Ok(&mut record.session),
        None => Err(Error::UnknownSession),
    }
}

fn last_error(code: &SessionLastErrorCode) -> Result<SessionLastError, Error> {
    let error = json!({ "code": code, "reason": report::reason(code) });
    serde_json::from_value(error).map_err(|_| Error::Outcome {
        reason: "the document does not know this code",
    })
}
