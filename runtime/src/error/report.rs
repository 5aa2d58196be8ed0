use serde_json::Value;

/// The longest body that is read, in bytes. Stripe's are of a few kilobytes; a tree of
/// values can take more than a hundred times the bytes that it was read from.
const LONGEST: usize = 128 * 1024;

/// What the body of an error says: `{"error": {…}}`, OAuth's
/// `{"error": "…"}`, or something that is not Stripe's.
pub(crate) struct Report {
    body: Value,
}

impl Report {
    /// Reads a body; one that is too long, or anything but JSON, gives an empty
    /// report.
    pub(crate) fn read(body: &[u8]) -> Self {
        let body = if body.len() > LONGEST { &[] } else { body };
        // As text, like all other JSON, so that serde_json's reader of bytes is not compiled.
        let body = str::from_utf8(body).ok();
        let body = body.and_then(|text| serde_json::from_str(text).ok());
        Self {
            body: body.unwrap_or_default(),
        }
    }

    /// Whether the body was read, and JSON of some kind.
    pub(super) fn is_json(&self) -> bool {
        !self.body.is_null()
    }

    /// Whether the body has the form of one of Stripe's errors.
    pub(super) fn is_stripes(&self) -> bool {
        matches!(
            self.body.get("error"),
            Some(Value::Object(_) | Value::String(_))
        )
    }

    pub(super) fn raw(&self) -> Option<&Value> {
        self.body.get("error")
    }

    pub(super) fn field(&self, name: &str) -> Option<&str> {
        self.raw()?.get(name)?.as_str()
    }

    pub(crate) fn code(&self) -> Option<&str> {
        // OAuth's error is the code itself.
        self.raw()?.as_str().or_else(|| self.field("code"))
    }

    pub(super) fn message(&self) -> Option<&str> {
        self.field("message")
            .or_else(|| self.body.get("error_description")?.as_str())
    }
}
