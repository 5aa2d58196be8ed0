//! Runs the program against a local server.

use std::io;
use std::process::Command;

use serde_json::json;
use server::{Reply, Server};
use stripe_identity_tests::example::completed;

#[path = "../support/server.rs"]
#[expect(
    dead_code,
    unreachable_pub,
    reason = "shared with the workspace's tests"
)]
mod server;

fn session(id: &str) -> String {
    let given = json!({
        "id": id, "object": "identity.verification_session", "created": 1_790_000_000,
        "livemode": false, "metadata": {}, "status": "requires_input", "type": "document"
    });
    completed(given).to_string()
}

fn page(id: &str, has_more: bool) -> Reply {
    let data = session(id);
    Reply::json(
        200,
        &format!(r#"{{"object":"list","url":"/v1/x","data":[{data}],"has_more":{has_more}}}"#),
    )
}

#[test]
fn it_works() -> io::Result<()> {
    let error = r#"{"error":{"type":"invalid_request_error","code":"session_not_open"}}"#;
    let server = Server::start([
        Reply::json(503, "{}"),
        Reply::json(200, &session("vs_1")),
        Reply::json(200, &session("vs_1")),
        page("vs_2", true),
        page("vs_1", false),
        Reply::json(400, error),
    ])?;
    let output = Command::new(env!("CARGO_BIN_EXE_blocking"))
        .env("STRIPE_SECRET_KEY", "sk_test_blocking")
        .env("STRIPE_BASE_URL", server.url())
        .output()?;
    assert!(output.status.success(), "{output:?}");
    let told = String::from_utf8_lossy(&output.stdout).into_owned();
    let lines: Vec<&str> = told.lines().collect();
    assert_eq!(
        lines,
        [
            "created vs_1",
            "is requires_input",
            "lists vs_2",
            "lists vs_1",
            "request refused by Stripe (status 400, type invalid_request_error, \
             code session_not_open, request req_server)",
        ]
    );
    let requests = server.requests();
    assert_eq!((requests.len(), server.connections()), (6, 1));
    for request in &requests[..2] {
        assert_eq!(request.header("idempotency-key"), Some("order 6735"));
        assert_eq!(request.body, "type=document");
    }
    assert!(requests[4].target.ends_with("?limit=1&starting_after=vs_2"));
    Ok(())
}
