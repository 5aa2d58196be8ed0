use std::collections::VecDeque;
use std::pin::Pin;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll};

use bytes::Bytes;
use http::{HeaderName, HeaderValue};
use http_body::{Body, Frame};
use stripe_runtime::transport::{ResponseBody, TransportFuture};
use stripe_runtime::{Transport, TransportError, TransportErrorKind};

/// What becomes of one request.
pub(crate) enum Outcome {
    Answer {
        status: u16,
        headers: Vec<(String, String)>,
        body: String,
    },
    /// The answer's body breaks off in this way.
    Broken {
        status: u16,
        body: String,
        kind: TransportErrorKind,
    },
    Fail(TransportErrorKind),
    /// Neither answers nor fails.
    Silence,
}

impl Outcome {
    pub(crate) fn json(status: u16, body: &str) -> Self {
        Self::Answer {
            status,
            headers: vec![("Request-Id".into(), "req_script".into())],
            body: body.into(),
        }
    }

    pub(crate) fn session() -> Self {
        Self::json(
            200,
            r#"{"id":"vs_1","object":"identity.verification_session"}"#,
        )
    }

    pub(crate) fn error(status: u16) -> Self {
        Self::json(status, r#"{"error":{"type":"api_error","message":"boom"}}"#)
    }

    pub(crate) fn header(mut self, name: &str, value: &str) -> Self {
        if let Self::Answer { headers, .. } = &mut self {
            headers.push((name.into(), value.into()));
        }
        self
    }
}

/// A transport that does as it is told, and remembers what it was asked.
#[derive(Clone)]
pub(crate) struct Script {
    state: Arc<Mutex<State>>,
}

struct State {
    outcomes: VecDeque<Outcome>,
    requests: Vec<http::Request<Bytes>>,
}

impl Script {
    pub(crate) fn new(outcomes: impl IntoIterator<Item = Outcome>) -> Self {
        let outcomes = outcomes.into_iter().collect();
        Self {
            state: Arc::new(Mutex::new(State {
                outcomes,
                requests: Vec::new(),
            })),
        }
    }

    pub(crate) fn requests(&self) -> Vec<http::Request<Bytes>> {
        self.state.lock().expect("not poisoned").requests.clone()
    }

    /// The one request that was sent.
    pub(crate) fn request(&self) -> http::Request<Bytes> {
        let requests = self.requests();
        assert_eq!(requests.len(), 1, "one request");
        requests.into_iter().next().expect("one request")
    }

    /// A header of every request sent.
    pub(crate) fn header(&self, name: &str) -> Vec<Option<String>> {
        let value = |request: &http::Request<Bytes>| {
            Some(
                request
                    .headers()
                    .get(name)?
                    .to_str()
                    .expect("text")
                    .to_owned(),
            )
        };
        self.requests().iter().map(value).collect()
    }
}

impl Transport for Script {
    fn send(&self, request: http::Request<Bytes>) -> TransportFuture<'_> {
        let mut state = self.state.lock().expect("not poisoned");
        state.requests.push(request);
        let outcome = state.outcomes.pop_front().unwrap_or(Outcome::error(418));
        Box::pin(async move {
            match outcome {
                Outcome::Answer {
                    status,
                    headers,
                    body,
                } => {
                    let mut response = http::Response::new(body.into());
                    *response.status_mut() = status.try_into().expect("a status");
                    for (name, value) in headers {
                        response.headers_mut().insert(
                            HeaderName::try_from(name).expect("a name"),
                            HeaderValue::try_from(value).expect("a value"),
                        );
                    }
                    Ok(response)
                }
                Outcome::Broken { status, body, kind } => {
                    let body = BrokenBody {
                        body: Some(body.into()),
                        kind,
                    };
                    let mut response = http::Response::new(ResponseBody::new(body));
                    *response.status_mut() = status.try_into().expect("a status");
                    Ok(response)
                }
                Outcome::Fail(kind) => Err(kind.into()),
                Outcome::Silence => std::future::pending().await,
            }
        })
    }
}

struct BrokenBody {
    body: Option<Bytes>,
    kind: TransportErrorKind,
}

impl Body for BrokenBody {
    type Data = Bytes;
    type Error = TransportError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, TransportError>>> {
        Poll::Ready(Some(match self.body.take() {
            Some(part) => Ok(Frame::data(part)),
            None => Err(self.kind.into()),
        }))
    }
}
