//! A server on loopback that gives every request the same answer and counts.
//!
//! Prints its URL; when its standard input ends, prints as JSON what it has seen, and ends.

use std::convert::Infallible;
use std::io::{self, Read as _, Write as _};
use std::process::ExitCode;
use std::sync::{Arc, Mutex};
use std::thread;

use compare_measure::{canary, data};
use http_body_util::{BodyExt as _, Full};
use hyper::body::{Bytes, Incoming};
use hyper::header::{CONTENT_TYPE, HeaderValue};
use hyper::service::service_fn;
use hyper::{Request, Response, StatusCode};
use hyper_util::rt::TokioIo;
use serde_json::{Value, json};
use tokio::net::TcpListener;

/// More need not be remembered.
const MOST_REQUESTS: usize = 1_000;

#[derive(Debug, Default)]
struct Seen {
    connections: u64,
    requests: Vec<Value>,
}

fn main() -> ExitCode {
    let Some(answer) = std::env::args().nth(1).as_deref().and_then(answer) else {
        let _ = writeln!(io::stderr(), "usage: session | error | html | unavailable");
        return ExitCode::from(2);
    };
    match serve(&answer) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let _ = writeln!(io::stderr(), "error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn answer(name: &str) -> Option<Response<Full<Bytes>>> {
    let (status, content_type, body) = match name {
        "session" => (200, "application/json", data::session()),
        "error" => (402, "application/json", data::error()),
        "html" => (402, "text/html", "<html>No.</html>".to_owned()),
        "unavailable" => (503, "application/json", data::error()),
        _ => return None,
    };
    let mut response = Response::new(Full::new(Bytes::from(body)));
    *response.status_mut() = StatusCode::from_u16(status).ok()?;
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(content_type));
    let id = HeaderValue::from_static(canary::error("request id"));
    headers.insert("request-id", id);
    Some(response)
}

fn serve(answer: &Response<Full<Bytes>>) -> io::Result<()> {
    let seen = Arc::new(Mutex::new(Seen::default()));
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    let told = Arc::clone(&seen);
    runtime.block_on(async {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        writeln!(io::stdout(), "http://{}", listener.local_addr()?)?;
        io::stdout().flush()?;
        thread::spawn(move || tell_at_the_end(&told));
        loop {
            let (stream, _) = listener.accept().await?;
            stream.set_nodelay(true)?;
            lock(&seen).connections += 1;
            let (seen, answer) = (Arc::clone(&seen), answer.clone());
            let service = service_fn(move |request: Request<Incoming>| {
                let (seen, answer) = (Arc::clone(&seen), answer.clone());
                async move {
                    remember(&mut lock(&seen), &request);
                    // A client that goes away has nobody to be told.
                    let _ = request.into_body().collect().await;
                    Ok::<_, Infallible>(answer)
                }
            });
            tokio::spawn(
                hyper::server::conn::http1::Builder::new()
                    .serve_connection(TokioIo::new(stream), service),
            );
        }
    })
}

fn remember(seen: &mut Seen, request: &Request<Incoming>) {
    if seen.requests.len() < MOST_REQUESTS {
        seen.requests.push(json!({
            "method": request.method().as_str(),
            "path": request.uri().to_string(),
            "idempotency_key": request.headers().contains_key("idempotency-key"),
        }));
    }
}

fn tell_at_the_end(seen: &Mutex<Seen>) {
    let _ = io::stdin().read_to_end(&mut Vec::new());
    let seen = lock(seen);
    let told = json!({ "connections": seen.connections, "requests": seen.requests });
    let _ = writeln!(io::stdout(), "{told}");
    let _ = io::stdout().flush();
    std::process::exit(0);
}

fn lock(seen: &Mutex<Seen>) -> std::sync::MutexGuard<'_, Seen> {
    seen.lock().expect("nothing panics while it is held")
}
