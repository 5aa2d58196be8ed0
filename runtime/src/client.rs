use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use crate::engine::{Ask, Engine};
use crate::outcome::{Next, Wait};
use crate::{Error, ListOperation, Operation, Outcome, Pages, Response};

mod builder;

pub use builder::ClientBuilder;

/// A client of [Stripe's API](https://docs.stripe.com/api).
///
/// Create one and keep it: clones are cheap, and share the connection pool and
/// the retry budget. `Debug` shows no key.
///
/// ```no_run
/// use stripe_runtime::Client;
///
/// let client = Client::new(std::env::var("STRIPE_SECRET_KEY")?)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone)]
pub struct Client {
    pub(crate) engine: Arc<Engine>,
}

impl Client {
    /// Creates a client with the default settings, for a
    /// [secret or restricted key](https://docs.stripe.com/keys).
    ///
    /// # Errors
    ///
    /// The key is empty, or contains white space, control or non-ASCII
    /// characters; or the system's certificates cannot be loaded.
    #[cfg(feature = "default-transport")]
    pub fn new(api_key: impl Into<String>) -> Result<Self, Error> {
        Self::builder(api_key).build()
    }

    /// Returns a builder for other settings.
    ///
    /// ```
    /// use std::time::Duration;
    /// use stripe_runtime::Client;
    ///
    /// let client = Client::builder("sk_test_123")
    ///     .app_info("my-shop", Some("1.0.0"), None)
    ///     .timeout(Duration::from_secs(20))
    ///     .max_retries(3);
    /// # let _ = client;
    /// ```
    pub fn builder(api_key: impl Into<String>) -> ClientBuilder {
        ClientBuilder::new(api_key.into())
    }

    /// Sends a request and returns what it asks for.
    ///
    /// Dropping the future cancels the request and its retries.
    ///
    /// # Errors
    ///
    /// An argument was refused before anything was sent, Stripe returned an error,
    /// no complete response arrived in time, or it could not be decoded.
    pub async fn send<O: Operation>(&self, operation: &O) -> Result<O::Output, Error> {
        Ok(self.send_with_meta(operation).await?.body)
    }

    /// Like [`send`](Self::send), and also returns the status, the request id, the
    /// headers, the number of attempts and the idempotency key.
    ///
    /// # Errors
    ///
    /// Those of [`send`](Self::send).
    pub async fn send_with_meta<O: Operation>(
        &self,
        operation: &O,
    ) -> Result<Response<O::Output>, Error> {
        match self.engine.call(Ask::of(operation)).await {
            Ok(reply) => reply.read::<O>(),
            Err(error) => Err(error.of(operation)),
        }
    }

    /// Sends a request again and again until the object that it retrieves has an
    /// [`Outcome`], and returns the object.
    ///
    /// The first request is sent at once, the next ones after one second, two, four, eight, and
    /// every ten seconds, on the clock of the client's [`Environment`](crate::Environment). The
    /// wait goes on after failures that [may be temporary](Error::is_retryable). Dropping the
    /// future ends it.
    ///
    /// # Errors
    ///
    /// Those of [`send`](Self::send). If there is no outcome within `limit`: the last failure,
    /// or an error for which [`is_timeout`](Error::is_timeout) is true.
    pub async fn wait_for_outcome<O: Operation<Output: Outcome>>(
        &self,
        operation: &O,
        limit: Duration,
    ) -> Result<O::Output, Error> {
        let environment = &*self.engine.environment;
        let mut wait = Wait::new(limit, environment)?;
        loop {
            let ask = Ask::of(operation).within(wait.left(environment));
            let result = match self.engine.call(ask).await {
                Ok(reply) => reply.read::<O>().map(|response| response.body),
                Err(error) => Err(error.of(operation)),
            };
            match wait.next(result, environment) {
                Next::Done(result) => return result,
                Next::Pause(pause) => environment.sleep(pause).await,
            }
        }
    }

    /// Returns the items of all pages of a list. Nothing is fetched until an item is
    /// requested. See [`Pages`].
    pub fn paginate<L: ListOperation>(&self, operation: L) -> Pages<L> {
        Pages::new(self.clone(), operation)
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client")
            .field("base_url", &self.engine.base_url)
            .field("timeout", &self.engine.timeout)
            .field("deadline", &self.engine.deadline)
            .field("max_retries", &self.engine.max_retries)
            .finish_non_exhaustive()
    }
}
