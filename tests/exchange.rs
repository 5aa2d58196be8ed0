//! All operations over real sockets, by the default transport, with TLS and without.

use std::io;

use serde_json::{Value, json};
use stripe_identity::verification_report::{self as report, VerificationReportType};
use stripe_identity::verification_session::{
    self as session, CreateOptions, CreateOptionsDocument, UpdateProvidedDetails,
    VerificationSessionStatus, VerificationType,
};
use stripe_identity::{API_VERSION, Clearable, Client, Error, ListOperation, Metadata, Object};
use stripe_identity_tests::document::Document;
use stripe_identity_tests::server::{Reply, Request, Server};
use stripe_identity_tests::tls::Authority;
use stripe_runtime::TransportErrorKind;
use stripe_runtime::transport::HyperTransport;

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
    json!({
        "id": id, "object": "identity.verification_session", "created": 1_790_000_000,
        "livemode": false, "metadata": { "order_id": "6735" }, "status": status, "type": "document"
    })
}

fn report_json(id: &str) -> Value {
    json!({
        "id": id, "object": "identity.verification_report", "created": 1_790_000_000,
        "livemode": false, "type": "document"
    })
}

fn page(data: &[Value], has_more: bool) -> Value {
    json!({ "object": "list", "url": "/v1/somewhere", "data": data, "has_more": has_more })
}

fn ok(body: &Value) -> Reply {
    Reply::json(200, &body.to_string())
}

