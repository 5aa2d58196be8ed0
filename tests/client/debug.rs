//! What `Debug` and `Display` show, and what they never do.
//!
//! Canaries stand for what could identify a person or open a session. They are put wherever the
//! document has a string or a number, so that a new property is covered as it comes.

use std::cell::Cell;
use std::collections::BTreeSet;
use std::error::Error as _;
use std::fmt::Debug;
use std::time::Duration;

use serde_json::{Value, json};
use stripe_identity::verification_session as session;
use stripe_identity::{Client, Error, Operation, RequestOptions};
use stripe_identity_tests::document::{self, Document, Kind};
use stripe_identity_tests::example::{Example, Property, completed};
use stripe_identity_tests::recorder::{Recorder, send, wait};
use stripe_identity_tests::requests::Sender;
use stripe_identity_tests::{calls, responses};

const CANARY: &str = "canary";
/// What numbers that are canaries begin with.
const NUMBER: i64 = 770_770_000;

fn shown(value: &impl Debug) -> String {
    format!("{value:?}\n{value:#?}")
}

fn assert_hides_canaries(shown: &str) {
    assert!(!shown.to_lowercase().contains(CANARY), "{shown}");
    assert!(!shown.contains("77077"), "{shown}");
}

// Responses

/// What `spec/selection.toml` says may be shown.
fn public() -> BTreeSet<String> {
    listed("debug", "public")
}

fn listed(table: &str, key: &str) -> BTreeSet<String> {
    let selection = document::read("spec/selection.toml").expect("it is committed");
    let selection: toml::Table = selection.parse().expect("it is TOML");
    let listed = selection[table][key].as_array().expect("a list");
    listed
        .iter()
        .map(|place| place.as_str().expect("a place").to_owned())
        .collect()
}

/// Fills strings and numbers with canaries of their own. What may be shown gets a value that is
/// none: the known values of enums, ids, times, and what is declared public.
fn canaries() -> impl FnMut(&Property, &Kind) -> Value {
    let public = public();
    let filled = Cell::new(0);
    move |property, kind| {
        filled.set(filled.get() + 1);
        match kind {
            Kind::Text | Kind::Key if public.contains(&property.place) => "public".into(),
            Kind::Integer if public.contains(&property.place) => 1.into(),
            Kind::Text => format!("{CANARY} text {}", filled.get()).into(),
            Kind::Key => format!("{CANARY} key").into(),
            Kind::Integer => (NUMBER + filled.get()).into(),
            Kind::Number => 770_770_000.5.into(),
            Kind::Any => json!({ CANARY: [NUMBER, CANARY] }),
            Kind::Id => format!("vs_shown{}", filled.get()).into(),
            Kind::Time => (1_600_000_000 + filled.get()).into(),
            Kind::Boolean => true.into(),
            Kind::Choice(choices) => choices.last().map(String::as_str).into(),
            Kind::Tag(tag) => tag.as_str().into(),
        }
    }
}

/// Runs a test on a response of every operation of the document, full of canaries.
fn each(test: impl Fn(&Example, &dyn Fn(&Value) -> String)) {
    responses::each(canaries, |example, read| {
        let filled = example.json.to_string();
        assert!(filled.contains("canary text") && filled.contains("77077"));
        test(example, &|json| {
            read(json).expect("the response is the document's").shown
        });
    });
}

/// The enums that say something of a person, by their places: those that can be redacted, and
/// those beside them or beside what only a restricted key gets, unless they may be shown.
fn personal(example: &Example) -> BTreeSet<&str> {
    let redacted = example.properties.iter().filter(|property| {
        matches!(&property.kind, Some(Kind::Choice(choices)) if choices.iter().any(|choice| choice == "[redacted]"))
    });
    let redacted: BTreeSet<String> = redacted.map(|property| property.place.clone()).collect();
    let (restricted, public) = (listed("sent", "to_restricted_keys"), public());
    let object = |place: &str| place.rsplit_once('.').map(|(object, _)| object.to_owned());
    let objects: BTreeSet<_> = redacted
        .iter()
        .chain(&restricted)
        .map(|place| object(place))
        .collect();
    let places = example
        .properties
        .iter()
        .map(|property| property.place.as_str());
    places
        .filter(|place| redacted.contains(*place) || objects.contains(&object(place)))
        .filter(|place| !public.contains(*place))
        .collect()
}

#[test]
fn responses_show_no_strings_and_no_numbers() {
    each(|example, show| assert_hides_canaries(&show(&example.json)));
}

