use std::env;

use ::hyper::client::conn::http1;
use bytes::Bytes;
use http::header::{HOST, PROXY_AUTHORIZATION};
use http::{HeaderValue, Method, Request, Uri};
use hyper_util::client::proxy::matcher::{Intercept, Matcher};
use hyper_util::rt::TokioIo;

use super::connection::{RequestBody, Stream};
use super::tcp::Dialer;
use super::{failure, spawn};
use crate::{TransportError, TransportErrorKind};

/// The proxies of the environment.
pub(super) struct Proxies {
    /// The proxy of `https` URLs.
    proxy: Option<Result<Intercept, Unusable>>,
    /// Intercepts all but the hosts of `NO_PROXY`.
    proxied: Matcher,
}

impl Proxies {
    pub(super) fn from_environment() -> Self {
        let proxy = variable("HTTPS_PROXY").or_else(|| variable("ALL_PROXY"));
        let bypassed = variable("NO_PROXY").unwrap_or_default();
        let proxied = Matcher::builder().https("http://proxy").no(bypassed);
        Self {
            proxy: proxy.as_deref().map(parse),
            proxied: proxied.build(),
        }
    }

    /// The proxy that requests to a URL go through.
    pub(super) fn proxy(&self, uri: &Uri) -> Result<Option<&Intercept>, TransportError> {
        let Some(proxy) = &self.proxy else {
            return Ok(None);
        };
        // `http` URLs are local. They are not intercepted.
        if self.proxied.intercept(uri).is_none() {
            return Ok(None);
        }
        match proxy {
            Ok(proxy) => Ok(Some(proxy)),
            Err(Unusable) => Err(TransportError::with_source(
                TransportErrorKind::InvalidRequest,
                "the proxy in the environment is not of the form http://host:port",
            )),
        }
    }
}

/// A variable that is set and not blank, in upper or lower case.
fn variable(name: &str) -> Option<String> {
    [name, &name.to_ascii_lowercase()]
        .into_iter()
        .find_map(|name| {
            let value = env::var_os(name)?;
            let value = value.to_string_lossy().trim().to_owned();
            (!value.is_empty()).then_some(value)
        })
}

/// A proxy of another kind, or not a URL.
struct Unusable;

fn parse(url: &str) -> Result<Intercept, Unusable> {
    let any = Uri::from_static("https://host");
    let proxy = Matcher::builder().https(url).build().intercept(&any);
    let usable = proxy.filter(|proxy| proxy.uri().scheme_str() == Some("http"));
    usable.ok_or(Unusable)
}

/// Connects to a host through a proxy, by `CONNECT`.
pub(super) async fn connect(
    dialer: &Dialer,
    proxy: &Intercept,
    host: &str,
    port: u16,
) -> Result<Stream, TransportError> {
    let uri = proxy.uri();
    let stream = dialer
        .connect(uri.host().unwrap_or_default(), uri.port_u16().unwrap_or(80))
        .await?;
    let stream: Stream = Box::new(stream);
    let refused = |error: &'static str| {
        TransportError::with_source(TransportErrorKind::Connect, error).with_sent(false)
    };
    let destination = format!("{host}:{port}");
    let mut request = Request::new(RequestBody::new(Bytes::new()));
    *request.method_mut() = Method::CONNECT;
    *request.uri_mut() = Uri::try_from(&*destination).map_err(|_| refused("not a host"))?;
    let value = HeaderValue::try_from(destination).map_err(|_| refused("not a host"))?;
    request.headers_mut().insert(HOST, value);
    if let Some(authorization) = proxy.basic_auth() {
        let authorization = authorization.clone();
        request
            .headers_mut()
            .insert(PROXY_AUTHORIZATION, authorization);
    }
    let failed = |error| failure::failed(error, TransportErrorKind::Connect).with_sent(false);
    let (mut sender, connection) = http1::Builder::new()
        .title_case_headers(true)
        .handshake(TokioIo::new(stream))
        .await
        .map_err(failed)?;
    spawn(async { drop(connection.with_upgrades().await) });
    let response = sender.send_request(request).await.map_err(failed)?;
    if !response.status().is_success() {
        let reason = format!(
            "the proxy answered with status {}",
            response.status().as_u16()
        );
        return Err(TransportError::with_source(
            TransportErrorKind::Connect,
            reason,
        ));
    }
    let upgraded = ::hyper::upgrade::on(response).await.map_err(failed)?;
    match upgraded.downcast::<TokioIo<Stream>>() {
        // TLS begins with what the client says.
        Ok(parts) if parts.read_buf.is_empty() => Ok(parts.io.into_inner()),
        _ => Err(refused("the proxy spoke before it was asked")),
    }
}
