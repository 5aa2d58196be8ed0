//! What responses become: each is given to a client, and what the client makes of it is compared
//! with what Stripe's document says.

use std::error::Error as _;
use std::io::Write as _;

use serde_json::{Value, json};
use stripe_identity::verification_report::{self as report, DocumentReportSex, VerificationReport};
use stripe_identity::verification_session::{
    self as session, SessionLastErrorCode, VerificationSession, VerificationSessionStatus,
};
use stripe_identity::{Error, Expandable};
use stripe_identity_tests::document::{self, Document, Kind};
use stripe_identity_tests::example::{Example, Part, Property, completed, plain};
use stripe_identity_tests::recorder::{Recorder, send};
use stripe_identity_tests::responses::{self, Reader};

/// A property of a response that has all of them set.
struct Case<'a> {
    example: &'a Example,
    read: Reader,
    property: &'a Property,
}

/// Runs a test on every property of the full response of every operation.
fn each_property(test: impl Fn(Case<'_>)) {
    responses::each(
        || plain,
        |example, read| {
            assert!(example.properties.len() > 30, "the example is hardly full");
            for property in &example.properties {
                test(Case {
                    example,
                    read,
                    property,
                });
            }
        },
    );
}

impl Case<'_> {
    fn value(&self) -> &Value {
        let value = self.example.json.pointer(&self.property.pointer);
        value.expect("the example holds it")
    }

    fn with(&self, value: Value) -> Value {
        self.example.with(&self.property.pointer, value)
    }

    fn without(&self) -> Value {
        self.example.without(&self.property.pointer)
    }

    fn is_tag(&self) -> bool {
        matches!(self.property.kind, Some(Kind::Tag(_)))
    }

    /// Whether any key is one of the property's own.
    fn is_map(&self) -> bool {
        let properties = self.example.properties.iter();
        let mut entries = properties.filter(|property| property.part == Part::Entry);
        entries.any(|entry| {
            let map = entry.pointer.rsplit_once('/').map(|(map, _)| map);
            map == Some(&self.property.pointer)
        })
    }

    /// Asserts that a response is read, and written as `expected`.
    fn is_read(&self, response: &Value, expected: &Value) {
        let read = (self.read)(response);
        let read = read.unwrap_or_else(|error| panic!("{}: {error}", self.property.pointer));
        assert_eq!(read.written, *expected, "{}", self.property.pointer);
    }

    /// Asserts that another value of the property is kept.
    fn keeps(&self, value: Value) {
        let response = self.with(value);
        self.is_read(&response, &response);
    }

    /// Asserts that a response is refused with an error that shows nothing of it.
    fn is_refused(&self, response: &Value) -> Error {
        let Err(error) = (self.read)(response) else {
            panic!("{} may be otherwise: {response}", self.property.pointer)
        };
        assert!(error.is_decode(), "{error}");
        let mut told = format!("{error} {error:?} {error:#?}");
        let mut source = error.source();
        while let Some(error) = source {
            told = format!("{told} {error} {error:?}");
            source = error.source();
        }
        for secret in [TEXT, "some text", "1234567890", "404040404040"] {
            assert!(!told.contains(secret), "{told}");
        }
        error
    }
}

/// Values of another type than the property's.
const TEXT: &str = "canary text";
const NUMBER: i64 = 404_040_404_040;

#[test]
fn a_full_response_is_read_without_loss() {
    responses::each(
        || plain,
        |example, read| assert_eq!(read(&example.json).unwrap().written, example.json),
    );
}

#[test]
fn what_may_be_absent_or_null_is_read_as_none() {
    each_property(|case| {
        if case.property.is_optional() {
            case.is_read(&case.without(), &case.without());
            case.is_read(&case.with(Value::Null), &case.without());
        }
    });
}

