//! The control interface over HTTP: what [`Handle`] does, under `/_fake/`, a path that Stripe
//! does not use. `openapi/control.json` describes it.

use std::net::IpAddr;
use std::sync::LazyLock;
use std::time::Duration;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{Path, Request, State};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::{any, get, post};
use http::header::{AUTHORIZATION, CONTENT_TYPE, HOST, ORIGIN};
use http::{HeaderMap, Method, StatusCode};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};

use crate::record::RequestRecord;
use crate::webhook::Payload;
use crate::{Error, Handle, Outcome, Person, Seed, html};

mod wire;

use wire::{Advance, Decision, Faults, Listen, Plans, Resend, Seeds};

const DOCUMENT: &str = include_str!("../openapi/control.json");

/// The paths of the document, such as `/_fake/sessions/{session}`.
static PATHS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let document: Value = serde_json::from_str(DOCUMENT).expect("the document is JSON");
    let paths = document["paths"].as_object();
    paths.map_or_else(Vec::new, |paths| paths.keys().cloned().collect())
});

pub(crate) fn router(handle: Handle) -> Router {
    let guarded = Router::new()
        .route("/_fake/state", get(state))
        .route("/_fake/summary", get(summary))
        .route("/_fake/reset", post(reset))
        .route("/_fake/seed", post(seed))
        .route("/_fake/sessions", get(sessions))
        .route("/_fake/sessions/{session}", get(session))
        .route("/_fake/sessions/{session}/outcome", post(outcome))
        .route("/_fake/plans", get(plans).post(plan).delete(clear_plans))
        .route("/_fake/person", get(person).put(set_person))
        .route("/_fake/clock", get(clock))
        .route("/_fake/clock/advance", post(advance))
        .route("/_fake/faults", get(faults).post(fail).delete(clear_faults))
        .route("/_fake/release", post(release))
        .route("/_fake/events", get(events))
        .route("/_fake/events/{event}/resend", post(resend))
        .route("/_fake/deliveries", get(deliveries))
        .route("/_fake/webhooks", get(webhooks).post(listen))
        .route("/_fake/requests", get(requests))
        .route("/_fake/{*path}", any(unknown))
        .layer(from_fn_with_state(handle.clone(), guard));
    Router::new()
        .route(
            "/_fake/health",
            get(async || Reply::new(json!({ "status": "ok" }))),
        )
        .route("/_fake/openapi.json", get(document))
        .route("/_fake", get(document))
        .merge(guarded)
        .with_state(handle)
}

async fn unknown() -> Problem {
    Problem::new(
        StatusCode::NOT_FOUND,
        "there is no such operation: see /_fake/openapi.json",
    )
}

async fn document() -> Response {
    html::asset("application/json", DOCUMENT)
}

/// Lets in who has the token; without one, programs on this machine, and no pages of other
/// sites. Tells the log what was done.
async fn guard(State(handle): State<Handle>, request: Request<Body>, next: Next) -> Response {
    let (method, path) = (request.method().clone(), request.uri().path().to_owned());
    let response = match admit(&handle, request.headers()) {
        Ok(()) => next.run(request).await,
        Err(problem) => problem.into_response(),
    };
    if method != Method::GET {
        let mut record = RequestRecord::new(&method, template(&path));
        record.status = Some(response.status().as_u16());
        if let Some(about) = response.extensions().get::<About>() {
            record.refused(about.code.as_deref(), about.param.as_deref());
            record.session.clone_from(&about.session);
        }
        handle.shared().announce(&record);
    }
    response
}

fn admit(handle: &Handle, headers: &HeaderMap) -> Result<(), Problem> {
    let text = |name| headers.get(name)?.to_str().ok();
    let host = text(HOST).unwrap_or_default();
    let forbidden = |message| Err(Problem::new(StatusCode::FORBIDDEN, message));
    if let Some(origin) = text(ORIGIN)
        && origin
            .split_once("://")
            .is_none_or(|(_, origin)| origin != host)
    {
        return forbidden("pages of other sites have no access");
    }
    let Some(token) = &handle.shared().control_token else {
        // A name that an attacker let point here would be another one.
        return if is_loopback(host) {
            Ok(())
        } else {
            forbidden("without a token, only 127.0.0.1, [::1] and localhost have access")
        };
    };
    let given = text(AUTHORIZATION).and_then(|value| value.split_once(' '));
    let is_it = given.is_some_and(|(scheme, given)| {
        scheme.eq_ignore_ascii_case("bearer") && given.trim() == token
    });
    if is_it {
        Ok(())
    } else {
        let message =
            "send the token that the stand-in printed at its start: Authorization: Bearer …";
        Err(Problem::new(StatusCode::UNAUTHORIZED, message))
    }
}

