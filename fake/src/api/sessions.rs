//! Checks of a session's parameters that the document cannot express.

use serde_json::{Map, Value};

use crate::refusal::Refusal;
use crate::{check, metadata};

/// Requires a type or a flow, and not both.
pub(super) fn check_create(parameters: &Map<String, Value>) -> Result<(), Refusal> {
    match (
        parameters.contains_key("type"),
        parameters.contains_key("verification_flow"),
    ) {
        (false, false) => Err(check::missing("type")),
        (true, true) => Err(Refusal::invalid(
            "You may only specify one of these parameters: type, verification_flow.",
        )
        .code("parameters_exclusive")
        .param("type")),
        _ => Ok(()),
    }
}

/// Checks the form of URLs, email addresses and metadata.
pub(super) fn check_values(parameters: &Map<String, Value>) -> Result<(), Refusal> {
    if let Some(url) = parameters.get("return_url").and_then(Value::as_str)
        && !is_web_address(url)
    {
        return Err(Refusal::invalid("Not a valid URL")
            .code("url_invalid")
            .param("return_url"));
    }
    let email = parameters
        .get("provided_details")
        .and_then(|details| details["email"].as_str());
    if email.is_some_and(|email| !is_email(email)) {
        return Err(Refusal::invalid("Invalid email address")
            .code("email_invalid")
            .param("provided_details[email]"));
    }
    metadata::check(parameters.get("metadata"))
}

/// Whether a browser can be redirected there. What follows the host may be anything that a
/// browser would percent-encode.
fn is_web_address(url: &str) -> bool {
    let Some((scheme, rest)) = url.split_once("://") else {
        return false;
    };
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let is_web = scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https");
    is_web && host.parse::<http::uri::Authority>().is_ok() && !url.contains(char::is_control)
}

fn is_email(text: &str) -> bool {
    text.split_once('@').is_some_and(|(local, domain)| {
        !local.is_empty() && domain.contains('.') && !text.contains(char::is_whitespace)
    })
}
