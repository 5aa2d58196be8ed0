//! The client and the generator, each against a reference that does the same work and no more:
//!
//! ```sh
//! cargo bench --package stripe-identity-tests                 # all, some minutes
//! cargo bench --package stripe-identity-tests -- "a list"     # the cases whose name contains this
//! ```
//!
//! Both run in turn, a few milliseconds each, so that other programs on the machine affect both. Prints the
//! median of each, the median of the ratios of neighbours with the most that it may be, and how often each
//! allocates on its thread. Fails if a ratio is too large.
#![expect(clippy::print_stdout, reason = "the figures are its output")]

use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use serde::de::DeserializeOwned;
use serde_json::Value;
use stripe_identity::List;
use stripe_identity::verification_report::VerificationReport;
use stripe_identity::verification_session::VerificationSession;
use stripe_identity_codegen::{Input, generate};

mod bench;

use bench::{data, form, http, types};

/// The most time that one case takes, apart from its first runs.
const PATIENCE: Duration = Duration::from_secs(10);
const MOST_ROUNDS: usize = 301;

/// What is measured, and how much longer than the reference it may take.
struct Case<'a> {
    name: &'a str,
    most: f64,
    /// The work is done a multiple of this many times.
    at_once: u64,
}

impl Case<'_> {
    /// Runs reference and subject in turn; tells whether the ratio is small enough.
    fn run(
        &self,
        mut reference: impl FnMut(u64) -> Duration,
        mut subject: impl FnMut(u64) -> Duration,
    ) -> bool {
        let Self {
            name,
            most,
            at_once,
        } = *self;
        if !is_asked_for(name) {
            return true;
        }
        // What is made on first use and kept is not measured.
        reference(at_once);
        subject(at_once);
        let mut allocated = [0, 0];
        let turns: [&mut dyn FnMut(u64) -> Duration; 2] = [&mut reference, &mut subject];
        for (allocated, turn) in allocated.iter_mut().zip(turns) {
            let counted = allocation_counter::measure(|| _ = turn(at_once));
            *allocated = counted.count_total / at_once;
        }

        let turn = if at_once > 1 { 0.020 } else { 0.004 };
        let once = reference(at_once).max(subject(at_once)).as_secs_f64() / as_float(at_once);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a small count"
        )]
        let (times, rounds) = (
            ((turn / once).ceil() as u64).next_multiple_of(at_once),
            (PATIENCE.as_secs_f64() / (2.0 * turn.max(once))) as usize,
        );
        let each = |duration: Duration| duration.as_secs_f64() * 1e6 / as_float(times);
        let rounds: Vec<(f64, f64)> = (0..rounds.clamp(3, MOST_ROUNDS))
            .map(|round| {
                if round % 2 == 0 {
                    let reference = each(reference(times));
                    (reference, each(subject(times)))
                } else {
                    let subject = each(subject(times));
                    (each(reference(times)), subject)
                }
            })
            .collect();
        let (references, subjects): (Vec<f64>, Vec<f64>) = rounds.iter().copied().unzip();
        let ratio = median(
            rounds
                .iter()
                .map(|(reference, subject)| subject / reference)
                .collect(),
        );
        let met = ratio <= most;
        println!(
            "{name:<26} {:>10.2} us, reference {:>10.2} us, ratio {ratio:>6.3} of at most {most:.2}: {}; \
             allocations {} and {}",
            median(subjects),
            median(references),
            if met { "met" } else { "MISSED" },
            allocated[1],
            allocated[0],
        );
        met
    }
}

/// Whether the name contains an argument of the command line, if there is any.
fn is_asked_for(name: &str) -> bool {
    let arguments: Vec<String> = std::env::args()
        .skip(1)
        .filter(|a| !a.starts_with('-'))
        .collect();
    arguments.is_empty() || arguments.iter().any(|argument| name.contains(argument))
}

#[expect(clippy::cast_precision_loss, reason = "a small count")]
fn as_float(count: u64) -> f64 {
    count as f64
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

/// Does the work so many times.
fn timed<T>(mut work: impl FnMut() -> T) -> impl FnMut(u64) -> Duration {
    move |times| {
        let start = Instant::now();
        for _ in 0..times {
            black_box(work());
        }
        start.elapsed()
    }
}

/// Decoding a body, against hand-written structs.
fn decode<R: DeserializeOwned, C: DeserializeOwned>(name: &str, json: &str) -> bool {
    let object = data::object(json);
    let case = Case {
        name,
        most: 1.05,
        at_once: 1,
    };
    case.run(
        timed(|| serde_json::from_slice::<R>(black_box(json.as_bytes())).expect("JSON")),
        timed(|| black_box(&object).read::<C>().expect("JSON")),
    )
}

/// Encoding a form, against a writer for this form alone.
fn encode() -> bool {
    let (request, fields) = (form::request(), form::fields());
    assert_eq!(form::encode(&request), form::write(&fields));
    let case = Case {
        name: "encode a full create form",
        most: 1.1,
        at_once: 1,
    };
    case.run(
        timed(|| form::write(black_box(&fields))),
        timed(|| form::encode(black_box(&request))),
    )
}

/// Calls over loopback, against hyper-util alone.
fn calls(at_once: u64) -> bool {
    let runtime = http::runtime();
    let server = http::serve();
    let (client, bare) = (http::client(server), http::Bare::new(server));
    let case = Case {
        name: &format!("calls, {at_once} in flight"),
        // 0.95 times as many a second.
        most: 1.0 / 0.95,
        at_once,
    };
    case.run(
        |times| {
            let start = Instant::now();
            runtime.block_on(http::many(times, at_once, &bare, |bare| async move {
                bare.retrieve().await
            }));
            start.elapsed()
        },
        |times| {
            let start = Instant::now();
            runtime.block_on(http::many(times, at_once, &client, |client| async move {
                http::through_client(&client).await
            }));
            start.elapsed()
        },
    )
}

/// Generating a client of the whole API, against parsing the document into a tree of values. The document is too
/// large for this repository; without it, this is skipped.
fn generation() -> bool {
    let case = Case {
        name: "generate the whole API",
        most: 25.0,
        at_once: 1,
    };
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let Ok(document) = fs::read(root.join("../shared/stripe-openapi/full-2023-08-16.json")) else {
        println!(
            "{:<26} skipped: its document is not in ../shared",
            case.name
        );
        return true;
    };
    let input = |name, bytes| Input { name, bytes };
    let selection = input("selection.toml", b"all = true\n");
    case.run(
        timed(|| serde_json::from_slice::<Value>(black_box(&document)).expect("JSON")),
        timed(|| {
            generate(input("document", black_box(&document)), selection, None).expect("sources")
        }),
    )
}

fn main() -> ExitCode {
    // `cargo test --benches` only asks whether it starts.
    if std::env::args().any(|argument| argument == "--test") {
        return ExitCode::SUCCESS;
    }
    let (session, report, list) = (data::session(), data::report(), data::sessions());
    let met = [
        decode::<types::Session, VerificationSession>("decode a session", &session),
        decode::<types::Report, VerificationReport>("decode a report", &report),
        decode::<types::List<types::Session>, List<VerificationSession>>(
            "decode a list of 100",
            &list,
        ),
        encode(),
        calls(1),
        calls(64),
        generation(),
    ];
    if met.iter().all(|met| *met) {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}
