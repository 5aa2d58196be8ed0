//! What one stand-in knows.

use std::collections::{BTreeMap, VecDeque};
use std::time::Duration;

use indexmap::IndexMap;
use stripe_identity::verification_report::{VerificationReport, VerificationReportId};
use stripe_identity::verification_session::{VerificationSession, VerificationSessionId};

use crate::clock::Clock;
use crate::fault::Fault;
use crate::idempotency::SavedReplies;
use crate::outcome::Outcome;
use crate::record::RequestRecord;
use crate::webhook::Outbox;

/// Requests that are kept at most, so that a long life fills no memory.
const KEPT_REQUESTS: usize = 100_000;

pub(crate) struct Store {
    pub(crate) clock: Clock,
    pub(crate) base_url: String,
    pub(crate) redaction_takes: Duration,
    /// By name of the account; the account of the keys itself has the empty one.
    pub(crate) accounts: BTreeMap<String, Account>,
    /// The hosted pages that are open, by the token in their path.
    pub(crate) visits: BTreeMap<String, Visit>,
    pub(crate) faults: VecDeque<Fault>,
    pub(crate) holds: Holds,
    pub(crate) requests: VecDeque<RequestRecord>,
    pub(crate) outbox: Outbox,
}

/// Requests that wait for the test.
#[derive(Default)]
pub(crate) struct Holds {
    /// How many wait.
    pub(crate) held: usize,
    /// How often they were let go.
    pub(crate) round: u64,
}

/// What an account has. Accounts know nothing of each other.
#[derive(Default)]
pub(crate) struct Account {
    /// Oldest first.
    pub(crate) sessions: IndexMap<VerificationSessionId, SessionRecord>,
    /// Oldest first.
    pub(crate) reports: IndexMap<VerificationReportId, VerificationReport>,
    pub(crate) saved: SavedReplies,
}

/// A session, and what the API does not tell of it.
pub(crate) struct SessionRecord {
    /// Whole: with `verified_outputs`, with url and secret while they hold.
    pub(crate) session: VerificationSession,
    pub(crate) return_url: Option<String>,
    pub(crate) invitation: Option<Invitation>,
    /// What will happen to it by itself.
    pub(crate) next: Option<Next>,
}

/// What happens when its time has come.
#[derive(Clone)]
pub(crate) struct Next {
    pub(crate) due: Duration,
    pub(crate) step: Step,
}

#[derive(Clone)]
pub(crate) enum Step {
    /// The redaction is done.
    Redacted,
    /// The checks are done.
    Checked(Box<Outcome>),
}

/// The url and the secret of a session that waits for the person.
pub(crate) struct Invitation {
    /// What stands in the url.
    pub(crate) token: String,
    pub(crate) url_expires: Duration,
    pub(crate) secret_expires: Duration,
}

/// Whose page it is.
#[derive(Clone)]
pub(crate) struct Visit {
    pub(crate) account: String,
    pub(crate) session: VerificationSessionId,
}

impl Store {
    pub(crate) fn new(base_url: String, clock: Clock, redaction_takes: Duration) -> Self {
        Self {
            clock,
            base_url,
            redaction_takes,
            accounts: BTreeMap::new(),
            visits: BTreeMap::new(),
            faults: VecDeque::new(),
            holds: Holds::default(),
            requests: VecDeque::new(),
            outbox: Outbox::default(),
        }
    }

    pub(crate) fn session(
        &mut self,
        account: &str,
        id: &VerificationSessionId,
    ) -> Option<&mut SessionRecord> {
        self.accounts.get_mut(account)?.sessions.get_mut(id)
    }

    /// The account of a session, by its id alone: ids are of one account only.
    pub(crate) fn account_of(&self, id: &VerificationSessionId) -> Option<String> {
        self.accounts
            .iter()
            .find(|(_, account)| account.sessions.contains_key(id))
            .map(|(name, _)| name.clone())
    }

    /// Whose page this is, if it is open still.
    pub(crate) fn visit(&mut self, token: &str) -> Option<Visit> {
        let visit = self.visits.get(token)?.clone();
        let now = self.clock.elapsed();
        let record = self.session(&visit.account, &visit.session)?;
        let invitation = record.invitation.as_ref()?;
        (invitation.url_expires > now).then_some(visit)
    }

    pub(crate) fn log(&mut self, request: RequestRecord) {
        if self.requests.len() == KEPT_REQUESTS {
            self.requests.pop_front();
        }
        self.requests.push_back(request);
    }
}
