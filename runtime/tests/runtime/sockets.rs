//! The default transport on real sockets, against a server that misbehaves.

use std::time::Duration;

use stripe_runtime::TransportErrorKind as Kind;
use stripe_runtime::transport::HyperTransport;
use stripe_runtime::{Client, ClientBuilder, Error, ErrorKind, RequestOptions, Response};

use crate::server::{Reply, Server};
use crate::support::environment::NoDelay;
use crate::support::operations::{Session, retrieve, update};
use crate::support::vectors::wait;

const SESSION: &str = r#"{"id":"vs_1","object":"identity.verification_session"}"#;

/// A client whose delays take no time. Its timeouts do not either, so that
/// only tests of those use a clock that goes.
fn client(server: &Server, settings: impl FnOnce(ClientBuilder) -> ClientBuilder) -> Client {
    let builder = Client::builder("sk_test_sockets").base_url(server.url());
    settings(builder).build().expect("fine")
}

/// Posts once against a script. Gives what came of it, after checking how many
/// requests the server saw, and that all carried one key.
fn post(
    script: impl IntoIterator<Item = Reply>,
    requests: usize,
    options: RequestOptions,
) -> Result<Response<Session>, Error> {
    let server = Server::start(script).expect("a port");
    let client = client(&server, |builder| builder.environment(NoDelay::default()));
    let result = wait(client.send_with_meta(&update("vs_1").with_options(options)));
    let seen = server.requests();
    assert_eq!(seen.len(), requests, "{result:?}");
    let key = seen[0].header("idempotency-key").expect("a key");
    assert!(
        seen.iter()
            .all(|request| request.header("idempotency-key") == Some(key))
    );
    let (attempts, told) = match &result {
        Ok(response) => (response.meta.attempts(), response.meta.idempotency_key()),
        Err(error) => (error.attempts(), error.idempotency_key()),
    };
    assert_eq!((attempts as usize, told), (requests, Some(key)));
    result
}

fn plain() -> RequestOptions {
    RequestOptions::new()
}

/// Far below what a delay may be, and enough for loopback.
fn short() -> RequestOptions {
    RequestOptions::new().timeout(Duration::from_millis(150))
}

fn ok() -> Reply {
    Reply::json(200, SESSION)
}

#[test]
fn answers() {
    let response = post([ok()], 1, plain()).unwrap();
    assert_eq!(response.body.id, "vs_1");
    assert_eq!(response.meta.request_id(), Some("req_server"));
}

#[test]
fn what_the_server_sees_of_an_empty_post() {
    let server = Server::start([ok()]).unwrap();
    wait(update("vs_1").send(&client(&server, |b| b))).unwrap();
    let request = server.requests().remove(0);
    assert_eq!(request.method, "POST");
    assert_eq!(request.target, "/v1/identity/verification_sessions/vs_1");
    assert_eq!(request.header("content-length"), Some("0"));
    assert_eq!(
        request.header("content-type"),
        Some("application/x-www-form-urlencoded")
    );
    assert_eq!(
        request.header("authorization"),
        Some("Bearer sk_test_sockets")
    );
    assert_eq!(request.header("transfer-encoding"), None);
}

#[test]
fn a_reset_is_tried_again() {
    assert_eq!(
        post([Reply::reset(), ok()], 2, plain()).unwrap().body.id,
        "vs_1"
    );
}

#[test]
fn a_close_before_the_reply_is_tried_again() {
    assert_eq!(
        post([Reply::close(), ok()], 2, plain()).unwrap().body.id,
        "vs_1"
    );
}

#[test]
fn a_truncated_body_is_tried_again() {
    assert_eq!(
        post([Reply::truncated(200, SESSION), ok()], 2, plain())
            .unwrap()
            .body
            .id,
        "vs_1"
    );
}

#[test]
fn what_fails_every_time_is_told_by_its_class() {
    let failures: [(fn() -> Reply, Kind); 4] = [
        (Reply::reset, Kind::Reset),
        (Reply::close, Kind::Closed),
        (|| Reply::truncated(200, SESSION), Kind::Closed),
        (Reply::no_chunks, Kind::Protocol),
    ];
    for (reply, kind) in failures {
        let error = post([reply(), reply(), reply()], 3, plain()).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Connection);
        assert_eq!(error.transport_error().unwrap().kind(), kind);
    }
}

#[test]
fn nobody_listens() {
    let server = Server::start([]).unwrap();
    let url = server.url();
    drop(server);
    // The listener is gone once a connection to it is refused.
    let address = url.trim_start_matches("http://").to_owned();
    while std::net::TcpStream::connect(&address).is_ok() {}
    let client = Client::builder("sk_test")
        .base_url(url)
        .environment(NoDelay::default())
        .build()
        .unwrap();
    let error = wait(update("vs_1").send(&client)).unwrap_err();
    assert_eq!(error.transport_error().unwrap().kind(), Kind::Refused);
    assert_eq!((error.attempts(), error.was_sent()), (0, false));
}

#[test]
fn garbage_is_no_answer() {
    let error = post([Reply::garbage()], 1, plain()).unwrap_err();
    assert_eq!(error.transport_error().unwrap().kind(), Kind::Protocol);
}

#[test]
fn a_stall_times_out() {
    let error = post([Reply::stall(), Reply::stall(), Reply::stall()], 3, short()).unwrap_err();
    assert!(error.is_timeout());
}

