use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use crate::engine::{Ask, Reply};
use crate::outcome::{Next, Wait};
use crate::{
    Client, ClientBuilder, Error, ListOperation, Operation, Outcome, Response, TransportError,
    TransportErrorKind,
};

mod pages;
mod runtime;

pub use pages::BlockingPages;
use runtime::PrivateRuntime;

/// A client whose calls block the calling thread: [`Client`], driven by a tokio
/// runtime of its own. Requests, options, errors, retries and settings are the
/// same.
///
/// Create one and keep it: clones are cheap, and share the connection pool and
/// the retry budget. They can be used from any number of threads.
///
/// The runtime has no thread of its own; it is driven by the threads that wait for
/// a call. While no call is made, nothing runs.
///
/// In async code, use [`Client`]: a call of this client blocks the thread, and with
/// it everything else that the thread would do.
///
/// ```no_run
/// use stripe_runtime::BlockingClient;
///
/// let client = BlockingClient::new(std::env::var("STRIPE_SECRET_KEY")?)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone)]
pub struct BlockingClient {
    client: Client,
    runtime: Arc<PrivateRuntime>,
}

impl BlockingClient {
    /// Creates a client with the default settings, for a
    /// [secret or restricted key](https://docs.stripe.com/keys).
    ///
    /// # Errors
    ///
    /// The key is empty, or contains white space, control or non-ASCII
    /// characters; or the system's certificates cannot be loaded.
    pub fn new(api_key: impl Into<String>) -> Result<Self, Error> {
        Self::builder(api_key).build()
    }

    /// Returns a builder for other settings.
    ///
    /// ```
    /// use std::time::Duration;
    /// use stripe_runtime::BlockingClient;
    ///
    /// let client: BlockingClient = BlockingClient::builder("sk_test_123")
    ///     .timeout(Duration::from_secs(20))
    ///     .build()?;
    /// # Ok::<(), stripe_runtime::Error>(())
    /// ```
    pub fn builder(api_key: impl Into<String>) -> ClientBuilder<Self> {
        ClientBuilder::new(api_key.into())
    }

    pub(crate) fn new_with(client: Client) -> Result<Self, Error> {
        let runtime = PrivateRuntime::new().map_err(|error| {
            let error = TransportError::with_source(TransportErrorKind::Other, error);
            Error::from_transport(error.with_sent(false), None)
        })?;
        Ok(Self {
            client,
            runtime: Arc::new(runtime),
        })
    }

    /// Sends a request and returns what it asks for.
    ///
    /// # Errors
    ///
    /// Those of [`Client::send`].
    pub fn send<O: Operation>(&self, operation: &O) -> Result<O::Output, Error> {
        Ok(self.send_with_meta(operation)?.body)
    }

    /// Like [`send`](Self::send), and also returns the status, the request id, the
    /// headers, the number of attempts and the idempotency key.
    ///
    /// # Errors
    ///
    /// Those of [`Client::send`].
    pub fn send_with_meta<O: Operation>(
        &self,
        operation: &O,
    ) -> Result<Response<O::Output>, Error> {
        match self.call(Ask::of(operation)) {
            Ok(reply) => reply.read::<O>(),
            Err(error) => Err(error.of(operation)),
        }
    }

    /// Sends a request again and again until the object that it retrieves has an
    /// [`Outcome`], and returns the object. See [`Client::wait_for_outcome`].
    ///
    /// # Errors
    ///
    /// Those of [`Client::wait_for_outcome`].
    pub fn wait_for_outcome<O: Operation<Output: Outcome>>(
        &self,
        operation: &O,
        limit: Duration,
    ) -> Result<O::Output, Error> {
        let environment = &*self.client.engine.environment;
        let mut wait = Wait::new(limit, environment)?;
        loop {
            let ask = Ask::of(operation).within(wait.left(environment));
            let result = match self.call(ask) {
                Ok(reply) => reply.read::<O>().map(|response| response.body),
                Err(error) => Err(error.of(operation)),
            };
            match wait.next(result, environment) {
                Next::Done(result) => return result,
                Next::Pause(pause) => self
                    .runtime
                    .block_on(async { environment.sleep(pause).await }),
            }
        }
    }

    /// Iterates over the items of all pages of a list. Nothing is fetched until an
    /// item is requested.
    pub fn paginate<L: ListOperation>(&self, operation: L) -> BlockingPages<L> {
        BlockingPages::new(self.clone(), operation)
    }

    pub(crate) fn call(&self, ask: Ask<'_>) -> Result<Reply, Error> {
        self.runtime.block_on(self.client.engine.call(ask))
    }
}

impl fmt::Debug for BlockingClient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("BlockingClient").field(&self.client).finish()
    }
}
