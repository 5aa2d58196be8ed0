//! Sends the number of a stored card to somebody else's server, through Stripe.

use stripe_forwarding::{BlockingClient, Error, request};

pub(crate) fn call(client: &BlockingClient) -> Result<String, Error> {
    let request = request::create("pm_123", ["card_number"], "https://example.com/cards");
    let forwarded = request
        .metadata([("order_id", "6735")])
        .send_blocking(client)?;
    Ok(forwarded.id.to_string())
}
