use stripe_identity::{Client, Error, verification_session};

async fn name_on_document(client: &Client, id: &str) -> Result<Option<String>, Error> {
    let session = verification_session::retrieve(id)
        .expand(|session| session.verified_outputs())
        .expand(|session| session.last_verification_report())
        .send(client)
        .await?;
    let report = session.last_verification_report;
    let document = report.and_then(|report| report.into_object()?.document);
    Ok(document.and_then(|document| document.last_name))
}
