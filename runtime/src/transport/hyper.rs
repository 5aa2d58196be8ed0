//! The default transport: hyper's connections in a pool of its own, with rustls.

use std::fmt;
use std::future::Future;
use std::net::IpAddr;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use tokio::runtime::Handle;
use tokio::task::JoinHandle;

use super::roots::Roots;
use super::{
    AttemptLimits, ResponseBody, Transport, TransportError, TransportErrorKind, TransportFuture,
};
use crate::trace::Task;
use crate::{Error, InvalidArgument, trace};

mod connection;
mod connector;
mod exchange;
mod failure;
#[cfg(feature = "http2")]
mod http2;
#[cfg(not(feature = "http2"))]
#[path = "hyper/http1_only.rs"]
mod http2;
mod pool;
#[cfg(feature = "proxy")]
mod proxy;
mod tcp;
mod tls;

use connector::Connector;
use pool::Pool;
use tcp::Dialer;

const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);
/// Enough for HTTP/2, and few enough connections for HTTP/1.1.
const MAX_CONCURRENT_REQUESTS: usize = 100;
/// The limits of a request that does not come from a client.
const DEFAULT_LIMITS: AttemptLimits = AttemptLimits {
    timeout: Duration::from_secs(80),
    deadline: None,
    max_body_bytes: 8 * 1024 * 1024,
};

/// The default transport: [hyper](https://docs.rs/hyper) with a connection
/// pool, HTTP/2 where the server offers it (feature `http2`),
/// [rustls](https://docs.rs/rustls) with the platform's certificate verifier, and
/// proxies from the environment (feature `proxy`). Clones share the pool.
///
/// Needs a tokio runtime with I/O and time enabled. Each runtime has connections
/// of its own, so one client can be used from several runtimes, one after the
/// other or at the same time.
///
/// At most 100 requests to a host are in flight at once on a runtime; the others
/// [wait for their turn](HyperTransportBuilder::max_concurrent_requests). A
/// request is driven by a task of the runtime, so that a future that nobody
/// polls does not keep others waiting. Dropping the future cancels the request.
///
/// After a timeout, the connection is not used for further requests. If a host has
/// several addresses, the next one is tried after 250 ms.
///
/// # Proxies
///
/// With the feature `proxy`, which is on by default, requests to `https://` URLs go through the proxy of `HTTPS_PROXY` (or
/// `https_proxy`), else of `ALL_PROXY` (or `all_proxy`), by `CONNECT`; not to the
/// hosts of `NO_PROXY` (or `no_proxy`): domains, IP addresses and networks,
/// separated by commas. `HTTP_PROXY` does not apply. The proxy's URL is
/// `http://[user:password@]host:port`; with any other, calls fail, rather than
/// go past the proxy. `http://` URLs, which are local, never go through a proxy.
/// Without the feature, these variables are ignored.
///
/// # Example
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
    pool: Arc<Pool>,
}

/// The settings of a [`HyperTransport`].
#[must_use = "a transport is made by `build`"]
pub struct HyperTransportBuilder {
    connect_timeout: Duration,
    roots: Roots,
    tls: Option<rustls::ClientConfig>,
    proxies: bool,
    resolved: Vec<(String, Vec<IpAddr>)>,
    max_concurrent_requests: usize,
}

impl HyperTransport {
    /// Returns a builder with the default settings.
    pub fn builder() -> HyperTransportBuilder {
        HyperTransportBuilder {
            connect_timeout: CONNECT_TIMEOUT,
            roots: Roots::default(),
            tls: None,
            proxies: true,
            resolved: Vec::new(),
            max_concurrent_requests: MAX_CONCURRENT_REQUESTS,
        }
    }
}

impl HyperTransportBuilder {
    /// How long connecting may take, including the name lookup, the proxy and TLS:
    /// 10 seconds by default. Must not be zero.
    pub fn connect_timeout(mut self, timeout: Duration) -> Self {
        self.connect_timeout = timeout;
        self
    }

    /// Trusts these certificates (PEM, any number) in addition to the platform's,
    /// for a private certificate authority.
    pub fn root_certificates_pem(mut self, pem: impl AsRef<[u8]>) -> Self {
        self.roots.add_pem(pem.as_ref());
        self
    }

