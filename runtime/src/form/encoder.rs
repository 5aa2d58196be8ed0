use std::borrow::Cow;
use std::fmt;
use std::fmt::Write as _;

use serde_json::{Number, Value};

use super::json::{Place, Tree};
use super::multipart::Multipart;
use super::percent::{decoded, push_encoded};
use super::search::Search;
use super::{BodyFormat, FormValue};
use crate::InvalidArgument;

/// Writes parameters the way
/// [Stripe reads them](https://docs.stripe.com/api/request_bodies):
/// `application/x-www-form-urlencoded`, nested names in brackets. The body of a request
/// whose [`BodyFormat`] says so is written as `multipart/form-data` or JSON instead.
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
    /// Where values go instead, unless the text is a form.
    other: Option<Other>,
}

enum Other {
    Multipart(Multipart),
    Json(Tree),
    /// Looks for a name; what is written is of no interest.
    Search(Search),
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
    Json(Vec<u8>),
}

impl FormEncoder {
    /// Creates an empty encoder.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Creates an encoder for a body of this format.
    pub(crate) fn of(format: BodyFormat) -> Self {
        let other = match format {
            BodyFormat::Form => None,
            // Which also accepts [files](Self::file).
            BodyFormat::Multipart => Some(Other::Multipart(Multipart::default())),
            BodyFormat::Json => Some(Other::Json(Tree::default())),
        };
        Self {
            other,
            ..Self::default()
        }
    }

    /// Creates an encoder that looks for the name of a parameter, such as `expand[0]`.
    pub(crate) fn search(name: &str) -> Self {
        Self {
            other: Some(Other::Search(Search::new(name))),
            ..Self::default()
        }
    }

    /// What of the name was found.
    pub(crate) fn found(self) -> Option<String> {
        match self.other {
            Some(Other::Search(search)) => search.found(),
            _ => None,
        }
    }

    /// Writes one parameter; inside another value, one of its members.
    pub fn parameter(&mut self, name: &'static str, value: &(impl FormValue + ?Sized)) {
        self.member(name, value);
    }

    fn member(&mut self, name: &str, value: &(impl FormValue + ?Sized)) {
        let end = self.enter(name);
        let outer = self.descend();
        value.encode(self);
        if let Some(outer) = outer {
            self.ascend_to_object(outer, name);
        }
        self.key.truncate(end);
    }

    #[cold]
    fn ascend_to_object(&mut self, outer: Place, name: &str) {
        if let Some(Other::Json(tree)) = &mut self.other {
            tree.ascend_to_object(outer, name);
        }
    }

    /// Whether there is an element.
    #[cold]
    fn ascend_to_array(&mut self, outer: Place) -> bool {
        match &mut self.other {
            Some(Other::Json(tree)) => tree.ascend_to_array(outer),
            _ => false,
        }
    }

    /// Begins a value inside of the current one, under the current name, and returns the
    /// current one. Nearly every body and every query is a form, which needs none of this.
    #[inline]
    fn descend(&mut self) -> Option<Place> {
        if self.other.is_some() {
            self.descend_beside_form()
        } else {
            None
        }
    }

    #[cold]
    fn descend_beside_form(&mut self) -> Option<Place> {
        match &mut self.other {
            Some(Other::Json(tree)) => Some(tree.descend()),
            Some(Other::Search(search)) => {
                search.compare(&self.key);
                None
            }
            Some(Other::Multipart(_)) | None => None,
        }
    }

    /// Writes a member whose name is only known at run time, such as a metadata
    /// key.
    ///
    /// A name that is empty is rejected. So is one that contains `[` or `]`, unless it is
    /// written as JSON, because Stripe would read it as a nested name.
    pub fn entry(&mut self, name: &str, value: &(impl FormValue + ?Sized)) {
        if matches!(self.other, Some(Other::Search(_))) {
            // Such a name may be personal data: it is not looked for.
        } else if name.is_empty() {
            self.refuse("a key is empty");
        } else if name.contains(['[', ']']) && !matches!(self.other, Some(Other::Json(_))) {
            self.refuse("a key holds `[` or `]`");
        } else {
            self.member(name, value);
        }
    }

