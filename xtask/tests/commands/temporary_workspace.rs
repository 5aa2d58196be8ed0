//! A workspace in a temporary directory.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::{Value, json};
use stripe_codegen::origin::{GitHub, Origin};
use stripe_codegen::progress::Progress;
use stripe_codegen::source::Source;
use stripe_codegen::update::{self, Request, Updated};
use stripe_codegen::{Failure, Workspace};
use tempfile::TempDir;

use crate::fake_generator::Fake;

pub(crate) const COMMIT: &str = "18fa2cc768024b47789dc6fa243acd48478acac2";

#[derive(Debug)]
pub(crate) struct TemporaryWorkspace {
    directory: TempDir,
}

impl TemporaryWorkspace {
    /// Without a document and generated sources; the pin is of none.
    pub(crate) fn empty() -> Self {
        let directory = tempfile::tempdir().expect("a temporary directory");
        let this = Self { directory };
        this.write("Cargo.toml", "[workspace]\n");
        this.write("spec/selection.toml", "");
        let none = "0".repeat(64);
        this.write(
            "spec/pin.toml",
            format!(
                "repository = \"stripe/openapi\"\nbranch = \"master\"\n\
                 path = \"latest/openapi.spec3.json\"\napi_version = \"none\"\n\
                 document_sha256 = \"{none}\"\nopenapi_json_sha256 = \"{none}\"\n"
            ),
        );
        this
    }

    /// With what an update to [`first`] gives.
    pub(crate) fn updated() -> Self {
        let this = Self::empty();
        this.write("first.json", first().to_string());
        this.update("first.json", Some(COMMIT)).expect("an update");
        this
    }

    /// Updates from a file of the workspace with the fake generator.
    pub(crate) fn update(&self, file: &str, commit: Option<&str>) -> Result<Updated, Failure> {
        self.update_from(
            Some(Source::File(self.path(file))),
            commit,
            GitHub::default(),
        )
    }

    pub(crate) fn update_from(
        &self,
        from: Option<Source>,
        commit: Option<&str>,
        github: GitHub,
    ) -> Result<Updated, Failure> {
        let request = Request {
            origin: Origin {
                from,
                commit: commit.map(|commit| commit.parse().expect("a commit")),
                github,
            },
            ..Request::default()
        };
        update::update(&self.workspace(), &request, &Fake, Progress::Silent)
    }

    pub(crate) fn workspace(&self) -> Workspace {
        Workspace::find(Some(self.directory.path().to_path_buf()), "cargo xtask")
            .expect("a workspace")
    }

    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.directory.path().join(path)
    }

    pub(crate) fn write(&self, path: &str, bytes: impl AsRef<[u8]>) {
        let path = self.path(path);
        let parent = path.parent().expect("a file has a directory");
        fs::create_dir_all(parent).expect("a directory can be made");
        fs::write(path, bytes).expect("a file can be written");
    }

    pub(crate) fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).expect("a file can be read")
    }

    /// Every file, hidden ones too, and every directory without a text.
    pub(crate) fn everything(&self) -> BTreeMap<PathBuf, Option<Vec<u8>>> {
        fn visit(directory: &Path, found: &mut BTreeMap<PathBuf, Option<Vec<u8>>>) {
            for entry in fs::read_dir(directory).expect("a directory") {
                let path = entry.expect("an entry").path();
                if path.is_dir() {
                    visit(&path, found);
                    found.insert(path, None);
                } else {
                    let bytes = fs::read(&path).expect("a file");
                    found.insert(path, Some(bytes));
                }
            }
        }
        let mut found = BTreeMap::new();
        visit(self.directory.path(), &mut found);
        found
    }

    /// The same by paths from the root, without directories.
    pub(crate) fn relative(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        let root = self.directory.path();
        let files = self.everything().into_iter();
        files
            .filter_map(|(path, bytes)| Some((path.strip_prefix(root).ok()?.to_owned(), bytes?)))
            .collect()
    }

    /// Runs the program here, with the real generator and without a proxy.
    pub(crate) fn run(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().expect("the program runs")
    }

    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = self.bare(arguments);
        command.arg("--root").arg(".");
        command
    }

    /// The program with these arguments alone.
    pub(crate) fn bare(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_xtask"));
        command
            .current_dir(self.directory.path())
            .args(arguments)
            .stdin(Stdio::null())
            .env_remove("CI");
        for name in ["HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"] {
            command.env_remove(name).env_remove(name.to_lowercase());
        }
        command
    }

    /// A command with a script in cargo's place.
    #[cfg(unix)]
    pub(crate) fn command_with_cargo(&self, arguments: &[&str], script: &str) -> Command {
        use std::os::unix::fs::PermissionsExt;

        let cargo = self.path("cargo");
        self.write("cargo", format!("#!/bin/sh\n{script}"));
        let executable = fs::Permissions::from_mode(0o755);
        fs::set_permissions(&cargo, executable).expect("a script can be made");
        let mut command = self.command(arguments);
        command.env("CARGO", cargo);
        command
    }

    /// Runs git here.
    pub(crate) fn git(&self, arguments: &[&str]) {
        git(self.directory.path(), arguments);
    }

    /// Commits everything that is here.
    pub(crate) fn commit(&self, message: &str) {
        self.git(&["add", "--all"]);
        self.git(&["commit", "--quiet", "--message", message]);
    }

    /// A text in which this workspace has no name of its own.
    pub(crate) fn filtered(&self, text: &str) -> String {
        let root = self.directory.path().display().to_string();
        text.replace(&root, "[root]")
    }
}

/// Runs git in a directory, as nobody in particular.
pub(crate) fn git(directory: &Path, arguments: &[&str]) {
    let mut command = Command::new("git");
    command.current_dir(directory).args(arguments);
    for who in ["AUTHOR", "COMMITTER"] {
        command
            .env(format!("GIT_{who}_NAME"), "nobody")
            .env(format!("GIT_{who}_EMAIL"), "nobody@example.com");
    }
    command
        .env("GIT_CONFIG_GLOBAL", directory.join("no-configuration"))
        .env("GIT_CONFIG_NOSYSTEM", "1");
    let output = command.output().expect("git runs");
    assert!(
        output.status.success(),
        "{arguments:?}: {}",
        stderr(&output)
    );
}

pub(crate) fn first() -> Value {
    json!({
        "info": {"version": "2026-09-30.endive"},
        "files": {"lib.rs": "pub mod a;", "a.rs": "pub fn a() {}", "a/b.rs": "pub fn b() {}"},
        "cut": "charges",
    })
}

pub(crate) fn second() -> Value {
    json!({
        "info": {"version": "2026-10-28.endive"},
        "files": {"lib.rs": "pub mod c;", "c.rs": "pub fn c() {}"},
        "cut": "charges",
    })
}

pub(crate) fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("UTF-8")
}

pub(crate) fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("UTF-8")
}
