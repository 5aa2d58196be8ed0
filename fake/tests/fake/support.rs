//! What the tests share.

use std::net::SocketAddr;
use std::time::Duration;

use http::{HeaderMap, Method, Request};
use http_body_util::{BodyExt, Full};
use hyper::body::Bytes;
use hyper_util::rt::TokioIo;
use serde_json::Value;
use stripe_identity::{Client, Environment};
use stripe_identity_fake::FakeStripe;
use stripe_runtime::Sleep;
use tokio::net::{TcpSocket, TcpStream};

pub(crate) mod receiver;
pub(crate) mod schema;

pub(crate) const SESSIONS: &str = "/v1/identity/verification_sessions";
pub(crate) const REPORTS: &str = "/v1/identity/verification_reports";

pub(crate) async fn start() -> FakeStripe {
    FakeStripe::start().await.expect("there is a free port")
}

/// A request as any HTTP client could send it, well or badly made.
#[derive(Clone)]
pub(crate) struct Ask {
    method: Method,
    path: String,
    body: String,
    headers: Vec<(&'static str, String)>,
}

/// An answer, already checked against its document.
#[derive(Clone, Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: HeaderMap,
    pub(crate) text: String,
    pub(crate) json: Value,
}

impl Ask {
    pub(crate) fn get(path: impl Into<String>) -> Self {
        Self::new(Method::GET, path.into(), "")
    }

    pub(crate) fn post(path: impl Into<String>, form: &str) -> Self {
        Self::new(Method::POST, path.into(), form)
            .header("content-type", "application/x-www-form-urlencoded")
    }

    pub(crate) fn new(method: Method, path: String, body: &str) -> Self {
        Self {
            method,
            path,
            body: body.to_owned(),
            headers: Vec::new(),
        }
    }

    /// Sets a header; the last one of a name counts.
    pub(crate) fn header(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }

    pub(crate) fn key(self, key: &str) -> Self {
        self.header("authorization", format!("Bearer {key}"))
    }

    /// With the secret key.
    pub(crate) async fn send(self, fake: &FakeStripe) -> Answer {
        let key = fake.secret_key().to_owned();
        self.send_with(fake, &key).await
    }

    pub(crate) async fn send_with(mut self, fake: &FakeStripe, key: &str) -> Answer {
        if !self
            .headers
            .iter()
            .any(|(name, _)| *name == "authorization")
        {
            self = self.key(key);
        }
        let (method, path) = (self.method.clone(), self.path.clone());
        let answer = self.send_anywhere(fake.base_url()).await;
        schema::check(&method, &path, &answer);
        answer
    }

    /// Without a key, and without a check of the answer.
    pub(crate) async fn send_anywhere(self, base_url: &str) -> Answer {
        let (parts, bytes) = self.exchange(base_url).await;
        let text = String::from_utf8(bytes.to_vec()).expect("answers are text");
        Answer {
            status: parts.status.as_u16(),
            headers: parts.headers,
            json: serde_json::from_str(&text).unwrap_or_default(),
            text,
        }
    }

    /// The body of the answer, whatever it is.
    pub(crate) async fn send_bytes(self, base_url: &str) -> Bytes {
        self.exchange(base_url).await.1
    }

    async fn exchange(self, base_url: &str) -> (http::response::Parts, Bytes) {
        let host = base_url.strip_prefix("http://").expect("it is not https");
        let stream = TcpStream::connect(host)
            .await
            .expect("the stand-in listens");
        let (mut sender, connection) = hyper::client::conn::http1::handshake(TokioIo::new(stream))
            .await
            .expect("it speaks HTTP");
        let connection = tokio::spawn(connection);
        let mut request = Request::builder().method(self.method).uri(self.path);
        let headers = request.headers_mut().expect("a test asks for a path");
        headers.insert("host", host.parse().expect("it is a host"));
        for (name, value) in self.headers {
            let value = value.parse().expect("a test gives headers that are some");
            headers.insert(name, value);
        }
        let request = request.body(Full::new(Bytes::from(self.body)));
        let request = request.expect("a test asks for a path");
        let response = sender
            .send_request(request)
            .await
            .expect("the stand-in answers");
        let (parts, body) = response.into_parts();
        let bytes = body
            .collect()
            .await
            .expect("the answer is whole")
            .to_bytes();
        connection.abort();
        (parts, bytes)
    }
}

impl Answer {
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }

    /// Status, code and param of an error, to be compared with a row.
    pub(crate) fn error(&self) -> (u16, &str, &str) {
        let error = &self.json["error"];
        let text = |name: &str| error[name].as_str().unwrap_or_default();
        (self.status, text("code"), text("param"))
    }

    pub(crate) fn id(&self) -> &str {
        self.json["id"].as_str().expect("an object has an id")
    }

    /// The ids of a list's page.
    pub(crate) fn ids(&self) -> Vec<&str> {
        let data = self.json["data"].as_array().expect("a list has data");
        data.iter()
            .filter_map(|object| object["id"].as_str())
            .collect()
    }
}

/// A client that does not wait between attempts, and whose short timeouts end at once.
pub(crate) fn impatient_client(fake: &FakeStripe) -> Client {
    struct Impatient;

    impl Environment for Impatient {
        fn monotonic(&self) -> Duration {
            Duration::ZERO
        }

        fn sleep(&self, duration: Duration) -> Sleep {
            if duration < Duration::from_secs(60) {
                Box::pin(std::future::ready(()))
            } else {
                Box::pin(std::future::pending())
            }
        }
    }

    fake.client_builder(fake.secret_key())
        .expect("there is a transport")
        .environment(Impatient)
        .build()
        .expect("the settings are possible")
}

/// A port that nothing listens on: it is bound, so that nothing else gets it.
pub(crate) struct ClosedPort(TcpSocket);

impl ClosedPort {
    pub(crate) fn new() -> Self {
        let socket = TcpSocket::new_v4().expect("there are sockets");
        let any = SocketAddr::from(([127, 0, 0, 1], 0));
        socket.bind(any).expect("there is a free port");
        Self(socket)
    }

    pub(crate) fn number(&self) -> u16 {
        self.0.local_addr().expect("it is bound").port()
    }
}

/// A new session that asks for a document, and its id.
pub(crate) async fn created(fake: &FakeStripe) -> String {
    let answer = Ask::post(SESSIONS, "type=document").send(fake).await;
    assert_eq!(answer.status, 200, "{}", answer.text);
    answer.id().to_owned()
}
