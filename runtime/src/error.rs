use std::error::Error as StdError;
use std::fmt;
use std::time::Duration;

use http::{HeaderMap, StatusCode};
use serde_json::Value;

use crate::meta::{header, is_replayed, shown};
use crate::{FormEncoder, Operation, Redacted, TransportError, TransportErrorKind, retry};

mod builder;
mod decode;
mod invalid_argument;
mod kind;
mod report;
mod shown;
#[cfg(feature = "webhook")]
mod signature;

pub use builder::ErrorBuilder;
pub(crate) use decode::DecodeProblem;
pub use invalid_argument::InvalidArgument;
pub use kind::ErrorKind;
pub(crate) use report::Report;
#[cfg(feature = "webhook")]
pub use signature::SignatureRefusal;

/// The longest sample of a body that is kept, in bytes.
const SAMPLE: usize = 512;

/// The error of every call. It is as small as a pointer.
///
/// [`kind`](Self::kind) and the `is_…` predicates tell the classes of
/// [Stripe's errors](https://docs.stripe.com/error-handling) apart; the
/// accessors return what Stripe sent.
///
/// `Display` is one line: what happened, the status, the type, the code, the
/// [`param`](Self::param), the request id and the page that documents the code. `Debug`
/// shows the same. Neither shows secrets or personal data:
///
/// - Stripe's [`message`](Self::message) can quote what was sent. It is shown for calls
///   with a test key, and hidden for all others;
///   [`ClientBuilder::error_messages`](crate::ClientBuilder::error_messages) overrides
///   that. An error that no client made hides it.
/// - `param` is shown as far as the request has a parameter of that name. A key of
///   metadata, or of another map, is shown as `metadata[…]`.
/// - The [`body_sample`](Self::body_sample) is available through its accessor only.
///
/// ```no_run
/// # use stripe_runtime::{Client, Error, Operation};
/// # async fn example<O: Operation>(client: Client, request: O) {
/// match client.send(&request).await {
///     Ok(object) => { /* … */ }
///     Err(error) if error.is_card() => eprintln!("declined: {:?}", error.decline_code()),
///     Err(error) if error.is_retryable() => eprintln!("later: {error}"),
///     Err(error) => eprintln!("{error}"),
/// }
/// # }
/// ```
pub struct Error {
    inner: Box<Inner>,
}

struct Inner {
    kind: ErrorKind,
    cause: Cause,
    response: Option<(StatusCode, HeaderMap)>,
    attempts: u32,
    idempotency_key: Option<String>,
    sample: Option<Box<str>>,
    terms: Terms,
    /// What of `param` names a parameter of the request.
    param: Option<Box<str>>,
}

/// What the client that made a call knows about it.
#[derive(Clone, Copy, Default)]
pub(crate) struct Terms {
    /// Whether a request that Stripe may have processed can be sent again: it changes
    /// nothing, or has an idempotency key.
    pub(crate) is_repeatable: bool,
    /// Whether the client retries calls that are rate limited.
    pub(crate) retry_rate_limited: bool,
    /// Whether Stripe's message may be shown.
    pub(crate) show_message: bool,
}

enum Cause {
    /// Stripe's response has the details.
    Response(Box<Report>),
    Argument(InvalidArgument),
    Transport(TransportError),
    Decode(DecodeProblem),
    /// A wait ended after this time.
    NoOutcome(Duration),
    #[cfg(feature = "webhook")]
    Signature(SignatureRefusal),
}

impl Error {
    fn new(kind: ErrorKind, cause: Cause) -> Self {
        let inner = Inner {
            kind,
            cause,
            response: None,
            attempts: 0,
            idempotency_key: None,
            sample: None,
            terms: Terms::default(),
            param: None,
        };
        Self {
            inner: Box::new(inner),
        }
    }

    /// Stripe responded with an error status.
    pub(crate) fn from_response(status: StatusCode, headers: HeaderMap, body: &[u8]) -> Self {
        let report = Report::read(body);
        let kind = kind::classify(status, &report);
        let sample = if report.is_json() { None } else { sample(body) };
        let mut error = Self::new(kind, Cause::Response(Box::new(report)));
        error.inner.response = Some((status, headers));
        error.inner.sample = sample;
        error
    }

