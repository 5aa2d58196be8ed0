//! Errors: kinds, fields, and what `Display` and `Debug` leave out.

use std::error::Error as _;

use serde_json::Value;
use stripe_runtime::http::StatusCode;
use stripe_runtime::{
    Clearable, ClientBuilder, Error, ErrorKind, RawRequest, RequestOptions, TransportError,
    TransportErrorKind,
};

use crate::support::operations::{API, Document, ListSessions, Options, retrieve, update};
use crate::support::transport::Outcome;
use crate::support::vectors::{each, text, wait};
use crate::support::{Bench, bench, bench_with, bench_with_key};

/// The error of a call with a live key.
fn failure(outcome: Outcome) -> Error {
    let settings = |builder: ClientBuilder| builder.max_retries(0);
    let Bench { client, .. } = bench_with_key("sk_live_1", [outcome], settings);
    wait(update("vs_1").send(&client)).expect_err("a failure")
}

fn kind(name: &str) -> ErrorKind {
    match name {
        // RUNTIME.md has no kind for OAuth's errors: their code tells them.
        "invalid_request" | "oauth" => ErrorKind::InvalidRequest,
        "authentication" => ErrorKind::Authentication,
        "card" => ErrorKind::Card,
        "permission" => ErrorKind::Permission,
        "idempotency" => ErrorKind::Idempotency,
        "rate_limit" => ErrorKind::RateLimit,
        "api" => ErrorKind::Api,
        "invalid_response" => ErrorKind::Decode,
        other => panic!("kind {other}"),
    }
}

#[test]
fn mapping() {
    each("error_mapping.json", |case| {
        let status = u16::try_from(case["status"].as_u64().unwrap()).unwrap();
        let headers = case["headers"].as_object().unwrap();
        let headers = headers
            .iter()
            .map(|(name, value)| (name.clone(), value.as_str().unwrap().to_owned()));
        let body = text(case, "body");
        let error = failure(Outcome::Answer {
            status,
            headers: headers.collect(),
            body: body.into(),
        });

        let expect = &case["expect"];
        assert_eq!(error.kind(), kind(text(expect, "kind")), "{case}");
        assert_eq!(error.status().unwrap(), status);
        assert_eq!(error.request_id(), expect["request_id"].as_str());
        assert_eq!(error.attempts(), 1);
        assert!(error.idempotency_key().is_some());
        for (name, value) in expect["fields"].as_object().into_iter().flatten() {
            let field = match name.as_str() {
                "code" => error.code(),
                "param" => error.param(),
                "message" => error.message(),
                "decline_code" => error.decline_code(),
                "type" => error.type_(),
                "user_message" => error.user_message(),
                "doc_url" => error.doc_url(),
                other => panic!("field {other}"),
            };
            assert_eq!(field, value.as_str(), "{name}");
        }
        let reason = case["headers"]
            .get("Stripe-Rate-Limited-Reason")
            .and_then(Value::as_str);
        assert_eq!(error.rate_limited_reason(), reason);
        if let Ok(json) = serde_json::from_str::<Value>(body) {
            assert_eq!(error.raw(), json.get("error"));
        } else if !body.is_empty() {
            assert_eq!(error.body_sample(), Some(body));
        }
        let shown = format!("{error} {error:?}");
        assert!(!shown.contains('\n'));
        // Shorter ones are words of ours as well.
        if let Some(message) = error.message().filter(|message| message.len() > 10) {
            assert!(!shown.contains(message), "{shown}");
        }
        assert!(!shown.contains("<html>"), "{shown}");
    });
}

