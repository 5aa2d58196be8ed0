use std::time::Duration;

use axum::body::Body;
use http::header::CONTENT_TYPE;
use http::{HeaderMap, Method};
use indexmap::IndexMap;
use stripe_identity::API_VERSION;

use super::key::{self, KeyKind};
use super::operations;
use crate::form::Node;
use crate::idempotency::Reply;
use crate::refusal::Refusal;
use crate::shared::Shared;
use crate::spec::{Route, Spec};
use crate::webhook::Cause;
use crate::{check, ids};

/// No request of the API is larger by far.
const LARGEST_BODY: usize = 1024 * 1024;
const FORM: &str = "application/x-www-form-urlencoded";

/// A request, read.
pub(super) struct Call {
    pub(super) method: Method,
    pub(super) path: String,
    headers: HeaderMap,
    /// Or why they cannot be read, which is told to who has a key.
    parameters: Result<IndexMap<String, Node>, Refusal>,
}

/// What comes of a call.
pub(super) struct Answer {
    pub(super) status: u16,
    pub(super) body: String,
    pub(super) headers: Vec<(&'static str, String)>,
}

/// What comes between taking a request and carrying it out.
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

/// A call that may ask for something, and for what.
struct Begun<'a> {
    caller: Caller,
    route: Route,
    parameters: &'a IndexMap<String, Node>,
}

/// Who asks.
pub(super) struct Caller {
    pub(super) key: KeyKind,
    /// The connected account, or nothing for that of the key.
    pub(super) account: String,
}

impl Answer {
    pub(super) fn refused(refusal: &Refusal) -> Self {
        Self {
            status: refusal.status,
            body: refusal.body().to_string(),
            headers: Vec::new(),
        }
    }
}

impl Call {
    /// Reads the request.
    pub(super) async fn read(request: http::Request<Body>) -> Self {
        let (parts, body) = request.into_parts();
        let query = parts.uri.query().unwrap_or_default();
        Self {
            parameters: read_parameters(&parts.method, query, &parts.headers, body).await,
            path: parts.uri.path().to_owned(),
            method: parts.method,
            headers: parts.headers,
        }
    }

    /// Carries it out, with the headers that every answer has.
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
        answer
    }

    /// What is looked at before any parameter.
    fn begin(&self, shared: &Shared) -> Result<Begun<'_>, Refusal> {
        let key = key::authenticate(&self.headers, shared)?;
        if let Some(version) = self.header("stripe-version") {
            check_version(version)?;
        }
        let account = self.header("stripe-account").unwrap_or_default();
        let account = self.header("stripe-context").unwrap_or(account).to_owned();
        if !account.is_empty() && !account.starts_with("acct_") {
            return Err(Refusal::new(
                403,
                "The key does not have access to this account, or it does not exist.",
            )
            .code("account_invalid"));
        }
        let route = Spec::get()
            .route(&self.method, &self.path)
            .ok_or_else(|| Refusal::unknown_url(self.method.as_str(), &self.path))?;
        let parameters = self.parameters.as_ref().map_err(Refusal::clone)?;
        Ok(Begun {
            caller: Caller { key, account },
            route,
            parameters,
        })
    }

    /// Carries it out, unless its idempotency key says that it was before.
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
            match account.saved.begin(key, &self.asked(parameters), now) {
                Ok(None) => {}
                Ok(Some(reply)) => return replayed(reply),
                Err(refusal) => return Answer::refused(&refusal),
            }
        }
        pause.pass(shared).await;
        let mut store = shared.store();
        let checked = check::parameters(route.operation.parameters(), parameters)
            .and_then(|parameters| operations::Checked::new(caller, route, parameters));
        let (answer, keep) = match checked {
            // What is refused unseen is not kept, and may be tried again.
            Err(refusal) => (Answer::refused(&refusal), false),
            Ok(checked) => match checked.carry_out(&mut store, cause) {
                Ok(body) => (
                    Answer {
                        status: 200,
                        body: body.to_string(),
                        headers: Vec::new(),
                    },
                    true,
                ),
                Err(refusal) => (Answer::refused(&refusal), true),
            },
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

    /// The key, where it means something: Stripe looks at it for POST alone.
    fn idempotency_key(&self) -> Option<String> {
        let key = self.header("idempotency-key")?;
        (self.method == Method::POST).then(|| key.to_owned())
    }

    /// What was asked, to tell it from what else is asked with the same key.
    fn asked(&self, parameters: &IndexMap<String, Node>) -> String {
        let mut asked = vec![format!("{} {}", self.method, self.path)];
        Node::write(parameters, "", &mut asked);
        if let Some(parameters) = asked.get_mut(1..) {
            parameters.sort();
        }
        asked.join("&")
    }

    fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
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
        .map_err(|_| Refusal::new(413, "The request is too large, or broke off."))?;
    if !body.is_empty() && method == Method::GET {
        return Err(Refusal::invalid(
            "The parameters of a GET request go into its query, and it has no body.",
        ));
    }
    let content_type = headers
        .get(CONTENT_TYPE)
        .and_then(|value| value.to_str().ok());
    let is_form = content_type.is_some_and(|value| value.starts_with(FORM));
    if !body.is_empty() && !is_form {
        return Err(Refusal::invalid(format!(
            "The body has to be form-encoded, and say so: 'Content-Type: {FORM}'."
        )));
    }
    let mut form = query.as_bytes().to_vec();
    if !form.is_empty() && !body.is_empty() {
        form.push(b'&');
    }
    form.extend_from_slice(&body);
    Node::parse(&form)
}

fn replayed(reply: Reply) -> Answer {
    Answer {
        status: reply.status,
        body: reply.body,
        headers: vec![
            ("idempotent-replayed", "true".to_owned()),
            ("original-request", reply.request_id),
        ],
    }
}

/// `2026-09-30`, with a name behind it in newer versions.
fn check_version(version: &str) -> Result<(), Refusal> {
    let (date, name) = version.split_once('.').unwrap_or((version, "a"));
    let parts: Vec<&str> = date.split('-').collect();
    let digits =
        |part: &str, length| part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit());
    let is_date = matches!(parts[..], [year, month, day] if digits(year, 4) && digits(month, 2) && digits(day, 2));
    if is_date && !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_lowercase()) {
        Ok(())
    } else {
        Err(Refusal::invalid(format!(
            "Invalid Stripe API version. It looks like '{API_VERSION}'."
        )))
    }
}
