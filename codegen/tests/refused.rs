//! Documents and selections that are refused: `refused/<why>/`, and the whole message.

use std::fs;

use stripe_identity_codegen::{Input, generate};

#[test]
fn what_is_wrong_is_said_with_its_place_and_what_to_do() {
    insta::glob!("refused/*/openapi.*", |path| {
        let document = fs::read(path).expect("a document");
        let selection = path.with_file_name("selection.toml");
        let selection = if selection.exists() {
            fs::read(selection).expect("a selection")
        } else {
            b"all = true\n".to_vec()
        };
        let name = path
            .file_name()
            .expect("a name")
            .to_string_lossy()
            .into_owned();
        let refused = generate(
            Input {
                name: &name,
                bytes: &document,
            },
            Input {
                name: "selection.toml",
                bytes: &selection,
            },
        );
        let diagnostics = refused.expect_err("a refusal");
        let case = path
            .parent()
            .and_then(std::path::Path::file_name)
            .expect("a folder")
            .to_string_lossy()
            .into_owned();
        insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false, snapshot_suffix => "", }, {
            insta::assert_snapshot!(case, diagnostics.to_string());
        });
    });
}
