//! The page that a session's url leads to.

use std::sync::Arc;
use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::extract::{Path, State};
use axum::response::Response;
use http::StatusCode;
use http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, LOCATION, REFERRER_POLICY,
};

use crate::lifecycle::{self, At};
use crate::outcome::Outcome;
use crate::report;
use crate::shared::Shared;
use crate::store::Store;

mod html;

/// How long checks take that take a while.
const CHECKS_TAKE: Duration = Duration::from_secs(10);

/// The form.
pub(crate) async fn show(State(shared): State<Arc<Shared>>, Path(token): Path<String>) -> Response {
    if shared.store().visit(&token).is_some() {
        page(StatusCode::OK, html::picker(None))
    } else {
        page(StatusCode::NOT_FOUND, html::gone())
    }
}

/// What was chosen, and back to where the person came from.
pub(crate) async fn submit(
    State(shared): State<Arc<Shared>>,
    Path(token): Path<String>,
    body: Bytes,
) -> Response {
    let done = take(&mut shared.store(), &token, &body);
    shared.changed.notify_waiters();
    match done {
        Done::Gone => page(StatusCode::NOT_FOUND, html::gone()),
        Done::Refused(reason) => page(StatusCode::BAD_REQUEST, html::picker(Some(&reason))),
        Done::Submitted(None) => page(StatusCode::OK, html::thanks()),
        Done::Submitted(Some(url)) => {
            let mut response = page(StatusCode::SEE_OTHER, String::new());
            // It was looked at when the session was made.
            if let Ok(url) = url.parse() {
                response.headers_mut().insert(LOCATION, url);
            }
            response
        }
    }
}

enum Done {
    Submitted(Option<String>),
    Refused(String),
    Gone,
}

fn take(store: &mut Store, token: &str, form: &[u8]) -> Done {
    let Some(visit) = store.visit(token) else {
        return Done::Gone;
    };
    let at = At {
        account: &visit.account,
        id: &visit.session,
        cause: None,
    };
    let Some(record) = store.session(at.account, at.id) else {
        return Done::Gone;
    };
    let return_url = record.return_url.clone();
    let person = report::sample(&record.session);
    let mut chosen = String::new();
    let mut code = String::new();
    for (name, value) in form_urlencoded::parse(form) {
        match &*name {
            "outcome" => chosen = value.into_owned(),
            "code" => code = value.into_owned(),
            _ => {}
        }
    }
    let done = match chosen.as_str() {
        "verified" => lifecycle::submit(store, at, Outcome::Verified(person)),
        "verified_later" => {
            lifecycle::submit_later(store, at, Outcome::Verified(person), CHECKS_TAKE)
        }
        "failed" => lifecycle::submit(store, at, Outcome::failed(&code)),
        "canceled" => lifecycle::submit(store, at, Outcome::Canceled),
        _ => return Done::Refused("Choose an outcome.".to_owned()),
    };
    match done {
        Ok(()) => Done::Submitted(return_url),
        Err(error) => Done::Refused(error.to_string()),
    }
}

fn page(status: StatusCode, html: String) -> Response {
    let mut response = Response::new(Body::from(html));
    *response.status_mut() = status;
    let headers = response.headers_mut();
    let fixed = [
        (CONTENT_TYPE, "text/html; charset=utf-8"),
        // The address lets someone in, and is not to be kept or told on.
        (CACHE_CONTROL, "no-store"),
        (REFERRER_POLICY, "no-referrer"),
        (
            CONTENT_SECURITY_POLICY,
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'",
        ),
    ];
    for (name, value) in fixed {
        headers.insert(name, http::HeaderValue::from_static(value));
    }
    response
}
