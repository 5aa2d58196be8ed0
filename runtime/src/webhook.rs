//! [Webhooks](https://docs.stripe.com/webhooks): is it Stripe that sent this,
//! and what does it say?
//!
//! [`WebhookVerifier`] checks the `Stripe-Signature` header against the raw
//! body, and gives the [`Event`]. The type of an event's data is the generated
//! crate's: an enum that implements [`EventData`]. What that enum does not
//! name, it keeps as an [`EventObject`]; no event fails to be read for being
//! new.
//!
//! A handler, as axum and others call it:
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
mod signature;
mod test_signature;
mod thin_event;
mod verifier;

pub use event::{Event, EventData, EventId, EventObject, EventRequest};
pub use test_signature::TestSignature;
pub use thin_event::{RelatedObject, ThinEvent};
pub use verifier::WebhookVerifier;
