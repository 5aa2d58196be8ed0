//! Changes to files that happen together or not at all.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use tempfile::{Builder, NamedTempFile};

use crate::Failure;

/// Files to write and to delete.
///
/// Everything is first written next to its target, so that a full disk is noticed before any
/// file is touched, and then renamed into place. If a step fails, the steps before it are undone.
#[derive(Debug, Default)]
pub struct Change {
    writes: Vec<(PathBuf, Vec<u8>)>,
    deletes: Vec<PathBuf>,
}

impl Change {
    /// Writes a file, whether or not it exists.
    pub fn write(&mut self, path: PathBuf, bytes: impl Into<Vec<u8>>) {
        self.writes.retain(|(other, _)| *other != path);
        self.writes.push((path, bytes.into()));
    }

    /// Writes a file unless it has this content; returns whether it does not.
    pub fn replace(&mut self, path: PathBuf, bytes: impl Into<Vec<u8>>) -> bool {
        let bytes = bytes.into();
        let differs = fs::read(&path).ok().as_ref() != Some(&bytes);
        if differs {
            self.write(path, bytes);
        }
        differs
    }

    /// What is to be written to a file, if anything.
    #[must_use]
    pub fn pending(&self, path: &Path) -> Option<&[u8]> {
        let writes = self.writes.iter();
        writes
            .filter(|(other, _)| other == path)
            .map(|(_, bytes)| bytes.as_slice())
            .next_back()
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

    /// Applies the change.
    ///
    /// # Errors
    ///
    /// If a step fails. Then every file is as it was.
    pub fn apply(&self) -> Result<(), Failure> {
        let mut undo = Undo::default();
        self.attempt(&mut undo)
            .map_err(|failure| undo.roll_back(failure))
    }

    fn attempt(&self, undo: &mut Undo) -> Result<(), Failure> {
        let mut staged = Vec::new();
        for (path, bytes) in &self.writes {
            undo.create_parents(path)
                .map_err(|error| Failure::io("create the directory of", path, &error))?;
            let file = beside(path, |path| {
                let mut file = File::create_new(path)?;
                file.write_all(bytes)?;
                file.sync_all()?;
                Ok(file)
            });
            staged.push(file.map_err(|error| Failure::io("write", path, &error))?);
        }
        for ((path, _), file) in self.writes.iter().zip(staged) {
            undo.save(path)
                .and_then(|()| Ok(file.persist(path).map(drop)?))
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

/// What to undo if a later step fails.
#[derive(Debug, Default)]
struct Undo {
    directories: Vec<PathBuf>,
    created: Vec<PathBuf>,
    saved: Vec<(NamedTempFile, PathBuf)>,
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

    /// Keeps the file at a path, under another name.
    fn save(&mut self, path: &Path) -> io::Result<()> {
        match fs::symlink_metadata(path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                self.created.push(path.to_path_buf());
                return Ok(());
            }
            Err(error) => return Err(error),
            Ok(metadata) if metadata.is_dir() => {
                let message = "a directory has this name";
                return Err(io::Error::new(io::ErrorKind::IsADirectory, message));
            }
            Ok(_) => {}
        }
        let saved = beside(path, |saved| {
            // Not every file system has hard links.
            fs::hard_link(path, saved).or_else(|_| fs::copy(path, saved).map(drop))?;
            File::open(saved)
        })?;
        self.saved.push((saved, path.to_path_buf()));
        Ok(())
    }

    /// Restores every file; adds the result to the failure.
    fn roll_back(self, failure: Failure) -> Failure {
        let mut lost = Vec::new();
        for (saved, path) in self.saved.into_iter().rev() {
            let name = saved.path().to_path_buf();
            match saved.persist(&path) {
                // If both are names of one file, renaming keeps both.
                Ok(_) => drop(fs::remove_file(name)),
                Err(error) => {
                    lost.push(format!(
                        "{} could not be restored ({}): its content is in {}",
                        path.display(),
                        error.error,
                        name.display()
                    ));
                    let _ = error.file.keep();
                }
            }
        }
        for path in self.created {
            let _ = fs::remove_file(path);
        }
        for directory in self.directories.into_iter().rev() {
            let _ = fs::remove_dir(directory);
        }
        if lost.is_empty() {
            lost.push("every file is as it was".to_owned());
        }
        lost.into_iter().fold(failure, Failure::note)
    }
}

/// A hidden file in the same directory, so that renaming it stays in one file system. It is
/// removed when it is dropped.
fn beside(
    path: &Path,
    make: impl FnMut(&Path) -> io::Result<File>,
) -> io::Result<NamedTempFile<File>> {
    let directory = match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    };
    Builder::new()
        .prefix(".stripe-codegen-")
        .make_in(directory, make)
}
