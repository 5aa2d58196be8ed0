use std::ops::{Range, RangeFrom, RangeInclusive, RangeTo, RangeToInclusive};
use std::time::SystemTime;

use crate::{FormEncoder, FormValue, Timestamp};

/// A filter by an exact integer or time, or by bounds.
///
/// Times are [`Timestamp`]s or whatever converts into one: `SystemTime`, seconds, and with the
/// features `chrono`, `jiff` and `time` the types of those crates. Parts of a second are
/// dropped, towards the past.
///
/// ```
/// use std::time::{Duration, SystemTime};
/// use stripe_runtime::{RangeQuery, Timestamp};
///
/// let exact = RangeQuery::from(1_700_000_000);
/// let since = RangeQuery::from(Timestamp::from_unix_seconds(1_700_000_000)..);
/// let hour = RangeQuery::new().gte(1_700_000_000).lt(1_700_003_600);
/// assert_eq!(hour, (1_700_000_000..1_700_003_600).into());
///
/// let start = SystemTime::UNIX_EPOCH + Duration::from_secs(1_700_000_000);
/// assert_eq!(hour, (start..start + Duration::from_secs(3600)).into());
/// # let _ = (exact, since);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct RangeQuery {
    exact: Option<i64>,
    gt: Option<i64>,
    gte: Option<i64>,
    lt: Option<i64>,
    lte: Option<i64>,
}

impl RangeQuery {
    /// Creates a filter without bounds, which sends nothing.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Exactly this value.
    #[must_use]
    pub fn exact(value: impl Into<Timestamp>) -> Self {
        Self {
            exact: Some(seconds(value)),
            ..Self::default()
        }
    }

    /// Greater than, or later than, this value.
    #[must_use]
    pub fn gt(self, value: impl Into<Timestamp>) -> Self {
        Self {
            exact: None,
            gt: Some(seconds(value)),
            ..self
        }
    }

    /// This value or greater.
    #[must_use]
    pub fn gte(self, value: impl Into<Timestamp>) -> Self {
        Self {
            exact: None,
            gte: Some(seconds(value)),
            ..self
        }
    }

    /// Less than, or earlier than, this value.
    #[must_use]
    pub fn lt(self, value: impl Into<Timestamp>) -> Self {
        Self {
            exact: None,
            lt: Some(seconds(value)),
            ..self
        }
    }

    /// This value or less.
    #[must_use]
    pub fn lte(self, value: impl Into<Timestamp>) -> Self {
        Self {
            exact: None,
            lte: Some(seconds(value)),
            ..self
        }
    }
}

fn seconds(value: impl Into<Timestamp>) -> i64 {
    value.into().as_unix_seconds()
}

impl FormValue for RangeQuery {
    /// `created=5`, or `created[gte]=5&created[lt]=9`.
    fn encode(&self, form: &mut FormEncoder) {
        if let Some(exact) = self.exact {
            form.integer(exact);
        } else {
            form.parameter("gt", &self.gt);
            form.parameter("gte", &self.gte);
            form.parameter("lt", &self.lt);
            form.parameter("lte", &self.lte);
        }
    }
}

impl From<i64> for RangeQuery {
    fn from(value: i64) -> Self {
        Self::exact(value)
    }
}

macro_rules! from_times {
    ($($(#[$attribute:meta])* [$($generics:tt)*] $time:ty;)*) => {
        $(
            $(#[$attribute])*
            impl<$($generics)*> From<$time> for RangeQuery {
                fn from(value: $time) -> Self {
                    Self::exact(value)
                }
            }
        )*
    };
}

from_times! {
    [] Timestamp;
    [] SystemTime;
    #[cfg(feature = "chrono")]
    [Z: chrono::TimeZone] chrono::DateTime<Z>;
    #[cfg(feature = "jiff")]
    [] jiff::Timestamp;
    #[cfg(feature = "time")]
    [] time::OffsetDateTime;
    #[cfg(feature = "time")]
    [] time::UtcDateTime;
}

impl<T: Into<Timestamp>> From<Range<T>> for RangeQuery {
    fn from(range: Range<T>) -> Self {
        Self::new().gte(range.start).lt(range.end)
    }
}

impl<T: Into<Timestamp>> From<RangeFrom<T>> for RangeQuery {
    fn from(range: RangeFrom<T>) -> Self {
        Self::new().gte(range.start)
    }
}

impl<T: Into<Timestamp>> From<RangeTo<T>> for RangeQuery {
    fn from(range: RangeTo<T>) -> Self {
        Self::new().lt(range.end)
    }
}

impl<T: Into<Timestamp>> From<RangeToInclusive<T>> for RangeQuery {
    fn from(range: RangeToInclusive<T>) -> Self {
        Self::new().lte(range.end)
    }
}

impl<T: Into<Timestamp>> From<RangeInclusive<T>> for RangeQuery {
    fn from(range: RangeInclusive<T>) -> Self {
        let (start, end) = range.into_inner();
        Self::new().gte(start).lte(end)
    }
}
