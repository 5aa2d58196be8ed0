//! Thousands of spoiled documents and selections: never a panic, a hang, or sources that are no Rust.
//!
//! Each mutant has a seed of its own, which a failure names. `MUTATION_SEED=… MUTATION_COUNT=1` makes that one again;
//! `MUTATION_COUNT=100000` runs longer than usual.

#![expect(
    clippy::print_stderr,
    clippy::print_stdout,
    reason = "seeds are printed, and what is left out"
)]

mod check;
#[path = "../support/files.rs"]
mod files;
mod hostile;
mod places;
mod random;
mod text;
mod value;
mod words;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use serde_json::Value;

use check::{Outcome, check};
use files::{root, shared};
use random::Random;
use value::Places;

/// Where the numbers begin if nobody says otherwise.
const SEED: u64 = 20_260_930;
/// Far more than any mutant takes, on a busy machine and without optimisation.
const WATCHDOG: Duration = Duration::from_secs(120);
/// Mutants are made on as many threads.
const THREADS: u64 = 2;

fn spec(name: &str) -> Vec<u8> {
    fs::read(root().join("spec").join(name)).expect(name)
}

fn number(variable: &str) -> Option<u64> {
    let value = std::env::var(variable).ok()?;
    Some(value.parse().expect(variable))
}

/// A mutant: a document, a selection, and what was done to them.
struct Mutant {
    document: Vec<u8>,
    selection: Vec<u8>,
    what: String,
}

/// Makes mutants and looks at what becomes of each; as many as are asked for, or `usual`.
fn run(name: &str, usual: u64, make: impl Fn(&mut Random) -> Mutant + Send + Sync) {
    let seed = number("MUTATION_SEED").unwrap_or(SEED);
    let count = number("MUTATION_COUNT").unwrap_or(usual);
    println!("{name}: MUTATION_SEED={seed} MUTATION_COUNT={count}");
    look_at(name, count, &|index| {
        let seed = seed + index;
        let mut mutant = make(&mut Random::new(seed));
        mutant.what = format!("MUTATION_SEED={seed} MUTATION_COUNT=1: {}", mutant.what);
        mutant
    });
}

/// Looks at what becomes of each of some mutants.
fn look_at(name: &str, count: u64, make: &(dyn Fn(u64) -> Mutant + Send + Sync)) {
    let (sender, receiver) = mpsc::channel();
    let tally = thread::scope(|scope| {
        for thread in 0..THREADS.min(count) {
            let sender = sender.clone();
            thread::Builder::new()
                .name(format!("{name} {thread}"))
                // What a test has, whatever RUST_MIN_STACK says.
                .stack_size(2 << 20)
                .spawn_scoped(scope, move || {
                    for index in (thread..count).step_by(usize::try_from(THREADS).unwrap_or(1)) {
                        let mutant = make(index);
                        // A stack that overflows ends the process without a word: this is the word.
                        record(name, thread, &mutant.what);
                        let outcome = check(&mutant.document, &mutant.selection);
                        let outcome = outcome.map_err(|error| format!("{}: {error}", mutant.what));
                        if sender.send(outcome).is_err() {
                            return;
                        }
                    }
                })
                .expect("a thread");
        }
        drop(sender);
        let mut tally = Tally::default();
        loop {
            match receiver.recv_timeout(WATCHDOG) {
                Ok(Ok(Outcome::Accepted)) => tally.accepted += 1,
                Ok(Ok(Outcome::Refused)) => tally.refused += 1,
                Ok(Err(failure)) => tally.failures.push(failure),
                Err(RecvTimeoutError::Disconnected) => return tally,
                Err(RecvTimeoutError::Timeout) => {
                    // A thread that does not end cannot be waited for.
                    eprintln!("{name}: one of these does not end: {}", recorded(name));
                    std::process::abort();
                }
            }
        }
    });
    let Tally {
        accepted,
        refused,
        failures,
    } = tally;
    println!("{name}: {accepted} accepted, {refused} refused");
    let shown = failures.len().min(SHOWN);
    assert!(
        failures.is_empty(),
        "{name}: {} failures, among them:\n{}",
        failures.len(),
        failures[..shown].join("\n")
    );
}

/// What became of the mutants.
#[derive(Default)]
struct Tally {
    accepted: usize,
    refused: usize,
    failures: Vec<String>,
}

/// How many failures are shown of each kind of mutants.
const SHOWN: usize = 10;

