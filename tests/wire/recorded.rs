//! What the official clients put on the wire: the vectors of `tests/vectors`.
//!
//! Where the two clients differ, either is right. Where this client chooses otherwise, it is
//! listed here, with the reason.

use bytes::Bytes;
use serde_json::{Map, Value};
use stripe_identity::verification_report as report;
use stripe_identity::verification_session::{
    self as session, CreateOptions, CreateOptionsDocument, CreateProvidedDetails,
    CreateRelatedPerson, UpdateProvidedDetails,
};
use stripe_identity::{Clearable, Error, Metadata, RangeQuery, RequestOptions, Timestamp};
use stripe_identity_tests::document::{self, elements, members, text};
use stripe_identity_tests::recorder::{Recorder, sent, sent_by};
use stripe_runtime::{FormEncoder, FormValue};

use super::{Pairs, decoded, form, header, line, query};

/// Vectors that go another way here, and why. None of them is normative.
const CHOICES: [(&str, &str); 4] = [
    (
        "create_metadata_bracket_key",
        "`metadata[a[b]]` is read as something else than was meant",
    ),
    (
        "vs_é",
        "URL parsers on the way may decode what is percent-encoded",
    ),
    (
        "vs_1\n",
        "URL parsers on the way may decode what is percent-encoded",
    ),
    (
        "vs:1",
        "no id of Stripe's holds anything but letters, digits, `_` and `-`",
    ),
];

fn is_refused_by_choice(name: &str) -> bool {
    CHOICES.iter().any(|(refused, _)| *refused == name)
}

fn vectors(name: &str) -> Vec<Value> {
    let text = document::read(&format!("tests/vectors/{name}")).expect("the vectors are there");
    serde_json::from_str(&text).expect("the vectors are JSON")
}

fn pairs(value: &Value) -> Pairs {
    let pair = |pair: &Value| (text(&pair[0]).to_owned(), text(&pair[1]).to_owned());
    elements(value).map(pair).collect()
}

fn sorted(mut pairs: Pairs) -> Pairs {
    pairs.sort_unstable();
    pairs
}

const POSSIBLE: &str = "none of the official clients' calls is impossible";

/// Calls that are told in words.
fn call_in_words(name: &str) -> Option<http::Request<Bytes>> {
    let recorder = Recorder::answering(418, "{}");
    let client = recorder.builder();
    let pages = || session::list().limit(2);
    let forward = || {
        pages()
            .status("verified")
            .created(5..)
            .expand(["data.verified_outputs"])
    };
    let request = match name {
        "list_created_date_object" => {
            sent(&session::list().created(Timestamp::from_unix_seconds(1_704_164_645)..))
        }
        "client_level_account_and_version" => {
            let client = client.account("acct_client").api_version("2023-08-16");
            let client = client
                .app_info("app", Some("1.0"), None)
                .build()
                .expect(POSSIBLE);
            sent_by(&client, &recorder, &session::retrieve("vs_1"))
        }
        "create_with_retries_enabled" => {
            let client = client.max_retries(2).build().expect(POSSIBLE);
            sent_by(&client, &recorder, &session::create().type_("document"))
        }
        "telemetry_2nd" => {
            let client = client.build().expect(POSSIBLE);
            sent_by(&client, &recorder, &session::retrieve("vs_1")).expect(POSSIBLE);
            sent_by(&client, &recorder, &session::retrieve("vs_2"))
        }
        "autopage_forward#1" => sent(&forward()),
        "autopage_forward#2" => sent(&forward().starting_after("vs_2")),
        "autopage_backward#2" => sent(&pages().ending_before("vs_4")),
        "autopage_backward#3" => sent(&pages().ending_before("vs_2")),
        "autopage_empty_page_has_more" => sent(&pages()),
        _ => return None,
    };
    Some(request.expect(POSSIBLE))
}

fn call(
    operation: &str,
    call: &Value,
    options: RequestOptions,
) -> Result<http::Request<Bytes>, Error> {
    let id = text(&call["id"]);
    let parameters = call["params"].as_object().cloned().unwrap_or_default();
    match operation {
        "sessions.create" => sent(&create(&parameters).with_options(options)),
        "sessions.retrieve" if parameters.is_empty() => {
            sent(&session::retrieve(id).with_options(options))
        }
        "sessions.update" => sent(&update(id, &parameters).with_options(options)),
        "sessions.list" => sent(&list(&parameters).with_options(options)),
        "reports.list" => sent(&list_reports(&parameters).with_options(options)),
        _ => panic!("the tests know no `{operation}`"),
    }
}

fn options(call: &Value) -> RequestOptions {
    let given = call["ascii_only_options"]
        .as_object()
        .or(call["options"].as_object());
    given
        .into_iter()
        .flatten()
        .fold(RequestOptions::new(), |options, (name, value)| {
            match name.as_str() {
                "idempotency_key" => options.idempotency_key(text(value)),
                "stripe_account" => options.account(text(value)),
                "stripe_context" => options.context(text(value)),
                "api_key" => options.api_key(text(value)),
                _ => panic!("the tests know no option `{name}`"),
            }
        })
}

