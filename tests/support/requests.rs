//! Requests and what each puts on the wire: every operation, every parameter, one line each.

use std::collections::BTreeMap;
use std::fmt::Debug;
use std::time::{Duration, SystemTime};

use bytes::Bytes;
use stripe_identity::verification_report::{self as report, VerificationReportType};
use stripe_identity::verification_session::{
    self as session, CreateOptions, CreateOptionsDocument, CreateProvidedDetails,
    CreateRelatedPerson, DocumentType, UpdateOptions, UpdateOptionsDocument, UpdateProvidedDetails,
    VerificationSessionId, VerificationSessionStatus, VerificationType,
};
use stripe_identity::{Clearable, Error, Metadata, Operation, RangeQuery, Timestamp};

use crate::recorder::sent;

/// A request, and what it is to put on the wire.
#[derive(Debug)]
pub struct Row<Answer = http::Request<Bytes>> {
    /// The request as it is written in the table.
    pub source: &'static str,
    /// Method and path.
    pub line: &'static str,
    /// What is to be sent, decoded.
    pub pairs: Vec<(&'static str, &'static str)>,
    /// What was sent, or what came back.
    pub sent: Answer,
    /// `{:?}` and `{:#?}` of the request.
    pub shown: [String; 2],
}

/// Sends requests, of whatever type.
pub trait Sender {
    /// What comes of it.
    type Answer;

    /// Sends a request.
    fn send(&mut self, request: &(impl Operation + Debug)) -> Self::Answer;
}

/// Keeps what a request puts on the wire; answers nothing.
#[derive(Debug)]
pub struct OnTheWire;

impl Sender for OnTheWire {
    type Answer = Result<http::Request<Bytes>, Error>;

    fn send(&mut self, request: &(impl Operation + Debug)) -> Self::Answer {
        sent(request)
    }
}

/// The table, and what each request puts on the wire.
#[must_use]
pub fn rows() -> Vec<Row> {
    let rows = rows_by(&mut OnTheWire).into_iter();
    let rows = rows.map(|row| Row {
        source: row.source,
        line: row.line,
        pairs: row.pairs,
        sent: row
            .sent
            .unwrap_or_else(|error| panic!("{}: {error}", row.source)),
        shown: row.shown,
    });
    rows.collect()
}

fn row<S: Sender>(
    sender: &mut S,
    request: &(impl Operation + Debug),
    source: &'static str,
    line: &'static str,
    pairs: &[(&'static str, &'static str)],
) -> Row<S::Answer> {
    let shown = [format!("{request:?}"), format!("{request:#?}")];
    Row {
        source,
        line,
        pairs: pairs.to_vec(),
        sent: sender.send(request),
        shown,
    }
}

macro_rules! rows {
    ($sender:ident, $($line:literal { $($request:expr => [$($name:literal = $value:literal),*];)* })*) => {
        vec![$($(row($sender, &$request, stringify!($request), $line, &[$(($name, $value)),*])),*),*]
    };
}

