//! Makes an account.

use stripe_accounts::{BlockingClient, Error, account};

pub(crate) fn call(client: &BlockingClient) -> Result<String, Error> {
    let account = account::create()
        .contact_email("jenny@example.com")
        .display_name("Jenny Rosen")
        .include(["identity"])
        .send_blocking(client)?;
    Ok(account.id.to_string())
}
