//! Documents that Stripe might publish, made from the pinned one.

use std::fs;
use std::io;
use std::path::Path;

use serde_json::{Value, json};

/// A document that Stripe might publish.
#[derive(Debug)]
pub struct Made {
    /// Its name on the command line.
    pub name: &'static str,
    /// How it differs from the pinned one.
    pub about: &'static str,
    /// Makes it of the pinned one.
    pub change: fn(&mut Value),
    /// What the update has to call it.
    pub impact: Impact,
    /// What a person has to do, if anything.
    pub follow: Option<Follow>,
}

/// What a document is to users of the client.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Impact {
    /// What they wrote compiles still.
    Additive,
    /// Something that they may have written does not.
    Breaking,
}

impl Impact {
    /// The word of the report.
    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::Additive => "additive",
            Self::Breaking => "breaking",
        }
    }
}

/// What a person has to do, and is told by the update.
#[derive(Debug)]
pub struct Follow {
    /// What the update says.
    pub advice: &'static [&'static str],
    /// Does it in a clone.
    pub act: fn(&Path) -> io::Result<()>,
}

const SESSION: &str = "identity.verification_session";
const CREATE: &str = "/v1/identity/verification_sessions";

/// Where the tests make a `CreateRelatedPerson`, and how with one more argument.
const USES_OF_PERSON: [(&str, &[(&str, &str)]); 4] = [
    (
        "tests/support/calls.rs",
        &[
            (
                "[account, person] = [\"account\", \"person\"]",
                "[account, person, role] = [\"account\", \"person\", \"role\"]",
            ),
            ("count() == 2)", "count() == 3)"),
            ("new(account?, person?)", "new(account?, person?, role?)"),
        ],
    ),
    (
        "tests/api.rs",
        &[("\"person_456\")", "\"person_456\", \"owner\")")],
    ),
    (
        "tests/benches/bench/form.rs",
        &[(
            "\"person_1Nv0FGQ9RKHgCVdK\",",
            "\"person_1Nv0FGQ9RKHgCVdK\",\n            \"owner\",",
        )],
    ),
    (
        "fake/tests/fake/operations.rs",
        &[(
            "new(\"acct_1\", \"person_1\")",
            "new(\"acct_1\", \"person_1\", \"owner\")",
        )],
    ),
];

