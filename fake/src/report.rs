//! What the checks found: reports and verified outputs.

use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use stripe_identity::Timestamp;
use stripe_identity::verification_report::VerificationReport;
use stripe_identity::verification_session::{
    SessionDocumentOptions, SessionLastErrorCode, VerificationSession, VerificationType,
    VerifiedOutputs,
};

use crate::person::{Address, Date, IdNumber, Person};
use crate::spec::Spec;
use crate::{Error, ids};

/// The check that a failure is about; none for what ends a visit before.
pub(crate) fn check_of(code: &SessionLastErrorCode) -> Option<&'static str> {
    ["document", "id_number", "selfie", "email", "phone"]
        .into_iter()
        .find(|check| {
            let rest = code.as_str().strip_prefix(check);
            rest.is_some_and(|rest| rest.starts_with('_'))
        })
}

/// A sentence for people.
pub(crate) fn reason(code: &SessionLastErrorCode) -> String {
    let text = match code {
        SessionLastErrorCode::Abandoned => "The verification was begun, but not finished.",
        SessionLastErrorCode::ConsentDeclined => "The person does not want to be verified.",
        SessionLastErrorCode::CountryNotSupported => "The person's country is not supported.",
        SessionLastErrorCode::DeviceNotSupported => "The device has no camera that can be used.",
        SessionLastErrorCode::DocumentExpired => "The document has expired.",
        SessionLastErrorCode::DocumentTypeNotSupported => {
            "Documents of this type are not accepted."
        }
        SessionLastErrorCode::IdNumberMismatch => {
            "The id number is not that of a person of this name and date of birth."
        }
        SessionLastErrorCode::SelfieFaceMismatch => "The face is not the one on the document.",
        SessionLastErrorCode::UnderSupportedAge => "The person is too young.",
        code => return format!("The check failed: {}.", code.as_str().replace('_', " ")),
    };
    text.to_owned()
}

/// The report of checks that all went well.
pub(crate) fn verified(
    session: &VerificationSession,
    person: &Person,
    created: Timestamp,
) -> Result<VerificationReport, Error> {
    let asked = Asked::of(session);
    let mut report = head(session, created);
    if asked.document {
        let allowed = document_options(session).and_then(|options| options.allowed_types.as_ref());
        if allowed.is_some_and(|types| !types.contains(&person.document.type_)) {
            return Err(Error::Outcome {
                reason: "the person's document is not of the session's `allowed_types`; submit \
                         `Failed` with `document_type_not_supported`, or give another document",
            });
        }
        report["document"] = document(person);
    }
    if let Some(number) = asked.id_number(person)? {
        report["id_number"] = json!({
            "status": "verified", "first_name": person.first_name,
            "last_name": person.last_name, "dob": date(person.dob),
            "id_number": number.number, "id_number_type": number.type_,
        });
    }
    if asked.selfie {
        report["selfie"] = json!({
            "status": "verified", "document": ids::random("file_1"),
            "selfie": ids::random("file_1"),
        });
    }
    if let Some(email) = &person.email {
        report["email"] = json!({ "status": "verified", "email": email });
    }
    if let Some(phone) = &person.phone {
        report["phone"] = json!({ "status": "verified", "phone": phone });
    }
    typed(report)
}

/// The report of a check that failed; none if the visit ended before.
pub(crate) fn failed(
    session: &VerificationSession,
    code: &SessionLastErrorCode,
    created: Timestamp,
) -> Result<Option<VerificationReport>, Error> {
    if matches!(code, SessionLastErrorCode::UnknownValue(_)) {
        return Err(Error::Outcome {
            reason: "Stripe's document has no such error code",
        });
    }
    let Some(check) = check_of(code) else {
        return Ok(None);
    };
    let mut report = head(session, created);
    report[check] = json!({
        "status": "unverified",
        "error": { "code": code, "reason": reason(code) },
    });
    typed(report).map(Some)
}

/// What a verified session tells of the person.
pub(crate) fn outputs(
    session: &VerificationSession,
    person: &Person,
) -> Result<VerifiedOutputs, Error> {
    let asked = Asked::of(session);
    let mut outputs = json!({
        "first_name": person.first_name, "last_name": person.last_name,
        "dob": date(person.dob), "email": person.email, "phone": person.phone,
    });
    if asked.document {
        outputs["address"] = address(&person.address);
        outputs["sex"] = json!(person.sex);
        outputs["unparsed_sex"] = json!(person.sex);
        outputs["unparsed_place_of_birth"] = json!(person.place_of_birth);
    }
    if let Some(number) = asked.id_number(person)? {
        outputs["id_number"] = json!(number.number);
        outputs["id_number_type"] = json!(number.type_);
    }
    typed(outputs)
}

/// The sample person, with a document that the session takes.
pub(crate) fn sample(session: &VerificationSession) -> Person {
    let mut person = Person::default();
    let allowed = document_options(session).and_then(|options| options.allowed_types.as_ref());
    if let Some(types) = allowed
        && !types.contains(&person.document.type_)
        && let Some(first) = types.first()
    {
        person.document.type_ = first.clone();
    }
    person
}

/// What a session wants to see.
struct Asked {
    document: bool,
    id_number: Wanted,
    selfie: bool,
}

/// Whether an id number is asked for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Wanted {
    No,
    IfThere,
    Required,
}

impl Asked {
    fn of(session: &VerificationSession) -> Self {
        let options = document_options(session);
        let wants_number = options.and_then(|options| options.require_id_number) == Some(true);
        let selfie = options.and_then(|options| options.require_matching_selfie) == Some(true);
        let by_number = session.type_ == VerificationType::IdNumber;
        let by_flow = session.type_ == VerificationType::VerificationFlow;
        Self {
            document: !by_number,
            id_number: match () {
                () if by_number || wants_number => Wanted::Required,
                () if by_flow => Wanted::IfThere,
                () => Wanted::No,
            },
            selfie: selfie && !by_number,
        }
    }

    fn id_number<'a>(&self, person: &'a Person) -> Result<Option<&'a IdNumber>, Error> {
        match (&person.id_number, self.id_number) {
            (_, Wanted::No) | (None, Wanted::IfThere) => Ok(None),
            (Some(number), _) => Ok(Some(number)),
            (None, Wanted::Required) => Err(Error::Outcome {
                reason: "the session asks for an id number, and the person has none",
            }),
        }
    }
}

fn document_options(session: &VerificationSession) -> Option<&SessionDocumentOptions> {
    session.options.as_ref()?.document.as_ref()
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
    for (name, _) in known.flat_map(crate::spec::Schema::properties) {
        if let Some(value) = options.get(name) {
            report["options"][name] = value.clone();
        }
    }
    report
}

fn document(person: &Person) -> Value {
    let document = &person.document;
    json!({
        "status": "verified", "type": document.type_, "number": document.number,
        "issuing_country": document.issuing_country, "issued_date": date(document.issued),
        "expiration_date": date(document.expires), "first_name": person.first_name,
        "last_name": person.last_name, "dob": date(person.dob),
        "address": address(&person.address), "sex": person.sex, "unparsed_sex": person.sex,
        "unparsed_place_of_birth": person.place_of_birth,
        "files": [ids::random("file_1"), ids::random("file_1")],
    })
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

fn typed<T: DeserializeOwned>(value: Value) -> Result<T, Error> {
    serde_json::from_value(value).map_err(|_| Error::Outcome {
        reason: "the document has another form than the stand-in expects",
    })
}
