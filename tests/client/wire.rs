//! What requests put on the wire: each is sent through a transport that keeps it, and read with
//! a library that the client does not use.

use std::collections::BTreeSet;

use bytes::Bytes;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use stripe_identity::verification_report as report;
use stripe_identity::verification_session as session;
use stripe_identity::{Client, ClientBuilder, Error, InvalidArgument, Metadata, RequestOptions};
use stripe_identity_tests::calls;
use stripe_identity_tests::document::{self, Document, Kind};
use stripe_identity_tests::example::{Example, plain};
use stripe_identity_tests::recorder::{KEY, Recorder, sent, sent_by};
use stripe_identity_tests::requests::{OnTheWire, rows};

mod recorded;

type Request = http::Request<Bytes>;
type Pairs = Vec<(String, String)>;

fn decoded(encoded: &[u8]) -> Pairs {
    form_urlencoded::parse(encoded).into_owned().collect()
}

fn query(request: &Request) -> Pairs {
    decoded(request.uri().query().unwrap_or_default().as_bytes())
}

fn form(request: &Request) -> Pairs {
    decoded(request.body())
}

fn sorted(mut pairs: Pairs) -> Pairs {
    pairs.sort_unstable();
    pairs
}

fn line(request: &Request) -> String {
    format!("{} {}", request.method(), request.uri().path())
}

fn is_post(request: &Request) -> bool {
    request.method() == http::Method::POST
}

fn header<'a>(request: &'a Request, name: &str) -> Option<&'a str> {
    let value = request.headers().get(name)?;
    Some(value.to_str().expect("headers are ASCII"))
}

/// The argument that a request or a setting was refused for, before anything was sent.
fn refused<T>(result: Result<T, Error>) -> String {
    let Some(error) = result.err() else {
        panic!("it was not refused")
    };
    assert_eq!(error.attempts(), 0, "{error}");
    let refused = error.invalid_argument().map(InvalidArgument::argument);
    refused.unwrap_or_else(|| panic!("{error}")).to_owned()
}

#[test]
fn requests_are_sent_as_the_table_says() {
    for row in rows() {
        let pairs = row.pairs.iter();
        let expected: Pairs = pairs
            .map(|&(name, value)| (name.into(), value.into()))
            .collect();
        let (query, form) = (query(&row.sent), form(&row.sent));
        let sent = if is_post(&row.sent) {
            (query, form)
        } else {
            (form, query)
        };
        assert_eq!(line(&row.sent), row.line, "{}", row.source);
        assert_eq!(sent, (Vec::new(), expected), "{}", row.source);
        let uri = row.sent.uri().to_string();
        assert!(uri.starts_with("https://api.stripe.com/v1/"), "{uri}");
    }
}

/// All parameters of an operation at once; and each value of an enum and of a boolean.
#[test]
fn every_parameter_of_the_document_is_sent_as_it_is_set() {
    let document = Document::read();
    for operation in document.operations() {
        let example = Example::of(&document, &operation.parameters, plain);
        let mut calls = vec![example.json.clone()];
        for property in &example.properties {
            let values: Vec<Value> = match &property.kind {
                Some(Kind::Choice(choices)) => choices.iter().cloned().map(Value::from).collect(),
                Some(Kind::Boolean) => vec![false.into()],
                _ => continue,
            };
            let with = |value| example.with(&property.pointer, value);
            calls.extend(values.into_iter().map(with));
        }
        for parameters in calls {
            let call = json!({ "id": "vs_123", "params": parameters });
            let Some(request) = calls::send(&operation.line, &call, &mut OnTheWire) else {
                continue;
            };
            let request = request.unwrap_or_else(|error| panic!("{call}: {error}"));
            assert!(operation.is_asked_by(&line(&request)), "{request:?}");
            let sent = sorted([query(&request), form(&request)].concat());
            let expected = sorted(document::pairs(&parameters));
            assert_eq!(sent, expected, "{}", operation.line);
        }
    }
}

// Ids

/// Every request whose path holds an id, made with an id of a session or of a report.
macro_rules! with_ids {
    ($session:expr, $report:expr) => {
        [
            ("session", sent(&session::retrieve($session))),
            ("session", sent(&session::update($session))),
            ("session", sent(&session::cancel($session))),
            ("session", sent(&session::redact($session))),
            ("report", sent(&report::retrieve($report))),
        ]
    };
}

