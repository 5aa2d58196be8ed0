//! Verifies a person: creates a session, shows the page that the person goes to, waits for the
//! outcome, and reads the result.
//!
//! ```sh
//! cargo run --example quickstart                                  # with a stand-in for Stripe
//! STRIPE_SECRET_KEY=sk_test_… cargo run --example quickstart      # with Stripe, in test mode
//! ```
#![expect(clippy::print_stdout, reason = "what it finds is its output")]

use std::io::{self, IsTerminal as _};
use std::time::Duration;

use stripe_identity::verification_session::{
    self, VerificationSession, VerificationSessionId, VerificationSessionStatus, VerificationType,
};
use stripe_identity::{Client, Error};
use stripe_identity_fake::{Handle, Outcome};

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    // In a program of yours: `let client = Client::new(std::env::var("STRIPE_SECRET_KEY")?)?;`
    let (stripe, fake) = stripe_identity_examples::stripe()?;
    let client = stripe.build()?;

    let session = verification_session::create()
        .type_(VerificationType::Document)
        .client_reference_id("user-1") // who this is in your own database
        .send(&client)
        .await?;
    println!("created     {} ({})", session.id, session.status);
    // The person's own, and good for one use: neither store nor log it.
    println!("their page  {}", session.url.as_deref().unwrap_or_default());

    match &fake {
        Some(fake) => play_the_person(fake.handle(), session.id.clone()).await?,
        None => println!("\nOpen the page and choose an outcome. Waiting for it …"),
    }
    let session = wait_for_outcome(&client, &session.id).await?;

    println!("\noutcome     {}", session.status);
    if let Some(code) = session.last_error.and_then(|error| error.code) {
        // Which check failed. The person can try again, in the same session.
        println!("because of  {code}");
    }
    let report = session.last_verification_report;
    if let Some(document) = report.and_then(|report| report.into_object()?.document) {
        let kind = document
            .type_
            .map_or_else(String::new, |kind| kind.to_string());
        println!("document    {} ({kind})", document.status);
    }
    // Who the person is. `{outputs:?}` shows none of it, so that it does not get into a log.
    if let Some(outputs) = session.verified_outputs.filter(|_| !session.livemode) {
        let name = [outputs.first_name, outputs.last_name].map(Option::unwrap_or_default);
        println!(
            "their name  {} (made up, as all in test mode is)",
            name.join(" ")
        );
    }
    Ok(())
}

/// Asks until there is an outcome. A server has Stripe tell it instead: see `webhook_axum.rs`.
async fn wait_for_outcome(
    client: &Client,
    id: &VerificationSessionId,
) -> Result<VerificationSession, Error> {
    loop {
        let session = verification_session::retrieve(id)
            // Left out, or an id, unless it is asked for.
            .expand(|session| session.verified_outputs())
            .expand(|session| session.last_verification_report())
            .send(client)
            .await?;
        let waiting = match session.status {
            // At first, and after a failure: only then is there an error.
            VerificationSessionStatus::RequiresInput => session.last_error.is_none(),
            VerificationSessionStatus::Processing => true,
            _ => false,
        };
        if !waiting {
            return Ok(session);
        }
        tokio::time::sleep(Duration::from_secs(1)).await;
    }
}

/// Does what the person does on Stripe's page; at once if nobody is there to press Enter.
async fn play_the_person(stripe: Handle, session: VerificationSessionId) -> anyhow::Result<()> {
    if !io::stdin().is_terminal() {
        stripe.submit(&session, Outcome::verified()).await?;
        return Ok(());
    }
    println!("\nOpen the page and choose an outcome, or press Enter to have the person verified.");
    // A thread of its own, which does not keep the program from ending.
    std::thread::spawn(move || {
        if io::stdin().read_line(&mut String::new()).is_ok() {
            // Refused if the page was faster, and then there is nothing to do.
            drop(stripe.submit_blocking(&session, Outcome::verified()));
        }
    });
    Ok(())
}
