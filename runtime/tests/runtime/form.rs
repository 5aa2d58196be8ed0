//! Form encoding: `a[b][c]=`, indexed arrays, exact integers, `k=` to clear.

use std::collections::BTreeMap;
#[expect(clippy::disallowed_types, reason = "what a program may have")]
use std::collections::HashMap;
use std::time::{Duration, UNIX_EPOCH};

use proptest::prelude::*;
use serde_json::{Map, Value, json};
use stripe_runtime::{Clearable, FormEncoder, FormValue, Metadata, RangeQuery, Timestamp};

use crate::support::vectors::{each, text};

/// A parameter of the vectors: JSON, and marks for what JSON cannot say.
struct Param<'a>(&'a Value);

impl FormValue for Param<'_> {
    fn encode(&self, form: &mut FormEncoder) {
        match self.0 {
            Value::Object(object) => {
                if let Some(seconds) = object.get("$ts").and_then(Value::as_i64) {
                    Timestamp::from_unix_seconds(seconds).encode(form);
                } else if object.contains_key("$unset") {
                    Clearable::<String>::Clear.encode(form);
                } else if object.contains_key("$absent") {
                    None::<String>.encode(form);
                } else {
                    for (name, value) in object {
                        form.entry(name, &Param(value));
                    }
                }
            }
            Value::Array(values) => {
                values.iter().map(Param).collect::<Vec<_>>().encode(form);
            }
            scalar => scalar.encode(form),
        }
    }
}

fn encode(value: &(impl FormValue + ?Sized)) -> Result<String, stripe_runtime::InvalidArgument> {
    let mut form = FormEncoder::new();
    value.encode(&mut form);
    form.finish()
}

fn pairs(encoded: &str) -> Vec<(String, String)> {
    form_urlencoded::parse(encoded.as_bytes())
        .into_owned()
        .collect()
}

#[test]
fn vectors() {
    each("form_encoding.json", |case| {
        let encoded = encode(&Param(&case["params"]));
        let expect = &case["expect"];
        if expect["error"].is_string() {
            assert_eq!(encoded.unwrap_err().argument(), "metadata");
            return;
        }
        let encoded = encoded.unwrap();
        assert_eq!(encoded, text(expect, "wire_percent_brackets"));
        let expected: Vec<(String, String)> =
            serde_json::from_value(expect["pairs"].clone()).unwrap();
        assert_eq!(pairs(&encoded), expected);
    });
}

/// One parameter `p` and what is sent for it.
fn sends(value: &(impl FormValue + ?Sized), expected: &str) {
    let mut form = FormEncoder::new();
    form.parameter("p", value);
    assert_eq!(form.finish().unwrap(), expected);
}

/// One parameter `p` that is refused, and the name it is refused by.
fn refuses(value: &(impl FormValue + ?Sized), argument: &str) {
    let mut form = FormEncoder::new();
    form.parameter("p", value);
    assert_eq!(form.finish().unwrap_err().argument(), argument);
}

#[test]
fn scalars() {
    sends(&true, "p=true");
    sends(&false, "p=false");
    sends(&i64::MAX, "p=9223372036854775807");
    sends(&i64::MIN, "p=-9223372036854775808");
    sends(&u64::MAX, "p=18446744073709551615");
    sends(&0.1, "p=0.1");
    sends(&1e21, "p=1000000000000000000000");
    sends(&json!(u64::MAX), "p=18446744073709551615");
    sends("", "p=");
    sends("a b+c", "p=a%20b%2Bc");
    refuses(&f64::NAN, "p");
    refuses(&f64::INFINITY, "p");
}

#[test]
fn what_is_absent_or_empty_sends_nothing() {
    sends(&None::<i64>, "");
    sends(&Vec::<String>::new(), "");
    sends(&Metadata::new(), "");
    sends(&RangeQuery::new(), "");
    sends(&Clearable::<String>::Unset, "");
    sends(&json!([]), "");
    sends(&json!({}), "");
}

