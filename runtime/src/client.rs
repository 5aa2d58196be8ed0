use std::fmt;
use std::sync::Arc;

use crate::engine::{Ask, Engine};
use crate::{Error, ListOperation, Operation, Pages, Response};

mod builder;

pub use builder::ClientBuilder;

/// A client of [Stripe's API](https://docs.stripe.com/api).
///
/// Make one and keep it: clones share one connection pool and one retry
/// budget, and are cheap. `Debug` shows no key.
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
    /// A client with the default settings, for a
    /// [secret or restricted key](https://docs.stripe.com/keys).
    ///
    /// # Errors
    ///
    /// The key is empty, or holds white space, control or non-ASCII
    /// characters; or the system's certificates cannot be had.
    #[cfg(feature = "default-transport")]
    pub fn new(api_key: impl Into<String>) -> Result<Self, Error> {
        Self::builder(api_key).build()
    }

    /// A client with other settings.
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

    /// Sends a request and gives what it asks for.
    ///
    /// Dropping the future gives the request up, with all its retries.
    ///
    /// # Errors
    ///
    /// An argument was refused (then nothing was sent), Stripe refused or
    /// failed, no whole response came in time, or it could not be read.
    pub async fn send<O: Operation>(&self, operation: &O) -> Result<O::Output, Error> {
        let calling = self.engine.call(Ask::of(operation));
        Ok(calling.await?.read::<O>()?.body)
    }

    /// Like [`send`](Self::send), with status, request id, headers, attempts
    /// and idempotency key.
    ///
    /// # Errors
    ///
    /// Those of [`send`](Self::send).
    pub async fn send_with_meta<O: Operation>(
        &self,
        operation: &O,
    ) -> Result<Response<O::Output>, Error> {
        let calling = self.engine.call(Ask::of(operation));
        calling.await?.read::<O>()
    }

    /// Reads on over all pages of a list; nothing is fetched before it is
    /// asked for. See [`Pages`].
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
