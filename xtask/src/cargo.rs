//! Runs cargo as a user in the workspace would.

use std::env;
use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;

use crate::Failure;

/// Cargo, in a directory.
#[derive(Clone, Debug)]
pub(crate) struct Cargo {
    /// The program, and its arguments that come first.
    program: Vec<OsString>,
    directory: PathBuf,
    variables: Vec<(&'static str, OsString)>,
}

impl Cargo {
    /// The cargo that runs this program, or the one on the path.
    pub(crate) fn new(directory: &Path) -> Self {
        Self {
            program: vec![env::var_os("CARGO").unwrap_or_else(|| "cargo".into())],
            directory: directory.to_path_buf(),
            variables: Vec::new(),
        }
    }

    /// The cargo of another toolchain, run by rustup.
    pub(crate) fn of_toolchain(&self, version: &str) -> Self {
        Self {
            program: ["rustup", "run", version, "cargo"]
                .map(OsString::from)
                .to_vec(),
            ..self.clone()
        }
    }

    /// Sets an environment variable.
    pub(crate) fn with(mut self, name: &'static str, value: impl Into<OsString>) -> Self {
        self.variables.push((name, value.into()));
        self
    }

    /// Runs it; its output is shown.
    pub(crate) fn run(&self, arguments: &[impl AsRef<str>]) -> Result<(), Failure> {
        self.start(arguments, Stdio::inherit()).map(drop)
    }

    /// Runs it, and returns its standard output.
    pub(crate) fn output(&self, arguments: &[impl AsRef<str>]) -> Result<String, Failure> {
        let output = self.start(arguments, Stdio::piped())?;
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    }

    /// Runs it, and returns what it printed, and whether it succeeded.
    pub(crate) fn said(&self, arguments: &[impl AsRef<str>]) -> Result<(String, bool), Failure> {
        let arguments: Vec<&str> = arguments.iter().map(AsRef::as_ref).collect();
        crate::say(format_args!("$ {}", self.line(&arguments)));
        let output = self.command(&arguments).output();
        let output = output.map_err(|error| self.not_started(&error))?;
        let said = [output.stdout, output.stderr].concat();
        let said = String::from_utf8_lossy(&said).into_owned();
        Ok((said, output.status.success()))
    }

    /// The output of `cargo metadata` with one more option.
    pub(crate) fn metadata(&self, option: &str) -> Result<Value, Failure> {
        let text = self.output(&["metadata", option, "--format-version=1"])?;
        serde_json::from_str(&text)
            .map_err(|error| Failure::new(format!("cannot read cargo's metadata: {error}")))
    }

    /// The metadata of one member of the workspace.
    pub(crate) fn package(&self, name: &str) -> Result<Value, Failure> {
        let metadata = self.metadata("--no-deps")?;
        let mut packages = metadata["packages"].as_array().into_iter().flatten();
        packages
            .find(|package| package["name"] == name)
            .cloned()
            .ok_or_else(|| Failure::new(format!("the workspace has no package `{name}`")))
    }

    fn start(&self, arguments: &[impl AsRef<str>], stdout: Stdio) -> Result<Output, Failure> {
        let arguments: Vec<&str> = arguments.iter().map(AsRef::as_ref).collect();
        let line = self.line(&arguments);
        crate::say(format_args!("$ {line}"));
        let output = self
            .command(&arguments)
            .stdin(Stdio::inherit())
            .stdout(stdout)
            .stderr(Stdio::inherit())
            .output()
            .map_err(|error| self.not_started(&error))?;
        if output.status.success() {
            return Ok(output);
        }
        Err(Failure::new(format!("`{line}` failed ({})", output.status)))
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(&self.program[0]);
        command.args(&self.program[1..]).args(arguments);
        command.current_dir(&self.directory);
        // `cargo run` sets these for this program. Build scripts that look at them would run again, and everything
        // that depends on them would be rebuilt.
        let of_this_program = env::vars_os().map(|(name, _)| name).filter(|name| {
            let name = name.to_string_lossy();
            name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_")
        });
        for name in of_this_program {
            command.env_remove(name);
        }
        if self.program.len() > 1 {
            command.env_remove("CARGO");
        }
        command.envs(self.variables.iter().map(|(name, value)| (name, value)));
        command
    }

    fn not_started(&self, error: &io::Error) -> Failure {
        let program = Path::new(&self.program[0]).display();
        Failure::new(format!("cannot start {program}: {error}"))
            .help("install Rust with rustup: https://rustup.rs")
    }

    /// The command as one would type it.
    fn line(&self, arguments: &[&str]) -> String {
        let variables = self.variables.iter().filter(|(name, _)| *name != "PATH");
        let mut words: Vec<String> = variables
            .map(|(name, value)| format!("{name}={}", value.display()))
            .collect();
        match &self.program[..] {
            [_] => words.push("cargo".to_owned()),
            program => words.extend(program.iter().map(|word| word.display().to_string())),
        }
        words.extend(arguments.iter().map(|&argument| argument.to_owned()));
        words.join(" ")
    }
}