    /// No complete response arrived.
    pub(crate) fn from_transport(
        transport: TransportError,
        response: Option<(StatusCode, HeaderMap)>,
    ) -> Self {
        let kind = match transport.kind() {
            TransportErrorKind::Timeout => ErrorKind::Timeout,
            _ => ErrorKind::Connection,
        };
        let mut error = Self::new(kind, Cause::Transport(transport));
        error.inner.response = response;
        error
    }

    /// An object had no outcome within the time that a program waits for it.
    pub(crate) fn no_outcome(limit: Duration, requests: u32) -> Self {
        Self::new(ErrorKind::Timeout, Cause::NoOutcome(limit)).with_call(requests, None)
    }

    /// A response or an event does not have the expected form.
    pub(crate) fn from_decode(problem: DecodeProblem, body: &[u8]) -> Self {
        let mut error = Self::new(ErrorKind::Decode, Cause::Decode(problem));
        error.inner.sample = sample(body);
        error
    }

    #[cfg(feature = "webhook")]
    pub(crate) fn from_signature(refusal: SignatureRefusal) -> Self {
        Self::new(ErrorKind::WebhookSignature, Cause::Signature(refusal))
    }

    /// The call was made with these terms, to a path of this template.
    pub(crate) fn with_terms(mut self, terms: Terms, template: &str) -> Self {
        self.inner.terms = terms;
        let is_in_path = |param: &str| {
            let mut names = template
                .split('{')
                .filter_map(|part| part.split('}').next());
            names.any(|name| name == param)
        };
        self.inner.param = self
            .param()
            .filter(|param| is_in_path(param))
            .map(Into::into);
        self
    }

    /// The call was this operation: looks for `param` among the names of its parameters.
    pub(crate) fn of<O: Operation>(self, operation: &O) -> Self {
        self.with_names(&|form| {
            operation.parameters(form);
            operation.query(form);
        })
    }

    fn with_names(mut self, parameters: &dyn Fn(&mut FormEncoder)) -> Self {
        if self.inner.param.is_none()
            && let Some(param) = self.param()
        {
            let mut search = FormEncoder::search(param);
            parameters(&mut search);
            self.inner.param = search.found().map(Into::into);
        }
        self
    }

    pub(crate) fn with_response(mut self, status: StatusCode, headers: HeaderMap) -> Self {
        self.inner.response = Some((status, headers));
        self
    }

    pub(crate) fn with_call(mut self, attempts: u32, idempotency_key: Option<&str>) -> Self {
        self.inner.attempts = attempts;
        self.inner.idempotency_key = idempotency_key.map(str::to_owned);
        self
    }

    fn report(&self) -> Option<&Report> {
        match &self.inner.cause {
            Cause::Response(report) => Some(report),
            _ => None,
        }
    }

    fn field(&self, name: &str) -> Option<&str> {
        self.report()?.field(name)
    }

    fn header(&self, name: &str) -> Option<&str> {
        header(&self.inner.response.as_ref()?.1, name)
    }

    /// How long Stripe asks to wait before the next attempt.
    pub(crate) fn retry_after(&self) -> Option<Duration> {
        retry::retry_after(self.headers()?)
    }

    /// Stripe's message, if it may be shown.
    fn shown_message(&self) -> Option<String> {
        let message = self.message().filter(|_| self.inner.terms.show_message)?;
        Some(shown::line(message))
    }
}

