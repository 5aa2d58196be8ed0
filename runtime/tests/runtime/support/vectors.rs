use std::fs;
use std::path::Path;

use serde_json::Value;

/// The cases of a vector file.
pub(crate) fn cases(file: &str) -> Vec<Value> {
    match read(file) {
        Value::Array(cases) => cases,
        _ => panic!("{file} holds no list"),
    }
}

pub(crate) fn read(file: &str) -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../tests/vectors")
        .join(file);
    let text = fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_slice(&text).unwrap_or_else(|error| panic!("{file}: {error}"))
}

/// A text of a case.
pub(crate) fn text<'a>(case: &'a Value, name: &str) -> &'a str {
    case[name]
        .as_str()
        .unwrap_or_else(|| panic!("`{name}` is no text in {case}"))
}

/// Runs every case as a row of its own, and tells all that failed.
pub(crate) fn each(file: &str, run: impl Fn(&Value)) {
    let cases = cases(file);
    let mut failed = Vec::new();
    for (index, case) in cases.iter().enumerate() {
        let row = std::panic::AssertUnwindSafe(|| run(case));
        if std::panic::catch_unwind(row).is_err() {
            let name = case["name"]
                .as_str()
                .map_or_else(|| format!("row {index}"), str::to_owned);
            failed.push(name);
        }
    }
    assert!(
        failed.is_empty(),
        "{file}: {} of {} failed: {failed:?}",
        failed.len(),
        cases.len()
    );
}

/// Runs a future to its end.
pub(crate) fn wait<F: Future>(future: F) -> F::Output {
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime")
        .block_on(future)
}