/// The documents.
pub static DOCUMENTS: [Made; 22] = [
    harmless("version", "a version of the API, and nothing else", |_| {}),
    harmless("description", "another description", |document| {
        property(document, SESSION, "status")["description"] = "Where the session is.".into();
    }),
    harmless(
        "enum-value",
        "a new value of a response's enum",
        |document| {
            push(
                &mut property(document, SESSION, "status")["enum"],
                "on_hold",
            );
        },
    ),
    harmless(
        "request-value",
        "a new value of an enum that is sent, too",
        |document| {
            push(&mut parameter(document, CREATE, "type")["enum"], "email");
            push(&mut property(document, SESSION, "type")["enum"], "email");
        },
    ),
    harmless(
        "optional-parameter",
        "a new parameter of a body",
        |document| {
            *parameter(document, CREATE, "page_language") = json!({
                "type": "string", "maxLength": 5000, "description": "The language of the page."
            });
        },
    ),
    harmless(
        "query-parameter",
        "a new parameter of a query",
        |document| {
            let parameters = &mut document["paths"][CREATE]["get"]["parameters"];
            push(
                parameters,
                json!({
                    "name": "livemode", "in": "query", "required": false, "style": "form",
                    "description": "Only sessions in live mode.", "schema": { "type": "boolean" }
                }),
            );
        },
    ),
    harmless("parameter-object", "a new object in a body", |document| {
        *parameter(document, CREATE, "branding") = json!({
            "type": "object", "title": "branding_param", "description": "How the page looks.",
            "properties": {
                "color": { "type": "string", "maxLength": 5000, "description": "The color." },
                "scale": { "type": "number", "description": "The scale of the logo." }
            },
            "required": ["color"]
        });
    }),
    Made {
        name: "required-parameter",
        about: "a new required parameter of an object that is sent",
        change: |document| {
            let person = parameter(document, CREATE, "related_person");
            person["properties"]["role"] = json!({
                "type": "string", "maxLength": 5000, "description": "What the person is."
            });
            push(&mut person["required"], "role");
        },
        impact: Impact::Breaking,
        follow: Some(Follow {
            advice: &["CreateRelatedPerson::new", "new required argument `role`"],
            act: |clone| {
                USES_OF_PERSON
                    .iter()
                    .try_for_each(|(file, texts)| replace(&clone.join(file), texts))
            },
        }),
    },
    harmless("string-field", "a new field: a string", |document| {
        *property(document, SESSION, "note") = json!({
            "type": "string", "maxLength": 5000, "nullable": true, "description": "A note."
        });
    }),
    harmless(
        "number-field",
        "new fields: a number, an integer and a boolean",
        |document| {
            *property(document, SESSION, "score") =
                json!({ "type": "number", "description": "How sure Stripe is." });
            *property(document, SESSION, "attempts") =
                json!({ "type": "integer", "description": "How often it was tried." });
            *property(document, SESSION, "is_final") =
                json!({ "type": "boolean", "description": "Whether that is all." });
        },
    ),
    harmless("time-field", "a new field: a time", |document| {
        *property(document, SESSION, "expires_at") = json!({
            "type": "integer", "format": "unix-time", "nullable": true, "description": "When it expires."
        });
    }),
    harmless("object-field", "a new field: an object", |document| {
        *schema(document, "gelato_session_device") = json!({
            "type": "object", "title": "GelatoSessionDevice", "description": "A device.",
            "properties": { "model": { "type": "string", "maxLength": 5000, "description": "Its model." } },
            "required": ["model"], "x-expandableFields": []
        });
        *property(document, SESSION, "device") = json!({
            "anyOf": [{ "$ref": "#/components/schemas/gelato_session_device" }],
            "nullable": true, "description": "The device that was used."
        });
        push(
            &mut schema(document, SESSION)["x-expandableFields"],
            "device",
        );
    }),
    harmless("list-field", "a new field: a list", |document| {
        *property(document, SESSION, "countries") = json!({
            "type": "array", "items": { "type": "string", "maxLength": 5000 },
            "description": "Where the person was seen."
        });
    }),
    harmless("map-field", "a new field: a map", |document| {
        *property(document, SESSION, "hints") = json!({
            "type": "object", "additionalProperties": { "type": "string", "maxLength": 500 },
            "description": "What was found."
        });
    }),
    harmless(
        "required-field",
        "a new field that is always there",
        |document| {
            *property(document, SESSION, "region") = json!({
                "type": "string", "enum": ["eu", "us"], "description": "Where it is stored."
            });
            push(&mut schema(document, SESSION)["required"], "region");
        },
    ),
    breaking("removed-field", "a field is gone", |document| {
        let outputs = schema(document, "gelato_session_matching_options");
        remove(&mut outputs["properties"], "dob");
    }),
    Made {
        name: "renamed-schema",
        about: "a schema has another name",
        change: |document| {
            let (old, new) = ("gelato_session_last_error", "gelato_session_failure");
            let text = document.to_string().replace(
                &format!("#/components/schemas/{old}"),
                &format!("#/components/schemas/{new}"),
            );
            *document = serde_json::from_str(&text).unwrap_or_default();
            let renamed = schema(document, old).take();
            remove(&mut document["components"]["schemas"], old);
            *schema(document, new) = renamed;
        },
        impact: Impact::Additive,
        follow: Some(Follow {
            advice: &[
                "\"gelato_session_failure\" = \"SessionLastError\"",
                "[names.rename]",
            ],
            act: |clone| {
                replace(
                    &clone.join("spec/selection.toml"),
                    &[(
                        "[names.rename]\n",
                        "[names.rename]\n\"gelato_session_failure\" = \"SessionLastError\"\n",
                    )],
                )
            },
        }),
    },
    harmless("new-operation", "a new operation", |document| {
        let cancel =
            document["paths"]["/v1/identity/verification_sessions/{session}/cancel"].clone();
        let mut reopen = cancel;
        reopen["post"]["operationId"] = "PostIdentityVerificationSessionsSessionReopen".into();
        reopen["post"]["description"] = "<p>Opens a session again.</p>".into();
        document["paths"]["/v1/identity/verification_sessions/{session}/reopen"] = reopen;
    }),
    Made {
        name: "new-event",
        about: "a new type of event",
        change: |document| {
            let mut types = types_of_events();
            types.push(format!("{SESSION}.rehearsed"));
            types.push("*".to_owned());
            // Where a whole document lists the types.
            document["paths"]["/v1/webhook_endpoints"] = json!({ "post": {
                "operationId": "PostWebhookEndpoints", "description": "",
                "requestBody": { "content": { "application/x-www-form-urlencoded": { "schema": {
                    "type": "object", "properties": { "enabled_events": {
                        "type": "array", "items": { "type": "string", "enum": types }
                    } }
                } } } },
                "responses": { "200": { "description": "", "content": { "application/json": {
                    "schema": { "$ref": "#/components/schemas/error" }
                } } } }
            } });
        },
        impact: Impact::Additive,
        follow: Some(Follow {
            advice: &[
                "identity.verification_session.rehearsed",
                "add to the selection:",
            ],
            act: |clone| {
                replace(
                    &clone.join("spec/selection.toml"),
                    &[(
                        "\ntypes = [\n",
                        "\ntypes = [\n    \"identity.verification_session.rehearsed\",\n",
                    )],
                )
            },
        }),
    },
    breaking("choice", "a new member of an `anyOf`", |document| {
        let details = parameter(document, CREATE, "provided_details");
        let object = details.take();
        let description = object["description"].clone();
        *details = json!({
            "anyOf": [object, { "type": "string", "enum": [""] }], "description": description
        });
    }),
    harmless("format", "a new format of a string", |document| {
        *property(document, SESSION, "valid_until") = json!({
            "type": "string", "format": "date", "nullable": true, "description": "The last day."
        });
    }),
    harmless(
        "deprecated",
        "a parameter and a field are deprecated",
        |document| {
            parameter(document, CREATE, "related_customer_account")["deprecated"] = true.into();
            property(document, SESSION, "related_customer_account")["deprecated"] = true.into();
        },
    ),
];

