//! What Stripe keeps of creates: for each idempotency key, what was answered to it first.

use std::collections::BTreeMap;
use std::sync::{LazyLock, Mutex, MutexGuard, PoisonError};

use serde_json::{Value, json};
use stripe_identity_tests::example::completed;
use stripe_identity_tests::server::{Reply, Request};

/// A session, whose id and reference are replaced.
static SESSION: LazyLock<Value> = LazyLock::new(|| {
    completed(json!({
        "id": "vs_0", "object": "identity.verification_session", "created": 1_790_000_000,
        "livemode": false, "metadata": {}, "status": "requires_input", "type": "document"
    }))
});

/// A session that was created.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// Its id.
    pub id: String,
    /// The idempotency key that it was asked for with.
    pub key: String,
    /// The `client_reference_id` that the request named.
    pub reference: String,
}

/// What was answered to which key.
#[derive(Debug, Default)]
pub struct Ledger {
    entries: Mutex<BTreeMap<String, Entry>>,
}

#[derive(Debug)]
struct Entry {
    /// What was asked for; the same key must not ask for anything else.
    form: String,
    status: u16,
    body: String,
    session: Option<Session>,
}

impl Ledger {
    /// Creates a session, or gives what was answered to the same key before.
    pub fn create(&self, request: &Request) -> Reply {
        self.answer(request, true)
    }

    /// Fails while creating, which is kept as well: the key gives that failure ever after.
    pub fn fail(&self, request: &Request) -> Reply {
        self.answer(request, false)
    }

    /// All sessions that were created.
    pub fn sessions(&self) -> Vec<Session> {
        let entries = self.lock();
        let sessions = entries.values().filter_map(|entry| entry.session.clone());
        sessions.collect()
    }

    fn answer(&self, request: &Request, succeed: bool) -> Reply {
        let Some(key) = request.header("idempotency-key") else {
            // The client never sends such a one; were it to, each would create a session anew.
            return Reply::json(400, &error("a create without a key"));
        };
        let mut entries = self.lock();
        if let Some(entry) = entries.get(key) {
            if entry.form != request.body {
                return Reply::json(400, &error("the key was used for something else"));
            }
            return entry.reply("true");
        }
        let session = succeed.then(|| Session {
            id: format!("vs_{}", entries.len() + 1),
            key: key.to_owned(),
            reference: reference(request),
        });
        let body = session.as_ref().map(Session::json);
        let entry = Entry {
            form: request.body.clone(),
            status: if succeed { 200 } else { 500 },
            body: body.unwrap_or_else(|| error("something went wrong")),
            session,
        };
        let reply = entry.reply("false");
        entries.insert(key.to_owned(), entry);
        reply
    }

    fn lock(&self) -> MutexGuard<'_, BTreeMap<String, Entry>> {
        self.entries.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Entry {
    fn reply(&self, replayed: &str) -> Reply {
        let headers = [
            ("Content-Type", "application/json"),
            ("Request-Id", "req_origin"),
            ("Idempotent-Replayed", replayed),
        ];
        Reply::new(self.status, &headers, &self.body)
    }
}

impl Session {
    fn json(&self) -> String {
        let mut session = SESSION.clone();
        session["id"] = self.id.as_str().into();
        session["client_reference_id"] = self.reference.as_str().into();
        session.to_string()
    }
}

/// The `client_reference_id` of a request.
#[must_use]
pub fn reference(request: &Request) -> String {
    form_urlencoded::parse(request.body.as_bytes())
        .find(|(name, _)| name == "client_reference_id")
        .map(|(_, value)| value.into_owned())
        .unwrap_or_default()
}

fn error(message: &str) -> String {
    json!({ "error": { "type": "api_error", "message": message } }).to_string()
}
