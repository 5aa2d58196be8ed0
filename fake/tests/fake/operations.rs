//! Every operation of the client, through the stand-in.

use stripe_identity::verification_report::{self as report, VerificationReportType};
use stripe_identity::verification_session::{
    self as session, CreateOptions, CreateOptionsDocument, CreateProvidedDetails,
    CreateRelatedPerson, DocumentType, UpdateOptions, UpdateOptionsDocument, UpdateProvidedDetails,
    VerificationSessionStatus, VerificationType,
};
use stripe_identity::{API_VERSION, Clearable, Error, Expandable, Metadata, RequestOptions};
use stripe_identity_fake::{FakeStripe, Outcome};

use crate::support::start;

#[tokio::test]
async fn a_session_has_what_it_was_made_of() -> Result<(), Error> {
    let fake = start().await;
    let document = CreateOptionsDocument::new()
        .allowed_types([DocumentType::Passport, DocumentType::IdCard])
        .require_id_number(true)
        .require_live_capture(false)
        .require_matching_selfie(true);
    let made = session::create()
        .type_(VerificationType::Document)
        .client_reference_id("ref ä&=[]")
        .metadata([("order", "6735"), ("empty?", "no & yes")])
        .options(CreateOptions::new().document(document))
        .provided_details(
            CreateProvidedDetails::new()
                .email("a+b@example.com")
                .phone("+1555"),
        )
        .related_customer("cus_1")
        .related_person(CreateRelatedPerson::new("acct_1", "person_1"))
        .return_url("https://example.com/done?a=b")
        .send_with_meta(&fake.client())
        .await?;
    assert_eq!(made.meta.status(), 200);
    assert!(
        made.meta
            .request_id()
            .is_some_and(|id| id.starts_with("req_"))
    );
    let version = made.meta.headers().get("stripe-version");
    assert_eq!(
        version.and_then(|value| value.to_str().ok()),
        Some(API_VERSION)
    );

    let made = made.body;
    assert_eq!(made.client_reference_id.as_deref(), Some("ref ä&=[]"));
    assert_eq!(made.metadata["empty?"], "no & yes");
    let options = made
        .options
        .as_ref()
        .and_then(|options| options.document.as_ref());
    let options = options.expect("it has options of the document");
    assert_eq!(
        options.allowed_types.as_deref(),
        Some([DocumentType::Passport, DocumentType::IdCard].as_slice())
    );
    assert_eq!(options.require_id_number, Some(true));
    assert_eq!(options.require_live_capture, Some(false));
    let details = made.provided_details.as_ref().expect("it has details");
    assert_eq!(details.email.as_deref(), Some("a+b@example.com"));
    let person = made.related_person.as_ref().expect("it has a person");
    assert_eq!((&*person.account, &*person.person), ("acct_1", "person_1"));
    assert_eq!(made.related_customer.as_deref(), Some("cus_1"));
    assert_eq!(made.status, VerificationSessionStatus::RequiresInput);
    assert_eq!(made.type_, VerificationType::Document);
    assert!(!made.livemode);
    let secret = made.client_secret.as_deref().unwrap_or_default();
    assert!(secret.starts_with(&format!("{}_secret_", made.id)));
    let url = made.url.as_deref().unwrap_or_default();
    assert!(url.starts_with(fake.base_url()) && !url.contains(made.id.as_str()));

    let read = session::retrieve(&made.id).send(&fake.client()).await?;
    assert_eq!(read, made);
    assert_eq!(fake.handle().session(&made.id), Some(made));
    Ok(())
}

#[tokio::test]
async fn a_flow_takes_the_place_of_the_type() -> Result<(), Error> {
    let fake = start().await;
    let made = session::create()
        .verification_flow("vf_1")
        .send(&fake.client())
        .await?;
    assert_eq!(made.type_, VerificationType::VerificationFlow);
    assert_eq!(made.verification_flow.as_deref(), Some("vf_1"));
    Ok(())
}

#[tokio::test]
async fn an_update_changes_what_it_names() -> Result<(), Error> {
    let fake = start().await;
    let client = fake.client();
    let document = CreateOptionsDocument::new().require_live_capture(true);
    let made = session::create()
        .type_(VerificationType::Document)
        .metadata([("a", "1"), ("b", "2")])
        .options(CreateOptions::new().document(document))
        .provided_details(CreateProvidedDetails::new().email("a@example.com"))
        .send(&client)
        .await?;

    let metadata = Metadata::new().set("c", "3").unset("a");
    let changed = session::update(&made.id)
        .metadata(metadata)
        .send(&client)
        .await?;
    let pairs: Vec<_> = changed.metadata.iter().map(|(k, v)| (&**k, &**v)).collect();
    assert_eq!(pairs, [("b", "2"), ("c", "3")]);
    assert_eq!((&changed.options, &changed.url), (&made.options, &made.url));

    let details = UpdateProvidedDetails::new().phone("+1555");
    let changed = session::update(&made.id)
        .provided_details(details)
        .send(&client)
        .await?;
    let details = changed.provided_details.expect("it has details");
    assert_eq!(
        (details.email.as_deref(), details.phone.as_deref()),
        (Some("a@example.com"), Some("+1555"))
    );

    let more = UpdateOptionsDocument::new().require_matching_selfie(true);
    let options = UpdateOptions::new().document(more);
    let changed = session::update(&made.id)
        .options(options)
        .send(&client)
        .await?;
    let document = changed.options.and_then(|options| options.document);
    let document = document.expect("it has options of the document");
    assert_eq!(
        (
            document.require_live_capture,
            document.require_matching_selfie
        ),
        (Some(true), Some(true))
    );

    let cleared = session::update(&made.id)
        .metadata(Metadata::clear())
        .options(UpdateOptions::new().document(Clearable::Clear))
        .type_(VerificationType::IdNumber)
        .send(&client)
        .await?;
    assert!(cleared.metadata.is_empty());
    let document = cleared.options.and_then(|options| options.document);
    assert_eq!(
        document.and_then(|document| document.require_live_capture),
        None
    );
    assert_eq!(cleared.type_, VerificationType::IdNumber);
    Ok(())
}