#[test]
fn what_must_be_there_is_missed_by_its_name() {
    each_property(|case| {
        // Where a list can be read may be missing; the type's name is tested below.
        let Case { property, .. } = case;
        if property.is_optional() || case.is_tag() || property.pointer == "/url" {
            return;
        }
        case.is_refused(&case.with(Value::Null));
        if property.part == Part::Member {
            let error = case.is_refused(&case.without()).to_string();
            let name = property.name();
            let missed = format!("response not understood: field `{name}` is missing");
            assert!(error.starts_with(&missed), "{}: {error}", property.pointer);
        }
    });
}

#[test]
fn another_object_is_no_success() {
    each_property(|case| {
        if case.is_tag() {
            for other in [
                json!("something.else"),
                json!(5),
                json!(null),
                json!({ "a": [1] }),
            ] {
                case.is_refused(&case.with(other));
            }
            case.is_refused(&case.without());
        }
    });
}

#[test]
fn properties_that_the_document_does_not_name_are_ignored() {
    each_property(|case| {
        let Value::Object(object) = case.value() else {
            return;
        };
        if case.property.kind.is_some() || case.is_map() {
            return;
        }
        for unknown in [
            json!("new"),
            json!(null),
            json!([{ "a": 1.5 }]),
            json!(u64::MAX),
        ] {
            let mut object = object.clone();
            object.shift_insert(0, "brand_new".to_owned(), unknown);
            case.is_read(&case.with(object.into()), &case.example.json);
        }
    });
}

#[test]
fn every_value_of_an_enum_is_kept_known_or_not() {
    each_property(|case| {
        if let Some(Kind::Choice(choices)) = &case.property.kind {
            let unknown = ["brand_new", "", "Verified", " verified", "\u{0}é😀"];
            let known = choices.iter().map(String::as_str);
            known
                .chain(unknown)
                .for_each(|value| case.keeps(value.into()));
        }
    });
}

#[test]
fn values_of_another_type_are_refused_and_not_shown() {
    let text = || json!(TEXT);
    let others = |case: &Case<'_>| match &case.property.kind {
        Some(Kind::Tag(_) | Kind::Any) => vec![],
        Some(Kind::Boolean) => vec![text(), json!(NUMBER), json!([true]), json!({})],
        Some(Kind::Integer | Kind::Time) => {
            vec![
                text(),
                json!("404040404040"),
                json!(1.5),
                json!(1e30),
                json!(true),
            ]
        }
        Some(Kind::Number) => vec![text(), json!("404040404040"), json!(true), json!([NUMBER])],
        Some(Kind::Id) => vec![json!(NUMBER), json!([TEXT]), json!({ TEXT: 1 })],
        Some(_) => vec![
            json!(NUMBER),
            json!(false),
            json!([TEXT]),
            json!({ TEXT: TEXT }),
        ],
        None if case.value().is_array() => vec![text(), json!(NUMBER), json!({ TEXT: TEXT })],
        None => {
            let others = [json!(NUMBER), json!(true), json!([]), json!([[TEXT], TEXT])];
            // Where an object stands for its id, any text is an id.
            let is_expanded =
                case.property.part == Part::Member && case.value().get("id").is_some();
            let text = (!is_expanded).then(text);
            others.into_iter().chain(text).collect()
        }
    };
    each_property(|case| {
        for other in others(&case) {
            case.is_refused(&case.with(other));
        }
    });
}

#[test]
fn a_list_in_place_of_a_response_is_refused() {
    responses::each(
        || plain,
        |example, read| {
            let values = document::members(&example.json).map(|(_, value)| value.clone());
            let values = values.collect::<Vec<_>>();
            // With and without the name of the type; a page is `data`, `has_more`, `url`.
            let untagged = [vec![json!([])], values.clone()].concat();
            let page = json!([[], false, "/v1/identity/verification_sessions"]);
            for list in [
                json!([]),
                values.into(),
                untagged.into(),
                json!([[], false]),
                page,
            ] {
                let Err(error) = read(&list) else {
                    panic!("a response may be {list}")
                };
                assert!(error.is_decode(), "{error}");
            }
        },
    );
}