/// What happened.
impl Error {
    /// The class of the error.
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        self.inner.kind
    }

    /// Stripe rejected the parameters (400, 404 and similar).
    #[must_use]
    pub fn is_invalid_request(&self) -> bool {
        self.inner.kind == ErrorKind::InvalidRequest
    }

    /// The object does not exist (404, `resource_missing`).
    #[must_use]
    pub fn is_not_found(&self) -> bool {
        self.status() == Some(StatusCode::NOT_FOUND) && self.is_invalid_request()
            || self.code() == Some("resource_missing")
    }

    /// The key is missing, invalid or expired (401).
    #[must_use]
    pub fn is_authentication(&self) -> bool {
        self.inner.kind == ErrorKind::Authentication
    }

    /// The key lacks the permission (403).
    #[must_use]
    pub fn is_permission(&self) -> bool {
        self.inner.kind == ErrorKind::Permission
    }

    /// A payment failed (402).
    #[must_use]
    pub fn is_card(&self) -> bool {
        self.inner.kind == ErrorKind::Card
    }

    /// An idempotency key was used with other parameters, or is in use.
    #[must_use]
    pub fn is_idempotency(&self) -> bool {
        self.inner.kind == ErrorKind::Idempotency
    }

    /// Too many requests (429), or a
    /// [lock](https://docs.stripe.com/rate-limits#object-lock-timeouts) could
    /// not be acquired; see [`rate_limited_reason`](Self::rate_limited_reason).
    #[must_use]
    pub fn is_rate_limit(&self) -> bool {
        self.inner.kind == ErrorKind::RateLimit
    }

    /// Something failed at Stripe (409, 5xx, or a response that does not come
    /// from Stripe).
    #[must_use]
    pub fn is_api(&self) -> bool {
        self.inner.kind == ErrorKind::Api
    }

    /// The connection failed. [`was_sent`](Self::was_sent) tells whether Stripe may
    /// have received the request.
    #[must_use]
    pub fn is_connection(&self) -> bool {
        self.inner.kind == ErrorKind::Connection
    }

    /// A timeout elapsed. [`was_sent`](Self::was_sent) tells whether Stripe may
    /// have received the request.
    #[must_use]
    pub fn is_timeout(&self) -> bool {
        self.inner.kind == ErrorKind::Timeout
    }

    /// A response or an event could not be decoded. If the status is a success,
    /// Stripe has processed the request.
    #[must_use]
    pub fn is_decode(&self) -> bool {
        self.inner.kind == ErrorKind::Decode
    }

    /// A webhook signature was rejected.
    #[must_use]
    pub fn is_webhook_signature(&self) -> bool {
        self.inner.kind == ErrorKind::WebhookSignature
    }

    /// An argument was rejected; nothing was sent.
    #[must_use]
    pub fn is_invalid_argument(&self) -> bool {
        self.inner.kind == ErrorKind::InvalidArgument
    }

    /// Whether the same call may succeed later. The client decides by it whether to retry:
    /// if this is true for the error of a call, the client has used up its retries, its
    /// deadline or its retry budget.
    ///
    /// It is true if no complete response arrived, for the statuses 409 and 5xx and for
    /// lock timeouts, unless Stripe says otherwise (`Stripe-Should-Retry`). It is true for
    /// other rate limits (429) if
    /// [`ClientBuilder::retry_rate_limited`](crate::ClientBuilder::retry_rate_limited) is on.
    ///
    /// To repeat the call yourself, send it with the same
    /// [idempotency key](Self::idempotency_key).
    #[must_use]
    pub fn is_retryable(&self) -> bool {
        let terms = self.inner.terms;
        let (code, is_broken) = match (&self.inner.cause, &self.inner.response) {
            (Cause::Transport(error), None) => return error.kind().is_transient(),
            (Cause::Transport(_), Some(_)) => (None, true),
            (Cause::Response(report), _) => (report.code(), false),
            (Cause::NoOutcome(_), _) => return true,
            _ => return false,
        };
        let Some((status, headers)) = &self.inner.response else {
            return false;
        };
        match retry::stripes_advice(headers) {
            Some(advice) => advice,
            None => match status.as_u16() {
                409 | 500.. => true,
                429 => code == Some("lock_timeout") || terms.retry_rate_limited,
                // Stripe has processed the request.
                200..300 => is_broken && terms.is_repeatable,
                _ => false,
            },
        }
    }
}

/// What Stripe sent.
impl Error {
    /// The HTTP status, if there was a response.
    #[must_use]
    pub fn status(&self) -> Option<StatusCode> {
        Some(self.inner.response.as_ref()?.0)
    }

    /// The error's type, such as `invalid_request_error`. Stripe may add new
    /// ones.
    #[must_use]
    pub fn type_(&self) -> Option<&str> {
        self.field("type")
    }

    /// The [error code](https://docs.stripe.com/error-codes). Stripe's document does not
    /// list the codes, and Stripe may add new ones. Those that programs use most:
    ///
    /// | code | meaning |
    /// |---|---|
    /// | `resource_missing` | the object does not exist; see [`is_not_found`](Self::is_not_found) |
    /// | `parameter_missing` | a required parameter was not sent; see [`param`](Self::param) |
    /// | `parameter_unknown` | there is no such parameter |
    /// | `parameter_invalid_empty` | a required value is empty |
    /// | `url_invalid` | a URL is not valid, such as `return_url` |
    /// | `lock_timeout` | another request was changing the object; [can be retried](Self::is_retryable) |
    /// | `idempotency_key_in_use` | a request with the same idempotency key is in progress |
    /// | `rate_limit` | too many requests; see [`is_rate_limit`](Self::is_rate_limit) |
    /// | `api_key_expired` | the key was replaced or deleted |
    /// | `livemode_mismatch` | a live key was used for a test object, or the reverse |
    #[must_use]
    pub fn code(&self) -> Option<&str> {
        self.report()?.code()
    }

