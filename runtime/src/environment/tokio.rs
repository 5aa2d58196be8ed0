use std::time::Duration;

use tokio::time::Instant;

use super::{Environment, Sleep};

/// tokio's timer, and the system's clock and random source.
///
/// Follows tokio's `test-util` where a test pauses the time.
#[derive(Debug, Clone, Copy)]
pub struct TokioEnvironment {
    start: Instant,
}

impl TokioEnvironment {
    /// Counts from now.
    #[must_use]
    pub fn new() -> Self {
        Self {
            start: Instant::now(),
        }
    }
}

impl Default for TokioEnvironment {
    fn default() -> Self {
        Self::new()
    }
}

impl Environment for TokioEnvironment {
    fn monotonic(&self) -> Duration {
        self.start.elapsed()
    }

    fn sleep(&self, duration: Duration) -> Sleep {
        Box::pin(tokio::time::sleep(duration))
    }
}
