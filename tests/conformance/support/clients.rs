//! The two clients on their own transports, and how they are configured.

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::AtomicUsize;
use std::time::Duration;

use stripe_identity::transport::{HyperTransport, HyperTransportBuilder};
use stripe_identity::{BlockingClient, Client, ClientBuilder};

use crate::environment::NoDelay;
use crate::probe::Probe;

/// Which client.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `Client`.
    Async,
    /// `BlockingClient`.
    Blocking,
}

impl Kind {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Async, Self::Blocking];
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Async => "async",
            Self::Blocking => "blocking",
        })
    }
}

/// How a client is built.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Where the server is.
    pub url: String,
    /// How long an attempt may take.
    pub timeout: Duration,
    /// How many retries there are at most.
    pub retries: u32,
    /// How long a body may be.
    pub body_limit: usize,
    /// What else is set.
    pub more: fn(ClientBuilder) -> ClientBuilder,
    /// What is set of the transport.
    pub transport: fn(HyperTransportBuilder) -> HyperTransportBuilder,
    /// The certificates to trust, in PEM; otherwise the platform's.
    pub trusted: Option<String>,
    /// A TLS configuration, which only the asynchronous client takes.
    pub tls: Option<rustls::ClientConfig>,
    /// Its clock.
    pub environment: NoDelay,
    /// Counts the bytes of bodies that were read.
    pub read: Arc<AtomicUsize>,
}

impl Settings {
    /// The defaults, but for the timeout.
    #[must_use]
    pub fn new(url: String, timeout: Duration) -> Self {
        Self {
            url,
            timeout,
            retries: 2,
            body_limit: 8 << 20,
            more: |builder| builder,
            transport: |builder| builder,
            trusted: None,
            tls: None,
            environment: NoDelay::new(timeout),
            read: Arc::default(),
        }
    }

    fn builder(&self) -> ClientBuilder {
        // With a test key, errors show what Stripe says.
        let builder = Client::builder("sk_live_conformance")
            .base_url(&self.url)
            .timeout(self.timeout)
            .max_retries(self.retries)
            .max_body_bytes(self.body_limit)
            .environment(self.environment.clone());
        (self.more)(builder)
    }

    fn transport(&self) -> Probe<HyperTransport> {
        let mut transport = (self.transport)(HyperTransport::builder().no_proxy());
        if let Some(pem) = &self.trusted {
            transport = transport.root_certificates_pem(pem);
        }
        if let Some(tls) = &self.tls {
            transport = transport.tls_config(tls.clone());
        }
        let transport = transport.build().expect("a transport");
        Probe::new(transport, Arc::clone(&self.read))
    }

    /// The asynchronous client.
    ///
    /// # Panics
    ///
    /// If the settings are invalid.
    #[must_use]
    pub fn client(&self) -> Client {
        let client = self.builder().transport(self.transport()).build();
        client.expect("a client")
    }

    /// The blocking client.
    ///
    /// # Panics
    ///
    /// If the settings are invalid.
    #[must_use]
    pub fn blocking_client(&self) -> BlockingClient {
        let client = self.builder().transport(self.transport()).build_blocking();
        client.expect("a client")
    }
}