fn is_loopback(host: &str) -> bool {
    let name = match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => name,
        _ => host,
    };
    let name = name.trim_start_matches('[').trim_end_matches(']');
    name.eq_ignore_ascii_case("localhost")
        || name
            .parse::<IpAddr>()
            .is_ok_and(|address| address.is_loopback())
}

/// The path's template in the document.
fn template(path: &str) -> &'static str {
    let fits = |template: &&String| {
        template.split('/').count() == path.split('/').count()
            && template
                .split('/')
                .zip(path.split('/'))
                .all(|(expected, given)| expected.starts_with('{') || expected == given)
    };
    PATHS.iter().find(fits).map_or("(unknown)", String::as_str)
}

/// What the log tells about a request.
#[derive(Clone, Default)]
struct About {
    session: Option<String>,
    code: Option<String>,
    param: Option<String>,
}

/// An answer of 200.
struct Reply {
    body: Value,
    about: About,
}

impl Reply {
    fn new(body: Value) -> Self {
        Self {
            body,
            about: About::default(),
        }
    }

    fn done() -> Self {
        Self::new(json!({}))
    }

    fn list(data: impl IntoIterator<Item = Value>) -> Self {
        let data = Value::from_iter(data);
        Self::new(json!({ "data": data }))
    }
}

impl IntoResponse for Reply {
    fn into_response(self) -> Response {
        let mut response = html::asset("application/json", crate::json::text(&self.body));
        response.extensions_mut().insert(self.about);
        response
    }
}

/// Why a request is refused.
struct Problem {
    status: StatusCode,
    message: String,
    param: Option<String>,
}

impl Problem {
    fn new(status: StatusCode, message: impl Into<String>) -> Self {
        Self {
            status,
            message: message.into(),
            param: None,
        }
    }

    fn invalid(message: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, message)
    }
}

impl From<Error> for Problem {
    fn from(error: Error) -> Self {
        let status = match &error {
            Error::UnknownSession | Error::UnknownEvent => StatusCode::NOT_FOUND,
            Error::NotSubmittable { .. } => StatusCode::CONFLICT,
            _ => StatusCode::BAD_REQUEST,
        };
        let message = error.to_string();
        let param = match error {
            Error::Parameters { param, .. } => param,
            _ => None,
        };
        Self {
            status,
            message,
            param,
        }
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let mut error = Map::from_iter([("message".to_owned(), self.message.into())]);
        if let Some(param) = &self.param {
            error.insert("param".to_owned(), param.as_str().into());
        }
        let body = crate::json::text(&json!({ "error": error }));
        let mut response = html::asset("application/json", body);
        *response.status_mut() = self.status;
        response.extensions_mut().insert(About {
            param: self.param,
            ..About::default()
        });
        response
    }
}

/// Reads a JSON body; none stands for an empty object.
///
/// The content type has to say that it is JSON. A form of another site, which a browser
/// sends without asking first, cannot.
fn read<T: DeserializeOwned>(headers: &HeaderMap, body: &[u8]) -> Result<T, Problem> {
    let type_ = headers
        .get(CONTENT_TYPE)
        .and_then(|type_| type_.to_str().ok());
    let essence = type_.and_then(|type_| type_.split(';').next());
    let is_json =
        essence.is_some_and(|type_| type_.trim().eq_ignore_ascii_case("application/json"));
    if !body.is_empty() && !is_json {
        let message = "the body must be JSON, with the header 'Content-Type: application/json'";
        return Err(Problem::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, message));
    }
    let body = if body.is_empty() { b"{}" } else { body };
    serde_json::from_slice(body).map_err(|error| Problem::invalid(error.to_string()))
}

fn seconds(seconds: f64) -> Result<Duration, Problem> {
    Duration::try_from_secs_f64(seconds)
        .map_err(|_| Problem::invalid("seconds must be a number that is not negative"))
}

type Result<T = Reply, E = Problem> = std::result::Result<T, E>;

/// What the page at `/` shows, read at once.
async fn state(State(handle): State<Handle>) -> Reply {
    let sessions = handle.sessions();
    let sessions = sessions.iter().rev().take(100).map(|session| {
        let mut value = wire::session(session);
        value["possible_codes"] = json!(handle.possible_codes(&session.id));
        value
    });
    Reply::new(json!({
        "now": handle.now(),
        "sessions": sessions.collect::<Vec<_>>(),
        "reports": handle.reports(),
        "events": handle.raw_events(),
        "deliveries": handle.deliveries().iter().map(wire::delivery).collect::<Vec<_>>(),
        "webhooks": handle.webhooks(),
        "summary": handle.summary().to_string(),
    }))
}

async fn summary(State(handle): State<Handle>) -> Reply {
    Reply::new(wire::summary(&handle.summary()))
}

async fn reset(State(handle): State<Handle>) -> Reply {
    handle.reset();
    Reply::done()
}

