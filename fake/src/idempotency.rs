//! Idempotency keys: <https://docs.stripe.com/api/idempotent_requests>.

use std::collections::BTreeMap;
use std::time::Duration;

use crate::refusal::Refusal;

/// How long Stripe keeps a key at least.
const KEPT: Duration = Duration::from_secs(24 * 60 * 60);
/// The longest key that Stripe accepts, in characters.
const LONGEST: usize = 255;

/// The replies of one account, by key.
#[derive(Default)]
pub(crate) struct SavedReplies(BTreeMap<String, Saved>);

struct Saved {
    /// Method, path and parameters.
    asked: String,
    since: Duration,
    /// `None` while the request is in flight.
    reply: Option<Reply>,
}

/// A saved answer.
#[derive(Clone)]
pub(crate) struct Reply {
    pub(crate) status: u16,
    pub(crate) body: String,
    /// The request that was answered with it first.
    pub(crate) request_id: String,
}

impl SavedReplies {
    /// Returns the saved reply of a request that was carried out before. If there is none,
    /// the key is in use from now on.
    pub(crate) fn begin(
        &mut self,
        key: &str,
        asked: &str,
        now: Duration,
    ) -> Result<Option<Reply>, Refusal> {
        if key.is_empty() || key.chars().count() > LONGEST {
            return Err(Refusal::invalid(format!(
                "Invalid idempotency key: it must have 1 to {LONGEST} characters."
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
                "Keys for idempotent requests can only be used with the parameters that they \
                 were first used with. Use another key for another request.",
            )
            .type_("idempotency_error")),
            Some(Saved {
                reply: Some(reply), ..
            }) => Ok(Some(reply.clone())),
            Some(_) => Err(Refusal::new(
                409,
                "Another request with the same idempotency key is in flight.",
            )
            .type_("idempotency_error")
            .code("idempotency_key_in_use")),
        }
    }

    /// Saves the reply for the next request with the key.
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
