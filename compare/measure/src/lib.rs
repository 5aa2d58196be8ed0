//! What both measuring programs do in the same way: the JSON that is read, the loops
//! that are timed, and the form in which numbers are given.

mod calls;
pub mod canary;
mod command;
pub mod data;
mod facts;
mod subject;
mod time;

pub use command::{Allocated, main, memory};
pub use subject::Subject;
