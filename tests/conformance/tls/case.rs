//! A case: which proxy terminates TLS and how, and what the client makes of it.

use std::time::Duration;

use stripe_identity_conformance::origin::Act;
use stripe_identity_conformance::trial::Wanted;

use super::certificates::Shown;

/// Who listens. In the settings, `CERTS` is the directory of certificates, `ELSEWHERE` a port.
#[derive(Clone, Copy, Debug)]
pub(crate) enum By {
    /// What stands behind `listen`, in the `server`, and in its `location`, `proxy_pass` for one.
    Nginx(&'static str, &'static str, &'static str),
    /// What stands behind `bind`, and further lines.
    Haproxy(&'static str, &'static str),
}

impl By {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Nginx(..) => "nginx",
            Self::Haproxy(..) => "haproxy",
        }
    }
}

/// The certificate that the client shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shows {
    Nothing,
    Known,
    Unknown,
}

#[derive(Clone, Debug)]
pub(crate) struct Case {
    pub(crate) name: &'static str,
    pub(crate) by: By,
    pub(crate) shown: Shown,
    pub(crate) wanted: Wanted,
    /// TLS version, HTTP version and name that the server sees; not of failures.
    pub(crate) connection: &'static str,
    pub(crate) origin: &'static str,
    pub(crate) script: Vec<Act>,
    pub(crate) shows: Shows,
    pub(crate) timeout: Duration,
}

/// A case as most are: one create, at `https://localhost`, by a client that trusts the authority.
pub(crate) fn case(
    name: &'static str,
    by: By,
    shown: Shown,
    wanted: (&'static str, u32, usize),
) -> Case {
    Case {
        name,
        by,
        shown,
        wanted: Wanted::new(wanted),
        connection: "",
        origin: "https://localhost",
        script: vec![Act::Answer],
        shows: Shows::Nothing,
        timeout: Duration::from_secs(20),
    }
}

impl Case {
    pub(crate) fn connection(mut self, connection: &'static str) -> Self {
        self.connection = connection;
        self
    }

    pub(crate) fn at(mut self, origin: &'static str) -> Self {
        self.origin = origin;
        self
    }

    pub(crate) fn plays(mut self, script: impl Into<Vec<Act>>) -> Self {
        self.script = script.into();
        self
    }

    pub(crate) fn shows(mut self, shows: Shows) -> Self {
        self.shows = shows;
        self
    }

    /// How long an attempt may take, in milliseconds.
    pub(crate) fn timeout(mut self, millis: u64) -> Self {
        self.timeout = Duration::from_millis(millis);
        self
    }
}
