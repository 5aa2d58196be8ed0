//! HTTP/2: connections that several requests use at once, and what its errors say.

use std::error::Error as StdError;
use std::fmt;
use std::future::Future;
use std::sync::Arc;
use std::time::Duration;

use ::hyper::client::conn::http2;
use http::Request;
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use tokio_rustls::client::TlsStream;

use super::connection::{Answered, Connection, RequestBody, Stream, failed};
use super::spawn;
use crate::TransportError;

/// An HTTP/2 connection is kept for long; these tell a dead one from a slow one.
const PING_INTERVAL: Duration = Duration::from_secs(20);
const PING_TIMEOUT: Duration = Duration::from_secs(10);

/// Requests that arrive while the server ends a connection in good order. The next connection may
/// be ended as well if very many calls are made at once.
const RESENDS_AFTER_GO_AWAY: u32 = 16;
/// A server refuses requests above its limit before the client knows that limit. haproxy also
/// refuses requests that its own server did not answer.
const RESENDS_AFTER_REFUSAL: u32 = 2;

/// What is offered to the server, the preferred protocol first.
pub(super) const PROTOCOLS: &[&[u8]] = &[b"h2", b"http/1.1"];

/// A connection that several requests use at once.
#[derive(Clone)]
pub(super) struct Shared {
    sender: http2::SendRequest<RequestBody>,
    /// Tells connections apart, and counts who uses one.
    identity: Arc<()>,
}

impl Shared {
    pub(super) fn send(&mut self, request: Request<RequestBody>) -> impl Future<Output = Answered> {
        self.sender.try_send_request(request)
    }

    pub(super) fn is_closed(&self) -> bool {
        self.sender.is_closed()
    }

    /// Whether no request uses it. It is held by the pool alone then.
    pub(super) fn is_idle(&self) -> bool {
        Arc::strong_count(&self.identity) == 1
    }

    pub(super) fn is(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.identity, &other.identity)
    }
}

/// The connection that the server chose.
pub(super) async fn negotiated(stream: TlsStream<Stream>) -> Result<Connection, TransportError> {
    if stream.get_ref().1.alpn_protocol() != Some(b"h2") {
        return Connection::http1(Box::new(stream)).await;
    }
    let (sender, connection) = http2::Builder::new(TokioExecutor::new())
        .timer(TokioTimer::new())
        .keep_alive_interval(PING_INTERVAL)
        .keep_alive_timeout(PING_TIMEOUT)
        .handshake(TokioIo::new(stream))
        .await
        .map_err(failed)?;
    spawn(async { drop(connection.await) });
    Ok(Connection::Http2(Shared {
        sender,
        identity: Arc::default(),
    }))
}

/// The server ended the HTTP/2 connection. Replaces h2's error, which quotes debug data of the
/// server: that can be anything, and errors are logged.
#[derive(Debug)]
pub(super) struct GoAway(h2::Reason);

impl fmt::Display for GoAway {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the server ended the HTTP/2 connection: {}", self.0)
    }
}

impl StdError for GoAway {}

pub(super) fn go_away(error: &(dyn StdError + 'static)) -> Option<GoAway> {
    let error = underneath(error).filter(|error| error.is_go_away())?;
    error.reason().map(GoAway)
}

/// How often a request may be sent again at once, because HTTP/2 guarantees that the server did
/// not act on it ([RFC 9113], section 8.7).
///
/// [RFC 9113]: https://www.rfc-editor.org/rfc/rfc9113#section-8.7
pub(super) fn resends(error: &(dyn StdError + 'static)) -> u32 {
    let Some(error) = underneath(error).filter(|error| error.is_remote()) else {
        return 0;
    };
    match error.reason() {
        Some(h2::Reason::NO_ERROR) if error.is_go_away() => RESENDS_AFTER_GO_AWAY,
        Some(h2::Reason::REFUSED_STREAM) if error.is_reset() => RESENDS_AFTER_REFUSAL,
        _ => 0,
    }
}

/// Whether only one request of a connection failed.
pub(super) fn is_reset(error: &(dyn StdError + 'static)) -> bool {
    underneath(error).is_some_and(h2::Error::is_reset)
}

/// The error of HTTP/2, if it is one.
fn underneath<'e>(error: &'e (dyn StdError + 'static)) -> Option<&'e h2::Error> {
    let mut underneath = std::iter::successors(Some(error), |&error| error.source());
    underneath.find_map(|error| error.downcast_ref())
}
