use std::future::{Future, poll_fn};
use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use http::Uri;
use hyper_rustls::{HttpsConnector, MaybeHttpsStream};
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::client::legacy::connect::proxy::Tunnel;
use hyper_util::client::proxy::matcher::Matcher;
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;
use tower_service::Service;

type BoxError = Box<dyn std::error::Error + Send + Sync>;
type Connecting<T> = Pin<Box<dyn Future<Output = Result<T, BoxError>> + Send>>;

/// Connects, through a proxy where the environment asks for one, with TLS,
/// within a time.
///
/// One behind a pointer, since hyper's client copies its connector for every
/// request, connected already or not.
#[derive(Clone)]
pub(super) struct Connector {
    inner: Arc<Inner>,
}

struct Inner {
    tls: HttpsConnector<Dialer>,
    timeout: Duration,
}

impl Connector {
    pub(super) fn new(tls: rustls::ClientConfig, timeout: Duration, proxies: bool) -> Self {
        let mut http = HttpConnector::new();
        http.enforce_http(false);
        http.set_nodelay(true);
        let matcher = proxies.then(|| Arc::new(Matcher::from_env()));
        let tls = HttpsConnector::from((Dialer { http, matcher }, tls));
        Self {
            inner: Arc::new(Inner { tls, timeout }),
        }
    }
}

impl Service<Uri> for Connector {
    type Response = MaybeHttpsStream<TokioIo<TcpStream>>;
    type Error = BoxError;
    type Future = Connecting<Self::Response>;

    fn poll_ready(&mut self, _cx: &mut Context<'_>) -> Poll<Result<(), BoxError>> {
        // What connects is always ready, and is a copy of its own below.
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, destination: Uri) -> Self::Future {
        let mut tls = self.inner.tls.clone();
        let timeout = self.inner.timeout;
        Box::pin(async move {
            let connecting = async move {
                poll_fn(|cx| tls.poll_ready(cx)).await?;
                tls.call(destination).await
            };
            match tokio::time::timeout(timeout, connecting).await {
                Ok(connected) => connected,
                Err(_) => {
                    Err(io::Error::new(io::ErrorKind::TimedOut, "connecting took too long").into())
                }
            }
        })
    }
}

/// TCP to the destination, or to the proxy that is to tunnel to it.
#[derive(Clone)]
struct Dialer {
    http: HttpConnector,
    matcher: Option<Arc<Matcher>>,
}

impl Service<Uri> for Dialer {
    type Response = TokioIo<TcpStream>;
    type Error = BoxError;
    type Future = Connecting<Self::Response>;

    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), BoxError>> {
        self.http.poll_ready(cx).map_err(BoxError::from)
    }

    fn call(&mut self, destination: Uri) -> Self::Future {
        // Plain http goes to loopback only, where no proxy belongs.
        let proxy = match &self.matcher {
            Some(matcher) if destination.scheme_str() == Some("https") => {
                matcher.intercept(&destination)
            }
            _ => None,
        };
        let Some(proxy) = proxy else {
            let connecting = self.http.call(destination);
            return Box::pin(async move { connecting.await.map_err(BoxError::from) });
        };
        if proxy.uri().scheme_str() != Some("http") {
            let error = io::Error::new(
                io::ErrorKind::Unsupported,
                "the proxy that the environment names is not an http:// one",
            );
            return Box::pin(std::future::ready(Err(error.into())));
        }
        let mut tunnel = Tunnel::new(proxy.uri().clone(), self.http.clone());
        if let Some(auth) = proxy.basic_auth() {
            tunnel = tunnel.with_auth(auth.clone());
        }
        let connecting = tunnel.call(destination);
        Box::pin(async move { connecting.await.map_err(BoxError::from) })
    }
}