fn create(parameters: &Map<String, Value>) -> session::CreateVerificationSession {
    parameters
        .iter()
        .fold(session::create(), |request, (name, value)| {
            match name.as_str() {
                "client_reference_id" => request.client_reference_id(text(value)),
                "expand" => request.expand(elements(value).map(text)),
                "metadata" => request.metadata(metadata(value)),
                "options" => {
                    request.options(CreateOptions::new().document(document_options(value)))
                }
                "provided_details" => request.provided_details(all(value).fold(
                    CreateProvidedDetails::new(),
                    |details, (name, value)| match name {
                        "email" => details.email(value),
                        "phone" => details.phone(value),
                        _ => panic!("the tests know no `provided_details[{name}]`"),
                    },
                )),
                "related_customer" => request.related_customer(text(value)),
                "related_customer_account" => request.related_customer_account(text(value)),
                "related_person" => {
                    let [account, person] = ["account", "person"].map(|name| text(&value[name]));
                    assert_eq!(all(value).count(), 2, "`related_person` has more");
                    request.related_person(CreateRelatedPerson::new(account, person))
                }
                "return_url" => request.return_url(text(value)),
                "type" => request.type_(text(value)),
                "verification_flow" => request.verification_flow(text(value)),
                _ => panic!("the tests know no `{name}`"),
            }
        })
}

fn update(id: &str, parameters: &Map<String, Value>) -> session::UpdateVerificationSession {
    parameters
        .iter()
        .fold(session::update(id), |request, (name, value)| {
            match name.as_str() {
                "metadata" => request.metadata(metadata(value)),
                "provided_details" => request.provided_details(all(value).fold(
                    UpdateProvidedDetails::new(),
                    |details, (name, value)| match name {
                        "email" => details.email(value),
                        "phone" => details.phone(value),
                        _ => panic!("the tests know no `provided_details[{name}]`"),
                    },
                )),
                _ => panic!("the tests know no `{name}`"),
            }
        })
}

fn list(parameters: &Map<String, Value>) -> session::ListVerificationSessions {
    parameters
        .iter()
        .fold(session::list(), |request, (name, value)| {
            match name.as_str() {
                "ending_before" => request.ending_before(text(value)),
                "expand" => request.expand(elements(value).map(text)),
                "limit" => request.limit(value.as_i64().expect("an integer")),
                _ => panic!("the tests know no `{name}`"),
            }
        })
}

fn list_reports(parameters: &Map<String, Value>) -> report::ListVerificationReports {
    parameters
        .iter()
        .fold(report::list(), |request, (name, value)| {
            match name.as_str() {
                "client_reference_id" => request.client_reference_id(text(value)),
                "created" => request.created(members(value).fold(
                    RangeQuery::new(),
                    |range, (bound, value)| match (bound, value.as_i64().expect("an integer")) {
                        ("gte", value) => range.gte(value),
                        _ => panic!("the tests know no `created[{bound}]`"),
                    },
                )),
                "limit" => request.limit(value.as_i64().expect("an integer")),
                "type" => request.type_(text(value)),
                "verification_session" => request.verification_session(text(value)),
                _ => panic!("the tests know no `{name}`"),
            }
        })
}

/// The members of an object of strings.
fn all(value: &Value) -> impl Iterator<Item = (&str, &str)> {
    members(value).map(|(name, value)| (name, value.as_str().expect("a string")))
}

fn metadata(value: &Value) -> Metadata {
    if value == "" {
        return Metadata::clear();
    }
    members(value).fold(Metadata::new(), |metadata, (key, value)| match value {
        Value::Null => metadata.unset(key),
        value => metadata.set(key, value.as_str().expect("a string")),
    })
}

fn document_options(options: &Value) -> Clearable<CreateOptionsDocument> {
    assert_eq!(
        members(options).count(),
        1,
        "`options` has more than `document`"
    );
    if options["document"] == "" {
        return Clearable::Clear;
    }
    let flag = |value: &Value| value.as_bool().expect("true or false");
    let set = |document: CreateOptionsDocument, (name, value): (&str, &Value)| match name {
        "allowed_types" => document.allowed_types(elements(value).map(text)),
        "require_id_number" => document.require_id_number(flag(value)),
        "require_live_capture" => document.require_live_capture(flag(value)),
        "require_matching_selfie" => document.require_matching_selfie(flag(value)),
        _ => panic!("the tests know no `options[document][{name}]`"),
    };
    let document = members(&options["document"]);
    Clearable::Set(document.fold(CreateOptionsDocument::new(), set))
}

