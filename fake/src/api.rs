//! Requests to the API.

use std::sync::Arc;

use axum::body::Body;
use axum::extract::{Path, State};
use axum::response::Response;
use http::header::{
    ACCESS_CONTROL_ALLOW_CREDENTIALS, ACCESS_CONTROL_ALLOW_METHODS, ACCESS_CONTROL_ALLOW_ORIGIN,
    ACCESS_CONTROL_EXPOSE_HEADERS, ACCESS_CONTROL_MAX_AGE, CACHE_CONTROL, CONTENT_TYPE,
    WWW_AUTHENTICATE,
};
use http::{HeaderName, HeaderValue, Method, StatusCode};

use crate::fault::Fault;
use crate::record::RequestRecord;
use crate::refusal::Refusal;
use crate::reset::Reset;
use crate::shared::Shared;
use crate::spec::Spec;
use crate::{file, ids};

mod call;
mod caller;
mod endpoints;
mod list;
mod operations;
mod sessions;

use call::{Answer, Call, Pause};
use caller::Caller;

pub(crate) use operations::parameters_from_json;

/// What Stripe sends with every answer.
const HEADERS: [(HeaderName, &str); 6] = [
    (ACCESS_CONTROL_ALLOW_CREDENTIALS, "true"),
    (
        ACCESS_CONTROL_ALLOW_METHODS,
        "GET, HEAD, PUT, PATCH, POST, DELETE",
    ),
    (ACCESS_CONTROL_ALLOW_ORIGIN, "*"),
    (
        ACCESS_CONTROL_EXPOSE_HEADERS,
        "Request-Id, Stripe-Manage-Version, Stripe-Should-Retry, X-Stripe-External-Auth-Required, \
         X-Stripe-Privileged-Session-Required",
    ),
    (ACCESS_CONTROL_MAX_AGE, "300"),
    (CACHE_CONTROL, "no-cache, no-store"),
];

/// Answers a request, or does what a fault says instead.
pub(crate) async fn answer(shared: Arc<Shared>, request: http::Request<Body>) -> Response {
    if request.method() == Method::OPTIONS {
        return preflight();
    }
    let record = record_of(&request);
    let fault = shared.store().faults.pop_front();
    let (pause, lost) = match fault {
        None => (Pause::None, false),
        Some(Fault::Delay(delay)) => (Pause::For(delay), false),
        Some(Fault::Hold) => (Pause::UntilReleased, false),
        Some(Fault::LoseReply) => (Pause::None, true),
        Some(Fault::Hang) => {
            shared.log(record);
            return std::future::pending().await;
        }
        Some(Fault::Reset) => {
            shared.log(record);
            return reset();
        }
        Some(Fault::Status(status)) => return logged(&shared, record, failure(status)),
        Some(Fault::Reply {
            status,
            headers,
            body,
        }) => return logged(&shared, record, reply(status, &headers, body)),
    };
    // A request that was accepted is carried out, even if its client leaves.
    let work = Arc::clone(&shared);
    let task = tokio::spawn(async move {
        let answer = Call::read(request).await.carry_out(&work, pause).await;
        let mut record = record;
        answer.describe(&mut record);
        if lost {
            work.log(record);
            return reset();
        }
        logged(&work, record, respond(&answer))
    });
    match task.await {
        Ok(response) => response,
        // The task panicked. To the client this is a server that died.
        Err(_) => reset(),
    }
}

/// `GET /v1/files/{file}/contents`, which Stripe serves at `files.stripe.com`.
pub(crate) async fn contents(
    State(shared): State<Arc<Shared>>,
    Path(id): Path<String>,
    request: http::Request<Body>,
) -> Response {
    let mut record = RequestRecord::new(request.method(), "/v1/files/{file}/contents");
    let found = Caller::read(request.headers(), &shared).and_then(|caller| {
        caller.must_be_restricted()?;
        let store = shared.store();
        let account = store.accounts.get(&caller.account);
        let found = account.is_some_and(|account| account.files.contains_key(&id));
        let missing = || Refusal::no_such("file upload", &id, "file");
        found.then_some(()).ok_or_else(missing)
    });
    match found {
        Ok(()) => {
            let mut response = Response::new(Body::from(file::CONTENTS));
            let type_ = HeaderValue::from_static("image/png");
            response.headers_mut().insert(CONTENT_TYPE, type_);
            logged(&shared, record, response)
        }
        Err(refusal) => {
            let answer = Answer::refused(&refusal);
            answer.describe(&mut record);
            logged(&shared, record, respond(&answer))
        }
    }
}

fn logged(shared: &Shared, mut record: RequestRecord, response: Response) -> Response {
    record.status = Some(response.status().as_u16());
    shared.log(record);
    response
}

fn record_of(request: &http::Request<Body>) -> RequestRecord {
    let route = Spec::get().route(&call::method(request.method()), request.uri().path());
    let path = route.map_or("(unknown)", |route| &route.operation.template);
    RequestRecord::new(request.method(), path)
}

/// An answer that is not sent: the connection is reset instead.
fn reset() -> Response {
    let mut response = Response::new(Body::empty());
    response.extensions_mut().insert(Reset);
    response
}

/// What a browser is told that asks whether a page may send a request.
fn preflight() -> Response {
    let mut response = Response::new(Body::empty());
    response.headers_mut().extend(headers());
    response
}

fn headers() -> impl Iterator<Item = (HeaderName, HeaderValue)> {
    HEADERS
        .iter()
        .map(|(name, value)| (name.clone(), HeaderValue::from_static(value)))
}

fn status_of(status: u16) -> StatusCode {
    StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}

fn respond(answer: &Answer) -> Response {
    let mut response = Response::new(Body::from(answer.body.clone()));
    *response.status_mut() = status_of(answer.status);
    let head = response.headers_mut();
    head.extend(headers());
    head.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
    if answer.status == 401 {
        let challenge = HeaderValue::from_static("Bearer realm=\"Stripe\"");
        head.insert(WWW_AUTHENTICATE, challenge);
    }
    for (name, value) in &answer.headers {
        if let Ok(value) = HeaderValue::from_str(value) {
            head.insert(*name, value);
        }
    }
    response
}

/// What Stripe answers when it fails with this status.
fn failure(status: u16) -> Response {
    let refusal = match status {
        401 => Refusal::new(401, "Invalid API Key provided."),
        402 => Refusal::new(402, "Your card was declined.")
            .type_("card_error")
            .code("card_declined"),
        409 => Refusal::new(409, "Another request is using this object.").code("lock_timeout"),
        429 => Refusal::new(429, "Too many requests in flight.").code("rate_limit"),
        500.. => Refusal::new(status, "An error occurred on the server."),
        _ => Refusal::new(
            status,
            "The request was refused by a fault that a test asked for.",
        ),
    };
    let mut answer = Answer::refused(&refusal);
    answer.headers.push(("request-id", ids::random("req_")));
    respond(&answer)
}

fn reply(status: u16, headers: &[(String, String)], body: String) -> Response {
    let mut response = Response::new(Body::from(body));
    *response.status_mut() = status_of(status);
    for (name, value) in headers {
        let name = name.parse::<HeaderName>();
        if let (Ok(name), Ok(value)) = (name, HeaderValue::from_str(value)) {
            response.headers_mut().append(name, value);
        }
    }
    response
}
