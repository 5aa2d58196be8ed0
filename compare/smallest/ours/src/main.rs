//! Creates a session and prints its URL.
#![expect(clippy::print_stdout, reason = "the URL is its output")]

use stripe_identity::Client;
use stripe_identity::verification_session::{self, VerificationType};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::new(std::env::var("STRIPE_SECRET_KEY")?)?;
    let session = verification_session::create()
        .type_(VerificationType::Document)
        .return_url("https://example.com/done")
        .send(&client)
        .await?;
    println!("{}", session.url.unwrap_or_default());
    Ok(())
}
