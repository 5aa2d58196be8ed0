//! Documents and selections that are refused, `refused/<why>/`, and the whole message for each.

use std::fs;

use stripe_identity_codegen::{Input, generate};

#[test]
fn messages() {
    insta::glob!("refused/*/openapi.*", |path| {
        let document = fs::read(path).expect("a document");
        let selection = fs::read(path.with_file_name("selection.toml"));
        let selection = selection.unwrap_or_else(|_| b"all = true\n".to_vec());
        let name = path.file_name().expect("a name").to_string_lossy();
        let input = |name, bytes| Input { name, bytes };
        let refused = generate(
            input(&name, &document),
            input("selection.toml", &selection),
            None,
        );
        let diagnostics = refused.expect_err("a refusal");
        let folder = path.parent().and_then(|folder| folder.file_name());
        let case = folder.expect("a folder").to_string_lossy().into_owned();
        insta::with_settings!({
            omit_expression => true,
            prepend_module_to_snapshot => false,
            snapshot_suffix => "",
        }, {
            insta::assert_snapshot!(case, diagnostics.to_string());
        });
    });
}

/// Files that are passed by mistake.
const NO_DOCUMENTS: &[(&str, &[u8])] = &[
    ("an HTML page", b"<!DOCTYPE html>\n<html lang=\"en\">\n<head><title>stripe/openapi: An OpenAPI specification</title>"),
    ("an XML error", b"\n<?xml version='1.0'?>\r\n<Error><Code>AccessDenied</Code></Error>"),
    ("an array", br#"[{"openapi": "3.0.0"}]"#),
    ("a string", br#""openapi.spec3.json""#),
    ("plain text", b"Not Found\n\x1b[31m\xe2\x80\xaemoc"),
    ("a message with colons", b"429: Too many requests: slow down"),
    ("a Git LFS pointer", b"version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 5\n"),
    ("nothing", b" \n"),
    ("gzip", b"\x1f\x8b\x08\x00"),
    ("ZIP", b"PK\x03\x04"),
    ("UTF-16 with a byte order mark", b"\xff\xfe{\x00}\x00"),
    ("UTF-16 without one", b"{\x00}\x00"),
    ("Latin-1", b"{\"description\": \"caf\xe9\"}"),
];

#[test]
fn a_file_that_holds_no_document_is_shown() {
    let selection = Input {
        name: "selection.toml",
        bytes: b"all = true\n",
    };
    let refused = |bytes| {
        generate(
            Input {
                name: "openapi.json",
                bytes,
            },
            selection,
            None,
        )
    };
    let messages = NO_DOCUMENTS.iter().map(|(what, bytes)| {
        let message = refused(bytes).expect_err(what);
        format!("{what}\n\n{message}\n")
    });
    insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!("no_documents", messages.collect::<Vec<_>>().join("\n"));
    });
}
