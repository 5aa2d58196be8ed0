//! Whether to try again, and when. Pure functions: no clock, no randomness,
//! no state of their own.

use std::time::Duration;

use http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode};

use crate::TransportErrorKind;
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

/// How an attempt ended.
pub(crate) enum Outcome<'a> {
    /// Without a response.
    Failed(TransportErrorKind),
    /// With a response. `broken`: its body did not come whole.
    Answered {
        status: StatusCode,
        headers: &'a HeaderMap,
        code: Option<&'a str>,
        broken: bool,
    },
}

/// What else the decision rests on.
pub(crate) struct State<'a> {
    pub(crate) method: &'a Method,
    pub(crate) has_key: bool,
    pub(crate) retries_done: u32,
    pub(crate) max_retries: u32,
    pub(crate) retry_rate_limited: bool,
}

/// Whether to try again, in the order of
/// [Stripe's own clients](https://docs.stripe.com/error-low-level).
pub(crate) fn decide(outcome: &Outcome<'_>, state: &State<'_>) -> bool {
    if state.retries_done >= state.max_retries {
        return false;
    }
    let (status, headers, code, broken) = match *outcome {
        Outcome::Failed(kind) => return kind.is_transient(),
        Outcome::Answered {
            status,
            headers,
            code,
            broken,
        } => (status, headers, code, broken),
    };
    match headers.get(STRIPE_SHOULD_RETRY).map(HeaderValue::as_bytes) {
        Some(b"true") => return true,
        Some(b"false") => return false,
        _ => {}
    }
    match status.as_u16() {
        409 | 500.. => true,
        429 => code == Some("lock_timeout") || state.retry_rate_limited,
        // Done at Stripe; repeating is safe where it changes nothing, or where
        // the key gives back the stored answer.
        200..300 if broken => *state.method == Method::GET || state.has_key,
        _ => false,
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
