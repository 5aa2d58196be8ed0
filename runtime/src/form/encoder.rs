use std::borrow::Cow;
use std::fmt;
use std::fmt::Write as _;

use super::FormValue;
use super::multipart::Multipart;
use super::percent::{decoded, push_encoded};
use super::search::Search;
use crate::InvalidArgument;

/// Writes parameters the way
/// [Stripe reads them](https://docs.stripe.com/api/request_bodies):
/// `application/x-www-form-urlencoded`, nested names in brackets.
///
/// - Names and values are percent-encoded: everything but
///   `A-Z a-z 0-9 - . _ ~` becomes `%XX`, brackets and spaces too, so that the
///   same text serves as a body and as a query.
/// - Arrays are indexed (`a[0]=`), objects nest (`a[b]=`), in insertion order.
/// - Absent and empty values send nothing; clearing sends `k=`.
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
    /// Where values go instead, if the request holds a file.
    multipart: Option<Multipart>,
    /// Looks for a name; what is written is of no interest.
    search: Option<Box<Search>>,
}

/// Room for nearly every name and for most forms, so that they grow no further.
const KEY: usize = 64;
const OUT: usize = 512;

/// Most lists are short.
const INDEXES: [&str; 10] = [
    "%5B0%5D", "%5B1%5D", "%5B2%5D", "%5B3%5D", "%5B4%5D", "%5B5%5D", "%5B6%5D", "%5B7%5D",
    "%5B8%5D", "%5B9%5D",
];

/// What was written, in the form in which it is sent.
pub(crate) enum FormBody {
    UrlEncoded(String),
    Multipart { boundary: String, body: Vec<u8> },
}

impl FormEncoder {
    /// Creates an empty encoder.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Creates an encoder for `multipart/form-data`, which also accepts [files](Self::file).
    pub(crate) fn multipart() -> Self {
        Self {
            multipart: Some(Multipart::default()),
            ..Self::default()
        }
    }

    /// Creates an encoder that looks for the name of a parameter, such as `expand[0]`.
    pub(crate) fn search(name: &str) -> Self {
        Self {
            search: Some(Box::new(Search::new(name))),
            ..Self::default()
        }
    }

    /// What of the name was found.
    pub(crate) fn found(self) -> Option<String> {
        self.search?.found()
    }

    /// Writes one parameter; inside another value, one of its members.
    pub fn parameter(&mut self, name: &'static str, value: &(impl FormValue + ?Sized)) {
        let end = self.enter(name);
        if let Some(search) = &mut self.search {
            search.compare(&self.key);
        }
        value.encode(self);
        self.key.truncate(end);
    }

    /// Writes a member whose name is only known at run time, such as a metadata
    /// key.
    ///
    /// A name that is empty or contains `[` or `]` is rejected, because Stripe
    /// would read it as a nested name.
    pub fn entry(&mut self, name: &str, value: &(impl FormValue + ?Sized)) {
        if self.search.is_some() {
            // Such a name may be personal data: it is not looked for.
        } else if name.is_empty() {
            self.refuse("a key is empty");
        } else if name.contains(['[', ']']) {
            self.refuse("a key holds `[` or `]`");
        } else {
            let end = self.enter(name);
            value.encode(self);
            self.key.truncate(end);
        }
    }

    /// Writes a parameter by a name that nothing was written under so far. Any other is refused.
    pub(crate) fn further(&mut self, name: &str, value: &(impl FormValue + ?Sized)) {
        let end = self.enter(name);
        let is_written = match &self.multipart {
            None => self.out.split('&').any(|pair| is_below(pair, &self.key)),
            Some(multipart) => multipart.has(name),
        };
        if is_written {
            self.refuse("the request sends this parameter already");
        }
        self.key.truncate(end);
        self.entry(name, value);
    }

    /// Writes one element of an array. An element that sends nothing is refused, since Stripe
    /// does not accept arrays with holes.
    pub fn element(&mut self, index: usize, value: &(impl FormValue + ?Sized)) {
        let end = self.key.len();
        let written = self.written();
        match INDEXES.get(index) {
            Some(encoded) => self.key.push_str(encoded),
            None => {
                // Writing into a `String` cannot fail.
                let _ = write!(self.key, "%5B{index}%5D");
            }
        }
        if let Some(search) = &mut self.search {
            search.compare(&self.key);
        }
        value.encode(self);
        if self.written() == written {
            self.refuse("an element of an array is empty");
        }
        self.key.truncate(end);
    }

