use std::net::SocketAddr;
use std::{fmt, io};

use stripe_identity::verification_session::{VerificationSessionId, VerificationSessionStatus};

/// Why the stand-in did not start, or did not do what a test asked for.
///
/// Mistakes of a client are not reported here: they are answered, as Stripe answers them.
#[derive(Debug)]
#[non_exhaustive]
pub enum Error {
    /// Another program listens on the port.
    PortInUse {
        /// The port.
        port: u16,
    },
    /// It cannot listen on this address, for another reason.
    Listen {
        /// The address.
        address: SocketAddr,
        /// The reason.
        source: io::Error,
    },
    /// The stand-in's thread cannot be started.
    Start(io::Error),
    /// A webhook's URL is not an `http` or `https` URL.
    WebhookUrl {
        /// What is wrong with it.
        reason: &'static str,
    },
    /// There is no session with this id.
    UnknownSession,
    /// There is no event with this id.
    UnknownEvent,
    /// The session's status does not allow this submission.
    NotSubmittable {
        /// The session.
        session: VerificationSessionId,
        /// Its status.
        status: VerificationSessionStatus,
    },
    /// The outcome does not suit the checks that the session asks for.
    Outcome {
        /// What does not suit.
        reason: String,
    },
    /// The parameters of a session are refused, as the API would refuse them.
    Parameters {
        /// What is wrong with them.
        message: String,
        /// The parameter.
        param: Option<String>,
    },
    /// A key, secret, token or URL is not in the form that it must have.
    Setting {
        /// The builder's method, or `key` of a client.
        name: &'static str,
        /// What it must look like.
        expected: &'static str,
    },
    /// The transport for requests or events cannot be set up.
    Transport(Box<dyn std::error::Error + Send + Sync>),
}

impl Error {
    pub(crate) fn outcome(reason: impl Into<String>) -> Self {
        Self::Outcome {
            reason: reason.into(),
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::PortInUse { port } => write!(
                f,
                "port {port} is in use by another program: choose another, or 0 for any free port"
            ),
            Self::Listen { address, .. } => write!(f, "cannot listen on {address}"),
            Self::Start(_) => f.write_str("cannot start a thread for the stand-in"),
            Self::WebhookUrl { reason } => write!(f, "invalid URL of a webhook: {reason}"),
            Self::UnknownSession => f.write_str("there is no session with this id"),
            Self::UnknownEvent => f.write_str("there is no event with this id"),
            Self::NotSubmittable { session, status } => write!(
                f,
                "session {session} is `{status}`: `requires_input` takes any outcome, and \
                 `processing` a result of the checks"
            ),
            Self::Outcome { reason } => {
                write!(f, "the outcome does not suit the session: {reason}")
            }
            Self::Parameters { message, .. } => f.write_str(message),
            Self::Transport(_) => f.write_str("cannot set up a transport"),
            Self::Setting { name, expected } => write!(f, "`{name}` must be {expected}"),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Listen { source, .. } | Self::Start(source) => Some(source),
            Self::Transport(source) => Some(&**source),
            _ => None,
        }
    }
}
