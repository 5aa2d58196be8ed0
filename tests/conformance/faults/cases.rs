//! The faults, a line each: name, who makes it, what the origin does; then what the client makes
//! of it, after how many attempts, of how many requests that the origin saw.

use std::time::Duration;

use stripe_identity::ClientBuilder;
use stripe_identity_conformance::calls::Ask;
use stripe_identity_tests::server::Reply;

use super::case::Network::{SilentAddress, SilentConnections};
use super::case::Through::{Haproxy, Http2, Nginx, Nobody, Nothing};
use super::case::{Case, case};
use stripe_identity_conformance::origin::Act::{self, Answer, Instead, Lose};

const MIB: usize = 1024 * 1024;
const PASS: &str = "proxy_pass http://origin;";
const AS_IT_COMES: &str = "proxy_pass http://origin; proxy_buffering off;";
const AT_ONCE: &str = "option http-no-delay";
/// What is answered with where the body breaks off, or is of a wrong length.
const BODY: &str = r#"{"id": "vs_1", "object": "identity.verification_session"}"#;

pub(crate) fn cases() -> Vec<Case> {
    let groups = [
        plain(),
        slow(),
        broken_off(),
        silent(),
        silent_networks(),
        wrong_length(),
        answer_lost(),
        overloaded(),
        pages(),
        redirects(),
        huge(),
        odd(),
    ];
    groups.into_iter().flatten().collect()
}

/// The last act goes on for ever.
fn then_answer(first: Act) -> [Act; 2] {
    [first, Answer]
}

fn plain() -> Vec<Case> {
    vec![
        case("no fault", Nothing, [Answer], ("session", 1, 1)),
        case("no fault", Nginx(PASS), [Answer], ("session", 1, 1)),
        case("no fault", Haproxy(""), [Answer], ("session", 1, 1)),
    ]
}

fn slow() -> Vec<Case> {
    let latency = || Instead(Reply::json(503, "{}").after(Duration::from_millis(1500)));
    let drip = || Instead(Reply::drip(200, BODY, Duration::from_millis(20)));
    let queue = "limit_req zone=slow burst=9; proxy_pass http://origin;";
    let trickle = "proxy_pass http://origin; limit_rate 400;";
    // The headers pass at once.
    let drops = "proxy_pass http://origin; limit_rate_after 300; limit_rate 1;";
    vec![
        case("latency: a queue", Nginx(queue), [Answer], ("session", 1, 4)).calls(4),
        case("latency: too long, then none", Haproxy(""), then_answer(latency()), ("session", 2, 2)).timeout(1000),
        case("slow drip, in time", Nginx(trickle), [Answer], ("session", 1, 1)),
        case("slow drip, too slow", Nginx(drops), [Answer], ("Timeout 200", 3, 3)).timeout(300),
        case("slow drip, never a pause", Nothing, [drip()], ("Timeout 200", 3, 3)).timeout(300),
        case("slow drip, never a pause", Nginx(AS_IT_COMES), [drip()], ("Timeout 200", 3, 3)).timeout(300),
        case("slow drip, never a pause", Haproxy(AT_ONCE), [drip()], ("Timeout 200", 3, 3)).timeout(300),
    ]
}

