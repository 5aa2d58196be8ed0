use std::fmt;
use std::net::{IpAddr, Ipv4Addr};
use std::sync::Arc;
use std::time::Duration;

use stripe_identity::Timestamp;

use crate::person::Person;
use crate::record::RequestRecord;
use crate::webhook::{Delivery, Payload};
use crate::{Error, FakeStripe};

/// Called with what happened, as it happens.
pub(crate) type Observer<T> = Arc<dyn Fn(&T) + Send + Sync>;

/// How long a redaction takes at most, by <https://docs.stripe.com/identity/redact>.
const REDACTION_TAKES: Duration = Duration::from_secs(4 * 24 * 60 * 60);

/// How long after each failure an event is sent again, by default.
const DELAYS: [Duration; 3] = [
    Duration::from_secs(2),
    Duration::from_secs(10),
    Duration::from_secs(60),
];

/// The same in Stripe's test mode, three times in a few hours:
/// <https://docs.stripe.com/webhooks#retries>.
const STRIPE_DELAYS: [Duration; 3] = [
    Duration::from_secs(5 * 60),
    Duration::from_secs(30 * 60),
    Duration::from_secs(2 * 60 * 60),
];

/// The settings of a stand-in. See [`FakeStripe::builder`].
#[must_use = "`start` starts the stand-in"]
pub struct FakeStripeBuilder {
    pub(crate) address: IpAddr,
    pub(crate) port: u16,
    pub(crate) public_url: Option<String>,
    pub(crate) control_token: Option<String>,
    pub(crate) webhooks: Vec<(String, Payload)>,
    pub(crate) delays: Vec<Duration>,
    pub(crate) secret_key: Option<String>,
    pub(crate) restricted_key: Option<String>,
    pub(crate) webhook_secret: Option<String>,
    pub(crate) person: Person,
    pub(crate) fixed_time: Option<Timestamp>,
    pub(crate) real_time: bool,
    pub(crate) redaction_takes: Duration,
    pub(crate) on_request: Option<Observer<RequestRecord>>,
    pub(crate) on_delivery: Option<Observer<Delivery>>,
}

impl FakeStripeBuilder {
    pub(crate) fn new() -> Self {
        Self {
            address: Ipv4Addr::LOCALHOST.into(),
            port: 0,
            public_url: None,
            control_token: None,
            webhooks: Vec::new(),
            delays: DELAYS.to_vec(),
            secret_key: None,
            restricted_key: None,
            webhook_secret: None,
            person: Person::default(),
            fixed_time: None,
            real_time: false,
            redaction_takes: REDACTION_TAKES,
            on_request: None,
            on_delivery: None,
        }
    }

    /// The address to listen on, by default 127.0.0.1. On any other than a loopback address
    /// the control interface asks for a token.
    pub fn bind(mut self, address: IpAddr) -> Self {
        self.address = address;
        self
    }

    /// The port to listen on. 0, the default, is any free port.
    pub fn port(mut self, port: u16) -> Self {
        self.port = port;
        self
    }

    /// Where browsers find the stand-in, such as `http://localhost:4242`. The urls of
    /// sessions begin with it. By default the address that it listens on.
    pub fn public_url(mut self, url: impl Into<String>) -> Self {
        self.public_url = Some(url.into());
        self
    }

    /// The token that the control interface asks for. By default, it asks for none on a
    /// loopback address, and for a new one on any other; see
    /// [`FakeStripe::control_token`].
    pub fn control_token(mut self, token: impl Into<String>) -> Self {
        self.control_token = Some(token.into());
        self
    }

    /// Sends events to a URL. Further calls add further URLs.
    pub fn webhook(mut self, url: impl Into<String>) -> Self {
        self.webhooks.push((url.into(), Payload::Snapshot));
        self
    }

    /// Sends [thin events](https://docs.stripe.com/event-destinations#thin-events) to a URL.
    /// Further calls add further URLs.
    pub fn thin_webhook(mut self, url: impl Into<String>) -> Self {
        self.webhooks.push((url.into(), Payload::Thin));
        self
    }

    /// Retries failed deliveries after the delays of Stripe's test mode: 5 minutes, 30
    /// minutes and 2 hours. The default is 2 seconds, 10 seconds and a minute.
    pub fn stripe_delays(mut self) -> Self {
        self.delays = STRIPE_DELAYS.to_vec();
        self
    }

    /// The secret key, `sk_test_…`; by default a new one.
    pub fn secret_key(mut self, key: impl Into<String>) -> Self {
        self.secret_key = Some(key.into());
        self
    }

    /// The restricted key, `rk_test_…`; by default a new one.
    pub fn restricted_key(mut self, key: impl Into<String>) -> Self {
        self.restricted_key = Some(key.into());
        self
    }

    /// The secret that events are signed with, `whsec_…`; by default a new one.
    pub fn webhook_secret(mut self, secret: impl Into<String>) -> Self {
        self.webhook_secret = Some(secret.into());
        self
    }

    /// The sample person, who is verified on the hosted page.
    pub fn person(mut self, person: Person) -> Self {
        self.person = person;
        self
    }

    /// The time at the start, for timestamps and signatures. It then stands still, except
    /// for [`advance`](crate::Handle::advance). By default timestamps are the system's.
    pub fn time(mut self, time: Timestamp) -> Self {
        self.fixed_time = Some(time);
        self
    }

    /// Lets schedules (redactions, retries of webhooks, expiry) run in real time. By
    /// default, only [`advance`](crate::Handle::advance) moves them.
    pub fn real_time(mut self) -> Self {
        self.real_time = true;
        self
    }

    /// How long a redaction takes by the stand-in's clock: by default four days, as long as
    /// Stripe takes at most. Zero completes it at once.
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

    /// Starts the stand-in. It listens when this returns.
    ///
    /// # Errors
    ///
    /// The port is in use, or a URL, key or token is not in the form that it must have.
    #[expect(
        clippy::unused_async,
        reason = "like other servers' start, and room to wait for something"
    )]
    pub async fn start(self) -> Result<FakeStripe, Error> {
        FakeStripe::launch(self)
    }

    /// [`start`](Self::start) for programs without an asynchronous runtime.
    ///
    /// # Errors
    ///
    /// As for [`start`](Self::start).
    pub fn start_blocking(self) -> Result<FakeStripe, Error> {
        FakeStripe::launch(self)
    }
}

impl fmt::Debug for FakeStripeBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FakeStripeBuilder")
            .field("address", &self.address)
            .field("port", &self.port)
            .field("webhooks", &self.webhooks.len())
            .field("fixed_time", &self.fixed_time)
            .field("real_time", &self.real_time)
            .field("redaction_takes", &self.redaction_takes)
            .finish_non_exhaustive()
    }
}
