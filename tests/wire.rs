//! What requests put on the wire: each is sent through a transport that keeps it, and read with
//! a library that the client does not use.

use std::collections::BTreeSet;

use bytes::Bytes;
use stripe_identity::verification_report as report;
use stripe_identity::verification_session as session;
use stripe_identity::{Client, ClientBuilder, Error, InvalidArgument, Metadata, RequestOptions};
use stripe_identity_tests::document::{self, Document, Kind};
use stripe_identity_tests::recorder::{KEY, Recorder, sent, sent_by};
use stripe_identity_tests::requests::rows;

#[path = "wire/recorded.rs"]
mod recorded;

type Pairs = Vec<(String, String)>;

fn decoded(encoded: &[u8]) -> Pairs {
    form_urlencoded::parse(encoded).into_owned().collect()
}

fn query(request: &http::Request<Bytes>) -> Pairs {
    decoded(request.uri().query().unwrap_or_default().as_bytes())
}

fn form(request: &http::Request<Bytes>) -> Pairs {
    decoded(request.body())
}

fn line(request: &http::Request<Bytes>) -> String {
    format!("{} {}", request.method(), request.uri().path())
}

fn header<'a>(request: &'a http::Request<Bytes>, name: &str) -> Option<&'a str> {
    request
        .headers()
        .get(name)
        .map(|value| value.to_str().expect("headers are ASCII"))
}

#[test]
fn requests_are_sent_as_the_table_says() {
    for row in rows() {
        let expected: Pairs = row
            .pairs
            .iter()
            .map(|&(name, value)| (name.into(), value.into()))
            .collect();
        assert_eq!(line(&row.sent), row.line, "{}", row.source);
        let (given, other) = if row.line.starts_with("POST ") {
            (form(&row.sent), query(&row.sent))
        } else {
            (query(&row.sent), form(&row.sent))
        };
        assert_eq!(given, expected, "{}", row.source);
        assert_eq!(other, [], "{}", row.source);
    }
}

#[test]
fn requests_go_to_stripe() {
    for row in rows() {
        let uri = row.sent.uri();
        assert_eq!(uri.scheme_str(), Some("https"), "{}", row.source);
        assert_eq!(
            uri.authority().map(http::uri::Authority::as_str),
            Some("api.stripe.com")
        );
    }
}

#[test]
fn every_operation_of_the_document_is_in_the_table() {
    let rows = rows();
    for operation in Document::read().operations() {
        let asked = rows.iter().any(|row| operation.is_asked_by(row.line));
        assert!(
            asked,
            "no row of tests/support/requests.rs sends {}",
            operation.line
        );
    }
}

#[test]
fn every_parameter_of_the_document_is_in_the_table() {
    let rows = rows();
    let mut missing = Vec::new();
    for operation in Document::read().operations() {
        for parameter in &operation.parameters {
            let is_set = rows
                .iter()
                .filter(|row| operation.is_asked_by(row.line))
                .any(|row| {
                    row.pairs.iter().any(|(name, value)| {
                        value.is_empty() == (parameter.kind == Kind::Clear)
                            && operation
                                .parameters_sent_as(name)
                                .any(|known| known == parameter)
                    })
                });
            if !is_set {
                missing.push(format!("{} of {}", parameter.name, operation.line));
            }
        }
    }
    assert!(
        missing.is_empty(),
        "no row of tests/support/requests.rs sets {missing:#?}"
    );
}

#[test]
fn every_row_of_the_table_is_in_the_document() {
    let operations = Document::read().operations();
    for row in rows() {
        let operation = operations
            .iter()
            .find(|operation| operation.is_asked_by(row.line));
        let operation = operation.unwrap_or_else(|| panic!("{} is no operation", row.line));
        for (name, _) in row.pairs {
            let known = operation.parameters_sent_as(name).next();
            assert!(known.is_some(), "{} takes no {name}", operation.line);
        }
    }
}

// Ids

