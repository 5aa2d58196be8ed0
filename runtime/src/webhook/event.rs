use std::fmt;

use serde::Deserialize;
use serde::de::value::MapAccessDeserializer;
use serde::de::{self, DeserializeOwned, Deserializer, MapAccess, Visitor};
use serde_json::Value;
use serde_json::value::RawValue;

use crate::error::DecodeProblem;
use crate::{Api, Error, ObjectId, ObjectTag, Redacted, Tagged, Timestamp, strict};

/// The id of an [`Event`].
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct EventId(ObjectId);
crate::impl_id!(EventId);

/// An [event](https://docs.stripe.com/api/events/object): something happened,
/// and here is the object it happened to.
///
/// `D` is the generated crate's enum of events, or [`EventObject`] for any.
/// Stripe may send an event more than once, and in any order: keep the ids of
/// those that are done.
#[derive(Clone)]
#[non_exhaustive]
pub struct Event<D> {
    /// The event's id.
    pub id: EventId,
    /// The [type](https://docs.stripe.com/api/events/types), such as
    /// `identity.verification_session.verified`. Sent as `type`.
    pub type_: String,
    /// When it happened.
    pub created: Timestamp,
    /// Whether it is of live mode.
    pub livemode: bool,
    /// The API version that the data was made from.
    pub api_version: Option<String>,
    /// The connected account that it happened to.
    pub account: Option<String>,
    /// The context that it happened in.
    pub context: Option<String>,
    /// How many webhooks were still to be told when this was sent.
    pub pending_webhooks: Option<i64>,
    /// The request that caused it, if one did.
    pub request: Option<EventRequest>,
    /// What it happened to, as it was then.
    pub data: D,
    /// What an update changed, with the values before it.
    pub previous_attributes: Option<Value>,
}

/// The request that caused an [`Event`].
#[derive(Clone, PartialEq, Eq, Deserialize)]
#[non_exhaustive]
pub struct EventRequest {
    /// The request's id; none where Stripe itself was the cause.
    #[serde(default)]
    pub id: Option<String>,
    /// The idempotency key that it was sent with.
    #[serde(default)]
    pub idempotency_key: Option<String>,
}

/// The data of an event: what a generated crate makes of its type and object.
///
/// ```
/// use serde::Deserialize;
/// use stripe_runtime::Error;
/// use stripe_runtime::webhook::{Event, EventData, EventObject};
///
/// #[derive(Deserialize)]
/// struct VerificationSession { status: String }
///
/// enum IdentityEvent {
///     VerificationSessionVerified(Box<VerificationSession>),
///     /// Any other event.
///     Unknown(EventObject),
/// }
///
/// impl EventData for IdentityEvent {
///     fn from_parts(type_: &str, object: EventObject) -> Result<Self, Error> {
///         match type_ {
///             "identity.verification_session.verified" => {
///                 object.read().map(Self::VerificationSessionVerified)
///             }
///             _ => Ok(Self::Unknown(object)),
///         }
///     }
/// }
///
/// let payload = br#"{"id": "evt_1", "object": "event", "created": 1,
///     "type": "identity.verification_session.verified",
///     "data": {"object": {"id": "vs_1", "status": "verified"}}}"#;
/// let event: Event<IdentityEvent> = Event::parse(payload)?;
/// assert!(matches!(event.data, IdentityEvent::VerificationSessionVerified(session)
///     if session.status == "verified"));
/// # Ok::<(), stripe_runtime::Error>(())
/// ```
pub trait EventData: Sized {
    /// Makes the data of an event of this type.
    ///
    /// # Errors
    ///
    /// The type is known, but the object cannot be read. An event of an unknown
    /// type is not an error; keep its object.
    fn from_parts(type_: &str, object: EventObject) -> Result<Self, Error>;
}

/// The object of an event, as JSON that has not been read.
///
/// `Debug` shows nothing of it.
#[derive(Clone)]
pub struct EventObject {
    json: Box<RawValue>,
}

impl EventObject {
    /// Reads the object as a `T`.
    ///
    /// # Errors
    ///
    /// The object is not of that form.
    pub fn read<T: DeserializeOwned>(&self) -> Result<T, Error> {
        let json = self.json.get();
        strict::from_str(json).map_err(|error| Error::from_decode(error.into(), json.as_bytes()))
    }

    /// The object's JSON, as Stripe wrote it.
    #[must_use]
    pub fn json(&self) -> &str {
        self.json.get()
    }
}

impl EventData for EventObject {
    fn from_parts(_type: &str, object: EventObject) -> Result<Self, Error> {
        Ok(object)
    }
}

impl PartialEq for EventObject {
    fn eq(&self, other: &Self) -> bool {
        self.json() == other.json()
    }
}

impl fmt::Debug for EventObject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("EventObject").field(&Redacted).finish()
    }
}

