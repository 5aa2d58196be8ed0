//! `cargo xtask rehearse`: updates to plausible documents, each in a clone, with all tests there.

mod documents;

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;

use fs4::{FileExt, TryLockError};
use serde_json::Value;
use stripe_codegen::manifest;
use stripe_codegen::terminal::count;
use stripe_codegen::workspace::OPENAPI_JSON;

use crate::cargo::Cargo;
use crate::{Failure, PROGRAM, Workspace, release, say};

pub use documents::{DOCUMENTS, Impact, Made};

/// Where the clone and the documents are, relative to the root.
const DIRECTORY: &str = "target/rehearsal";

/// What CI rehearses, in one document: what adds, what the stand-in does not know, and what stops for a decision.
const IN_CI: &str = "optional-parameter+new-operation+new-event";

/// The steps of CI that an update may fail, besides the tests.
const STEPS: [&str; 5] = ["fmt", "manifests", "generated", "version", "clippy"];

/// Tests of the generator that read no file of `spec/`, and take long.
const SKIPPED: [&str; 5] = [
    "mutations::",
    "diff::cases::",
    "diff::compiled::",
    "diff::documents::",
    "documents::selections::",
];

/// The documents, one per line.
#[must_use]
pub fn list() -> String {
    let lines = DOCUMENTS
        .iter()
        .map(|made| format!("{:<20} {}", made.name, made.about));
    lines.collect::<Vec<_>>().join("\n")
}

/// The documents that a name on the command line stands for; `a+b` is one with both changes.
///
/// # Errors
///
/// If there is no such document.
pub fn named(name: &str) -> Result<Vec<&'static Made>, String> {
    let found = name.split('+').map(|name| {
        let found = DOCUMENTS.iter().find(|made| made.name == name);
        found.ok_or_else(|| {
            let names: Vec<&str> = DOCUMENTS.iter().map(|made| made.name).collect();
            format!("the documents are {}", names.join(", "))
        })
    });
    found.collect()
}

/// Rehearses what CI does.
///
/// # Errors
///
/// See [`run`].
pub(crate) fn in_ci(workspace: &Workspace) -> Result<(), Failure> {
    let documents = named(IN_CI).map_err(Failure::new)?;
    run(workspace, &[documents])
}

