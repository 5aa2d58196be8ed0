use std::fmt;
use std::marker::PhantomData;
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use http::HeaderValue;

use super::Client;
use crate::api_key::ApiKey;
use crate::app_info::AppInfo;
use crate::base_url::BaseUrl;
use crate::engine::Engine;
use crate::request_options::{check_duration, plain_header};
use crate::retry::RetryBudget;
use crate::transport::Transport;
use crate::{Environment, Error, InvalidArgument, Redacted};

/// One attempt's time, headers and body.
const TIMEOUT: Duration = Duration::from_secs(80);
const MAX_RETRIES: u32 = 2;
/// Pages of a hundred objects stay far below.
const MAX_BODY_BYTES: usize = 8 * 1024 * 1024;

/// The settings of a client. See [`Client::builder`].
///
/// Setters chain. `build` refuses invalid settings by an error that names the
/// argument.
///
/// ```no_run
/// use std::time::Duration;
/// use stripe_runtime::Client;
///
/// let client = Client::builder("sk_test_123")
///     .app_info("my-shop", Some("1.0.0"), Some("https://example.com"))
///     .deadline(Duration::from_secs(30))
///     .max_retries(5)
///     .build()?;
/// # Ok::<(), stripe_runtime::Error>(())
/// ```
#[must_use = "a client is made by `build`"]
pub struct ClientBuilder<C = Client> {
    api_key: String,
    base_url: Option<String>,
    api_version: Option<String>,
    account: Option<String>,
    context: Option<String>,
    app_info: Option<(String, Option<String>, Option<String>)>,
    timeout: Duration,
    connect_timeout: Option<Duration>,
    deadline: Option<Duration>,
    max_retries: u32,
    retry_rate_limited: bool,
    retry_budget: Option<u32>,
    max_body_bytes: usize,
    error_messages: Option<bool>,
    transport: Option<Box<dyn Transport>>,
    environment: Option<Arc<dyn Environment>>,
    allow_http: bool,
    builds: PhantomData<fn() -> C>,
}

impl<C> ClientBuilder<C> {
    pub(crate) fn new(api_key: String) -> Self {
        Self {
            api_key,
            base_url: None,
            api_version: None,
            account: None,
            context: None,
            app_info: None,
            timeout: TIMEOUT,
            connect_timeout: None,
            deadline: None,
            max_retries: MAX_RETRIES,
            retry_rate_limited: false,
            retry_budget: Some(RetryBudget::DEFAULT),
            max_body_bytes: MAX_BODY_BYTES,
            error_messages: None,
            transport: None,
            environment: None,
            allow_http: false,
            builds: PhantomData,
        }
    }

    /// Where requests are sent instead of `https://api.stripe.com`, for example to
    /// a test server or a gateway. Must be `https`, or `http` to a loopback host; see
    /// also [`allow_http`](Self::allow_http). A path is prepended to the path of each request.
    pub fn base_url(mut self, url: impl Into<String>) -> Self {
        self.base_url = Some(url.into());
        self
    }

    /// Allows a [`base_url`](Self::base_url) with `http` to any host, such as
    /// `http://stripe:12111` of a stand-in in a compose file. Everybody on the network between
    /// can read the key and what is sent, so this works with test keys only (`sk_test_…`,
    /// `rk_test_…`): `build`, and a call with another key, return an error.
    ///
    /// ```
    /// use stripe_runtime::Client;
    ///
    /// let client = Client::builder("sk_test_123")
    ///     .base_url("http://stripe:12111")
    ///     .allow_http()
    ///     .build()?;
    /// # Ok::<(), stripe_runtime::Error>(())
    /// ```
    pub fn allow_http(mut self) -> Self {
        self.allow_http = true;
        self
    }

    /// The [API version](https://docs.stripe.com/api/versioning) of every
    /// request. The types may not fit any version but the one that they were
    /// generated from.
    pub fn api_version(mut self, version: impl Into<String>) -> Self {
        self.api_version = Some(version.into());
        self
    }

    /// The [connected account](https://docs.stripe.com/connect/authentication)
    /// of every request: `Stripe-Account`.
    pub fn account(mut self, account: impl Into<String>) -> Self {
        self.account = Some(account.into());
        self
    }

