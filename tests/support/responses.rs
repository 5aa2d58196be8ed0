//! How the client reads the response of each operation.

use std::fmt::Debug;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use stripe_identity::{Error, Operation, verification_report as report};
use stripe_identity::{Response, verification_session as session};

use crate::document::{Document, Kind};
use crate::example::{Example, Property};
use crate::recorder::{Recorder, wait};

/// What the client makes of a response.
#[derive(Debug)]
pub struct Read {
    /// The response as the client writes it.
    pub written: Value,
    /// `{:?}` and `{:#?}` of all that the client returns.
    pub shown: String,
}

/// Gives a response to a client.
pub type Reader = fn(&Value) -> Result<Read, Error>;

macro_rules! readers {
    ($($line:literal => $request:expr;)*) => {
        &[$(($line, |json| read(&$request, json))),*]
    };
}

const READERS: &[(&str, Reader)] = readers! {
    "POST /v1/identity/verification_sessions" => session::create();
    "GET /v1/identity/verification_sessions/{session}" => session::retrieve("vs_123");
    "POST /v1/identity/verification_sessions/{session}" => session::update("vs_123");
    "GET /v1/identity/verification_sessions" => session::list();
    "POST /v1/identity/verification_sessions/{session}/cancel" => session::cancel("vs_123");
    "POST /v1/identity/verification_sessions/{session}/redact" => session::redact("vs_123");
    "GET /v1/identity/verification_reports/{report}" => report::retrieve("vr_123");
    "GET /v1/identity/verification_reports" => report::list();
};

/// Gives a response to a client, and asserts that what the client makes of it is the same once it
/// was written and read again.
///
/// # Errors
///
/// Those of the client.
pub fn read<O>(operation: &O, response: &Value) -> Result<Read, Error>
where
    O: Operation<Output: Debug + Serialize + DeserializeOwned + PartialEq>,
{
    let recorder = Recorder::answering(200, &response.to_string());
    let response: Response<O::Output> = wait(recorder.client().send_with_meta(operation))?;
    let written = serde_json::to_value(&response.body).expect("it can be written");
    let again: O::Output = serde_json::from_value(written.clone()).expect("it can be read again");
    assert!(again == response.body, "changed by writing: {written}");
    let (body, meta) = (&response.body, &response.meta);
    let shown = format!("{body:?}\n{body:#?}\n{meta:?}\n{response:?}");
    Ok(Read { written, shown })
}

/// Runs a test on the full response of every operation of the document, its values made by `fill`.
/// An operation that is new in the document is passed over until it has a line above.
pub fn each<F>(fill: impl Fn() -> F, test: impl Fn(&Example, Reader))
where
    F: FnMut(&Property, &Kind) -> Value,
{
    let document = Document::read();
    for operation in document.operations() {
        let reader = READERS.iter().find(|(line, _)| *line == operation.line);
        if let Some((_, reader)) = reader {
            test(&Example::of(&document, &operation.output, fill()), *reader);
        }
    }
}