/// Every request whose path holds an id, made with the same one.
macro_rules! with_id {
    ($id:expr) => {
        [
            ("session", sent(&session::retrieve($id))),
            ("session", sent(&session::update($id))),
            ("session", sent(&session::cancel($id))),
            ("session", sent(&session::redact($id))),
            ("report", sent(&report::retrieve($id))),
        ]
    };
}

#[test]
fn ids_of_letters_digits_underscores_and_hyphens_go_into_the_path_as_they_are() {
    for id in [
        "vs_123",
        "vs_1NuN4zLkdIwHu7ixleE6HvkI",
        "0",
        "-",
        "_",
        &"a".repeat(255),
    ] {
        for (_, request) in with_id!(id) {
            let request = request.expect("an id");
            let mut segments = request.uri().path().split('/');
            assert_eq!(segments.nth(4), Some(id), "{}", line(&request));
            assert!(matches!(segments.next(), None | Some("cancel" | "redact")));
        }
    }
}

#[test]
fn other_ids_are_refused_and_nothing_is_sent() {
    let long = "a".repeat(256);
    let longer = "a".repeat(10_000);
    let refused = [
        "",
        ".",
        "..",
        "/",
        "\\",
        "%",
        "%2e%2e",
        "%2E",
        "vs_1/redact",
        "vs_1/redact#",
        "vs_1/../x",
        "../verification_sessions",
        "vs_1?x",
        "vs_1?expand[]=x",
        "vs_1#x",
        "vs_1%2fredact",
        "vs_1\n",
        "\nvs_1",
        "vs_1\r\nHost: x",
        "vs_1\0",
        "vs_1\t",
        " ",
        " vs_1",
        "vs_1 ",
        "vs 1",
        "vs_é",
        "vs_１",
        "ｖs_1",
        "vs_😀",
        "vs:1",
        "vs.1",
        "vs;1",
        "vs@1",
        "vs+1",
        "vs~1",
        "{session}",
        &long,
        &longer,
    ];
    for id in refused {
        for (name, request) in with_id!(id) {
            let error = request.err().unwrap_or_else(|| panic!("{id:?} was sent"));
            assert!(error.is_invalid_argument(), "{id:?}: {error}");
            assert_eq!(
                error.invalid_argument().map(InvalidArgument::argument),
                Some(name)
            );
            assert_eq!(error.attempts(), 0);
            let told = format!("{error} {error:?} {error:#?}");
            assert!(id.len() < 3 || !told.contains(id), "{told}");
        }
    }
}

#[test]
fn an_id_is_refused_under_the_name_of_its_parameter() {
    let error = sent(&session::retrieve("vs_1/redact")).unwrap_err();
    let expected = "invalid `session`: an id holds only letters, digits, `_` and `-`";
    assert_eq!(error.to_string(), expected);
}

// Metadata keys

#[test]
fn metadata_keys_that_would_be_read_otherwise_are_refused() {
    for key in ["", "[", "]", "a[b]", "a[]", "]a["] {
        for error in [
            sent(&session::create().metadata([(key, "value")])).unwrap_err(),
            sent(&session::update("vs_123").metadata(Metadata::new().unset(key))).unwrap_err(),
        ] {
            let refused = error.invalid_argument().expect("refused before sending");
            assert_eq!(refused.argument(), "metadata", "{key:?}");
        }
    }
}

// Headers

/// The names of the headers that a request carries.
fn names(request: &http::Request<Bytes>) -> BTreeSet<&str> {
    request
        .headers()
        .keys()
        .map(http::HeaderName::as_str)
        .collect()
}

#[test]
fn a_get_carries_these_headers_and_no_others() {
    let expected = BTreeSet::from(["accept", "authorization", "stripe-version", "user-agent"]);
    for row in rows().iter().filter(|row| row.line.starts_with("GET ")) {
        assert_eq!(names(&row.sent), expected, "{}", row.source);
    }
}

#[test]
fn a_post_carries_these_headers_and_no_others() {
    let expected = BTreeSet::from([
        "accept",
        "authorization",
        "content-length",
        "content-type",
        "idempotency-key",
        "stripe-version",
        "user-agent",
    ]);
    for row in rows().iter().filter(|row| row.line.starts_with("POST ")) {
        assert_eq!(names(&row.sent), expected, "{}", row.source);
    }
}

