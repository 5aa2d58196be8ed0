use std::fmt;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use super::hmac::Key;
use super::signature::SignatureHeader;
use super::{Event, EventData, ThinEvent};
use crate::{Api, Environment, Error, InvalidArgument, Redacted, SignatureRefusal, Timestamp};

/// Stripe's own default.
const TOLERANCE: Duration = Duration::from_secs(300);

/// Verifies that a webhook was sent by Stripe, by the endpoint's
/// [signing secret](https://docs.stripe.com/webhooks#verify-official-libraries).
///
/// Pass the bytes of the body as they arrived: JSON that was parsed and serialized
/// again is not what Stripe signed.
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
    secrets: Vec<Key>,
    tolerance: Duration,
    /// `None` where the system has no clock.
    clock: Option<Clock>,
    api: Option<&'static Api>,
}

type Clock = Arc<dyn Fn() -> SystemTime + Send + Sync>;

impl WebhookVerifier {
    /// Creates a verifier for an endpoint's signing secret, including the `whsec_`.
    ///
    /// # Errors
    ///
    /// The secret is blank, or begins or ends with white space.
    pub fn new(secret: impl AsRef<str>) -> Result<Self, InvalidArgument> {
        let verifier = Self {
            secrets: Vec::new(),
            tolerance: TOLERANCE,
            clock: system_clock(),
            api: None,
        };
        verifier.or_secret(secret)
    }

    /// Also accepts another secret: the previous one while you
    /// [roll](https://docs.stripe.com/webhooks#roll-endpoint-secrets) it, or that of
    /// another endpoint.
    ///
    /// # Errors
    ///
    /// The secret is blank, or begins or ends with white space.
    pub fn or_secret(mut self, secret: impl AsRef<str>) -> Result<Self, InvalidArgument> {
        let secret = secret.as_ref();
        let reason = if secret.trim().is_empty() {
            "must not be blank"
        } else if secret.trim() != secret {
            "must not begin or end with white space"
        } else {
            self.secrets.push(Key::new(secret));
            return Ok(self);
        };
        Err(InvalidArgument::new("secret", reason))
    }

    /// How old a signature may be: 300 seconds by default. Prevents replays. Rounded
    /// up to whole seconds. Zero disables the check. Timestamps in the future pass.
    #[must_use]
    pub fn tolerance(mut self, tolerance: Duration) -> Self {
        self.tolerance = tolerance;
        self
    }

    /// Uses another clock than the system's.
    #[must_use]
    pub fn clock(mut self, now: impl Fn() -> SystemTime + Send + Sync + 'static) -> Self {
        self.clock = Some(Arc::new(now));
        self
    }

    /// Uses the clock of this [`Environment`]. Needed on `wasm32-unknown-unknown`, which has
    /// none of its own, unless the [tolerance](Self::tolerance) is zero.
    #[must_use]
    pub fn environment(self, environment: impl Environment) -> Self {
        self.clock(move || environment.now())
    }

    /// Refuses events of an API version that the generated crate's types were not
    /// made for; see [`Event::is_compatible_with`]. Otherwise, they are read if they
    /// can be.
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
    /// the header is missing or malformed, no signature matches, or it is too old. On a
    /// system without a clock: no clock is set.
    pub fn verify(&self, payload: &[u8], header: &str) -> Result<(), Error> {
        let now = if self.tolerance.is_zero() {
            None
        } else {
            let clock = self.clock.as_ref().ok_or_else(|| {
                let reason = "must be set, since this system has no clock";
                InvalidArgument::new("environment", reason)
            })?;
            Some(Timestamp::from(clock()).as_unix_seconds())
        };
        self.check(payload, header, now)
            .map_err(Error::from_signature)
    }

    /// Checks the age only if it is told the time.
    fn check(
        &self,
        payload: &[u8],
        header: &str,
        now: Option<i64>,
    ) -> Result<(), SignatureRefusal> {
        let header = SignatureHeader::parse(header)?;
        if !header.matches(payload, &self.secrets) {
            return Err(SignatureRefusal::Mismatch);
        }
        // Last, so that only those who know the secret learn about the clock.
        let Some(now) = now else { return Ok(()) };
        let seconds = self
            .tolerance
            .as_secs()
            .saturating_add(u64::from(self.tolerance.subsec_nanos() > 0));
        let tolerance = i64::try_from(seconds).unwrap_or(i64::MAX);
        if now.saturating_sub(header.seconds) > tolerance {
            return Err(SignatureRefusal::TooOld);
        }
        Ok(())
    }

    /// [Verifies](Self::verify) a body and reads its event.
    ///
    /// # Errors
    ///
    /// The signature is refused; the body is not an event; the type of the event
    /// is known, but its object cannot be read; or, after
    /// [`require_api_version`](Self::require_api_version), the API version is a
    /// different one. Answer with a status that is not a success, so that Stripe
    /// sends the event again.
    pub fn event<D: EventData>(&self, payload: &[u8], header: &str) -> Result<Event<D>, Error> {
        self.verify(payload, header)?;
        Event::parse_compatible_with(payload, self.api)
    }

    /// [Verifies](Self::verify) a body and reads its
    /// [thin event](https://docs.stripe.com/event-destinations#thin-events).
    ///
    /// # Errors
    ///
    /// The signature is refused, or the body is not a thin event.
    #[inline] // As `ThinEvent::parse`.
    pub fn thin_event(&self, payload: &[u8], header: &str) -> Result<ThinEvent, Error> {
        self.verify(payload, header)?;
        ThinEvent::parse(payload)
    }
}

#[cfg(not(all(target_family = "wasm", target_os = "unknown")))]
#[expect(clippy::unnecessary_wraps, reason = "not every system has one")]
fn system_clock() -> Option<Clock> {
    Some(Arc::new(SystemTime::now))
}

#[cfg(all(target_family = "wasm", target_os = "unknown"))]
fn system_clock() -> Option<Clock> {
    None
}

impl fmt::Debug for WebhookVerifier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("WebhookVerifier")
            .field("secrets", &Redacted)
            .field("tolerance", &self.tolerance)
            .finish_non_exhaustive()
    }
}
