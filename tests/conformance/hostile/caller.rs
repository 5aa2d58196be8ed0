//! The two clients, asked for one thing, with what they tell and the memory they take.

use std::borrow::Cow;
use std::fmt::{Debug, Write as _};
use std::sync::{Arc, LazyLock, Mutex};
use std::time::{Duration, Instant};

use allocation_counter::measure;
use stripe_identity::verification_session;
use stripe_identity_conformance::authority::Authority;
use stripe_runtime::transport::HyperTransport;
use stripe_runtime::{
    Api, Client, ClientBuilder, Environment, Error, FormEncoder, InvalidArgument, Json, Method,
    Operation, RequestOptions, Response, Sleep,
};

use super::origin::Origin;
use super::row::CANARY;

/// Which client calls.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Caller {
    Asynchronous,
    Blocking,
    /// The asynchronous one over TLS, where it is offered HTTP/2.
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
    /// Something without a type, that may be any JSON.
    Json,
}

/// How the client is set.
pub(crate) struct Settings {
    pub(crate) body_limit: usize,
    pub(crate) timeout: Duration,
    pub(crate) retries: u32,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            body_limit: 8 << 20,
            timeout: Duration::from_secs(10),
            retries: 2,
        }
    }
}

/// What came of a call.
pub(crate) struct Told {
    /// `read`; or kind, class of the transport's error, status and attempts of an error.
    pub(crate) outcome: String,
    pub(crate) attempts: u32,
    /// The delays between the attempts, that were asked for.
    pub(crate) slept: Vec<Duration>,
    /// All that a program might log of an error: `Display` and `Debug`, and those of its
    /// sources. Of an answer nothing but `Debug`, and that only if it tells too much.
    pub(crate) shown: String,
}

impl Caller {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Asynchronous => "HTTP/1.1",
            Self::Blocking => "blocking",
            Self::Http2 => "HTTP/2",
        }
    }

    /// What the server needs in order to be spoken to.
    pub(crate) fn tls(self) -> Option<Arc<rustls::ServerConfig>> {
        matches!(self, Self::Http2).then(|| AUTHORITY.server(&["h2"]))
    }

    /// Calls, and gives the most memory that was in use at a time.
    pub(crate) fn call(self, origin: &Origin, ask: Ask, settings: &Settings) -> (Told, u64) {
        let environment = Impatient::new(settings.timeout);
        let slept = Arc::clone(&environment.slept);
        let mut builder = Client::builder("sk_test_hostile")
            .base_url(format!("http://{}", origin.address()))
            .timeout(settings.timeout)
            .max_retries(settings.retries)
            .max_body_bytes(settings.body_limit)
            .environment(environment);
        if matches!(self, Self::Http2) {
            let tls = HyperTransport::builder().tls_config(AUTHORITY.client());
            builder = builder
                .base_url(format!("https://{}", origin.address()))
                .transport(tls.no_proxy().build().expect("a transport"));
        }
        let (mut told, heap) = match ask {
            Ask::Retrieve => self.send(builder, &verification_session::retrieve("vs_1")),
            Ask::List => self.send(builder, &verification_session::list()),
            Ask::Create => self.send(builder, &verification_session::create()),
            Ask::Json => self.send(builder, &AnyJson::default()),
        };
        told.slept.clone_from(&slept.lock().expect("not poisoned"));
        (told, heap)
    }

    fn send<O: Operation<Output: Debug>>(self, builder: ClientBuilder, ask: &O) -> (Told, u64) {
        match self {
            Self::Asynchronous | Self::Http2 => {
                let runtime = runtime();
                let client = builder.build().expect("a client");
                told(|| runtime.block_on(client.send_with_meta(ask)))
            }
            Self::Blocking => {
                let client = builder.build_blocking().expect("a client");
                told(|| client.send_with_meta(ask))
            }
        }
    }
}

/// Works on this thread alone, where memory is counted.
pub(crate) fn runtime() -> tokio::runtime::Runtime {
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime")
}

fn told<T: Debug>(call: impl FnOnce() -> Result<Response<T>, Error>) -> (Told, u64) {
    let mut result = None;
    let heap = measure(|| result = Some(call()));
    let told = match result.expect("the call ended") {
        Ok(response) => Told {
            outcome: outcome("read", response.meta.attempts()),
            attempts: response.meta.attempts(),
            slept: Vec::new(),
            // An answer may be as long as it likes.
            shown: Some(format!("{response:?}"))
                .filter(|shown| shown.contains(CANARY))
                .unwrap_or_default(),
        },
        Err(error) => Told {
            outcome: outcome(&class(&error), error.attempts()),
            attempts: error.attempts(),
            slept: Vec::new(),
            shown: shown(&error),
        },
    };
    (told, heap.bytes_max)
}

fn outcome(class: &str, attempts: u32) -> String {
    match attempts {
        1 => class.to_owned(),
        _ => format!("{class} x{attempts}"),
    }
}

/// `Decode 200`, `Connection Closed`.
pub(crate) fn class(error: &Error) -> String {
    let mut class = format!("{:?}", error.kind());
    if let Some(transport) = error.transport_error().filter(|_| !error.is_timeout()) {
        let _ = write!(class, " {:?}", transport.kind());
    }
    if let Some(status) = error.status() {
        let _ = write!(class, " {}", status.as_u16());
    }
    class
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

/// The system's time for timeouts, and none for the delays between attempts.
pub(crate) struct Impatient {
    start: Instant,
    timeout: Duration,
    slept: Arc<Mutex<Vec<Duration>>>,
}

impl Impatient {
    pub(crate) fn new(timeout: Duration) -> Self {
        Self {
            start: Instant::now(),
            timeout,
            slept: Arc::default(),
        }
    }
}

impl Environment for Impatient {
    fn monotonic(&self) -> Duration {
        self.start.elapsed()
    }

    fn sleep(&self, duration: Duration) -> Sleep {
        if duration == self.timeout {
            return Box::pin(tokio::time::sleep(duration));
        }
        self.slept.lock().expect("not poisoned").push(duration);
        Box::pin(std::future::ready(()))
    }
}

/// An operation that takes what comes.
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
