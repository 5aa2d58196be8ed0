use std::fmt;

use http::StatusCode;

use super::Report;

/// The class of an [`Error`](crate::Error); see
/// [Stripe's error handling](https://docs.stripe.com/error-handling).
///
/// For what is not of one call, such as a count of failures by class:
///
/// ```
/// use stripe_runtime::{Error, ErrorKind};
///
/// /// Whether the call may succeed later, as it is.
/// fn is_passing(error: &Error) -> bool {
///     use ErrorKind::{Api, Connection, RateLimit, Timeout};
///     matches!(error.kind(), Api | Connection | RateLimit | Timeout)
/// }
/// # let _ = is_passing;
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// Stripe refused the parameters, or found no such object.
    InvalidRequest,
    /// The key is missing, wrong or expired (401).
    Authentication,
    /// A payment failed (402).
    Card,
    /// The key may not do this (403).
    Permission,
    /// An idempotency key was used with other parameters, or is in use.
    Idempotency,
    /// Too many requests, or a lock could not be had (429).
    RateLimit,
    /// Something went wrong at Stripe (409, 5xx, or an answer that is none of
    /// Stripe's).
    Api,
    /// The connection failed.
    Connection,
    /// The time ran out.
    Timeout,
    /// A response or an event could not be read.
    Decode,
    /// A webhook's signature was refused.
    WebhookSignature,
    /// An argument was refused; nothing was sent.
    InvalidArgument,
}

impl fmt::Display for ErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::InvalidRequest => "request refused by Stripe",
            Self::Authentication => "key refused by Stripe",
            Self::Card => "payment failed",
            Self::Permission => "not permitted to the key",
            Self::Idempotency => "idempotency key used differently, or in use",
            Self::RateLimit => "rate limited by Stripe",
            Self::Api => "failure at Stripe",
            Self::Connection => "connection failed",
            Self::Timeout => "timed out",
            Self::Decode => "response not understood",
            Self::WebhookSignature => "webhook signature refused",
            Self::InvalidArgument => "argument refused",
        })
    }
}

/// The status says most; the type and code in the body tell the rest.
pub(super) fn classify(status: StatusCode, report: &Report) -> ErrorKind {
    if report.field("type") == Some("idempotency_error") {
        return ErrorKind::Idempotency;
    }
    match status.as_u16() {
        401 => ErrorKind::Authentication,
        402 => ErrorKind::Card,
        403 => ErrorKind::Permission,
        429 => ErrorKind::RateLimit,
        400 if report.code() == Some("rate_limit") => ErrorKind::RateLimit,
        409 | 500.. => ErrorKind::Api,
        400.. if report.is_stripes() => ErrorKind::InvalidRequest,
        _ => ErrorKind::Api,
    }
}
