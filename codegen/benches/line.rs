//! The line's speed, against a plain read of the same bytes in the same run.
//!
//! The whole documents are read from `../shared` beside the project; without it their groups are left out.

use std::fs;
use std::path::{Path, PathBuf};

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use stripe_identity_codegen::{Document, Input, Selection, generate, select};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

#[expect(clippy::print_stderr, reason = "a bench that is left out says so")]
fn shared(name: &str) -> Option<Vec<u8>> {
    let bytes = fs::read(root().join("../shared/stripe-openapi").join(name)).ok();
    if bytes.is_none() {
        eprintln!("left out: {name} is not there");
    }
    bytes
}

fn parse_and_select(document: &[u8], selection: &[u8]) {
    let selection = Selection::parse(Input {
        name: "selection.toml",
        bytes: selection,
    })
    .expect("a selection");
    let document = Document::parse(Input {
        name: "document",
        bytes: document,
    })
    .expect("a document");
    std::hint::black_box(select(&document, &selection).expect("what is selected"));
}

/// Text in, formatted sources out, with nothing left out.
fn generate_all(document: &[u8]) {
    let document = Input {
        name: "document",
        bytes: document,
    };
    let selection = Input {
        name: "selection.toml",
        bytes: b"all = true\n",
    };
    std::hint::black_box(generate(document, selection).expect("sources"));
}

fn whole_documents(criterion: &mut Criterion) {
    let selection = fs::read(root().join("spec/selection.toml")).expect("spec/selection.toml");
    if let Some(json) = shared("full-2023-08-16.json") {
        let mut group = criterion.benchmark_group("full JSON");
        group.throughput(Throughput::Bytes(json.len() as u64));
        group.bench_function("reference: serde_json::IgnoredAny", |bencher| {
            bencher.iter(|| serde_json::from_slice::<serde::de::IgnoredAny>(&json).expect("JSON"));
        });
        group.bench_function("parse and select", |bencher| {
            bencher.iter(|| parse_and_select(&json, &selection));
        });
        group.finish();
        // The limits: under 1.5 s, and under 25 times the reference of the same run.
        let mut group = criterion.benchmark_group("full JSON, all of it");
        group.sample_size(10);
        group.throughput(Throughput::Bytes(json.len() as u64));
        group.bench_function("reference: serde_json::Value", |bencher| {
            bencher.iter(|| serde_json::from_slice::<serde_json::Value>(&json).expect("JSON"));
        });
        group.bench_function("text in, sources out", |bencher| {
            bencher.iter(|| generate_all(&json));
        });
        group.finish();
    }
    if let Some(yaml) = shared("full-2023-08-16.yaml") {
        let text = String::from_utf8(yaml).expect("UTF-8");
        let mut group = criterion.benchmark_group("full YAML");
        group.sample_size(10);
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_function("reference: serde_yaml::Value", |bencher| {
            bencher.iter(|| serde_yaml::from_str::<serde_yaml::Value>(&text).expect("YAML"));
        });
        group.bench_function("parse and select", |bencher| {
            bencher.iter(|| parse_and_select(text.as_bytes(), &selection));
        });
        group.finish();
    }
}

fn pinned_document(criterion: &mut Criterion) {
    let selection = fs::read(root().join("spec/selection.toml")).expect("spec/selection.toml");
    let document = fs::read(root().join("spec/openapi.json")).expect("spec/openapi.json");
    let mut group = criterion.benchmark_group("spec/openapi.json");
    group.bench_function("reference: serde_json::Value", |bencher| {
        bencher.iter(|| serde_json::from_slice::<serde_json::Value>(&document).expect("JSON"));
    });
    group.bench_function("text in, sources out", |bencher| {
        bencher.iter(|| {
            let document = Input {
                name: "document",
                bytes: &document,
            };
            generate(
                document,
                Input {
                    name: "selection.toml",
                    bytes: &selection,
                },
            )
            .expect("sources")
        });
    });
    group.finish();
}

criterion_group!(benches, whole_documents, pinned_document);
criterion_main!(benches);
