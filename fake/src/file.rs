//! The images that a report refers to.

use serde_json::{Value, json};
use stripe_identity::Timestamp;
use stripe_identity::verification_report::VerificationReport;
use stripe_identity::verification_session::VerificationSessionId;

/// What every file holds: an image of one pixel.
pub(crate) const CONTENTS: &[u8] = b"\
\x89\x50\x4e\x47\x0d\x0a\x1a\x0a\x00\x00\x00\x0d\x49\x48\x44\x52\x00\x00\x00\x01\
\x00\x00\x00\x01\x08\x00\x00\x00\x00\x3a\x7e\x9b\x55\x00\x00\x00\x0a\x49\x44\x41\
\x54\x78\x9c\x63\x60\x00\x00\x00\x02\x00\x01\x48\xaf\xa4\x71\x00\x00\x00\x00\x49\
\x45\x4e\x44\xae\x42\x60\x82";

/// An image that the person submitted.
pub(crate) struct File {
    pub(crate) session: VerificationSessionId,
    created: Timestamp,
    purpose: &'static str,
}

/// The files of a report, with their ids.
pub(crate) fn of_report(
    session: &VerificationSessionId,
    report: &VerificationReport,
) -> Vec<(String, File)> {
    let document = report
        .document
        .as_ref()
        .and_then(|check| check.files.clone());
    let selfie = report.selfie.as_ref();
    let shown = selfie.and_then(|check| check.document.clone());
    let face = selfie.and_then(|check| check.selfie.clone());
    let file = |purpose| {
        move |id: String| {
            let file = File {
                session: session.clone(),
                created: report.created,
                purpose,
            };
            (id, file)
        }
    };
    let documents = document.into_iter().flatten().chain(shown);
    let documents = documents.map(file("identity_document"));
    documents
        .chain(face.into_iter().map(file("selfie")))
        .collect()
}

impl File {
    /// The file object of the API.
    pub(crate) fn object(&self, id: &str, base_url: &str) -> Value {
        json!({
            "id": id, "object": "file", "created": self.created, "expires_at": null,
            "filename": format!("{id}.png"), "purpose": self.purpose, "size": CONTENTS.len(),
            "title": null, "type": "png", "url": format!("{base_url}/v1/files/{id}/contents"),
        })
    }
}
