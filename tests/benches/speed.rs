//! The client's speed, against the same work written by hand in the same run:
//!
//! ```sh
//! cargo bench --package stripe-identity-tests --bench speed
//! ```
//!
//! For ratios on a machine that does other things too, see `ratios`.

use std::hint::black_box;
use std::time::Instant;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use serde::de::DeserializeOwned;
use stripe_identity::List;
use stripe_identity::verification_report::VerificationReport;
use stripe_identity::verification_session::VerificationSession;

mod bench;
#[path = "bench/load.rs"]
mod load;

use bench::{data, form, http, types};

fn decode_one<R, C>(criterion: &mut Criterion, name: &str, json: &str)
where
    R: DeserializeOwned,
    C: DeserializeOwned,
{
    let object = data::object(json);
    let mut group = criterion.benchmark_group(name);
    group.throughput(Throughput::Bytes(json.len() as u64));
    group.bench_function("reference: hand-written structs", |bencher| {
        bencher.iter(|| serde_json::from_slice::<R>(black_box(json.as_bytes())).expect("JSON"));
    });
    group.bench_function("client", |bencher| {
        bencher.iter(|| black_box(&object).read::<C>().expect("JSON"));
    });
    group.finish();
}

fn decode(criterion: &mut Criterion) {
    decode_one::<types::Session, VerificationSession>(
        criterion,
        "decode a session",
        &data::session(),
    );
    decode_one::<types::Report, VerificationReport>(criterion, "decode a report", &data::report());
    decode_one::<types::List<types::Session>, List<VerificationSession>>(
        criterion,
        "decode a list of 100",
        &data::sessions(),
    );
}

fn encode(criterion: &mut Criterion) {
    let (request, fields) = (form::request(), form::fields());
    assert_eq!(form::encode(&request), form::write(&fields));
    let mut group = criterion.benchmark_group("encode a full create form");
    group.bench_function("reference: direct writer", |bencher| {
        bencher.iter(|| form::write(black_box(&fields)));
    });
    group.bench_function("client", |bencher| {
        bencher.iter(|| form::encode(black_box(&request)));
    });
    group.finish();
}

fn calls(criterion: &mut Criterion) {
    let runtime = http::runtime();
    let server = http::serve();
    let (client, bare) = (http::client(server), http::Bare::new(server));
    for at_once in [1, 64] {
        let mut group = criterion.benchmark_group(format!("calls, {at_once} in flight"));
        group.throughput(Throughput::Elements(1));
        group.bench_function("reference: hyper-util", |bencher| {
            bencher.iter_custom(|calls| {
                let bare = bare.clone();
                let start = Instant::now();
                runtime.block_on(load::many(calls, at_once, move || {
                    let bare = bare.clone();
                    async move { bare.retrieve().await }
                }));
                start.elapsed()
            });
        });
        group.bench_function("client", |bencher| {
            bencher.iter_custom(|calls| {
                let client = client.clone();
                let start = Instant::now();
                runtime.block_on(load::many(calls, at_once, move || {
                    let client = client.clone();
                    async move { http::through_client(&client).await }
                }));
                start.elapsed()
            });
        });
        group.finish();
    }
}

criterion_group!(benches, decode, encode, calls);
criterion_main!(benches);
