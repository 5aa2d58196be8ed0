//! What the tests against other programs share.

pub mod environment;
pub mod outcome;
pub mod probe;
mod process;
mod proxy;
mod table;
mod tally;

pub use process::Process;
pub use proxy::Proxy;
pub use table::Table;
pub use tally::Tally;
