//! The clients, asked for one thing: what comes of it, and the memory that it takes.

use std::borrow::Cow;
use std::fmt::{Debug, Write as _};
use std::sync::{Arc, LazyLock};
use std::time::Duration;

use allocation_counter::measure;
use stripe_identity::verification_session;
use stripe_identity_conformance::calls::{self, class};
use stripe_identity_conformance::clients::{Kind, Settings};
use stripe_identity_tests::tls::Authority;
use stripe_runtime::{
    Api, Error, FormEncoder, InvalidArgument, Json, Method, Operation, RequestOptions, Response,
};

use super::origin::Origin;
use super::row::CANARY;

/// Which client calls.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Caller {
    Http1(Kind),
    /// The asynchronous client over TLS, where it is offered HTTP/2.
    Http2,
}

/// Certificates of the server that speaks HTTP/2.
static AUTHORITY: LazyLock<Authority> = LazyLock::new(Authority::new);

/// What is asked for.
#[derive(Clone, Copy)]
pub(crate) enum Ask {
    Retrieve,
    List,
    Create,
    /// Something without a type, which may be any JSON.
    Json,
}

/// What came of a call.
pub(crate) struct Told {
    /// `read`, or the class of the error; and the attempts if there are several.
    pub(crate) outcome: String,
    pub(crate) attempts: u32,
    /// The delays between the attempts.
    pub(crate) slept: Vec<Duration>,
    /// All that a program might log of an error: `Display` and `Debug`, and those of its
    /// sources. Of an answer nothing but `Debug`, and that only if it shows too much.
    pub(crate) shown: String,
    /// The most memory that was in use at a time.
    pub(crate) heap: u64,
}

impl Caller {
    pub(crate) fn name(self) -> String {
        match self {
            Self::Http1(kind) => kind.to_string(),
            Self::Http2 => "HTTP/2".to_owned(),
        }
    }

    /// What the server needs to be spoken to.
    pub(crate) fn tls(self) -> Option<Arc<rustls::ServerConfig>> {
        matches!(self, Self::Http2).then(|| AUTHORITY.server(&["127.0.0.1"], &["h2"]))
    }

    pub(crate) fn call(self, origin: &Origin, ask: Ask, mut settings: Settings) -> Told {
        settings.url = format!("http://{}", origin.address());
        let kind = match self {
            Self::Http1(kind) => kind,
            Self::Http2 => {
                settings.url = format!("https://{}", origin.address());
                settings.tls = Some(AUTHORITY.client());
                Kind::Async
            }
        };
        let client = calls::Caller::new(kind, &settings);
        let mut told = match ask {
            Ask::Retrieve => told(|| client.send(&verification_session::retrieve("vs_1"))),
            Ask::List => told(|| client.send(&verification_session::list())),
            Ask::Create => told(|| client.send(&verification_session::create())),
            Ask::Json => told(|| client.send(&AnyJson::default())),
        };
        told.slept = settings.environment.delays();
        told
    }
}

/// Works on this thread alone, where memory is counted.
pub(crate) fn runtime() -> tokio::runtime::Runtime {
    let mut builder = tokio::runtime::Builder::new_current_thread();
    builder.enable_all().build().expect("a runtime")
}

fn told<T: Debug>(call: impl FnOnce() -> Result<Response<T>, Error>) -> Told {
    let mut result = None;
    let heap = measure(|| result = Some(call())).bytes_max;
    let (class, attempts, shown) = match result.expect("the call ended") {
        Ok(response) => {
            // An answer may be as long as it likes.
            let shown = Some(format!("{response:?}")).filter(|shown| shown.contains(CANARY));
            let attempts = response.meta.attempts();
            ("read".to_owned(), attempts, shown.unwrap_or_default())
        }
        Err(error) => (class(&error), error.attempts(), shown(&error)),
    };
    Told {
        outcome: match attempts {
            1 => class,
            _ => format!("{class} x{attempts}"),
        },
        attempts,
        slept: Vec::new(),
        shown,
        heap,
    }
}

/// All that an error shows of itself.
pub(crate) fn shown(error: &Error) -> String {
    let mut shown = format!("{error} {error:?}");
    let mut source = std::error::Error::source(error);
    while let Some(error) = source {
        let _ = write!(shown, " {error} {error:?}");
        source = error.source();
    }
    shown
}

/// An operation that takes any response.
#[derive(Default)]
struct AnyJson(RequestOptions);

impl Operation for AnyJson {
    type Output = Shy;
    const API: &'static Api = &stripe_identity::API;
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/v1/anything";

    fn path(&self) -> Result<Cow<'static, str>, InvalidArgument> {
        Ok(Self::PATH.into())
    }

    fn parameters(&self, _form: &mut FormEncoder) {}

    fn options(&self) -> &RequestOptions {
        &self.0
    }
}

/// JSON that `Debug` does not show: that of `serde_json`'s value is not the client's.
#[derive(serde::Deserialize)]
#[serde(transparent)]
struct Shy(Json);

impl Debug for Shy {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Shy")
            .field("null", &self.0.is_null())
            .finish()
    }
}
