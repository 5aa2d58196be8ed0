//! A stand-in for Stripe Identity, for tests and first steps. See [`FakeStripe`].

mod api;
mod builder;
mod check;
mod clock;
mod error;
mod expansion;
mod fake;
mod fault;
mod form;
mod handle;
mod idempotency;
mod ids;
mod lifecycle;
mod outcome;
mod page;
mod person;
mod record;
mod redaction;
mod refusal;
mod render;
mod report;
mod sensitive;
mod server;
mod shared;
mod spec;
mod store;
mod webhook;

pub use builder::FakeStripeBuilder;
pub use error::Error;
pub use fake::FakeStripe;
pub use fault::Fault;
pub use handle::Handle;
pub use outcome::Outcome;
pub use person::{Address, Date, IdNumber, IdentityDocument, Person};
pub use record::RequestRecord;
pub use webhook::{Delivery, DeliveryOutcome};
