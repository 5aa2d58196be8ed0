use std::time::Duration;

use axum::body::Body;
use http::header::CONTENT_TYPE;
use http::{HeaderMap, Method};
use indexmap::IndexMap;
use stripe_identity::API_VERSION;
use stripe_identity::verification_session::VerificationSessionId;

use super::caller::Caller;
use super::operations::Checked;
use crate::form::Node;
use crate::idempotency::Reply;
use crate::record::RequestRecord;
use crate::refusal::Refusal;
use crate::shared::Shared;
use crate::spec::{Route, Spec};
use crate::store::Store;
use crate::webhook::Cause;
use crate::{check, ids};

/// Far more than any request of the API needs.
const LARGEST_BODY: usize = 1024 * 1024;
const FORM: &str = "application/x-www-form-urlencoded";

/// A request.
pub(super) struct Call {
    method: Method,
    path: String,
    headers: HeaderMap,
    /// Or why they cannot be read, which only a caller with a key is told.
    parameters: Result<IndexMap<String, Node>, Refusal>,
}

/// The answer to a call.
pub(super) struct Answer {
    pub(super) status: u16,
    pub(super) body: String,
    pub(super) headers: Vec<(&'static str, String)>,
    session: Option<String>,
    code: Option<&'static str>,
    param: Option<String>,
}

/// What happens between accepting a request and carrying it out.
#[derive(Clone, Copy)]
pub(super) enum Pause {
    None,
    For(Duration),
    UntilReleased,
}

impl Pause {
    async fn pass(self, shared: &Shared) {
        match self {
            Self::None => {}
            Self::For(delay) => tokio::time::sleep(delay).await,
            Self::UntilReleased => {
                let round = {
                    let mut store = shared.store();
                    store.holds.held += 1;
                    store.holds.round
                };
                shared.changed.notify_waiters();
                shared.until(|store| store.holds.round > round).await;
            }
        }
    }
}

/// A call with a valid key, for an operation that exists.
struct Begun<'a> {
    caller: Caller,
    route: Route,
    parameters: &'a IndexMap<String, Node>,
}

impl Answer {
    fn new(status: u16, body: String) -> Self {
        Self {
            status,
            body,
            headers: Vec::new(),
            session: None,
            code: None,
            param: None,
        }
    }

    pub(super) fn refused(refusal: &Refusal) -> Self {
        Self {
            code: refusal.code,
            param: refusal.param.clone(),
            ..Self::new(refusal.status, refusal.body())
        }
    }

    /// Adds what the log tells about it.
    pub(super) fn describe(&self, record: &mut RequestRecord) {
        record.session.clone_from(&self.session);
        record.refused(self.code, self.param.as_deref());
    }
}

impl Call {
    /// Reads the request.
    pub(super) async fn read(request: http::Request<Body>) -> Self {
        let (parts, body) = request.into_parts();
        let query = parts.uri.query().unwrap_or_default();
        let method = method(&parts.method);
        Self {
            parameters: read_parameters(&method, query, &parts.headers, body).await,
            path: parts.uri.path().to_owned(),
            method,
            headers: parts.headers,
        }
    }

    /// Carries it out, and adds the headers that every answer has.
    pub(super) async fn carry_out(self, shared: &Shared, pause: Pause) -> Answer {
        let request_id = ids::random("req_");
        let mut answer = match self.begin(shared) {
            Err(refusal) => Answer::refused(&refusal),
            Ok(begun) => {
                let cause = Cause {
                    request_id: request_id.clone(),
                    idempotency_key: self.idempotency_key(),
                };
                self.once(shared, &begun, &cause, pause).await
            }
        };
        let version = self.header("stripe-version").unwrap_or(API_VERSION);
        answer.headers.push(("stripe-version", version.to_owned()));
        answer.headers.push(("request-id", request_id));
        if let Some(key) = self.idempotency_key() {
            answer.headers.push(("idempotency-key", key));
        }
        if let Some(account) = self.header("stripe-account") {
            answer.headers.push(("stripe-account", account.to_owned()));
        }
        answer
    }

