//! Calls told as JSON, as in the recorded vectors, by the types of the client.

use serde_json::{Map, Value};
use stripe_identity::verification_report as report;
use stripe_identity::verification_session::{
    self as session, CreateOptions, CreateOptionsDocument, CreateProvidedDetails,
    CreateRelatedPerson, UpdateOptions, UpdateOptionsDocument, UpdateProvidedDetails,
};
use stripe_identity::{Clearable, Metadata, RangeQuery, RequestOptions, Timestamp};

use crate::document::{elements, members, text};
use crate::requests::Sender;

/// Sends the call of a vector of `wire_requests.json`, by a client of the usual settings.
pub fn send_recorded<S: Sender>(vector: &Value, sender: &mut S) -> S::Answer {
    let pages = || session::list().limit(2);
    let forward = || {
        pages()
            .status("verified")
            .created(5..)
            .expand(["data.verified_outputs"])
    };
    // Some are told in words.
    match text(&vector["name"]) {
        "list_created_date_object" => {
            let time = Timestamp::from_unix_seconds(1_704_164_645);
            sender.send(&session::list().created(time..))
        }
        "client_level_account_and_version" => sender.send(&session::retrieve("vs_1")),
        "create_with_retries_enabled" => sender.send(&session::create().type_("document")),
        "telemetry_2nd" => sender.send(&session::retrieve("vs_2")),
        "autopage_forward#1" => sender.send(&forward()),
        "autopage_forward#2" => sender.send(&forward().starting_after("vs_2")),
        "autopage_backward#2" => sender.send(&pages().ending_before("vs_4")),
        "autopage_backward#3" => sender.send(&pages().ending_before("vs_2")),
        "autopage_empty_page_has_more" => sender.send(&pages()),
        _ => send(text(&vector["operation"]), &vector["call"], sender),
    }
}

/// Sends a call: `id`, `params` and `options` of an operation such as `sessions.create`. In the
/// parameters, `null` unsets a key of the metadata, and the empty string clears what can be.
///
/// # Panics
///
/// When the call holds what is not known here.
pub fn send<S: Sender>(operation: &str, call: &Value, sender: &mut S) -> S::Answer {
    let nothing = Map::new();
    let parameters = call["params"].as_object().unwrap_or(&nothing);
    let options = options(call);
    let id = text(&call["id"]);
    let expand = expanded(parameters);
    let only_expand = || {
        assert!(
            parameters.keys().all(|name| name == "expand"),
            "`{operation}` takes no more than `expand`: {call}"
        );
    };
    match operation {
        "sessions.create" => sender.send(&create(parameters).with_options(options)),
        "sessions.update" => sender.send(&update(id, parameters).with_options(options)),
        "sessions.list" => sender.send(&list(parameters).with_options(options)),
        "reports.list" => sender.send(&list_reports(parameters).with_options(options)),
        "sessions.retrieve" => {
            only_expand();
            sender.send(&session::retrieve(id).expand(expand).with_options(options))
        }
        "sessions.cancel" => {
            only_expand();
            sender.send(&session::cancel(id).expand(expand).with_options(options))
        }
        "sessions.redact" => {
            only_expand();
            sender.send(&session::redact(id).expand(expand).with_options(options))
        }
        "reports.retrieve" => {
            only_expand();
            sender.send(&report::retrieve(id).expand(expand).with_options(options))
        }
        _ => panic!("the tests know no `{operation}`"),
    }
}

fn expanded(parameters: &Map<String, Value>) -> Vec<&str> {
    let expand = parameters.get("expand").into_iter();
    expand.flat_map(elements).map(text).collect()
}

fn options(call: &Value) -> RequestOptions {
    let given = call["ascii_only_options"]
        .as_object()
        .or(call["options"].as_object());
    given
        .into_iter()
        .flatten()
        .fold(RequestOptions::new(), |options, (name, value)| {
            match name.as_str() {
                "idempotency_key" => options.idempotency_key(text(value)),
                "stripe_account" => options.account(text(value)),
                "stripe_context" => options.context(text(value)),
                "api_key" => options.api_key(text(value)),
                _ => panic!("the tests know no option `{name}`"),
            }
        })
}

fn create(parameters: &Map<String, Value>) -> session::CreateVerificationSession {
    parameters
        .iter()
        .fold(session::create(), |request, (name, value)| {
            match name.as_str() {
                "client_reference_id" => request.client_reference_id(string(value)),
                "expand" => request.expand(elements(value).map(string)),
                "metadata" => request.metadata(metadata(value)),
                "options" => request.options(create_options(value)),
                "provided_details" => request.provided_details(create_details(value)),
                "related_customer" => request.related_customer(string(value)),
                "related_customer_account" => request.related_customer_account(string(value)),
                "related_person" => {
                    let [account, person] = ["account", "person"].map(|name| string(&value[name]));
                    assert_eq!(members(value).count(), 2, "`related_person` has more");
                    request.related_person(CreateRelatedPerson::new(account, person))
                }
                "return_url" => request.return_url(string(value)),
                "type" => request.type_(string(value)),
                "verification_flow" => request.verification_flow(string(value)),
                _ => panic!("the tests know no `{name}`"),
            }
        })
}

