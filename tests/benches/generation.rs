//! The generator, with the allocator of the command, against a parser:
//!
//! ```sh
//! cargo bench --package stripe-identity-tests --bench generation
//! ```
#![expect(clippy::print_stdout, reason = "the figures are its output")]

use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::process::ExitCode;

use serde_json::Value;
use stripe_identity_codegen::{Input, generate};

#[path = "bench/case.rs"]
mod case;

use case::{Case, exit_code, is_test, timed};

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Generating a client of the whole API, against parsing the document into a tree of values. The document is too
/// large for this repository; without it, this is skipped.
fn generation() -> bool {
    let case = Case {
        name: "generate the whole API",
        most: 25.0,
        at_once: 1,
        count: None,
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
    if is_test() {
        return ExitCode::SUCCESS;
    }
    exit_code(&[generation()])
}