#[test]
fn times_hold_every_second_that_an_i64_can_tell() {
    each_property(|case| {
        if case.property.kind == Some(Kind::Time) {
            for seconds in [i64::MIN, i64::MIN + 1, -1, 0, 1, 4_294_967_296, i64::MAX] {
                case.keeps(seconds.into());
            }
            for beyond in [json!(u64::MAX), json!(-1e19), json!(1e19)] {
                case.is_refused(&case.with(beyond));
            }
        }
    });
}

#[test]
fn lists_and_maps_may_be_empty_or_long() {
    each_property(|case| match case.value() {
        Value::Array(elements) => {
            case.keeps(json!([]));
            case.keeps(vec![elements[0].clone(); 100].into());
        }
        Value::Object(entries) if case.is_map() => {
            let value = entries.values().next();
            let long = (0..50).map(|key| (format!("key {key}"), json!(value)));
            case.keeps(json!({}));
            case.keeps(long.collect());
        }
        _ => {}
    });
}

// What the values are

fn session_of(response: &Value) -> VerificationSession {
    let recorder = Recorder::answering(200, &response.to_string());
    send(&recorder.client(), &session::retrieve("vs_123")).expect("a session")
}

fn report_of(response: &Value) -> VerificationReport {
    let recorder = Recorder::answering(200, &response.to_string());
    send(&recorder.client(), &report::retrieve("vr_123")).expect("a report")
}

fn a_session() -> Value {
    completed(json!({
        "id": "vs_1", "object": "identity.verification_session", "created": 1_790_000_000,
        "client_secret": "vs_1_secret_test_notReal", "livemode": false, "status": "requires_input",
        "last_error": { "code": "document_unverified_other", "reason": "It is made up." },
        "metadata": { "order_id": "6735" }, "type": "document", "url": null,
        "options": { "document": { "require_matching_selfie": true } },
    }))
}

fn a_report() -> Value {
    completed(json!({
        "id": "vr_1", "object": "identity.verification_report", "created": 1_790_000_100,
        "livemode": false, "type": "document", "verification_session": "vs_1",
        "options": { "document": { "allowed_types": ["passport", "hologram"] } },
        "document": {
            "address": { "city": "Examplestadt", "country": "DE" }, "files": ["file_1", "file_2"],
            "dob": { "day": 31, "month": 2, "year": 1900 }, "sex": "[redacted]",
            "first_name": "Testa", "status": "verified", "type": "passport"
        }
    }))
}

#[test]
fn the_fields_of_a_session_have_their_values() {
    let session = session_of(&a_session());
    assert_eq!(session.id, "vs_1");
    assert_eq!(session.created.as_unix_seconds(), 1_790_000_000);
    assert_eq!(session.status, VerificationSessionStatus::RequiresInput);
    assert_eq!(
        session.client_secret.as_deref(),
        Some("vs_1_secret_test_notReal")
    );
    assert_eq!(session.url, None);
    assert_eq!(session.metadata["order_id"], "6735");
    let document = session.options.and_then(|options| options.document);
    let document = document.expect("is set");
    assert_eq!(document.require_matching_selfie, Some(true));
    assert_eq!(document.require_live_capture, None);
    let error = session.last_error.expect("is set");
    assert_eq!(
        error.code,
        Some(SessionLastErrorCode::DocumentUnverifiedOther)
    );
    assert_eq!(error.reason.as_deref(), Some("It is made up."));
}

