//! Has Stripe send thin events to a server.

use stripe_event_destinations::{BlockingClient, Error, event_destination};

pub(crate) fn call(client: &BlockingClient) -> Result<String, Error> {
    let events = ["v1.billing.meter.no_meter_found"];
    let destination = event_destination::create(events, "thin", "Meters", "webhook_endpoint");
    let destination = destination
        .description("tells of usage without a meter")
        .include(["webhook_endpoint.url"])
        .send_blocking(client)?;
    Ok(format!("{} is {}", destination.id, destination.status))
}
