//! A case: a fault, what makes it, and what the client makes of it.

use std::time::Duration;

use stripe_identity::ClientBuilder;
use stripe_identity_conformance::calls::Ask;
use stripe_identity_conformance::origin::Act;
use stripe_identity_conformance::trial::Wanted;

/// What stands between the client and the origin, with its settings, in which `ORIGIN`,
/// `ELSEWHERE` and `NOBODY` stand for ports.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Through {
    Nothing,
    /// The inside of a `location`.
    Nginx(&'static str),
    /// The same, by HTTP/2 over TLS.
    Http2(&'static str),
    /// Lines of a `backend`, to which the origin is added as its server.
    Haproxy(&'static str),
    /// A port that nobody listens at.
    Nobody,
}

impl Through {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Nothing => "nothing",
            Self::Nginx(_) => "nginx",
            Self::Http2(_) => "nginx, HTTP/2",
            Self::Haproxy(_) => "haproxy",
            Self::Nobody => "nobody",
        }
    }
}

/// How the client gets there.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Network {
    Sound,
    /// The host has two addresses, of which the first never answers.
    SilentAddress,
    /// The client has so many idle connections, which have all gone silent; new ones work.
    SilentConnections(usize),
}

#[derive(Clone, Debug)]
pub(crate) struct Case {
    pub(crate) name: &'static str,
    pub(crate) through: Through,
    pub(crate) network: Network,
    pub(crate) script: Vec<Act>,
    pub(crate) wanted: Wanted,
    pub(crate) ask: Ask,
    /// How many calls are made, one after the other, by one client.
    pub(crate) calls: usize,
    pub(crate) timeout: Duration,
    pub(crate) settings: fn(ClientBuilder) -> ClientBuilder,
    /// The most that is read of bodies.
    pub(crate) read: usize,
    /// The most memory that is held at once.
    pub(crate) peak: usize,
}

/// A case as most are: time enough, one create, two retries.
pub(crate) fn case(
    name: &'static str,
    through: Through,
    script: impl Into<Vec<Act>>,
    wanted: (&'static str, u32, usize),
) -> Case {
    Case {
        name,
        through,
        network: Network::Sound,
        script: script.into(),
        wanted: Wanted::new(wanted),
        ask: Ask::Create,
        calls: 1,
        timeout: Duration::from_secs(20),
        settings: |builder| builder,
        read: 8 * 1024,
        peak: 256 * 1024,
    }
}

impl Case {
    pub(crate) fn over(mut self, network: Network) -> Self {
        self.network = network;
        self
    }

    pub(crate) fn ask(mut self, ask: Ask) -> Self {
        self.ask = ask;
        self
    }

    pub(crate) fn calls(mut self, calls: usize) -> Self {
        self.calls = calls;
        self
    }

    /// How long an attempt may take, in milliseconds.
    pub(crate) fn timeout(mut self, millis: u64) -> Self {
        self.timeout = Duration::from_millis(millis);
        self
    }

    pub(crate) fn settings(mut self, settings: fn(ClientBuilder) -> ClientBuilder) -> Self {
        self.settings = settings;
        self
    }

    /// The shortest delay before a retry, in seconds.
    pub(crate) fn waits(mut self, seconds: u64) -> Self {
        self.wanted.waits = Duration::from_secs(seconds);
        self
    }

    pub(crate) fn bounds(mut self, read: usize, peak: usize) -> Self {
        self.read = read;
        self.peak = peak;
        self
    }
}