    /// Stripe's description of the error. It may quote ids or other data of the
    /// request, so do not write it to logs that must not contain them. `Display` and
    /// `Debug` show it for calls with a test key.
    #[must_use]
    pub fn message(&self) -> Option<&str> {
        self.report()?.message()
    }

    /// A description that can be shown to the users of an application. Only the API under
    /// `/v2` sends one.
    #[must_use]
    pub fn user_message(&self) -> Option<&str> {
        self.field("user_message")
    }

    /// The parameter that the error is about, such as `expand[0]` or
    /// `options[document][allowed_types]`. It may contain a key of metadata. `Display` and
    /// `Debug` show it as far as the request has a parameter of that name.
    #[must_use]
    pub fn param(&self) -> Option<&str> {
        self.field("param")
    }

    /// The page that documents the code.
    #[must_use]
    pub fn doc_url(&self) -> Option<&str> {
        self.field("doc_url")
    }

    /// The request's page in Stripe's dashboard.
    #[must_use]
    pub fn request_log_url(&self) -> Option<&str> {
        self.field("request_log_url")
    }

    /// Why a card was
    /// [declined](https://docs.stripe.com/declines/codes).
    #[must_use]
    pub fn decline_code(&self) -> Option<&str> {
        self.field("decline_code")
    }

    /// Stripe's advice on a decline.
    #[must_use]
    pub fn advice_code(&self) -> Option<&str> {
        self.field("advice_code")
    }

    /// The decline code of the card's network.
    #[must_use]
    pub fn network_decline_code(&self) -> Option<&str> {
        self.field("network_decline_code")
    }

    /// The charge that failed.
    #[must_use]
    pub fn charge(&self) -> Option<&str> {
        self.field("charge")
    }

    /// The whole `error` object as Stripe sent it, for fields that have no
    /// accessor, such as those that only some codes of the API under `/v2` have.
    #[must_use]
    pub fn raw(&self) -> Option<&Value> {
        self.report()?.raw()
    }

    /// Which limit was exceeded, if Stripe says so.
    #[must_use]
    pub fn rate_limited_reason(&self) -> Option<&str> {
        self.header("stripe-rate-limited-reason")
    }

    /// The [request id](https://docs.stripe.com/api/request_ids), to give to
    /// Stripe's support.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.header("request-id")
    }

    /// The headers of the response, if there was one.
    #[must_use]
    pub fn headers(&self) -> Option<&HeaderMap> {
        Some(&self.inner.response.as_ref()?.1)
    }

    /// The idempotency key of the request. Sending the same request again with
    /// this key does not repeat its effect.
    #[must_use]
    pub fn idempotency_key(&self) -> Option<&str> {
        self.inner.idempotency_key.as_deref()
    }

    /// Whether Stripe replayed the response to an earlier request with the same
    /// idempotency key.
    #[must_use]
    pub fn idempotent_replayed(&self) -> bool {
        self.inner
            .response
            .as_ref()
            .is_some_and(|(_, headers)| is_replayed(headers))
    }

    /// How many requests were sent, including retries. 0 if none was, for example
    /// because no connection could be established.
    #[must_use]
    pub fn attempts(&self) -> u32 {
        self.inner.attempts
    }

    /// Whether any part of a request can have been sent, so that Stripe may have
    /// acted on it. If not, the call can be repeated safely in any case; otherwise
    /// only with the same [idempotency key](Self::idempotency_key).
    #[must_use]
    pub fn was_sent(&self) -> bool {
        self.inner.attempts > 0
    }

    /// Up to 512 bytes from the start of a body that is not the expected JSON.
    /// It may contain anything; do not log it.
    #[must_use]
    pub fn body_sample(&self) -> Option<&str> {
        self.inner.sample.as_deref()
    }

    /// The argument that was rejected.
    #[must_use]
    pub fn invalid_argument(&self) -> Option<&InvalidArgument> {
        match &self.inner.cause {
            Cause::Argument(refused) => Some(refused),
            _ => None,
        }
    }

    /// How the transport failed.
    #[must_use]
    pub fn transport_error(&self) -> Option<&TransportError> {
        match &self.inner.cause {
            Cause::Transport(error) => Some(error),
            _ => None,
        }
    }

    /// Why a webhook signature was rejected.
    #[cfg(feature = "webhook")]
    #[must_use]
    pub fn signature_refusal(&self) -> Option<SignatureRefusal> {
        match &self.inner.cause {
            Cause::Signature(refusal) => Some(*refusal),
            _ => None,
        }
    }
}

