//! How often the client asks for memory, against the same work written by hand:
//!
//! ```sh
//! cargo bench --package stripe-identity-tests --bench allocations
//! ```
#![expect(clippy::print_stdout, reason = "what it finds is its output")]

use std::hint::black_box;

use allocation_counter::measure;
use serde::de::DeserializeOwned;
use stripe_identity::List;
use stripe_identity::verification_report::VerificationReport;
use stripe_identity::verification_session::VerificationSession;

mod bench;

use bench::{data, form, http, types};

fn count(name: &str, mut reference: impl FnMut(), mut client: impl FnMut()) {
    // Once before, for what is made on first use and kept.
    reference();
    client();
    let (reference, client) = (measure(reference), measure(client));
    println!(
        "{name:<26} reference {:>5} ({:>7} bytes)  client {:>5} ({:>7} bytes)",
        reference.count_total, reference.bytes_total, client.count_total, client.bytes_total
    );
}

fn decode<R: DeserializeOwned, C: DeserializeOwned>(name: &str, json: &str) {
    let object = data::object(json);
    count(
        name,
        || {
            drop(black_box(
                serde_json::from_slice::<R>(json.as_bytes()).expect("JSON"),
            ));
        },
        || drop(black_box(object.read::<C>().expect("JSON"))),
    );
}

fn main() {
    let (session, report, sessions) = (data::session(), data::report(), data::sessions());
    decode::<types::Session, VerificationSession>("decode a session", &session);
    decode::<types::Report, VerificationReport>("decode a report", &report);
    decode::<types::List<types::Session>, List<VerificationSession>>(
        "decode a list of 100",
        &sessions,
    );
    let (request, fields) = (form::request(), form::fields());
    count(
        "encode a full create form",
        || drop(black_box(form::write(&fields))),
        || drop(black_box(form::encode(&request))),
    );
    // The server is on a thread of its own, which is not counted.
    let runtime = http::runtime();
    let server = http::serve();
    let (client, bare) = (http::client(server), http::Bare::new(server));
    count(
        "a call",
        || _ = black_box(runtime.block_on(bare.retrieve())),
        || _ = black_box(runtime.block_on(http::through_client(&client))),
    );
}
