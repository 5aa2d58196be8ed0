//! The check of links that is part of `ci doc`.

use std::path::Path;

use stripe_codegen::Workspace;
use xtask::ci::links::check;

use crate::temporary_workspace::TemporaryWorkspace;

/// The problems in a workspace of these files, one per line.
fn wrong(files: &[(&str, &str)]) -> String {
    let workspace = TemporaryWorkspace::empty();
    let basis = [
        ("spec/selection.toml", "[crate]\nguide = \"guide.md\"\n"),
        (
            "docs/there.md",
            "# A heading: `code`, and *more*\n\n# Twice\n\n# Twice\n",
        ),
    ];
    for (path, text) in basis.iter().chain(files) {
        workspace.write(path, text);
    }
    let Err(failure) = check(&workspace.workspace()) else {
        return String::new();
    };
    let message = failure.to_string();
    let notes = message
        .lines()
        .filter_map(|line| line.trim().strip_prefix("= note: "));
    notes.collect::<Vec<_>>().join("\n")
}

#[test]
fn those_of_this_repository_lead_somewhere() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let workspace = Workspace::find(Some(root), "cargo xtask").expect("a workspace");
    check(&workspace).unwrap_or_else(|failure| panic!("{failure}"));
}

#[test]
fn links_of_markdown_lead_to_files_headings_and_urls() {
    let cases = [
        ("[a](docs/there.md)", ""),
        ("[a](docs)", ""),
        ("[a](docs/there.md#a-heading-code-and-more)", ""),
        ("[a](docs/there.md#twice-1)", ""),
        ("# One\n\n[a](#one)", ""),
        ("[a][b]\n\n[b]: docs/there.md", ""),
        ("![a](docs/there.md)", ""),
        ("[a](https://docs.stripe.com/api?lang=node#errors)", ""),
        ("<https://docs.stripe.com>", ""),
        ("`[a](nowhere.md)`\n\n```\n[a](nowhere.md)\n```", ""),
        ("## [Unreleased]\n", ""),
        (
            "[a](docs/gone.md)",
            "README.md:1: `docs/gone.md` is not there",
        ),
        (
            "one\n\n[a](docs/there.md#gone)",
            "README.md:3: `docs/there.md#gone` is not a heading there",
        ),
        ("[a](#gone)", "README.md:1: `#gone` is not a heading there"),
        ("[a]()", "README.md:1: `` leads nowhere"),
        ("[a][b]", "README.md:1: `[b]` is not defined"),
        ("![a](gone.png)", "README.md:1: `gone.png` is not there"),
        (
            "[a](Cargo.toml#x)",
            "README.md:1: `Cargo.toml#x` names a heading in a file that has none",
        ),
        ("[a](../)", "README.md:1: `../` leads out of the repository"),
        (
            "[a](/etc)",
            "README.md:1: `/etc` leads out of the repository",
        ),
        (
            "[a](http://docs.stripe.com)",
            "README.md:1: `http://docs.stripe.com` is not an `https` URL",
        ),
        (
            "<a href=\"docs/there.md\">a</a>",
            "README.md:1: a link in HTML is not checked: write it as Markdown",
        ),
        (
            "[a](Client::new)",
            "README.md:1: `Client::new` is not there",
        ),
    ];
    for (text, expected) in cases {
        assert_eq!(wrong(&[("README.md", text)]), expected, "{text}");
    }
}

#[test]
fn urls_are_well_formed() {
    for url in [
        "https://docs.stripe.com/api/identity/verification_sessions/object",
        "https://docs.stripe.com/identity/verification-checks?type=id-number",
        "https://en.wikipedia.org/wiki/ISO_3166-1_alpha-2",
    ] {
        assert_eq!(wrong_of(url), "", "{url}");
    }
    for url in [
        "https://",
        "https://stripe",
        "https://docs..stripe.com/",
        "https://docs.stripe.com:443/",
        "https://user@docs.stripe.com/",
        "https://docs.stripe.com/a b",
        "https://docs.stripe.com/<id>",
        "https://docs.stripe.com/a#b#c",
    ] {
        let escaped = url.replace('<', "\\<").replace('>', "\\>");
        let found = wrong_of(&escaped);
        assert_eq!(
            found,
            format!("README.md:1: `{url}` is not a well-formed URL")
        );
    }
}

fn wrong_of(url: &str) -> String {
    wrong(&[("README.md", &format!("[a](<{url}>)"))])
}

#[test]
fn links_of_documentation_are_items_headings_and_urls() {
    let cases = [
        ("/// [a](Client::builder)", ""),
        ("    /// [a](super::create())", ""),
        ("//! # One\n//!\n//! [a](#one)", ""),
        ("/// [`Client`] and [a](https://docs.stripe.com/api)", ""),
        ("// [a](/api)\nlet text = \"[a](/api)\";", ""),
        (
            "/// [a](/api)",
            "generated/src/lib.rs:1: `/api` is neither an item nor a URL",
        ),
        (
            "\n/// one\n/// [a](docs/there.md)",
            "generated/src/lib.rs:3: `docs/there.md` is neither an item nor a URL",
        ),
        (
            "/// [a](#gone)",
            "generated/src/lib.rs:1: `#gone` is not a heading there",
        ),
        (
            "/// [a](http://docs.stripe.com)",
            "generated/src/lib.rs:1: `http://docs.stripe.com` is not an `https` URL",
        ),
    ];
    for (text, expected) in cases {
        assert_eq!(wrong(&[("generated/src/lib.rs", text)]), expected, "{text}");
    }
}

#[test]
fn what_is_hidden_or_built_or_of_others_is_not_read() {
    let broken = "[a](nowhere.md)";
    let files = [
        (".hidden/README.md", broken),
        ("node_modules/one/README.md", broken),
        ("target/CACHEDIR.TAG", ""),
        ("target/doc/README.md", broken),
        // Read as the documentation that it becomes a part of.
        ("spec/guide.md", "[a](Client::new)"),
    ];
    assert_eq!(wrong(&files), "");
}
