use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::{FormEncoder, FormValue, InvalidArgument};

/// A decimal number of any size and precision, kept as the text that Stripe writes, so that
/// nothing is rounded. Give the text to a crate for decimals to calculate with it.
///
/// Two are equal if their texts are: `1.5` is not equal to `1.50`.
///
/// A response may hold any text. One for a request is checked: digits, perhaps a sign in
/// front and a fraction after a point.
///
/// ```
/// use stripe_runtime::Decimal;
///
/// let percent: Decimal = "12.50".parse()?;
/// assert_eq!(percent.as_str(), "12.50");
/// assert_eq!(Decimal::from(12).as_str(), "12");
/// assert!("12,5".parse::<Decimal>().is_err());
/// # Ok::<(), stripe_runtime::InvalidArgument>(())
/// ```
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Decimal(Box<str>);

impl Decimal {
    /// The number as Stripe writes it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Decimal {
    type Err = InvalidArgument;

    /// # Errors
    ///
    /// The text is not a decimal number.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let is_digits =
            |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
        let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, "0"));
        if is_digits(whole) && is_digits(fraction) {
            Ok(Self(text.into()))
        } else {
            let reason = "not a decimal number, such as `-12.50`";
            Err(InvalidArgument::new("decimal", reason))
        }
    }
}

impl TryFrom<&str> for Decimal {
    type Error = InvalidArgument;

    fn try_from(text: &str) -> Result<Self, Self::Error> {
        text.parse()
    }
}

macro_rules! from_integers {
    ($($integer:ty)*) => {
        $(
            impl From<$integer> for Decimal {
                fn from(number: $integer) -> Self {
                    Self(number.to_string().into())
                }
            }
        )*
    };
}

from_integers! { i32 i64 i128 u32 u64 u128 }

impl AsRef<str> for Decimal {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

impl FormValue for Decimal {
    fn encode(&self, form: &mut FormEncoder) {
        form.text(&self.0);
    }
}
