//! Many creates at once through proxies that fail at random, and the ledger afterwards.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::hash::{BuildHasher, Hasher, RandomState};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use stripe_identity_conformance::calls::{Ended, create_all};
use stripe_identity_conformance::clients::{Kind, Settings};
use stripe_identity_conformance::ledger::{Ledger, Session, reference};
use stripe_identity_conformance::{Proxy, Tally};
use stripe_identity_tests::server::{Reply, Request, Server};

use super::plan::{Created, Fault, Plan};

/// One more than the client's retries.
const ATTEMPTS: usize = 3;

/// How long an attempt may take; more than any does that is not made to.
const PATIENCE: Duration = Duration::from_secs(3);

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            succeeded, failed, ..
        } = self;
        let (kept, unplanned) = (self.failed_and_created, self.unplanned);
        let (sessions, requests) = (self.sessions, self.requests);
        write!(
            f,
            "{succeeded} succeeded, {failed} failed ({kept} yet created), "
        )?;
        write!(
            f,
            "{unplanned} not as planned, {sessions} sessions, {requests} requests"
        )
    }
}

/// An origin that goes by a plan.
struct Origin {
    server: Server,
    state: Arc<Mutex<State>>,
}

struct State {
    plan: Plan,
    ledger: Ledger,
    /// The keys that came with each call, one an attempt.
    attempts: BTreeMap<String, Vec<String>>,
}

/// What was found.
#[derive(Debug, Default)]
struct Verdict {
    calls: Vec<(usize, Result<(), String>)>,
    succeeded: usize,
    failed: usize,
    /// Calls that failed, though their session was created.
    failed_and_created: usize,
    sessions: usize,
    requests: usize,
    /// Calls that ended otherwise than planned: over a timeout or a connection that failed
    /// without being told to.
    unplanned: usize,
    /// What is wrong with all together.
    wrong: Option<String>,
}

/// Creates sessions through proxies that fail at random, and holds what the client said against
/// the ledger: a session for each call that succeeded, and none twice.
pub(crate) fn storm(kind: Kind, calls: usize, at_once: usize) {
    let seed = seed();
    let title = format!("faults: creates by the {kind} client, {at_once} at once");
    let mut tally = Tally::new(format!("{title}, FAULTS_SEED={seed}"));
    for (number, name) in ["nginx", "haproxy"].into_iter().enumerate() {
        let origin = Origin::start(Plan {
            seed: seed.wrapping_add(number as u64),
        });
        let proxy = if name == "nginx" {
            origin.nginx()
        } else {
            origin.haproxy()
        };
        let mut settings = Settings::new(format!("http://127.0.0.1:{}", proxy.port(0)), PATIENCE);
        settings.more = |builder| builder.retry_rate_limited(true).retry_budget(None);
        let ended = create_all(kind, &settings, calls, at_once);
        let mut verdict = origin.judge(&ended);
        for (call, result) in std::mem::take(&mut verdict.calls) {
            tally.case(name, format!("call {call}"), result);
        }
        tally.note(name, &verdict);
        tally.case("all together", name, verdict.wrong.map_or(Ok(()), Err));
    }
    tally.finish();
}

/// One that is new each time, and is told, or the one that is given.
fn seed() -> u64 {
    match std::env::var("FAULTS_SEED") {
        Ok(seed) => seed.parse().expect("FAULTS_SEED is a number"),
        Err(_) => RandomState::new().build_hasher().finish(),
    }
}

impl Origin {
    fn start(plan: Plan) -> Self {
        let state = Arc::new(Mutex::new(State {
            plan,
            ledger: Ledger::default(),
            attempts: BTreeMap::new(),
        }));
        let shared = Arc::clone(&state);
        let server = Server::answering(move |request| lock(&shared).answer(request));
        Self {
            server: server.expect("a port"),
            state,
        }
    }

