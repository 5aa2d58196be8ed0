//! What every call goes through, whatever its type.

use std::borrow::Cow;
use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, Method, Uri, header};
use serde::de::DeserializeOwned;

use crate::api_key::ApiKey;
use crate::app_info::{AppInfo, user_agent};
use crate::base_url::BaseUrl;
use crate::error::{DecodeProblem, Terms};
use crate::form::FormBody;
use crate::retry::RetryBudget;
use crate::trace::{self, CallSpan};
use crate::transport::{AttemptLimits, Transport};
use crate::{
    Api, BodyFormat, Environment, Error, FormEncoder, InvalidArgument, Operation, RequestOptions,
    Response, ResponseMeta, TransportError, TransportErrorKind, idempotency_key, retry, strict,
};

mod attempt;

use attempt::Attempt;
use attempt::Ended;

// Checked when this is compiled, not for every request.
const STRIPE_VERSION: HeaderName = HeaderName::from_static("stripe-version");
const STRIPE_ACCOUNT: HeaderName = HeaderName::from_static("stripe-account");
const STRIPE_CONTEXT: HeaderName = HeaderName::from_static("stripe-context");
const IDEMPOTENCY_KEY: HeaderName = HeaderName::from_static("idempotency-key");
const JSON: HeaderValue = HeaderValue::from_static("application/json");
const URL_ENCODED: HeaderValue = HeaderValue::from_static("application/x-www-form-urlencoded");

/// Where paths of the newer part of the API begin, whose bodies are JSON.
pub(crate) const V2: &str = "/v2/";

/// A call in flight. Boxed, so that its state machine is compiled once, in this
/// crate, instead of once for every operation.
pub(crate) type Calling = Pin<Box<dyn Future<Output = Result<Reply, Error>> + Send>>;

/// The state of a client.
#[derive(Debug)]
pub(crate) struct Engine {
    pub(crate) api_key: ApiKey,
    pub(crate) base_url: BaseUrl,
    pub(crate) api_version: Option<HeaderValue>,
    pub(crate) account: Option<HeaderValue>,
    pub(crate) context: Option<HeaderValue>,
    pub(crate) app_info: Option<AppInfo>,
    pub(crate) timeout: Duration,
    pub(crate) deadline: Option<Duration>,
    pub(crate) max_retries: u32,
    pub(crate) retry_rate_limited: bool,
    pub(crate) budget: RetryBudget,
    pub(crate) max_body_bytes: usize,
    /// Whether errors show Stripe's message; by default, if the key is a test key.
    pub(crate) error_messages: Option<bool>,
    pub(crate) transport: Box<dyn Transport>,
    pub(crate) environment: Arc<dyn Environment>,
    /// The usual `User-Agent`: a program mostly uses one generated crate, and `/v1`.
    pub(crate) user_agent: OnceLock<(&'static Api, HeaderValue)>,
}

/// A request, before the client's settings are added.
pub(crate) struct Ask<'a> {
    pub(crate) api: &'static Api,
    pub(crate) method: Method,
    pub(crate) template: &'static str,
    pub(crate) path: Result<Cow<'static, str>, InvalidArgument>,
    pub(crate) form: FormEncoder,
    pub(crate) query: FormEncoder,
    pub(crate) options: &'a RequestOptions,
    pub(crate) base_url: Option<&'static str>,
    pub(crate) accept: &'static str,
    /// What a wait leaves for this call, which may be less than its deadline.
    pub(crate) left: Option<Duration>,
}

impl<'a> Ask<'a> {
    /// Ends the call after this time at the latest.
    pub(crate) fn within(self, left: Duration) -> Self {
        Self {
            left: Some(left),
            ..self
        }
    }

    pub(crate) fn of<O: Operation>(operation: &'a O) -> Self {
        let mut form = FormEncoder::of(if sends_body(&O::METHOD) {
            O::BODY
        } else {
            BodyFormat::Form
        });
        operation.parameters(&mut form);
        let mut query = FormEncoder::new();
        operation.query(&mut query);
        Self {
            api: O::API,
            method: O::METHOD,
            template: O::PATH,
            path: operation.path(),
            form,
            query,
            options: operation.options(),
            base_url: O::BASE_URL,
            accept: O::ACCEPT,
            left: None,
        }
    }
}

