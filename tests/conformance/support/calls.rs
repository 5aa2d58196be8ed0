//! Calls by either client, and what they come to.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

use stripe_identity::verification_session::{
    self as session, CreateVerificationSession, VerificationSession, VerificationType,
};
use stripe_identity::{BlockingClient, Client, Error, Operation, Response};
use tokio::runtime::{Builder, Runtime};

use crate::clients::{Kind, Settings};

/// What is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ask {
    /// To create a session.
    Create,
    /// For a list, with so long a parameter.
    List(usize),
}

/// A client of either kind, which does all on the thread that calls it.
#[derive(Debug)]
pub enum Caller {
    /// With a runtime that goes on only while a call does.
    Async(Box<Runtime>, Client),
    /// Which needs none.
    Blocking(BlockingClient),
}

/// How a call ended.
#[derive(Clone, Debug)]
pub struct Ended {
    /// `session`, or the class of the error.
    pub told: String,
    /// How many there were.
    pub attempts: u32,
    /// The idempotency key.
    pub key: Option<String>,
    /// Of the session that it gave.
    pub id: Option<String>,
    /// What the proxy said of the connection, in `X-Connection`.
    pub connection: Option<String>,
    /// The error as it is shown.
    pub shown: String,
}

impl Caller {
    /// A client of that kind.
    ///
    /// # Panics
    ///
    /// When the settings are not possible.
    #[must_use]
    pub fn new(kind: Kind, settings: &Settings) -> Self {
        match kind {
            Kind::Async => {
                let runtime = Builder::new_current_thread().enable_all().build();
                Self::Async(Box::new(runtime.expect("a runtime")), settings.client())
            }
            Kind::Blocking => Self::Blocking(settings.blocking_client()),
        }
    }

    /// Does what is asked; `reference` goes with a create.
    #[must_use]
    pub fn call(&self, ask: Ask, reference: &str) -> Ended {
        match ask {
            Ask::Create => Ended::of_create(&self.send(&create(reference))),
            Ask::List(length) => {
                let list = session::list().client_reference_id("x".repeat(length));
                Ended::of(&self.send(&list))
            }
        }
    }

    /// Waits, while the runtime, if there is one, goes on.
    pub fn pause(&self, duration: Duration) {
        match self {
            Self::Async(runtime, _) => {
                runtime.block_on(async { tokio::time::sleep(duration).await });
            }
            Self::Blocking(_) => thread::sleep(duration),
        }
    }

    /// Sends an operation.
    ///
    /// # Errors
    ///
    /// Those of the client.
    pub fn send<O: Operation>(&self, operation: &O) -> Result<Response<O::Output>, Error> {
        match self {
            Self::Async(runtime, client) => runtime.block_on(client.send_with_meta(operation)),
            Self::Blocking(client) => client.send_with_meta(operation),
        }
    }

    /// Creates sessions, so many at once; the number of each is its reference.
    ///
    /// # Panics
    ///
    /// When a call does.
    #[must_use]
    pub fn create_all(&self, calls: usize, at_once: usize) -> Vec<(usize, Ended)> {
        let next = Arc::new(AtomicUsize::new(0));
        let numbers = move || {
            let next = Arc::clone(&next);
            std::iter::from_fn(move || {
                let number = next.fetch_add(1, Ordering::Relaxed);
                (number < calls).then_some(number)
            })
        };
        match self {
            Self::Async(runtime, client) => runtime.block_on(async {
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
            }),
            Self::Blocking(client) => {
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
}

/// Creates sessions, so many at once, by one client; the number of each is its reference.
///
/// # Panics
///
/// When a call does.
#[must_use]
pub fn create_all(
    kind: Kind,
    settings: &Settings,
    calls: usize,
    at_once: usize,
) -> Vec<(usize, Ended)> {
    let caller = match kind {
        Kind::Async => {
            let runtime = Builder::new_multi_thread()
                .worker_threads(2)
                .enable_all()
                .build();
            Caller::Async(Box::new(runtime.expect("a runtime")), settings.client())
        }
        Kind::Blocking => Caller::Blocking(settings.blocking_client()),
    };
    caller.create_all(calls, at_once)
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

/// `session`, or the class of the error.
fn told<T>(result: &Result<T, Error>) -> String {
    result.as_ref().map_or_else(class, |_| "session".to_owned())
}

/// The kind of an error, the class of the transport's failure, and the status: `Decode 200`,
/// `Connection Closed`.
#[must_use]
pub fn class(error: &Error) -> String {
    let kind = format!("{:?}", error.kind());
    let transport = error.transport_error().filter(|_| !error.is_timeout());
    let transport = transport.map(|error| format!("{:?}", error.kind()));
    let status = error.status().map(|status| status.as_u16().to_string());
    let words = [Some(kind), transport, status].into_iter().flatten();
    words.collect::<Vec<_>>().join(" ")
}
