use std::fmt;
use std::future::Future;
use std::io;
use std::pin::Pin;
use std::time::Duration;

#[cfg(feature = "tokio")]
mod tokio;

#[cfg(feature = "tokio")]
pub use tokio::TokioEnvironment;

/// What [`Environment::sleep`] gives.
pub type Sleep = Pin<Box<dyn Future<Output = ()> + Send>>;

/// Where a client has its time and its randomness from.
///
/// The default is `TokioEnvironment`: tokio's clock and timer, and the
/// system's random source. Replace it to run elsewhere than on tokio, or to
/// test with a clock of your own:
///
/// ```
/// use std::sync::Mutex;
/// use std::time::Duration;
/// use stripe_runtime::{Client, Environment, Sleep, transport};
///
/// /// Time passes by sleeping alone, and sleeping takes none.
/// #[derive(Default)]
/// struct Virtual(Mutex<Duration>);
///
/// impl Environment for Virtual {
///     fn monotonic(&self) -> Duration {
///         *self.0.lock().unwrap()
///     }
///
///     fn sleep(&self, duration: Duration) -> Sleep {
///         *self.0.lock().unwrap() += duration;
///         Box::pin(std::future::ready(()))
///     }
/// }
///
/// let client = Client::builder("sk_test_123")
///     .transport(transport::from_fn(|_| async { Ok(http::Response::new("{}".into())) }))
///     .environment(Virtual::default())
///     .build()?;
/// # let _ = client;
/// # Ok::<(), stripe_runtime::Error>(())
/// ```
pub trait Environment: Send + Sync + 'static {
    /// The time since some fixed moment. Never goes back.
    fn monotonic(&self) -> Duration;

    /// A future that is ready once `duration` has passed.
    fn sleep(&self, duration: Duration) -> Sleep;

    /// Fills `bytes` from a source fit for keys that must never collide.
    ///
    /// # Errors
    ///
    /// The source failed.
    fn fill_random(&self, bytes: &mut [u8]) -> io::Result<()> {
        getrandom::getrandom(bytes).map_err(io::Error::from)
    }
}

impl fmt::Debug for dyn Environment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Environment")
    }
}
