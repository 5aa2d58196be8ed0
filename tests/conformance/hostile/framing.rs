//! Where a response begins and ends.

use std::io;

use super::bodies::session;
use super::origin::Peer;
use super::row::{CANARY, Row, answer, check, row, script};

const PROTOCOL: &str = "Connection Protocol";
const CLOSED: &str = "Connection Closed 200 x3";
/// Chunks that are none.
const BROKEN: &str = "Connection Protocol 200 x3";

/// A session behind these headers; the connection ends behind it.
fn framed(headers: &str, body: impl AsRef<[u8]>, expected: &'static str) -> Row {
    let name: String = headers.chars().take(60).collect();
    let mut reply = format!("HTTP/1.1 200 OK\r\n{headers}\r\n\r\n").into_bytes();
    reply.extend_from_slice(body.as_ref());
    row(format!("{name:?}"), reply, expected)
}

/// A chunked response, its chunks as they are given.
fn chunked(name: &str, chunks: impl AsRef<[u8]>, expected: &'static str) -> Row {
    let mut reply = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n".to_vec();
    reply.extend_from_slice(chunks.as_ref());
    row(name, reply, expected)
}

/// A head, and then something without end.
fn endless(name: &str, headers: &'static str, flood: &'static str, expected: &'static str) -> Row {
    script(name, expected, move |peer: &mut Peer| -> io::Result<()> {
        peer.request()?;
        peer.send(headers)?;
        peer.send_forever(flood)
    })
}

#[test]
#[rustfmt::skip]
fn lengths() {
    let session = session("");
    let whole = session.len();
    let length = |value: &str, expected| framed(&format!("Content-Length: {value}"), &session, expected);
    check("lengths", &[
        length(&whole.to_string(), "read"),
        length(&format!("{whole}\r\nContent-Length: {whole}"), "read"),
        length(&format!("{whole}\r\nContent-Length: 5"), PROTOCOL),
        length(&format!("5\r\nContent-Length: {whole}"), PROTOCOL),
        length(&format!("{whole}, {whole}"), "read"),
        length(&format!("{whole}, 5"), PROTOCOL),
        length("-1", PROTOCOL),
        length("+5", PROTOCOL),
        length("0x5", PROTOCOL),
        length("5 5", PROTOCOL),
        length("canary-7f3a", PROTOCOL),
        length("", PROTOCOL),
        length("18446744073709551616", PROTOCOL),
        length("18446744073709551615", PROTOCOL),
        length("9223372036854775808", "Decode 200"),
        length("8388609", "Decode 200"),
        length("8388608", CLOSED),
        length("5", "Decode 200"),
        length("0", "Decode 200"),
        framed("X-None: 1", &session, "read"),
    ]);
}

#[test]
#[rustfmt::skip]
fn chunks() {
    let session = session("");
    let whole = format!("{:x}\r\n{session}\r\n0\r\n\r\n", session.len());
    let bytewise: String = session.chars().flat_map(|c| ["1\r\n".to_owned(), format!("{c}\r\n")]).collect();
    let with = |extension: &str| whole.replacen("\r\n", &format!("{extension}\r\n"), 1);
    let trailers = |lines: &str| format!("{:x}\r\n{session}\r\n0\r\n{lines}\r\n", session.len());
    check("chunks", &[
        chunked("as it should be", &whole, "read"),
        chunked("byte by byte", format!("{bytewise}0\r\n\r\n"), "read"),
        chunked("an extension", with(";a=b"), "read"),
        chunked("an extension of 100 kB", with(&format!(";{}", "x".repeat(100_000))), BROKEN),
        chunked("100,000 extensions", with(&";a".repeat(100_000)), BROKEN),
        chunked("zeros before the size", format!("{}{whole}", "0".repeat(10)), "read"),
        chunked("a size over the limit", format!("800001\r\n{session}"), CLOSED),
        chunked("a size that overflows", format!("ffffffffffffffffff\r\n{session}"), BROKEN),
        chunked("the largest size", format!("ffffffffffffffff\r\n{session}"), CLOSED),
        chunked("a negative size", format!("-5\r\n{session}"), BROKEN),
        chunked("a hexadecimal prefix", format!("0x5\r\n{session}"), BROKEN),
        chunked("no size", format!("\r\n{session}"), BROKEN),
        chunked("words for a size", format!("{CANARY}\r\n{session}"), BROKEN),
        chunked("no end of a chunk", format!("5\r\n{session}"), BROKEN),
        chunked("no last chunk", format!("{:x}\r\n{session}\r\n", session.len()), CLOSED),
        chunked("trailers", trailers("X-A: canary-7f3a\r\n"), "read"),
        chunked("a trailer of 100 kB", trailers(&format!("X-A: {}\r\n", "x".repeat(100_000))), BROKEN),
        chunked("10,000 trailers", trailers(&"X-A: b\r\n".repeat(10_000)), BROKEN),
        framed("Transfer-Encoding: chunked\r\nContent-Length: 5", &whole, "read"),
        framed("Content-Length: 5\r\nTransfer-Encoding: chunked", &whole, "read"),
        framed("Transfer-Encoding: chunked, chunked", &whole, "read"),
        framed("Transfer-Encoding: gzip", &session, "read"),
        framed("Transfer-Encoding: identity", &session, "read"),
        framed("Transfer-Encoding: canary-7f3a, chunked", &whole, "read"),
    ]);
}

