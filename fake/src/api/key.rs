use http::HeaderMap;
use http::header::AUTHORIZATION;

use crate::refusal::Refusal;
use crate::shared::Shared;

/// What a request may see.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum KeyKind {
    Secret,
    Restricted,
}

/// Whose key the request has: `Bearer`, or the user of `Basic`.
pub(super) fn authenticate(headers: &HeaderMap, shared: &Shared) -> Result<KeyKind, Refusal> {
    let Some(header) = headers.get(AUTHORIZATION) else {
        return Err(Refusal::new(
            401,
            "You did not provide an API key. Give it in the header Authorization, as in \
             'Authorization: Bearer YOUR_SECRET_KEY'.",
        ));
    };
    let header = header.to_str().unwrap_or_default();
    let (scheme, credentials) = header.split_once(' ').unwrap_or((header, ""));
    let key = match scheme.to_ascii_lowercase().as_str() {
        "bearer" => credentials.trim().to_owned(),
        "basic" => basic_user(credentials.trim()).unwrap_or_default(),
        _ => String::new(),
    };
    if key == shared.keys.secret {
        Ok(KeyKind::Secret)
    } else if key == shared.keys.restricted {
        Ok(KeyKind::Restricted)
    } else {
        Err(Refusal::new(
            401,
            format!("Invalid API Key provided: {}", masked(&key)),
        ))
    }
}

/// The user's name of `Basic`: `user:password` in base 64.
fn basic_user(credentials: &str) -> Option<String> {
    use base64::Engine as _;
    let bytes = base64::engine::general_purpose::STANDARD
        .decode(credentials)
        .ok()?;
    let text = String::from_utf8(bytes).ok()?;
    Some(text.split_once(':')?.0.to_owned())
}

/// The key's kind and stars: enough to see that the wrong one was taken.
fn masked(key: &str) -> String {
    let kinds = [
        "sk_test_", "rk_test_", "sk_live_", "rk_live_", "pk_test_", "pk_live_",
    ];
    let kind = kinds.into_iter().find(|kind| key.starts_with(kind));
    format!("{}********", kind.unwrap_or_default())
}
