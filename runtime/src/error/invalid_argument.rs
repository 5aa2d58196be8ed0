use std::borrow::Cow;
use std::convert::Infallible;
use std::error::Error;
use std::fmt;

/// An argument that was refused before anything was sent.
///
/// Names the argument and says what is wrong with it. The refused value itself
/// is not kept, so this is safe to log.
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
    /// Refuses `argument` for `reason`. Neither should hold the value.
    pub fn new(
        argument: impl Into<Cow<'static, str>>,
        reason: impl Into<Cow<'static, str>>,
    ) -> Self {
        Self {
            argument: argument.into(),
            reason: reason.into(),
        }
    }

    /// The argument's name, as it is sent or as the setter is called.
    #[must_use]
    pub fn argument(&self) -> &str {
        &self.argument
    }

    /// What is wrong with it.
    #[must_use]
    pub fn reason(&self) -> &str {
        &self.reason
    }

    /// The same refusal under the name that the caller knows the argument by.
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
