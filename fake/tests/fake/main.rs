//! The stand-in from outside: what a client, a browser and a webhook see.

mod crosstalk;
mod expand;
mod faults;
mod hosted_page;
mod idempotency;
mod lifecycle;
mod lists;
mod operations;
mod program;
mod redaction;
mod refusals;
mod support;
mod webhooks;
