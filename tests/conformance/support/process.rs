//! A program that a test starts, and stops.

use std::io::{BufRead, BufReader};
use std::process::{Child, ChildStdout, Command, Stdio};

/// A program under way; killed by its id and waited for when dropped.
#[derive(Debug)]
pub struct Process {
    child: Child,
    name: String,
    stdout: BufReader<ChildStdout>,
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
            .stdin(Stdio::null())
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
            stdout: BufReader::new(stdout),
        }
    }

    /// Its id.
    #[must_use]
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// The next line that it prints, without the line's end. Waits for it.
    ///
    /// # Panics
    ///
    /// When it ended without one.
    pub fn line(&mut self) -> String {
        let mut line = String::new();
        let read = self.stdout.read_line(&mut line);
        if !read.is_ok_and(|bytes| bytes > 0) {
            let status = self.child.wait();
            panic!(
                "{} ended ({status:?}) before it said that it is ready",
                self.name
            );
        }
        line.trim_end().to_owned()
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // It may have ended by itself.
        drop(self.child.kill());
        drop(self.child.wait());
    }
}
