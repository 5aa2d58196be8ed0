//! How requests reach Stripe: the [`Transport`] trait and the types around it.

use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;

mod body;
mod error;
mod from_fn;
#[cfg(feature = "default-transport")]
mod hyper;
#[cfg(feature = "default-transport")]
mod roots;

pub use http_body;
#[cfg(feature = "default-transport")]
pub use rustls;

pub(crate) use body::Collected;
pub use body::ResponseBody;
pub use error::{TransportError, TransportErrorKind};
pub use from_fn::{FromFn, from_fn};
#[cfg(feature = "default-transport")]
pub use hyper::{HyperTransport, HyperTransportBuilder};

/// The future that [`Transport::send`] returns.
pub type TransportFuture<'a> =
    Pin<Box<dyn Future<Output = Result<http::Response<ResponseBody>, TransportError>> + Send + 'a>>;

/// Sends one HTTP request and returns the response.
///
/// The client does the rest, the same for every transport: headers, retries,
/// timeouts, the limit on the body's size. A transport must not follow
/// redirects.
///
/// Implement it to use another HTTP library, or to test without a network;
/// [`from_fn`] turns a closure into a transport.
///
/// ```
/// use bytes::Bytes;
/// use stripe_runtime::transport::{Transport, TransportFuture};
///
/// struct Canned;
///
/// impl Transport for Canned {
///     fn send(&self, _request: http::Request<Bytes>) -> TransportFuture<'_> {
///         Box::pin(async { Ok(http::Response::new(r#"{"id":"vs_1"}"#.into())) })
///     }
/// }
/// ```
pub trait Transport: Send + Sync + 'static {
    /// Sends a request. Dropping the future cancels the request.
    ///
    /// The request carries its [`AttemptLimits`] as an extension, if it comes from a client.
    fn send(&self, request: http::Request<Bytes>) -> TransportFuture<'_>;

    /// Sends a request within these limits. This is what the client calls.
    ///
    /// By default, it adds the limits to the request as an extension and calls
    /// [`send`](Self::send). A transport that enforces limits can write it instead, which
    /// saves a few allocations.
    fn send_within(
        &self,
        mut request: http::Request<Bytes>,
        limits: AttemptLimits,
    ) -> TransportFuture<'_> {
        request.extensions_mut().insert(limits);
        self.send(request)
    }

    /// Whether the transport itself enforces the [`AttemptLimits`] of a
    /// request. If not, which is the default, the client drops the future of
    /// [`send`](Self::send) when the time is up.
    ///
    /// A transport that lets requests wait for their turn should enforce them:
    /// only it knows when an attempt begins. A transport that wraps another
    /// should return what the other returns.
    fn enforces_limits(&self) -> bool {
        false
    }
}

/// The limits of one attempt, found in [`http::Request::extensions`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct AttemptLimits {
    /// How long the attempt may take, from when its turn comes until the whole
    /// body has arrived.
    pub timeout: Duration,
    /// How much time is left for the call, including the time that the request
    /// waits for its turn.
    pub deadline: Option<Duration>,
    /// The largest body of a response that is read, in bytes.
    pub max_body_bytes: usize,
}

impl<T: Transport + ?Sized> Transport for Arc<T> {
    fn send(&self, request: http::Request<Bytes>) -> TransportFuture<'_> {
        (**self).send(request)
    }

    fn send_within(
        &self,
        request: http::Request<Bytes>,
        limits: AttemptLimits,
    ) -> TransportFuture<'_> {
        (**self).send_within(request, limits)
    }

    fn enforces_limits(&self) -> bool {
        (**self).enforces_limits()
    }
}

impl<T: Transport + ?Sized> Transport for Box<T> {
    fn send(&self, request: http::Request<Bytes>) -> TransportFuture<'_> {
        (**self).send(request)
    }

    fn send_within(
        &self,
        request: http::Request<Bytes>,
        limits: AttemptLimits,
    ) -> TransportFuture<'_> {
        (**self).send_within(request, limits)
    }

    fn enforces_limits(&self) -> bool {
        (**self).enforces_limits()
    }
}

impl fmt::Debug for dyn Transport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Transport")
    }
}
