//! Bodies of a successful status that are meant to break who reads them.

use std::fmt::Write as _;
use std::sync::LazyLock;

use serde_json::json;
use stripe_identity_tests::example::completed;

use super::caller::Ask;
use super::row::{CANARY, MIB, Row, body, check, row};

const DEEP: usize = 100_000;
const MANY: usize = 1_000_000;

/// A session, and what is put behind its other members.
pub(crate) fn session(further: &str) -> String {
    static SESSION: LazyLock<String> = LazyLock::new(|| {
        let given = json!({
            "id": "vs_1", "object": "identity.verification_session", "livemode": false,
            "type": "document", "status": "processing", "created": 1, "metadata": {}
        });
        completed(given).to_string()
    });
    let members = SESSION.strip_suffix('}').expect("an object");
    format!("{members}{further}}}")
}

/// A session with one of its members replaced.
fn with(member: &str, value: &str) -> String {
    let before = match member {
        "id" => r#""id":"vs_1""#,
        "object" => r#""object":"identity.verification_session""#,
        "livemode" => r#""livemode":false"#,
        "status" => r#""status":"processing""#,
        "created" => r#""created":1"#,
        "metadata" => r#""metadata":{}"#,
        _ => panic!("no such member: {member}"),
    };
    session("").replace(before, &format!(r#""{member}":{value}"#))
}

pub(crate) fn arrays(depth: usize) -> String {
    "[".repeat(depth) + &"]".repeat(depth)
}

pub(crate) fn objects(depth: usize) -> String {
    r#"{"a":"#.repeat(depth) + "0" + &"}".repeat(depth)
}

/// `{"0":…,"1":…}`
fn keys(count: usize, value: &str) -> String {
    let mut object = String::with_capacity(count * 16);
    for key in 0..count {
        let separator = if key == 0 { '{' } else { ',' };
        let _ = write!(object, r#"{separator}"{key:x}":{value}"#);
    }
    object + "}"
}

fn list(item: &str, count: usize) -> String {
    let items = vec![item; count].join(",");
    format!(r#"{{"object":"list","url":"/v1/x","has_more":false,"data":[{items}]}}"#)
}

fn utf16(text: &str, little: bool) -> Vec<u8> {
    let units = text.encode_utf16();
    units
        .flat_map(|unit| {
            if little {
                unit.to_le_bytes()
            } else {
                unit.to_be_bytes()
            }
        })
        .collect()
}

/// Text with raw bytes in it, written as `<ff>`.
fn bytes(text: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('<') {
        let (hex, after) = after.split_once('>').expect("an end");
        bytes.extend_from_slice(before.as_bytes());
        bytes.push(u8::from_str_radix(hex, 16).expect("hex"));
        rest = after;
    }
    bytes.extend_from_slice(rest.as_bytes());
    bytes
}

#[test]
#[ignore = "takes seconds; cargo xtask conformance runs it"]
#[rustfmt::skip]
fn nesting() {
    let inside = |value: &str| session(&format!(r#","later":{value}"#));
    check("nesting", &[
        body("arrays", arrays(DEEP), "Decode 200"),
        body("arrays that do not end", "[".repeat(DEEP), "Decode 200"),
        body("objects", objects(DEEP), "Decode 200"),
        body("objects that do not end", r#"{"a":"#.repeat(DEEP), "Decode 200"),
        // What is not known is skipped, without recursion.
        body("arrays in an unknown member", inside(&arrays(DEEP)), "read"),
        body("objects in an unknown member", inside(&objects(DEEP)), "read"),
        body("4 million arrays", inside(&arrays(4_000_000)), "read"),
        body("unknown member that does not end", inside(&"[".repeat(DEEP)), "Decode 200"),
        body("arrays for metadata", with("metadata", &arrays(DEEP)), "Decode 200"),
        body("objects for metadata", with("metadata", &objects(DEEP)), "Decode 200"),
        body("objects for an id", with("id", &objects(DEEP)), "Decode 200"),
        body("objects for a status", with("status", &objects(DEEP)), "Decode 200"),
        body("objects for `object`", with("object", &objects(DEEP)), "Decode 200"),
        body("arrays for a report", session(&format!(r#","last_verification_report":{}"#, arrays(DEEP))), "Decode 200"),
        body("sessions in sessions", r#"{"last_verification_report":"#.repeat(DEEP), "Decode 200"),
        body("lists of lists", list(&arrays(DEEP), 1), "Decode 200").to(Ask::List),
        body("lists in lists", r#"{"data":[{"data":"#.repeat(DEEP), "Decode 200").to(Ask::List),
        body("arrays for any JSON", arrays(DEEP), "Decode 200").to(Ask::Json),
        body("objects for any JSON", objects(DEEP), "Decode 200").to(Ask::Json),
        // The bound, as Stripe's answers are of a dozen levels at most.
        body("32 arrays for any JSON", arrays(32), "read").to(Ask::Json),
        body("33 arrays for any JSON", arrays(33), "Decode 200").to(Ask::Json),
    ]);
}

#[test]
#[ignore = "takes seconds; cargo xtask conformance runs it"]
#[rustfmt::skip]
fn multitudes() {
    let big = 32 << 20;
    check("multitudes", &[
        body("a million members", session(&format!(",{}", &keys(MANY, "0")[1..].trim_end_matches('}'))), "read").body_limit(big),
        body("a million times one member", session(&r#","a":0"#.repeat(MANY)), "read"),
        // What was asked for is given: two strings and their place in a tree for 14 bytes.
        body("a million keys of metadata", with("metadata", &keys(MANY, r#""""#)), "read").body_limit(big).memory(160 * MIB),
        body("half a million keys of metadata", with("metadata", &keys(MANY / 2, r#""""#)), "read").memory(80 * MIB),
        body("a million elements", list("0", MANY), "Decode 200").to(Ask::List),
        body("a million nulls", list("null", MANY), "Decode 200").to(Ask::List),
        body("a million empty objects", list("{}", MANY), "Decode 200").to(Ask::List),
        body("as many sessions as there is room for", list(&session(""), 50_000), "read").to(Ask::List).memory(160 * MIB),
        body("a million elements that are not known", session(&format!(r#","a":[{}0]"#, "0,".repeat(MANY))), "read"),
        body("a million elements of any JSON", format!("[{}0]", "0,".repeat(MANY)), "read").to(Ask::Json).memory(160 * MIB),
        body("a string of 7 MiB", session(&format!(r#","url":"{}""#, "x".repeat(7 << 20))), "read"),
        body("a string of a million escapes", session(&format!(r#","url":"{}""#, r"\u0041".repeat(MANY))), "read"),
        body("an id of 1 MiB", with("id", &format!("\"{}\"", "x".repeat(1 << 20))), "read"),
        body("a status of 1 MiB", with("status", &format!("\"{CANARY}{}\"", "x".repeat(1 << 20))), "read"),
        body("7 MiB of white space", " ".repeat(7 << 20), "Decode 200"),
        body("a body of 8 MiB and one byte", " ".repeat((8 << 20) + 1), "Decode 200"),
    ]);
}

#[test]
#[rustfmt::skip]
fn numbers() {
    let digits = "9".repeat(10_000);
    let unknown = |number: &str| body(format!("unknown member {number:.20}"), session(&format!(r#","n":{number}"#)), "read");
    let created = |number: &str, expected| body(format!("created {number:.20}"), with("created", number), expected);
    let any = |number: &str, expected| body(format!("any JSON {number:.20}"), number, expected).to(Ask::Json);
    check("numbers", &[
        unknown("1e999"),
        unknown(&digits),
        unknown("-0"),
        unknown("0.1e-999"),
        created("9223372036854775807", "read"),
        created("-9223372036854775808", "read"),
        created("9223372036854775808", "Decode 200"),
        created("-9223372036854775809", "Decode 200"),
        created("1e999", "Decode 200"),
        created("1e3", "Decode 200"),
        created("1.0", "Decode 200"),
        created("-0", "Decode 200"),
        created("01", "Decode 200"),
        created("+1", "Decode 200"),
        created("0x1", "Decode 200"),
        created("NaN", "Decode 200"),
        created("Infinity", "Decode 200"),
        created(&digits, "Decode 200"),
        created(&format!("-{digits}"), "Decode 200"),
        created(&format!("0.{digits}"), "Decode 200"),
        created(&format!("\"{CANARY}\""), "Decode 200"),
        any("1e999", "Decode 200"),
        any(&digits, "Decode 200"),
        any("-0", "read"),
        any(&format!("0.{digits}"), "read"),
    ]);
}

#[test]
#[rustfmt::skip]
fn names_and_kinds() {
    check("names and kinds of JSON", &[
        body("id twice", session(r#","id":"vs_2""#), "Decode 200"),
        body("created twice", session(r#","created":2"#), "Decode 200"),
        body("metadata twice", session(r#","metadata":{}"#), "Decode 200"),
        body("a key of metadata twice", with("metadata", r#"{"k":"1","k":"2"}"#), "read"),
        body("unknown member twice", session(r#","a":1,"a":2"#), "read"),
        body("`object` twice", session(r#","object":"customer""#), "Decode 200"),
        body("the same name, escaped", session(r#","\u0069d":"vs_2""#), "Decode 200"),
        body("names of prototypes", session(r#","__proto__":{"id":1},"constructor":0"#), "read"),
        body("another `object`", with("object", r#""customer""#), "Decode 200"),
        body("a number for `object`", with("object", "1"), "Decode 200"),
        body("null for `object`", with("object", "null"), "Decode 200"),
        body("no `object`", session("").replace(r#""object":"identity.verification_session","#, ""), "Decode 200"),
        body("search results for a list", list(&session(""), 1).replace(r#""list""#, r#""search_result""#), "Decode 200").to(Ask::List),
        body("a list for a session", list(&session(""), 1), "Decode 200"),
        body("a session for a list", session(""), "Decode 200").to(Ask::List),
        body("an error for a session", format!(r#"{{"error":{{"message":"{CANARY}"}}}}"#), "Decode 200"),
        body("a deleted object", r#"{"id":"vs_1","object":"identity.verification_session","deleted":true}"#, "Decode 200"),
        body("an array for a session", r#"["vs_1",1,false,{}]"#, "Decode 200"),
        body("null", "null", "Decode 200"),
        body("a string", format!("\"{CANARY}\""), "Decode 200"),
        body("a number", "1", "Decode 200"),
        body("nothing", "", "Decode 200"),
        body("nothing for a creation", "", "Decode 200").to(Ask::Create),
        body("an id that leaves its path", with("id", r#""../accounts""#), "read"),
        body("an id with a line break", with("id", r#""vs_1\r\nx""#), "read"),
        body("null for an id", with("id", "null"), "Decode 200"),
        body("a number for an id", with("id", "1"), "Decode 200"),
        body("null for what is required", with("livemode", "null"), "Decode 200"),
        body("a word for a boolean", with("livemode", r#""false""#), "Decode 200"),
        body("a comment", session("/* */"), "Decode 200"),
        body("a comma at the end", session(","), "Decode 200"),
        body("single quotes", session("").replace('"', "'"), "Decode 200"),
        body("words behind it", session("") + CANARY, "Decode 200"),
        body("two sessions", session("") + &session(""), "Decode 200"),
        body("white space behind it", session("") + " \r\n\t", "read"),
        body("HTML", format!("<html>{CANARY}</html>"), "Decode 200"),
        body("a guard against scripts", format!(")]}}'\n{}", session("")), "Decode 200"),
    ]);
}

#[test]
#[rustfmt::skip]
fn encodings() {
    let known = |value: &str| bytes(&with("status", &format!("\"{value}\"")));
    let unknown = |value: &str| bytes(&session(&format!(r#","a":"{value}""#)));
    let gzip = |text: &str| {
        let head = "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length:";
        format!("{head} {}\r\n\r\n{text}", text.len())
    };
    check("encodings", &[
        body("invalid UTF-8", known("canary-7f3a<ff>"), "Decode 200"),
        body("invalid UTF-8 in a key", bytes(&with("metadata", r#"{"<ff>":""}"#)), "Decode 200"),
        body("overlong UTF-8", known("<c0><af>"), "Decode 200"),
        body("a surrogate in UTF-8", known("<ed><a0><80>"), "Decode 200"),
        body("beyond Unicode", known("<f5><80><80><80>"), "Decode 200"),
        body("a character cut off", known("<e2><82>"), "Decode 200"),
        body("a lone high surrogate", known(r"\ud800"), "Decode 200"),
        body("a lone low surrogate", known(r"\udc00"), "Decode 200"),
        body("surrogates the wrong way round", known(r"\udc00\ud800"), "Decode 200"),
        body("a pair of surrogates", known(r"\ud83d\ude00"), "read"),
        body("an escape cut off", known(r"\u12"), "Decode 200"),
        body("an unknown escape", known(r"\x41"), "Decode 200"),
        body("a raw NUL", known("<00>"), "Decode 200"),
        body("a raw line break", known("<0a>"), "Decode 200"),
        body("an escaped NUL", known(r"\u0000canary-7f3a"), "read"),
        body("bidi controls", known(r"\u202e\u2066canary-7f3a"), "read"),
        body("invalid UTF-8 in an unknown member", unknown("<ff>"), "Decode 200"),
        // Skipped with the member.
        body("a lone surrogate in an unknown member", unknown(r"\ud800"), "read"),
        body("a raw NUL in an unknown member", unknown("<00>"), "Decode 200"),
        body("a byte order mark", bytes(&format!("<ef><bb><bf>{}", session(""))), "Decode 200"),
        body("UTF-16, little end first", utf16(&session(""), true), "Decode 200"),
        body("UTF-16, big end first", utf16(&session(""), false), "Decode 200"),
        body("a NUL before it", bytes(&format!("<00>{}", session(""))), "Decode 200"),
        body("a NUL behind it", bytes(&format!("{}<00>", session(""))), "Decode 200"),
        body("a megabyte of NUL", vec![0; 1 << 20], "Decode 200"),
        body("a megabyte of 0xff", vec![0xff; 1 << 20], "Decode 200"),
        row("gzip that nobody asked for", gzip(CANARY), "Decode 200"),
        row("gzip that is none", gzip(&session("")), "read"),
    ]);
}

#[test]
#[rustfmt::skip]
fn content_types() {
    let typed = |value: &str| -> Row {
        let body = session("");
        let reply = format!("HTTP/1.1 200 OK\r\nContent-Type: {value}\r\nContent-Length: {}\r\n\r\n{body}", body.len());
        row(format!("Content-Type: {value:.40}"), reply, "read")
    };
    check("content types", &[
        typed("text/html"),
        typed("text/plain; charset=utf-16"),
        typed("application/json; charset=iso-8859-1"),
        typed("application/octet-stream"),
        typed("multipart/mixed; boundary=x"),
        typed("no type at all"),
        typed(""),
        typed("application/json\r\nContent-Type: text/html"),
        typed(&"x".repeat(10_000)),
    ]);
}
