//! Requests and what each puts on the wire: one line for each that is interesting. Plain values of
//! every parameter are made from the document.

use std::collections::BTreeMap;
use std::fmt::Debug;
use std::time::{Duration, SystemTime};

use bytes::Bytes;
use stripe_identity::verification_report::{self as report, VerificationReportType};
use stripe_identity::verification_session::{
    self as session, CreateOptions, CreateOptionsDocument, CreateProvidedDetails, DocumentType,
    UpdateOptions, UpdateOptionsDocument, VerificationSessionId, VerificationSessionStatus,
    VerificationType,
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
    Row {
        source,
        line,
        pairs: pairs.to_vec(),
        sent: sender.send(request),
    }
}

macro_rules! rows {
    ($sender:ident, $($line:literal { $($request:expr => [$($name:literal = $value:literal),*];)* })*) => {
        vec![$($(row($sender, &$request, stringify!($request), $line, &[$(($name, $value)),*])),*),*]
    };
}

/// The table, each request sent by `sender`.
#[must_use]
pub fn rows_by<S: Sender>(sender: &mut S) -> Vec<Row<S::Answer>> {
    use CreateOptionsDocument as CreateDocument;
    use UpdateOptionsDocument as UpdateDocument;
    use VerificationSessionStatus as Status;

    let create_options = |document: CreateDocument| CreateOptions::new().document(document);
    let update_options = |document: UpdateDocument| UpdateOptions::new().document(document);
    let at = Timestamp::from_unix_seconds;
    let stored = BTreeMap::from([("order_id".to_owned(), "6735".to_owned())]);
    let id = VerificationSessionId::new("vs_123").expect("an id");
    let owned = "vs_123".to_owned();
    let nothing: [&str; 0] = [];

    rows! { sender,
        "POST /v1/identity/verification_sessions" {
            session::create() => [];

            session::create().type_(VerificationType::Document) => ["type" = "document"];
            session::create().type_(VerificationType::VerificationFlow) => ["type" = "verification_flow"];
            session::create().type_("selfie_only") => ["type" = "selfie_only"];
            session::create().type_("document").type_("id_number") => ["type" = "id_number"];

            session::create().client_reference_id("user 42+a&b=c%20#é") => ["client_reference_id" = "user 42+a&b=c%20#é"];
            session::create().client_reference_id("first").client_reference_id("second") => ["client_reference_id" = "second"];
            session::create().client_reference_id("") => ["client_reference_id" = ""];
            session::create().return_url("https://example.com/done?s={ID}&a=b c#top") => ["return_url" = "https://example.com/done?s={ID}&a=b c#top"];

            session::create().expand(|session| session.verified_outputs()).expand(|session| session.verified_outputs().dob()) => ["expand[0]" = "verified_outputs", "expand[1]" = "verified_outputs.dob"];
            session::create().expand(|session| session.last_verification_report().document().number()) => ["expand[0]" = "last_verification_report.document.number"];
            session::create().expand_raw(["last_verification_report", "verified_outputs"]) => ["expand[0]" = "last_verification_report", "expand[1]" = "verified_outputs"];
            session::create().expand_raw(nothing) => [];
            session::create().expand_raw(["first"]).expand(|session| session.verified_outputs()).expand_raw(["second"]) => ["expand[0]" = "first", "expand[1]" = "verified_outputs", "expand[2]" = "second"];

            session::create().metadata([("order_id", "6735"), ("a&b=c %", "line 1\nline 2")]) => ["metadata[order_id]" = "6735", "metadata[a&b=c %]" = "line 1\nline 2"];
            session::create().metadata(&stored) => ["metadata[order_id]" = "6735"];
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

            session::create().provided_details(CreateProvidedDetails::new()) => [];
        }

        "POST /v1/identity/verification_sessions/vs_123" {
            session::update("vs_123") => [];
            session::update(&id) => [];

            session::update("vs_123").type_(VerificationType::Document) => ["type" = "document"];

            session::update("vs_123").metadata(Metadata::new().unset("order_id")) => ["metadata[order_id]" = ""];
            session::update("vs_123").metadata(Metadata::new().unset("order_id").set("order_id", "6735")) => ["metadata[order_id]" = "6735"];
            session::update("vs_123").metadata(Metadata::clear()) => ["metadata" = ""];

            session::update("vs_123").options(UpdateOptions::new().document(Clearable::Clear)) => ["options[document]" = ""];
            session::update("vs_123").options(update_options(UpdateDocument::new().allowed_types([DocumentType::IdCard]))) => ["options[document][allowed_types][0]" = "id_card"];
        }

        "GET /v1/identity/verification_sessions/vs_123" {
            session::retrieve("vs_123") => [];
            session::retrieve("vs_123".to_owned()) => [];
            session::retrieve(&owned) => [];
            session::retrieve(id.clone()) => [];
            session::retrieve(&id) => [];
        }

        "POST /v1/identity/verification_sessions/vs_123/cancel" {
            session::cancel("vs_123") => [];
        }

        "POST /v1/identity/verification_sessions/vs_123/redact" {
            session::redact("vs_123") => [];
        }

        "GET /v1/identity/verification_sessions" {
            session::list() => [];

            session::list().expand(|session| session.verified_outputs()) => ["expand[0]" = "data.verified_outputs"];
            session::list().expand(|session| session.last_verification_report().document().dob()) => ["expand[0]" = "data.last_verification_report.document.dob"];
            session::list().client_reference_id("user/42 é") => ["client_reference_id" = "user/42 é"];

            session::list().limit(i64::MAX) => ["limit" = "9223372036854775807"];
            session::list().limit(i64::MIN) => ["limit" = "-9223372036854775808"];

            session::list().status(Status::Canceled) => ["status" = "canceled"];
            session::list().status("on_hold") => ["status" = "on_hold"];

            session::list().created(5) => ["created" = "5"];
            session::list().created(-1) => ["created" = "-1"];
            session::list().created(i64::MAX) => ["created" = "9223372036854775807"];
            session::list().created(i64::MIN) => ["created" = "-9223372036854775808"];
            session::list().created(at(5)) => ["created" = "5"];
            session::list().created(SystemTime::UNIX_EPOCH + Duration::from_millis(5_999)) => ["created" = "5"];
            session::list().created(SystemTime::UNIX_EPOCH - Duration::from_millis(1)) => ["created" = "-1"];
            session::list().created(5..9) => ["created[gte]" = "5", "created[lt]" = "9"];
            session::list().created(5..=9) => ["created[gte]" = "5", "created[lte]" = "9"];
            session::list().created(5..) => ["created[gte]" = "5"];
            session::list().created(..=9) => ["created[lte]" = "9"];
            session::list().created(..=at(9)) => ["created[lte]" = "9"];
            session::list().created(RangeQuery::new().gt(5)) => ["created[gt]" = "5"];
            session::list().created(RangeQuery::new().gt(at(5)).lte(at(9))) => ["created[gt]" = "5", "created[lte]" = "9"];
            session::list().created(RangeQuery::new().gt(1).gte(2).lt(3).lte(4)) => ["created[gt]" = "1", "created[gte]" = "2", "created[lt]" = "3", "created[lte]" = "4"];
            session::list().created(RangeQuery::exact(7).gt(5)) => ["created[gt]" = "5"];
            session::list().created(RangeQuery::new()) => [];
        }

        "GET /v1/identity/verification_reports" {
            report::list() => [];

            report::list().type_(VerificationReportType::Document) => ["type" = "document"];
            report::list().type_(VerificationReportType::VerificationFlow) => ["type" = "verification_flow"];
        }

        "GET /v1/identity/verification_reports/vr_123" {
            report::retrieve("vr_123") => [];
        }
    }
}
