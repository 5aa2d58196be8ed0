//! The generated client, used as a stranger uses it: what it sends, what it reads, what it shows.

mod debug;
mod decode;
mod events;
mod exchange;
mod readme;
mod testing;
mod wire;
