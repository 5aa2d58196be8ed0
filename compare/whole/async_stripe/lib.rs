//! All of the crates that async-stripe is generated into, with all their resources.

pub use stripe_billing;
pub use stripe_checkout;
pub use stripe_connect;
pub use stripe_core;
pub use stripe_fraud;
pub use stripe_issuing;
pub use stripe_misc;
pub use stripe_payment;
pub use stripe_product;
pub use stripe_terminal;
pub use stripe_treasury;
