//! Who sees what: `expand`, and keys.

use serde_json::Value;
use stripe_identity_fake::{FakeStripe, Outcome};

use crate::support::{Ask, REPORTS, SESSIONS, start};

/// A stand-in with one verified session, and the session's and the report's id.
async fn with_verified() -> (FakeStripe, String, String) {
    let fake = start().await;
    let form = "type=document&options[document][require_id_number]=true\
                &options[document][require_matching_selfie]=true";
    let session = Ask::post(SESSIONS, form).send(&fake).await.id().to_owned();
    let done = fake.handle().submit(&session, Outcome::verified()).await;
    let report = done.expect("it waits").last_verification_report;
    let report = report.expect("there is one").id().to_string();
    (fake, session, report)
}

fn expanding(path: &str, expand: &[&str]) -> Ask {
    let query: Vec<String> = expand
        .iter()
        .map(|path| format!("expand[]={path}"))
        .collect();
    Ask::get(format!("{path}?{}", query.join("&")))
}

/// Key, object, what is expanded, a property's place in the answer, and whether it
/// is told there.
const TOLD: &str = "
secret     session -                                    /verified_outputs                  no
restricted session -                                    /verified_outputs                  no
secret     session verified_outputs                     /verified_outputs/first_name       yes
secret     session verified_outputs                     /verified_outputs/address/city     yes
secret     session verified_outputs                     /verified_outputs/id_number_type   yes
secret     session verified_outputs                     /verified_outputs/dob              no
secret     session verified_outputs                     /verified_outputs/id_number        no
restricted session verified_outputs                     /verified_outputs/dob              no
restricted session verified_outputs.dob                 /verified_outputs/dob/year         yes
restricted session verified_outputs.dob                 /verified_outputs/first_name       yes
restricted session verified_outputs.dob                 /verified_outputs/id_number        no
restricted session verified_outputs.id_number           /verified_outputs/id_number        yes
secret     session -                                    /LAST/id                           no
secret     session LAST                                 /LAST/document/type                yes
secret     session LAST                                 /LAST/document/issued_date         yes
secret     session LAST                                 /LAST/document/number              no
secret     session LAST                                 /LAST/document/files               no
secret     session LAST                                 /LAST/selfie/selfie                no
secret     session LAST                                 /LAST/selfie/status                yes
restricted session LAST                                 /LAST/document/files/1             yes
restricted session LAST                                 /LAST/selfie/selfie                yes
restricted session LAST                                 /LAST/document/number              no
restricted session LAST.document.number                 /LAST/document/number              yes
restricted session LAST.document.expiration_date        /LAST/document/expiration_date/day yes
restricted session LAST.id_number.id_number             /LAST/id_number/id_number          yes
secret     report  -                                    /document/first_name               yes
secret     report  -                                    /document/dob                      no
restricted report  document.dob                         /document/dob/month                yes
";

#[tokio::test]
async fn a_property_is_told_to_whom_it_may_be() {
    let (fake, session, report) = with_verified().await;
    let table = TOLD.replace("LAST", "last_verification_report");
    for row in table.lines().filter(|row| !row.is_empty()) {
        let columns: Vec<&str> = row.split_whitespace().collect();
        let [key, object, expand, place, told] = columns[..] else {
            panic!("a row has five columns: {row}");
        };
        let key = match key {
            "secret" => fake.secret_key(),
            _ => fake.restricted_key(),
        };
        let path = match object {
            "session" => format!("{SESSIONS}/{session}"),
            _ => format!("{REPORTS}/{report}"),
        };
        let expand: Vec<&str> = Some(expand)
            .filter(|path| *path != "-")
            .into_iter()
            .collect();
        let answer = expanding(&path, &expand).send_with(&fake, key).await;
        assert_eq!(answer.status, 200, "{}", answer.text);
        let found = answer
            .json
            .pointer(place)
            .is_some_and(|value| !value.is_null());
        assert_eq!(found, told == "yes", "{row}");
    }
}

#[tokio::test]
async fn a_secret_key_cannot_expand_what_is_sensitive() {
    let (fake, session, report) = with_verified().await;
    let session = format!("{SESSIONS}/{session}");
    let report = format!("{REPORTS}/{report}");
    let rows = [
        (session.as_str(), "verified_outputs.dob"),
        (&session, "verified_outputs.id_number"),
        (&session, "last_verification_report.document.number"),
        (&session, "last_verification_report.document.files"),
        (&report, "document.dob"),
        (&report, "selfie.selfie"),
        (SESSIONS, "data.verified_outputs.dob"),
    ];
    for (path, expand) in rows {
        let answer = expanding(path, &[expand]).send(&fake).await;
        assert_eq!(answer.error(), (403, "", ""), "{expand}");
        let answer = expanding(path, &[expand])
            .send_with(&fake, fake.restricted_key())
            .await;
        assert_eq!(answer.status, 200, "{expand}");
    }
}

#[tokio::test]
async fn what_is_no_part_of_the_answer_cannot_be_expanded() {
    let (fake, session, report) = with_verified().await;
    let session = format!("{SESSIONS}/{session}");
    let report = format!("{REPORTS}/{report}");
    let rows = [
        (session.as_str(), "foo"),
        (&session, ""),
        (&session, "id"),
        (&session, "metadata"),
        (&session, "verified_outputs."),
        (&session, "verified_outputs.first_name"),
        (&session, "verified_outputs.foo"),
        (&session, "last_verification_report.foo"),
        (&session, "data.verified_outputs"),
        (
            &session,
            "last_verification_report.document.address.city.name",
        ),
        (&report, "verified_outputs"),
        (&report, "verification_session"),
        (SESSIONS, "verified_outputs"),
        (SESSIONS, "data.foo"),
    ];
    for (path, expand) in rows {
        let answer = expanding(path, &[expand]).send(&fake).await;
        let (status, _, param) = answer.error();
        let param = param.split('[').next().unwrap_or_default();
        assert_eq!((status, param), (400, "expand"), "{expand}");
    }
}

#[tokio::test]
async fn lists_and_changes_expand_too() {
    let (fake, session, _) = with_verified().await;
    let outputs = |value: &Value| value["verified_outputs"]["last_name"].clone();
    let list = expanding(SESSIONS, &["data.verified_outputs"])
        .send(&fake)
        .await;
    assert_eq!(outputs(&list.json["data"][0]), "Rosen");
    let report = expanding(SESSIONS, &["data.last_verification_report"])
        .send(&fake)
        .await;
    assert_eq!(
        report.json["data"][0]["last_verification_report"]["type"],
        "document"
    );
    let form = "expand[0]=verified_outputs";
    let redact = Ask::post(format!("{SESSIONS}/{session}/redact"), form);
    assert_eq!(outputs(&redact.send(&fake).await.json), "Rosen");
}

#[tokio::test]
async fn without_results_there_is_null_to_see() {
    let fake = start().await;
    let session = Ask::post(SESSIONS, "type=document").send(&fake).await;
    let path = format!("{SESSIONS}/{}", session.id());
    let expand = ["verified_outputs", "last_verification_report"];
    let answer = expanding(&path, &expand).send(&fake).await;
    assert_eq!(answer.json.get("verified_outputs"), Some(&Value::Null));
    assert_eq!(
        answer.json.get("last_verification_report"),
        Some(&Value::Null)
    );
    assert_eq!(session.json.get("verified_outputs"), None);
}
