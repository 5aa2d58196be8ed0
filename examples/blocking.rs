//! The client without an asynchronous runtime: creates a session, reads it, lists the newest, and
//! cancels it. Needs the feature `blocking` of `stripe-identity`.
//!
//! ```sh
//! cargo run --example blocking                                # with a stand-in for Stripe
//! STRIPE_SECRET_KEY=sk_test_… cargo run --example blocking    # with Stripe
//! ```
#![expect(clippy::print_stdout, reason = "what it finds is its output")]

use stripe_identity::verification_session::{self, VerificationType};

fn main() -> anyhow::Result<()> {
    // In a program of yours: `BlockingClient::new(std::env::var("STRIPE_SECRET_KEY")?)?`.
    let (stripe, _fake) = stripe_identity_examples::stripe()?;
    let client = stripe.build_blocking()?;

    let created = verification_session::create()
        .type_(VerificationType::Document)
        .send_blocking(&client)?;
    println!("created {}", created.id);

    let read = verification_session::retrieve(&created.id).send_blocking(&client)?;
    println!("it is {}", read.status);

    // An iterator over all pages, which ends at the first error.
    for session in client.paginate(verification_session::list()).take(5) {
        println!("one of the newest is {}", session?.id);
    }

    let canceled = verification_session::cancel(&created.id).send_blocking(&client)?;
    println!("it is {}", canceled.status);

    // An error has Stripe's code and request id, and its message: with a test key, it shows that too.
    let error = verification_session::cancel(&created.id)
        .send_blocking(&client)
        .expect_err("only what waits for input can be canceled");
    println!("a second time is refused: {error}");
    Ok(())
}