/// Whether requests with this method have a body.
pub(crate) fn sends_body(method: &Method) -> bool {
    matches!(*method, Method::POST | Method::PUT | Method::PATCH)
}

/// A request, ready to be sent any number of times.
struct Call {
    method: Method,
    template: &'static str,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
    idempotency_key: Option<String>,
    timeout: Duration,
    deadline: Option<Duration>,
    max_retries: u32,
    terms: Terms,
}

/// A successful response that has not been decoded.
pub(crate) struct Reply {
    meta: ResponseMeta,
    body: Bytes,
}

impl Reply {
    pub(crate) fn decode<T: DeserializeOwned>(self) -> Result<Response<T>, Error> {
        match strict::from_slice(&self.body) {
            Ok(body) => Ok(Response {
                body,
                meta: self.meta,
            }),
            Err(problem) => Err(self.undecodable(problem)),
        }
    }

    /// Reads the body as the operation does, or else as JSON.
    pub(crate) fn read<O: Operation>(self) -> Result<Response<O::Output>, Error> {
        let Self { meta, body } = self;
        match O::read(body) {
            Ok(body) => Ok(Response { body, meta }),
            Err(body) => Self { meta, body }.decode(),
        }
    }

    fn undecodable(self, problem: DecodeProblem) -> Error {
        let ResponseMeta {
            status,
            headers,
            attempts,
            idempotency_key,
        } = self.meta;
        let error = Error::from_decode(problem, &self.body)
            .with_response(status, headers)
            .with_call(attempts, idempotency_key.as_deref());
        // The call's span has ended.
        trace::failed(&error);
        error
    }
}

impl Engine {
    /// Starts a call. Nothing is sent before the future is polled.
    pub(crate) fn call(self: &Arc<Self>, ask: Ask<'_>) -> Calling {
        let engine = Arc::clone(self);
        match engine.prepare(ask) {
            Ok(call) => Box::pin(engine.run(call)),
            Err(error) => Box::pin(std::future::ready(Err(error))),
        }
    }

    fn prepare(&self, ask: Ask<'_>) -> Result<Call, Error> {
        let Ask {
            api,
            method,
            template,
            path,
            mut form,
            query,
            options,
            base_url,
            accept,
            left,
        } = ask;
        let path = path?;
        let options = options.get();
        if let Some(options) = options {
            if let Some(refused) = &options.refused {
                return Err(refused.clone().into());
            }
            for (name, value) in &options.extra {
                form.further(name, value);
            }
        }
        let in_body = sends_body(&method);
        let is_v2 = path.starts_with(V2);
        let (query, body, content_type) = self.written(form, query, in_body)?;
        let url = options.and_then(|options| options.url.as_deref());
        let uri = self.uri(base_url, url, &path, &query)?;

        // As many as there usually are.
        let mut headers = HeaderMap::with_capacity(if in_body { 12 } else { 6 });
        if let Some(options) = options {
            headers.extend(options.headers.clone());
        }
        let key = options
            .and_then(|options| options.api_key.as_ref())
            .unwrap_or(&self.api_key);
        self.base_url.check_key(key)?;
        headers.insert(header::AUTHORIZATION, key.authorization());
        headers.insert(header::ACCEPT, HeaderValue::from_static(accept));
        headers.insert(header::USER_AGENT, self.user_agent(api, is_v2));
        let version = options
            .and_then(|options| options.api_version.clone())
            .or_else(|| self.api_version.clone())
            .unwrap_or(HeaderValue::from_static(api.version));
        headers.insert(STRIPE_VERSION, version);
        let account = options.and_then(|options| options.account.clone());
        if let Some(account) = account.or_else(|| self.account.clone()) {
            headers.insert(STRIPE_ACCOUNT, account);
        }
        let context = options.and_then(|options| options.context.clone());
        if let Some(context) = context.or_else(|| self.context.clone()) {
            headers.insert(STRIPE_CONTEXT, context);
        }
        let has_key = method == Method::POST || (is_v2 && method == Method::DELETE);
        let idempotency_key =
            self.idempotency_key(has_key, options.and_then(|o| o.idempotency_key.as_ref()))?;
        if let Some(key) = &idempotency_key {
            let key = HeaderValue::try_from(key)
                .map_err(|_| InvalidArgument::new("idempotency_key", "does not fit a header"))?;
            headers.insert(IDEMPOTENCY_KEY, key);
        }
        if in_body {
            headers.insert(header::CONTENT_TYPE, content_type);
            headers.insert(header::CONTENT_LENGTH, HeaderValue::from(body.len()));
        }
        let terms = Terms {
            is_repeatable: method == Method::GET || idempotency_key.is_some(),
            retry_rate_limited: self.retry_rate_limited,
            show_message: self.error_messages.unwrap_or(key.is_test()),
        };
        Ok(Call {
            method,
            template,
            uri,
            headers,
            body,
            idempotency_key,
            timeout: options
                .and_then(|options| options.timeout)
                .unwrap_or(self.timeout),
            deadline: {
                let deadline = options.and_then(|options| options.deadline);
                let deadline = deadline.or(self.deadline);
                deadline.into_iter().chain(left).min()
            },
            max_retries: options
                .and_then(|options| options.max_retries)
                .unwrap_or(self.max_retries),
            terms,
        })
    }

