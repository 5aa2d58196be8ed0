use std::time::Duration;

use http::Uri;
use http::uri::Scheme;
use rustls::pki_types::ServerName;
use tokio_rustls::TlsConnector;

use super::connection::{Connection, Stream};
#[cfg(feature = "proxy")]
use super::proxy::{self, Proxies};
use super::tcp::Dialer;
use super::{failure, http2};
use crate::{TransportError, TransportErrorKind};

/// Opens connections: through a proxy if the environment asks for one, with TLS,
/// within the connect timeout.
pub(super) struct Connector {
    pub(super) dialer: Dialer,
    pub(super) tls: TlsConnector,
    #[cfg(feature = "proxy")]
    pub(super) proxies: Option<Proxies>,
    pub(super) timeout: Duration,
}

impl Connector {
    /// Connects to the host of a URL.
    pub(super) async fn connect(&self, uri: &Uri) -> Result<Connection, TransportError> {
        // Boxed, so that a request for which there is a connection is small.
        let connecting = Box::pin(tokio::time::timeout(self.timeout, self.open(uri)));
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
        if uri.scheme() != Some(&Scheme::HTTPS) {
            let port = uri.port_u16().unwrap_or(80);
            let stream = self.dialer.connect(host(uri), port).await?;
            return Connection::http1(Box::new(stream)).await;
        }
        let stream = self.tcp(uri).await?;
        let name = ServerName::try_from(host(uri).trim_start_matches('[').trim_end_matches(']'))
            .map_err(|error| TransportError::with_source(TransportErrorKind::Tls, error))?
            .to_owned();
        let stream = self
            .tls
            .connect(name, stream)
            .await
            .map_err(|error| failure::failed(error, TransportErrorKind::Connect))?;
        http2::negotiated(stream).await
    }

    /// Connects to the host of an `https` URL, without TLS.
    async fn tcp(&self, uri: &Uri) -> Result<Stream, TransportError> {
        let (host, port) = (host(uri), uri.port_u16().unwrap_or(443));
        #[cfg(feature = "proxy")]
        if let Some(proxies) = &self.proxies
            && let Some(proxy) = proxies.proxy(uri)?
        {
            return proxy::connect(&self.dialer, proxy, host, port).await;
        }
        Ok(Box::new(self.dialer.connect(host, port).await?))
    }
}

fn host(uri: &Uri) -> &str {
    uri.host().unwrap_or_default()
}