fn broken_off() -> Vec<Case> {
    // Only then has nginx read the whole request; to close before that is to reset.
    let closed = "proxy_pass http://nobody; error_page 502 = @drop;";
    let reset = "proxy_pass http://nobody; error_page 502 = @reset;";
    let once = "http-request track-sc0 req.hdr(idempotency-key) table keys
        http-request reject if { sc_http_req_cnt(0) le 1 }";
    let half = || Instead(Reply::truncated(200, BODY));
    let chunk = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"id\"\r\n";
    let chunk = || Instead(Reply::raw(chunk).then_close());
    vec![
        case("nobody listens", Nobody, [Answer], ("Connection Refused", 0, 0)),
        case("reset, always", Nothing, [Instead(Reply::reset())], ("Connection Reset", 3, 3)),
        case("reset, always", Nginx(reset), [Answer], ("Connection Reset", 3, 0)),
        case("reset, once", Nothing, then_answer(Instead(Reply::reset())), ("session", 2, 2)),
        case("no reply, always", Nothing, [Instead(Reply::close())], ("Connection Closed", 3, 3)),
        case("no reply, always", Nginx(closed), [Answer], ("Connection Closed", 3, 0)),
        case("no reply, always", Haproxy("http-request reject"), [Answer], ("Connection Closed", 3, 0)),
        case("no reply, always", Haproxy("tcp-request content reject"), [Answer], ("Connection Closed", 3, 0)),
        case("no reply, once by key", Haproxy(once), [Answer], ("session", 2, 1)),
        case("body breaks off, always", Nothing, [half()], ("Connection Closed 200", 3, 3)),
        case("body breaks off, always", Nginx(PASS), [half()], ("Connection Closed 200", 3, 3)),
        case("body breaks off, always", Haproxy(""), [half()], ("Connection Closed 200", 3, 3)),
        case("body breaks off, once", Nginx(PASS), then_answer(half()), ("session", 2, 2)),
        case("body breaks off, once", Haproxy(""), then_answer(half()), ("session", 2, 2)),
        case("chunks break off, always", Nothing, [chunk()], ("Connection Closed 200", 3, 3)),
        case("chunks break off, always", Nginx(PASS), [chunk()], ("Connection Closed 200", 3, 3)),
        case("chunks break off, always", Haproxy(""), [chunk()], ("Connection Closed 200", 3, 3)),
    ]
}

fn silent() -> Vec<Case> {
    let stall = || Instead(Reply::stall());
    let half = || Instead(Reply::stalled_body(200, BODY));
    let once = "http-request track-sc0 req.hdr(idempotency-key) table keys
        http-request tarpit if { sc_http_req_cnt(0) le 1 }";
    vec![
        case("silence, always", Nothing, [stall()], ("Timeout", 3, 3)).timeout(300),
        case("silence, always", Nginx(PASS), [stall()], ("Timeout", 3, 3)).timeout(300),
        case("silence, always", Haproxy("http-request tarpit"), [Answer], ("Timeout", 3, 0)).timeout(300),
        case("silence, the connection forgotten", Haproxy("http-request silent-drop"), [Answer], (forgotten(), 3, 0)).timeout(300),
        case("silence, once by key", Haproxy(once), [Answer], ("session", 2, 1)).timeout(1000),
        case("stall in the body, always", Nothing, [half()], ("Timeout 200", 3, 3)).timeout(300),
        case("stall in the body, always", Nginx(AS_IT_COMES), [half()], ("Timeout 200", 3, 3)).timeout(300),
        case("stall in the body, always", Haproxy(AT_ONCE), [half()], ("Timeout 200", 3, 3)).timeout(300),
        case("stall in the body, once", Nginx(AS_IT_COMES), then_answer(half()), ("session", 2, 2)).timeout(1000),
    ]
}

/// An address costs no attempt, and all connections that have gone silent cost one.
fn silent_networks() -> Vec<Case> {
    vec![
        case("first address silent", Nothing, [Answer], ("session", 1, 1)).over(SilentAddress).timeout(5000),
        case("first address silent", Http2(PASS), [Answer], ("session", 1, 1)).over(SilentAddress).timeout(5000),
        case("shared connection gone silent", Http2(PASS), [Answer], ("session", 2, 1)).over(SilentConnections(1)).timeout(1000),
        case("three connections gone silent", Nothing, [Answer], ("session", 2, 1)).over(SilentConnections(3)).timeout(1000),
    ]
}

/// Only who may administer the network can forget a connection without a word: haproxy run by
/// another resets it.
fn forgotten() -> &'static str {
    const ADMINISTER_NETWORK: u64 = 1 << 12;
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let mine = status.lines().find_map(|line| line.strip_prefix("CapEff:"));
    let mine = mine.and_then(|mine| u64::from_str_radix(mine.trim(), 16).ok());
    if mine.is_some_and(|mine| mine & ADMINISTER_NETWORK != 0) {
        "Timeout"
    } else {
        "Connection Reset"
    }
}

