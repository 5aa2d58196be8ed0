//! `init`, on a folder that holds nothing else, and what the other commands do there.

use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

use crate::temporary_workspace::{stderr, stdout};

/// The pinned document of this repository.
fn document() -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    root.join("spec/openapi.json").display().to_string()
}

fn folder() -> TempDir {
    tempfile::tempdir().expect("a temporary directory")
}

fn run(folder: &TempDir, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_xtask"));
    command
        .current_dir(folder.path())
        .args(arguments)
        .env_remove("CARGO_MANIFEST_DIR")
        .stdin(Stdio::null());
    command.output().expect("the program runs")
}

fn init(folder: &TempDir, more: &[&str]) -> Output {
    let document = document();
    let arguments = ["init", "--from", &document, "--name", "my-sessions"];
    run(folder, &[&arguments[..], more].concat())
}

const PATHS: [&str; 2] = ["--paths", "/v1/identity/verification_sessions"];

#[test]
fn an_empty_folder_becomes_a_repository_that_is_up_to_date() {
    let folder = folder();
    let begun = init(&folder, &PATHS);
    assert_eq!(begun.status.code(), Some(0), "{}", stderr(&begun));
    let told = stdout(&begun);
    for file in [
        "spec/selection.toml",
        "spec/openapi.json",
        "spec/pin.toml",
        "Cargo.toml",
        "README.md",
        "CHANGELOG.md",
        ".github/workflows/stripe.yml",
        ".gitignore",
    ] {
        assert!(told.contains(&format!("written {file}\n")), "{told}");
        let text = fs::read_to_string(folder.path().join(file)).expect("a file");
        let left = ["{name}", "{paths}", "{runtime}", "{workspace}", "_version}"];
        assert!(left.iter().all(|place| !text.contains(place)), "{text}");
    }
    let manifest = fs::read_to_string(folder.path().join("Cargo.toml")).expect("a manifest");
    assert!(
        manifest.starts_with("[package]\nname = \"my-sessions\"\n"),
        "{manifest}"
    );
    let version = stripe_identity_codegen::RUNTIME;
    let dependency =
        format!("\nstripe-runtime = {{ version = \"{version}\", default-features = false }}\n");
    assert!(manifest.contains(&dependency), "{manifest}");

    for arguments in [
        &["generate", "--check"][..],
        &["update", "--from", &document()],
    ] {
        let output = run(&folder, arguments);
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    }
    fs::write(
        folder.path().join("src/lib.rs"),
        "// @generated, and edited\n",
    )
    .expect("written");
    assert_eq!(
        run(&folder, &["generate", "--check"]).status.code(),
        Some(1)
    );
    // What is not generated is nobody's but its writer's.
    fs::write(folder.path().join("src/mine.rs"), "fn mine() {}\n").expect("written");
    let refused = stderr(&run(&folder, &["generate"]));
    assert!(
        refused.contains("mine.rs does not start with `// @generated`"),
        "{refused}"
    );
}

#[test]
fn the_features_are_those_of_the_client_here() {
    let folder = folder();
    assert_eq!(init(&folder, &PATHS).status.code(), Some(0));
    let features = |text: String| {
        let manifest: toml::Table = text.parse().expect("TOML");
        manifest["features"].clone()
    };
    let ours = Path::new(env!("CARGO_MANIFEST_DIR")).join("../generated/Cargo.toml");
    let [ours, theirs] = [ours, folder.path().join("Cargo.toml")]
        .map(|path| features(fs::read_to_string(path).expect("a manifest")));
    assert_eq!(theirs, ours);
}

#[test]
fn what_cannot_be_begun_leaves_the_folder_as_it_was() {
    let cases: [(&[&str], &str, i32); 5] = [
        (&[], "--paths", 2),
        (
            &["--paths", "/v1/nothing"],
            "`/v1/nothing` in `paths` matches nothing",
            1,
        ),
        (
            &["--paths", "/v1/identity", "--runtime", "absent"],
            "--runtime DIR",
            1,
        ),
        (
            &["--paths", "/v1/identity", "--from", "absent.json"],
            "cannot be used multiple times",
            2,
        ),
        (&["--paths", ""], "--paths", 2),
    ];
    for (arguments, message, code) in cases {
        let folder = folder();
        let refused = init(&folder, arguments);
        assert_eq!(refused.status.code(), Some(code), "{}", stderr(&refused));
        assert!(stderr(&refused).contains(message), "{}", stderr(&refused));
        assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 0);
    }
    let folder = folder();
    fs::write(folder.path().join("Cargo.toml"), "[package]\n").expect("written");
    let refused = stderr(&init(&folder, &PATHS));
    assert!(
        refused.contains("has `Cargo.toml` already\n  = help: begin in an empty directory"),
        "{refused}"
    );
}

#[test]
fn a_name_is_that_of_the_directory_if_that_can_be_one() {
    let names = [
        ("my-stripe", Some("my-stripe")),
        ("My_Stripe", Some("my-stripe")),
        ("9", None),
    ];
    for (directory, name) in names {
        let folder = folder();
        fs::create_dir(folder.path().join(directory)).expect("a directory");
        let document = document();
        let arguments = ["init", "--from", &document, "--root", directory];
        let output = run(&folder, &[&arguments[..], &PATHS].concat());
        let Some(name) = name else {
            assert_eq!(output.status.code(), Some(2));
            assert!(
                stderr(&output).contains("--name my-stripe"),
                "{}",
                stderr(&output)
            );
            continue;
        };
        let manifest = folder.path().join(directory).join("Cargo.toml");
        let manifest = fs::read_to_string(manifest).expect("a manifest");
        assert!(
            manifest.contains(&format!("name = \"{name}\"\n")),
            "{manifest}"
        );
    }
}

/// In the directory of another workspace, the client is one of its own.
#[test]
fn a_client_below_a_workspace_is_no_member_of_it() {
    let folder = folder();
    fs::write(folder.path().join("Cargo.toml"), "[workspace]\n").expect("written");
    fs::create_dir(folder.path().join("client")).expect("a directory");
    let document = document();
    let arguments = ["init", "--from", &document, "--root", "client"];
    let output = run(&folder, &[&arguments[..], &PATHS].concat());
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let manifest = fs::read_to_string(folder.path().join("client/Cargo.toml")).expect("a manifest");
    assert!(manifest.ends_with("\n[workspace]\n"), "{manifest}");
}
