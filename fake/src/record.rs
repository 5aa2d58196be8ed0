use std::fmt;

/// A request that the stand-in was asked: where to, and how it answered. Nothing
/// that came with it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct RequestRecord {
    /// `GET` or `POST`; of what is no HTTP method that an operation has, `OTHER`.
    pub method: &'static str,
    /// The path's template, such as `/v1/identity/verification_sessions/{session}`;
    /// `(unknown)` for a path that the stand-in does not have.
    pub path: &'static str,
    /// The status that it answered with; `None` if it was not to answer.
    pub status: Option<u16>,
}

impl fmt::Display for RequestRecord {
    /// `POST /v1/identity/verification_sessions 200`
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} ", self.method, self.path)?;
        match self.status {
            Some(status) => status.fmt(f),
            None => f.write_str("(no answer)"),
        }
    }
}
