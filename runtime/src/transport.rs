//! How requests reach Stripe: the [`Transport`] trait and what it speaks.

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
#[cfg(any(feature = "default-transport", feature = "blocking"))]
mod roots;
#[cfg(feature = "blocking")]
mod ureq;

pub use body::ResponseBody;
pub use error::{TransportError, TransportErrorKind};
pub use from_fn::{FromFn, from_fn};
#[cfg(feature = "default-transport")]
pub use hyper::{HyperTransport, HyperTransportBuilder};
#[cfg(feature = "blocking")]
pub use ureq::{UreqTransport, UreqTransportBuilder};

/// What [`Transport::send`] gives.
pub type TransportFuture<'a> =
    Pin<Box<dyn Future<Output = Result<http::Response<ResponseBody>, TransportError>> + Send + 'a>>;

/// Sends one HTTP request and gives the response as it comes.
///
/// The client does the rest, for every transport alike: headers, retries,
/// timeouts over headers and body, the limit on the body's size. A transport
/// should therefore do none of these, and must not follow redirects.
///
/// Bring your own to use another HTTP library, to send through something
/// unusual, or to test without a network; [`from_fn`] makes one of a closure.
///
/// Under a `BlockingClient` a request carries its [`AttemptTimeout`] as an
/// extension, since a transport that blocks cannot be stopped from outside.
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
    /// Sends a request. Dropping the future gives the request up.
    fn send(&self, request: http::Request<Bytes>) -> TransportFuture<'_>;
}

impl<T: Transport + ?Sized> Transport for Arc<T> {
    fn send(&self, request: http::Request<Bytes>) -> TransportFuture<'_> {
        (**self).send(request)
    }
}

impl<T: Transport + ?Sized> Transport for Box<T> {
    fn send(&self, request: http::Request<Bytes>) -> TransportFuture<'_> {
        (**self).send(request)
    }
}

impl fmt::Debug for dyn Transport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Transport")
    }
}

/// How long the request's attempt may take in all, headers and body.
///
/// Found in [`http::Request::extensions`] under a `BlockingClient`, where the
/// transport has to enforce it. The asynchronous client does so by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AttemptTimeout(pub Duration);