fn wrong_length() -> Vec<Case> {
    let says = |length: &str| {
        let head = format!("HTTP/1.1 200 OK\r\nContent-Length: {length}\r\n\r\n{BODY}");
        Instead(Reply::raw(head).then_close())
    };
    let two = format!("10\r\nContent-Length: {}", BODY.len());
    let both = format!("{}\r\nTransfer-Encoding: chunked", BODY.len());
    vec![
        case("length too long", Nothing, [says("1000")], ("Connection Closed 200", 3, 3)),
        case("length too long", Nginx(PASS), [says("1000")], ("Connection Closed 200", 3, 3)),
        case("length too long", Haproxy(""), [says("1000")], ("Connection Closed 200", 3, 3)),
        case("length too long, once", Nginx(PASS), then_answer(says("1000")), ("session", 2, 2)),
        case("length too short", Nothing, [says("10")], ("Decode 200", 1, 1)),
        case("length too short", Nginx(PASS), [says("10")], ("Decode 200", 1, 1)),
        case("length too short", Haproxy(""), [says("10")], ("Decode 200", 1, 1)),
        case("two lengths", Nothing, [says(&two)], ("Connection Protocol", 1, 1)),
        case("two lengths", Haproxy(""), [says(&two)], ("Api 502", 3, 3)),
        case("length below zero", Nothing, [says("-1")], ("Connection Protocol", 1, 1)),
        case("length beyond numbers", Nothing, [says("99999999999999999999")], ("Connection Protocol", 1, 1)),
        case("length, and chunks that are none", Nothing, [says(&both)], ("Connection Protocol 200", 3, 3)),
        case("chunks that are none", Nothing, [Instead(Reply::no_chunks())], ("Connection Protocol 200", 3, 3)),
    ]
}

fn answer_lost() -> Vec<Case> {
    let close = || Lose(Reply::close());
    let stall = || Lose(Reply::stall());
    let dropped = "proxy_pass http://origin; proxy_intercept_errors on; error_page 502 = @drop;";
    let impatient = "proxy_pass http://origin; proxy_read_timeout 300ms;";
    let repeats = "proxy_pass http://twice; proxy_next_upstream error non_idempotent;";
    let repeats_too = "retries 3\nretry-on empty-response";
    let refused = "http-response deny deny_status 502";
    vec![
        case("answer lost, once", Nothing, then_answer(close()), ("session", 2, 2)),
        case("answer lost as 502, once", Nginx(PASS), then_answer(close()), ("session", 2, 2)),
        case("answer lost as 502, once", Haproxy(""), then_answer(close()), ("session", 2, 2)),
        case("answer lost as 504, once", Nginx(impatient), then_answer(stall()), ("session", 2, 2)),
        case("answer lost as 504, once", Haproxy("timeout server 300ms"), then_answer(stall()), ("session", 2, 2)),
        case("answer lost without a word, once", Nginx(dropped), then_answer(close()), ("session", 2, 2)),
        case("answer lost in silence, once", Nginx(PASS), then_answer(stall()), ("session", 2, 2)).timeout(1000),
        case("answer lost, always", Nginx(PASS), [close()], ("Api 502", 3, 3)),
        case("answer lost, always", Haproxy(refused), [Answer], ("Api 502", 3, 3)),
        case("answer lost, always", Nginx(dropped), [close()], ("Connection Closed", 3, 3)),
        case("the proxy repeats by itself", Nginx(repeats), then_answer(close()), ("session", 1, 2)),
        case("the proxy repeats by itself", Haproxy(repeats_too), then_answer(close()), ("session", 1, 2)),
    ]
}