#[test]
fn responses_show_no_value_of_an_enum_that_is_not_known() {
    each(|example, show| {
        let mut json = example.json.clone();
        for property in &example.properties {
            if let Some(Kind::Choice(_)) = property.kind {
                let value = json
                    .pointer_mut(&property.pointer)
                    .expect("the example holds it");
                *value = format!("{CANARY}_choice").into();
            }
        }
        assert_hides_canaries(&show(&json));
    });
}

#[test]
fn responses_show_known_values_of_enums_ids_and_times() {
    each(|example, show| {
        let (before, personal) = (show(&example.json), personal(example));
        for property in &example.properties {
            let value = |value: &str| (value.to_owned(), Value::from(value));
            let others = match &property.kind {
                Some(Kind::Choice(choices)) if !personal.contains(property.place.as_str()) => {
                    choices.iter().map(|choice| value(choice)).collect()
                }
                Some(Kind::Id) => vec![value("vs_other")],
                Some(Kind::Time) => vec![("1500000000".to_owned(), 1_500_000_000.into())],
                _ => continue,
            };
            for (other, value) in others {
                let json = example.with(&property.pointer, value);
                let after = show(&json);
                let pointer = &property.pointer;
                assert!(after.contains(&other), "{pointer}: {after}");
                assert_eq!(after == before, json == example.json, "{pointer}");
            }
        }
    });
}

#[test]
fn responses_do_not_show_enums_that_are_personal() {
    each(|example, show| {
        let (before, personal) = (show(&example.json), personal(example));
        for property in &example.properties {
            if let Some(Kind::Choice(choices)) = &property.kind
                && personal.contains(property.place.as_str())
            {
                for choice in choices {
                    let after = show(&example.with(&property.pointer, choice.as_str().into()));
                    assert_eq!(after, before, "{}", property.pointer);
                }
            }
        }
        assert!(before.contains("sex: Some(<redacted>)"), "{before}");
        assert!(
            before.contains("id_number_type: Some(<redacted>)"),
            "{before}"
        );
    });
}

#[test]
fn responses_show_what_is_set() {
    let nothing = completed(json!({
        "object": "identity.verification_session", "id": "vs_1", "created": 1, "livemode": false, "metadata": {}, "status": "verified",
        "type": "document"
    }));
    let shown = |json| {
        responses::read(&session::retrieve("vs_1"), json)
            .unwrap()
            .shown
    };
    assert!(shown(&nothing).contains("client_secret: None"));
    let mut more = nothing.clone();
    more["client_secret"] = CANARY.into();
    assert!(shown(&more).contains("client_secret: Some(<redacted>)"));
}

// Requests

/// Shows a request instead of sending it.
struct Shown;

impl Sender for Shown {
    type Answer = String;

    fn send(&mut self, request: &(impl Operation + Debug)) -> String {
        shown(request)
    }
}

#[test]
fn requests_show_no_strings_and_no_numbers() {
    let document = Document::read();
    for operation in document.operations() {
        let example = Example::of(&document, &operation.parameters, canaries());
        let call = json!({ "id": "vs_123", "params": example.json });
        if let Some(shown) = calls::send(&operation.line, &call, &mut Shown) {
            assert_hides_canaries(&shown);
            assert!(
                !operation.line.ends_with('}') || shown.contains("vs_123"),
                "{shown}"
            );
        }
    }
}

#[test]
fn requests_show_known_values_of_enums_and_times() {
    let list = session::list().status("verified").created(1_600_000_000..);
    let shown = shown(&list);
    assert!(
        shown.contains("verified") && shown.contains("1600000000"),
        "{shown}"
    );
}

#[test]
fn requests_do_not_show_what_they_refuse() {
    let refused = session::update("canary/770770001").with_options(
        RequestOptions::new()
            .idempotency_key("canary é 770770002")
            .api_key("canary 770770003"),
    );
    assert_hides_canaries(&shown(&refused));
    let error = wait(refused.send(&Recorder::answering(418, "{}").client())).unwrap_err();
    assert_hides_canaries(&format!("{error} {}", shown(&error)));
}

#[test]
fn options_show_durations_and_versions_alone() {
    let options = RequestOptions::new()
        .idempotency_key("canary_key")
        .account("canary_account")
        .context("canary_context")
        .api_key("sk_canary")
        .header("X-Canary", "canary header")
        .extra("canary_parameter", json!({ "canary": [770_770_001] }))
        .api_version("2023-08-16")
        .timeout(Duration::from_secs(7));
    let shown = shown(&session::list().with_options(options));
    assert_hides_canaries(&shown);
    assert!(
        shown.contains("2023-08-16") && shown.contains("timeout: 7s"),
        "{shown}"
    );
}

