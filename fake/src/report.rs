//! What the checks find: reports and verified outputs.

use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use stripe_identity::Timestamp;
use stripe_identity::verification_report::VerificationReport;
use stripe_identity::verification_session::{
    DocumentType, SessionDocumentOptions, SessionLastErrorCode, VerificationSession,
    VerificationType, VerifiedOutputs,
};

use crate::fill::filled;
use crate::outcome::Outcome;
use crate::person::{Address, Date, IdNumber, Person};
use crate::spec::{Schema, Spec};
use crate::{Error, ids};

/// A check of <https://docs.stripe.com/identity/verification-checks>.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Check {
    Document,
    IdNumber,
    Selfie,
    Email,
    Phone,
}

/// Whether a session asks for a check.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Asked {
    No,
    /// By a flow, whose steps only its account knows.
    Perhaps,
    Yes,
}

impl Check {
    const ALL: [Self; 5] = [
        Self::Document,
        Self::IdNumber,
        Self::Selfie,
        Self::Email,
        Self::Phone,
    ];

    /// The report's property, and the prefix of the check's error codes.
    fn name(self) -> &'static str {
        match self {
            Self::Document => "document",
            Self::IdNumber => "id_number",
            Self::Selfie => "selfie",
            Self::Email => "email",
            Self::Phone => "phone",
        }
    }

    /// The check that finds this error; `None` for what ends a visit before the checks.
    fn of(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|check| {
            let rest = code.strip_prefix(check.name());
            rest.is_some_and(|rest| rest.starts_with('_'))
        })
    }

    /// Whether the session's type and options ask for it.
    fn asked(self, session: &VerificationSession) -> Asked {
        let is = |type_| session.type_ == type_;
        let options = session.options.as_ref();
        let document = options.and_then(|options| options.document.as_ref());
        let by_option = match self {
            Self::Document => is(VerificationType::Document).then_some(true),
            Self::IdNumber if is(VerificationType::IdNumber) => Some(true),
            Self::IdNumber => document.and_then(|document| document.require_id_number),
            Self::Selfie => document.and_then(|document| document.require_matching_selfie),
            Self::Email => options
                .and_then(|options| options.email.as_ref())
                .and_then(|email| email.require_verification),
            Self::Phone => options
                .and_then(|options| options.phone.as_ref())
                .and_then(|phone| phone.require_verification),
        };
        let by_number = is(VerificationType::IdNumber);
        match by_option {
            Some(true) if by_number && self == Self::Selfie => Asked::No,
            Some(true) => Asked::Yes,
            _ if is(VerificationType::VerificationFlow) => Asked::Perhaps,
            _ => Asked::No,
        }
    }
}

/// The error codes that a submission for this session can have: those that end a visit, and
/// those of the checks that it asks for.
pub(crate) fn codes(session: &VerificationSession) -> Vec<&'static str> {
    let error = Spec::get().component("identity.verification_session");
    let error = error.property("last_error").map(Schema::plain);
    let code = error.and_then(|error| error.property("code"));
    let mut codes = code.and_then(Schema::values).unwrap_or_default();
    codes.retain(|code| Check::of(code).is_none_or(|check| check.asked(session) != Asked::No));
    codes
}

/// Whether it is the checks that come to this outcome.
pub(crate) fn is_of_checks(outcome: &Outcome) -> bool {
    match outcome {
        Outcome::Verified(_) | Outcome::VerifiedSample => true,
        Outcome::Failed(code) => Check::of(code.as_str()).is_some(),
        Outcome::Processing | Outcome::Canceled => false,
    }
}

