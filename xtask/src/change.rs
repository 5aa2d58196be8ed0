//! Changes of files that happen together or not at all.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process;

use crate::Failure;

/// Files to write and to delete.
///
/// Everything is first written beside its target, so that a full disk is met before
/// any file is touched, and then renamed into place. If a step fails, what was done is
/// undone.
#[derive(Debug, Default)]
pub struct Change {
    writes: Vec<(PathBuf, Vec<u8>)>,
    deletes: Vec<PathBuf>,
}

impl Change {
    /// Writes a file, whether or not it is there.
    pub fn write(&mut self, path: PathBuf, bytes: impl Into<Vec<u8>>) {
        self.writes.push((path, bytes.into()));
    }

    /// Deletes a file.
    pub fn delete(&mut self, path: PathBuf) {
        self.deletes.push(path);
    }

    /// Whether there is nothing to do.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.writes.is_empty() && self.deletes.is_empty()
    }

    /// Does it.
    ///
    /// # Errors
    ///
    /// When a step fails; then every file is as it was.
    pub fn apply(&self) -> Result<(), Failure> {
        let mut undo = Undo::default();
        match self.attempt(&mut undo) {
            Ok(()) => {
                undo.forget();
                Ok(())
            }
            Err(failure) => Err(match undo.roll_back() {
                failed if failed.is_empty() => failure.note("every file is as it was"),
                failed => failed
                    .iter()
                    .fold(failure, |failure, (saved, path, error)| {
                        failure.note(format!(
                            "{} could not be restored ({error}): what it held is in {}",
                            path.display(),
                            saved.display()
                        ))
                    }),
            }),
        }
    }

    fn attempt(&self, undo: &mut Undo) -> Result<(), Failure> {
        let mut staged = Vec::new();
        for (path, bytes) in &self.writes {
            undo.create_parents(path)
                .map_err(|error| Failure::io("create the directory of", path, &error))?;
            let beside = beside(path, "new");
            undo.created.push(beside.clone());
            write_all(&beside, bytes).map_err(|error| Failure::io("write", path, &error))?;
            staged.push(beside);
        }
        for ((path, _), beside) in self.writes.iter().zip(staged) {
            undo.save(path)
                .and_then(|()| fs::rename(&beside, path))
                .map_err(|error| Failure::io("write", path, &error))?;
        }
        for path in &self.deletes {
            undo.save(path)
                .and_then(|()| fs::remove_file(path))
                .map_err(|error| Failure::io("delete", path, &error))?;
        }
        Ok(())
    }
}

/// What to undo should a later step fail.
#[derive(Debug, Default)]
struct Undo {
    directories: Vec<PathBuf>,
    created: Vec<PathBuf>,
    saved: Vec<(PathBuf, PathBuf)>,
}

impl Undo {
    fn create_parents(&mut self, path: &Path) -> io::Result<()> {
        let missing: Vec<&Path> = path
            .ancestors()
            .skip(1)
            .take_while(|directory| !directory.as_os_str().is_empty() && !directory.exists())
            .collect();
        for directory in missing.into_iter().rev() {
            fs::create_dir(directory)?;
            self.directories.push(directory.to_path_buf());
        }
        Ok(())
    }

    /// Keeps what stands at a path, under another name, and remembers it.
    fn save(&mut self, path: &Path) -> io::Result<()> {
        match fs::symlink_metadata(path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                self.created.push(path.to_path_buf());
                return Ok(());
            }
            Err(error) => return Err(error),
            Ok(metadata) if metadata.is_dir() => {
                return Err(io::Error::new(
                    io::ErrorKind::IsADirectory,
                    "a directory stands there",
                ));
            }
            Ok(_) => {}
        }
        let saved = beside(path, "old");
        // Not every file system has hard links.
        if fs::hard_link(path, &saved).is_err() {
            fs::copy(path, &saved)?;
        }
        self.saved.push((saved, path.to_path_buf()));
        Ok(())
    }

    /// Restores every file; gives those that could not be.
    fn roll_back(self) -> Vec<(PathBuf, PathBuf, io::Error)> {
        let mut failed = Vec::new();
        for (saved, path) in self.saved.into_iter().rev() {
            match fs::rename(&saved, &path) {
                // Of two names of one file, a rename keeps both.
                Ok(()) => {
                    let _ = fs::remove_file(&saved);
                }
                Err(error) => failed.push((saved, path, error)),
            }
        }
        for path in self.created {
            let _ = fs::remove_file(path);
        }
        for directory in self.directories.into_iter().rev() {
            let _ = fs::remove_dir(directory);
        }
        failed
    }

    fn forget(self) {
        for (saved, _) in self.saved {
            let _ = fs::remove_file(saved);
        }
    }
}

/// A hidden name in the same directory, so that renaming stays in one file system.
fn beside(path: &Path, what: &str) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!(".{name}.{}.{what}", process::id()))
}

fn write_all(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = File::create(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn everything_below(directory: &Path) -> Vec<(PathBuf, Option<String>)> {
        let mut found = Vec::new();
        let mut pending = vec![directory.to_path_buf()];
        while let Some(directory) = pending.pop() {
            for entry in fs::read_dir(directory).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    pending.push(path.clone());
                    found.push((path, None));
                } else {
                    found.push((path.clone(), Some(fs::read_to_string(path).unwrap())));
                }
            }
        }
        found.sort();
        found
    }

    #[test]
    fn a_change_writes_replaces_and_deletes_and_leaves_nothing_beside() {
        let directory = tempfile::tempdir().unwrap();
        let root = directory.path();
        fs::write(root.join("replaced"), "old").unwrap();
        fs::write(root.join("deleted"), "old").unwrap();
        let mut change = Change::default();
        change.write(root.join("replaced"), "new");
        change.write(root.join("deep/er/written"), "new");
        change.delete(root.join("deleted"));
        change.apply().unwrap();
        assert_eq!(
            everything_below(root),
            [
                (root.join("deep"), None),
                (root.join("deep/er"), None),
                (root.join("deep/er/written"), Some("new".to_owned())),
                (root.join("replaced"), Some("new".to_owned())),
            ]
        );
    }

    #[test]
    fn a_failing_step_undoes_all_before_it() {
        let directory = tempfile::tempdir().unwrap();
        let root = directory.path();
        fs::write(root.join("replaced"), "old").unwrap();
        fs::write(root.join("deleted"), "old").unwrap();
        fs::write(root.join("file"), "old").unwrap();
        fs::create_dir(root.join("directory")).unwrap();
        let before = everything_below(root);

        let failing = [
            ("a directory stands there", Some(root.join("directory"))),
            ("file/below", Some(root.join("file/below"))),
            ("xxx", Some(root.join("x".repeat(300)))),
            ("cannot delete", None),
        ];
        for (message, failing) in failing {
            let mut change = Change::default();
            change.write(root.join("replaced"), "new");
            change.write(root.join("deep/er/written"), "new");
            change.delete(root.join("deleted"));
            match failing {
                Some(path) => change.write(path, "new"),
                None => change.delete(root.join("absent")),
            }
            let failure = change.apply().unwrap_err().to_string();
            assert!(failure.contains(message), "{failure}");
            assert!(failure.contains("every file is as it was"), "{failure}");
            assert_eq!(everything_below(root), before, "{message}");
        }
    }
}
