//! Wrong requests, each beside a right one that differs in nothing else.

use stripe_identity_conformance::Tally;

use crate::raw::{self, Reply};
use crate::server::Validator;

const FORM: &str = "application/x-www-form-urlencoded";

/// A group, a right request, a wrong one, and what is told of that.
pub(crate) type Row<'a> = (&'a str, &'a str, &'a str, &'a str);

#[rustfmt::skip]
pub(crate) const ROWS: [Row<'_>; 55] = [
    ("unknown parameter", "POST sessions type=document", "POST sessions colour=red", "/body/colour: must NOT have additional properties"),
    ("unknown parameter", "POST sessions/vs_1 type=document", "POST sessions/vs_1 return_url=x", "/body/return_url: must NOT have additional properties"),
    ("unknown parameter", "POST sessions/vs_1/cancel expand[0]=x", "POST sessions/vs_1/cancel type=document", "/body/type: must NOT have additional properties"),
    ("unknown parameter", "POST sessions/vs_1/redact expand[0]=x", "POST sessions/vs_1/redact metadata[a]=b", "/body/metadata: must NOT have additional properties"),
    ("unknown parameter", "GET sessions?limit=1", "GET sessions?colour=red", "Unknown query parameter 'colour'"),
    ("unknown parameter", "GET sessions?status=verified", "GET sessions?type=document", "Unknown query parameter 'type'"),
    ("unknown parameter", "GET reports?type=document", "GET reports?status=verified", "Unknown query parameter 'status'"),
    ("unknown parameter", "GET sessions/vs_1?expand[0]=x", "GET sessions/vs_1?limit=1", "Unknown query parameter 'limit'"),
    ("unknown parameter", "GET reports/vr_1?expand[0]=x", "GET reports/vr_1?type=document", "Unknown query parameter 'type'"),
    ("unknown nested parameter", "POST sessions options[document][require_id_number]=true", "POST sessions options[document][colour]=red", "/body/options/document/colour: must NOT have additional properties"),
    ("unknown nested parameter", "POST sessions options[document][require_id_number]=true", "POST sessions options[selfie]=red", "/body/options/selfie: must NOT have additional properties"),
    ("unknown nested parameter", "POST sessions/vs_1 options[document][require_id_number]=true", "POST sessions/vs_1 options[document][requireIdNumber]=true", "/body/options/document/requireIdNumber: must NOT have additional properties"),
    ("unknown nested parameter", "POST sessions provided_details[email]=a", "POST sessions provided_details[fax]=a", "/body/provided_details/fax: must NOT have additional properties"),
    ("unknown nested parameter", "POST sessions/vs_1 provided_details[phone]=a", "POST sessions/vs_1 provided_details[fax]=a", "/body/provided_details/fax: must NOT have additional properties"),
    ("unknown nested parameter", "POST sessions related_person[account]=a&related_person[person]=b", "POST sessions related_person[account]=a&related_person[person]=b&related_person[name]=c", "/body/related_person/name: must NOT have additional properties"),
    ("unknown nested parameter", "GET sessions?created[gte]=5", "GET sessions?created[since]=5", "/query/created/since: must NOT have additional properties"),
    ("wrong type: no boolean", "POST sessions options[document][require_id_number]=true", "POST sessions options[document][require_id_number]=yes", "/body/options/document/require_id_number: must be boolean"),
    ("wrong type: no boolean", "POST sessions options[document][require_live_capture]=false", "POST sessions options[document][require_live_capture]=False", "/body/options/document/require_live_capture: must be boolean"),
    ("wrong type: no boolean", "POST sessions/vs_1 options[document][require_matching_selfie]=false", "POST sessions/vs_1 options[document][require_matching_selfie]=0", "/body/options/document/require_matching_selfie: must be boolean"),
    ("wrong type: no integer", "GET sessions?limit=10", "GET sessions?limit=ten", "/query/limit: must be integer"),
    ("wrong type: no integer", "GET reports?limit=1", "GET reports?limit=1.5", "/query/limit: must be integer"),
    ("wrong type: no integer", "GET sessions?created=5", "GET sessions?created=now", "/query/created: must be integer"),
    ("wrong type: no integer", "GET reports?created[lt]=5", "GET reports?created[lt]=now", "/query/created/lt: must be integer"),
    ("wrong type: no integer", "GET reports?created[lt]=5", "GET reports?created[lt][gt]=5", "/query/created/lt: must be integer"),
    ("wrong type: no object", "POST sessions metadata[a]=b", "POST sessions metadata=b", "/body/metadata: must be object"),
    ("wrong type: no object", "POST sessions options[document][require_id_number]=true", "POST sessions options=document", "/body/options: must be object"),
    ("wrong type: no object", "POST sessions provided_details[email]=a", "POST sessions provided_details=a", "/body/provided_details: must be object"),
    ("wrong type: no object", "POST sessions related_person[account]=a&related_person[person]=b", "POST sessions related_person=b", "/body/related_person: must be object"),
    ("wrong type: no text", "POST sessions type=document", "POST sessions type[0]=document", "/body/type: must be string"),
    ("wrong type: no text", "POST sessions return_url=x", "POST sessions return_url[a]=x", "/body/return_url: must be string"),
    ("wrong type: no text", "POST sessions metadata[a]=b", "POST sessions metadata[a][b]=c", "/body/metadata/a: must be string"),
    ("wrong type: no text", "POST sessions/vs_1 provided_details[email]=a", "POST sessions/vs_1 provided_details[email][a]=b", "/body/provided_details/email: must be string"),
    ("wrong type: no array", "POST sessions expand[0]=x", "POST sessions expand=x", "/body/expand: must be array"),
    ("wrong type: no array", "POST sessions expand[0]=x&expand[1]=y", "POST sessions expand[a]=x&expand[b]=y", "/body/expand: must be array"),
    ("wrong type: no array", "POST sessions expand[0]=x&expand[1]=y", "POST sessions expand[0]=x&expand[2]=y", "/body/expand: must be array"),
    ("wrong type: no array", "POST sessions options[document][allowed_types][0]=passport", "POST sessions options[document][allowed_types]=passport", "/body/options/document/allowed_types: must be array"),
    ("given twice", "POST sessions type=document", "POST sessions type=document&type=document", "/body/type: must be string"),
    ("given twice", "GET sessions?limit=1", "GET sessions?limit=1&limit=1", "/query/limit: must be integer"),
    ("value that is no choice", "POST sessions type=id_number", "POST sessions type=passport", "/body/type: must be equal to one of the allowed values"),
    ("value that is no choice", "POST sessions type=document", "POST sessions type=Document", "/body/type: must be equal to one of the allowed values"),
    ("value that is no choice", "POST sessions/vs_1 type=document", "POST sessions/vs_1 type=", "/body/type: must be equal to one of the allowed values"),
    ("value that is no choice", "POST sessions options[document][allowed_types][0]=passport", "POST sessions options[document][allowed_types][0]=visa", "/body/options/document/allowed_types/0: must be equal to one of the allowed values"),
    ("value that is no choice", "POST sessions/vs_1 options[document]=", "POST sessions/vs_1 options[document]=none", "/body/options/document: must be equal to one of the allowed values"),
    ("value that is no choice", "GET sessions?status=requires_input", "GET sessions?status=done", "/query/status: must be equal to one of the allowed values"),
    ("value that is no choice", "GET reports?type=id_number", "GET reports?type=selfie", "/query/type: must be equal to one of the allowed values"),
    ("missing", "POST sessions related_person[account]=a&related_person[person]=b", "POST sessions related_person[account]=a", "must have required property 'person'"),
    ("missing", "POST sessions related_person[account]=a&related_person[person]=b", "POST sessions related_person[person]=b", "must have required property 'account'"),
    ("wrongly encoded", "GET sessions?client_reference_id=a%3Ab", "GET sessions?client_reference_id=a:b", "must be url encoded"),
    ("wrongly encoded", "GET sessions?client_reference_id=a", "GET sessions?client_reference_id=", "Empty value found for query parameter"),
    ("in the wrong place", "POST sessions type=document", "POST sessions?type=document", "Unknown query parameter 'type'"),
    ("in the wrong place", "GET sessions?limit=1", "GET sessions limit=1", "/body/limit: must NOT have additional properties"),
    ("no such operation", "POST sessions", "DELETE sessions", "DELETE method not allowed"),
    ("no such operation", "POST sessions/vs_1/cancel", "POST sessions/vs_1/close", "not found"),
    ("no such operation", "GET sessions/vs_1", "GET Sessions/vs_1", "not found"),
    ("no such operation", "POST sessions/vs_1/redact", "GET sessions/vs_1/redact", "GET method not allowed"),
];

