//! A small site that has its visitors verified by Stripe: a page with a button, Stripe's page,
//! and a page with the result, which a webhook brings.
//!
//! ```sh
//! cargo run --example verify_web          # with a stand-in for Stripe; open http://127.0.0.1:3000
//!
//! # With Stripe, in test mode; the second command says the secret for the first.
//! STRIPE_SECRET_KEY=sk_test_… STRIPE_WEBHOOK_SECRET=whsec_… cargo run --example verify_web
//! stripe listen --forward-to 127.0.0.1:3000/stripe
//! ```
//!
//! `PORT` is the port that it listens on (3000), `PUBLIC_URL` the address that visitors know
//! (`http://127.0.0.1:3000`).
//!
//! The site learns whether somebody is verified, and nothing else of them: what it keeps is a
//! random cookie, the session's id and its status, and it logs only the last two.
//! `visits.rs` keeps them, `pages.rs` writes the pages.
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "its output is its log"
)]

use std::sync::Arc;
use std::time::Duration;

use anyhow::Context as _;
use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, Uri, header};
use axum::middleware::map_response;
use axum::response::{Html, IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use axum_extra::extract::CookieJar;
use axum_extra::extract::cookie::{Cookie, SameSite};
use stripe_identity::Client;
use stripe_identity::verification_session::{
    self, VerificationSessionStatus as SessionStatus, VerificationType,
};
use stripe_identity::webhook::{IdentityEvent, WebhookVerifier};
use stripe_identity_examples::variable;
use tokio::net::TcpListener;
use tokio::sync::Mutex;

use self::visits::{Status, Visits};

mod pages;
mod visits;

const COOKIE: &str = "visit";

/// How long the page with the result waits for the webhook before it is shown without.
const PATIENCE: Duration = Duration::from_secs(5);

#[derive(Clone)]
struct Site {
    stripe: Client,
    webhooks: WebhookVerifier,
    visits: Visits,
    /// Held while a webhook is handled; in a site of yours a lock on the session's row.
    turn: Arc<Mutex<()>>,
    /// As the visitors' browsers know it: `https://example.com`.
    url: Arc<str>,
}

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let port = variable("PORT")?.unwrap_or_else(|| "3000".to_owned());
    let port: u16 = port
        .parse()
        .context("PORT is a number up to 65535, or 0 for any that is free")?;
    let listener = TcpListener::bind(("127.0.0.1", port))
        .await
        .with_context(|| format!("port {port} cannot be listened on; set PORT to another"))?;
    let address = listener.local_addr()?;

    let (stripe, fake) = stripe_identity_examples::stripe()?;
    let secret = match &fake {
        Some(fake) => {
            fake.handle()
                .add_webhook(format!("http://{address}/stripe"))?;
            fake.handle().webhook_secret().to_owned()
        }
        None => variable("STRIPE_WEBHOOK_SECRET")?.with_context(|| {
            format!(
                "set STRIPE_WEBHOOK_SECRET: `stripe listen --forward-to {address}/stripe` says it"
            )
        })?,
    };
    let site = Site {
        stripe: stripe.build()?,
        webhooks: WebhookVerifier::new(secret)?,
        visits: Visits::default(),
        turn: Arc::default(),
        url: match variable("PUBLIC_URL")? {
            Some(url) => origin(&url)
                .context("PUBLIC_URL is scheme and host of the site, as in https://example.com")?,
            None => format!("http://{address}").into(),
        },
    };
    println!("listening at http://{address}");
    println!("open {}", site.url);
    axum::serve(listener, router(site)).await?;
    Ok(())
}

/// A site's URL as browsers name it in `Origin`.
fn origin(url: &str) -> Option<Arc<str>> {
    let url: Uri = url.parse().ok()?;
    let scheme = url
        .scheme_str()
        .filter(|scheme| ["http", "https"].contains(scheme))?;
    let host = url
        .authority()
        .filter(|_| url.path() == "/" && url.query().is_none())?;
    Some(format!("{scheme}://{host}").to_lowercase().into())
}

fn router(site: Site) -> Router {
    Router::new()
        .route("/", get(async || pages::start()))
        .route("/verify", post(verify))
        .route("/result", get(result))
        .layer(map_response(private))
        .route("/stripe", post(webhook))
        .route("/style.css", get(style))
        .fallback(async || (StatusCode::NOT_FOUND, pages::not_found()))
        .with_state(site)
}

