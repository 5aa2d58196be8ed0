use http::{HeaderMap, StatusCode};
use serde_json::{Map, Value};

use super::Error;
use crate::meta::insert;

/// Makes an [`Error`] as if Stripe had returned it, for tests. See [`Error::builder`].
#[derive(Debug, Clone)]
#[must_use = "an error is made by `build`"]
pub struct ErrorBuilder {
    status: StatusCode,
    headers: HeaderMap,
    fields: Map<String, Value>,
}

impl Error {
    /// Makes an error as if Stripe had returned it, for tests of what a program does with
    /// it. Its kind follows from the status, as for a real one. Its type is the one that
    /// Stripe sends with the status, unless it is set.
    ///
    /// For errors without a response, convert a [`TransportError`](crate::TransportError)
    /// or an [`InvalidArgument`](crate::InvalidArgument).
    ///
    /// ```
    /// use stripe_runtime::http::StatusCode;
    /// use stripe_runtime::{Error, TransportError, TransportErrorKind};
    ///
    /// let error = Error::builder(StatusCode::NOT_FOUND)
    ///     .code("resource_missing")
    ///     .param("session")
    ///     .message("No such verification session: 'vs_123'")
    ///     .request_id("req_123")
    ///     .build();
    /// assert!(error.is_not_found());
    /// assert_eq!(error.request_id(), Some("req_123"));
    ///
    /// let error = Error::from(TransportError::new(TransportErrorKind::Timeout));
    /// assert!(error.is_timeout() && error.is_retryable());
    /// ```
    pub fn builder(status: StatusCode) -> ErrorBuilder {
        let type_ = match status.as_u16() {
            402 => "card_error",
            409 | 500.. => "api_error",
            _ => "invalid_request_error",
        };
        let builder = ErrorBuilder {
            status,
            headers: HeaderMap::new(),
            fields: Map::new(),
        };
        builder.type_(type_)
    }
}

impl ErrorBuilder {
    /// The error's [type](Error::type_), such as `idempotency_error`.
    pub fn type_(self, type_: impl Into<String>) -> Self {
        self.field("type", type_.into())
    }

    /// The [error code](Error::code), such as `resource_missing`.
    pub fn code(self, code: impl Into<String>) -> Self {
        self.field("code", code.into())
    }

    /// The [parameter](Error::param) that the error is about.
    pub fn param(self, param: impl Into<String>) -> Self {
        self.field("param", param.into())
    }

    /// Stripe's [description](Error::message) of the error.
    pub fn message(self, message: impl Into<String>) -> Self {
        self.field("message", message.into())
    }

    /// Any other field of the error, such as `decline_code`.
    pub fn field(mut self, name: impl Into<String>, value: impl Into<Value>) -> Self {
        self.fields.insert(name.into(), value.into());
        self
    }

    /// The [request id](Error::request_id).
    pub fn request_id(self, id: impl AsRef<str>) -> Self {
        self.header("request-id", id)
    }

    /// A [header](Error::headers) of the response, such as `Retry-After`. One that HTTP does
    /// not allow is left out.
    pub fn header(mut self, name: impl AsRef<str>, value: impl AsRef<str>) -> Self {
        insert(&mut self.headers, name.as_ref(), value.as_ref());
        self
    }

    /// Makes the error.
    #[must_use]
    pub fn build(self) -> Error {
        let body = Value::from(Map::from_iter([("error".to_owned(), self.fields.into())]));
        Error::from_response(self.status, self.headers, body.to_string().as_bytes())
            .with_call(1, None)
    }
}
