//! How a call ended, in few words.

use stripe_identity::Error;

/// `session`, or the kind of the error, the class of the transport's failure, and the status.
#[must_use]
pub fn told<T>(result: &Result<T, Error>) -> String {
    let Err(error) = result else {
        return "session".to_owned();
    };
    let kind = format!("{:?}", error.kind());
    let transport = error.transport_error();
    let transport = transport.map(|error| format!("{:?}", error.kind()));
    let status = error.status().map(|status| status.as_u16().to_string());
    let words: Vec<String> = [Some(kind), transport, status]
        .into_iter()
        .flatten()
        .collect();
    words.join(" ")
}
