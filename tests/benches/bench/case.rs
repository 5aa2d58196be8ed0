//! A subject and its reference run in turn, for some milliseconds each, so that other programs on the machine affect both.
//!
//! Prints the median of each, and the median of the ratios of neighbours with the most that it may be.

use std::hint::black_box;
use std::process::ExitCode;
use std::time::{Duration, Instant};

/// How often some work allocates.
pub(crate) type Count = fn(&mut dyn FnMut()) -> u64;

/// The most time that one case takes, apart from its first runs.
const PATIENCE: Duration = Duration::from_secs(10);
const MOST_ROUNDS: usize = 301;
/// The seconds of one turn.
const TURN: f64 = 0.020;

/// What is measured, and how much longer than the reference it may take.
pub(crate) struct Case<'a> {
    pub(crate) name: &'a str,
    pub(crate) most: f64,
    /// The work is done a multiple of this many times.
    pub(crate) at_once: u64,
    pub(crate) count: Option<Count>,
}

impl Case<'_> {
    /// Runs reference and subject in turn; tells whether the ratio is small enough.
    pub(crate) fn run(
        &self,
        mut reference: impl FnMut(u64) -> Duration,
        mut subject: impl FnMut(u64) -> Duration,
    ) -> bool {
        let Self {
            name,
            most,
            at_once,
            count,
        } = *self;
        if !is_asked_for(name) {
            return true;
        }
        // What is made on first use and kept is not measured.
        reference(at_once);
        subject(at_once);
        let allocations = count.map_or_else(String::new, |count| {
            let subject = count(&mut || _ = subject(at_once)) / at_once;
            let reference = count(&mut || _ = reference(at_once)) / at_once;
            format!("; allocations {subject} and {reference}")
        });

        let once = reference(at_once).max(subject(at_once)).as_secs_f64() / as_float(at_once);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a small count"
        )]
        let (times, rounds) = (
            ((TURN / once).ceil() as u64).next_multiple_of(at_once),
            (PATIENCE.as_secs_f64() / (2.0 * TURN.max(once))) as usize,
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
            "{name:<26} {:>10.2} us, reference {:>10.2} us, ratio {ratio:>6.3} of at most {most:.2}: \
             {}{allocations}",
            median(subjects),
            median(references),
            if met { "met" } else { "MISSED" },
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
pub(crate) fn timed<T>(mut work: impl FnMut() -> T) -> impl FnMut(u64) -> Duration {
    move |times| {
        let start = Instant::now();
        for _ in 0..times {
            black_box(work());
        }
        start.elapsed()
    }
}

/// `cargo test --benches` only asks whether it starts.
pub(crate) fn is_test() -> bool {
    std::env::args().any(|argument| argument == "--test")
}

/// Failure, if a ratio is too large.
pub(crate) fn exit_code(met: &[bool]) -> ExitCode {
    if met.iter().all(|met| *met) {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}
