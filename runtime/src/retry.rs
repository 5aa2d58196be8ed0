//! When to try again. Pure functions: no clock, no randomness, no state of their own.
//! Whether to is [`Error::is_retryable`](crate::Error::is_retryable).

use std::time::Duration;

use http::{HeaderMap, HeaderName};

use crate::meta::header;

mod budget;

pub(crate) use budget::RetryBudget;

// Checked when this is compiled, since every response is asked for it.
const STRIPE_SHOULD_RETRY: HeaderName = HeaderName::from_static("stripe-should-retry");
/// No server can make a call wait longer than this.
const LONGEST_RETRY_AFTER: Duration = Duration::from_secs(60);
/// Before the first retry; and the least before any.
const FIRST_DELAY: f64 = 0.5;
/// What the doubling delay grows to.
const LONGEST_DELAY: f64 = 5.0;

/// Whether Stripe says to retry.
pub(crate) fn stripes_advice(headers: &HeaderMap) -> Option<bool> {
    match headers.get(STRIPE_SHOULD_RETRY)?.as_bytes() {
        b"true" => Some(true),
        b"false" => Some(false),
        _ => None,
    }
}

/// How long to wait before retry `number` (from 1):
/// `max(0.5, min(0.5 * 2^(n-1), 5) * U[0.5, 1])` seconds, and no less than
/// `Retry-After` says. `random` is in `0.0..1.0`.
pub(crate) fn delay(number: u32, retry_after: Option<Duration>, random: f64) -> Duration {
    let doublings = i32::try_from(number.saturating_sub(1)).unwrap_or(i32::MAX);
    let base = (FIRST_DELAY * 2_f64.powi(doublings)).min(LONGEST_DELAY);
    let jittered = base * (0.5 + random.clamp(0.0, 1.0) / 2.0);
    let backoff = Duration::from_secs_f64(jittered.max(FIRST_DELAY));
    backoff.max(retry_after.unwrap_or_default().min(LONGEST_RETRY_AFTER))
}

/// `Retry-After` in whole seconds, the only form that Stripe sends.
pub(crate) fn retry_after(headers: &HeaderMap) -> Option<Duration> {
    let text = header(headers, "retry-after")?;
    // `parse` alone would let a sign pass.
    if text.is_empty() || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    Some(
        text.parse()
            .map_or(LONGEST_RETRY_AFTER, Duration::from_secs),
    )
}