    /// The query, the body and its type.
    fn written(
        &self,
        form: FormEncoder,
        query: FormEncoder,
        in_body: bool,
    ) -> Result<(String, Bytes, HeaderValue), Error> {
        let mut query = query.finish()?;
        let (body, content_type) = match form.finish_body(|| self.boundary())? {
            FormBody::UrlEncoded(form) if in_body => (form.into(), URL_ENCODED),
            FormBody::UrlEncoded(form) => {
                if !query.is_empty() && !form.is_empty() {
                    query.push('&');
                }
                query.push_str(&form);
                (Bytes::new(), URL_ENCODED)
            }
            FormBody::Multipart { boundary, body } => {
                let content_type = format!("multipart/form-data; boundary={boundary}");
                let content_type = HeaderValue::try_from(content_type)
                    .map_err(|_| InvalidArgument::new("parameters", "no boundary fits a header"))?;
                (body.into(), content_type)
            }
            FormBody::Json(body) => (body.into(), JSON),
        };
        Ok((query, body, content_type))
    }

    /// Where a request goes: to the operation's own server, unless the client has another than
    /// Stripe's; and to this URL, if Stripe has named one.
    fn uri(
        &self,
        base_url: Option<&str>,
        url: Option<&str>,
        path: &str,
        query: &str,
    ) -> Result<Uri, InvalidArgument> {
        let elsewhere = base_url.filter(|_| self.base_url.is_stripe());
        let elsewhere = elsewhere.map(|url| BaseUrl::new(url, false)).transpose()?;
        let base_url = elsewhere.as_ref().unwrap_or(&self.base_url);
        match url {
            Some(url) => base_url.resolve(url),
            None => base_url.join(path, query),
        }
    }

    /// Random, so that no file can hold it.
    fn boundary(&self) -> Result<String, Error> {
        self.idempotency_key(true, None)
            .map(|key| format!("----{}", key.unwrap_or_default()))
    }

    fn idempotency_key(
        &self,
        generate: bool,
        given: Option<&HeaderValue>,
    ) -> Result<Option<String>, Error> {
        match given {
            // Checked when it was given: printable ASCII.
            Some(key) => Ok(key.to_str().ok().map(str::to_owned)),
            None if generate => idempotency_key::generate(&*self.environment)
                .map(Some)
                .map_err(|error| {
                    let kind = TransportErrorKind::Other;
                    Error::from_transport(TransportError::with_source(kind, error), None)
                }),
            None => Ok(None),
        }
    }

    fn user_agent(&self, api: &'static Api, is_v2: bool) -> HeaderValue {
        let make = || user_agent(api, self.app_info.as_ref(), is_v2);
        if is_v2 {
            return make();
        }
        let (known, value) = self.user_agent.get_or_init(|| (api, make()));
        if *known == api { value.clone() } else { make() }
    }

