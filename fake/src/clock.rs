use std::time::{Duration, Instant};

use stripe_identity::Timestamp;

/// The stand-in's clock: timestamps, and what is due when.
///
/// Timestamps start at the system's time, or at a fixed one, and move with `advance`.
/// Schedules move with `advance`, and in real time only if the settings say so.
#[derive(Debug)]
pub(crate) struct Clock {
    fixed: Option<Timestamp>,
    started: Option<Instant>,
    advanced: Duration,
}

impl Clock {
    pub(crate) fn new(fixed: Option<Timestamp>, real_time: bool) -> Self {
        Self {
            fixed,
            started: real_time.then(Instant::now),
            advanced: Duration::ZERO,
        }
    }

    /// The timestamp of what is made or sent now.
    pub(crate) fn now(&self) -> Timestamp {
        let start = self.fixed.unwrap_or_else(Timestamp::now);
        start.saturating_add(self.advanced)
    }

    /// The time since the start, for schedules.
    pub(crate) fn elapsed(&self) -> Duration {
        let real = self.started.map_or(Duration::ZERO, |start| start.elapsed());
        self.advanced.saturating_add(real)
    }

    pub(crate) fn advance(&mut self, by: Duration) {
        self.advanced = self.advanced.saturating_add(by);
    }

    /// Takes back every `advance`.
    pub(crate) fn reset(&mut self) {
        self.advanced = Duration::ZERO;
    }
}