#[test]
fn pages_show_no_strings_and_no_numbers() {
    let client = Recorder::answering(418, "{}").client();
    let pages = session::list()
        .client_reference_id(CANARY)
        .limit(NUMBER)
        .paginate(&client);
    assert_hides_canaries(&shown(&pages));
}

// Clients

#[test]
fn clients_show_no_secrets() {
    let builder = Client::builder("sk_test_canary_770770")
        .account("canary_account")
        .context("canary_context")
        .app_info("canary-app", None, None)
        .transport(Recorder::answering(418, "{}"));
    assert_hides_canaries(&shown(&builder));
    assert_hides_canaries(&shown(&builder.build().unwrap()));
}

// Errors

/// The error of a call with a live key: with a test key, Stripe's message is shown.
fn refused(status: u16, body: &str) -> Error {
    let client = Recorder::answering(status, body).client();
    let live = RequestOptions::new().api_key("sk_live_recorded");
    send(&client, &session::create().with_options(live)).expect_err("the body is no session")
}

/// Everything that an error tells without being asked.
fn told(error: &Error) -> String {
    let mut told = format!("{error}\n{}", shown(error));
    let mut source = error.source();
    while let Some(error) = source {
        told = format!("{told}\n{error}\n{}", shown(&error));
        source = error.source();
    }
    told
}

const STATUSES: [u16; 12] = [200, 201, 302, 400, 401, 402, 403, 404, 409, 429, 500, 503];

/// An error with a canary in every property that the document names.
fn error_of_canaries() -> Value {
    let document = Document::read();
    let schema = document.component("api_errors");
    let mut error = json!({});
    for (number, (name, property)) in
        document::members(&document.resolve(&schema)["properties"]).enumerate()
    {
        error[name] = match document::text(&property["type"]) {
            "string" => format!("{CANARY} {number}").into(),
            _ => json!({ "id": CANARY, CANARY: [NUMBER] }),
        };
    }
    assert!(
        error["message"].is_string() && error["param"].is_string(),
        "{error}"
    );
    error["new_in_a_later_document"] = CANARY.into();
    json!({ "error": error, CANARY: NUMBER })
}

#[test]
fn errors_tell_nothing_that_stripe_wrote_freely() {
    let body = error_of_canaries().to_string();
    for status in STATUSES {
        assert_hides_canaries(&told(&refused(status, &body)));
    }
}

#[test]
fn errors_tell_nothing_of_a_body_that_is_not_stripes() {
    #[rustfmt::skip]
    let bodies = [
        "<html>canary 770770001</html>", "canary", r#""canary""#, r#"["canary"]"#, "770770001", r#"{"canary":"#,
        r#"{"id":"canary"#, r#"{"error":"canary 1"}"#, r#"{"error":["canary"]}"#,
        r#"{"error":{"message":"canary","type":["canary"]}}"#, r#"{"error_description":"canary"}"#,
        r#"{"id":"vs_1","created":"canary"}"#,
    ];
    for body in bodies {
        for status in STATUSES {
            assert_hides_canaries(&told(&refused(status, body)));
        }
    }
}

#[test]
fn errors_tell_their_status_type_code_and_request() {
    let mut body = error_of_canaries();
    body["error"]["type"] = "card_error".into();
    body["error"]["code"] = "card_declined".into();
    let error = refused(402, &body.to_string());
    let expected = "payment failed (status 402, type card_error, code card_declined, \
                    request req_recorded)";
    assert_eq!(error.to_string(), expected);
    assert_hides_canaries(&told(&error));
}

#[test]
fn errors_give_what_they_do_not_tell_when_asked() {
    let error = refused(402, &error_of_canaries().to_string());
    for given in [
        error.message(),
        error.param(),
        error.doc_url(),
        error.charge(),
    ] {
        assert!(
            given.is_some_and(|given| given.starts_with(CANARY)),
            "{given:?}"
        );
    }
    assert_eq!(refused(502, "canary").body_sample(), Some(CANARY));
}

#[test]
fn errors_are_displayed_on_one_line() {
    for status in STATUSES {
        for body in [
            "",
            "{}",
            "line 1\nline 2",
            "{\"error\":{\"message\":\"1\\n2\"}}",
        ] {
            let error = refused(status, body).to_string();
            assert_eq!(error.lines().count(), 1, "{error}");
        }
    }
}
