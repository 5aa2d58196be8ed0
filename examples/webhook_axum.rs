//! Receives webhooks with axum: verifies each event, answers at once, and does the work after.
//!
//! ```sh
//! cargo run --example webhook_axum                                # a stand-in sends some, then it ends
//! STRIPE_WEBHOOK_SECRET=whsec_… cargo run --example webhook_axum  # for Stripe, until Ctrl-C
//! stripe listen --forward-to 127.0.0.1:3000/stripe                # forwards Stripe's events, and prints the secret
//! ```
//!
//! `PORT` is the port that it listens on, 3000 by default.
#![expect(clippy::print_stdout, reason = "what it receives is its output")]

use std::collections::BTreeSet;

use anyhow::Context as _;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::{Router, routing::post};
use stripe_identity::verification_session::{self, VerificationType};
use stripe_identity::webhook::{Event, IdentityEvent, WebhookVerifier};
use stripe_identity_examples::variable;
use stripe_identity_fake::{FakeStripe, Outcome};
use tokio::net::TcpListener;
use tokio::sync::mpsc;

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let port = variable("PORT")?.unwrap_or_else(|| "3000".to_owned());
    let port: u16 = port
        .parse()
        .context("PORT is a number up to 65535, or 0 for any that is free")?;
    let listener = TcpListener::bind(("127.0.0.1", port))
        .await
        .with_context(|| format!("port {port} cannot be listened on; set PORT to another"))?;
    let url = format!("http://{}/stripe", listener.local_addr()?);

    if let Some(secret) = variable("STRIPE_WEBHOOK_SECRET")? {
        let (router, events) = router(&secret)?;
        println!("waiting for events at {url}");
        tokio::select! {
            served = axum::serve(listener, router) => served?,
            () = work(events, |_| false) => {}
        }
        return Ok(());
    }

    println!("STRIPE_WEBHOOK_SECRET is not set, so a stand-in for Stripe sends events to {url}\n");
    let fake = FakeStripe::start().await?;
    fake.handle().add_webhook(&url)?;
    let (router, events) = router(fake.handle().webhook_secret())?;
    tokio::spawn(async move { axum::serve(listener, router).await });
    let session = verification_session::create()
        .type_(VerificationType::Document)
        .send(&fake.client())
        .await?;
    fake.handle()
        .submit(&session.id, Outcome::verified())
        .await?;
    let last =
        |event: &IdentityEvent| matches!(event, IdentityEvent::VerificationSessionVerified(_));
    work(events, last).await;
    Ok(())
}

#[derive(Clone)]
struct Webhook {
    verifier: WebhookVerifier,
    // In a service of yours a table or a queue: memory is lost when the program ends.
    queue: mpsc::Sender<Event>,
}

fn router(secret: &str) -> anyhow::Result<(Router, mpsc::Receiver<Event>)> {
    let (queue, events) = mpsc::channel(1_000);
    let verifier = WebhookVerifier::new(secret).context("STRIPE_WEBHOOK_SECRET")?;
    let router = Router::new()
        .route("/stripe", post(receive))
        .with_state(Webhook { verifier, queue });
    Ok((router, events))
}

/// Queues the event and answers. Stripe resends it after any answer that is not 2xx.
async fn receive(
    State(webhook): State<Webhook>,
    headers: HeaderMap,
    body: Bytes, // as it arrived: the signature is over these bytes
) -> StatusCode {
    let signature = headers
        .get("stripe-signature")
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    match webhook.verifier.event(&body, signature) {
        Ok(event) => match webhook.queue.try_send(event) {
            Ok(()) => StatusCode::OK,
            Err(_) => StatusCode::SERVICE_UNAVAILABLE,
        },
        Err(error) => {
            println!("refused: {error}");
            StatusCode::BAD_REQUEST
        }
    }
}

/// Does the work for each event, until `last` says that no more will come.
async fn work(mut events: mpsc::Receiver<Event>, last: impl Fn(&IdentityEvent) -> bool) {
    let mut done = BTreeSet::new();
    while let Some(event) = events.recv().await {
        // Stripe may send an event twice, and events out of order.
        if !done.insert(event.id.to_string()) {
            continue;
        }
        match &event.data {
            IdentityEvent::VerificationSessionVerified(session) => {
                println!("{} is verified", session.id);
            }
            IdentityEvent::VerificationSessionRequiresInput(session) => {
                let error = session.last_error.as_ref();
                let code = error.and_then(|error| error.code.as_ref());
                let code = code.map_or("of no known reason", |code| code.as_str());
                println!("{} needs another try: {code}", session.id);
            }
            // Other events, and events that Stripe adds later.
            _ => println!("nothing to do for {}", event.type_),
        }
        if last(&event.data) {
            return;
        }
    }
}
