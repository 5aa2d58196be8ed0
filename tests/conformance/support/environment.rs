//! Real timeouts, but no waiting between attempts.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use stripe_identity::Environment;

/// The client's clock: timeouts are real, delays take no time and are recorded.
#[derive(Clone, Debug)]
pub struct NoDelay {
    timeout: Duration,
    started: Instant,
    delays: Arc<Mutex<Vec<Duration>>>,
}

impl NoDelay {
    /// `timeout` is that of an attempt, which no delay may equal.
    #[must_use]
    pub fn new(timeout: Duration) -> Self {
        Self {
            timeout,
            started: Instant::now(),
            delays: Arc::default(),
        }
    }

    /// The delays asked for, in order.
    #[must_use]
    pub fn delays(&self) -> Vec<Duration> {
        let delays = self.delays.lock();
        delays.unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl Environment for NoDelay {
    fn monotonic(&self) -> Duration {
        self.started.elapsed()
    }

    fn sleep(&self, duration: Duration) -> stripe_runtime::Sleep {
        if duration == self.timeout {
            return Box::pin(tokio::time::sleep(duration));
        }
        let mut delays = self.delays.lock().unwrap_or_else(PoisonError::into_inner);
        delays.push(duration);
        Box::pin(std::future::ready(()))
    }
}
