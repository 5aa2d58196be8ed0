//! A program that a test starts, and stops.

use std::io::{self, BufRead, BufReader};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::thread;

/// A program under way; killed by its id and waited for when dropped. Its standard input is open
/// as long as the test lives, so that it can end itself when a test is killed.
#[derive(Debug)]
pub struct Process {
    child: Child,
    name: String,
    stdout: Option<BufReader<ChildStdout>>,
}

impl Process {
    /// Starts a program. Its standard output is for [`line`](Self::line); what it says on
    /// standard error is seen.
    ///
    /// # Panics
    ///
    /// When it cannot be started.
    #[must_use]
    pub fn start(command: &mut Command) -> Self {
        let name = command.get_program().to_string_lossy().into_owned();
        let mut child = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap_or_else(|error| {
                panic!(
                    "cannot start {name}: {error}; `cargo xtask conformance` says what is missing"
                )
            });
        let stdout = child.stdout.take().expect("it was asked for");
        Self {
            child,
            name,
            stdout: Some(BufReader::new(stdout)),
        }
    }

    /// Its id.
    #[must_use]
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// Whether it has ended.
    ///
    /// # Panics
    ///
    /// When the system does not say so.
    pub fn has_ended(&mut self) -> bool {
        let status = self.child.try_wait();
        status.expect("the state of a child").is_some()
    }

    /// The next line that it prints, without the line's end. Waits for it.
    ///
    /// # Panics
    ///
    /// When it ended without one.
    pub fn line(&mut self) -> String {
        self.next_line().unwrap_or_else(|| {
            let status = self.child.wait();
            panic!(
                "{} ended ({status:?}) before it said that it is ready",
                self.name
            )
        })
    }

    /// The next line that it prints, or `None` when it has ended.
    pub fn next_line(&mut self) -> Option<String> {
        let mut line = String::new();
        let read = self.stdout.as_mut()?.read_line(&mut line);
        let is_line = read.is_ok_and(|bytes| bytes > 0);
        is_line.then(|| line.trim_end().to_owned())
    }

    /// Reads what it prints from now on, and throws it away: a full pipe would stop it.
    pub fn discard(&mut self) {
        if let Some(mut stdout) = self.stdout.take() {
            thread::spawn(move || drop(io::copy(&mut stdout, &mut io::sink())));
        }
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // It may have ended by itself.
        drop(self.child.kill());
        drop(self.child.wait());
    }
}
