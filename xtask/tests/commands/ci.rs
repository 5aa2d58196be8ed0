//! `ci`, with a program in cargo's place that notes how it was called.

use std::process::Output;

use crate::temporary_workspace::{TemporaryWorkspace, stderr, stdout};

#[test]
fn the_steps_are_listed() {
    let workspace = TemporaryWorkspace::empty();
    let output = workspace.run(&["ci", "--list"]);
    assert_eq!(output.status.code(), Some(0));
    insta::assert_snapshot!(stdout(&output));
}

/// Runs `ci` with a cargo that prints its arguments and fails where one is `failing`.
#[cfg(unix)]
fn ci(workspace: &TemporaryWorkspace, arguments: &[&str], failing: &str) -> Output {
    let script = format!(
        "[ \"$1\" = \"{failing}\" ] && echo \"$1 is broken\" && exit 101\n\
         [ \"$1\" = metadata ] && cat metadata.json && exit\n\
         case \"$*\" in tree*linux*) cat tree-linux.txt; exit;; tree*) cat tree.txt; exit;; esac\n\
         echo \"ran in ${{PWD##*/}}: $@ ${{CARGO_MANIFEST_DIR-}}$RUSTDOCFLAGS\"\n"
    );
    workspace
        .command_with_cargo(arguments, &script)
        .env_remove("CARGO_MANIFEST_DIR")
        .env_remove("RUSTDOCFLAGS")
        .env("CARGO_MANIFEST_PATH", "not for others")
        .output()
        .expect("the program runs")
}

/// The printed text without what differs from run to run.
#[cfg(unix)]
fn settled(workspace: &TemporaryWorkspace, text: &str) -> String {
    let name = workspace
        .workspace()
        .root()
        .file_name()
        .map(|name| name.to_string_lossy().into_owned());
    let text = text.replace(&name.unwrap_or_default(), "[workspace]");
    let words = text.split_inclusive([' ', '\n']);
    words
        .map(|word| match word.trim().parse::<f64>() {
            Ok(_) if word.contains('.') => word.replace(word.trim(), "0.0"),
            _ => word.to_owned(),
        })
        .collect()
}

#[cfg(unix)]
#[test]
fn a_step_says_what_helps_if_what_it_needs_is_missing() {
    for (step, failing, help) in [
        ("wasm", "clippy", "rustup target add wasm32-unknown-unknown"),
        ("deny", "deny", "cargo install --locked cargo-deny"),
    ] {
        let output = ci(&TemporaryWorkspace::updated(), &["ci", step], failing);
        assert_eq!(output.status.code(), Some(1));
        let told = stdout(&output);
        assert!(told.contains(&format!("missing: `{help}`\n")), "{told}");
    }
}

#[cfg(unix)]
#[test]
fn steps_run_in_turn_even_after_one_failed() {
    let workspace = TemporaryWorkspace::updated();
    let output = ci(
        &workspace,
        &["ci", "fmt", "clippy", "test", "doc"],
        "clippy",
    );
    assert_eq!(output.status.code(), Some(1));
    insta::assert_snapshot!(settled(&workspace, &stdout(&output)));
    insta::assert_snapshot!(stderr(&output), @r"
    error: 1 of 4 steps failed: clippy
      = help: run them again: `cargo xtask ci clippy`
    ");
}

#[cfg(unix)]
#[test]
fn steps_that_pass_exit_with_0() {
    let workspace = TemporaryWorkspace::updated();
    let output = ci(&workspace, &["ci", "test", "fmt"], "");
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(stderr(&output), "");
}

#[cfg(unix)]
#[test]
fn each_feature_is_built_alone() {
    let workspace = TemporaryWorkspace::updated();
    workspace.write(
        "metadata.json",
        r#"{"packages": [
            {"name": "stripe-identity", "features": {"default": ["a"], "a": []}},
            {"name": "stripe-runtime", "features": {"b": []}}
        ]}"#,
    );
    let output = ci(&workspace, &["ci", "features"], "");
    assert_eq!(output.status.code(), Some(0), "{}", stdout(&output));
    let commands: Vec<String> = stdout(&output)
        .lines()
        .filter(|line| line.starts_with("$ cargo") && !line.contains("metadata"))
        .map(str::to_owned)
        .collect();
    insta::assert_snapshot!(commands.join("\n"), @r"
    $ cargo clippy --package=stripe-runtime --no-default-features --features= -- -Dwarnings
    $ cargo clippy --package=stripe-runtime --no-default-features --features=b -- -Dwarnings
    $ cargo clippy --package=stripe-identity --no-default-features --features= -- -Dwarnings
    $ cargo clippy --package=stripe-identity --no-default-features --features=default -- -Dwarnings
    $ cargo clippy --package=stripe-identity --no-default-features --features=a -- -Dwarnings
    $ cargo test --all-features --package=stripe-runtime --package=stripe-identity
    $ cargo test --package=stripe-runtime --test=runtime --no-default-features --features=blocking,default-transport,tracing,webhook
    ");
}

