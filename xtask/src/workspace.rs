//! The workspace, and the paths in it.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use serde::de::DeserializeOwned;

use crate::Failure;

/// The pinned document; like the other paths, relative to the root.
pub const OPENAPI_JSON: &str = "spec/openapi.json";
/// The selection.
pub const SELECTION: &str = "spec/selection.toml";
/// The pin: which document of Stripe's the pinned one is from.
pub const PIN: &str = "spec/pin.toml";
/// The generated sources.
pub const GENERATED: &str = "generated/src";

/// The workspace that a command works on.
#[derive(Clone, Debug)]
pub struct Workspace {
    root: PathBuf,
}

impl Workspace {
    /// The workspace at `root`, if given; otherwise the one whose `xtask` cargo runs, or the
    /// nearest one above the working directory.
    ///
    /// # Errors
    ///
    /// If there is none.
    pub fn find(root: Option<PathBuf>) -> Result<Self, Failure> {
        if let Some(root) = root {
            if is_root(&root) {
                return Ok(Self { root });
            }
            return Err(Failure::usage(format!(
                "{} is not the root of this workspace",
                root.display()
            ))
            .note("the root contains Cargo.toml and spec/")
            .help("give `--root` the directory of a clone, or leave it out"));
        }
        let manifest = env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
        let working = env::current_dir().ok();
        [manifest, working]
            .iter()
            .flatten()
            .find_map(|start| start.ancestors().find(|directory| is_root(directory)))
            .map(|root| Self {
                root: root.to_path_buf(),
            })
            .ok_or_else(|| {
                Failure::new("no workspace with a spec/ directory found").help(
                    "run `cargo xtask` in a clone, or give the directory of one: `--root DIR`",
                )
            })
    }

    /// The path of a file in the workspace.
    #[must_use]
    pub fn path(&self, from_root: &str) -> PathBuf {
        self.root.join(from_root)
    }

    /// The root directory.
    #[must_use]
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The path of the selection.
    #[must_use]
    pub fn selection(&self) -> PathBuf {
        self.path(SELECTION)
    }

    /// The path as messages show it: relative to the root if it is below the root.
    #[must_use]
    pub fn show(&self, path: &Path) -> String {
        let shown = path.strip_prefix(&self.root).unwrap_or(path);
        shown.display().to_string().replace('\\', "/")
    }

    /// Reads a TOML file; `name` is its path from the root.
    pub(crate) fn read_toml<T: DeserializeOwned>(&self, name: &str) -> Result<T, Failure> {
        let bytes = self.read(&self.path(name))?;
        let text =
            str::from_utf8(&bytes).map_err(|error| Failure::new(error.to_string()).at(name))?;
        toml::from_str(text).map_err(|error| {
            let before = error.span().and_then(|span| text.get(..span.start));
            let line = before.map_or(1, |before| before.matches('\n').count() + 1);
            Failure::new(error.message()).at(format!("{name}:{line}"))
        })
    }

    /// Reads a file.
    ///
    /// # Errors
    ///
    /// If it cannot be read.
    pub fn read(&self, path: &Path) -> Result<Vec<u8>, Failure> {
        fs::read(path).map_err(|error| {
            let shown = self.show(path);
            let failure = Failure::io("read", Path::new(&shown), &error);
            if path.starts_with(&self.root) {
                failure.help(format!("restore it with `git checkout -- {shown}`"))
            } else {
                failure.help("check the path")
            }
        })
    }
}

fn is_root(directory: &Path) -> bool {
    directory.join("Cargo.toml").is_file() && directory.join("spec").is_dir()
}
