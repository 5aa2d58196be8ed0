use std::fmt;
use std::time::Duration;

use http::{HeaderMap, HeaderName, HeaderValue};
use serde_json::Value;

use crate::api_key::ApiKey;
use crate::{InvalidArgument, Redacted, idempotency_key};

/// The options of one request, which override those of the client.
///
/// If a setter gets an invalid value, sending fails before anything is sent, with an
/// error that names the argument.
///
/// ```
/// use std::time::Duration;
/// use stripe_runtime::RequestOptions;
///
/// let options = RequestOptions::new()
///     .idempotency_key("order-6735")
///     .account("acct_123")
///     .timeout(Duration::from_secs(20));
/// # let _ = options;
/// ```
#[derive(Clone, Default)]
pub struct RequestOptions {
    // Most requests have none: a pointer keeps them small.
    inner: Option<Box<Inner>>,
}

#[derive(Clone, Default)]
pub(crate) struct Inner {
    pub(crate) idempotency_key: Option<HeaderValue>,
    pub(crate) account: Option<HeaderValue>,
    pub(crate) context: Option<HeaderValue>,
    pub(crate) api_version: Option<HeaderValue>,
    pub(crate) api_key: Option<ApiKey>,
    pub(crate) timeout: Option<Duration>,
    pub(crate) deadline: Option<Duration>,
    pub(crate) max_retries: Option<u32>,
    pub(crate) headers: HeaderMap,
    pub(crate) extra: Vec<(String, Value)>,
    /// What is requested instead of the path and the query.
    pub(crate) url: Option<String>,
    pub(crate) refused: Option<InvalidArgument>,
}

impl RequestOptions {
    /// Creates options with none set.
    #[must_use]
    pub const fn new() -> Self {
        Self { inner: None }
    }

    /// The [idempotency key](https://docs.stripe.com/api/idempotent_requests):
    /// 1 to 255 printable ASCII characters. Every POST, and every DELETE under `/v2`, has
    /// a random one otherwise; other requests have none.
    #[must_use]
    pub fn idempotency_key(self, key: impl AsRef<str>) -> Self {
        self.with(|inner| {
            let key = key.as_ref();
            idempotency_key::check(key)?;
            inner.idempotency_key = Some(plain_header("idempotency_key", key, true)?);
            Ok(())
        })
    }

    /// The [connected account](https://docs.stripe.com/connect/authentication)
    /// to act for: `Stripe-Account`.
    #[must_use]
    pub fn account(self, account: impl AsRef<str>) -> Self {
        self.with(|inner| {
            inner.account = Some(plain_header("account", account.as_ref(), false)?);
            Ok(())
        })
    }

    /// The [context](https://docs.stripe.com/context) to act in, such as `acct_123` or
    /// `acct_123/acct_456`: `Stripe-Context`. According to Stripe, it supersedes
    /// [`account`](Self::account).
    #[must_use]
    pub fn context(self, context: impl AsRef<str>) -> Self {
        self.with(|inner| {
            inner.context = Some(plain_header("context", context.as_ref(), false)?);
            Ok(())
        })
    }

    /// The [API version](https://docs.stripe.com/api/versioning). The types may not
    /// match versions other than the one that they were generated from.
    #[must_use]
    pub fn api_version(self, version: impl AsRef<str>) -> Self {
        self.with(|inner| {
            inner.api_version = Some(plain_header("api_version", version.as_ref(), false)?);
            Ok(())
        })
    }

    /// A [key](https://docs.stripe.com/keys) other than the client's.
    #[must_use]
    pub fn api_key(self, key: impl AsRef<str>) -> Self {
        self.with(|inner| {
            inner.api_key = Some(ApiKey::new(key.as_ref())?);
            Ok(())
        })
    }

    /// How long one attempt may take, including the body. Must not be zero.
    #[must_use]
    pub fn timeout(self, timeout: Duration) -> Self {
        self.with(|inner| {
            inner.timeout = Some(check_duration("timeout", timeout)?);
            Ok(())
        })
    }

    /// How long all attempts may take together, including the delays between them.
    /// Must not be zero.
    #[must_use]
    pub fn deadline(self, deadline: Duration) -> Self {
        self.with(|inner| {
            inner.deadline = Some(check_duration("deadline", deadline)?);
            Ok(())
        })
    }

    /// The maximum number of retries; 0 means a single attempt.
    #[must_use]
    pub fn max_retries(self, retries: u32) -> Self {
        self.with(|inner| {
            inner.max_retries = Some(retries);
            Ok(())
        })
    }

    /// An additional header. Headers that the client sets itself and headers that
    /// control the connection are rejected.
    #[must_use]
    pub fn header(self, name: impl AsRef<str>, value: impl AsRef<str>) -> Self {
        self.with(|inner| {
            let refuse = |reason| InvalidArgument::new("header", reason);
            let name = HeaderName::try_from(name.as_ref())
                .map_err(|_| refuse("the name is not that of a header"))?;
            if is_reserved(&name) {
                return Err(refuse("the header is set by the client"));
            }
            let mut value = HeaderValue::try_from(value.as_ref())
                .map_err(|_| refuse("the value does not fit a header"))?;
            value.set_sensitive(true);
            inner.headers.insert(name, value);
            Ok(())
        })
    }

