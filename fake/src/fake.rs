use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, TcpListener};
use std::sync::Arc;
use std::thread::JoinHandle;
use std::{fmt, io};

use axum::Router;
use axum::extract::State;
use axum::routing::get;
use http::StatusCode;
use socket2::{Domain, Socket, Type};
use stripe_identity::{Client, ClientBuilder};
use tokio::sync::oneshot;

use crate::builder::FakeStripeBuilder;
use crate::clock::Clock;
use crate::keys::{self, Keys};
use crate::server::Server;
use crate::shared::Shared;
use crate::store::Store;
use crate::webhook::Outbox;
use crate::{Error, Handle, api, console, control, ids, page, transport};

/// A stand-in for Stripe Identity that runs in this process.
///
/// It has a port, keys and objects of its own, and shares nothing with others in the same
/// process. It runs on a thread of its own, so that it answers even while a test blocks. When
/// it is dropped it stops; its [`Handle`]s can still read its state.
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
    /// Starts one on a free port.
    ///
    /// # Errors
    ///
    /// No port or thread is available.
    pub async fn start() -> Result<Self, Error> {
        Self::builder().start().await
    }

    /// [`start`](Self::start) for programs without an asynchronous runtime.
    ///
    /// # Errors
    ///
    /// As for [`start`](Self::start).
    pub fn start_blocking() -> Result<Self, Error> {
        Self::builder().start_blocking()
    }

    /// The settings, to be changed before it starts.
    pub fn builder() -> FakeStripeBuilder {
        FakeStripeBuilder::new()
    }

    pub(crate) fn launch(settings: FakeStripeBuilder) -> Result<Self, Error> {
        let keys = Keys::new(&settings)?;
        let control_token = control_token(&settings)?;
        let listener = listen(SocketAddr::new(settings.address, settings.port))?;
        let address = listener.local_addr().map_err(Error::Start)?;
        let base_url = format!("http://{}", reachable(address));
        let public_url = match &settings.public_url {
            Some(url) => checked_url(url)?,
            None => base_url.clone(),
        };
        let clock = Clock::new(settings.fixed_time, settings.real_time);
        let store = Store::new(
            public_url,
            clock,
            settings.redaction_takes,
            Outbox::new(settings.delays),
            settings.person,
        );
        let shared = Arc::new(Shared::new(
            store,
            base_url,
            control_token,
            keys,
            settings.on_request,
            settings.on_delivery,
        ));
        let (stop, stopped) = oneshot::channel();
        let routes = Arc::clone(&shared);
        let server = Server {
            listener,
            shared: Arc::clone(&shared),
            router: Box::new(move |runtime| router(&Handle::new(routes, runtime))),
            real_time: settings.real_time,
        };
        let (thread, runtime) = server.spawn(stopped)?;
        let fake = Self {
            handle: Handle::new(shared, runtime),
            stop: Some(stop),
            thread: Some(thread),
        };
        for (url, payload) in &settings.webhooks {
            fake.handle.listen(url, *payload, true)?;
        }
        Ok(fake)
    }

    /// Where it listens: `http://127.0.0.1:…`, for
    /// [`ClientBuilder::base_url`](stripe_identity::ClientBuilder::base_url).
    #[must_use]
    pub fn base_url(&self) -> &str {
        &self.handle.shared().base_url
    }

    /// The token that the control interface asks for; `None` if it asks for none.
    #[must_use]
    pub fn control_token(&self) -> Option<&str> {
        self.handle.shared().control_token.as_deref()
    }

    /// Controls the person, the network and time. It outlives the stand-in.
    #[must_use]
    pub fn handle(&self) -> Handle {
        self.handle.clone()
    }

    /// A key that may do everything except see sensitive results: `sk_test_…`.
    #[must_use]
    pub fn secret_key(&self) -> &str {
        &self.handle.shared().keys.secret
    }

    /// A key that may see sensitive results, too, if a request expands them by name:
    /// `rk_test_…`.
    #[must_use]
    pub fn restricted_key(&self) -> &str {
        &self.handle.shared().keys.restricted
    }

    /// A client for it, with the secret key. For other settings, see
    /// [`client_builder`](Self::client_builder).
    ///
    /// # Panics
    ///
    /// Never: the settings are valid.
    #[must_use]
    pub fn client(&self) -> Client {
        self.client_with(self.secret_key())
            .expect("the settings are valid")
    }

    /// A client for it, with this key.
    ///
    /// # Errors
    ///
    /// It cannot be a key: it is empty, or holds characters that no header may.
    pub fn client_with(&self, key: &str) -> Result<Client, Error> {
        let client = self.client_builder(key)?.build();
        let (_, expected) = keys::SECRET;
        client.map_err(|_| Error::Setting {
            name: "key",
            expected,
        })
    }

    /// The settings of a client for it, to be changed.
    ///
    /// The client uses no proxy and reads no certificates, and is therefore quicker to build
    /// than one of your own with [`base_url`](Self::base_url).
    ///
    /// # Errors
    ///
    /// The transport cannot be set up.
    pub fn client_builder(&self, key: &str) -> Result<ClientBuilder, Error> {
        let builder = Client::builder(key).base_url(self.base_url());
        Ok(builder.transport(transport::plain()?))
    }
}