    /// Sends the request, with retries, until there is a result.
    ///
    /// Not an `async fn`, which would hold the call twice.
    #[expect(clippy::manual_async_fn, reason = "so that the call is held once")]
    fn run(self: Arc<Self>, call: Call) -> impl Future<Output = Result<Reply, Error>> + Send {
        async move {
            let subject = trace::Subject {
                method: &call.method,
                template: call.template,
                uri: &call.uri,
                account: call.headers.get(STRIPE_ACCOUNT),
            };
            let span = CallSpan::new(subject);
            let started = self.environment.monotonic();
            let (mut retries_done, mut attempts) = (0, 0);
            let result = loop {
                let left = call.deadline.map(|deadline| {
                    deadline.saturating_sub(self.environment.monotonic().saturating_sub(started))
                });
                let request = span.request(subject, retries_done);
                let ended = request.within(self.attempt(&call, left)).await;
                attempts += u32::from(ended.was_sent());
                let result = self.conclude(&call, ended, attempts);
                request.end(result.as_ref().map(|reply| &reply.meta));

                let failure = result.as_ref().err();
                let delay =
                    failure.and_then(|error| self.retry_delay(&call, error, retries_done, started));
                let (Some(error), Some(delay)) = (failure, delay) else {
                    break result;
                };
                retries_done += 1;
                span.retry(error, retries_done, delay);
                drop(result);
                self.environment.sleep(delay).await;
            };
            let elapsed = || self.environment.monotonic().saturating_sub(started);
            span.end(result.as_ref().map(|reply| &reply.meta), elapsed);
            result
        }
    }

    fn request(call: &Call) -> http::Request<Bytes> {
        let mut request = http::Request::new(call.body.clone());
        *request.method_mut() = call.method.clone();
        *request.uri_mut() = call.uri.clone();
        *request.headers_mut() = call.headers.clone();
        request
    }

    async fn attempt(&self, call: &Call, left: Option<Duration>) -> Ended {
        let limits = AttemptLimits {
            timeout: call.timeout,
            deadline: left,
            max_body_bytes: self.max_body_bytes,
        };
        // In one expression, so that nothing but the attempt is held while it runs.
        Attempt::new(
            self.transport.send_within(Self::request(call), limits),
            self.max_body_bytes,
            (!self.transport.enforces_limits()).then(|| {
                let limit = left.map_or(call.timeout, |left| left.min(call.timeout));
                self.environment.sleep(limit)
            }),
        )
        .await
    }

    /// How long to wait before the next retry; `None` if there is none.
    fn retry_delay(
        &self,
        call: &Call,
        error: &Error,
        retries_done: u32,
        started: Duration,
    ) -> Option<Duration> {
        if retries_done >= call.max_retries || !error.is_retryable() {
            return None;
        }
        let delay = retry::delay(retries_done + 1, error.retry_after(), self.random());
        if let Some(deadline) = call.deadline {
            let elapsed = self.environment.monotonic().saturating_sub(started);
            // No time would be left after waiting.
            if elapsed.saturating_add(delay) >= deadline {
                return None;
            }
        }
        self.budget.withdraw().then_some(delay)
    }

    /// A number in `0.0..1.0`; the middle if the random source fails.
    fn random(&self) -> f64 {
        let mut bytes = [0; 4];
        match self.environment.fill_random(&mut bytes) {
            Ok(()) => f64::from(u32::from_le_bytes(bytes)) / (f64::from(u32::MAX) + 1.0),
            Err(_) => 0.5,
        }
    }

    fn conclude(&self, call: &Call, ended: Ended, attempts: u32) -> Result<Reply, Error> {
        let key = call.idempotency_key.as_deref();
        let error = match ended {
            Ended::Whole {
                status,
                headers,
                body,
            } if status.is_success() => {
                self.budget.refund();
                let idempotency_key = call.idempotency_key.clone();
                let meta = ResponseMeta {
                    status,
                    headers,
                    attempts,
                    idempotency_key,
                };
                return Ok(Reply { meta, body });
            }
            Ended::Whole {
                status,
                headers,
                body,
            } => Error::from_response(status, headers, &body),
            // The status tells the error, even if the body is incomplete.
            Ended::Broken {
                status,
                headers,
                body,
                ..
            } if status.is_client_error() || status.is_server_error() => {
                Error::from_response(status, headers, &body)
            }
            Ended::Broken {
                status,
                headers,
                error,
                ..
            } => Error::from_transport(error, Some((status, headers))),
            Ended::TooLarge { status, headers } => {
                let problem = DecodeProblem::TooLarge(self.max_body_bytes);
                Error::from_decode(problem, &[]).with_response(status, headers)
            }
            Ended::Failed(error) => Error::from_transport(error, None),
        };
        Err(error
            .with_call(attempts, key)
            .with_terms(call.terms, call.template))
    }
}
