//! All operations over real sockets, by the default transport, with TLS and without.

use std::io;

use serde_json::{Value, json};
use stripe_identity::verification_report::{self as report, VerificationReportType};
use stripe_identity::verification_session::{
    self as session, CreateOptions, CreateOptionsDocument, UpdateProvidedDetails,
    VerificationSessionStatus, VerificationType,
};
use stripe_identity::{API_VERSION, Clearable, Client, Error, ListOperation, Metadata, Object};
use stripe_identity_tests::example::completed;
use stripe_identity_tests::server::{Reply, Request, Server};
use stripe_identity_tests::tls::Authority;
use stripe_runtime::transport::HyperTransport;
use stripe_runtime::{TransportError, TransportErrorKind};

const KEY: &str = "sk_test_exchanged";

fn client_of(server: &Server) -> Client {
    Client::builder(KEY)
        .base_url(server.url())
        .build()
        .expect("the settings are possible")
}

/// A client that trusts `authority` and asks `host`.
fn secure_client(authority: &Authority, host: &str, port: u16) -> Client {
    // Without proxies of the environment: the server is here.
    let transport = HyperTransport::builder()
        .no_proxy()
        .root_certificates_pem(authority.pem());
    Client::builder(KEY)
        .base_url(format!("https://{host}:{port}"))
        .transport(transport.build().expect("the certificate is one"))
        .build()
        .expect("the settings are possible")
}

fn session_json(id: &str, status: &str) -> Value {
    completed(json!({
        "id": id, "object": "identity.verification_session", "created": 1_790_000_000,
        "livemode": false, "metadata": { "order_id": "6735" }, "status": status, "type": "document"
    }))
}

fn report_json(id: &str) -> Value {
    completed(json!({
        "id": id, "object": "identity.verification_report", "created": 1_790_000_000,
        "livemode": false, "type": "document"
    }))
}

fn page(data: &[Value], has_more: bool) -> Value {
    json!({ "object": "list", "url": "/v1/somewhere", "data": data, "has_more": has_more })
}

fn ok(body: &Value) -> Reply {
    Reply::json(200, &body.to_string())
}

/// What the server answers to [`call_all`].
fn answers() -> Vec<Reply> {
    let listed = ["vs_4", "vs_5"].map(|id| session_json(id, "verified"));
    let answers = [
        session_json("vs_1", "requires_input"),
        session_json("vs_2", "processing"),
        session_json("vs_3", "verified"),
        page(&listed, true),
        session_json("vs_6", "canceled"),
        session_json("vs_7", "verified"),
        report_json("vr_8"),
        page(&[report_json("vr_9")], false),
    ];
    answers.iter().map(ok).collect()
}

/// Every operation in turn; what each gives is what the server answered.
async fn call_all(client: &Client) -> Result<(), Error> {
    let document = CreateOptionsDocument::new().require_live_capture(true);
    let made = session::create()
        .type_(VerificationType::Document)
        .return_url("https://example.com/done?a=b c")
        .metadata([("order_id", "6735")])
        .options(CreateOptions::new().document(document))
        .send(client)
        .await?;
    assert_eq!(
        (made.id.as_str(), &made.metadata["order_id"]),
        ("vs_1", &"6735".to_owned())
    );

    let read = session::retrieve(&made.id)
        .expand(|session| session.verified_outputs())
        .send(client)
        .await?;
    assert_eq!(
        (read.id.as_str(), read.status),
        ("vs_2", VerificationSessionStatus::Processing)
    );

    let changed = session::update(&made.id)
        .metadata(Metadata::new().unset("order_id"))
        .provided_details(UpdateProvidedDetails::new().email("a+b@example.com"))
        .send(client)
        .await?;
    assert_eq!(changed.id, "vs_3");

    let listed = session::list().limit(2).created(5..).send(client).await?;
    let ids: Vec<&str> = listed.iter().map(|session| session.id.as_str()).collect();
    assert_eq!((ids, listed.has_more), (vec!["vs_4", "vs_5"], true));

    let canceled = session::cancel("vs_1").send(client).await?;
    assert_eq!(
        (canceled.id.as_str(), canceled.status),
        ("vs_6", VerificationSessionStatus::Canceled)
    );

    let redacted = session::redact("vs_1").send_with_meta(client).await?;
    assert_eq!(redacted.body.id, "vs_7");
    assert_eq!(redacted.meta.status(), 200);
    assert_eq!(redacted.meta.request_id(), Some("req_server"));
    assert_eq!(redacted.meta.attempts(), 1);
    assert!(redacted.meta.idempotency_key().is_some());

    let report = report::retrieve("vr_1").send_with_meta(client).await?;
    assert_eq!(report.body.id, "vr_8");
    assert_eq!(report.meta.idempotency_key(), None);

    let reports = report::list()
        .type_(VerificationReportType::Document)
        .send(client)
        .await?;
    let ids: Vec<&str> = reports.iter().map(|report| report.id.as_str()).collect();
    assert_eq!((ids, reports.has_more), (vec!["vr_9"], false));
    Ok(())
}

