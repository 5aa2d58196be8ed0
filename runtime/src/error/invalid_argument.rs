use std::borrow::Cow;
use std::convert::Infallible;
use std::error::Error;
use std::fmt;

/// An argument that was rejected before anything was sent.
///
/// It has the name of the argument and what is wrong with it, but not the
/// rejected value, so it is safe to log.
///
/// ```
/// use stripe_runtime::ObjectId;
///
/// let refused = ObjectId::new("vs_1/../accounts").unwrap_err();
/// assert_eq!(refused.argument(), "id");
/// assert!(refused.to_string().starts_with("invalid `id`: "));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvalidArgument {
    argument: Cow<'static, str>,
    reason: Cow<'static, str>,
}

impl InvalidArgument {
    /// Rejects `argument` for `reason`. Neither should contain the value.
    pub fn new(
        argument: impl Into<Cow<'static, str>>,
        reason: impl Into<Cow<'static, str>>,
    ) -> Self {
        Self {
            argument: argument.into(),
            reason: reason.into(),
        }
    }

    /// The argument's name: the parameter's or the setter's.
    #[must_use]
    pub fn argument(&self) -> &str {
        &self.argument
    }

    /// What is wrong with it.
    #[must_use]
    pub fn reason(&self) -> &str {
        &self.reason
    }

    /// The same error with the name that the caller knows the argument by.
    #[must_use]
    pub(crate) fn named(mut self, argument: &'static str) -> Self {
        self.argument = Cow::Borrowed(argument);
        self
    }
}

impl fmt::Display for InvalidArgument {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "invalid `{}`: {}", self.argument, self.reason)
    }
}

impl Error for InvalidArgument {}

impl From<Infallible> for InvalidArgument {
    fn from(never: Infallible) -> Self {
        match never {}
    }
}
