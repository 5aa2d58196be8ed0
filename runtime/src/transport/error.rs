use std::error::Error;
use std::fmt;

/// How a transport failed: a class, for the decision whether to try again, and
/// the error underneath.
///
/// ```
/// use stripe_runtime::{TransportError, TransportErrorKind};
///
/// let lost = std::io::Error::from(std::io::ErrorKind::ConnectionReset);
/// assert_eq!(TransportError::from(lost).kind(), TransportErrorKind::Reset);
///
/// let slow = TransportError::new(TransportErrorKind::Timeout);
/// assert_eq!(slow.to_string(), "no whole response in time");
/// ```
#[derive(Debug)]
pub struct TransportError {
    kind: TransportErrorKind,
    source: Option<Box<dyn Error + Send + Sync>>,
    resends: u32,
}

/// The class of a [`TransportError`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TransportErrorKind {
    /// No connection could be had: no such host, no route, a proxy's refusal.
    /// Tried again.
    Connect,
    /// The connection was refused. Tried again.
    Refused,
    /// The connection was reset. Tried again.
    Reset,
    /// The connection was closed before or inside the response. Tried again.
    Closed,
    /// The time ran out. Tried again.
    Timeout,
    /// TLS failed, most likely over the server's certificate. Not tried again.
    Tls,
    /// The transport refused to send the request. Not tried again.
    InvalidRequest,
    /// What came is not HTTP. Not tried again.
    Protocol,
    /// Anything else. Not tried again.
    Other,
}

impl TransportErrorKind {
    /// Whether trying again may help.
    pub(crate) fn is_transient(self) -> bool {
        match self {
            Self::Connect | Self::Refused | Self::Reset | Self::Closed | Self::Timeout => true,
            Self::Tls | Self::InvalidRequest | Self::Protocol | Self::Other => false,
        }
    }
}

impl TransportError {
    /// A failure of this class.
    #[must_use]
    pub const fn new(kind: TransportErrorKind) -> Self {
        Self {
            kind,
            source: None,
            resends: 0,
        }
    }

    /// A failure of this class, with the error underneath. That error must not
    /// hold anything secret: it is shown.
    pub fn with_source(
        kind: TransportErrorKind,
        source: impl Into<Box<dyn Error + Send + Sync>>,
    ) -> Self {
        Self {
            kind,
            source: Some(source.into()),
            resends: 0,
        }
    }

    /// The server said that it did not begin with the request, which may be
    /// sent again at once, so often at most.
    #[cfg(feature = "default-transport")]
    pub(crate) fn with_resends(mut self, most: u32) -> Self {
        self.resends = most;
        self
    }

    pub(crate) fn resends(&self) -> u32 {
        self.resends
    }

    /// The class.
    #[must_use]
    pub const fn kind(&self) -> TransportErrorKind {
        self.kind
    }
}

impl fmt::Display for TransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.kind {
            TransportErrorKind::Connect => "could not connect",
            TransportErrorKind::Refused => "connection refused",
            TransportErrorKind::Reset => "connection reset",
            TransportErrorKind::Closed => "connection closed early",
            TransportErrorKind::Timeout => "no whole response in time",
            TransportErrorKind::Tls => "TLS failed",
            TransportErrorKind::InvalidRequest => "request refused by the transport",
            TransportErrorKind::Protocol => "the answer is not HTTP",
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
