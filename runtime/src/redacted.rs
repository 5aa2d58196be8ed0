use std::fmt;

/// Stands in `Debug` output for a value that could identify a person or open
/// a session.
///
/// ```
/// assert_eq!(format!("{:?}", stripe_runtime::Redacted), "<redacted>");
/// ```
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Redacted;

impl Redacted {
    /// Stands for a value that may be missing, and shows whether it is.
    ///
    /// ```
    /// use stripe_runtime::Redacted;
    ///
    /// assert_eq!(Redacted::if_some(&Some("Jenny")), Some(Redacted));
    /// assert_eq!(Redacted::if_some(&None::<&str>), None);
    /// ```
    #[must_use]
    pub fn if_some<T>(value: &Option<T>) -> Option<Self> {
        value.as_ref().map(|_| Self)
    }
}

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
