use std::collections::BTreeMap;
use std::time::Duration;

use serde_json::{Map, Value, json};
use stripe_identity::Timestamp;
use stripe_identity::transport::HyperTransport;

use crate::{Error, ids, transport};

/// Where events are sent.
pub(crate) struct Endpoint {
    /// The `webhook_endpoint` object, without its secret.
    pub(crate) object: Value,
    pub(crate) url: http::Uri,
    pub(crate) secret: String,
    pub(crate) payload: Payload,
    pub(crate) scope: Scope,
    /// Whether it is one of the settings, which a reset keeps.
    pub(crate) is_lasting: bool,
    pub(crate) transport: HyperTransport,
    /// Whether its sender runs.
    pub(crate) has_sender: bool,
    /// Due when, and what.
    pub(crate) queue: BTreeMap<(Duration, u64), Attempt>,
    /// Whether an attempt is in flight.
    pub(crate) sending: bool,
}

/// Whose events an endpoint gets.
pub(crate) enum Scope {
    /// Those of all accounts: one of the settings, or of a [`Handle`](crate::Handle).
    All,
    /// Those of the account that registered it.
    Own(String),
    /// Those of accounts connected to the one that registered it.
    Connected(String),
}

/// What an event is sent as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Payload {
    /// The event with the object.
    Snapshot,
    /// A thin event: only the object's id.
    Thin,
}

/// One event to be sent once.
#[derive(Clone)]
pub(crate) struct Attempt {
    pub(crate) event: String,
    /// 1 for the first.
    pub(crate) number: u32,
}

impl Endpoint {
    /// An endpoint that gets every event.
    ///
    /// # Errors
    ///
    /// `url` is not an `http` or `https` URL.
    pub(crate) fn new(
        url: &str,
        secret: String,
        payload: Payload,
        created: Timestamp,
    ) -> Result<Self, Error> {
        let (uri, transport) = reach(url)?;
        Ok(Self {
            object: json!({
                "id": ids::random("we_1"), "object": "webhook_endpoint", "api_version": null,
                "application": null, "created": created, "description": null,
                "enabled_events": ["*"], "livemode": false, "metadata": {},
                "status": "enabled", "url": url,
            }),
            url: uri,
            secret,
            payload,
            scope: Scope::All,
            is_lasting: false,
            transport,
            has_sender: false,
            queue: BTreeMap::new(),
            sending: false,
        })
    }

    /// An endpoint with these parameters of the API, registered by an account.
    ///
    /// # Errors
    ///
    /// As for [`Endpoint::new`].
    pub(crate) fn registered(
        account: &str,
        mut parameters: Map<String, Value>,
        created: Timestamp,
    ) -> Result<Self, Error> {
        let url = parameters.remove("url").unwrap_or_default();
        let url = url.as_str().unwrap_or_default();
        let mut endpoint = Self::new(url, ids::random("whsec_"), Payload::Snapshot, created)?;
        endpoint.scope = match parameters.remove("connect") {
            Some(Value::Bool(true)) => Scope::Connected(account.to_owned()),
            _ => Scope::Own(account.to_owned()),
        };
        endpoint.update(parameters)?;
        Ok(endpoint)
    }

    /// Changes what the parameters name.
    ///
    /// # Errors
    ///
    /// As for [`Endpoint::new`]. Nothing has changed then.
    pub(crate) fn update(&mut self, parameters: Map<String, Value>) -> Result<(), Error> {
        if let Some(url) = parameters.get("url").and_then(Value::as_str) {
            let (url, transport) = reach(url)?;
            (self.url, self.transport) = (url, transport);
        }
        for (name, value) in parameters {
            match name.as_str() {
                "disabled" => {
                    let disabled = value == Value::Bool(true);
                    self.object["status"] = if disabled { "disabled" } else { "enabled" }.into();
                }
                "metadata" => crate::metadata::merge(&mut self.object["metadata"], value),
                _ => self.object[name] = value,
            }
        }
        Ok(())
    }

    pub(crate) fn id(&self) -> &str {
        self.object["id"].as_str().unwrap_or_default()
    }

    /// Whether it gets an event of this type that happened in this account.
    pub(crate) fn wants(&self, type_: &str, account: &str) -> bool {
        let enabled = self.object["enabled_events"].as_array();
        let listens =
            enabled.is_some_and(|enabled| enabled.iter().any(|any| any == "*" || any == type_));
        let is_near = match &self.scope {
            Scope::All => true,
            Scope::Own(own) => own == account,
            Scope::Connected(own) => own != account,
        };
        self.object["status"] == "enabled" && listens && is_near
    }

    /// The account that sees it. Those of the settings belong to the account of the keys.
    pub(crate) fn account(&self) -> &str {
        match &self.scope {
            Scope::All => "",
            Scope::Own(account) | Scope::Connected(account) => account,
        }
    }
}

/// The URL, checked, and a transport to it.
fn reach(url: &str) -> Result<(http::Uri, HyperTransport), Error> {
    let refused = |reason| Error::WebhookUrl { reason };
    let url: http::Uri = url
        .parse()
        .map_err(|_| refused("it is not a URL; write it like http://127.0.0.1:3000/webhook"))?;
    let transport = match url.scheme_str() {
        Some("http") => transport::plain()?,
        Some("https") => transport::secure()?,
        Some(_) => return Err(refused("it must begin with http:// or https://")),
        None => {
            return Err(refused(
                "write it in full, like http://127.0.0.1:3000/webhook",
            ));
        }
    };
    Ok((url, transport))
}
