//! A server that answers with the id that it is asked for, counts, dies and comes back.

use std::convert::Infallible;
use std::io;
use std::net::SocketAddr;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, LazyLock};
use std::time::Duration;

use http::{Request, Response, StatusCode};
use http_body_util::{BodyExt, Full};
use hyper::body::{Bytes, Incoming};
use hyper::service::service_fn;
use hyper_util::rt::{TokioExecutor, TokioIo};
use serde_json::json;
use stripe_identity_tests::example::completed;
use stripe_identity_tests::tls::Authority;
use tokio::net::{TcpListener, TcpSocket, TcpStream};
use tokio::runtime::Runtime;
use tokio::sync::watch;
use tokio_rustls::TlsAcceptor;

/// A session, whose id is replaced.
static SESSION: LazyLock<String> = LazyLock::new(|| {
    let given = json!({
        "id": "vs_0", "object": "identity.verification_session", "livemode": false,
        "type": "document", "status": "processing", "created": 1, "metadata": {}
    });
    completed(given).to_string()
});

/// What the server speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Protocol {
    Http1,
    /// Over TLS, with as many streams at once on a connection.
    Http2 {
        streams: u32,
    },
}

/// What is counted, and whether answers are held back.
#[derive(Debug, Default)]
struct Counts {
    connections: AtomicUsize,
    requests: AtomicUsize,
    /// Requests that are not answered yet.
    open: AtomicUsize,
    most_open: AtomicUsize,
    /// Answers wait until this is true.
    answering: watch::Sender<bool>,
}

/// The server, on threads of its own. Dies when dropped.
pub(crate) struct Origin {
    address: SocketAddr,
    counts: Arc<Counts>,
    protocol: Protocol,
    authority: Arc<Authority>,
    /// Gone while the server is dead.
    runtime: Option<Runtime>,
}

impl Origin {
    pub(crate) fn start(protocol: Protocol) -> Self {
        let counts = Counts {
            answering: watch::Sender::new(true),
            ..Counts::default()
        };
        let mut origin = Self {
            address: SocketAddr::from(([127, 0, 0, 1], 0)),
            counts: Arc::new(counts),
            protocol,
            authority: Arc::new(Authority::new()),
            runtime: None,
        };
        origin.revive();
        origin
    }

    pub(crate) fn url(&self) -> String {
        let scheme = match self.protocol {
            Protocol::Http1 => "http",
            Protocol::Http2 { .. } => "https",
        };
        format!("{scheme}://{}", self.address)
    }

    pub(crate) fn authority(&self) -> &Authority {
        &self.authority
    }

    /// How many requests came so far.
    pub(crate) fn requests(&self) -> usize {
        self.counts.requests.load(Ordering::SeqCst)
    }

    /// How many connections were accepted so far.
    pub(crate) fn connections(&self) -> usize {
        self.counts.connections.load(Ordering::SeqCst)
    }

    /// The most requests that waited for an answer at a time.
    pub(crate) fn most_open(&self) -> usize {
        self.counts.most_open.load(Ordering::SeqCst)
    }

    /// Whether requests are answered, or only taken.
    pub(crate) fn answer(&self, answer: bool) {
        self.counts.answering.send_replace(answer);
    }

    /// Answers no more, and waits until so many requests are held.
    pub(crate) async fn hold(&self, requests: usize) {
        self.answer(false);
        while self.counts.open.load(Ordering::SeqCst) < requests {
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
    }

    /// Closes the port and all connections, whatever is under way.
    pub(crate) fn die(&mut self) {
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_timeout(Duration::from_secs(10));
        }
        self.counts.open.store(0, Ordering::SeqCst);
    }

    /// Comes back, at the same port.
    pub(crate) fn revive(&mut self) {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(1)
            .enable_all()
            .build()
            .expect("a runtime");
        let listener = runtime
            .block_on(async { listen(self.address) })
            .expect("a port");
        self.address = listener.local_addr().expect("an address");
        let server = Server {
            counts: Arc::clone(&self.counts),
            protocol: self.protocol,
            tls: TlsAcceptor::from(self.authority.server(&["127.0.0.1"], &["h2"])),
        };
        runtime.spawn(server.serve(listener));
        self.runtime = Some(runtime);
    }
}

impl Drop for Origin {
    fn drop(&mut self) {
        self.die();
    }
}

fn listen(address: SocketAddr) -> io::Result<TcpListener> {
    let socket = TcpSocket::new_v4()?;
    // The port is the same again though old connections linger.
    socket.set_reuseaddr(true)?;
    socket.bind(address)?;
    // As many may knock at once.
    socket.listen(16 * 1024)
}

#[derive(Clone)]
struct Server {
    counts: Arc<Counts>,
    protocol: Protocol,
    tls: TlsAcceptor,
}

impl Server {
    async fn serve(self, listener: TcpListener) {
        loop {
            // Out of descriptors: others may be free soon.
            let Ok((stream, _)) = listener.accept().await else {
                tokio::task::yield_now().await;
                continue;
            };
            self.counts.connections.fetch_add(1, Ordering::SeqCst);
            // A client that goes away is no failure of the server's.
            let server = self.clone();
            tokio::spawn(async move { drop(server.converse(stream).await) });
        }
    }

    async fn converse(
        self,
        stream: TcpStream,
    ) -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
        stream.set_nodelay(true)?;
        let counts = Arc::clone(&self.counts);
        let service = service_fn(move |request| answer(Arc::clone(&counts), request));
        match self.protocol {
            Protocol::Http1 => {
                hyper::server::conn::http1::Builder::new()
                    .serve_connection(TokioIo::new(stream), service)
                    .await?;
            }
            Protocol::Http2 { streams } => {
                let stream = self.tls.accept(stream).await?;
                hyper::server::conn::http2::Builder::new(TokioExecutor::new())
                    .max_concurrent_streams(streams)
                    .serve_connection(TokioIo::new(stream), service)
                    .await?;
            }
        }
        Ok(())
    }
}

/// One request less is open, answered or given up.
struct Open(Arc<Counts>);

impl Drop for Open {
    fn drop(&mut self) {
        self.0.open.fetch_sub(1, Ordering::SeqCst);
    }
}

/// A session with the id of the path, or with the reference of the form.
async fn answer(
    counts: Arc<Counts>,
    request: Request<Incoming>,
) -> Result<Response<Full<Bytes>>, Infallible> {
    counts.requests.fetch_add(1, Ordering::SeqCst);
    let open = counts.open.fetch_add(1, Ordering::SeqCst) + 1;
    counts.most_open.fetch_max(open, Ordering::SeqCst);
    let _open = Open(Arc::clone(&counts));

    let path = request.uri().path().to_owned();
    let body = request.into_body().collect().await;
    let body = body
        .map(http_body_util::Collected::to_bytes)
        .unwrap_or_default();
    let form = String::from_utf8_lossy(&body);
    let id = match form.strip_prefix("client_reference_id=") {
        Some(reference) => reference,
        None => path.rsplit('/').next().unwrap_or_default(),
    };
    let body = SESSION.replace("vs_0", id);
    let mut answering = counts.answering.subscribe();
    // Never closed: the sender is in the counts.
    let _ = answering.wait_for(|answering| *answering).await;
    let mut response = Response::new(Full::from(body));
    *response.status_mut() = StatusCode::OK;
    Ok(response)
}
