//! What holds for every input: no panic, no hang, and either Rust or diagnostics.
//!
//! The base of a mutant is one of the small documents of the golden clients. Each mutant has a seed, which a failure
//! names: `MUTATION_SEED=… MUTATION_COUNT=1` makes that one again, and `MUTATION_COUNT=100000` runs for longer.

mod check;
mod hostile;
mod large;
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

use check::check;
use random::Random;
use value::Places;

/// The first seed.
const SEED: u64 = 20_260_930;
/// Far more than any mutant takes, on a busy machine and without optimisation.
const WATCHDOG: Duration = Duration::from_secs(120);
const THREADS: usize = 2;
/// How many failures are shown.
const SHOWN: usize = 10;

const ALL: &str = "all = true\n";
/// Small documents that have almost everything, and their selections.
const BASES: [(&str, &str); 5] = [
    (
        include_str!("golden/bank.yaml"),
        include_str!("golden/bank.toml"),
    ),
    (include_str!("golden/ledger.yaml"), ALL),
    (include_str!("golden/meters.yaml"), ALL),
    (include_str!("golden/museum.yaml"), ALL),
    (include_str!("golden/orders.yaml"), ALL),
];

/// A document, a selection, and what was done to them.
struct Mutant {
    document: Vec<u8>,
    selection: Vec<u8>,
    what: String,
}

/// Makes mutants and checks what becomes of each: `usual`, or as many as are asked for.
fn run(name: &str, usual: usize, make: impl Fn(&mut Random) -> Mutant + Sync) {
    let number = |variable| -> Option<u64> {
        let value = std::env::var(variable).ok()?;
        Some(value.parse().expect(variable))
    };
    let first = number("MUTATION_SEED").unwrap_or(SEED);
    let count = number("MUTATION_COUNT").map_or(usual, |count| {
        usize::try_from(count).expect("MUTATION_COUNT")
    });
    check_all(name, count, &|index| {
        let seed = first + u64::try_from(index).expect("a number of 64 bits");
        let mut mutant = make(&mut Random::new(seed));
        mutant.what = format!("MUTATION_SEED={seed} MUTATION_COUNT=1: {}", mutant.what);
        mutant
    });
}

/// Checks what becomes of each of some mutants.
fn check_all(name: &str, count: usize, make: &(dyn Fn(usize) -> Mutant + Sync)) {
    let (sender, receiver) = mpsc::channel();
    let failures = thread::scope(|scope| {
        for thread in 0..THREADS.min(count) {
            let sender = sender.clone();
            thread::Builder::new()
                .name(format!("{name} {thread}"))
                // The default of tests, whatever RUST_MIN_STACK is.
                .stack_size(2 << 20)
                .spawn_scoped(scope, move || {
                    for index in (thread..count).step_by(THREADS) {
                        let mutant = make(index);
                        // An overflowing stack ends the process without a message; the file names the mutant.
                        let _ = fs::write(record_path(name, thread), &mutant.what);
                        let outcome = check(&mutant.document, &mutant.selection);
                        let failure = outcome
                            .err()
                            .map(|error| format!("{}: {error}", mutant.what));
                        if sender.send(failure).is_err() {
                            return;
                        }
                    }
                })
                .expect("a thread");
        }
        drop(sender);
        let mut failures = Vec::new();
        loop {
            match receiver.recv_timeout(WATCHDOG) {
                Ok(failure) => failures.extend(failure),
                Err(RecvTimeoutError::Disconnected) => return failures,
                Err(RecvTimeoutError::Timeout) => hang(name),
            }
        }
    });
    let shown = failures.len().min(SHOWN);
    assert!(
        failures.is_empty(),
        "{name}: {} failures, among them:\n{}",
        failures.len(),
        failures[..shown].join("\n")
    );
}

/// Ends the process: a thread that hangs cannot be joined.
#[expect(clippy::print_stderr, reason = "nothing else says what hangs")]
fn hang(name: &str) -> ! {
    let records = (0..THREADS).map(|thread| fs::read_to_string(record_path(name, thread)));
    let records: Vec<String> = records.flatten().collect();
    eprintln!("{name}: one of these hangs: {}", records.join("; "));
    std::process::abort();
}

fn record_path(name: &str, thread: usize) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("mutant-{name}-{thread}"))
}

#[test]
fn values_of_documents() {
    let bases = BASES.map(|(document, selection)| {
        let document: Value = serde_yaml::from_str(document).expect("YAML");
        (Places::of(&document), document, selection)
    });
    run("values-of-documents", 400, |random| {
        let (places, document, selection) = &bases[random.below(bases.len())];
        let mut document = document.clone();
        let times = if random.one_in(3) {
            2 + random.below(2)
        } else {
            1
        };
        let what: Vec<String> = (0..times)
            .map(|_| value::mutate(&mut document, places, random))
            .collect();
        let selection = if random.one_in(2) { selection } else { ALL };
        // The mark of YAML makes the same text YAML in flow style.
        let mark = if random.one_in(8) { "---\n" } else { "" };
        Mutant {
            document: format!("{mark}{document}").into_bytes(),
            selection: selection.as_bytes().to_vec(),
            what: what.join(", "),
        }
    });
}

#[test]
fn text_of_documents() {
    let bases = BASES.map(|(yaml, _)| {
        let document: Value = serde_yaml::from_str(yaml).expect("YAML");
        [yaml.to_owned(), format!("{document:#}")]
    });
    run("text-of-documents", 400, |random| {
        let base = &bases[random.below(bases.len())];
        let mut document = base[random.below(base.len())].clone().into_bytes();
        let what: Vec<String> = (0..=random.below(2))
            .map(|_| text::mutate(&mut document, random))
            .collect();
        Mutant {
            document,
            selection: ALL.into(),
            what: what.join(", "),
        }
    });
}

#[test]
fn text_of_selections() {
    let (document, selection) = BASES[0];
    run("text-of-selections", 300, |random| {
        let mut selection = selection.as_bytes().to_vec();
        let what: Vec<String> = (0..=random.below(3))
            .map(|_| text::mutate(&mut selection, random))
            .collect();
        Mutant {
            document: document.into(),
            selection,
            what: what.join(", "),
        }
    });
}

#[test]
fn names_in_selections() {
    let (document, selection) = BASES[0];
    let strings: Vec<&str> = selection.split('"').skip(1).step_by(2).collect();
    run("names-in-selections", 200, |random| {
        let old = random.pick(&strings);
        let new = toml::Value::from(random.pick(words::NAMES)).to_string();
        Mutant {
            document: document.into(),
            selection: selection
                .replacen(&format!("\"{old}\""), &new, 1)
                .into_bytes(),
            what: format!("{old:?} is {new}"),
        }
    });
}