#[test]
fn calls_are_sent_as_one_of_the_official_clients_does() {
    for vector in vectors("wire_requests.json") {
        let name = text(&vector["name"]);
        let request = match call_in_words(name) {
            Some(request) => Ok(request),
            None => call(
                text(&vector["operation"]),
                &vector["call"],
                options(&vector["call"]),
            ),
        };
        if is_refused_by_choice(name) {
            assert!(request.unwrap_err().is_invalid_argument(), "{name}");
            continue;
        }
        let request = request.unwrap_or_else(|error| panic!("{name}: {error}"));
        let recorded: Vec<&Value> = members(&vector["recorded"])
            .map(|(_, recorded)| recorded)
            .collect();
        assert_eq!(recorded.len(), 2, "{name}");
        let agrees = recorded.iter().any(|recorded| {
            line(&request) == format!("{} {}", text(&recorded["method"]), text(&recorded["path"]))
                && sorted(query(&request)) == sorted(pairs(&recorded["query"]))
                && sorted(form(&request)) == sorted(pairs(&recorded["form"]))
        });
        assert!(agrees, "{name}: sent {request:?}, recorded {recorded:#?}");
        for name in ["Stripe-Account", "Stripe-Context"] {
            assert_eq!(
                header(&request, name),
                recorded[0]["headers"][name].as_str(),
                "{vector}"
            );
        }
        let key = vector["call"].pointer("/options/idempotency_key").map(text);
        if let Some(key) = key.filter(|key| key.is_ascii()) {
            assert_eq!(header(&request, "idempotency-key"), Some(key), "{name}");
        }
        if recorded[0]["headers"]["Stripe-Version"] == "2023-08-16" {
            assert_eq!(
                header(&request, "stripe-version"),
                Some("2023-08-16"),
                "{name}"
            );
        }
    }
}

// Form encoding, of what has no type

/// Parameters of a vector, by the types of the runtime.
enum Untyped {
    Absent,
    Unset,
    Time(Timestamp),
    Plain(Value),
    List(Vec<Untyped>),
    Map(Vec<(String, Untyped)>),
}

impl Untyped {
    fn of(value: &Value) -> Self {
        let map = |map: &Map<String, Value>| {
            map.iter()
                .map(|(name, value)| (name.clone(), Self::of(value)))
                .collect()
        };
        match value {
            Value::Object(special) if special.keys().any(|name| name.starts_with('$')) => {
                match special.iter().next() {
                    Some((name, seconds)) if name == "$ts" => {
                        Self::Time(seconds.as_i64().expect("an integer").into())
                    }
                    Some((name, _)) if name == "$unset" => Self::Unset,
                    Some((name, _)) if name == "$absent" => Self::Absent,
                    _ => panic!("the tests know no {value}"),
                }
            }
            Value::Object(members) => Self::Map(map(members)),
            Value::Array(values) => Self::List(values.iter().map(Self::of).collect()),
            plain => Self::Plain(plain.clone()),
        }
    }

    /// The same as JSON alone.
    fn json(&self) -> Option<Value> {
        Some(match self {
            Self::Absent => return None,
            Self::Unset => Value::Null,
            Self::Time(time) => time.as_unix_seconds().into(),
            Self::Plain(value) => value.clone(),
            Self::List(values) => values.iter().filter_map(Self::json).collect(),
            Self::Map(members) => members
                .iter()
                .filter_map(|(name, value)| Some((name.clone(), value.json()?)))
                .collect(),
        })
    }
}

impl FormValue for Untyped {
    fn encode(&self, form: &mut FormEncoder) {
        match self {
            Self::Absent => None::<String>.encode(form),
            Self::Unset => Clearable::<String>::Clear.encode(form),
            Self::Time(time) => time.encode(form),
            Self::Plain(value) => value.encode(form),
            Self::List(values) => values.encode(form),
            Self::Map(members) => {
                for (name, value) in members {
                    form.entry(name, value);
                }
            }
        }
    }
}

#[test]
fn forms_are_encoded_as_the_official_clients_do() {
    for vector in vectors("form_encoding.json") {
        let name = text(&vector["name"]);
        let parameters = Untyped::of(&vector["params"]);
        let mut typed = FormEncoder::new();
        parameters.encode(&mut typed);
        let mut json = FormEncoder::new();
        parameters.json().expect("parameters").encode(&mut json);
        for encoded in [typed.finish(), json.finish()] {
            if vector["expect"]["error"].is_string() {
                assert!(encoded.is_err(), "{name}");
                continue;
            }
            let encoded = encoded.unwrap_or_else(|error| panic!("{name}: {error}"));
            assert_eq!(
                decoded(encoded.as_bytes()),
                pairs(&vector["expect"]["pairs"]),
                "{name}"
            );
            assert_eq!(
                encoded,
                text(&vector["expect"]["wire_percent_brackets"]),
                "{name}"
            );
        }
    }
}

#[test]
fn paths_hold_the_ids_that_cannot_change_them() {
    for vector in vectors("path_encoding.json") {
        assert_eq!(vector["operation"], "verification_sessions.retrieve");
        let id = text(&vector["id"]);
        let request = sent(&session::retrieve(id));
        if vector["expect"]["error"] == "invalid_params" || is_refused_by_choice(id) {
            assert!(request.unwrap_err().is_invalid_argument(), "{id:?}");
            assert_eq!(vector["normative"], false, "{id:?}");
        } else {
            assert_eq!(line(&request.unwrap()), text(&vector["expect"]["request"]));
        }
    }
}
