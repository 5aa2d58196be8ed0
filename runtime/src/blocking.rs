use std::fmt;
use std::future::Future;
use std::pin::pin;
use std::sync::Arc;
use std::task::{Context, Poll, Wake, Waker};
use std::thread::{self, Thread};

use crate::engine::{Ask, Engine, Reply};
use crate::{ClientBuilder, Error, ListOperation, Operation, Response};

mod environment;
mod pages;

pub use environment::BlockingEnvironment;
pub use pages::BlockingPages;

/// A client that blocks the calling thread: the same requests, options, errors
/// and retries as [`Client`](crate::Client), without an async runtime. No
/// thread stays behind; one runs for as long as a host's name is looked up, so
/// that this, too, takes no longer than it may.
///
/// Make one and keep it: clones share one connection pool and one retry
/// budget, and are cheap.
///
/// Not to be used inside async code, whose threads it would block. A transport
/// of your own must do its work by blocking, too, and heed
/// [`AttemptTimeout`](crate::transport::AttemptTimeout).
///
/// ```no_run
/// use stripe_runtime::BlockingClient;
///
/// let client = BlockingClient::new(std::env::var("STRIPE_SECRET_KEY")?)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone)]
pub struct BlockingClient {
    engine: Arc<Engine>,
}

impl BlockingClient {
    /// A client with the default settings, for a
    /// [secret or restricted key](https://docs.stripe.com/keys).
    ///
    /// # Errors
    ///
    /// The key is empty, or holds white space, control or non-ASCII
    /// characters.
    pub fn new(api_key: impl Into<String>) -> Result<Self, Error> {
        Self::builder(api_key).build_blocking()
    }

    /// A client with other settings; finish with
    /// [`build_blocking`](ClientBuilder::build_blocking).
    pub fn builder(api_key: impl Into<String>) -> ClientBuilder {
        ClientBuilder::new(api_key.into())
    }

    pub(crate) fn from_engine(engine: Engine) -> Self {
        Self {
            engine: Arc::new(engine),
        }
    }

    /// Sends a request and gives what it asks for.
    ///
    /// # Errors
    ///
    /// An argument was refused (then nothing was sent), Stripe refused or
    /// failed, no whole response came in time, or it could not be read.
    pub fn send<O: Operation>(&self, operation: &O) -> Result<O::Output, Error> {
        Ok(self.send_with_meta(operation)?.body)
    }

    /// Like [`send`](Self::send), with status, request id, headers, attempts
    /// and idempotency key.
    ///
    /// # Errors
    ///
    /// Those of [`send`](Self::send).
    pub fn send_with_meta<O: Operation>(
        &self,
        operation: &O,
    ) -> Result<Response<O::Output>, Error> {
        self.call(Ask::of(operation))?.read::<O>()
    }

    /// Reads on over all pages of a list; nothing is fetched before it is
    /// asked for.
    pub fn paginate<L: ListOperation>(&self, operation: L) -> BlockingPages<L> {
        BlockingPages::new(self.clone(), operation)
    }

    pub(crate) fn call(&self, ask: Ask<'_>) -> Result<Reply, Error> {
        block_on(self.engine.call(ask))
    }
}

impl fmt::Debug for BlockingClient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BlockingClient")
            .field("base_url", &self.engine.base_url)
            .field("timeout", &self.engine.timeout)
            .field("deadline", &self.engine.deadline)
            .field("max_retries", &self.engine.max_retries)
            .finish_non_exhaustive()
    }
}

/// Runs a future on this thread. Those of a blocking transport are ready when
/// first asked; any other sleeps until it is woken.
fn block_on<F: Future>(future: F) -> F::Output {
    struct Unpark(Thread);

    impl Wake for Unpark {
        fn wake(self: Arc<Self>) {
            self.0.unpark();
        }
    }

    let waker = Waker::from(Arc::new(Unpark(thread::current())));
    let mut context = Context::from_waker(&waker);
    let mut future = pin!(future);
    loop {
        match future.as_mut().poll(&mut context) {
            Poll::Ready(output) => return output,
            Poll::Pending => thread::park(),
        }
    }
}
