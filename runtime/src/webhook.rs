//! [Webhooks](https://docs.stripe.com/webhooks): verifying and reading them.
//!
//! [`WebhookVerifier`] checks the `Stripe-Signature` header against the raw body
//! and returns the [`Event`]. The type of its data is an enum of the generated
//! crate, which implements [`EventData`]. Events of a type that the enum does not
//! name are kept as an [`EventObject`]. An event of a known type whose object cannot
//! be read is an error, so that it is not taken for an unknown one.
//!
//! A handler for axum and others. Stripe sends an event again unless the status is a
//! success:
//!
//! ```
//! use bytes::Bytes;
//! use http::{HeaderMap, StatusCode};
//! use stripe_runtime::webhook::{EventObject, WebhookVerifier};
//!
//! async fn webhook(verifier: &WebhookVerifier, headers: HeaderMap, body: Bytes) -> StatusCode {
//!     let signature = headers.get("stripe-signature").and_then(|value| value.to_str().ok());
//!     // `EventObject` takes any event; a generated crate has an enum for it.
//!     match verifier.event::<EventObject>(&body, signature.unwrap_or_default()) {
//!         Ok(event) => {
//!             println!("{} is {}", event.id, event.type_);
//!             StatusCode::OK
//!         }
//!         Err(error) if error.is_webhook_signature() => StatusCode::UNAUTHORIZED,
//!         Err(_) => StatusCode::BAD_REQUEST,
//!     }
//! }
//! # let _ = webhook;
//! ```

mod event;
mod hmac;
mod signature;
mod test_signature;
mod thin_event;
mod verifier;

pub use event::{Event, EventData, EventId, EventObject, EventRequest};
pub use test_signature::TestSignature;
pub use thin_event::{EventReason, RelatedObject, ThinEvent};
pub use verifier::WebhookVerifier;
