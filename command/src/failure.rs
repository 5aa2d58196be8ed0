//! Why a command stopped: what was wrong, where, and what to do.

use std::fmt;
use std::io;
use std::path::Path;
use std::process::ExitCode;

use stripe_identity_codegen::{Diagnostic, Diagnostics};

/// Why a command stopped.
#[derive(Debug)]
pub enum Failure {
    /// The generator refused a document or a selection.
    Refused(Diagnostics),
    /// An argument names something that does not exist.
    Usage(Diagnostic),
    /// Anything else.
    Stopped(Diagnostic),
}

impl Failure {
    /// A failure with a message.
    #[must_use]
    pub fn new(message: impl Into<String>) -> Self {
        Self::Stopped(Diagnostic::new("", message))
    }

    /// A failure that another argument would avoid.
    #[must_use]
    pub fn usage(message: impl Into<String>) -> Self {
        Self::Usage(Diagnostic::new("", message))
    }

    /// The exit code of a command that stopped.
    #[must_use]
    pub fn exit_code(&self) -> ExitCode {
        ExitCode::from(if matches!(self, Self::Usage(_)) { 2 } else { 1 })
    }

    /// An operation on a file or directory that failed; `verb` is the operation, such as "read".
    #[must_use]
    pub fn io(verb: &str, path: &Path, error: &io::Error) -> Self {
        Self::new(format!("cannot {verb} {}: {error}", path.display()))
    }

    /// Adds the place of the failure.
    #[must_use]
    pub fn at(self, location: impl Into<String>) -> Self {
        self.with(|mut diagnostic| {
            diagnostic.location = location.into();
            diagnostic
        })
    }

    /// Adds a fact.
    #[must_use]
    pub fn note(self, note: impl Into<String>) -> Self {
        self.with(|diagnostic| diagnostic.note(note))
    }

    /// Adds what to do.
    #[must_use]
    pub fn help(self, help: impl Into<String>) -> Self {
        self.with(|diagnostic| diagnostic.help(help))
    }

    fn with(self, change: impl FnOnce(Diagnostic) -> Diagnostic) -> Self {
        match self {
            Self::Stopped(diagnostic) => Self::Stopped(change(diagnostic)),
            Self::Usage(diagnostic) => Self::Usage(change(diagnostic)),
            Self::Refused(_) => self,
        }
    }
}

impl From<Diagnostics> for Failure {
    fn from(diagnostics: Diagnostics) -> Self {
        Self::Refused(diagnostics)
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused(diagnostics) => {
                let count = diagnostics.iter().count();
                let plural = if count == 1 { "" } else { "s" };
                write!(
                    f,
                    "{diagnostics}\n\nnothing was written because of {count} error{plural}"
                )
            }
            Self::Stopped(diagnostic) | Self::Usage(diagnostic) => diagnostic.fmt(f),
        }
    }
}

impl std::error::Error for Failure {}
