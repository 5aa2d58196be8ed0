//! Entries of selections that match in one of the documents, in both, or in none.

use stripe_identity_codegen::report::Change;
use stripe_identity_codegen::{Input, diff};

const OLD: &str = r##"{"openapi": "3.0.0", "info": {"title": "Things", "version": "2025-01-01"},
    "paths": {"/v1/things/{thing}": {"get": {"operationId": "GetThing",
        "parameters": [{"in": "path", "name": "thing", "required": true, "schema": {"type": "string"}}],
        "responses": {"200": {"description": "OK", "content": {"application/json": {"schema":
            {"$ref": "#/components/schemas/thing"}}}}}}}},
    "components": {"schemas": {"thing": {"type": "object", "x-resourceId": "thing", "required": ["id", "object"],
        "properties": {"id": {"type": "string"}, "object": {"type": "string", "enum": ["thing"]}}}}}}"##;

fn input<'a>(name: &'a str, text: &'a str) -> Input<'a> {
    Input {
        name,
        bytes: text.as_bytes(),
    }
}

/// With a property `colour` that is an enum, a path `/v1/boxes`, and types of events.
fn new() -> String {
    OLD.replace(
        r#""properties": {"id""#,
        r#""properties": {"colour": {"type": "string", "enum": ["red"]}, "size": {"type": "integer"}, "id""#,
    )
    .replace(
        r#""paths": {"#,
        r##""paths": {"/v1/boxes": {"get": {"operationId": "GetBoxes", "responses": {"200": {"description": "OK",
            "content": {"application/json": {"schema": {"$ref": "#/components/schemas/thing"}}}}}}},
        "/v1/webhook_endpoints": {"post": {"requestBody": {"content": {"application/x-www-form-urlencoded":
            {"schema": {"properties": {"enabled_events": {"items": {"enum": ["thing.made", "thing.lost"]}}}}}}}}},"##,
    )
}

const ONE: &str = r#"
paths = ["/v1/things", "/v1/boxes"]

[names.rename]
"thing.colour" = "Colour"

[debug]
public = ["thing.size"]

[events]
name = "ThingEvent"
types = ["thing.made"]
"#;

#[test]
fn an_entry_that_matches_in_one_document_is_no_mistake() {
    let new = new();
    let selection = input("selection.toml", ONE);
    for (old, new) in [(OLD, new.as_str()), (new.as_str(), OLD)] {
        let report = diff(
            (input("old", old), selection),
            (input("new", new), selection),
        );
        let report = report.unwrap_or_else(|diagnostics| panic!("{diagnostics}"));
        let whats: Vec<String> = report.changes().iter().map(Change::what).collect();
        assert!(whats.contains(&"thing::Colour".to_owned()), "{whats:?}");
    }
}

#[test]
fn an_entry_that_matches_in_no_document_is_a_mistake() {
    let text = ONE
        .replace("/v1/boxes", "/v1/bags")
        .replace("thing.colour", "thing.color")
        .replace("thing.size", "thing.weight")
        .replace("thing.made", "bag.made");
    let new = new();
    let selection = input("selection.toml", &text);
    let refused = diff(
        (input("old", OLD), selection),
        (input("new", &new), selection),
    );
    insta::assert_snapshot!(refused.expect_err("a refusal"), @r#"
    error: `/v1/bags` in `paths` matches nothing in old and new
      --> selection.toml:2
      = help: write a prefix of a path of the document, whole segments, as in `/v1/identity/`
      = help: remove from the selection:
              paths = ["/v1/bags"]

    error: `thing.color` in `names.rename` matches nothing in old and new
      --> selection.toml:5
      = help: write a component's key and a property's name, as in `address.country`
      = help: remove from the selection:
              [names.rename]
              "thing.color" = "Colour"

    error: `thing.weight` in `debug.public` matches nothing in old and new
      --> selection.toml:8
      = help: write a component's key and a property's name, as in `address.country`
      = help: remove from the selection:
              [debug]
              public = ["thing.weight"]

    error: `bag.made` is not an event of a selected resource
      --> selection.toml:12
      = help: its type is the key of a selected resource, a dot, and what happened
      = help: remove from the selection:
              [events]
              types = ["bag.made"]
    "#);
}

#[test]
fn each_document_has_a_selection_of_its_own() {
    let new = new();
    let old_selection = input("old.toml", "paths = [\"/v1/things\"]\n");
    let new_selection = input("new.toml", ONE);
    let report = diff(
        (input("old", OLD), old_selection),
        (input("new", &new), new_selection),
    );
    assert!(report.is_ok(), "{report:?}");
    // One that its own document does not know, and the other selection does not name.
    let old_selection = input("old.toml", "paths = [\"/v1/things\", \"/v1/bags\"]\n");
    let refused = diff(
        (input("old", OLD), old_selection),
        (input("new", &new), new_selection),
    );
    let refused = refused.expect_err("a refusal").to_string();
    assert!(refused.contains("--> old.toml:1"), "{refused}");
}

#[test]
fn a_broken_document_is_named() {
    let selection = input("selection.toml", "all = true\n");
    let refused = diff(
        (input("old", OLD), selection),
        (input("new.json", "{"), selection),
    );
    let refused = refused.expect_err("a refusal").to_string();
    assert!(refused.contains("--> new.json:1"), "{refused}");
}