/// The table, each request sent by `sender`.
#[must_use]
#[expect(clippy::too_many_lines, reason = "a table, one line a case")]
pub fn rows_by<S: Sender>(sender: &mut S) -> Vec<Row<S::Answer>> {
    use CreateOptionsDocument as CreateDocument;
    use UpdateOptionsDocument as UpdateDocument;
    use VerificationSessionStatus as Status;

    let create_options = |document: CreateDocument| CreateOptions::new().document(document);
    let update_options = |document: UpdateDocument| UpdateOptions::new().document(document);
    let create_details = CreateProvidedDetails::new;
    let update_details = UpdateProvidedDetails::new;
    let at = Timestamp::from_unix_seconds;
    let stored = BTreeMap::from([("order_id".to_owned(), "6735".to_owned())]);
    let id = VerificationSessionId::new("vs_123").expect("an id");
    let owned = "vs_123".to_owned();
    let nothing: [&str; 0] = [];

    rows! { sender,
        "POST /v1/identity/verification_sessions" {
            session::create() => [];

            session::create().type_(VerificationType::Document) => ["type" = "document"];
            session::create().type_(VerificationType::IdNumber) => ["type" = "id_number"];
            session::create().type_(VerificationType::VerificationFlow) => ["type" = "verification_flow"];
            session::create().type_("selfie_only") => ["type" = "selfie_only"];
            session::create().type_("document".to_owned()) => ["type" = "document"];
            session::create().type_("document").type_("id_number") => ["type" = "id_number"];

            session::create().client_reference_id("user 42+a&b=c%20#é") => ["client_reference_id" = "user 42+a&b=c%20#é"];
            session::create().client_reference_id("first").client_reference_id("second") => ["client_reference_id" = "second"];
            session::create().client_reference_id("") => ["client_reference_id" = ""];
            session::create().related_customer("cus_123") => ["related_customer" = "cus_123"];
            session::create().related_customer_account("acct_123") => ["related_customer_account" = "acct_123"];
            session::create().return_url("https://example.com/done?s={ID}&a=b c#top") => ["return_url" = "https://example.com/done?s={ID}&a=b c#top"];
            session::create().verification_flow("vf_123") => ["verification_flow" = "vf_123"];

            session::create().expand(["last_verification_report", "verified_outputs"]) => ["expand[0]" = "last_verification_report", "expand[1]" = "verified_outputs"];
            session::create().expand(nothing) => [];
            session::create().expand(["first"]).expand(["second"]) => ["expand[0]" = "second"];

            session::create().metadata([("order_id", "6735"), ("a&b=c %", "line 1\nline 2")]) => ["metadata[order_id]" = "6735", "metadata[a&b=c %]" = "line 1\nline 2"];
            session::create().metadata(&stored) => ["metadata[order_id]" = "6735"];
            session::create().metadata(stored.clone()) => ["metadata[order_id]" = "6735"];
            session::create().metadata(vec![("zzzz", "first"), ("aaaa", "second")]) => ["metadata[zzzz]" = "first", "metadata[aaaa]" = "second"];
            session::create().metadata(Metadata::new().set("order_id", "6735").unset("cart")) => ["metadata[order_id]" = "6735", "metadata[cart]" = ""];
            session::create().metadata(Metadata::new().set("order_id", "6735").set("order_id", "6736")) => ["metadata[order_id]" = "6736"];
            session::create().metadata(Metadata::clear()) => ["metadata" = ""];
            session::create().metadata(Metadata::new()) => [];

            session::create().options(CreateOptions::new()) => [];
            session::create().options(CreateOptions::new().document(Clearable::Unset)) => [];
            session::create().options(CreateOptions::new().document(Clearable::Clear)) => ["options[document]" = ""];
            session::create().options(create_options(CreateDocument::new())) => [];
            session::create().options(create_options(CreateDocument::new().allowed_types([DocumentType::DrivingLicense, DocumentType::IdCard, DocumentType::Passport]))) => ["options[document][allowed_types][0]" = "driving_license", "options[document][allowed_types][1]" = "id_card", "options[document][allowed_types][2]" = "passport"];
            session::create().options(create_options(CreateDocument::new().allowed_types(["passport", "hologram"]))) => ["options[document][allowed_types][0]" = "passport", "options[document][allowed_types][1]" = "hologram"];
            session::create().options(create_options(CreateDocument::new().require_id_number(true))) => ["options[document][require_id_number]" = "true"];
            session::create().options(create_options(CreateDocument::new().require_id_number(false))) => ["options[document][require_id_number]" = "false"];
            session::create().options(create_options(CreateDocument::new().require_live_capture(true))) => ["options[document][require_live_capture]" = "true"];
            session::create().options(create_options(CreateDocument::new().require_live_capture(false))) => ["options[document][require_live_capture]" = "false"];
            session::create().options(create_options(CreateDocument::new().require_matching_selfie(true))) => ["options[document][require_matching_selfie]" = "true"];
            session::create().options(create_options(CreateDocument::new().require_matching_selfie(false))) => ["options[document][require_matching_selfie]" = "false"];

            session::create().provided_details(create_details()) => [];
            session::create().provided_details(create_details().email("jenny+test@example.com")) => ["provided_details[email]" = "jenny+test@example.com"];
            session::create().provided_details(create_details().phone("+14155550123")) => ["provided_details[phone]" = "+14155550123"];
            session::create().related_person(CreateRelatedPerson::new("acct_123", "person_456")) => ["related_person[account]" = "acct_123", "related_person[person]" = "person_456"];

            session::create().type_("document").return_url("https://example.com").metadata([("order_id", "6735")]).expand(["verified_outputs"]) => ["expand[0]" = "verified_outputs", "metadata[order_id]" = "6735", "return_url" = "https://example.com", "type" = "document"];
        }

        "POST /v1/identity/verification_sessions/vs_123" {
            session::update("vs_123") => [];
            session::update(&id) => [];

            session::update("vs_123").type_(VerificationType::Document) => ["type" = "document"];
            session::update("vs_123").type_(VerificationType::IdNumber) => ["type" = "id_number"];

            session::update("vs_123").expand(["last_verification_report"]) => ["expand[0]" = "last_verification_report"];

            session::update("vs_123").metadata([("order_id", "6735")]) => ["metadata[order_id]" = "6735"];
            session::update("vs_123").metadata(Metadata::new().unset("order_id")) => ["metadata[order_id]" = ""];
            session::update("vs_123").metadata([("order_id", "")]) => ["metadata[order_id]" = ""];
            session::update("vs_123").metadata(Metadata::new().unset("order_id").set("order_id", "6735")) => ["metadata[order_id]" = "6735"];
            session::update("vs_123").metadata(Metadata::clear()) => ["metadata" = ""];
            session::update("vs_123").metadata(Metadata::clear().set("order_id", "6735")) => ["metadata[order_id]" = "6735"];
            session::update("vs_123").metadata(Metadata::new()) => [];

            session::update("vs_123").options(UpdateOptions::new()) => [];
            session::update("vs_123").options(UpdateOptions::new().document(Clearable::Clear)) => ["options[document]" = ""];
            session::update("vs_123").options(update_options(UpdateDocument::new().allowed_types([DocumentType::IdCard]))) => ["options[document][allowed_types][0]" = "id_card"];
            session::update("vs_123").options(update_options(UpdateDocument::new().require_id_number(true))) => ["options[document][require_id_number]" = "true"];
            session::update("vs_123").options(update_options(UpdateDocument::new().require_live_capture(true))) => ["options[document][require_live_capture]" = "true"];
            session::update("vs_123").options(update_options(UpdateDocument::new().require_matching_selfie(false))) => ["options[document][require_matching_selfie]" = "false"];

            session::update("vs_123").provided_details(update_details().email("jenny@example.com")) => ["provided_details[email]" = "jenny@example.com"];
            session::update("vs_123").provided_details(update_details().phone("+14155550123")) => ["provided_details[phone]" = "+14155550123"];
        }

        "GET /v1/identity/verification_sessions/vs_123" {
            session::retrieve("vs_123") => [];
            session::retrieve("vs_123".to_owned()) => [];
            session::retrieve(&owned) => [];
            session::retrieve(id.clone()) => [];
            session::retrieve(&id) => [];
            session::retrieve("vs_123").expand(["verified_outputs.dob", "last_verification_report.document.number"]) => ["expand[0]" = "verified_outputs.dob", "expand[1]" = "last_verification_report.document.number"];
        }

        "POST /v1/identity/verification_sessions/vs_123/cancel" {
            session::cancel("vs_123") => [];
            session::cancel("vs_123").expand(["verified_outputs"]) => ["expand[0]" = "verified_outputs"];
        }

        "POST /v1/identity/verification_sessions/vs_123/redact" {
            session::redact("vs_123") => [];
            session::redact("vs_123").expand(["verified_outputs"]) => ["expand[0]" = "verified_outputs"];
        }

        "GET /v1/identity/verification_sessions" {
            session::list() => [];

            session::list().client_reference_id("user/42 é") => ["client_reference_id" = "user/42 é"];
            session::list().related_customer("cus_123") => ["related_customer" = "cus_123"];
            session::list().related_customer_account("acct_123") => ["related_customer_account" = "acct_123"];
            session::list().starting_after("vs_1234") => ["starting_after" = "vs_1234"];
            session::list().ending_before("vs_1234") => ["ending_before" = "vs_1234"];
            session::list().expand(["data.verified_outputs", "data.last_verification_report"]) => ["expand[0]" = "data.verified_outputs", "expand[1]" = "data.last_verification_report"];

            session::list().limit(100) => ["limit" = "100"];
            session::list().limit(i64::MAX) => ["limit" = "9223372036854775807"];
            session::list().limit(i64::MIN) => ["limit" = "-9223372036854775808"];

            session::list().status(Status::Canceled) => ["status" = "canceled"];
            session::list().status(Status::Processing) => ["status" = "processing"];
            session::list().status(Status::RequiresInput) => ["status" = "requires_input"];
            session::list().status(Status::Verified) => ["status" = "verified"];
            session::list().status("on_hold") => ["status" = "on_hold"];

            session::list().created(5) => ["created" = "5"];
            session::list().created(0) => ["created" = "0"];
            session::list().created(-1) => ["created" = "-1"];
            session::list().created(i64::MAX) => ["created" = "9223372036854775807"];
            session::list().created(i64::MIN) => ["created" = "-9223372036854775808"];
            session::list().created(at(5)) => ["created" = "5"];
            session::list().created(SystemTime::UNIX_EPOCH + Duration::from_millis(5_999)) => ["created" = "5"];
            session::list().created(SystemTime::UNIX_EPOCH - Duration::from_millis(1)) => ["created" = "-1"];
            session::list().created(5..9) => ["created[gte]" = "5", "created[lt]" = "9"];
            session::list().created(5..=9) => ["created[gte]" = "5", "created[lte]" = "9"];
            session::list().created(5..) => ["created[gte]" = "5"];
            session::list().created(..9) => ["created[lt]" = "9"];
            session::list().created(..=9) => ["created[lte]" = "9"];
            session::list().created(at(5)..at(9)) => ["created[gte]" = "5", "created[lt]" = "9"];
            session::list().created(at(5)..=at(9)) => ["created[gte]" = "5", "created[lte]" = "9"];
            session::list().created(at(5)..) => ["created[gte]" = "5"];
            session::list().created(..at(9)) => ["created[lt]" = "9"];
            session::list().created(..=at(9)) => ["created[lte]" = "9"];
            session::list().created(RangeQuery::new().gt(5)) => ["created[gt]" = "5"];
            session::list().created(RangeQuery::new().gt(at(5)).lte(at(9))) => ["created[gt]" = "5", "created[lte]" = "9"];
            session::list().created(RangeQuery::new().gt(1).gte(2).lt(3).lte(4)) => ["created[gt]" = "1", "created[gte]" = "2", "created[lt]" = "3", "created[lte]" = "4"];
            session::list().created(RangeQuery::exact(7).gt(5)) => ["created[gt]" = "5"];
            session::list().created(RangeQuery::new()) => [];
        }

        "GET /v1/identity/verification_reports" {
            report::list() => [];

            report::list().client_reference_id("user/42") => ["client_reference_id" = "user/42"];
            report::list().verification_session("vs_123") => ["verification_session" = "vs_123"];
            report::list().starting_after("vr_1234") => ["starting_after" = "vr_1234"];
            report::list().ending_before("vr_1234") => ["ending_before" = "vr_1234"];
            report::list().expand(["data.document"]) => ["expand[0]" = "data.document"];
            report::list().limit(42) => ["limit" = "42"];

            report::list().type_(VerificationReportType::Document) => ["type" = "document"];
            report::list().type_(VerificationReportType::IdNumber) => ["type" = "id_number"];
            report::list().type_(VerificationReportType::VerificationFlow) => ["type" = "verification_flow"];

            report::list().created(5) => ["created" = "5"];
            report::list().created(RangeQuery::new().gt(1).gte(2).lt(3).lte(4)) => ["created[gt]" = "1", "created[gte]" = "2", "created[lt]" = "3", "created[lte]" = "4"];
        }

        "GET /v1/identity/verification_reports/vr_123" {
            report::retrieve("vr_123") => [];
            report::retrieve("vr_123").expand(["document.number"]) => ["expand[0]" = "document.number"];
        }
    }
}
