//! The clients, and what a call by one of them comes to.

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

use stripe_identity::transport::{HyperTransport, UreqTransport};
use stripe_identity::verification_session::{
    self as session, CreateVerificationSession, VerificationSession, VerificationType,
};
use stripe_identity::{BlockingClient, Client, ClientBuilder, Error, Operation, Response};
use stripe_identity_conformance::environment::NoDelay;
use stripe_identity_conformance::outcome::told;
use stripe_identity_conformance::probe::Probe;
use tokio::runtime::{Builder, Runtime};

use super::case::Ask;

/// Which client.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Async,
    Blocking,
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Async => "async",
            Self::Blocking => "blocking",
        })
    }
}

/// What a client is made with.
#[derive(Clone)]
pub(crate) struct Settings {
    pub(crate) url: String,
    pub(crate) timeout: Duration,
    pub(crate) more: fn(ClientBuilder) -> ClientBuilder,
    pub(crate) environment: NoDelay,
    /// Counts what is read of bodies.
    pub(crate) read: Arc<AtomicUsize>,
}

impl Settings {
    pub(crate) fn new(url: String, timeout: Duration) -> Self {
        Self {
            url,
            timeout,
            more: |builder| builder,
            environment: NoDelay::new(timeout),
            read: Arc::default(),
        }
    }

    fn builder(&self) -> ClientBuilder {
        let builder = Client::builder("sk_test_faults")
            .base_url(&self.url)
            .timeout(self.timeout)
            .environment(self.environment.clone());
        (self.more)(builder)
    }

    pub(crate) fn client(&self) -> Client {
        let transport = HyperTransport::builder().no_proxy().build();
        let transport = Probe::new(transport.expect("a transport"), Arc::clone(&self.read));
        let client = self.builder().transport(transport).build();
        client.expect("a client")
    }

    pub(crate) fn blocking_client(&self) -> BlockingClient {
        let transport = UreqTransport::builder().no_proxy().build();
        let transport = Probe::new(transport.expect("a transport"), Arc::clone(&self.read));
        let client = self.builder().transport(transport).build_blocking();
        client.expect("a client")
    }
}

/// A client of either kind, which does all on the thread that calls it.
pub(crate) enum Caller {
    Async(Box<Runtime>, Client),
    Blocking(BlockingClient),
}

/// How a call ended.
#[derive(Clone, Debug)]
pub(crate) struct Ended {
    pub(crate) told: String,
    pub(crate) attempts: u32,
    pub(crate) key: Option<String>,
    /// Of the session that it gave.
    pub(crate) id: Option<String>,
    /// What the proxy told connections apart by.
    pub(crate) connection: Option<String>,
    /// The error as it is shown.
    pub(crate) shown: String,
}

impl Caller {
    pub(crate) fn new(kind: Kind, settings: &Settings) -> Self {
        match kind {
            Kind::Async => {
                let runtime = Builder::new_current_thread().enable_all().build();
                Self::Async(Box::new(runtime.expect("a runtime")), settings.client())
            }
            Kind::Blocking => Self::Blocking(settings.blocking_client()),
        }
    }

    /// Does what is asked; `reference` goes with a create.
    pub(crate) fn call(&self, ask: Ask, reference: &str) -> Ended {
        match ask {
            Ask::Create => Ended::of_create(&self.send(&create(reference))),
            Ask::List(length) => {
                let list = session::list().client_reference_id("x".repeat(length));
                Ended::of(&self.send(&list))
            }
        }
    }

    /// Waits, while the runtime, if there is one, goes on.
    pub(crate) fn pause(&self, duration: Duration) {
        match self {
            Self::Async(runtime, _) => {
                runtime.block_on(async { tokio::time::sleep(duration).await });
            }
            Self::Blocking(_) => thread::sleep(duration),
        }
    }

    fn send<O: Operation>(&self, operation: &O) -> Result<Response<O::Output>, Error> {
        match self {
            Self::Async(runtime, client) => runtime.block_on(client.send_with_meta(operation)),
            Self::Blocking(client) => client.send_with_meta(operation),
        }
    }
}

/// Creates sessions, so many at once, by one client; the number of each is its reference.
pub(crate) fn create_all(
    kind: Kind,
    settings: &Settings,
    calls: usize,
    at_once: usize,
) -> Vec<(usize, Ended)> {
    let next = Arc::new(AtomicUsize::new(0));
    let numbers = move || {
        let next = Arc::clone(&next);
        std::iter::from_fn(move || {
            let number = next.fetch_add(1, Ordering::Relaxed);
            (number < calls).then_some(number)
        })
    };
    match kind {
        Kind::Async => {
            let runtime = Builder::new_multi_thread()
                .worker_threads(2)
                .enable_all()
                .build();
            let client = settings.client();
            runtime.expect("a runtime").block_on(async {
                let tasks: Vec<_> = (0..at_once)
                    .map(|_| {
                        let (numbers, client) = (numbers(), client.clone());
                        tokio::spawn(async move {
                            let mut ended = Vec::new();
                            for number in numbers {
                                let create = create(&number.to_string());
                                let result = client.send_with_meta(&create).await;
                                ended.push((number, Ended::of_create(&result)));
                            }
                            ended
                        })
                    })
                    .collect();
                let mut ended = Vec::new();
                for task in tasks {
                    ended.extend(task.await.expect("no call panics"));
                }
                ended
            })
        }
        Kind::Blocking => {
            let client = settings.blocking_client();
            let threads: Vec<_> = (0..at_once)
                .map(|_| {
                    let (numbers, client) = (numbers(), client.clone());
                    thread::spawn(move || {
                        let call = |number: usize| {
                            let result = client.send_with_meta(&create(&number.to_string()));
                            (number, Ended::of_create(&result))
                        };
                        numbers.map(call).collect::<Vec<_>>()
                    })
                })
                .collect();
            let join = |thread: thread::JoinHandle<_>| thread.join().expect("no call panics");
            threads.into_iter().flat_map(join).collect()
        }
    }
}

fn create(reference: &str) -> CreateVerificationSession {
    session::create()
        .type_(VerificationType::Document)
        .client_reference_id(reference)
}

impl Ended {
    fn of_create(result: &Result<Response<VerificationSession>, Error>) -> Self {
        let response = result.as_ref().ok();
        let connection = response.and_then(|response| {
            let header = response.meta.headers().get("x-connection")?;
            Some(header.to_str().ok()?.to_owned())
        });
        Self {
            id: response.map(|response| response.body.id.to_string()),
            connection,
            ..Self::of(result)
        }
    }

    fn of<T>(result: &Result<Response<T>, Error>) -> Self {
        let (attempts, key, shown) = match result {
            Ok(response) => {
                let meta = &response.meta;
                (meta.attempts(), meta.idempotency_key(), String::new())
            }
            Err(error) => {
                let shown = format!("{error:?}");
                (error.attempts(), error.idempotency_key(), shown)
            }
        };
        Self {
            told: told(result),
            attempts,
            key: key.map(str::to_owned),
            id: None,
            connection: None,
            shown,
        }
    }
}