fn record_path(name: &str, thread: u64) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("mutant-{name}-{thread}"))
}

fn record(name: &str, thread: u64, what: &str) {
    let _ = fs::write(record_path(name, thread), what);
}

fn recorded(name: &str) -> String {
    let records = (0..THREADS).map(|thread| fs::read_to_string(record_path(name, thread)));
    records.flatten().collect::<Vec<_>>().join("; ")
}

/// Spoils values once, or up to three times.
fn spoil(document: &Value, places: &Places, random: &mut Random) -> (Value, String) {
    let mut spoiled = document.clone();
    let times = if random.one_in(3) {
        2 + random.below(2)
    } else {
        1
    };
    let what: Vec<String> = (0..times)
        .map(|_| value::mutate(&mut spoiled, places, random))
        .collect();
    (spoiled, what.join(", "))
}

#[test]
fn values_of_the_slice() {
    let document: Value = serde_json::from_slice(&spec("openapi.json")).expect("JSON");
    let selection = spec("selection.toml");
    let places = Places::of(&document);
    run("values-of-the-slice", 1000, |random| {
        let (document, what) = spoil(&document, &places, random);
        // With the names and events of the selection, or with nothing but the document.
        let selection = if random.one_in(2) {
            selection.clone()
        } else {
            b"all = true\n".to_vec()
        };
        let document = if random.one_in(8) {
            // Flow style: the same text, read as YAML.
            format!("---\n{document}")
        } else {
            document.to_string()
        };
        Mutant {
            document: document.into_bytes(),
            selection,
            what,
        }
    });
}

#[test]
fn the_text_of_the_slice() {
    let json = spec("openapi.json");
    let value: Value = serde_json::from_slice(&json).expect("JSON");
    let yaml = serde_yaml::to_string(&value).expect("YAML").into_bytes();
    run("the-text-of-the-slice", 500, |random| {
        let mut document = if random.one_in(4) {
            yaml.clone()
        } else {
            json.clone()
        };
        let what: Vec<String> = (0..=random.below(2))
            .map(|_| text::mutate(&mut document, random))
            .collect();
        Mutant {
            document,
            selection: b"all = true\n".to_vec(),
            what: what.join(", "),
        }
    });
}

#[test]
fn the_text_of_the_selection() {
    let document = spec("openapi.json");
    let selection = spec("selection.toml");
    run("the-text-of-the-selection", 300, |random| {
        let mut selection = selection.clone();
        let what: Vec<String> = (0..=random.below(3))
            .map(|_| text::mutate(&mut selection, random))
            .collect();
        Mutant {
            document: document.clone(),
            selection,
            what: what.join(", "),
        }
    });
}

#[test]
fn what_a_selection_names() {
    let document = spec("openapi.json");
    let selection = String::from_utf8(spec("selection.toml")).expect("UTF-8");
    let strings: Vec<&str> = selection.split('"').skip(1).step_by(2).collect();
    run("what-a-selection-names", 200, |random| {
        let old = random.pick(&strings);
        let new = toml::Value::from(random.pick(words::NAMES)).to_string();
        Mutant {
            document: document.clone(),
            selection: selection
                .replacen(&format!("\"{old}\""), &new, 1)
                .into_bytes(),
            what: format!("{old:?} is {new}"),
        }
    });
}

#[test]
fn values_of_a_whole_document() {
    let Some(json) = shared("full-2023-08-16.json") else {
        return;
    };
    let document: Value = serde_json::from_slice(&json).expect("JSON");
    let places = Places::of(&document);
    // What one operation reaches is most of the document, as the body of every error is reached.
    run("values-of-a-whole-document", 16, |random| {
        let (document, what) = spoil(&document, &places, random);
        let selection: &[u8] = if random.one_in(10) {
            b"all = true\n"
        } else {
            b"paths = [\"/v1/webhook_endpoints\"]\n"
        };
        Mutant {
            document: document.to_string().into_bytes(),
            selection: selection.to_vec(),
            what,
        }
    });
}

#[test]
fn the_text_of_a_whole_document() {
    let Some(json) = shared("full-2023-08-16.json") else {
        return;
    };
    run("the-text-of-a-whole-document", 8, |random| {
        let mut document = json.clone();
        let what = text::mutate(&mut document, random);
        Mutant {
            document,
            selection: b"paths = [\"/v1/webhook_endpoints\"]\n".to_vec(),
            what,
        }
    });
}
