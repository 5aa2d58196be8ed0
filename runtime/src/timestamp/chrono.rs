use chrono::{DateTime, TimeZone, Utc};

use super::{Timestamp, out_of_range};
use crate::InvalidArgument;

impl<Z: TimeZone> From<DateTime<Z>> for Timestamp {
    /// Parts of a second are dropped, towards the past.
    fn from(time: DateTime<Z>) -> Self {
        Self(time.timestamp())
    }
}

impl TryFrom<Timestamp> for DateTime<Utc> {
    type Error = InvalidArgument;

    /// # Errors
    ///
    /// The time is out of chrono's range.
    fn try_from(timestamp: Timestamp) -> Result<Self, Self::Error> {
        Self::from_timestamp(timestamp.0, 0).ok_or_else(out_of_range)
    }
}
