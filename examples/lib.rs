//! Shared by the examples: how they reach Stripe.

use std::env;

use anyhow::{Context as _, bail};
use stripe_identity::{Client, ClientBuilder};
use stripe_identity_fake::FakeStripe;

/// Stripe if `STRIPE_SECRET_KEY` is set, and otherwise a stand-in, which stops when it is dropped.
/// A program of yours needs one line instead:
///
/// ```no_run
/// let client = stripe_identity::Client::new(std::env::var("STRIPE_SECRET_KEY")?)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// A variable is blank or not UTF-8, or the stand-in cannot listen.
#[expect(clippy::print_stdout, reason = "an example says what it connects to")]
pub fn stripe() -> anyhow::Result<(ClientBuilder, Option<FakeStripe>)> {
    if let Some(key) = variable("STRIPE_SECRET_KEY")? {
        let mut stripe = Client::builder(key);
        // For a stand-in that runs as a program of its own.
        if let Some(url) = variable("STRIPE_BASE_URL")? {
            stripe = stripe.base_url(url);
        }
        return Ok((stripe, None));
    }
    println!("STRIPE_SECRET_KEY is not set, so this talks to a stand-in for Stripe.\n");
    let fake = FakeStripe::builder().real_time().start_blocking()?;
    let stripe = Client::builder(fake.secret_key()).base_url(fake.base_url());
    Ok((stripe, Some(fake)))
}

/// An environment variable, if it is set.
///
/// # Errors
///
/// It is blank, or not UTF-8.
pub fn variable(name: &str) -> anyhow::Result<Option<String>> {
    match env::var(name) {
        Ok(value) if value.trim().is_empty() => bail!("{name} is blank: set it, or unset it"),
        Ok(value) => Ok(Some(value)),
        Err(env::VarError::NotPresent) => Ok(None),
        Err(error) => Err(error).context(name.to_owned()),
    }
}
