use std::fmt;

/// Stands in `Debug` output for a value that could identify a person or open
/// a session.
///
/// ```
/// assert_eq!(format!("{:?}", stripe_runtime::Redacted), "<redacted>");
/// ```
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Redacted;

impl fmt::Debug for Redacted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("<redacted>")
    }
}

impl fmt::Display for Redacted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("<redacted>")
    }
}