#[test]
fn connecting_has_a_timeout_of_its_own() {
    // Takes the connection, and never answers TLS's first word.
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let client = Client::builder("sk_test")
        .base_url(format!("https://{}", listener.local_addr().unwrap()))
        .connect_timeout(Duration::from_millis(150))
        .max_retries(0)
        .build()
        .unwrap();
    let error = wait(update("vs_1").send(&client)).unwrap_err();
    assert!(error.is_timeout(), "{error:?}");
}

#[test]
fn a_body_that_stalls_times_out() {
    let reply = || Reply::stalled_body(200, SESSION);
    let error = post([reply(), reply(), reply()], 3, short()).unwrap_err();
    assert!(error.is_timeout());
    assert_eq!(error.status().unwrap(), 200);
    assert_eq!(error.request_id(), Some("req_server"));
}

#[test]
fn a_body_that_drips_times_out_though_it_never_pauses_long() {
    let reply = Reply::drip(200, SESSION, Duration::from_millis(20));
    let options = short().max_retries(0);
    assert!(post([reply], 1, options).unwrap_err().is_timeout());
}

#[test]
fn a_body_that_drips_in_time_is_read() {
    let reply = Reply::drip(200, SESSION, Duration::from_millis(1));
    assert_eq!(post([reply], 1, plain()).unwrap().body.id, "vs_1");
}

#[test]
fn html_is_told_by_its_status() {
    let pages = [Reply::html(502), Reply::html(502), Reply::html(502)];
    let error = post(pages, 3, plain()).unwrap_err();
    assert!(error.is_api());
    assert!(error.body_sample().unwrap().starts_with("<html>"));
    assert!(
        post([Reply::html(200)], 1, plain())
            .unwrap_err()
            .is_decode()
    );
}

#[test]
fn redirects_are_not_followed() {
    let elsewhere = Server::start([ok()]).unwrap();
    let error = post([Reply::redirect(&elsewhere.url())], 1, plain()).unwrap_err();
    assert_eq!(error.status().unwrap(), 302);
    assert_eq!(elsewhere.requests().len(), 0);
}

#[test]
fn a_hundred_megabytes_are_refused_while_reading() {
    for told in [true, false] {
        let error = post([Reply::huge(100 << 20, told)], 1, plain()).unwrap_err();
        assert!(error.is_decode(), "{error:?}");
        assert_eq!(error.status().unwrap(), 200);
    }
}

#[test]
fn a_length_over_the_limit_is_refused_before_the_body_comes() {
    let server = Server::start([Reply::stalled_body(200, SESSION)]).unwrap();
    // More than the half that comes, less than the length that is told.
    let client = client(&server, |builder| builder.max_body_bytes(40).max_retries(0));
    assert!(wait(update("vs_1").send(&client)).unwrap_err().is_decode());
}

#[test]
fn scripted_statuses() {
    let script = [Reply::json(500, "{}"), Reply::json(409, "{}"), ok()];
    assert_eq!(post(script, 3, plain()).unwrap().body.id, "vs_1");
    assert!(
        post([Reply::json(429, "{}")], 1, plain())
            .unwrap_err()
            .is_rate_limit()
    );
}

#[test]
fn a_delay_within_the_timeout_is_waited_for() {
    assert!(post([ok().after(Duration::from_millis(50))], 1, plain()).is_ok());
}

#[test]
fn connections_are_reused() {
    let server = Server::start((0..20).map(|_| ok())).unwrap();
    let client = client(&server, |b| b);
    wait(async {
        for _ in 0..10 {
            retrieve("vs_1").send(&client).await.unwrap();
            update("vs_1").send(&client.clone()).await.unwrap();
        }
    });
    assert_eq!((server.requests().len(), server.connections()), (20, 1));
}

#[test]
fn ten_times_the_bound_takes_no_more_connections() {
    let server = Server::start((0..100).map(|_| ok())).unwrap();
    let transport = HyperTransport::builder().max_concurrent_requests(10);
    let client = client(&server, |b| b.transport(transport.build().unwrap()));
    wait(async {
        let mut calls = tokio::task::JoinSet::new();
        for _ in 0..100 {
            let client = client.clone();
            calls.spawn(async move { update("vs_1").send(&client).await.unwrap() });
        }
        while let Some(session) = calls.join_next().await {
            assert_eq!(session.unwrap().id, "vs_1");
        }
    });
    assert_eq!(server.requests().len(), 100);
    assert_eq!(server.connections(), 10);
}

#[test]
fn a_connection_that_the_server_closed_meanwhile_is_no_failure() {
    let server = Server::start([ok(), Reply::close(), ok()]).unwrap();
    let client = client(&server, |b| b.environment(NoDelay::default()));
    wait(async {
        update("vs_1").send(&client).await.unwrap();
        update("vs_1").send(&client).await.unwrap();
    });
}

#[test]
fn a_page_of_many_bytes_is_read() {
    let metadata: Vec<String> = (0..20_000)
        .map(|n| format!(r#""key_{n}":"value {n}""#))
        .collect();
    let body = format!(
        r#"{{"object":"identity.verification_session","id":"vs_1","metadata":{{{}}}}}"#,
        metadata.join(",")
    );
    let response = post([Reply::json(200, &body)], 1, plain()).unwrap();
    assert_eq!(response.body.metadata.len(), 20_000);
}