    /// Adds a parameter that the request has no setter for, for example of a preview
    /// feature. Pass nested parameters as JSON; `null` clears a value. A name that the
    /// request already sends is rejected.
    ///
    /// ```
    /// use serde_json::json;
    /// use stripe_runtime::RequestOptions;
    ///
    /// let options = RequestOptions::new().extra("preview", json!({"features": ["a", "b"]}));
    /// # let _ = options;
    /// ```
    #[must_use]
    pub fn extra(self, name: impl Into<String>, value: impl Into<Value>) -> Self {
        self.with(|inner| {
            let name = name.into();
            if name.is_empty() || name.contains(['[', ']']) {
                let reason = "the name is empty or holds brackets: give nested parameters as JSON";
                return Err(InvalidArgument::new("extra", reason));
            }
            inner.extra.push((name, value.into()));
            Ok(())
        })
    }

    /// Returns these options, with those that are set in `other` in their place.
    /// Headers and extra parameters of both are sent.
    #[must_use]
    pub fn overridden_by(self, other: Self) -> Self {
        let Some(other) = other.inner else {
            return self;
        };
        self.with(|inner| {
            let Inner {
                idempotency_key,
                account,
                context,
                api_version,
                api_key,
                timeout,
                deadline,
                max_retries,
                headers,
                extra,
                url,
                refused,
            } = *other;
            let own = std::mem::take(inner);
            *inner = Inner {
                idempotency_key: idempotency_key.or(own.idempotency_key),
                account: account.or(own.account),
                context: context.or(own.context),
                api_version: api_version.or(own.api_version),
                api_key: api_key.or(own.api_key),
                timeout: timeout.or(own.timeout),
                deadline: deadline.or(own.deadline),
                max_retries: max_retries.or(own.max_retries),
                headers: own.headers,
                extra: own.extra,
                url: url.or(own.url),
                refused: own.refused,
            };
            inner.headers.extend(headers);
            inner.extra.extend(extra);
            refused.map_or(Ok(()), Err)
        })
    }

    /// For the macros of this crate.
    #[doc(hidden)]
    #[must_use]
    pub fn url(&self) -> Option<&str> {
        self.inner.as_ref()?.url.as_deref()
    }

    /// For the macros of this crate.
    #[doc(hidden)]
    pub fn set_url(&mut self, url: String) {
        self.inner.get_or_insert_default().url = Some(url);
    }

    pub(crate) fn get(&self) -> Option<&Inner> {
        self.inner.as_deref()
    }

    fn with(mut self, set: impl FnOnce(&mut Inner) -> Result<(), InvalidArgument>) -> Self {
        let inner = self.inner.get_or_insert_default();
        if let Err(refused) = set(inner) {
            // The first one is reported.
            inner.refused.get_or_insert(refused);
        }
        self
    }
}

impl fmt::Debug for RequestOptions {
    /// Shows which options are set; values only of durations and counts.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut f = f.debug_struct("RequestOptions");
        if let Some(inner) = self.get() {
            let mut hidden = |name: &str, set: bool| {
                if set {
                    f.field(name, &Redacted);
                }
            };
            hidden("idempotency_key", inner.idempotency_key.is_some());
            hidden("account", inner.account.is_some());
            hidden("context", inner.context.is_some());
            hidden("api_key", inner.api_key.is_some());
            hidden("headers", !inner.headers.is_empty());
            hidden("extra", !inner.extra.is_empty());
            hidden("url", inner.url.is_some());
            if let Some(version) = &inner.api_version {
                f.field("api_version", version);
            }
            if let Some(timeout) = &inner.timeout {
                f.field("timeout", timeout);
            }
            if let Some(deadline) = &inner.deadline {
                f.field("deadline", deadline);
            }
            if let Some(max_retries) = &inner.max_retries {
                f.field("max_retries", max_retries);
            }
            if let Some(refused) = &inner.refused {
                f.field("refused", refused);
            }
        }
        f.finish_non_exhaustive()
    }
}

/// A header's value of plain characters: no white space unless `spaces`.
pub(crate) fn plain_header(
    argument: &'static str,
    value: &str,
    spaces: bool,
) -> Result<HeaderValue, InvalidArgument> {
    let plain = |byte: u8| byte.is_ascii_graphic() || (spaces && byte == b' ');
    if value.is_empty() {
        return Err(InvalidArgument::new(argument, "must not be empty"));
    }
    if !value.bytes().all(plain) {
        let reason = "holds white space, control or non-ASCII characters";
        return Err(InvalidArgument::new(argument, reason));
    }
    HeaderValue::try_from(value)
        .map_err(|_| InvalidArgument::new(argument, "does not fit a header"))
}

pub(crate) fn check_duration(
    argument: &'static str,
    duration: Duration,
) -> Result<Duration, InvalidArgument> {
    if duration.is_zero() {
        Err(InvalidArgument::new(argument, "must be more than zero"))
    } else {
        Ok(duration)
    }
}

/// Headers that a caller cannot set: they have a setter, or are the
/// connection's.
fn is_reserved(name: &HeaderName) -> bool {
    matches!(
        name.as_str(),
        "accept"
            | "accept-encoding"
            | "authorization"
            | "connection"
            | "content-encoding"
            | "content-length"
            | "content-type"
            | "expect"
            | "host"
            | "idempotency-key"
            | "keep-alive"
            | "stripe-account"
            | "stripe-context"
            | "stripe-version"
            | "te"
            | "trailer"
            | "transfer-encoding"
            | "upgrade"
            | "user-agent"
    ) || name.as_str().starts_with("proxy-")
}
