//! The blocking transport, on ureq.

use std::error::Error as StdError;
use std::fmt;
use std::io::Read;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use ::ureq::config::AutoHeaderValue;
use ::ureq::tls::{Certificate, RootCerts, TlsConfig};
use ::ureq::{Agent, BodyReader};
use bytes::Bytes;
use http_body::{Body, Frame, SizeHint};

use super::error::of_io;
use super::roots::Roots;
use super::{
    AttemptTimeout, ResponseBody, Transport, TransportError, TransportErrorKind, TransportFuture,
};
use crate::{Error, InvalidArgument};

const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);
const CHUNK: usize = 16 * 1024;

/// The transport of a [`BlockingClient`](crate::BlockingClient):
/// [ureq](https://docs.rs/ureq) with a connection pool, rustls with the
/// platform's certificate verifier, and proxies from the environment. HTTP/1.1
/// only. Its futures block, and are ready when first polled: not for use with
/// [`Client`](crate::Client).
#[derive(Clone)]
pub struct UreqTransport {
    agent: Agent,
}

/// The settings of a [`UreqTransport`].
#[must_use = "a transport is made by `build`"]
pub struct UreqTransportBuilder {
    connect_timeout: Duration,
    roots: Option<Roots>,
    proxies: bool,
}

impl UreqTransport {
    /// The default settings, to be changed.
    pub fn builder() -> UreqTransportBuilder {
        UreqTransportBuilder {
            connect_timeout: CONNECT_TIMEOUT,
            roots: None,
            proxies: true,
        }
    }
}

impl UreqTransportBuilder {
    /// How long connecting may take: 10 seconds by default; more than zero.
    pub fn connect_timeout(mut self, timeout: Duration) -> Self {
        self.connect_timeout = timeout;
        self
    }

    /// Trusts these certificates (PEM, any number) *instead of* the
    /// platform's.
    pub fn only_root_certificates_pem(mut self, pem: impl AsRef<[u8]>) -> Self {
        self.roots.get_or_insert_default().add_pem(pem.as_ref());
        self
    }

    /// Uses no proxy, whatever the environment says.
    pub fn no_proxy(mut self) -> Self {
        self.proxies = false;
        self
    }

    /// Makes the transport. Nothing is connected yet.
    ///
    /// # Errors
    ///
    /// The timeout is zero, or a certificate cannot be read.
    pub fn build(self) -> Result<UreqTransport, Error> {
        if self.connect_timeout.is_zero() {
            return Err(InvalidArgument::new("connect_timeout", "must be more than zero").into());
        }
        let roots = match &self.roots {
            None => RootCerts::PlatformVerifier,
            Some(roots) => {
                let certificates: Vec<_> = roots
                    .certificates()?
                    .iter()
                    .map(|certificate| Certificate::from_der(certificate).to_owned())
                    .collect();
                RootCerts::new_with_certs(&certificates)
            }
        };
        let tls = TlsConfig::builder()
            .root_certs(roots)
            .unversioned_rustls_crypto_provider(Arc::new(rustls::crypto::ring::default_provider()))
            .build();
        let mut config = Agent::config_builder()
            .tls_config(tls)
            // ureq asks for compression where another crate of the build has it do so.
            .accept_encoding(AutoHeaderValue::None)
            .timeout_connect(Some(self.connect_timeout))
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .no_delay(true);
        if !self.proxies {
            config = config.proxy(None);
        }
        Ok(UreqTransport {
            agent: config.build().new_agent(),
        })
    }
}

impl fmt::Debug for UreqTransport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("UreqTransport").finish_non_exhaustive()
    }
}

impl fmt::Debug for UreqTransportBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("UreqTransportBuilder")
            .field("connect_timeout", &self.connect_timeout)
            .field("proxies", &self.proxies)
            .finish_non_exhaustive()
    }
}

