//! Spans and events, named by OpenTelemetry's conventions for [HTTP clients][http]: a span for
//! each call, within it one for each request, an event for each retry and each failure. No
//! bodies, keys, ids of people or query values, and no paths.
//!
//! [http]: https://opentelemetry.io/docs/specs/semconv/http/http-spans/

#[cfg(feature = "tracing")]
use std::borrow::Cow;
use std::future::Future;
#[cfg(feature = "default-transport")]
use std::pin::Pin;
use std::time::Duration;

use http::{HeaderValue, Method, Uri};

use crate::{Error, ResponseMeta};

/// What a call does, as far as it may be told.
#[derive(Clone, Copy)]
#[cfg_attr(
    not(feature = "tracing"),
    expect(dead_code, reason = "nobody is told without the feature")
)]
pub(crate) struct Subject<'a> {
    pub(crate) method: &'a Method,
    pub(crate) template: &'static str,
    pub(crate) uri: &'a Uri,
    /// `Stripe-Account`.
    pub(crate) account: Option<&'a HeaderValue>,
}

/// How a call or a request of it ended.
type Ended<'a> = Result<&'a ResponseMeta, &'a Error>;

/// The span of one call. Empty without the feature `tracing`.
pub(crate) struct CallSpan {
    #[cfg(feature = "tracing")]
    span: tracing::Span,
}

/// The span of one request of a call. Empty without the feature `tracing`.
pub(crate) struct RequestSpan {
    #[cfg(feature = "tracing")]
    span: tracing::Span,
}

#[cfg(feature = "tracing")]
impl Subject<'_> {
    fn port(&self) -> u16 {
        let implied = if self.uri.scheme_str() == Some("http") {
            80
        } else {
            443
        };
        self.uri.port_u16().unwrap_or(implied)
    }

    /// The account's id, unless it does not look like one.
    fn account(&self) -> Option<&str> {
        let account = self.account?.to_str().ok()?;
        crate::meta::shown(Some(account)).filter(|account| account.starts_with("acct_"))
    }
}

#[cfg(feature = "tracing")]
impl CallSpan {
    pub(crate) fn new(subject: Subject<'_>) -> Self {
        let Subject {
            method, template, ..
        } = subject;
        let span = tracing::info_span!(
            target: "stripe",
            "stripe_call",
            otel.name = %format_args!("stripe {method} {template}"),
            otel.status_code = tracing::field::Empty,
            http.request.method = method.as_str(),
            url.template = template,
            server.address = subject.uri.host(),
            server.port = subject.port(),
            http.response.status_code = tracing::field::Empty,
            "error.type" = tracing::field::Empty,
            stripe.account = subject.account(),
            stripe.request_id = tracing::field::Empty,
            stripe.idempotent_replayed = tracing::field::Empty,
            stripe.attempts = tracing::field::Empty,
            stripe.elapsed_ms = tracing::field::Empty,
        );
        Self { span }
    }

    /// A request within the call. `resends` tells how many were sent before it.
    pub(crate) fn request(&self, subject: Subject<'_>, resends: u32) -> RequestSpan {
        let Subject {
            method, template, ..
        } = subject;
        let span = tracing::info_span!(
            target: "stripe",
            parent: &self.span,
            "stripe_request",
            otel.name = %format_args!("{method} {template}"),
            otel.kind = "client",
            otel.status_code = tracing::field::Empty,
            http.request.method = method.as_str(),
            http.request.resend_count = (resends > 0).then_some(resends),
            url.template = template,
            server.address = subject.uri.host(),
            server.port = subject.port(),
            http.response.status_code = tracing::field::Empty,
            "error.type" = tracing::field::Empty,
            stripe.request_id = tracing::field::Empty,
        );
        RequestSpan { span }
    }

    /// The call is about to wait, and then to be sent again for the `resends`th time.
    pub(crate) fn retry(&self, error: &Error, resends: u32, delay: Duration) {
        tracing::info!(
            target: "stripe",
            parent: &self.span,
            {
            http.response.status_code = error.status().map(|status| status.as_u16()),
            "error.type" = &*error_type(error),
            http.request.resend_count = resends,
            stripe.request_id = crate::meta::shown(error.request_id()),
            stripe.delay_ms = milliseconds(delay)
            },
            "the request failed and is retried"
        );
    }

