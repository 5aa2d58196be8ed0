//! A transport that keeps the requests, and always answers the same.

use std::fmt;
use std::sync::{Arc, Mutex};

use bytes::Bytes;
use stripe_runtime::transport::{Transport, TransportFuture};
use stripe_runtime::{Client, ClientBuilder, Error, Operation};
use tokio::runtime::Runtime;

/// The key of the clients that send through a [`Recorder`].
pub const KEY: &str = "sk_test_recorded";

/// Keeps requests. Clones share them.
#[derive(Clone)]
pub struct Recorder {
    status: u16,
    body: Arc<str>,
    requests: Arc<Mutex<Vec<http::Request<Bytes>>>>,
}

impl Recorder {
    /// Answers with this status and body.
    #[must_use]
    pub fn answering(status: u16, body: &str) -> Self {
        Self {
            status,
            body: body.into(),
            requests: Arc::default(),
        }
    }

    /// A client that sends here, without retries.
    #[must_use]
    pub fn client(&self) -> Client {
        self.builder().build().expect("the settings are possible")
    }

    /// The settings of such a client, to be changed.
    pub fn builder(&self) -> ClientBuilder {
        Client::builder(KEY).transport(self.clone()).max_retries(0)
    }

    /// The requests so far.
    #[must_use]
    pub fn requests(&self) -> Vec<http::Request<Bytes>> {
        self.requests
            .lock()
            .expect("no test panics while it holds the lock")
            .clone()
    }
}

impl Transport for Recorder {
    fn send(&self, request: http::Request<Bytes>) -> TransportFuture<'_> {
        self.requests
            .lock()
            .expect("no test panics while it holds the lock")
            .push(request);
        let response = http::Response::builder()
            .status(self.status)
            .header("Request-Id", "req_recorded")
            .body(self.body.to_string().into());
        Box::pin(async { Ok(response.expect("the answer is HTTP")) })
    }
}

impl fmt::Debug for Recorder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Recorder").finish_non_exhaustive()
    }
}

/// Sends, and waits.
///
/// # Errors
///
/// Those of the client.
pub fn send<O: Operation>(client: &Client, operation: &O) -> Result<O::Output, Error> {
    wait(client.send(operation))
}

/// What an operation puts on the wire, by a client of the usual settings.
///
/// # Errors
///
/// The operation is refused; then nothing was sent.
pub fn sent<O: Operation>(operation: &O) -> Result<http::Request<Bytes>, Error> {
    let recorder = Recorder::answering(418, "{}");
    sent_by(&recorder.client(), &recorder, operation)
}

/// What an operation puts on the wire, by a client that sends to `recorder`.
///
/// # Errors
///
/// The operation is refused; then nothing was sent.
pub fn sent_by<O: Operation>(
    client: &Client,
    recorder: &Recorder,
    operation: &O,
) -> Result<http::Request<Bytes>, Error> {
    let before = recorder.requests().len();
    let error = send(client, operation).err().expect("418 is no success");
    let mut requests = recorder.requests().split_off(before);
    match requests.pop() {
        Some(request) => {
            assert!(requests.is_empty(), "sent more than once");
            Ok(request)
        }
        None => Err(error),
    }
}

thread_local! {
    static RUNTIME: Runtime = {
        let mut builder = tokio::runtime::Builder::new_current_thread();
        builder.enable_all().build().expect("tokio starts")
    };
}

/// Runs a future to its end.
pub fn wait<T>(future: impl Future<Output = T>) -> T {
    RUNTIME.with(|runtime| runtime.block_on(future))
}
