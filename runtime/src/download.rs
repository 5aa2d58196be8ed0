use std::fmt;

use bytes::Bytes;
use serde::de::{Deserialize, Deserializer, Error as _};

/// What a response holds that is no JSON, such as a PDF.
///
/// ```
/// use stripe_runtime::Download;
///
/// let pdf = Download::new("%PDF-1.7".into());
/// assert!(pdf.as_ref().starts_with(b"%PDF"));
/// assert_eq!(format!("{pdf:?}"), "Download { bytes: 8 }");
/// ```
///
/// `Debug` shows the size and nothing else.
#[derive(Clone, PartialEq, Eq)]
pub struct Download(Bytes);

impl Download {
    /// The body of a response, as it is. For
    /// [`Operation::read`](crate::Operation::read).
    #[must_use]
    pub fn new(contents: Bytes) -> Self {
        Self(contents)
    }

    /// The contents.
    #[must_use]
    pub fn into_bytes(self) -> Bytes {
        self.0
    }
}

impl AsRef<[u8]> for Download {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}

impl<'de> Deserialize<'de> for Download {
    /// Fails: it is read as it is, never from JSON.
    fn deserialize<D: Deserializer<'de>>(_: D) -> Result<Self, D::Error> {
        Err(D::Error::custom("not JSON"))
    }
}

impl fmt::Debug for Download {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Download")
            .field("bytes", &self.0.len())
            .finish()
    }
}
