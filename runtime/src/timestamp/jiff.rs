use super::{Timestamp, out_of_range};
use crate::InvalidArgument;

impl From<jiff::Timestamp> for Timestamp {
    /// Parts of a second are dropped, towards the past.
    fn from(time: jiff::Timestamp) -> Self {
        // jiff's seconds are towards zero, its nanoseconds share their sign.
        let part = i64::from(time.subsec_nanosecond() < 0);
        Self(time.as_second() - part)
    }
}

impl TryFrom<Timestamp> for jiff::Timestamp {
    type Error = InvalidArgument;

    /// # Errors
    ///
    /// The time is out of jiff's range.
    fn try_from(timestamp: Timestamp) -> Result<Self, Self::Error> {
        Self::from_second(timestamp.0).map_err(|_| out_of_range())
    }
}
