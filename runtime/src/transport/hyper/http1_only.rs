//! Takes the place of `http2` without that feature: every connection speaks HTTP/1.1.

use std::convert::Infallible;
use std::error::Error as StdError;
use std::future::Ready;

use http::Request;
use tokio_rustls::client::TlsStream;

use super::connection::{Answered, Connection, RequestBody, Stream};
use crate::TransportError;

pub(super) const PROTOCOLS: &[&[u8]] = &[b"http/1.1"];

/// There is none.
#[derive(Clone)]
pub(super) struct Shared(Infallible);

impl Shared {
    pub(super) fn send(&mut self, _request: Request<RequestBody>) -> Ready<Answered> {
        match self.0 {}
    }

    pub(super) fn is_closed(&self) -> bool {
        match self.0 {}
    }

    pub(super) fn is_idle(&self) -> bool {
        match self.0 {}
    }

    pub(super) fn is(&self, _other: &Self) -> bool {
        match self.0 {}
    }
}

pub(super) async fn negotiated(stream: TlsStream<Stream>) -> Result<Connection, TransportError> {
    Connection::http1(Box::new(stream)).await
}

pub(super) fn go_away(_error: &(dyn StdError + 'static)) -> Option<Infallible> {
    None
}

pub(super) fn resends(_error: &(dyn StdError + 'static)) -> u32 {
    0
}

pub(super) fn is_reset(_error: &(dyn StdError + 'static)) -> bool {
    false
}