#[test]
fn clearing_sends_the_empty_string() {
    sends(&Clearable::<String>::Clear, "p=");
    sends(&Metadata::clear(), "p=");
    sends(&Metadata::new().unset("k"), "p%5Bk%5D=");
    sends(&Metadata::clear().unset("k"), "p=");
    sends(&Value::Null, "p=");
    sends(&json!({"a": {"b": null}}), "p%5Ba%5D%5Bb%5D=");
}

#[test]
fn metadata_keeps_order_and_the_last_word() {
    sends(
        &Metadata::from([("b", "1"), ("a", "2")]),
        "p%5Bb%5D=1&p%5Ba%5D=2",
    );
    sends(
        &Metadata::from([("b", "1"), ("a", "2"), ("b", "3")]),
        "p%5Bb%5D=3&p%5Ba%5D=2",
    );
    sends(&Metadata::new().set("k", "1").unset("k"), "p%5Bk%5D=");
}

#[test]
fn debug_shows_how_much_was_written() {
    let mut form = FormEncoder::new();
    form.parameter("p", "text");
    assert_eq!(
        format!("{form:?}"),
        "FormEncoder { bytes: 6, refused: None, .. }"
    );
}

#[test]
fn ambiguous_keys_are_refused() {
    let pairs = [("b", "1"), ("a", "2")];
    let owned = pairs.map(|(key, value)| (key.to_owned(), value.to_owned()));
    #[expect(clippy::disallowed_types, reason = "sorted before it is sent")]
    let maps = (HashMap::from(pairs), HashMap::from(owned.clone()));
    let trees = (BTreeMap::from(pairs), BTreeMap::from(owned.clone()));
    let sorted = "p%5Ba%5D=2&p%5Bb%5D=1";
    takes(pairs, "p%5Bb%5D=1&p%5Ba%5D=2");
    takes(pairs.to_vec(), "p%5Bb%5D=1&p%5Ba%5D=2");
    takes(owned, "p%5Bb%5D=1&p%5Ba%5D=2");
    takes(&maps.0, sorted);
    takes(&maps.1, sorted);
    takes(maps.0, sorted);
    takes(maps.1, sorted);
    takes(&trees.0, sorted);
    takes(&trees.1, sorted);
    takes(trees.0, sorted);
    takes(trees.1, sorted);
    refuses(&Metadata::from([("a[b]", "c")]), "p");
    refuses(&Metadata::from([("[", "c")]), "p");
    refuses(&Metadata::from([("", "c")]), "p");
    refuses(&json!({"a": {"b]": 1}}), "p[a]");
}

#[test]
fn empty_elements_are_refused() {
    refuses(&json!([{}, {"x": 1}]), "p[0]");
    refuses(&json!([{"x": 1}, {}]), "p[1]");
    refuses(&json!([1, []]), "p[1]");
    refuses(&json!({"a": [{}]}), "p[a][0]");
    refuses(&[None, Some("x")], "p[0]");
    sends(&json!([{"x": null}]), "p%5B0%5D%5Bx%5D=");
}

#[test]
fn ranges() {
    let at = Timestamp::from_unix_seconds;
    sends(&RangeQuery::from(5), "p=5");
    let time = |seconds| UNIX_EPOCH + Duration::from_secs(seconds);
    both_times(&time(5), &time(9));
    both_times(&5_i64, &9);
    both_times(&5_u32, &9);
    #[cfg(feature = "chrono")]
    {
        let time = |seconds| chrono::DateTime::from_timestamp(seconds, 1).unwrap();
        sends(&RangeQuery::from(time(5)), "p=5");
        both_times(&time(5), &time(9));
    }
    #[cfg(feature = "jiff")]
    {
        let time = |seconds| jiff::Timestamp::new(seconds, 1).unwrap();
        sends(&RangeQuery::from(time(5)), "p=5");
        both_times(&time(5), &time(9));
    }
    #[cfg(feature = "time")]
    {
        let time = |seconds| time::OffsetDateTime::from_unix_timestamp(seconds).unwrap();
        sends(&RangeQuery::from(time(5)), "p=5");
        both_times(&time(5), &time(9));
        let time = |seconds| time::UtcDateTime::from_unix_timestamp(seconds).unwrap();
        sends(&RangeQuery::from(time(5)), "p=5");
        both_times(&time(5), &time(9));
    }
    sends(&RangeQuery::from(at(5)..at(9)), "p%5Bgte%5D=5&p%5Blt%5D=9");
    sends(&RangeQuery::from(5..), "p%5Bgte%5D=5");
    sends(&RangeQuery::from(..9), "p%5Blt%5D=9");
    sends(&RangeQuery::from(..=9), "p%5Blte%5D=9");
    sends(&RangeQuery::from(5..=9), "p%5Bgte%5D=5&p%5Blte%5D=9");
    sends(&RangeQuery::new().gt(5).lte(9), "p%5Bgt%5D=5&p%5Blte%5D=9");
}

