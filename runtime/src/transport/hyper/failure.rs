//! What hyper's errors say.

use std::error::Error as StdError;

use super::http2;
use crate::transport::error::of_io;
use crate::{TransportError, TransportErrorKind};

/// An error of hyper's, with its class, or `fallback` if it does not tell.
pub(super) fn failed(
    error: impl StdError + Send + Sync + 'static,
    fallback: TransportErrorKind,
) -> TransportError {
    let kind = classify(&error).unwrap_or(fallback);
    match http2::go_away(&error) {
        Some(go_away) => TransportError::with_source(kind, go_away),
        None => TransportError::with_source(kind, error),
    }
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

fn is_malformed(io: &std::io::Error) -> bool {
    use std::io::ErrorKind;
    matches!(io.kind(), ErrorKind::InvalidData | ErrorKind::InvalidInput)
}
