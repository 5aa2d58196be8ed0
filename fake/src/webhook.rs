//! Events, and sending them to those who listen.

mod event;
mod outbox;
mod sender;
mod target;

pub use outbox::{Delivery, DeliveryOutcome};

pub(crate) use event::{Cause, EventKind, event};
pub(crate) use outbox::Outbox;
pub(crate) use sender::Sender;
pub(crate) use target::Webhook;
