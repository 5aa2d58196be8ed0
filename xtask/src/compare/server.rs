//! The server that the measured programs call: a program of its own, on loopback.

use std::io::{BufRead as _, BufReader, Read as _};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};

use serde::Deserialize;

use crate::Failure;

/// It runs until it is asked what it has seen, or dropped.
#[derive(Debug)]
pub(super) struct Server {
    child: Child,
    output: BufReader<ChildStdout>,
    url: String,
}

/// What it has seen.
#[derive(Debug, Deserialize)]
pub(super) struct Seen {
    pub(super) connections: u32,
    pub(super) requests: Vec<Request>,
}

/// A request that it has seen.
#[derive(Debug, Deserialize)]
pub(super) struct Request {
    pub(super) method: String,
    pub(super) path: String,
    pub(super) idempotency_key: bool,
}

impl Server {
    /// Starts it; every request gets the answer of this name.
    pub(super) fn start(program: &Path, answer: &str) -> Result<Self, Failure> {
        let mut child = Command::new(program)
            .arg(answer)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .map_err(|error| Failure::io("start", program, &error))?;
        let output = child.stdout.take();
        let output = output.ok_or_else(|| Failure::new("the server has no output"))?;
        let mut server = Self {
            child,
            output: BufReader::new(output),
            url: String::new(),
        };
        let read = server.output.read_line(&mut server.url);
        read.map_err(|error| silent(&error))?;
        server.url.truncate(server.url.trim_end().len());
        if server.url.is_empty() {
            return Err(Failure::new("the server ended before it told its address"));
        }
        Ok(server)
    }

    pub(super) fn url(&self) -> &str {
        &self.url
    }

    /// Stops it.
    pub(super) fn seen(mut self) -> Result<Seen, Failure> {
        drop(self.child.stdin.take());
        let mut text = String::new();
        let read = self.output.read_to_string(&mut text);
        read.map_err(|error| silent(&error))?;
        serde_json::from_str(&text)
            .map_err(|error| Failure::new(format!("cannot read what the server told: {error}")))
    }
}

fn silent(error: &std::io::Error) -> Failure {
    Failure::new(format!("the server does not tell what it has to: {error}"))
}

impl Drop for Server {
    fn drop(&mut self) {
        // One that has ended cannot be killed, which is as well.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
