//! Documents that are made to exhaust time, memory or the stack: each is refused or generated from.

use std::fmt::Write as _;

use super::check::{Outcome, check};
use super::{ALL, Mutant, check_all};

/// More than anyone nests.
const DEEP: usize = 100_000;
/// Enough to see what takes quadratic time.
const MANY: usize = 2000;
/// As many properties as an object may have.
const MOST: usize = 5000;

/// A document whose one operation sends and gets what `request` and `response` say.
fn document(request: &str, response: &str, schemas: &str) -> String {
    format!(
        r##"{{"openapi": "3.0.0", "info": {{"title": "T", "version": "2026-09-30.endive"}}, "paths": {{"/v1/things": {{"post": {{
        "operationId": "PostThings", "requestBody": {{"content": {{"application/x-www-form-urlencoded": {{"schema": {{
        "type": "object", "properties": {{"sent": {request}}}}}}}}}}}, "responses": {{"200": {{"description": "OK", "content": {{
        "application/json": {{"schema": {{"$ref": "#/components/schemas/thing"}}}}}}}}}}}}}}}}, "components": {{"schemas": {{
        "thing": {{"type": "object", "properties": {{"got": {response}}}}}{schemas}}}}}}}"##
    )
}

/// `count` components, each of which holds the next as `hold` says, and the last of them a string.
fn chain(count: usize, hold: impl Fn(&str) -> String) -> String {
    let mut schemas = String::new();
    for index in 0..count {
        let next = format!(r##"{{"$ref": "#/components/schemas/c{}"}}"##, index + 1);
        let _ = write!(schemas, r#", "c{index}": {}"#, hold(&next));
    }
    let _ = write!(schemas, r#", "c{count}": {{"type": "string"}}"#);
    schemas
}

/// The same with a circle: the last is the first.
fn circle(count: usize, hold: impl Fn(&str) -> String) -> String {
    let last = format!(r#""c{count}": "#);
    chain(count, hold).replace(&format!("{last}{TEXT}"), &format!("{last}{FIRST}"))
}

const FIRST: &str = r##"{"$ref": "#/components/schemas/c0"}"##;
const TEXT: &str = r#"{"type": "string"}"#;

/// A schema that holds another.
type Hold = fn(&str) -> String;

/// How a schema holds others.
const HOLDS: [(&str, Hold); 9] = [
    ("a reference alone", |next| next.to_owned()),
    ("an array", |next| {
        format!(r#"{{"type": "array", "items": {next}}}"#)
    }),
    ("a map", |next| {
        format!(r#"{{"type": "object", "additionalProperties": {next}}}"#)
    }),
    ("one alternative", |next| {
        format!(r#"{{"anyOf": [{next}]}}"#)
    }),
    ("two alternatives", |next| {
        format!(r#"{{"anyOf": [{next}, {{"type": "integer"}}]}}"#)
    }),
    ("the same alternative twice", |next| {
        format!(r#"{{"anyOf": [{next}, {next}]}}"#)
    }),
    ("a property", |next| {
        format!(r#"{{"type": "object", "properties": {{"a": {next}}}}}"#)
    }),
    ("a required property", |next| {
        format!(r#"{{"type": "object", "required": ["a"], "properties": {{"a": {next}}}}}"#)
    }),
    ("two properties", |next| {
        format!(r#"{{"type": "object", "properties": {{"a": {next}, "b": {next}}}}}"#)
    }),
];

/// Those that would exhaust the stack first, if one level called the next.
const DEEPEST: [&str; 2] = ["a reference alone", "a required property"];

fn many(count: usize, each: impl Fn(usize) -> String) -> String {
    (0..count).map(each).collect::<Vec<_>>().join(", ")
}

fn object(properties: usize) -> String {
    let properties = many(properties, |index| format!(r#""p{index}": {TEXT}"#));
    format!(r#"{{"type": "object", "properties": {{{properties}}}}}"#)
}

/// What is nested deeper than there is room for.
fn deep() -> Vec<(&'static str, String)> {
    let brackets = "[".repeat(DEEP) + &"]".repeat(DEEP);
    let example = format!(r#"{{"type": "string", "example": {brackets}}}"#);
    let levels = (0..1000).fold(String::new(), |mut text, level| {
        let _ = writeln!(text, "{}a:", " ".repeat(level));
        text
    });
    vec![
        ("100,000 brackets", "[".repeat(DEEP)),
        ("100,000 braces", "{\"a\":".repeat(DEEP)),
        (
            "100,000 brackets inside",
            document(TEXT, &"[".repeat(DEEP), ""),
        ),
        (
            "100,000 brackets inside, closed",
            document(TEXT, &brackets, ""),
        ),
        ("100,000 brackets ignored", document(TEXT, &example, "")),
        (
            "100,000 brackets in YAML",
            format!("openapi: {}", "[".repeat(DEEP)),
        ),
        (
            "100,000 dashes in YAML",
            format!("openapi:\n  {}", "- ".repeat(DEEP)),
        ),
        ("1,000 levels of YAML", levels),
    ]
}

/// What of YAML stands for something else.
fn yaml() -> Vec<(&'static str, String)> {
    let mut bomb = "openapi: 3.0.0\nx-0: &a0 [x, x, x, x, x, x, x, x, x, x]\n".to_owned();
    for index in 1..12 {
        let alias = format!("*a{}, ", index - 1).repeat(10);
        let _ = writeln!(bomb, "x-{index}: &a{index} [{alias}]");
    }
    bomb.push_str("info: {version: x}\npaths: {}\n");
    let texts = [
        (
            "an alias of itself",
            "openapi: 3.0.0\npaths: &a\n  /v1/x: *a\n",
        ),
        ("an alias of nothing", "openapi: 3.0.0\npaths: *a\n"),
        (
            "a merge key",
            "x-a: &a {/v1/x: {}}\nopenapi: 3.0.0\ninfo: {version: x}\npaths: {<<: *a}\n",
        ),
        ("tags", "openapi: !t 3.0.0\npaths: !!set {a}\n"),
        ("keys that are no strings", "openapi: 3.0.0\n? [a]\n: b\n"),
        ("two documents", "openapi: 3.0.0\n---\nopenapi: 3.0.0\n"),
        (
            "numbers without end",
            "openapi: 3.0.0\ninfo: {version: .inf}\npaths: {.nan: .inf}\n",
        ),
    ];
    let texts = texts.map(|(name, text)| (name, text.to_owned()));
    texts.into_iter().chain([("an alias bomb", bomb)]).collect()
}

/// What is too many of something.
fn crowds() -> Vec<(&'static str, String)> {
    let values = many(MANY, |index| format!(r#""v{index}""#));
    let signs = many(MANY, |index| {
        format!(r#""{}{}""#, "+-".repeat(index % 50), index / 50)
    });
    let alternatives = many(1000, |index| {
        format!(r#"{{"type": "object", "properties": {{"p{index}": {TEXT}}}}}"#)
    });
    let enumerated = |values: &str| format!(r#"{{"type": "string", "enum": [{values}]}}"#);
    let union = format!(r#"{{"anyOf": [{alternatives}]}}"#);
    let prose = "<ul><li>*a_ [b](".repeat(MANY);
    let described = format!(r#"{{"type": "string", "description": "{prose}"}}"#);
    let members = many(MANY, |index| format!(r#""x-{index}": 0"#));
    vec![
        ("a long line", "x".repeat(1_000_000)),
        ("a long description", document(TEXT, &described, "")),
        ("many values", document(TEXT, &enumerated(&values), "")),
        (
            "many values with signs",
            document(&enumerated(&signs), TEXT, ""),
        ),
        ("many alternatives", document(TEXT, &union, "")),
        (
            "many members of the root",
            document(TEXT, TEXT, "").replacen('{', &format!("{{{members}, "), 1),
        ),
    ]
}

fn cases() -> Vec<(String, String)> {
    let mut cases: Vec<(String, String)> = deep()
        .into_iter()
        .chain(yaml())
        .chain(crowds())
        .map(|(name, document)| (name.to_owned(), document))
        .collect();
    let mut nested = |shape: &str, count: usize, name: &str, schemas: &str| {
        let name = format!("a {shape} of {count}, each with {name}");
        cases.push((format!("{name}, sent"), document(FIRST, TEXT, schemas)));
        cases.push((format!("{name}, got"), document(TEXT, FIRST, schemas)));
    };
    for (name, hold) in HOLDS {
        nested("circle", 1, name, &circle(1, hold));
        nested("chain", 60, name, &chain(60, hold));
        nested("circle", 200, name, &circle(200, hold));
    }
    for (name, hold) in HOLDS.iter().filter(|(name, _)| DEEPEST.contains(name)) {
        nested("circle", 1000, name, &circle(1000, hold));
    }
    cases
}

#[test]
fn documents_that_exhaust() {
    let cases = cases();
    check_all("documents-that-exhaust", cases.len(), &|index| {
        let (what, document) = &cases[index];
        Mutant {
            document: document.clone().into_bytes(),
            selection: ALL.into(),
            what: what.clone(),
        }
    });
}

#[test]
fn a_type_has_a_limited_number_of_fields() {
    for (sent, got, expected) in [
        (MOST, MOST, Outcome::Accepted),
        (1, MOST + 1, Outcome::Refused),
        (MOST + 1, 1, Outcome::Refused),
    ] {
        let document = document(&object(sent), &object(got), "");
        let outcome = check(document.as_bytes(), ALL.as_bytes());
        assert_eq!(outcome, Ok(expected), "{sent} sent, {got} got");
    }
}
