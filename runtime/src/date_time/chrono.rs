use chrono::{TimeZone, Utc};

use super::{DateTime, out_of_range};
use crate::InvalidArgument;

impl<Z: TimeZone> From<chrono::DateTime<Z>> for DateTime {
    /// Times outside of the years 0 to 9999 become the nearest one inside.
    fn from(time: chrono::DateTime<Z>) -> Self {
        Self::from_unix(time.timestamp(), time.timestamp_subsec_nanos())
    }
}

impl TryFrom<DateTime> for chrono::DateTime<Utc> {
    type Error = InvalidArgument;

    /// # Errors
    ///
    /// The time is out of chrono's range.
    fn try_from(time: DateTime) -> Result<Self, Self::Error> {
        Self::from_timestamp(time.seconds, time.nanos).ok_or_else(out_of_range)
    }
}
