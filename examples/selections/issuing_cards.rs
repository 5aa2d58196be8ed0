//! Counts the active cards of a holder.

use stripe_issuing_cards::{BlockingClient, Error, card};

pub(crate) fn call(client: &BlockingClient) -> Result<String, Error> {
    let cards = card::list().cardholder("ich_123").status("active");
    let cards = cards.paginate_blocking(client).collect::<Result<Vec<_>, _>>()?;
    Ok(format!("{} cards", cards.len()))
}