async fn seed(State(handle): State<Handle>, headers: HeaderMap, body: Bytes) -> Result {
    let Seeds { sessions } = read(&headers, &body)?;
    let seeds = sessions.into_iter().map(|seed| {
        let mut planted = Seed::new(seed.parameters).account(seed.account);
        planted.outcome = seed.outcome.map(Outcome::from);
        planted
    });
    let made = handle.seed(seeds)?;
    Ok(Reply::list(made.iter().map(wire::session)))
}

async fn sessions(State(handle): State<Handle>) -> Reply {
    Reply::list(handle.sessions().iter().map(wire::session))
}

async fn session(State(handle): State<Handle>, Path(id): Path<String>) -> Result {
    let session = handle.session(id).ok_or(Error::UnknownSession)?;
    Ok(Reply::new(wire::session(&session)))
}

async fn outcome(
    State(handle): State<Handle>,
    Path(id): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Result {
    let decision: Decision = read(&headers, &body)?;
    let later = decision.checks_take_seconds.map(seconds).transpose()?;
    let outcome = Outcome::from(decision.outcome);
    let code = match &outcome {
        Outcome::Failed(code) => Some(code.to_string()),
        _ => None,
    };
    let session = handle.submit_now(&id, outcome, later)?;
    if decision.wait {
        handle.settled().await;
    }
    Ok(Reply {
        body: wire::session(&session),
        about: About {
            session: Some(id),
            code,
            param: None,
        },
    })
}

async fn plans(State(handle): State<Handle>) -> Reply {
    Reply::new(json!({ "planned": handle.planned() }))
}

async fn plan(State(handle): State<Handle>, headers: HeaderMap, body: Bytes) -> Result {
    let plan: Plans = read(&headers, &body)?;
    handle.submit_next(plan.count, plan.outcome.into(), plan.when.into());
    Ok(plans(State(handle)).await)
}

async fn clear_plans(State(handle): State<Handle>) -> Reply {
    handle.clear_planned();
    plans(State(handle)).await
}

async fn person(State(handle): State<Handle>) -> Reply {
    Reply::new(json!(handle.person()))
}

async fn set_person(State(handle): State<Handle>, headers: HeaderMap, body: Bytes) -> Result {
    let new: Person = read(&headers, &body)?;
    handle.set_person(new);
    Ok(person(State(handle)).await)
}

async fn clock(State(handle): State<Handle>) -> Reply {
    Reply::new(json!({ "now": handle.now() }))
}

async fn advance(State(handle): State<Handle>, headers: HeaderMap, body: Bytes) -> Result {
    let by: Advance = read(&headers, &body)?;
    handle.advance(seconds(by.seconds)?);
    if by.wait {
        handle.settled().await;
    }
    Ok(clock(State(handle)).await)
}

async fn faults(State(handle): State<Handle>) -> Reply {
    Reply::new(json!({
        "faults": handle.faults().iter().map(wire::fault).collect::<Vec<_>>(),
        "events_to_lose": handle.events_to_lose(),
        "held": handle.held_now(),
    }))
}

async fn fail(State(handle): State<Handle>, headers: HeaderMap, body: Bytes) -> Result {
    let Faults { fault, count } = read(&headers, &body)?;
    match fault.into_fault()? {
        Some(fault) => handle.fail_next(count, fault),
        None => handle.lose_events(count),
    }
    Ok(faults(State(handle)).await)
}

async fn clear_faults(State(handle): State<Handle>) -> Reply {
    handle.clear_faults();
    faults(State(handle)).await
}

async fn release(State(handle): State<Handle>) -> Reply {
    handle.release();
    Reply::done()
}

async fn events(State(handle): State<Handle>) -> Reply {
    Reply::list(handle.raw_events())
}

async fn resend(
    State(handle): State<Handle>,
    Path(id): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Result {
    let Resend { wait } = read(&headers, &body)?;
    let endpoints = handle.resend(&id)?;
    if wait {
        handle.settled().await;
    }
    Ok(Reply::new(json!({ "endpoints": endpoints })))
}

async fn deliveries(State(handle): State<Handle>) -> Reply {
    Reply::list(handle.deliveries().iter().map(wire::delivery))
}

async fn webhooks(State(handle): State<Handle>) -> Reply {
    Reply::list(handle.webhooks().into_iter().map(Value::from))
}

async fn listen(State(handle): State<Handle>, headers: HeaderMap, body: Bytes) -> Result {
    let Listen { url, thin } = read(&headers, &body)?;
    let payload = if thin {
        Payload::Thin
    } else {
        Payload::Snapshot
    };
    let id = handle.listen(&url, payload, false)?;
    Ok(Reply::new(
        json!({ "id": id, "secret": handle.webhook_secret() }),
    ))
}

async fn requests(State(handle): State<Handle>) -> Reply {
    Reply::list(handle.requests().iter().map(wire::request))
}
