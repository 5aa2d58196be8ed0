//! The page that says which test holds which line of the specification.

use std::fs;
use std::path::Path;

const PAGE: &str = include_str!("../README.md");

/// The tests that the page names, and the files where they should be.
fn named() -> Vec<(String, String)> {
    let words = PAGE.split('`').skip(1).step_by(2);
    words
        .filter_map(|word| word.split_once("::"))
        .filter(|(_, test)| {
            test.bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
        })
        .map(|(module, test)| {
            let file = match module.strip_prefix("tests/") {
                Some(module) => format!("../tests/{module}.rs"),
                None => format!("tests/runtime/{module}.rs"),
            };
            (file, test.to_owned())
        })
        .collect()
}

#[test]
fn names_tests_that_exist() {
    let named = named();
    assert!(named.len() > 100, "{}", named.len());
    for (file, test) in named {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(&file);
        let source = fs::read_to_string(path).unwrap_or_else(|error| panic!("{file}: {error}"));
        let begins = [format!("fn {test}("), format!("async fn {test}(")];
        let is_there = source.lines().any(|line| {
            begins
                .iter()
                .any(|begin| line.trim_start().starts_with(begin))
        });
        assert!(is_there, "there is no `{test}` in {file}");
    }
}
