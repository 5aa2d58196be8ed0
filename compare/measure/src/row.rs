//! A result: what was measured, its unit, and its value.

use std::fmt;

/// Printed as three columns with tabs between them.
pub(crate) struct Row {
    what: String,
    unit: &'static str,
    value: String,
}

impl Row {
    fn new(what: impl Into<String>, unit: &'static str, value: String) -> Self {
        Self {
            what: what.into(),
            unit,
            value,
        }
    }

    pub(crate) fn seconds(what: impl Into<String>, value: f64) -> Self {
        Self::new(what, "seconds", value.to_string())
    }

    pub(crate) fn bytes(what: impl Into<String>, value: u64) -> Self {
        Self::new(what, "bytes", value.to_string())
    }

    pub(crate) fn count(what: impl Into<String>, value: f64) -> Self {
        Self::new(what, "count", value.to_string())
    }

    #[cfg(feature = "memory")]
    pub(crate) fn whole(what: impl Into<String>, value: u64) -> Self {
        Self::new(what, "count", value.to_string())
    }

    pub(crate) fn text(what: impl Into<String>, value: impl Into<String>) -> Self {
        Self::new(what, "text", value.into())
    }

    pub(crate) fn yes_or_no(what: impl Into<String>, value: bool) -> Self {
        Self::text(what, if value { "yes" } else { "no" })
    }
}

impl fmt::Display for Row {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}\t{}\t{}", self.what, self.unit, self.value)
    }
}
