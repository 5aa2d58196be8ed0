use stripe_identity::{Client, verification_session::{self, VerificationType}};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::new(std::env::var("STRIPE_SECRET_KEY")?)?;
    let session = verification_session::create()
        .type_(VerificationType::Document)
        .return_url("https://example.com/done")
        .send(&client)
        .await?;
    println!("send your user to {}", session.url.as_deref().unwrap_or_default());
    Ok(())
}
