// @generated from Stripe's OpenAPI document. Do not edit: change the document or the selection, and
// generate again.

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
    EventData, EventId, EventObject, EventReason, EventRequest, RelatedObject,
    TestSignature, ThinEvent, WebhookVerifier,
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
    #[doc(alias = "identity.verification_session.created")]
    VerificationSessionCreated(Box<super::verification_session::VerificationSession>),
    /// `identity.verification_session.processing`
    #[doc(alias = "identity.verification_session.processing")]
    VerificationSessionProcessing(Box<super::verification_session::VerificationSession>),
    /// `identity.verification_session.requires_input`
    #[doc(alias = "identity.verification_session.requires_input")]
    VerificationSessionRequiresInput(
        Box<super::verification_session::VerificationSession>,
    ),
    /// `identity.verification_session.verified`
    #[doc(alias = "identity.verification_session.verified")]
    VerificationSessionVerified(Box<super::verification_session::VerificationSession>),
    /// `identity.verification_session.canceled`
    #[doc(alias = "identity.verification_session.canceled")]
    VerificationSessionCanceled(Box<super::verification_session::VerificationSession>),
    /// `identity.verification_session.redacted`
    #[doc(alias = "identity.verification_session.redacted")]
    VerificationSessionRedacted(Box<super::verification_session::VerificationSession>),
    /// An event of any other type.
    Unknown(EventObject),
}

impl EventData for IdentityEvent {
    #[inline]
    fn from_parts(
        type_: &str,
        object: EventObject,
    ) -> Result<Self, stripe_runtime::Error> {
        match type_ {
            "identity.verification_session.created" => {
                object.read().map(Self::VerificationSessionCreated)
            }
            "identity.verification_session.processing" => {
                object.read().map(Self::VerificationSessionProcessing)
            }
            "identity.verification_session.requires_input" => {
                object.read().map(Self::VerificationSessionRequiresInput)
            }
            "identity.verification_session.verified" => {
                object.read().map(Self::VerificationSessionVerified)
            }
            "identity.verification_session.canceled" => {
                object.read().map(Self::VerificationSessionCanceled)
            }
            "identity.verification_session.redacted" => {
                object.read().map(Self::VerificationSessionRedacted)
            }
            _ => Ok(Self::Unknown(object)),
        }
    }
}
