//! Lists all sessions of the last week, however many pages they take.
//!
//! ```sh
//! cargo run --example list_all                                # with a stand-in for Stripe
//! STRIPE_SECRET_KEY=sk_test_… cargo run --example list_all    # with Stripe, which it only reads
//! ```
#![expect(clippy::print_stdout, reason = "what it finds is its output")]

use std::collections::BTreeMap;
use std::time::{Duration, SystemTime};

use stripe_identity::verification_session::{self, VerificationType};
use stripe_identity::{Client, Error, Timestamp};

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    // In a program of yours: `let client = Client::new(std::env::var("STRIPE_SECRET_KEY")?)?;`
    let (stripe, fake) = stripe_identity_examples::stripe()?;
    let client = stripe.build()?;
    if fake.is_some() {
        make_some(&client).await?;
    }

    let week_ago = SystemTime::now() - Duration::from_secs(7 * 24 * 60 * 60);
    let mut sessions = verification_session::list()
        .created(Timestamp::from(week_ago)..)
        .limit(10) // how many are fetched at a time; at most 100
        .paginate(&client);

    // Newest first. A page is fetched when the one before it is used up; dropping `sessions`
    // early fetches no more.
    let mut by_status = BTreeMap::<String, u32>::new();
    while let Some(session) = sessions.next().await {
        let session = session?;
        println!("{}  {}  {}", session.id, session.type_, session.status);
        *by_status.entry(session.status.to_string()).or_default() += 1;
    }

    println!();
    for (status, count) in by_status {
        println!("{count:>6} {status}");
    }
    Ok(())
}

/// Fills the stand-in with 25 sessions, every fifth of them canceled.
async fn make_some(client: &Client) -> Result<(), Error> {
    for number in 0..25 {
        let session = verification_session::create()
            .type_(VerificationType::Document)
            .send(client)
            .await?;
        if number % 5 == 0 {
            verification_session::cancel(&session.id)
                .send(client)
                .await?;
        }
    }
    Ok(())
}
