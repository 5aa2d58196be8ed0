use std::thread;
use std::time::{Duration, Instant};

use crate::{Environment, Sleep};

/// The system's clock; sleeping blocks the thread.
#[derive(Debug, Clone, Copy)]
pub struct BlockingEnvironment {
    start: Instant,
}

impl BlockingEnvironment {
    /// Counts from now.
    #[must_use]
    pub fn new() -> Self {
        Self {
            start: Instant::now(),
        }
    }
}

impl Default for BlockingEnvironment {
    fn default() -> Self {
        Self::new()
    }
}

impl Environment for BlockingEnvironment {
    fn monotonic(&self) -> Duration {
        self.start.elapsed()
    }

    fn sleep(&self, duration: Duration) -> Sleep {
        Box::pin(async move { thread::sleep(duration) })
    }
}