#[test]
fn headers_say_who_asks_and_in_which_version() {
    let document = Document::read();
    let user_agent = format!("Stripe/v1 stripe-identity/{}", version_of_the_crate());
    for row in rows() {
        let key = format!("Bearer {KEY}");
        assert_eq!(
            header(&row.sent, "authorization"),
            Some(&*key),
            "{}",
            row.source
        );
        assert_eq!(
            header(&row.sent, "stripe-version"),
            Some(document.version())
        );
        assert_eq!(header(&row.sent, "user-agent"), Some(&*user_agent));
        assert_eq!(header(&row.sent, "accept"), Some("application/json"));
    }
    assert_eq!(stripe_identity::API_VERSION, document.version());
}

fn version_of_the_crate() -> String {
    let manifest = document::read("generated/Cargo.toml").expect("the crate has a manifest");
    let version = manifest
        .lines()
        .find_map(|line| line.strip_prefix("version = "));
    version
        .expect("the crate has a version")
        .trim_matches('"')
        .to_owned()
}

#[test]
fn a_body_is_announced_with_its_type_and_length_even_if_empty() {
    for row in rows().iter().filter(|row| row.line.starts_with("POST ")) {
        let length = row.sent.body().len().to_string();
        let form = Some("application/x-www-form-urlencoded");
        assert_eq!(header(&row.sent, "content-type"), form, "{}", row.source);
        assert_eq!(
            header(&row.sent, "content-length"),
            Some(&*length),
            "{}",
            row.source
        );
    }
    let empty = sent(&session::create()).unwrap();
    assert_eq!(header(&empty, "content-length"), Some("0"));
}

#[test]
fn the_secret_key_is_marked_as_one() {
    for row in rows() {
        assert!(
            row.sent.headers()["authorization"].is_sensitive(),
            "{}",
            row.source
        );
        assert!(!format!("{:?}", row.sent).contains(KEY), "{}", row.source);
    }
}

#[test]
fn every_post_has_an_idempotency_key_of_its_own() {
    let rows = rows();
    let posts: Vec<_> = rows
        .iter()
        .filter(|row| row.line.starts_with("POST "))
        .collect();
    let mut keys = BTreeSet::new();
    for row in &posts {
        let key = header(&row.sent, "idempotency-key").expect("a POST has a key");
        assert!(is_random_uuid(key), "{key}");
        keys.insert(key);
    }
    assert_eq!(keys.len(), posts.len(), "two calls shared a key");
}

/// `xxxxxxxx-xxxx-4xxx-[89ab]xxx-xxxxxxxxxxxx`
fn is_random_uuid(key: &str) -> bool {
    let parts: Vec<&str> = key.split('-').collect();
    let lengths: Vec<usize> = parts.iter().map(|part| part.len()).collect();
    lengths == [8, 4, 4, 4, 12]
        && key
            .bytes()
            .all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f' | b'-'))
        && parts[2].starts_with('4')
        && parts[3].starts_with(['8', '9', 'a', 'b'])
}

#[test]
fn the_same_request_sent_twice_has_two_keys() {
    let request = session::create();
    let (first, second) = (sent(&request).unwrap(), sent(&request).unwrap());
    assert_ne!(
        header(&first, "idempotency-key"),
        header(&second, "idempotency-key")
    );
}

// Options of a request, and of a client

type Options = fn(RequestOptions) -> RequestOptions;
type Settings = fn(ClientBuilder) -> ClientBuilder;

fn create_with(options: Options) -> Result<http::Request<Bytes>, Error> {
    sent(&session::create().with_options(options(RequestOptions::new())))
}

fn list_with(options: Options) -> Result<http::Request<Bytes>, Error> {
    sent(&session::list().with_options(options(RequestOptions::new())))
}

