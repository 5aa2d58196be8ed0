//! Idempotency keys, as <https://docs.stripe.com/api/idempotent_requests> says.

use std::collections::BTreeMap;
use std::time::Duration;

use crate::refusal::Refusal;

/// After this, Stripe may forget a key.
const KEPT: Duration = Duration::from_secs(24 * 60 * 60);
/// The longest key that Stripe takes.
const LONGEST: usize = 255;

/// The replies of one account, by key.
#[derive(Default)]
pub(crate) struct SavedReplies(BTreeMap<String, Saved>);

struct Saved {
    /// What was asked: method, path and parameters.
    asked: String,
    since: Duration,
    /// `None` while it is carried out.
    reply: Option<Reply>,
}

/// What was answered once, and is answered again.
#[derive(Clone)]
pub(crate) struct Reply {
    pub(crate) status: u16,
    pub(crate) body: String,
    /// The request that it was first the answer of.
    pub(crate) request_id: String,
}

impl SavedReplies {
    /// Whether the request was carried out before, and how that went. If not, the
    /// key is in use from here on.
    pub(crate) fn begin(
        &mut self,
        key: &str,
        asked: &str,
        now: Duration,
    ) -> Result<Option<Reply>, Refusal> {
        if key.is_empty() || key.chars().count() > LONGEST {
            return Err(Refusal::invalid(format!(
                "Invalid idempotency key: it has to be of 1 to {LONGEST} characters."
            ))
            .type_("idempotency_error"));
        }
        self.0
            .retain(|_, saved| saved.reply.is_none() || now.saturating_sub(saved.since) < KEPT);
        match self.0.get(key) {
            None => {
                let saved = Saved {
                    asked: asked.to_owned(),
                    since: now,
                    reply: None,
                };
                self.0.insert(key.to_owned(), saved);
                Ok(None)
            }
            Some(saved) if saved.asked != asked => Err(Refusal::invalid(
                "Keys for idempotent requests can only be used with the same parameters that \
                 they were first used with. Use another key if you meant another request.",
            )
            .type_("idempotency_error")),
            Some(Saved {
                reply: Some(reply), ..
            }) => Ok(Some(reply.clone())),
            Some(_) => Err(Refusal::new(
                409,
                "Another request with the same idempotency key is being carried out now.",
            )
            .type_("idempotency_error")
            .code("idempotency_key_in_use")),
        }
    }

    /// Keeps the reply for the next request with the key.
    pub(crate) fn finish(&mut self, key: &str, reply: Reply) {
        if let Some(saved) = self.0.get_mut(key) {
            saved.reply = Some(reply);
        }
    }

    /// Forgets a key whose request was not carried out.
    pub(crate) fn forget(&mut self, key: &str) {
        self.0.remove(key);
    }
}