    /// Checks everything but the parameters.
    fn begin(&self, shared: &Shared) -> Result<Begun<'_>, Refusal> {
        let caller = Caller::read(&self.headers, shared)?;
        if let Some(version) = self.header("stripe-version") {
            check_version(version)?;
        }
        let route = Spec::get()
            .route(&self.method, &self.path)
            .ok_or_else(|| Refusal::unknown_url(self.method.as_str(), &self.path))?;
        let parameters = self.parameters.as_ref().map_err(Refusal::clone)?;
        Ok(Begun {
            caller,
            route,
            parameters,
        })
    }

    /// Carries it out, or replays the answer of an earlier request with the same
    /// idempotency key.
    async fn once(
        &self,
        shared: &Shared,
        begun: &Begun<'_>,
        cause: &Cause,
        pause: Pause,
    ) -> Answer {
        let Begun {
            caller,
            route,
            parameters,
        } = begun;
        let key = cause.idempotency_key.as_ref();
        if let Some(key) = key {
            let mut store = shared.store();
            let now = store.clock.elapsed();
            let account = store.accounts.entry(caller.account.clone()).or_default();
            match account.saved.begin(key, &self.fingerprint(parameters), now) {
                Ok(None) => {}
                Ok(Some(reply)) => return replayed(reply),
                Err(refusal) => return Answer::refused(&refusal),
            }
        }
        pause.pass(shared).await;
        let mut store = shared.store();
        let session = known_session(&store, caller, route);
        let checked = check::parameters(route.operation.parameters(), parameters)
            .and_then(|parameters| Checked::new(caller, route, parameters));
        let (answer, keep) = match checked {
            // Refused before anything happened: the key can be used again.
            Err(refusal) => (Answer::refused(&refusal), false),
            Ok(checked) => match checked.carry_out(&mut store, &shared.base_url, cause) {
                Ok(done) => {
                    let answer = Answer {
                        session: done.session,
                        code: done.plan_refused.then_some("planned_outcome_refused"),
                        ..Answer::new(200, crate::json::text(&done.body))
                    };
                    (answer, true)
                }
                Err(refusal) => (Answer::refused(&refusal), true),
            },
        };
        let answer = Answer {
            session: answer.session.or(session),
            ..answer
        };
        if let Some(key) = key {
            let account = store.accounts.entry(caller.account.clone()).or_default();
            if keep {
                let reply = Reply {
                    status: answer.status,
                    body: answer.body.clone(),
                    request_id: cause.request_id.clone(),
                };
                account.saved.finish(key, reply);
            } else {
                account.saved.forget(key);
            }
        }
        drop(store);
        shared.changed.notify_waiters();
        answer
    }

    /// The idempotency key. Stripe ignores it for other methods than POST:
    /// <https://docs.stripe.com/api/idempotent_requests>.
    fn idempotency_key(&self) -> Option<String> {
        let key = self.header("idempotency-key")?;
        (self.method == Method::POST).then(|| key.to_owned())
    }

    /// Tells requests with the same key apart: method, path and parameters.
    fn fingerprint(&self, parameters: &IndexMap<String, Node>) -> String {
        let mut parts = vec![format!("{} {}", self.method, self.path)];
        Node::write(parameters, "", &mut parts);
        if let Some(parameters) = parts.get_mut(1..) {
            parameters.sort();
        }
        parts.join("&")
    }

    fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }
}

/// The method that says which operation is meant: HEAD is GET without the body of the
/// answer, as HTTP defines it.
pub(super) fn method(method: &Method) -> Method {
    if method == Method::HEAD {
        Method::GET
    } else {
        method.clone()
    }
}

/// The parameters of the query and of the body.
async fn read_parameters(
    method: &Method,
    query: &str,
    headers: &HeaderMap,
    body: Body,
) -> Result<IndexMap<String, Node>, Refusal> {
    let body = axum::body::to_bytes(body, LARGEST_BODY)
        .await
        .map_err(|_| Refusal::new(413, "The request is too large, or incomplete."))?;
    if !body.is_empty() && method == Method::GET {
        return Err(Refusal::invalid(
            "A GET request has no body: send its parameters in the query.",
        ));
    }
    let content_type = headers
        .get(CONTENT_TYPE)
        .and_then(|value| value.to_str().ok());
    if !body.is_empty() && !content_type.is_some_and(is_form) {
        return Err(Refusal::invalid(format!(
            "The body must be form-encoded, with the header 'Content-Type: {FORM}'."
        )));
    }
    let mut form = query.as_bytes().to_vec();
    if !form.is_empty() && !body.is_empty() {
        form.push(b'&');
    }
    form.extend_from_slice(&body);
    Node::parse(&form)
}

fn is_form(content_type: &str) -> bool {
    let essence = content_type.split(';').next().unwrap_or_default();
    essence.trim().eq_ignore_ascii_case(FORM)
}

/// The session in the path, if there is such a session. Any other id is free text, which no
/// log repeats.
fn known_session(store: &Store, caller: &Caller, route: &Route) -> Option<String> {
    let (_, id) = route.id.as_ref().filter(|(name, _)| *name == "session")?;
    let id = VerificationSessionId::new(id.as_str()).ok()?;
    let account = store.accounts.get(&caller.account)?;
    account.sessions.contains_key(&id).then(|| id.to_string())
}

fn replayed(reply: Reply) -> Answer {
    let mut answer = Answer::new(reply.status, reply.body);
    answer.headers = vec![
        ("idempotent-replayed", "true".to_owned()),
        ("original-request", reply.request_id),
    ];
    answer
}

/// Accepts `2026-09-30`, with a name in newer versions, and with preview features as in
/// `2026-09-30.endive; identity_beta=v2`.
fn check_version(version: &str) -> Result<(), Refusal> {
    let mut parts = version.split(';').map(str::trim);
    let release = parts.next().unwrap_or_default();
    let (date, name) = release.split_once('.').unwrap_or((release, "a"));
    let date: Vec<&str> = date.split('-').collect();
    let digits =
        |part: &str, length| part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit());
    let is_date = matches!(date[..], [year, month, day] if digits(year, 4) && digits(month, 2) && digits(day, 2));
    let is_name = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_lowercase());
    let is_feature = |part: &str| {
        part.split_once('=').is_some_and(|(name, version)| {
            let plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
            let number = version.strip_prefix('v').unwrap_or_default();
            !name.is_empty() && name.bytes().all(plain) && digits(number, number.len().max(1))
        })
    };
    if is_date && is_name && parts.all(is_feature) {
        Ok(())
    } else {
        Err(Refusal::invalid(format!(
            "Invalid Stripe API version. It looks like '{API_VERSION}'."
        )))
    }
}
