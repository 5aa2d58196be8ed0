//! What the validator should understand, from what was set; the client's encoder has no part in it.

use stripe_identity_tests::document::{Document, pairs};

use crate::echo::Answer;

/// What the validator should understand.
#[derive(Debug)]
pub(crate) struct Expected {
    /// `POST /v1/identity/verification_sessions/{session}`
    pub(crate) operation: String,
    /// Of the path, the query and the body.
    places: [Vec<(String, String)>; 3],
}

impl Expected {
    /// Of a line such as `GET /v1/identity/verification_reports/vr_123`, and pairs such as
    /// `expand[0]`, `data.document`.
    pub(crate) fn new(document: &Document, line: &str, pairs: &[(&str, &str)]) -> Self {
        let operations = document.operations();
        let operation = operations.iter().find(|one| one.is_asked_by(line));
        let operation = operation.unwrap_or_else(|| panic!("{line} is no operation"));
        let segments = operation.line.split('/').zip(line.split('/'));
        let path = segments.filter_map(|(template, sent)| {
            let name = template.strip_prefix('{')?.strip_suffix('}')?;
            Some((name.to_owned(), sent.to_owned()))
        });
        let pairs = pairs.iter();
        let sent = pairs.map(|&(name, value)| (name.to_owned(), value.to_owned()));
        let (query, body) = if line.starts_with("POST ") {
            (Vec::new(), sent.collect())
        } else {
            (sent.collect(), Vec::new())
        };
        Self {
            operation: operation.line.clone(),
            places: [path.collect(), query, body],
        }
    }

    /// What is wrong with an answer.
    pub(crate) fn compare(&self, answer: Answer) -> Result<(), String> {
        let heard = answer.map_err(|refusal| refusal.to_string())?;
        if heard.operation != self.operation {
            return Err(format!("taken for {}", heard.operation));
        }
        let heard = [heard.path, heard.query, heard.body];
        for (expected, heard) in self.places.iter().zip(heard) {
            let (mut expected, mut understood) = (expected.clone(), pairs(&heard));
            expected.sort_unstable();
            understood.sort_unstable();
            if expected != understood {
                return Err(format!("set {expected:?}, understood as {heard}"));
            }
        }
        Ok(())
    }
}
