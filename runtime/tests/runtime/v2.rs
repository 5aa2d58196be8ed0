//! The API under `/v2`: JSON bodies, keys, lists by URL, values as text, and the other forms of
//! requests and lists that `/v1` has besides.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use bytes::Bytes;
use serde_json::{Value, json};
use stripe_runtime::{
    Api, BodyFormat, Clearable, DateTime, Decimal, Error, FormEncoder, FormValue, Int64,
    InvalidArgument, Json, ListOperation, Metadata, Method, Operation, RawRequest, RequestOptions,
    SearchResult, Timestamp, V2List,
};

use crate::support::operations::API;
use crate::support::transport::{Outcome, Script};
use crate::support::vectors::{each, text, wait};
use crate::support::{Bench, bench, bench_with};

fn header(request: &http::Request<Bytes>, name: &str) -> Option<String> {
    let value = request.headers().get(name)?;
    Some(value.to_str().expect("text").to_owned())
}

fn query(request: &http::Request<Bytes>) -> String {
    let query = request.uri().query().unwrap_or_default();
    form_urlencoded::parse(query.as_bytes())
        .map(|(name, value)| format!("{name}={value}"))
        .collect::<Vec<_>>()
        .join("&")
}

#[test]
fn wire() {
    each("wire_requests_v2.json", |case| {
        let call = &case["call"];
        let method = Method::from_bytes(text(call, "method").as_bytes()).unwrap();
        let mut request = RawRequest::new(&API, method.clone(), text(call, "path").to_owned());
        for (name, value) in call["params"].as_object().into_iter().flatten() {
            request = request.parameter(name, value.clone());
        }
        if let Some(context) = call["options"]["stripe_context"].as_str() {
            request = request.with_options(RequestOptions::new().context(context));
        }
        let Bench { client, script, .. } = bench([Outcome::json(200, "{}")]);
        wait(request.send::<Json>(&client)).unwrap();

        let sent = script.request();
        let body = if sent.body().is_empty() {
            Value::Null
        } else {
            serde_json::from_slice(sent.body()).unwrap()
        };
        for (client, recorded) in case["recorded"].as_object().unwrap() {
            assert_eq!(sent.method(), text(recorded, "method"), "{client}");
            assert_eq!(sent.uri().path(), text(recorded, "path"), "{client}");
            let pairs: Vec<(String, String)> =
                serde_json::from_value(recorded["query"].clone()).unwrap();
            let pairs: Vec<_> = pairs.iter().map(|(k, v)| format!("{k}={v}")).collect();
            assert_eq!(query(&sent), pairs.join("&"), "{client}");
            assert_eq!(body, recorded["json"], "{client}");
            let headers = &recorded["headers"];
            for name in ["Stripe-Context", "Stripe-Account"] {
                assert_eq!(header(&sent, name).as_deref(), headers[name].as_str());
            }
            let has_key = header(&sent, "idempotency-key").is_some();
            assert_eq!(has_key, headers["Idempotency-Key"].is_string(), "{client}");
        }
        let (content_type, length) = match method {
            Method::POST => (
                Some("application/json".to_owned()),
                Some(sent.body().len().to_string()),
            ),
            _ => (None, None),
        };
        assert_eq!(header(&sent, "content-type"), content_type);
        assert_eq!(header(&sent, "content-length"), length);
        let user_agent = header(&sent, "user-agent").unwrap();
        assert_eq!(user_agent, "Stripe/v2 stripe-identity/0.1.0");
    });
}

/// Requests that are written as told.
macro_rules! operation {
    ($name:ident, $method:ident, $format:ident, $path:literal, $base_url:expr) => {
        struct $name(fn(&mut FormEncoder), RequestOptions);

        impl Operation for $name {
            type Output = Json;
            const API: &'static Api = &API;
            const METHOD: Method = Method::$method;
            const PATH: &'static str = $path;
            const BODY: BodyFormat = BodyFormat::$format;
            const BASE_URL: Option<&'static str> = $base_url;

            fn path(&self) -> Result<Cow<'static, str>, InvalidArgument> {
                Ok(Self::PATH.into())
            }

            fn parameters(&self, form: &mut FormEncoder) {
                (self.0)(form);
            }

            fn query(&self, query: &mut FormEncoder) {
                query.parameter("include", &["a", "b"]);
            }

            fn options(&self) -> &RequestOptions {
                &self.1
            }
        }
    };
}

operation!(PostJson, POST, Json, "/v2/things", None);
operation!(PutJson, PUT, Json, "/v2/things", None);
operation!(PostForm, POST, Form, "/v1/things", None);
operation!(PutForm, PUT, Form, "/v1/things", None);
operation!(GetForm, GET, Json, "/v1/things", None);
operation!(
    Elsewhere,
    POST,
    Json,
    "/v2/billing/meter_event_stream",
    Some("https://meter-events.stripe.com")
);

