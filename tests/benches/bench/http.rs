//! A server, the client, and hyper-util alone, on loopback.

use std::convert::Infallible;
use std::net::SocketAddr;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use bytes::Bytes;
use http::{HeaderValue, Request, Response, Uri, header};
use http_body_util::{BodyExt as _, Full};
use hyper::body::Incoming;
use hyper::service::service_fn;
use hyper_util::client::legacy::Client as HyperClient;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use stripe_identity::{Client, verification_session};
use tokio::runtime::{Builder, Runtime};

use super::{data, types};

const KEY: &str = "sk_test_bench";

/// A runtime of one thread, so that client and server have a core each.
pub(crate) fn runtime() -> Runtime {
    Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime")
}

/// Answers everything with a session, on a thread and a runtime of its own.
pub(crate) fn serve() -> SocketAddr {
    let (tell, told) = mpsc::channel();
    thread::spawn(move || {
        runtime().block_on(async move {
            let listener = tokio::net::TcpListener::bind("127.0.0.1:0")
                .await
                .expect("a port");
            tell.send(listener.local_addr().expect("an address"))
                .expect("somebody waits");
            let body = Bytes::from(data::session());
            while let Ok((stream, _)) = listener.accept().await {
                stream.set_nodelay(true).expect("a socket");
                let body = body.clone();
                let service = service_fn(move |request: Request<Incoming>| {
                    let body = body.clone();
                    async move {
                        request.into_body().collect().await.expect("a body");
                        Ok::<_, Infallible>(answer(body))
                    }
                });
                tokio::spawn(
                    hyper::server::conn::http1::Builder::new()
                        .serve_connection(TokioIo::new(stream), service),
                );
            }
        });
    });
    told.recv().expect("the server starts")
}

fn answer(body: Bytes) -> Response<Full<Bytes>> {
    let mut response = Response::new(Full::new(body));
    let headers = response.headers_mut();
    headers.insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static("application/json"),
    );
    headers.insert(
        "request-id",
        HeaderValue::from_static("req_1NuNAILkdIwHu7ix"),
    );
    headers.insert(
        "stripe-version",
        HeaderValue::from_static("2026-09-30.endive"),
    );
    headers.insert("idempotency-key", HeaderValue::from_static("0b5c5b9c"));
    response
}

/// The client as its users have it.
pub(crate) fn client(server: SocketAddr) -> Client {
    Client::builder(KEY)
        .base_url(format!("http://{server}"))
        .build()
        .expect("the settings are possible")
}

/// Retrieves a session through the client.
pub(crate) async fn through_client(client: &Client) -> usize {
    let session = verification_session::retrieve("vs_1NuNAILkdIwHu7ixh7OtGMLw")
        .send(client)
        .await
        .expect("an answer");
    session.id.as_str().len()
}

/// The reference: hyper-util's client with the settings of the default
/// transport, and a timeout over headers and body.
#[derive(Clone)]
pub(crate) struct Bare {
    client: HyperClient<HttpConnector, Full<Bytes>>,
    server: SocketAddr,
}

impl Bare {
    pub(crate) fn new(server: SocketAddr) -> Self {
        let mut connector = HttpConnector::new();
        connector.set_nodelay(true);
        let client = HyperClient::builder(TokioExecutor::new())
            .timer(TokioTimer::new())
            .pool_timer(TokioTimer::new())
            .pool_idle_timeout(Duration::from_secs(60))
            .build(connector);
        Self { client, server }
    }

    /// Retrieves a session: the same request, decoded into hand-written structs.
    pub(crate) async fn retrieve(&self) -> usize {
        let url = format!(
            "http://{}/v1/identity/verification_sessions/vs_1NuNAILkdIwHu7ixh7OtGMLw",
            self.server
        );
        let mut request = Request::new(Full::default());
        *request.uri_mut() = Uri::try_from(url).expect("a URL");
        let headers = request.headers_mut();
        let key = HeaderValue::from_static("Bearer sk_test_bench");
        headers.insert(header::AUTHORIZATION, key);
        headers.insert(header::ACCEPT, HeaderValue::from_static("application/json"));
        let agent = HeaderValue::from_static("Stripe/v1 stripe-identity/0.1.0");
        headers.insert(header::USER_AGENT, agent);
        let version = HeaderValue::from_static("2026-09-30.endive");
        headers.insert("stripe-version", version);
        let body = tokio::time::timeout(Duration::from_secs(80), async {
            let response = self.client.request(request).await.expect("an answer");
            assert!(response.status().is_success());
            response
                .into_body()
                .collect()
                .await
                .expect("a body")
                .to_bytes()
        });
        let body = body.await.expect("in time");
        let session: types::Session = serde_json::from_slice(&body).expect("a session");
        session.id.len()
    }
}

/// Makes `calls` calls, of which `at_once` are in flight.
pub(crate) async fn many<C: Clone + 'static, F>(
    calls: u64,
    at_once: u64,
    client: &C,
    call: impl Fn(C) -> F + Copy + 'static,
) where
    F: Future<Output = usize> + 'static,
{
    if at_once == 1 {
        for _ in 0..calls {
            std::hint::black_box(call(client.clone()).await);
        }
        return;
    }
    let local = tokio::task::LocalSet::new();
    for task in 0..at_once {
        let client = client.clone();
        let share = calls / at_once + u64::from(task < calls % at_once);
        local.spawn_local(async move {
            for _ in 0..share {
                std::hint::black_box(call(client.clone()).await);
            }
        });
    }
    local.await;
}