    /// The [context](https://docs.stripe.com/context) of every request, such as `acct_123`
    /// or `acct_123/acct_456`: `Stripe-Context`. According to Stripe, it supersedes
    /// [`account`](Self::account).
    pub fn context(mut self, context: impl Into<String>) -> Self {
        self.context = Some(context.into());
        self
    }

    /// Names the application in `User-Agent`: name, version and URL, in printable
    /// ASCII. Stripe asks
    /// [plugins](https://docs.stripe.com/building-plugins#setappinfo) to do so.
    pub fn app_info(
        mut self,
        name: impl Into<String>,
        version: Option<&str>,
        url: Option<&str>,
    ) -> Self {
        self.app_info = Some((
            name.into(),
            version.map(str::to_owned),
            url.map(str::to_owned),
        ));
        self
    }

    /// How long one attempt may take, headers and body: 80 seconds by default.
    /// Must not be zero. Waiting for a free connection does not count.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = timeout;
        self
    }

    /// How long connecting may take, including TLS: 10 seconds by default. Must not
    /// be zero. Does not apply to a transport of your own.
    pub fn connect_timeout(mut self, timeout: Duration) -> Self {
        self.connect_timeout = Some(timeout);
        self
    }

    /// How long a call may take, with all its attempts and the waiting before and
    /// between them: unlimited by default. Must not be zero.
    pub fn deadline(mut self, deadline: Duration) -> Self {
        self.deadline = Some(deadline);
        self
    }

    /// How often a call is retried at most: 2 by default.
    pub fn max_retries(mut self, retries: u32) -> Self {
        self.max_retries = retries;
        self
    }

    /// Whether calls are retried when they are
    /// [rate limited](https://docs.stripe.com/rate-limits) (429). They are not by
    /// default, since that would add to the load.
    pub fn retry_rate_limited(mut self, retry: bool) -> Self {
        self.retry_rate_limited = retry;
        self
    }

    /// How many tokens the retries of all calls share: 500 by default. A retry
    /// takes 5, a success gives 1 back, and without tokens a call is not retried.
    /// At least 5; `None` for no limit.
    pub fn retry_budget(mut self, tokens: impl Into<Option<u32>>) -> Self {
        self.retry_budget = tokens.into();
        self
    }

    /// The largest response body that is read, in bytes: 8 MiB by default. Must not
    /// be zero. What is decoded from it takes more memory: in the worst case, 15 times
    /// as much for an object, and 120 times for [`Json`](crate::Json).
    pub fn max_body_bytes(mut self, bytes: usize) -> Self {
        self.max_body_bytes = bytes;
        self
    }

    /// Whether `Display` and `Debug` of an [`Error`] show Stripe's
    /// [`message`](Error::message). By default, they show it for calls with a test key
    /// (`sk_test_…`, `rk_test_…`), and hide it for all others: a message can quote what was
    /// sent, such as a name or an email address.
    pub fn error_messages(mut self, show: bool) -> Self {
        self.error_messages = Some(show);
        self
    }

    /// Uses this [`Transport`] instead of the default one.
    pub fn transport(mut self, transport: impl Transport) -> Self {
        self.transport = Some(Box::new(transport));
        self
    }

    /// Uses the clock, the timer and the random source of this [`Environment`].
    pub fn environment(mut self, environment: impl Environment) -> Self {
        self.environment = Some(Arc::new(environment));
        self
    }

    /// Builds a client that blocks, as
    /// [`BlockingClient::builder`](crate::BlockingClient::builder) does. Nothing is connected
    /// yet.
    ///
    /// # Errors
    ///
    /// A setting is invalid; the error names it. Or the system's certificates
    /// cannot be loaded.
    #[cfg(feature = "blocking")]
    pub fn build_blocking(self) -> Result<crate::BlockingClient, Error> {
        crate::BlockingClient::new_with(self.client()?)
    }

    fn client(mut self) -> Result<Client, Error> {
        let transport = match self.transport.take() {
            Some(transport) => transport,
            None => default_transport(self.connect_timeout)?,
        };
        let environment = match self.environment.take() {
            Some(environment) => environment,
            None => default_environment()?,
        };
        let engine = self.engine(transport, environment)?;
        Ok(Client {
            engine: Arc::new(engine),
        })
    }

    fn engine(
        self,
        transport: Box<dyn Transport>,
        environment: Arc<dyn Environment>,
    ) -> Result<Engine, InvalidArgument> {
        let app_info = match &self.app_info {
            None => None,
            Some((name, version, url)) => {
                Some(AppInfo::new(name, version.as_deref(), url.as_deref())?)
            }
        };
        if self.max_body_bytes == 0 {
            return Err(InvalidArgument::new(
                "max_body_bytes",
                "must be more than zero",
            ));
        }
        let api_key = ApiKey::new(&self.api_key)?;
        let base_url = match &self.base_url {
            None => BaseUrl::stripe(),
            Some(url) => BaseUrl::new(url, self.allow_http)?,
        };
        base_url.check_key(&api_key)?;
        Ok(Engine {
            api_key,
            base_url,
            api_version: optional_header("api_version", self.api_version.as_deref())?,
            account: optional_header("account", self.account.as_deref())?,
            context: optional_header("context", self.context.as_deref())?,
            app_info,
            timeout: check_duration("timeout", self.timeout)?,
            deadline: match self.deadline {
                None => None,
                Some(deadline) => Some(check_duration("deadline", deadline)?),
            },
            max_retries: self.max_retries,
            retry_rate_limited: self.retry_rate_limited,
            budget: RetryBudget::new(self.retry_budget)?,
            max_body_bytes: self.max_body_bytes,
            error_messages: self.error_messages,
            transport,
            environment,
            user_agent: OnceLock::new(),
        })
    }
}

