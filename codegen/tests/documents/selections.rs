//! The selections that `examples/selections` shows.

use std::fs;

use stripe_identity_codegen::generate;

use crate::package::Package;
use crate::{inputs, root, shared};

#[test]
fn each_selection_that_is_shown_compiles() {
    let Some(document) = shared("full-2023-08-16.json") else {
        return;
    };
    let folder = root().join("examples/selections");
    let mut names = Vec::new();
    for entry in fs::read_dir(&folder).expect("examples/selections") {
        let path = entry.expect("an entry").path();
        if path.extension().is_none_or(|extension| extension != "toml") {
            continue;
        }
        let name = path
            .file_stem()
            .expect("a name")
            .to_string_lossy()
            .into_owned();
        let selection = fs::read(&path).expect("a selection");
        let (document, text) = inputs(&document, &selection);
        let tree =
            generate(document, text).unwrap_or_else(|diagnostics| panic!("{name}:\n{diagnostics}"));
        Package::new(&name, &tree).check();
        names.push(name);
    }
    let readme = fs::read_to_string(folder.join("README.md")).expect("README.md");
    assert!(names.len() >= 3);
    for name in names {
        assert!(
            readme.contains(&format!("{name}.toml")),
            "README.md does not name {name}.toml"
        );
    }
}
