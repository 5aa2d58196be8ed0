use std::future::poll_fn;
use std::io;
use std::sync::{Arc, Mutex};
use std::task::Poll;
use std::time::Duration;

use stripe_runtime::{Environment, Sleep};

/// A clock that only sleeping moves, and that keeps what was slept. Its random
/// bytes count up, but for the four of a delay, which are told.
#[derive(Clone, Default)]
pub(crate) struct TestEnvironment {
    state: Arc<Mutex<State>>,
}

#[derive(Default)]
struct State {
    now: Duration,
    sleeps: Vec<Duration>,
    jitter: u32,
    count: u64,
}

impl TestEnvironment {
    /// The random part of every delay: 0 is none, `u32::MAX` nearly all.
    pub(crate) fn set_jitter(&self, jitter: u32) {
        self.state.lock().expect("not poisoned").jitter = jitter;
    }

    /// What was slept, in order. Timers that never fired do not count.
    pub(crate) fn sleeps(&self) -> Vec<Duration> {
        self.state.lock().expect("not poisoned").sleeps.clone()
    }
}

impl Environment for TestEnvironment {
    fn monotonic(&self) -> Duration {
        self.state.lock().expect("not poisoned").now
    }

    fn sleep(&self, duration: Duration) -> Sleep {
        let state = Arc::clone(&self.state);
        Box::pin(poll_fn(move |_| {
            let mut state = state.lock().expect("not poisoned");
            state.now += duration;
            state.sleeps.push(duration);
            Poll::Ready(())
        }))
    }

    fn fill_random(&self, bytes: &mut [u8]) -> io::Result<()> {
        let mut state = self.state.lock().expect("not poisoned");
        if let Ok(jitter) = <&mut [u8; 4]>::try_from(&mut *bytes) {
            *jitter = state.jitter.to_le_bytes();
        } else {
            for byte in bytes {
                state.count = state
                    .count
                    .wrapping_mul(6_364_136_223_846_793_005)
                    .wrapping_add(1);
                *byte = state.count.to_le_bytes()[7];
            }
        }
        Ok(())
    }
}

/// Real time but for the delays between attempts, told from timeouts by being
/// of five seconds at most.
#[derive(Clone, Default)]
pub(crate) struct NoDelay(TestEnvironment);

impl NoDelay {
    /// How many delays there were.
    pub(crate) fn retries(&self) -> usize {
        self.0.sleeps().len()
    }
}

impl Environment for NoDelay {
    fn monotonic(&self) -> Duration {
        self.0.monotonic()
    }

    fn sleep(&self, duration: Duration) -> Sleep {
        if (Duration::from_millis(500)..=Duration::from_secs(5)).contains(&duration) {
            self.0.sleep(duration)
        } else {
            Box::pin(tokio::time::sleep(duration))
        }
    }
}
