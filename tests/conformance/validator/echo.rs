//! Requests whose response is what the validator understood.

use std::borrow::Cow;
use std::fmt;

use serde::Deserialize;
use serde_json::Value;
use stripe_identity::{
    Api, BodyFormat, Error, FormEncoder, InvalidArgument, Method, Operation, RequestOptions,
};

/// What comes of a request.
pub(crate) type Answer = Result<Heard, Refusal>;

/// A request as the validator understood it.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Heard {
    /// `POST /v1/identity/verification_sessions/{session}`
    pub(crate) operation: String,
    pub(crate) path: Value,
    pub(crate) query: Value,
    pub(crate) body: Value,
}

/// Why a request did not come through.
#[derive(Clone, Debug)]
pub(crate) struct Refusal {
    message: String,
    /// The client refused it, for this argument.
    pub(crate) before_sending: Option<String>,
}

impl From<Error> for Refusal {
    fn from(error: Error) -> Self {
        let told = error.message().map(str::to_owned);
        let argument = error.invalid_argument();
        Self {
            message: told.unwrap_or_else(|| error.to_string()),
            before_sending: argument.map(|refused| refused.argument().to_owned()),
        }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "refused: {}", self.message)
    }
}

/// The same request, with another response.
pub(crate) struct Echoed<'a, O>(pub(crate) &'a O);

impl<O: Operation> Operation for Echoed<'_, O> {
    type Output = Heard;
    const API: &'static Api = O::API;
    const METHOD: Method = O::METHOD;
    const PATH: &'static str = O::PATH;
    const BASE_URL: Option<&'static str> = O::BASE_URL;
    const BODY: BodyFormat = O::BODY;
    const ACCEPT: &'static str = O::ACCEPT;

    fn path(&self) -> Result<Cow<'static, str>, InvalidArgument> {
        self.0.path()
    }

    fn parameters(&self, form: &mut FormEncoder) {
        self.0.parameters(form);
    }

    fn query(&self, query: &mut FormEncoder) {
        self.0.query(query);
    }

    fn options(&self) -> &RequestOptions {
        self.0.options()
    }
}
