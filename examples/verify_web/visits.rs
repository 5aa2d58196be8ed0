//! Who visits, and how far their verification is.
//!
//! In memory here; in a site of yours columns of a table: the visitor's account or cookie, the
//! session's id, its status.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use stripe_identity::verification_session::{
    SessionLastErrorCode, VerificationSession, VerificationSessionId, VerificationSessionStatus,
};
use tokio::sync::watch;

/// How far a verification is.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Status {
    /// The visitor has not handed anything in, as far as is known.
    Open,
    Checking,
    Verified,
    /// May be tried again.
    Failed(Option<SessionLastErrorCode>),
    Canceled,
}

impl Status {
    pub(crate) fn of(session: &VerificationSession) -> Self {
        match (&session.status, &session.last_error) {
            (VerificationSessionStatus::Verified, _) => Self::Verified,
            (VerificationSessionStatus::Canceled, _) => Self::Canceled,
            (VerificationSessionStatus::RequiresInput, None) => Self::Open,
            (VerificationSessionStatus::RequiresInput, Some(error)) => {
                Self::Failed(error.code.clone())
            }
            _ => Self::Checking,
        }
    }

    fn is_outcome(&self) -> bool {
        !matches!(self, Self::Open | Self::Checking)
    }
}

/// All visits. Clones share them.
#[derive(Clone, Default)]
pub(crate) struct Visits(Arc<Mutex<Tables>>);

#[derive(Default)]
struct Tables {
    sessions: BTreeMap<String, VerificationSessionId>,
    statuses: BTreeMap<VerificationSessionId, watch::Sender<Status>>,
}

impl Visits {
    /// Keeps a session, and gives the cookie that leads to it: 128 random bits, so that nobody
    /// sees the result of another.
    pub(crate) fn begin(&self, session: VerificationSessionId) -> Result<String, getrandom::Error> {
        let mut random = [0; 16];
        getrandom::getrandom(&mut random)?;
        let cookie = format!("{:032x}", u128::from_ne_bytes(random));
        let mut tables = self.tables();
        tables.sessions.insert(cookie.clone(), session.clone());
        tables
            .statuses
            .insert(session, watch::Sender::new(Status::Open));
        Ok(cookie)
    }

    pub(crate) fn session(&self, cookie: &str) -> Option<VerificationSessionId> {
        self.tables().sessions.get(cookie).cloned()
    }

    /// Changes a status, and wakes who waits for it. Sessions that are not this site's are left out.
    pub(crate) fn set(&self, session: &VerificationSessionId, status: Status) {
        if let Some(known) = self.tables().statuses.get(session) {
            known.send_replace(status);
        }
    }

    /// The status, if need be after waiting for an outcome.
    pub(crate) async fn outcome(
        &self,
        session: &VerificationSessionId,
        patience: Duration,
    ) -> Status {
        let Some(mut status) = self
            .tables()
            .statuses
            .get(session)
            .map(watch::Sender::subscribe)
        else {
            return Status::Open;
        };
        // Whether it came in time or not, the page shows what is so then.
        let _ = tokio::time::timeout(patience, status.wait_for(Status::is_outcome)).await;
        status.borrow().clone()
    }

    fn tables(&self) -> MutexGuard<'_, Tables> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
