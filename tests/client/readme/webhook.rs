use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::{Router, routing::post};
use stripe_identity::Error;
use stripe_identity::webhook::{IdentityEvent, WebhookVerifier};

fn router(secret: &str) -> Result<Router, Error> {
    let verifier = WebhookVerifier::new(secret)?;
    Ok(Router::new().route("/stripe", post(webhook)).with_state(verifier))
}

async fn webhook(
    State(verifier): State<WebhookVerifier>,
    headers: HeaderMap,
    body: Bytes, // as it arrived: the signature is over these bytes
) -> StatusCode {
    let signature = headers.get("stripe-signature");
    let signature = signature.and_then(|value| value.to_str().ok()).unwrap_or_default();
    let Ok(event) = verifier.event::<IdentityEvent>(&body, signature) else {
        return StatusCode::BAD_REQUEST;
    };
    match event.data {
        IdentityEvent::VerificationSessionVerified(session) => {
            println!("{} is verified", session.id);
        }
        IdentityEvent::VerificationSessionRequiresInput(session) => {
            println!("{} needs another try: {:?}", session.id, session.last_error);
        }
        _ => {} // other events, and those that Stripe adds later
    }
    StatusCode::OK
}
