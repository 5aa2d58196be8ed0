use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::sync::Arc;
use std::thread::JoinHandle;
use std::{fmt, io};

use stripe_identity::{Client, ClientBuilder};
use tokio::sync::oneshot;

use crate::builder::FakeStripeBuilder;
use crate::clock::Clock;
use crate::keys::Keys;
use crate::server::Server;
use crate::shared::Shared;
use crate::store::Store;
use crate::webhook::Webhook;
use crate::{Error, Handle, transport};

/// A stand-in for Stripe Identity that runs in this process.
///
/// It listens on the loopback address, on a port and with keys of its own, and
/// knows nothing of others that run beside it. It has a thread for itself, so
/// that it answers whatever the test does, blocking or not. Dropped, it stops,
/// and what it knew is gone but for its [`Handle`]s.
///
/// ```
/// use stripe_identity::verification_session::{self, VerificationSessionStatus, VerificationType};
/// use stripe_identity_fake::{FakeStripe, Outcome};
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let fake = FakeStripe::start().await?;
/// let client = fake.client();
///
/// let session = verification_session::create()
///     .type_(VerificationType::Document)
///     .send(&client)
///     .await?;
/// fake.handle().submit(&session.id, Outcome::verified()).await?;
///
/// let session = verification_session::retrieve(&session.id).send(&client).await?;
/// assert_eq!(session.status, VerificationSessionStatus::Verified);
/// # Ok(())
/// # }
/// ```
pub struct FakeStripe {
    handle: Handle,
    /// Dropped to stop the server.
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl FakeStripe {
    /// Starts one on a port that is free.
    ///
    /// # Errors
    ///
    /// There is no port or no thread to be had.
    pub async fn start() -> Result<Self, Error> {
        Self::builder().start().await
    }

    /// [`start`](Self::start) for programs that do not use an asynchronous runtime.
    ///
    /// # Errors
    ///
    /// The same.
    pub fn start_blocking() -> Result<Self, Error> {
        Self::builder().start_blocking()
    }

    /// With a port, a webhook, a time of your own.
    pub fn builder() -> FakeStripeBuilder {
        FakeStripeBuilder::new()
    }

    pub(crate) fn launch(settings: FakeStripeBuilder) -> Result<Self, Error> {
        let webhooks = settings.webhooks.iter().map(|url| Webhook::new(url));
        let webhooks: Vec<_> = webhooks.collect::<Result<_, _>>()?;
        let keys = Keys::new(&settings)?;
        let listener = listen(settings.port)?;
        let address = listener.local_addr().map_err(Error::Start)?;
        let base_url = format!("http://{address}");
        let clock = Clock::new(settings.fixed_time, settings.real_time);
        let store = Store::new(base_url.clone(), clock, settings.redaction_takes);
        let shared = Arc::new(Shared::new(
            store,
            base_url,
            keys,
            settings.on_request,
            settings.on_delivery,
        ));
        let (stop, stopped) = oneshot::channel();
        let server = Server {
            listener,
            shared: Arc::clone(&shared),
            real_time: settings.real_time,
        };
        let (thread, runtime) = server.spawn(stopped)?;
        let handle = Handle::new(shared, runtime);
        for webhook in webhooks {
            handle.listen(webhook);
        }
        Ok(Self {
            handle,
            stop: Some(stop),
            thread: Some(thread),
        })
    }

    /// Where it listens: `http://127.0.0.1:…`, for
    /// [`ClientBuilder::base_url`](stripe_identity::ClientBuilder::base_url).
    #[must_use]
    pub fn base_url(&self) -> &str {
        &self.handle.shared().base_url
    }

    /// The means to act as the person, the network, and time. Outlives the
    /// stand-in.
    #[must_use]
    pub fn handle(&self) -> Handle {
        self.handle.clone()
    }

    /// A key that may do everything but see sensitive results: `sk_test_…`.
    #[must_use]
    pub fn secret_key(&self) -> &str {
        &self.handle.shared().keys.secret
    }

    /// A key that may see sensitive results, too, where a request expands them by
    /// name: `rk_test_…`.
    #[must_use]
    pub fn restricted_key(&self) -> &str {
        &self.handle.shared().keys.restricted
    }

    /// A client that talks to it, with the secret key; for other settings, see
    /// [`client_builder`](Self::client_builder).
    ///
    /// # Panics
    ///
    /// Never: the settings are possible.
    #[must_use]
    pub fn client(&self) -> Client {
        self.client_with(self.secret_key())
            .expect("the stand-in's own key is one")
    }

    /// A client that talks to it, with this key.
    ///
    /// # Errors
    ///
    /// It cannot be a key: it is empty, or holds what no header may.
    pub fn client_with(&self, key: &str) -> Result<Client, Error> {
        let client = self.client_builder(key)?.build();
        client.map_err(|_| Error::Key {
            argument: "key",
            prefix: "sk_test_",
        })
    }

    /// The settings of a client that talks to it, to be changed.
    ///
    /// It uses no proxy, and reads no certificates, which makes it quicker to build
    /// than one of your own with [`base_url`](Self::base_url).
    ///
    /// # Errors
    ///
    /// There is no transport to be had.
    pub fn client_builder(&self, key: &str) -> Result<ClientBuilder, Error> {
        let builder = Client::builder(key).base_url(self.base_url());
        Ok(builder.transport(transport::plain()?))
    }
}

impl Drop for FakeStripe {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            // Should it have panicked, the test has seen that already.
            let _ = thread.join();
        }
    }
}

impl fmt::Debug for FakeStripe {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FakeStripe")
            .field("base_url", &self.base_url())
            .finish_non_exhaustive()
    }
}

fn listen(port: u16) -> Result<TcpListener, Error> {
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    let listener = TcpListener::bind(address).map_err(|source| match source.kind() {
        io::ErrorKind::AddrInUse => Error::PortInUse { port },
        _ => Error::Listen { port, source },
    })?;
    listener
        .set_nonblocking(true)
        .map_err(|source| Error::Listen { port, source })?;
    Ok(listener)
}