fn overloaded() -> Vec<Case> {
    let busy = || Instead(Reply::json(503, "{}"));
    let told = |name, value| Instead(Reply::new(503, &[(name, value)], "{}"));
    let twice = "http-request track-sc0 req.hdr(idempotency-key) table keys
        http-request return status 503 if { sc_http_req_cnt(0) le 2 }";
    let limited = "http-request track-sc0 req.hdr(idempotency-key) table keys
        http-request return status 429 hdr Retry-After 7 if { sc_http_req_cnt(0) le 2 }";
    let denied = "http-request deny deny_status 429";
    let patient: fn(_) -> _ = |builder: ClientBuilder| builder.retry_rate_limited(true);
    vec![
        case("503 twice by key", Haproxy(twice), [Answer], ("session", 3, 1)),
        case("503 twice by key, four calls", Haproxy(twice), [Answer], ("session", 3, 4)).calls(4),
        case("503 twice", Nginx(PASS), [busy(), busy(), Answer], ("session", 3, 3)),
        case("503 always", Nginx(PASS), [busy()], ("Api 503", 3, 3)),
        case("503, Retry-After: 7", Nginx(PASS), then_answer(told("Retry-After", "7")), ("session", 2, 2)).waits(7),
        case("503, Retry-After: a day", Nginx(PASS), then_answer(told("Retry-After", "86400")), ("session", 2, 2)).waits(60),
        case("503, Stripe-Should-Retry: false", Haproxy(""), [told("Stripe-Should-Retry", "false")], ("Api 503", 1, 1)),
        case("429", Haproxy(denied), [Answer], ("RateLimit 429", 1, 0)),
        case("429 twice by key, opted in", Haproxy(limited), [Answer], ("session", 3, 1)).settings(patient).waits(7),
        case("429 always, opted in", Haproxy(denied), [Answer], ("RateLimit 429", 3, 0)).settings(patient),
    ]
}

/// HTML where there should be JSON.
fn pages() -> Vec<Case> {
    let dead = "server dead 127.0.0.1:NOBODY\nuse-server dead if TRUE";
    let small = "client_max_body_size 10; proxy_pass http://origin;";
    let welcome = "default_type text/html; return 200 '<html><body>Welcome</body></html>';";
    let welcome_too = "http-request return status 200 content-type text/html string <html>";
    vec![
        case("502 page, origin dead", Nginx("proxy_pass http://nobody;"), [Answer], ("Api 502", 3, 0)),
        case("503 page, origin dead", Haproxy(dead), [Answer], ("Api 503", 3, 0)),
        case("413 page, body too large", Nginx(small), [Answer], ("Api 413", 1, 0)),
        case("414 page, line too long", Nginx(PASS), [Answer], ("Api 414", 1, 0)).ask(Ask::List(9_000)),
        case("403 page", Nginx("deny all;"), [Answer], ("Permission 403", 1, 0)),
        case("403 page", Haproxy("http-request deny"), [Answer], ("Permission 403", 1, 0)),
        case("401 page", Haproxy("http-request auth"), [Answer], ("Authentication 401", 1, 0)),
        case("404 page", Nginx("return 404;"), [Answer], ("Api 404", 1, 0)),
        case("405 page", Nginx("return 405;"), [Answer], ("Api 405", 1, 0)),
        case("200 page", Nginx(welcome), [Answer], ("Decode 200", 1, 0)),
        case("200 page", Haproxy(welcome_too), [Answer], ("Decode 200", 1, 0)),
        case("204", Nginx("return 204;"), [Answer], ("Decode 204", 1, 0)),
    ]
}

/// To another host, which must see nothing, and least of all the key.
fn redirects() -> Vec<Case> {
    let prefix = "http-request redirect prefix http://localhost:ELSEWHERE";
    let prefix_307 = "http-request redirect prefix http://localhost:ELSEWHERE code 307";
    let to_307 = "return 307 http://localhost:ELSEWHERE$uri;";
    vec![
        case("redirect 301", Nginx("return 301 http://localhost:ELSEWHERE$uri;"), [Answer], ("Api 301", 1, 0)),
        case("redirect 302", Nginx("return 302 http://localhost:ELSEWHERE$uri;"), [Answer], ("Api 302", 1, 0)),
        case("redirect 303", Nginx("return 303 http://localhost:ELSEWHERE$uri;"), [Answer], ("Api 303", 1, 0)),
        case("redirect 307", Nginx(to_307), [Answer], ("Api 307", 1, 0)),
        case("redirect 308", Nginx("return 308 http://localhost:ELSEWHERE$uri;"), [Answer], ("Api 308", 1, 0)),
        case("redirect 302", Haproxy(prefix), [Answer], ("Api 302", 1, 0)),
        case("redirect 307", Haproxy(prefix_307), [Answer], ("Api 307", 1, 0)),
        case("redirect 307 of a list", Nginx(to_307), [Answer], ("Api 307", 1, 0)).ask(Ask::List(9)),
    ]
}

