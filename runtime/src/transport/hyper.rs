//! The default transport: hyper's client with its connection pool, rustls
//! underneath.

use std::error::Error as StdError;
use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use ::hyper::body::{Body, Frame, SizeHint};
use bytes::Bytes;
use hyper_util::client::legacy::Client;
use hyper_util::rt::{TokioExecutor, TokioTimer};

use super::error::of_io;
use super::roots::Roots;
use super::{ResponseBody, Transport, TransportError, TransportErrorKind, TransportFuture};
use crate::{Error, InvalidArgument};

mod connector;
mod tls;

use connector::Connector;

const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);
/// Shorter than what load balancers usually allow.
const IDLE_TIMEOUT: Duration = Duration::from_secs(60);
/// HTTP/2 keeps one connection for long; a dead one must be told from a slow one.
const PING_INTERVAL: Duration = Duration::from_secs(20);
const PING_TIMEOUT: Duration = Duration::from_secs(10);
/// A connection that ends in good order leaves behind what came too late, which the next one may
/// do again where very many call at once.
const RESENDS_AFTER_GO_AWAY: u32 = 16;
/// A server refuses what is more than it allows before that is known. haproxy also refuses what it
/// could get no answer to.
const RESENDS_AFTER_REFUSAL: u32 = 2;

/// The default transport: [hyper](https://docs.rs/hyper) with a connection
/// pool, HTTP/2 where TLS offers it, [rustls](https://docs.rs/rustls) with the
/// platform's certificate verifier, and proxies from the environment
/// (`HTTPS_PROXY`, `ALL_PROXY`, `NO_PROXY`; by `CONNECT` through an `http://`
/// proxy). Needs tokio's runtime. Clones share the pool.
///
/// Made by hand only for the settings of [`HyperTransportBuilder`]:
///
/// ```no_run
/// use stripe_runtime::Client;
/// use stripe_runtime::transport::HyperTransport;
///
/// let transport = HyperTransport::builder()
///     .root_certificates_pem(std::fs::read("company-ca.pem")?)
///     .build()?;
/// let client = Client::builder("sk_test_123").transport(transport).build()?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone)]
pub struct HyperTransport {
    client: Client<Connector, RequestBody>,
}

/// The settings of a [`HyperTransport`].
#[must_use = "a transport is made by `build`"]
pub struct HyperTransportBuilder {
    connect_timeout: Duration,
    roots: Roots,
    tls: Option<rustls::ClientConfig>,
    proxies: bool,
}

impl HyperTransport {
    /// The default settings, to be changed.
    pub fn builder() -> HyperTransportBuilder {
        HyperTransportBuilder {
            connect_timeout: CONNECT_TIMEOUT,
            roots: Roots::default(),
            tls: None,
            proxies: true,
        }
    }
}

impl HyperTransportBuilder {
    /// How long connecting may take, name lookup, proxy and TLS included: 10
    /// seconds by default; more than zero.
    pub fn connect_timeout(mut self, timeout: Duration) -> Self {
        self.connect_timeout = timeout;
        self
    }

    /// Trusts these certificates (PEM, any number) as well as the platform's:
    /// a private certificate authority.
    pub fn root_certificates_pem(mut self, pem: impl AsRef<[u8]>) -> Self {
        self.roots.add_pem(pem.as_ref());
        self
    }

    /// Trusts this certificate (DER) as well as the platform's.
    pub fn root_certificate_der(mut self, der: impl Into<Vec<u8>>) -> Self {
        self.roots.add_der(der.into());
        self
    }

    /// A TLS configuration of your own: client certificates, another crypto
    /// provider, another verifier. Root certificates given here are ignored
    /// then; the protocols to negotiate (`alpn_protocols`) are set by the
    /// transport.
    pub fn tls_config(mut self, config: rustls::ClientConfig) -> Self {
        self.tls = Some(config);
        self
    }

    /// Uses no proxy, whatever the environment says.
    pub fn no_proxy(mut self) -> Self {
        self.proxies = false;
        self
    }