/// The button: leads to Stripe's page.
async fn verify(
    State(site): State<Site>,
    cookies: CookieJar,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    // Browsers say which site a form was sent from, and no page can make them say another. The
    // cookie's `SameSite` alone would not do, since the first request has no cookie yet.
    if headers
        .get(header::ORIGIN)
        .is_none_or(|origin| *origin != *site.url)
    {
        return Ok((StatusCode::FORBIDDEN, pages::foreign_form()).into_response());
    }

    // One session for each person: who was there before goes on with it.
    let visit = cookies.get(COOKIE).map(Cookie::value);
    if let Some(id) = visit.and_then(|visit| site.visits.session(visit)) {
        let session = verification_session::retrieve(&id)
            .send(&site.stripe)
            .await?;
        match (session.status, session.url) {
            (SessionStatus::RequiresInput, Some(url)) => {
                site.visits.set(&id, Status::Open);
                return Ok(Redirect::to(&url).into_response());
            }
            (SessionStatus::Canceled, _) => {} // and needs a new one
            _ => return Ok(Redirect::to("/result").into_response()),
        }
    }

    let session = verification_session::create()
        .type_(VerificationType::Document)
        .return_url(format!("{}/result", site.url))
        // .client_reference_id(…) if visitors have an account: not their name or address
        .send(&site.stripe)
        .await?;
    // The visitor's own, and good for one use: it goes to them, and nowhere else.
    let url = session.url.context("a new session has no URL")?;
    let visit = site.visits.begin(session.id)?;
    let cookie = Cookie::build((COOKIE, visit))
        .path("/")
        .http_only(true)
        .secure(site.url.starts_with("https:"))
        // Not `Strict`: Stripe's page leads back here, and the cookie has to come along.
        .same_site(SameSite::Lax);
    Ok((cookies.add(cookie), Redirect::to(&url)).into_response())
}

/// Where Stripe's page leads back to, often sooner than the webhook arrives.
async fn result(State(site): State<Site>, cookies: CookieJar) -> Html<String> {
    let visit = cookies.get(COOKIE).map(Cookie::value);
    match visit.and_then(|visit| site.visits.session(visit)) {
        Some(id) => pages::result(&site.visits.outcome(&id, PATIENCE).await),
        None => pages::start(),
    }
}

/// What Stripe tells. It sends an event again until the answer is 2xx.
async fn webhook(State(site): State<Site>, headers: HeaderMap, body: Bytes) -> StatusCode {
    let signature = headers.get("stripe-signature");
    let signature = signature
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    let Ok(event) = site.webhooks.event::<IdentityEvent>(&body, signature) else {
        return StatusCode::BAD_REQUEST;
    };
    let (IdentityEvent::VerificationSessionProcessing(session)
    | IdentityEvent::VerificationSessionRequiresInput(session)
    | IdentityEvent::VerificationSessionVerified(session)
    | IdentityEvent::VerificationSessionCanceled(session)
    | IdentityEvent::VerificationSessionRedacted(session)) = event.data
    else {
        return StatusCode::OK;
    };
    // Events come in any order, at the same time, and some twice. What counts is how the session is
    // now, and one is handled after the other, so that nothing older is kept last.
    let _turn = site.turn.lock().await;
    match verification_session::retrieve(&session.id)
        .send(&site.stripe)
        .await
    {
        Ok(session) => {
            let status = Status::of(&session);
            println!("{} is {status:?}", session.id);
            site.visits.set(&session.id, status);
            StatusCode::OK
        }
        Err(error) => {
            eprintln!("{}: {error}", session.id);
            StatusCode::INTERNAL_SERVER_ERROR
        }
    }
}

async fn style() -> impl IntoResponse {
    (
        [(header::CONTENT_TYPE, "text/css")],
        include_str!("style.css"),
    )
}

/// Pages are for the visitor's eyes alone, hold no scripts, and stand in no other site's frame.
async fn private<B>(mut response: Response<B>) -> Response<B> {
    let policy = "default-src 'none'; style-src 'self'; frame-ancestors 'none'; base-uri 'none'";
    for (name, value) in [
        (header::CACHE_CONTROL, "no-store"),
        (header::CONTENT_SECURITY_POLICY, policy),
        (header::REFERRER_POLICY, "same-origin"),
    ] {
        response
            .headers_mut()
            .insert(name, header::HeaderValue::from_static(value));
    }
    response
}

/// Why a page could not be made; the visitor reads that it did not work, and the log why.
struct Failure(anyhow::Error);

impl<E: Into<anyhow::Error>> From<E> for Failure {
    fn from(error: E) -> Self {
        Self(error.into())
    }
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        eprintln!("{:#}", self.0);
        (StatusCode::BAD_GATEWAY, pages::failure()).into_response()
    }
}
