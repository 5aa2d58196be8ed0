use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::{Bytes, BytesMut};
use http_body::{Body, Frame, SizeHint};

use super::TransportError;

/// The body of a response.
///
/// Made from text or bytes, or from any [`Body`] with [`ResponseBody::new`].
pub struct ResponseBody {
    inner: Inner,
}

enum Inner {
    Whole(Option<Bytes>),
    Stream(Pin<Box<dyn Body<Data = Bytes, Error = TransportError> + Send>>),
    #[cfg(feature = "default-transport")]
    Received(Received),
}

/// A body that has been read, as far as it arrived.
#[cfg(feature = "default-transport")]
pub(super) struct Received {
    pub(super) bytes: Option<Bytes>,
    /// Why there is no more, unless the body is complete.
    pub(super) error: Option<TransportError>,
    /// What the response said about its size.
    pub(super) size: SizeHint,
}

/// What has been read of a body. Most bodies arrive in one piece, which is not copied.
#[derive(Default)]
pub(crate) enum Collected {
    #[default]
    Nothing,
    Piece(Bytes),
    Pieces(BytesMut),
}

impl Collected {
    pub(crate) fn len(&self) -> usize {
        match self {
            Self::Nothing => 0,
            Self::Piece(piece) => piece.len(),
            Self::Pieces(pieces) => pieces.len(),
        }
    }

    pub(crate) fn push(&mut self, next: Bytes) {
        match self {
            Self::Nothing => *self = Self::Piece(next),
            Self::Piece(first) => {
                let mut pieces = BytesMut::with_capacity((first.len() + next.len()) * 2);
                pieces.extend_from_slice(first);
                pieces.extend_from_slice(&next);
                *self = Self::Pieces(pieces);
            }
            Self::Pieces(pieces) => pieces.extend_from_slice(&next),
        }
    }

    pub(crate) fn into_bytes(self) -> Bytes {
        match self {
            Self::Nothing => Bytes::new(),
            Self::Piece(piece) => piece,
            Self::Pieces(pieces) => pieces.freeze(),
        }
    }
}

impl ResponseBody {
    /// Wraps a body that streams.
    pub fn new<B>(body: B) -> Self
    where
        B: Body<Data = Bytes, Error = TransportError> + Send + 'static,
    {
        Self {
            inner: Inner::Stream(Box::pin(body)),
        }
    }

    #[cfg(feature = "default-transport")]
    pub(super) fn received(received: Received) -> Self {
        Self {
            inner: Inner::Received(received),
        }
    }
}

impl Body for ResponseBody {
    type Data = Bytes;
    type Error = TransportError;

    fn poll_frame(
        self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, TransportError>>> {
        match &mut self.get_mut().inner {
            Inner::Whole(bytes) => Poll::Ready(bytes.take().map(|bytes| Ok(Frame::data(bytes)))),
            Inner::Stream(body) => body.as_mut().poll_frame(cx),
            #[cfg(feature = "default-transport")]
            Inner::Received(body) => Poll::Ready(match body.bytes.take() {
                Some(bytes) => Some(Ok(Frame::data(bytes))),
                None => body.error.take().map(Err),
            }),
        }
    }

    fn is_end_stream(&self) -> bool {
        match &self.inner {
            Inner::Whole(bytes) => bytes.is_none(),
            Inner::Stream(body) => body.is_end_stream(),
            #[cfg(feature = "default-transport")]
            Inner::Received(body) => body.bytes.is_none() && body.error.is_none(),
        }
    }

    fn size_hint(&self) -> SizeHint {
        match &self.inner {
            Inner::Whole(bytes) => {
                SizeHint::with_exact(bytes.as_ref().map_or(0, |bytes| bytes.len() as u64))
            }
            Inner::Stream(body) => body.size_hint(),
            #[cfg(feature = "default-transport")]
            Inner::Received(body) => body.size,
        }
    }
}

impl From<Bytes> for ResponseBody {
    fn from(bytes: Bytes) -> Self {
        Self {
            inner: Inner::Whole((!bytes.is_empty()).then_some(bytes)),
        }
    }
}

impl From<Vec<u8>> for ResponseBody {
    fn from(bytes: Vec<u8>) -> Self {
        Bytes::from(bytes).into()
    }
}

impl From<String> for ResponseBody {
    fn from(text: String) -> Self {
        Bytes::from(text).into()
    }
}

impl From<&'static str> for ResponseBody {
    fn from(text: &'static str) -> Self {
        Bytes::from_static(text.as_bytes()).into()
    }
}

impl fmt::Debug for ResponseBody {
    /// Shows nothing of the body.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ResponseBody").finish_non_exhaustive()
    }
}
