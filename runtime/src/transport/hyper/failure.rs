//! What hyper's errors say.

use std::error::Error as StdError;
use std::fmt;

use crate::transport::error::of_io;
use crate::{TransportError, TransportErrorKind};

/// Requests that arrive while the server ends a connection in good order. The next connection may
/// be ended as well if very many calls are made at once.
const RESENDS_AFTER_GO_AWAY: u32 = 16;
/// A server refuses requests above its limit before the client knows that limit. haproxy also
/// refuses requests that its own server did not answer.
const RESENDS_AFTER_REFUSAL: u32 = 2;

/// An error of hyper's, with its class, or `fallback` if it does not tell.
pub(super) fn failed(
    error: impl StdError + Send + Sync + 'static,
    fallback: TransportErrorKind,
) -> TransportError {
    let kind = classify(&error).unwrap_or(fallback);
    match go_away(&error) {
        Some(reason) => TransportError::with_source(kind, GoAway(reason)),
        None => TransportError::with_source(kind, error),
    }
}

/// The server ended the HTTP/2 connection. Replaces h2's error, which quotes debug data of the
/// server: that can be anything, and errors are logged.
#[derive(Debug)]
struct GoAway(h2::Reason);

impl fmt::Display for GoAway {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the server ended the HTTP/2 connection: {}", self.0)
    }
}

impl StdError for GoAway {}

fn go_away(error: &(dyn StdError + 'static)) -> Option<h2::Reason> {
    let error = of_http2(error).filter(|error| error.is_go_away())?;
    error.reason()
}

/// The error of HTTP/2, if it is one.
fn of_http2<'e>(error: &'e (dyn StdError + 'static)) -> Option<&'e h2::Error> {
    let mut underneath = std::iter::successors(Some(error), |&error| error.source());
    underneath.find_map(|error| error.downcast_ref())
}

/// Looks for the underlying error that says what happened.
fn classify(error: &(dyn StdError + 'static)) -> Option<TransportErrorKind> {
    let mut next = Some(error);
    let mut found = None;
    while let Some(error) = next {
        if error.is::<rustls::Error>() {
            return Some(TransportErrorKind::Tls);
        }
        next = error.source();
        if let Some(io) = error.downcast_ref::<std::io::Error>() {
            match of_io(io) {
                // hyper's error for malformed chunks.
                TransportErrorKind::Other if found.is_some() && is_malformed(io) => {
                    found = Some(TransportErrorKind::Protocol);
                }
                TransportErrorKind::Other => {}
                kind => found = Some(kind),
            }
            // The error inside an I/O error is not its source.
            if let Some(inner) = io.get_ref() {
                next = Some(inner);
            }
        } else if let Some(hyper) = error.downcast_ref::<::hyper::Error>() {
            let kind = if hyper.is_parse() {
                TransportErrorKind::Protocol
            } else if hyper.is_timeout() {
                TransportErrorKind::Timeout
            } else {
                // Also "dispatch task is gone", which hyper takes for an error of the user's.
                TransportErrorKind::Closed
            };
            found = Some(kind);
        }
    }
    found
}

/// How often a request may be sent again at once, because HTTP/2 guarantees that the server did
/// not act on it ([RFC 9113], section 8.7).
///
/// [RFC 9113]: https://www.rfc-editor.org/rfc/rfc9113#section-8.7
pub(super) fn resends(error: &(dyn StdError + 'static)) -> u32 {
    let Some(error) = of_http2(error).filter(|error| error.is_remote()) else {
        return 0;
    };
    match error.reason() {
        Some(h2::Reason::NO_ERROR) if error.is_go_away() => RESENDS_AFTER_GO_AWAY,
        Some(h2::Reason::REFUSED_STREAM) if error.is_reset() => RESENDS_AFTER_REFUSAL,
        _ => 0,
    }
}

fn is_malformed(io: &std::io::Error) -> bool {
    use std::io::ErrorKind;
    matches!(io.kind(), ErrorKind::InvalidData | ErrorKind::InvalidInput)
}

/// Whether only one request of an HTTP/2 connection failed.
pub(super) fn is_reset(error: &(dyn StdError + 'static)) -> bool {
    of_http2(error).is_some_and(h2::Error::is_reset)
}
