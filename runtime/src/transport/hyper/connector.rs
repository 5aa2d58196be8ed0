use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;

use http::Uri;
use http::uri::Scheme;
use rustls::pki_types::ServerName;
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;

use super::connection::Connection;
use super::failure;
use super::proxy::{self, Proxies};
use super::tcp::Dialer;
use crate::{TransportError, TransportErrorKind};

/// Opens connections: through a proxy if the environment asks for one, with TLS,
/// within the connect timeout.
pub(super) struct Connector {
    dialer: Dialer,
    tls: TlsConnector,
    proxies: Option<Proxies>,
    timeout: Duration,
}

impl Connector {
    pub(super) fn new(
        mut tls: rustls::ClientConfig,
        timeout: Duration,
        proxies: bool,
        resolved: Vec<(String, Vec<IpAddr>)>,
    ) -> Self {
        tls.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
        Self {
            dialer: Dialer { resolved },
            tls: TlsConnector::from(Arc::new(tls)),
            proxies: proxies.then(Proxies::from_environment),
            timeout,
        }
    }

    /// Connects to the host of a URL.
    pub(super) async fn connect(&self, uri: &Uri) -> Result<Connection, TransportError> {
        let connecting = tokio::time::timeout(self.timeout, self.open(uri));
        let connected = connecting.await.unwrap_or_else(|_| {
            let source = "connecting took too long";
            Err(TransportError::with_source(
                TransportErrorKind::Timeout,
                source,
            ))
        });
        connected.map_err(|error| error.with_sent(false))
    }

    async fn open(&self, uri: &Uri) -> Result<Connection, TransportError> {
        let host = uri.host().unwrap_or_default();
        if uri.scheme() != Some(&Scheme::HTTPS) {
            let stream = self
                .dialer
                .connect(host, uri.port_u16().unwrap_or(80))
                .await?;
            return Connection::http1(stream).await;
        }
        let stream = self.tcp(uri, host, uri.port_u16().unwrap_or(443)).await?;
        let name = ServerName::try_from(host.trim_start_matches('[').trim_end_matches(']'))
            .map_err(|error| TransportError::with_source(TransportErrorKind::Tls, error))?
            .to_owned();
        let stream = self
            .tls
            .connect(name, stream)
            .await
            .map_err(|error| failure::failed(error, TransportErrorKind::Connect))?;
        if stream.get_ref().1.alpn_protocol() == Some(b"h2") {
            Connection::http2(stream).await
        } else {
            Connection::http1(stream).await
        }
    }

    async fn tcp(&self, uri: &Uri, host: &str, port: u16) -> Result<TcpStream, TransportError> {
        let proxies = self.proxies.as_ref();
        match proxies
            .map(|proxies| proxies.proxy(uri))
            .transpose()?
            .flatten()
        {
            Some(proxy) => proxy::connect(&self.dialer, proxy, host, port).await,
            None => self.dialer.connect(host, port).await,
        }
    }
}
