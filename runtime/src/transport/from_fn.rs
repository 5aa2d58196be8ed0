use std::fmt;
use std::future::Future;

use bytes::Bytes;

use super::{ResponseBody, Transport, TransportError, TransportFuture};

/// A transport made of a closure; see [`from_fn`].
#[derive(Clone)]
pub struct FromFn<F>(F);

/// Makes a transport of a closure: handy in tests.
///
/// ```
/// use stripe_runtime::{Client, transport};
///
/// let client = Client::builder("sk_test_123")
///     .transport(transport::from_fn(|request| async move {
///         assert_eq!(request.method(), "GET");
///         Ok(http::Response::new(r#"{"id":"vs_1"}"#.into()))
///     }))
///     .build()?;
/// # Ok::<(), stripe_runtime::Error>(())
/// ```
pub fn from_fn<F, R>(send: F) -> FromFn<F>
where
    F: Fn(http::Request<Bytes>) -> R + Send + Sync + 'static,
    R: Future<Output = Result<http::Response<ResponseBody>, TransportError>> + Send + 'static,
{
    FromFn(send)
}

impl<F, R> Transport for FromFn<F>
where
    F: Fn(http::Request<Bytes>) -> R + Send + Sync + 'static,
    R: Future<Output = Result<http::Response<ResponseBody>, TransportError>> + Send + 'static,
{
    fn send(&self, request: http::Request<Bytes>) -> TransportFuture<'_> {
        Box::pin((self.0)(request))
    }
}

impl<F> fmt::Debug for FromFn<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FromFn").finish_non_exhaustive()
    }
}
