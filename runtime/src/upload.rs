use std::fmt;

use bytes::Bytes;

use crate::{FormEncoder, FormValue};

/// A file to [upload](https://docs.stripe.com/file-upload), as a parameter of a
/// request that is sent as `multipart/form-data`.
///
/// ```
/// use stripe_runtime::Upload;
///
/// let upload = Upload::new("passport.png", &b"\x89PNG"[..]).content_type("image/png");
/// assert_eq!(format!("{upload:?}"), "Upload { bytes: 4, .. }");
/// ```
///
/// `Debug` shows the size and nothing else.
#[derive(Clone, PartialEq, Eq)]
#[must_use = "it is sent with the request that it is given to"]
pub struct Upload {
    file_name: String,
    content_type: String,
    contents: Bytes,
}

impl Upload {
    /// A file with the name that Stripe is to know it by. Its type is
    /// `application/octet-stream` until it is [told](Self::content_type).
    pub fn new(file_name: impl Into<String>, contents: impl Into<Bytes>) -> Self {
        Self {
            file_name: file_name.into(),
            content_type: "application/octet-stream".to_owned(),
            contents: contents.into(),
        }
    }

    /// The media type of the contents, such as `image/jpeg`. One that does not
    /// fit a header is refused when the request is sent.
    pub fn content_type(mut self, content_type: impl Into<String>) -> Self {
        self.content_type = content_type.into();
        self
    }
}

impl FormValue for Upload {
    fn encode(&self, form: &mut FormEncoder) {
        form.file(&self.file_name, &self.content_type, &self.contents);
    }
}

impl fmt::Debug for Upload {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Upload")
            .field("bytes", &self.contents.len())
            .finish_non_exhaustive()
    }
}
