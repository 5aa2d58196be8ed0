use std::fmt;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use serde::{Deserialize, Serialize};

use crate::{FormEncoder, FormValue};

#[cfg(feature = "chrono")]
mod chrono;
#[cfg(feature = "jiff")]
mod jiff;
#[cfg(feature = "time")]
mod time;

/// A moment in whole seconds since the Unix epoch, as Stripe sends and reads
/// [times](https://docs.stripe.com/api/dates).
///
/// Converts from and to [`SystemTime`], and with the features `chrono`, `jiff`
/// and `time` the types of those crates.
///
/// ```
/// use std::time::{Duration, SystemTime};
/// use stripe_runtime::Timestamp;
///
/// let created = Timestamp::from_unix_seconds(1_700_000_000);
/// let time = SystemTime::try_from(created)?;
/// assert_eq!(time, SystemTime::UNIX_EPOCH + Duration::from_secs(1_700_000_000));
/// assert_eq!(Timestamp::from(time), created);
/// # Ok::<(), stripe_runtime::InvalidArgument>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Timestamp(i64);

impl Timestamp {
    /// From seconds since 1970-01-01T00:00:00Z; negative before it.
    #[must_use]
    pub const fn from_unix_seconds(seconds: i64) -> Self {
        Self(seconds)
    }

    /// Seconds since 1970-01-01T00:00:00Z; negative before it.
    #[must_use]
    pub const fn as_unix_seconds(self) -> i64 {
        self.0
    }

    /// The current system time. Not on `wasm32-unknown-unknown`, which has none.
    #[cfg(not(all(target_family = "wasm", target_os = "unknown")))]
    #[must_use]
    pub fn now() -> Self {
        SystemTime::now().into()
    }

    /// Returns the time after a duration, in whole seconds, saturating at the latest
    /// representable time.
    #[must_use]
    pub fn saturating_add(self, duration: Duration) -> Self {
        let seconds = i64::try_from(duration.as_secs()).unwrap_or(i64::MAX);
        Self(self.0.saturating_add(seconds))
    }
}

impl fmt::Display for Timestamp {
    /// The seconds since the epoch.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl From<i64> for Timestamp {
    fn from(seconds: i64) -> Self {
        Self(seconds)
    }
}

// The type of a literal that nothing else decides.
impl From<i32> for Timestamp {
    fn from(seconds: i32) -> Self {
        Self(seconds.into())
    }
}

impl From<u32> for Timestamp {
    fn from(seconds: u32) -> Self {
        Self(seconds.into())
    }
}

impl From<Timestamp> for i64 {
    fn from(timestamp: Timestamp) -> Self {
        timestamp.0
    }
}

impl From<SystemTime> for Timestamp {
    /// Parts of a second are dropped, towards the past on both sides of 1970.
    fn from(time: SystemTime) -> Self {
        match time.duration_since(UNIX_EPOCH) {
            Ok(after) => Self(i64::try_from(after.as_secs()).unwrap_or(i64::MAX)),
            Err(error) => {
                let before = error.duration();
                let part = i64::from(before.subsec_nanos() > 0);
                Self(
                    0_i64
                        .saturating_sub_unsigned(before.as_secs())
                        .saturating_sub(part),
                )
            }
        }
    }
}

impl TryFrom<Timestamp> for SystemTime {
    type Error = crate::InvalidArgument;

    /// # Errors
    ///
    /// `SystemTime` cannot represent the time.
    fn try_from(timestamp: Timestamp) -> Result<Self, Self::Error> {
        let distance = Duration::from_secs(timestamp.0.unsigned_abs());
        if timestamp.0 >= 0 {
            UNIX_EPOCH.checked_add(distance)
        } else {
            UNIX_EPOCH.checked_sub(distance)
        }
        .ok_or_else(out_of_range)
    }
}

/// A time that the other type cannot represent.
pub(crate) fn out_of_range() -> crate::InvalidArgument {
    crate::InvalidArgument::new("timestamp", "out of range")
}

impl FormValue for Timestamp {
    fn encode(&self, form: &mut FormEncoder) {
        form.integer(self.0);
    }
}
