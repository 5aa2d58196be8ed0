use std::error::Error;
use std::fmt;
use std::sync::Arc;

/// How a transport failed: a class, which decides whether the call is retried,
/// whether anything was sent, and the underlying error.
///
/// ```
/// use stripe_runtime::{TransportError, TransportErrorKind};
///
/// let lost = std::io::Error::from(std::io::ErrorKind::ConnectionReset);
/// assert_eq!(TransportError::from(lost).kind(), TransportErrorKind::Reset);
///
/// let slow = TransportError::new(TransportErrorKind::Timeout);
/// assert_eq!(slow.to_string(), "no complete response in time");
/// assert!(slow.was_sent());
/// ```
#[derive(Debug, Clone)]
pub struct TransportError {
    kind: TransportErrorKind,
    source: Option<Arc<dyn Error + Send + Sync>>,
    sent: bool,
}

/// The class of a [`TransportError`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TransportErrorKind {
    /// No connection could be established: an unknown host, no route, an error
    /// of the proxy. Retried.
    Connect,
    /// The connection was refused. Retried.
    Refused,
    /// The connection was reset. Retried.
    Reset,
    /// The connection was closed before or during the response. Retried.
    Closed,
    /// The time ran out. Retried, unless the call's deadline has passed.
    Timeout,
    /// TLS failed, most likely because of the server's certificate. Not retried.
    Tls,
    /// The transport refused to send the request. Not retried.
    InvalidRequest,
    /// The response is not HTTP. Not retried.
    Protocol,
    /// Anything else. Not retried.
    Other,
}

impl TransportErrorKind {
    /// Whether a retry may help.
    pub(crate) fn is_transient(self) -> bool {
        match self {
            Self::Connect | Self::Refused | Self::Reset | Self::Closed | Self::Timeout => true,
            Self::Tls | Self::InvalidRequest | Self::Protocol | Self::Other => false,
        }
    }

    /// Whether the request may have been sent, if the transport does not say.
    const fn may_be_sent(self) -> bool {
        !matches!(
            self,
            Self::Connect | Self::Refused | Self::Tls | Self::InvalidRequest
        )
    }
}

impl TransportError {
    /// An error of this class. Unless [told otherwise](Self::with_sent), nothing was
    /// sent if the class is `Connect`, `Refused`, `Tls` or `InvalidRequest`.
    #[must_use]
    pub const fn new(kind: TransportErrorKind) -> Self {
        Self {
            kind,
            source: None,
            sent: kind.may_be_sent(),
        }
    }

    /// An error of this class, with the underlying error. That error must not hold
    /// any secret: it is printed.
    pub fn with_source(
        kind: TransportErrorKind,
        source: impl Into<Box<dyn Error + Send + Sync>>,
    ) -> Self {
        Self {
            source: Some(Arc::from(source.into())),
            ..Self::new(kind)
        }
    }

    /// Sets whether any part of the request can have been sent.
    #[must_use]
    pub fn with_sent(mut self, sent: bool) -> Self {
        self.sent = sent;
        self
    }

    /// The class.
    #[must_use]
    pub const fn kind(&self) -> TransportErrorKind {
        self.kind
    }

    /// Whether any part of the request can have been sent, so that the server may
    /// have acted on it.
    #[must_use]
    pub const fn was_sent(&self) -> bool {
        self.sent
    }
}

impl fmt::Display for TransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.kind {
            TransportErrorKind::Connect => "could not connect",
            TransportErrorKind::Refused => "connection refused",
            TransportErrorKind::Reset => "connection reset",
            TransportErrorKind::Closed => "connection closed early",
            TransportErrorKind::Timeout => "no complete response in time",
            TransportErrorKind::Tls => "TLS failed",
            TransportErrorKind::InvalidRequest => "the transport refused the request",
            TransportErrorKind::Protocol => "the response is not HTTP",
            TransportErrorKind::Other => "the transport failed",
        })
    }
}

impl Error for TransportError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.source
            .as_deref()
            .map(|source| source as &(dyn Error + 'static))
    }
}

impl From<TransportErrorKind> for TransportError {
    fn from(kind: TransportErrorKind) -> Self {
        Self::new(kind)
    }
}

impl From<std::io::Error> for TransportError {
    fn from(error: std::io::Error) -> Self {
        Self::with_source(of_io(&error), error)
    }
}

/// The class of an I/O error.
pub(crate) fn of_io(error: &std::io::Error) -> TransportErrorKind {
    use std::io::ErrorKind;
    match error.kind() {
        ErrorKind::ConnectionRefused => TransportErrorKind::Refused,
        ErrorKind::ConnectionReset => TransportErrorKind::Reset,
        ErrorKind::ConnectionAborted
        | ErrorKind::BrokenPipe
        | ErrorKind::NotConnected
        | ErrorKind::UnexpectedEof => TransportErrorKind::Closed,
        ErrorKind::TimedOut => TransportErrorKind::Timeout,
        ErrorKind::HostUnreachable
        | ErrorKind::NetworkUnreachable
        | ErrorKind::NetworkDown
        | ErrorKind::AddrNotAvailable => TransportErrorKind::Connect,
        _ => TransportErrorKind::Other,
    }
}
