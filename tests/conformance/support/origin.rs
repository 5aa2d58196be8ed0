//! The server behind the proxies: it keeps a ledger for each case, and answers by its script.

use std::collections::{BTreeMap, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use stripe_identity_tests::server::{Reply, Request, Server};

use crate::ledger::{Ledger, Session};

/// What the origin does for one request.
#[derive(Clone, Debug)]
pub enum Act {
    /// Creates a session and says so.
    Answer,
    /// Creates a session, says so, and closes without having said that.
    AnswerAndClose,
    /// Creates nothing.
    Instead(Reply),
    /// Creates a session, but says something else.
    Lose(Reply),
}

/// The origin of all cases; a case is told by what its requests' paths begin with.
#[derive(Debug)]
pub struct Origin {
    server: Server,
    /// Where redirects lead.
    elsewhere: Server,
    benches: Arc<Mutex<BTreeMap<String, Bench>>>,
}

#[derive(Debug, Default)]
struct Bench {
    script: VecDeque<Act>,
    ledger: Ledger,
}

impl Origin {
    /// Starts it.
    ///
    /// # Panics
    ///
    /// When no port can be had.
    #[must_use]
    pub fn start() -> Self {
        let benches: Arc<Mutex<BTreeMap<String, Bench>>> = Arc::default();
        let known = Arc::clone(&benches);
        let server = Server::answering(move |request| {
            let mut benches = lock(&known);
            let bench = prefix(request).and_then(|prefix| benches.get_mut(prefix));
            bench.map_or_else(|| Reply::json(418, "{}"), |bench| bench.answer(request))
        });
        Self {
            server: server.expect("a port"),
            elsewhere: Server::start([]).expect("a port"),
            benches,
        }
    }

    /// The ports that settings of proxies name: `ORIGIN`, `ELSEWHERE`.
    #[must_use]
    pub fn ports(&self) -> [(&'static str, u16); 2] {
        let ports = [&self.server, &self.elsewhere].map(|server| server.address().port());
        [("ORIGIN", ports[0]), ("ELSEWHERE", ports[1])]
    }

    /// How many requests came to the host that redirects lead to.
    #[must_use]
    pub fn elsewhere(&self) -> usize {
        self.elsewhere.requests().len()
    }

    /// Where it listens.
    #[must_use]
    pub fn port(&self) -> u16 {
        self.server.address().port()
    }

    /// Plays `script` to requests below `prefix` (`/case/kind`); the last act again and again.
    pub fn play(&self, prefix: &str, script: &[Act]) {
        let bench = Bench {
            script: script.iter().cloned().collect(),
            ledger: Ledger::default(),
        };
        lock(&self.benches).insert(prefix.to_owned(), bench);
    }

    /// What came below `prefix`.
    #[must_use]
    pub fn requests(&self, prefix: &str) -> Vec<Request> {
        let mut requests = self.server.requests();
        requests.retain(|request| self::prefix(request) == Some(prefix));
        requests
    }

    /// What was created below `prefix`.
    #[must_use]
    pub fn sessions(&self, prefix: &str) -> Vec<Session> {
        let benches = lock(&self.benches);
        benches
            .get(prefix)
            .map_or_else(Vec::new, |bench| bench.ledger.sessions())
    }
}

impl Bench {
    fn answer(&mut self, request: &Request) -> Reply {
        let last = self.script.len() <= 1;
        let act = if last {
            self.script.front().cloned()
        } else {
            self.script.pop_front()
        };
        match act {
            Some(Act::Answer) | None => self.ledger.create(request),
            Some(Act::AnswerAndClose) => self.ledger.create(request).then_close(),
            Some(Act::Instead(reply)) => reply,
            Some(Act::Lose(reply)) => {
                let _ = self.ledger.create(request);
                reply
            }
        }
    }
}

/// `/case/kind` of `/case/kind/v1/…`.
fn prefix(request: &Request) -> Option<&str> {
    let (prefix, _) = request.target.split_once("/v1/")?;
    Some(prefix)
}

/// A panicking test must not hide what others would tell.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
