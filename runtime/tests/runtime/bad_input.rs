//! What is refused before anything is sent, by an error that names it.

use std::time::Duration;

use serde_json::json;
use stripe_runtime::transport::HyperTransport;
use stripe_runtime::{
    Client, ClientBuilder, Error, InvalidArgument, Json, Metadata, Method, RawRequest,
    RequestOptions,
};

use crate::support::operations::{API, Document, Options, retrieve, update};
use crate::support::transport::{Outcome, Script};
use crate::support::vectors::{each, text, wait};
use crate::support::{Bench, bench};

/// A client that cannot be built, and the argument that is to blame.
fn no_client(argument: &str, settings: impl FnOnce(ClientBuilder) -> ClientBuilder) {
    no_client_for("sk_test", argument, settings);
}

fn no_client_for(key: &str, argument: &str, settings: impl FnOnce(ClientBuilder) -> ClientBuilder) {
    let builder = Client::builder(key).transport(Script::new([]));
    let error = settings(builder).build().expect_err("refused");
    refused(&error, argument);
    assert!(
        key.len() < 4 || !format!("{error} {error:?}").contains(key),
        "{error:?}"
    );
}

fn refused(error: &Error, argument: &str) {
    assert!(error.is_invalid_argument(), "{error:?}");
    assert_eq!(
        error.invalid_argument().map(InvalidArgument::argument),
        Some(argument)
    );
    assert!(
        error.to_string().contains(&format!("`{argument}`")),
        "{error}"
    );
    assert_eq!(error.attempts(), 0);
}

/// Request options that cannot be sent, and the argument that is to blame.
fn no_request(argument: &str, options: RequestOptions) {
    let Bench { client, script, .. } = bench([]);
    let error = wait(retrieve("vs_1").with_options(options).send(&client)).expect_err("refused");
    refused(&error, argument);
    assert!(script.requests().is_empty());
}

#[test]
fn keys() {
    for key in [
        "",
        " ",
        "sk_test 1",
        "sk_test\n",
        "\tsk_test",
        "sk_test\u{7f}",
        "sk_tést",
    ] {
        no_client_for(key, "api_key", |builder| builder);
        no_request("api_key", RequestOptions::new().api_key(key));
    }
}

#[test]
fn base_urls() {
    for url in [
        "",
        "api.stripe.com",
        "not a url",
        "ftp://api.stripe.com",
        "https://",
        "//api.stripe.com",
        "http://api.stripe.com",
        "http://10.0.0.1",
        "http://localhost.example.com",
        "http://[::2]",
        "http://127.0.0.1.example.com",
        "https://user:pass@api.stripe.com",
        "http://localhost@example.com",
        "https://api.stripe.com?x=1",
        "https://api.stripe.com#x",
        "https://api.stripe.com:65536",
        "https://api.stripe.com:",
        "http://[::1]:99999",
    ] {
        no_client("base_url", |builder| builder.base_url(url));
    }
    for url in [
        "https://api.stripe.com",
        "https://proxy.example:8443/stripe",
        "http://127.0.0.1:8080",
        "http://127.8.8.8",
        "http://[::1]:8080",
        "http://localhost:8080",
        "HTTPS://API.STRIPE.COM",
    ] {
        Client::builder("sk_test")
            .transport(Script::new([]))
            .base_url(url)
            .build()
            .unwrap();
    }
}

#[test]
fn http_to_other_hosts_is_for_test_keys_alone_and_has_to_be_allowed() {
    let build = |key: &str, url: &str, allow_http: bool| {
        let builder = Client::builder(key)
            .transport(Script::new([Outcome::session()]))
            .base_url(url);
        let builder = if allow_http {
            builder.allow_http()
        } else {
            builder
        };
        builder.build()
    };
    let refused = |result: Result<Client, Error>| {
        let error = result.map(drop).expect_err("a refusal");
        error
            .invalid_argument()
            .map(|refused| refused.argument().to_owned())
    };
    let exposed = "http://stripe:12111";
    for key in ["sk_test_1", "rk_test_1"] {
        assert_eq!(
            refused(build(key, exposed, false)).as_deref(),
            Some("base_url")
        );
        let client = build(key, exposed, true).unwrap();
        wait(update("vs_1").send(&client)).unwrap();
    }
    for key in ["sk_live_1", "rk_live_1", "sk_1"] {
        assert_eq!(
            refused(build(key, exposed, true)).as_deref(),
            Some("api_key")
        );
        // A key of one call is checked as well.
        let client = build("sk_test_1", exposed, true).unwrap();
        let options = RequestOptions::new().api_key(key);
        let error = wait(update("vs_1").with_options(options).send(&client)).unwrap_err();
        assert_eq!(error.invalid_argument().unwrap().argument(), "api_key");
        assert!(!error.was_sent());
        // Nobody else is on the network of this machine.
        build(key, "http://localhost:12111", true).unwrap();
        build(key, "https://stripe:12111", true).unwrap();
    }
    for url in ["ftp://stripe", "http://", "http://user@stripe"] {
        assert_eq!(
            refused(build("sk_test_1", url, true)).as_deref(),
            Some("base_url")
        );
    }
}

