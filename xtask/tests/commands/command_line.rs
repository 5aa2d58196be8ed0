//! What is printed where, and with which exit code.

use stripe_codegen::source::Source;

use crate::temporary_workspace::{TemporaryWorkspace, stderr, stdout};

#[test]
fn wrong_arguments_exit_with_2_and_say_how_it_goes() {
    let cases: [(&[&str], &str); 11] = [
        (&["frobnicate"], "frobnicate"),
        (&["generate", "--out", "x"], "--from"),
        (&["generate", "--from", "x"], "--out"),
        (&["generate", "--selection", "x"], "--from"),
        (
            &["generate", "--from", "http://example.com/", "--out", "x"],
            "use https://",
        ),
        (&["update", "--from", "ftp://example.com/"], "not supported"),
        (&["update", "--from", ""], "neither a file nor a URL"),
        (&["update", "--commit", "main"], "40 digits"),
        (&["diff"], "<OLD>"),
        (&["diff", "a", "b", "--format", "html"], "html"),
        (&["ci", "lint"], "lint"),
    ];
    let workspace = TemporaryWorkspace::updated();
    let before = workspace.everything();
    for (arguments, message) in cases {
        let output = workspace.run(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(stderr(&output).contains(message), "{}", stderr(&output));
        assert!(stderr(&output).contains("--help"), "{}", stderr(&output));
    }
    assert_eq!(workspace.everything(), before);
}

#[test]
fn help_says_what_each_command_is_for() {
    let workspace = TemporaryWorkspace::empty();
    for command in [
        None,
        Some("init"),
        Some("generate"),
        Some("update"),
        Some("diff"),
        Some("ci"),
        Some("conformance"),
        Some("rehearse"),
        Some("release"),
    ] {
        let arguments: Vec<&str> = command.into_iter().chain(["--help"]).collect();
        let mut command = workspace.command(&arguments);
        let output = command.env("COLUMNS", "100").output().unwrap();
        assert_eq!(output.status.code(), Some(0));
        insta::assert_snapshot!(format!("help_{}", arguments.join("_")), stdout(&output));
    }
}

#[test]
fn a_root_that_is_none_is_told() {
    let workspace = TemporaryWorkspace::empty();
    let output = workspace
        .command(&["ci", "--list"])
        .current_dir(workspace.path("spec"))
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2));
    insta::assert_snapshot!(stderr(&output), @r"
    error: . is not the directory of a client's repository
      = note: such a directory contains Cargo.toml and spec/
      = help: give `--root` the directory of a clone, or leave it out
    ");
}

#[test]
fn failures_go_to_standard_error_with_exit_code_1() {
    let cases: [&[&str]; 4] = [
        &["update", "--from", "absent.json"],
        &["update", "--from", "http://127.0.0.1:1/openapi.json"],
        &["generate", "--from", "absent.json", "--out", "out"],
        &[
            "generate",
            "--from",
            "first.json",
            "--selection",
            "absent.toml",
            "--out",
            "out",
        ],
    ];
    let workspace = TemporaryWorkspace::updated();
    let before = workspace.everything();
    for arguments in cases {
        let output = workspace.run(arguments);
        assert_eq!(output.status.code(), Some(1), "{arguments:?}");
        assert_eq!(stdout(&output), "", "{arguments:?}");
        let message = stderr(&output);
        let named = arguments.iter().any(|argument| message.contains(argument));
        assert!(named && message.contains("= help: "), "{message}");
    }
    assert_eq!(workspace.everything(), before);
}

/// What a terminal would show in colour is plain text in a file or a pipe.
#[test]
fn pipes_get_no_colours() {
    let workspace = TemporaryWorkspace::updated();
    workspace.write("spec/openapi.json", "{}");
    for arguments in [&["generate"][..], &["diff", "absent"]] {
        let output = workspace.run(arguments);
        assert!(
            stderr(&output).starts_with("error: "),
            "{}",
            stderr(&output)
        );
        assert!(!stderr(&output).contains('\u{1b}'));
        let coloured = workspace
            .command(arguments)
            .env("CLICOLOR_FORCE", "1")
            .output()
            .expect("the program runs");
        let message = stderr(&coloured);
        assert!(
            message.starts_with("\u{1b}[1;31merror:\u{1b}[0m "),
            "{message}"
        );
    }
}

#[test]
fn a_source_is_a_file_or_a_url_that_cannot_be_tampered_with() {
    for url in [
        "https://example.com/openapi.json",
        "http://127.0.0.1:8080/openapi.json",
        "http://localhost/openapi.json",
        "http://[::1]:80/openapi.json",
    ] {
        assert_eq!(url.parse(), Ok(Source::Url(url.to_owned())));
    }
    for file in ["openapi.json", "../a b/openapi.json", "C:\\openapi.json"] {
        assert_eq!(file.parse(), Ok(Source::File(file.into())));
    }
    for refused in [
        "",
        "http://example.com/openapi.json",
        "http://127.0.0.1.example.com/openapi.json",
        "http://localhost@example.com/openapi.json",
        "ftp://example.com/openapi.json",
        "file:///openapi.json",
    ] {
        assert!(refused.parse::<Source>().is_err(), "{refused}");
    }
}
