use serde_json::Value;

use crate::Outcome;

/// A session to start with; see [`Handle::seed`](crate::Handle::seed).
///
/// ```
/// use serde_json::json;
/// use stripe_identity_fake::{FakeStripe, Outcome, Seed};
///
/// let fake = FakeStripe::start_blocking()?;
/// let parameters = json!({ "type": "document", "metadata": { "order": "6735" } });
/// let made = fake.handle().seed([Seed::new(parameters).outcome(Outcome::verified())])?;
/// assert!(made[0].verified_outputs.is_some());
/// # Ok::<(), stripe_identity_fake::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Seed {
    pub(crate) parameters: Value,
    pub(crate) outcome: Option<Outcome>,
    pub(crate) account: String,
}

impl Seed {
    /// A session that is created with these parameters of the API, as JSON.
    #[must_use]
    pub fn new(parameters: Value) -> Self {
        Self {
            parameters,
            outcome: None,
            account: String::new(),
        }
    }

    /// What the person does then.
    #[must_use]
    pub fn outcome(mut self, outcome: Outcome) -> Self {
        self.outcome = Some(outcome);
        self
    }

    /// The connected account that it is created in, `acct_…`.
    #[must_use]
    pub fn account(mut self, account: impl Into<String>) -> Self {
        self.account = account.into();
        self
    }
}
