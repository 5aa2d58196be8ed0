//! Every operation of a whole document: a program that is generated like the client makes one
//! request of each, with every parameter set. The validator judges what is sent, by the document;
//! and here it is checked that every parameter of the document is there.
//!
//! The same program reads Stripe's example objects into their types, and writes them back.
//!
//! By default these are the operations under `/v2` and a few others. `VALIDATOR_WIRE=all` means
//! all of them; that takes minutes, since it compiles the client of the whole API.

mod client;
mod exceptions;
mod parameters;
mod program;
mod schema;

use std::collections::{BTreeMap, BTreeSet};
use std::env;

use serde_json::Value;
use stripe_identity_codegen::Input;
use stripe_identity_conformance::Tally;
use stripe_identity_tests::document::{elements, members, text};

use crate::files::{path_of_shared, shared};
use crate::package::Package;
use crate::raw;
use crate::server::Validator;
use exceptions::Exceptions;

/// What is selected unless everything is.
const PART: [&str; 6] = [
    "/v1/climate",
    "/v1/file",
    "/v1/forwarding",
    "/v1/subscription_items",
    "/v1/webhook_endpoints",
    "/v2/",
];

const DOCUMENT: &str = "full-2026-05-27.dahlia.json";
const EXAMPLES: &str = "fixtures-2026-05-26.json";

pub(crate) fn check(tally: &mut Tally) {
    let (Some(bytes), Some(told)) = (shared(DOCUMENT), shared(EXAMPLES)) else {
        tally.case("left out", DOCUMENT, Ok::<_, &str>(()));
        return;
    };
    let document: Value = serde_json::from_slice(&bytes).expect("JSON");
    let is_whole = env::var("VALIDATOR_WIRE").as_deref() == Ok("all");
    let is_selected = |path: &str| is_whole || PART.iter().any(|part| path.starts_with(part));

    let told: Value = serde_json::from_slice(&told).expect("JSON");
    let tags: BTreeMap<String, String> = members(&told["resources"])
        .map(|(key, example)| (key.to_owned(), text(&example["object"]).to_owned()))
        .collect();

    // Neither is built again because of the other.
    let package = if is_whole { "wire_all" } else { "wire_part" };
    let selection = selection(&document, package, is_whole, is_selected);
    let input = |name, bytes| Input { name, bytes };
    let tree = stripe_identity_codegen::generate(
        input("document", &bytes),
        input("selection", selection.as_bytes()),
        None,
    );
    let tree = tree.unwrap_or_else(|diagnostics| panic!("{diagnostics}"));
    let client = client::Client::read(&tree);
    let program = program::of(&client, package, &document, &tags);
    let examples = path_of_shared(EXAMPLES);
    let output = Package::new(package, &tree)
        .run_program(&[("main.rs", &program)], &examples.to_string_lossy());

    let validator = Validator::over(&path_of_shared(DOCUMENT));
    let mut exceptions = Exceptions::new(is_whole);
    let mut asked = BTreeSet::new();
    for line in output.lines() {
        let line: Value = serde_json::from_str(line).expect("a line of the program is JSON");
        if let Some(operation) = line["line"].as_str() {
            asked.insert(operation.to_owned());
            let result = judge(&validator, &document, &line);
            tally.case(
                operation,
                "every parameter",
                exceptions.of_request(operation, result),
            );
        } else {
            let key = text(&line["example"]);
            let result = compare(&told["resources"][key], &line);
            let is_missing = line["type"].is_null();
            if is_whole || !is_missing {
                tally.case("examples", key, exceptions.of_example(key, result));
            }
        }
    }
    for (path, item) in members(&document["paths"]).filter(|(path, _)| is_selected(path)) {
        for (method, _) in members(item).filter(|(method, _)| *method != "parameters") {
            let operation = format!("{} {path}", method.to_uppercase());
            let is_asked = asked.contains(&operation);
            tally.holds("every operation", operation, is_asked, "no request is made");
        }
    }
    for (what, is_needed) in exceptions.needed() {
        tally.holds("listed", what, is_needed, "it is not needed");
    }
}

fn selection(
    document: &Value,
    package: &str,
    is_whole: bool,
    is_selected: impl Fn(&str) -> bool,
) -> String {
    let package = format!("\n[crate]\nname = \"{package}\"\n");
    if is_whole {
        return format!("all = true{package}");
    }
    let paths = members(&document["paths"]).map(|(path, _)| path);
    let paths: Vec<&str> = paths.filter(|path| is_selected(path)).collect();
    // A path stands for those below it.
    let is_below = |path: &str| {
        let above = |other: &&&str| {
            path.strip_prefix(**other)
                .is_some_and(|rest| rest.starts_with('/'))
        };
        paths.iter().any(|other| above(&other))
    };
    let tops: Vec<&&str> = paths.iter().filter(|path| !is_below(path)).collect();
    format!("paths = {tops:?}{package}")
}

/// What is wrong with a request: what the validator says, and what is not there.
fn judge(validator: &Validator, document: &Value, sent: &Value) -> Result<(), String> {
    if let Some(refused) = sent["refused"].as_str() {
        return Err(refused.to_owned());
    }
    let url = text(&sent["url"]);
    let start = url.find("://").map_or(0, |start| start + 3);
    let path = url[start..]
        .find('/')
        .map_or("/", |slash| &url[start + slash..]);
    let body = text(&sent["body"]);
    let headers: Vec<(&str, &str)> = members(&sent["headers"])
        .filter(|(name, _)| *name == "content-type")
        .map(|(name, value)| (name, text(value)))
        .collect();
    let line = format!("{} {path}", text(&sent["method"]));
    let reply = raw::send(validator.address, &line, &headers, body).expect("an answer");
    let mut wrong = Vec::new();
    if reply.status != 200 {
        let told: Value = serde_json::from_str(&reply.body).unwrap_or_default();
        wrong.push(format!(
            "{}: {}",
            reply.status,
            text(&told["error"]["message"])
        ));
    }
    wrong.extend(parameters::missing(
        document,
        text(&sent["line"]),
        path,
        sent,
    ));
    if wrong.is_empty() {
        Ok(())
    } else {
        Err(wrong.join("; "))
    }
}

/// Whether an example came back as it was. What is absent and what is `null` are the same.
fn compare(example: &Value, line: &Value) -> Result<(), String> {
    if line["type"].is_null() {
        return Err("no type of the client has this `object`".to_owned());
    }
    if let Some(error) = line["error"].as_str() {
        return Err(format!("{}: {error}", text(&line["type"])));
    }
    let mut differences = Vec::new();
    differ(example, &line["written"], "", &mut differences);
    if differences.is_empty() {
        Ok(())
    } else {
        Err(differences.join("; "))
    }
}

fn differ(one: &Value, other: &Value, at: &str, differences: &mut Vec<String>) {
    match (one, other) {
        (Value::Object(_), Value::Object(_)) => {
            let names = members(one).chain(members(other)).map(|(name, _)| name);
            for name in names.collect::<BTreeSet<_>>() {
                differ(
                    &one[name],
                    &other[name],
                    &format!("{at}/{name}"),
                    differences,
                );
            }
        }
        (Value::Array(ones), Value::Array(others)) if ones.len() == others.len() => {
            for (index, (one, other)) in elements(one).zip(others).enumerate() {
                differ(one, other, &format!("{at}/{index}"), differences);
            }
        }
        (one, other) if one == other => {}
        // `19` and `19.0` are the same number.
        (Value::Number(one), Value::Number(other)) if one.as_f64() == other.as_f64() => {}
        _ => differences.push(format!("{at} was {one}, is {other}")),
    }
}
