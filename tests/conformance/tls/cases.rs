//! The cases, a line each: name, who ends TLS and how, what certificate it shows; then what the
//! client makes of it, after how many attempts, of how many requests that the origin saw.

use stripe_identity_conformance::origin::Act::{Answer, Instead, Lose};
use stripe_identity_tests::server::Reply;

use super::case::By::{Haproxy, Nginx};
use super::case::{By, Case, Shows, case};
use super::certificates::Shown;

const PASS: &str = "proxy_pass http://origin;";
const AS_IT_COMES: &str = "proxy_pass http://origin; proxy_buffering off;";
const NGINX: By = Nginx("ssl", "", PASS);
const HAPROXY: By = Haproxy("ssl", "");
/// A certificate that is refused: at once, and nothing is sent.
const REFUSED: (&str, u32, usize) = ("Connection Tls", 0, 0);
const SESSION: (&str, u32, usize) = ("session", 1, 1);
const BODY: &str = r#"{"id": "vs_1", "object": "identity.verification_session"}"#;

pub(crate) fn cases() -> Vec<Case> {
    [certificates(), versions(), mutual(), handshakes(), http2()].into_iter().flatten().collect()
}

fn certificates() -> Vec<Case> {
    let both = |name, shown, wanted| {
        let told = if wanted == SESSION { "TLSv1.3 HTTP/1.1 localhost" } else { "" };
        [NGINX, HAPROXY].map(|by| case(name, by, shown, wanted).connection(told))
    };
    let mut cases: Vec<Case> = [
        both("private authority", Shown::Right, SESSION),
        both("intermediate authority", Shown::Chain, SESSION),
        both("intermediate authority not shown", Shown::BrokenChain, REFUSED),
        both("expired", Shown::Expired, REFUSED),
        both("not yet valid", Shown::NotYetValid, REFUSED),
        both("wrong host", Shown::WrongHost, REFUSED),
        both("host as the subject only", Shown::NoNames, REFUSED),
        both("unknown authority", Shown::UnknownAuthority, REFUSED),
        both("self-signed", Shown::SelfSigned, REFUSED),
        both("for clients only", Shown::ForClients, REFUSED),
        both("signed by who is no authority", Shown::NoAuthority, REFUSED),
    ]
    .into_iter()
    .flatten()
    .collect();
    cases.push(case("an address for a host", NGINX, Shown::Right, SESSION).at("https://127.0.0.1").connection("TLSv1.3 HTTP/1.1"));
    cases.push(case("wrong host, by address", NGINX, Shown::WrongHost, REFUSED).at("https://127.0.0.1"));
    cases
}

fn versions() -> Vec<Case> {
    let old = "ssl_protocols TLSv1 TLSv1.1; ssl_ciphers ALL:@SECLEVEL=0;";
    vec![
        case("TLS 1.2 only", Nginx("ssl", "ssl_protocols TLSv1.2;", PASS), Shown::Right, SESSION).connection("TLSv1.2 HTTP/1.1 localhost"),
        case("TLS 1.2 only", Haproxy("ssl ssl-max-ver TLSv1.2", ""), Shown::Right, SESSION).connection("TLSv1.2 HTTP/1.1 localhost"),
        case("TLS 1.2 only, expired", Nginx("ssl", "ssl_protocols TLSv1.2;", PASS), Shown::Expired, REFUSED),
        case("TLS 1.2 only, unknown authority", Haproxy("ssl ssl-max-ver TLSv1.2", ""), Shown::UnknownAuthority, REFUSED),
        case("TLS 1.3 only", Nginx("ssl", "ssl_protocols TLSv1.3;", PASS), Shown::Right, SESSION).connection("TLSv1.3 HTTP/1.1 localhost"),
        case("TLS 1.1 at most", Nginx("ssl", old, PASS), Shown::Right, REFUSED),
        case("TLS 1.1 at most", Haproxy("ssl ssl-min-ver TLSv1.0 ssl-max-ver TLSv1.1 ciphers ALL:@SECLEVEL=0", ""), Shown::Right, REFUSED),
        case("TLS 1.2 with CBC only", Nginx("ssl", "ssl_protocols TLSv1.2; ssl_ciphers ECDHE-ECDSA-AES128-SHA;", PASS), Shown::Right, REFUSED),
    ]
}

fn mutual() -> Vec<Case> {
    let asks = "ssl_verify_client on; ssl_client_certificate CERTS/known.pem;";
    let asks_too = "ssl verify required ca-file CERTS/known.pem";
    // In TLS 1.3 the refusal comes after the handshake, and a reset may overtake it.
    let asks_before = "ssl verify required ca-file CERTS/known.pem ssl-max-ver TLSv1.2";
    let told = "TLSv1.3 HTTP/1.1 localhost";
    vec![
        case("mutual TLS", Nginx("ssl", asks, PASS), Shown::Right, SESSION).shows(Shows::Known).connection(told),
        case("mutual TLS", Haproxy(asks_too, ""), Shown::Right, SESSION).shows(Shows::Known).connection(told),
        case("mutual TLS, nothing shown", Nginx("ssl", asks, PASS), Shown::Right, ("Api 400", 1, 0)),
        case("mutual TLS, nothing shown", Haproxy(asks_before, ""), Shown::Right, REFUSED),
        case("mutual TLS, unknown client", Nginx("ssl", asks, PASS), Shown::Right, ("Api 400", 1, 0)).shows(Shows::Unknown),
        case("mutual TLS, unknown client", Haproxy(asks_before, ""), Shown::Right, REFUSED).shows(Shows::Unknown),
        case("mutual TLS, unknown server", Nginx("ssl", asks, PASS), Shown::UnknownAuthority, REFUSED).shows(Shows::Known),
    ]
}

