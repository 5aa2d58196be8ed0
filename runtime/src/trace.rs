//! Spans of calls: method, path template, status, request id, attempts and elapsed time. No
//! bodies, keys, ids of people or query values, and no paths.

use std::future::Future;
use std::time::Duration;

use http::{Method, StatusCode};

use crate::{Error, ResponseMeta, TransportErrorKind};

/// How an attempt ended.
#[cfg_attr(
    not(feature = "tracing"),
    expect(dead_code, reason = "nobody is told without the feature")
)]
pub(crate) struct AttemptEnd {
    pub(crate) status: Option<StatusCode>,
    pub(crate) failure: Option<TransportErrorKind>,
    pub(crate) outcome: &'static str,
}

/// The span of one call. Empty without the feature `tracing`.
#[derive(Clone)]
pub(crate) struct CallSpan {
    #[cfg(feature = "tracing")]
    span: tracing::Span,
}

#[cfg(feature = "tracing")]
impl CallSpan {
    pub(crate) fn new(method: &Method, template: &'static str) -> Self {
        let span = tracing::info_span!(
            target: "stripe",
            "stripe_request",
            method = method.as_str(),
            path = template,
            status = tracing::field::Empty,
            request_id = tracing::field::Empty,
            attempts = tracing::field::Empty,
            elapsed_ms = tracing::field::Empty,
            error = tracing::field::Empty,
        );
        Self { span }
    }

    /// Puts what the transport logs into the span.
    pub(crate) fn within<F: Future>(&self, future: F) -> impl Future<Output = F::Output> {
        tracing::Instrument::instrument(future, self.span.clone())
    }

    pub(crate) fn attempt(&self, number: u32, attempt: &AttemptEnd) {
        tracing::debug!(
            target: "stripe",
            parent: &self.span,
            attempt = number,
            status = attempt.status.map(|status| status.as_u16()),
            failure = attempt.failure.map(tracing::field::debug),
            outcome = attempt.outcome,
            "attempt"
        );
    }

    pub(crate) fn retry(&self, number: u32, delay: Duration) {
        tracing::debug!(
            target: "stripe",
            parent: &self.span,
            attempt = number,
            delay_ms = milliseconds(delay),
            "retry"
        );
    }

    pub(crate) fn end(
        &self,
        result: Result<&ResponseMeta, &Error>,
        elapsed: impl FnOnce() -> Duration,
    ) {
        // Usually, nobody subscribes.
        if self.span.is_disabled() {
            return;
        }
        let (status, request_id, attempts) = match result {
            Ok(meta) => (Some(meta.status()), meta.request_id(), meta.attempts()),
            Err(error) => {
                self.span
                    .record("error", tracing::field::debug(error.kind()));
                (error.status(), error.request_id(), error.attempts())
            }
        };
        if let Some(status) = status {
            self.span.record("status", status.as_u16());
        }
        if let Some(request_id) = crate::meta::shown(request_id) {
            self.span.record("request_id", request_id);
        }
        self.span.record("attempts", attempts);
        self.span.record("elapsed_ms", milliseconds(elapsed()));
    }
}

#[cfg(feature = "tracing")]
fn milliseconds(duration: Duration) -> u64 {
    u64::try_from(duration.as_millis()).unwrap_or(u64::MAX)
}

#[cfg(not(feature = "tracing"))]
#[expect(clippy::unused_self, reason = "the same calls as with the feature")]
impl CallSpan {
    pub(crate) fn new(_method: &Method, _template: &'static str) -> Self {
        Self {}
    }

    pub(crate) fn within<F: Future>(&self, future: F) -> F {
        future
    }

    pub(crate) fn attempt(&self, _number: u32, _attempt: &AttemptEnd) {}

    pub(crate) fn retry(&self, _number: u32, _delay: Duration) {}

    pub(crate) fn end(
        &self,
        _result: Result<&ResponseMeta, &Error>,
        _elapsed: impl FnOnce() -> Duration,
    ) {
    }
}

/// Keeps a future in the current span, if a task polls it.
#[cfg(all(feature = "default-transport", feature = "tracing"))]
pub(crate) fn in_current_span<F: Future>(future: F) -> impl Future<Output = F::Output> {
    tracing::Instrument::in_current_span(future)
}

#[cfg(all(feature = "default-transport", not(feature = "tracing")))]
pub(crate) fn in_current_span<F: Future>(future: F) -> F {
    future
}
