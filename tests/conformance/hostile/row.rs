//! A line for each hostile answer: what is sent, and what both clients make of it.

use std::fmt::Display;
use std::io;
use std::sync::Arc;
use std::time::Duration;

use stripe_identity_conformance::Tally;
use stripe_identity_conformance::clients::{Kind, Settings};

use super::caller::{Ask, Caller};
use super::origin::{Origin, Peer, Script};

/// Part of every hostile text. No error, and no `Debug` of an answer, may show it.
pub(crate) const CANARY: &str = "canary-7f3a";

pub(crate) const MIB: u64 = 1 << 20;

/// A body of 8 MiB, the buffer that it grew out of, and what is made of it.
const MEMORY: u64 = 32 * MIB;

/// What the buffers of two sockets hold when the client stops reading.
const IN_FLIGHT: u64 = 16 * MIB;

/// How long an error may be in a log, with its sources.
const LONGEST: usize = 2048;

/// One hostile answer.
pub(crate) struct Row {
    name: String,
    script: Script,
    expected: &'static str,
    ask: Ask,
    body_limit: usize,
    memory: u64,
    unasked: bool,
    resends: usize,
    timed: bool,
}

/// Bytes that are the answer to every request.
pub(crate) fn row(name: impl Into<String>, reply: impl AsRef<[u8]>, expected: &'static str) -> Row {
    let reply = reply.as_ref().to_vec();
    script(name, expected, move |peer| {
        peer.request()?;
        peer.send(&reply)
    })
}

/// An answer that is more than a run of bytes.
pub(crate) fn script(
    name: impl Into<String>,
    expected: &'static str,
    script: impl Fn(&mut Peer) -> io::Result<()> + Send + Sync + 'static,
) -> Row {
    Row {
        name: name.into(),
        script: Arc::new(script),
        expected,
        ask: Ask::Retrieve,
        body_limit: 8 << 20,
        memory: MEMORY,
        unasked: false,
        resends: 0,
        timed: false,
    }
}

/// A body after a correct head.
pub(crate) fn body(name: impl Into<String>, body: impl AsRef<[u8]>, expected: &'static str) -> Row {
    row(name, answer("200 OK", body), expected)
}

/// A whole response.
pub(crate) fn answer(status: impl Display, body: impl AsRef<[u8]>) -> Vec<u8> {
    let body = body.as_ref();
    let length = body.len();
    let mut reply = format!(
        "HTTP/1.1 {status}\r\nConnection: close\r\nContent-Type: application/json\r\n\
         Request-Id: req_hostile\r\nContent-Length: {length}\r\n\r\n"
    )
    .into_bytes();
    reply.extend_from_slice(body);
    reply
}

impl Row {
    /// Answers a request of another kind than `retrieve`.
    pub(crate) fn to(mut self, ask: Ask) -> Self {
        self.ask = ask;
        self
    }

    /// Takes more memory than usual; the row says why.
    pub(crate) fn memory(mut self, bytes: u64) -> Self {
        self.memory = bytes;
        self
    }

    /// Another limit of a body than the default.
    pub(crate) fn body_limit(mut self, bytes: usize) -> Self {
        self.body_limit = bytes;
        self
    }

    /// Ends only by the timeout, which is short.
    pub(crate) fn until_timeout(mut self) -> Self {
        self.timed = true;
        self
    }

    /// The server does not read requests, and cannot count them.
    pub(crate) fn unasked(mut self) -> Self {
        self.unasked = true;
        self
    }

    /// The server says that it did not start on the request, which the client may then send again
    /// within an attempt, this many times.
    pub(crate) fn resends(mut self, times: usize) -> Self {
        self.resends = times;
        self
    }

    /// All that is wrong, and the most memory that was in use.
    fn check(&self, caller: Caller) -> (Vec<String>, u64) {
        let origin = Origin::start(caller.tls(), Arc::clone(&self.script));
        let timeout = Duration::from_millis(if self.timed { 400 } else { 10_000 });
        let mut settings = Settings::new(String::new(), timeout);
        settings.body_limit = self.body_limit;
        settings.retries = if self.timed { 0 } else { 2 };
        let told = caller.call(&origin, self.ask, settings);
        let expected = self.expected;
        let mut wrong = Vec::new();
        if told.outcome != expected {
            wrong.push(format!("expected `{expected}`, got `{}`", told.outcome));
        }
        wrong.extend(shows_too_much(&told.shown));
        // No server makes a client wait for longer, whatever it asks for.
        if told.slept.iter().any(|slept| slept.as_secs() > 60) {
            wrong.push(format!("waited {:?}", told.slept));
        }
        if told.heap > self.memory {
            wrong.push(format!("{} bytes of memory", told.heap));
        }
        let requests = origin.requests();
        if !self.unasked && requests != told.attempts as usize + self.resends {
            wrong.push(format!("{} attempts, {requests} requests", told.attempts));
        }
        // Where time is the bound, bytes are not.
        let most = u64::from(told.attempts) * (self.body_limit as u64 + IN_FLIGHT);
        if !self.timed && origin.sent() as u64 > most {
            wrong.push(format!("the server got rid of {} bytes", origin.sent()));
        }
        (wrong, told.heap)
    }
}

/// What must not be in a text that may be logged.
pub(crate) fn shows_too_much(shown: &str) -> Option<String> {
    let much = if shown.contains(CANARY) {
        "what was sent"
    } else if shown.len() > LONGEST {
        "very much"
    } else if shown.chars().any(char::is_control) {
        "control characters"
    } else {
        return None;
    };
    let start: String = shown.chars().take(LONGEST).collect();
    Some(format!("shows {much}: {start:?}"))
}

/// Sends each row's answer to both clients, and reports all that is wrong at once.
pub(crate) fn check(title: &str, rows: &[Row]) {
    check_with(title, rows, &Kind::ALL.map(Caller::Http1));
}

/// The same over HTTP/2.
pub(crate) fn check_http2(title: &str, rows: &[Row]) {
    check_with(title, rows, &[Caller::Http2]);
}

fn check_with(title: &str, rows: &[Row], callers: &[Caller]) {
    let mut tally = Tally::new(format!("hostile: {title}"));
    for caller in callers {
        let group = caller.name();
        let mut most = 0;
        for row in rows {
            let (wrong, heap) = row.check(*caller);
            most = most.max(heap);
            tally.faults(&group, &row.name, &wrong);
        }
        tally.note(&group, format!("{} KiB of memory at most", most / 1024));
    }
    tally.finish();
}
