use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use stripe_identity::Timestamp;

use crate::record::RequestRecord;
use crate::webhook::Delivery;
use crate::{Error, FakeStripe};

/// Called with what happened, as it happens.
pub(crate) type Observer<T> = Arc<dyn Fn(&T) + Send + Sync>;

/// The longest that Stripe says a redaction takes.
const REDACTION_TAKES: Duration = Duration::from_secs(4 * 24 * 60 * 60);

/// The settings of a stand-in. See [`FakeStripe::builder`].
#[must_use = "a stand-in is made by `start`"]
pub struct FakeStripeBuilder {
    pub(crate) port: u16,
    pub(crate) webhooks: Vec<String>,
    pub(crate) secret_key: Option<String>,
    pub(crate) restricted_key: Option<String>,
    pub(crate) webhook_secret: Option<String>,
    pub(crate) fixed_time: Option<Timestamp>,
    pub(crate) real_time: bool,
    pub(crate) redaction_takes: Duration,
    pub(crate) on_request: Option<Observer<RequestRecord>>,
    pub(crate) on_delivery: Option<Observer<Delivery>>,
}

impl FakeStripeBuilder {
    pub(crate) fn new() -> Self {
        Self {
            port: 0,
            webhooks: Vec::new(),
            secret_key: None,
            restricted_key: None,
            webhook_secret: None,
            fixed_time: None,
            real_time: false,
            redaction_takes: REDACTION_TAKES,
            on_request: None,
            on_delivery: None,
        }
    }

    /// The port to listen on; 0, the default, is any that is free.
    pub fn port(mut self, port: u16) -> Self {
        self.port = port;
        self
    }

    /// A URL to send events to; may be called again for further ones.
    pub fn webhook(mut self, url: impl Into<String>) -> Self {
        self.webhooks.push(url.into());
        self
    }

    /// The secret key, `sk_test_…`; a new one by default.
    pub fn secret_key(mut self, key: impl Into<String>) -> Self {
        self.secret_key = Some(key.into());
        self
    }

    /// The restricted key, `rk_test_…`; a new one by default.
    pub fn restricted_key(mut self, key: impl Into<String>) -> Self {
        self.restricted_key = Some(key.into());
        self
    }

    /// What events are signed with, `whsec_…`; a new one by default.
    pub fn webhook_secret(mut self, secret: impl Into<String>) -> Self {
        self.webhook_secret = Some(secret.into());
        self
    }

    /// What time it is at the start, for `created` and signatures: the system's
    /// time, by default. It then stands still but for
    /// [`advance`](crate::Handle::advance).
    pub fn time(mut self, time: Timestamp) -> Self {
        self.fixed_time = Some(time);
        self
    }

    /// Lets real time move what is scheduled (redactions, retries of webhooks,
    /// urls that expire), as for a person who tries things out. By default, only
    /// [`advance`](crate::Handle::advance) does.
    pub fn real_time(mut self) -> Self {
        self.real_time = true;
        self
    }

    /// How long a redaction takes by the stand-in's clock: four days, by default,
    /// the longest that Stripe says. Zero: it is done at once.
    pub fn redaction_takes(mut self, duration: Duration) -> Self {
        self.redaction_takes = duration;
        self
    }

    /// Called after each request, on the stand-in's thread.
    pub fn on_request(mut self, observer: impl Fn(&RequestRecord) + Send + Sync + 'static) -> Self {
        self.on_request = Some(Arc::new(observer));
        self
    }

    /// Called after each attempt to send an event, on the stand-in's thread.
    pub fn on_delivery(mut self, observer: impl Fn(&Delivery) + Send + Sync + 'static) -> Self {
        self.on_delivery = Some(Arc::new(observer));
        self
    }

    /// Starts it. The port is open when this returns.
    ///
    /// # Errors
    ///
    /// The port is in use, a webhook's URL is no URL of `http` or `https`, or a key
    /// has not the form of one.
    #[expect(
        clippy::unused_async,
        reason = "reads like every other start of a server, and may come to wait"
    )]
    pub async fn start(self) -> Result<FakeStripe, Error> {
        FakeStripe::launch(self)
    }

    /// [`start`](Self::start) for programs that do not use an asynchronous runtime.
    ///
    /// # Errors
    ///
    /// The same.
    pub fn start_blocking(self) -> Result<FakeStripe, Error> {
        FakeStripe::launch(self)
    }
}

impl fmt::Debug for FakeStripeBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FakeStripeBuilder")
            .field("port", &self.port)
            .field("webhooks", &self.webhooks.len())
            .field("fixed_time", &self.fixed_time)
            .field("real_time", &self.real_time)
            .field("redaction_takes", &self.redaction_takes)
            .finish_non_exhaustive()
    }
}
