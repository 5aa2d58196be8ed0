//! Calls made up by chance: what the schemas of the pinned document allow, told as JSON.

use proptest::collection::{btree_map, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};
use stripe_identity_tests::document::{Operation, choices, elements, members, text};

/// Integers that JavaScript, too, knows exactly.
const EXACT: i64 = (1 << 53) - 1;

/// Texts that encoders and decoders have been known to spoil.
const ODD: [&str; 24] = [
    " ",
    "a b+c",
    "a&b=c",
    "a]=b",
    "[a]",
    "%",
    "%20",
    "%5B",
    "%255B%5D",
    "+",
    "?#/;:@",
    "a.b",
    "null",
    "true",
    "1e3",
    "00",
    "\r\n",
    "\0",
    "\u{feff}e\u{301}\u{202e}",
    "\u{fffd}\u{10ffff}",
    "👩‍👩‍👧‍👦",
    "ключ",
    "constructor",
    "hasOwnProperty",
];

/// A call of an operation: an `id` for its path, and `params`.
pub(crate) fn call(operation: &Operation) -> impl Strategy<Value = Value> + use<> {
    let is_query = operation.line.starts_with("GET ");
    let parameters = any_of(&operation.parameters);
    // The validator takes an empty value in a query for none: OpenAPI's `allowEmptyValue`.
    let is_there = move |value: &Value| !is_query || members(value).all(|(_, value)| value != "");
    let parameters = parameters.prop_filter("an empty value in a query", is_there);
    let id = prop_oneof![
        "[A-Za-z0-9_-]{1,40}",
        "[A-Za-z0-9_-]{255}",
        // What people choose as the ids of coupons and products: anything that stays one segment.
        r#"[ !"$&'()*+,.:;<=>@\[\]^`{|}~éßЖ漢😀A-Za-z0-9_-]{1,40}"#,
    ];
    let id = id.prop_filter("a segment that URL parsers fold", |id| {
        id != "." && id != ".."
    });
    (id, parameters).prop_map(|(id, parameters)| json!({"id": id, "params": parameters}))
}

/// Any value that a schema allows.
fn any_of(schema: &Value) -> BoxedStrategy<Value> {
    if let Some(alternatives) = schema["anyOf"].as_array() {
        let alternatives: Vec<_> = alternatives.iter().map(any_of).collect();
        return prop::strategy::Union::new(alternatives).boxed();
    }
    if let Some(choices) = choices(schema) {
        return select(choices).prop_map(Value::from).boxed();
    }
    match text(&schema["type"]) {
        "boolean" => any::<bool>().prop_map(Value::from).boxed(),
        "integer" => prop_oneof![
            0..=100_i64,
            1_500_000_000..2_000_000_000_i64,
            -EXACT..=EXACT
        ]
        .prop_map(Value::from)
        .boxed(),
        "string" => any_text().prop_map(Value::from).boxed(),
        "array" => prop_oneof![
            9 => vec(any_of(&schema["items"]), 0..5),
            1 => vec(any_of(&schema["items"]), 21..40),
        ]
        .prop_map(Value::from)
        .boxed(),
        "object" if schema["additionalProperties"].is_object() => {
            let value = prop_oneof![
                1 => Just(Value::Null),
                4 => any_of(&schema["additionalProperties"]),
            ];
            let map = btree_map(any_key(), value, 0..6);
            map.prop_map(|map| Value::Object(map.into_iter().collect()))
                .boxed()
        }
        "object" => {
            let is_required = |name: &str| elements(&schema["required"]).any(|one| one == name);
            let properties = members(&schema["properties"]);
            let properties = properties.map(|(name, schema)| (name, schema, !is_required(name)));
            object(properties)
        }
        "number" => any::<i32>()
            .prop_map(|half| json!(f64::from(half) / 2.0))
            .boxed(),
        // What these tests do not know is not set.
        _ => Just(json!({})).boxed(),
    }
}

/// Objects of some of these members, or all.
fn object<'a>(members: impl Iterator<Item = (&'a str, &'a Value, bool)>) -> BoxedStrategy<Value> {
    let members = members.map(|(name, schema, is_optional)| {
        let name = name.to_owned();
        let value = if is_optional {
            option::of(any_of(schema)).boxed()
        } else {
            any_of(schema).prop_map(Some).boxed()
        };
        value.prop_map(move |value| Some((name.clone(), value?)))
    });
    let members: Vec<_> = members.collect();
    let object = members.prop_map(|members| members.into_iter().flatten().collect());
    object.prop_map(Value::Object).boxed()
}

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "[ -~]{0,30}",
        4 => "\\PC{0,20}",
        4 => vec(any::<char>(), 0..20).prop_map(String::from_iter),
        4 => select(&ODD[..]).prop_map(str::to_owned),
        1 => (1..=5000_usize).prop_map(|length| "x".repeat(length)),
    ]
}

/// Keys of a map. The client refuses empty ones and brackets; the validator's parser leaves out
/// `__proto__`, a listed exception of the table.
fn any_key() -> impl Strategy<Value = String> {
    let key = prop_oneof![1 => "[0-9]{1,2}", 4 => any_text()];
    key.prop_filter("a key that is none", |key| {
        !key.is_empty() && !key.contains(['[', ']']) && key != "__proto__"
    })
}
