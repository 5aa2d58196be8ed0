// @generated from Stripe's OpenAPI document. Do not edit: change the document or the generator, and run
// `cargo xtask generate`.

//! Webhook events: verified, then typed.
//!
//! Answer with a 2xx status as soon as the event is safe; Stripe sends it again otherwise, and may send it twice in any case. See [Stripe's documentation](https://docs.stripe.com/webhooks).
//!
//! ```no_run
//! use stripe_client::webhook::{Event, ThingEvent, WebhookVerifier};
//!
//! # fn example(body: &[u8], signature: &str) -> Result<(), stripe_client::Error> {
//! let verifier = WebhookVerifier::new("whsec_…")?;
//! // The body as it arrived, and the header `Stripe-Signature`.
//! let event: Event = verifier.event(body, signature)?;
//! match event.data {
//!     ThingEvent::ThingMade(object) => println!("{}", object.id),
//!     ThingEvent::ThingLost(object) => println!("{}", object.id),
//!     _ => {}
//! }
//! # Ok(())
//! # }
//! ```

pub use stripe_runtime::webhook::{
    EventData, EventId, EventObject, EventRequest, RelatedObject, TestSignature,
    ThinEvent, WebhookVerifier,
};
pub use stripe_runtime::SignatureRefusal;

/// An event, with what happened as [`ThingEvent`].
pub type Event = stripe_runtime::webhook::Event<ThingEvent>;

/// What happened, and the object that it happened to, as it was then.
///
/// See [Stripe's documentation](https://docs.stripe.com/api/events/types).
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ThingEvent {
    /// `thing.made`
    ThingMade(Box<super::thing::Thing>),
    /// `thing.lost`
    ThingLost(Box<super::thing::Thing>),
    /// Any other event, or one whose object has another form than this version of the crate expects.
    Unknown(EventObject),
}

impl EventData for ThingEvent {
    fn from_parts(type_: &str, object: EventObject) -> Self {
        match type_ {
            "thing.made" => object.read_or(Self::ThingMade, Self::Unknown),
            "thing.lost" => object.read_or(Self::ThingLost, Self::Unknown),
            _ => Self::Unknown(object),
        }
    }
}
