//! Progress of what takes noticeable time.

use std::io::{self, Write};

/// Where progress is reported.
#[derive(Clone, Copy, Debug)]
pub enum Progress {
    /// On standard error, so that standard output has results only.
    Stderr,
    /// Nowhere.
    Silent,
}

impl Progress {
    /// Reports what is being done.
    pub fn tell(self, line: impl std::fmt::Display) {
        match self {
            Self::Stderr => {
                let _ = writeln!(io::stderr(), "{line}");
            }
            Self::Silent => {}
        }
    }
}

/// A number of bytes, for people.
#[must_use]
pub fn size(bytes: usize) -> String {
    let tenths_of_kilobytes = bytes.div_ceil(100);
    if tenths_of_kilobytes < 10_000 {
        format!(
            "{}.{} kB",
            tenths_of_kilobytes / 10,
            tenths_of_kilobytes % 10
        )
    } else {
        let tenths = tenths_of_kilobytes / 1_000;
        format!("{}.{} MB", tenths / 10, tenths % 10)
    }
}