    fn nginx(&self) -> Proxy {
        let origin = self.server.address().port();
        Proxy::nginx(1, |ports| {
            let port = ports[0];
            format!(
                "upstream origin {{ server 127.0.0.1:{origin}; keepalive 64; }}
                 proxy_http_version 1.1;
                 proxy_set_header Connection \"\";
                 server {{
                   listen 127.0.0.1:{port} reuseport;
                   location / {{ proxy_pass http://origin; proxy_buffering off; }}
                   location = /drop {{ internal; return 444; }}
                   location = /vanish {{ internal; return 444; }}
                   location = /reset {{ internal; reset_timedout_connection on; return 444; }}
                 }}
                 "
            )
        })
    }

    fn haproxy(&self) -> Proxy {
        let origin = self.server.address().port();
        Proxy::haproxy(1, |ports| {
            let port = ports[0];
            format!(
                "listen front
  bind 127.0.0.1:{port}
  option http-no-delay
  http-response silent-drop if {{ res.hdr(x-accel-redirect) /vanish }}
  http-response deny deny_status 502 if {{ res.hdr(x-accel-redirect) /drop }}
  http-response deny deny_status 504 if {{ res.hdr(x-accel-redirect) /reset }}
  server origin 127.0.0.1:{origin}
"
            )
        })
    }

    /// Holds what the calls said against the ledger.
    fn judge(&self, calls: &[(usize, Ended)]) -> Verdict {
        let state = lock(&self.state);
        let sessions = state.ledger.sessions();
        let mut created: BTreeMap<&str, Vec<&Session>> = BTreeMap::new();
        for session in &sessions {
            created.entry(&session.reference).or_default().push(session);
        }
        let mut verdict = Verdict {
            sessions: sessions.len(),
            requests: state.attempts.values().map(Vec::len).sum(),
            ..Verdict::default()
        };
        for (call, ended) in calls {
            let reference = call.to_string();
            let mine = created.remove(&*reference).unwrap_or_default();
            let sent = state.attempts.get(&reference);
            let result = check(ended, &mine, sent.map_or(&[], Vec::as_slice));
            verdict.calls.push((*call, result));
            let succeeded = ended.told == "session";
            if succeeded {
                verdict.succeeded += 1;
            } else {
                verdict.failed += 1;
                verdict.failed_and_created += mine.len();
            }
            let planned = state.plan.succeeds(*call, ATTEMPTS);
            verdict.unplanned += usize::from(planned != succeeded);
        }
        let ids: BTreeSet<_> = sessions.iter().map(|session| &session.id).collect();
        let keys: BTreeSet<_> = calls.iter().map(|(_, ended)| &ended.key).collect();
        verdict.wrong = if !created.is_empty() {
            Some(format!("nobody asked for {created:?}"))
        } else if ids.len() != sessions.len() || keys.len() != calls.len() {
            Some("two calls have the same id or key".to_owned())
        } else if verdict.succeeded == 0 || verdict.failed == 0 {
            Some("all ended alike, which shows nothing".to_owned())
        } else if verdict.unplanned > calls.len() / 100 {
            Some(format!("{} calls not as planned", verdict.unplanned))
        } else {
            None
        };
        verdict
    }
}

/// Holds one call against its sessions, and the keys that came with its requests.
fn check(ended: &Ended, sessions: &[&Session], sent: &[String]) -> Result<(), String> {
    let told = || format!("{sessions:?}, requests with {sent:?}, but {ended:?}");
    let one_key = sent.iter().all(|key| Some(key) == ended.key.as_ref());
    let attempts = sent.len() <= ended.attempts as usize;
    let right = match sessions {
        [] => ended.told != "session",
        [session] => {
            let told = ended.id.as_ref().is_none_or(|id| *id == session.id);
            told && Some(&session.key) == ended.key.as_ref()
        }
        _ => false,
    };
    if one_key && attempts && right {
        Ok(())
    } else {
        Err(told())
    }
}

impl State {
    fn answer(&mut self, request: &Request) -> Reply {
        let reference = reference(request);
        let key = request.header("idempotency-key").unwrap_or_default();
        let attempts = self.attempts.entry(reference.clone()).or_default();
        attempts.push(key.to_owned());
        let call = reference.parse().expect("calls have numbers");
        let fault = self.plan.fault(call, attempts.len() - 1);
        self.play(fault, request)
    }

    fn play(&self, fault: Fault, request: &Request) -> Reply {
        let created = |created| {
            if created == Created::Yes {
                let _ = self.ledger.create(request);
            }
        };
        // What nginx, and haproxy by its settings, do with it is up to them.
        let instead = |path| Reply::new(200, &[("X-Accel-Redirect", path)], "{}");
        match fault {
            Fault::Nothing => self.ledger.create(request),
            Fault::Busy => Reply::json(503, "{}"),
            Fault::Conflict => Reply::json(409, "{}"),
            Fault::Limited => Reply::new(429, &[("Retry-After", "1")], "{}"),
            Fault::Invalid => Reply::json(400, r#"{"error": {"type": "invalid_request_error"}}"#),
            Fault::KeptFailure => self.ledger.fail(request),
            Fault::Closed(when) => {
                created(when);
                Reply::close()
            }
            Fault::Dropped(when) => {
                created(when);
                instead("/drop")
            }
            Fault::Reset(when) => {
                created(when);
                instead("/reset")
            }
            Fault::Vanished(when) => {
                created(when);
                instead("/vanish")
            }
            Fault::Silence(when) => {
                created(when);
                Reply::stall()
            }
            Fault::Page => {
                created(Created::Yes);
                Reply::html(200)
            }
            Fault::Half => {
                created(Created::Yes);
                Reply::truncated(200, HALF)
            }
            Fault::Stall => {
                created(Created::Yes);
                Reply::stalled_body(200, HALF)
            }
        }
    }
}

/// Of which half comes.
const HALF: &str = r#"{"id": "vs_0", "object": "identity.verification_session"}"#;

/// A panicking test must not hide what others would tell.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
