//! What responses become: each is given to a client, and what the client makes of it is compared
//! with what Stripe's document says.

use std::error::Error as _;
use std::io::Write as _;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use stripe_identity::verification_report::{
    self as report, DocumentReportSex, DocumentReportStatus, VerificationReport,
    VerificationReportType,
};
use stripe_identity::verification_session::{
    self as session, SessionLastErrorCode, VerificationSession, VerificationSessionRedactionStatus,
    VerificationSessionStatus, VerificationType, VerifiedOutputsSex,
};
use stripe_identity::{Error, Expandable, List, Operation};
use stripe_identity_tests::document::{self, Document, Kind};
use stripe_identity_tests::example::{Example, Part, Property, plain};
use stripe_identity_tests::recorder::{Recorder, send};

/// Gives a response to a client. What the client makes of it must be the same after it was
/// written and read again; as it was written it is given back.
fn read<O>(operation: &O, response: &Value) -> Result<Value, Error>
where
    O: Operation<Output: Serialize + DeserializeOwned + PartialEq>,
{
    let recorder = Recorder::answering(200, &response.to_string());
    let output = send(&recorder.client(), operation)?;
    let written = serde_json::to_value(&output).expect("it can be written");
    let again: O::Output = serde_json::from_value(written.clone()).expect("it can be read again");
    assert!(
        again == output,
        "not the same after writing and reading: {written}"
    );
    Ok(written)
}

type Read = fn(&Value) -> Result<Value, Error>;

/// Every operation, and how it reads its response.
const OPERATIONS: [(&str, Read); 8] = [
    ("POST /v1/identity/verification_sessions", |json| {
        read(&session::create(), json)
    }),
    ("GET /v1/identity/verification_sessions/{session}", |json| {
        read(&session::retrieve("vs_123"), json)
    }),
    (
        "POST /v1/identity/verification_sessions/{session}",
        |json| read(&session::update("vs_123"), json),
    ),
    ("GET /v1/identity/verification_sessions", |json| {
        read(&session::list(), json)
    }),
    (
        "POST /v1/identity/verification_sessions/{session}/cancel",
        |json| read(&session::cancel("vs_123"), json),
    ),
    (
        "POST /v1/identity/verification_sessions/{session}/redact",
        |json| read(&session::redact("vs_123"), json),
    ),
    ("GET /v1/identity/verification_reports/{report}", |json| {
        read(&report::retrieve("vr_123"), json)
    }),
    ("GET /v1/identity/verification_reports", |json| {
        read(&report::list(), json)
    }),
];

/// Runs a test on the full response of every operation of the document.
fn each_operation(test: impl Fn(&Example, Read)) {
    let document = Document::read();
    for operation in document.operations() {
        let read = OPERATIONS.iter().find(|(line, _)| *line == operation.line);
        let (_, read) = read.unwrap_or_else(|| panic!("no test reads {}", operation.line));
        let example = Example::of(&document, &operation.output, plain);
        test(&example, *read);
    }
}

/// Runs a test on every property of the full response of every operation.
fn each_property(test: impl Fn(&Example, Read, &Property)) {
    each_operation(|example, read| {
        assert!(example.properties.len() > 30, "the example is hardly full");
        for property in &example.properties {
            test(example, read, property);
        }
    });
}

/// What the client does not ask for although the document promises it: the name of an object's
/// type, and where a list can be read.
fn is_not_asked_for(property: &Property) -> bool {
    matches!(property.kind, Some(Kind::Tag(_))) || property.pointer == "/url"
}

/// That an error is one of decoding, and tells nothing of the response.
fn assert_tells_nothing_of(error: &Error, secrets: &[&str]) {
    assert!(error.is_decode(), "{error}");
    let mut told = format!("{error} {error:?} {error:#?}");
    let mut source = error.source();
    while let Some(error) = source {
        told = format!("{told} {error} {error:?}");
        source = error.source();
    }
    for secret in secrets {
        assert!(!told.contains(secret), "{told}");
    }
}

#[test]
fn a_full_response_is_read_without_loss() {
    each_operation(|example, read| assert_eq!(read(&example.json).unwrap(), example.json));
}

