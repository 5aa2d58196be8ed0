//! What a piece of work costs.

use std::time::Duration;

use cpu_time::ThreadTime;

const BATCH: Duration = Duration::from_millis(20);
const BATCHES: usize = 15;

/// Nanoseconds of this thread's processor time for one go: the median of batches, each
/// long enough for the clock.
pub(crate) fn nanoseconds(mut work: impl FnMut()) -> f64 {
    let mut batch = |goes: u32| {
        let started = ThreadTime::now();
        for _ in 0..goes {
            work();
        }
        started.elapsed()
    };
    let mut goes = 1;
    while batch(goes) < BATCH {
        goes *= 2;
    }
    let mut times: Vec<Duration> = (0..BATCHES).map(|_| batch(goes)).collect();
    times.sort();
    times[BATCHES / 2].as_secs_f64() * 1e9 / f64::from(goes)
}
