//! Status lines and headers.

use super::bodies::session;
use super::caller::Ask;
use super::row::{CANARY, Row, check, row, script};

const PROTOCOL: &str = "Connection Protocol";

/// A session behind this head.
fn head(name: impl Into<String>, head: impl AsRef<[u8]>, expected: &'static str) -> Row {
    let session = session("");
    let mut reply = head.as_ref().to_vec();
    reply.extend_from_slice(
        format!("Content-Length: {}\r\n\r\n{session}", session.len()).as_bytes(),
    );
    row(name, reply, expected)
}

/// A session behind a good status line and these headers.
fn headers(name: impl Into<String>, lines: impl AsRef<[u8]>, expected: &'static str) -> Row {
    let mut reply = b"HTTP/1.1 200 OK\r\n".to_vec();
    reply.extend_from_slice(lines.as_ref());
    reply.extend_from_slice(b"\r\n");
    head(name, reply, expected)
}

fn named(lines: impl AsRef<[u8]>, expected: &'static str) -> Row {
    let name: String = String::from_utf8_lossy(lines.as_ref())
        .chars()
        .take(50)
        .collect();
    headers(format!("{name:?}"), lines, expected)
}

#[test]
fn status_lines() {
    let line = |line: &str, expected| head(format!("{line:?}"), format!("{line}\r\n"), expected);
    check(
        "status lines",
        &[
            line("HTTP/1.1 200 OK", "read"),
            line("HTTP/1.1 200", "read"),
            line("HTTP/1.1 200 ", "read"),
            line("HTTP/1.0 200 OK", "read"),
            line("HTTP/1.1 299 canary-7f3a", "read"),
            line("HTTP/1.1 20 OK", PROTOCOL),
            line("HTTP/1.1 2000 OK", PROTOCOL),
            line("HTTP/1.1 000 OK", PROTOCOL),
            line("HTTP/1.1 099 OK", PROTOCOL),
            line("HTTP/1.1 -20 OK", PROTOCOL),
            line("HTTP/1.1 2OO OK", PROTOCOL),
            line("HTTP/1.1 canary-7f3a", PROTOCOL),
            line("HTTP/1.1  200 OK", PROTOCOL),
            line("HTTP/1.1\t200 OK", PROTOCOL),
            line("HTTP/2.0 200 OK", PROTOCOL),
            line("HTTP/9.9 200 OK", PROTOCOL),
            line("http/1.1 200 OK", PROTOCOL),
            line("ICY 200 OK", PROTOCOL),
            line("200 OK", PROTOCOL),
            line("HTTP/1.1 200 O\u{0}K", PROTOCOL),
            line("GET / HTTP/1.1", PROTOCOL),
            head(
                "empty lines before it",
                "\r\n\r\nHTTP/1.1 200 OK\r\n",
                "read",
            ),
            head(
                "a reason of 1 MiB",
                format!("HTTP/1.1 200 {}\r\n", "x".repeat(1 << 20)),
                PROTOCOL,
            ),
            head(
                "a reason that is not UTF-8",
                b"HTTP/1.1 200 \xff\xfe\r\n",
                "read",
            ),
        ],
    );
}

#[test]
#[rustfmt::skip]
fn floods() {
    let many = |count: usize| (0..count).fold(String::new(), |lines, n| lines + &format!("X-Canary-{n}: {CANARY}\r\n"));
    let cookies = |count: usize| "Set-Cookie: a=canary-7f3a; Path=/\r\n".repeat(count);
    let large = |bytes: usize| format!("X-Large: {}{CANARY}\r\n", "x".repeat(bytes));
    let flood = |name: &str, lines: String, expected| headers(name.to_owned(), lines.trim_end(), expected);
    check("floods of headers", &[
        flood("90 headers", many(90), "read"),
        flood("90 cookies", cookies(90), "read"),
        flood("200 headers", many(200), PROTOCOL),
        flood("10,000 headers", many(10_000), PROTOCOL),
        flood("10,000 cookies", cookies(10_000), PROTOCOL),
        flood("a header of 50 kB", large(50_000), "read"),
        flood("a header of 1 MB", large(1_000_000), PROTOCOL),
        flood("a name of 50 kB", format!("{}: x\r\n", "x".repeat(50_000)), "read"),
        flood("a name of 1 MB", format!("{}: x\r\n", "x".repeat(1_000_000)), PROTOCOL),
        script("headers that never end", PROTOCOL, |peer| {
            peer.request()?;
            peer.send("HTTP/1.1 200 OK\r\n")?;
            peer.send_forever("X-Canary: canary-7f3a\r\n")
        }),
        script("a header that never ends", PROTOCOL, |peer| {
            peer.request()?;
            peer.send("HTTP/1.1 200 OK\r\nX-Canary: ")?;
            peer.send_forever("canary-7f3a")
        }),
        script("a status line that never ends", PROTOCOL, |peer| {
            peer.request()?;
            peer.send("HTTP/1.1 200 ")?;
            peer.send_forever("canary-7f3a")
        }),
        script("empty lines that never end", PROTOCOL, |peer| {
            peer.request()?;
            peer.send_forever("\r\n")
        }),
    ]);
}