fn update(id: &str, parameters: &Map<String, Value>) -> session::UpdateVerificationSession {
    parameters
        .iter()
        .fold(session::update(id), |request, (name, value)| {
            match name.as_str() {
                "expand" => request.expand(elements(value).map(string)),
                "metadata" => request.metadata(metadata(value)),
                "options" => request.options(update_options(value)),
                "provided_details" => request.provided_details(update_details(value)),
                "type" => request.type_(string(value)),
                _ => panic!("the tests know no `{name}`"),
            }
        })
}

fn list(parameters: &Map<String, Value>) -> session::ListVerificationSessions {
    parameters
        .iter()
        .fold(session::list(), |request, (name, value)| {
            match name.as_str() {
                "client_reference_id" => request.client_reference_id(string(value)),
                "created" => request.created(range(value)),
                "ending_before" => request.ending_before(string(value)),
                "expand" => request.expand(elements(value).map(string)),
                "limit" => request.limit(integer(value)),
                "related_customer" => request.related_customer(string(value)),
                "related_customer_account" => request.related_customer_account(string(value)),
                "starting_after" => request.starting_after(string(value)),
                "status" => request.status(string(value)),
                _ => panic!("the tests know no `{name}`"),
            }
        })
}

fn list_reports(parameters: &Map<String, Value>) -> report::ListVerificationReports {
    parameters
        .iter()
        .fold(report::list(), |request, (name, value)| {
            match name.as_str() {
                "client_reference_id" => request.client_reference_id(string(value)),
                "created" => request.created(range(value)),
                "ending_before" => request.ending_before(string(value)),
                "expand" => request.expand(elements(value).map(string)),
                "limit" => request.limit(integer(value)),
                "starting_after" => request.starting_after(string(value)),
                "type" => request.type_(string(value)),
                "verification_session" => request.verification_session(string(value)),
                _ => panic!("the tests know no `{name}`"),
            }
        })
}

fn metadata(value: &Value) -> Metadata {
    if value == "" {
        return Metadata::clear();
    }
    members(value).fold(Metadata::new(), |metadata, (key, value)| match value {
        Value::Null => metadata.unset(key),
        value => metadata.set(key, string(value)),
    })
}

fn range(value: &Value) -> RangeQuery {
    if value.is_i64() {
        return integer(value).into();
    }
    members(value).fold(RangeQuery::new(), |range, (bound, value)| match bound {
        "gt" => range.gt(integer(value)),
        "gte" => range.gte(integer(value)),
        "lt" => range.lt(integer(value)),
        "lte" => range.lte(integer(value)),
        _ => panic!("the tests know no `created[{bound}]`"),
    })
}

/// Create and update take the same, by types of their own.
macro_rules! nested {
    ($options:ident: $Options:ident, $Document:ident; $details:ident: $Details:ident) => {
        fn $options(value: &Value) -> $Options {
            members(value).fold($Options::new(), |options, (name, value)| {
                assert_eq!(name, "document", "`options` has more than `document`");
                options.document(match value {
                    clear if clear == "" => Clearable::Clear,
                    document => Clearable::Set(members(document).fold(
                        $Document::new(),
                        |document, (name, value)| match name {
                            "allowed_types" => document.allowed_types(elements(value).map(string)),
                            "require_id_number" => document.require_id_number(flag(value)),
                            "require_live_capture" => document.require_live_capture(flag(value)),
                            "require_matching_selfie" => {
                                document.require_matching_selfie(flag(value))
                            }
                            _ => panic!("the tests know no `options[document][{name}]`"),
                        },
                    )),
                })
            })
        }

        fn $details(value: &Value) -> $Details {
            members(value).fold($Details::new(), |details, (name, value)| match name {
                "email" => details.email(string(value)),
                "phone" => details.phone(string(value)),
                _ => panic!("the tests know no `provided_details[{name}]`"),
            })
        }
    };
}

nested!(create_options: CreateOptions, CreateOptionsDocument; create_details: CreateProvidedDetails);
nested!(update_options: UpdateOptions, UpdateOptionsDocument; update_details: UpdateProvidedDetails);

fn string(value: &Value) -> &str {
    value
        .as_str()
        .unwrap_or_else(|| panic!("{value} is no string"))
}

fn integer(value: &Value) -> i64 {
    value
        .as_i64()
        .unwrap_or_else(|| panic!("{value} is no integer"))
}

fn flag(value: &Value) -> bool {
    value
        .as_bool()
        .unwrap_or_else(|| panic!("{value} is neither true nor false"))
}
