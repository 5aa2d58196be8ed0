//! Schemas with other names, and what to write in the selection so that nobody notices.

use serde_json::{Value, json};
use stripe_identity_codegen::report::{Change, KeptName, Report};
use stripe_identity_codegen::{Input, diff};

/// A thing whose last mistake is a component of its own, called by this key.
fn document(key: &str, properties: &Value) -> String {
    let reference = json!({ "$ref": format!("#/components/schemas/{key}") });
    let thing = json!({ "$ref": "#/components/schemas/thing" });
    let content = json!({ "application/json": { "schema": thing } });
    json!({
        "openapi": "3.0.0", "info": { "title": "Things", "version": "2025-01-01" },
        "paths": { "/v1/things": { "get": {
            "operationId": "GetThings",
            "responses": { "200": { "description": "OK", "content": content } }
        } } },
        "components": { "schemas": {
            "thing": {
                "type": "object", "x-resourceId": "thing", "required": ["id", "mistake"],
                "properties": { "id": { "type": "string" }, "mistake": reference }
            },
            key: { "type": "object", "properties": properties },
        } },
    })
    .to_string()
}

fn mistake() -> Value {
    json!({ "code": { "type": "string", "enum": ["a", "b"] }, "reason": { "type": "string" } })
}

fn report(old: &str, new: &str, names: &str) -> Report {
    let input = |name, text: &'static str| Input {
        name,
        bytes: text.as_bytes(),
    };
    let leaked = |text: String| -> &'static str { text.leak() };
    let selection = leaked(format!("all = true\n{names}"));
    let [old, new] = [old, new].map(|text| leaked(text.to_owned()));
    let report = diff(
        (input("old", old), input("selection.toml", "all = true\n")),
        (input("new", new), input("selection.toml", selection)),
    );
    report.unwrap_or_else(|diagnostics| panic!("{diagnostics}"))
}

#[test]
fn the_entry_that_is_advised_makes_a_renamed_schema_no_change() {
    let old = document("thing_last_mistake", &mistake());
    let new = document("thing_failure", &mistake());
    let broken = report(&old, &new, "");
    assert!(broken.changes().len() > 1, "{broken:?}");
    let kept = KeptName {
        schema: "thing_failure".to_owned(),
        name: "ThingLastMistake".to_owned(),
    };
    assert_eq!(broken.kept_names(), [kept]);
    let advice = "[names.rename]\n\"thing_failure\" = \"ThingLastMistake\"\n";
    let shown = advice.replace('\n', "\n  ");
    assert!(
        broken.text(false).contains(shown.trim_end()),
        "{}",
        broken.text(false)
    );
    assert!(broken.markdown().contains(advice), "{}", broken.markdown());

    let followed = report(&old, &new, advice);
    let whats: Vec<String> = followed.changes().iter().map(Change::what).collect();
    assert_eq!(whats, [""; 0]);
    assert_eq!(followed.kept_names(), []);
}

#[test]
fn a_schema_with_other_members_is_another_schema() {
    let old = document("thing_last_mistake", &mistake());
    let other = json!({ "code": { "type": "string" }, "advice": { "type": "string" } });
    let report = report(&old, &document("thing_failure", &other), "");
    assert_eq!(report.kept_names(), []);
}
