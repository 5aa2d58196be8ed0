//! What the benches share: made-up data, the work done through the client, and
//! the same work written by hand, which is the reference.

pub(crate) mod case;
pub(crate) mod data;
pub(crate) mod form;
pub(crate) mod http;
pub(crate) mod types;
