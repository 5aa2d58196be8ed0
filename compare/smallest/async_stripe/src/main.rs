//! Creates a session and prints its URL.
#![expect(clippy::print_stdout, reason = "the URL is its output")]

use stripe::ClientBuilder;
use stripe_misc::identity_verification_session::{
    CreateIdentityVerificationSession, CreateIdentityVerificationSessionType,
};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = ClientBuilder::new(std::env::var("STRIPE_SECRET_KEY")?).build()?;
    let session = CreateIdentityVerificationSession::new()
        .type_(CreateIdentityVerificationSessionType::Document)
        .return_url("https://example.com/done")
        .send(&client)
        .await?;
    println!("{}", session.url.unwrap_or_default());
    Ok(())
}