impl ClientBuilder {
    /// Builds the client. Nothing is connected yet.
    ///
    /// # Errors
    ///
    /// A setting is invalid; the error names it. Or the system's certificates cannot
    /// be loaded. Without the feature `default-transport`: no transport or environment
    /// is set.
    pub fn build(self) -> Result<Client, Error> {
        self.client()
    }
}

#[cfg(feature = "blocking")]
impl ClientBuilder<crate::BlockingClient> {
    /// Builds a client that blocks. Nothing is connected yet.
    ///
    /// # Errors
    ///
    /// A setting is invalid; the error names it. Or the system's certificates
    /// cannot be loaded.
    pub fn build(self) -> Result<crate::BlockingClient, Error> {
        crate::BlockingClient::new_with(self.client()?)
    }
}

#[cfg(feature = "default-transport")]
fn default_transport(connect_timeout: Option<Duration>) -> Result<Box<dyn Transport>, Error> {
    let mut builder = crate::transport::HyperTransport::builder();
    if let Some(timeout) = connect_timeout {
        builder = builder.connect_timeout(timeout);
    }
    Ok(Box::new(builder.build()?))
}

#[cfg(not(feature = "default-transport"))]
fn default_transport(_connect_timeout: Option<Duration>) -> Result<Box<dyn Transport>, Error> {
    let reason = "must be set, since the feature `default-transport` is off";
    Err(InvalidArgument::new("transport", reason).into())
}

#[cfg(feature = "tokio")]
#[expect(clippy::unnecessary_wraps, reason = "the same as without the feature")]
fn default_environment() -> Result<Arc<dyn Environment>, InvalidArgument> {
    Ok(Arc::new(crate::TokioEnvironment::new()))
}

#[cfg(not(feature = "tokio"))]
fn default_environment() -> Result<Arc<dyn Environment>, InvalidArgument> {
    let reason = "must be set, since the feature `tokio` is off";
    Err(InvalidArgument::new("environment", reason))
}

fn optional_header(
    argument: &'static str,
    value: Option<&str>,
) -> Result<Option<HeaderValue>, InvalidArgument> {
    value
        .map(|value| plain_header(argument, value, false))
        .transpose()
}

impl<C> fmt::Debug for ClientBuilder<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ClientBuilder")
            .field("api_key", &Redacted)
            .field("api_version", &self.api_version)
            .field("timeout", &self.timeout)
            .field("deadline", &self.deadline)
            .field("max_retries", &self.max_retries)
            .finish_non_exhaustive()
    }
}
