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
    /// All is well: `processing`, then `verified`.
    Verified(Person),
    /// Back to `requires_input` with this as `last_error.code`.
    ///
    /// What a check found (`document_…`, `id_number_…`, `selfie_…`, `email_…`,
    /// `phone_…`) goes through `processing` and leaves a report; what ends the
    /// visit before (`consent_declined`, `abandoned` …) does neither.
    Failed(SessionLastErrorCode),
    /// All was handed in, and the checks run: `processing`, until another
    /// outcome is submitted.
    Processing,
    /// `canceled`, for good.
    Canceled,
}

impl Outcome {
    /// [`Verified`](Self::Verified), of the sample person.
    #[must_use]
    pub fn verified() -> Self {
        Self::Verified(Person::default())
    }

    /// [`Failed`](Self::Failed) by a code, as Stripe writes it.
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
