use crate::builder::FakeStripeBuilder;
use crate::{Error, ids};

/// The keys of one stand-in, and the secret of its events.
pub(crate) struct Keys {
    pub(crate) secret: String,
    pub(crate) restricted: String,
    pub(crate) webhook_secret: String,
}

impl Keys {
    /// Takes the keys of the settings, and makes new ones for the rest.
    pub(crate) fn new(settings: &FakeStripeBuilder) -> Result<Self, Error> {
        let secret = settings.secret_key.as_deref();
        let restricted = settings.restricted_key.as_deref();
        let webhook_secret = settings.webhook_secret.as_deref();
        Ok(Self {
            secret: key("secret_key", SECRET, secret)?,
            restricted: key("restricted_key", RESTRICTED, restricted)?,
            webhook_secret: key("webhook_secret", WEBHOOK, webhook_secret)?,
        })
    }
}

/// A prefix, and how to describe it.
type Form = (&'static str, &'static str);

pub(crate) const SECRET: Form = ("sk_test_", "`sk_test_` followed by letters, digits or `_`");
const RESTRICTED: Form = ("rk_test_", "`rk_test_` followed by letters, digits or `_`");
const WEBHOOK: Form = ("whsec_", "`whsec_` followed by letters, digits or `_`");

fn key(name: &'static str, form: Form, given: Option<&str>) -> Result<String, Error> {
    let (prefix, expected) = form;
    let Some(key) = given else {
        return Ok(ids::random(prefix));
    };
    let rest = key.strip_prefix(prefix).unwrap_or_default();
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
    if !rest.is_empty() && rest.bytes().all(is_plain) {
        Ok(key.to_owned())
    } else {
        Err(Error::Setting { name, expected })
    }
}