/// A sentence about a failure, for people.
pub(crate) fn reason(code: &SessionLastErrorCode) -> String {
    let text = match code {
        SessionLastErrorCode::Abandoned => "The verification was started, but not finished.",
        SessionLastErrorCode::ConsentDeclined => "The person does not want to be verified.",
        SessionLastErrorCode::CountryNotSupported => "The person's country is not supported.",
        SessionLastErrorCode::DeviceNotSupported => "The device has no camera that can be used.",
        SessionLastErrorCode::DocumentExpired => "The document has expired.",
        SessionLastErrorCode::DocumentTypeNotSupported => {
            "Documents of this type are not accepted."
        }
        SessionLastErrorCode::IdNumberMismatch => {
            "The ID number does not belong to a person of this name and date of birth."
        }
        SessionLastErrorCode::SelfieFaceMismatch => {
            "The face does not match the photo on the document."
        }
        SessionLastErrorCode::UnderSupportedAge => "The person is too young.",
        code => return format!("The check failed: {}.", code.as_str().replace('_', " ")),
    };
    text.to_owned()
}

/// The report of a submission with this outcome; `None` if no checks ran.
///
/// It holds every check that the session asks for. After a failure, one of them is
/// `unverified`.
///
/// # Errors
///
/// The outcome does not suit what the session asks for.
pub(crate) fn of(
    session: &VerificationSession,
    outcome: &Outcome,
    created: Timestamp,
) -> Result<Option<VerificationReport>, Error> {
    let sample;
    let (person, failure) = match outcome {
        Outcome::Verified(person) => (person, None),
        Outcome::Failed(code) => {
            let codes = codes(session);
            if !codes.contains(&code.as_str()) {
                return Err(Error::outcome(format!(
                    "its checks cannot fail with `{code}`, but with one of {}",
                    codes.join(", ")
                )));
            }
            let Some(check) = Check::of(code.as_str()) else {
                return Ok(None);
            };
            sample = suited(Person::default(), session);
            (&sample, Some((check, code)))
        }
        Outcome::VerifiedSample | Outcome::Processing | Outcome::Canceled => return Ok(None),
    };
    let mut report = head(session, created);
    for check in Check::ALL {
        let section = match failure {
            Some((failed, code)) if failed == check => Some(json!({
                "status": "unverified",
                "error": { "code": code, "reason": reason(code) },
            })),
            _ => section(check, session, person)?,
        };
        if let Some(section) = section {
            report[check.name()] = section;
        }
    }
    typed("identity.verification_report", report).map(Some)
}

/// A check that passed, if the session asks for it.
fn section(
    check: Check,
    session: &VerificationSession,
    person: &Person,
) -> Result<Option<Value>, Error> {
    let asked = check.asked(session);
    Ok(match check {
        Check::Document if asked != Asked::No => Some(document(session, person)?),
        Check::IdNumber => id_number(session, person)?.map(|number| {
            json!({
                "status": "verified", "first_name": person.first_name,
                "last_name": person.last_name, "dob": date(person.dob),
                "id_number": number.number, "id_number_type": number.type_,
            })
        }),
        Check::Selfie if asked == Asked::Yes => Some(json!({
            "status": "verified", "document": ids::random("file_1"),
            "selfie": ids::random("file_1"),
        })),
        Check::Document | Check::Selfie => None,
        Check::Email => contact("email", asked, person.email.as_ref())?,
        Check::Phone => contact("phone", asked, person.phone.as_ref())?,
    })
}

/// A check of an address that the person was reached at. A person who has one had it
/// checked.
fn contact(name: &str, asked: Asked, address: Option<&String>) -> Result<Option<Value>, Error> {
    match (address, asked) {
        (Some(address), _) => Ok(Some(json!({ "status": "verified", name: address }))),
        (None, Asked::Yes) => Err(Error::outcome(format!(
            "it asks for a check of `{name}`, and the person has none"
        ))),
        (None, _) => Ok(None),
    }
}

/// The id number, if the session asks for one.
fn id_number<'a>(
    session: &VerificationSession,
    person: &'a Person,
) -> Result<Option<&'a IdNumber>, Error> {
    match (&person.id_number, Check::IdNumber.asked(session)) {
        (_, Asked::No) | (None, Asked::Perhaps) => Ok(None),
        (Some(number), _) => Ok(Some(number)),
        (None, Asked::Yes) => Err(Error::outcome(
            "it asks for an id number, and the person has none",
        )),
    }
}