const fn harmless(name: &'static str, about: &'static str, change: fn(&mut Value)) -> Made {
    Made {
        name,
        about,
        change,
        impact: Impact::Additive,
        follow: None,
    }
}

/// One that breaks programs, and leaves nothing to do here: the version says it.
const fn breaking(name: &'static str, about: &'static str, change: fn(&mut Value)) -> Made {
    Made {
        impact: Impact::Breaking,
        ..harmless(name, about, change)
    }
}

/// The types of events that the selection names.
fn types_of_events() -> Vec<String> {
    let selection = include_str!("../../../spec/selection.toml").parse::<toml::Table>();
    let types = selection.ok().and_then(|selection| {
        let types = selection.get("events")?.get("types")?.as_array()?;
        let types = types.iter().filter_map(toml::Value::as_str);
        Some(types.map(str::to_owned).collect())
    });
    types.unwrap_or_default()
}

/// Every document has a version of its own.
pub(super) fn at_new_version(document: &mut Value) {
    document["info"]["version"] = "2099-01-31.juniper".into();
}

fn schema<'a>(document: &'a mut Value, name: &str) -> &'a mut Value {
    &mut document["components"]["schemas"][name]
}

fn property<'a>(document: &'a mut Value, schema_name: &str, name: &str) -> &'a mut Value {
    &mut schema(document, schema_name)["properties"][name]
}

/// A parameter of the body of a path's `post`.
fn parameter<'a>(document: &'a mut Value, path: &str, name: &str) -> &'a mut Value {
    let content = &mut document["paths"][path]["post"]["requestBody"]["content"];
    &mut content["application/x-www-form-urlencoded"]["schema"]["properties"][name]
}

fn push(list: &mut Value, value: impl Into<Value>) {
    if let Some(list) = list.as_array_mut() {
        list.push(value.into());
    }
}

fn remove(object: &mut Value, name: &str) {
    if let Some(object) = object.as_object_mut() {
        object.remove(name);
    }
}

/// Replaces texts in a file; each has to be there.
fn replace(path: &Path, texts: &[(&str, &str)]) -> io::Result<()> {
    let mut text = fs::read_to_string(path)?;
    for (old, new) in texts {
        if !text.contains(old) {
            return Err(io::Error::other(format!(
                "{} has no `{old}`",
                path.display()
            )));
        }
        text = text.replace(old, new);
    }
    fs::write(path, text)
}
