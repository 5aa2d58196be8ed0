use http::HeaderMap;
use http::header::AUTHORIZATION;

use crate::refusal::Refusal;
use crate::shared::Shared;

/// What a key may see.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum KeyKind {
    Secret,
    Restricted,
}

/// Who sends a request.
pub(super) struct Caller {
    pub(super) key: KeyKind,
    /// The connected account; empty for the account of the key itself.
    pub(super) account: String,
}

impl Caller {
    /// Reads the key and the account from the headers.
    pub(super) fn read(headers: &HeaderMap, shared: &Shared) -> Result<Self, Refusal> {
        let key = authenticate(headers, shared)?;
        let header = |name| headers.get(name)?.to_str().ok();
        let account = header("stripe-context").or(header("stripe-account"));
        let account = account.unwrap_or_default().to_owned();
        if !account.is_empty() && !account.starts_with("acct_") {
            return Err(Refusal::new(
                403,
                "The key does not have access to this account, or it does not exist.",
            )
            .code("account_invalid"));
        }
        Ok(Self { key, account })
    }

    /// Refuses a secret key: <https://docs.stripe.com/identity/access-verification-results>.
    pub(super) fn must_be_restricted(&self) -> Result<(), Refusal> {
        match self.key {
            KeyKind::Restricted => Ok(()),
            KeyKind::Secret => Err(Refusal::sensitive()),
        }
    }
}

/// The key's kind, from a `Bearer` token or the user name of `Basic`.
fn authenticate(headers: &HeaderMap, shared: &Shared) -> Result<KeyKind, Refusal> {
    let Some(header) = headers.get(AUTHORIZATION) else {
        return Err(Refusal::new(
            401,
            "You did not provide an API key. Send it in the Authorization header, as in \
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

/// The user name of `Basic` credentials: `user:password` in base 64.
fn basic_user(credentials: &str) -> Option<String> {
    use base64::Engine as _;
    let bytes = base64::engine::general_purpose::STANDARD
        .decode(credentials)
        .ok()?;
    let text = String::from_utf8(bytes).ok()?;
    Some(text.split_once(':')?.0.to_owned())
}

/// The key's prefix and asterisks: enough to see that it is the wrong one.
fn masked(key: &str) -> String {
    let kinds = [
        "sk_test_", "rk_test_", "sk_live_", "rk_live_", "pk_test_", "pk_live_",
    ];
    let kind = kinds.into_iter().find(|kind| key.starts_with(kind));
    format!("{}********", kind.unwrap_or_default())
}
