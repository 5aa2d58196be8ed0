//! HTTP/2, frame by frame.

use std::io;

use super::bodies::session;
use super::origin::Peer;
use super::row::{CANARY, Row, check_http2, script};

const DATA: u8 = 0;
const HEADERS: u8 = 1;
const PRIORITY: u8 = 2;
const RST_STREAM: u8 = 3;
const SETTINGS: u8 = 4;
const PUSH_PROMISE: u8 = 5;
const PING: u8 = 6;
const GOAWAY: u8 = 7;
const WINDOW_UPDATE: u8 = 8;
const CONTINUATION: u8 = 9;

const END_STREAM: u8 = 0x1;
const END_HEADERS: u8 = 0x4;
const PADDED: u8 = 0x8;

/// `:status: 200`, the whole of a good head.
const OK: &[u8] = &[0x88];

fn frame(kind: u8, flags: u8, stream: u32, payload: impl AsRef<[u8]>) -> Vec<u8> {
    let payload = payload.as_ref();
    let length = u32::try_from(payload.len()).expect("a length");
    let mut frame = length.to_be_bytes()[1..].to_vec();
    frame.extend_from_slice(&[kind, flags]);
    frame.extend_from_slice(&stream.to_be_bytes());
    frame.extend_from_slice(payload);
    frame
}

fn setting(id: u16, value: u32) -> Vec<u8> {
    let mut setting = id.to_be_bytes().to_vec();
    setting.extend_from_slice(&value.to_be_bytes());
    frame(SETTINGS, 0, 0, setting)
}

fn goaway(last_stream: u32, code: u32) -> Vec<u8> {
    let mut payload = last_stream.to_be_bytes().to_vec();
    payload.extend_from_slice(&code.to_be_bytes());
    payload.extend_from_slice(CANARY.as_bytes());
    frame(GOAWAY, 0, 0, payload)
}

/// A header written out; `0x40` for one that is to be remembered, `0` for another.
fn literal(first: u8, name: &str, value: &str) -> Vec<u8> {
    let mut block = vec![first];
    for text in [name, value] {
        let mut length = text.len();
        if length < 127 {
            block.push(u8::try_from(length).expect("small"));
        } else {
            block.push(127);
            length -= 127;
            while length >= 128 {
                block.push(u8::try_from(length % 128).expect("small") | 0x80);
                length /= 128;
            }
            block.push(u8::try_from(length).expect("small"));
        }
        block.extend_from_slice(text.as_bytes());
    }
    block
}

/// The client's first words, and the server's.
fn greet(peer: &mut Peer) -> io::Result<()> {
    peer.read_exact(&mut [0; 24])?;
    peer.send(frame(SETTINGS, 0, 0, []))
}

/// Reads on to a request, and gives its stream.
fn asked(peer: &mut Peer) -> io::Result<u32> {
    loop {
        let mut head = [0; 9];
        peer.read_exact(&mut head)?;
        let [a, b, c, kind, _, s @ ..] = head;
        let length = u32::from_be_bytes([0, a, b, c]) as usize;
        peer.read_exact(&mut vec![0; length])?;
        if kind == HEADERS {
            peer.count_request();
            return Ok(u32::from_be_bytes(s) & 0x7fff_ffff);
        }
    }
}

/// Frames in answer to a request, of which `reply` is told the stream.
fn reply(
    name: &str,
    expected: &'static str,
    reply: impl Fn(u32) -> Vec<Vec<u8>> + Send + Sync + 'static,
) -> Row {
    script(name, expected, move |peer| {
        greet(peer)?;
        loop {
            let stream = asked(peer)?;
            peer.send(reply(stream).concat())?;
        }
    })
}

/// Frames before any request, and then nothing more.
fn first(name: &str, expected: &'static str, bytes: Vec<u8>) -> Row {
    script(name, expected, move |peer| {
        peer.read_exact(&mut [0; 24])?;
        peer.send(&bytes)
    })
    .unasked()
}

/// A head in one frame, a session behind it.
fn head(name: &str, expected: &'static str, block: Vec<u8>) -> Row {
    reply(name, expected, move |stream| {
        vec![
            frame(HEADERS, END_HEADERS, stream, &block),
            frame(DATA, END_STREAM, stream, session("")),
        ]
    })
}

