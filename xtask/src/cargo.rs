//! Runs cargo, as somebody in the workspace would.

use std::env;
use std::ffi::OsString;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};

use serde_json::Value;

use crate::Failure;

/// Cargo, in a workspace.
#[derive(Clone, Debug)]
pub(crate) struct Cargo {
    program: OsString,
    toolchain: Option<String>,
    directory: PathBuf,
    variable: Option<(&'static str, &'static str)>,
    /// Where programs are looked for, if not where this program looks.
    search_path: Option<OsString>,
}

impl Cargo {
    /// The cargo that runs this program, or the one on the path.
    pub(crate) fn new(directory: &Path) -> Self {
        Self {
            program: env::var_os("CARGO").unwrap_or_else(|| "cargo".into()),
            toolchain: None,
            directory: directory.to_path_buf(),
            variable: None,
            search_path: None,
        }
    }

    /// The cargo of another toolchain, through rustup.
    pub(crate) fn of_toolchain(&self, version: &str) -> Self {
        Self {
            program: "rustup".into(),
            toolchain: Some(version.to_owned()),
            ..self.clone()
        }
    }

    /// The same with an environment variable set.
    pub(crate) fn with(&self, name: &'static str, value: &'static str) -> Self {
        Self {
            variable: Some((name, value)),
            ..self.clone()
        }
    }

    /// The same with programs looked for in these directories.
    pub(crate) fn with_search_path(&self, directories: OsString) -> Self {
        Self {
            search_path: Some(directories),
            ..self.clone()
        }
    }

    /// Runs it; what it prints is seen.
    pub(crate) fn run(&self, arguments: &[impl AsRef<str>]) -> Result<(), Failure> {
        let line = self.line(arguments);
        crate::say(format_args!("$ {line}"));
        let status = self
            .command(arguments)
            .status()
            .map_err(|error| self.cannot_start(&error))?;
        succeeded(&line, status)
    }

    /// Runs it, and gives what it prints on standard output.
    pub(crate) fn output(&self, arguments: &[impl AsRef<str>]) -> Result<String, Failure> {
        let line = self.line(arguments);
        crate::say(format_args!("$ {line}"));
        let output = self
            .command(arguments)
            .stderr(Stdio::inherit())
            .output()
            .map_err(|error| self.cannot_start(&error))?;
        succeeded(&line, output.status)?;
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    }

    /// What `cargo metadata` says, with one more option.
    pub(crate) fn metadata(&self, option: &str) -> Result<Value, Failure> {
        let text = self.output(&["metadata", option, "--format-version=1"])?;
        serde_json::from_str(&text)
            .map_err(|error| Failure::new(format!("cannot read cargo's metadata: {error}")))
    }

    /// What `cargo metadata` says of one member of the workspace.
    pub(crate) fn package(&self, name: &str) -> Result<Value, Failure> {
        let mut metadata = self.metadata("--no-deps")?;
        metadata["packages"]
            .as_array_mut()
            .and_then(|packages| {
                let index = packages
                    .iter()
                    .position(|package| package["name"] == name)?;
                Some(packages.swap_remove(index))
            })
            .ok_or_else(|| Failure::new(format!("the workspace has no package `{name}`")))
    }

    /// It with these arguments, not started.
    pub(crate) fn command(&self, arguments: &[impl AsRef<str>]) -> Command {
        let mut command = Command::new(&self.program);
        if let Some(version) = &self.toolchain {
            command.args(["run", version, "cargo"]).env_remove("CARGO");
        }
        // What `cargo run` says of this package is not for others: build scripts that
        // look at it would run again, and everything above them would be built again.
        for (name, _) in env::vars_os() {
            let name = name.to_string_lossy();
            if name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_") {
                command.env_remove(&*name);
            }
        }
        command
            .args(arguments.iter().map(AsRef::as_ref))
            .current_dir(&self.directory)
            .envs(self.variable)
            .envs(self.search_path.iter().map(|path| ("PATH", path)));
        command
    }

    fn line(&self, arguments: &[impl AsRef<str>]) -> String {
        let mut line = String::new();
        if let Some((name, value)) = self.variable {
            let _ = write!(line, "{name}={value} ");
        }
        line.push_str("cargo");
        if let Some(version) = &self.toolchain {
            let _ = write!(line, " +{version}");
        }
        for argument in arguments {
            let _ = write!(line, " {}", argument.as_ref());
        }
        line
    }

    pub(crate) fn cannot_start(&self, error: &std::io::Error) -> Failure {
        Failure::new(format!(
            "cannot start {}: {error}",
            Path::new(&self.program).display()
        ))
        .help("install Rust with rustup: https://rustup.rs")
    }
}

fn succeeded(line: &str, status: ExitStatus) -> Result<(), Failure> {
    if status.success() {
        Ok(())
    } else {
        Err(Failure::new(format!("`{line}` failed ({status})")))
    }
}
