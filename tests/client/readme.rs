//! The code on the front page, run: each file in `readme/` is one of its
//! blocks, word by word, and does here what the page says.
#![expect(clippy::print_stdout, reason = "as the examples are")]

use std::collections::BTreeMap;
use std::io::{self, Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};

use serde_json::{Value, json};
use stripe_identity::webhook::TestSignature;
use stripe_identity::{Client, Timestamp};
use stripe_identity_tests::example::completed;
use stripe_identity_tests::server::{Reply, Request, Server};
use stripe_identity_tests::tls::Authority;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpListener;

mod create {
    include!("readme/create.rs");

    pub(super) fn run() -> Result<(), Box<dyn std::error::Error>> {
        main()
    }
}

mod retrieve {
    include!("readme/retrieve.rs");

    pub(super) async fn run(client: &Client, id: &str) -> Result<Option<String>, Error> {
        name_on_document(client, id).await
    }
}

mod list_all {
    include!("readme/list_all.rs");

    pub(super) async fn run(client: &Client) -> Result<Vec<String>, Error> {
        verified_this_week(client).await
    }
}

mod webhook_handler {
    include!("readme/webhook.rs");

    pub(super) fn run(secret: &str) -> Result<Router, Error> {
        router(secret)
    }
}

const FRONT_PAGE: &str = include_str!("../../README.md");
const REGISTRY_PAGE: &str = include_str!("../../generated/README.md");

/// The blocks of Rust on a page.
fn blocks(page: &str) -> Vec<&str> {
    let from = |start: &'static str| page.split(start).skip(1);
    from("```rust\n")
        .chain(from("```rust,no_run\n"))
        .filter_map(|block| block.split("```").next())
        .collect()
}

#[test]
fn the_pages_hold_what_is_run_and_nothing_else() {
    let create = include_str!("readme/create.rs");
    let mut run = [
        create,
        include_str!("readme/retrieve.rs"),
        include_str!("readme/list_all.rs"),
        include_str!("readme/webhook.rs"),
    ];
    let mut shown = blocks(FRONT_PAGE);
    run.sort_unstable();
    shown.sort_unstable();
    assert_eq!(shown, run);
    assert_eq!(blocks(REGISTRY_PAGE), [create]);
}

fn session(number: u32, report: &Value) -> Value {
    completed(json!({
        "id": format!("vs_{number}"), "object": "identity.verification_session",
        "client_reference_id": format!("user-{number}"), "created": 1_790_000_000,
        "last_verification_report": report, "livemode": false, "metadata": {},
        "status": "verified", "type": "document", "url": "https://verify.stripe.com/start/1"
    }))
}

fn client(server: &Server) -> Client {
    Client::builder("sk_test_readme")
        .base_url(server.url())
        .build()
        .expect("the settings are possible")
}

fn query(request: &Request) -> BTreeMap<String, String> {
    let query = request
        .target
        .split_once('?')
        .map_or("", |(_, query)| query);
    form_urlencoded::parse(query.as_bytes())
        .into_owned()
        .collect()
}

