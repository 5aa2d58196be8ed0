use std::time::{Duration, Instant};

use stripe_identity::Timestamp;

/// The stand-in's time: what stamps say, and when what is scheduled is due.
///
/// Both move when a test says so. Stamps start at the system's time, or at one
/// that the test gives; only for a person who tries things out does what is
/// scheduled move by real time, too.
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

    /// What the time is, for what is made or sent now.
    pub(crate) fn now(&self) -> Timestamp {
        let start = self.fixed.unwrap_or_else(Timestamp::now);
        start.saturating_add(self.advanced)
    }

    /// How long the stand-in has been running, as far as schedules go.
    pub(crate) fn elapsed(&self) -> Duration {
        let real = self.started.map_or(Duration::ZERO, |start| start.elapsed());
        self.advanced.saturating_add(real)
    }

    pub(crate) fn advance(&mut self, by: Duration) {
        self.advanced = self.advanced.saturating_add(by);
    }
}
