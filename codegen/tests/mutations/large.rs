//! Documents that are made to exhaust time, memory or the stack: each is refused or generated from.

use std::fmt::Write as _;

use super::check::{Outcome, check};
use super::{ALL, Mutant, check_all};
use crate::advice::try_each;
use crate::try_generate;

/// More than anyone nests.
const DEEP: usize = 100_000;
/// Enough to see what takes quadratic time.
const MANY: usize = 2000;

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

/// The message about one more than there may be, how many there may be, and a document with a number of them.
type Limit = (&'static str, usize, fn(usize) -> String);

const LISTS: &str = "lists and maps are nested deeper than 8 levels";
const SCHEMAS: &str = "schemas are nested deeper than 40 levels";
const PROPERTIES: &str = "5001 properties, where at most 5000 can be";
const REFERENCES: &str = "requests refer to schemas more than 10000 times";

const LIMITS: [Limit; 7] = [
    (LISTS, 8, |count| sent(&nested("an array", count))),
    (LISTS, 8, |count| got(&nested("a map", count))),
    (SCHEMAS, 38, |count| sent(&nested("a property", count))),
    (SCHEMAS, 38, |count| got(&nested("a property", count))),
    (PROPERTIES, 5000, |count| sent(&object(count))),
    (PROPERTIES, 5000, |count| got(&object(count))),
    (REFERENCES, 10_000, references),
];

fn sent(schema: &str) -> String {
    document(schema, TEXT, "")
}

fn got(schema: &str) -> String {
    document(TEXT, schema, "")
}

/// A text in as many schemas, each of which holds the next.
fn nested(name: &str, count: usize) -> String {
    let (_, hold) = HOLDS.iter().find(|(other, _)| *other == name).expect(name);
    (0..count).fold(TEXT.to_owned(), |schema, _| hold(&schema))
}

/// A request that refers to schemas as many times: a reference to `hundred` is one, and brings 99 more.
fn references(count: usize) -> String {
    let refer = |to: &str| format!(r##"{{"$ref": "#/components/schemas/{to}"}}"##);
    let hundred = many(99, |index| format!(r#""p{index}": {}"#, refer("one")));
    let properties = many(count / 100 + count % 100, |index| {
        let is_hundred = index < count / 100;
        let to = if is_hundred { "hundred" } else { "one" };
        format!(r#""p{index}": {}"#, refer(to))
    });
    let object = |properties| format!(r#"{{"type": "object", "properties": {{{properties}}}}}"#);
    let schemas = format!(r#", "one": {TEXT}, "hundred": {}"#, object(hundred));
    document(&object(properties), TEXT, &schemas)
}

#[test]
fn one_more_than_there_may_be_is_refused_with_advice_that_works() {
    for (message, most, document) in LIMITS {
        let (most, more) = (document(most), document(most + 1));
        let outcome = check(most.as_bytes(), ALL.as_bytes());
        assert_eq!(outcome, Ok(Outcome::Accepted), "{message}");
        let Err(refused) = try_generate(more.as_bytes(), ALL.as_bytes()) else {
            panic!("accepted: {message}");
        };
        let mut messages = refused.iter().map(|diagnostic| &diagnostic.message);
        assert!(messages.any(|other| other == message), "{refused}");
        let (kinds, _) = try_each(more.as_bytes(), &ALL.parse().expect("TOML"));
        assert!(!kinds.is_empty(), "no advice: {refused}");
    }
}
