//! The same work as in `speed`, but client and reference in turns, a few
//! milliseconds each, so that whatever else the machine does meets both alike:
//!
//! ```sh
//! cargo bench --package stripe-identity-tests --bench ratios
//! ```
//!
//! Tells the median of each, the median of the ratios of neighbours, and the
//! target. Fails if one is missed.
#![expect(clippy::print_stdout, reason = "what it finds is its output")]

use std::hint::black_box;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use serde::de::DeserializeOwned;
use stripe_identity::List;
use stripe_identity::verification_report::VerificationReport;
use stripe_identity::verification_session::VerificationSession;

mod bench;
#[path = "bench/load.rs"]
mod load;

use bench::{data, form, http, types};

const ROUNDS: usize = 301;

/// Client and reference in turns; whether the client takes at most `most`
/// times as long. What is done is done a multiple of `at_once` times.
fn compare(
    name: &str,
    most: f64,
    at_once: u64,
    mut reference: impl FnMut(u64) -> Duration,
    mut client: impl FnMut(u64) -> Duration,
) -> bool {
    if !is_asked_for(name) {
        return true;
    }
    let turn = if at_once > 1 { 0.020 } else { 0.004 };
    let call = reference(256).max(client(256)).as_secs_f64() / 256.0;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a small count"
    )]
    let times = ((turn / call).ceil() as u64).next_multiple_of(at_once);
    #[expect(clippy::cast_precision_loss, reason = "a small count")]
    let each = |duration: Duration| duration.as_secs_f64() * 1e6 / times as f64;
    let mut rounds = Vec::with_capacity(ROUNDS);
    for round in 0..ROUNDS {
        let (by_hand, by_client) = if round % 2 == 0 {
            let by_hand = reference(times);
            (by_hand, client(times))
        } else {
            let by_client = client(times);
            (reference(times), by_client)
        };
        rounds.push((each(by_hand), each(by_client)));
    }
    let reference = median(rounds.iter().map(|(one, _)| *one));
    let client = median(rounds.iter().map(|(_, other)| *other));
    let ratio = median(rounds.iter().map(|(one, other)| other / one));
    let met = ratio <= most;
    println!(
        "{name:<26} reference {reference:>8.2} us  client {client:>8.2} us  ratio {ratio:.3}  \
         at most {most:.3}  {}",
        if met { "met" } else { "MISSED" }
    );
    met
}

/// Whether the name holds what was given on the command line, if anything.
fn is_asked_for(name: &str) -> bool {
    let mut asked = std::env::args()
        .skip(1)
        .filter(|argument| !argument.starts_with('-'))
        .peekable();
    asked.peek().is_none() || asked.any(|asked| name.contains(&asked))
}

fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

/// Runs something so many times.
fn timed<T>(mut work: impl FnMut() -> T) -> impl FnMut(u64) -> Duration {
    move |times| {
        let start = Instant::now();
        for _ in 0..times {
            black_box(work());
        }
        start.elapsed()
    }
}

fn decode<R: DeserializeOwned, C: DeserializeOwned>(name: &str, json: &str) -> bool {
    let object = data::object(json);
    compare(
        name,
        1.05,
        1,
        timed(|| serde_json::from_slice::<R>(black_box(json.as_bytes())).expect("JSON")),
        timed(|| black_box(&object).read::<C>().expect("JSON")),
    )
}

fn calls(at_once: u64) -> bool {
    let runtime = http::runtime();
    let server = http::serve();
    let (client, bare) = (http::client(server), http::Bare::new(server));
    compare(
        &format!("calls, {at_once} in flight"),
        // 0.95 times as many a second.
        1.0 / 0.95,
        at_once,
        |times| {
            let bare = bare.clone();
            let start = Instant::now();
            runtime.block_on(load::many(times, at_once, move || {
                let bare = bare.clone();
                async move { bare.retrieve().await }
            }));
            start.elapsed()
        },
        |times| {
            let client = client.clone();
            let start = Instant::now();
            runtime.block_on(load::many(times, at_once, move || {
                let client = client.clone();
                async move { http::through_client(&client).await }
            }));
            start.elapsed()
        },
    )
}

fn main() -> ExitCode {
    if std::env::args().any(|argument| argument == "--test") {
        return ExitCode::SUCCESS;
    }
    let (request, fields) = (form::request(), form::fields());
    assert_eq!(form::encode(&request), form::write(&fields));
    let met = [
        decode::<types::Session, VerificationSession>("decode a session", &data::session()),
        decode::<types::Report, VerificationReport>("decode a report", &data::report()),
        decode::<types::List<types::Session>, List<VerificationSession>>(
            "decode a list of 100",
            &data::sessions(),
        ),
        compare(
            "encode a full create form",
            1.1,
            1,
            timed(|| form::write(black_box(&fields))),
            timed(|| form::encode(black_box(&request))),
        ),
        calls(1),
        calls(64),
    ];
    if met.iter().all(|met| *met) {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}
