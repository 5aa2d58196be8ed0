//! What a selection draws in is told, and each cut that is told takes as many lines away as it says.

use serde_json::{Value, json};
use stripe_identity_codegen::{DrawnIn, SourceTree, drawn_in};

use crate::documents::{WHOLE, WHOLE_NEWEST, spec};
use crate::names::names;
use crate::{generated, inputs};

fn told(document: &[u8], selection: &str) -> Option<DrawnIn> {
    let client = generated(document, selection.as_bytes());
    let (document, selection) = inputs(document, selection.as_bytes());
    drawn_in(document, selection, &client)
}

/// The lines of a client without its front page.
fn lines(client: &SourceTree) -> usize {
    let files = client.files().filter(|(path, _)| *path != "lib.rs");
    files.map(|(_, text)| text.lines().count()).sum()
}

/// The entries that are told, each of which was tried as it stands in the message.
fn cuts(document: &[u8], selection: &str) -> Vec<String> {
    let before = lines(&generated(document, selection.as_bytes()));
    let told = told(document, selection).map(|told| told.to_string());
    let told = told.unwrap_or_default();
    let entries = told.lines().filter_map(|line| line.strip_prefix("  "));
    let entries = entries.map(|line| {
        let client = generated(document, format!("{line}\n{selection}").as_bytes());
        let (entry, fewer) = line.split_once("  # ").expect("the lines");
        let fewer = fewer.trim_end_matches(" lines fewer").replace(',', "");
        assert_eq!(fewer.parse(), Ok(before - lines(&client)), "{line}");
        let cut: toml::Table = entry.parse().expect("TOML");
        let names = names(&client);
        for key in cut["cut"].as_array().expect("an array") {
            let is_it = |name: &&String| is_type_of(name, key.as_str().expect("a key"));
            assert_eq!(names.iter().find(is_it), None, "{line}");
        }
        entry.to_owned()
    });
    entries.collect()
}

/// Whether a name such as `invoice::InvoiceId` is that of the type of a component, or follows from it.
fn is_type_of(name: &str, key: &str) -> bool {
    let (_, name) = name.split_once("::").expect("a module");
    name.to_lowercase() == key.replace(['.', '_'], "")
}

/// A schema: its key, the number of its values, and what it refers to.
type Schema<'a> = (&'a str, usize, &'a [&'a str]);

/// What is told, the schemas that operations name, all schemas, and the entries.
type Case<'a> = (&'a str, &'a [&'a str], &'a [Schema<'a>], &'a [&'a str]);

/// A document with an operation for each schema that is named, and schemas that refer to others. The value of a schema
/// is an enum, so that some have many lines.
fn document(named: &[&str], schemas: &[Schema<'_>]) -> Vec<u8> {
    let reference = |key: &str| json!({ "$ref": format!("#/components/schemas/{key}") });
    let operation = |key: &str| {
        let content = json!({ "application/json": { "schema": reference(key) } });
        let success = json!({ "description": "", "content": content });
        json!({ "get": { "responses": { "200": success } } })
    };
    let paths = named
        .iter()
        .map(|key| (format!("/v1/{key}"), operation(key)));
    let schemas = schemas.iter().map(|(key, values, others)| {
        let values: Vec<String> = (0..*values).map(|value| format!("v{value}")).collect();
        let mut properties = json!({ "value": { "type": "string", "enum": values } });
        for other in *others {
            properties[other] = reference(other);
        }
        if named.contains(key) {
            properties["object"] = json!({ "type": "string", "enum": [key] });
        }
        let schema = json!({ "type": "object", "properties": properties });
        ((*key).to_owned(), schema)
    });
    let paths: Value = paths.collect::<serde_json::Map<_, _>>().into();
    let schemas: Value = schemas.collect::<serde_json::Map<_, _>>().into();
    let document = json!({
        "openapi": "3.0.0",
        "info": { "title": "Things", "version": "2026-09-30.endive" },
        "paths": paths,
        "components": { "schemas": schemas },
    });
    document.to_string().into_bytes()
}

/// As many values as make 10,000 lines, and as many as make 1,000.
const MANY: usize = 3_500;
const SOME: usize = 500;

#[test]
fn the_cuts_that_take_most_away_are_told() {
    let cases: [Case<'_>; 6] = [
        (
            "what leads to much, and not what it leads to",
            &["thing"],
            &[
                ("thing", 1, &["left"]),
                ("left", 1, &["big"]),
                ("big", MANY, &[]),
            ],
            &["cut = [\"left\"]"],
        ),
        (
            "what several lead to",
            &["thing"],
            &[
                ("thing", 1, &["left", "right"]),
                ("left", 1, &["big"]),
                ("right", 1, &["big"]),
                ("big", MANY, &[]),
            ],
            &["cut = [\"big\"]"],
        ),
        (
            "one after the other",
            &["thing"],
            &[
                ("thing", 1, &["big", "less", "few"]),
                ("big", MANY, &[]),
                ("less", SOME, &[]),
                ("few", 1, &[]),
            ],
            &["cut = [\"big\"]", "cut = [\"big\", \"less\"]"],
        ),
        (
            "nothing, if little is drawn in",
            &["thing"],
            &[("thing", MANY, &["less"]), ("less", SOME, &[])],
            &[],
        ),
        (
            "nothing that an operation names",
            &["thing", "big"],
            &[("thing", 1, &["big"]), ("big", MANY, &[])],
            &[],
        ),
        (
            "what does not go away with another",
            &["thing"],
            &[
                ("thing", 1, &["left", "less"]),
                ("left", 1, &["big", "less"]),
                ("big", MANY, &[]),
                ("less", SOME, &[]),
            ],
            &["cut = [\"left\"]", "cut = [\"left\", \"less\"]"],
        ),
    ];
    for (case, named, schemas, expected) in cases {
        let document = document(named, schemas);
        assert_eq!(cuts(&document, "paths = ['/v1']"), expected, "{case}");
        assert_eq!(
            told(&document, "all = true"),
            None,
            "{case}: all is selected"
        );
    }
}

#[test]
fn the_message() {
    let schemas: [Schema<'_>; 2] = [("thing", 1, &["big"]), ("big", MANY, &[])];
    let told = told(&document(&["thing"], &schemas), "paths = ['/v1']");
    let message = told.expect("a message").to_string();
    // How many lines there are follows from how they are written.
    insta::assert_snapshot!(message.replace(|c: char| c.is_ascii_digit(), "n"), @r#"
    references draw in nn,nnn of nn,nnn lines, n types of modules without a selected operation: `shared` (nn,nnn)
    to take a schema as untyped JSON, add to the selection, before its tables, one of:
      cut = ["big"]  # nn,nnn lines fewer
    "#);
}

#[test]
fn what_is_pinned_draws_in_little() {
    let selection = String::from_utf8(spec("selection.toml")).expect("UTF-8");
    assert_eq!(told(&spec("openapi.json"), &selection), None);
}

#[test]
#[ignore = "takes a minute: cargo xtask ci clients"]
fn the_cuts_that_are_told_of_a_whole_document_take_types_away() {
    for document in [&*WHOLE, &*WHOLE_NEWEST].into_iter().flatten() {
        assert_eq!(cuts(document, "paths = ['/v1/customers']").len(), 3);
        assert_eq!(told(document, "paths = ['/v1/issuing/cards']"), None);
    }
}
