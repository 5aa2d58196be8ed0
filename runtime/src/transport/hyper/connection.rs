use std::convert::Infallible;
use std::mem;
use std::pin::Pin;
use std::task::{Context, Poll};

use ::hyper::body::{Body, Frame, Incoming, SizeHint};
use ::hyper::client::conn::{TrySendError, http1};
use bytes::Bytes;
use http::header::HOST;
use http::{HeaderMap, HeaderValue, Request, Response, Uri};
use hyper_util::rt::TokioIo;
use tokio::io::{AsyncRead, AsyncWrite};

use super::http2::Shared;
use super::{failure, spawn};
use crate::{TransportError, TransportErrorKind};

/// What a connection is spoken over.
pub(super) trait Io: AsyncRead + AsyncWrite + Send + Unpin {}

impl<T: AsyncRead + AsyncWrite + Send + Unpin> Io for T {}

/// Of one type, so that HTTP is compiled once.
pub(super) type Stream = Box<dyn Io>;

/// An open connection, driven by a task of the runtime that opened it.
pub(super) enum Connection {
    /// For one request at a time.
    Http1(http1::SendRequest<RequestBody>),
    /// For any number of requests.
    Http2(Shared),
}

impl Connection {
    pub(super) async fn http1(stream: Stream) -> Result<Self, TransportError> {
        let (mut sender, connection) = http1::handshake(TokioIo::new(stream))
            .await
            .map_err(failed)?;
        // Its error is that of the request, too.
        spawn(async { drop(connection.await) });
        // The pool takes a connection that is not ready for one that is closed.
        sender.ready().await.map_err(failed)?;
        Ok(Self::Http1(sender))
    }

    /// Sends a request and waits for the head of the response.
    ///
    /// HTTP/1.1 takes the headers out of the request, and gives them back with an [`Unanswered`].
    pub(super) async fn send(
        &mut self,
        request: &mut Request<Bytes>,
        host: &HeaderValue,
    ) -> Answered {
        match self {
            Self::Http1(sender) => sender.try_send_request(http1_request(request, host)).await,
            Self::Http2(shared) => shared.send(http2_request(request)).await,
        }
    }
}

/// The head of a response, or the request if no part of it was sent.
pub(super) type Answered = Result<Response<Incoming>, TrySendError<Request<RequestBody>>>;

// Functions of their own, since `send` would hold the request while it waits.
fn http1_request(request: &mut Request<Bytes>, host: &HeaderValue) -> Request<RequestBody> {
    let mut headers = mem::take(request.headers_mut());
    headers.insert(HOST, host.clone());
    with_headers(headers, request, origin_form(request.uri()))
}

/// Of a request that was sent, only HTTP/2 can tell that it was not acted on, and so may be sent again.
fn http2_request(request: &Request<Bytes>) -> Request<RequestBody> {
    let mut sent = with_headers(request.headers().clone(), request, request.uri().clone());
    *sent.version_mut() = http::Version::HTTP_2;
    sent
}

fn with_headers(headers: HeaderMap, request: &Request<Bytes>, uri: Uri) -> Request<RequestBody> {
    let mut sent = Request::new(RequestBody::new(request.body().clone()));
    *sent.method_mut() = request.method().clone();
    *sent.uri_mut() = uri;
    *sent.headers_mut() = headers;
    sent
}

/// A request without a response.
pub(super) struct Unanswered {
    /// Whether any part of it can have been sent.
    pub(super) was_sent: bool,
    pub(super) error: ::hyper::Error,
}

impl Unanswered {
    /// Gives the headers back to a request that was not sent.
    pub(super) fn new(
        mut error: TrySendError<Request<RequestBody>>,
        request: &mut Request<Bytes>,
    ) -> Self {
        let unsent = error.take_message();
        let was_sent = unsent.is_none();
        if let Some(unsent) = unsent {
            *request.headers_mut() = unsent.into_parts().0.headers;
        }
        Self {
            was_sent,
            error: error.into_error(),
        }
    }
}

pub(super) fn failed(error: ::hyper::Error) -> TransportError {
    failure::failed(error, TransportErrorKind::Connect)
}

/// The path and query alone, as HTTP/1.1 has it.
fn origin_form(uri: &Uri) -> Uri {
    uri.path_and_query()
        .map_or_else(Uri::default, |path| Uri::from(path.clone()))
}

/// The body of a request: one piece of a known size.
pub(super) struct RequestBody(Option<Bytes>);

impl RequestBody {
    pub(super) fn new(bytes: Bytes) -> Self {
        Self((!bytes.is_empty()).then_some(bytes))
    }
}

impl Body for RequestBody {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        Poll::Ready(self.0.take().map(|bytes| Ok(Frame::data(bytes))))
    }

    fn is_end_stream(&self) -> bool {
        self.0.is_none()
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.0.as_ref().map_or(0, |bytes| bytes.len() as u64))
    }
}
