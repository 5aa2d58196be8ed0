use stripe_identity::verification_session::SessionLastErrorCode;

use crate::Person;

/// What the person does on the hosted page, and what the checks make of it.
///
/// See [`Handle::submit`](crate::Handle::submit).
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
#[expect(
    clippy::large_enum_variant,
    reason = "one is made for each submission, and a test writes it out"
)]
pub enum Outcome {
    /// All checks pass for this person: `processing`, then `verified`.
    Verified(Person),
    /// All checks pass for the stand-in's sample person
    /// ([`Handle::set_person`](crate::Handle::set_person)), who shows a document that
    /// the session allows.
    VerifiedSample,
    /// Back to `requires_input`, with this as `last_error.code`.
    ///
    /// A failed check (`document_…`, `id_number_…`, `selfie_…`, `email_…`, `phone_…`)
    /// goes through `processing` and leaves a report; the session must ask for that
    /// check. A code that ends the visit before (`consent_declined`, `abandoned` …)
    /// does neither, and suits every session.
    Failed(SessionLastErrorCode),
    /// Everything is submitted and the checks run: `processing`, until another outcome
    /// is submitted.
    Processing,
    /// `canceled`, for good.
    Canceled,
}

/// When an outcome that was planned ahead happens; see
/// [`Handle::submit_next`](crate::Handle::submit_next).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum When {
    /// Right after the session was created: the answer still says `requires_input`.
    #[default]
    Created,
    /// When the person opens the session's page, which then leads back at once.
    Visited,
}

impl Outcome {
    /// [`Verified`](Self::Verified), for [`Person::default`].
    #[must_use]
    pub fn verified() -> Self {
        Self::Verified(Person::default())
    }

    /// [`Failed`](Self::Failed), with a code as Stripe spells it.
    ///
    /// ```
    /// use stripe_identity::verification_session::SessionLastErrorCode;
    /// use stripe_identity_fake::Outcome;
    ///
    /// let outcome = Outcome::failed("document_expired");
    /// assert_eq!(outcome, Outcome::Failed(SessionLastErrorCode::DocumentExpired));
    /// ```
    #[must_use]
    pub fn failed(code: &str) -> Self {
        Self::Failed(code.into())
    }
}
