//! A server on the loopback interface, on a thread of its own, that gives every request the same answer.

use std::convert::Infallible;
use std::sync::{Arc, Mutex, MutexGuard, mpsc};
use std::thread;

use http_body_util::{BodyExt as _, Full};
use hyper::body::{Bytes, Incoming};
use hyper::header::CONTENT_TYPE;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Request, Response};
use hyper_util::rt::TokioIo;
use tokio::net::TcpListener;
use tokio::runtime::{Builder, Runtime};

use crate::data::REQUEST_ID;

/// Runs until the program ends.
pub(crate) struct Server {
    pub(crate) url: String,
    seen: Arc<Mutex<Seen>>,
}

#[derive(Default)]
pub(crate) struct Seen {
    pub(crate) connections: u32,
    /// Method and path of each request, and whether it had an `Idempotency-Key`.
    pub(crate) requests: Vec<(String, bool)>,
}

impl Server {
    pub(crate) fn start(status: u16, content_type: &'static str, body: String) -> Self {
        let response = Response::builder()
            .status(status)
            .header(CONTENT_TYPE, content_type)
            .header("request-id", REQUEST_ID)
            .body(Full::new(Bytes::from(body)))
            .expect("a response");
        let seen = Arc::<Mutex<Seen>>::default();
        let (send, receive) = mpsc::channel();
        let of_thread = Arc::clone(&seen);
        thread::spawn(move || {
            runtime().block_on(async {
                let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
                let address = listener.local_addr().expect("an address");
                send.send(format!("http://{address}")).expect("a receiver");
                serve(&listener, &response, &of_thread).await;
            });
        });
        let url = receive.recv().expect("a server that starts");
        Self { url, seen }
    }

    pub(crate) fn seen(&self) -> MutexGuard<'_, Seen> {
        lock(&self.seen)
    }
}

async fn serve(listener: &TcpListener, response: &Response<Full<Bytes>>, seen: &Arc<Mutex<Seen>>) {
    while let Ok((stream, _)) = listener.accept().await {
        stream.set_nodelay(true).expect("a socket");
        lock(seen).connections += 1;
        let (seen, response) = (Arc::clone(seen), response.clone());
        let service = service_fn(move |request: Request<Incoming>| {
            let line = format!("{} {}", request.method(), request.uri());
            let has_key = request.headers().contains_key("idempotency-key");
            lock(&seen).requests.push((line, has_key));
            let response = response.clone();
            async move {
                // A client may go away before its body has arrived.
                let _ = request.into_body().collect().await;
                Ok::<_, Infallible>(response)
            }
        });
        tokio::spawn(http1::Builder::new().serve_connection(TokioIo::new(stream), service));
    }
}

fn lock(seen: &Mutex<Seen>) -> MutexGuard<'_, Seen> {
    seen.lock().expect("nothing panics while it is locked")
}

/// A runtime of one thread, so that client and server have a core each.
pub(crate) fn runtime() -> Runtime {
    Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime")
}