#[test]
fn an_id_is_one_segment_of_the_path() {
    let (longest, wide) = ("a".repeat(255), "é".repeat(255));
    #[rustfmt::skip]
    let cases = [
        ("vs_1NuN4zLkdIwHu7ixleE6HvkI", "vs_1NuN4zLkdIwHu7ixleE6HvkI"),
        ("0", "0"), ("-", "-"), ("_", "_"), ("~", "~"), ("...", "..."), (".a", ".a"),
        ("balance.summary.1", "balance.summary.1"),
        (&longest, &*longest),
        (&wide, &"%C3%A9".repeat(255)),
        (" ", "%20"), ("vs 1", "vs%201"), ("vs:1", "vs%3A1"), ("vs;1", "vs%3B1"), ("vs@1", "vs%401"), ("vs+1", "vs%2B1"),
        ("a&b=c", "a%26b%3Dc"), ("{session}", "%7Bsession%7D"), ("[]", "%5B%5D"), ("\"<>`|^", "%22%3C%3E%60%7C%5E"),
        ("vs_é", "vs_%C3%A9"), ("ｖs_1", "%EF%BD%96s_1"), ("😀", "%F0%9F%98%80"), ("\u{202e}", "%E2%80%AE"),
    ];
    for (id, expected) in cases {
        for (_, request) in with_ids!(id, id) {
            let request = request.expect("an id");
            let mut segments = request.uri().path().split('/');
            assert_eq!(segments.nth(4), Some(expected), "{}", line(&request));
            assert!(matches!(segments.next(), None | Some("cancel" | "redact")));
            assert_eq!(segments.next(), None, "{}", line(&request));
        }
    }
}

#[test]
fn ids_that_could_change_the_path_are_refused_and_not_shown() {
    let long = "é".repeat(256);
    #[rustfmt::skip]
    let ids = [
        "", ".", "..", "/", "\\", "%", "?", "#", "%2e%2e", "vs_1/redact", "vs_1/../x", "../verification_sessions",
        "vs_1?expand[]=x", "vs_1#x", "vs_1%2fredact", "vs_1\\x", "vs_1\n", "\nvs_1", "vs_1\r\nHost: x", "vs_1\0",
        "vs_1\t", "vs_1\u{7f}", "vs_1\u{85}", &long,
    ];
    for id in ids {
        let of_a_session: session::VerificationSessionId = from_response(id);
        let of_a_report: report::VerificationReportId = from_response(id);
        let requests = [with_ids!(id, id), with_ids!(&of_a_session, &of_a_report)];
        for (name, request) in requests.into_iter().flatten() {
            let error = request.as_ref().expect_err(id);
            let told = format!("{error} {error:?} {error:#?}");
            assert!(id.len() < 3 || !told.contains(id), "{told}");
            assert_eq!(refused(request), name, "{id:?}");
        }
    }
    let error = sent(&session::retrieve("vs_1/redact")).unwrap_err();
    let expected = r"invalid `session`: an id must not be `.` or `..`, or contain `/`, `\`, `?`, `#`, `%` or control characters: pass it as Stripe returned it, not encoded and without the rest of a path";
    assert_eq!(error.to_string(), expected);
}

/// An id that no one has checked.
fn from_response<T: DeserializeOwned>(id: &str) -> T {
    serde_json::from_value(id.into()).expect("any text is an id")
}

#[test]
fn metadata_keys_that_servers_would_read_as_something_else_are_refused() {
    for key in ["", "[", "]", "a[b]", "a[]", "]a["] {
        let created = sent(&session::create().metadata([(key, "value")]));
        let updated = sent(&session::update("vs_123").metadata(Metadata::new().unset(key)));
        assert_eq!([refused(created), refused(updated)], ["metadata"; 2]);
    }
}

// Headers

