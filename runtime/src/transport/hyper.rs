//! The default transport: hyper's client with its connection pool, rustls
//! underneath.

use std::fmt;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use ::hyper::body::{Body, Frame, SizeHint};
use bytes::Bytes;
use hyper_util::client::legacy::Client;
use hyper_util::rt::{TokioExecutor, TokioTimer};
use tokio::sync::Semaphore;

use super::roots::Roots;
use super::{ResponseBody, Transport, TransportError, TransportErrorKind, TransportFuture};
use crate::{Error, InvalidArgument};

mod connector;
mod failure;
mod tls;

use connector::Connector;
pub(super) use failure::of_hyper;
use failure::{failed, resends};

const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);
/// Shorter than what load balancers usually allow.
const IDLE_TIMEOUT: Duration = Duration::from_secs(60);
/// Enough for HTTP/2, and no flood of connections where there is only HTTP/1.1.
const MAX_CONCURRENT_REQUESTS: usize = 100;
/// HTTP/2 keeps one connection for long; a dead one must be told from a slow one.
const PING_INTERVAL: Duration = Duration::from_secs(20);
const PING_TIMEOUT: Duration = Duration::from_secs(10);

/// The default transport: [hyper](https://docs.rs/hyper) with a connection
/// pool, HTTP/2 where TLS offers it, [rustls](https://docs.rs/rustls) with the
/// platform's certificate verifier, and proxies from the environment
/// (`HTTPS_PROXY`, `ALL_PROXY`, `NO_PROXY`; by `CONNECT` through an `http://`
/// proxy). Needs tokio's runtime. Clones share the pool, and the bound on how
/// many requests are under way at once: 100, while the others wait.
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
    /// For requests that are sent, until their responses are read. A pool alone
    /// would open a connection for each that finds none idle: ten thousand at once.
    places: Arc<Semaphore>,
}

/// The settings of a [`HyperTransport`].
#[must_use = "a transport is made by `build`"]
pub struct HyperTransportBuilder {
    connect_timeout: Duration,
    roots: Roots,
    tls: Option<rustls::ClientConfig>,
    proxies: bool,
    max_concurrent_requests: usize,
}

impl HyperTransport {
    /// The default settings, to be changed.
    pub fn builder() -> HyperTransportBuilder {
        HyperTransportBuilder {
            connect_timeout: CONNECT_TIMEOUT,
            roots: Roots::default(),
            tls: None,
            proxies: true,
            max_concurrent_requests: MAX_CONCURRENT_REQUESTS,
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

    /// How many requests may be under way at once, and so how many connections
    /// may be open where the server has no HTTP/2: 100 by default; more than
    /// zero. Further requests wait for their turn, in order; the waiting is
    /// part of an attempt's time.
    pub fn max_concurrent_requests(mut self, requests: usize) -> Self {
        self.max_concurrent_requests = requests;
        self
    }

    /// Makes the transport. Nothing is connected yet.
    ///
    /// # Errors
    ///
    /// The timeout or the number of requests is zero, a certificate cannot be
    /// read, or the platform's certificates cannot be had.
    pub fn build(self) -> Result<HyperTransport, Error> {
        if self.connect_timeout.is_zero() {
            return Err(InvalidArgument::new("connect_timeout", "must be more than zero").into());
        }
        if self.max_concurrent_requests == 0 {
            let reason = "must be more than zero";
            return Err(InvalidArgument::new("max_concurrent_requests", reason).into());
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
            .pool_max_idle_per_host(self.max_concurrent_requests)
            .http2_keep_alive_interval(PING_INTERVAL)
            .http2_keep_alive_timeout(PING_TIMEOUT)
            .build(connector);
        let places = self.max_concurrent_requests.min(Semaphore::MAX_PERMITS);
        Ok(HyperTransport {
            client,
            places: Arc::new(Semaphore::new(places)),
        })
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
            .field("max_concurrent_requests", &self.max_concurrent_requests)
            .finish_non_exhaustive()
    }
}

impl Transport for HyperTransport {
    fn send(&self, request: http::Request<Bytes>) -> TransportFuture<'_> {
        Box::pin(async move {
            let place = Arc::clone(&self.places).acquire_owned().await;
            let place = place
                .map_err(|closed| TransportError::with_source(TransportErrorKind::Other, closed))?;
            let response = self.client.request(request.map(RequestBody::new));
            match response.await {
                Ok(response) => Ok(response.map(|body| ResponseBody::hyper(body, place))),
                Err(error) => {
                    let fallback = if error.is_connect() {
                        TransportErrorKind::Connect
                    } else {
                        TransportErrorKind::Closed
                    };
                    let resends = resends(&error);
                    Err(failed(error, fallback).with_resends(resends))
                }
            }
        })
    }
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
