//! Calls written as JSON, as in the recorded vectors, made with the client's types.

use serde_json::Value;
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
            .expand(|session| session.verified_outputs())
    };
    // Some are described in words.
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
        name => {
            let answer = send(text(&vector["operation"]), &vector["call"], sender);
            answer.unwrap_or_else(|| panic!("{name}: the tests do not know the operation"))
        }
    }
}

/// Calls a setter with a value, if there is one of this name that takes it.
macro_rules! set {
    ($to:expr, $name:expr, $value:expr, { $($known:literal: $setter:ident($read:ident)),* $(,)? }) => {
        match $name {
            $($known => $read($value).map(|value| $to.$setter(value)),)*
            _ => None,
        }
    };
}

/// A request with a call's parameters and options. Parameters that are not listed, since they are
/// newer than these tests, are sent by `RequestOptions::extra`.
macro_rules! request {
    ($request:expr, $call:expr, $setters:tt) => {{
        let (mut request, mut options) = ($request, options($call));
        for (name, value) in members(&$call["params"]) {
            match set!(request.clone(), name, value, $setters) {
                Some(with) => request = with,
                None => options = options.extra(name, value.clone()),
            }
        }
        request.with_options(options)
    }};
}

/// An object of parameters; none if it has a member that is not listed.
macro_rules! object {
    ($object:expr, $value:expr, $setters:tt) => {
        members($value).try_fold($object, |object, (name, value)| {
            set!(object, name, value, $setters)
        })
    };
}

/// Sends a call: `id`, `params` and `options` of an operation, given by its line in the document
/// or as in the vectors. In the parameters, `null` unsets a key of the metadata, and the empty
/// string clears what can be. Returns nothing for an operation that is newer than these tests.
pub fn send<S: Sender>(operation: &str, call: &Value, sender: &mut S) -> Option<S::Answer> {
    let id = text(&call["id"]);
    Some(match operation {
        "sessions.create" | "POST /v1/identity/verification_sessions" => {
            sender.send(&request!(session::create(), call, {
                "client_reference_id": client_reference_id(string),
                "expand": expand_raw(strings),
                "metadata": metadata(metadata),
                "options": options(create_options),
                "provided_details": provided_details(create_details),
                "related_customer": related_customer(string),
                "related_customer_account": related_customer_account(string),
                "related_person": related_person(person),
                "return_url": return_url(string),
                "type": type_(string),
                "verification_flow": verification_flow(string),
            }))
        }
        "sessions.update" | "POST /v1/identity/verification_sessions/{session}" => {
            sender.send(&request!(session::update(id), call, {
                "expand": expand_raw(strings),
                "metadata": metadata(metadata),
                "options": options(update_options),
                "provided_details": provided_details(update_details),
                "type": type_(string),
            }))
        }
        "sessions.list" | "GET /v1/identity/verification_sessions" => {
            sender.send(&request!(session::list(), call, {
                "client_reference_id": client_reference_id(string),
                "created": created(range),
                "ending_before": ending_before(string),
                "expand": expand_raw(strings),
                "limit": limit(integer),
                "related_customer": related_customer(string),
                "related_customer_account": related_customer_account(string),
                "starting_after": starting_after(string),
                "status": status(string),
            }))
        }
        "reports.list" | "GET /v1/identity/verification_reports" => {
            sender.send(&request!(report::list(), call, {
                "client_reference_id": client_reference_id(string),
                "created": created(range),
                "ending_before": ending_before(string),
                "expand": expand_raw(strings),
                "limit": limit(integer),
                "starting_after": starting_after(string),
                "type": type_(string),
                "verification_session": verification_session(string),
            }))
        }
        "sessions.retrieve" | "GET /v1/identity/verification_sessions/{session}" => {
            sender.send(&request!(session::retrieve(id), call, { "expand": expand_raw(strings) }))
        }
        "sessions.cancel" | "POST /v1/identity/verification_sessions/{session}/cancel" => {
            sender.send(&request!(session::cancel(id), call, { "expand": expand_raw(strings) }))
        }
        "sessions.redact" | "POST /v1/identity/verification_sessions/{session}/redact" => {
            sender.send(&request!(session::redact(id), call, { "expand": expand_raw(strings) }))
        }
        "reports.retrieve" | "GET /v1/identity/verification_reports/{report}" => {
            sender.send(&request!(report::retrieve(id), call, { "expand": expand_raw(strings) }))
        }
        _ => return None,
    })
}

fn options(call: &Value) -> RequestOptions {
    let given = ["ascii_only_options", "options"].map(|name| &call[name]);
    let given = given.into_iter().find(|given| given.is_object());
    let given = given.into_iter().flat_map(members);
    given.fold(RequestOptions::new(), |options, (name, value)| {
        let value = text(value);
        match name {
            "idempotency_key" => options.idempotency_key(value),
            "stripe_account" => options.account(value),
            "stripe_context" => options.context(value),
            "api_key" => options.api_key(value),
            _ => panic!("the tests do not know the option `{name}`"),
        }
    })
}

fn metadata(value: &Value) -> Option<Metadata> {
    if value == "" {
        return Some(Metadata::clear());
    }
    members(value).try_fold(Metadata::new(), |metadata, (key, value)| match value {
        Value::Null => Some(metadata.unset(key)),
        value => string(value).map(|value| metadata.set(key, value)),
    })
}

fn range(value: &Value) -> Option<RangeQuery> {
    if let Some(exact) = value.as_i64() {
        return Some(exact.into());
    }
    object!(RangeQuery::new(), value, {
        "gt": gt(integer), "gte": gte(integer), "lt": lt(integer), "lte": lte(integer),
    })
}

fn person(value: &Value) -> Option<CreateRelatedPerson> {
    let [account, person] = ["account", "person"].map(|name| string(&value[name]));
    (members(value).count() == 2).then_some(CreateRelatedPerson::new(account?, person?))
}

/// Create and update take the same, by types of their own.
macro_rules! nested {
    ($options:ident: $Options:ident, $document:ident: $Document:ident; $details:ident: $Details:ident) => {
        fn $options(value: &Value) -> Option<$Options> {
            object!($Options::new(), value, { "document": document($document) })
        }

        fn $document(value: &Value) -> Option<Clearable<$Document>> {
            if value == "" {
                return Some(Clearable::Clear);
            }
            let document = object!($Document::new(), value, {
                "allowed_types": allowed_types(strings),
                "require_id_number": require_id_number(flag),
                "require_live_capture": require_live_capture(flag),
                "require_matching_selfie": require_matching_selfie(flag),
            });
            document.map(Clearable::Set)
        }

        fn $details(value: &Value) -> Option<$Details> {
            object!($Details::new(), value, { "email": email(string), "phone": phone(string) })
        }
    };
}

nested!(create_options: CreateOptions, create_document: CreateOptionsDocument; create_details: CreateProvidedDetails);
nested!(update_options: UpdateOptions, update_document: UpdateOptionsDocument; update_details: UpdateProvidedDetails);

fn string(value: &Value) -> Option<&str> {
    value.as_str()
}

fn strings(value: &Value) -> Option<Vec<&str>> {
    elements(value).map(string).collect()
}

fn integer(value: &Value) -> Option<i64> {
    value.as_i64()
}

fn flag(value: &Value) -> Option<bool> {
    value.as_bool()
}
