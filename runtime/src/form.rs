//! Stripe's form encoding: `a[b]=`, arrays as `a[0]=`, `k=` to clear.

mod encoder;
mod multipart;
mod percent;
mod search;
mod value;

pub(crate) use encoder::FormBody;
pub use encoder::FormEncoder;
pub(crate) use percent::push_encoded;
pub use value::FormValue;
