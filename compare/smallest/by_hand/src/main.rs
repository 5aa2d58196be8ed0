//! Creates a session and prints its URL.
#![expect(clippy::print_stdout, reason = "the URL is its output")]

use http_body_util::{BodyExt as _, Full};
use hyper::Request;
use hyper::body::Bytes;
use hyper::header::{AUTHORIZATION, CONTENT_TYPE};
use hyper_rustls::HttpsConnectorBuilder;
use hyper_util::client::legacy::Client;
use hyper_util::rt::TokioExecutor;
use serde::Deserialize;

#[derive(Deserialize)]
struct Session {
    url: Option<String>,
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let https = HttpsConnectorBuilder::new()
        .try_with_platform_verifier()?
        .https_only()
        .enable_all_versions()
        .build();
    let client = Client::builder(TokioExecutor::new()).build(https);
    let key = std::env::var("STRIPE_SECRET_KEY")?;
    let request = Request::post("https://api.stripe.com/v1/identity/verification_sessions")
        .header(AUTHORIZATION, format!("Bearer {key}"))
        .header(CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(Full::new(Bytes::from(
            "type=document&return_url=https%3A%2F%2Fexample.com%2Fdone",
        )))?;
    let response = client.request(request).await?;
    if !response.status().is_success() {
        return Err(response.status().to_string().into());
    }
    let body = response.into_body().collect().await?.to_bytes();
    let session: Session = serde_json::from_slice(&body)?;
    println!("{}", session.url.unwrap_or_default());
    Ok(())
}
