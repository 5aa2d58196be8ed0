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
/// The directory of the client in a workspace whose root is no package.
const GENERATED: &str = "generated";

/// The workspace that a command works on.
#[derive(Clone, Debug)]
pub struct Workspace {
    root: PathBuf,
    /// What a user types to run this program.
    program: &'static str,
    /// Whether the root is the client's package itself.
    is_package: bool,
}

impl Workspace {
    /// The workspace at `root`, if given; otherwise the one whose `xtask` cargo runs, or the
    /// nearest one above the working directory.
    ///
    /// # Errors
    ///
    /// If there is none.
    pub fn find(root: Option<PathBuf>, program: &'static str) -> Result<Self, Failure> {
        if let Some(root) = root {
            if is_root(&root) {
                return Ok(Self::at(root, program));
            }
            return Err(Failure::usage(format!(
                "{} is not the directory of a client's repository",
                root.display()
            ))
            .note("such a directory contains Cargo.toml and spec/")
            .help("give `--root` the directory of a clone, or leave it out"));
        }
        let manifest = env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
        let working = env::current_dir().ok();
        [manifest, working]
            .iter()
            .flatten()
            .find_map(|start| start.ancestors().find(|directory| is_root(directory)))
            .map(|root| Self::at(root.to_path_buf(), program))
            .ok_or_else(|| {
                Failure::new("no directory with Cargo.toml and spec/ found").help(format!(
                    "run `{program}` in a clone of the client's repository, or give the directory \
                     of one: `--root DIR`"
                ))
            })
    }

    /// The directory of a client that is about to be written.
    pub(crate) fn new(root: PathBuf, program: &'static str) -> Self {
        Self {
            root,
            program,
            is_package: true,
        }
    }

    /// The workspace in a directory.
    fn at(root: PathBuf, program: &'static str) -> Self {
        let manifest = fs::read_to_string(root.join("Cargo.toml")).ok();
        let manifest: Option<toml::Table> = manifest.and_then(|text| text.parse().ok());
        Self {
            root,
            program,
            is_package: manifest.is_some_and(|manifest| manifest.contains_key("package")),
        }
    }

    /// What a user types to run this program.
    #[must_use]
    pub fn program(&self) -> &'static str {
        self.program
    }

    /// Whether the root is the client's package itself. Otherwise that is in `generated/`.
    #[must_use]
    pub fn is_package(&self) -> bool {
        self.is_package
    }

    /// The directory of the generated sources, relative to the root.
    #[must_use]
    pub fn sources(&self) -> String {
        self.of_client("src")
    }

    /// The manifest of the client, relative to the root.
    #[must_use]
    pub fn manifest(&self) -> String {
        self.of_client("Cargo.toml")
    }

    /// The changelog of the client, relative to the root.
    #[must_use]
    pub fn changelog(&self) -> String {
        self.of_client("CHANGELOG.md")
    }

    fn of_client(&self, path: &str) -> String {
        if self.is_package {
            path.to_owned()
        } else {
            format!("{GENERATED}/{path}")
        }
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
    ///
    /// # Errors
    ///
    /// If it cannot be read or is not valid.
    pub fn read_toml<T: DeserializeOwned>(&self, name: &str) -> Result<T, Failure> {
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
