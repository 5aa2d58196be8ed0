use std::fmt;

/// Why a webhook signature was rejected; see
/// [Stripe's page](https://docs.stripe.com/webhooks/signature).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SignatureRefusal {
    /// There is no `Stripe-Signature` header, or it is empty.
    MissingHeader,
    /// The `Stripe-Signature` header does not have the form `t=…,v1=…`.
    MalformedHeader,
    /// The header contains no `v1` signature.
    NoSignature,
    /// No signature matches: it was made with another secret, or the body was changed.
    Mismatch,
    /// The signature matches, but is older than the tolerance.
    TooOld,
}

impl fmt::Display for SignatureRefusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::MissingHeader => "there is no Stripe-Signature header",
            Self::MalformedHeader => "the header is malformed",
            Self::NoSignature => "the header contains no v1 signature",
            Self::Mismatch => "no signature matches",
            Self::TooOld => "the signature is too old",
        })
    }
}
