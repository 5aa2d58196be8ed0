use std::io;
use std::net::{IpAddr, SocketAddr};
use std::time::Duration;

use tokio::net::TcpStream;
use tokio::task::JoinSet;

use crate::{TransportError, TransportErrorKind};

/// How long one address may take before the next one is tried as well
/// ([RFC 8305](https://www.rfc-editor.org/rfc/rfc8305#section-5)).
const NEXT_ADDRESS: Duration = Duration::from_millis(250);

/// Opens TCP connections.
pub(super) struct Dialer {
    /// The addresses of hosts whose names are not looked up.
    pub(super) resolved: Vec<(String, Vec<IpAddr>)>,
}

impl Dialer {
    /// Connects to a host, at whichever of its addresses answers first.
    pub(super) async fn connect(&self, host: &str, port: u16) -> Result<TcpStream, TransportError> {
        let addresses = self.addresses(host, port).await;
        let addresses = addresses
            .map_err(|error| TransportError::with_source(TransportErrorKind::Connect, error))?;
        let stream = race(alternating(addresses)).await?;
        // Everything is written in one piece.
        let _ = stream.set_nodelay(true);
        Ok(stream)
    }

    async fn addresses(&self, host: &str, port: u16) -> io::Result<Vec<SocketAddr>> {
        let mut resolved = self.resolved.iter();
        if let Some((_, addresses)) = resolved.find(|(name, _)| name == host) {
            let addresses = addresses.iter();
            return Ok(addresses.map(|&address| (address, port).into()).collect());
        }
        // An IPv6 address stands in brackets.
        let host = host.trim_start_matches('[').trim_end_matches(']');
        Ok(tokio::net::lookup_host((host, port)).await?.collect())
    }
}

/// The addresses of both families in turn, so that a family that does not work costs
/// one step.
fn alternating(mut first: Vec<SocketAddr>) -> Vec<SocketAddr> {
    let Some(is_ipv6) = first.first().map(SocketAddr::is_ipv6) else {
        return first;
    };
    let second: Vec<_> = first
        .extract_if(.., |address| address.is_ipv6() != is_ipv6)
        .collect();
    let mut second = second.into_iter();
    let mut merged = Vec::new();
    for address in first {
        merged.push(address);
        merged.extend(second.next());
    }
    merged.extend(second);
    merged
}

async fn race(addresses: Vec<SocketAddr>) -> io::Result<TcpStream> {
    let mut addresses = addresses.into_iter();
    let mut attempts = JoinSet::new();
    let mut failure = io::Error::new(io::ErrorKind::AddrNotAvailable, "the host has no address");
    loop {
        let last = match addresses.next() {
            Some(address) => {
                attempts.spawn(TcpStream::connect(address));
                addresses.len() == 0
            }
            None => true,
        };
        let ended = if last {
            attempts.join_next().await
        } else {
            match tokio::time::timeout(NEXT_ADDRESS, attempts.join_next()).await {
                Ok(ended) => ended,
                Err(_) => continue,
            }
        };
        match ended {
            Some(Ok(Ok(stream))) => return Ok(stream),
            Some(Ok(Err(error))) => failure = error,
            Some(Err(error)) => failure = io::Error::other(error),
            None => return Err(failure),
        }
    }
}
