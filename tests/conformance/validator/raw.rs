//! Requests byte by byte, which the client would not send.

use std::io::{self, Read, Write};
use std::net::{SocketAddr, TcpStream};

/// What comes back: a status, and the rest as text.
#[derive(Debug)]
pub(crate) struct Reply {
    pub(crate) status: u16,
    pub(crate) body: String,
}

/// Sends a request with a body of this media type, on a connection of its own.
pub(crate) fn send(
    address: SocketAddr,
    line: &str,
    media_type: &str,
    body: &str,
) -> io::Result<Reply> {
    let mut stream = TcpStream::connect(address)?;
    write!(
        stream,
        "{line} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\
         Content-Type: {media_type}\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    )?;
    let mut reply = String::new();
    stream.read_to_string(&mut reply)?;
    let status = reply
        .split(' ')
        .nth(1)
        .and_then(|status| status.parse().ok());
    let status = status.ok_or_else(|| io::Error::other("the reply is not HTTP"))?;
    let body = reply
        .split_once("\r\n\r\n")
        .map(|(_, body)| body.to_owned());
    Ok(Reply {
        status,
        body: body.unwrap_or_default(),
    })
}
