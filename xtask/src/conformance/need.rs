//! What an area needs: whether it is installed, and how to install it.

use std::collections::BTreeSet;
use std::env;
use std::ffi::OsString;
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::Workspace;

/// Where Debian installs servers; the path of users other than root may lack it.
const FOR_SERVERS: [&str; 2] = ["/usr/local/sbin", "/usr/sbin"];

/// Programs whose Debian packages have other names.
const PACKAGES: [(&str, &str); 2] = [("node", "nodejs"), ("chromedriver", "chromium-driver")];

/// Programs that cargo installs.
const FROM_CARGO: [&str; 1] = ["wasm-bindgen-test-runner"];

/// Something that has to be installed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Need {
    /// A program on the path.
    Program(String),
    /// The packages in the lock file of this directory, relative to the root.
    NpmPackages(String),
    /// The packages that `requirements.txt` in this directory names, from the root.
    PythonPackages(String),
}

impl Need {
    pub(super) fn is_met(&self, workspace: &Workspace, search_path: &SearchPath) -> bool {
        match self {
            Self::Program(name) => search_path.holds(name),
            Self::NpmPackages(directory) => are_installed(&workspace.path(directory)),
            Self::PythonPackages(directory) => {
                // `.ci/programs` leaves a copy with what it installed.
                let read = |path: &str| fs::read(workspace.path(directory).join(path)).ok();
                let wanted = read("requirements.txt");
                wanted.is_some() && wanted == read(".venv/requirements.txt")
            }
        }
    }
}

impl fmt::Display for Need {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Program(name) => f.write_str(name),
            Self::NpmPackages(directory) => write!(f, "{directory}/node_modules"),
            Self::PythonPackages(directory) => write!(f, "{directory}/.venv"),
        }
    }
}

/// The commands that install these.
pub(super) fn how_to_install<'a>(needs: impl Iterator<Item = &'a Need>) -> Vec<String> {
    let mut packages = BTreeSet::new();
    let mut commands = BTreeSet::new();
    for need in needs {
        match need {
            Need::Program(name) if FROM_CARGO.contains(&&**name) => {
                commands.insert("`.ci/programs`".to_owned());
            }
            Need::Program(name) => {
                let other = PACKAGES.iter().find(|(program, _)| program == name);
                packages.insert(other.map_or(&**name, |(_, package)| package));
            }
            Need::NpmPackages(directory) => {
                commands.insert(format!("`npm ci --prefix {directory}`"));
            }
            Need::PythonPackages(_) => {
                commands.insert("`.ci/programs`".to_owned());
            }
        }
    }
    let packages: Vec<&str> = packages.into_iter().collect();
    let apt = (!packages.is_empty()).then(|| {
        format!(
            "`apt-get install --no-install-recommends {}`",
            packages.join(" ")
        )
    });
    apt.into_iter().chain(commands).collect()
}

/// Whether `node_modules` has the packages of the lock file, in the same versions.
fn are_installed(directory: &Path) -> bool {
    let packages = |path: &str| -> Option<Value> {
        let text = fs::read(directory.join(path)).ok()?;
        let mut lock: Value = serde_json::from_slice(&text).ok()?;
        Some(lock["packages"].take())
    };
    let Some(wanted) = packages("package-lock.json") else {
        return false;
    };
    // npm records what it installed.
    let Some(installed) = packages("node_modules/.package-lock.json") else {
        return false;
    };
    let mut wanted = wanted.as_object().into_iter().flatten();
    wanted.all(|(path, package)| {
        path.is_empty()
            || package["optional"] == true
            || (installed[path]["integrity"] == package["integrity"]
                && installed[path]["version"] == package["version"])
    })
}

/// The directories in which programs are searched.
#[derive(Debug)]
pub(super) struct SearchPath {
    directories: Vec<PathBuf>,
}

impl SearchPath {
    /// Those of this process, and those for servers.
    pub(super) fn of_this_process() -> Self {
        let path = env::var_os("PATH").unwrap_or_default();
        let directories = env::split_paths(&path).chain(FOR_SERVERS.map(PathBuf::from));
        Self {
            directories: directories.collect(),
        }
    }

    /// As a value of `PATH`.
    pub(super) fn to_variable(&self) -> OsString {
        env::join_paths(&self.directories)
            .unwrap_or_else(|_| env::var_os("PATH").unwrap_or_default())
    }

    fn holds(&self, program: &str) -> bool {
        let name = format!("{program}{}", env::consts::EXE_SUFFIX);
        let mut directories = self.directories.iter();
        directories.any(|directory| is_executable(&directory.join(&name)))
    }
}

#[cfg(unix)]
fn is_executable(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;

    fs::metadata(path).is_ok_and(|file| file.is_file() && file.permissions().mode() & 0o111 != 0)
}

#[cfg(not(unix))]
fn is_executable(path: &Path) -> bool {
    path.is_file()
}