#[test]
fn a_request_carries_these_headers_and_no_others() {
    let document = Document::read();
    assert_eq!(stripe_identity::API_VERSION, document.version());
    let user_agent = format!("Stripe/v1 stripe-identity/{}", version_of_the_crate());
    let mut keys = BTreeSet::new();
    for (calls, row) in rows().iter().enumerate() {
        let key = format!("Bearer {KEY}");
        let length = row.sent.body().len().to_string();
        let mut expected = vec![
            ("accept", "application/json"),
            ("authorization", &*key),
            ("stripe-version", document.version()),
            ("user-agent", &*user_agent),
        ];
        if is_post(&row.sent) {
            let key = header(&row.sent, "idempotency-key").unwrap_or_default();
            assert!(is_random_uuid(key), "{key}");
            assert!(keys.insert(key.to_owned()), "two calls share a key");
            expected.push(("content-length", &*length));
            expected.push(("content-type", "application/x-www-form-urlencoded"));
            expected.push(("idempotency-key", key));
        }
        expected.sort_unstable();
        let headers = row.sent.headers().keys();
        let mut sent: Vec<_> = headers
            .map(|name| (name.as_str(), header(&row.sent, name.as_str()).unwrap()))
            .collect();
        sent.sort_unstable();
        assert_eq!(sent, expected, "{}, call {calls}", row.source);
        assert!(row.sent.headers()["authorization"].is_sensitive());
        assert!(!format!("{:?}", row.sent).contains(KEY), "{}", row.source);
    }
}

fn version_of_the_crate() -> String {
    let manifest = document::read("generated/Cargo.toml").expect("the crate has a manifest");
    let manifest: toml::Table = manifest.parse().expect("a manifest is TOML");
    let version = manifest["package"]["version"].as_str();
    version.expect("the crate has a version").to_owned()
}

/// `xxxxxxxx-xxxx-4xxx-[89ab]xxx-xxxxxxxxxxxx`
fn is_random_uuid(key: &str) -> bool {
    let parts: Vec<&str> = key.split('-').collect();
    let is_hex = |byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f' | b'-');
    parts.iter().map(|part| part.len()).eq([8, 4, 4, 4, 12])
        && key.bytes().all(is_hex)
        && parts[2].starts_with('4')
        && parts[3].starts_with(['8', '9', 'a', 'b'])
}

#[test]
fn the_same_request_sent_twice_has_two_keys() {
    let request = session::create();
    let keys = [sent(&request), sent(&request)].map(|sent| {
        let sent = sent.unwrap();
        header(&sent, "idempotency-key").map(str::to_owned)
    });
    assert_ne!(keys[0], keys[1]);
}

// Options of a request, and of a client

type Options = fn(RequestOptions) -> RequestOptions;
type Settings = fn(ClientBuilder) -> ClientBuilder;

/// A request with a body, and one without.
fn with(options: Options) -> [Result<Request, Error>; 2] {
    let options = || options(RequestOptions::new());
    [
        sent(&session::create().with_options(options())),
        sent(&session::list().with_options(options())),
    ]
}

#[test]
fn options_of_a_request_become_headers() {
    #[rustfmt::skip]
    let cases: [(Options, &str, &str); 8] = [
        (|options| options.idempotency_key("order-6735 !~"), "idempotency-key", "order-6735 !~"),
        (|options| options.idempotency_key("k"), "idempotency-key", "k"),
        (|options| options.idempotency_key("k".repeat(255)), "idempotency-key", &"k".repeat(255)),
        (|options| options.account("acct_123"), "stripe-account", "acct_123"),
        (|options| options.context("acct_1/acct_2"), "stripe-context", "acct_1/acct_2"),
        (|options| options.api_version("2023-08-16"), "stripe-version", "2023-08-16"),
        (|options| options.api_key("rk_test_other"), "authorization", "Bearer rk_test_other"),
        (|options| options.header("X-Trace", "t 1"), "x-trace", "t 1"),
    ];
    for (options, name, value) in cases {
        for request in with(options) {
            assert_eq!(header(&request.unwrap(), name), Some(value), "{name}");
        }
    }
}

#[test]
fn impossible_options_are_refused_under_their_name() {
    #[rustfmt::skip]
    let cases: [(Options, &str); 20] = [
        (|options| options.idempotency_key(""), "idempotency_key"),
        (|options| options.idempotency_key(" "), "idempotency_key"),
        (|options| options.idempotency_key("k".repeat(256)), "idempotency_key"),
        (|options| options.idempotency_key("k\n"), "idempotency_key"),
        (|options| options.idempotency_key("k\u{7f}"), "idempotency_key"),
        (|options| options.idempotency_key("idem-key-é 1"), "idempotency_key"),
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
        assert_eq!(with(options).map(refused), [name; 2]);
    }
}