fn handshakes() -> Vec<Case> {
    // Once the client's first word was read.
    let closes = "mode tcp\ntcp-request inspect-delay 60s\ntcp-request content reject if { req.len gt 0 }";
    let waits = "mode tcp\ntcp-request inspect-delay 60s\ntcp-request content accept if { req.len gt 100000 }";
    let to_http = "return 301 http://localhost:ELSEWHERE$uri;";
    vec![
        case("HTTP where there should be TLS", Nginx("", "", PASS), Shown::Right, REFUSED),
        case("HTTP where there should be TLS", Haproxy("", ""), Shown::Right, REFUSED),
        case("TLS where there should be HTTP", NGINX, Shown::Right, ("Api 400", 1, 0)).at("http://127.0.0.1"),
        case("closed in the handshake", Haproxy("", closes), Shown::Right, ("Connection Closed", 0, 0)),
        case("silence in the handshake", Haproxy("", waits), Shown::Right, ("Timeout", 0, 0)).timeout(300),
        case("redirect to http", Nginx("ssl", "", to_http), Shown::Right, ("Api 301", 1, 0)),
    ]
}

/// By ALPN.
fn http2() -> Vec<Case> {
    let h2 = |server, location| Nginx("ssl http2", server, location);
    let h2_too = |lines| Haproxy("ssl alpn h2,http/1.1", lines);
    let told = "TLSv1.3 HTTP/2.0 localhost";
    let dropped = "proxy_pass http://origin; proxy_intercept_errors on; error_page 502 = @drop;";
    let half = || Instead(Reply::truncated(200, BODY));
    let stalled = || Instead(Reply::stalled_body(200, BODY));
    let huge = || Instead(Reply::huge(100 << 20, false));
    vec![
        case("HTTP/2", h2("", PASS), Shown::Right, SESSION).connection(told),
        case("HTTP/2", h2_too(""), Shown::Right, SESSION).connection(told),
        case("HTTP/2 not offered", Haproxy("ssl alpn http/1.1", ""), Shown::Right, SESSION).connection("TLSv1.3 HTTP/1.1 localhost"),
        case("HTTP/2 over TLS 1.2", h2("ssl_protocols TLSv1.2;", PASS), Shown::Right, SESSION).connection("TLSv1.2 HTTP/2.0 localhost"),
        case("HTTP/2 only", Haproxy("ssl alpn h2", ""), Shown::Right, SESSION).connection(told),
        case("HTTP/2, expired", h2("", PASS), Shown::Expired, REFUSED),
        case("HTTP/2: answer lost as 502, once", h2("", PASS), Shown::Right, ("session", 2, 2)).plays([Lose(Reply::close()), Answer]).connection(told),
        // haproxy refuses the stream, so each attempt sends it twice more; over HTTP/1.1 it says 502.
        case("HTTP/2: answer lost, once", h2_too(""), Shown::Right, ("session", 1, 2)).plays([Lose(Reply::close()), Answer]).connection(told),
        case("HTTP/2: answer lost, always", h2_too(""), Shown::Right, ("Connection Closed", 3, 9)).plays([Lose(Reply::close())]),
        case("HTTP/2: stream given up, always", h2("", dropped), Shown::Right, ("Connection Closed", 3, 3)).plays([Lose(Reply::close())]),
        case("HTTP/2: stream given up, once", h2("", dropped), Shown::Right, ("session", 2, 2)).plays([Lose(Reply::close()), Answer]).connection(told),
        case("HTTP/2: refused", h2_too("http-request reject"), Shown::Right, ("Connection Closed", 3, 0)),
        case("HTTP/2: body breaks off, always", h2("", PASS), Shown::Right, ("Connection Closed 200", 3, 3)).plays([half()]),
        case("HTTP/2: body breaks off, always", h2_too(""), Shown::Right, ("Connection Closed 200", 3, 3)).plays([half()]),
        case("HTTP/2: body breaks off, once", h2("", PASS), Shown::Right, ("session", 2, 2)).plays([half(), Answer]).connection(told),
        case("HTTP/2: stall in the body, always", h2("", AS_IT_COMES), Shown::Right, ("Timeout 200", 3, 3)).plays([stalled()]).timeout(400),
        case("HTTP/2: silence, always", h2("", PASS), Shown::Right, ("Timeout", 3, 3)).plays([Instead(Reply::stall())]).timeout(400),
        case("HTTP/2: 100 MB", h2("", AS_IT_COMES), Shown::Right, ("Decode 200", 1, 1)).plays([huge()]),
        case("HTTP/2: 100 MB", h2_too(""), Shown::Right, ("Decode 200", 1, 1)).plays([huge()]),
        case("HTTP/2: origin dead", h2("", "proxy_pass http://127.0.0.1:1;"), Shown::Right, ("Api 502", 3, 0)),
    ]
}
