use std::fmt;
use std::marker::PhantomData;

use serde::{Deserialize, Deserializer};

use super::EventId;
use super::event::read;
use crate::{Error, ObjectTag, Redacted, Tagged};

/// A [thin event](https://docs.stripe.com/event-destinations#thin-events):
/// tells what happened, and names the object instead of holding it.
///
/// ```
/// use stripe_runtime::webhook::ThinEvent;
///
/// let event = ThinEvent::parse(br#"{"id": "evt_1", "object": "v2.core.event",
///     "type": "v1.identity.verification_session.verified",
///     "created": "2026-09-30T12:00:00.000Z",
///     "related_object": {"id": "vs_1", "type": "identity.verification_session",
///         "url": "/v1/identity/verification_sessions/vs_1"}}"#)?;
/// assert_eq!(event.related_object.map(|object| object.id).as_deref(), Some("vs_1"));
/// # Ok::<(), stripe_runtime::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq, Deserialize)]
#[non_exhaustive]
pub struct ThinEvent {
    // Read, to tell the kinds of event apart, and not kept.
    #[serde(rename = "object", deserialize_with = "is_thin_event")]
    _object: PhantomData<()>,
    /// The event's id.
    pub id: EventId,
    /// The type, such as `v1.identity.verification_session.verified`. Sent as
    /// `type`.
    #[serde(rename = "type")]
    pub type_: String,
    /// When it happened, as RFC 3339 text.
    pub created: String,
    /// Whether it is of live mode.
    #[serde(default)]
    pub livemode: bool,
    /// The context that it happened in.
    #[serde(default)]
    pub context: Option<String>,
    /// What it happened to.
    #[serde(default)]
    pub related_object: Option<RelatedObject>,
}

/// The object that a [`ThinEvent`] is about.
#[derive(Clone, PartialEq, Eq, Deserialize)]
#[non_exhaustive]
pub struct RelatedObject {
    /// Its id.
    pub id: String,
    /// Its type, such as `identity.verification_session`. Sent as `type`.
    #[serde(rename = "type")]
    pub type_: String,
    /// The path to retrieve it at.
    #[serde(default)]
    pub url: Option<String>,
}

impl Tagged for ThinEvent {
    const OBJECT: &'static str = "v2.core.event";
}

fn is_thin_event<'de, D>(deserializer: D) -> Result<PhantomData<()>, D::Error>
where
    D: Deserializer<'de>,
{
    ObjectTag::<ThinEvent>::deserialize(deserializer).map(|_| PhantomData)
}

impl ThinEvent {
    /// Reads a thin event without verifying it; for a webhook use
    /// [`WebhookVerifier::thin_event`](super::WebhookVerifier::thin_event).
    ///
    /// # Errors
    ///
    /// The payload is no event, or not a thin one.
    pub fn parse(payload: &[u8]) -> Result<Self, Error> {
        read(payload, "a thin event")
    }
}

impl fmt::Debug for ThinEvent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ThinEvent")
            .field("id", &self.id)
            .field("type_", &self.type_)
            .field("created", &self.created)
            .field("livemode", &self.livemode)
            .field("context", &self.context)
            .field("related_object", &self.related_object)
            .finish()
    }
}

impl fmt::Debug for RelatedObject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RelatedObject")
            .field("id", &self.id)
            .field("type_", &self.type_)
            .field("url", &self.url.as_ref().map(|_| Redacted))
            .finish()
    }
}
