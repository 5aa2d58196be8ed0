//! Runs cargo in this workspace, and tells what it costs.

use std::env;
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use anyhow::{Context as _, Result, bail};
use nix::sys::resource::{UsageWho, getrusage};
use nix::sys::time::TimeVal;

use crate::part::Subject;
use crate::table::{Row, Unit};

/// Variables that would change what a build does, or that cargo sets for the programs that it runs.
const DISTURBING: [&str; 9] = [
    "CARGO_BUILD_",
    "CARGO_ENCODED_RUSTFLAGS",
    "CARGO_INCREMENTAL",
    "CARGO_MANIFEST_",
    "CARGO_PKG_",
    "CARGO_PROFILE_",
    "CARGO_TARGET_DIR",
    "RUSTC_",
    "RUSTFLAGS",
];

/// Cargo, in this workspace.
pub(crate) struct Cargo {
    /// The directory of this workspace.
    pub(crate) directory: PathBuf,
}

/// Seconds of processor time, of the command and all that it starts, and of the clock.
#[derive(Clone, Copy)]
pub(crate) struct Cost {
    pub(crate) cpu: f64,
    pub(crate) elapsed: f64,
}

impl Cargo {
    pub(crate) fn new() -> Self {
        Self {
            directory: PathBuf::from(env!("CARGO_MANIFEST_DIR")),
        }
    }

    /// A target directory for one purpose.
    pub(crate) fn target(&self, name: &str) -> PathBuf {
        self.directory.join("target/compare").join(name)
    }

    /// Runs cargo in this workspace.
    pub(crate) fn run(&self, arguments: &[&str]) -> Result<Cost> {
        run_in(&self.directory, arguments)
    }

    /// Runs cargo, and gives its standard output.
    pub(crate) fn output(&self, arguments: &[&str]) -> Result<String> {
        let output = command(&self.directory, arguments)
            .stderr(Stdio::inherit())
            .output()
            .context("cannot start cargo")?;
        if !output.status.success() {
            bail!("`cargo {}` failed ({})", arguments.join(" "), output.status);
        }
        Ok(String::from_utf8(output.stdout)?)
    }

    /// Has the program of a subject measure a part.
    pub(crate) fn program(&self, subject: &Subject, part: &str) -> Result<Vec<Row>> {
        let text = self.output(&[
            "run",
            "--quiet",
            "--release",
            "--locked",
            "--package",
            subject.package,
            "--features",
            subject.feature,
            part,
        ])?;
        text.lines().map(Row::parse).collect()
    }

    /// Counts the instructions with which a subject decodes each body.
    pub(crate) fn instructions(&self, subject: &Subject) -> Result<Vec<Row>> {
        let package = subject.package;
        self.run(&[
            "build",
            "--quiet",
            "--release",
            "--locked",
            "--package",
            package,
        ])?;
        let program = self.directory.join("target/release").join(package);
        let bodies = [("session", 500), ("report", 500), ("list", 10)];
        let count = |(body, times)| {
            let (once, twice) = (
                callgrind(&program, body, times)?,
                callgrind(&program, body, 2 * times)?,
            );
            let instructions = (twice - once) / times;
            Ok(Row::new(
                format!("decode a {body}"),
                Unit::Count,
                &instructions,
            ))
        };
        bodies.into_iter().map(count).collect()
    }

    /// The version of a dependency.
    pub(crate) fn version(&self, package: &str) -> Result<String> {
        let id = self.output(&["pkgid", "--package", package])?;
        let version = id.trim().rsplit(['@', '#']).next();
        Ok(version.unwrap_or_default().to_owned())
    }
}

/// The instructions of a program that decodes a body so many times.
fn callgrind(program: &Path, body: &str, times: u64) -> Result<u64> {
    let output = Command::new("valgrind")
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
        .arg(program)
        .args(["repeat", body, &times.to_string()])
        .output()
        .context("cannot start valgrind: install it from your system's packages")?;
    let told = String::from_utf8_lossy(&output.stderr);
    let count = told.split("Collected : ").nth(1);
    let count = count.and_then(|rest| rest.split_whitespace().next()?.parse().ok());
    count.with_context(|| format!("valgrind failed ({}): {told}", output.status))
}

/// Runs cargo in a directory.
pub(crate) fn run_in(directory: &Path, arguments: &[&str]) -> Result<Cost> {
    Ok(finish(&mut command(directory, arguments))?.0)
}

/// The same, and the memory of the largest process that it starts, in bytes.
pub(crate) fn run_with_memory(directory: &Path, arguments: &[&str]) -> Result<(Cost, u64)> {
    let mut time = undisturbed("time", directory);
    time.arg("--format=%M").arg(cargo()).args(arguments);
    let (cost, told) = finish(time.stderr(Stdio::piped()))?;
    let kilobytes = told
        .lines()
        .last()
        .and_then(|line| line.parse::<u64>().ok());
    let kilobytes =
        kilobytes.with_context(|| format!("GNU time does not tell the memory: {told}"))?;
    Ok((cost, kilobytes * 1024))
}

/// Runs a command to its end; gives what it says on standard error, if that is piped.
fn finish(command: &mut Command) -> Result<(Cost, String)> {
    let (started, cpu) = (Instant::now(), children()?);
    let child = command.spawn();
    let child =
        child.with_context(|| format!("cannot start {}", command.get_program().display()))?;
    let output = child.wait_with_output()?;
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    if !output.status.success() {
        bail!("{command:?} failed ({}) {told}", output.status);
    }
    let cost = Cost {
        cpu: children()? - cpu,
        elapsed: started.elapsed().as_secs_f64(),
    };
    Ok((cost, told))
}

fn command(directory: &Path, arguments: &[&str]) -> Command {
    let mut command = undisturbed(cargo(), directory);
    command.args(arguments);
    command
}

fn cargo() -> OsString {
    env::var_os("CARGO").unwrap_or_else(|| "cargo".into())
}

fn undisturbed(program: impl AsRef<OsStr>, directory: &Path) -> Command {
    let mut command = Command::new(program);
    command.current_dir(directory);
    for (name, _) in env::vars_os() {
        let text = name.to_string_lossy();
        if DISTURBING.iter().any(|start| text.starts_with(start)) {
            command.env_remove(&name);
        }
    }
    command
}

/// Seconds of processor time of the child processes that have ended.
fn children() -> Result<f64> {
    #[expect(clippy::cast_precision_loss, reason = "few seconds, for a float")]
    let seconds = |time: TimeVal| time.tv_sec() as f64 + time.tv_usec() as f64 / 1e6;
    let usage = getrusage(UsageWho::RUSAGE_CHILDREN)?;
    Ok(seconds(usage.user_time()) + seconds(usage.system_time()))
}
