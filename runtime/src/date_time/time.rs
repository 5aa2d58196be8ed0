use time::{OffsetDateTime, UtcDateTime};

use super::{DateTime, out_of_range};
use crate::InvalidArgument;

impl From<OffsetDateTime> for DateTime {
    /// Times outside of the years 0 to 9999 become the nearest one inside.
    fn from(time: OffsetDateTime) -> Self {
        Self::from_unix(time.unix_timestamp(), time.nanosecond())
    }
}

impl From<UtcDateTime> for DateTime {
    /// Times outside of the years 0 to 9999 become the nearest one inside.
    fn from(time: UtcDateTime) -> Self {
        Self::from_unix(time.unix_timestamp(), time.nanosecond())
    }
}

impl TryFrom<DateTime> for OffsetDateTime {
    type Error = InvalidArgument;

    /// # Errors
    ///
    /// The time is out of the `time` crate's range.
    fn try_from(time: DateTime) -> Result<Self, Self::Error> {
        let second = Self::from_unix_timestamp(time.seconds).map_err(|_| out_of_range())?;
        second
            .replace_nanosecond(time.nanos)
            .map_err(|_| out_of_range())
    }
}

impl TryFrom<DateTime> for UtcDateTime {
    type Error = InvalidArgument;

    /// # Errors
    ///
    /// The time is out of the `time` crate's range.
    fn try_from(time: DateTime) -> Result<Self, Self::Error> {
        let second = Self::from_unix_timestamp(time.seconds).map_err(|_| out_of_range())?;
        second
            .replace_nanosecond(time.nanos)
            .map_err(|_| out_of_range())
    }
}