#[test]
fn options_of_a_request_become_headers() {
    let longest: Options = |options| options.idempotency_key("k".repeat(255));
    let cases: [(Options, &str, &str); 8] = [
        (
            |options| options.idempotency_key("order-6735 !~"),
            "idempotency-key",
            "order-6735 !~",
        ),
        (
            |options| options.idempotency_key("k"),
            "idempotency-key",
            "k",
        ),
        (longest, "idempotency-key", &"k".repeat(255)),
        (
            |options| options.account("acct_123"),
            "stripe-account",
            "acct_123",
        ),
        (
            |options| options.context("acct_1/acct_2"),
            "stripe-context",
            "acct_1/acct_2",
        ),
        (
            |options| options.api_version("2023-08-16"),
            "stripe-version",
            "2023-08-16",
        ),
        (
            |options| options.api_key("rk_test_other"),
            "authorization",
            "Bearer rk_test_other",
        ),
        (|options| options.header("X-Trace", "t 1"), "x-trace", "t 1"),
    ];
    for (options, name, value) in cases {
        for request in [create_with(options), list_with(options)] {
            assert_eq!(header(&request.unwrap(), name), Some(value), "{name}");
        }
    }
}

#[test]
fn impossible_options_are_refused_under_their_name() {
    let cases: [(Options, &str); 20] = [
        (|options| options.idempotency_key(""), "idempotency_key"),
        (|options| options.idempotency_key(" "), "idempotency_key"),
        (
            |options| options.idempotency_key("k".repeat(256)),
            "idempotency_key",
        ),
        (|options| options.idempotency_key("k\n"), "idempotency_key"),
        (
            |options| options.idempotency_key("k\u{7f}"),
            "idempotency_key",
        ),
        (
            |options| options.idempotency_key("idem-key-é 1"),
            "idempotency_key",
        ),
        (|options| options.account(""), "account"),
        (|options| options.account("acct_1\r\nX: y"), "account"),
        (|options| options.context(""), "context"),
        (|options| options.context("acct 1"), "context"),
        (|options| options.api_version(""), "api_version"),
        (|options| options.api_version("2023-08-16\n"), "api_version"),
        (|options| options.api_key(""), "api_key"),
        (|options| options.api_key("sk_test 1"), "api_key"),
        (|options| options.api_key("sk_test_1\n"), "api_key"),
        (|options| options.api_key("sk_tést"), "api_key"),
        (|options| options.header("Authorization", "x"), "header"),
        (|options| options.header("Idempotency-Key", "x"), "header"),
        (|options| options.header("X-Trace", "a\nb"), "header"),
        (|options| options.extra("a[b]", 1), "extra"),
    ];
    for (options, name) in cases {
        for refused in [create_with(options), list_with(options)] {
            let error = refused.unwrap_err();
            let refused = error.invalid_argument().map(InvalidArgument::argument);
            assert_eq!(refused, Some(name), "{error}");
        }
    }
}

#[test]
fn extra_parameters_are_sent_after_the_others() {
    let options = || RequestOptions::new().extra("preview", serde_json::json!({ "x": ["1"] }));
    let request = sent(&session::create().type_("document").with_options(options())).unwrap();
    let expected = [("type", "document"), ("preview[x][0]", "1")];
    assert_eq!(
        form(&request),
        expected.map(|(name, value)| (name.into(), value.into()))
    );
    let request = sent(&session::list().limit(3).with_options(options())).unwrap();
    let expected = [("limit", "3"), ("preview[x][0]", "1")];
    assert_eq!(
        query(&request),
        expected.map(|(name, value)| (name.into(), value.into()))
    );
}

fn retrieve_by(settings: Settings, options: Options) -> http::Request<Bytes> {
    let recorder = Recorder::answering(418, "{}");
    let client = settings(recorder.builder())
        .build()
        .expect("the settings are possible");
    let request = session::retrieve("vs_1").with_options(options(RequestOptions::new()));
    sent_by(&client, &recorder, &request).expect("nothing is refused")
}