#[test]
fn a_query_goes_beside_every_kind_of_body() {
    fn send<O: Operation<Output = Json>>(
        make: fn(fn(&mut FormEncoder), RequestOptions) -> O,
    ) -> http::Request<Bytes> {
        let Bench { client, script, .. } = bench([Outcome::json(200, "{}")]);
        let name: fn(&mut FormEncoder) = |form| form.parameter("name", "x");
        wait(client.send(&make(name, RequestOptions::new()))).unwrap();
        script.request()
    }
    let (form, json) = ("application/x-www-form-urlencoded", "application/json");
    let both = "include[0]=a&include[1]=b";
    for (sent, in_query, body, content_type, has_key) in [
        (send(PostJson), both, r#"{"name":"x"}"#, Some(json), true),
        (send(PutJson), both, r#"{"name":"x"}"#, Some(json), false),
        (send(PostForm), both, "name=x", Some(form), true),
        (send(PutForm), both, "name=x", Some(form), false),
        (
            send(GetForm),
            "include[0]=a&include[1]=b&name=x",
            "",
            None,
            false,
        ),
    ] {
        let what = format!("{} {}", sent.method(), sent.uri());
        assert_eq!(query(&sent), in_query, "{what}");
        assert_eq!(sent.body(), body, "{what}");
        assert_eq!(
            header(&sent, "content-type").as_deref(),
            content_type,
            "{what}"
        );
        let length = content_type.map(|_| body.len().to_string());
        assert_eq!(header(&sent, "content-length"), length, "{what}");
        assert_eq!(
            header(&sent, "idempotency-key").is_some(),
            has_key,
            "{what}"
        );
    }
}

/// What is sent for these parameters, or the argument that is refused.
fn json(parameters: fn(&mut FormEncoder)) -> Result<Value, String> {
    let Bench { client, script, .. } = bench([Outcome::json(200, "{}")]);
    match wait(client.send(&PostJson(parameters, RequestOptions::new()))) {
        Ok(_) => Ok(serde_json::from_slice(script.request().body()).unwrap()),
        Err(error) => {
            assert!(script.requests().is_empty());
            let refused = error.invalid_argument().expect("a refusal");
            Err(refused.to_string())
        }
    }
}

/// A nested object.
struct Address {
    line: Clearable<String>,
    lines: Vec<String>,
}

const NO_ADDRESS: Address = Address {
    line: Clearable::Unset,
    lines: Vec::new(),
};

impl FormValue for Address {
    fn encode(&self, form: &mut FormEncoder) {
        form.parameter("line", &self.line);
        form.parameter("lines", &self.lines);
    }
}

/// What it is about, what is written, and what is sent.
type Row = (&'static str, fn(&mut FormEncoder), Value);

fn written(rows: &[Row]) {
    for (what, parameters, expected) in rows {
        assert_eq!(json(*parameters).as_ref(), Ok(expected), "{what}");
    }
}

#[test]
fn bodies_tell_unset_cleared_and_set_apart() {
    written(&[
        ("nothing", |_| {}, json!({})),
        (
            "unset, cleared and set are three things",
            |form| {
                form.parameter("unset", &Clearable::<String>::Unset);
                form.parameter("clear", &Clearable::<String>::Clear);
                form.parameter("set", &Clearable::Set(""));
            },
            json!({"clear": null, "set": ""}),
        ),
        (
            "and so they are inside of an object",
            |form| {
                form.parameter("none", &None::<Address>);
                let line = Clearable::Clear;
                form.parameter("address", &Some(Address { line, ..NO_ADDRESS }));
            },
            json!({"address": {"line": null}}),
        ),
        (
            "an object without members is sent",
            |form| {
                form.parameter("plain", &NO_ADDRESS);
                form.parameter("some", &Some(NO_ADDRESS));
                form.parameter("set", &Clearable::Set(NO_ADDRESS));
            },
            json!({"plain": {}, "some": {}, "set": {}}),
        ),
        (
            "an array without items is sent if it is set",
            |form| {
                form.parameter("plain", &Vec::<String>::new());
                form.parameter("some", &Some(Vec::<String>::new()));
                form.parameter("set", &Clearable::Set(Vec::<String>::new()));
                form.parameter("none", &None::<Vec<String>>);
            },
            json!({"some": [], "set": []}),
        ),
        (
            "so is a map",
            |form| {
                let empty = BTreeMap::<String, String>::new();
                form.parameter("plain", &empty);
                form.parameter("some", &Some(empty));
            },
            json!({"some": {}}),
        ),
        (
            "an object that holds only what is not set",
            |form| {
                form.parameter("object", &BTreeMap::from([("a".to_owned(), None::<bool>)]));
            },
            json!({"object": {}}),
        ),
    ]);
}

#[test]
fn bodies_hold_objects_arrays_and_maps() {
    written(&[
        (
            "arrays of objects and of arrays",
            |form| {
                let line = Clearable::Set("1".to_owned());
                form.parameter("objects", &[Address { line, ..NO_ADDRESS }, NO_ADDRESS]);
                form.parameter("arrays", &[["a"], ["b"]]);
            },
            json!({"objects": [{"line": "1"}, {}], "arrays": [["a"], ["b"]]}),
        ),
        (
            "metadata",
            |form| {
                let metadata = Metadata::new().set("a[b]", "").set("é", "\"").unset("gone");
                form.parameter("metadata", &Some(metadata));
            },
            json!({"metadata": {"a[b]": "", "é": "\"", "gone": null}}),
        ),
        (
            "metadata without keys",
            |form| form.parameter("metadata", &Metadata::new()),
            json!({"metadata": {}}),
        ),
        (
            "metadata that is cleared",
            |form| form.parameter("metadata", &Metadata::clear()),
            json!({"metadata": null}),
        ),
        (
            "a map of what can be cleared",
            |form| {
                let map = BTreeMap::from([
                    ("a".to_owned(), Clearable::Set(1_i64)),
                    ("b".to_owned(), Clearable::Clear),
                ]);
                form.parameter("map", &map);
            },
            json!({"map": {"a": 1, "b": null}}),
        ),
        (
            "JSON as it is",
            |form| {
                form.parameter("a", &json!({"": [{}, [], null, 0.5, {"b[c]": u64::MAX}]}));
            },
            json!({"a": {"": [{}, [], null, 0.5, {"b[c]": u64::MAX}]}}),
        ),
        (
            "a parameter that is written twice has its last value",
            |form| {
                form.parameter("a", "1");
                form.parameter("a", "2");
            },
            json!({"a": "2"}),
        ),
        (
            "boxes and borrowed values",
            |form| {
                form.parameter("a", &Box::new(Some("1")));
                form.parameter("b", &&Cow::Borrowed("2"));
            },
            json!({"a": "1", "b": "2"}),
        ),
        (
            "objects in objects",
            |form| {
                let inner = BTreeMap::from([("c".to_owned(), "d")]);
                form.parameter("a", &BTreeMap::from([("b".to_owned(), inner)]));
            },
            json!({"a": {"b": {"c": "d"}}}),
        ),
    ]);
}

#[test]
fn bodies_hold_exact_values() {
    written(&[
        (
            "integers are exact",
            |form| {
                form.parameter("least", &i64::MIN);
                form.parameter("most", &u64::MAX);
                form.parameter("text", &Int64::from(i64::MIN));
            },
            json!({"least": i64::MIN, "most": u64::MAX, "text": "-9223372036854775808"}),
        ),
        (
            "fractions are numbers, decimals are text",
            |form| {
                form.parameter("float", &-0.5);
                form.parameter("decimal", &"0.10".parse::<Decimal>().unwrap());
            },
            json!({"float": -0.5, "decimal": "0.10"}),
        ),
        (
            "booleans",
            |form| form.parameter("a", &[true, false]),
            json!({"a": [true, false]}),
        ),
        (
            "times",
            |form| {
                form.parameter("v1", &Timestamp::from_unix_seconds(1));
                form.parameter("v2", &DateTime::from_unix(1, 0));
            },
            json!({"v1": 1, "v2": "1970-01-01T00:00:01.000Z"}),
        ),
        (
            "text",
            |form| form.parameter("a", "\u{0}\"\\/\n é €"),
            json!({"a": "\u{0}\"\\/\n é €"}),
        ),
    ]);
}

#[test]
fn what_no_body_can_hold_is_refused_by_name() {
    type Row = (fn(&mut FormEncoder), &'static str);
    let rows: [Row; 6] = [
        (|form| form.parameter("a", &f64::NAN), "invalid `a`"),
        (
            |form| form.parameter("metadata", &Metadata::clear().set("a", "b")),
            "invalid `metadata`",
        ),
        (
            |form| form.parameter("metadata", &Metadata::new().set("", "b")),
            "invalid `metadata`",
        ),
        (
            |form| form.parameter("a", &[Some(1), None]),
            "invalid `a[1]`",
        ),
        (
            |form| form.parameter("a", &[vec!["b"], Vec::new()]),
            "invalid `a[1]`",
        ),
        (
            |form| form.file("a.png", "image/png", b""),
            "sent as multipart/form-data only",
        ),
    ];
    for (parameters, expected) in rows {
        let refused = json(parameters).unwrap_err();
        assert!(refused.contains(expected), "{refused} is not {expected}");
    }
}

#[test]
fn extra_parameters_go_into_the_json() {
    let Bench { client, script, .. } = bench([Outcome::json(200, "{}")]);
    let options = RequestOptions::new().extra("preview", json!({"a": [null]}));
    let request = PostJson(|form| form.parameter("name", "x"), options);
    wait(client.send(&request)).unwrap();
    let sent = script.request();
    assert_eq!(sent.body(), r#"{"name":"x","preview":{"a":[null]}}"#);

    let options = RequestOptions::new().extra("name", "y");
    let request = PostJson(|form| form.parameter("name", "x"), options);
    assert!(
        wait(client.send(&request))
            .unwrap_err()
            .is_invalid_argument()
    );
    // What is not sent is not there.
    let options = RequestOptions::new().extra("name", "y");
    let request = PostJson(|form| form.parameter("name", &None::<bool>), options);
    let _ = wait(client.send(&request));
    assert_eq!(script.requests()[1].body(), r#"{"name":"y"}"#);
}

#[test]
fn keys_belong_to_post_and_to_delete_under_v2() {
    for (method, path, has_key) in [
        (Method::POST, "/v1/x", true),
        (Method::POST, "/v2/x", true),
        (Method::DELETE, "/v2/x", true),
        (Method::DELETE, "/v1/x", false),
        (Method::PUT, "/v1/x", false),
        (Method::GET, "/v2/x", false),
    ] {
        let Bench { client, script, .. } = bench([
            Outcome::error(500),
            Outcome::error(409),
            Outcome::json(200, "{}"),
        ]);
        let request = RawRequest::new(&API, method.clone(), path);
        let response = wait(request.send_with_meta::<Json>(&client)).unwrap();
        let keys = script.header("idempotency-key");
        assert_eq!(keys.len(), 3);
        assert_eq!(keys[0].is_some(), has_key, "{method} {path}");
        assert!(keys.iter().all(|key| *key == keys[0]), "{keys:?}");
        assert_eq!(response.meta.idempotency_key(), keys[0].as_deref());
    }
}

#[test]
fn a_raw_request_can_put() {
    let Bench { client, script, .. } = bench([Outcome::json(200, "{}")]);
    let request = RawRequest::put(&API, "/v1/things/t_1")
        .parameter("name", "x")
        .query("expand", json!(["a"]));
    wait(request.send::<Json>(&client)).unwrap();
    let sent = script.request();
    assert_eq!(sent.method(), Method::PUT);
    assert_eq!(query(&sent), "expand[0]=a");
    assert_eq!(sent.body(), "name=x");
}

#[test]
fn an_operation_may_have_a_server_and_a_key_of_its_own() {
    let token = RequestOptions::new().api_key("bmes_token");
    for (base_url, url) in [
        (
            None,
            "https://meter-events.stripe.com/v2/billing/meter_event_stream",
        ),
        (
            Some("http://127.0.0.1:9"),
            "http://127.0.0.1:9/v2/billing/meter_event_stream",
        ),
    ] {
        let bench = bench_with([Outcome::json(200, "{}")], |builder| match base_url {
            Some(base_url) => builder.base_url(base_url),
            None => builder,
        });
        wait(bench.client.send(&Elsewhere(|_| {}, token.clone()))).unwrap();
        let sent = bench.script.request();
        assert_eq!(sent.uri().to_string().split('?').next(), Some(url));
        let authorization = header(&sent, "authorization");
        assert_eq!(authorization.as_deref(), Some("Bearer bmes_token"));
    }
}

/// A list under `/v2`, as it is generated.
#[derive(Clone, Default)]
struct ListThings {
    limit: Option<i64>,
    request_options: RequestOptions,
}

stripe_runtime::impl_v2_list_request!(ListThings, String);

impl Operation for ListThings {
    type Output = V2List<String>;
    const API: &'static Api = &API;
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/v2/things";

    fn path(&self) -> Result<Cow<'static, str>, InvalidArgument> {
        Ok(Self::PATH.into())
    }

    fn parameters(&self, form: &mut FormEncoder) {
        form.parameter("limit", &self.limit);
    }

    fn options(&self) -> &RequestOptions {
        &self.request_options
    }
}

fn page(data: &[&str], next: Option<&str>) -> Outcome {
    let page = json!({"data": data, "next_page_url": next, "previous_page_url": null});
    Outcome::json(200, &page.to_string())
}

fn collect<L: ListOperation>(bench: &Bench, list: L) -> Result<Vec<L::Item>, Error> {
    wait(async {
        let mut pages = bench.client.paginate(list);
        let mut items = Vec::new();
        while let Some(item) = pages.next().await {
            items.push(item?);
        }
        Ok(items)
    })
}

fn urls(script: &Script) -> Vec<String> {
    let requests = script.requests();
    requests.iter().map(|sent| sent.uri().to_string()).collect()
}

#[test]
fn pages_are_fetched_by_their_url_as_it_is() {
    let bench = bench_with(
        [
            page(&["a", "b"], Some("/v2/things?page=two&limit=7&x=%5B%5D,")),
            page(&[], Some("/v2/things?page=three")),
            page(&[], Some("https://api.stripe.com/v2/things?page=four")),
            page(&["c"], None),
        ],
        |builder| builder.context("acct_1"),
    );
    let list = ListThings {
        limit: Some(2),
        ..ListThings::default()
    };
    assert_eq!(collect(&bench, list).unwrap(), ["a", "b", "c"]);
    let expected = [
        "https://api.stripe.com/v2/things?limit=2",
        "https://api.stripe.com/v2/things?page=two&limit=7&x=%5B%5D,",
        "https://api.stripe.com/v2/things?page=three",
        "https://api.stripe.com/v2/things?page=four",
    ];
    assert_eq!(urls(&bench.script), expected);
    // As the request for the first page is sent, so are the others.
    for name in ["authorization", "stripe-context", "stripe-version"] {
        let values = bench.script.header(name);
        assert!(values.iter().all(|value| *value == values[0]), "{values:?}");
    }
}

#[test]
fn a_url_leads_to_the_clients_own_host_or_nowhere() {
    let stripe = "https://api.stripe.com";
    let proxy = "https://proxy.example/stripe/";
    let loopback = "http://127.0.0.1:8080";
    for (base_url, url, fetched) in [
        (stripe, "/v2/x", Some("https://api.stripe.com/v2/x")),
        (
            stripe,
            "https://api.stripe.com:443/v2/x",
            Some("https://api.stripe.com:443/v2/x"),
        ),
        (
            stripe,
            "https://API.stripe.com/v2/x",
            Some("https://API.stripe.com/v2/x"),
        ),
        (
            proxy,
            "/v2/x?a=b",
            Some("https://proxy.example/stripe/v2/x?a=b"),
        ),
        (
            proxy,
            "https://proxy.example/stripe/v2/x",
            Some("https://proxy.example/stripe/v2/x"),
        ),
        (loopback, "/v2/x", Some("http://127.0.0.1:8080/v2/x")),
        (
            loopback,
            "http://127.0.0.1:8080/v2/x",
            Some("http://127.0.0.1:8080/v2/x"),
        ),
        // Another host, another port, another scheme.
        (stripe, "https://evil.example/v2/x", None),
        (stripe, "https://api.stripe.com.evil.example/v2/x", None),
        (stripe, "https://evil.example#@api.stripe.com/v2/x", None),
        (stripe, "https://api.stripe.com@evil.example/v2/x", None),
        (stripe, "https://user@api.stripe.com/v2/x", None),
        (stripe, "https://api.stripe.com:444/v2/x", None),
        (stripe, "http://api.stripe.com/v2/x", None),
        (stripe, "http://api.stripe.com:443/v2/x", None),
        (stripe, "ftp://api.stripe.com/v2/x", None),
        (stripe, "//evil.example/v2/x", None),
        (stripe, "///evil.example/v2/x", None),
        (stripe, "\\\\evil.example/v2/x", None),
        (stripe, "https:/api.stripe.com/v2/x", None),
        (proxy, "https://api.stripe.com/v2/x", None),
        (loopback, "http://127.0.0.1:8081/v2/x", None),
        (loopback, "https://127.0.0.1:8080/v2/x", None),
        // What is no URL, or relative to what nobody knows.
        (stripe, "", None),
        (stripe, "?page=2", None),
        (stripe, "v2/x", None),
        (stripe, "*", None),
        (stripe, "api.stripe.com/v2/x", None),
        (stripe, "api.stripe.com:443", None),
        (stripe, "/v2/x y", None),
        (stripe, "/v2/x\r\nHost: evil.example", None),
    ] {
        let outcomes = [page(&["a"], Some(url)), page(&["b"], None)];
        let bench = bench_with(outcomes, |builder| builder.base_url(base_url));
        let read = collect(&bench, ListThings::default());
        let sent = urls(&bench.script);
        if let Some(fetched) = fetched {
            assert_eq!(read.unwrap(), ["a", "b"], "{url}");
            // `http` writes hosts in lower case, or not; both are the same.
            assert!(sent[1].eq_ignore_ascii_case(fetched), "{url}: {sent:?}");
        } else {
            let error = read.unwrap_err();
            assert_eq!(sent.len(), 1, "{url} was followed: {sent:?}");
            assert_eq!(error.invalid_argument().unwrap().argument(), "url", "{url}");
            assert!(!error.was_sent(), "{url}");
        }
    }
}

#[test]
fn urls_that_go_round_in_a_circle_are_an_error() {
    let pages = [
        page(&["a"], Some("/v2/things?page=1")),
        page(&["b"], Some("/v2/things?page=2")),
        page(&["c"], Some("/v2/things?page=1")),
        page(&[], Some("/v2/things?page=2")),
        page(&[], Some("/v2/things?page=1")),
        page(&[], Some("/v2/things?page=2")),
        page(&[], Some("/v2/things?page=1")),
        page(&[], Some("/v2/things?page=2")),
    ];
    let bench = bench(pages);
    assert!(
        collect(&bench, ListThings::default())
            .unwrap_err()
            .is_decode()
    );
    assert!(bench.script.requests().len() < 8);
}

#[test]
fn a_list_goes_on_at_a_url_that_was_kept() {
    let bench = bench([page(&["b"], None)]);
    let list = ListThings {
        limit: Some(2),
        ..ListThings::default()
    };
    let list = list.page_url("/v2/things?page=two");
    assert!(!format!("{:?}", list.request_options).contains("two"));
    assert_eq!(collect(&bench, list).unwrap(), ["b"]);
    assert_eq!(
        urls(&bench.script),
        ["https://api.stripe.com/v2/things?page=two"]
    );
}

#[test]
fn a_list_under_v2_is_what_stripe_sends() {
    let read = |page: Value| serde_json::from_value::<V2List<String>>(page);
    let page = json!({"data": ["a"], "next_page_url": "/n", "previous_page_url": "/p"});
    let list = read(page.clone()).unwrap();
    assert_eq!(list.previous_page_url.as_deref(), Some("/p"));
    assert_eq!(serde_json::to_value(&list).unwrap(), page);
    assert_eq!(list.iter().chain(&list).count(), 2);
    let shown = format!("{list:?}");
    assert!(!shown.contains("/n") && !shown.contains("/p"), "{shown}");
    assert_eq!(
        V2List::new(vec![1], None).into_iter().collect::<Vec<_>>(),
        [1]
    );
    assert!(read(json!({"next_page_url": null, "previous_page_url": null})).is_err());
}

#[cfg(feature = "blocking")]
#[test]
fn pages_are_read_by_the_blocking_client_as_well() {
    let script = Script::new([
        page(&["a"], Some("/v2/things?page=2")),
        page(&["b"], Some("https://evil.example/")),
    ]);
    let client = stripe_runtime::BlockingClient::builder("sk_test_1")
        .transport(script.clone())
        .build()
        .unwrap();
    let read: Vec<_> = ListThings::default().paginate_blocking(&client).collect();
    assert_eq!(read[0].as_deref().unwrap(), "a");
    assert_eq!(read[1].as_deref().unwrap(), "b");
    assert!(read[2].as_ref().unwrap_err().is_invalid_argument());
    assert_eq!((read.len(), script.requests().len()), (3, 2));
}

/// A search, as it is generated.
#[derive(Default)]
struct SearchThings {
    query: String,
    page: Option<String>,
    request_options: RequestOptions,
}

stripe_runtime::impl_search_request!(SearchThings, String);

impl Operation for SearchThings {
    type Output = SearchResult<String>;
    const API: &'static Api = &API;
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/v1/things/search";

    fn path(&self) -> Result<Cow<'static, str>, InvalidArgument> {
        Ok(Self::PATH.into())
    }

    fn parameters(&self, form: &mut FormEncoder) {
        form.parameter("page", &self.page);
        form.parameter("query", &self.query);
    }

    fn options(&self) -> &RequestOptions {
        &self.request_options
    }
}

fn found(data: &[&str], has_more: bool, next: Option<&str>) -> Outcome {
    let page = json!({
        "object": "search_result", "url": "/v1/things/search",
        "data": data, "has_more": has_more, "next_page": next,
    });
    Outcome::json(200, &page.to_string())
}

#[test]
fn a_search_goes_on_by_the_token_of_the_next_page() {
    let bench = bench([
        found(&["a"], true, Some("two")),
        found(&[], true, Some("three")),
        // A token alone does not say that there is more.
        found(&["b"], false, Some("four")),
    ]);
    let search = SearchThings {
        query: "email:'a&b'".into(),
        ..SearchThings::default()
    };
    assert_eq!(collect(&bench, search).unwrap(), ["a", "b"]);
    let requests = bench.script.requests();
    let queries: Vec<String> = requests.iter().map(query).collect();
    let expected = [
        "query=email:'a&b'",
        "page=two&query=email:'a&b'",
        "page=three&query=email:'a&b'",
    ];
    assert_eq!(queries, expected);
}

#[test]
fn a_search_that_leads_nowhere_or_back_is_an_error() {
    for second in [found(&["b"], true, None), found(&["b"], true, Some("two"))] {
        let bench = bench([found(&["a"], true, Some("two")), second]);
        let error = collect(&bench, SearchThings::default()).unwrap_err();
        assert!(error.is_decode());
        assert_eq!(bench.script.requests().len(), 2);
    }
}

#[test]
fn a_search_result_is_what_stripe_sends() {
    let page = json!({
        "object": "search_result", "url": "/v1/x", "data": ["a"], "has_more": true,
        "next_page": "token", "total_count": 3,
    });
    let result: SearchResult<String> = serde_json::from_value(page.clone()).unwrap();
    assert_eq!(result.total_count, Some(3));
    assert_eq!(serde_json::to_value(&result).unwrap(), page);
    let shown = format!("{result:?}");
    assert!(
        !shown.contains("token") && !shown.contains("/v1"),
        "{shown}"
    );
    let mut list = page;
    list["object"] = json!("list");
    assert!(serde_json::from_value::<SearchResult<String>>(list).is_err());
    assert!(SearchResult::<u8>::new(Vec::new(), Some("a".into())).has_more);
}

#[test]
fn times_are_read_and_written() {
    for (text, seconds, nanos, written) in [
        ("1970-01-01T00:00:00Z", 0, 0, "1970-01-01T00:00:00.000Z"),
        (
            "2026-09-30T12:00:00.134Z",
            1_790_769_600,
            134_000_000,
            "2026-09-30T12:00:00.134Z",
        ),
        (
            "2026-09-30t14:30:00.134567+02:30",
            1_790_769_600,
            134_567_000,
            "2026-09-30T12:00:00.134567Z",
        ),
        (
            "2026-09-30 10:00:00.1234567891-02:00",
            1_790_769_600,
            123_456_789,
            "2026-09-30T12:00:00.123456789Z",
        ),
        (
            "1969-12-31T23:59:59.5z",
            -1,
            500_000_000,
            "1969-12-31T23:59:59.500Z",
        ),
        (
            "2000-02-29T00:00:00Z",
            951_782_400,
            0,
            "2000-02-29T00:00:00.000Z",
        ),
        (
            "2024-02-29T23:59:59Z",
            1_709_251_199,
            0,
            "2024-02-29T23:59:59.000Z",
        ),
        (
            "2016-12-31T23:59:60Z",
            1_483_228_800,
            0,
            "2017-01-01T00:00:00.000Z",
        ),
        (
            "0000-01-01T00:00:00Z",
            -62_167_219_200,
            0,
            "0000-01-01T00:00:00.000Z",
        ),
        (
            "9999-12-31T23:59:59Z",
            253_402_300_799,
            0,
            "9999-12-31T23:59:59.000Z",
        ),
    ] {
        let time: DateTime = text.parse().unwrap();
        assert_eq!(
            (time.as_unix_seconds(), time.subsec_nanos()),
            (seconds, nanos),
            "{text}"
        );
        assert_eq!(time, DateTime::from_unix(seconds, nanos));
        assert_eq!(
            (time.to_string(), format!("{time:?}")),
            (written.to_owned(), written.to_owned())
        );
        assert_eq!(
            serde_json::from_value::<DateTime>(json!(text)).unwrap(),
            time
        );
        assert_eq!(serde_json::to_value(time).unwrap(), written);
        assert_eq!(written.parse::<DateTime>().unwrap(), time);
    }
}

#[test]
fn what_is_no_time_is_refused() {
    for text in [
        "",
        "2026-09-30",
        "2026-09-30T12:00:00",
        "2026-09-30T12:00Z",
        "2026-09-30T12:00:00.Z",
        "2026-09-30T12:00:00Z ",
        "2026-09-30T12:00:00+0200",
        "2026-09-30T12:00:00+24:00",
        "2026-09-30T12:00:00+02:60",
        "2026-00-30T12:00:00Z",
        "2026-13-30T12:00:00Z",
        "2026-04-31T12:00:00Z",
        "2026-02-29T12:00:00Z",
        "2026-09-00T12:00:00Z",
        "2026-09-30T24:00:00Z",
        "2026-09-30T12:60:00Z",
        "2026-09-30T12:00:61Z",
        "+026-09-30T12:00:00Z",
        "26-09-30T12:00:00Z",
        "２026-09-30T12:00:00Z",
    ] {
        assert!(text.parse::<DateTime>().is_err(), "{text}");
        assert!(serde_json::from_value::<DateTime>(json!(text)).is_err());
    }
    assert!(serde_json::from_value::<DateTime>(json!(1)).is_err());
}

proptest::proptest! {
    #[test]
    fn every_time_comes_back(seconds in -62_167_219_200_i64..=253_402_300_799, nanos in 0_u32..1_000_000_000) {
        let time = DateTime::from_unix(seconds, nanos);
        proptest::prop_assert_eq!(time.to_string().parse::<DateTime>().unwrap(), time);
        let system = SystemTime::try_from(time).unwrap();
        proptest::prop_assert_eq!(DateTime::from(system), time);
    }

    #[test]
    fn reading_times_never_panics(text in "[0-9TZ:.+-]{0,40}") {
        let _ = text.parse::<DateTime>();
    }
}

#[test]
fn times_convert_and_compare() {
    let time = DateTime::from_unix(1, 500_000_000);
    assert_eq!(Timestamp::from(time).as_unix_seconds(), 1);
    assert!(time > DateTime::from(Timestamp::from_unix_seconds(1)));
    let system = UNIX_EPOCH + Duration::from_millis(1500);
    assert_eq!(DateTime::from(system), time);
    let before = UNIX_EPOCH - Duration::from_millis(500);
    assert_eq!(DateTime::from(before), DateTime::from_unix(-1, 500_000_000));
    // Out of RFC 3339's range.
    for (seconds, nearest) in [
        (i64::MAX, "9999-12-31T23:59:59.999999999Z"),
        (i64::MIN, "0000-01-01T00:00:00.000Z"),
    ] {
        let time = DateTime::from_unix(seconds, u32::MAX);
        assert_eq!(time.to_string(), nearest);
    }
}

#[cfg(all(feature = "chrono", feature = "jiff", feature = "time"))]
#[test]
fn times_convert_to_those_of_other_crates() {
    for time in [
        DateTime::from_unix(1_790_769_600, 123_456_789),
        DateTime::from_unix(-1, 999_999_999),
        DateTime::from_unix(-2, 0),
    ] {
        let chrono = chrono::DateTime::try_from(time).unwrap();
        assert_eq!(DateTime::from(chrono), time);
        let jiff = jiff::Timestamp::try_from(time).unwrap();
        assert_eq!(DateTime::from(jiff), time);
        let offset = time::OffsetDateTime::try_from(time).unwrap();
        assert_eq!(DateTime::from(offset), time);
        let utc = time::UtcDateTime::try_from(time).unwrap();
        assert_eq!(DateTime::from(utc), time);
    }
}

#[test]
fn decimals_are_exact() {
    for text in ["0", "-0.10", "+1", "79228162514264337593543950336.000001"] {
        let decimal: Decimal = text.parse().unwrap();
        assert_eq!(
            (decimal.as_str(), decimal.to_string()),
            (text, text.to_owned())
        );
        assert_eq!(serde_json::to_value(&decimal).unwrap(), text);
    }
    for text in [
        "", "-", ".5", "5.", "1e3", "1,5", " 1", "0x1", "NaN", "--1", "١",
    ] {
        assert!(text.parse::<Decimal>().is_err(), "{text}");
        // A response is read nevertheless.
        let read: Decimal = serde_json::from_value(json!(text)).unwrap();
        assert_eq!(read.as_str(), text);
    }
    assert_eq!(Decimal::from(i64::MIN).as_str(), "-9223372036854775808");
}

#[test]
fn integers_are_text() {
    for (json, number) in [
        (json!("9223372036854775807"), Some(i64::MAX)),
        (json!("-9223372036854775808"), Some(i64::MIN)),
        (json!(7), Some(7)),
        (json!(-7), Some(-7)),
        (json!("9223372036854775808"), None),
        (json!(u64::MAX), None),
        (json!("7.0"), None),
        (json!(7.0), None),
        (json!(""), None),
        (json!(null), None),
    ] {
        let read = serde_json::from_value::<Int64>(json.clone()).ok();
        assert_eq!(read.map(Int64::get), number, "{json}");
    }
    let written = serde_json::to_value(Int64::from(i64::MAX)).unwrap();
    assert_eq!(written, "9223372036854775807");
    assert_eq!(i64::from(Int64::from(3)), 3);
    assert!(Int64::from(3) == 3 && Int64::from(3) < Int64::from(4));
}
