use std::borrow::Cow;
use std::fmt;
use std::fmt::Write as _;

use super::FormValue;
use super::percent::push_encoded;
use crate::InvalidArgument;

/// Writes parameters the way
/// [Stripe reads them](https://docs.stripe.com/api/request_bodies):
/// `application/x-www-form-urlencoded`, nested names in brackets.
///
/// - Names and values are percent-encoded: everything but
///   `A-Z a-z 0-9 - . _ ~` becomes `%XX`, brackets and spaces too, so that the
///   same text serves as a body and as a query.
/// - Arrays are indexed (`a[0]=`), objects nest (`a[b]=`), in insertion order.
/// - What is absent or empty sends nothing; clearing sends `k=`.
///
/// ```
/// use stripe_runtime::FormEncoder;
///
/// let mut form = FormEncoder::new();
/// form.parameter("type", "document");
/// form.parameter("expand", &["verified_outputs"]);
/// assert_eq!(form.finish().unwrap(), "type=document&expand%5B0%5D=verified_outputs");
/// ```
#[derive(Default)]
pub struct FormEncoder {
    out: String,
    /// The encoded name of the value being written.
    key: String,
    refused: Option<InvalidArgument>,
}

impl FormEncoder {
    /// An encoder with nothing written.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Writes one parameter; inside another value, one of its members.
    pub fn parameter(&mut self, name: &'static str, value: &(impl FormValue + ?Sized)) {
        let end = self.enter(name);
        value.encode(self);
        self.key.truncate(end);
    }

    /// Writes a member whose name is known at run time only, such as a
    /// metadata key.
    ///
    /// A name that is empty, or holds `[` or `]`, is refused: it would be read
    /// as something else than was meant.
    pub fn entry(&mut self, name: &str, value: &(impl FormValue + ?Sized)) {
        if name.is_empty() {
            self.refuse("a key is empty");
        } else if name.contains(['[', ']']) {
            self.refuse("a key holds `[` or `]`");
        } else {
            let end = self.enter(name);
            value.encode(self);
            self.key.truncate(end);
        }
    }

    /// Writes one element of an array.
    pub fn element(&mut self, index: usize, value: &(impl FormValue + ?Sized)) {
        let end = self.key.len();
        // Writing into a `String` cannot fail.
        let _ = write!(self.key, "%5B{index}%5D");
        value.encode(self);
        self.key.truncate(end);
    }

    /// Writes the current value as text.
    pub fn text(&mut self, value: &str) {
        self.name();
        push_encoded(&mut self.out, value);
    }

    /// Writes the current value as an integer.
    pub fn integer(&mut self, value: impl Into<i128>) {
        self.name();
        let _ = write!(self.out, "{}", value.into());
    }

    /// Clears the current value: `k=`.
    pub fn clear(&mut self) {
        self.name();
    }

    /// Refuses the current value. The first refusal is the one that
    /// [`finish`](Self::finish) tells, under the name of the value.
    pub fn refuse(&mut self, reason: impl Into<Cow<'static, str>>) {
        if self.refused.is_none() {
            let argument = self.key.replace("%5B", "[").replace("%5D", "]");
            self.refused = Some(InvalidArgument::new(argument, reason));
        }
    }

    /// The encoded text.
    ///
    /// # Errors
    ///
    /// A value was refused; the error names its parameter.
    pub fn finish(self) -> Result<String, InvalidArgument> {
        match self.refused {
            None => Ok(self.out),
            Some(refused) => Err(refused),
        }
    }

    /// Appends a name to the key and gives the key's former length.
    fn enter(&mut self, name: &str) -> usize {
        let end = self.key.len();
        if end == 0 {
            push_encoded(&mut self.key, name);
        } else {
            self.key.push_str("%5B");
            push_encoded(&mut self.key, name);
            self.key.push_str("%5D");
        }
        end
    }

    fn name(&mut self) {
        if !self.out.is_empty() {
            self.out.push('&');
        }
        self.out.push_str(&self.key);
        self.out.push('=');
    }
}

impl fmt::Debug for FormEncoder {
    /// Shows how much was written; never names or values.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FormEncoder")
            .field("bytes", &self.out.len())
            .field("refused", &self.refused)
            .finish_non_exhaustive()
    }
}
