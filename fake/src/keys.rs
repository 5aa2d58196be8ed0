use crate::builder::FakeStripeBuilder;
use crate::{Error, ids};

/// What opens one stand-in, and proves that an event is from it.
pub(crate) struct Keys {
    pub(crate) secret: String,
    pub(crate) restricted: String,
    pub(crate) webhook_secret: String,
}

impl Keys {
    /// The ones that were given, and new ones for the rest.
    pub(crate) fn new(settings: &FakeStripeBuilder) -> Result<Self, Error> {
        Ok(Self {
            secret: key("secret_key", "sk_test_", settings.secret_key.as_deref())?,
            restricted: key(
                "restricted_key",
                "rk_test_",
                settings.restricted_key.as_deref(),
            )?,
            webhook_secret: key(
                "webhook_secret",
                "whsec_",
                settings.webhook_secret.as_deref(),
            )?,
        })
    }
}

fn key(argument: &'static str, prefix: &'static str, given: Option<&str>) -> Result<String, Error> {
    let Some(key) = given else {
        return Ok(ids::random(prefix));
    };
    let rest = key.strip_prefix(prefix).unwrap_or_default();
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
    if !rest.is_empty() && rest.bytes().all(is_plain) {
        Ok(key.to_owned())
    } else {
        Err(Error::Key { argument, prefix })
    }
}
