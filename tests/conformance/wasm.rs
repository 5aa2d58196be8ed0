//! The client in WebAssembly: Node runs the test of `examples/webassembly`, with a transport on
//! `fetch`, against the stand-in.

use std::process::Command;

use stripe_identity_fake::{FakeStripe, Fault};

#[test]
#[ignore = "needs Node and wasm-bindgen-test-runner; `cargo xtask conformance wasm` runs it"]
fn the_example_runs_in_node() {
    let stripe = FakeStripe::builder()
        .real_time()
        .start_blocking()
        .expect("a port");
    // Carried out, so that only the same idempotency key prevents a second session.
    stripe.handle().fail_next(1, Fault::LoseReply);
    let status = Command::new(env!("CARGO"))
        .args(["test", "--package=stripe-identity-webassembly"])
        .arg("--target=wasm32-unknown-unknown")
        .env(
            "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER",
            "wasm-bindgen-test-runner",
        )
        .env("STRIPE_BASE_URL", stripe.base_url())
        .env("STRIPE_SECRET_KEY", stripe.secret_key())
        .status()
        .expect("cargo");
    assert!(
        status.success(),
        "if the target is missing: `rustup target add wasm32-unknown-unknown`"
    );
    assert_eq!(stripe.handle().sessions().len(), 1);
}