/// Method, path with query, and body of what [`call_all`] sends.
const REQUESTS: [(&str, &str, &str); 8] = [
    (
        "POST",
        "/v1/identity/verification_sessions",
        "metadata%5Border_id%5D=6735&options%5Bdocument%5D%5Brequire_live_capture%5D=true\
         &return_url=https%3A%2F%2Fexample.com%2Fdone%3Fa%3Db%20c&type=document",
    ),
    (
        "GET",
        "/v1/identity/verification_sessions/vs_1?expand%5B0%5D=verified_outputs",
        "",
    ),
    (
        "POST",
        "/v1/identity/verification_sessions/vs_1",
        "metadata%5Border_id%5D=&provided_details%5Bemail%5D=a%2Bb%40example.com",
    ),
    (
        "GET",
        "/v1/identity/verification_sessions?created%5Bgte%5D=5&limit=2",
        "",
    ),
    ("POST", "/v1/identity/verification_sessions/vs_1/cancel", ""),
    ("POST", "/v1/identity/verification_sessions/vs_1/redact", ""),
    ("GET", "/v1/identity/verification_reports/vr_1", ""),
    ("GET", "/v1/identity/verification_reports?type=document", ""),
];

/// That the server was asked what [`call_all`] asks, as `host`.
fn assert_asked_all(requests: &[Request], host: &str) {
    let asked: Vec<_> = requests
        .iter()
        .map(|request| (&*request.method, &*request.target, &*request.body))
        .collect();
    assert_eq!(asked, REQUESTS);
    for request in requests {
        assert_headers(request, host);
    }
}

fn assert_headers(request: &Request, host: &str) {
    let authorization = format!("Bearer {KEY}");
    let length = request.body.len().to_string();
    let is_post = request.method == "POST";
    let form = "application/x-www-form-urlencoded";
    let expected = [
        ("host", Some(host)),
        ("authorization", Some(&*authorization)),
        ("accept", Some("application/json")),
        ("stripe-version", Some(API_VERSION)),
        ("content-type", is_post.then_some(form)),
        ("content-length", is_post.then_some(&*length)),
        ("transfer-encoding", None),
    ];
    for (name, value) in expected {
        let sent: Vec<&str> = (request.headers.iter())
            .filter(|(known, _)| known == name)
            .map(|(_, value)| value.as_str())
            .collect();
        assert_eq!(sent, Vec::from_iter(value), "{name} of {}", request.target);
    }
    assert_eq!(
        request.header("idempotency-key").is_some(),
        is_post,
        "{}",
        request.target
    );
    let user_agent = request.header("user-agent").unwrap_or_default();
    assert!(
        user_agent.starts_with("Stripe/v1 stripe-identity/"),
        "{user_agent}"
    );
}

/// A server, with TLS before it or not, and a client of it, with the host that it names.
async fn exchange(script: Vec<Reply>, tls: bool) -> io::Result<(Server, Client, String)> {
    let server = Server::start(script)?;
    if !tls {
        let host = server.address().to_string();
        let client = client_of(&server);
        return Ok((server, client, host));
    }
    let authority = Authority::new();
    let port = authority.serve("localhost", server.address()).await?;
    let client = secure_client(&authority, "localhost", port);
    Ok((server, client, format!("localhost:{port}")))
}

#[tokio::test]
async fn all_operations_use_one_connection_with_tls_and_without() -> io::Result<()> {
    for tls in [false, true] {
        let (server, client, host) = exchange(answers(), tls).await?;
        call_all(&client).await.unwrap();
        assert_asked_all(&server.requests(), &host);
        assert_eq!(server.connections(), 1);
    }
    Ok(())
}

#[tokio::test]
async fn a_server_that_is_not_trusted_gets_nothing_and_is_not_tried_again() -> io::Result<()> {
    let (authority, other) = (Authority::new(), Authority::new());
    for (trusted, host) in [(&other, "localhost"), (&authority, "stripe.example")] {
        let server = Server::start(answers())?;
        let port = authority.serve(host, server.address()).await?;
        let client = secure_client(trusted, "localhost", port);
        let error = session::create().send(&client).await.unwrap_err();
        assert!(error.is_connection(), "{error}");
        let kind = error.transport_error().map(TransportError::kind);
        assert_eq!(kind, Some(TransportErrorKind::Tls));
        assert_eq!((error.was_sent(), error.status()), (false, None));
        assert_eq!(server.connections(), 0);
    }
    Ok(())
}