    /// Trusts this certificate (DER) in addition to the platform's.
    pub fn root_certificate_der(mut self, der: impl Into<Vec<u8>>) -> Self {
        self.roots.add_der(der.into());
        self
    }

    /// Your own TLS configuration, for client certificates, another crypto provider
    /// or another verifier. Root certificates given to this builder are then
    /// ignored, and the transport sets `alpn_protocols`.
    pub fn tls_config(mut self, config: rustls::ClientConfig) -> Self {
        self.tls = Some(config);
        self
    }

    /// Uses no proxy, whatever the environment says. Without the feature `proxy`, none
    /// is used anyway.
    pub fn no_proxy(mut self) -> Self {
        self.proxies = false;
        self
    }

    /// Connects to these addresses of a host instead of looking up its name.
    pub fn resolve(
        mut self,
        host: impl Into<String>,
        addresses: impl IntoIterator<Item = IpAddr>,
    ) -> Self {
        let addresses = addresses.into_iter().collect();
        self.resolved.push((host.into(), addresses));
        self
    }

    /// How many requests to a host may be in flight at once on a runtime, and so
    /// how many connections may be open if the server does not speak HTTP/2: 100 by
    /// default. Must not be zero.
    ///
    /// Further requests wait for their turn, in order. The time they wait counts
    /// toward the call's deadline, not toward the attempt's timeout.
    pub fn max_concurrent_requests(mut self, requests: usize) -> Self {
        self.max_concurrent_requests = requests;
        self
    }

    /// Builds the transport. Nothing is connected yet.
    ///
    /// # Errors
    ///
    /// The timeout or the number of requests is zero, a certificate cannot be
    /// read, or the platform's certificates cannot be loaded.
    pub fn build(self) -> Result<HyperTransport, Error> {
        if self.connect_timeout.is_zero() {
            return Err(InvalidArgument::new("connect_timeout", "must not be zero").into());
        }
        if self.max_concurrent_requests == 0 {
            let reason = "must not be zero";
            return Err(InvalidArgument::new("max_concurrent_requests", reason).into());
        }
        let tls = match self.tls {
            Some(config) => config,
            None => tls::client_config(&self.roots)?,
        };
        let connector = Connector {
            dialer: Dialer {
                resolved: self.resolved,
            },
            tls: tls::connector(tls),
            #[cfg(feature = "proxy")]
            proxies: self.proxies.then(proxy::Proxies::from_environment),
            timeout: self.connect_timeout,
        };
        Ok(HyperTransport {
            pool: Arc::new(Pool::new(connector, self.max_concurrent_requests)),
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
        let limits = request.extensions().get().copied();
        self.send_within(request, limits.unwrap_or(DEFAULT_LIMITS))
    }

    fn send_within(
        &self,
        request: http::Request<Bytes>,
        limits: AttemptLimits,
    ) -> TransportFuture<'_> {
        let Ok(runtime) = Handle::try_current() else {
            let error = TransportError::with_source(
                TransportErrorKind::InvalidRequest,
                "the default transport needs a tokio runtime",
            );
            return Box::pin(std::future::ready(Err(error)));
        };
        let host = self.pool.host(runtime.id(), request.uri());
        let exchange = exchange::exchange(host, request, limits);
        Box::pin(Exchange(
            runtime.spawn(trace::in_current_span(Box::pin(exchange))),
        ))
    }

    fn enforces_limits(&self) -> bool {
        true
    }
}

/// Starts a task.
fn spawn(task: impl Future<Output = ()> + Send + 'static) {
    let task: Task<()> = Box::pin(task);
    tokio::spawn(task);
}

type Exchanged = Result<http::Response<ResponseBody>, TransportError>;

/// A request that a task drives, until this is dropped.
struct Exchange(JoinHandle<Exchanged>);

impl Future for Exchange {
    type Output = Exchanged;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Exchanged> {
        Pin::new(&mut self.0).poll(cx).map(|joined| {
            joined.unwrap_or_else(|error| match error.try_into_panic() {
                Ok(panic) => std::panic::resume_unwind(panic),
                // The runtime is shutting down.
                Err(error) => Err(TransportError::with_source(
                    TransportErrorKind::Closed,
                    error,
                )),
            })
        })
    }
}

impl Drop for Exchange {
    fn drop(&mut self) {
        self.0.abort();
    }
}