#[test]
fn the_examples_hold_every_schema_of_the_document() {
    let document = Document::read();
    let mut reached = Vec::new();
    for operation in document.operations() {
        let example = Example::of(&document, &operation.output, plain);
        reached.extend(
            example
                .properties
                .into_iter()
                .map(|property| property.place),
        );
    }
    let document = document::read("spec/openapi.json").expect("spec/openapi.json is committed");
    let document: Value = serde_json::from_str(&document).expect("spec/openapi.json is JSON");
    for (schema, _) in document::members(&document["components"]["schemas"]) {
        // The runtime reads errors.
        if !["api_errors", "error"].contains(&schema) {
            let within = format!("{schema}.");
            let is_held = |place: &String| place == schema || place.starts_with(&within);
            assert!(reached.iter().any(is_held), "no example holds {schema}");
        }
    }
}

#[test]
fn what_may_be_absent_or_null_is_read_as_none() {
    each_property(|example, read, property| {
        if !property.is_optional() {
            return;
        }
        let without = example.without(&property.pointer);
        assert_eq!(
            read(&without).unwrap(),
            without,
            "{} absent",
            property.pointer
        );
        let null = example.with(&property.pointer, Value::Null);
        assert_eq!(read(&null).unwrap(), without, "{} null", property.pointer);
    });
}

#[test]
fn what_must_be_there_is_missed_by_its_name() {
    each_property(|example, read, property| {
        if property.is_optional() || is_not_asked_for(property) {
            return;
        }
        let error = read(&example.with(&property.pointer, Value::Null)).unwrap_err();
        assert_tells_nothing_of(&error, &["some text", "1234567890"]);
        if property.part != Part::Member {
            return;
        }
        let error = read(&example.without(&property.pointer)).unwrap_err();
        let missed = format!(
            "response not understood: field `{}` is missing",
            property.name()
        );
        assert!(
            error.to_string().starts_with(&missed),
            "{}: {error}",
            property.pointer
        );
    });
}

#[test]
fn what_is_not_asked_for_may_be_anything() {
    each_property(|example, read, property| {
        if let Some(Kind::Tag(_)) = &property.kind {
            for other in [
                json!("something.else"),
                json!(5),
                json!(null),
                json!({ "a": [1] }),
            ] {
                let other = example.with(&property.pointer, other);
                assert_eq!(read(&other).unwrap(), example.json, "{}", property.pointer);
            }
            let absent = example.without(&property.pointer);
            assert_eq!(read(&absent).unwrap(), example.json, "{}", property.pointer);
        }
    });
}

#[test]
fn properties_that_the_document_does_not_name_are_passed_over() {
    each_property(|example, read, property| {
        let Some(object) = example
            .json
            .pointer(&property.pointer)
            .and_then(Value::as_object)
        else {
            return;
        };
        if property.name() == "metadata" {
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
            let more = example.with(&property.pointer, object.into());
            assert_eq!(read(&more).unwrap(), example.json, "{}", property.pointer);
        }
    });
}

#[test]
fn every_value_of_an_enum_is_kept_known_or_not() {
    each_property(|example, read, property| {
        let Some(Kind::Choice(choices)) = &property.kind else {
            return;
        };
        let unknown = ["brand_new", "", "Verified", " verified", "\u{0}é😀"].map(str::to_owned);
        for value in choices.iter().chain(&unknown) {
            let response = example.with(&property.pointer, value.as_str().into());
            assert_eq!(
                read(&response).unwrap(),
                response,
                "{}: {value}",
                property.pointer
            );
        }
    });
}

#[test]
fn values_of_another_type_are_refused_and_not_told() {
    const TEXT: &str = "canary text";
    const NUMBER: i64 = 404_040_404_040;
    let text = json!(TEXT);
    let others = |kind: Option<&Kind>, value: &Value| match kind {
        Some(Kind::Boolean) => vec![text.clone(), json!(NUMBER), json!([true]), json!({})],
        Some(Kind::Integer | Kind::Time) => {
            vec![
                text.clone(),
                json!("404040404040"),
                json!(1.5),
                json!(1e30),
                json!(true),
            ]
        }
        // No id, since it holds a space.
        Some(Kind::Id) => vec![text.clone(), json!(NUMBER), json!({ TEXT: 1 })],
        Some(_) => vec![
            json!(NUMBER),
            json!(false),
            json!([TEXT]),
            json!({ TEXT: TEXT }),
        ],
        None if value.is_array() => vec![text.clone(), json!(NUMBER), json!({ TEXT: TEXT })],
        None => vec![text.clone(), json!(NUMBER), json!(true)],
    };
    each_property(|example, read, property| {
        if let Some(Kind::Tag(_)) = &property.kind {
            return;
        }
        let value = example
            .json
            .pointer(&property.pointer)
            .expect("the example holds it");
        for other in others(property.kind.as_ref(), value) {
            let response = example.with(&property.pointer, other.clone());
            let Err(error) = read(&response) else {
                panic!("{} may be {other}", property.pointer)
            };
            assert_tells_nothing_of(&error, &[TEXT, "404040404040"]);
        }
    });
}

