//! Servers that mean harm: whatever they send, a client ends with an answer or an error
//! that tells nothing of it, within bounds of time and memory.

#[path = "hostile/bodies.rs"]
mod bodies;
#[path = "hostile/caller.rs"]
mod caller;
#[path = "hostile/errors.rs"]
mod errors;
#[path = "hostile/framing.rs"]
mod framing;
#[path = "hostile/heads.rs"]
mod heads;
#[path = "hostile/http2.rs"]
mod http2;
#[path = "hostile/origin.rs"]
mod origin;
#[path = "hostile/pages.rs"]
mod pages;
#[path = "hostile/reuse.rs"]
mod reuse;
#[path = "hostile/row.rs"]
mod row;
#[path = "hostile/webhooks.rs"]
mod webhooks;
