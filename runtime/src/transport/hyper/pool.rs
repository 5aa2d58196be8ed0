use std::mem;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};
use std::time::Duration;

use ::hyper::client::conn::http1::SendRequest;
use http::uri::PathAndQuery;
use http::{HeaderValue, Uri};
use tokio::runtime;
use tokio::sync::{Semaphore, watch};
use tokio::time::Instant;

use super::connection::{Connection, RequestBody};
use super::connector::Connector;
use super::http2::Shared;
use super::spawn;
use crate::{TransportError, TransportErrorKind};

/// How long a connection may be unused before it is closed. Load balancers usually
/// allow more.
const IDLE_TIMEOUT: Duration = Duration::from_secs(60);

/// After how long a connection may have been closed without notice.
const UNWATCHED: Duration = Duration::from_millis(1);

/// The connections of a transport.
///
/// A connection works only while the runtime that opened it is driven, so each runtime
/// has its own.
pub(super) struct Pool {
    connector: Arc<Connector>,
    max_concurrent_requests: usize,
    /// Few: most programs have one runtime, and call one host.
    hosts: Mutex<Vec<Arc<Host>>>,
}

impl Pool {
    pub(super) fn new(connector: Connector, max_concurrent_requests: usize) -> Self {
        Self {
            connector: Arc::new(connector),
            max_concurrent_requests: max_concurrent_requests.min(Semaphore::MAX_PERMITS),
            hosts: Mutex::default(),
        }
    }

    /// The connections of a runtime to the host of a URL.
    pub(super) fn host(&self, runtime: runtime::Id, uri: &Uri) -> Arc<Host> {
        let mut hosts = lock(&self.hosts);
        let known = hosts.iter().find(|host| host.is(runtime, uri));
        if let Some(known) = known {
            return Arc::clone(known);
        }
        // Of runtimes that are gone, nothing is left that works.
        hosts.retain(|host| Arc::strong_count(host) > 1 || host.has_connections());
        let host = Arc::new(Host {
            runtime,
            uri: root(uri),
            header: header(uri),
            connector: Arc::clone(&self.connector),
            places: Semaphore::new(self.max_concurrent_requests),
            state: Mutex::default(),
        });
        hosts.push(Arc::clone(&host));
        host
    }
}

/// The URL's scheme and authority.
fn root(uri: &Uri) -> Uri {
    let mut parts = uri.clone().into_parts();
    parts.path_and_query = Some(PathAndQuery::from_static("/"));
    Uri::from_parts(parts).unwrap_or_default()
}

/// The host and port, without a user and without the port that the scheme implies.
fn header(uri: &Uri) -> HeaderValue {
    let host = uri.host().unwrap_or_default();
    let implied = match uri.scheme_str() {
        Some("http") => Some(80),
        Some("https") => Some(443),
        _ => None,
    };
    let text = match uri.port_u16() {
        Some(port) if Some(port) != implied => format!("{host}:{port}"),
        _ => host.to_owned(),
    };
    // A host has no character that a header may not have.
    HeaderValue::try_from(text).unwrap_or(HeaderValue::from_static(""))
}

/// The connections of one runtime to one host.
pub(super) struct Host {
    runtime: runtime::Id,
    /// Its root.
    uri: Uri,
    /// The header `Host` of requests over HTTP/1.1.
    pub(super) header: HeaderValue,
    connector: Arc<Connector>,
    /// One for each request that may be in flight.
    pub(super) places: Semaphore,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    /// HTTP/1.1 connections that no request uses; the one used last comes last.
    idle: Vec<Idle>,
    /// The HTTP/2 connection.
    shared: Option<(Shared, Instant)>,
    /// Set while the first connection is opened, which tells what the server speaks.
    dialing: Option<watch::Receiver<Dial>>,
    /// Each request needs a connection of its own.
    is_http1: bool,
    /// Whether a task closes connections that are unused for too long.
    closes_idle: bool,
}

struct Idle {
    sender: SendRequest<RequestBody>,
    since: Instant,
}

/// A connection for one request.
pub(super) struct Taken {
    pub(super) connection: Connection,
    /// Whether it was opened for this request.
    pub(super) is_new: bool,
    pub(super) at: Instant,
}

/// What came of opening a connection that several requests wait for.
type Dial = Option<Result<(), TransportError>>;

impl Host {
    fn is(&self, runtime: runtime::Id, uri: &Uri) -> bool {
        self.runtime == runtime
            && self.uri.scheme() == uri.scheme()
            && self.uri.authority() == uri.authority()
    }

