//! TLS with a private certificate authority, HTTP/2 where it is offered, and
//! a proxy.

use std::sync::Arc;

use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, IsCa, KeyPair};
use stripe_runtime::transport::HyperTransport;
use stripe_runtime::{Client, TransportErrorKind};
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::crypto::ring::default_provider;
use tokio_rustls::rustls::pki_types::PrivateKeyDer;
use tokio_rustls::server::TlsStream;

use crate::support::operations::retrieve;

/// A certificate authority of our own, and a server's certificate by it.
pub(crate) struct Authority {
    pub(crate) pem: String,
    pub(crate) server: ServerConfig,
}

/// The protocol that the client prefers.
pub(crate) const PREFERRED: &[&[u8]] = if cfg!(feature = "http2") {
    &[b"h2"]
} else {
    &[b"http/1.1"]
};

pub(crate) fn authority(protocols: &[&[u8]]) -> Authority {
    let mut params = CertificateParams::new(Vec::new()).expect("params");
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    let issuer =
        CertifiedIssuer::self_signed(params, KeyPair::generate().expect("a key")).expect("a CA");
    let key = KeyPair::generate().expect("a key");
    let leaf = CertificateParams::new(vec!["localhost".to_owned()])
        .expect("params")
        .signed_by(&key, &issuer)
        .expect("a certificate");
    let key = PrivateKeyDer::try_from(key.serialize_der()).expect("a key");
    let mut server = ServerConfig::builder_with_provider(Arc::new(default_provider()))
        .with_safe_default_protocol_versions()
        .expect("versions")
        .with_no_client_auth()
        .with_single_cert(vec![leaf.der().clone()], key)
        .expect("a server");
    server.alpn_protocols = protocols.iter().map(|protocol| protocol.to_vec()).collect();
    Authority {
        pem: issuer.pem(),
        server,
    }
}

/// Answers every request over TLS with a session, and tells the HTTP version.
pub(crate) async fn serve(server: ServerConfig) -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let port = listener.local_addr().expect("an address").port();
    let acceptor = TlsAcceptor::from(Arc::new(server));
    tokio::spawn(async move {
        while let Ok((tcp, _)) = listener.accept().await {
            let Ok(tls) = acceptor.accept(tcp).await else {
                continue;
            };
            tokio::spawn(answer(tls));
        }
    });
    port
}

/// Answers every request of one connection.
pub(crate) async fn answer(tls: TlsStream<TcpStream>) {
    let http2 = tls.get_ref().1.alpn_protocol() == Some(b"h2");
    let service =
        hyper::service::service_fn(|request: http::Request<hyper::body::Incoming>| async move {
            let version = format!("{:?}", request.version());
            let body = r#"{"id":"vs_1","object":"identity.verification_session"}"#.to_owned();
            let mut response = http::Response::new(body);
            response
                .headers_mut()
                .insert("x-version", version.parse().expect("text"));
            Ok::<_, std::convert::Infallible>(response)
        });
    let io = hyper_util::rt::TokioIo::new(tls);
    if http2 {
        // A client without the feature does not offer it.
        #[cfg(feature = "http2")]
        let _ = hyper::server::conn::http2::Builder::new(hyper_util::rt::TokioExecutor::new())
            .serve_connection(io, service)
            .await;
        return;
    }
    let _ = hyper::server::conn::http1::Builder::new()
        .serve_connection(io, service)
        .await;
}

pub(crate) fn client(port: u16, pem: Option<&str>, key: &str) -> Client {
    let mut transport = HyperTransport::builder().no_proxy();
    if let Some(pem) = pem {
        transport = transport.root_certificates_pem(pem);
    }
    Client::builder(key)
        .base_url(format!("https://localhost:{port}"))
        .transport(transport.build().expect("a transport"))
        .build()
        .expect("a client")
}

