//! The hosted page that a session's url leads to, and Stripe.js's modal around it.

use std::fmt::Write as _;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Bytes;
use axum::extract::{Path, RawQuery, State};
use axum::response::Response;
use axum::routing::{get, post};
use http::header::{ACCESS_CONTROL_ALLOW_ORIGIN, HeaderName, LOCATION};
use http::{HeaderValue, Method, StatusCode};
use serde_json::json;
use stripe_identity::verification_session::{SessionLastErrorCode as Code, VerificationSessionId};

use crate::html::{self, JAVASCRIPT, Policy};
use crate::lifecycle::{self, At};
use crate::outcome::Outcome;
use crate::record::RequestRecord;
use crate::shared::Shared;
use crate::store::{Store, Visit};

mod form;

/// How long checks take that take a while.
const CHECKS_TAKE: Duration = Duration::from_secs(10);

const PATH: &str = "/start/{token}";

pub(crate) fn router() -> Router<Arc<Shared>> {
    Router::new()
        .route(PATH, get(visit).post(submit))
        .route("/stripe.js", get(stripe_js))
        .route("/modal", post(modal))
        .route("/modal.js", get(modal_js))
}

/// The person opens the page.
async fn visit(
    State(shared): State<Arc<Shared>>,
    Path(token): Path<String>,
    RawQuery(query): RawQuery,
) -> Response {
    let is_modal = query.is_some_and(|query| query == "modal");
    let (done, session) = {
        let mut store = shared.store();
        match store.visit(&token) {
            None => (Done::Gone, None),
            Some(visit) => {
                let planned = store.session(&visit.account, &visit.session);
                let planned = planned.and_then(|record| record.on_visit.take());
                let done = match planned {
                    Some(outcome) => finish(&mut store, &visit, outcome, None),
                    None => Done::Shown(form::form(&codes(&mut store, &visit), None)),
                };
                (done, Some(visit.session))
            }
        }
    };
    answer(&shared, &Method::GET, session, done, is_modal)
}

/// The person submits, and goes back to where they came from.
async fn submit(
    State(shared): State<Arc<Shared>>,
    Path(token): Path<String>,
    RawQuery(query): RawQuery,
    body: Bytes,
) -> Response {
    let is_modal = query.is_some_and(|query| query == "modal");
    let (done, session) = {
        let mut store = shared.store();
        match store.visit(&token) {
            None => (Done::Gone, None),
            Some(visit) => (choose(&mut store, &visit, &body), Some(visit.session)),
        }
    };
    answer(&shared, &Method::POST, session, done, is_modal)
}

/// What comes of a request for a hosted page.
enum Done {
    Shown(String),
    Submitted {
        return_url: Option<String>,
        /// `last_error.code`
        code: Option<String>,
        /// `error.code` of Stripe.js
        modal: Option<&'static str>,
    },
    Refused(String),
    Gone,
}

fn choose(store: &mut Store, visit: &Visit, form: &[u8]) -> Done {
    let mut chosen = String::new();
    let mut code = String::new();
    for (name, value) in form_urlencoded::parse(form) {
        match &*name {
            "outcome" => chosen = value.into_owned(),
            "code" => code = value.into_owned(),
            _ => {}
        }
    }
    let refused =
        |store: &mut Store, why: &str| Done::Refused(form::form(&codes(store, visit), Some(why)));
    match (chosen.as_str(), code.as_str()) {
        ("verified", _) => finish(store, visit, Outcome::VerifiedSample, None),
        ("verified_later", _) => finish(store, visit, Outcome::VerifiedSample, Some(CHECKS_TAKE)),
        ("canceled", _) => finish(store, visit, Outcome::Canceled, None),
        ("failed", "") => refused(store, "Choose a reason for the failure."),
        ("failed", code) => finish(store, visit, Outcome::failed(code), None),
        _ => refused(store, "Choose an outcome."),
    }
}

fn finish(store: &mut Store, visit: &Visit, outcome: Outcome, later: Option<Duration>) -> Done {
    let at = at(visit);
    let record = store.session(at.account, at.id);
    let return_url = record.and_then(|record| record.return_url.clone());
    let code = match &outcome {
        Outcome::Failed(code) => Some(code.to_string()),
        _ => None,
    };
    let modal = modal_error(&outcome);
    let submitted = match later {
        None => lifecycle::submit(store, at, outcome),
        Some(wait) => lifecycle::submit_later(store, at, outcome, wait),
    };
    match submitted {
        Ok(()) => Done::Submitted {
            return_url,
            code,
            modal,
        },
        Err(error) => Done::Refused(form::form(&codes(store, visit), Some(&error.to_string()))),
    }
}

