use std::fmt;
use std::fmt::Write as _;

use super::hmac::Key;
use crate::{Redacted, Timestamp};

/// Signs bodies as Stripe does, to test a webhook handler.
///
/// ```
/// use stripe_runtime::Timestamp;
/// use stripe_runtime::webhook::TestSignature;
///
/// let at = Timestamp::from_unix_seconds(1_700_000_000);
/// let header = TestSignature::new("whsec_test_secret", at).sign(b"{}");
/// assert!(header.starts_with("t=1700000000,v1=ceb8863f"));
/// ```
#[derive(Clone)]
pub struct TestSignature {
    key: Key,
    timestamp: Timestamp,
    scheme: String,
}

impl TestSignature {
    /// Signs with this secret, at this time.
    #[must_use]
    pub fn new(secret: impl AsRef<str>, timestamp: Timestamp) -> Self {
        Self {
            key: Key::new(secret.as_ref()),
            timestamp,
            scheme: "v1".to_owned(),
        }
    }

    /// Another scheme than `v1`, to test that it is not accepted.
    #[must_use]
    pub fn scheme(mut self, scheme: impl Into<String>) -> Self {
        self.scheme = scheme.into();
        self
    }

    /// The `Stripe-Signature` header of a body.
    #[must_use]
    pub fn sign(&self, payload: &[u8]) -> String {
        let timestamp = self.timestamp.to_string();
        let signature = self.key.sign(&timestamp, payload);
        let mut header = format!("t={timestamp},{}=", self.scheme);
        for byte in signature {
            // Writing into a `String` cannot fail.
            let _ = write!(header, "{byte:02x}");
        }
        header
    }
}

impl fmt::Debug for TestSignature {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TestSignature")
            .field("secret", &Redacted)
            .field("timestamp", &self.timestamp)
            .field("scheme", &self.scheme)
            .finish_non_exhaustive()
    }
}