/// Runs the step `tree`, where cargo finds these crates and the list says this.
#[cfg(unix)]
fn ci_tree(linux: &str, all: &str, list: &str) -> (Option<i32>, String) {
    let workspace = TemporaryWorkspace::updated();
    let packages = [("ring", "custom-build"), ("serde", "lib")].map(|(name, kind)| {
        format!(r#"{{"name": "{name}", "version": "1.0.0", "targets": [{{"kind": ["{kind}"]}}]}}"#)
    });
    let metadata = format!(r#"{{"packages": [{}]}}"#, packages.join(", "));
    workspace.write("metadata.json", metadata);
    workspace.write("tree.txt", all);
    workspace.write("tree-linux.txt", linux);
    workspace.write("dependencies.toml", list);
    let output = ci(&workspace, &["ci", "tree"], "");
    let text = settled(&workspace, &stdout(&output));
    let told = text.lines().filter(|line| line.starts_with("  = note: "));
    (output.status.code(), told.collect::<Vec<_>>().join("\n"))
}

#[cfg(unix)]
#[test]
fn too_many_crates_are_told() {
    for (number, code) in [(75, 0), (76, 1)] {
        let lines = |end: &str| {
            let lines = (0..number).map(|n| format!("crate{n}{end}\n"));
            lines.collect::<Vec<_>>().concat()
        };
        let (tree, list) = (lines(" v1.0.0"), lines(" = []"));
        let (found, _) = ci_tree(&tree, &tree, &format!("[linux]\n{list}"));
        assert_eq!(found, Some(code), "{number} crates");
    }
}

#[cfg(unix)]
#[test]
fn a_crate_that_is_not_listed_is_told() {
    let linux = "serde v1.0.0\nring v1.0.0\n";
    let all = "serde v1.0.0\nring v1.0.0\nderive v0.2.1 (proc-macro)\n";
    let good =
        "[linux]\nserde = []\nring = [\"build script\"]\n[platforms]\nderive = [\"proc macro\"]\n";
    let syn = "syn v2.0.1\nsyn v0.4.1\n";
    let cases = [
        ("all is listed", linux, all, good.to_owned(), ""),
        (
            "a new crate",
            linux,
            &format!("{all}jni v1.0.0\n"),
            good.to_owned(),
            "  = note: [platforms] lacks `jni = []`",
        ),
        (
            "a crate that is gone",
            linux,
            linux,
            good.to_owned(),
            "  = note: [platforms] lists `derive = [\"proc macro\"]`, which is not built",
        ),
        (
            "a build script that nobody decided on",
            linux,
            all,
            good.replace("\"build script\"", ""),
            "  = note: [linux] lacks `ring = [\"build script\"]`\n  = note: [linux] lists `ring = []`, which is not built",
        ),
        (
            "a crate that moved to all platforms",
            all,
            all,
            good.to_owned(),
            "  = note: [linux] lacks `derive = [\"proc macro\"]`\n  = note: [platforms] lists `derive = [\"proc macro\"]`, which is not built",
        ),
        (
            "two versions",
            linux,
            &format!("{all}{syn}"),
            format!("{good}syn = []\n"),
            "  = note: [platforms] lacks `\"syn@0.4\" = []`\n  = note: [platforms] lacks `\"syn@2\" = []`\n  = note: [platforms] lists `syn = []`, which is not built",
        ),
        (
            "a part that is none",
            linux,
            all,
            format!("{good}[macos]\n"),
            "  = note: [macos] is not a part of the list",
        ),
    ];
    for (name, linux, all, list, told) in cases {
        let expected = (Some(i32::from(!told.is_empty())), told.to_owned());
        assert_eq!(ci_tree(linux, all, &list), expected, "{name}");
    }
}

#[cfg(unix)]
#[test]
fn manifests_that_do_not_share_are_told() {
    let workspace = TemporaryWorkspace::updated();
    workspace.write("metadata.json", "{}");
    workspace.write(
        "Cargo.toml",
        "[workspace]\nmembers = [\"one\"]\n[workspace.dependencies]\nserde = \"1\"\nhttp = \"1\"\n",
    );
    let shared =
        "edition.workspace = true\nrust-version.workspace = true\nlicense.workspace = true\n";
    let good = format!(
        "[package]\n{shared}[dependencies]\nserde.workspace = true\n\
         [target.'cfg(unix)'.dev-dependencies]\nhttp = {{ workspace = true, features = [] }}\n\
         [lints]\nworkspace = true\n"
    );
    workspace.write("one/Cargo.toml", &good);
    let output = ci(&workspace, &["ci", "manifests"], "");
    assert_eq!(output.status.code(), Some(0), "{}", stdout(&output));

    workspace.write(
        "one/Cargo.toml",
        good.replace("serde.workspace = true", "serde = \"1\"")
            .replace("license.workspace", "license-file.workspace")
            .replace("[lints]\nworkspace = true\n", ""),
    );
    let output = ci(&workspace, &["ci", "manifests"], "");
    assert_eq!(output.status.code(), Some(1));
    insta::assert_snapshot!(settled(&workspace, &stdout(&output)));
}
