use std::fmt;
use std::str::FromStr;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use serde::de::{self, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::timestamp::out_of_range;
use crate::{FormEncoder, FormValue, InvalidArgument, Timestamp};

#[cfg(feature = "chrono")]
mod chrono;
#[cfg(feature = "jiff")]
mod jiff;
#[cfg(feature = "time")]
mod time;

const NANOS_A_SECOND: u32 = 1_000_000_000;
const SECONDS_A_DAY: i64 = 86_400;
/// 0000-01-01T00:00:00Z and 9999-12-31T23:59:59Z, the bounds of RFC 3339.
const FIRST: i64 = -62_167_219_200;
const LAST: i64 = 253_402_300_799;

/// A moment as [RFC 3339](https://www.rfc-editor.org/rfc/rfc3339) text, which is how the
/// API under `/v2` sends and reads [times](https://docs.stripe.com/api-v2-overview), to
/// the nanosecond. The API under `/v1` has [`Timestamp`]s.
///
/// Reads any offset from UTC. Written in UTC, with three digits of a second, as Stripe does,
/// or with six or nine if it needs them.
///
/// Converts from and to [`SystemTime`] and [`Timestamp`], and with the features `chrono`,
/// `jiff` and `time` the types of those crates.
///
/// ```
/// use std::time::{Duration, SystemTime};
/// use stripe_runtime::{DateTime, Timestamp};
///
/// let created: DateTime = "2023-11-14T22:13:20.134Z".parse()?;
/// assert_eq!(created.to_string(), "2023-11-14T22:13:20.134Z");
/// assert_eq!(Timestamp::from(created).as_unix_seconds(), 1_700_000_000);
/// assert!(created > DateTime::from(Timestamp::from_unix_seconds(1_700_000_000)));
/// assert_eq!(
///     SystemTime::try_from(created)?,
///     SystemTime::UNIX_EPOCH + Duration::from_millis(1_700_000_000_134),
/// );
/// # Ok::<(), stripe_runtime::InvalidArgument>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DateTime {
    seconds: i64,
    nanos: u32,
}

impl DateTime {
    /// From whole seconds since 1970-01-01T00:00:00Z, negative before it, and nanoseconds
    /// after that second. Times outside of the years 0 to 9999 become the nearest one inside.
    #[must_use]
    pub fn from_unix(seconds: i64, nanos: u32) -> Self {
        let seconds = seconds.saturating_add(i64::from(nanos / NANOS_A_SECOND));
        if seconds < FIRST {
            Self {
                seconds: FIRST,
                nanos: 0,
            }
        } else if seconds > LAST {
            Self {
                seconds: LAST,
                nanos: NANOS_A_SECOND - 1,
            }
        } else {
            Self {
                seconds,
                nanos: nanos % NANOS_A_SECOND,
            }
        }
    }

    /// Whole seconds since 1970-01-01T00:00:00Z; negative before it.
    #[must_use]
    pub const fn as_unix_seconds(self) -> i64 {
        self.seconds
    }

    /// The nanoseconds after [`as_unix_seconds`](Self::as_unix_seconds), less than a second.
    #[must_use]
    pub const fn subsec_nanos(self) -> u32 {
        self.nanos
    }

    /// The current system time.
    #[must_use]
    pub fn now() -> Self {
        SystemTime::now().into()
    }
}

impl fmt::Display for DateTime {
    /// RFC 3339, in UTC.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = date(self.seconds.div_euclid(SECONDS_A_DAY));
        let second = self.seconds.rem_euclid(SECONDS_A_DAY);
        write!(
            f,
            "{year:04}-{month:02}-{day:02}T{:02}:{:02}:{:02}.",
            second / 3600,
            second / 60 % 60,
            second % 60
        )?;
        match self.nanos {
            nanos if nanos % 1_000_000 == 0 => write!(f, "{:03}Z", nanos / 1_000_000),
            nanos if nanos % 1_000 == 0 => write!(f, "{:06}Z", nanos / 1_000),
            nanos => write!(f, "{nanos:09}Z"),
        }
    }
}

impl fmt::Debug for DateTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for DateTime {
    type Err = InvalidArgument;

    /// # Errors
    ///
    /// The text is not a time of RFC 3339.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        parse(text).ok_or_else(|| InvalidArgument::new("date_time", "not a time of RFC 3339"))
    }
}

impl TryFrom<&str> for DateTime {
    type Error = InvalidArgument;

    fn try_from(text: &str) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<Timestamp> for DateTime {
    /// Times outside of the years 0 to 9999 become the nearest one inside.
    fn from(timestamp: Timestamp) -> Self {
        Self::from_unix(timestamp.as_unix_seconds(), 0)
    }
}

impl From<DateTime> for Timestamp {
    /// Parts of a second are dropped, towards the past.
    fn from(time: DateTime) -> Self {
        Self::from_unix_seconds(time.seconds)
    }
}

impl From<SystemTime> for DateTime {
    /// Times outside of the years 0 to 9999 become the nearest one inside.
    fn from(time: SystemTime) -> Self {
        let seconds = Timestamp::from(time).as_unix_seconds();
        let nanos = match time.duration_since(UNIX_EPOCH) {
            Ok(after) => after.subsec_nanos(),
            // Counted from the second before.
            Err(error) => (NANOS_A_SECOND - error.duration().subsec_nanos()) % NANOS_A_SECOND,
        };
        Self::from_unix(seconds, nanos)
    }
}

impl TryFrom<DateTime> for SystemTime {
    type Error = InvalidArgument;

