//! Stripe's form encoding: `a[b]=`, arrays as `a[0]=`, `k=` to clear.

mod encoder;
mod percent;
mod value;

pub use encoder::FormEncoder;
pub use value::FormValue;
