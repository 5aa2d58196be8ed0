/// Describes a generated crate: the API version that its types were generated
/// from, and its name in `User-Agent`.
///
/// Generated crates have one as a constant. You need it only for a
/// [`RawRequest`](crate::RawRequest).
///
/// ```
/// use stripe_runtime::Api;
///
/// static API: Api = Api::new("2026-09-30.endive", "stripe-identity", "0.1.0");
/// assert_eq!(API.version, "2026-09-30.endive");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Api {
    /// The [API version](https://docs.stripe.com/api/versioning) of the types,
    /// sent as `Stripe-Version` unless the client or the request names another.
    pub version: &'static str,
    /// The name of the generated crate.
    pub binding: &'static str,
    /// The version of the generated crate.
    pub binding_version: &'static str,
}

impl Api {
    /// Describes a generated crate.
    #[must_use]
    pub const fn new(
        version: &'static str,
        binding: &'static str,
        binding_version: &'static str,
    ) -> Self {
        Self {
            version,
            binding,
            binding_version,
        }
    }
}
