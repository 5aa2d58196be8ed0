use std::fmt;

use http::HeaderValue;

use crate::{InvalidArgument, Redacted};

/// A secret key, checked, as the header that carries it.
#[derive(Clone)]
pub(crate) struct ApiKey {
    authorization: HeaderValue,
    is_test: bool,
}

impl ApiKey {
    pub(crate) fn new(key: &str) -> Result<Self, InvalidArgument> {
        let refuse = |reason| InvalidArgument::new("api_key", reason);
        if key.is_empty() {
            return Err(refuse("a key must not be empty"));
        }
        if !key.bytes().all(|byte| byte.is_ascii_graphic()) {
            return Err(refuse(
                "a key holds no white space, control or non-ASCII characters",
            ));
        }
        let mut authorization = HeaderValue::try_from(format!("Bearer {key}"))
            .map_err(|_| refuse("a key must fit a header"))?;
        // Keeps it out of `Debug`, and out of HTTP/2's compression tables.
        authorization.set_sensitive(true);
        Ok(Self {
            authorization,
            is_test: key.starts_with("sk_test_") || key.starts_with("rk_test_"),
        })
    }

    /// Whether it is a key of test mode, where no real person's data is.
    pub(crate) fn is_test(&self) -> bool {
        self.is_test
    }

    pub(crate) fn authorization(&self) -> HeaderValue {
        self.authorization.clone()
    }
}

impl fmt::Debug for ApiKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&Redacted, f)
    }
}
