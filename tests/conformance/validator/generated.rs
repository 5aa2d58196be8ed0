//! Requests made up by chance from what the document allows.
//!
//! Each run makes others. A failure names its seed: `VALIDATOR_SEED=…` makes the same again, and
//! `VALIDATOR_CASES=…` says how many of each operation.

use std::cell::Cell;
use std::env;
use std::hash::{BuildHasher, RandomState};
use std::thread;

use proptest::test_runner::{Config, RngAlgorithm, TestCaseError, TestError, TestRng, TestRunner};
use stripe_identity_conformance::Tally;
use stripe_identity_tests::calls;
use stripe_identity_tests::document::{Document, Operation, pairs, text};

use crate::expected::Expected;
use crate::server::Validator;
use crate::strategy;

/// How many requests of each operation, unless the environment says otherwise.
const CASES: u32 = 500;

/// Sends them, on two threads.
pub(crate) fn check(validator: &Validator, tally: &mut Tally) {
    let number = |name: &str| env::var(name).ok()?.parse::<u64>().ok();
    let seed = number("VALIDATOR_SEED").unwrap_or_else(|| RandomState::new().hash_one(0));
    let cases = number("VALIDATOR_CASES").and_then(|cases| u32::try_from(cases).ok());
    let cases = cases.unwrap_or(CASES);
    let operations = Document::read().operations();
    let (front, back) = operations.split_at(operations.len() / 2);
    let run_all = |operations: &[Operation]| -> Vec<_> {
        let run = |operation| run(validator, operation, seed, cases);
        operations.iter().map(run).collect()
    };
    let outcomes = thread::scope(|scope| {
        let back = scope.spawn(|| run_all(back));
        let mut outcomes = run_all(front);
        outcomes.extend(back.join().expect("it gives an outcome"));
        outcomes
    });
    for (operation, (passed, failure)) in operations.iter().zip(outcomes) {
        for _ in 0..passed {
            tally.case(&operation.line, "generated", Ok::<_, &str>(()));
        }
        if let Some(failure) = failure {
            tally.case(
                &operation.line,
                format!("VALIDATOR_SEED={seed}"),
                Err(failure),
            );
        }
    }
}

/// How many requests came through, and the smallest that did not, with the reason.
fn run(
    validator: &Validator,
    operation: &Operation,
    seed: u64,
    cases: u32,
) -> (usize, Option<String>) {
    let config = Config {
        cases,
        failure_persistence: None,
        ..Config::default()
    };
    let mut bytes = [0; 32];
    bytes[..8].copy_from_slice(&seed.to_le_bytes());
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &bytes);
    let document = Document::read();
    let passed = Cell::new(0);
    let result = TestRunner::new_with_rng(config, rng).run(&strategy::call(operation), |call| {
        let line = operation.line.split('/').map(|segment| match segment {
            template if template.starts_with('{') => text(&call["id"]),
            segment => segment,
        });
        let line = line.collect::<Vec<_>>().join("/");
        let sent = pairs(&call["params"]);
        let sent: Vec<_> = sent
            .iter()
            .map(|(name, value)| (&**name, &**value))
            .collect();
        let mut sender = validator;
        if let Some(answer) = calls::send(&operation.line, &call, &mut sender) {
            let result = Expected::new(&document, &line, &sent).compare(answer);
            result.map_err(TestCaseError::fail)?;
            passed.set(passed.get() + 1);
        }
        Ok(())
    });
    let failure = result.err().map(|error| match error {
        TestError::Fail(why, call) => format!("{why}\n    the smallest such call: {call}"),
        TestError::Abort(why) => why.to_string(),
    });
    (passed.get(), failure)
}
