//! What of a document the client is generated from, and what is only kept for the narrowed document.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use stripe_identity_codegen::{Diagnostics, Input, SourceTree, generate, narrow};

const SELECTION: Input<'_> = Input {
    name: "selection.toml",
    bytes: b"all = true\n",
};

fn generated(document: &Value) -> Result<SourceTree, Diagnostics> {
    let bytes = document.to_string();
    let document = Input {
        name: "openapi.json",
        bytes: bytes.as_bytes(),
    };
    generate(document, SELECTION, None)
}

fn narrowed(document: &Value) -> Value {
    let bytes = document.to_string();
    let document = Input {
        name: "openapi.json",
        bytes: bytes.as_bytes(),
    };
    let narrowed = narrow(document, SELECTION).expect("the narrowed document");
    serde_json::from_str(&narrowed.openapi_json).expect("JSON")
}

/// A document with one operation, `POST /v1/things`.
fn document(operation: &Value, schemas: &Value) -> Value {
    let mut document = json!({
        "openapi": "3.0.0",
        "info": { "title": "Things", "version": "2026-09-30.endive" },
        "paths": { "/v1/things": { "post": operation } },
        "components": { "schemas": {
            "thing": {
                "type": "object",
                "x-resourceId": "thing",
                "required": ["id", "object"],
                "properties": {
                    "id": { "type": "string" },
                    "object": { "type": "string", "enum": ["thing"] },
                },
            },
        } },
    });
    let all = &mut document["components"]["schemas"];
    for (name, schema) in schemas.as_object().expect("schemas") {
        all[name] = schema.clone();
    }
    document
}

fn reference(schema: &str) -> Value {
    json!({ "$ref": format!("#/components/schemas/{schema}") })
}

fn content(schema: &Value) -> Value {
    json!({ "description": "", "content": { "application/json": { "schema": schema } } })
}

#[test]
fn types_of_responses_follow_from_responses_alone() {
    let body = |schema: Value| {
        let object = json!({ "type": "object", "properties": { "shape": schema } });
        json!({ "content": { "application/x-www-form-urlencoded": { "schema": object } } })
    };
    let query = |schema: Value| json!([{ "in": "query", "name": "shape", "schema": schema }]);
    let success = content(&reference("thing"));
    let received = content(&reference("shape_param"));
    let cases = [
        (
            "a body",
            json!({ "requestBody": body(reference("shape_param")), "responses": { "200": success } }),
            false,
        ),
        (
            "a query",
            json!({ "parameters": query(reference("shape_param")), "responses": { "200": success } }),
            false,
        ),
        (
            "an error",
            json!({ "responses": { "200": success, "400": received } }),
            false,
        ),
        (
            "another success",
            json!({ "responses": { "200": success, "202": received } }),
            false,
        ),
        (
            "the success",
            json!({ "requestBody": body(reference("shape_param")), "responses": { "200": received } }),
            true,
        ),
    ];
    let schemas = json!({
        "shape_param": {
            "type": "object",
            "properties": { "kind": { "type": "string", "enum": ["round", "square"] } },
        },
    });
    for (name, operation, has_types) in cases {
        let tree = generated(&document(&operation, &schemas)).expect(name);
        for type_ in ["ShapeParam", "ShapeParamKind"] {
            let declaration = format!("pub enum {type_} ");
            let declarations = [declaration, format!("pub struct {type_} ")];
            let is_declared = tree.files().any(|(_, text)| {
                declarations
                    .iter()
                    .any(|declaration| text.contains(declaration))
            });
            assert_eq!(is_declared, has_types, "{type_} of what {name} refers to");
        }
    }
}

/// Every schema that is referred to, and every one that there is.
fn references(value: &Value, into: &mut BTreeSet<String>) {
    match value {
        Value::Object(members) => {
            let reference = members.get("$ref").and_then(Value::as_str);
            into.extend(reference.and_then(|reference| {
                reference
                    .strip_prefix("#/components/schemas/")
                    .map(str::to_owned)
            }));
            members.values().for_each(|value| references(value, into));
        }
        Value::Array(items) => items.iter().for_each(|item| references(item, into)),
        _ => {}
    }
}

#[test]
fn what_is_wrong_with_the_schema_of_an_error_stops_nothing() {
    let cases = [
        ("a keyword", json!({ "not": { "type": "string" } })),
        ("a reference that leads nowhere", reference("gone")),
        (
            "a reference that leads elsewhere",
            json!({ "$ref": "#/components/responses/gone" }),
        ),
        ("a type", json!({ "type": "text" })),
        ("a shape", json!({ "type": "object", "properties": [] })),
    ];
    for (name, mistake) in cases {
        let nested = json!({ "type": "object", "properties": { "inner": mistake } });
        let places = [
            (content(&mistake), json!({})),
            (
                content(&reference("error")),
                json!({ "error": nested.clone() }),
            ),
            (
                content(&reference("error")),
                json!({ "error": reference("inner"), "inner": nested }),
            ),
        ];
        for (error, schemas) in places {
            let operation = |error: &Value| json!({ "responses": { "200": content(&reference("thing")), "default": error } });
            let document = document(&operation(&error), &schemas);
            let tree = generated(&document).expect(name);
            let narrowed_once = narrowed(&document);
            let mut found = BTreeSet::new();
            references(&narrowed_once, &mut found);
            for schema in found {
                let schemas = &narrowed_once["components"]["schemas"];
                assert!(schemas.get(&schema).is_some(), "{name}: `{schema}` dangles");
            }
            assert_eq!(narrowed(&narrowed_once), narrowed_once, "{name}");
            assert_eq!(generated(&narrowed_once).as_ref(), Ok(&tree), "{name}");
        }
    }
}

#[test]
fn what_is_wrong_with_the_schema_of_a_success_is_refused() {
    for mistake in [json!({ "not": { "type": "string" } }), reference("gone")] {
        let operation = json!({ "responses": { "200": content(&reference("part")), "default": content(&reference("part")) } });
        let part = json!({ "type": "object", "properties": { "inner": mistake } });
        let refused = generated(&document(&operation, &json!({ "part": part })));
        assert!(refused.is_err());
    }
}

#[test]
fn errors_draw_in_no_resources() {
    let resource = |properties: Value| json!({ "type": "object", "x-resourceId": "r", "properties": properties });
    let schemas = json!({
        "error": { "type": "object", "properties": { "details": reference("details") } },
        "details": { "type": "object", "properties": {
            "thing": reference("thing"),
            "source": { "anyOf": [reference("card"), reference("plain")] },
        } },
        "card": resource(json!({ "account": reference("account") })),
        "account": resource(json!({})),
        "plain": { "type": "object", "properties": { "text": { "type": "string" } } },
    });
    let operation = json!({ "responses": { "200": content(&reference("thing")), "default": content(&reference("error")) } });
    let narrowed = narrowed(&document(&operation, &schemas));
    let schemas = &narrowed["components"]["schemas"];
    let names: Vec<&String> = schemas.as_object().expect("schemas").keys().collect();
    assert_eq!(names, ["thing", "error", "details", "plain"]);
    let details = &schemas["details"]["properties"];
    assert_eq!(details["thing"], reference("thing"));
    let card = json!({ "x-cut-ref": "#/components/schemas/card" });
    assert_eq!(
        details["source"]["anyOf"],
        json!([card, reference("plain")])
    );
}