async fn version(protocols: &[&[u8]]) -> String {
    let authority = authority(protocols);
    let port = serve(authority.server).await;
    let client = client(port, Some(&authority.pem), "sk_test");
    let response = client
        .send_with_meta(&retrieve("vs_1"))
        .await
        .expect("an answer");
    assert_eq!(response.body.id, "vs_1");
    response.meta.headers()["x-version"]
        .to_str()
        .expect("text")
        .to_owned()
}

#[tokio::test]
async fn http1_over_a_private_authority() {
    assert_eq!(version(&[b"http/1.1"]).await, "HTTP/1.1");
    assert_eq!(version(&[]).await, "HTTP/1.1");
}

#[tokio::test]
async fn http2_where_tls_offers_it() {
    let expected = if cfg!(feature = "http2") {
        "HTTP/2.0"
    } else {
        "HTTP/1.1"
    };
    assert_eq!(version(&[b"h2", b"http/1.1"]).await, expected);
}

#[tokio::test]
async fn an_unknown_authority_is_refused_and_not_tried_again() {
    let port = serve(authority(&[]).server).await;
    let error = retrieve("vs_1")
        .send(&client(port, None, "sk_test"))
        .await
        .unwrap_err();
    assert_eq!(
        error.transport_error().unwrap().kind(),
        TransportErrorKind::Tls,
        "{error:?}"
    );
    assert!(!error.was_sent());
}

#[test]
fn what_is_no_certificate_is_refused() {
    for pem in [
        "",
        "no pem",
        "-----BEGIN CERTIFICATE-----\n!\n-----END CERTIFICATE-----",
    ] {
        let error = HyperTransport::builder()
            .root_certificates_pem(pem)
            .build()
            .unwrap_err();
        assert_eq!(
            error.invalid_argument().unwrap().argument(),
            "root_certificates"
        );
    }
}

/// Run by the test below in a process of its own, whose environment names a
/// proxy.
#[cfg(feature = "proxy")]
#[tokio::test]
async fn child_through_a_proxy() {
    let (Ok(port), Ok(pem)) = (std::env::var("CHILD_PORT"), std::env::var("CHILD_PEM")) else {
        return;
    };
    let transport = HyperTransport::builder()
        .root_certificates_pem(pem)
        .build()
        .unwrap();
    let client = Client::builder("sk_test")
        .base_url(format!("https://localhost:{port}"))
        .transport(transport)
        .build()
        .unwrap();
    retrieve("vs_1").send(&client).await.unwrap();
}

#[cfg(feature = "proxy")]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_proxy_of_the_environment_tunnels() {
    use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};

    let authority = authority(&[]);
    let port = serve(authority.server).await;
    let proxy = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://user:pass@{}", proxy.local_addr().unwrap());
    let tunnelled = tokio::spawn(async move {
        let (mut client, _) = proxy.accept().await.unwrap();
        let mut head = Vec::new();
        while !head.ends_with(b"\r\n\r\n") {
            head.push(client.read_u8().await.unwrap());
        }
        let mut server = tokio::net::TcpStream::connect(("127.0.0.1", port))
            .await
            .unwrap();
        client.write_all(b"HTTP/1.1 200 OK\r\n\r\n").await.unwrap();
        let _ = tokio::io::copy_bidirectional(&mut client, &mut server).await;
        String::from_utf8(head).unwrap()
    });
    let child = tokio::task::spawn_blocking(move || {
        std::process::Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "tls::child_through_a_proxy", "--nocapture"])
            .env("CHILD_PORT", port.to_string())
            .env("CHILD_PEM", authority.pem)
            .env("HTTPS_PROXY", url)
            .env_remove("NO_PROXY")
            .env_remove("no_proxy")
            .output()
            .unwrap()
    });
    let output = child.await.unwrap();
    assert!(output.status.success(), "{output:?}");
    let head = tunnelled.await.unwrap();
    assert!(
        head.starts_with(&format!("CONNECT localhost:{port} HTTP/1.1\r\n")),
        "{head}"
    );
    assert!(
        head.contains("Proxy-Authorization: Basic dXNlcjpwYXNz\r\n"),
        "{head}"
    );
}
