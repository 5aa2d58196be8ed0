//! The stand-in from outside: what a client, a browser and a webhook see.

mod beside;
mod control;
mod crosstalk;
mod expand;
mod faults;
mod hosted_page;
mod idempotency;
mod lifecycle;
mod lists;
mod modal;
mod operations;
mod program;
mod redaction;
mod refusals;
mod starting;
mod support;
mod table;
mod webhooks;