/// A request, these frames, and another one without end.
fn flood(
    name: &str,
    expected: &'static str,
    before: impl Fn(u32) -> Vec<u8> + Send + Sync + 'static,
    flood: impl Fn(u32) -> Vec<u8> + Send + Sync + 'static,
) -> Row {
    script(name, expected, move |peer| {
        greet(peer)?;
        let stream = asked(peer)?;
        peer.send(before(stream))?;
        peer.send_forever(flood(stream))
    })
    .until_timeout()
}

fn good_head(stream: u32) -> Vec<u8> {
    frame(HEADERS, END_HEADERS, stream, OK)
}

fn nothing(_stream: u32) -> Vec<u8> {
    Vec::new()
}

const FAILED: &str = "Connection Closed x3";
const BROKEN: &str = "Connection Closed 200 x3";
const ONCE: &str = "Connection Closed";
const ONCE_BROKEN: &str = "Connection Closed 200";

#[test]
#[rustfmt::skip]
fn endings() {
    let reset = |name: &str, code: u32, expected| reply(name, expected, move |stream| vec![frame(RST_STREAM, 0, stream, code.to_be_bytes())]);
    check_http2("HTTP/2, endings", &[
        head("as it should be", "read", OK.to_vec()),
        first("GOAWAY at once", FAILED, goaway(0, 0)),
        first("GOAWAY at once, behind settings", FAILED, [frame(SETTINGS, 0, 0, []), goaway(0, 0)].concat()),
        reply("GOAWAY for a request", FAILED, |_| vec![goaway(0, 0)]).resends(3 * 16),
        reply("GOAWAY for a request, a hundred times", FAILED, |_| vec![goaway(0, 0); 100]).resends(3 * 16),
        reply("GOAWAY, be calm", FAILED, |_| vec![goaway(0, 11)]),
        reply("GOAWAY, and no answer", "Timeout", |_| vec![goaway(0x7fff_ffff, 2)]).until_timeout(),
        reply("GOAWAY, and then an answer", "read", |stream| vec![goaway(stream, 0), good_head(stream), frame(DATA, END_STREAM, stream, session(""))]),
        reply("GOAWAY in the middle of a body", BROKEN, |stream| vec![good_head(stream), frame(DATA, 0, stream, "{"), goaway(0, 2)]),
        reset("a refused stream", 7, FAILED).resends(3 * 2),
        reset("a cancelled stream", 8, FAILED),
        reset("an internal error", 2, FAILED),
        reset("no error", 0, FAILED),
        reset("HTTP/1.1 required", 13, FAILED),
        reset("an unknown error", u32::MAX, FAILED),
        reply("a reset in the middle of a body", BROKEN, |stream| vec![good_head(stream), frame(DATA, 0, stream, "{"), frame(RST_STREAM, 0, stream, [0, 0, 0, 2])]),
        reply("a reset behind a whole answer", "read", |stream| vec![good_head(stream), frame(DATA, END_STREAM, stream, session("")), frame(RST_STREAM, 0, stream, [0; 4])]),
        reply("a body that is not there", "Decode 200", |stream| vec![frame(HEADERS, END_HEADERS | END_STREAM, stream, OK)]),
        first("nothing", FAILED, Vec::new()),
        first("HTTP/1.1", FAILED, b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}".to_vec()),
        first("a megabyte of NUL", FAILED, vec![0; 1 << 20]),
        first("a megabyte of 0xff", FAILED, vec![0xff; 1 << 20]),
        script("silence", "Timeout", |peer| {
            greet(peer)?;
            asked(peer)?;
            asked(peer).map(drop)
        })
        .until_timeout(),
    ]);
}