#[test]
fn a_list_in_place_of_an_object_is_refused() {
    each_property(|example, read, property| {
        let value = example
            .json
            .pointer(&property.pointer)
            .expect("the example holds it");
        if value.is_object() {
            for list in [json!([]), json!([["canary text"], "canary text"])] {
                let Err(error) = read(&example.with(&property.pointer, list.clone())) else {
                    panic!("{} may be {list}", property.pointer)
                };
                assert_tells_nothing_of(&error, &["canary text"]);
            }
        }
    });
}

#[test]
fn a_list_in_place_of_a_response_is_refused() {
    each_operation(|example, read| {
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
    });
}

#[test]
fn times_hold_every_second_that_an_i64_can_tell() {
    each_property(|example, read, property| {
        if property.kind != Some(Kind::Time) {
            return;
        }
        for seconds in [i64::MIN, i64::MIN + 1, -1, 0, 1, 4_294_967_296, i64::MAX] {
            let response = example.with(&property.pointer, seconds.into());
            assert_eq!(read(&response).unwrap(), response);
        }
        for beyond in [json!(u64::MAX), json!(-1e19), json!(1e19)] {
            let error = read(&example.with(&property.pointer, beyond)).unwrap_err();
            assert!(error.is_decode(), "{error}");
        }
    });
}

