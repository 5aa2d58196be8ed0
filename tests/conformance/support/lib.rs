//! What the tests against other programs share.
#![expect(
    clippy::missing_panics_doc,
    reason = "a panic is how a test tells that it failed"
)]

mod browser;
mod built;
pub mod calls;
pub mod clients;
mod environment;
pub mod ledger;
pub mod origin;
mod probe;
mod process;
mod proxy;
mod tally;
pub mod trial;

pub use browser::Browser;
pub use built::built;
pub use process::Process;
pub use proxy::{Proxy, port_of};
pub use tally::Tally;