#[test]
#[ignore = "takes seconds; cargo xtask conformance runs it"]
#[rustfmt::skip]
fn floods() {
    check_http2("HTTP/2, floods", &[
        flood("settings", "Timeout", nothing, |_| setting(3, 100)),
        flood("pings", "Timeout", nothing, |_| frame(PING, 0, 0, [0; 8])),
        flood("resets of the stream", ONCE, nothing, |stream| frame(RST_STREAM, 0, stream, [0, 0, 0, 8])),
        flood("resets of streams that are not", ONCE, nothing, |_| frame(RST_STREAM, 0, 2, [0, 0, 0, 8])),
        flood("frames of an unknown type", "Timeout", nothing, |_| frame(0xee, 0xff, 0, CANARY)),
        flood("priorities", "Timeout", nothing, |stream| frame(PRIORITY, 0, stream, [0; 5])),
        flood("updates of the window", "Timeout", nothing, |stream| frame(WINDOW_UPDATE, 0, stream, [0x7f, 0xff, 0xff, 0xff])),
        flood("heads of 103", "Timeout", nothing, |stream| frame(HEADERS, END_HEADERS, stream, literal(0, ":status", "103"))),
        flood("empty data", ONCE_BROKEN, good_head, |stream| frame(DATA, 0, stream, [])),
        flood("data beyond the window", ONCE_BROKEN, good_head, |stream| frame(DATA, 0, stream, [b' '; 16_000])),
        flood("data of a byte", "Decode 200", good_head, |stream| frame(DATA, 0, stream, " ")).body_limit(4096),
        flood("padding", ONCE_BROKEN, good_head, |stream| frame(DATA, PADDED, stream, [255; 256])),
        flood("a head that goes on", ONCE, |stream| frame(HEADERS, 0, stream, OK), |stream| frame(CONTINUATION, 0, stream, literal(0, "x-canary", CANARY))),
        flood("a head that goes on with nothing", ONCE, |stream| frame(HEADERS, 0, stream, OK), |stream| frame(CONTINUATION, 0, stream, [])),
        flood(
            "trailers that go on",
            ONCE_BROKEN,
            |stream| [good_head(stream), frame(HEADERS, END_STREAM, stream, literal(0, "x-a", "b"))].concat(),
            |stream| frame(CONTINUATION, 0, stream, literal(0, "x-canary", CANARY)),
        ),
        flood("heads of other streams", ONCE, nothing, |_| frame(HEADERS, END_HEADERS, 2, OK)),
        flood("promises", ONCE, nothing, |stream| frame(PUSH_PROMISE, END_HEADERS, stream, [0, 0, 0, 2, 0x88])),
    ]);
}

#[test]
#[rustfmt::skip]
fn heads() {
    let with = |further: Vec<u8>| [OK, &further].concat();
    let bomb = |references: usize| {
        // One header that is remembered, and then named again by a byte.
        with([literal(0x40, "x", &CANARY.repeat(300)), vec![0xbe; references]].concat())
    };
    check_http2("HTTP/2, heads", &[
        head("a header", "read", with(literal(0, "x-a", CANARY))),
        head("a header of 10 kB", "read", with(literal(0, "x-a", &"x".repeat(10_000)))),
        head("headers of 13 kB", "read", with(literal(0, "x-a", "b").repeat(350))),
        reply("headers of 20 kB", FAILED, |stream| {
            let part = literal(0, "x-a", &"x".repeat(10_000));
            vec![frame(HEADERS, 0, stream, [OK, &part].concat()), frame(CONTINUATION, END_HEADERS, stream, part), frame(DATA, END_STREAM, stream, session(""))]
        }),
        head("100 cookies", "read", with(literal(0, "set-cookie", "a=b").repeat(100))),
        head("1,000 headers", FAILED, with(literal(0, "x-a", "b").repeat(1_000))),
        head("a header four times", "read", bomb(2)),
        head("a header of 3 kB 12,000 times", FAILED, bomb(12_000)),
    ]);
}