    fn state(&self) -> MutexGuard<'_, State> {
        lock(&self.state)
    }

    fn has_connections(&self) -> bool {
        let mut state = self.state();
        state.close_unused(Instant::now());
        state.has_connections()
    }

    /// A connection for one request.
    pub(super) async fn connection(self: &Arc<Self>) -> Result<Taken, TransportError> {
        let mut at = Instant::now();
        if self.state().may_be_closed(at) {
            // Lets the runtime see what happened to the connections meanwhile.
            tokio::task::yield_now().await;
        }
        let mut is_new = false;
        loop {
            let dialing = {
                let mut state = self.state();
                if let Some(connection) = state.take(at) {
                    return Ok(Taken {
                        connection,
                        is_new,
                        at,
                    });
                }
                if state.is_http1 || self.uri.scheme_str() == Some("http") {
                    None
                } else {
                    let dialing = state.dialing.get_or_insert_with(|| self.dial());
                    Some(dialing.clone())
                }
            };
            let Some(mut dialing) = dialing else {
                let connection = self.connector.connect(&self.uri).await?;
                return Ok(Taken {
                    connection,
                    is_new: true,
                    at: Instant::now(),
                });
            };
            let dialled = dialing.wait_for(Option::is_some).await;
            let Some(dialled) = dialled.ok().and_then(|dialled| dialled.clone()) else {
                // The task has panicked.
                self.state().dialing = None;
                return Err(TransportError::new(TransportErrorKind::Other).with_sent(false));
            };
            dialled?;
            is_new = true;
            at = Instant::now();
        }
    }

    /// Opens a connection in a task, for all who need one.
    fn dial(self: &Arc<Self>) -> watch::Receiver<Dial> {
        let (dialled, dialing) = watch::channel(None);
        let host = Arc::clone(self);
        spawn(async move {
            let connected = host.connector.connect(&host.uri).await;
            let connected = connected.map(|connection| {
                host.state().is_http1 = matches!(connection, Connection::Http1(_));
                host.put(connection);
            });
            host.state().dialing = None;
            dialled.send_replace(Some(connected));
        });
        dialing
    }

    /// Keeps a connection for the next request.
    pub(super) fn put(self: &Arc<Self>, connection: Connection) {
        let mut state = self.state();
        let since = Instant::now();
        match connection {
            Connection::Http1(sender) => state.idle.push(Idle { sender, since }),
            Connection::Http2(shared) => state.shared = Some((shared, since)),
        }
        if !mem::replace(&mut state.closes_idle, true) {
            spawn(close_unused(Arc::downgrade(self)));
        }
    }

    /// Uses a connection no more, since it failed.
    pub(super) fn retire(&self, connection: &Connection) {
        if let Connection::Http2(failed) = connection {
            let mut state = self.state();
            if matches!(&state.shared, Some((shared, _)) if shared.is(failed)) {
                state.shared = None;
            }
        }
    }

    /// Uses no connection any more that has been silent since then.
    pub(super) fn retire_silent(&self, since: Instant) {
        self.state().idle.retain(|idle| idle.since > since);
    }
}

impl State {
    /// An open connection that may be used.
    fn take(&mut self, now: Instant) -> Option<Connection> {
        if let Some((shared, used)) = &mut self.shared {
            if !shared.is_closed() && (!shared.is_idle() || now - *used < IDLE_TIMEOUT) {
                *used = now;
                return Some(Connection::Http2(shared.clone()));
            }
            self.shared = None;
        }
        while let Some(idle) = self.idle.pop() {
            if now - idle.since >= IDLE_TIMEOUT {
                self.idle.clear();
            } else if idle.sender.is_ready() {
                return Some(Connection::Http1(idle.sender));
            }
        }
        None
    }

    /// Whether nothing was received for a while, in which the runtime may not have been driven.
    fn may_be_closed(&self, now: Instant) -> bool {
        let idle = self.idle.last().map(|idle| idle.since);
        let used = idle.or(self.shared.as_ref().map(|(_, used)| *used));
        used.is_some_and(|used| now - used >= UNWATCHED)
    }

    /// Closes what has been unused for too long; says when to look again.
    fn close_unused(&mut self, now: Instant) -> Option<Instant> {
        let is_unused = |since| now - since >= IDLE_TIMEOUT;
        self.idle
            .retain(|idle| !idle.sender.is_closed() && !is_unused(idle.since));
        self.shared
            .take_if(|(shared, used)| shared.is_closed() || shared.is_idle() && is_unused(*used));
        if !self.has_connections() {
            return None;
        }
        let idle = self.idle.first().map(|idle| idle.since);
        Some(idle.unwrap_or(now) + IDLE_TIMEOUT)
    }

    fn has_connections(&self) -> bool {
        !self.idle.is_empty() || self.shared.is_some()
    }
}

/// Closes connections that are unused for too long, while there are any.
async fn close_unused(host: Weak<Host>) {
    let mut next = Instant::now() + IDLE_TIMEOUT;
    loop {
        tokio::time::sleep_until(next).await;
        let Some(host) = host.upgrade() else { return };
        let mut state = host.state();
        let Some(later) = state.close_unused(Instant::now()) else {
            state.closes_idle = false;
            return;
        };
        next = later;
    }
}

/// Nothing is left half done in here by a panic.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
