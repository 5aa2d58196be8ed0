//! What the tests against other programs share.
#![expect(
    clippy::missing_panics_doc,
    reason = "a panic is how a test tells that it failed"
)]

pub mod authority;
mod browser;
pub mod calls;
pub mod clients;
mod environment;
pub mod ledger;
pub mod origin;
mod probe;
mod process;
mod proxy;
mod table;
mod tally;

pub use browser::Browser;
pub use process::Process;
pub use proxy::{Proxy, port_of};
pub use table::Table;
pub use tally::Tally;
