use std::fmt;

use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};

use crate::Redacted;

/// A response: the object, with its [`ResponseMeta`].
///
/// ```no_run
/// # use stripe_runtime::{Client, Error, Operation};
/// # async fn example<O: Operation>(client: Client, request: O) -> Result<(), Error> {
/// let response = client.send_with_meta(&request).await?;
/// println!("{:?}", response.meta.request_id()); // for Stripe's support
/// let object = response.body;
/// # let _ = object;
/// # Ok(())
/// # }
/// ```
///
/// `Debug` does not show the body.
#[derive(Clone)]
#[non_exhaustive]
pub struct Response<T> {
    /// The object.
    pub body: T,
    /// Status, request id, headers, attempts.
    pub meta: ResponseMeta,
}

impl<T> Response<T> {
    /// Makes a response, for tests.
    ///
    /// ```
    /// use stripe_runtime::http::StatusCode;
    /// use stripe_runtime::{Response, ResponseMeta};
    ///
    /// let meta = ResponseMeta::new(StatusCode::OK)
    ///     .with_header("Request-Id", "req_123")
    ///     .with_attempts(2);
    /// let response = Response::new("the object", meta);
    /// assert_eq!(response.meta.request_id(), Some("req_123"));
    /// ```
    #[must_use]
    pub fn new(body: T, meta: ResponseMeta) -> Self {
        Self { body, meta }
    }
}

impl<T> fmt::Debug for Response<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Response")
            .field("meta", &self.meta)
            .finish_non_exhaustive()
    }
}

/// What is known of a response besides the object.
///
/// `Debug` shows the status, the request id and the attempts, but no other header
/// and no key.
#[derive(Clone)]
pub struct ResponseMeta {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) attempts: u32,
    pub(crate) idempotency_key: Option<String>,
}

impl ResponseMeta {
    /// What is known of a response without headers to one request, for tests.
    #[must_use]
    pub fn new(status: StatusCode) -> Self {
        Self {
            status,
            headers: HeaderMap::new(),
            attempts: 1,
            idempotency_key: None,
        }
    }

    /// Sets a header of the response, such as `Request-Id`. One that HTTP does not allow is left
    /// out.
    #[must_use]
    pub fn with_header(mut self, name: impl AsRef<str>, value: impl AsRef<str>) -> Self {
        insert(&mut self.headers, name.as_ref(), value.as_ref());
        self
    }

    /// Sets the number of attempts.
    #[must_use]
    pub fn with_attempts(mut self, attempts: u32) -> Self {
        self.attempts = attempts;
        self
    }

    /// Sets the idempotency key of the request.
    #[must_use]
    pub fn with_idempotency_key(mut self, key: impl Into<String>) -> Self {
        self.idempotency_key = Some(key.into());
        self
    }

    /// The HTTP status.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// The [request id](https://docs.stripe.com/api/request_ids), to give to
    /// Stripe's support.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        header(&self.headers, "request-id")
    }

    /// All headers of the response.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// How many requests were sent, including retries: usually 1. Does not count
    /// requests that an HTTP/2 server did not start on and that were sent again at once.
    #[must_use]
    pub fn attempts(&self) -> u32 {
        self.attempts
    }

    /// The [idempotency key](https://docs.stripe.com/api/idempotent_requests)
    /// of the request, whether set by you or generated.
    #[must_use]
    pub fn idempotency_key(&self) -> Option<&str> {
        self.idempotency_key.as_deref()
    }

    /// Whether Stripe replayed the response to an earlier request with the same
    /// idempotency key.
    #[must_use]
    pub fn idempotent_replayed(&self) -> bool {
        is_replayed(&self.headers)
    }
}

impl fmt::Debug for ResponseMeta {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ResponseMeta")
            .field("status", &self.status.as_u16())
            .field("request_id", &shown(self.request_id()))
            .field("attempts", &self.attempts)
            .field(
                "idempotency_key",
                &self.idempotency_key.as_ref().map(|_| Redacted),
            )
            .finish_non_exhaustive()
    }
}

pub(crate) fn header<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers.get(name)?.to_str().ok()
}

/// Sets a header that a test asks for, unless HTTP does not allow it.
pub(crate) fn insert(headers: &mut HeaderMap, name: &str, value: &str) {
    if let (Ok(name), Ok(value)) = (HeaderName::try_from(name), HeaderValue::try_from(value)) {
        headers.insert(name, value);
    }
}

pub(crate) fn is_replayed(headers: &HeaderMap) -> bool {
    header(headers, "idempotent-replayed") == Some("true")
}

/// A value from Stripe that may be shown. Anything that does not look like a request
/// id, an error type or an error code is left out, because it could be anything.
pub(crate) fn shown(word: Option<&str>) -> Option<&str> {
    word.filter(|word| {
        (1..=64).contains(&word.len())
            && word
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-')
    })
}
