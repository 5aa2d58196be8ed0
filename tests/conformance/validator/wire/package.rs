//! The client and the program, built and run.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use stripe_identity_codegen::SourceTree;

const CLIENT: &str = r#"[package]
name = "whole"
version = "0.0.0"
edition = "2024"

[dependencies]
serde = { version = "1", features = ["derive"] }
stripe-runtime = { path = "RUNTIME", default-features = false }

[features]
blocking = []
webhook = []
"#;

const PROGRAM: &str = r#"[package]
name = "wire"
version = "0.0.0"
edition = "2024"

[dependencies]
serde = { version = "1", features = ["derive"] }
serde_json = "1"
stripe-runtime = { path = "RUNTIME", default-features = false }
whole = { path = "whole" }

[profile.dev]
debug = 0
incremental = false

[workspace]
"#;

/// What the program prints; built in a folder with this name.
pub(super) fn run(folder: &str, tree: &SourceTree, program: &str, examples: &Path) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let root = root.canonicalize().expect("the workspace");
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(folder);
    let wire = folder.join("program");
    let client = wire.join("whole");
    let source = client.join("src");
    let mut stale = Vec::new();
    files_below(&source, &mut stale);
    for (path, text) in tree.files() {
        let path = source.join(path);
        write(&path, text);
        stale.retain(|other| *other != path);
    }
    for path in stale {
        fs::remove_file(path).expect("a file of an earlier run");
    }
    let manifest = |text: &str| text.replace("RUNTIME", &root.join("runtime").to_string_lossy());
    write(&client.join("Cargo.toml"), &manifest(CLIENT));
    write(&wire.join("Cargo.toml"), &manifest(PROGRAM));
    write(&wire.join("src/main.rs"), program);
    // The versions of the workspace; cargo leaves out what is not needed, and then it stays.
    let lock = wire.join("Cargo.lock");
    if !lock.exists() {
        fs::copy(root.join("Cargo.lock"), &lock).expect("a lock file");
    }

    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.args(["run", "--quiet", "--"]).arg(examples);
    cargo
        .current_dir(&wire)
        .env("CARGO_TARGET_DIR", folder.join("target"));
    let output = cargo.output().expect("cargo");
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{told}");
    String::from_utf8(output.stdout).expect("the program prints text")
}

fn files_below(folder: &Path, into: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            files_below(&path, into);
        } else {
            into.push(path);
        }
    }
}

/// Writes a file, unless it holds the text already: then cargo builds nothing again.
fn write(path: &Path, text: &str) {
    if fs::read_to_string(path).is_ok_and(|old| old == text) {
        return;
    }
    fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    fs::write(path, text).expect("a file");
}
