use std::fmt;

use http::StatusCode;

use super::Report;

/// The class of an [`Error`](crate::Error); see
/// [Stripe's error handling](https://docs.stripe.com/error-handling).
///
/// Use it to handle several classes at once. Whether the same call may succeed later is
/// [`Error::is_retryable`](crate::Error::is_retryable).
///
/// ```
/// use stripe_runtime::{Error, ErrorKind};
///
/// /// The status that a web server answers with.
/// fn status(error: &Error) -> u16 {
///     match error.kind() {
///         ErrorKind::InvalidRequest | ErrorKind::InvalidArgument => 400,
///         ErrorKind::RateLimit | ErrorKind::Connection | ErrorKind::Timeout => 503,
///         _ => 500,
///     }
/// }
/// # let _ = status;
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// Stripe rejected the parameters, or the object does not exist.
    InvalidRequest,
    /// The key is missing, invalid or expired (401).
    Authentication,
    /// A payment failed (402).
    Card,
    /// The key lacks the permission (403).
    Permission,
    /// An idempotency key was used with other parameters, or is in use.
    Idempotency,
    /// Too many requests, or a lock could not be acquired (429).
    RateLimit,
    /// Something failed at Stripe (409, 5xx, or a response that does not come
    /// from Stripe).
    Api,
    /// The connection failed.
    Connection,
    /// A timeout elapsed.
    Timeout,
    /// A response or an event could not be decoded.
    Decode,
    /// A webhook signature was rejected.
    WebhookSignature,
    /// An argument was rejected; nothing was sent.
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
    const IDEMPOTENCY: Option<&str> = Some("idempotency_error");
    // Under `/v2` it is a code.
    if report.field("type") == IDEMPOTENCY || report.code() == IDEMPOTENCY {
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