/// Run by the test below in a process of its own, whose environment leads it
/// to a server here that passes for Stripe's.
#[test]
fn child_creates() {
    if std::env::var_os("CHILD_OF_README").is_some() {
        create::run().unwrap();
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn create_runs() -> io::Result<()> {
    let server = Server::start([Reply::json(200, &session(1, &Value::Null).to_string())])?;
    let authority = Authority::new();
    let port = authority.serve("api.stripe.com", server.address()).await?;
    let proxy = TcpListener::bind("127.0.0.1:0").await?;
    let proxy_url = format!("http://{}", proxy.local_addr()?);
    tokio::spawn(async move {
        let (mut client, _) = proxy.accept().await?;
        let mut head = Vec::new();
        while !head.ends_with(b"\r\n\r\n") {
            head.push(client.read_u8().await?);
        }
        assert!(head.starts_with(b"CONNECT api.stripe.com:443 "));
        client.write_all(b"HTTP/1.1 200 OK\r\n\r\n").await?;
        let mut server = tokio::net::TcpStream::connect(("127.0.0.1", port)).await?;
        tokio::io::copy_bidirectional(&mut client, &mut server).await
    });
    let trusted = std::env::temp_dir().join(format!("readme-{}.pem", std::process::id()));
    std::fs::write(&trusted, authority.pem())?;
    let certificates = trusted.clone();
    let child = tokio::task::spawn_blocking(move || {
        std::process::Command::new(std::env::current_exe()?)
            .args(["--exact", "readme::child_creates", "--nocapture"])
            .env("CHILD_OF_README", "1")
            .env("STRIPE_SECRET_KEY", "sk_test_readme")
            .env("SSL_CERT_FILE", certificates)
            .env("HTTPS_PROXY", proxy_url)
            .env_remove("NO_PROXY")
            .env_remove("no_proxy")
            .output()
    });
    let output = child.await??;
    std::fs::remove_file(trusted)?;
    assert!(output.status.success(), "{output:?}");
    let told = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(
        told.contains("send your user to https://verify.stripe.com/start/1\n"),
        "{told}"
    );
    let [request] = server.requests().try_into().expect("one request");
    assert_eq!(
        (request.method.as_str(), request.target.as_str()),
        ("POST", "/v1/identity/verification_sessions")
    );
    assert_eq!(request.header("host"), Some("api.stripe.com"));
    assert_eq!(
        request.header("authorization"),
        Some("Bearer sk_test_readme")
    );
    let form = "return_url=https%3A%2F%2Fexample.com%2Fdone&type=document";
    assert_eq!(request.body, form);
    Ok(())
}

#[tokio::test]
async fn retrieve_with_expand_runs() -> io::Result<()> {
    let report = completed(json!({
        "id": "vr_1", "object": "identity.verification_report", "created": 1_790_000_000,
        "document": { "status": "verified", "last_name": "Rosen" },
        "livemode": false, "type": "document"
    }));
    let server = Server::start([Reply::json(200, &session(1, &report).to_string())])?;
    let name = retrieve::run(&client(&server), "vs_1").await.unwrap();
    assert_eq!(name.as_deref(), Some("Rosen"));
    let [request] = server.requests().try_into().expect("one request");
    assert!(
        request
            .target
            .starts_with("/v1/identity/verification_sessions/vs_1?")
    );
    let expand = [
        ("expand[0]", "verified_outputs"),
        ("expand[1]", "last_verification_report"),
    ];
    let expand = expand.map(|(name, value)| (name.to_owned(), value.to_owned()));
    assert_eq!(query(&request), expand.into());
    Ok(())
}

#[tokio::test]
async fn list_all_runs() -> io::Result<()> {
    let page = |numbers: &[u32], has_more: bool| {
        let data: Vec<Value> = numbers
            .iter()
            .map(|number| session(*number, &Value::Null))
            .collect();
        let page = json!({
            "object": "list", "data": data, "has_more": has_more,
            "url": "/v1/identity/verification_sessions"
        });
        Reply::json(200, &page.to_string())
    };
    let server = Server::start([page(&[3, 2], true), page(&[1], false)])?;
    let references = list_all::run(&client(&server)).await.unwrap();
    assert_eq!(references, ["user-3", "user-2", "user-1"]);
    let queries: Vec<_> = server.requests().iter().map(query).collect();
    assert_eq!(queries.len(), 2);
    let week_ago = Timestamp::now().as_unix_seconds() - 7 * 24 * 60 * 60;
    for query in &queries {
        assert_eq!(
            (query["status"].as_str(), query["limit"].as_str()),
            ("verified", "100")
        );
        let since: i64 = query["created[gte]"].parse().unwrap();
        assert!((week_ago - 60..=week_ago).contains(&since), "{since}");
    }
    assert_eq!(queries[0].get("starting_after"), None);
    assert_eq!(queries[1]["starting_after"], "vs_2");
    Ok(())
}

/// Posts a body, and gives the status of the answer.
fn post(to: SocketAddr, body: &str, signature: Option<&str>) -> io::Result<String> {
    let mut stream = TcpStream::connect(to)?;
    let signature = signature.map_or(String::new(), |value| {
        format!("Stripe-Signature: {value}\r\n")
    });
    write!(
        stream,
        "POST /stripe HTTP/1.1\r\nHost: here\r\nConnection: close\r\n{signature}\
         Content-Length: {}\r\n\r\n{body}",
        body.len()
    )?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer)?;
    Ok(answer.split(' ').nth(1).unwrap_or_default().to_owned())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn webhook_handler_runs() -> io::Result<()> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?;
    let router = webhook_handler::run("whsec_readme").unwrap();
    tokio::spawn(async move { axum::serve(listener, router).await });
    tokio::task::spawn_blocking(move || {
        let signature = TestSignature::new("whsec_readme", Timestamp::now());
        for type_ in ["verified", "requires_input", "canceled", "of_the_future"] {
            let event = json!({
                "object": "event", "id": "evt_1", "created": 1_790_000_000, "livemode": false,
                "type": format!("identity.verification_session.{type_}"),
                "api_version": stripe_identity::API_VERSION,
                "data": { "object": session(1, &Value::Null) }
            });
            let event = event.to_string();
            let header = signature.sign(event.as_bytes());
            assert_eq!(post(address, &event, Some(&header))?, "200", "{type_}");
            let other = format!("{event} ");
            assert_eq!(post(address, &other, Some(&header))?, "400", "another body");
            assert_eq!(post(address, &event, None)?, "400", "no signature");
        }
        Ok(())
    })
    .await?
}