/// JSON whose names decode to themselves.
fn any_json() -> impl Strategy<Value = Value> {
    let name = "[^\\[\\]]{1,8}";
    let scalar = prop_oneof![
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        ".*".prop_map(Value::from),
        Just(Value::Null),
    ];
    let value = scalar.prop_recursive(4, 32, 5, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 1..5).prop_map(Value::from),
            prop::collection::btree_map(name, inner, 1..5)
                .prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    });
    prop::collection::btree_map(name, value, 0..5)
        .prop_map(|members| members.into_iter().collect::<Map<_, _>>().into())
}

/// What should come back: names in brackets, values as text.
fn flatten(name: &str, value: &Value, out: &mut Vec<(String, String)>) {
    let nested = |inner: &str| {
        if name.is_empty() {
            inner.to_owned()
        } else {
            format!("{name}[{inner}]")
        }
    };
    match value {
        Value::Null => out.push((name.to_owned(), String::new())),
        Value::String(text) => out.push((name.to_owned(), text.clone())),
        Value::Array(values) => {
            for (index, value) in values.iter().enumerate() {
                flatten(&nested(&index.to_string()), value, out);
            }
        }
        Value::Object(members) => {
            for (inner, value) in members {
                flatten(&nested(inner), value, out);
            }
        }
        scalar => out.push((name.to_owned(), scalar.to_string())),
    }
}

proptest! {
    #[test]
    fn decoding_gives_the_parameters_back(params in any_json()) {
        let encoded = encode(&params).unwrap();
        prop_assert!(encoded.bytes().all(|byte| byte.is_ascii_graphic()));
        let mut expected = Vec::new();
        flatten("", &params, &mut expected);
        prop_assert_eq!(pairs(&encoded), expected);
    }
}

/// From the first time to the second, in every form.
fn both_times<T: Clone + Into<Timestamp>>(first: &T, second: &T) {
    let (a, b) = (|| first.clone(), || second.clone());
    sends(&RangeQuery::from(a()..b()), "p%5Bgte%5D=5&p%5Blt%5D=9");
    sends(&RangeQuery::from(a()..=b()), "p%5Bgte%5D=5&p%5Blte%5D=9");
    sends(&RangeQuery::from(a()..), "p%5Bgte%5D=5");
    sends(&RangeQuery::from(..b()), "p%5Blt%5D=9");
    sends(&RangeQuery::from(..=b()), "p%5Blte%5D=9");
    sends(
        &RangeQuery::new().gt(a()).lte(b()),
        "p%5Bgt%5D=5&p%5Blte%5D=9",
    );
    sends(
        &RangeQuery::new().gte(a()).lt(b()),
        "p%5Bgte%5D=5&p%5Blt%5D=9",
    );
    sends(&RangeQuery::exact(a()), "p=5");
}

/// What setters take: `impl Into<Metadata>`, or `impl Into<Clearable<Metadata>>`.
fn takes<T: Clone + Into<Metadata> + Into<Clearable<Metadata>>>(entries: T, expected: &str) {
    let metadata: Metadata = entries.clone().into();
    sends(&metadata, expected);
    let clearable: Clearable<Metadata> = entries.into();
    sends(&clearable, expected);
}