    /// Grows with each value that is written.
    fn written(&self) -> usize {
        let multipart = self.multipart.as_ref();
        multipart.map_or(self.out.len(), Multipart::parts)
    }

    /// Writes the current value as text.
    pub fn text(&mut self, value: &str) {
        if let Some(multipart) = &mut self.multipart {
            multipart.text(&self.key, value);
            return;
        }
        self.name();
        push_encoded(&mut self.out, value);
    }

    /// Writes the current value as text that needs no encoding.
    pub(super) fn plain(&mut self, value: &str) {
        if self.multipart.is_some() {
            self.text(value);
        } else {
            self.name();
            self.out.push_str(value);
        }
    }

    /// Writes the current value as an integer.
    pub fn integer(&mut self, value: impl Into<i128>) {
        let value = value.into();
        if let Some(multipart) = &mut self.multipart {
            multipart.text(&self.key, &value.to_string());
            return;
        }
        self.name();
        let _ = write!(self.out, "{value}");
    }

    /// Clears the current value: `k=`.
    pub fn clear(&mut self) {
        if let Some(multipart) = &mut self.multipart {
            multipart.text(&self.key, "");
            return;
        }
        self.name();
    }

    /// Writes the current value as a file. Rejected unless the request is sent as
    /// `multipart/form-data`.
    pub fn file(&mut self, file_name: &str, content_type: &str, contents: &[u8]) {
        if http::HeaderValue::from_str(content_type).is_err() || content_type.is_empty() {
            self.refuse("the content type does not fit a header");
        } else if let Some(multipart) = &mut self.multipart {
            multipart.file(&self.key, file_name, content_type, contents);
        } else {
            self.refuse("a file is sent as multipart/form-data only");
        }
    }

    /// Rejects the current value. [`finish`](Self::finish) returns the first
    /// rejection, with the name of the value.
    pub fn refuse(&mut self, reason: impl Into<Cow<'static, str>>) {
        if self.refused.is_none() {
            self.refused = Some(InvalidArgument::new(decoded(&self.key), reason));
        }
    }

    /// What is sent; `boundary` makes the text between the parts, where there are parts.
    pub(crate) fn finish_body<E: From<InvalidArgument>>(
        mut self,
        boundary: impl FnOnce() -> Result<String, E>,
    ) -> Result<FormBody, E> {
        let multipart = self.multipart.take();
        let text = self.finish()?;
        let Some(multipart) = multipart else {
            return Ok(FormBody::UrlEncoded(text));
        };
        let boundary = boundary()?;
        let body = multipart.body(&boundary);
        Ok(FormBody::Multipart { boundary, body })
    }

    /// Returns the encoded text.
    ///
    /// # Errors
    ///
    /// A value was rejected; the error names its parameter.
    pub fn finish(self) -> Result<String, InvalidArgument> {
        match self.refused {
            None => Ok(self.out),
            Some(refused) => Err(refused),
        }
    }

    /// Appends a name to the key and returns the key's former length.
    fn enter(&mut self, name: &str) -> usize {
        let end = self.key.len();
        if end == 0 {
            // Once, since the key keeps what it has.
            self.key.reserve(KEY);
            push_encoded(&mut self.key, name);
        } else {
            self.key.push_str("%5B");
            push_encoded(&mut self.key, name);
            self.key.push_str("%5D");
        }
        end
    }

    fn name(&mut self) {
        if self.out.is_empty() {
            self.out.reserve(OUT);
        } else {
            self.out.push('&');
        }
        self.out.push_str(&self.key);
        self.out.push('=');
    }
}

/// Whether an encoded pair has this encoded name, or one nested in it.
fn is_below(pair: &str, name: &str) -> bool {
    let rest = pair.strip_prefix(name);
    rest.is_some_and(|rest| rest.starts_with('=') || rest.starts_with("%5B"))
}

impl fmt::Debug for FormEncoder {
    /// Shows how much was written; never names or values.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FormEncoder")
            .field(
                "bytes",
                &self
                    .multipart
                    .as_ref()
                    .map_or(self.out.len(), Multipart::bytes),
            )
            .field("refused", &self.refused)
            .finish_non_exhaustive()
    }
}
