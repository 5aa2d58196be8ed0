//! An example, run as a program.

use std::env;
use std::fs;
use std::io::{BufRead as _, BufReader, Read as _};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

/// An example to run, without variables of its own and without a terminal.
#[derive(Debug)]
pub(crate) struct Program(Command);

/// How an example ended.
#[derive(Debug)]
pub(crate) struct Ended {
    pub(crate) success: bool,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

/// A running example; killed when dropped.
#[derive(Debug)]
pub(crate) struct Running {
    _watch: Watch,
    child: Child,
    stdout: BufReader<ChildStdout>,
    said: String,
}

impl Program {
    pub(crate) fn new(example: &str) -> Self {
        let mut command = Command::new(built(example));
        command.stdin(Stdio::null());
        for (name, _) in env::vars_os() {
            let name = name.to_string_lossy().into_owned();
            if name.starts_with("STRIPE_") || name.starts_with("RUST_") {
                command.env_remove(name);
            }
        }
        command.env_remove("PUBLIC_URL").env("PORT", "0");
        Self(command)
    }

    pub(crate) fn env<'a>(
        mut self,
        variables: impl IntoIterator<Item = &'a (&'a str, &'a str)>,
    ) -> Self {
        self.0.envs(variables.into_iter().copied());
        self
    }

    pub(crate) fn run(mut self) -> Ended {
        let command = self.0.stdout(Stdio::piped()).stderr(Stdio::piped());
        let child = command.spawn().expect("the example starts");
        let _watch = Watch::over(&child);
        let output = child.wait_with_output().expect("it is this test's");
        Ended {
            success: output.status.success(),
            stdout: String::from_utf8(output.stdout).expect("it says UTF-8"),
            stderr: String::from_utf8(output.stderr).expect("it says UTF-8"),
        }
    }

    pub(crate) fn start(mut self) -> Running {
        let command = self.0.stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("the example starts");
        let stdout = BufReader::new(child.stdout.take().expect("it was asked for"));
        Running {
            _watch: Watch::over(&child),
            child,
            stdout,
            said: String::new(),
        }
    }
}

/// Kills an example that does not end, so that its test fails instead of hanging.
#[derive(Debug)]
struct Watch {
    _until_dropped: mpsc::Sender<()>,
}

impl Watch {
    /// Far more than any example takes, on a busy machine.
    const LONGEST: Duration = Duration::from_secs(120);

    fn over(child: &Child) -> Self {
        let (until_dropped, dropped) = mpsc::channel();
        let id = child.id().to_string();
        thread::spawn(move || {
            if dropped.recv_timeout(Self::LONGEST) == Err(RecvTimeoutError::Timeout) {
                drop(Command::new("kill").arg(id).status());
            }
        });
        Self {
            _until_dropped: until_dropped,
        }
    }
}

impl Running {
    /// Waits for a line with this prefix, and returns the first word after it.
    pub(crate) fn wait_for(&mut self, start: &str) -> String {
        loop {
            let before = self.said.len();
            let read = self
                .stdout
                .read_line(&mut self.said)
                .expect("it says UTF-8");
            assert_ne!(read, 0, "it ended without `{start}`:\n{}", self.said);
            if let Some(rest) = self.said[before..].strip_prefix(start) {
                return rest
                    .split_whitespace()
                    .next()
                    .unwrap_or_default()
                    .to_owned();
            }
        }
    }

    /// Kills it, and returns its output, errors last.
    pub(crate) fn stop(mut self) -> String {
        self.child.kill().expect("it runs");
        let ended = self.end();
        ended.stdout + &ended.stderr
    }

    /// Waits until it ends.
    pub(crate) fn end(mut self) -> Ended {
        self.stdout
            .read_to_string(&mut self.said)
            .expect("it says UTF-8");
        let mut stderr = String::new();
        let errors = self.child.stderr.as_mut().expect("it was asked for");
        errors.read_to_string(&mut stderr).expect("it says UTF-8");
        let status = self.child.wait().expect("it is this test's");
        Ended {
            success: status.success(),
            stdout: std::mem::take(&mut self.said),
            stderr,
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended by itself.
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

/// Where Cargo put an example: it builds them before all of a package's tests, two directories
/// beside. Asked for some tests only, it does not, and what is there may be of yesterday.
fn built(example: &str) -> PathBuf {
    const HOW: &str = "`cargo build --package stripe-identity-examples --examples` builds it";
    let test = env::current_exe().expect("this test is a file");
    let name = format!("{example}{}", env::consts::EXE_SUFFIX);
    let file = test
        .ancestors()
        .map(|directory| directory.join("examples").join(&name))
        .find(|file| file.is_file())
        .unwrap_or_else(|| panic!("the example `{example}` is not built; {HOW}"));
    let changed = |file: &Path| fs::metadata(file).and_then(|file| file.modified()).ok();
    let sources = fs::read_to_string(file.with_extension("d")).expect("Cargo notes its sources");
    let sources = sources.split_once(": ").map_or("", |(_, sources)| sources);
    for source in sources.trim_end().replace("\\ ", "\0").split(' ') {
        let source = source.replace('\0', " ");
        let is_old = changed(Path::new(&source)) > changed(&file);
        assert!(
            !is_old,
            "the example `{example}` is older than {source}; {HOW}"
        );
    }
    file
}

/// The text, with everything that differs between runs (ids, addresses) replaced by `*`.
pub(crate) fn masked(text: &str) -> String {
    let mut masked = text.to_owned();
    for (start, is_part) in [
        (
            "http://127.0.0.1:",
            (|character: char| !character.is_whitespace()) as fn(char) -> bool,
        ),
        ("vs_", |character| character.is_ascii_alphanumeric()),
        ("req_", |character| character.is_ascii_alphanumeric()),
        ("server.port: ", |character| character.is_ascii_digit()),
        ("stripe.elapsed_ms: ", |character| {
            character.is_ascii_digit()
        }),
    ] {
        let parts = masked
            .split(start)
            .enumerate()
            .map(|(number, part)| match number {
                0 => part.to_owned(),
                _ => format!("{start}*{}", part.trim_start_matches(is_part)),
            });
        masked = parts.collect();
    }
    masked
}
