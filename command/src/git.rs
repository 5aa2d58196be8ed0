//! Revisions of the workspace, read with git.

use std::path::PathBuf;
use std::process::{Command, Output};

use crate::{Failure, Workspace};

/// Git, in a workspace.
#[derive(Clone, Debug)]
pub struct Git {
    directory: PathBuf,
}

impl Git {
    /// Git in a workspace.
    #[must_use]
    pub fn of(workspace: &Workspace) -> Self {
        Self {
            directory: workspace.root().to_path_buf(),
        }
    }

    /// The commit that a revision names, if this is a repository that has it.
    ///
    /// # Errors
    ///
    /// If git cannot be run.
    pub fn commit(&self, revision: &str) -> Result<Option<String>, Failure> {
        let commit = format!("{revision}^{{commit}}");
        let options = ["--verify", "--quiet", "--end-of-options"];
        self.line(&[&["rev-parse"], &options[..], &[&commit]].concat())
    }

    /// Whether there is a commit to compare with. There is none without git, either.
    #[must_use]
    pub fn is_repository(&self) -> bool {
        self.commit("HEAD").is_ok_and(|commit| commit.is_some())
    }

    /// A file as it was at a commit, if it existed. The path is relative to the workspace.
    ///
    /// # Errors
    ///
    /// If git cannot be run.
    pub fn file(&self, commit: &str, path: &str) -> Result<Option<Vec<u8>>, Failure> {
        // The workspace need not be the root of the repository.
        let output = self.run(&["show", &format!("{commit}:./{path}")])?;
        Ok(output.status.success().then_some(output.stdout))
    }

    fn line(&self, arguments: &[&str]) -> Result<Option<String>, Failure> {
        let output = self.run(arguments)?;
        let text = String::from_utf8_lossy(&output.stdout).trim().to_owned();
        Ok((output.status.success() && !text.is_empty()).then_some(text))
    }

    fn run(&self, arguments: &[&str]) -> Result<Output, Failure> {
        let mut command = Command::new("git");
        command.arg("-C").arg(&self.directory).args(arguments);
        command.output().map_err(|error| {
            Failure::new(format!("cannot start git: {error}"))
                .help("install git, or give files instead of revisions")
        })
    }
}
