use std::time::Duration;

use crate::request_options::check_duration;
use crate::{Environment, Error, InvalidArgument};

/// The pause after the first request; it doubles up to [`LONGEST`].
const FIRST: Duration = Duration::from_secs(1);
const LONGEST: Duration = Duration::from_secs(10);
/// What the last request has left of the time.
const LAST: Duration = Duration::from_secs(1);

/// An object that something happens to until it has an outcome, such as a verification session.
///
/// [`Client::wait_for_outcome`](crate::Client::wait_for_outcome) waits for it.
pub trait Outcome {
    /// Whether nothing more happens unless somebody acts.
    fn has_outcome(&self) -> bool;
}

/// What is next in a wait.
pub(crate) enum Next<T> {
    /// The end.
    Done(Result<T, Error>),
    /// Another request after this time.
    Pause(Duration),
}

/// When to ask for an object again. It does no I/O, so that the asynchronous and the blocking
/// client can share it.
pub(crate) struct Wait {
    limit: Duration,
    started: Duration,
    pause: Duration,
    requests: u32,
}

impl Wait {
    pub(crate) fn new(
        limit: Duration,
        environment: &dyn Environment,
    ) -> Result<Self, InvalidArgument> {
        Ok(Self {
            limit: check_duration("limit", limit)?,
            started: environment.monotonic(),
            pause: FIRST,
            requests: 0,
        })
    }

    /// What is left of the time.
    pub(crate) fn left(&self, environment: &dyn Environment) -> Duration {
        let elapsed = environment.monotonic().saturating_sub(self.started);
        self.limit.saturating_sub(elapsed)
    }

    pub(crate) fn next<T: Outcome>(
        &mut self,
        result: Result<T, Error>,
        environment: &dyn Environment,
    ) -> Next<T> {
        self.requests += 1;
        let is_last = match &result {
            Ok(object) => object.has_outcome(),
            Err(error) => !error.is_retryable(),
        };
        if is_last {
            return Next::Done(result);
        }
        let pause = self.pause.min(self.left(environment).saturating_sub(LAST));
        if pause.is_zero() {
            let waited = |_| Err(Error::no_outcome(self.limit, self.requests));
            return Next::Done(result.and_then(waited));
        }
        self.pause = self.pause.saturating_mul(2).min(LONGEST);
        Next::Pause(pause)
    }
}
