//! Traces of calls in OpenTelemetry: a create whose first reply is lost, so that it is sent again.
//!
//! ```sh
//! cargo run --example opentelemetry
//! ```
//!
//! It sends the trace by OTLP over HTTP, here to a collector of its own, which prints what it
//! receives. `OTEL_EXPORTER_OTLP_ENDPOINT` names another one, such as `http://127.0.0.1:4318`.
#![expect(clippy::print_stdout, reason = "what it finds is its output")]

use std::sync::{Arc, Mutex, PoisonError};

use anyhow::Context as _;
use axum::Router;
use axum::extract::State;
use axum::routing::post;
use opentelemetry::trace::TracerProvider as _;
use opentelemetry_http::{Bytes, HttpClient, HttpError, Request, Response};
use opentelemetry_otlp::{Protocol, SpanExporter, WithExportConfig as _, WithHttpConfig as _};
use opentelemetry_sdk::Resource;
use opentelemetry_sdk::trace::SdkTracerProvider;
use serde_json::Value;
use stripe_identity::verification_session::{self, VerificationType};
use stripe_identity_fake::{FakeStripe, Fault};
use tokio::net::TcpListener;
use tracing_subscriber::filter::{LevelFilter, Targets};
use tracing_subscriber::layer::{Layer as _, SubscriberExt as _};
use tracing_subscriber::util::SubscriberInitExt as _;

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let collector = Collector::start().await?;
    let endpoint = stripe_identity_examples::variable("OTEL_EXPORTER_OTLP_ENDPOINT")?;
    let endpoint = endpoint.unwrap_or_else(|| collector.url.clone());
    let traces = export_to(&endpoint)?;

    // A stand-in for Stripe that creates the session, and closes the connection instead of answering.
    let stripe = FakeStripe::builder().real_time().start_blocking()?;
    stripe.handle().fail_next(1, Fault::LoseReply);
    let session = verification_session::create()
        .type_(VerificationType::Document)
        .send(&stripe.client())
        .await
        .context("the session cannot be created")?;
    println!("created a session: {}", session.status);

    // Sends what has not been sent yet.
    traces.shutdown()?;
    print_trace(&collector.spans());
    Ok(())
}

/// Has the spans and events of the client, whose target is `stripe`, sent to a collector.
fn export_to(endpoint: &str) -> anyhow::Result<SdkTracerProvider> {
    let exporter = SpanExporter::builder()
        .with_http()
        .with_http_client(Ureq)
        .with_protocol(Protocol::HttpJson)
        .with_endpoint(format!("{endpoint}/v1/traces"))
        .build()?;
    let traces = SdkTracerProvider::builder()
        .with_batch_exporter(exporter)
        .with_resource(Resource::builder().with_service_name("my-shop").build())
        .build();
    let layer = tracing_opentelemetry::layer()
        .with_tracer(traces.tracer("my-shop"))
        .with_location(false)
        .with_threads(false)
        .with_tracked_inactivity(false)
        .with_target(false);
    let stripe = Targets::new().with_target("stripe", LevelFilter::INFO);
    tracing_subscriber::registry()
        .with(layer.with_filter(stripe))
        .try_init()?;
    Ok(traces)
}

/// Sends with ureq, which blocks: the exporter has a thread of its own.
#[derive(Debug)]
struct Ureq;

#[async_trait::async_trait]
impl HttpClient for Ureq {
    async fn send_bytes(&self, request: Request<Bytes>) -> Result<Response<Bytes>, HttpError> {
        let (head, body) = request.into_parts();
        let (head, mut body) = ureq::run(Request::from_parts(head, &body[..]))?.into_parts();
        Ok(Response::from_parts(head, body.read_to_vec()?.into()))
    }
}

/// Takes the place of a collector. Keeps the spans that it receives.
struct Collector {
    url: String,
    spans: Spans,
}

type Spans = Arc<Mutex<Vec<Value>>>;

impl Collector {
    async fn start() -> anyhow::Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let url = format!("http://{}", listener.local_addr()?);
        let spans = Spans::default();
        let app = Router::new()
            .route("/v1/traces", post(receive))
            .with_state(Arc::clone(&spans));
        tokio::spawn(async { axum::serve(listener, app).await });
        Ok(Self { url, spans })
    }

    fn spans(&self) -> Vec<Value> {
        lock(&self.spans).clone()
    }
}

async fn receive(State(spans): State<Spans>, body: Bytes) -> &'static str {
    let traces: Value = serde_json::from_slice(&body).unwrap_or_default();
    for resource in items(&traces["resourceSpans"]) {
        for scope in items(&resource["scopeSpans"]) {
            lock(&spans).extend(items(&scope["spans"]).cloned());
        }
    }
    "{}"
}

fn lock(spans: &Spans) -> std::sync::MutexGuard<'_, Vec<Value>> {
    spans.lock().unwrap_or_else(PoisonError::into_inner)
}

fn items(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

/// Prints a span below the one that it belongs to, with its attributes and events.
fn print_trace(spans: &[Value]) {
    let of = |parent: &str| -> Vec<&Value> {
        let mut of: Vec<&Value> = spans
            .iter()
            .filter(|span| span["parentSpanId"].as_str().unwrap_or_default() == parent)
            .collect();
        of.sort_by_key(|span| span["startTimeUnixNano"].as_str());
        of
    };
    for call in of("") {
        print("", call);
        for event in items(&call["events"]) {
            print("  event: ", event);
        }
        for request in of(call["spanId"].as_str().unwrap_or_default()) {
            print("  ", request);
        }
    }
}

fn print(indent: &str, told: &Value) {
    println!("\n{indent}{}", told["name"].as_str().unwrap_or_default());
    let mut attributes: Vec<(&str, String)> = items(&told["attributes"])
        .filter_map(|attribute| {
            let value = attribute["value"].as_object()?.values().next()?;
            let text = value.as_str().map_or(value.to_string(), str::to_owned);
            Some((attribute["key"].as_str()?, text))
        })
        .collect();
    attributes.sort();
    for (key, value) in attributes {
        println!(
            "{:indent$}{key}: {value}",
            "",
            indent = indent.len().min(2) + 2
        );
    }
}
