//! Who provides the carbon removal of an order.

use stripe_climate::{BlockingClient, Error, supplier};

pub(crate) fn call(client: &BlockingClient) -> Result<String, Error> {
    let supplier = supplier::retrieve("climsup_123").send_blocking(client)?;
    Ok(format!("{} uses {}", supplier.name, supplier.removal_pathway))
}
