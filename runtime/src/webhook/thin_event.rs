use std::fmt;
use std::marker::PhantomData;

use serde::{Deserialize, Deserializer};
use serde_json::Value;

use super::event::read;
use super::{EventId, EventRequest};
use crate::{
    Api, DateTime, Error, ObjectTag, RawRequest, Redacted, RequestOptions, Tagged, path_parameter,
    path_segment,
};

/// A [thin event](https://docs.stripe.com/event-destinations#thin-events), as a notification
/// or retrieved: tells what happened, and names the object instead of holding it.
///
/// ```
/// use stripe_runtime::webhook::ThinEvent;
///
/// let event = ThinEvent::parse(br#"{"id": "evt_1", "object": "v2.core.event",
///     "type": "v1.identity.verification_session.verified",
///     "created": "2026-09-30T12:00:00.000Z",
///     "related_object": {"id": "vs_1", "type": "identity.verification_session",
///         "url": "/v1/identity/verification_sessions/vs_1"}}"#)?;
/// assert_eq!(event.related_object.and_then(|object| object.id).as_deref(), Some("vs_1"));
/// # Ok::<(), stripe_runtime::Error>(())
/// ```
///
/// A notification holds neither `data` nor `changes`. Retrieve the event for these, and the
/// object for its current state:
///
/// ```no_run
/// # use stripe_runtime::{Api, Client, Error, Json, webhook::ThinEvent};
/// # static API: Api = Api::new("2026-09-30.endive", "my-crate", "0.1.0");
/// # async fn example(client: Client, notification: ThinEvent) -> Result<(), Error> {
/// // A generated crate has the constant `API`.
/// let event: ThinEvent = notification.retrieve(&API).send(&client).await?;
/// if let Some(request) = event.retrieve_related_object(&API) {
///     // Or a type of the generated crate, as `type_` of the related object says.
///     let object: Json = request.send(&client).await?;
/// }
/// # Ok(())
/// # }
/// ```
#[derive(Clone, PartialEq, Eq, Deserialize)]
#[non_exhaustive]
pub struct ThinEvent {
    // Read, to tell the kinds of event apart, and not kept.
    #[serde(rename = "object", deserialize_with = "is_thin_event")]
    _object: PhantomData<()>,
    /// The event's id.
    pub id: EventId,
    /// The type, such as `v1.identity.verification_session.verified` or
    /// `v2.core.account[identity].updated`. Sent as `type`. Stripe may add new ones.
    #[serde(rename = "type")]
    pub type_: String,
    /// When it happened.
    pub created: DateTime,
    /// Whether it is of live mode.
    #[serde(default)]
    pub livemode: bool,
    /// The [context](https://docs.stripe.com/context) that it happened in.
    #[serde(default)]
    pub context: Option<String>,
    /// What it happened to.
    #[serde(default)]
    pub related_object: Option<RelatedObject>,
    /// What caused it.
    #[serde(default)]
    pub reason: Option<EventReason>,
    /// What changed in the related object, before and after. Depends on the type.
    #[serde(default)]
    pub changes: Option<Value>,
    /// Further data about the event. Depends on the type.
    #[serde(default)]
    pub data: Option<Value>,
}

/// The object that a [`ThinEvent`] is about.
#[derive(Clone, PartialEq, Eq, Deserialize)]
#[non_exhaustive]
pub struct RelatedObject {
    /// Its id, if it has one.
    #[serde(default)]
    pub id: Option<String>,
    /// Its type, such as `identity.verification_session`. Sent as `type`.
    #[serde(rename = "type")]
    pub type_: String,
    /// The URL to retrieve it at, relative to the API's.
    pub url: String,
}

/// What caused a [`ThinEvent`].
#[derive(Clone, PartialEq, Eq, Debug, Deserialize)]
#[non_exhaustive]
pub struct EventReason {
    /// The kind of cause, such as `request`. Sent as `type`. Stripe may add new ones.
    #[serde(rename = "type")]
    pub type_: String,
    /// The request that caused it, if one did.
    #[serde(default)]
    pub request: Option<EventRequest>,
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
    // Compiled where it is used: few programs receive thin events.
    #[inline]
    pub fn parse(payload: &[u8]) -> Result<Self, Error> {
        read(payload, "a thin event")
    }

    /// Returns a request for the whole event, in the event's context: send it with the type
    /// `ThinEvent`.
    pub fn retrieve(&self, api: &'static Api) -> RawRequest {
        let id = path_segment(&path_parameter::<EventId, _>("id", &self.id));
        let path = id.map(|id| format!("/v2/core/events/{id}").into());
        RawRequest::checked(api, path).with_options(self.options())
    }

    /// Returns a request for the object that the event is about, in the event's context.
    ///
    /// It goes to the object's URL as it is. Sending fails without sending anything if the URL
    /// leads to another host than the client's.
    #[must_use]
    pub fn retrieve_related_object(&self, api: &'static Api) -> Option<RawRequest> {
        let url = self.related_object.as_ref()?.url.clone();
        let mut options = self.options();
        options.set_url(url);
        Some(RawRequest::get(api, "/").with_options(options))
    }

    fn options(&self) -> RequestOptions {
        match self.context.as_deref() {
            None | Some("") => RequestOptions::new(),
            Some(context) => RequestOptions::new().context(context),
        }
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
            .field("reason", &self.reason)
            .field("changes", &self.changes.as_ref().map(|_| Redacted))
            .field("data", &self.data.as_ref().map(|_| Redacted))
            .finish()
    }
}

impl fmt::Debug for RelatedObject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RelatedObject")
            .field("id", &self.id)
            .field("type_", &self.type_)
            .field("url", &Redacted)
            .finish()
    }
}
