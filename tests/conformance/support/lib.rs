//! What the tests against other programs share.

mod browser;
mod process;
mod tally;

pub use browser::Browser;
pub use process::Process;
pub use tally::Tally;