#[test]
fn odd_headers() {
    check(
        "headers",
        &[
            named("Request-Id: canary 7f3a", "read"),
            named("Request-Id: req_1\r\nRequest-Id: req_2", "read"),
            named(format!("Request-Id: {}", "x".repeat(50_000)), "read"),
            named(b"Request-Id: \xff\xfe", "read"),
            named("Request-Id: a\tb", "read"),
            named("Request-Id: a\u{1b}[31mcanary-7f3a", PROTOCOL),
            named("Request-Id: a\u{0}canary-7f3a", PROTOCOL),
            named("Request-Id: a\rcanary-7f3a", PROTOCOL),
            named("Request-Id: a\u{7f}canary-7f3a", PROTOCOL),
            named("No colon canary-7f3a", PROTOCOL),
            named(": no name", PROTOCOL),
            named("Space before : canary-7f3a", PROTOCOL),
            named("Sp ace: canary-7f3a", PROTOCOL),
            named("X-Folded: a\r\n canary-7f3a", PROTOCOL),
            named("Idempotent-Replayed: canary-7f3a", "read"),
            named("Connection: canary-7f3a, close", "read"),
            named("Upgrade: canary-7f3a\r\nConnection: upgrade", "read"),
            named("Keep-Alive: timeout=99999999999999999999", "read"),
            head("line feeds alone", "HTTP/1.1 200 OK\nX-A: b\n", "read"),
        ],
    );
}

/// On an error too, whose texts go into logs.
#[test]
fn odd_request_ids_of_errors() {
    let refused = |value: &[u8]| {
        let mut reply = b"HTTP/1.1 400 No\r\nContent-Length: 0\r\nRequest-Id: ".to_vec();
        reply.extend_from_slice(value);
        reply.extend_from_slice(b"\r\n\r\n");
        let name: String = String::from_utf8_lossy(value).chars().take(30).collect();
        row(format!("Request-Id: {name:?}"), reply, "Api 400")
    };
    check(
        "request ids",
        &[
            refused(b"canary-7f3a and words"),
            refused(format!("{CANARY}{}", "x".repeat(50_000)).as_bytes()),
            refused(b"a\tcanary-7f3a"),
            refused(b"\xffcanary-7f3a"),
            refused("\u{202e}canary-7f3a".as_bytes()),
            refused(b"<script>canary-7f3a"),
            refused(b""),
        ],
    );
}

/// No header makes the client wait longer than a minute, or try more often than it may.
#[test]
#[rustfmt::skip]
fn retry_headers() {
    let failed = |lines: &str, expected| {
        let reply = format!("HTTP/1.1 503 No\r\nConnection: close\r\nContent-Length: 0\r\n{lines}\r\n\r\n");
        row(format!("503 {lines:.60?}"), reply, expected).to(Ask::Create)
    };
    let refused = |lines: &str, expected| {
        let reply = format!("HTTP/1.1 400 No\r\nConnection: close\r\nContent-Length: 0\r\n{lines}\r\n\r\n");
        row(format!("400 {lines:.60?}"), reply, expected).to(Ask::Create)
    };
    let mut rows = Vec::new();
    for value in ["-1", "99999999999999999999999999", "18446744073709551615", "1e9", "NaN", "Infinity", "0x10", "5,5", "Wed, 21 Oct 2099 07:28:00 GMT", "1\t2", "", "0", "4.5", "9223372036854775807"] {
        rows.push(failed(&format!("Retry-After: {value}"), "Api 503 x3"));
    }
    rows.push(failed("Retry-After: 1\r\nRetry-After: 99999", "Api 503 x3"));
    for value in ["TRUE", "True", "1", "yes", "true, false", "true\t x", "truefalse", "", "null"] {
        let line = format!("Stripe-Should-Retry: {value}");
        rows.push(refused(&line, "Api 400"));
        rows.push(failed(&line, "Api 503 x3"));
    }
    let long = format!("Stripe-Should-Retry: {}", "true".repeat(1000));
    rows.push(refused(&long, "Api 400"));
    rows.push(refused("Stripe-Should-Retry: true", "Api 400 x3"));
    rows.push(failed("Stripe-Should-Retry: false", "Api 503"));
    check("headers of retries", &rows);
}