impl Drop for FakeStripe {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            // If it panicked, the panic was printed already.
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

/// The stand-in's routes. What is no route of its own is a request to the API.
fn router(handle: &Handle) -> Router {
    let shared = Arc::clone(handle.shared());
    Router::new()
        .merge(page::router())
        .route("/v1/files/{file}/contents", get(api::contents))
        .route("/favicon.ico", get(async || StatusCode::NO_CONTENT))
        .fallback(|State(shared), request| api::answer(shared, request))
        .with_state(shared)
        .merge(console::router())
        .merge(control::router(handle.clone()))
}

fn control_token(settings: &FakeStripeBuilder) -> Result<Option<String>, Error> {
    match &settings.control_token {
        Some(token) if token.is_empty() || !token.bytes().all(|byte| byte.is_ascii_graphic()) => {
            Err(Error::Setting {
                name: "control_token",
                expected: "printable ASCII characters without spaces",
            })
        }
        Some(token) => Ok(Some(token.clone())),
        None if settings.address.is_loopback() => Ok(None),
        None => Ok(Some(ids::random("token_"))),
    }
}

fn checked_url(url: &str) -> Result<String, Error> {
    let url = url.trim_end_matches('/');
    let parsed = url.parse::<http::Uri>().ok();
    let is_web = parsed.is_some_and(|url| {
        matches!(url.scheme_str(), Some("http" | "https")) && url.query().is_none()
    });
    is_web.then(|| url.to_owned()).ok_or(Error::Setting {
        name: "public_url",
        expected: "a URL like http://localhost:4242",
    })
}

/// An address that a program on this machine reaches.
fn reachable(address: SocketAddr) -> SocketAddr {
    let ip = match address.ip() {
        IpAddr::V4(ip) if ip.is_unspecified() => Ipv4Addr::LOCALHOST.into(),
        IpAddr::V6(ip) if ip.is_unspecified() => Ipv6Addr::LOCALHOST.into(),
        ip => ip,
    };
    SocketAddr::new(ip, address.port())
}

/// Connections that may wait to be accepted. When more arrive, the system resets some: the
/// standard library's 128 are too few for a thousand clients at once. Systems have a limit of
/// their own (on Linux `net.core.somaxconn`, usually 4,096).
const BACKLOG: i32 = 4096;

fn listen(address: SocketAddr) -> Result<TcpListener, Error> {
    let listening = || {
        let socket = Socket::new(Domain::for_address(address), Type::STREAM, None)?;
        // As the standard library does it: elsewhere it would let two programs share a port.
        #[cfg(unix)]
        socket.set_reuse_address(true)?;
        socket.bind(&address.into())?;
        socket.listen(BACKLOG)?;
        socket.set_nonblocking(true)?;
        Ok(socket.into())
    };
    listening().map_err(|source: io::Error| match source.kind() {
        io::ErrorKind::AddrInUse => Error::PortInUse {
            port: address.port(),
        },
        _ => Error::Listen { address, source },
    })
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use std::net::TcpStream;
    use std::time::Duration;

    use super::*;

    #[test]
    fn five_hundred_connections_at_once_wait_to_be_accepted() {
        let listener = listen((Ipv4Addr::LOCALHOST, 0).into()).expect("a free port");
        let address = listener.local_addr().expect("it listens somewhere");
        let connect = |_| TcpStream::connect_timeout(&address, Duration::from_secs(5));
        let waiting: io::Result<Vec<_>> = (0..500).map(connect).collect();
        waiting.expect("none is dropped");
    }
}
