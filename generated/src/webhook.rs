// @generated from Stripe's OpenAPI document. Do not edit: change the document or the generator, and run
// `cargo xtask generate`.

//! Verifies webhook signatures and decodes events into types.
//!
//! Respond with a 2xx status as soon as the event is stored. Otherwise Stripe sends it again; it may deliver an event twice in any case. See [Stripe's documentation](https://docs.stripe.com/webhooks).
//!
//! ```no_run
//! use stripe_identity::webhook::{Event, IdentityEvent, WebhookVerifier};
//!
//! # fn example(body: &[u8], signature: &str) -> Result<(), stripe_identity::Error> {
//! let verifier = WebhookVerifier::new("whsec_…")?;
//! // The raw body, and the value of the `Stripe-Signature` header.
//! let event: Event = verifier.event(body, signature)?;
//! match event.data {
//!     IdentityEvent::VerificationSessionCreated(object) => println!("{}", object.id),
//!     IdentityEvent::VerificationSessionProcessing(object) => println!("{}", object.id),
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

/// An event whose data is an [`IdentityEvent`].
pub type Event = stripe_runtime::webhook::Event<IdentityEvent>;

/// What happened, with the object as it was at that time.
///
/// See [Stripe's documentation](https://docs.stripe.com/api/events/types).
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum IdentityEvent {
    /// `identity.verification_session.created`
    VerificationSessionCreated(Box<super::verification_session::VerificationSession>),
    /// `identity.verification_session.processing`
    VerificationSessionProcessing(Box<super::verification_session::VerificationSession>),
    /// `identity.verification_session.requires_input`
    VerificationSessionRequiresInput(
        Box<super::verification_session::VerificationSession>,
    ),
    /// `identity.verification_session.verified`
    VerificationSessionVerified(Box<super::verification_session::VerificationSession>),
    /// `identity.verification_session.canceled`
    VerificationSessionCanceled(Box<super::verification_session::VerificationSession>),
    /// `identity.verification_session.redacted`
    VerificationSessionRedacted(Box<super::verification_session::VerificationSession>),
    /// Any other event, or one whose object has another form than this version of the crate expects.
    Unknown(EventObject),
}

impl EventData for IdentityEvent {
    fn from_parts(type_: &str, object: EventObject) -> Self {
        match type_ {
            "identity.verification_session.created" => {
                object.read_or(Self::VerificationSessionCreated, Self::Unknown)
            }
            "identity.verification_session.processing" => {
                object.read_or(Self::VerificationSessionProcessing, Self::Unknown)
            }
            "identity.verification_session.requires_input" => {
                object.read_or(Self::VerificationSessionRequiresInput, Self::Unknown)
            }
            "identity.verification_session.verified" => {
                object.read_or(Self::VerificationSessionVerified, Self::Unknown)
            }
            "identity.verification_session.canceled" => {
                object.read_or(Self::VerificationSessionCanceled, Self::Unknown)
            }
            "identity.verification_session.redacted" => {
                object.read_or(Self::VerificationSessionRedacted, Self::Unknown)
            }
            _ => Self::Unknown(object),
        }
    }
}