#[test]
fn display_is_one_line_of_what_may_be_shown() {
    let body = r#"{"error":{"type":"card_error","code":"card_declined","message":"Jenny's card"}}"#;
    let error = failure(Outcome::json(402, body));
    assert_eq!(
        error.to_string(),
        "payment failed (status 402, type card_error, code card_declined, request req_script)"
    );
    assert_eq!(
        failure(Outcome::Fail(TransportErrorKind::Refused)).to_string(),
        "connection failed: connection refused"
    );
    assert_eq!(
        failure(Outcome::json(200, r#"{"id":"#)).to_string(),
        "response not understood: JSON ends early at line 1 column 6 (status 200, request req_script)"
    );
    assert_eq!(
        failure(Outcome::json(200, "{}")).to_string(),
        "response not understood: field `object` is missing at line 1 column 2 (status 200, request req_script)"
    );
}

#[test]
fn what_looks_like_no_word_of_stripes_is_not_shown() {
    let body = r#"{"error":{"type":"Jenny Rosen","code":"jenny@example.com"}}"#;
    let error = failure(Outcome::json(400, body));
    assert_eq!(error.type_(), Some("Jenny Rosen"));
    let shown = format!("{error} {error:?}");
    assert!(
        !shown.contains("Jenny") && !shown.contains("jenny"),
        "{shown}"
    );
}

#[test]
fn a_decode_error_does_not_quote_the_body() {
    let error = failure(Outcome::json(
        200,
        r#"{"object":"identity.verification_session","id":"vs_1","created":"SECRET"}"#,
    ));
    assert!(error.is_decode());
    let mut shown = format!("{error} {error:?}");
    let mut source = error.source();
    while let Some(inner) = source {
        shown.push_str(&format!("{inner} {inner:?}"));
        source = inner.source();
    }
    assert!(!shown.contains("SECRET"), "{shown}");
    assert!(
        error.body_sample().unwrap().contains("SECRET"),
        "but it can be asked for"
    );
}

#[test]
fn the_sample_of_a_body_is_bounded() {
    let error = failure(Outcome::json(502, &"x".repeat(100_000)));
    assert_eq!(error.body_sample().unwrap().len(), 512);
    let error = failure(Outcome::json(502, &"é".repeat(100_000)));
    assert!(error.body_sample().unwrap().len() <= 515);
}

/// A tree of values takes many times the bytes that it was read from.
#[test]
fn an_error_of_more_than_128_kib_is_told_by_its_status() {
    let body = |bytes: usize| {
        let error = r#"{"error":{"type":"card_error","message":""}}"#;
        let message = "x".repeat(bytes - error.len());
        error.replace(r#""message":""#, &format!(r#""message":"{message}"#))
    };
    let error = failure(Outcome::json(400, &body(128 * 1024)));
    assert!(error.is_invalid_request() && error.message().is_some());
    let error = failure(Outcome::json(400, &body(128 * 1024 + 1)));
    assert!(error.is_api() && error.raw().is_none());
    assert!(error.body_sample().unwrap().starts_with("{\"error\""));
}

#[test]
fn predicates() {
    let not_found = r#"{"error":{"type":"invalid_request_error","code":"resource_missing"}}"#;
    assert!(failure(Outcome::json(404, not_found)).is_not_found());
    assert!(
        !failure(Outcome::json(404, "{}")).is_not_found(),
        "none of Stripe's answers"
    );
    assert!(failure(Outcome::json(401, "")).is_authentication());
    assert!(failure(Outcome::json(403, "")).is_permission());
    assert!(failure(Outcome::json(429, "")).is_rate_limit());
    assert!(
        failure(Outcome::json(302, "")).is_api(),
        "redirects are not followed"
    );
    assert!(failure(Outcome::Fail(TransportErrorKind::Timeout)).is_timeout());
}

#[test]
fn a_transport_keeps_its_source() {
    let source = std::io::Error::other("underneath");
    let error = stripe_runtime::TransportError::with_source(TransportErrorKind::Other, source);
    assert_eq!(error.source().unwrap().to_string(), "underneath");
}

#[test]
fn success_tells_how_it_went() {
    let answer = Outcome::session()
        .header("Idempotent-Replayed", "true")
        .header("X-Other", "1");
    let Bench { client, .. } = bench([Outcome::error(500), answer]);
    let response = wait(client.send_with_meta(&update("vs_1"))).unwrap();
    let meta = response.meta;
    assert_eq!(meta.status(), 200);
    assert_eq!(meta.request_id(), Some("req_script"));
    assert_eq!(meta.attempts(), 2);
    assert_eq!(meta.headers()["x-other"], "1");
    assert!(meta.idempotency_key().is_some());
    assert!(meta.idempotent_replayed());
}

#[test]
fn deep_json_is_an_error_and_no_overflow() {
    for open in ["[", "{\"a\":"] {
        let bomb = open.repeat(200_000);
        assert!(failure(Outcome::json(200, &bomb)).is_decode());
        assert!(failure(Outcome::json(400, &bomb)).is_api());
        let inside = format!(
            "{{\"object\":\"identity.verification_session\",\"id\":\"vs_1\",\"new\":{bomb}"
        );
        assert!(failure(Outcome::json(200, &inside)).is_decode());
    }
}

fn shared<T: Send + Sync + 'static>() {}

#[test]
fn an_error_is_as_small_as_a_pointer() {
    assert_eq!(size_of::<Error>(), size_of::<usize>());
    shared::<Error>();
    let Bench { client, .. } = bench([]);
    wait(retrieve("vs_1").send(&client)).unwrap_err();
}

#[test]
fn the_status_alone_decides() {
    let session = r#"{"id":"vs_1","object":"identity.verification_session"}"#;
    for status in [100, 199, 300, 304, 400, 404, 418, 500, 599] {
        assert_eq!(
            failure(Outcome::json(status, session)).status().unwrap(),
            status
        );
    }
    for status in [200, 201, 202, 226, 299] {
        let Bench { client, .. } = bench([Outcome::json(status, session)]);
        let response = wait(client.send_with_meta(&update("vs_1"))).unwrap();
        assert_eq!(response.meta.status(), status);
    }
    let refusal = r#"{"error":{"type":"api_error"}}"#;
    let error = failure(Outcome::json(200, refusal));
    assert!(
        error.is_decode(),
        "no session, and no error of Stripe's either: {error:?}"
    );
    assert_eq!(
        (error.status().unwrap().as_u16(), error.request_id()),
        (200, Some("req_script"))
    );
    assert!(
        failure(Outcome::json(204, "")).is_decode(),
        "nothing is no session"
    );
}

#[test]
fn eight_mebibytes_are_read_and_one_byte_more_is_not() {
    const LIMIT: usize = 8 << 20;
    let body = |bytes: usize| {
        let start = r#"{"object":"identity.verification_session","id":"vs_1","new":""#;
        format!(r#"{start}{}"}}"#, "x".repeat(bytes - start.len() - 2))
    };
    assert_eq!(body(LIMIT).len(), LIMIT);
    let Bench { client, .. } = bench([Outcome::json(200, &body(LIMIT))]);
    wait(update("vs_1").send(&client)).unwrap();
    let error = failure(Outcome::json(200, &body(LIMIT + 1)));
    assert!(error.is_decode());
    assert!(error.to_string().contains(&LIMIT.to_string()), "{error}");
}

#[test]
fn a_failure_is_told_by_its_status_however_large_its_body() {
    let page = || Outcome::json(503, &"x".repeat(1000));
    let settings = |builder: stripe_runtime::ClientBuilder| builder.max_body_bytes(100);
    let Bench { client, .. } = bench_with([page(), page(), page()], settings);
    let error = wait(update("vs_1").send(&client)).unwrap_err();
    assert!(error.is_api(), "{error:?}");
    assert_eq!(
        (error.status().unwrap().as_u16(), error.attempts()),
        (503, 3)
    );
}

#[test]
fn a_failure_is_told_by_its_status_though_its_body_breaks_off() {
    for status in [400, 500] {
        let error = failure(Outcome::Broken {
            status,
            body: "{".to_owned(),
            kind: TransportErrorKind::Reset,
        });
        assert!(!error.is_connection(), "{error:?}");
        assert_eq!(error.status().unwrap(), status);
    }
}

#[test]
fn an_error_tells_whether_it_was_replayed() {
    let error = failure(Outcome::error(400).header("Idempotent-Replayed", "true"));
    assert!(error.idempotent_replayed());
    assert!(!failure(Outcome::error(400)).idempotent_replayed());
    assert!(!failure(Outcome::Fail(TransportErrorKind::Reset)).idempotent_replayed());
}

type Predicate = fn(&Error) -> bool;

/// Every kind but that of webhooks, an error of it, and its predicate.
fn one_of_each() -> Vec<(ErrorKind, Error, Predicate)> {
    let with_type = |status, type_: &str| {
        failure(Outcome::json(
            status,
            &format!(r#"{{"error":{{"type":"{type_}"}}}}"#),
        ))
    };
    let limited = r#"{"error":{"type":"invalid_request_error","code":"rate_limit"}}"#;
    let invalid = "invalid_request_error";
    let Bench { client, .. } = bench([]);
    let refused = wait(update("..").send(&client)).expect_err("no id");
    let fails = |kind| failure(Outcome::Fail(kind));
    vec![
        (
            ErrorKind::InvalidRequest,
            with_type(400, invalid),
            Error::is_invalid_request,
        ),
        (
            ErrorKind::Authentication,
            with_type(401, invalid),
            Error::is_authentication,
        ),
        (
            ErrorKind::Card,
            with_type(402, "card_error"),
            Error::is_card,
        ),
        (
            ErrorKind::Permission,
            with_type(403, invalid),
            Error::is_permission,
        ),
        (
            ErrorKind::Idempotency,
            with_type(400, "idempotency_error"),
            Error::is_idempotency,
        ),
        (
            ErrorKind::RateLimit,
            with_type(429, invalid),
            Error::is_rate_limit,
        ),
        (
            ErrorKind::RateLimit,
            failure(Outcome::json(400, limited)),
            Error::is_rate_limit,
        ),
        (ErrorKind::Api, with_type(409, invalid), Error::is_api),
        (ErrorKind::Api, with_type(500, "api_error"), Error::is_api),
        (
            ErrorKind::Connection,
            fails(TransportErrorKind::Reset),
            Error::is_connection,
        ),
        (
            ErrorKind::Timeout,
            fails(TransportErrorKind::Timeout),
            Error::is_timeout,
        ),
        (
            ErrorKind::Decode,
            failure(Outcome::json(200, "[]")),
            Error::is_decode,
        ),
        (
            ErrorKind::InvalidArgument,
            refused,
            Error::is_invalid_argument,
        ),
    ]
}

#[test]
fn every_kind_has_its_predicate_and_no_other() {
    let errors = one_of_each();
    for (kind, error, _) in &errors {
        assert_eq!(error.kind(), *kind, "{error:?}");
        for (other, _, predicate) in &errors {
            assert_eq!(predicate(error), kind == other, "{other:?} of {error:?}");
        }
        assert!(!error.is_webhook_signature());
    }
}

#[test]
fn every_field_of_an_error_can_be_had() {
    let body = r#"{"error":{
        "type":"a type","code":"a code","message":"a message","param":"a[param]",
        "doc_url":"a doc url","request_log_url":"a log url","decline_code":"a decline",
        "advice_code":"an advice","network_decline_code":"a network's","charge":"ch_1",
        "of_the_future":1
    }}"#;
    let error = failure(Outcome::json(402, body));
    let fields = [
        (error.type_(), "a type"),
        (error.code(), "a code"),
        (error.message(), "a message"),
        (error.param(), "a[param]"),
        (error.doc_url(), "a doc url"),
        (error.request_log_url(), "a log url"),
        (error.decline_code(), "a decline"),
        (error.advice_code(), "an advice"),
        (error.network_decline_code(), "a network's"),
        (error.charge(), "ch_1"),
    ];
    for (field, value) in fields {
        assert_eq!(field, Some(value));
    }
    assert_eq!(error.raw().unwrap()["of_the_future"], 1);
    assert_eq!(error.headers().unwrap()["request-id"], "req_script");
}

#[test]
fn an_error_keeps_what_lies_under_it() {
    let transport = stripe_runtime::transport::from_fn(|_| async {
        let source = std::io::Error::other("underneath");
        Err(stripe_runtime::TransportError::with_source(
            TransportErrorKind::Other,
            source,
        ))
    });
    let client = stripe_runtime::Client::builder("sk_test").transport(transport);
    let error = wait(update("vs_1").send(&client.build().unwrap())).unwrap_err();
    assert_eq!(error.source().unwrap().to_string(), "underneath");
}

/// What Stripe answers to an unknown id, with a message that quotes personal data.
fn quoting() -> Outcome {
    Outcome::json(
        404,
        r#"{"error":{"type":"invalid_request_error","code":"resource_missing",
            "message":"No such session:\n'Jenny Rosen'","param":"session",
            "doc_url":"https://stripe.com/docs/error-codes/resource-missing"}}"#,
    )
}

#[test]
fn an_error_names_the_parameter_and_the_page_that_documents_it() {
    let error = failure(quoting());
    assert_eq!(
        error.to_string(),
        "request refused by Stripe (status 404, type invalid_request_error, \
         code resource_missing, param session, request req_script, \
         see https://stripe.com/docs/error-codes/resource-missing)"
    );
    let shown = format!("{error:?}");
    for part in [
        r#"param: Some("session")"#,
        r#"doc_url: Some("https://stripe.com/docs/error-codes/resource-missing")"#,
        "message: Some(<redacted>)",
    ] {
        assert!(shown.contains(part), "{part} is not in {shown}");
    }
}

#[test]
fn the_message_is_shown_for_test_keys_unless_the_client_says_otherwise() {
    let keys = [
        ("sk_test_1", true),
        ("rk_test_1", true),
        ("sk_live_1", false),
        ("rk_live_1", false),
        ("sk_1", false),
        ("xsk_test_1", false),
    ];
    for (key, by_default) in keys {
        for (setting, expected) in [(None, by_default), (Some(true), true), (Some(false), false)] {
            let settings = |builder: ClientBuilder| match setting {
                None => builder,
                Some(show) => builder.error_messages(show),
            };
            let Bench { client, .. } = bench_with_key(key, [quoting()], settings);
            let error = wait(update("vs_1").send(&client)).unwrap_err();
            for shown in [error.to_string(), format!("{error:?}")] {
                assert_eq!(
                    shown.contains("Jenny Rosen"),
                    expected,
                    "{key} {setting:?}: {shown}"
                );
                assert!(!shown.contains('\n'), "{shown}");
            }
        }
    }
    // The key of the call decides.
    let Bench { client, .. } = bench_with_key("sk_test_1", [quoting()], |builder| builder);
    let options = RequestOptions::new().api_key("rk_live_1");
    let error = wait(update("vs_1").with_options(options).send(&client)).unwrap_err();
    assert!(!error.to_string().contains("Jenny"), "{error}");
}

#[test]
fn a_shown_message_is_the_first_thing_that_an_error_says_and_bounded() {
    let error = |message: &str| {
        let body = format!(r#"{{"error":{{"message":"{message}"}}}}"#);
        let Bench { client, .. } = bench([Outcome::json(400, &body)]);
        wait(update("vs_1").send(&client)).unwrap_err().to_string()
    };
    assert_eq!(
        error("This property cannot be expanded (verified_output)."),
        "request refused by Stripe: This property cannot be expanded (verified_output). \
         (status 400, request req_script)"
    );
    let long = error(&"é".repeat(501));
    assert!(long.contains(&format!("{}… (", "é".repeat(500))), "{long}");
}

#[test]
fn param_is_shown_as_far_as_the_request_has_it() {
    let cases = [
        ("session", Some("session")),
        ("metadata", Some("metadata")),
        ("metadata[Jenny]", Some("metadata[…]")),
        ("metadata[Jenny][x]", Some("metadata[…]")),
        ("options[document]", Some("options[document]")),
        (
            "options[document][require_live_capture]",
            Some("options[document][require_live_capture]"),
        ),
        ("options[document][Jenny]", Some("options[document][…]")),
        ("option", None),
        ("options2", None),
        ("Jenny", None),
        ("vs_1", None),
        ("true", None),
        ("", None),
        // `extra` adds names that are only known at run time.
        ("extra_Jenny", None),
    ];
    for (param, shown) in cases {
        let body = format!(r#"{{"error":{{"param":"{param}"}}}}"#);
        let Bench { client, .. } = bench([Outcome::json(400, &body)]);
        let document = Document {
            require_live_capture: Some(true),
        };
        let request = update("vs_1")
            .metadata([("Jenny", "Jenny")])
            .options(Options {
                document: Clearable::Set(document),
            })
            .with_options(RequestOptions::new().extra("extra_Jenny", "Jenny"));
        let error = wait(request.send(&client)).unwrap_err();
        assert_eq!(error.param(), Some(param));
        let expected = shown.map_or(
            "request refused by Stripe (status 400, request req_script)".to_owned(),
            |param| {
                format!("request refused by Stripe (status 400, param {param}, request req_script)")
            },
        );
        assert_eq!(error.to_string(), expected);
        let debug = format!("{error:?}");
        assert_eq!(
            debug.contains(&format!("param: {shown:?}")),
            shown.is_some(),
            "{debug}"
        );
        assert!(!debug.contains("Jenny"), "{debug}");
    }
}

#[test]
fn param_is_shown_for_pages_and_for_parameters_that_were_not_sent() {
    let body = |param: &str| format!(r#"{{"error":{{"param":"{param}"}}}}"#);
    for (param, shown) in [
        ("expand[0]", "expand[0]"),
        ("expand[7]", "expand[…]"),
        ("limit", "limit"),
    ] {
        let list = || ListSessions {
            expand: vec!["data.verified_output".to_owned()],
            ..ListSessions::default()
        };
        let outcomes = || {
            [
                Outcome::json(400, &body(param)),
                Outcome::json(400, &body(param)),
            ]
        };
        let Bench { client, .. } = bench(outcomes());
        let error = wait(list().send(&client)).unwrap_err();
        assert!(
            error.to_string().contains(&format!("param {shown},")),
            "{error}"
        );
        let error = wait(list().paginate(&client).next()).unwrap().unwrap_err();
        assert!(
            error.to_string().contains(&format!("param {shown},")),
            "{error}"
        );
    }
    let Bench { client, .. } = bench([Outcome::json(400, &body("Jenny"))]);
    let request = RawRequest::post(&API, "/v1/x").parameter("Jenny", "Jenny");
    let error = wait(request.send::<Value>(&client)).unwrap_err();
    assert!(!format!("{error} {error:?}").contains("Jenny"), "{error:?}");
}

#[test]
fn only_pages_of_stripes_documentation_are_shown() {
    for (url, is_shown) in [
        ("https://docs.stripe.com/error-codes#url-invalid", true),
        ("https://stripe.com/docs/error-codes/url-invalid", true),
        ("https://docs.stripe.com.example.com/Jenny", false),
        ("https://docs.stripe.com/error-codes?name=Jenny", false),
        ("http://docs.stripe.com/Jenny", false),
        ("Jenny", false),
    ] {
        let error = failure(Outcome::json(
            400,
            &format!(r#"{{"error":{{"doc_url":"{url}"}}}}"#),
        ));
        assert_eq!(error.doc_url(), Some(url));
        for shown in [error.to_string(), format!("{error:?}")] {
            assert_eq!(shown.contains(url), is_shown, "{shown}");
        }
    }
}

#[test]
fn a_chain_of_errors_and_main_tell_as_much() {
    let error: Box<dyn std::error::Error> = failure(quoting()).into();
    // What `anyhow` prints for `{:#}`: every error of the chain. And what `main` prints.
    let mut chain = error.to_string();
    let mut source = error.source();
    while let Some(inner) = source {
        chain.push_str(&format!(": {inner}"));
        source = inner.source();
    }
    for shown in [chain, format!("{error:?}")] {
        for part in [
            "404",
            "resource_missing",
            "session",
            "req_script",
            "error-codes",
        ] {
            assert!(shown.contains(part), "{part} is not in {shown}");
        }
    }
}

#[test]
fn an_error_can_be_made_for_a_test() {
    let error = Error::builder(StatusCode::BAD_REQUEST)
        .code("url_invalid")
        .param("return_url")
        .message("Not a valid URL: Jenny")
        .request_id("req_1")
        .header("Retry-After", "3")
        .field("decline_code", "fraudulent")
        .build();
    assert!(error.is_invalid_request() && !error.is_retryable());
    assert_eq!(error.status(), Some(StatusCode::BAD_REQUEST));
    assert_eq!(error.type_(), Some("invalid_request_error"));
    assert_eq!(error.code(), Some("url_invalid"));
    assert_eq!(error.param(), Some("return_url"));
    assert_eq!(error.message(), Some("Not a valid URL: Jenny"));
    assert_eq!(error.request_id(), Some("req_1"));
    assert_eq!(error.decline_code(), Some("fraudulent"));
    assert_eq!(error.headers().unwrap()["retry-after"], "3");
    assert_eq!((error.attempts(), error.was_sent()), (1, true));
    assert!(
        !format!("{error} {error:?}").contains("Jenny"),
        "no client, no message"
    );

    let made = |status: StatusCode| Error::builder(status).build();
    for (status, kind) in [
        (StatusCode::NOT_FOUND, ErrorKind::InvalidRequest),
        (StatusCode::UNAUTHORIZED, ErrorKind::Authentication),
        (StatusCode::PAYMENT_REQUIRED, ErrorKind::Card),
        (StatusCode::FORBIDDEN, ErrorKind::Permission),
        (StatusCode::TOO_MANY_REQUESTS, ErrorKind::RateLimit),
        (StatusCode::SERVICE_UNAVAILABLE, ErrorKind::Api),
    ] {
        assert_eq!(made(status).kind(), kind);
    }
    let idempotency = Error::builder(StatusCode::BAD_REQUEST).type_("idempotency_error");
    assert!(idempotency.build().is_idempotency());

    let refused = Error::from(TransportError::new(TransportErrorKind::Refused));
    assert!(refused.is_connection() && refused.is_retryable() && !refused.was_sent());
}
