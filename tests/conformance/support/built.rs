use std::process::{Command, Stdio};

use serde_json::Value;

/// A program of this workspace, built: `--bin` or `--example`, and its name. Returns its path.
///
/// # Panics
///
/// When it does not build.
#[must_use]
pub fn built(kind: &str, name: &str) -> String {
    let mut cargo = Command::new(env!("CARGO"));
    // What Cargo tells a test about its package would make the inner one build anew what looks
    // at it.
    for (name, _) in std::env::vars_os() {
        let name = name.to_string_lossy().into_owned();
        if name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_") {
            cargo.env_remove(name);
        }
    }
    let output = cargo
        // With the features of the whole workspace, as in CI, so that nothing is built twice.
        .args(["build", "--workspace", kind, name])
        .arg("--message-format=json")
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .stderr(Stdio::inherit())
        .output()
        .expect("cargo starts");
    assert!(output.status.success(), "{name} does not build");
    let messages = String::from_utf8_lossy(&output.stdout);
    messages
        .lines()
        .filter_map(|line| serde_json::from_str::<Value>(line).ok())
        .filter(|message| message["target"]["name"] == name)
        .find_map(|message| message["executable"].as_str().map(str::to_owned))
        .expect("cargo says what it built")
}
