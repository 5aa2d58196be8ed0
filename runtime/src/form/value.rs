use std::borrow::Cow;
use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::FormEncoder;

/// A value that can be sent as a parameter, in a query, a form or JSON.
///
/// Generated parameter objects implement it by writing their members with
/// [`FormEncoder::parameter`].
///
/// ```
/// use stripe_runtime::{FormEncoder, FormValue};
///
/// struct DocumentOptions { require_live_capture: Option<bool> }
///
/// impl FormValue for DocumentOptions {
///     fn encode(&self, form: &mut FormEncoder) {
///         form.parameter("require_live_capture", &self.require_live_capture);
///     }
/// }
/// ```
pub trait FormValue {
    /// Writes the value under the encoder's current name.
    fn encode(&self, form: &mut FormEncoder);
}

impl<T: FormValue + ?Sized> FormValue for &T {
    fn encode(&self, form: &mut FormEncoder) {
        (**self).encode(form);
    }
}

impl<T: FormValue + ?Sized> FormValue for Box<T> {
    fn encode(&self, form: &mut FormEncoder) {
        (**self).encode(form);
    }
}

impl<T: FormValue> FormValue for Option<T> {
    fn encode(&self, form: &mut FormEncoder) {
        match self {
            Some(value) => form.set(value),
            None => form.absent(),
        }
    }
}

impl<T: FormValue> FormValue for [T] {
    fn encode(&self, form: &mut FormEncoder) {
        if self.is_empty() {
            form.empty(|| Value::Array(Vec::new()));
        }
        for (index, value) in self.iter().enumerate() {
            form.element(index, value);
        }
    }
}

impl<T: FormValue, const N: usize> FormValue for [T; N] {
    fn encode(&self, form: &mut FormEncoder) {
        self.as_slice().encode(form);
    }
}

impl<T: FormValue> FormValue for Vec<T> {
    fn encode(&self, form: &mut FormEncoder) {
        self.as_slice().encode(form);
    }
}

impl<T: FormValue> FormValue for BTreeMap<String, T> {
    fn encode(&self, form: &mut FormEncoder) {
        if self.is_empty() {
            form.empty(|| Value::Object(Map::new()));
        }
        for (name, value) in self {
            form.entry(name, value);
        }
    }
}

impl FormValue for str {
    #[inline]
    fn encode(&self, form: &mut FormEncoder) {
        form.text(self);
    }
}

impl FormValue for String {
    #[inline]
    fn encode(&self, form: &mut FormEncoder) {
        form.text(self);
    }
}

impl FormValue for Cow<'_, str> {
    #[inline]
    fn encode(&self, form: &mut FormEncoder) {
        form.text(self);
    }
}

impl FormValue for bool {
    fn encode(&self, form: &mut FormEncoder) {
        form.plain(if *self { "true" } else { "false" }, *self);
    }
}

impl FormValue for i32 {
    fn encode(&self, form: &mut FormEncoder) {
        form.integer(*self);
    }
}

impl FormValue for i64 {
    fn encode(&self, form: &mut FormEncoder) {
        form.integer(*self);
    }
}

impl FormValue for u32 {
    fn encode(&self, form: &mut FormEncoder) {
        form.integer(*self);
    }
}

impl FormValue for u64 {
    fn encode(&self, form: &mut FormEncoder) {
        form.integer(*self);
    }
}

impl FormValue for f64 {
    /// Plain decimals, never an exponent. Infinities and NaN are rejected.
    fn encode(&self, form: &mut FormEncoder) {
        if self.is_finite() {
            form.plain(&self.to_string(), *self);
        } else {
            form.refuse("a number is not finite");
        }
    }
}

impl FormValue for Value {
    /// `null` clears, also inside an object or array. JSON is written as it is.
    fn encode(&self, form: &mut FormEncoder) {
        if form.json(self) {
            return;
        }
        match self {
            Self::Null => form.clear(),
            Self::Bool(value) => value.encode(form),
            Self::Number(number) => {
                if let Some(integer) = number.as_i64() {
                    integer.encode(form);
                } else if let Some(integer) = number.as_u64() {
                    integer.encode(form);
                } else if let Some(float) = number.as_f64() {
                    float.encode(form);
                } else {
                    form.refuse("a number is out of range");
                }
            }
            Self::String(text) => form.text(text),
            Self::Array(values) => values.as_slice().encode(form),
            Self::Object(members) => {
                for (name, value) in members {
                    form.entry(name, value);
                }
            }
        }
    }
}
