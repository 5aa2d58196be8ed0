use std::future::Future;
use std::mem;
use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Bytes;
use http::{HeaderMap, StatusCode};
use http_body::Body as _;

use crate::environment::Sleep;
use crate::transport::{Collected, ResponseBody, TransportFuture};
use crate::{TransportError, TransportErrorKind};

/// How one attempt ended.
pub(crate) enum Ended {
    /// A complete response; or an error status, with as much of its body as is allowed.
    Whole {
        status: StatusCode,
        headers: HeaderMap,
        body: Bytes,
    },
    /// A response with an incomplete body.
    Broken {
        status: StatusCode,
        headers: HeaderMap,
        body: Bytes,
        error: TransportError,
    },
    /// A success with a body over the limit. The rest was not read.
    TooLarge {
        status: StatusCode,
        headers: HeaderMap,
    },
    /// No response.
    Failed(TransportError),
}

impl Ended {
    /// Whether any part of the request can have been sent.
    pub(super) fn was_sent(&self) -> bool {
        match self {
            Self::Failed(error) => error.was_sent(),
            Self::Whole { .. } | Self::Broken { .. } | Self::TooLarge { .. } => true,
        }
    }
}

/// One request, and its response read up to the limit.
///
/// Written by hand, so that what has arrived is still there when the time runs out.
pub(super) struct Attempt<'a> {
    state: State<'a>,
    max_body_bytes: usize,
    /// Ends the attempt when it is ready first.
    timer: Option<Sleep>,
}

#[cfg_attr(
    feature = "default-transport",
    expect(
        clippy::large_enum_variant,
        reason = "every call comes to be of the largest size"
    )
)]
enum State<'a> {
    Sending(TransportFuture<'a>),
    Reading {
        status: StatusCode,
        headers: HeaderMap,
        body: ResponseBody,
        read: Collected,
    },
    Ended,
}

impl<'a> Attempt<'a> {
    pub(super) fn new(
        sending: TransportFuture<'a>,
        max_body_bytes: usize,
        timer: Option<Sleep>,
    ) -> Self {
        Self {
            state: State::Sending(sending),
            max_body_bytes,
            timer,
        }
    }

    fn break_off(&mut self, error: TransportError) -> Ended {
        match mem::replace(&mut self.state, State::Ended) {
            State::Reading {
                status,
                headers,
                read,
                ..
            } => Ended::Broken {
                status,
                headers,
                body: read.into_bytes(),
                error,
            },
            State::Sending(_) | State::Ended => Ended::Failed(error),
        }
    }

    fn too_large(&mut self) -> Ended {
        if let State::Reading { status, .. } = &self.state
            && !status.is_success()
        {
            // The status tells the error: what has arrived so far is enough.
            return self.finish();
        }
        match mem::replace(&mut self.state, State::Ended) {
            State::Reading {
                status, headers, ..
            } => Ended::TooLarge { status, headers },
            State::Sending(_) | State::Ended => Ended::Failed(TransportErrorKind::Other.into()),
        }
    }

    fn finish(&mut self) -> Ended {
        match mem::replace(&mut self.state, State::Ended) {
            State::Reading {
                status,
                headers,
                read,
                ..
            } => Ended::Whole {
                status,
                headers,
                body: read.into_bytes(),
            },
            State::Sending(_) | State::Ended => Ended::Failed(TransportErrorKind::Other.into()),
        }
    }
}

impl Attempt<'_> {
    fn poll_response(&mut self, cx: &mut Context<'_>) -> Poll<Ended> {
        loop {
            match &mut self.state {
                State::Sending(sending) => match std::task::ready!(sending.as_mut().poll(cx)) {
                    Ok(response) => {
                        let (head, body) = response.into_parts();
                        let too_large = body.size_hint().lower() > self.max_body_bytes as u64;
                        self.state = State::Reading {
                            status: head.status,
                            headers: head.headers,
                            body,
                            read: Collected::default(),
                        };
                        if too_large {
                            return Poll::Ready(self.too_large());
                        }
                    }
                    Err(error) => return Poll::Ready(self.break_off(error)),
                },
                State::Reading { body, read, .. } => {
                    match std::task::ready!(Pin::new(body).poll_frame(cx)) {
                        // Trailers are ignored.
                        Some(Ok(frame)) => {
                            if let Ok(data) = frame.into_data() {
                                if read.len().saturating_add(data.len()) > self.max_body_bytes {
                                    return Poll::Ready(self.too_large());
                                }
                                read.push(data);
                            }
                        }
                        Some(Err(error)) => return Poll::Ready(self.break_off(error)),
                        None => return Poll::Ready(self.finish()),
                    }
                }
                State::Ended => return Poll::Pending,
            }
        }
    }
}

impl Future for Attempt<'_> {
    type Output = Ended;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Ended> {
        let this = self.get_mut();
        // The response first: one that arrived in time counts.
        if let Poll::Ready(ended) = this.poll_response(cx) {
            return Poll::Ready(ended);
        }
        match &mut this.timer {
            Some(timer) => timer
                .as_mut()
                .poll(cx)
                .map(|()| this.break_off(TransportErrorKind::Timeout.into())),
            None => Poll::Pending,
        }
    }
}
