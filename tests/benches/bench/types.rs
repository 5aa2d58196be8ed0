//! The same fields as hand-written serde structs: plain strings for ids,
//! integers for times, derived enums that know their values and no others.
#![expect(dead_code, reason = "the fields are there to be decoded into")]
#![expect(clippy::struct_field_names, reason = "Stripe's names")]

use std::collections::BTreeMap;

use serde::Deserialize;

#[derive(Deserialize)]
pub(crate) struct List<T> {
    pub(crate) data: Vec<T>,
    has_more: bool,
    url: String,
}

#[derive(Deserialize)]
pub(crate) struct Session {
    client_reference_id: Option<String>,
    client_secret: Option<String>,
    created: i64,
    pub(crate) id: String,
    last_error: Option<LastError>,
    // Never expanded here: a string at once.
    last_verification_report: Option<String>,
    livemode: bool,
    metadata: BTreeMap<String, String>,
    options: Option<SessionOptions>,
    provided_details: Option<ProvidedDetails>,
    redaction: Option<Redaction>,
    related_customer: Option<String>,
    related_customer_account: Option<String>,
    related_person: Option<RelatedPerson>,
    status: SessionStatus,
    #[serde(rename = "type")]
    type_: VerificationType,
    url: Option<String>,
    verification_flow: Option<String>,
    verified_outputs: Option<VerifiedOutputs>,
}

#[derive(Deserialize)]
struct LastError {
    code: Option<LastErrorCode>,
    reason: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum LastErrorCode {
    Abandoned,
    ConsentDeclined,
    CountryNotSupported,
    DeviceNotSupported,
    DocumentExpired,
    DocumentTypeNotSupported,
    DocumentUnverifiedOther,
    EmailUnverifiedOther,
    EmailVerificationDeclined,
    IdNumberInsufficientDocumentData,
    IdNumberMismatch,
    IdNumberUnverifiedOther,
    PhoneUnverifiedOther,
    PhoneVerificationDeclined,
    SelfieDocumentMissingPhoto,
    SelfieFaceMismatch,
    SelfieManipulated,
    SelfieUnverifiedOther,
    UnderSupportedAge,
}

#[derive(Deserialize)]
struct SessionOptions {
    document: Option<DocumentOptions>,
    email: Option<Verification>,
    id_number: Option<Nothing>,
    matching: Option<Matching>,
    phone: Option<Verification>,
}

#[derive(Deserialize)]
struct DocumentOptions {
    allowed_types: Option<Vec<DocumentType>>,
    require_id_number: Option<bool>,
    require_live_capture: Option<bool>,
    require_matching_selfie: Option<bool>,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum DocumentType {
    DrivingLicense,
    IdCard,
    Passport,
}

#[derive(Deserialize)]
struct Verification {
    require_verification: Option<bool>,
}

#[derive(Deserialize)]
struct Nothing {}

#[derive(Deserialize)]
struct Matching {
    dob: Option<Match>,
    name: Option<Match>,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum Match {
    None,
    Similar,
}

#[derive(Deserialize)]
struct ProvidedDetails {
    email: Option<String>,
    phone: Option<String>,
}

#[derive(Deserialize)]
struct Redaction {
    status: RedactionStatus,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum RedactionStatus {
    Processing,
    Redacted,
    Validated,
}

#[derive(Deserialize)]
struct RelatedPerson {
    account: String,
    person: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum SessionStatus {
    Canceled,
    Processing,
    RequiresInput,
    Verified,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum VerificationType {
    Document,
    IdNumber,
    VerificationFlow,
}

#[derive(Deserialize)]
struct VerifiedOutputs {
    address: Option<Address>,
    dob: Option<Date>,
    email: Option<String>,
    first_name: Option<String>,
    id_number: Option<String>,
    id_number_type: Option<IdNumberType>,
    last_name: Option<String>,
    phone: Option<String>,
    sex: Option<Sex>,
    unparsed_place_of_birth: Option<String>,
    unparsed_sex: Option<String>,
}

#[derive(Deserialize)]
struct Address {
    city: Option<String>,
    country: Option<String>,
    line1: Option<String>,
    line2: Option<String>,
    postal_code: Option<String>,
    state: Option<String>,
}

#[derive(Deserialize)]
struct Date {
    day: Option<i64>,
    month: Option<i64>,
    year: Option<i64>,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum IdNumberType {
    BrCpf,
    SgNric,
    UsSsn,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum Sex {
    #[serde(rename = "[redacted]")]
    Redacted,
    Female,
    Male,
    Unknown,
}

#[derive(Deserialize)]
pub(crate) struct Report {
    client_reference_id: Option<String>,
    created: i64,
    document: Option<Document>,
    email: Option<Email>,
    pub(crate) id: String,
    id_number: Option<IdNumber>,
    livemode: bool,
    options: Option<ReportOptions>,
    phone: Option<Phone>,
    selfie: Option<Selfie>,
    #[serde(rename = "type")]
    type_: VerificationType,
    verification_flow: Option<String>,
    verification_session: Option<String>,
}

#[derive(Deserialize)]
struct Document {
    address: Option<Address>,
    dob: Option<Date>,
    error: Option<CheckError>,
    expiration_date: Option<Date>,
    files: Option<Vec<String>>,
    first_name: Option<String>,
    issued_date: Option<Date>,
    issuing_country: Option<String>,
    last_name: Option<String>,
    number: Option<String>,
    sex: Option<Sex>,
    status: Status,
    #[serde(rename = "type")]
    type_: Option<DocumentType>,
    unparsed_place_of_birth: Option<String>,
    unparsed_sex: Option<String>,
}

#[derive(Deserialize)]
struct CheckError {
    code: Option<CheckErrorCode>,
    reason: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum CheckErrorCode {
    DocumentExpired,
    DocumentTypeNotSupported,
    DocumentUnverifiedOther,
    EmailUnverifiedOther,
    EmailVerificationDeclined,
    IdNumberInsufficientDocumentData,
    IdNumberMismatch,
    IdNumberUnverifiedOther,
    PhoneUnverifiedOther,
    PhoneVerificationDeclined,
    SelfieDocumentMissingPhoto,
    SelfieFaceMismatch,
    SelfieManipulated,
    SelfieUnverifiedOther,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum Status {
    Unverified,
    Verified,
}

#[derive(Deserialize)]
struct Email {
    email: Option<String>,
    error: Option<CheckError>,
    status: Status,
}

#[derive(Deserialize)]
struct IdNumber {
    dob: Option<Date>,
    error: Option<CheckError>,
    first_name: Option<String>,
    id_number: Option<String>,
    id_number_type: Option<IdNumberType>,
    last_name: Option<String>,
    status: Status,
}

#[derive(Deserialize)]
struct ReportOptions {
    document: Option<DocumentOptions>,
    id_number: Option<Nothing>,
}

#[derive(Deserialize)]
struct Phone {
    error: Option<CheckError>,
    phone: Option<String>,
    status: Status,
}

#[derive(Deserialize)]
struct Selfie {
    document: Option<String>,
    error: Option<CheckError>,
    selfie: Option<String>,
    status: Status,
}
