//! Values for tests, made without JSON.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::json;
use stripe_runtime::http::StatusCode;
use stripe_runtime::testing::{reveal, value};
use stripe_runtime::{
    DateTime, Decimal, Expandable, Int64, Json, List, ObjectTag, Response, ResponseMeta, Tagged,
    Timestamp,
};

use crate::support::operations::{Session, SessionId, Status};

/// A response with every shape that a generated one can have.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
struct Shapes {
    object: ObjectTag<Self>,
    id: SessionId,
    #[serde(rename = "type")]
    type_: Status,
    count: i64,
    ratio: f64,
    is_on: bool,
    at: Timestamp,
    time: DateTime,
    percent: Decimal,
    large: Int64,
    any: Json,
    parent: Expandable<Session>,
    nested: Box<Nested>,
    list: List<Nested>,
    array: Vec<Nested>,
    map: BTreeMap<String, Nested>,
    text: Cow<'static, str>,
    pair: (i64, String),
    #[serde(default, skip_serializing_if = "Option::is_none")]
    optional: Option<Nested>,
}

impl Tagged for Shapes {
    const OBJECT: &'static str = "shapes";
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Nested {
    name: String,
}

#[test]
fn every_shape_has_a_plain_value() {
    let made: Shapes = value(|_| {});
    let expected = json!({
        "object": "shapes", "id": "test_id", "type": "verified", "count": 0, "ratio": 0.0,
        "is_on": false, "at": 0,
        "time": "1970-01-01T00:00:00.000Z", "percent": "0", "large": "0", "any": "test_any", "parent": "test_parent",
        "nested": { "name": "test_name" },
        "list": { "object": "list", "data": [], "has_more": false, "url": "test_url" },
        "array": [], "map": {}, "text": "test_text", "pair": [0, "test_pair"],
    });
    assert_eq!(serde_json::to_value(&made).unwrap(), expected);
    assert_eq!(serde_json::from_value::<Shapes>(expected).unwrap(), made);
}

#[test]
fn fields_are_set_by_a_closure() {
    let made: Session = value(|session: &mut Session| {
        session.status = Some(Status::from("new"));
        session.parent = Some(Expandable::Id("vs_2".parse().unwrap()));
    });
    assert_eq!(made.status, Some(Status::from("new")));
    assert_eq!(made.parent.unwrap().id(), &"vs_2");
    let parent = Expandable::from(value::<Session>(|_| {}));
    assert!(parent.as_object().is_some());
}

#[test]
#[should_panic(expected = "no value of this type can be made")]
fn what_accepts_no_plain_value_says_so() {
    value::<std::num::NonZeroU8>(|_| {});
}

/// Only a test value has these; JSON's `null` is still no word.
#[test]
fn null_is_neither_an_enum_nor_an_object() {
    assert!(serde_json::from_str::<Status>("null").is_err());
    assert!(serde_json::from_value::<Status>(Json::Null).is_err());
    let null = json!({ "object": null, "id": "vs_1" });
    assert!(serde_json::from_value::<Session>(null.clone()).is_err());
    assert!(serde_json::from_str::<Session>(&null.to_string()).is_err());
}

#[test]
fn what_is_revealed_is_compared_and_shown_whole() {
    let named = |name: &str| List::new(vec![json!({ "name": name })], false);
    let (one, two) = (named("Jenny"), named("Rosen"));
    assert_eq!(reveal(&one), reveal(&one));
    assert_ne!(reveal(&one), reveal(&two));
    assert!(format!("{:?}", reveal(&one)).contains("Jenny"));
}

#[test]
fn a_response_can_be_made() {
    let meta = ResponseMeta::new(StatusCode::CREATED)
        .with_header("Request-Id", "req_1")
        .with_header("Idempotent-Replayed", "true")
        .with_header("no header\n", "x")
        .with_attempts(3)
        .with_idempotency_key("key");
    let response = Response::new(7, meta);
    assert_eq!(response.body, 7);
    let meta = response.meta;
    assert_eq!(meta.status(), StatusCode::CREATED);
    assert_eq!(meta.request_id(), Some("req_1"));
    assert_eq!((meta.attempts(), meta.headers().len()), (3, 2));
    assert_eq!(meta.idempotency_key(), Some("key"));
    assert!(meta.idempotent_replayed());
}
