use std::{fmt, io};

use stripe_identity::verification_session::{VerificationSessionId, VerificationSessionStatus};

/// Why the stand-in did not start, or did not do what a test asked of it.
///
/// What a client does wrong is no such error: it is answered, as Stripe answers.
#[derive(Debug)]
#[non_exhaustive]
pub enum Error {
    /// Something else listens on the port.
    PortInUse {
        /// The port.
        port: u16,
    },
    /// The port cannot be had, for another reason.
    Listen {
        /// The port.
        port: u16,
        /// The reason.
        source: io::Error,
    },
    /// There is no thread to be had.
    Start(io::Error),
    /// A webhook's URL is none, or not of `http` or `https`.
    WebhookUrl {
        /// Why not.
        reason: &'static str,
    },
    /// No such session.
    UnknownSession,
    /// The session is in a state in which nothing can be submitted.
    NotSubmittable {
        /// The session.
        session: VerificationSessionId,
        /// Its state.
        status: VerificationSessionStatus,
    },
    /// The session asks for something else than the outcome has.
    Outcome {
        /// What is wrong with it.
        reason: &'static str,
    },
    /// A key or a secret of another form than Stripe's.
    Key {
        /// Which: the builder's method of the name, or `key` of a client.
        argument: &'static str,
        /// What it has to begin with.
        prefix: &'static str,
    },
    /// What sends requests or events cannot be made.
    Transport(Box<dyn std::error::Error + Send + Sync>),
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::PortInUse { port } => write!(
                f,
                "port {port} is in use by another program: choose another, or 0 for any that is free"
            ),
            Self::Listen { port, .. } => write!(f, "cannot listen on port {port}"),
            Self::Start(_) => write!(f, "cannot start a thread for the stand-in"),
            Self::WebhookUrl { reason } => write!(f, "the webhook's URL is refused: {reason}"),
            Self::UnknownSession => write!(f, "there is no session of this id"),
            Self::NotSubmittable { session, status } => write!(
                f,
                "session {session} is `{status}`: only `requires_input` takes any outcome, and \
                 `processing` the result of its checks"
            ),
            Self::Outcome { reason } => write!(f, "the outcome does not fit the session: {reason}"),
            Self::Transport(_) => write!(f, "what sends requests and events cannot be set up"),
            Self::Key { argument, prefix } => write!(
                f,
                "`{argument}` has to be `{prefix}` and letters, digits or `_` behind it"
            ),
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
