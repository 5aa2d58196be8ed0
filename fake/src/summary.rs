use std::fmt;

/// What a stand-in did so far; see [`Handle::summary`](crate::Handle::summary).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Summary {
    /// Requests to the API and to hosted pages, since the start.
    pub requests: u64,
    /// Those of them that were answered with an error, or not answered.
    pub failed_requests: u64,
    /// Sessions, since the last reset.
    pub sessions: usize,
    /// Those of them that are verified.
    pub verified: usize,
    /// Events, since the last reset.
    pub events: usize,
    /// Attempts to send events, since the last reset.
    pub deliveries: usize,
    /// Those of them that failed.
    pub failed_deliveries: usize,
}

impl fmt::Display for Summary {
    /// `3 requests (1 failed), 1 session (1 verified), 3 events, 3 deliveries (0 failed)`
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            requests,
            sessions,
            events,
            deliveries,
            ..
        } = self;
        let many = |one: bool, ending| if one { "" } else { ending };
        write!(f, "{requests} request{} ", many(*requests == 1, "s"))?;
        write!(f, "({} failed), ", self.failed_requests)?;
        write!(f, "{sessions} session{} ", many(*sessions == 1, "s"))?;
        write!(f, "({} verified), ", self.verified)?;
        write!(f, "{events} event{}, ", many(*events == 1, "s"))?;
        write!(
            f,
            "{deliveries} deliver{} ",
            if *deliveries == 1 { "y" } else { "ies" }
        )?;
        write!(f, "({} failed)", self.failed_deliveries)
    }
}
