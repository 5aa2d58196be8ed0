//! Stripe's form encoding: `a[b]=`, arrays as `a[0]=`, `k=` to clear; and JSON.

mod body_format;
mod encoder;
mod json;
mod multipart;
mod percent;
mod search;
mod value;

pub use body_format::BodyFormat;
pub(crate) use encoder::FormBody;
pub use encoder::FormEncoder;
pub(crate) use percent::push_encoded;
pub use value::FormValue;
