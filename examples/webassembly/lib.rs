//! The client in WebAssembly, in a worker or in Node: a transport on `fetch`, and JavaScript's
//! clock, timer and random numbers. Not in a browser's page, where everybody can read the key.
//!
//! `cargo xtask conformance wasm` runs [its test](../node.rs) in Node.
#![cfg(target_family = "wasm")]

use std::io;
use std::time::{Duration, SystemTime};

use js_sys::{Array, Function, Promise, Reflect, Uint8Array};
use send_wrapper::SendWrapper;
use stripe_identity::bytes::Bytes;
use stripe_identity::transport::{
    ResponseBody, TransportError, TransportErrorKind, TransportFuture,
};
use stripe_identity::{Environment, Sleep, Transport, http};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_futures::js_sys::wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{
    AbortController, Headers, RequestInit, RequestRedirect, Response, WorkerGlobalScope,
};

/// What workers, browsers and Node have in common.
fn global() -> WorkerGlobalScope {
    js_sys::global().unchecked_into()
}

/// Sends requests with `fetch`.
#[derive(Clone, Copy, Debug)]
pub struct Fetch;

impl Transport for Fetch {
    fn send(&self, request: http::Request<Bytes>) -> TransportFuture<'_> {
        // A call may move between threads; what belongs to JavaScript may not, and does not.
        Box::pin(SendWrapper::new(fetch(request)))
    }
}

async fn fetch(
    request: http::Request<Bytes>,
) -> Result<http::Response<ResponseBody>, TransportError> {
    let refused = |error| failed(TransportErrorKind::InvalidRequest, &error);
    let closed = |error| failed(TransportErrorKind::Closed, &error);
    let (head, body) = request.into_parts();

    let headers = Headers::new().map_err(refused)?;
    for (name, value) in &head.headers {
        // `fetch` writes the length itself.
        if let (false, Ok(value)) = (name == http::header::CONTENT_LENGTH, value.to_str()) {
            headers.append(name.as_str(), value).map_err(refused)?;
        }
    }
    let abort = AbortOnDrop(AbortController::new().map_err(refused)?);
    let init = RequestInit::new();
    init.set_method(head.method.as_str());
    init.set_headers(&headers);
    init.set_redirect(RequestRedirect::Manual);
    init.set_signal(Some(&abort.0.signal()));
    if !body.is_empty() {
        init.set_body(&Uint8Array::from(&body[..]));
    }

    let sent = global().fetch_with_str_and_init(&head.uri.to_string(), &init);
    // Why it failed, `fetch` does not say: the request may have been sent.
    let received: Response = JsFuture::from(sent).await.map_err(closed)?.unchecked_into();
    let bytes = JsFuture::from(received.array_buffer().map_err(closed)?);
    let bytes = Uint8Array::new(&bytes.await.map_err(closed)?).to_vec();

    let mut response = http::Response::builder().status(received.status());
    for entry in received.headers().entries() {
        let entry: Array = entry.map_err(closed)?.unchecked_into();
        if let (Some(name), Some(value)) = (entry.get(0).as_string(), entry.get(1).as_string()) {
            response = response.header(name, value);
        }
    }
    response
        .body(bytes.into())
        .map_err(|error| TransportError::with_source(TransportErrorKind::Protocol, error))
}

fn failed(kind: TransportErrorKind, error: &JsValue) -> TransportError {
    TransportError::with_source(kind, format!("{error:?}"))
}

/// Ends a request that the client gives up, for example after a timeout.
struct AbortOnDrop(AbortController);

impl Drop for AbortOnDrop {
    fn drop(&mut self) {
        self.0.abort();
    }
}

/// JavaScript's clock, timer and random numbers.
#[derive(Clone, Copy, Debug)]
pub struct JavaScript;

impl Environment for JavaScript {
    fn now(&self) -> SystemTime {
        SystemTime::UNIX_EPOCH + Duration::from_secs_f64(js_sys::Date::now() / 1000.0)
    }

    fn monotonic(&self) -> Duration {
        let performance = global().performance();
        let milliseconds = performance.map_or_else(js_sys::Date::now, |clock| clock.now());
        Duration::from_secs_f64(milliseconds / 1000.0)
    }

    fn sleep(&self, duration: Duration) -> Sleep {
        let milliseconds = duration.as_secs_f64() * 1000.0;
        let mut start = |resolve: Function, _reject| {
            // Not by web-sys: in Node, a timer is no number.
            let set: Function = Reflect::get(&global(), &"setTimeout".into())
                .expect("a global function")
                .unchecked_into();
            set.call2(&global(), &resolve, &milliseconds.into())
                .expect("a timer");
        };
        let slept = JsFuture::from(Promise::new(&mut start));
        Box::pin(SendWrapper::new(async { drop(slept.await) }))
    }

    fn fill_random(&self, bytes: &mut [u8]) -> io::Result<()> {
        let crypto = global().crypto();
        crypto
            .and_then(|crypto| crypto.get_random_values_with_u8_array(bytes))
            .map(drop)
            .map_err(|error| io::Error::other(format!("{error:?}")))
    }
}