/// An event as it is sent.
#[derive(Deserialize)]
struct Envelope {
    #[serde(rename = "object")]
    _object: ObjectTag<Self>,
    id: EventId,
    #[serde(rename = "type")]
    type_: String,
    created: Timestamp,
    #[serde(default)]
    livemode: bool,
    #[serde(default)]
    api_version: Option<String>,
    #[serde(default)]
    account: Option<String>,
    #[serde(default)]
    context: Option<String>,
    #[serde(default)]
    pending_webhooks: Option<i64>,
    #[serde(default, deserialize_with = "event_request")]
    request: Option<EventRequest>,
    data: EnvelopeData,
}

impl Tagged for Envelope {
    const OBJECT: &'static str = "event";
}

#[derive(Deserialize)]
struct EnvelopeData {
    object: Box<RawValue>,
    #[serde(default)]
    previous_attributes: Option<Value>,
}

/// The member that tells the kinds of event apart.
#[derive(Deserialize)]
struct Kind {
    #[serde(default)]
    object: Option<String>,
}

/// Reads an event of one kind in one pass. Only if that fails is the payload read again, to tell
/// an event of another kind from a broken one.
pub(super) fn read<T: DeserializeOwned + Tagged>(
    payload: &[u8],
    name: &'static str,
) -> Result<T, Error> {
    strict::from_slice(payload).map_err(|problem| {
        let problem = match strict::from_slice::<Kind>(payload) {
            Ok(kind) if kind.object.as_deref() != Some(T::OBJECT) => DecodeProblem::EventKind(name),
            _ => problem,
        };
        Error::from_decode(problem, payload)
    })
}

/// Before 2017-05-25 the request was its id alone.
fn event_request<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<EventRequest>, D::Error> {
    struct RequestVisitor;

    impl<'de> Visitor<'de> for RequestVisitor {
        type Value = Option<EventRequest>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a request or its id")
        }

        fn visit_unit<E: de::Error>(self) -> Result<Self::Value, E> {
            Ok(None)
        }

        fn visit_str<E: de::Error>(self, id: &str) -> Result<Self::Value, E> {
            Ok(Some(EventRequest {
                id: Some(id.to_owned()),
                idempotency_key: None,
            }))
        }

        fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
            EventRequest::deserialize(MapAccessDeserializer::new(map)).map(Some)
        }
    }

    deserializer.deserialize_any(RequestVisitor)
}

impl<D: EventData> Event<D> {
    /// Reads an event without verifying it; for a webhook use
    /// [`WebhookVerifier::event`](super::WebhookVerifier::event).
    ///
    /// # Errors
    ///
    /// The payload is not an event, or is a thin one; or the type of the event is
    /// known, but its object cannot be read. `Event::<EventObject>::parse` reads
    /// such an event without its object.
    pub fn parse(payload: &[u8]) -> Result<Self, Error> {
        Self::parse_compatible_with(payload, None)
    }

    /// Reads an event, if it is of a version that the types of an API fit.
    pub(super) fn parse_compatible_with(payload: &[u8], api: Option<&Api>) -> Result<Self, Error> {
        let envelope: Envelope = read(payload, "an event")?;
        if api.is_some_and(|api| !is_compatible(envelope.api_version.as_deref(), api)) {
            return Err(Error::from_decode(DecodeProblem::EventVersion, &[]));
        }
        let object = EventObject {
            json: envelope.data.object,
        };
        let data = D::from_parts(&envelope.type_, object)?;
        Ok(Self {
            id: envelope.id,
            type_: envelope.type_,
            created: envelope.created,
            livemode: envelope.livemode,
            api_version: envelope.api_version,
            account: envelope.account,
            context: envelope.context,
            pending_webhooks: envelope.pending_webhooks,
            request: envelope.request,
            data,
            previous_attributes: envelope.data.previous_attributes,
        })
    }
}

impl<D> Event<D> {
    /// Whether the generated crate's types fit the data: its version is the same,
    /// or another of the same [release](https://docs.stripe.com/api/versioning)
    /// (`2026-09-30.endive` and `2026-10-28.endive`). Two previews are compatible
    /// only if they are equal.
    #[must_use]
    pub fn is_compatible_with(&self, api: &Api) -> bool {
        is_compatible(self.api_version.as_deref(), api)
    }
}

fn is_compatible(version: Option<&str>, api: &Api) -> bool {
    let Some(version) = version else { return false };
    let release = |version: &str| version.split_once('.').map(|(_, name)| name.to_owned());
    version == api.version
        || release(version)
            .is_some_and(|name| name != "preview" && Some(name) == release(api.version))
}

impl<D: fmt::Debug> fmt::Debug for Event<D> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Event")
            .field("id", &self.id)
            .field("type_", &self.type_)
            .field("created", &self.created)
            .field("livemode", &self.livemode)
            .field("api_version", &self.api_version)
            .field("account", &self.account)
            .field("context", &self.context)
            .field("pending_webhooks", &self.pending_webhooks)
            .field("request", &self.request)
            .field("data", &self.data)
            .field(
                "previous_attributes",
                &self.previous_attributes.as_ref().map(|_| Redacted),
            )
            .finish()
    }
}

impl fmt::Debug for EventRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("EventRequest")
            .field("id", &self.id)
            .field(
                "idempotency_key",
                &self.idempotency_key.as_ref().map(|_| Redacted),
            )
            .finish()
    }
}
