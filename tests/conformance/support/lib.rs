//! What the tests against other programs share.

mod process;
mod tally;

pub use process::Process;
pub use tally::Tally;
