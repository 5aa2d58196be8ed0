//! The client, against a reference that does the same work and no more:
//!
//! ```sh
//! cargo bench --package stripe-identity-tests                 # all, some minutes
//! cargo bench --package stripe-identity-tests -- "a list"     # the cases whose name contains this
//! ```
//!
//! Prints how often each allocates on its thread, too.
#![expect(clippy::print_stdout, reason = "the figures are its output")]

use std::hint::black_box;
use std::process::ExitCode;

use cpu_time::ThreadTime;
use serde::de::DeserializeOwned;
use stripe_identity::List;
use stripe_identity::verification_report::VerificationReport;
use stripe_identity::verification_session::VerificationSession;

mod bench;

use bench::case::{Case, Count, exit_code, is_test, timed};
use bench::{data, form, http, types};

const COUNT: Option<Count> = Some(|work| allocation_counter::measure(work).count_total);

/// Decoding a body, against hand-written structs.
fn decode<R: DeserializeOwned, C: DeserializeOwned>(name: &str, json: &str) -> bool {
    let object = data::object(json);
    let case = Case {
        name,
        most: 1.05,
        at_once: 1,
        count: COUNT,
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
        count: COUNT,
    };
    case.run(
        timed(|| form::write(black_box(&fields))),
        timed(|| form::encode(black_box(&request))),
    )
}

/// The processor time of calls over loopback, against hyper-util alone. The server has a thread of its own, which is
/// not counted.
fn calls(at_once: u64) -> bool {
    let runtime = http::runtime();
    let server = http::serve();
    let (client, bare) = (http::client(server), http::Bare::new(server));
    let case = Case {
        name: &format!("calls, {at_once} in flight"),
        // 0.95 times as many a second.
        most: 1.0 / 0.95,
        at_once,
        count: COUNT,
    };
    case.run(
        |times| {
            let start = ThreadTime::now();
            runtime.block_on(http::many(times, at_once, &bare, |bare| async move {
                bare.retrieve().await
            }));
            start.elapsed()
        },
        |times| {
            let start = ThreadTime::now();
            runtime.block_on(http::many(times, at_once, &client, |client| async move {
                http::through_client(&client).await
            }));
            start.elapsed()
        },
    )
}

fn main() -> ExitCode {
    if is_test() {
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
    ];
    exit_code(&met)
}
