//! The client against express-openapi-validator: what it sends is what the document allows, and
//! is understood as it was meant.

#[path = "validator/echo.rs"]
mod echo;
#[path = "validator/exceptions.rs"]
mod exceptions;
#[path = "validator/expected.rs"]
mod expected;
#[path = "../support/files.rs"]
mod files;
#[path = "validator/generated.rs"]
mod generated;
#[path = "../support/package.rs"]
mod package;
#[path = "validator/raw.rs"]
mod raw;
#[path = "validator/refused.rs"]
mod refused;
#[path = "validator/server.rs"]
mod server;
#[path = "validator/stand_in.rs"]
mod stand_in;
#[path = "validator/strategy.rs"]
mod strategy;
#[path = "validator/wire/wire.rs"]
mod wire;

use serde_json::Value;
use stripe_identity::verification_session as session;
use stripe_identity_conformance::Tally;
use stripe_identity_tests::document::{self, Document, elements, members, text};
use stripe_identity_tests::{calls, requests};

use exceptions::Exceptions;
use expected::Expected;
use server::Validator;

#[test]
#[ignore = "needs node and npm packages; `cargo xtask conformance validator` runs it"]
fn the_requests_of_the_table_are_understood_as_they_are_meant() {
    let validator = Validator::start();
    let document = Document::read();
    let mut exceptions = Exceptions::default();
    let mut tally = Tally::new("validator: the table of requests, tests/support/requests.rs");
    let mut judge = |line: &str, pairs: &[(&str, &str)], case: &str, answer| {
        let expected = Expected::new(&document, line, pairs);
        let operation = &expected.operation;
        let result = exceptions.judge(operation, pairs, expected.compare(answer));
        tally.case(operation, case, result);
    };
    for row in requests::rows_by(&mut &validator) {
        judge(row.line, &row.pairs, row.source, row.sent);
    }
    // What generated requests leave out, since the validator does not understand it.
    let proto = validator.ask(&session::create().metadata([("__proto__", "kept")]));
    let proto_pairs = [("metadata[__proto__]", "kept")];
    judge(CREATE, &proto_pairs, "metadata `__proto__`", proto);
    let empty = validator.ask(&session::list().client_reference_id(""));
    let empty_pairs = [("client_reference_id", "")];
    judge(LIST, &empty_pairs, "an empty value in a query", empty);

    for (why, case, needed) in exceptions.needed() {
        tally.holds(
            &format!("listed: {why}"),
            case,
            needed,
            "no request sets it",
        );
    }
    tally.finish();
}

const CREATE: &str = "POST /v1/identity/verification_sessions";
const LIST: &str = "GET /v1/identity/verification_sessions";

/// A call that the client refuses before it is sent, since servers read it as something else.
const REFUSED_BY_THE_CLIENT: &str = "create_metadata_bracket_key";

#[test]
#[ignore = "needs node and npm packages; `cargo xtask conformance validator` runs it"]
fn the_recorded_calls_are_understood_as_those_of_the_official_clients() {
    let validator = Validator::start();
    let document = Document::read();
    let vectors = document::read("tests/vectors/wire_requests.json").expect("the vectors");
    let vectors: Value = serde_json::from_str(&vectors).expect("JSON");
    let mut exceptions = Exceptions::default();
    let mut tally = Tally::new("validator: recorded calls, tests/vectors/wire_requests.json");
    for vector in elements(&vectors) {
        let name = text(&vector["name"]);
        let answer = calls::send_recorded(vector, &mut &validator);
        if name == REFUSED_BY_THE_CLIENT {
            let error = answer.err().and_then(|refusal| refusal.before_sending);
            tally.case(
                "refused by the client",
                name,
                error.ok_or("it was sent").map(drop),
            );
            continue;
        }
        let results = members(&vector["recorded"]).map(|(_, recorded)| {
            let line = format!("{} {}", text(&recorded["method"]), text(&recorded["path"]));
            let pairs = [&recorded["query"], &recorded["form"]];
            let pairs = pairs.into_iter().flat_map(elements);
            let pairs: Vec<_> = pairs.map(|pair| (text(&pair[0]), text(&pair[1]))).collect();
            let expected = Expected::new(&document, &line, &pairs);
            let result = expected.compare(answer.clone());
            let result = exceptions.judge(&expected.operation, &pairs, result);
            (expected.operation, result)
        });
        // Where the official clients differ, either is right.
        let (operation, result) = results
            .reduce(|(operation, one), (_, other)| (operation, one.or(other)))
            .expect("every call was recorded");
        tally.case(&operation, name, result);
    }
    tally.finish();
}

#[test]
#[ignore = "needs node and npm packages; `cargo xtask conformance validator` runs it"]
fn generated_requests_are_understood_as_they_are_meant() {
    let validator = Validator::start();
    let mut tally = Tally::new("validator: generated requests");
    generated::check(&validator, &mut tally);
    tally.finish();
}

#[test]
#[ignore = "needs node and npm packages; `cargo xtask conformance validator` runs it"]
fn wrong_requests_are_refused_and_their_right_twins_are_not() {
    let validator = Validator::start();
    let mut tally = Tally::new("validator: wrong requests, so that it is known to look");
    refused::check(&validator, &mut tally);
    tally.finish();
}

#[test]
#[ignore = "needs node and npm packages; `cargo xtask conformance validator` runs it"]
fn the_stand_in_accepts_and_refuses_what_the_validator_does() {
    let validator = Validator::start();
    let mut tally = Tally::new("validator: the same requests to stripe-identity-fake");
    stand_in::check(&validator, &mut tally);
    tally.finish();
}

#[test]
#[ignore = "needs node and npm packages; `cargo xtask conformance validator` runs it"]
fn every_operation_sends_every_parameter_as_the_document_has_it() {
    let mut tally = Tally::new("validator: one request of every operation, and Stripe's examples");
    wire::check(&mut tally);
    tally.finish();
}
