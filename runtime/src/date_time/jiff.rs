use super::{DateTime, NANOS_A_SECOND, out_of_range};
use crate::InvalidArgument;

impl From<jiff::Timestamp> for DateTime {
    fn from(time: jiff::Timestamp) -> Self {
        // jiff's seconds are towards zero, its nanoseconds share their sign.
        let nanos = time.subsec_nanosecond();
        match u32::try_from(nanos) {
            Ok(nanos) => Self::from_unix(time.as_second(), nanos),
            Err(_) => Self::from_unix(
                time.as_second() - 1,
                NANOS_A_SECOND.saturating_sub(nanos.unsigned_abs()),
            ),
        }
    }
}

impl TryFrom<DateTime> for jiff::Timestamp {
    type Error = InvalidArgument;

    /// # Errors
    ///
    /// The time is out of jiff's range.
    fn try_from(time: DateTime) -> Result<Self, Self::Error> {
        let nanos = i32::try_from(time.nanos).map_err(|_| out_of_range())?;
        Self::new(time.seconds, nanos).map_err(|_| out_of_range())
    }
}
