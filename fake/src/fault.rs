use std::time::Duration;

/// What goes wrong with the next requests; see
/// [`Handle::fail_next`](crate::Handle::fail_next).
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Fault {
    /// Answered with this status and an error in Stripe's form; nothing is carried out.
    Status(u16),
    /// Answered with this instead; nothing is carried out. For what proxies and captive
    /// portals between a client and Stripe answer.
    Reply {
        /// The status.
        status: u16,
        /// Headers, by name and value.
        headers: Vec<(String, String)>,
        /// The body.
        body: String,
    },
    /// Carried out after this delay, in real time. Its idempotency key is in use
    /// meanwhile.
    Delay(Duration),
    /// Carried out when the test calls [`Handle::release`](crate::Handle::release). Its
    /// idempotency key is in use meanwhile.
    Hold,
    /// Never answered and not carried out; the client has to give up.
    Hang,
    /// The connection is reset; nothing is carried out.
    Reset,
    /// Carried out, but the connection is reset instead of an answer. A client cannot know
    /// whether the request was carried out, and retries with the same idempotency key.
    LoseReply,
}
