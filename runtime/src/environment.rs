use std::fmt;
use std::future::Future;
use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

#[cfg(feature = "tokio")]
mod tokio;

#[cfg(feature = "tokio")]
pub use tokio::TokioEnvironment;

/// The future that [`Environment::sleep`] returns.
pub type Sleep = Pin<Box<dyn Future<Output = ()> + Send>>;

/// Where a client gets the time and randomness from.
///
/// The default is `TokioEnvironment`: tokio's timer, and the system's clock and
/// random source. Replace it to run without tokio, or to test with a clock of your
/// own. The default transport always uses tokio's timer for the limits of an attempt.
///
/// `wasm32-unknown-unknown` has neither a clock nor a random source, so there
/// [`now`](Self::now) and [`fill_random`](Self::fill_random) have no default.
///
/// ```
/// use std::sync::Mutex;
/// use std::time::Duration;
/// use stripe_runtime::{Client, Environment, Sleep, transport};
///
/// /// Only sleeping makes time pass, and it returns at once.
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
    /// Returns the current time. Calls do not need it, but a `WebhookVerifier` with this
    /// environment does.
    #[cfg(not(all(target_family = "wasm", target_os = "unknown")))]
    fn now(&self) -> SystemTime {
        SystemTime::now()
    }

    /// Returns the current time. Calls do not need it, but a `WebhookVerifier` with this
    /// environment does.
    #[cfg(all(target_family = "wasm", target_os = "unknown"))]
    fn now(&self) -> SystemTime;

    /// Returns the time since some fixed moment. Never decreases.
    fn monotonic(&self) -> Duration;

    /// Returns a future that is ready once `duration` has passed.
    fn sleep(&self, duration: Duration) -> Sleep;

    /// Fills `bytes` with randomness that is good enough for keys that must never
    /// collide.
    ///
    /// # Errors
    ///
    /// The source failed.
    #[cfg(not(all(target_family = "wasm", target_os = "unknown")))]
    fn fill_random(&self, bytes: &mut [u8]) -> io::Result<()> {
        getrandom::getrandom(bytes).map_err(io::Error::from)
    }

    /// Fills `bytes` with randomness that is good enough for keys that must never
    /// collide.
    ///
    /// # Errors
    ///
    /// The source failed.
    #[cfg(all(target_family = "wasm", target_os = "unknown"))]
    fn fill_random(&self, bytes: &mut [u8]) -> io::Result<()>;
}

impl<E: Environment + ?Sized> Environment for Arc<E> {
    fn now(&self) -> SystemTime {
        (**self).now()
    }

    fn monotonic(&self) -> Duration {
        (**self).monotonic()
    }

    fn sleep(&self, duration: Duration) -> Sleep {
        (**self).sleep(duration)
    }

    fn fill_random(&self, bytes: &mut [u8]) -> io::Result<()> {
        (**self).fill_random(bytes)
    }
}

impl fmt::Debug for dyn Environment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Environment")
    }
}
