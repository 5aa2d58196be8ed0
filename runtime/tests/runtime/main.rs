//! RUNTIME.md, line by line, seen from outside.

mod bad_input;
#[cfg(feature = "blocking")]
mod blocking;
mod errors;
mod form;
mod pages;
mod requests;
mod retries;
mod secrets;
mod sockets;
mod support;
mod timeouts;
mod tls;
mod values;
mod webhooks;
