//! A directory of generated sources on disk.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

use stripe_identity_codegen::{Drift, DriftKind, GENERATED_MARK, SourceTree};

use crate::Failure;
use crate::change::Change;
use crate::workspace::Workspace;

/// A directory of generated sources.
#[derive(Clone, Debug)]
pub struct Sources {
    directory: PathBuf,
    ownership: Ownership,
}

/// Which files in the directory belong to the generator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Ownership {
    /// Every file.
    All,
    /// The Rust files that carry [`GENERATED_MARK`]; another Rust file is an error.
    Headed,
}

impl Sources {
    /// The generated sources of a workspace. In a directory of their own, every file is generated.
    #[must_use]
    pub fn of(workspace: &Workspace) -> Self {
        let directory = workspace.path(&workspace.sources());
        if workspace.is_package() {
            return Self::elsewhere(&directory);
        }
        Self {
            directory,
            ownership: Ownership::All,
        }
    }

    /// Sources in a directory that may contain other files.
    #[must_use]
    pub fn elsewhere(directory: &Path) -> Self {
        Self {
            directory: directory.to_path_buf(),
            ownership: Ownership::Headed,
        }
    }

    /// The directory.
    #[must_use]
    pub fn directory(&self) -> &Path {
        &self.directory
    }

    /// Every difference between the directory and the generated files.
    ///
    /// # Errors
    ///
    /// If the directory cannot be read, or contains Rust files that were not generated.
    pub fn drift(&self, tree: &SourceTree) -> Result<Vec<Drift>, Failure> {
        for (path, _) in tree.files() {
            let inside = Path::new(path)
                .components()
                .all(|component| matches!(component, Component::Normal(_)));
            if !inside || path.is_empty() {
                return Err(Failure::new(format!(
                    "the generator names a file `{path}`, which is not a path below its directory"
                )));
            }
        }
        Ok(tree.diff(&self.read()?))
    }

    /// The change that removes a drift.
    #[must_use]
    pub fn mend(&self, tree: &SourceTree, drift: &[Drift]) -> Change {
        let mut change = Change::default();
        for Drift { path, kind, .. } in drift {
            match (kind, tree.get(path)) {
                (DriftKind::Missing | DriftKind::Changed, Some(text)) => {
                    change.write(self.directory.join(path), text);
                }
                _ => change.delete(self.directory.join(path)),
            }
        }
        change
    }

    /// Removes directories that a change left empty.
    pub fn remove_empty_directories(&self, drift: &[Drift]) {
        for Drift { path, .. } in drift.iter().filter(|drift| drift.kind == DriftKind::Stale) {
            for parent in Path::new(path).ancestors().skip(1) {
                // Fails on the first directory that is not empty.
                if parent.as_os_str().is_empty()
                    || fs::remove_dir(self.directory.join(parent)).is_err()
                {
                    break;
                }
            }
        }
    }

    fn read(&self) -> Result<BTreeMap<String, String>, Failure> {
        let mut files = BTreeMap::new();
        let mut foreign = Vec::new();
        let mut pending = vec![String::new()];
        while let Some(below) = pending.pop() {
            let directory = self.directory.join(&below);
            let entries = match fs::read_dir(&directory) {
                Ok(entries) => entries,
                Err(error) if error.kind() == io::ErrorKind::NotFound && below.is_empty() => break,
                Err(error) => return Err(Failure::io("read", &directory, &error)),
            };
            for entry in entries {
                let entry = entry.map_err(|error| Failure::io("read", &directory, &error))?;
                let name = entry.file_name().to_string_lossy().into_owned();
                // Editors and file managers put hidden files everywhere.
                if name.starts_with('.') {
                    continue;
                }
                let path = if below.is_empty() {
                    name
                } else {
                    format!("{below}/{name}")
                };
                let is_directory = entry
                    .file_type()
                    .map_err(|error| Failure::io("read", &entry.path(), &error))?
                    .is_dir();
                if is_directory {
                    pending.push(path);
                } else if let Some(text) = self.text(&entry.path())? {
                    if self.owns(&text) {
                        files.insert(path, text);
                    } else {
                        foreign.push(path);
                    }
                }
            }
        }
        if foreign.is_empty() {
            return Ok(files);
        }
        Err(self.foreign(foreign))
    }

    /// The text of a file, if it could be a generated one.
    fn text(&self, path: &Path) -> Result<Option<String>, Failure> {
        let is_rust = path.extension().is_some_and(|extension| extension == "rs");
        if self.ownership == Ownership::Headed && !is_rust {
            return Ok(None);
        }
        match fs::read(path) {
            Ok(bytes) => Ok(Some(String::from_utf8_lossy(&bytes).into_owned())),
            Err(error) => Err(Failure::io("read", path, &error)),
        }
    }

    fn owns(&self, text: &str) -> bool {
        match self.ownership {
            Ownership::All => true,
            Ownership::Headed => text.starts_with(GENERATED_MARK),
        }
    }

    fn foreign(&self, mut paths: Vec<String>) -> Failure {
        const SHOWN: usize = 5;
        paths.sort();
        let mut failure = Failure::new(format!(
            "{} contains Rust files that were not generated; nothing was written",
            self.directory.display()
        ));
        for path in paths.iter().take(SHOWN) {
            failure = failure.note(format!("{path} does not start with `{GENERATED_MARK}`"));
        }
        if paths.len() > SHOWN {
            failure = failure.note(format!("and {} more", paths.len() - SHOWN));
        }
        failure.help("give `--out` a directory of its own, or move these files away")
    }
}