fn sample(body: &[u8]) -> Option<Box<str>> {
    let start = body.get(..SAMPLE).unwrap_or(body);
    (!start.is_empty()).then(|| String::from_utf8_lossy(start).into())
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.inner.cause {
            Cause::Argument(refused) => write!(f, "{refused}")?,
            Cause::Transport(error) => write!(f, "{}: {error}", self.inner.kind)?,
            Cause::Decode(problem) => write!(f, "{}: {problem}", self.inner.kind)?,
            Cause::NoOutcome(limit) => {
                write!(f, "{}: no outcome within {limit:?}", self.inner.kind)?;
            }
            #[cfg(feature = "webhook")]
            Cause::Signature(refusal) => write!(f, "{}: {refusal}", self.inner.kind)?,
            Cause::Response(_) => write!(f, "{}", self.inner.kind)?,
        }
        if let Some(message) = self.shown_message() {
            write!(f, ": {message}")?;
        }
        let mut separator = " (";
        let mut item = |f: &mut fmt::Formatter<'_>, name: &str, value: &dyn fmt::Display| {
            write!(f, "{separator}{name} {value}")?;
            separator = ", ";
            Ok(())
        };
        if let Some(status) = self.status() {
            item(f, "status", &status.as_u16())?;
        }
        if let Some(type_) = shown(self.type_()) {
            item(f, "type", &type_)?;
        }
        if let Some(code) = shown(self.code()) {
            item(f, "code", &code)?;
        }
        if let Some(param) = &self.inner.param {
            item(f, "param", param)?;
        }
        if let Some(request_id) = shown(self.request_id()) {
            item(f, "request", &request_id)?;
        }
        if self.inner.attempts > 1 {
            item(f, "attempts", &self.inner.attempts)?;
        }
        if let Some(url) = shown::doc_url(self.doc_url()) {
            item(f, "see", &url)?;
        }
        if separator == ", " {
            f.write_str(")")
        } else {
            Ok(())
        }
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut f = f.debug_struct("Error");
        f.field("kind", &self.inner.kind);
        match &self.inner.cause {
            Cause::Response(_) => {}
            Cause::Argument(refused) => {
                f.field("argument", &refused.argument())
                    .field("reason", &refused.reason());
            }
            Cause::Transport(error) => {
                f.field("transport", error);
            }
            Cause::Decode(problem) => {
                f.field("problem", &format_args!("{problem}"));
            }
            Cause::NoOutcome(limit) => {
                f.field("no_outcome_within", limit);
            }
            #[cfg(feature = "webhook")]
            Cause::Signature(refusal) => {
                f.field("refusal", refusal);
            }
        }
        f.field("status", &self.status().map(|status| status.as_u16()))
            .field("type", &shown(self.type_()))
            .field("code", &shown(self.code()));
        if let Some(message) = self.shown_message() {
            f.field("message", &Some(message));
        } else {
            f.field("message", &self.message().map(|_| Redacted));
        }
        if let Some(param) = &self.inner.param {
            f.field("param", &Some(param));
        } else {
            f.field("param", &self.param().map(|_| Redacted));
        }
        f.field("doc_url", &shown::doc_url(self.doc_url()))
            .field("request_id", &shown(self.request_id()))
            .field("attempts", &self.inner.attempts)
            .field("body_sample", &self.body_sample().map(|_| Redacted))
            .finish_non_exhaustive()
    }
}

impl StdError for Error {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match &self.inner.cause {
            // `Display` tells both already; what lies under them is the source.
            Cause::Transport(error) => error.source(),
            _ => None,
        }
    }
}

impl From<TransportError> for Error {
    /// The error of a call that failed in this way, for tests.
    fn from(error: TransportError) -> Self {
        let attempts = u32::from(error.was_sent());
        Self::from_transport(error, None).with_call(attempts, None)
    }
}

impl From<InvalidArgument> for Error {
    fn from(refused: InvalidArgument) -> Self {
        Self::new(ErrorKind::InvalidArgument, Cause::Argument(refused))
    }
}
