//! Bodies of a status that is no success.

use super::bodies::{arrays, objects};
use super::caller::Ask;
use super::row::{CANARY, Row, answer, check, row};

/// An answer of 400, which is not repeated.
fn refusal(name: &str, body: impl AsRef<[u8]>, expected: &'static str) -> Row {
    row(name, answer("400 Bad Request", body), expected)
}

fn error(name: &str, members: &str, expected: &'static str) -> Row {
    refusal(name, format!(r#"{{"error":{{{members}}}}}"#), expected)
}

#[test]
#[ignore = "takes seconds; cargo xtask conformance runs it"]
#[rustfmt::skip]
fn forms() {
    let invalid = "InvalidRequest 400";
    check("error bodies", &[
        error("a type of 100 kB", &format!(r#""type":"{}{CANARY}""#, "x".repeat(100_000)), invalid),
        error("a code of 100 kB", &format!(r#""code":"{}{CANARY}""#, "x".repeat(100_000)), invalid),
        error("a message", &format!(r#""message":"{CANARY}""#), invalid),
        error("a message of 7 MiB", &format!(r#""message":"{CANARY}{}""#, "x".repeat(7 << 20)), "Api 400"),
        error("line breaks", &format!(r#""type":"a\r\nb{CANARY}","code":"\u001b[31m{CANARY}""#), invalid),
        error("bidi controls", &format!(r#""type":"\u202e{CANARY}","code":"\u2066{CANARY}""#), invalid),
        error("numbers", r#""type":1,"code":[],"message":{},"param":null"#, invalid),
        error(
            "every field a canary",
            &format!(r#""type":"{CANARY} ","code":"{CANARY} ","message":"{CANARY}","param":"{CANARY}","doc_url":"{CANARY}","decline_code":"{CANARY}","charge":"{CANARY}","request_log_url":"{CANARY}""#),
            invalid,
        ),
        error("a key twice", r#""type":"card_error","type":"api_error""#, invalid),
        error("objects in a member", &format!(r#""later":{}"#, objects(100)), invalid),
        error("objects 100,000 deep in a member", &format!(r#""later":{}"#, objects(100_000)), "Api 400"),
        refusal("arrays 100,000 deep", arrays(100_000), "Api 400"),
        refusal("objects 100,000 deep", objects(100_000), "Api 400"),
        refusal("an array for the error", r#"{"error":[1]}"#, "Api 400"),
        refusal("a number for the error", r#"{"error":1}"#, "Api 400"),
        refusal("null for the error", r#"{"error":null}"#, "Api 400"),
        refusal("a string for the error", format!(r#"{{"error":"a {CANARY}"}}"#), invalid),
        refusal("two errors", r#"{"error":{"type":"card_error"},"error":{"type":"api_error"}}"#, invalid),
        refusal("a string", format!("\"{CANARY}\""), "Api 400"),
        refusal("nothing", "", "Api 400"),
        refusal("HTML", format!("<html>{CANARY}</html>"), "Api 400"),
        refusal("invalid UTF-8", b"{\"error\":{\"message\":\"\xff\xfe\"}}", "Api 400"),
        refusal("a lone surrogate", r#"{"error":{"message":"\ud800"}}"#, "Api 400"),
        refusal("a number out of range", r#"{"error":{"later":1e999}}"#, "Api 400"),
        refusal("7 MiB of NUL", vec![0; 7 << 20], "Api 400"),
        refusal("a body over the limit", vec![b' '; (8 << 20) + 1], "Api 400"),
    ]);
}

/// Small JSON of many values takes many times its size once it is read.
#[test]
#[ignore = "takes seconds; cargo xtask conformance runs it"]
#[rustfmt::skip]
fn bombs() {
    let values = ["0", "[]", "[0]", r#"{"":0}"#, r#"{"":{"":{"":0}}}"#];
    // As much as is read of an error, and as much as is received.
    for (bytes, name, expected) in [(127 << 10, "127 KiB", ["InvalidRequest 400", "RateLimit 429", "Api 500 x3"]), (7 << 20, "7 MiB", ["Api 400", "RateLimit 429", "Api 500 x3"])] {
        let mut rows = Vec::new();
        for value in values {
            let items = format!("{value},").repeat(bytes / (value.len() + 1));
            let body = format!(r#"{{"error":{{"later":[{items}0]}}}}"#);
            for (status, expected) in ["400 No", "429 No", "500 No"].into_iter().zip(expected) {
                let name = format!("{name} of {value}, {status}");
                rows.push(row(name, answer(status, &body), expected));
            }
        }
        check("large error bodies", &rows);
    }
}

/// The status alone says what kind of error it is, whatever the body claims.
#[test]
#[rustfmt::skip]
fn a_body_does_not_make_an_error_a_success() {
    let session = super::bodies::session("");
    let claims = |status: &str, expected| row(status.to_owned(), answer(status, &session), expected);
    check("statuses", &[
        claims("400 OK", "Api 400"),
        claims("401 OK", "Authentication 401"),
        claims("404 OK", "Api 404"),
        claims("409 OK", "Api 409 x3"),
        claims("418 OK", "Api 418"),
        claims("429 OK", "RateLimit 429"),
        claims("500 OK", "Api 500 x3"),
        claims("599 OK", "Api 599 x3"),
        claims("600 OK", "Api 600 x3"),
        claims("999 OK", "Api 999 x3"),
        claims("300 OK", "Api 300"),
        claims("302 Found\r\nLocation: http://127.0.0.1:9/", "Api 302"),
        claims("302 Found\r\nLocation: http:// canary-7f3a :x", "Api 302").to(Ask::Create),
    ]);
}