impl UreqTransport {
    fn exchange(
        &self,
        request: http::Request<Bytes>,
    ) -> Result<http::Response<ResponseBody>, TransportError> {
        let timeout = request
            .extensions()
            .get::<AttemptTimeout>()
            .map(|timeout| timeout.0);
        // Plain http goes to loopback only, where no proxy belongs.
        let plain = request.uri().scheme_str() == Some("http");
        let (head, body) = request.into_parts();
        let response = if head.method == http::Method::POST {
            let request = http::Request::from_parts(head, body.to_vec());
            let mut config = self
                .agent
                .configure_request(request)
                .timeout_global(timeout);
            if plain {
                config = config.proxy(None);
            }
            self.agent.run(config.build())
        } else {
            let request = http::Request::from_parts(head, ());
            let mut config = self
                .agent
                .configure_request(request)
                .timeout_global(timeout);
            if plain {
                config = config.proxy(None);
            }
            self.agent.run(config.build())
        };
        let response = response.map_err(of_ureq)?;
        Ok(response.map(|body| {
            let length = body.content_length();
            ResponseBody::new(ReaderBody {
                reader: body.into_reader(),
                length,
                ended: false,
            })
        }))
    }
}

impl Transport for UreqTransport {
    fn send(&self, request: http::Request<Bytes>) -> TransportFuture<'_> {
        Box::pin(async move { self.exchange(request) })
    }
}

/// A body that is read by blocking.
struct ReaderBody {
    reader: BodyReader<'static>,
    length: Option<u64>,
    ended: bool,
}

impl Body for ReaderBody {
    type Data = Bytes;
    type Error = TransportError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, TransportError>>> {
        if self.ended {
            return Poll::Ready(None);
        }
        let mut chunk = vec![0; CHUNK];
        match self.reader.read(&mut chunk) {
            Ok(0) => {
                self.ended = true;
                Poll::Ready(None)
            }
            Ok(read) => {
                chunk.truncate(read);
                Poll::Ready(Some(Ok(Frame::data(chunk.into()))))
            }
            Err(error) => {
                self.ended = true;
                let mut error = of_ureq(error.into());
                // What is no failure of the connection is one of the body's form.
                if error.kind() == TransportErrorKind::Other {
                    error = TransportError::with_source(TransportErrorKind::Protocol, error);
                }
                Poll::Ready(Some(Err(error)))
            }
        }
    }

    fn is_end_stream(&self) -> bool {
        self.ended
    }

    fn size_hint(&self) -> SizeHint {
        self.length
            .map_or_else(SizeHint::default, SizeHint::with_exact)
    }
}

fn of_ureq(error: ::ureq::Error) -> TransportError {
    use ::ureq::Error;
    let kind = match &error {
        Error::Io(io) if is_tls(io) => TransportErrorKind::Tls,
        Error::Io(io) => of_io(io),
        Error::Timeout(_) => TransportErrorKind::Timeout,
        Error::HostNotFound | Error::ConnectionFailed | Error::ConnectProxyFailed(_) => {
            TransportErrorKind::Connect
        }
        Error::Tls(_) | Error::Rustls(_) | Error::Pem(_) => TransportErrorKind::Tls,
        Error::BadUri(_) | Error::Http(_) | Error::InvalidProxyUrl => {
            TransportErrorKind::InvalidRequest
        }
        Error::Protocol(_) | Error::LargeResponseHeader(..) => TransportErrorKind::Protocol,
        _ => TransportErrorKind::Other,
    };
    TransportError::with_source(kind, error)
}

/// rustls hides in an I/O error while the handshake goes on.
fn is_tls(io: &std::io::Error) -> bool {
    let mut next: Option<&(dyn StdError + 'static)> = match io.get_ref() {
        Some(inner) => Some(inner),
        None => None,
    };
    while let Some(error) = next {
        if error.is::<rustls::Error>() {
            return true;
        }
        next = match error
            .downcast_ref::<std::io::Error>()
            .and_then(std::io::Error::get_ref)
        {
            Some(inner) => Some(inner),
            None => error.source(),
        };
    }
    false
}
