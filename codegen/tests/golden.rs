//! Small documents and the clients that are generated from them.
//!
//! `golden/<name>.yaml` becomes the snapshot `golden/<name>.snap.rs`, which `tests/golden` compiles. The selection is
//! `golden/<name>.toml`, or everything if there is none.

use std::fs;
use std::path::Path;

use similar::TextDiff;
use stripe_identity_codegen::SourceTree;

use crate::generated;

/// A client as one file, with the text of each module where the module is declared.
fn in_one_file(tree: &SourceTree, path: &str) -> String {
    let text = tree.get(path).expect("the file of a declared module");
    let folder = path.trim_end_matches("lib.rs").replace(".rs", "/");
    let lines = text.lines().map(|line| {
        let declaration = line.strip_prefix("pub ").unwrap_or(line);
        let name = declaration
            .strip_prefix("mod ")
            .and_then(|name| name.strip_suffix(';'));
        match name {
            Some(name) => {
                let module = in_one_file(tree, &format!("{folder}{name}.rs"));
                format!("{} {{\n{module}}}\n", line.trim_end_matches(';'))
            }
            None => format!("{line}\n"),
        }
    });
    // The header, two lines and a blank one, stays at the top alone.
    lines.skip(if path == "lib.rs" { 0 } else { 3 }).collect()
}

#[test]
#[expect(
    clippy::print_stdout,
    reason = "insta shows no difference of binary snapshots"
)]
fn clients() {
    insta::glob!("golden/*.yaml", |document| {
        let selection = fs::read(document.with_extension("toml"));
        let selection = selection.unwrap_or_else(|_| b"all = true".to_vec());
        let text = fs::read(document).expect("a document");
        let client = in_one_file(&generated(&text, &selection), "lib.rs");
        let snapshot = document.with_extension("snap.rs");
        let old = fs::read_to_string(&snapshot).unwrap_or_default();
        print!("{}", TextDiff::from_lines(&old, &client).unified_diff());
        let name = snapshot.file_name().expect("a name").to_string_lossy();
        let name = name.replace(".snap", "");
        insta::with_settings!({
            omit_expression => true,
            prepend_module_to_snapshot => false,
            snapshot_path => "golden",
            snapshot_suffix => "",
        }, {
            insta::assert_binary_snapshot!(&name, client.into_bytes());
        });
    });
}

#[test]
fn each_client_has_a_document_and_is_compiled() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/golden/lib.rs");
    let compiled = fs::read_to_string(root).expect("tests/golden/lib.rs");
    insta::glob!("golden/*.snap.rs", |snapshot| {
        let document = snapshot.with_extension("").with_extension("yaml");
        assert!(document.exists(), "delete {}", snapshot.display());
        let name = snapshot.file_name().expect("a name").to_string_lossy();
        assert!(
            compiled.contains(&format!("golden/{name}")),
            "add {name} to tests/golden/lib.rs"
        );
    });
}

/// Clippy's `too_many_lines` begins at 101 lines in a function; `Debug` has two beside its fields.
#[test]
fn long_functions_expect_the_lint() {
    for (properties, word, expected) in [(98, "", 0), (99, "", 1), (101, "", 2), (50, LONG, 2)] {
        let properties = (0..properties).map(|index| format!("p{index}{word}: {{type: boolean}}"));
        let properties = properties.collect::<Vec<_>>().join(", ");
        let document =
            include_str!("golden/orders.yaml").replace("width: {type: integer}", &properties);
        let client = generated(document.as_bytes(), b"all = true");
        let text: String = client.files().map(|(_, text)| text).collect();
        let found = text.matches("#[expect(clippy::too_many_lines").count();
        assert_eq!(found, expected, "{properties}");
    }
}

/// A call for a field of this length takes three lines.
const LONG: &str = "_word_word_word_word_word_word_word_word_word_word";

/// The generator and the runtime are released together; `stripe_runtime::generated_for!` compares.
#[test]
fn generated_code_says_which_runtime_it_needs() {
    let runtime = include_str!("../../runtime/Cargo.toml");
    let line = runtime.lines().find(|line| line.starts_with("version = "));
    let version = stripe_identity_codegen::RUNTIME;
    let expected = format!("version = \"{version}.");
    assert!(
        line.is_some_and(|line| line.starts_with(&expected)),
        "{line:?}"
    );
    let client = include_str!("golden/shop.snap.rs");
    assert!(client.contains(&format!(
        "\nstripe_runtime::generated_for!(\"{version}\");\n"
    )));
}
