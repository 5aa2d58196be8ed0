//! Everything that one stand-in knows.

use std::collections::{BTreeMap, VecDeque};
use std::time::Duration;

use indexmap::IndexMap;
use stripe_identity::verification_report::{VerificationReport, VerificationReportId};
use stripe_identity::verification_session::{VerificationSession, VerificationSessionId};

use crate::clock::Clock;
use crate::fault::Fault;
use crate::file::File;
use crate::idempotency::SavedReplies;
use crate::outcome::{Outcome, When};
use crate::person::Person;
use crate::record::RequestRecord;
use crate::webhook::Outbox;

/// How many requests are remembered, so that a long run does not fill the memory.
const KEPT_REQUESTS: usize = 100_000;

pub(crate) struct Store {
    pub(crate) clock: Clock,
    /// Where browsers find the hosted page.
    pub(crate) public_url: String,
    pub(crate) redaction_takes: Duration,
    /// By name; the account of the keys themselves has an empty one.
    pub(crate) accounts: BTreeMap<String, Account>,
    /// The open hosted pages, by the token in their path.
    pub(crate) visits: BTreeMap<String, Visit>,
    pub(crate) faults: VecDeque<Fault>,
    /// What the next people do.
    pub(crate) plans: VecDeque<(Outcome, When)>,
    /// Who is verified where nothing else is said.
    pub(crate) person: Person,
    pub(crate) holds: Holds,
    pub(crate) requests: VecDeque<RequestRecord>,
    pub(crate) counts: Counts,
    pub(crate) outbox: Outbox,
}

/// Requests that wait for the test.
#[derive(Default)]
pub(crate) struct Holds {
    /// How many wait.
    pub(crate) held: usize,
    /// How often they were released.
    pub(crate) round: u64,
}

/// How many requests there were since the start.
#[derive(Clone, Copy, Default)]
pub(crate) struct Counts {
    pub(crate) requests: u64,
    /// With an error as the answer, or without one.
    pub(crate) failed: u64,
}

/// The objects of one account. Accounts know nothing of each other.
#[derive(Default)]
pub(crate) struct Account {
    /// Oldest first.
    pub(crate) sessions: IndexMap<VerificationSessionId, SessionRecord>,
    /// Oldest first.
    pub(crate) reports: IndexMap<VerificationReportId, VerificationReport>,
    /// By id.
    pub(crate) files: BTreeMap<String, File>,
    pub(crate) saved: SavedReplies,
}

/// A session, and what the API does not tell about it.
pub(crate) struct SessionRecord {
    /// Complete: with `verified_outputs`, and with url and secret while they are valid.
    pub(crate) session: VerificationSession,
    pub(crate) return_url: Option<String>,
    pub(crate) invitation: Option<Invitation>,
    /// What happens to it without another request.
    pub(crate) next: Option<Next>,
    /// What the person does as soon as they open the page.
    pub(crate) on_visit: Option<Outcome>,
}

/// What happens at a later time.
#[derive(Clone)]
pub(crate) struct Next {
    pub(crate) due: Duration,
    pub(crate) step: Step,
}

#[derive(Clone)]
pub(crate) enum Step {
    /// The redaction is complete.
    Redacted,
    /// The checks are complete.
    Checked(Box<Outcome>),
}

/// The url and the secret of a session that waits for the person.
pub(crate) struct Invitation {
    /// The last segment of the url's path.
    pub(crate) token: String,
    pub(crate) url_expires: Duration,
    pub(crate) secret_expires: Duration,
}

/// The session of a hosted page.
#[derive(Clone)]
pub(crate) struct Visit {
    pub(crate) account: String,
    pub(crate) session: VerificationSessionId,
}

impl Store {
    pub(crate) fn new(
        public_url: String,
        clock: Clock,
        redaction_takes: Duration,
        outbox: Outbox,
        person: Person,
    ) -> Self {
        Self {
            clock,
            public_url,
            redaction_takes,
            accounts: BTreeMap::new(),
            visits: BTreeMap::new(),
            faults: VecDeque::new(),
            plans: VecDeque::new(),
            person,
            holds: Holds::default(),
            requests: VecDeque::new(),
            counts: Counts::default(),
            outbox,
        }
    }

    /// Forgets everything but the settings and who waits. The sample person stays, too.
    pub(crate) fn reset(&mut self) {
        self.clock.reset();
        self.accounts.clear();
        self.visits.clear();
        self.faults.clear();
        self.plans.clear();
        self.requests.clear();
        self.outbox.reset();
    }

    pub(crate) fn session(
        &mut self,
        account: &str,
        id: &VerificationSessionId,
    ) -> Option<&mut SessionRecord> {
        self.accounts.get_mut(account)?.sessions.get_mut(id)
    }

    /// The account of a session. Ids are unique over all accounts.
    pub(crate) fn account_of(&self, id: &VerificationSessionId) -> Option<String> {
        self.accounts
            .iter()
            .find(|(_, account)| account.sessions.contains_key(id))
            .map(|(name, _)| name.clone())
    }

    /// The session of a hosted page, if its url is still valid.
    pub(crate) fn visit(&mut self, token: &str) -> Option<Visit> {
        let visit = self.visits.get(token)?.clone();
        let now = self.clock.elapsed();
        let record = self.session(&visit.account, &visit.session)?;
        let invitation = record.invitation.as_ref()?;
        (invitation.url_expires > now).then_some(visit)
    }

    /// The url of the session that a client secret is for, if both are still valid.
    pub(crate) fn url_for(&self, secret: &str) -> Option<String> {
        let now = self.clock.elapsed();
        let accounts = self.accounts.values();
        let mut records = accounts.flat_map(|account| account.sessions.values());
        let record = records.find(|record| {
            let session = &record.session;
            session.client_secret.as_deref() == Some(secret)
        })?;
        let invitation = record.invitation.as_ref()?;
        let holds = invitation.secret_expires > now && invitation.url_expires > now;
        record.session.url.clone().filter(|_| holds)
    }

    /// Remembers a request.
    pub(crate) fn log(&mut self, request: RequestRecord) {
        self.counts.requests += 1;
        self.counts.failed += u64::from(request.status.is_none_or(|status| status >= 400));
        if self.requests.len() == KEPT_REQUESTS {
            self.requests.pop_front();
        }
        self.requests.push_back(request);
    }
}