#[test]
fn settings_of_a_client_hold_for_its_requests() {
    let app = "Stripe/v1 stripe-identity/VERSION my-shop/1.2 (https://shop.example)"
        .replace("VERSION", &version_of_the_crate());
    let bare_app = format!(
        "Stripe/v1 stripe-identity/{} my-shop",
        version_of_the_crate()
    );
    let cases: [(Settings, &str, &str); 5] = [
        (
            |client| client.account("acct_client"),
            "stripe-account",
            "acct_client",
        ),
        (
            |client| client.context("ctx_client"),
            "stripe-context",
            "ctx_client",
        ),
        (
            |client| client.api_version("2023-08-16"),
            "stripe-version",
            "2023-08-16",
        ),
        (
            |client| client.app_info("my-shop", Some("1.2"), Some("https://shop.example")),
            "user-agent",
            &app,
        ),
        (
            |client| client.app_info("my-shop", None, None),
            "user-agent",
            &bare_app,
        ),
    ];
    for (settings, name, value) in cases {
        let request = retrieve_by(settings, |options| options);
        assert_eq!(header(&request, name), Some(value), "{name}");
    }
}

#[test]
fn options_of_a_request_win_over_settings_of_the_client() {
    let settings: Settings = |client| {
        client
            .account("acct_client")
            .context("ctx_client")
            .api_version("2023-08-16")
    };
    let options: Options = |options| {
        options
            .account("acct_call")
            .context("ctx_call")
            .api_version("2024-01-01")
    };
    let request = retrieve_by(settings, options);
    assert_eq!(header(&request, "stripe-account"), Some("acct_call"));
    assert_eq!(header(&request, "stripe-context"), Some("ctx_call"));
    assert_eq!(header(&request, "stripe-version"), Some("2024-01-01"));
}

#[test]
fn a_base_url_is_put_before_the_path() {
    let cases: [(Settings, &str); 5] = [
        (
            |client| client.base_url("https://stripe.example"),
            "https://stripe.example",
        ),
        (
            |client| client.base_url("https://stripe.example/proxy/"),
            "https://stripe.example/proxy",
        ),
        (
            |client| client.base_url("http://localhost:12111"),
            "http://localhost:12111",
        ),
        (
            |client| client.base_url("http://127.0.0.1:12111"),
            "http://127.0.0.1:12111",
        ),
        (
            |client| client.base_url("http://[::1]:12111"),
            "http://[::1]:12111",
        ),
    ];
    for (settings, base) in cases {
        let request = retrieve_by(settings, |options| options);
        let expected = format!("{base}/v1/identity/verification_sessions/vs_1");
        assert_eq!(request.uri().to_string(), expected);
    }
}

#[test]
fn impossible_settings_are_refused_under_their_name() {
    let cases: [(Settings, &str); 12] = [
        (
            |client| client.base_url("http://stripe.example"),
            "base_url",
        ),
        (
            |client| client.base_url("http://127.0.0.1.stripe.example"),
            "base_url",
        ),
        (
            |client| client.base_url("http://localhost.stripe.example"),
            "base_url",
        ),
        (
            |client| client.base_url("http://localhost@stripe.example"),
            "base_url",
        ),
        (|client| client.base_url("ftp://localhost"), "base_url"),
        (|client| client.base_url("stripe.example"), "base_url"),
        (|client| client.base_url(""), "base_url"),
        (
            |client| client.base_url("https://stripe.example/?a=b"),
            "base_url",
        ),
        (|client| client.account("acct\n1"), "account"),
        (|client| client.context(""), "context"),
        (|client| client.api_version("2023-08-16 "), "api_version"),
        (|client| client.app_info("my\nshop", None, None), "app_info"),
    ];
    for (settings, name) in cases {
        let error = settings(Recorder::answering(418, "{}").builder())
            .build()
            .unwrap_err();
        let refused = error.invalid_argument().map(InvalidArgument::argument);
        assert_eq!(refused, Some(name), "{error}");
    }
}

#[test]
fn impossible_keys_are_refused_when_the_client_is_built() {
    for key in ["", " ", "sk_test 1", "sk_test_1\n", "\u{0}", "sk_tést"] {
        let error = Client::builder(key)
            .transport(Recorder::answering(418, "{}"))
            .build();
        let error = error.unwrap_err();
        let refused = error.invalid_argument().map(InvalidArgument::argument);
        assert_eq!(refused, Some("api_key"), "{key:?}");
    }
}