/// The `error.code` with which Stripe.js ends, if the person did not get to submit:
/// <https://docs.stripe.com/js/identity/modal>.
fn modal_error(outcome: &Outcome) -> Option<&'static str> {
    match outcome {
        Outcome::Canceled | Outcome::Failed(Code::Abandoned) => Some("session_cancelled"),
        Outcome::Failed(code) => match code {
            Code::ConsentDeclined => Some("consent_declined"),
            // Stripe's page does not list it; the visit ends as on an unsupported device.
            Code::CountryNotSupported | Code::DeviceNotSupported => Some("device_unsupported"),
            Code::UnderSupportedAge => Some("under_supported_age"),
            Code::EmailVerificationDeclined => Some("email_verification_declined"),
            Code::PhoneVerificationDeclined => Some("phone_otp_declined"),
            _ => None,
        },
        _ => None,
    }
}

fn answer(
    shared: &Shared,
    method: &Method,
    session: Option<VerificationSessionId>,
    done: Done,
    is_modal: bool,
) -> Response {
    shared.changed.notify_waiters();
    let mut record = RequestRecord::new(method, PATH);
    record.session = session.map(|session| session.to_string());
    let policy = if is_modal {
        Policy::Framed
    } else {
        Policy::Form
    };
    let response = match done {
        Done::Shown(page) => html::page(StatusCode::OK, policy, page),
        Done::Refused(page) => html::page(StatusCode::BAD_REQUEST, policy, page),
        Done::Gone => html::page(StatusCode::NOT_FOUND, policy, form::gone()),
        Done::Submitted {
            return_url,
            code,
            modal,
        } => {
            record.code = code;
            match return_url {
                _ if is_modal => html::page(StatusCode::OK, policy, form::end_of_modal(modal)),
                None => html::page(StatusCode::OK, policy, form::thanks()),
                Some(url) => redirect(&url),
            }
        }
    };
    record.status = Some(response.status().as_u16());
    shared.log(record);
    response
}

fn redirect(url: &str) -> Response {
    let mut response = html::page(StatusCode::SEE_OTHER, Policy::Form, String::new());
    // All characters that a header may not have are percent-encoded.
    if let Ok(url) = plain(url).parse() {
        response.headers_mut().insert(LOCATION, url);
    }
    response
}

/// A URL as a browser writes it, with everything percent-encoded that is not printable
/// ASCII.
fn plain(url: &str) -> String {
    let mut plain = String::with_capacity(url.len());
    for byte in url.bytes() {
        if byte.is_ascii_graphic() {
            plain.push(char::from(byte));
        } else {
            // Writing into a `String` cannot fail.
            let _ = write!(plain, "%{byte:02X}");
        }
    }
    plain
}

fn at(visit: &Visit) -> At<'_> {
    At {
        account: &visit.account,
        id: &visit.session,
        cause: None,
    }
}

fn codes(store: &mut Store, visit: &Visit) -> Vec<&'static str> {
    lifecycle::possible_codes(store, at(visit))
}

/// A drop-in for Stripe.js's `stripe.verifyIdentity`.
async fn stripe_js(State(shared): State<Arc<Shared>>) -> Response {
    let public_url = shared.store().public_url.clone();
    let script = include_str!("page/stripe.js").replace("STAND_IN", &json!(public_url).to_string());
    html::asset(JAVASCRIPT, script)
}

async fn modal_js() -> Response {
    html::asset(JAVASCRIPT, include_str!("page/modal.js"))
}

/// The page for a client secret, which `stripe.js` sends as plain text: no preflight, and
/// the secret is in no URL. Any site may ask; the secret is what lets it in.
async fn modal(State(shared): State<Arc<Shared>>, secret: Bytes) -> Response {
    let secret = String::from_utf8_lossy(&secret);
    let url = shared.store().url_for(secret.trim());
    let (status, body) = match url {
        Some(url) => (StatusCode::OK, json!({ "url": format!("{url}?modal") })),
        None => (
            StatusCode::NOT_FOUND,
            json!({ "error": {
                "type": "invalid_request_error", "code": "resource_missing",
                "message": "This client secret is not valid: it was used, or is more than 24 \
                            hours old. Retrieve the session for a new one.",
            } }),
        ),
    };
    let mut record = RequestRecord::new(&Method::POST, "/modal");
    record.status = Some(status.as_u16());
    shared.log(record);
    let mut response = html::asset("application/json", body.to_string());
    *response.status_mut() = status;
    let any: (HeaderName, HeaderValue) =
        (ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    response.headers_mut().extend([any]);
    response
}
