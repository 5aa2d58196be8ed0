//! A webhook's handler that keeps what it gets.

use std::collections::VecDeque;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::routing::post;
use serde_json::Value;
use stripe_identity::webhook::{Event, WebhookVerifier};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

use super::schema;

/// Answers 200, unless it was told otherwise. Stops when it is dropped.
pub(crate) struct Receiver {
    address: SocketAddr,
    state: Arc<Inner>,
    server: JoinHandle<()>,
}

#[derive(Default)]
struct Inner {
    got: Mutex<Vec<(Bytes, String)>>,
    statuses: Mutex<VecDeque<u16>>,
}

impl Receiver {
    pub(crate) async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let address = listener.local_addr().expect("it listens somewhere");
        let state = Arc::new(Inner::default());
        let router = Router::new()
            .route("/hook", post(take))
            .with_state(Arc::clone(&state));
        let server = tokio::spawn(async move {
            axum::serve(listener, router).await.expect("it serves");
        });
        Self {
            address,
            state,
            server,
        }
    }

    pub(crate) fn url(&self) -> String {
        format!("http://{}/hook", self.address)
    }

    /// Answers the next events with these.
    pub(crate) fn answer(&self, statuses: &[u16]) {
        self.state
            .statuses
            .lock()
            .expect("no test panicked")
            .extend(statuses);
    }

    /// What came so far; each has to be signed with the secret, now.
    pub(crate) fn events(&self, secret: &str) -> Vec<Event> {
        let verifier = WebhookVerifier::new(secret).expect("the secret is one");
        let got = self.state.got.lock().expect("no test panicked");
        got.iter()
            .map(|(body, signature)| {
                let event: Value = serde_json::from_slice(body).expect("events are JSON");
                let session = &event["data"]["object"];
                schema::check_component("identity.verification_session", session);
                verifier
                    .event(body, signature)
                    .expect("events are signed and whole")
            })
            .collect()
    }

    /// The bodies and signatures of what came so far.
    pub(crate) fn raw(&self) -> Vec<(Bytes, String)> {
        self.state.got.lock().expect("no test panicked").clone()
    }

    /// The types of what came so far, without what they have in common.
    pub(crate) fn types(&self, secret: &str) -> Vec<String> {
        let events = self.events(secret);
        events.iter().map(|event| short(&event.type_)).collect()
    }
}

impl Drop for Receiver {
    fn drop(&mut self) {
        self.server.abort();
    }
}

pub(crate) fn short(type_: &str) -> String {
    let short = type_.strip_prefix("identity.verification_session.");
    short.expect("there are no other events").to_owned()
}

async fn take(State(state): State<Arc<Inner>>, headers: HeaderMap, body: Bytes) -> StatusCode {
    let signature = headers
        .get("stripe-signature")
        .and_then(|value| value.to_str().ok());
    let signature = signature.unwrap_or_default().to_owned();
    state
        .got
        .lock()
        .expect("no test panicked")
        .push((body, signature));
    let status = state.statuses.lock().expect("no test panicked").pop_front();
    StatusCode::from_u16(status.unwrap_or(200)).expect("a test gives statuses")
}
