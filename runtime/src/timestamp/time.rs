use time::{OffsetDateTime, UtcDateTime};

use super::{Timestamp, out_of_range};
use crate::InvalidArgument;

impl From<OffsetDateTime> for Timestamp {
    /// Parts of a second are dropped, towards the past.
    fn from(time: OffsetDateTime) -> Self {
        Self(time.unix_timestamp())
    }
}

impl From<UtcDateTime> for Timestamp {
    /// Parts of a second are dropped, towards the past.
    fn from(time: UtcDateTime) -> Self {
        Self(time.unix_timestamp())
    }
}

impl TryFrom<Timestamp> for OffsetDateTime {
    type Error = InvalidArgument;

    /// # Errors
    ///
    /// The time is out of the `time` crate's range.
    fn try_from(timestamp: Timestamp) -> Result<Self, Self::Error> {
        Self::from_unix_timestamp(timestamp.0).map_err(|_| out_of_range())
    }
}

impl TryFrom<Timestamp> for UtcDateTime {
    type Error = InvalidArgument;

    /// # Errors
    ///
    /// The time is out of the `time` crate's range.
    fn try_from(timestamp: Timestamp) -> Result<Self, Self::Error> {
        Self::from_unix_timestamp(timestamp.0).map_err(|_| out_of_range())
    }
}
