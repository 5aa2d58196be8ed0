use std::time::Duration;

/// What goes wrong with the next requests; see
/// [`Handle::fail_next`](crate::Handle::fail_next).
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Fault {
    /// Refused with this status and an error of Stripe's shape; nothing is
    /// carried out.
    Status(u16),
    /// Answered with this instead; nothing is carried out. For what stands
    /// between a client and Stripe: proxies, captive portals.
    Reply {
        /// The status.
        status: u16,
        /// Headers, by name and value.
        headers: Vec<(String, String)>,
        /// The body.
        body: String,
    },
    /// Carried out after this time, by the real clock. Meanwhile its
    /// idempotency key is in use.
    Delay(Duration),
    /// Carried out when the test calls [`Handle::release`](crate::Handle::release).
    /// Meanwhile its idempotency key is in use.
    Hold,
    /// Never answered, nor carried out; the client has to give up.
    Hang,
    /// The connection is reset; nothing is carried out.
    Reset,
    /// Carried out, but the connection is reset instead of an answer: the
    /// client cannot know, and tries again with the same idempotency key.
    LoseReply,
}
