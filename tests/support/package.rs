//! Generated sources as a package of their own, built as somebody would who generates a client.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use stripe_identity_codegen::SourceTree;

use crate::files::root;

/// A package of generated sources, with the workspace's dependencies and lints, and any warning an error.
pub(crate) struct Package {
    folder: PathBuf,
}

impl Package {
    /// Writes the package; files that are the same already stay, so that nothing is built again for them.
    pub(crate) fn new(name: &str, tree: &SourceTree) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
            .join("packages")
            .join(name);
        let source = folder.join("src");
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
        let runtime = root().join("runtime");
        write(&folder.join("Cargo.toml"), &manifest(name, &runtime));
        let lock = fs::read_to_string(root().join("Cargo.lock")).expect("a lock file");
        write(&folder.join("Cargo.lock"), &lock);
        let clippy = fs::read_to_string(root().join("clippy.toml")).expect("clippy.toml");
        write(&folder.join("clippy.toml"), &clippy);
        Self { folder }
    }

    /// What a program prints that uses the package: its files, one of which is `main.rs`, and its argument.
    pub(crate) fn run_program(&self, files: &[(&str, &str)], argument: &str) -> String {
        for (name, text) in files {
            write(&self.folder.join("examples/program").join(name), text);
        }
        self.cargo("run", &["--example=program", "--", argument])
    }

    /// What a command of cargo prints, which has to succeed.
    pub(crate) fn cargo(&self, command: &str, arguments: &[&str]) -> String {
        let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        cargo
            .args(["--quiet", command, "--all-features"])
            .args(arguments)
            .current_dir(&self.folder)
            .env("RUSTDOCFLAGS", "-Dwarnings")
            // One for all packages: what they depend on is built once.
            .env("CARGO_TARGET_DIR", self.folder.with_file_name("target"));
        let output = cargo.output().expect("cargo");
        assert!(
            output.status.success(),
            "{}",
            String::from_utf8_lossy(&output.stderr)
        );
        String::from_utf8(output.stdout).expect("what is printed is text")
    }
}

/// The manifest that `examples/selections/README.md` shows, with the workspace's lints.
fn manifest(name: &str, runtime: &Path) -> String {
    let runtime = toml::Value::from(runtime.to_string_lossy().as_ref());
    let workspace = fs::read_to_string(root().join("Cargo.toml")).expect("Cargo.toml");
    let workspace: toml::Table = workspace.parse().expect("TOML");
    let mut lints = toml::Table::new();
    lints.insert("lints".to_owned(), workspace["workspace"]["lints"].clone());
    format!(
        "[package]\nname = \"{name}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n\
         [dependencies]\nserde = {{ version = \"1\", features = [\"derive\"] }}\n\
         stripe-runtime = {{ path = {runtime} }}\n\n\
         [dev-dependencies]\nserde_json = \"1\"\n\n\
         [features]\nblocking = [\"stripe-runtime/blocking\"]\nwebhook = [\"stripe-runtime/webhook\"]\n\n\
         [profile.dev]\ndebug = false\nincremental = false\n\n\
         {lints}\n[lints.rust.warnings]\nlevel = \"deny\"\npriority = -2\n\n[workspace]\n"
    )
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
pub(crate) fn write(path: &Path, text: &str) {
    if fs::read_to_string(path).is_ok_and(|old| old == text) {
        return;
    }
    fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    fs::write(path, text).expect("a file");
}
