//! Who visits, and how far their verification is.
//!
//! In memory here; in a site of yours columns of a table: the visitor's account or cookie, the
//! session's id, its status.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use stripe_identity::verification_session::{
    SessionLastErrorCode, VerificationSession, VerificationSessionId, VerificationSessionStatus,
};

/// How far a verification is.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Status {
    /// The visitor has not submitted anything yet.
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

    /// Whether nothing changes any more, whatever the visitor does.
    pub(crate) fn is_final(&self) -> bool {
        matches!(self, Self::Verified | Self::Canceled)
    }
}

/// All visits. Clones share them.
#[derive(Clone, Default)]
pub(crate) struct Visits(Arc<Mutex<Tables>>);

#[derive(Default)]
struct Tables {
    sessions: BTreeMap<String, VerificationSessionId>,
    statuses: BTreeMap<VerificationSessionId, Status>,
}

impl Visits {
    /// Keeps a session, and returns the cookie that leads to it: 128 random bits, so that nobody
    /// sees the result of another.
    pub(crate) fn begin(&self, session: VerificationSessionId) -> Result<String, getrandom::Error> {
        let mut random = [0; 16];
        getrandom::getrandom(&mut random)?;
        let cookie = format!("{:032x}", u128::from_ne_bytes(random));
        let mut tables = self.tables();
        tables.sessions.insert(cookie.clone(), session.clone());
        tables.statuses.insert(session, Status::Open);
        Ok(cookie)
    }

    pub(crate) fn session(&self, cookie: &str) -> Option<VerificationSessionId> {
        self.tables().sessions.get(cookie).cloned()
    }

    /// Records a status. Sessions of other sites are ignored.
    pub(crate) fn set(&self, session: &VerificationSessionId, status: Status) {
        if let Some(known) = self.tables().statuses.get_mut(session) {
            *known = status;
        }
    }

    pub(crate) fn status(&self, session: &VerificationSessionId) -> Status {
        let status = self.tables().statuses.get(session).cloned();
        status.unwrap_or(Status::Open)
    }

    fn tables(&self) -> MutexGuard<'_, Tables> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