#[test]
#[ignore = "takes seconds; cargo xtask conformance runs it"]
#[rustfmt::skip]
fn floods() {
    check("floods of bytes", &[
        endless("a chunk without end", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffffffffff\r\n", "canary-7f3a", "Decode 200"),
        endless("chunks without end", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", "b\r\ncanary-7f3a\r\n", "Decode 200").body_limit(1 << 14),
        endless("chunks of a byte without end", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", "1\r\nx\r\n", "Decode 200").body_limit(1 << 14),
        endless("an extension without end", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5;", "canary-7f3a", BROKEN),
        endless("chunks with extensions", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", "1;canary-7f3a=canary-7f3a\r\nx\r\n", BROKEN),
        endless("a size of zeros without end", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", "0", "Timeout 200").until_timeout(),
        endless("trailers without end", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n", "X-A: canary-7f3a\r\n", "Connection Protocol 200").until_timeout(),
        endless("a body without length or end", "HTTP/1.1 200 OK\r\n\r\n", "canary-7f3a", "Decode 200"),
        endless("a body longer than its length", "HTTP/1.1 200 OK\r\nContent-Length: 11\r\n\r\n", "canary-7f3a", "Decode 200"),
        endless("an error without end", "HTTP/1.1 500 No\r\n\r\n", "canary-7f3a", "Api 500 x3"),
        endless("103 without end", "", "HTTP/1.1 103 Early Hints\r\nX-A: canary-7f3a\r\n\r\n", "Timeout").until_timeout(),
        endless("100 without end", "", "HTTP/1.1 100 Continue\r\n\r\n", "Timeout").until_timeout(),
    ]);
}

#[test]
#[rustfmt::skip]
fn informational() {
    let session = session("");
    let after = |before: &str, times: usize, expected| {
        let ok = format!("HTTP/1.1 200 OK\r\nContent-Length: {}\r\n\r\n{session}", session.len());
        let name = format!("{times} times {before:?}");
        row(name, format!("{before}\r\n\r\n").repeat(times) + &ok, expected)
    };
    check("informational responses", &[
        after("HTTP/1.1 100 Continue", 1, "read"),
        after("HTTP/1.1 102 Processing", 1, "read"),
        after("HTTP/1.1 103 Early Hints\r\nLink: <canary-7f3a>", 1, "read"),
        after("HTTP/1.1 103 Early Hints", 1_000, "read"),
        after("HTTP/1.1 199 canary-7f3a", 10, "read"),
        after("HTTP/1.1 103 Early Hints\r\nContent-Length: 5", 1, "read"),
        row("101, and then silence", "HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\nConnection: upgrade\r\n\r\n", "Api 101"),
    ]);
}

#[test]
fn what_is_not_http() {
    let not = |name: &str, bytes: &[u8], expected| row(name, bytes, expected);
    check(
        "what is not HTTP",
        &[
            not("HTTP/0.9", session("").as_bytes(), PROTOCOL),
            not("HTTP/0.9, of HTML", b"<html>canary-7f3a</html>", PROTOCOL),
            not("SSH", b"SSH-2.0-canary-7f3a\r\n\r\n", PROTOCOL),
            not("a TLS alert", b"\x15\x03\x03\x00\x02\x02\x28", PROTOCOL),
            not("HTTP/2", b"\x00\x00\x00\x04\x00\x00\x00\x00\x00", PROTOCOL),
            not("1 MiB of NUL", &vec![0; 1 << 20], PROTOCOL),
            not("1 MiB of 0xff", &vec![0xff; 1 << 20], PROTOCOL),
            not("half a status line", b"HTTP/1.1 2", "Connection Closed x3"),
            not(
                "half a head",
                b"HTTP/1.1 200 OK\r\nContent-Le",
                "Connection Closed x3",
            ),
            not("nothing", b"", "Connection Closed x3"),
            script("an answer before the request is whole", "read", |peer| {
                peer.read_exact(&mut [0])?;
                peer.send(answer("200 OK", session("")))
            })
            .unasked(),
        ],
    );
}