/// All eight operations, as a program uses them one after the other.
async fn use_all(fake: &FakeStripe) -> Result<(), Error> {
    let client = fake.client();
    let made = session::create()
        .type_(VerificationType::Document)
        .client_reference_id("ref")
        .send(&client)
        .await?;
    session::update(&made.id)
        .metadata([("a", "b")])
        .send(&client)
        .await?;
    fake.handle()
        .submit(&made.id, Outcome::verified())
        .await
        .expect("the session waits for it");

    let read = session::retrieve(&made.id)
        .expand(|session| session.verified_outputs())
        .expand(|session| session.last_verification_report())
        .send(&client)
        .await?;
    let name = read.verified_outputs.and_then(|outputs| outputs.first_name);
    assert_eq!(name.as_deref(), Some("Jenny"));
    let expanded = read
        .last_verification_report
        .and_then(Expandable::into_object);
    let expanded = expanded.expect("it was expanded");

    let report = report::retrieve(&expanded.id).send(&client).await?;
    assert_eq!(report, expanded);
    assert_eq!(report.verification_session.as_ref(), Some(&made.id));
    assert_eq!(report.client_reference_id.as_deref(), Some("ref"));
    let reports = report::list()
        .type_(VerificationReportType::Document)
        .verification_session(made.id.as_str())
        .client_reference_id("ref")
        .send(&client)
        .await?;
    assert_eq!((reports.data, reports.has_more), (vec![report], false));

    let listed = session::list()
        .status(VerificationSessionStatus::Verified)
        .created(made.created..)
        .send(&client)
        .await?;
    assert_eq!(listed.data.len(), 1);

    let redacted = session::redact(&made.id).send(&client).await?;
    assert_eq!(redacted.status, VerificationSessionStatus::Verified);
    let other = session::create()
        .type_(VerificationType::IdNumber)
        .send(&client)
        .await?;
    let canceled = session::cancel(&other.id).send(&client).await?;
    assert_eq!(canceled.status, VerificationSessionStatus::Canceled);
    assert_eq!((canceled.url, canceled.client_secret), (None, None));
    Ok(())
}

#[tokio::test]
async fn every_operation_works() -> Result<(), Error> {
    let fake = start().await;
    use_all(&fake).await?;
    let asked: Vec<String> = fake
        .handle()
        .requests()
        .iter()
        .map(|asked| {
            format!(
                "{} {} {}",
                asked.method,
                asked.path,
                asked.status.unwrap_or(0)
            )
        })
        .collect();
    assert_eq!(
        asked,
        [
            "POST /v1/identity/verification_sessions 200",
            "POST /v1/identity/verification_sessions/{session} 200",
            "GET /v1/identity/verification_sessions/{session} 200",
            "GET /v1/identity/verification_reports/{report} 200",
            "GET /v1/identity/verification_reports 200",
            "GET /v1/identity/verification_sessions 200",
            "POST /v1/identity/verification_sessions/{session}/redact 200",
            "POST /v1/identity/verification_sessions 200",
            "POST /v1/identity/verification_sessions/{session}/cancel 200",
        ],
        "the log has templates, and nothing that came with a request"
    );
    Ok(())
}

#[tokio::test]
async fn sessions_outlive_the_client() -> Result<(), Error> {
    let fake = start().await;
    let made = {
        let client = fake.client();
        session::create()
            .type_(VerificationType::Document)
            .send(&client)
            .await?
    };
    let submitted = fake.handle().submit(&made.id, Outcome::verified()).await;
    submitted.expect("the session waits for it");
    let again = fake.client();
    let read = session::retrieve(&made.id).send(&again).await?;
    assert_eq!(read.status, VerificationSessionStatus::Verified);
    Ok(())
}

#[tokio::test]
async fn errors_arrive_as_errors_of_the_client() {
    let fake = start().await;
    let client = fake.client();
    let missing = session::retrieve("vs_none").send(&client).await;
    let missing = missing.expect_err("there is none");
    assert!(missing.is_not_found());
    assert_eq!(missing.code(), Some("resource_missing"));
    assert_eq!(missing.param(), Some("session"));
    assert!(missing.request_id().is_some());

    let wrong = fake
        .client_with("sk_test_other")
        .expect("it could be a key");
    let refused = session::retrieve("vs_none").send(&wrong).await;
    assert!(refused.expect_err("it is not the key").is_authentication());
    assert!(fake.client_with("").is_err());

    let unknown = session::create()
        .type_(VerificationType::Document)
        .with_options(RequestOptions::new().extra("foo", "bar"))
        .send(&client)
        .await;
    let unknown = unknown.expect_err("there is no such parameter");
    assert_eq!(
        (unknown.code(), unknown.param()),
        (Some("parameter_unknown"), Some("foo"))
    );
}
