use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use ::hyper::body::{Body, Incoming, SizeHint};
use bytes::Bytes;
use http::{Request, Response};
use tokio::sync::SemaphorePermit;
use tokio::time::{Instant, timeout_at};

use super::connection::{Answered, Connection, Unanswered};
use super::pool::{Host, Taken};
use super::{Exchanged, failure, http2};
use crate::transport::body::Received;
use crate::transport::{AttemptLimits, Collected, ResponseBody};
use crate::{TransportError, TransportErrorKind};

/// Sends a request when its turn comes, and receives the whole response, within the limits.
///
/// Not an `async fn`, which would hold the request twice.
pub(super) fn exchange(
    host: Arc<Host>,
    request: Request<Bytes>,
    limits: AttemptLimits,
) -> impl Future<Output = Exchanged> + Send {
    let mut exchange = Exchange::new(request);
    async move {
        let deadline = limits.deadline.and_then(after);
        let _place = turn(&host, deadline).await?;
        let until = [after(limits.timeout), deadline]
            .into_iter()
            .flatten()
            .min();
        let conversing = exchange.converse(&host, limits.max_body_bytes);
        let ended = match until {
            None => Ok(conversing.await),
            Some(until) => timeout_at(until, conversing).await,
        };
        let result = ended.unwrap_or_else(|_| {
            exchange.retire(&host);
            Err(TransportErrorKind::Timeout.into())
        });
        exchange.ended(result)
    }
}

/// The moment in which so much time has passed; none if that is never.
fn after(duration: Duration) -> Option<Instant> {
    Instant::now().checked_add(duration)
}

async fn turn(
    host: &Host,
    deadline: Option<Instant>,
) -> Result<SemaphorePermit<'_>, TransportError> {
    if let Ok(place) = host.places.try_acquire() {
        return Ok(place);
    }
    let place = match deadline {
        None => host.places.acquire().await,
        Some(deadline) => timeout_at(deadline, host.places.acquire())
            .await
            .map_err(|_| {
                let source = "the deadline passed before the request's turn came";
                TransportError::with_source(TransportErrorKind::Timeout, source).with_sent(false)
            })?,
    };
    // Never closed.
    place.map_err(|closed| TransportError::with_source(TransportErrorKind::Other, closed))
}

/// One request, and what has come of it so far.
struct Exchange {
    request: Request<Bytes>,
    /// When it was given to a connection.
    sent: Option<Instant>,
    /// The connection that it was given to.
    connection: Option<Connection>,
    response: Option<Response<()>>,
    size: SizeHint,
    body: Collected,
}

impl Exchange {
    fn new(request: Request<Bytes>) -> Self {
        Self {
            request,
            sent: None,
            connection: None,
            response: None,
            size: SizeHint::default(),
            body: Collected::default(),
        }
    }

    /// Sends the request, again if it certainly was not acted on, and receives the response.
    async fn converse(
        &mut self,
        host: &Arc<Host>,
        max_body_bytes: usize,
    ) -> Result<(), TransportError> {
        let mut resent = 0;
        loop {
            let Taken {
                connection,
                is_new,
                at,
            } = host.connection().await?;
            let sent_before = self.sent.replace(at);
            let connection = self.connection.insert(connection);
            let answered = connection.send(&mut self.request, &host.header).await;
            let Unanswered { was_sent, error } = match self.head(answered) {
                Ok(body) => return self.receive(host, body, max_body_bytes).await,
                Err(unanswered) => unanswered,
            };
            let may_resend = if was_sent {
                resent < http2::resends(&error)
            } else {
                self.sent = sent_before;
                !is_new
            };
            let error = self.failed(host, error);
            if !may_resend {
                return Err(error);
            }
            resent += u32::from(was_sent);
        }
    }

    /// Takes note of the response, whose body is still to be received.
    fn head(&mut self, answered: Answered) -> Result<Incoming, Unanswered> {
        let response = answered.map_err(|error| Unanswered::new(error, &mut self.request))?;
        let (head, body) = response.into_parts();
        self.size = body.size_hint();
        self.response = Some(Response::from_parts(head, ()));
        Ok(body)
    }

    /// Receives no more of a body than is allowed.
    async fn receive(
        &mut self,
        host: &Arc<Host>,
        mut body: Incoming,
        max_body_bytes: usize,
    ) -> Result<(), TransportError> {
        // The client refuses what is longer.
        while self.size.lower() <= max_body_bytes as u64 && self.body.len() <= max_body_bytes {
            let Some(frame) = poll_fn(|cx| Pin::new(&mut body).poll_frame(cx)).await else {
                self.give_back(host).await;
                return Ok(());
            };
            let frame = frame.map_err(|error| self.failed(host, error))?;
            // Trailers are ignored.
            if let Ok(piece) = frame.into_data() {
                self.body.push(piece);
            }
        }
        Ok(())
    }

    /// What has come of it: a response, if its head arrived.
    fn ended(self, result: Result<(), TransportError>) -> Exchanged {
        let Some(response) = self.response else {
            let error = result.err();
            let error = error.unwrap_or_else(|| TransportErrorKind::Other.into());
            return Err(error.with_sent(self.sent.is_some()));
        };
        let bytes = self.body.into_bytes();
        let received = Received {
            bytes: (!bytes.is_empty()).then_some(bytes),
            error: result.err(),
            size: self.size,
        };
        Ok(response.map(|()| ResponseBody::received(received)))
    }

    /// Uses no connection any more that has been silent for as long as this request.
    fn retire(&self, host: &Host) {
        if let Some(sent) = self.sent {
            host.retire_silent(sent);
        }
        if let Some(silent) = &self.connection {
            host.retire(silent);
        }
    }

    /// Tells how the connection failed, which is used no more unless only this request failed.
    fn failed(&self, host: &Host, error: ::hyper::Error) -> TransportError {
        if let Some(connection) = &self.connection
            && !http2::is_reset(&error)
        {
            host.retire(connection);
        }
        failure::failed(error, TransportErrorKind::Closed)
    }

    /// Gives the connection back to the pool.
    async fn give_back(&mut self, host: &Arc<Host>) {
        if let Some(Connection::Http1(sender)) = self.connection.take() {
            if !sender.is_ready() {
                // Its task is about to see the end of the response.
                tokio::task::yield_now().await;
            }
            if sender.is_ready() {
                host.put(Connection::Http1(sender));
            }
        }
    }
}
