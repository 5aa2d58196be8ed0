//! What the official clients put on the wire: the vectors of `tests/vectors`.
//!
//! Where the two clients differ, either is right. Where this client chooses otherwise, it is
//! listed here, with the reason.

use bytes::Bytes;
use serde_json::{Map, Value};
use stripe_identity::verification_session as session;
use stripe_identity::{Clearable, Timestamp};
use stripe_identity_tests::calls;
use stripe_identity_tests::document::{self, elements, members, text};
use stripe_identity_tests::recorder::{Recorder, sent, sent_by};
use stripe_identity_tests::requests::OnTheWire;
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

/// Calls by a client with settings of its own, or after another.
fn call_by_another_client(name: &str) -> Option<http::Request<Bytes>> {
    let recorder = Recorder::answering(418, "{}");
    let client = recorder.builder();
    let request = match name {
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
        _ => return None,
    };
    Some(request.expect(POSSIBLE))
}

#[test]
fn calls_are_sent_as_one_of_the_official_clients_does() {
    for vector in vectors("wire_requests.json") {
        let name = text(&vector["name"]);
        let request = match call_by_another_client(name) {
            Some(request) => Ok(request),
            None => calls::send_recorded(&vector, &mut OnTheWire),
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
