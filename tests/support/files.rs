//! Where tests find documents.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

/// The root of the workspace, above the crate whose test includes this.
pub(crate) fn root() -> PathBuf {
    let mut folders = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors();
    let root = folders.find(|folder| folder.join("Cargo.lock").exists());
    root.expect("a workspace").to_owned()
}

/// Where one of the documents beside the project is.
pub(crate) fn path_of_shared(name: &str) -> PathBuf {
    root().join("../shared/stripe-openapi").join(name)
}

/// One of the documents beside the project; `None`, said aloud, where it is not there. In CI it has to be.
pub(crate) fn shared(name: &str) -> Option<Vec<u8>> {
    let path = path_of_shared(name);
    match fs::read(&path) {
        Ok(bytes) => Some(bytes),
        Err(error) if std::env::var_os("CI").is_some_and(|ci| ci == "true") => {
            panic!("{}: {error}; in CI no test may be left out", path.display())
        }
        Err(_) => {
            // Past the test harness, which keeps what passing tests print to itself.
            let _ = writeln!(
                std::io::stderr(),
                "left out: {} is not there",
                path.display()
            );
            None
        }
    }
}
