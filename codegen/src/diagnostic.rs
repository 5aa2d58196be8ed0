//! Messages about a document or a selection: what is wrong, where, and what to do about it.

use std::fmt;

use crate::advice::Advice;
use crate::pointer::Pointer;

/// One message; its `Display` has all of it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub struct Diagnostic {
    /// The input and the place in it: a JSON Pointer (`spec/openapi.json#/info`), or line and column of what could not
    /// be parsed (`spec/openapi.json:3:14`). Empty if the message is not about a place.
    pub location: String,
    /// What is wrong.
    pub message: String,
    /// Facts about the problem, such as how the place was reached.
    pub notes: Vec<String>,
    /// What to do.
    pub help: String,
    /// What to change in the selection instead, or as well.
    #[doc(hidden)]
    pub advice: Option<Box<Advice>>,
}

/// One or more messages, sorted by place and without duplicates.
///
/// ```
/// use stripe_identity_codegen::{Input, guide};
///
/// let refused = guide(Input { name: "selection.toml", bytes: b"pths = []" }).unwrap_err();
/// for diagnostic in refused.iter() {
///     println!("{}: {}", diagnostic.location, diagnostic.message);
/// }
/// assert!(refused.to_string().starts_with("error: "));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostics(Vec<Diagnostic>);

impl Diagnostic {
    /// Creates a message about a place.
    #[doc(hidden)]
    #[must_use]
    pub fn new(location: impl Into<String>, message: impl Into<String>) -> Self {
        Self {
            location: location.into(),
            message: message.into(),
            notes: Vec::new(),
            help: String::new(),
            advice: None,
        }
    }

    /// Creates a message about a place in a document, with the advice to do without it.
    pub(crate) fn at(document: &str, pointer: &Pointer, message: impl Into<String>) -> Self {
        Self {
            advice: Advice::without(pointer).map(Box::new),
            ..Self::new(format!("{document}{pointer}"), message)
        }
    }

    /// The location with its line as a number, so that line 4 sorts before line 10.
    fn place(&self) -> (&str, usize) {
        let line = self
            .location
            .rsplit_once(':')
            .and_then(|(name, line)| Some((name, line.parse().ok()?)));
        line.unwrap_or((&self.location, 0))
    }

    /// Adds a fact.
    #[doc(hidden)]
    #[must_use]
    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.notes.push(note.into());
        self
    }

    /// Sets what to do.
    #[doc(hidden)]
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = help.into();
        self
    }

    /// Sets what to change in the selection.
    #[must_use]
    pub(crate) fn advise(mut self, advice: Advice) -> Self {
        self.advice = Some(Box::new(advice));
        self
    }
}

impl Diagnostics {
    /// Fails if there are messages.
    pub(crate) fn check(mut diagnostics: Vec<Diagnostic>) -> Result<(), Self> {
        if diagnostics.is_empty() {
            return Ok(());
        }
        diagnostics.sort_by(|a, b| (a.place(), a).cmp(&(b.place(), b)));
        diagnostics.dedup();
        Err(Self(diagnostics))
    }

    /// The messages, sorted.
    pub fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        self.0.iter()
    }
}

impl From<Diagnostic> for Diagnostics {
    fn from(diagnostic: Diagnostic) -> Self {
        Self(vec![diagnostic])
    }
}

/// Text from a document, with characters escaped that could move a terminal's cursor or change the direction of text.
struct Shown<'a>(&'a str);

impl fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for character in self.0.chars() {
            match character {
                c if c.is_control() => write!(f, "{}", c.escape_default())?,
                c if crate::prose::is_unwanted(c) => write!(f, "{}", c.escape_unicode())?,
                c => write!(f, "{c}")?,
            }
        }
        Ok(())
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "error: {}", Shown(&self.message))?;
        if !self.location.is_empty() {
            write!(f, "\n  --> {}", Shown(&self.location))?;
        }
        for note in &self.notes {
            write!(f, "\n  = note: {}", Shown(note))?;
        }
        if !self.help.is_empty() {
            write!(f, "\n  = help: {}", Shown(&self.help))?;
        }
        if let Some(advice) = &self.advice {
            write!(f, "\n  = help: {advice}")?;
        }
        Ok(())
    }
}

impl fmt::Display for Diagnostics {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, diagnostic) in self.0.iter().enumerate() {
            if index > 0 {
                f.write_str("\n\n")?;
            }
            diagnostic.fmt(f)?;
        }
        Ok(())
    }
}

impl std::error::Error for Diagnostics {}
