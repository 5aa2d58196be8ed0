//! A transport that counts what goes through it.

use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::task::{Context, Poll};

use http_body::{Body, Frame, SizeHint};
use stripe_identity::Transport;
use stripe_identity::bytes::Bytes;
use stripe_identity::http::Request;
use stripe_identity::transport::{ResponseBody, TransportError, TransportFuture};

/// A transport, and how many bytes of bodies were read through it.
#[derive(Debug)]
pub(crate) struct Probe<T> {
    inner: T,
    read: Arc<AtomicUsize>,
}

impl<T> Probe<T> {
    /// Counts into `read`.
    pub(crate) fn new(inner: T, read: Arc<AtomicUsize>) -> Self {
        Self { inner, read }
    }
}

impl<T: Transport> Transport for Probe<T> {
    fn send(&self, request: Request<Bytes>) -> TransportFuture<'_> {
        let sending = self.inner.send(request);
        let read = Arc::clone(&self.read);
        Box::pin(async move {
            let response = sending.await?;
            Ok(response.map(|body| ResponseBody::new(Counted { body, read })))
        })
    }

    fn enforces_limits(&self) -> bool {
        self.inner.enforces_limits()
    }
}

struct Counted {
    body: ResponseBody,
    read: Arc<AtomicUsize>,
}

impl Body for Counted {
    type Data = Bytes;
    type Error = TransportError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, TransportError>>> {
        let next = Pin::new(&mut self.body).poll_frame(cx);
        if let Poll::Ready(Some(Ok(frame))) = &next {
            let bytes = frame.data_ref().map_or(0, Bytes::len);
            self.read.fetch_add(bytes, Ordering::Relaxed);
        }
        next
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}