#[test]
fn the_fields_of_a_report_have_their_values() {
    let report = report_of(&a_report());
    let session = report.verification_session.expect("is set");
    assert_eq!((report.id.as_str(), session.as_str()), ("vr_1", "vs_1"));
    let allowed = report
        .options
        .and_then(|options| options.document?.allowed_types);
    let allowed = allowed.expect("is set");
    let allowed: Vec<String> = allowed.iter().map(ToString::to_string).collect();
    assert_eq!(allowed, ["passport", "hologram"]);
    let document = report.document.expect("is set");
    assert_eq!(document.sex, Some(DocumentReportSex::Redacted));
    assert_eq!(document.dob.and_then(|dob| dob.day), Some(31));
    assert_eq!(document.files.expect("is set"), ["file_1", "file_2"]);
    let country = document.address.and_then(|address| address.country);
    assert_eq!(country.as_deref(), Some("DE"));
}

#[test]
fn an_expandable_is_an_id_or_the_object() {
    let expandable = |value: Value| {
        let mut response = a_session();
        response["last_verification_report"] = value;
        session_of(&response)
            .last_verification_report
            .expect("is set")
    };
    let plain = expandable("vr_1".into());
    assert_eq!(*plain.id(), "vr_1");
    assert_eq!(plain.as_object(), None);
    assert!(matches!(plain, Expandable::Id(_)));

    let expanded = expandable(a_report());
    assert_eq!(expanded.id(), plain.id());
    assert_eq!(expanded.as_object(), Some(&report_of(&a_report())));
    assert_ne!(expanded, plain);
    assert_eq!(expanded.into_object(), Some(report_of(&a_report())));
}

#[test]
fn a_page_holds_its_items_in_order() {
    let mut other = a_session();
    other["id"] = "vs_2".into();
    let url = "/v1/identity/verification_sessions";
    let data = [a_session(), other];
    let response = json!({ "object": "list", "url": url, "has_more": true, "data": data });
    let recorder = Recorder::answering(200, &response.to_string());
    let page = send(&recorder.client(), &session::list()).expect("a page");
    assert!(page.has_more);
    assert_eq!(page.url, url);
    let ids: Vec<&str> = page.iter().map(|session| session.id.as_str()).collect();
    assert_eq!(ids, ["vs_1", "vs_2"]);
    let borrowed: Vec<_> = (&page).into_iter().cloned().collect();
    assert_eq!(page.into_iter().collect::<Vec<_>>(), borrowed);
}

// Stripe's own examples

#[test]
fn the_published_examples_are_read_without_loss() {
    let path = "../shared/stripe-openapi/fixtures-identity.json";
    let fixtures = match document::read(path) {
        Ok(text) => serde_json::from_str::<Value>(&text).expect("the fixtures are JSON"),
        Err(error) if std::env::var_os("CI").is_some_and(|ci| ci == "true") => {
            panic!("{path}: {error}; in CI no test may be skipped")
        }
        Err(_) => {
            // Not `eprintln!`, which is not seen when a test passes.
            writeln!(std::io::stderr(), "skipped: {path} is not there").expect("stderr is open");
            return;
        }
    };
    let document = Document::read();
    for (object, example) in document::members(&fixtures) {
        let example = &completed(example.clone());
        let read = match object {
            "identity.verification_session" => responses::read(&session::retrieve("vs_1"), example),
            "identity.verification_report" => responses::read(&report::retrieve("vr_1"), example),
            _ => panic!("no test reads {object}"),
        };
        let all = Example::of(&document, &document.component(object), plain).json;
        assert_eq!(read.unwrap().written, known(example, &all), "{object}");
    }
    assert_eq!(document::members(&fixtures).count(), 2);
}

/// What is left of an example that may be older than the document: the members that are there in `all`. `null` means
/// the same as absence, and is not written.
fn known(example: &Value, all: &Value) -> Value {
    match (example, all) {
        (Value::Object(members), Value::Object(all)) => {
            let members = members.iter().filter(|(_, value)| !value.is_null());
            members
                .filter_map(|(name, value)| Some((name.clone(), known(value, all.get(name)?))))
                .collect()
        }
        (Value::Array(values), Value::Array(all)) => {
            values.iter().map(|value| known(value, &all[0])).collect()
        }
        (plain, _) => plain.clone(),
    }
}