/// What a verified session tells about the person.
pub(crate) fn outputs(
    session: &VerificationSession,
    person: &Person,
) -> Result<VerifiedOutputs, Error> {
    let mut outputs = json!({
        "first_name": person.first_name, "last_name": person.last_name,
        "dob": date(person.dob), "email": person.email, "phone": person.phone,
    });
    if Check::Document.asked(session) != Asked::No {
        outputs["address"] = address(&person.address);
        outputs["sex"] = json!(person.sex);
        outputs["unparsed_sex"] = json!(person.sex);
        outputs["unparsed_place_of_birth"] = json!(person.place_of_birth);
    }
    if let Some(number) = id_number(session, person)? {
        outputs["id_number"] = json!(number.number);
        outputs["id_number_type"] = json!(number.type_);
    }
    typed("gelato_verified_outputs", outputs)
}

/// The person, with a document that the session allows, and with what else it asks for.
pub(crate) fn suited(mut person: Person, session: &VerificationSession) -> Person {
    let details = session.provided_details.as_ref();
    if person.email.is_none() && Check::Email.asked(session) == Asked::Yes {
        let provided = details.and_then(|details| details.email.clone());
        person.email = Some(provided.unwrap_or_else(|| "jenny.rosen@example.com".to_owned()));
    }
    if person.phone.is_none() && Check::Phone.asked(session) == Asked::Yes {
        let provided = details.and_then(|details| details.phone.clone());
        person.phone = Some(provided.unwrap_or_else(|| "+15555550123".to_owned()));
    }
    if let Some(types) = allowed_types(session)
        && !types.contains(&person.document.type_)
        && let Some(first) = types.first()
    {
        person.document.type_ = first.clone();
    }
    person
}

fn allowed_types(session: &VerificationSession) -> Option<&[DocumentType]> {
    let options: &SessionDocumentOptions = session.options.as_ref()?.document.as_ref()?;
    options.allowed_types.as_deref()
}

fn head(session: &VerificationSession, created: Timestamp) -> Value {
    let mut report = json!({
        "object": "identity.verification_report", "id": ids::random("vr_1"),
        "created": created, "livemode": false, "type": session.type_,
        "verification_session": session.id, "options": {},
        "client_reference_id": session.client_reference_id,
    });
    if let Some(flow) = &session.verification_flow {
        report["verification_flow"] = json!(flow);
    }
    let options = json!(session.options);
    let known = Spec::get().component("identity.verification_report");
    let known = known.property("options").into_iter();
    for (name, _) in known.flat_map(Schema::properties) {
        if let Some(value) = options.get(name) {
            report["options"][name] = value.clone();
        }
    }
    report
}

fn document(session: &VerificationSession, person: &Person) -> Result<Value, Error> {
    let document = &person.document;
    if allowed_types(session).is_some_and(|types| !types.contains(&document.type_)) {
        return Err(Error::outcome(
            "the person's document is not one of its `allowed_types`: fail with \
             `document_type_not_supported`, or give the person another document",
        ));
    }
    Ok(json!({
        "status": "verified", "type": document.type_, "number": document.number,
        "issuing_country": document.issuing_country, "issued_date": date(document.issued),
        "expiration_date": date(document.expires), "first_name": person.first_name,
        "last_name": person.last_name, "dob": date(person.dob),
        "address": address(&person.address), "sex": person.sex, "unparsed_sex": person.sex,
        "unparsed_place_of_birth": person.place_of_birth,
        "files": [ids::random("file_1"), ids::random("file_1")],
    }))
}

fn date(date: Date) -> Value {
    json!({ "year": date.year, "month": date.month, "day": date.day })
}

fn address(address: &Address) -> Value {
    json!({
        "line1": address.line1, "line2": address.line2, "city": address.city,
        "state": address.state, "postal_code": address.postal_code, "country": address.country,
    })
}

fn typed<T: DeserializeOwned>(component: &str, value: Value) -> Result<T, Error> {
    let schema = Spec::get().component(component);
    serde_json::from_value(filled(schema, value)).map_err(|_| {
        Error::outcome("Stripe's document defines the report in a way that is not expected here")
    })
}