    /// Makes the transport. Nothing is connected yet.
    ///
    /// # Errors
    ///
    /// The timeout is zero, a certificate cannot be read, or the platform's
    /// certificates cannot be had.
    pub fn build(self) -> Result<HyperTransport, Error> {
        if self.connect_timeout.is_zero() {
            return Err(InvalidArgument::new("connect_timeout", "must be more than zero").into());
        }
        let mut tls = match self.tls {
            Some(config) => config,
            None => tls::client_config(&self.roots)?,
        };
        tls.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
        let connector = Connector::new(tls, self.connect_timeout, self.proxies);
        let client = Client::builder(TokioExecutor::new())
            .timer(TokioTimer::new())
            .pool_timer(TokioTimer::new())
            .pool_idle_timeout(IDLE_TIMEOUT)
            .http2_keep_alive_interval(PING_INTERVAL)
            .http2_keep_alive_timeout(PING_TIMEOUT)
            .build(connector);
        Ok(HyperTransport { client })
    }
}

impl fmt::Debug for HyperTransport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HyperTransport").finish_non_exhaustive()
    }
}

impl fmt::Debug for HyperTransportBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HyperTransportBuilder")
            .field("connect_timeout", &self.connect_timeout)
            .field("proxies", &self.proxies)
            .finish_non_exhaustive()
    }
}

impl Transport for HyperTransport {
    fn send(&self, request: http::Request<Bytes>) -> TransportFuture<'_> {
        let response = self.client.request(request.map(RequestBody::new));
        Box::pin(async move {
            match response.await {
                Ok(response) => Ok(response.map(ResponseBody::hyper)),
                Err(error) => {
                    let fallback = if error.is_connect() {
                        TransportErrorKind::Connect
                    } else {
                        TransportErrorKind::Closed
                    };
                    let kind = classify(&error).unwrap_or(fallback);
                    let resends = resends(&error);
                    Err(TransportError::with_source(kind, error).with_resends(resends))
                }
            }
        })
    }
}

/// The error of a body that broke off.
pub(super) fn of_hyper(error: ::hyper::Error) -> TransportError {
    let kind = classify(&error).unwrap_or(TransportErrorKind::Closed);
    TransportError::with_source(kind, error)
}

/// Looks through the errors underneath for the one that says what happened.
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
                // hyper's word for chunks that are none.
                TransportErrorKind::Other if found.is_some() && is_malformed(io) => {
                    found = Some(TransportErrorKind::Protocol);
                }
                TransportErrorKind::Other => {}
                kind => found = Some(kind),
            }
            // What an I/O error wraps is not its source.
            if let Some(inner) = io.get_ref() {
                next = Some(inner);
            }
        } else if let Some(hyper) = error.downcast_ref::<::hyper::Error>() {
            let kind = if hyper.is_parse() {
                TransportErrorKind::Protocol
            } else if hyper.is_timeout() {
                TransportErrorKind::Timeout
            } else if hyper.is_user() {
                TransportErrorKind::InvalidRequest
            } else {
                TransportErrorKind::Closed
            };
            found = Some(kind);
        }
    }
    found
}

/// How often a request may be sent again at once, since HTTP/2 said that the server did not begin
/// with it ([RFC 9113], section 8.7).
///
/// [RFC 9113]: https://www.rfc-editor.org/rfc/rfc9113#section-8.7
fn resends(error: &(dyn StdError + 'static)) -> u32 {
    let underneath = std::iter::successors(Some(error), |&error| error.source());
    let mut http2 = underneath.filter_map(|error| error.downcast_ref::<h2::Error>());
    let Some(error) = http2.next().filter(|error| error.is_remote()) else {
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

/// A request's body: one piece, its size known.
struct RequestBody(Option<Bytes>);

impl RequestBody {
    fn new(bytes: Bytes) -> Self {
        Self((!bytes.is_empty()).then_some(bytes))
    }
}

impl Body for RequestBody {
    type Data = Bytes;
    type Error = std::convert::Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Self::Error>>> {
        Poll::Ready(self.0.take().map(|bytes| Ok(Frame::data(bytes))))
    }

    fn is_end_stream(&self) -> bool {
        self.0.is_none()
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.0.as_ref().map_or(0, |bytes| bytes.len() as u64))
    }
}
