//! Requests byte by byte, which the client would not send.

use std::io::{self, Read, Write};
use std::net::{SocketAddr, TcpStream};

/// What comes back: a status, and the rest as text.
#[derive(Debug)]
pub(crate) struct Reply {
    pub(crate) status: u16,
    pub(crate) body: String,
}

/// Sends a request with these headers and a body, on a connection of its own.
pub(crate) fn send(
    address: SocketAddr,
    line: &str,
    headers: &[(&str, &str)],
    body: &str,
) -> io::Result<Reply> {
    let mut stream = TcpStream::connect(address)?;
    let mut head = format!("{line} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n");
    for (name, value) in headers {
        head = format!("{head}{name}: {value}\r\n");
    }
    write!(stream, "{head}Content-Length: {}\r\n\r\n{body}", body.len())?;
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
