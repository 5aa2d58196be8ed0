//! Why a command stopped: what was wrong, where, what to do.

use std::fmt;
use std::io;
use std::path::Path;

use stripe_identity_codegen::Diagnostics;

/// Why a command stopped.
#[derive(Debug)]
pub enum Failure {
    /// The generator refused a document or a selection.
    Refused(Diagnostics),
    /// Anything else.
    Stopped(Stopped),
}

/// What was wrong, where, and what to do.
#[derive(Debug, Default)]
pub struct Stopped {
    message: String,
    location: Option<String>,
    notes: Vec<String>,
    help: Option<String>,
}

impl Failure {
    /// A failure that says what was wrong.
    #[must_use]
    pub fn new(message: impl Into<String>) -> Self {
        Self::Stopped(Stopped {
            message: message.into(),
            ..Stopped::default()
        })
    }

    /// A file or directory with which something could not be done, such as "read".
    #[must_use]
    pub fn io(verb: &str, path: &Path, error: &io::Error) -> Self {
        Self::new(format!("cannot {verb} {}: {error}", path.display()))
    }

    /// The same failure, with its place.
    #[must_use]
    pub fn at(self, location: impl Into<String>) -> Self {
        self.with(|stopped| stopped.location = Some(location.into()))
    }

    /// The same failure, with a fact about it.
    #[must_use]
    pub fn note(self, note: impl Into<String>) -> Self {
        self.with(|stopped| stopped.notes.push(note.into()))
    }

    /// The same failure, with what to do.
    #[must_use]
    pub fn help(self, help: impl Into<String>) -> Self {
        self.with(|stopped| stopped.help = Some(help.into()))
    }

    fn with(mut self, change: impl FnOnce(&mut Stopped)) -> Self {
        if let Self::Stopped(stopped) = &mut self {
            change(stopped);
        }
        self
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
            Self::Stopped(stopped) => {
                write!(f, "error: {}", stopped.message)?;
                if let Some(location) = &stopped.location {
                    write!(f, "\n  --> {location}")?;
                }
                for note in &stopped.notes {
                    write!(f, "\n  = note: {note}")?;
                }
                if let Some(help) = &stopped.help {
                    write!(f, "\n  = help: {help}")?;
                }
                Ok(())
            }
        }
    }
}

impl std::error::Error for Failure {}