#[test]
fn extra_parameters_are_sent_after_the_others() {
    let options = || RequestOptions::new().extra("preview", json!({ "x": ["1"] }));
    let pairs = |first: (&str, &str)| {
        [first, ("preview[x][0]", "1")].map(|(name, value)| (name.into(), value.into()))
    };
    let created = sent(&session::create().type_("document").with_options(options())).unwrap();
    assert_eq!(form(&created), pairs(("type", "document")));
    let listed = sent(&session::list().limit(3).with_options(options())).unwrap();
    assert_eq!(query(&listed), pairs(("limit", "3")));
}

fn retrieve_by(settings: Settings, options: Options) -> Request {
    let recorder = Recorder::answering(418, "{}");
    let client = settings(recorder.builder()).build();
    let client = client.expect("the settings are possible");
    let request = session::retrieve("vs_1").with_options(options(RequestOptions::new()));
    sent_by(&client, &recorder, &request).expect("nothing is refused")
}

#[test]
fn settings_of_a_client_hold_for_its_requests_unless_they_have_their_own() {
    let user_agent = format!(
        "Stripe/v1 stripe-identity/{} my-shop",
        version_of_the_crate()
    );
    let long_user_agent = format!("{user_agent}/1.2 (https://shop.example)");
    let same: Options = |options| options;
    #[rustfmt::skip]
    let cases: [(Settings, Options, &str, &str); 8] = [
        (|client| client.account("acct_client"), same, "stripe-account", "acct_client"),
        (|client| client.context("ctx_client"), same, "stripe-context", "ctx_client"),
        (|client| client.api_version("2023-08-16"), same, "stripe-version", "2023-08-16"),
        (|client| client.account("acct_client"), |options| options.account("acct_call"), "stripe-account", "acct_call"),
        (|client| client.context("ctx_client"), |options| options.context("ctx_call"), "stripe-context", "ctx_call"),
        (|client| client.api_version("2023-08-16"), |options| options.api_version("2024-01-01"), "stripe-version", "2024-01-01"),
        (|client| client.app_info("my-shop", Some("1.2"), Some("https://shop.example")), same, "user-agent", &long_user_agent),
        (|client| client.app_info("my-shop", None, None), same, "user-agent", &user_agent),
    ];
    for (settings, options, name, value) in cases {
        let request = retrieve_by(settings, options);
        assert_eq!(header(&request, name), Some(value), "{name}");
    }
}

#[test]
fn a_base_url_is_put_before_the_path() {
    #[rustfmt::skip]
    let cases: [(Settings, &str); 5] = [
        (|client| client.base_url("https://stripe.example"), "https://stripe.example"),
        (|client| client.base_url("https://stripe.example/proxy/"), "https://stripe.example/proxy"),
        (|client| client.base_url("http://localhost:12111"), "http://localhost:12111"),
        (|client| client.base_url("http://127.0.0.1:12111"), "http://127.0.0.1:12111"),
        (|client| client.base_url("http://[::1]:12111"), "http://[::1]:12111"),
    ];
    for (settings, base) in cases {
        let request = retrieve_by(settings, |options| options);
        let expected = format!("{base}/v1/identity/verification_sessions/vs_1");
        assert_eq!(request.uri().to_string(), expected);
    }
}

#[test]
fn impossible_settings_are_refused_under_their_name() {
    #[rustfmt::skip]
    let cases: [(Settings, &str); 12] = [
        (|client| client.base_url("http://stripe.example"), "base_url"),
        (|client| client.base_url("http://127.0.0.1.stripe.example"), "base_url"),
        (|client| client.base_url("http://localhost.stripe.example"), "base_url"),
        (|client| client.base_url("http://localhost@stripe.example"), "base_url"),
        (|client| client.base_url("ftp://localhost"), "base_url"),
        (|client| client.base_url("stripe.example"), "base_url"),
        (|client| client.base_url(""), "base_url"),
        (|client| client.base_url("https://stripe.example/?a=b"), "base_url"),
        (|client| client.account("acct\n1"), "account"),
        (|client| client.context(""), "context"),
        (|client| client.api_version("2023-08-16 "), "api_version"),
        (|client| client.app_info("my\nshop", None, None), "app_info"),
    ];
    let recorder = Recorder::answering(418, "{}");
    for (settings, name) in cases {
        assert_eq!(refused(settings(recorder.builder()).build()), name);
    }
    for key in ["", " ", "sk_test 1", "sk_test_1\n", "\u{0}", "sk_tést"] {
        let client = Client::builder(key).transport(recorder.clone()).build();
        assert_eq!(refused(client), "api_key", "{key:?}");
    }
}
