//! The blocking client: the same requests, answers and retries.

use std::time::Duration;

use stripe_runtime::transport::HyperTransport;
use stripe_runtime::{
    BlockingClient, Client, Json, RawRequest, RequestOptions, TransportError,
    TransportErrorKind as Kind,
};

use crate::server::{Reply, Server};
use crate::support::environment::TestEnvironment;
use crate::support::operations::{API, ListSessions, retrieve, update};
use crate::support::transport::{Outcome, Script};
use crate::tls;

const SESSION: &str = r#"{"id":"vs_1","object":"identity.verification_session"}"#;

fn ok() -> Reply {
    Reply::json(200, SESSION)
}

fn client(server: &Server) -> BlockingClient {
    BlockingClient::builder("sk_test_blocking")
        .base_url(server.url())
        .environment(TestEnvironment::default())
        .build()
        .expect("fine")
}

#[test]
fn sends_and_reuses_its_connection() {
    let server = Server::start((0..4).map(|_| ok())).unwrap();
    let client = client(&server);
    assert_eq!(client.send(&retrieve("vs_1")).unwrap().id, "vs_1");
    let response = client.send_with_meta(&update("vs_1")).unwrap();
    assert_eq!(
        (response.meta.status().as_u16(), response.meta.attempts()),
        (200, 1)
    );
    client.clone().send(&update("vs_1")).unwrap();
    RawRequest::post(&API, "/v1/x")
        .parameter("a", "b")
        .send_blocking::<Json>(&client)
        .unwrap();
    let requests = server.requests();
    assert_eq!((requests.len(), server.connections()), (4, 1));
    assert_eq!(requests[1].header("content-length"), Some("0"));
    assert_eq!(requests[3].body, "a=b");
    assert_eq!(requests[0].header("accept-encoding"), None);
    assert_eq!(
        requests[0].header("authorization"),
        Some("Bearer sk_test_blocking")
    );
    assert_eq!(
        requests[0].header("user-agent"),
        Some("Stripe/v1 stripe-identity/0.1.0")
    );
}

/// Posts against a script; gives the class of the failure.
fn fails(script: Vec<Reply>, requests: usize, kind: Kind) {
    let server = Server::start(script).expect("a port");
    let options = RequestOptions::new().timeout(Duration::from_millis(150));
    let error = client(&server)
        .send(&update("vs_1").with_options(options))
        .expect_err("fails");
    assert_eq!(
        error.transport_error().map(TransportError::kind),
        Some(kind),
        "{error:?}"
    );
    assert_eq!(server.requests().len(), requests, "{error:?}");
}

#[test]
fn failures() {
    let three = |reply: fn() -> Reply| vec![reply(), reply(), reply()];
    fails(three(Reply::reset), 3, Kind::Reset);
    fails(three(Reply::close), 3, Kind::Closed);
    fails(three(|| Reply::truncated(200, SESSION)), 3, Kind::Closed);
    fails(three(Reply::stall), 3, Kind::Timeout);
    fails(
        three(|| Reply::stalled_body(200, SESSION)),
        3,
        Kind::Timeout,
    );
    fails(
        three(|| Reply::drip(200, SESSION, Duration::from_millis(20))),
        3,
        Kind::Timeout,
    );
    fails(three(Reply::no_chunks), 3, Kind::Protocol);
    fails(vec![Reply::garbage()], 1, Kind::Protocol);
}

#[test]
fn retries_statuses() {
    let server = Server::start([Reply::json(500, "{}"), Reply::reset(), ok()]).unwrap();
    let response = client(&server).send_with_meta(&update("vs_1")).unwrap();
    assert_eq!(response.meta.attempts(), 3);
    let requests = server.requests();
    let key = response.meta.idempotency_key();
    assert!(
        requests
            .iter()
            .all(|request| request.header("idempotency-key") == key)
    );
}

#[test]
fn neither_redirects_nor_floods() {
    let server = Server::start([Reply::redirect("/v1/other")]).unwrap();
    assert_eq!(
        client(&server)
            .send(&update("vs_1"))
            .unwrap_err()
            .status()
            .unwrap(),
        302
    );
    for told in [true, false] {
        let server = Server::start([Reply::huge(100 << 20, told)]).unwrap();
        assert!(
            client(&server)
                .send(&update("vs_1"))
                .unwrap_err()
                .is_decode()
        );
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn tls_by_a_private_authority_and_by_an_unknown_one() {
    let authority = tls::authority(&[]);
    let port = tls::serve(authority.server).await;
    let send = move |transport: HyperTransport| {
        let client = BlockingClient::builder("sk_test")
            .base_url(format!("https://localhost:{port}"))
            .transport(transport)
            .build()
            .unwrap();
        client.send(&retrieve("vs_1"))
    };
    let pem = authority.pem;
    let sending = tokio::task::spawn_blocking(move || {
        let known = HyperTransport::builder()
            .no_proxy()
            .root_certificates_pem(pem);
        let unknown = HyperTransport::builder().no_proxy();
        (send(known.build().unwrap()), send(unknown.build().unwrap()))
    });
    let (known, unknown) = sending.await.unwrap();
    assert_eq!(known.unwrap().id, "vs_1");
    let unknown = unknown.unwrap_err();
    assert_eq!(
        unknown.transport_error().unwrap().kind(),
        Kind::Tls,
        "{unknown:?}"
    );
    assert!(!unknown.was_sent());
}

#[test]
fn pages() {
    let page = |id: &str, more: bool| {
        Outcome::json(
            200,
            &format!(
                r#"{{"object":"list","data":[{{"object":"identity.verification_session","id":"{id}"}}],"has_more":{more}}}"#
            ),
        )
    };
    let script = Script::new([page("vs_2", true), page("vs_1", false)]);
    let client = Client::builder("sk_test")
        .transport(script.clone())
        .build_blocking()
        .unwrap();
    let ids: Vec<String> = client
        .paginate(ListSessions::default())
        .map(|session| session.unwrap().id.to_string())
        .collect();
    assert_eq!(ids, ["vs_2", "vs_1"]);
    assert_eq!(
        script.requests()[1].uri().query(),
        Some("starting_after=vs_2")
    );
}

fn shared<T: Clone + Send + Sync + 'static>(_: &T) {}

#[test]
fn refuses_what_the_other_refuses() {
    let error = BlockingClient::new("sk test").unwrap_err();
    assert_eq!(error.invalid_argument().unwrap().argument(), "api_key");
    let client = BlockingClient::new("sk_test").unwrap();
    assert!(
        client
            .send(&update(".."))
            .unwrap_err()
            .is_invalid_argument()
    );
    shared(&client);
}