    pub(crate) fn end(&self, ended: Ended<'_>, elapsed: impl FnOnce() -> Duration) {
        if let Err(error) = ended {
            self.span.in_scope(|| failed(error));
        }
        // Usually, nobody subscribes.
        if self.span.is_disabled() {
            return;
        }
        record(&self.span, ended);
        let (attempts, replayed) = match ended {
            Ok(meta) => (meta.attempts(), meta.idempotent_replayed()),
            Err(error) => (error.attempts(), error.idempotent_replayed()),
        };
        self.span.record("stripe.idempotent_replayed", replayed);
        self.span.record("stripe.attempts", attempts);
        self.span
            .record("stripe.elapsed_ms", milliseconds(elapsed()));
    }
}

#[cfg(feature = "tracing")]
impl RequestSpan {
    /// Puts what the transport logs into the span.
    pub(crate) fn within<F: Future>(&self, future: F) -> impl Future<Output = F::Output> {
        tracing::Instrument::instrument(future, self.span.clone())
    }

    pub(crate) fn end(self, ended: Ended<'_>) {
        if !self.span.is_disabled() {
            record(&self.span, ended);
        }
    }
}

/// Tells that a call failed, and is not retried.
#[cfg(feature = "tracing")]
pub(crate) fn failed(error: &Error) {
    tracing::warn!(
        target: "stripe",
        {
        http.response.status_code = error.status().map(|status| status.as_u16()),
        "error.type" = &*error_type(error),
        stripe.request_id = crate::meta::shown(error.request_id()),
        stripe.attempts = error.attempts()
        },
        "the call failed"
    );
}

#[cfg(feature = "tracing")]
fn record(span: &tracing::Span, ended: Ended<'_>) {
    let (status, request_id) = match ended {
        Ok(meta) => (Some(meta.status()), meta.request_id()),
        Err(error) => (error.status(), error.request_id()),
    };
    if let Err(error) = ended {
        span.record("otel.status_code", "error");
        span.record("error.type", &*error_type(error));
    }
    if let Some(status) = status {
        span.record("http.response.status_code", status.as_u16());
    }
    if let Some(request_id) = crate::meta::shown(request_id) {
        span.record("stripe.request_id", request_id);
    }
}

/// The status if it tells an error, or else a word for the failure.
#[cfg(feature = "tracing")]
fn error_type(error: &Error) -> Cow<'static, str> {
    use crate::TransportErrorKind as Kind;
    if let Some(status) = error.status()
        && !status.is_success()
    {
        return status.as_str().to_owned().into();
    }
    let Some(transport) = error.transport_error() else {
        return "decode".into();
    };
    let class = match transport.kind() {
        Kind::Connect => "connect",
        Kind::Refused => "refused",
        Kind::Reset => "reset",
        Kind::Closed => "closed",
        Kind::Timeout => "timeout",
        Kind::Tls => "tls",
        Kind::InvalidRequest => "invalid_request",
        Kind::Protocol => "protocol",
        Kind::Other => "_OTHER",
    };
    class.into()
}

#[cfg(feature = "tracing")]
fn milliseconds(duration: Duration) -> u64 {
    u64::try_from(duration.as_millis()).unwrap_or(u64::MAX)
}

#[cfg(not(feature = "tracing"))]
#[expect(clippy::unused_self, reason = "the same calls as with the feature")]
impl CallSpan {
    pub(crate) fn new(_subject: Subject<'_>) -> Self {
        Self {}
    }

    pub(crate) fn request(&self, _subject: Subject<'_>, _resends: u32) -> RequestSpan {
        RequestSpan {}
    }

    pub(crate) fn retry(&self, _error: &Error, _resends: u32, _delay: Duration) {}

    pub(crate) fn end(&self, _ended: Ended<'_>, _elapsed: impl FnOnce() -> Duration) {}
}

#[cfg(not(feature = "tracing"))]
#[expect(clippy::unused_self, reason = "the same calls as with the feature")]
impl RequestSpan {
    pub(crate) fn within<F: Future>(&self, future: F) -> F {
        future
    }

    pub(crate) fn end(self, _ended: Ended<'_>) {}
}

#[cfg(not(feature = "tracing"))]
pub(crate) fn failed(_error: &Error) {}

/// A future that a task drives. Boxed, so that it is moved cheaply, and what drives tasks is compiled once.
#[cfg(feature = "default-transport")]
pub(crate) type Task<T> = Pin<Box<dyn Future<Output = T> + Send>>;

/// Keeps a future in the current span, if there is one.
#[cfg(feature = "default-transport")]
pub(crate) fn in_current_span<T: 'static>(task: Task<T>) -> Task<T> {
    #[cfg(feature = "tracing")]
    {
        let span = tracing::Span::current();
        if !span.is_none() {
            return Box::pin(tracing::Instrument::instrument(task, span));
        }
    }
    task
}
