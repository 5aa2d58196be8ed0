//! One line per hostile answer: what is sent, and what both clients make of it.

use std::fmt::Display;
use std::io;
use std::sync::Arc;
use std::time::Duration;

use stripe_identity_conformance::Tally;

use super::caller::{Ask, Caller, Settings};
use super::origin::{Origin, Peer, Script};

/// Stands in every hostile text. No error, and no `Debug` of an answer, may show it.
pub(crate) const CANARY: &str = "canary-7f3a";

pub(crate) const MIB: u64 = 1 << 20;

/// A body of 8 MiB, the buffer that it grew out of, and what is made of it.
const MEMORY: u64 = 32 * MIB;

/// What the buffers of two sockets hold when the client has had enough.
const IN_FLIGHT: u64 = 16 * MIB;

/// What an error may take of a log, its sources and all.
const LONGEST: usize = 2048;

/// One hostile answer.
pub(crate) struct Row {
    name: String,
    script: Script,
    expected: &'static str,
    blocking: Option<&'static str>,
    ask: Ask,
    settings: Settings,
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
        blocking: None,
        ask: Ask::Retrieve,
        settings: Settings::default(),
        memory: MEMORY,
        unasked: false,
        resends: 0,
        timed: false,
    }
}

/// A body behind a head that is as it should be.
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
    /// What the blocking client makes of it, where that is something else.
    pub(crate) fn blocking(mut self, expected: &'static str) -> Self {
        self.blocking = Some(expected);
        self
    }

    /// Answers a request of another kind than `retrieve`.
    pub(crate) fn to(mut self, ask: Ask) -> Self {
        self.ask = ask;
        self
    }

    /// Takes more memory than usual; why that is well stands where it is said.
    pub(crate) fn memory(mut self, bytes: u64) -> Self {
        self.memory = bytes;
        self
    }

    /// Another limit of a body than the default.
    pub(crate) fn body_limit(mut self, bytes: usize) -> Self {
        self.settings.body_limit = bytes;
        self
    }

    /// Ends by the timeout alone, which is short.
    pub(crate) fn until_timeout(mut self) -> Self {
        self.settings.timeout = Duration::from_millis(400);
        self.settings.retries = 0;
        self.timed = true;
        self
    }

    /// The server does not read requests, and cannot count them.
    pub(crate) fn unasked(mut self) -> Self {
        self.unasked = true;
        self
    }

    /// Says that it did not begin with the request, which the client then sends so often beyond its attempts.
    pub(crate) fn resends(mut self, times: usize) -> Self {
        self.resends = times;
        self
    }

    /// All that is wrong, and the most memory that was in use.
    fn check(&self, caller: Caller) -> (Vec<String>, u64) {
        let origin = Origin::start(caller.tls(), Arc::clone(&self.script));
        let (told, heap) = caller.call(&origin, self.ask, &self.settings);
        let expected = match caller {
            Caller::Blocking => self.blocking.unwrap_or(self.expected),
            Caller::Asynchronous | Caller::Http2 => self.expected,
        };
        let mut wrong = Vec::new();
        if told.outcome != expected {
            wrong.push(format!("expected `{expected}`, got `{}`", told.outcome));
        }
        wrong.extend(shows_too_much(&told.shown));
        // No server makes a client wait for longer, whatever it asks for.
        if told.slept.iter().any(|slept| slept.as_secs() > 60) {
            wrong.push(format!("waited {:?}", told.slept));
        }
        if heap > self.memory {
            wrong.push(format!("{heap} bytes of memory, not {}", self.memory));
        }
        let requests = origin.requests();
        if !self.unasked && requests != told.attempts as usize + self.resends {
            wrong.push(format!("{} attempts, {requests} requests", told.attempts));
        }
        // Where time is the bound, bytes are not.
        let most = u64::from(told.attempts) * (self.settings.body_limit as u64 + IN_FLIGHT);
        if !self.timed && origin.sent() as u64 > most {
            wrong.push(format!("the server got rid of {} bytes", origin.sent()));
        }
        (wrong, heap)
    }
}

/// What a text must not have that goes into logs.
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

/// Sends each row's answer to both clients. All that is wrong is told at once.
pub(crate) fn check(title: &str, rows: &[Row]) {
    check_with(title, rows, &[Caller::Asynchronous, Caller::Blocking]);
}

/// The same for HTTP/2, which one of them speaks.
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
            let result = if wrong.is_empty() {
                Ok(())
            } else {
                Err(wrong.join("; "))
            };
            tally.case(group, &row.name, result);
        }
        tally.note(group, format!("{} KiB of memory at most", most / 1024));
    }
    tally.finish();
}
