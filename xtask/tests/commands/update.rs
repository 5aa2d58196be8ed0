//! `update`.

use std::fs;
use std::net::TcpListener;

use serde_json::json;
use stripe_codegen::origin::{GitHub, Origin};
use stripe_codegen::progress::Progress;
use stripe_codegen::source::Source;
use stripe_codegen::update::{self, Request};

use crate::fake_generator::Fake;
use crate::http_server::{HttpServer, ok};
use crate::temporary_workspace::{COMMIT, TemporaryWorkspace, first, second};

const OTHER_COMMIT: &str = "0123456789abcdef0123456789abcdef01234567";

#[test]
fn a_first_document_gives_spec_pin_and_sources() {
    let workspace = TemporaryWorkspace::empty();
    workspace.write("first.json", first().to_string());
    let updated = workspace.update("first.json", Some(COMMIT)).unwrap();
    insta::assert_snapshot!(updated, @r"
    API version none -> 2026-09-30.endive
    commit 18fa2cc768024b47789dc6fa243acd48478acac2
    written spec/openapi.json
    written spec/pin.toml
    written generated/src/a.rs
    written generated/src/a/b.rs
    written generated/src/lib.rs
    generated/src: 3 written, 0 deleted, 0 unchanged
    ");
    insta::assert_snapshot!(workspace.read("spec/pin.toml"), @r#"
    # Which document of Stripe's spec/openapi.json is from. `cargo xtask update` writes this.

    # Where updates come from: a file on a branch of a repository on GitHub.
    repository = "stripe/openapi"
    branch = "master"
    path = "latest/openapi.spec3.json"

    # What was read last.
    commit = "18fa2cc768024b47789dc6fa243acd48478acac2"
    api_version = "2026-09-30.endive"
    # Of the document as it was read, before anything was cut.
    document_sha256 = "568a8eccc8b76bafc94a620552a09a988c892a765a672e3b2b330b4429f4549d"
    openapi_json_sha256 = "f78d4e8b2d515b49e2a83b32d39739655583fe3b5738060933e6ccc7177209d9"
    "#);
    assert!(!workspace.read("spec/openapi.json").contains("charges"));
}

#[test]
fn the_same_document_changes_nothing() {
    let workspace = TemporaryWorkspace::updated();
    // What a person wrote beside the values stays.
    let pin = workspace.read("spec/pin.toml") + "# A remark.\n";
    workspace.write("spec/pin.toml", &pin);
    let before = workspace.everything();
    for commit in [None, Some(COMMIT)] {
        let updated = workspace.update("first.json", commit).unwrap();
        assert_eq!(
            updated.to_string(),
            "nothing to do: spec/ and generated/src are from this document already \
             (API version 2026-09-30.endive)"
        );
        assert_eq!(workspace.everything(), before);
    }
}

#[test]
fn a_new_document_replaces_the_old() {
    let workspace = TemporaryWorkspace::updated();
    workspace.write("second.json", second().to_string());
    let updated = workspace.update("second.json", Some(OTHER_COMMIT)).unwrap();
    insta::assert_snapshot!(updated, @r"
    API version 2026-09-30.endive -> 2026-10-28.endive
    commit 18fa2cc768024b47789dc6fa243acd48478acac2 -> 0123456789abcdef0123456789abcdef01234567
    written spec/openapi.json
    written spec/pin.toml
    deleted generated/src/a.rs
    deleted generated/src/a/b.rs
    written generated/src/c.rs
    written generated/src/lib.rs
    generated/src: 2 written, 2 deleted, 0 unchanged

    fake for API version 2026-09-30.endive -> 2026-10-28.endive: breaking

    breaking (2)
      files
        removed functions `a.rs`, `a/b.rs`

    additive (1)
      files
        c.rs: new function

    `diff --all` shows each change with its place in the document.
    ");
    assert!(!workspace.path("generated/src/a").exists());
    let again = workspace.update("second.json", None).unwrap().to_string();
    assert!(again.starts_with("nothing to do"), "{again}");
}

#[test]
fn a_commit_that_is_not_known_is_not_kept() {
    let workspace = TemporaryWorkspace::updated();
    workspace.write("second.json", second().to_string());
    let updated = workspace.update("second.json", None).unwrap();
    let removed = "\ncommit 18fa2cc768024b47789dc6fa243acd48478acac2 removed from spec/pin.toml, as it is that of \
                   another document; say which commit this one is from: `--commit SHA`\n";
    assert!(updated.to_string().contains(removed), "{updated}");
    assert!(!workspace.read("spec/pin.toml").contains("commit ="));
}

#[test]
fn a_commit_or_what_is_not_selected_changes_the_pin_alone() {
    let mut with_another_part = first();
    with_another_part["cut"] = json!("refunds");
    for document in [first(), with_another_part] {
        let workspace = TemporaryWorkspace::updated();
        workspace.write("other.json", document.to_string());
        let updated = workspace.update("other.json", Some(OTHER_COMMIT)).unwrap();
        insta::allow_duplicates!(insta::assert_snapshot!(updated, @r"
        API version 2026-09-30.endive (unchanged)
        commit 18fa2cc768024b47789dc6fa243acd48478acac2 -> 0123456789abcdef0123456789abcdef01234567
        written spec/pin.toml
        generated/src is current (3 files)

        fake for API version 2026-09-30.endive (unchanged): no changes for users
        "));
    }
}

#[test]
fn a_document_that_is_refused_leaves_the_tree_as_it_was() {
    let whole = second().to_string();
    let too_long = json!({
        "info": {"version": "1"},
        "files": {"a.rs": "new", "x".repeat(300): ""},
    })
    .to_string();
    let cases: [(&[u8], &str); 7] = [
        (b"", "EOF while parsing"),
        (&whole.as_bytes()[..whole.len() / 2], "EOF while parsing"),
        (b"\xff\xfe{}", "expected value"),
        (b"{\"files\": {\"lib.rs\": \"\"}}", "no `info.version`"),
        (b"{\"info\": {\"version\": \"1\"}}", "no `files`"),
        (
            b"{\"info\": {\"version\": \"1\"}, \"files\": {}}",
            "nothing was generated",
        ),
        (too_long.as_bytes(), "every file is as it was"),
    ];
    for (document, message) in cases {
        let workspace = TemporaryWorkspace::updated();
        workspace.write("bad.json", document);
        let before = workspace.everything();
        let failure = workspace.update("bad.json", None).unwrap_err().to_string();
        assert!(failure.contains(message), "{failure}");
        assert_eq!(workspace.everything(), before, "{message}");
    }
}

#[test]
fn a_failing_write_leaves_the_tree_as_it_was() {
    // The sources are written before the spec, and the last file cannot be.
    for blocked in [
        "generated/src/lib.rs",
        "generated/src/c.rs",
        "spec/openapi.json",
    ] {
        let workspace = TemporaryWorkspace::updated();
        workspace.write("second.json", second().to_string());
        let path = workspace.path(blocked);
        if path.exists() {
            fs::remove_file(&path).unwrap();
        }
        workspace.write(&format!("{blocked}/.keep"), "");
        let before = workspace.everything();
        let failure = workspace.update("second.json", None).unwrap_err();
        let failure = failure.to_string();
        assert!(failure.contains(blocked), "{failure}");
        assert!(failure.contains("every file is as it was"), "{failure}");
        assert_eq!(workspace.everything(), before, "{blocked}");
    }
}

#[test]
fn a_missing_file_is_named() {
    let workspace = TemporaryWorkspace::updated();
    let failure = workspace.update("absent.json", None).unwrap_err();
    insta::assert_snapshot!(workspace.filtered(&failure.to_string()), @r"
    error: cannot read [root]/absent.json: No such file or directory (os error 2)
      = help: give the path of an OpenAPI document: `--from FILE`
    ");
}

#[test]
fn a_url_gives_the_document() {
    let server = HttpServer::start([
        ("/second.json", ok(second().to_string())),
        (
            "/moved.json",
            b"HTTP/1.1 302 Found\r\nLocation: /second.json\r\nContent-Length: 0\r\n\
              Connection: close\r\n\r\n"
                .to_vec(),
        ),
    ]);
    for path in ["/second.json", "/moved.json"] {
        let workspace = TemporaryWorkspace::updated();
        let from = Some(Source::Url(server.url(path)));
        let updated = workspace.update_from(from, Some(COMMIT), GitHub::default());
        let updated = updated.unwrap().to_string();
        assert!(
            updated.starts_with("API version 2026-09-30.endive -> 2026-10-28.endive\n"),
            "{updated}"
        );
    }
}

#[test]
fn a_url_that_gives_no_document_leaves_the_tree_as_it_was() {
    let whole = ok(second().to_string());
    let server = HttpServer::start([
        ("/truncated", whole[..whole.len() - 10].to_vec()),
        ("/html", ok("<!doctype html>")),
        ("/nothing", Vec::new()),
        (
            "/huge",
            b"HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n{".to_vec(),
        ),
        (
            "/loop",
            b"HTTP/1.1 302 Found\r\nLocation: /loop\r\nContent-Length: 0\r\n\
              Connection: close\r\n\r\n"
                .to_vec(),
        ),
    ]);
    let unused = TcpListener::bind("127.0.0.1:0").unwrap().local_addr();
    let cases = [
        (server.url("/truncated"), "broke off"),
        (server.url("/html"), "expected value"),
        (server.url("/nothing"), "cannot fetch"),
        (server.url("/huge"), "broke off"),
        (server.url("/loop"), "cannot fetch"),
        (server.url("/absent"), "answered 404 Not Found"),
        (format!("http://{}/gone", unused.unwrap()), "cannot fetch"),
    ];
    for (url, message) in cases {
        let workspace = TemporaryWorkspace::updated();
        let before = workspace.everything();
        let from = Some(Source::Url(url.clone()));
        let failure = workspace.update_from(from, None, GitHub::default());
        let failure = failure.unwrap_err().to_string();
        assert!(failure.contains(message), "{url}: {failure}");
        assert!(failure.contains(&url), "{failure}");
        if message != "expected value" {
            assert!(failure.contains("`--from FILE`"), "{failure}");
        }
        assert_eq!(workspace.everything(), before);
    }
}

/// GitHub at a commit, with a document.
fn github(commit: &str, document: &str) -> HttpServer {
    HttpServer::start([
        ("/repos/stripe/openapi/commits/heads/master", ok(commit)),
        (
            &format!("/stripe/openapi/{OTHER_COMMIT}/latest/openapi.spec3.json"),
            ok(document),
        ),
    ])
}

fn reached_at(server: &HttpServer) -> GitHub {
    GitHub {
        api: server.url(""),
        raw: server.url(""),
    }
}

#[test]
fn without_a_source_the_pinned_place_is_asked() {
    let server = github(OTHER_COMMIT, &second().to_string());
    let workspace = TemporaryWorkspace::updated();
    let updated = workspace
        .update_from(None, None, reached_at(&server))
        .unwrap();
    let commits = format!("\ncommit {COMMIT} -> {OTHER_COMMIT}\nwritten spec/openapi.json\n");
    assert!(updated.to_string().contains(&commits), "{updated}");
    let requests = server.requests();
    let lines: Vec<&str> = requests
        .iter()
        .filter_map(|head| head.lines().next())
        .collect();
    insta::assert_snapshot!(lines.join("\n"), @r"
    GET /repos/stripe/openapi/commits/heads/master HTTP/1.1
    GET /stripe/openapi/0123456789abcdef0123456789abcdef01234567/latest/openapi.spec3.json HTTP/1.1
    ");
    assert!(
        requests[0].contains("application/vnd.github.sha"),
        "{}",
        requests[0]
    );
    assert!(
        !requests[1].to_lowercase().contains("authorization"),
        "{}",
        requests[1]
    );
}

#[test]
fn a_newer_commit_with_the_same_document_changes_nothing() {
    let server = github(OTHER_COMMIT, &first().to_string());
    let workspace = TemporaryWorkspace::updated();
    let before = workspace.everything();
    let updated = workspace
        .update_from(None, None, reached_at(&server))
        .unwrap();
    assert!(
        updated.to_string().starts_with("nothing to do"),
        "{updated}"
    );
    assert_eq!(workspace.everything(), before);
}

#[test]
fn a_given_commit_is_fetched_without_asking_for_the_newest() {
    let server = github("", &second().to_string());
    let workspace = TemporaryWorkspace::updated();
    let github = reached_at(&server);
    workspace
        .update_from(None, Some(OTHER_COMMIT), github)
        .unwrap();
    assert_eq!(server.requests().len(), 1);
    assert!(workspace.read("spec/pin.toml").contains(OTHER_COMMIT));
}

#[test]
fn a_pinned_place_that_cannot_be_had_is_told() {
    for (answer, commit, message) in [
        ("<html>", None, "did not answer with a commit"),
        (COMMIT, None, "answered 404 Not Found"),
        ("", Some(COMMIT), "answered 404 Not Found"),
    ] {
        let server = github(answer, "");
        let workspace = TemporaryWorkspace::updated();
        let before = workspace.everything();
        let failure = workspace.update_from(None, commit, reached_at(&server));
        let failure = failure.unwrap_err().to_string();
        assert!(failure.contains(message), "{failure}");
        assert!(failure.contains("--from FILE --commit SHA"), "{failure}");
        assert_eq!(workspace.everything(), before);
    }
}

const CHANGELOG: &str = "# Changelog\n\n## [Unreleased]\n\n### Added\n\n- By hand.\n";

const RELEASED: &str = "# Changelog\n\n## [Unreleased]\n\n## [0.1.0] - 2026-10-01\n\n- All.\n";

/// A repository in which 0.1.0 was released from [`first`].
fn released() -> TemporaryWorkspace {
    let workspace = TemporaryWorkspace::updated();
    workspace.write("generated/CHANGELOG.md", RELEASED);
    workspace.write(
        "generated/Cargo.toml",
        "[package]\nname = \"fake\"\nversion = \"0.1.0\"\n\n[dependencies]\nother = \"0.1.0\"\n",
    );
    workspace.write(
        "Cargo.toml",
        "[workspace.dependencies]\nfake = { path = \"generated\", version = \"0.1.0\" }\nother = \"0.1.0\"\n",
    );
    workspace.write(
        "Cargo.lock",
        "[[package]]\nname = \"fake\"\nversion = \"0.1.0\"\n\n[[package]]\nname = \"other\"\nversion = \"0.1.0\"\n",
    );
    workspace.git(&["init", "--quiet", "--initial-branch=main"]);
    workspace.commit("release");
    workspace.git(&["tag", "fake-v0.1.0"]);
    workspace.write("second.json", second().to_string());
    // What the second one removed is there again, and one more.
    let mut third = first();
    third["info"]["version"] = "2026-11-25.fennel".into();
    third["files"]["d.rs"] = "".into();
    workspace.write("third.json", third.to_string());
    workspace
}

#[test]
fn unreleased_is_the_difference_from_the_released_document() {
    let workspace = released();
    let updated = workspace.update("second.json", None).unwrap().to_string();
    assert!(
        updated.contains(
            "written generated/CHANGELOG.md\nwritten generated/Cargo.toml\nwritten Cargo.toml\nwritten Cargo.lock\n"
        ),
        "{updated}"
    );
    assert!(
        updated.contains("\nversion 0.1.0 -> 0.2.0, since 0.1.0 was released\n"),
        "{updated}"
    );
    insta::assert_snapshot!(workspace.read("generated/CHANGELOG.md"), @r"
    # Changelog

    ## [Unreleased]

    ### Added

    - `files::c.rs`: new function

    ### Removed

    - `files`: removed functions `a.rs`, `a/b.rs`

    ## [0.1.0] - 2026-10-01

    - All.
    ");
    for (file, others) in [
        ("generated/Cargo.toml", 1),
        ("Cargo.toml", 1),
        ("Cargo.lock", 1),
    ] {
        let text = workspace.read(file);
        assert_eq!(text.matches("\"0.2.0\"").count(), 1, "{text}");
        assert_eq!(text.matches("\"0.1.0\"").count(), others, "{text}");
    }

    // Another document, before or after a commit: one release, one rise, and nothing that a later one took back.
    let before = workspace.everything();
    workspace.update("second.json", None).unwrap();
    assert_eq!(workspace.everything(), before);
    for commits in [false, true] {
        if commits {
            workspace.git(&["checkout", "--quiet", "--", "."]);
            workspace.update("second.json", None).unwrap();
            workspace.commit("second");
        }
        workspace.update("third.json", None).unwrap();
        insta::allow_duplicates!(
            insta::assert_snapshot!(workspace.read("generated/CHANGELOG.md"), @r"
        # Changelog

        ## [Unreleased]

        ### Added

        - `files::d.rs`: new function

        ## [0.1.0] - 2026-10-01

        - All.
        ")
        );
        assert!(
            workspace
                .read("generated/Cargo.toml")
                .contains("version = \"0.2.0\"")
        );
    }
}

#[test]
fn the_report_tells_the_difference_from_the_last_commit() {
    let workspace = released();
    workspace.update("second.json", None).unwrap();
    let updated = workspace.update("third.json", None).unwrap().to_string();
    assert!(
        updated.ends_with(
            "fake for API version 2026-09-30.endive -> 2026-11-25.fennel: additive\n\n\
         additive (1)\n  files\n    d.rs: new function\n\n\
         `diff --all` shows each change with its place in the document."
        ),
        "{updated}"
    );
}

#[test]
fn words_that_hold_no_longer_are_told() {
    let workspace = released();
    workspace.update("second.json", None).unwrap();
    let changelog = workspace.read("generated/CHANGELOG.md");
    let better = changelog.replace("`files::c.rs`: new function", "C, at last: `files::c.rs`.");
    workspace.write("generated/CHANGELOG.md", &better);
    workspace.update("second.json", None).unwrap();
    assert_eq!(workspace.read("generated/CHANGELOG.md"), better);
    let updated = workspace.update("third.json", None).unwrap().to_string();
    let told =
        "\ncheck in generated/CHANGELOG.md, it may hold no longer: - C, at last: `files::c.rs`.\n";
    assert!(updated.contains(told), "{updated}");
}

#[test]
fn before_a_release_version_and_changelog_stay() {
    let workspace = released();
    for (changelog, is_repository) in [(CHANGELOG, true), (RELEASED, false)] {
        workspace.write("generated/CHANGELOG.md", changelog);
        if !is_repository {
            fs::remove_dir_all(workspace.path(".git")).unwrap();
        }
        workspace.update("second.json", None).unwrap();
        assert_eq!(workspace.read("generated/CHANGELOG.md"), changelog);
        assert!(
            workspace
                .read("generated/Cargo.toml")
                .contains("version = \"0.1.0\"")
        );
    }
}

#[test]
fn a_release_without_a_tag_is_told() {
    let workspace = released();
    workspace.git(&["tag", "--delete", "fake-v0.1.0"]);
    let before = workspace.everything();
    let failure = workspace.update("second.json", None).unwrap_err();
    insta::assert_snapshot!(failure, @r"
    error: generated/CHANGELOG.md names the release 0.1.0, but there is no tag `fake-v0.1.0` or `v0.1.0`
      = note: what is unreleased is told by the difference from the released document
      = help: fetch the tags: `git fetch --tags --unshallow`; or tag the commit of the release: `git tag fake-v0.1.0 COMMIT`
    ");
    assert_eq!(workspace.everything(), before);
    workspace.git(&["tag", "v0.1.0"]);
    workspace.update("second.json", None).unwrap();
}

fn from_file(workspace: &TemporaryWorkspace, file: &str) -> Origin {
    Origin {
        from: Some(Source::File(workspace.path(file))),
        ..Origin::default()
    }
}

#[test]
fn an_older_document_is_taken_only_if_that_is_asked_for() {
    let workspace = TemporaryWorkspace::updated();
    workspace.write("second.json", second().to_string());
    workspace.update("second.json", None).unwrap();
    let update = |older| {
        let request = Request {
            origin: from_file(&workspace, "first.json"),
            older,
            ..Request::default()
        };
        update::update(&workspace.workspace(), &request, &Fake, Progress::Silent)
    };
    let before = workspace.everything();
    insta::assert_snapshot!(update(false).unwrap_err(), @r"
    error: API version 2026-09-30.endive is older than 2026-10-28.endive, which is pinned
      = help: to go back to it, add `--older`
    ");
    assert_eq!(workspace.everything(), before);
    let updated = update(true).unwrap().to_string();
    assert!(
        updated.starts_with("API version 2026-10-28.endive -> 2026-09-30.endive\n"),
        "{updated}"
    );
}

#[test]
fn a_changelog_that_cannot_be_written_leaves_the_tree_as_it_was() {
    let workspace = TemporaryWorkspace::updated();
    workspace.write("generated/CHANGELOG.md", CHANGELOG);
    workspace.write("second.json", second().to_string());
    workspace.write("generated/src/c.rs/.keep", "");
    let before = workspace.everything();
    workspace.update("second.json", None).unwrap_err();
    assert_eq!(workspace.everything(), before);
}

#[test]
fn the_report_is_written_for_a_pull_request() {
    let workspace = TemporaryWorkspace::updated();
    workspace.write("second.json", second().to_string());
    let update = |file: &str| {
        let request = Request {
            origin: from_file(&workspace, file),
            report: Some(workspace.path("report.md")),
            ..Request::default()
        };
        update::update(&workspace.workspace(), &request, &Fake, Progress::Silent)
            .unwrap()
            .to_string()
    };
    update("second.json");
    let report = workspace.read("report.md");
    assert!(
        report.starts_with(
            "**fake for API version 2026-09-30.endive -> 2026-10-28.endive: breaking**\n"
        ),
        "{report}"
    );
    assert!(
        report.contains("- `files::c.rs`: new function\n"),
        "{report}"
    );
    // Nothing to do is told there, too.
    assert!(update("second.json").starts_with("nothing to do"));
    let report = workspace.read("report.md");
    assert!(report.contains("no changes for users"), "{report}");
}

#[test]
fn a_document_before_that_is_refused_is_no_obstacle() {
    let workspace = TemporaryWorkspace::updated();
    workspace.write("spec/openapi.json", "{");
    workspace.write("second.json", second().to_string());
    let updated = workspace.update("second.json", None).unwrap().to_string();
    assert!(
        updated
            .contains("what changes for users is unknown, because the old document is refused\n"),
        "{updated}"
    );
    assert!(workspace.read("spec/openapi.json").contains("2026-10-28"));
}
