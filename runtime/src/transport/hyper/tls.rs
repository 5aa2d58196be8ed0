use std::sync::Arc;

use rustls::ClientConfig;
use rustls_platform_verifier::Verifier;

#[cfg(target_os = "android")]
use crate::InvalidArgument;
use crate::transport::roots::Roots;
use crate::{Error, TransportError, TransportErrorKind};

/// TLS 1.2 and 1.3 by ring, certificates checked the platform's way.
pub(super) fn client_config(roots: &Roots) -> Result<ClientConfig, Error> {
    let certificates = roots.certificates()?;
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let failed = |error| {
        Error::from_transport(
            TransportError::with_source(TransportErrorKind::Tls, error),
            None,
        )
    };
    #[cfg(not(target_os = "android"))]
    let verifier =
        Verifier::new_with_extra_roots(certificates.iter().cloned(), Arc::clone(&provider));
    #[cfg(target_os = "android")]
    let verifier = if certificates.is_empty() {
        Verifier::new(Arc::clone(&provider))
    } else {
        let reason = "Android's verifier takes no further certificates";
        return Err(InvalidArgument::new("root_certificates", reason).into());
    };
    let verifier = verifier.map_err(failed)?;
    Ok(ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(failed)?
        .dangerous()
        .with_custom_certificate_verifier(Arc::new(verifier))
        .with_no_client_auth())
}