/// Rehearses each, or all; goes on after a failure.
///
/// # Errors
///
/// If an update or a test failed, or an update did not give the advice that it should.
pub fn run(workspace: &Workspace, chosen: &[Vec<&'static Made>]) -> Result<(), Failure> {
    let all: Vec<Vec<&Made>> = DOCUMENTS.iter().map(|made| vec![made]).collect();
    let chosen = if chosen.is_empty() { &all } else { chosen };
    let clone = Clone::of(workspace)?;
    let mut failed = Vec::new();
    for documents in chosen {
        let names: Vec<&str> = documents.iter().map(|made| made.name).collect();
        let name = names.join("+");
        say(format_args!("\n==> {name}"));
        match clone.rehearse(workspace, documents) {
            Ok(()) => say(format_args!("{name}: green")),
            Err(failure) => {
                say(format_args!("{failure}\n{name}: FAILED"));
                failed.push(name);
            }
        }
    }
    say(format_args!(
        "\n{} of {} green",
        chosen.len() - failed.len(),
        count(chosen.len(), "document")
    ));
    if failed.is_empty() {
        return Ok(());
    }
    Err(
        Failure::new(format!("the update is not green for {}", failed.join(", "))).help(format!(
            "try again: `cargo xtask rehearse {}`",
            failed.join(" ")
        )),
    )
}

/// A clone of the current commit. There is one for all documents, so that cargo builds only what differs.
struct Clone {
    directory: PathBuf,
    document: PathBuf,
    cargo: Cargo,
    _lock: File,
}

impl Clone {
    fn of(workspace: &Workspace) -> Result<Self, Failure> {
        let above = workspace.path(DIRECTORY);
        let directory = above.join("clone");
        fs::create_dir_all(&above).map_err(|error| Failure::io("create", &above, &error))?;
        let lock = lock(&above.join("lock"))?;
        // The tests look beside their repository for the documents that are too large for it. One that finds none says
        // that it was left out.
        #[cfg(unix)]
        let _ = std::os::unix::fs::symlink("../../../shared", above.join("shared"));
        // The crates of the registry are built once for the clone and the workspace. Cargo tells members of a workspace
        // by their paths in it: only because they are built without line numbers, those of the clone are not taken
        // for these.
        let cargo = Cargo::new(&directory)
            .with("CARGO_TARGET_DIR", workspace.path("target"))
            .with("CARGO_PROFILE_DEV_DEBUG", "false")
            .with("CI", "false");
        let clone = Self {
            cargo,
            directory,
            document: above.join("document.json"),
            _lock: lock,
        };
        clone.fetch(workspace)?;
        Ok(clone)
    }

    fn rehearse(&self, workspace: &Workspace, documents: &[&Made]) -> Result<(), Failure> {
        self.reset()?;
        self.write_document(workspace, documents)?;
        let said = self.take(documents)?;
        let impact = documents.iter().map(|made| made.impact).max();
        let impact = impact.map_or("", Impact::word);
        let mut lines = said.lines();
        let report = lines.rfind(|line| line.starts_with("stripe-identity for API version "));
        if !report.is_some_and(|line| line.ends_with(&format!(": {impact}"))) {
            let problem = format!("the update is not said to be {impact}");
            return Err(Failure::new(problem));
        }
        let checked = self.cargo.run(&[&["xtask", "ci"], &STEPS[..]].concat());
        // The runtime's tests read no file of `spec/` either.
        let mut tests = vec!["test", "--workspace", "--exclude=stripe-runtime"];
        tests.extend(["--no-fail-fast", "--"]);
        tests.extend(SKIPPED.iter().flat_map(|name| ["--skip", name]));
        self.cargo.run(&tests)?;
        checked
    }

    /// Writes the pinned document with the changes of all.
    fn write_document(&self, workspace: &Workspace, documents: &[&Made]) -> Result<(), Failure> {
        let bytes = workspace.read(&workspace.path(OPENAPI_JSON))?;
        let mut document: Value = serde_json::from_slice(&bytes)
            .map_err(|error| Failure::new(error.to_string()).at(OPENAPI_JSON))?;
        documents::at_new_version(&mut document);
        for made in documents {
            (made.change)(&mut document);
        }
        let written = fs::write(&self.document, document.to_string());
        written.map_err(|error| Failure::io("write", &self.document, &error))
    }

    /// Updates to the document, and does what the update says. Returns all that it said.
    fn take(&self, documents: &[&Made]) -> Result<String, Failure> {
        let mut said = String::new();
        let mut updated = self.update(&mut said)?;
        for follow in documents.iter().filter_map(|made| made.follow.as_ref()) {
            if let Some(advice) = follow.advice.iter().find(|advice| !said.contains(**advice)) {
                let problem = format!("the update does not say `{advice}`");
                return Err(Failure::new(problem));
            }
            (follow.act)(&self.directory)
                .map_err(|error| Failure::io("change", &self.directory, &error))?;
            updated = self.update(&mut said)?;
        }
        if updated {
            return Ok(said);
        }
        Err(Failure::new(
            "the update stopped, and gave no advice that helps",
        ))
    }

    /// Whether the update went through; adds what it said.
    fn update(&self, said: &mut String) -> Result<bool, Failure> {
        let document = self.document.display().to_string();
        let (now, updated) = self.cargo.said(&["xtask", "update", "--from", &document])?;
        say(&now);
        said.push_str(&now);
        Ok(updated)
    }

    /// Fetches the commit that is checked out in the workspace.
    fn fetch(&self, workspace: &Workspace) -> Result<(), Failure> {
        if !self.directory.join(".git").exists() {
            let root = workspace.root().display().to_string();
            let clone = self.directory.display().to_string();
            git(&["clone", "--quiet", "--no-checkout", &root, &clone])?;
        }
        self.git(&["fetch", "--quiet", "origin", "HEAD"])
    }

    /// Checks out what was fetched. Files that do not differ keep their times.
    fn reset(&self) -> Result<(), Failure> {
        self.git(&["checkout", "--quiet", "--force", "--detach", "FETCH_HEAD"])?;
        self.git(&["clean", "--quiet", "--force", "-d"])?;
        self.release()
    }

    /// Releases the client, so that the update has a release to tell the difference from.
    fn release(&self) -> Result<(), Failure> {
        let clone = Workspace::find(Some(self.directory.clone()), PROGRAM)?;
        let path = clone.path(&clone.changelog());
        let changelog = String::from_utf8_lossy(&clone.read(&path)?).into_owned();
        let version = manifest::version_in(&clone)
            .ok_or_else(|| Failure::new("the version cannot be read").at(clone.manifest()))?;
        if release::released_on(&changelog, &version).is_some() {
            return Ok(());
        }
        let released = release::dated(&changelog, &version, "2099-01-01");
        fs::write(&path, released).map_err(|error| Failure::io("write", &path, &error))?;
        let name = ["-c", "user.name=rehearsal", "-c", "user.email=rehearsal"];
        let commit = ["commit", "--quiet", "--no-gpg-sign", "--all", "-mRelease"];
        self.git(&[&name[..], &commit].concat())?;
        let tag = format!("stripe-identity-v{version}");
        self.git(&["tag", "--force", "--no-sign", &tag])
    }

    fn git(&self, arguments: &[&str]) -> Result<(), Failure> {
        let directory = self.directory.display().to_string();
        git(&[&["-C", &directory], arguments].concat())
    }
}

/// Keeps other rehearsals out until the file is closed.
fn lock(path: &Path) -> Result<File, Failure> {
    let file = File::create(path).map_err(|error| Failure::io("create", path, &error))?;
    // Not as a method, which newer versions of Rust take for one of `File`.
    match FileExt::try_lock(&file) {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(Failure::new("another rehearsal is running")
            .at(DIRECTORY)
            .help("wait until it has ended: both would work in the same clone")),
        Err(TryLockError::Error(error)) => Err(Failure::io("lock", path, &error)),
    }
}

fn git(arguments: &[&str]) -> Result<(), Failure> {
    let status = Command::new("git").args(arguments).status();
    match status {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(Failure::new(format!(
            "`git {}` failed ({status})",
            arguments.join(" ")
        ))),
        Err(error) => Err(Failure::new(format!("cannot start git: {error}"))),
    }
}
