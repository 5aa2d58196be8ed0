//! The selections that `examples/selections` shows.

use std::ffi::OsStr;
use std::fs;

use super::WHOLE;
use super::package::Package;
use crate::files::root;
use crate::generated;

#[test]
fn each_example_compiles_and_is_explained() {
    let Some(document) = &*WHOLE else {
        return;
    };
    let folder = root().join("examples/selections");
    let readme = fs::read_to_string(folder.join("README.md")).expect("README.md");
    for entry in fs::read_dir(&folder).expect("examples/selections") {
        let path = entry.expect("an entry").path();
        if path.extension() != Some(OsStr::new("toml")) {
            continue;
        }
        let name = path.file_stem().expect("a name").to_string_lossy();
        let selection = fs::read(&path).expect("a selection");
        Package::new(&name, &generated(document, &selection)).check();
        let file = format!("{name}.toml");
        assert!(readme.contains(&file), "README.md does not name {file}");
    }
}