pub(crate) fn check(validator: &Validator, tally: &mut Tally) {
    let mut twins = |group, right: &str, wrong: &str, media_type, told| {
        let right = accepted(&send(validator, right, FORM));
        let refused = |()| refused(&send(validator, wrong, media_type), told);
        tally.case(group, format!("{wrong:.80}"), right.and_then(refused));
    };
    for (group, right, wrong, told) in ROWS {
        twins(group, right, wrong, FORM, told);
    }
    for before in [
        "POST sessions client_reference_id=",
        "POST sessions/vs_1 expand[0]=",
        "GET sessions?starting_after=",
        "GET reports?expand[0]=",
        "GET sessions/",
        "GET reports/",
    ] {
        let [longest, too_long] = [5000, 5001].map(|length| format!("{before}{:a<length$}", ""));
        let told = "must NOT have more than 5000 characters";
        twins("too long", &longest, &too_long, FORM, told);
    }
    let create = "POST sessions type=document";
    for media_type in [
        "application/json",
        "multipart/form-data; boundary=a",
        "text/plain",
    ] {
        twins(
            "media type",
            create,
            create,
            media_type,
            "unsupported media type",
        );
    }
}

/// Sends a method, a path behind `/v1/identity/verification_`, and a body.
fn send(validator: &Validator, request: &str, media_type: &str) -> Reply {
    let mut words = request.splitn(3, ' ');
    let [method, path, body] = [(); 3].map(|()| words.next().unwrap_or_default());
    let line = format!("{method} /v1/identity/verification_{path}");
    let headers = [("Content-Type", media_type)];
    let reply = raw::send(validator.address, &line, &headers, body);
    reply.unwrap_or_else(|error| panic!("{request}: {error}"))
}

fn accepted(reply: &Reply) -> Result<(), String> {
    match reply.status {
        200 => Ok(()),
        status => Err(format!("the right one gives {status} {}", reply.body)),
    }
}

fn refused(reply: &Reply, told: &str) -> Result<(), String> {
    let Reply { status, body } = reply;
    if (400..500).contains(status) && body.contains(told) {
        Ok(())
    } else {
        Err(format!("gives {status} {body}, not `{told}`"))
    }
}