#[test]
fn lists_and_maps_may_be_empty_or_long() {
    each_property(|example, read, property| {
        let value = example
            .json
            .pointer(&property.pointer)
            .expect("the example holds it");
        let response = match value {
            Value::Array(elements) => vec![json!([]), vec![elements[0].clone(); 100].into()],
            Value::Object(_) if property.name() == "metadata" => {
                vec![
                    json!({}),
                    (0..50)
                        .map(|key| (format!("key {key}"), json!("")))
                        .collect(),
                ]
            }
            _ => return,
        };
        for value in response {
            let response = example.with(&property.pointer, value);
            assert_eq!(read(&response).unwrap(), response, "{}", property.pointer);
        }
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

/// A session as it is when it was made.
fn new_session() -> Value {
    json!({
        "id": "vs_1MadeUpForTheTests000001",
        "object": "identity.verification_session",
        "client_reference_id": null,
        "client_secret": "vs_1MadeUpForTheTests000001_secret_test_notReal",
        "created": 1_790_000_000,
        "last_error": null,
        "last_verification_report": null,
        "livemode": false,
        "metadata": {},
        "options": { "document": { "require_matching_selfie": true } },
        "redaction": null,
        "related_customer": null,
        "status": "requires_input",
        "type": "document",
        "url": "https://verify.example/start/notReal"
    })
}

/// A report on a document.
fn document_report() -> Value {
    json!({
        "id": "vr_1MadeUpForTheTests000001",
        "object": "identity.verification_report",
        "client_reference_id": null,
        "created": 1_790_000_100,
        "livemode": false,
        "options": { "document": { "allowed_types": ["passport", "hologram"] } },
        "type": "document",
        "verification_session": "vs_1MadeUpForTheTests000001",
        "document": {
            "address": {
                "city": "Examplestadt", "country": "DE", "line1": "Musterweg 1", "line2": null,
                "postal_code": "00000", "state": null
            },
            "dob": { "day": 31, "month": 2, "year": 1900 },
            "error": null,
            "expiration_date": { "day": 1, "month": 13, "year": 2999 },
            "files": ["file_1", "file_2"],
            "first_name": "Testa",
            "issued_date": { "day": 1, "month": 12, "year": 1999 },
            "issuing_country": "DE",
            "last_name": "Mustermensch",
            "number": "X000000000",
            "sex": "female",
            "status": "verified",
            "type": "passport"
        }
    })
}

#[test]
fn a_new_session() {
    let session = session_of(&new_session());
    assert_eq!(session.id, "vs_1MadeUpForTheTests000001");
    assert_eq!(session.created.as_unix_seconds(), 1_790_000_000);
    assert_eq!(session.status, VerificationSessionStatus::RequiresInput);
    assert_eq!(session.type_, VerificationType::Document);
    assert_eq!(
        session.url.as_deref(),
        Some("https://verify.example/start/notReal")
    );
    assert!(
        session
            .client_secret
            .is_some_and(|secret| secret.ends_with("_secret_test_notReal"))
    );
    assert!(!session.livemode);
    assert!(session.metadata.is_empty());
    let document = session
        .options
        .and_then(|options| options.document)
        .expect("is set");
    assert_eq!(document.require_matching_selfie, Some(true));
    assert_eq!(document.require_live_capture, None);
    assert_eq!(session.last_error, None);
    assert_eq!(session.last_verification_report, None);
    assert_eq!(session.redaction, None);
    assert_eq!(session.verified_outputs, None);
}

#[test]
fn an_updated_session() {
    let mut response = new_session();
    response["metadata"] = json!({ "order_id": "6735" });
    let session = session_of(&response);
    assert_eq!(
        session.metadata.get("order_id").map(String::as_str),
        Some("6735")
    );
}

#[test]
fn a_session_with_an_error() {
    let mut response = new_session();
    response["last_error"] =
        json!({ "code": "document_unverified_other", "reason": "The document is made up." });
    let error = session_of(&response).last_error.expect("is set");
    assert_eq!(
        error.code,
        Some(SessionLastErrorCode::DocumentUnverifiedOther)
    );
    assert_eq!(error.reason.as_deref(), Some("The document is made up."));
}

#[test]
fn a_canceled_session() {
    let mut response = new_session();
    response["status"] = "canceled".into();
    response["url"] = Value::Null;
    let session = session_of(&response);
    assert_eq!(session.status, VerificationSessionStatus::Canceled);
    assert_eq!(session.url, None);
}

#[test]
fn a_redacted_session() {
    let mut response = new_session();
    response["status"] = "verified".into();
    response["redaction"] = json!({ "status": "processing" });
    response["verified_outputs"] = json!({
        "address": null, "dob": null, "email": "[redacted]", "first_name": "[redacted]",
        "id_number": "[redacted]", "id_number_type": null, "last_name": "[redacted]",
        "phone": "[redacted]", "sex": "[redacted]", "unparsed_sex": "[redacted]"
    });
    let session = session_of(&response);
    let redaction = session.redaction.expect("is set");
    assert_eq!(
        redaction.status,
        VerificationSessionRedactionStatus::Processing
    );
    let outputs = session.verified_outputs.expect("is set");
    assert_eq!(outputs.sex, Some(VerifiedOutputsSex::Redacted));
    assert_eq!(outputs.first_name.as_deref(), Some("[redacted]"));
}

#[test]
fn a_report() {
    let report = report_of(&document_report());
    assert_eq!(report.id, "vr_1MadeUpForTheTests000001");
    assert_eq!(report.type_, VerificationReportType::Document);
    assert!(
        report
            .verification_session
            .is_some_and(|id| id == "vs_1MadeUpForTheTests000001")
    );
    let document = report.document.expect("is set");
    assert_eq!(document.status, DocumentReportStatus::Verified);
    assert_eq!(document.sex, Some(DocumentReportSex::Female));
    assert_eq!(document.dob.and_then(|dob| dob.day), Some(31));
    assert_eq!(
        document.expiration_date.and_then(|date| date.month),
        Some(13)
    );
    assert_eq!(document.issued_date.and_then(|date| date.year), Some(1999));
    assert_eq!(
        document.files.as_deref(),
        Some(&["file_1".to_owned(), "file_2".to_owned()][..])
    );
    assert_eq!(
        document
            .address
            .and_then(|address| address.country)
            .as_deref(),
        Some("DE")
    );
    let allowed = report
        .options
        .and_then(|options| options.document?.allowed_types);
    let allowed: Vec<String> = allowed
        .into_iter()
        .flatten()
        .map(|type_| type_.to_string())
        .collect();
    assert_eq!(allowed, ["passport", "hologram"]);
    assert_eq!(report.selfie, None);
}

#[test]
fn a_report_of_a_redacted_session() {
    let mut response = document_report();
    response["document"]["sex"] = "[redacted]".into();
    let document = report_of(&response).document.expect("is set");
    assert_eq!(document.sex, Some(DocumentReportSex::Redacted));
}

#[test]
fn an_expandable_is_an_id_or_the_object() {
    let mut response = new_session();
    response["last_verification_report"] = "vr_1MadeUpForTheTests000001".into();
    let plain = session_of(&response)
        .last_verification_report
        .expect("is set");
    assert_eq!(*plain.id(), "vr_1MadeUpForTheTests000001");
    assert_eq!(plain.as_object(), None);
    assert!(matches!(plain, Expandable::Id(_)));

    response["last_verification_report"] = document_report();
    let expanded = session_of(&response)
        .last_verification_report
        .expect("is set");
    assert_eq!(expanded.id(), plain.id());
    assert_eq!(expanded.as_object(), Some(&report_of(&document_report())));
    assert_ne!(expanded, plain);
    assert_eq!(expanded.into_object(), Some(report_of(&document_report())));
}

#[test]
fn a_page_of_a_list() {
    let mut other = new_session();
    other["id"] = "vs_1MadeUpForTheTests000002".into();
    let response = json!({
        "object": "list", "url": "/v1/identity/verification_sessions", "has_more": true,
        "data": [new_session(), other]
    });
    let recorder = Recorder::answering(200, &response.to_string());
    let page: List<VerificationSession> =
        send(&recorder.client(), &session::list()).expect("a page");
    assert!(page.has_more);
    assert_eq!(page.url, "/v1/identity/verification_sessions");
    let ids: Vec<&str> = page.iter().map(|session| session.id.as_str()).collect();
    assert_eq!(
        ids,
        ["vs_1MadeUpForTheTests000001", "vs_1MadeUpForTheTests000002"]
    );
    let ids: Vec<_> = (&page)
        .into_iter()
        .map(|session| session.id.clone())
        .collect();
    assert_eq!(
        page.into_iter()
            .map(|session| session.id)
            .collect::<Vec<_>>(),
        ids
    );
}

#[test]
fn a_page_of_reports() {
    let response = json!({ "object": "list", "has_more": false, "data": [document_report()] });
    let recorder = Recorder::answering(200, &response.to_string());
    let page = send(&recorder.client(), &report::list()).expect("a page");
    assert!(!page.has_more);
    assert_eq!(page.data, [report_of(&document_report())]);
}

// Stripe's own examples

#[test]
fn the_published_examples_are_read_without_loss() {
    let path = "../shared/stripe-openapi/fixtures-identity.json";
    let fixtures = match document::read(path) {
        Ok(text) => serde_json::from_str::<Value>(&text).expect("the fixtures are JSON"),
        Err(error) if std::env::var_os("CI").is_some_and(|ci| ci == "true") => {
            panic!("{path}: {error}; in CI no test may be left out")
        }
        Err(_) => {
            // Not `eprintln!`, which is not seen when a test passes.
            writeln!(std::io::stderr(), "left out: {path} is not there").expect("stderr is open");
            return;
        }
    };
    let mut read_so_far = 0;
    for (object, example) in document::members(&fixtures) {
        let written = match object {
            "identity.verification_session" => read(&session::retrieve("vs_123"), example),
            "identity.verification_report" => read(&report::retrieve("vr_123"), example),
            _ => panic!("no test reads {object}"),
        };
        assert_eq!(written.unwrap(), without_nulls(example), "{object}");
        read_so_far += 1;
    }
    assert_eq!(read_so_far, 2);
}

/// `null` means the same as absence, and is not written.
fn without_nulls(value: &Value) -> Value {
    match value {
        Value::Object(members) => {
            let members = members.iter().filter(|(_, value)| !value.is_null());
            members
                .map(|(name, value)| (name.clone(), without_nulls(value)))
                .collect()
        }
        Value::Array(values) => values.iter().map(without_nulls).collect(),
        plain => plain.clone(),
    }
}