    /// # Errors
    ///
    /// `SystemTime` cannot represent the time.
    fn try_from(time: DateTime) -> Result<Self, Self::Error> {
        let second = Self::try_from(Timestamp::from(time))?;
        second
            .checked_add(Duration::from_nanos(time.nanos.into()))
            .ok_or_else(out_of_range)
    }
}

impl FormValue for DateTime {
    fn encode(&self, form: &mut FormEncoder) {
        form.text(&self.to_string());
    }
}

impl Serialize for DateTime {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for DateTime {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct DateTimeVisitor;

        impl<'de> Visitor<'de> for DateTimeVisitor {
            type Value = DateTime;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a time of RFC 3339")
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<DateTime, E> {
                parse(text).ok_or_else(|| E::custom("not a time of RFC 3339"))
            }

            fn visit_newtype_struct<D>(self, inner: D) -> Result<DateTime, D::Error>
            where
                D: Deserializer<'de>,
            {
                inner.deserialize_str(self)
            }
        }

        deserializer.deserialize_newtype_struct("DateTime", DateTimeVisitor)
    }
}

/// Year, month and day of a day that is counted from 1970-01-01, in the Gregorian calendar:
/// [Howard Hinnant's algorithm](https://howardhinnant.github.io/date_algorithms.html), whose
/// years begin in March, so that leap days are at their end.
fn date(day: i64) -> (i64, i64, i64) {
    let day = day + 719_468;
    let (era, day) = (day.div_euclid(146_097), day.rem_euclid(146_097));
    let year = (day - day / 1460 + day / 36_524 - day / 146_096) / 365;
    let day = day - (365 * year + year / 4 - year / 100);
    let month = (5 * day + 2) / 153;
    let day = day - (153 * month + 2) / 5 + 1;
    let year = year + era * 400;
    if month < 10 {
        (year, month + 3, day)
    } else {
        (year + 1, month - 9, day)
    }
}

/// The day of a date, counted from 1970-01-01.
fn day(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let (era, year) = (year.div_euclid(400), year.rem_euclid(400));
    let day = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + year * 365 + year / 4 - year / 100 + day - 719_468
}

fn parse(text: &str) -> Option<DateTime> {
    let mut rest = text.as_bytes();
    let year = digits(&mut rest, 4)?;
    let month = after(&mut rest, b"-").and_then(|()| digits(&mut rest, 2))?;
    let day_of_month = after(&mut rest, b"-").and_then(|()| digits(&mut rest, 2))?;
    let hour = after(&mut rest, b"Tt ").and_then(|()| digits(&mut rest, 2))?;
    let minute = after(&mut rest, b":").and_then(|()| digits(&mut rest, 2))?;
    let second = after(&mut rest, b":").and_then(|()| digits(&mut rest, 2))?;
    let mut nanos = 0;
    if after(&mut rest, b".").is_some() {
        let mut unit = NANOS_A_SECOND / 10;
        nanos += digit(&mut rest)? * unit;
        while let Some(digit) = digit(&mut rest) {
            // Digits after the ninth are dropped.
            unit /= 10;
            nanos += digit * unit;
        }
    }
    let offset = if after(&mut rest, b"Zz").is_some() {
        0
    } else {
        let sign = if after(&mut rest, b"+").is_some() {
            1
        } else {
            after(&mut rest, b"-")?;
            -1
        };
        let hours = digits(&mut rest, 2)?;
        after(&mut rest, b":")?;
        let minutes = digits(&mut rest, 2)?;
        if hours > 23 || minutes > 59 {
            return None;
        }
        sign * (hours * 60 + minutes) * 60
    };
    let days = day(year, month, day_of_month);
    // A leap second is the first of the next minute. A day that the month does not have would
    // come back as another one.
    let exists = (1..=12).contains(&month)
        && date(days) == (year, month, day_of_month)
        && hour < 24
        && minute < 60
        && second <= 60;
    let seconds = days * SECONDS_A_DAY + (hour * 60 + minute) * 60 + second - offset;
    (exists && rest.is_empty()).then(|| DateTime::from_unix(seconds, nanos))
}

/// Takes one of these characters.
fn after(rest: &mut &[u8], any: &[u8]) -> Option<()> {
    let (first, others) = rest.split_first()?;
    any.contains(first).then(|| *rest = others)
}

fn digit(rest: &mut &[u8]) -> Option<u32> {
    let (first, others) = rest.split_first()?;
    let digit = char::from(*first).to_digit(10)?;
    *rest = others;
    Some(digit)
}

/// Takes a number of so many digits.
fn digits(rest: &mut &[u8], count: usize) -> Option<i64> {
    (0..count).try_fold(0, |number, _| Some(number * 10 + i64::from(digit(rest)?)))
}
