//! Answers to browsers.

use axum::body::Body;
use axum::response::Response;
use http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, REFERRER_POLICY};
use http::{HeaderValue, StatusCode};

pub(crate) const JAVASCRIPT: &str = "text/javascript; charset=utf-8";

/// What a page may load, and who may frame it.
#[derive(Clone, Copy)]
pub(crate) enum Policy {
    /// Nothing; nobody.
    Form,
    /// Its own scripts; anybody, as a modal is shown by the site that is tested.
    Framed,
    /// Its own scripts and styles, and requests to the control interface; nobody.
    Console,
}

impl Policy {
    fn text(self) -> &'static str {
        match self {
            Self::Form => {
                "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; \
                 frame-ancestors 'none'"
            }
            Self::Framed => {
                "default-src 'none'; style-src 'unsafe-inline'; script-src 'self'; \
                 base-uri 'none'"
            }
            Self::Console => {
                "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; \
                 base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
            }
        }
    }
}

pub(crate) fn page(status: StatusCode, policy: Policy, html: String) -> Response {
    let mut response = asset("text/html; charset=utf-8", html);
    *response.status_mut() = status;
    let headers = [
        // The address lets its holder in: it is neither kept nor passed on.
        (REFERRER_POLICY, "no-referrer"),
        (CONTENT_SECURITY_POLICY, policy.text()),
    ];
    let headers = headers.map(|(name, value)| (name, HeaderValue::from_static(value)));
    response.headers_mut().extend(headers);
    response
}

pub(crate) fn asset(content_type: &'static str, body: impl Into<Body>) -> Response {
    let mut response = Response::new(body.into());
    let headers = [(CONTENT_TYPE, content_type), (CACHE_CONTROL, "no-store")];
    let headers = headers.map(|(name, value)| (name, HeaderValue::from_static(value)));
    response.headers_mut().extend(headers);
    response
}
