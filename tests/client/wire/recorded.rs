//! What the official clients put on the wire, recorded in `tests/vectors`. Where the two differ,
//! either is right.

use serde_json::Value;
use stripe_identity::verification_session as session;
use stripe_identity_tests::calls;
use stripe_identity_tests::document::{self, elements, members, text};
use stripe_identity_tests::recorder::{Recorder, sent_by};
use stripe_identity_tests::requests::OnTheWire;

use super::{Pairs, Request, form, header, line, query, sorted};

/// A call that this client refuses, since servers would read `metadata[a[b]]` as something else.
const REFUSED: &str = "create_metadata_bracket_key";

fn pairs(value: &Value) -> Pairs {
    let pair = |pair: &Value| (text(&pair[0]).to_owned(), text(&pair[1]).to_owned());
    elements(value).map(pair).collect()
}

const POSSIBLE: &str = "none of the official clients' calls is impossible";

/// Calls by a client with settings of its own, or after another.
fn call_by_another_client(name: &str) -> Option<Request> {
    let recorder = Recorder::answering(418, "{}");
    let client = recorder.builder();
    let request = match name {
        "client_level_account_and_version" => {
            let client = client.account("acct_client").api_version("2023-08-16");
            let client = client.app_info("app", Some("1.0"), None).build();
            let client = client.expect(POSSIBLE);
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
    let vectors = document::read("tests/vectors/wire_requests.json").expect("the vectors");
    let vectors: Value = serde_json::from_str(&vectors).expect("the vectors are JSON");
    for vector in elements(&vectors) {
        let name = text(&vector["name"]);
        let request = match call_by_another_client(name) {
            Some(request) => Ok(request),
            None => calls::send_recorded(vector, &mut OnTheWire),
        };
        if name == REFUSED {
            assert!(request.unwrap_err().is_invalid_argument(), "{name}");
            continue;
        }
        let request = request.unwrap_or_else(|error| panic!("{name}: {error}"));
        let recorded: Vec<_> = members(&vector["recorded"]).map(|(_, one)| one).collect();
        assert_eq!(recorded.len(), 2, "{name}");
        let agrees = recorded.iter().any(|recorded| {
            line(&request) == format!("{} {}", text(&recorded["method"]), text(&recorded["path"]))
                && sorted(query(&request)) == sorted(pairs(&recorded["query"]))
                && sorted(form(&request)) == sorted(pairs(&recorded["form"]))
        });
        assert!(agrees, "{name}: sent {request:?}, recorded {recorded:#?}");
        for name in ["Stripe-Account", "Stripe-Context"] {
            let expected = recorded[0]["headers"][name].as_str();
            assert_eq!(header(&request, name), expected, "{vector}");
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