    /// Writes a parameter by a name that nothing was written under so far. Any other is refused.
    pub(crate) fn further(&mut self, name: &str, value: &(impl FormValue + ?Sized)) {
        let end = self.enter(name);
        let is_written = match &self.other {
            None => self.out.split('&').any(|pair| is_below(pair, &self.key)),
            Some(Other::Multipart(multipart)) => multipart.has(name),
            Some(Other::Json(tree)) => tree.has(name),
            Some(Other::Search(_)) => false,
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
        let outer = self.descend();
        value.encode(self);
        let is_written = match outer {
            None => self.written() != written,
            Some(outer) => self.ascend_to_array(outer),
        };
        if !is_written {
            self.refuse("an element of an array is empty");
        }
        self.key.truncate(end);
    }

    /// Grows with each value that is written to a form.
    fn written(&self) -> usize {
        match &self.other {
            Some(Other::Multipart(multipart)) => multipart.parts(),
            Some(Other::Json(_) | Other::Search(_)) | None => self.out.len(),
        }
    }

    /// Writes the current value as text.
    pub fn text(&mut self, value: &str) {
        match &mut self.other {
            None => {
                self.name();
                push_encoded(&mut self.out, value);
            }
            Some(Other::Multipart(multipart)) => multipart.text(&self.key, value),
            Some(Other::Json(tree)) => tree.set(value.into()),
            Some(Other::Search(_)) => {}
        }
    }

    /// Writes the current value: as text that needs no encoding, or as JSON's own.
    pub(super) fn plain(&mut self, text: &str, json: impl Into<Value>) {
        match &mut self.other {
            None => {
                self.name();
                self.out.push_str(text);
            }
            Some(Other::Multipart(multipart)) => multipart.text(&self.key, text),
            Some(Other::Json(tree)) => tree.set(json.into()),
            Some(Other::Search(_)) => {}
        }
    }

    /// Writes the current value as an integer. One that neither an `i64` nor a `u64` holds
    /// is rejected in JSON.
    pub fn integer(&mut self, value: impl Into<i128>) {
        let value = value.into();
        match &mut self.other {
            None => {
                self.name();
                let _ = write!(self.out, "{value}");
            }
            Some(Other::Multipart(multipart)) => multipart.text(&self.key, &value.to_string()),
            Some(Other::Json(tree)) => match Number::from_i128(value) {
                Some(number) => tree.set(number.into()),
                None => self.refuse("a number is out of range"),
            },
            Some(Other::Search(_)) => {}
        }
    }

    /// Clears the current value: `k=`, and `null` in JSON.
    pub fn clear(&mut self) {
        match &mut self.other {
            None => self.name(),
            Some(Other::Multipart(multipart)) => multipart.text(&self.key, ""),
            Some(Other::Json(tree)) => tree.set(Value::Null),
            Some(Other::Search(_)) => {}
        }
    }

    /// The current value is not sent.
    pub(crate) fn absent(&mut self) {
        if let Some(Other::Json(tree)) = &mut self.other {
            tree.absent();
        }
    }

    /// The current value is an array or a map without items, which is sent only if it was
    /// [set](Self::set) on purpose, and never in a form.
    pub(super) fn empty(&mut self, json: impl FnOnce() -> Value) {
        if let Some(Other::Json(tree)) = &mut self.other {
            tree.empty(json());
        }
    }

    /// Writes a value that was set on purpose.
    pub(crate) fn set(&mut self, value: &(impl FormValue + ?Sized)) {
        value.encode(self);
        if self.other.is_some() {
            self.keep_empty();
        }
    }

    #[cold]
    fn keep_empty(&mut self) {
        if let Some(Other::Json(tree)) = &mut self.other {
            tree.keep_empty();
        }
    }

    /// Writes the current value as it is, if the text is JSON.
    pub(super) fn json(&mut self, value: &Value) -> bool {
        match &mut self.other {
            Some(Other::Json(tree)) => {
                tree.set(value.clone());
                true
            }
            Some(Other::Multipart(_) | Other::Search(_)) | None => false,
        }
    }

    /// Writes the current value as a file. Rejected unless the request is sent as
    /// `multipart/form-data`.
    pub fn file(&mut self, file_name: &str, content_type: &str, contents: &[u8]) {
        if http::HeaderValue::from_str(content_type).is_err() || content_type.is_empty() {
            self.refuse("the content type does not fit a header");
        } else if let Some(Other::Multipart(multipart)) = &mut self.other {
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
        let other = self.other.take();
        let text = self.finish()?;
        match other {
            None | Some(Other::Search(_)) => Ok(FormBody::UrlEncoded(text)),
            Some(Other::Multipart(multipart)) => {
                let boundary = boundary()?;
                let body = multipart.body(&boundary);
                Ok(FormBody::Multipart { boundary, body })
            }
            Some(Other::Json(tree)) => Ok(FormBody::Json(tree.into_bytes())),
        }
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
        let bytes = match &self.other {
            None | Some(Other::Search(_)) => self.out.len(),
            Some(Other::Multipart(multipart)) => multipart.bytes(),
            Some(Other::Json(tree)) => tree.bytes(),
        };
        f.debug_struct("FormEncoder")
            .field("bytes", &bytes)
            .field("refused", &self.refused)
            .finish_non_exhaustive()
    }
}
