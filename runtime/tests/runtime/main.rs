//! RUNTIME.md, line by line, seen from outside.
#![expect(
    clippy::unwrap_used,
    reason = "a panic is how a test tells that it failed"
)]
#![expect(
    clippy::format_push_string,
    reason = "an allocation more is nothing here"
)]
#![expect(
    clippy::print_stderr,
    reason = "how a test that runs in a process of its own tells what it found"
)]

mod bad_input;
#[cfg(feature = "blocking")]
mod blocking;
mod errors;
mod files;
mod form;
mod networks;
mod outcomes;
mod pages;
mod proxies;
mod requests;
mod retries;
mod secrets;
// Not by a dependency: that crate depends on this one.
#[path = "../../../tests/support/server.rs"]
#[expect(unreachable_pub, reason = "shared with the workspace's tests")]
mod server;
#[path = "../../../tests/support/silence.rs"]
#[expect(unreachable_pub, reason = "shared with the workspace's tests")]
mod silence;
mod sockets;
#[cfg(feature = "http2")]
mod streams;
mod support;
mod table;
mod testing;
mod timeouts;
mod tls;
mod v2;
mod values;
mod webhooks;
