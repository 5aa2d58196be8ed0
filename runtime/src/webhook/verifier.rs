use std::fmt;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use ring::hmac;

use super::signature::{self, SignatureHeader};
use super::{Event, EventData, ThinEvent};
use crate::error::DecodeProblem;
use crate::{Api, Error, InvalidArgument, Redacted, SignatureRefusal, Timestamp};

/// Stripe's own default.
const TOLERANCE: Duration = Duration::from_secs(300);

/// Tells whether it was Stripe that sent a webhook, by the endpoint's
/// [signing secret](https://docs.stripe.com/webhooks#verify-official-libraries).
///
/// Give it the body's bytes as they came: JSON that was read and written again
/// is not what Stripe signed.
///
/// ```
/// use stripe_runtime::Timestamp;
/// use stripe_runtime::webhook::{TestSignature, WebhookVerifier};
///
/// let verifier = WebhookVerifier::new("whsec_test")?;
/// let header = TestSignature::new("whsec_test", Timestamp::now()).sign(b"{}");
/// verifier.verify(b"{}", &header)?;
/// assert!(verifier.verify(b"{ }", &header).is_err());
/// # Ok::<(), stripe_runtime::Error>(())
/// ```
#[derive(Clone)]
pub struct WebhookVerifier {
    secrets: Vec<hmac::Key>,
    tolerance: Duration,
    clock: Clock,
    api: Option<&'static Api>,
}

type Clock = Arc<dyn Fn() -> SystemTime + Send + Sync>;

impl WebhookVerifier {
    /// With an endpoint's signing secret, `whsec_` and all.
    ///
    /// # Errors
    ///
    /// The secret is blank.
    pub fn new(secret: impl AsRef<str>) -> Result<Self, InvalidArgument> {
        let verifier = Self {
            secrets: Vec::new(),
            tolerance: TOLERANCE,
            clock: Arc::new(SystemTime::now),
            api: None,
        };
        verifier.or_secret(secret)
    }

    /// Accepts another secret as well: the one before, while
    /// [rolling](https://docs.stripe.com/webhooks#roll-endpoint-secrets) it,
    /// or that of another endpoint.
    ///
    /// # Errors
    ///
    /// The secret is blank.
    pub fn or_secret(mut self, secret: impl AsRef<str>) -> Result<Self, InvalidArgument> {
        let secret = secret.as_ref();
        if secret.trim().is_empty() {
            return Err(InvalidArgument::new("secret", "a secret must not be blank"));
        }
        self.secrets.push(signature::key(secret));
        Ok(self)
    }

    /// How old a signature may be, in whole seconds: 300 by default, against
    /// replays. Zero switches the check off. Times in the future pass.
    #[must_use]
    pub fn tolerance(mut self, tolerance: Duration) -> Self {
        self.tolerance = tolerance;
        self
    }

    /// Another clock than the system's.
    #[must_use]
    pub fn clock(mut self, now: impl Fn() -> SystemTime + Send + Sync + 'static) -> Self {
        self.clock = Arc::new(now);
        self
    }

    /// Refuses events that were made from an API version which the generated
    /// crate's types do not fit; see [`Event::is_compatible_with`]. Without
    /// this, such an event's data is read as far as it goes.
    #[must_use]
    pub fn require_api_version(mut self, api: &'static Api) -> Self {
        self.api = Some(api);
        self
    }

    /// Checks a body against its `Stripe-Signature` header.
    ///
    /// # Errors
    ///
    /// Of the kind [`WebhookSignature`](crate::ErrorKind::WebhookSignature):
    /// the header is malformed, no signature matches, or it is too old.
    pub fn verify(&self, payload: &[u8], header: &str) -> Result<(), Error> {
        self.check(payload, header).map_err(Error::from_signature)
    }

    fn check(&self, payload: &[u8], header: &str) -> Result<(), SignatureRefusal> {
        let header = SignatureHeader::parse(header)?;
        if !header.matches(payload, &self.secrets) {
            return Err(SignatureRefusal::Mismatch);
        }
        // Last, so that only who knows the secret learns of the clock.
        let now = Timestamp::from((self.clock)()).as_unix_seconds();
        let tolerance = i64::try_from(self.tolerance.as_secs()).unwrap_or(i64::MAX);
        if tolerance > 0 && now.saturating_sub(header.seconds) > tolerance {
            return Err(SignatureRefusal::TooOld);
        }
        Ok(())
    }

    /// [Verifies](Self::verify) a body and reads its event.
    ///
    /// # Errors
    ///
    /// The signature is refused; the body is no event; or, after
    /// [`require_api_version`](Self::require_api_version), the version is
    /// another.
    pub fn event<D: EventData>(&self, payload: &[u8], header: &str) -> Result<Event<D>, Error> {
        self.verify(payload, header)?;
        let event = Event::parse(payload)?;
        match self.api {
            Some(api) if !event.is_compatible_with(api) => {
                Err(Error::from_decode(DecodeProblem::EventVersion, &[]))
            }
            _ => Ok(event),
        }
    }

    /// [Verifies](Self::verify) a body and reads its
    /// [thin event](https://docs.stripe.com/event-destinations#thin-events).
    ///
    /// # Errors
    ///
    /// The signature is refused, or the body is no thin event.
    pub fn thin_event(&self, payload: &[u8], header: &str) -> Result<ThinEvent, Error> {
        self.verify(payload, header)?;
        ThinEvent::parse(payload)
    }
}

impl fmt::Debug for WebhookVerifier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("WebhookVerifier")
            .field("secrets", &Redacted)
            .field("tolerance", &self.tolerance)
            .finish_non_exhaustive()
    }
}
