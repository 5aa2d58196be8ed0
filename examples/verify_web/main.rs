//! A small site that has its visitors verified by Stripe: a page with a button, Stripe's page,
//! and a page with the result.
//!
//! ```sh
//! cargo run --example verify_web          # with a stand-in for Stripe; open http://127.0.0.1:3000
//!
//! # With Stripe, in test mode; the second command prints the secret for the first.
//! STRIPE_SECRET_KEY=sk_test_… STRIPE_WEBHOOK_SECRET=whsec_… cargo run --example verify_web
//! stripe listen --forward-to 127.0.0.1:3000/stripe
//! ```
//!
//! `PORT` is the port that it listens on (3000), `PUBLIC_URL` the address that visitors use
//! (`http://127.0.0.1:3000` and `http://localhost:3000`).
//!
//! The site learns whether somebody is verified, and nothing else about them: it keeps a random
//! cookie, the session's id and its status, and logs only the last two. Whoever reads a session
//! from Stripe records what it says: the webhook, and the visitor who looks for the result. If a
//! webhook is lost, nobody is stranded.
//!
//! `visits.rs` keeps the statuses, `pages.rs` writes the pages.
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "its output is its log"
)]

use std::sync::Arc;

use anyhow::Context as _;
use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, Uri, header};
use axum::middleware::map_response;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use axum_extra::extract::CookieJar;
use axum_extra::extract::cookie::{Cookie, SameSite};
use stripe_identity::verification_session::{
    self, VerificationSession, VerificationSessionId, VerificationSessionStatus as SessionStatus,
    VerificationType,
};
use stripe_identity::webhook::{IdentityEvent, WebhookVerifier};
use stripe_identity::{Client, Error};
use stripe_identity_examples::variable;
use tokio::net::TcpListener;
use tokio::sync::Mutex;

use self::visits::{Status, Visits};

mod pages;
mod visits;

const COOKIE: &str = "visit";

/// After how many seconds the page of a session that is being checked asks again.
const REFRESH: &str = "3";

#[derive(Clone)]
struct Site {
    stripe: Client,
    webhooks: WebhookVerifier,
    visits: Visits,
    /// Held while a session is read and recorded; in a site of yours a lock on the session's row.
    turn: Arc<Mutex<()>>,
    /// As visitors' browsers know it, such as `https://example.com`; the first is for the log.
    origins: Arc<[String]>,
}

impl Site {
    /// Reads a session from Stripe, and records its status.
    async fn read(&self, id: &VerificationSessionId) -> Result<VerificationSession, Error> {
        // One after the other, so that nothing older is recorded last.
        let _turn = self.turn.lock().await;
        let session = verification_session::retrieve(id)
            .send(&self.stripe)
            .await?;
        self.visits.set(id, Status::of(&session));
        Ok(session)
    }
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
                "set STRIPE_WEBHOOK_SECRET: `stripe listen --forward-to {address}/stripe` prints it"
            )
        })?,
    };
    let site = Site {
        stripe: stripe.build()?,
        webhooks: WebhookVerifier::new(secret)?,
        visits: Visits::default(),
        turn: Arc::default(),
        origins: match variable("PUBLIC_URL")? {
            Some(url) => [origin(&url)
                .context("PUBLIC_URL is scheme and host of the site, as in https://example.com")?]
            .into(),
            None => [
                format!("http://{address}"),
                format!("http://localhost:{}", address.port()),
            ]
            .into(),
        },
    };
    println!("listening at http://{address}");
    println!("open {}", site.origins[0]);
    axum::serve(listener, router(site)).await?;
    Ok(())
}

/// A site's URL as browsers name it in `Origin`.
fn origin(url: &str) -> Option<String> {
    let url: Uri = url.parse().ok()?;
    let scheme = url
        .scheme_str()
        .filter(|scheme| ["http", "https"].contains(scheme))?;
    let host = url
        .authority()
        .filter(|_| url.path() == "/" && url.query().is_none())?;
    Some(format!("{scheme}://{host}").to_lowercase())
}

fn router(site: Site) -> Router {
    Router::new()
        .route("/", get(async || pages::start()))
        .route("/verify", post(verify).get(async || Redirect::to("/")))
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
    let origin = headers.get(header::ORIGIN);
    let origin = origin.and_then(|origin| site.origins.iter().find(|own| *own == origin));
    let Some(origin) = origin else {
        return Ok((StatusCode::FORBIDDEN, pages::foreign_form()).into_response());
    };

    // One session for each person: who was there before goes on with it.
    let visit = cookies.get(COOKIE).map(Cookie::value);
    if let Some(id) = visit.and_then(|visit| site.visits.session(visit)) {
        match site.read(&id).await {
            Ok(session) => match (session.status, session.url) {
                (SessionStatus::RequiresInput, Some(url)) => {
                    return Ok(Redirect::to(&url).into_response());
                }
                (SessionStatus::Canceled, _) => {} // needs a new one
                _ => return Ok(Redirect::to("/result").into_response()),
            },
            Err(error) if error.is_not_found() => {} // needs a new one
            Err(error) => return Err(error.into()),
        }
    }

    let session = verification_session::create()
        .type_(VerificationType::Document)
        // By the name that the visitor uses, which the cookie is for.
        .return_url(format!("{origin}/result"))
        // .client_reference_id(…) if visitors have an account: not their name or address
        .send(&site.stripe)
        .await?;
    // The visitor's own, and good for one use: it goes to them, and nowhere else.
    let url = session.url.context("a new session has no URL")?;
    let visit = site.visits.begin(session.id)?;
    let cookie = Cookie::build((COOKIE, visit))
        .path("/")
        .http_only(true)
        .secure(origin.starts_with("https:"))
        // Not `Strict`: Stripe's page leads back here, and the cookie has to come along.
        .same_site(SameSite::Lax);
    Ok((cookies.add(cookie), Redirect::to(&url)).into_response())
}

/// Where Stripe's page leads back to, often before the webhook arrives.
async fn result(State(site): State<Site>, cookies: CookieJar) -> Response {
    let visit = cookies.get(COOKIE).map(Cookie::value);
    let Some(id) = visit.and_then(|visit| site.visits.session(visit)) else {
        return pages::start().into_response();
    };
    let mut status = site.visits.status(&id);
    if !status.is_final() {
        // The webhook may be late, or lost. If Stripe cannot be asked, what is known will do.
        match site.read(&id).await {
            Ok(session) => status = Status::of(&session),
            Err(error) => eprintln!("{id}: {error}"),
        }
    }
    let page = pages::result(&status);
    if status == Status::Checking {
        ([(header::REFRESH, REFRESH)], page).into_response()
    } else {
        page.into_response()
    }
}

/// What Stripe sends. It sends an event again until the answer is 2xx.
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
    // Events come in any order, at the same time, and some twice: what counts is how the session
    // is now.
    match site.read(&session.id).await {
        Ok(session) => {
            println!("{} is {:?}", session.id, Status::of(&session));
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

/// Pages are for one visitor, hold no scripts, and are shown in no other site's frame.
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

/// Why there is no page: the visitor reads that it did not work, and the log says why.
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