/// Of which at most the limit is read. As it doubles while it grows, three times the limit is
/// held for a moment.
fn huge() -> Vec<Case> {
    let huge = |told| Instead(Reply::huge(100 << 20, told));
    let refusal = || {
        let head = format!("HTTP/1.1 503 X\r\nContent-Length: {}\r\n\r\n", 100 * MIB);
        Instead(Reply::raw(head + &"x".repeat(MIB)).then_close())
    };
    let small: fn(_) -> _ = |builder: ClientBuilder| builder.max_body_bytes(MIB);
    let (limit, peak, one) = (9 * MIB, 26 * MIB, 2 * MIB);
    vec![
        case("100 MB, told", Nothing, [huge(true)], ("Decode 200", 1, 1)).bounds(0, MIB),
        case("100 MB, told", Nginx(AS_IT_COMES), [huge(true)], ("Decode 200", 1, 1)).bounds(0, MIB),
        case("100 MB, told", Haproxy(""), [huge(true)], ("Decode 200", 1, 1)).bounds(0, MIB),
        case("100 MB, in chunks", Nothing, [huge(false)], ("Decode 200", 1, 1)).bounds(limit, peak),
        case("100 MB, in chunks", Nginx(AS_IT_COMES), [huge(false)], ("Decode 200", 1, 1)).bounds(limit, peak),
        case("100 MB, in chunks", Haproxy(""), [huge(false)], ("Decode 200", 1, 1)).bounds(limit, peak),
        case("100 MB, limit of 1 MiB", Nginx(AS_IT_COMES), [huge(false)], ("Decode 200", 1, 1)).settings(small).bounds(one, 5 * MIB),
        case("503 page of 100 MB", Nginx(AS_IT_COMES), [refusal()], ("Api 503", 3, 3)).bounds(0, MIB),
        case("503 page of 100 MB, once", Haproxy(""), then_answer(refusal()), ("session", 2, 2)).bounds(MIB, MIB),
    ]
}

/// What is unusual, and no fault or none of the others.
fn odd() -> Vec<Case> {
    let zipped = "proxy_pass http://inner; proxy_set_header Accept-Encoding gzip;";
    let compression = "compression algo gzip\ncompression type application/json";
    let raw = |text: String| Instead(Reply::raw(text).then_close());
    let interim = "HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\nHTTP/1.1 100 Continue\r\n\r\n";
    let refusal = r#"{"error": {"type": "invalid_request_error", "code": "resource_missing"}}"#;
    let refusal = format!("HTTP/1.1 404 X\r\nContent-Length: {}\r\n\r\n{refusal}", refusal.len());
    let endless = || raw(format!("HTTP/1.0 200 OK\r\n\r\n{BODY}"));
    let garbage = || Instead(Reply::garbage());
    vec![
        case("gzip though not asked for", Nginx(zipped), [Answer], ("Decode 200", 1, 1)),
        case("gzip if asked for", Nginx("proxy_pass http://inner;"), [Answer], ("session", 1, 1)),
        case("gzip if asked for", Haproxy(compression), [Answer], ("session", 1, 1)),
        case("interim answers first", Nothing, [raw(interim.to_owned() + &refusal)], ("InvalidRequest 404", 1, 1)),
        case("interim answers first", Haproxy(""), [raw(interim.to_owned() + &refusal)], ("InvalidRequest 404", 1, 1)),
        case("no length, of another form", Nothing, [endless()], ("Decode 200", 1, 1)),
        case("no length, of another form", Nginx(PASS), [endless()], ("Decode 200", 1, 1)),
        case("not HTTP", Nothing, [garbage()], ("Connection Protocol", 1, 1)),
        // nginx takes it for HTTP/0.9.
        case("not HTTP", Nginx(PASS), [garbage()], ("Connection Protocol", 1, 1)),
        case("not HTTP", Haproxy(""), [garbage()], ("Api 502", 3, 3)),
    ]
}
