use crate::{FormEncoder, FormValue};

/// A parameter that can be left unchanged, cleared or set.
///
/// Setters take `impl Into<Clearable<T>>`, so you can pass a plain value to set it.
///
/// ```
/// use stripe_runtime::Clearable;
///
/// let set: Clearable<String> = "https://example.com".into();
/// assert_eq!(set, Clearable::Set("https://example.com".to_owned()));
/// assert_eq!(Clearable::<String>::default(), Clearable::Unset);
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Clearable<T> {
    /// Sends nothing. The stored value stays.
    #[default]
    Unset,
    /// Clears the stored value by sending an empty string, or `null` in JSON.
    Clear,
    /// Sets a value.
    Set(T),
}

impl<T> Clearable<T> {
    /// Whether nothing is sent.
    #[must_use]
    pub const fn is_unset(&self) -> bool {
        matches!(self, Self::Unset)
    }

    /// The value, if one is set.
    #[must_use]
    pub const fn as_set(&self) -> Option<&T> {
        match self {
            Self::Set(value) => Some(value),
            Self::Unset | Self::Clear => None,
        }
    }
}

impl<T> From<T> for Clearable<T> {
    fn from(value: T) -> Self {
        Self::Set(value)
    }
}

impl From<&str> for Clearable<String> {
    fn from(value: &str) -> Self {
        Self::Set(value.to_owned())
    }
}

impl<T: FormValue> FormValue for Clearable<T> {
    fn encode(&self, form: &mut FormEncoder) {
        match self {
            Self::Unset => form.absent(),
            Self::Clear => form.clear(),
            Self::Set(value) => form.set(value),
        }
    }
}