/// What the server answers to [`call_all`].
fn answers() -> Vec<Reply> {
    vec![
        ok(&session_json("vs_1", "requires_input")),
        ok(&session_json("vs_2", "processing")),
        ok(&session_json("vs_3", "verified")),
        ok(&page(
            &[
                session_json("vs_4", "verified"),
                session_json("vs_5", "verified"),
            ],
            true,
        )),
        ok(&session_json("vs_6", "canceled")),
        ok(&session_json("vs_7", "verified")),
        ok(&report_json("vr_8")),
        ok(&page(&[report_json("vr_9")], false)),
    ]
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
        .expand(["verified_outputs"])
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

#[test]
fn all_operations_of_the_document_are_called() {
    let lines = REQUESTS.map(|(method, target, _)| {
        format!("{method} {}", target.split('?').next().unwrap_or_default())
    });
    for operation in Document::read().operations() {
        let called = lines.iter().any(|line| operation.is_asked_by(line));
        assert!(called, "{} is not called", operation.line);
    }
}

#[tokio::test]
async fn all_operations_over_http() -> io::Result<()> {
    let server = Server::start(answers())?;
    call_all(&client_of(&server)).await.unwrap();
    assert_asked_all(&server.requests(), &server.address().to_string());
    assert_eq!(server.connections(), 1);
    Ok(())
}

#[tokio::test]
async fn all_operations_over_tls_with_a_private_authority() -> io::Result<()> {
    let server = Server::start(answers())?;
    let authority = Authority::new();
    let port = authority.serve("localhost", server.address()).await?;
    call_all(&secure_client(&authority, "localhost", port))
        .await
        .unwrap();
    assert_asked_all(&server.requests(), &format!("localhost:{port}"));
    assert_eq!(server.connections(), 1);
    Ok(())
}

/// That nothing was sent, since the other side is not who it should be, and that it was not tried
/// again.
async fn assert_not_trusted(client: &Client, server: &Server) {
    let error = session::create()
        .send(client)
        .await
        .expect_err("the other side is not trusted");
    assert!(error.is_connection(), "{error}");
    let kind = error
        .transport_error()
        .map(stripe_runtime::TransportError::kind);
    assert_eq!(kind, Some(TransportErrorKind::Tls));
    assert_eq!(error.attempts(), 1);
    assert_eq!(error.status(), None);
    assert_eq!(server.connections(), 0);
}

#[tokio::test]
async fn an_authority_that_is_not_trusted_gets_nothing() -> io::Result<()> {
    let server = Server::start(answers())?;
    let port = Authority::new()
        .serve("localhost", server.address())
        .await?;
    let client = secure_client(&Authority::new(), "localhost", port);
    assert_not_trusted(&client, &server).await;
    Ok(())
}

#[tokio::test]
async fn a_certificate_for_another_host_gets_nothing() -> io::Result<()> {
    let server = Server::start(answers())?;
    let authority = Authority::new();
    let port = authority.serve("stripe.example", server.address()).await?;
    let client = secure_client(&authority, "localhost", port);
    assert_not_trusted(&client, &server).await;
    Ok(())
}

#[tokio::test]
async fn an_error_of_stripes_is_told() -> io::Result<()> {
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

const MANY: usize = 100;

async fn call_many(client: &Client) -> Result<(), Error> {
    for call in 0..MANY {
        if call % 2 == 0 {
            session::retrieve("vs_1").send(client).await?;
        } else {
            let document = Clearable::Clear;
            let options = CreateOptions::new().document(document);
            session::create().options(options).send(client).await?;
        }
    }
    Ok(())
}

#[tokio::test]
async fn a_hundred_calls_use_one_connection() -> io::Result<()> {
    let server = Server::start(vec![ok(&session_json("vs_1", "verified")); MANY])?;
    call_many(&client_of(&server)).await.unwrap();
    assert_eq!((server.requests().len(), server.connections()), (MANY, 1));
    Ok(())
}

#[tokio::test]
async fn a_hundred_calls_use_one_tls_connection() -> io::Result<()> {
    let server = Server::start(vec![ok(&session_json("vs_1", "verified")); MANY])?;
    let authority = Authority::new();
    let port = authority.serve("localhost", server.address()).await?;
    call_many(&secure_client(&authority, "localhost", port))
        .await
        .unwrap();
    assert_eq!((server.requests().len(), server.connections()), (MANY, 1));
    Ok(())
}

// Page after page

/// The ids of everything that a list holds, and the queries that it took.
async fn paged<L>(list: L, pages: [Value; 3]) -> io::Result<(Vec<String>, Vec<String>)>
where
    L: ListOperation<Item: Object>,
{
    let server = Server::start(pages.each_ref().map(ok))?;
    let mut pages = client_of(&server).paginate(list);
    let mut ids = Vec::new();
    while let Some(item) = pages.next().await {
        ids.push(item.expect("the pages are whole").id().as_ref().to_owned());
    }
    let query = |request: &Request| {
        request
            .target
            .split_once('?')
            .map(|(_, query)| query.to_owned())
    };
    Ok((ids, server.requests().iter().filter_map(query).collect()))
}

fn three_pages(item: fn(u32) -> Value, numbers: [[u32; 2]; 3]) -> [Value; 3] {
    let mut left = 3;
    numbers.map(|numbers| {
        left -= 1;
        page(&numbers.map(item), left > 0)
    })
}

const FORWARD: [[u32; 2]; 3] = [[1, 2], [3, 4], [5, 6]];
const BACKWARD: [[u32; 2]; 3] = [[5, 6], [3, 4], [1, 2]];

fn numbered_session(number: u32) -> Value {
    session_json(&format!("vs_{number}"), "verified")
}

fn numbered_report(number: u32) -> Value {
    report_json(&format!("vr_{number}"))
}

#[tokio::test]
async fn sessions_page_after_page() -> io::Result<()> {
    let list = || {
        session::list()
            .limit(2)
            .status("verified")
            .expand(["data.verified_outputs"])
    };
    let filters = |after: &str, before: &str| {
        format!("{before}expand%5B0%5D=data.verified_outputs&limit=2{after}&status=verified")
    };

    let (ids, queries) = paged(list(), three_pages(numbered_session, FORWARD)).await?;
    assert_eq!(ids, ["vs_1", "vs_2", "vs_3", "vs_4", "vs_5", "vs_6"]);
    let asked = ["", "&starting_after=vs_2", "&starting_after=vs_4"];
    assert_eq!(queries, asked.map(|after| filters(after, "")));

    let backward = list().ending_before("vs_7");
    let (ids, queries) = paged(backward, three_pages(numbered_session, BACKWARD)).await?;
    assert_eq!(ids, ["vs_6", "vs_5", "vs_4", "vs_3", "vs_2", "vs_1"]);
    let asked = ["vs_7", "vs_5", "vs_3"].map(|id| format!("ending_before={id}&"));
    assert_eq!(queries, asked.map(|before| filters("", &before)));
    Ok(())
}

#[tokio::test]
async fn reports_page_after_page() -> io::Result<()> {
    let list = || report::list().limit(2).type_("document");

    let (ids, queries) = paged(list(), three_pages(numbered_report, FORWARD)).await?;
    assert_eq!(ids, ["vr_1", "vr_2", "vr_3", "vr_4", "vr_5", "vr_6"]);
    let asked = ["", "&starting_after=vr_2", "&starting_after=vr_4"];
    assert_eq!(
        queries,
        asked.map(|after| format!("limit=2{after}&type=document"))
    );

    let backward = list().ending_before("vr_7");
    let (ids, queries) = paged(backward, three_pages(numbered_report, BACKWARD)).await?;
    assert_eq!(ids, ["vr_6", "vr_5", "vr_4", "vr_3", "vr_2", "vr_1"]);
    let asked = ["vr_7", "vr_5", "vr_3"];
    assert_eq!(
        queries,
        asked.map(|id| format!("ending_before={id}&limit=2&type=document"))
    );
    Ok(())
}

#[tokio::test]
async fn paginate_is_on_the_request_as_well() -> io::Result<()> {
    let server = Server::start([
        ok(&page(&[numbered_session(1)], false)),
        ok(&page(&[], false)),
    ])?;
    let client = client_of(&server);
    let mut sessions = session::list().paginate(&client);
    assert_eq!(
        sessions
            .next()
            .await
            .map(|session| session.unwrap().id.to_string()),
        Some("vs_1".into())
    );
    assert!(sessions.next().await.is_none());
    assert!(report::list().paginate(&client).next().await.is_none());
    assert_eq!(server.requests().len(), 2);
    Ok(())
}