#[test]
#[rustfmt::skip]
fn malformed_heads() {
    let with = |further: Vec<u8>| [OK, &further].concat();
    check_http2("HTTP/2, malformed heads", &[
        head("no status", FAILED, literal(0, "x-a", "b")),
        head("two statuses", FAILED, [OK, OK].concat()),
        head("a status of 99", FAILED, literal(0, ":status", "099")),
        head("a status of words", FAILED, literal(0, ":status", CANARY)),
        head("a status behind a header", FAILED, [literal(0, "x-a", "b"), OK.to_vec()].concat()),
        head("a pseudo-header of requests", "read", with(literal(0, ":path", CANARY))),
        head("an unknown pseudo-header", FAILED, with(literal(0, ":canary", CANARY))),
        head("an upper-case name", FAILED, with(literal(0, "X-A", CANARY))),
        head("an empty name", FAILED, with(literal(0, "", CANARY))),
        head("a line break in a value", FAILED, with(literal(0, "x-a", "b\r\ncanary-7f3a: 1"))),
        head("a connection header", FAILED, with(literal(0, "connection", "close"))),
        head("a length that is too small", BROKEN, with(literal(0, "content-length", "5"))),
        head("a length that is too large", BROKEN, with(literal(0, "content-length", "5000"))),
        head("a length over the limit", "Decode 200", with(literal(0, "content-length", "8388609"))),
        head("a length of words", FAILED, with(literal(0, "content-length", CANARY))),
        head("two lengths", FAILED, with([literal(0, "content-length", "5"), literal(0, "content-length", "6")].concat())),
        head("an index that is not", FAILED, with(vec![0xff, 0xff, 0x01])),
        head("an index that overflows", FAILED, with(vec![0xff; 20])),
        head("an index of zero", FAILED, with(vec![0x80])),
        head("a table larger than allowed", FAILED, vec![0x3f, 0xff, 0xff, 0xff, 0x0f, 0x88]),
        head("a length beyond the frame", FAILED, with(vec![0, 0x7f, 0xff, 0xff, 0x0f])),
        head("a bad Huffman code", FAILED, with(vec![0, 1, b'a', 0x84, 0xff, 0xff, 0xff, 0xff])),
        head("a status of 500", "Api 500 x3", literal(0, ":status", "500")),
        head("a status of 101", FAILED, literal(0, ":status", "101")),
    ]);
}

#[test]
#[rustfmt::skip]
fn frames_out_of_place() {
    let then = |name: &str, expected, wrong: fn(u32) -> Vec<u8>| reply(name, expected, move |stream| vec![wrong(stream)]);
    check_http2("HTTP/2, frames out of place", &[
        then("data before a head", FAILED, |stream| frame(DATA, 0, stream, "{}")),
        then("data of no stream", FAILED, |_| frame(DATA, 0, 0, "{}")),
        then("data of a stream that is not", FAILED, |_| frame(DATA, 0, 99, "{}")),
        then("a head of no stream", FAILED, |_| frame(HEADERS, END_HEADERS, 0, OK)),
        then("a continuation of nothing", FAILED, |stream| frame(CONTINUATION, 0, stream, OK)),
        then("a frame between a head's", FAILED, |stream| [frame(HEADERS, 0, stream, OK), frame(PING, 0, 0, [0; 8])].concat()),
        then("a frame over the limit", FAILED, |stream| frame(DATA, 0, stream, vec![0; 20_000])),
        then("a frame said to be of 16 MiB", FAILED, |stream| frame(DATA, 0, stream, vec![0; 0xff_ffff])),
        then("padding longer than its frame", BROKEN, |stream| [good_head(stream), frame(DATA, PADDED, stream, [255, 0])].concat()),
        then("a ping that is too short", FAILED, |_| frame(PING, 0, 0, [0; 3])),
        then("settings that are cut off", FAILED, |_| frame(SETTINGS, 0, 0, [0; 5])),
        then("settings of a stream", FAILED, |stream| frame(SETTINGS, 0, stream, [])),
        then("a window of 2 GiB", FAILED, |_| setting(4, 0x8000_0000)),
        then("frames of no bytes", FAILED, |_| setting(5, 0)),
        then("a window that overflows", FAILED, |_| frame(WINDOW_UPDATE, 0, 0, [0x7f, 0xff, 0xff, 0xff])),
        then("a window that does not grow", FAILED, |_| frame(WINDOW_UPDATE, 0, 0, [0; 4])),
        then("no streams any more", "Timeout", |_| setting(3, 0)).until_timeout(),
        then("a table of 4 GiB", "Timeout", |_| setting(1, u32::MAX)).until_timeout(),
        reply("data behind the end", "read", |stream| vec![good_head(stream), frame(DATA, END_STREAM, stream, session("")), frame(DATA, 0, stream, CANARY)]),
        reply("trailers", "read", |stream| vec![good_head(stream), frame(DATA, 0, stream, session("")), frame(HEADERS, END_HEADERS | END_STREAM, stream, literal(0, "x-a", CANARY))]),
    ]);
}
