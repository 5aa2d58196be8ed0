//! Requests made up by chance from what the document allows.
//!
//! Each run makes others. A failure names its seed: `VALIDATOR_SEED=…` makes the same again, and
//! `VALIDATOR_CASES=…` says how many of each operation.

use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::env;
use std::hash::{BuildHasher, RandomState};
use std::thread;

use proptest::test_runner::{Config, RngAlgorithm, TestCaseError, TestError, TestRng, TestRunner};
use serde_json::{Value, json};
use stripe_identity_conformance::Tally;
use stripe_identity_tests::calls;
use stripe_identity_tests::document::{
    Document, Kind, Operation, Parameter, elements, members, text,
};

use crate::expected::Expected;
use crate::server::Validator;
use crate::strategy;

/// The operations, by what the tests call them.
const OPERATIONS: [(&str, &str); 8] = [
    ("sessions.create", "POST /v1/identity/verification_sessions"),
    (
        "sessions.update",
        "POST /v1/identity/verification_sessions/{session}",
    ),
    (
        "sessions.cancel",
        "POST /v1/identity/verification_sessions/{session}/cancel",
    ),
    (
        "sessions.redact",
        "POST /v1/identity/verification_sessions/{session}/redact",
    ),
    (
        "sessions.retrieve",
        "GET /v1/identity/verification_sessions/{session}",
    ),
    ("sessions.list", "GET /v1/identity/verification_sessions"),
    (
        "reports.retrieve",
        "GET /v1/identity/verification_reports/{report}",
    ),
    ("reports.list", "GET /v1/identity/verification_reports"),
];

/// How many requests of each operation, unless the environment says otherwise.
const CASES: u32 = 500;

/// Sends them, in two threads.
pub(crate) fn check(validator: &Validator, tally: &mut Tally) {
    let number = |name: &str| env::var(name).ok()?.parse::<u64>().ok();
    let seed = number("VALIDATOR_SEED").unwrap_or_else(|| RandomState::new().hash_one(0));
    let cases = number("VALIDATOR_CASES").and_then(|cases| u32::try_from(cases).ok());
    let cases = cases.unwrap_or(CASES);
    let document = Document::read();
    let operations = document.operations();
    assert_eq!(
        operations.len(),
        OPERATIONS.len(),
        "the document has other operations"
    );

    let (front, back) = OPERATIONS.split_at(OPERATIONS.len() / 2);
    let run_all = |of: &[(&str, &'static str)]| -> Vec<(&'static str, Outcome)> {
        let each = of.iter().map(|&(name, line)| {
            let operation = operations.iter().find(|operation| operation.line == line);
            let operation = operation.unwrap_or_else(|| panic!("{line} is gone"));
            (line, run(validator, name, operation, seed, cases))
        });
        each.collect()
    };
    let outcomes = thread::scope(|scope| {
        let back = scope.spawn(|| run_all(back));
        let mut outcomes = run_all(front);
        outcomes.extend(back.join().expect("it gives an outcome"));
        outcomes
    });
    for (line, outcome) in outcomes {
        for _ in 0..outcome.passed {
            tally.case(line, "generated", Ok::<_, &str>(()));
        }
        if let Some(failure) = outcome.failure {
            tally.case(line, format!("VALIDATOR_SEED={seed}"), Err(failure));
            continue;
        }
        for (parameter, was_set) in outcome.parameters {
            let result = was_set.then_some(()).ok_or("never was");
            tally.case(ALL_SET, format!("{parameter} of {line}"), result);
        }
    }
    tally.note(ALL_SET, format!("VALIDATOR_SEED={seed}"));
}

const ALL_SET: &str = "parameters of the document that were set";

/// How the requests of one operation went.
struct Outcome {
    passed: usize,
    /// The smallest request that did not come through, and why.
    failure: Option<String>,
    /// Each that there is, and whether it was set.
    parameters: Vec<(String, bool)>,
}

fn run(validator: &Validator, name: &str, operation: &Operation, seed: u64, cases: u32) -> Outcome {
    let config = Config {
        cases,
        failure_persistence: None,
        ..Config::default()
    };
    let mut bytes = [0; 32];
    for (into, byte) in bytes.iter_mut().zip(seed.to_le_bytes()) {
        *into = byte;
    }
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &bytes);
    let passed = Cell::new(0);
    let failed = Cell::new(false);
    let set = RefCell::new(BTreeSet::new());
    let result = TestRunner::new_with_rng(config, rng).run(&strategy::call(operation), |call| {
        let line = operation.line.split('/').map(|segment| match segment {
            template if template.starts_with('{') => text(&call["id"]),
            segment => segment,
        });
        let line: Vec<&str> = line.collect();
        let parameters = strategy::as_sent(&call["params"]).unwrap_or_else(|| json!({}));
        let names = names_in(&parameters);
        let expected = Expected::new(operation, &line.join("/"), parameters);
        let mut sender = validator;
        let result = expected.compare(calls::send(name, &call, &mut sender));
        failed.set(failed.get() || result.is_err());
        if !failed.get() {
            passed.set(passed.get() + 1);
            set.borrow_mut().extend(names);
        }
        result.map_err(TestCaseError::fail)
    });
    let failure = result.err().map(|error| match error {
        TestError::Fail(why, call) => format!("{why}\n    the smallest such call: {call}"),
        TestError::Abort(why) => why.to_string(),
    });
    let set = set.into_inner();
    let parameters = operation.parameters.iter().filter(|one| !is_never_set(one));
    let parameters = parameters.map(|parameter| {
        let was_set = set.iter().any(|(name, is_empty)| {
            let mut known = operation.parameters_sent_as(name);
            known.any(|known| known == parameter) && (parameter.kind != Kind::Clear || *is_empty)
        });
        (
            format!("{} ({:?})", parameter.name, parameter.kind),
            was_set,
        )
    });
    Outcome {
        passed: passed.get(),
        failure,
        parameters: parameters.collect(),
    }
}

/// Stripe's words say that empty metadata clears all of it. The schema does not, so that the
/// validator refuses what is right: a listed exception of the table.
fn is_never_set(parameter: &Parameter) -> bool {
    parameter.name == "metadata" && parameter.kind == Kind::Clear
}

/// The names of all that is sent, such as `expand[0]`, and whether it is empty.
fn names_in(parameters: &Value) -> Vec<(String, bool)> {
    fn visit(name: &str, value: &Value, found: &mut Vec<(String, bool)>) {
        for (member, value) in members(value) {
            visit(&format!("{name}[{member}]"), value, found);
        }
        for (index, value) in elements(value).enumerate() {
            visit(&format!("{name}[{index}]"), value, found);
        }
        if !value.is_object() && !value.is_array() {
            found.push((name.to_owned(), value == ""));
        }
    }
    let mut found = Vec::new();
    for (name, value) in members(parameters) {
        visit(name, value, &mut found);
    }
    found
}
