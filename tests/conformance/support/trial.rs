//! One case: what a client makes of it, and what holds whatever it makes of it.

use std::collections::BTreeSet;
use std::sync::atomic::Ordering;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use stripe_identity_tests::server::Request;

use crate::calls::{Ask, Caller, Ended};
use crate::clients::Settings;
use crate::ledger::Session;
use crate::origin::Origin;

/// Far more than any case takes: what is not over by then hangs.
const HANGS: Duration = Duration::from_secs(60);

/// What the client makes of a case.
#[derive(Clone, Copy, Debug)]
pub struct Wanted {
    /// As [`Ended::told`] says it.
    pub result: &'static str,
    /// Of one call.
    pub attempts: u32,
    /// How many requests come to the origin, of all calls.
    pub seen: usize,
    /// The shortest delay before a retry.
    pub waits: Duration,
}

impl Wanted {
    /// A result, after so many attempts, of so many requests that come to the origin.
    #[must_use]
    pub fn new((result, attempts, seen): (&'static str, u32, usize)) -> Self {
        Self {
            result,
            attempts,
            seen,
            waits: Duration::from_millis(500),
        }
    }
}

/// What a case came to.
#[derive(Debug)]
pub struct Trial {
    /// How each call ended.
    pub calls: Vec<Ended>,
    /// The most memory that the calls held at once.
    pub peak: usize,
    /// How many bytes of bodies were read.
    pub read: usize,
    seen: Vec<Request>,
    sessions: Vec<Session>,
    delays: Vec<Duration>,
    elsewhere: usize,
}

impl Trial {
    /// Makes calls below `prefix` on a thread of its own. `settings` are those of the caller; what
    /// it did before does not count.
    ///
    /// # Panics
    ///
    /// When they hang or panic.
    #[must_use]
    pub fn run(
        origin: &Origin,
        prefix: &str,
        caller: Caller,
        settings: &Settings,
        (ask, calls): (Ask, usize),
    ) -> Self {
        let elsewhere = origin.elsewhere();
        let before = origin.requests(prefix).len();
        let (sender, receiver) = mpsc::channel();
        thread::spawn(move || {
            let mut ended = Vec::new();
            let memory = allocation_counter::measure(|| {
                for call in 0..calls {
                    ended.push(caller.call(ask, &format!("call {call}")));
                }
            });
            // Nobody listens once the case was given up.
            let _ = sender.send((ended, memory.bytes_max));
        });
        let ended = receiver.recv_timeout(HANGS);
        let (calls, peak) = ended.unwrap_or_else(|_| panic!("{prefix}: hangs or panics"));
        Self {
            calls,
            peak: usize::try_from(peak).unwrap_or(usize::MAX),
            read: settings.read.load(Ordering::Relaxed),
            seen: origin.requests(prefix).split_off(before),
            sessions: origin.sessions(prefix),
            delays: settings.environment.delays(),
            elsewhere: origin.elsewhere() - elsewhere,
        }
    }

    /// What is not as wanted, or not as it always has to be: no call creates two sessions or
    /// gets another's, all its requests carry its key, every retry waits, no redirect is followed.
    #[must_use]
    pub fn check(&self, wanted: &Wanted) -> Vec<String> {
        let mut found = Vec::new();
        let mut hold = |holds: bool, what: String| {
            if !holds {
                found.push(what);
            }
        };
        for call in &self.calls {
            let (told, attempts) = (call.told.as_str(), call.attempts);
            hold(
                told == wanted.result && attempts == wanted.attempts,
                format!("{told} after {attempts}, not {wanted:?}: {}", call.shown),
            );
            let mine = |session: &&Session| Some(&session.key) == call.key.as_ref();
            let mine: Vec<_> = self.sessions.iter().filter(mine).collect();
            let id = mine.first().map(|session| &session.id);
            hold(
                mine.len() <= 1 && (call.id.is_none() || call.id.as_ref() == id),
                format!("got {:?}, the ledger has {mine:?}", call.id),
            );
        }
        let keys: BTreeSet<_> = self.calls.iter().map(|call| call.key.as_deref()).collect();
        for request in &self.seen {
            let (key, encoding) = ("idempotency-key", "accept-encoding");
            let right = keys.contains(&request.header(key)) && request.header(encoding).is_none();
            hold(right, format!("{request:?} of {keys:?}"));
        }
        // A retry that cannot connect sends nothing, and so is not counted.
        let sent = self.calls.iter().filter(|call| call.attempts > 0);
        let retries: u32 = sent.clone().map(|call| call.attempts - 1).sum();
        let all_sent = sent.count() == self.calls.len();
        let delays = &self.delays;
        let right = delays.iter().all(|delay| *delay >= wanted.waits);
        hold(
            right && (delays.len() == retries as usize || !all_sent),
            format!("waited {delays:?} for {retries} retries"),
        );
        let (seen, elsewhere) = (self.seen.len(), self.elsewhere);
        hold(seen == wanted.seen, format!("{seen} requests were seen"));
        hold(elsewhere == 0, format!("{elsewhere} at the other host"));
        found
    }
}
