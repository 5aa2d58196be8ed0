use stripe_identity::transport::HyperTransport;

use crate::{Error, transport};

/// Where events go, and the way there.
pub(crate) struct Webhook {
    pub(crate) url: http::Uri,
    pub(crate) transport: HyperTransport,
}

impl Webhook {
    /// Checks a URL.
    pub(crate) fn new(url: &str) -> Result<Self, Error> {
        let refused = |reason| Error::WebhookUrl { reason };
        let url: http::Uri = url
            .parse()
            .map_err(|_| refused("it is no URL; one looks like http://127.0.0.1:3000/webhook"))?;
        let transport = match url.scheme_str() {
            Some("http") => transport::plain()?,
            Some("https") => transport::secure()?,
            Some(_) => return Err(refused("it has to begin with http:// or https://")),
            None => {
                return Err(refused(
                    "it has to be whole, like http://127.0.0.1:3000/webhook",
                ));
            }
        };
        Ok(Self { url, transport })
    }
}
