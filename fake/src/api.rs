//! Requests to the API.

use std::sync::Arc;

use axum::body::Body;
use axum::response::Response;
use http::HeaderValue;
use http::header::{CONTENT_TYPE, WWW_AUTHENTICATE};

use crate::fault::Fault;
use crate::ids;
use crate::record::RequestRecord;
use crate::refusal::Refusal;
use crate::server::Reset;
use crate::shared::Shared;
use crate::spec::Spec;

mod call;
mod key;
mod list;
mod operations;

use call::{Answer, Call, Pause};

/// Answers a request, or does what a fault says instead.
pub(crate) async fn answer(shared: Arc<Shared>, request: http::Request<Body>) -> Response {
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
        Some(Fault::Status(status)) => return logged(&shared, &record, failure(status)),
        Some(Fault::Reply {
            status,
            headers,
            body,
        }) => return logged(&shared, &record, reply(status, &headers, body)),
    };
    // Once it has begun, a request is carried out, though its client may leave.
    let work = Arc::clone(&shared);
    let task = tokio::spawn(async move {
        let answer = Call::read(request).await.carry_out(&work, pause).await;
        let response = respond(&answer);
        if lost {
            work.log(record);
            return reset();
        }
        logged(&work, &record, response)
    });
    match task.await {
        Ok(response) => response,
        // It panicked; a client sees what it would see of a server that died.
        Err(_) => reset(),
    }
}

fn logged(shared: &Shared, record: &RequestRecord, response: Response) -> Response {
    shared.log(RequestRecord {
        status: Some(response.status().as_u16()),
        ..record.clone()
    });
    response
}

fn record_of(request: &http::Request<Body>) -> RequestRecord {
    let route = Spec::get().route(request.method(), request.uri().path());
    RequestRecord {
        method: match request.method().as_str() {
            "GET" => "GET",
            "POST" => "POST",
            "DELETE" => "DELETE",
            _ => "OTHER",
        },
        path: route.map_or("(unknown)", |route| &route.operation.template),
        status: None,
    }
}

/// An answer that is not sent: the connection is reset instead.
fn reset() -> Response {
    let mut response = Response::new(Body::empty());
    response.extensions_mut().insert(Reset);
    response
}

fn respond(answer: &Answer) -> Response {
    let mut response = Response::new(Body::from(answer.body.clone()));
    *response.status_mut() = http::StatusCode::from_u16(answer.status)
        .unwrap_or(http::StatusCode::INTERNAL_SERVER_ERROR);
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
    if answer.status == 401 {
        let challenge = HeaderValue::from_static("Bearer realm=\"Stripe\"");
        headers.insert(WWW_AUTHENTICATE, challenge);
    }
    for (name, value) in &answer.headers {
        if let Ok(value) = HeaderValue::from_str(value) {
            headers.insert(*name, value);
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
        409 => Refusal::new(409, "Another request holds the object now.").code("lock_timeout"),
        429 => Refusal::new(429, "Too many requests at a time.").code("rate_limit"),
        500.. => Refusal::new(status, "An error occurred on the server."),
        _ => Refusal::new(status, "The request was refused, as the test says."),
    };
    let mut answer = Answer::refused(&refusal);
    answer.headers.push(("request-id", ids::random("req_")));
    respond(&answer)
}

fn reply(status: u16, headers: &[(String, String)], body: String) -> Response {
    let mut response = Response::new(Body::from(body));
    *response.status_mut() =
        http::StatusCode::from_u16(status).unwrap_or(http::StatusCode::INTERNAL_SERVER_ERROR);
    for (name, value) in headers {
        let name = name.parse::<http::HeaderName>();
        if let (Ok(name), Ok(value)) = (name, HeaderValue::from_str(value)) {
            response.headers_mut().append(name, value);
        }
    }
    response
}
