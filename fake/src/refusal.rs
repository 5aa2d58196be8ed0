use serde_json::{Map, Value};

use crate::json;

/// An error, as Stripe answers it.
#[derive(Clone, Debug)]
pub(crate) struct Refusal {
    pub(crate) status: u16,
    type_: &'static str,
    pub(crate) code: Option<&'static str>,
    pub(crate) message: String,
    pub(crate) param: Option<String>,
}

impl Refusal {
    pub(crate) fn new(status: u16, message: impl Into<String>) -> Self {
        let type_ = match status {
            500.. => "api_error",
            _ => "invalid_request_error",
        };
        Self {
            status,
            type_,
            code: None,
            message: message.into(),
            param: None,
        }
    }

    /// 400.
    pub(crate) fn invalid(message: impl Into<String>) -> Self {
        Self::new(400, message)
    }

    pub(crate) fn status(mut self, status: u16) -> Self {
        self.status = status;
        self
    }

    pub(crate) fn code(mut self, code: &'static str) -> Self {
        self.code = Some(code);
        self
    }

    pub(crate) fn param(mut self, param: impl Into<String>) -> Self {
        self.param = Some(param.into());
        self
    }

    pub(crate) fn type_(mut self, type_: &'static str) -> Self {
        self.type_ = type_;
        self
    }

    pub(crate) fn unknown_url(method: &str, path: &str) -> Self {
        Self::new(
            404,
            format!(
                "Unrecognized request URL ({method}: {path}). See https://docs.stripe.com/api."
            ),
        )
    }

    pub(crate) fn no_such(what: &str, id: &str, param: &str) -> Self {
        Self::new(404, format!("No such {what}: '{id}'"))
            .code("resource_missing")
            .param(param)
    }

    /// A secret key asks for sensitive results.
    pub(crate) fn sensitive() -> Self {
        Self::new(
            403,
            "Sensitive verification results need a restricted API key with the permission for \
             them. See https://docs.stripe.com/identity/access-verification-results.",
        )
    }

    /// The body of the response.
    pub(crate) fn body(&self) -> String {
        let mut error = Map::new();
        if let Some(code) = self.code {
            error.insert("code".into(), code.into());
            let page = code.replace('_', "-");
            let url = format!("https://stripe.com/docs/error-codes/{page}");
            error.insert("doc_url".into(), url.into());
        }
        error.insert("message".into(), self.message.as_str().into());
        if let Some(param) = &self.param {
            error.insert("param".into(), param.as_str().into());
        }
        error.insert("type".into(), self.type_.into());
        json::text(&Value::from_iter([("error", Value::from(error))]))
    }
}
