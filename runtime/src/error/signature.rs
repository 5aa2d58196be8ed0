use std::fmt;

/// Why a webhook's signature was refused; see
/// [Stripe's page](https://docs.stripe.com/webhooks/signature).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SignatureRefusal {
    /// The `Stripe-Signature` header is not of the form `t=…,v1=…`.
    MalformedHeader,
    /// The header holds no `v1` signature.
    NoSignature,
    /// No signature matches: another secret, or the body was changed.
    Mismatch,
    /// The signature is right, but older than the tolerance.
    TooOld,
}

impl fmt::Display for SignatureRefusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::MalformedHeader => "the header is malformed",
            Self::NoSignature => "the header holds no v1 signature",
            Self::Mismatch => "no signature matches",
            Self::TooOld => "the signature is too old",
        })
    }
}