#[tokio::test]
async fn an_error_has_what_stripe_says() -> io::Result<()> {
    let body = json!({ "error": {
        "type": "invalid_request_error", "code": "resource_missing", "param": "session",
        "message": "No such session", "doc_url": "https://docs.stripe.com/error-codes"
    } });
    let server = Server::start([Reply::json(404, &body.to_string())])?;
    let error = session::retrieve("vs_1")
        .send(&client_of(&server))
        .await
        .unwrap_err();
    assert!(error.is_invalid_request() && error.is_not_found());
    assert_eq!(error.status().map(|status| status.as_u16()), Some(404));
    assert_eq!(error.type_(), Some("invalid_request_error"));
    assert_eq!(error.code(), Some("resource_missing"));
    assert_eq!(error.param(), Some("session"));
    assert_eq!(error.message(), Some("No such session"));
    assert_eq!(error.doc_url(), Some("https://docs.stripe.com/error-codes"));
    assert_eq!(error.request_id(), Some("req_server"));
    assert_eq!(server.requests().len(), 1);
    Ok(())
}

#[tokio::test]
async fn a_hundred_calls_use_one_connection_with_tls_and_without() -> io::Result<()> {
    for tls in [false, true] {
        let script = vec![ok(&session_json("vs_1", "verified")); 100];
        let (server, client, _) = exchange(script, tls).await?;
        for _ in 0..50 {
            session::retrieve("vs_1").send(&client).await.unwrap();
            let options = CreateOptions::new().document(Clearable::Clear);
            session::create()
                .options(options)
                .send(&client)
                .await
                .unwrap();
        }
        assert_eq!((server.requests().len(), server.connections()), (100, 1));
    }
    Ok(())
}

// Page after page

/// Reads all of a list of six items, two a page, and asserts what was asked for: the filters, and
/// a cursor where there is one.
async fn page_through<L>(list: L, prefix: &str, item: Value, backward: bool, filters: &[&str])
where
    L: ListOperation<Item: Object>,
{
    #[rustfmt::skip]
    let (pages, cursors, expected) = if backward {
        ([[5, 6], [3, 4], [1, 2]], [7, 5, 3].map(|id| format!("ending_before={prefix}{id}")), [6, 5, 4, 3, 2, 1])
    } else {
        ([[1, 2], [3, 4], [5, 6]], [0, 2, 4].map(|id| format!("starting_after={prefix}{id}")), [1, 2, 3, 4, 5, 6])
    };
    let id = |number: i32| format!("{prefix}{number}");
    let replies = pages.map(|numbers| {
        let items = numbers.map(|number| {
            let mut item = item.clone();
            item["id"] = id(number).into();
            item
        });
        ok(&page(&items, numbers != pages[2]))
    });
    let server = Server::start(replies).expect("a port");
    let mut pages = client_of(&server).paginate(list);
    let mut ids = Vec::new();
    while let Some(item) = pages.next().await {
        ids.push(item.expect("the pages are whole").id().as_ref().to_owned());
    }
    assert_eq!(ids, expected.map(id));
    let requests = server.requests();
    let queries = requests.iter().map(|request| {
        let (_, query) = request.target.split_once('?').expect("a query");
        query.to_owned()
    });
    let expected = cursors.map(|cursor| {
        // The first page forward has no cursor.
        let cursor = (!cursor.ends_with("_0")).then_some(&*cursor);
        let mut pairs: Vec<&str> = filters.iter().copied().chain(cursor).collect();
        pairs.sort_unstable();
        pairs.join("&")
    });
    assert_eq!(queries.collect::<Vec<_>>(), expected);
}

#[tokio::test]
async fn sessions_page_after_page() {
    let list = || {
        session::list()
            .limit(2)
            .status("verified")
            .expand(|session| session.verified_outputs())
    };
    let filters = [
        "expand%5B0%5D=data.verified_outputs",
        "limit=2",
        "status=verified",
    ];
    let item = || session_json("vs_0", "verified");
    page_through(list(), "vs_", item(), false, &filters).await;
    page_through(list().ending_before("vs_7"), "vs_", item(), true, &filters).await;
}

#[tokio::test]
async fn reports_page_after_page() {
    let list = || report::list().limit(2).type_("document");
    let filters = ["limit=2", "type=document"];
    page_through(list(), "vr_", report_json("vr_0"), false, &filters).await;
    page_through(
        list().ending_before("vr_7"),
        "vr_",
        report_json("vr_0"),
        true,
        &filters,
    )
    .await;
}

#[tokio::test]
async fn paginate_is_on_the_request_as_well() -> io::Result<()> {
    let one = page(&[session_json("vs_1", "verified")], false);
    let server = Server::start([ok(&one), ok(&page(&[], false))])?;
    let client = client_of(&server);
    let mut sessions = session::list().paginate(&client);
    let first = sessions.next().await.expect("there is one").unwrap();
    assert_eq!(first.id, "vs_1");
    assert!(sessions.next().await.is_none());
    assert!(report::list().paginate(&client).next().await.is_none());
    assert_eq!(server.requests().len(), 2);
    Ok(())
}
