//! Many calls at once, each of which knows what it must get.

use std::collections::BTreeMap;
use std::io;
use std::time::Duration;

use stripe_identity::{Client, Error, verification_session};
use stripe_runtime::transport::HyperTransport;
use stripe_runtime::{Environment, Sleep, TokioEnvironment};
use tokio::task::JoinSet;

use super::origin::Origin;

/// A client of this server alone.
pub(crate) fn client(origin: &Origin, requests_at_once: usize) -> Client {
    let transport = HyperTransport::builder()
        .tls_config(origin.authority().client())
        .max_concurrent_requests(requests_at_once)
        .no_proxy()
        .build()
        .expect("a transport");
    Client::builder("sk_test_load")
        .base_url(origin.url())
        .transport(transport)
        .environment(Hurried(TokioEnvironment::new()))
        .build()
        .expect("a client")
}

/// tokio's time, with delays between attempts that are a hundredth of what they should be.
struct Hurried(TokioEnvironment);

impl Environment for Hurried {
    fn monotonic(&self) -> Duration {
        self.0.monotonic()
    }

    fn sleep(&self, duration: Duration) -> Sleep {
        // Timeouts are longer than any delay.
        let delay = duration <= Duration::from_secs(5);
        self.0.sleep(if delay { duration / 100 } else { duration })
    }

    fn fill_random(&self, bytes: &mut [u8]) -> io::Result<()> {
        self.0.fill_random(bytes)
    }
}

/// How many calls ended how.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Ended {
    pub(crate) right: usize,
    /// With what another call had asked for.
    pub(crate) crossed: usize,
    /// By class and attempts.
    pub(crate) failed: BTreeMap<String, usize>,
}

impl Ended {
    pub(crate) fn all(&self) -> usize {
        self.right + self.crossed + self.failed.values().sum::<usize>()
    }

    fn add(&mut self, asked: &str, got: Result<String, Error>) {
        match got {
            Ok(got) if got == asked => self.right += 1,
            Ok(_) => self.crossed += 1,
            Err(error) => {
                let kind = error
                    .transport_error()
                    .map(stripe_runtime::TransportError::kind);
                let attempts = error.attempts();
                let how = match kind {
                    Some(kind) => format!("{kind:?} after {attempts}"),
                    None => format!("{:?} after {attempts}", error.kind()),
                };
                *self.failed.entry(how).or_default() += 1;
            }
        }
    }
}

/// Calls under way, of which each second one creates and the others retrieve.
pub(crate) struct Calls(JoinSet<(String, Result<String, Error>)>);

impl Calls {
    pub(crate) fn start(client: &Client, count: usize) -> Self {
        let mut calls = JoinSet::new();
        for number in 0..count {
            let client = client.clone();
            calls.spawn(async move {
                let id = format!("vs_{number}");
                let session = if number % 2 == 0 {
                    verification_session::retrieve(&*id).send(&client).await
                } else {
                    let create = verification_session::create().client_reference_id(&*id);
                    create.send(&client).await
                };
                (id, session.map(|session| session.id.to_string()))
            });
        }
        Self(calls)
    }

    /// Waits for the calls that are left.
    pub(crate) async fn end(mut self) -> Ended {
        let mut ended = Ended::default();
        self.end_some(&mut ended, usize::MAX).await;
        ended
    }

    /// Waits for some of them.
    pub(crate) async fn end_some(&mut self, ended: &mut Ended, count: usize) {
        for _ in 0..count {
            let Some(call) = self.0.join_next().await else {
                return;
            };
            let (asked, got) = call.expect("no call panics");
            ended.add(&asked, got);
        }
    }

    /// Drops some in the middle of what they do.
    pub(crate) async fn drop_all(mut self) {
        self.0.shutdown().await;
    }
}

/// Calls as often at once, and waits for all.
pub(crate) async fn call(client: &Client, count: usize) -> Ended {
    Calls::start(client, count).end().await
}
