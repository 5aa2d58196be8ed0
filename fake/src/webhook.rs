//! Events, and how they are sent to webhook endpoints.

mod delivery;
mod endpoint;
mod event;
mod outbox;
mod sender;

pub use delivery::{Delivery, DeliveryOutcome};

pub(crate) use endpoint::{Endpoint, Payload};
pub(crate) use event::{Cause, EventKind, event, notification};
pub(crate) use outbox::{Outbox, Posted};
pub(crate) use sender::run;
