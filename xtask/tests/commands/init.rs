//! `init`, on a folder that holds nothing else, and what the other commands do there.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::json;
use tempfile::TempDir;

use crate::temporary_workspace::{git, stderr, stdout};

/// A file of this repository.
fn repository(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(path)
}

/// The pinned document of this repository.
fn document() -> String {
    repository("spec/openapi.json").display().to_string()
}

fn folder() -> TempDir {
    tempfile::tempdir().expect("a temporary directory")
}

fn run(folder: impl AsRef<Path>, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_xtask"));
    command
        .current_dir(folder)
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

/// `GET /v1/things`, and a schema of 10,000 lines that it draws in.
fn much_drawn_in() -> String {
    let schemas = "#/components/schemas";
    let values: Vec<String> = (0..4_000).map(|value| format!("v{value}")).collect();
    json!({
        "openapi": "3.0.0",
        "info": { "title": "Things", "version": "2026-09-30.endive" },
        "paths": { "/v1/things": { "get": { "responses": { "200": {
            "description": "",
            "content": { "application/json": { "schema": { "$ref": format!("{schemas}/thing") } } },
        } } } } },
        "components": { "schemas": {
            "thing": {
                "type": "object",
                "properties": {
                    "object": { "type": "string", "enum": ["thing"] },
                    "large": { "$ref": format!("{schemas}/large") },
                },
            },
            "large": {
                "type": "object",
                "properties": { "value": { "type": "string", "enum": values } },
            },
        } },
    })
    .to_string()
}

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
        ".gitattributes",
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

/// Runs what a workflow runs of this program, up to what fails. Returns the commands that were reached, and the last
/// exit code.
fn run_workflow(clone: &Path, workflow: &str) -> (Vec<String>, Option<i32>) {
    let workflow: serde_yaml::Value = serde_yaml::from_str(workflow).expect("YAML");
    let steps = workflow["jobs"]["check"]["steps"].as_sequence();
    let commands = steps.expect("steps").iter();
    let mut reached = Vec::new();
    for command in commands.filter_map(|step| step["run"].as_str()) {
        reached.push(command.to_owned());
        if let Some(arguments) = command.strip_prefix("stripe-codegen ") {
            let arguments: Vec<&str> = arguments.split(' ').collect();
            let code = run(clone, &arguments).status.code();
            if code != Some(0) {
                return (reached, code);
            }
        }
    }
    (reached, Some(0))
}

#[test]
fn the_workflow_passes_on_what_is_committed_and_stops_at_a_file_that_was_edited() {
    let folder = folder();
    assert_eq!(init(&folder, &PATHS).status.code(), Some(0));
    for arguments in [
        &["init", "--quiet"][..],
        &["add", "--all"],
        &["commit", "--quiet", "--message", "Begin"],
        // Line ends are those of the checksums, on Windows too.
        &["-c", "core.autocrlf=true", "clone", "--quiet", ".", "clone"],
    ] {
        git(folder.path(), arguments);
    }
    let clone = folder.path().join("clone");
    let workflow = clone.join(".github/workflows/stripe.yml");
    let workflow = fs::read_to_string(workflow).expect("a workflow");

    let manifest = fs::read(repository("command/Cargo.toml")).expect("a manifest");
    let version = stripe_codegen::manifest::version(&manifest).expect("a version");
    let all = [
        &format!("cargo install --locked stripe-codegen --version {version}"),
        "stripe-codegen generate --check",
        "cargo test --all-features",
    ]
    .map(str::to_owned);
    assert_eq!(run_workflow(&clone, &workflow), (all.to_vec(), Some(0)));
    for file in [
        "src/lib.rs",
        "src/identity_verification_session.rs",
        "spec/openapi.json",
    ] {
        let path = clone.join(file);
        let text = fs::read_to_string(&path).expect("a file");
        fs::write(&path, text.clone() + "\n").expect("written");
        let stopped = (all[..2].to_vec(), Some(1));
        assert_eq!(run_workflow(&clone, &workflow), stopped, "{file}");
        fs::write(&path, text).expect("written");
    }
}

#[test]
fn the_features_are_those_of_the_client_here() {
    let folder = folder();
    assert_eq!(init(&folder, &PATHS).status.code(), Some(0));
    let features = |text: String| {
        let manifest: toml::Table = text.parse().expect("TOML");
        manifest["features"].clone()
    };
    let ours = repository("generated/Cargo.toml");
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

#[test]
fn what_a_selection_draws_in_is_told_whenever_something_is_written() {
    let folder = folder();
    fs::write(folder.path().join("things.json"), much_drawn_in()).unwrap();
    let commands: [&[&str]; 3] = [
        &[
            "init",
            "--from",
            "things.json",
            "--name",
            "my-things",
            "--paths",
            "/v1",
        ],
        &["generate"],
        &["update", "--from", "things.json"],
    ];
    for command in commands {
        let output = run(&folder, command);
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
        let told = stdout(&output);
        assert!(told.contains("references draw in "), "{command:?}: {told}");
        assert!(
            told.contains("\n  cut = [\"large\"]  # "),
            "{command:?}: {told}"
        );
        fs::remove_file(folder.path().join("src/thing.rs")).unwrap();
    }
}
