//! Has Stripe send an event to a server.

use stripe_webhook_endpoints::{BlockingClient, Error, webhook_endpoint};

pub(crate) fn call(client: &BlockingClient) -> Result<String, Error> {
    let events = ["identity.verification_session.verified"];
    let endpoint = webhook_endpoint::create(events, "https://example.com/webhook");
    let endpoint = endpoint.send_blocking(client)?;
    Ok(format!("{} is {}", endpoint.id, endpoint.status))
}
