//! Creates a session, retrieves it, and lists all, without an asynchronous runtime.
#![expect(clippy::print_stdout, reason = "what it finds is its output")]

use stripe_identity::verification_session as session;
use stripe_identity::{BlockingClient, RequestOptions};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = BlockingClient::builder(std::env::var("STRIPE_SECRET_KEY")?)
        .base_url(std::env::var("STRIPE_BASE_URL")?)
        .build()?;
    let created = session::create()
        .type_("document")
        .with_options(RequestOptions::new().idempotency_key("order 6735"))
        .send_blocking(&client)?;
    println!("created {}", created.id);
    let retrieved = session::retrieve(&created.id).send_blocking(&client)?;
    println!("is {}", retrieved.status);
    for session in client.paginate(session::list().limit(1)) {
        println!("lists {}", session?.id);
    }
    let error = session::cancel(&created.id)
        .send_blocking(&client)
        .expect_err("the server refuses");
    println!("{error}");
    Ok(())
}