#[test]
fn settings() {
    no_client("timeout", |builder| builder.timeout(Duration::ZERO));
    no_client("deadline", |builder| builder.deadline(Duration::ZERO));
    no_client("max_body_bytes", |builder| builder.max_body_bytes(0));
    no_client("retry_budget", |builder| builder.retry_budget(0));
    no_client("retry_budget", |builder| builder.retry_budget(4));
    no_client("account", |builder| builder.account(""));
    no_client("account", |builder| builder.account("acct_1\r\nX: y"));
    no_client("context", |builder| builder.context("a b"));
    no_client("api_version", |builder| builder.api_version(""));
    no_client("app_info", |builder| builder.app_info("", None, None));
    no_client("app_info", |builder| builder.app_info("a\nb", None, None));
    let zero = Client::builder("sk_test")
        .connect_timeout(Duration::ZERO)
        .build();
    refused(&zero.unwrap_err(), "connect_timeout");
    let zero = HyperTransport::builder().max_concurrent_requests(0).build();
    refused(&zero.unwrap_err(), "max_concurrent_requests");
}

#[test]
fn request_options() {
    no_request("timeout", RequestOptions::new().timeout(Duration::ZERO));
    no_request("deadline", RequestOptions::new().deadline(Duration::ZERO));
    no_request("account", RequestOptions::new().account(""));
    no_request("context", RequestOptions::new().context("\n"));
    no_request(
        "api_version",
        RequestOptions::new().api_version("2024 06 20"),
    );
    for key in ["", " ", "k\n", "é", " k", "k ", &"k".repeat(256)] {
        no_request(
            "idempotency_key",
            RequestOptions::new().idempotency_key(key),
        );
    }
    for name in [
        "Authorization",
        "stripe-version",
        "Host",
        "Content-Length",
        "a b",
        "Proxy-X",
    ] {
        no_request("header", RequestOptions::new().header(name, "x"));
    }
    no_request("header", RequestOptions::new().header("X-A", "a\r\nb"));
    no_request("extra", RequestOptions::new().extra("", 1));
    no_request("extra", RequestOptions::new().extra("a[b]", 1));
    no_request("a", RequestOptions::new().extra("a", 1).extra("a", 2));
    // The first refusal is the one told.
    no_request(
        "account",
        RequestOptions::new().account("").timeout(Duration::ZERO),
    );
}

#[test]
fn the_longest_key_is_taken() {
    let Bench { client, script, .. } = bench([]);
    let options = RequestOptions::new().idempotency_key("k".repeat(255));
    let _ = wait(update("vs_1").with_options(options).send(&client));
    assert_eq!(script.requests().len(), 1);
}

#[test]
fn path_vectors() {
    each("path_encoding.json", |case| {
        let Bench { client, script, .. } = bench([]);
        let result = wait(retrieve(text(case, "id")).send(&client));
        if let Some(line) = case["expect"]["request"].as_str() {
            let sent = script.request();
            assert_eq!(format!("{} {}", sent.method(), sent.uri().path()), line);
        } else {
            refused(&result.unwrap_err(), "session");
            assert!(script.requests().is_empty());
        }
    });
}

#[test]
fn metadata_keys() {
    for key in ["", "a[b]", "[", "]"] {
        let Bench { client, script, .. } = bench([]);
        let request = update("vs_1").metadata(Metadata::new().set(key, "v"));
        refused(&wait(request.send(&client)).unwrap_err(), "metadata");
        assert!(script.requests().is_empty());
    }
}

#[test]
fn parameters_that_are_sent_already() {
    for (name, metadata) in [("metadata", true), ("options", false)] {
        let Bench { client, script, .. } = bench([]);
        let options = RequestOptions::new().extra(name, json!({"document": "x"}));
        let document = Document {
            require_live_capture: Some(true),
        };
        let request = if metadata {
            update("vs_1").metadata([("k", "v")])
        } else {
            update("vs_1").options(Options {
                document: document.into(),
            })
        };
        let sent = wait(request.with_options(options).send(&client));
        refused(&sent.unwrap_err(), name);
        assert!(script.requests().is_empty());
    }
    let Bench { client, .. } = bench([]);
    let twice = RawRequest::post(&API, "/v1/x").parameter("a", "1");
    let sent = wait(twice.parameter("a", "2").send::<Json>(&client));
    refused(&sent.unwrap_err(), "a");
}

#[test]
fn metadata_that_is_cleared_and_set() {
    let Bench { client, script, .. } = bench([]);
    let request = update("vs_1").metadata(Metadata::clear().set("k", "v"));
    refused(&wait(request.send(&client)).unwrap_err(), "metadata");
    assert!(script.requests().is_empty());
}

#[test]
fn raw_paths() {
    for path in [
        "",
        "v1/x",
        "@example.com/",
        "//example.com/v1/x",
        "/v1//x",
        ".example.com/",
        "/v1/../x",
        "/v1/%2E%2e/x",
        "/v1/.",
        "/v1/x?a",
        "/v1/x#a",
        "/v1/\\x",
        "/v1/x y",
        "/v1/x\n",
    ] {
        let Bench { client, script, .. } = bench([]);
        let request = RawRequest::new(&API, Method::GET, path);
        refused(&wait(request.send::<Json>(&client)).unwrap_err(), "path");
        assert!(script.requests().is_empty(), "{path}");
    }
}

#[test]
fn a_query_that_is_too_long() {
    let Bench { client, .. } = bench([]);
    let request = RawRequest::get(&API, "/v1/x").parameter("a", "x".repeat(100_000));
    refused(
        &wait(request.send::<Json>(&client)).unwrap_err(),
        "parameters",
    );
}
